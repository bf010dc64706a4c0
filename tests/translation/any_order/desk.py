"""What every play begins with, and what has to hold after each of its steps."""

import inspect
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from wagtail.models import Page, Revision

from tests.translation.any_order.edits import Content, change_lines
from tests.translation.any_order.holds import check_nothing_is_lost, check_states_are_as_stored, check_what_is_true
from tests.translation.any_order.office import Office, Opened
from tests.translation.any_order.sentences import Fact, Sentences, any_fact, claims, name_in
from translation.models import english_of

pages = st.sampled_from([2, 0, 1])  # the one first of which most can happen
randoms = st.randoms(use_true_random=True)
approvers = st.sampled_from(["editor", "editor2", "administrator"])
actions = st.sampled_from(["remove", "add", "move"])


def step(**drawn: Any) -> Callable[[Callable], Callable]:
    """Mark a method as a step, with what is drawn for each of its parameters."""

    def mark(method: Callable) -> Callable:
        method.drawn = drawn  # type: ignore[attr-defined] # read by `machine_of`
        return method

    return mark


def machine_of(desk: type["Desk"], *names: str) -> type["Desk"]:
    """Return the machine that takes the steps of a class, or some of them: so it comes at once to what they lead to."""
    steps = inspect.getmembers(desk, lambda each: hasattr(each, "drawn"))
    rules = {name: rule(**each.drawn)(each) for name, each in steps if not names or name in names}
    return type("Machine", (desk,), rules)


class Glossary:
    """Which English sentence stands for which Polish one, as far as those who wrote it know."""

    def __init__(self) -> None:
        self.sentences = Sentences()
        self.sources: dict[str, str] = {}  # what an English sentence is about: the Polish one that it translates

    def english_of(self, line: str, facts: dict[str, Fact], random: Random, *, honest: bool) -> str:
        """Return the English of a sentence that is Polish, or that was translated before.

        Args:
            facts: what the Polish sentences claim.
            honest: whether it says the same; otherwise any fact.
        """
        source = self.sources.get(name_in(line), name_in(line))
        if not source:
            return line
        fact = facts.get(source, Fact()) if honest else any_fact(random)
        translated = self.sentences.english(random, fact)
        self.sources[name_in(translated)] = source
        return translated


class Desk(RuleBasedStateMachine):
    """Three Polish pages with their English ones, and everybody who works on them."""

    # As they are at the beginning of every play
    first_office: Office
    first_glossary: Glossary
    sources: list[int]  # Polish pages
    places: list[int]  # Polish pages that the last of those may stand below

    office: Office

    @initialize()
    def begin(self) -> None:
        """Begin where the pages were made."""
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.office = Office(self.first_office.everybody, self.first_office.account.copy())
        self.glossary = deepcopy(self.first_glossary)
        self.tabs: dict[tuple[str, int], Opened] = {}  # what somebody has left open
        self.files: dict[int, bytes] = {}  # what was taken out

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "undo"):
            check_states_are_as_stored(self.sources)
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    @invariant()
    def what_has_to_hold(self) -> None:
        """The property."""
        if hasattr(self, "undo"):
            for source in self.sources:
                check_nothing_is_lost(source, self.office.account)
                check_what_is_true(source, self.office.account)

    def english(self, page: int) -> int | None:
        """Return the English page of a Polish one."""
        found = english_of(Page.objects.get(pk=self.sources[page]))
        return found.pk if found is not None else None

    def edit(self, who: str, page_id: int, change: Callable[[Content], None], action: str = "", **more: str) -> bool:
        """Open a page, change what it says and save it."""
        opened = self.office.open(page_id)
        content = deepcopy(opened.content)
        change(content)
        return self.office.save(who, opened, content, action, **more)

    def translated(self, opened: Opened, random: Random, share: float, *, honest: bool) -> Content:
        """Return what somebody has before them with a share of its sentences translated, or translated again."""
        facts = facts_beside(opened)
        content = deepcopy(opened.content)

        def translate(line: str) -> str:
            return self.glossary.english_of(line, facts, random, honest=honest) if random.random() < share else line

        change_lines(content, translate)
        return content


def facts_beside(opened: Opened) -> dict[str, Fact]:
    """Return what the Polish text claims that stands beside an English one."""
    return claims(Revision.objects.get(pk=opened.polish_revision).content) if opened.polish_revision else {}
