"""What becomes of pages that readers see, or soon will: emergencies, reviews and schedules."""

from datetime import timedelta

from django.db.models import DateTimeField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Revision, get_default_page_content_type
from wagtail.permissions import policy_registry

from accounts.models import User
from editorial.access import answers_for_pages, pages_answered_for
from editorial.desk.rows import Columns, Consequence, Row, Section, name_of
from editorial.desk.sources import Source, register_source
from editorial.emergency import unconfirmed
from editorial.records import Approval, Contribution
from editorial.reviews import ReviewDate

SOON = timedelta(days=7)


def _is_own(user: User) -> Q:
    """Return the condition that a person had a hand in an emergency publication: `why_not_confirm` for many."""
    approvals = Approval.by_second_person().order_by("-pk")
    former = approvals.filter(page=OuterRef(OuterRef("page")), pk__lt=OuterRef(OuterRef("pk")))
    written = Contribution.objects.filter(
        page=OuterRef("page"),
        user_id=user.pk,
        pk__lte=OuterRef("last_contribution_id"),
        pk__gt=Coalesce(Subquery(former.values("last_contribution_id")[:1]), 0),
    )
    return Q(user_id=user.pk) | Q(Exists(written))


def _emergencies(user: User, which: Q) -> tuple[QuerySet, Columns] | None:
    if not answers_for_pages(user):
        return None
    found = unconfirmed().select_related(None).filter(which, page__in=pages_answered_for(user))
    return found, Columns(page=F("page_id"), since=F("created_at"), person=name_of("user"), note=F("reason"))


def to_confirm(user: User) -> tuple[QuerySet, Columns] | None:
    """Find the emergency publications that a person may confirm."""
    return _emergencies(user, ~_is_own(user))


def unconfirmed_own(user: User) -> tuple[QuerySet, Columns] | None:
    """Find the emergency publications that somebody else has to confirm."""
    return _emergencies(user, _is_own(user))


def past_review(user: User) -> tuple[QuerySet, Columns]:
    """Find the live pages past their review date that a person is named for or answers for."""
    dates = ReviewDate.objects.filter(
        Q(contact=user.pk) | Q(page__in=pages_answered_for(user)), page__live=True, review_by__lte=timezone.localdate()
    )
    return dates, Columns(
        page=F("page_id"),
        since=Cast(F("review_by"), DateTimeField()),
        consequence=Value(Consequence.OVERDUE),
        due=F("review_by"),
        person=name_of("contact"),
        note=F("contact_name"),
    )


def _own_pages(user: User) -> QuerySet[Page]:
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")


def going_live(user: User) -> tuple[QuerySet, Columns]:
    """Find the pages a person works on that will go live within a week."""
    revisions = Revision.objects.filter(
        base_content_type=get_default_page_content_type(), approved_go_live_at__lt=timezone.now() + SOON
    ).annotate(number=Cast("object_id", IntegerField()))
    return revisions.filter(number__in=_own_pages(user).values("pk")), Columns(
        page=F("number"), since=F("approved_go_live_at"), person=name_of("user")
    )


def expiring(user: User) -> tuple[QuerySet, Columns]:
    """Find the pages a person works on that will come down within a week."""
    pages = _own_pages(user).filter(live=True, expire_at__lt=timezone.now() + SOON)
    return pages, Columns(page=F("pk"), since=F("expire_at"))


def _why_emergency(row: Row) -> str:
    return _("published by %(person)s without a second person: %(reason)s") % {
        "person": row.person,
        "reason": row.note,
    }


def _why_own_emergency(row: Row) -> str:
    return _("somebody who did not write it has to confirm it: %(reason)s") % {"reason": row.note}


def _why_review(row: Row) -> str:
    said = _("to be read again by %(day)s") % {"day": row.due_text}
    who = row.person or row.note
    return f"{said}, {who}" if who else said


def _moment(row: Row) -> str:
    return date_format(timezone.localtime(row.since), "j E Y, H:i")


def _why_live(row: Row) -> str:
    return _("goes live on %(moment)s") % {"moment": _moment(row)}


def _why_down(row: Row) -> str:
    return _("comes down on %(moment)s") % {"moment": _moment(row)}


def _confirm(row: Row) -> str:
    return reverse("editorial:confirm", args=[row.thing_id])


def _review(row: Row) -> str:
    return reverse("editorial:review", args=[row.page_id])


def _edit(row: Row) -> str:
    return reverse("wagtailadmin_pages:edit", args=[row.page_id])


def register() -> None:
    """Put these reasons on the desk."""
    emergency, scheduled = Section.EMERGENCY, Section.SCHEDULED
    register_source(
        Source("emergency", emergency, to_confirm, _why_emergency, _confirm, gettext_lazy("Read and confirm"))
    )
    register_source(Source("own_emergency", emergency, unconfirmed_own, _why_own_emergency, _edit))
    register_source(Source("review", Section.REVIEW, past_review, _why_review, _review, gettext_lazy("Review")))
    register_source(Source("going_live", scheduled, going_live, _why_live, _edit, gettext_lazy("Look at it")))
    register_source(Source("expiring", scheduled, expiring, _why_down, _edit, gettext_lazy("Look at it")))
