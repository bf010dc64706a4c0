"""What waits for a translator on the desk."""

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from editorial.desk.rows import Columns, Row, Section, name_of
from editorial.desk.sources import Source, register_source
from translation.access import may_start_translations
from translation.places import EnglishRights
from translation.waiting import FACTS_DRIFTED, State, consequence, since, waiting_pages

FACTS = "facts"
WHY: dict[str, str | Promise] = {
    State.NONE: gettext_lazy("has no English version yet"),
    State.BINNED: gettext_lazy("its English version is in the recycle bin"),
    State.STARTED: gettext_lazy("its English version is a draft"),
    State.DRIFTED: gettext_lazy("the Polish text has changed since its English version was approved"),
    FACTS: gettext_lazy("a fact has changed in Polish: readers of English are told something else"),
}


def to_translate(user: User) -> tuple[QuerySet, Columns] | None:
    """Find the Polish pages that readers see and English readers do not, or not as they are now.

    What somebody else is asked for is left out. What was sent back waits for whoever has submitted it, under its own
    heading.
    """
    if not may_start_translations(user):
        return None
    pages = waiting_pages().exclude(state=State.RETURNED).select_related(None)
    pages = pages.filter(EnglishRights(user).condition("change"), Q(assignee_id__isnull=True) | Q(assignee_id=user.pk))
    return pages, Columns(
        page=F("pk"),
        since=since(),
        consequence=consequence(),
        due=F("due"),
        priority=F("priority"),
        weight=F("votes"),
        person=name_of("translation_state__request__asked_by"),
        note=Case(When(FACTS_DRIFTED, then=Value(FACTS)), default=F("state"), output_field=CharField()),
    )


def _why(row: Row) -> str:
    why = str(WHY[row.note])
    if row.due:
        return _("%(why)s; asked for by %(person)s, to be live by %(day)s") % {
            "why": why,
            "person": row.person,
            "day": row.due_text,
        }
    return _("%(why)s; asked for by %(person)s") % {"why": why, "person": row.person} if row.person else why


def _start(row: Row) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[row.page_id])


def register() -> None:
    """Put this reason on the desk."""
    register_source(Source("translate", Section.WAITING, to_translate, _why, _start, gettext_lazy("Translate")))
