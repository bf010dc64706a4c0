"""What waits for a translator on the desk."""

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from editorial.desk.rows import Columns, Consequence, Row, Section
from editorial.desk.sources import Source, register_source
from translation.access import may_start_translations
from translation.waiting import BINNED, DRAFT, LIVE, NONE, RETURNED, waiting_pages

WHY: dict[str, str | Promise] = {
    NONE: _("has no English version yet"),
    BINNED: _("its English version is in the recycle bin"),
    DRAFT: _("its English version is a draft"),
    LIVE: _("the Polish text has changed since its English version was approved"),
}


def to_translate(user: User) -> tuple[QuerySet, Columns] | None:
    """Find the Polish pages that readers see and English readers do not, or not as they are now.

    What was sent back waits for whoever has submitted it, under its own heading.
    """
    if not may_start_translations(user):
        return None
    return waiting_pages().exclude(state=RETURNED).select_related(None), Columns(
        page=F("pk"),
        since=Coalesce(F("changed_at"), F("latest_revision_created_at")),
        consequence=Case(When(state=LIVE, then=Value(Consequence.WORDING_DRIFT)), default=Value(Consequence.AGE)),
        note=Case(*(When(state=state, then=Value(state)) for state in WHY), output_field=CharField()),
    )


def _why(row: Row) -> str | Promise:
    return WHY[row.note]


def _start(row: Row) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[row.page_id])


def register() -> None:
    """Put this reason on the desk."""
    register_source(Source("translate", Section.WAITING, to_translate, _why, _start, _("Translate")))
