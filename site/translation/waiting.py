"""Which Polish pages readers have, and how far the English page of each is: one query for any number."""

from django.db.models import BooleanField, Case, CharField, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState, get_default_page_content_type
from wagtail.query import PageQuerySet

from editorial.bin import in_bin, outside_bin
from translation.locales import source_locale_id, target_locale_id
from translation.models import TranslationState

NONE, BINNED, DRAFT, RETURNED, APPROVAL, LIVE = "none", "binned", "draft", "returned", "approval", "live"
STATES = [
    (NONE, _("not started")),
    (BINNED, _("in the recycle bin")),
    (DRAFT, _("draft")),
    (RETURNED, _("sent back")),
    (APPROVAL, _("in approval")),
    (LIVE, _("live")),
]


def pages_with_state() -> PageQuerySet:
    """Return the live Polish pages, the newest change of text first, each with

    - `changed_at`: since when readers see this text;
    - `english_id`: primary key of its English page, or None;
    - `state`: one of `STATES`, how far the newest version of the English page is;
    - `outdated`: whether the English page was made from an older text;
    - `confirmed_at`: when the English page was last made true to the Polish text, or None.
    """
    english = Page.objects.filter(translation_key=OuterRef("translation_key"), locale_id=target_locale_id())
    followed = TranslationState.objects.filter(outside_bin("page__"), source_id=OuterRef("pk"))
    return (
        Page.objects.filter(locale_id=source_locale_id(), live=True, depth__gt=1)
        .select_related("locale", "content_type")
        .annotate(
            changed_at=Coalesce("published_text__changed_at", "last_published_at"),
            english_id=Subquery(english.values("pk")[:1]),
            english_live=Subquery(english.values("live")[:1], output_field=BooleanField()),
            outdated=Exists(followed.exclude(source_digest=OuterRef("published_text__digest"))),
            confirmed_at=Subquery(followed.values("confirmed_at")[:1]),
        )
        .annotate(
            state=Case(
                When(english_id__isnull=True, then=Value(NONE)),
                When(Exists(english.filter(in_bin())), then=Value(BINNED)),
                When(_in_workflow(WorkflowState.STATUS_IN_PROGRESS), then=Value(APPROVAL)),
                When(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES), then=Value(RETURNED)),
                When(english_live=True, then=Value(LIVE)),
                default=Value(DRAFT),
                output_field=CharField(),
            )
        )
        .order_by(F("changed_at").desc(nulls_last=True), "-pk")
    )


def _in_workflow(status: str) -> Exists:
    return Exists(
        WorkflowState.objects.filter(
            base_content_type=get_default_page_content_type(),
            object_id=Cast(OuterRef("english_id"), CharField()),
            status=status,
        )
    )


def waiting_pages() -> PageQuerySet:
    """Return the pages on which a translator has something to do, the newest change first."""
    return pages_with_state().filter(Q(state__in=[NONE, BINNED, DRAFT, RETURNED]) | Q(state=LIVE, outdated=True))
