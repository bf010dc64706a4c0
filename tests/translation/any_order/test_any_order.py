"""Whatever is done to pages in both languages, in whatever order: no English text is lost, and true means true."""

from random import Random

import pytest
from django.contrib.auth.models import Group
from hypothesis import strategies as st

from accounts.models import User
from accounts.roles import TRANSLATOR
from content.factories import make_news, make_page, make_publication
from home.models import StandardPage
from tests.stateful import play
from tests.translation.any_order.account import Account
from tests.translation.any_order.authors import Authors, changes
from tests.translation.any_order.desk import Glossary, actions, machine_of, pages, randoms, step
from tests.translation.any_order.edits import KINDS, new_block
from tests.translation.any_order.office import Office
from tests.translation.any_order.sentences import claims
from tests.translation.any_order.translators import Translators, shares

pytestmark = pytest.mark.one_database


class Everybody(Authors, Translators):
    """Everybody at work on the same pages."""

    @step(page=pages, how=changes, keeps_meaning=st.booleans(), share=shares, honest=st.booleans(), random=randoms)
    def change_in_both_languages(
        self, page: int, how: list[str], keeps_meaning: bool, share: float, honest: bool, random: Random
    ) -> None:
        """Change a Polish page for its readers, and have the English one follow."""
        self.change_for_readers(page, how, random, keeps_meaning)
        self.translate_for_readers(page, share, honest, "editor2", random)

    @step(page=pages, how=st.lists(actions, min_size=2, max_size=5), random=randoms)
    def change_the_structure_of_both(self, page: int, how: list[str], random: Random) -> None:
        """Change the structure of a Polish page for its readers, and bring it over."""
        self.change_for_readers(page, how, random, False)
        self.bring_over(page)


@pytest.fixture
def everybody(structure, people, settings, tmp_path):
    """Everybody, with two pages that are true in English, and one that is mostly translated."""
    settings.PRIVATE_ROOT = tmp_path
    people["translator2"] = User.objects.create_user("translator2", email="translator2@example.org")
    people["translator2"].groups.add(Group.objects.get(name=TRANSLATOR))
    random, glossary, office = Random(1), Glossary(), Office(people, Account())  # noqa: S311 - it chooses words
    polish = structure["pl"]

    def line():
        return glossary.sentences.polish(random)

    def body(*kinds):
        return [new_block(kind, random, line) for kind in kinds]

    news = make_news(polish.sections["news"], title=line(), lead=line(), body=body("text", "accordion", "table"))
    report = make_publication(
        polish.sections["publications"], title=line(), summary=line(), body=body("heading", "quote", "links")
    )
    page = make_page(StandardPage, polish.home, title=line(), introduction=line(), body=body(*KINDS))
    Everybody.first_office, Everybody.first_glossary = office, glossary
    Everybody.sources = [news.pk, report.pk, page.pk]
    Everybody.places = [polish.home.pk, polish.sections["about"].pk]
    machine = machine_of(Everybody)()
    machine.office, machine.glossary = office, glossary
    for source in Everybody.sources:
        said = office.open(source).content
        title = glossary.english_of(said["title"], claims(said), random, honest=True)
        office.start("translator", source, title)
    for number in (0, 1):
        machine.translate("translator", number, 1.0, True, "submit", random)
        machine.decide(number, "editor", "approve", "listing")
    machine.translate("translator", 2, 0.8, True, "", random)
    return Everybody


def test_no_english_text_is_lost_and_what_is_true_is_true(everybody):
    play(machine_of(everybody), examples=8, steps=15)


@pytest.mark.parametrize(
    ("missing", "instead", "steps", "what"),
    [
        ("translation.merging.bringing.keep", None, ["change_the_structure_of_both"], "lost"),
        ("translation.forms.keep_what_was_not_read", None, ["work_at_the_same_time"], "lost"),
        ("translation.truth.signals.take_no_effect", None, ["publish_in_an_emergency"], "nobody has said so"),
        ("checks.translation.differences", [], ["translate_for_readers"], "without a reason"),
        ("translation.truth.measuring.drift_between", [], ["change_for_readers"], "a fact of the Polish page"),
    ],
)
def test_machine_finds_that_a_rule_is_missing(missing, instead, steps, what, everybody, monkeypatch):
    monkeypatch.setattr(missing, lambda *_arguments: instead)
    with pytest.raises(AssertionError, match=what):
        play(machine_of(everybody, *steps), examples=40, steps=5)
