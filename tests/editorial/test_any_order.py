"""Whatever anybody does in whatever order, nothing is live that nobody else approved, but in a reasoned emergency.

The machine acts through HTTP as people do, and keeps its own account of who wrote what; it asks none of the rules.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wagtail.models import PageLogEntry, TaskState

from content.factories import make_news
from editorial.digest import page_digest
from editorial.models import Approval
from news.models import NewsPage
from tests.stateful import play

pytestmark = pytest.mark.one_database
PEOPLE = ["author", "author2", "editor", "editor2", "translator", "member_editor", "administrator", "superuser"]
WORDS = ["Otwieramy nową ścieżkę wzdłuż rzeki", "Spotkanie odbędzie się w ratuszu", "Nabór wniosków trwa do 3 maja"]
REASONS = ["", "Woda wzbiera, mieszkańcy czekają."]
people = st.sampled_from([*PEOPLE, "author", "editor", "editor"])  # those who work on it most


class Newsroom(RuleBasedStateMachine):
    """One piece of news and everybody who has an account."""

    everybody: dict
    section: NewsPage
    form_of: Callable[..., dict[str, str]]

    @initialize()
    def open(self) -> None:
        """Begin with a page that the author has written."""
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.client = Client()
        self.page = make_news(self.section, live=False, title="Wiadomość", owner=self.everybody["author"])
        self.now = timezone.now()
        # Who had a hand in each text, but for commas, since somebody else approved it
        self.writers: dict[str, set[str]] = {}
        self.approved: set[str] = set()
        self.write("author", 0)

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "undo"):
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    @contextmanager
    def acting(self, who: str) -> Iterator[None]:
        """Act as somebody, with what happens once a transaction has ended."""
        self.client.force_login(self.everybody[who], backend="django.contrib.auth.backends.ModelBackend")
        with TestCase.captureOnCommitCallbacks(execute=True), patch("django.utils.timezone.now", lambda: self.now):
            yield
        self.now += timedelta(minutes=1)

    def fresh(self) -> NewsPage:
        return NewsPage.objects.get(pk=self.page.pk)

    def edit(self, who: str, lead: str, **more: str) -> None:
        """Send the form of the editor, whether or not the person may."""
        with self.acting(who):
            data = type(self).form_of(self.fresh(), lead=lead) | more
            self.client.post(reverse("wagtailadmin_pages:edit", args=[self.page.pk]), data)

    def change(self, who: str, lead: str, hands: set[str], **more: str) -> None:
        """Edit, and remember whose text it is now if it was taken."""
        before = self.lead()
        self.edit(who, lead, **more)
        if before != lead == self.lead():
            self.writers[lead] = hands
            self.approved.discard(lead)

    def lead(self) -> str:
        """What the newest version says."""
        return str(self.fresh().get_latest_revision_as_object().lead)

    @rule(who=people, number=st.integers(0, 2), more=st.sampled_from(["", "action-submit", "action-publish"]))
    def write(self, who: str, number: int, more: str = "") -> None:
        """Write a whole text, and perhaps submit it or try to publish it at once."""
        lead = f"{WORDS[number]}, pisze {who} po raz {len(self.writers)}."
        self.change(who, lead, {who}, **({more: "1"} if more else {}))

    @rule(who=people)
    def add_a_comma(self, who: str) -> None:
        """Change one character, which frees nobody who wrote the rest."""
        lead = self.lead()
        if len(lead) < 200:
            self.change(who, lead + "!", self.hands_in(lead) or {who})

    def hands_in(self, lead: str) -> set[str]:
        """Who wrote a text that nobody has approved yet."""
        return set() if lead in self.approved else self.writers.get(lead, set())

    @rule(who=people)
    def submit(self, who: str) -> None:
        """Submit what is there."""
        self.edit(who, self.lead(), **{"action-submit": "1"})

    @rule(who=people, days=st.integers(1, 3))
    def schedule(self, who: str, days: int) -> None:
        """Ask for a later time."""
        moment = timezone.localtime(self.now + timedelta(days=days)).strftime("%Y-%m-%d %H:%M")
        self.edit(who, self.lead(), go_live_at=moment, **{"action-submit": "1"})

    @rule(who=people, action=st.sampled_from(["approve", "reject"]))
    def decide(self, who: str, action: str) -> None:
        """Approve or send back what waits."""
        state = self.fresh().current_workflow_task_state or TaskState.objects.last()
        if state is not None:
            with self.acting(who):
                address = reverse("wagtailadmin_pages:workflow_action", args=[self.page.pk, action, state.pk])
                self.client.post(address, {"comment": "Popraw datę."})

    @rule(who=people, step=st.sampled_from(["emergency", "take_back", "reinstate"]), reason=st.sampled_from(REASONS))
    def take_a_step(self, who: str, step: str, reason: str) -> None:
        """Publish in an emergency, take back, or lift a withdrawal."""
        with self.acting(who):
            self.client.post(reverse(f"editorial:{step}", args=[self.page.pk]), {"reason": reason})

    @rule(writer=people, submitter=people, approver=people, number=st.integers(0, 2))
    def go_the_whole_way(self, writer: str, submitter: str, approver: str, number: int) -> None:
        """Write, submit and approve, in one go, so that most plays get somewhere."""
        self.write(writer, number)
        self.submit(submitter)
        self.decide(approver, "approve")

    @rule(who=people)
    def confirm(self, who: str) -> None:
        """Confirm the newest emergency."""
        approval = Approval.objects.filter(page=self.page.pk, kind=Approval.Kind.EMERGENCY).last()
        if approval is not None:
            with self.acting(who):
                self.client.post(reverse("editorial:confirm", args=[approval.pk]))

    @rule(who=people, kind=st.sampled_from(["error", "withdrawn"]))
    def take_down(self, who: str, kind: str) -> None:
        """Take the page down."""
        with self.acting(who):
            data = {"kind": kind, "text_pl": "Treść była błędna.", "text_en": "It was wrong."}
            self.client.post(reverse("editorial:take_down", args=[self.page.pk]), data)

    @rule(who=people, step=st.sampled_from(["unpublish", "lock", "unlock", "convert_alias"]))
    def try_wagtails_own(self, who: str, step: str) -> None:
        """Use an address of Wagtail's that the rules have narrowed."""
        with self.acting(who):
            self.client.post(reverse(f"wagtailadmin_pages:{step}", args=[self.page.pk]))

    @rule(who=people, action=st.sampled_from(["publish", "unpublish"]))
    def act_in_bulk(self, who: str, action: str) -> None:
        """Use the bulk actions of the explorer."""
        with self.acting(who):
            address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
            self.client.post(f"{address}?id={self.page.pk}&include_descendants=false")

    @rule(who=people, back=st.integers(1, 3))
    def revert(self, who: str, back: int) -> None:
        """Bring an older version back into the editor and save it."""
        revisions = list(self.fresh().revisions.order_by("-pk")[: back + 1])
        lead = revisions[-1].as_object().lead
        self.change(who, lead, {who} | self.hands_in(lead), revision=str(revisions[-1].pk))

    @rule(days=st.integers(1, 4))
    def let_time_pass(self, days: int) -> None:
        """Let the worker that carries out schedules run, later."""
        self.now += timedelta(days=days)
        with self.acting("superuser"):
            call_command("publish_scheduled")

    @invariant()
    def what_is_live_was_allowed(self) -> None:
        """The property."""
        if not hasattr(self, "page"):
            return
        page = self.fresh()
        if not page.live:
            return
        approval = Approval.objects.filter(page=page.pk, revision_id=page.live_revision_id).last()
        assert approval is not None, "live, and nobody allowed it"
        assert approval.digest == page_digest(page), "live, and other than what was allowed"
        entries = PageLogEntry.objects.filter(page=page.pk)
        published = entries.filter(action__startswith="wagtail.publish", revision=page.live_revision_id)
        assert published.exists(), "live, and the log does not say so"
        if approval.kind == Approval.Kind.EMERGENCY:
            assert approval.reason.strip()
            assert entries.filter(action="editorial.emergency", user=approval.user, data__reason=approval.reason)
            return
        assert approval.kind == Approval.Kind.WORKFLOW
        assert approval.user.username not in self.writers[page.lead], "approved by who wrote it"
        self.approved.add(page.lead)
        assert entries.filter(action="wagtail.workflow.approve", user=approval.user).exists()


@pytest.fixture
def newsroom(structure, people, form_of):
    """The machine, with everybody in it."""
    Newsroom.everybody, Newsroom.section = people, structure["pl"].sections["news"]
    Newsroom.form_of = staticmethod(form_of)
    return Newsroom


def test_nothing_is_live_that_nobody_else_approved(newsroom):
    play(newsroom, examples=12, steps=12)


def test_machine_finds_that_a_rule_is_missing(newsroom, monkeypatch):
    monkeypatch.setattr("editorial.decisions.is_contributor", lambda *_args: False)
    with pytest.raises(AssertionError, match="approved by who wrote it"):
        play(newsroom, examples=60, steps=12)
