"""Rows of the queue: what is said of a page, and what a person may do about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page

from editorial.take_downs import TakeDown
from translation.access import may_start_translations
from translation.facts.kinds import kinds_in_words
from translation.places import EnglishRights
from translation.requests.models import TranslationRequest
from translation.requests.rules import paths_asked_for
from translation.waiting import Drift, State, outlives_its_source, pages_with_state

STATES = dict(State.choices)
DRIFTS = dict(Drift.choices)
RELATED = tuple(f"translation_state__{name}" for name in ("page", "request__assignee", "request__asked_by"))
AT_A_TIME = 500


@dataclass(frozen=True)
class Action:
    """Something that a person may do, and where."""

    label: str | Promise
    url: str
    is_main: bool = False


@dataclass(frozen=True)
class QueueRow:
    """One Polish page of the queue. `page` has what `translation.waiting.pages_with_state` tells.

    `withdrawn_at` is when the Polish page was marked as withdrawn, if it is.
    """

    page: Page
    section: str
    english: Page | None
    request: TranslationRequest | None
    action: Action | None
    others: list[Action] = field(default_factory=list)
    withdrawn_at: datetime | None = None

    @property
    def title(self) -> str:
        """The Polish title."""
        return self.page.title

    @property
    def url(self) -> str:
        """Where readers find the Polish page, on this site."""
        parts = self.page.get_url_parts()
        return parts[2] if parts else ""

    @property
    def english_title(self) -> str:
        """The title of the English page, or nothing."""
        return self.english.draft_title if self.english else ""

    @property
    def type_label(self) -> str:
        """The type of page in words."""
        return get_content_type_label(self.page.content_type)

    @property
    def state_label(self) -> str | Promise:
        """The state in words."""
        return STATES[self.page.state]

    @property
    def drift_label(self) -> str | Promise:
        """What has changed in Polish at worst, in words; nothing if nothing has."""
        return DRIFTS[self.page.drift] if self.page.drift else ""

    @property
    def kinds_label(self) -> str:
        """The kinds of facts that changed, in words."""
        return kinds_in_words((self.page.fact_kinds or "").split(","))

    @property
    def changed_at(self) -> datetime:
        """Since when readers see the Polish text."""
        return self.page.changed_at

    @property
    def asked_by(self) -> str:
        """Who asks for it, or nothing."""
        return str(self.request.asked_by) if self.request else ""

    @property
    def assignee(self) -> str:
        """Who is asked, or nothing."""
        return str(self.request.translator) if self.request and self.request.translator else ""

    @property
    def deadline(self) -> date | None:
        """By when."""
        return self.request.deadline if self.request else None

    @property
    def deadline_text(self) -> str:
        """The day in words."""
        return date_format(self.deadline, "j E Y") if self.deadline else ""

    @property
    def is_overdue(self) -> bool:
        """Whether the day has passed."""
        return self.request is not None and self.request.is_overdue()

    @property
    def priority_label(self) -> str | Promise:
        """How urgent, in words, or nothing."""
        return self.request.get_priority_display() if self.request else ""

    @property
    def words_left(self) -> int:
        """How many words wait for a translator."""
        return self.page.words_left

    @property
    def withheld(self) -> str:
        """Why nobody translates it, on purpose, or nothing."""
        return self.page.translation_state.withheld_reason

    @property
    def votes(self) -> int:
        """How many readers ask for it."""
        return self.page.votes


def rows_of(numbers: Sequence[int], rights: EnglishRights) -> Iterator[QueueRow]:
    """Yield the rows of some Polish pages, in their order: one query for some hundred, beside those of the rights."""
    offer = _Offers(rights)
    for start in range(0, len(numbers), AT_A_TIME):
        some = numbers[start : start + AT_A_TIME]
        withdrawn = _withdrawn_at(some)
        pages = pages_with_state().annotate(outlives_its_source=outlives_its_source())
        pages = pages.select_related("content_type", *RELATED).in_bulk(some)
        for page in (pages[number] for number in some if number in pages):
            state = page.translation_state
            section = rights.tree.section_of(page.path)
            yield QueueRow(
                page,
                section.title if section else "",
                state.page,
                state.request,
                offer.withdraw(page, state.page) if page.pk in withdrawn else offer.main(page, state.page),
                [] if page.pk in withdrawn else offer.others(page, state.page, state.request),
                withdrawn.get(page.pk),
            )


def _withdrawn_at(numbers: Sequence[int]) -> dict[int, datetime]:
    downs = TakeDown.objects.in_force().filter(kind=TakeDown.Kind.WITHDRAWN, page__in=numbers)
    return dict(downs.values_list("page_id", "created_at"))


class _Offers:
    """What a person may do about pages, asked without a query for each."""

    def __init__(self, rights: EnglishRights) -> None:
        self.rights = rights
        self.may_start = may_start_translations(rights.user)
        self.may_ask_below = paths_asked_for(rights.user)

    def main(self, page: Page, english: Page | None) -> Action | None:
        """Return the one action that clears a row, or None where the person can only wait."""
        may_edit = self.rights.has("change", page.path, english)
        if page.state == State.WITHHELD:
            return self._lift(page, english)
        if english is None:
            url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
            return Action(_("Start"), url, is_main=True) if may_edit and self.may_start else None
        if page.state == State.BINNED:
            return Action(_("Restore"), reverse("recycle_bin:restore", args=[english.pk])) if may_edit else None
        return self._edit(page, english, may_edit)

    def withdraw(self, page: Page, english: Page | None) -> Action | None:
        """Return what is to be done about a page that was withdrawn in Polish: its English version follows it."""
        if not page.outlives_its_source or english is None or not self.rights.has("publish", page.path, english):
            return None
        return Action(_("Take the English down too"), reverse("editorial:take_down", args=[english.pk]), is_main=True)

    def _lift(self, page: Page, english: Page | None) -> Action | None:
        if not self.rights.has("publish", page.path, english):
            return None
        return Action(_("Translate after all"), reverse("translation:lift", args=[page.pk]))

    def _edit(self, page: Page, english: Page, may_edit: bool) -> Action | None:
        may_publish = self.rights.has("publish", page.path, english)
        labels = {
            State.STARTED: _("Go on"),
            State.RETURNED: _("Correct"),
            State.DRIFTED: _("Bring up to date"),
            State.REVIEW: _("Read and decide") if may_publish else _("Open"),
        }
        if not (may_edit or may_publish):
            return None
        url = reverse("wagtailadmin_pages:edit", args=[english.pk])
        return Action(labels.get(page.state, _("Open")), url, is_main=page.state == State.DRIFTED)

    def others(self, page: Page, english: Page | None, request: TranslationRequest | None) -> list[Action]:
        """Return what else the person may do."""
        here = "?" + urlencode({"next": reverse("translation:report")})
        found = []
        if page.outdated and english is not None:
            found.append(Action(_("What changed in Polish"), reverse("translation:changes", args=[english.pk])))
        if request is not None:
            found.append(Action(_("Open the request"), reverse("translation:request", args=[page.pk])))
        elif page.state != State.WITHHELD and not page.reads_true and page.path.startswith(self.may_ask_below):
            found.append(Action(_("Ask for it"), reverse("translation:ask", args=[page.pk]) + here))
        is_live = english is not None and english.live
        if page.state != State.WITHHELD and not is_live and self.rights.has("publish", page.path, english):
            url = reverse("translation:withhold", args=[page.pk]) + here
            found.append(Action(_("Leave untranslated"), url))
        return found
