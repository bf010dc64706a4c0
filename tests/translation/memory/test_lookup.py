"""What the memory answers, and to whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from rapidfuzz import fuzz, process
from wagtail.models import PageViewRestriction

from content.factories import make_news, make_translation
from tests.translation.memory.conftest import NOBODY, imported
from tools.bench.corpus import Corpus
from translation.memory import index
from translation.memory.comparing import Difference
from translation.memory.index import candidates, stem
from translation.memory.lookup import exact, similar
from translation.memory.models import MemoryEntry, MemoryUnit
from translation.memory.storing import take_in
from translation.memory.texts import shape
from translation.memory.visibility import Place, seen_units, seen_uses

pytestmark = [pytest.mark.django_db, pytest.mark.each_case]


def targets(matches) -> list[str]:
    return [match.unit.target for match in matches]


@pytest.fixture
def notices():
    """Some notices that are alike."""
    imported(
        ("Nabór wniosków trwa do 5 marca 2027 r.", "Applications are open until 5 March 2027."),
        ("Nabór ofert trwa do 5 marca 2027 r.", "The call for bids is open until 5 March 2027."),
        ("Biuro jest nieczynne.", "The office is closed."),
    )


@pytest.mark.usefixtures("notices")
def test_the_same_text_is_found_whatever_its_spaces():
    (match,) = exact("Biuro  jest\u00a0nieczynne.", NOBODY)
    assert (match.unit.target, match.score, match.difference) == ("The office is closed.", 1, Difference.NONE)
    assert exact("Biuro jest nieczynne", NOBODY) == []


@pytest.mark.usefixtures("notices")
def test_similar_texts_come_best_first_with_what_differs():
    first, second = similar("Nabór wniosków trwa do 5 marca 2027 r.", NOBODY)
    assert (first.score, first.percent, first.difference, first.numbers_differ) == (1, 100, Difference.NONE, False)
    assert (second.difference, second.numbers_differ) == (Difference.WORDS, False)
    assert 0.75 < second.score < 1
    assert "ofert" in second.unit.source


@pytest.mark.usefixtures("notices")
def test_other_numbers_alone_are_said():
    first, second = similar("Nabór wniosków trwa do 15 maja 2028 r.", NOBODY, at_least=0.5)
    assert (first.difference, first.numbers_differ) == (Difference.WORDS, True)
    assert second.numbers_differ
    (match,) = similar("Nabór wniosków trwa do 15 marca 2028 r.", NOBODY, limit=1)
    assert (match.difference, match.numbers_differ) == (Difference.NUMBERS, True)
    assert 0.95 <= match.score < 1


def test_the_same_numbers_come_before_others():
    imported(("Do 5 marca", "By 5 March"), ("Do 6 marca", "By 6 March"), ("Do 7 marca", "By 7 March"))
    assert targets(similar("do 6 marca", NOBODY))[0] == "By 6 March"


@pytest.mark.parametrize("text", ["340", "1 234,50", "–", "", "\x00", "?!"])
def test_a_text_without_letters_is_similar_to_itself_alone(text):
    imported(("340", "340"), ("341", "341"), ("1 234,50", "1,234.50"))
    assert targets(similar(text, NOBODY)) == ({"340": ["340"], "1 234,50": ["1,234.50"]}.get(text, []))


def test_limit_and_least_score_are_kept(notices):
    text = "Nabór wniosków trwa do 5 marca 2027 r."
    assert len(similar(text, NOBODY, limit=1)) == 1
    assert len(similar(text, NOBODY, at_least=0.95)) == 1
    assert similar("Zupełnie co innego, niż ktokolwiek napisał.", NOBODY) == []


def test_two_translations_of_a_text_both_come_and_one_in_two_markups_comes_once():
    imported(("Nabór", "Call"), ("Nabór", "Recruitment"))
    take_in([MemoryUnit.of("Nabór", "Call", "<b>Nabór</b>", "<b>Call</b>")])
    assert MemoryUnit.objects.filter(source="Nabór").count() == 3
    assert sorted(targets(exact("Nabór", NOBODY))) == ["Call", "Recruitment"]
    assert sorted(targets(similar("Nabór", NOBODY))) == ["Call", "Recruitment"]


@pytest.mark.parametrize(
    ("asked", "remembered"),
    [
        ("Gminy doliny", "Gmina w dolinie"),
        ("Nabor wnioskow", "Nabór wniosków"),
        ("Droga", "Drogi"),
        ("Wspólnota", "Wspolnoty"),
        ("x" * 6000, "x" * 5000),
    ],
)
def test_short_texts_are_found_in_spite_of_inflection_and_slips(asked, remembered):
    imported((remembered, "Found"))
    assert targets(similar(asked, NOBODY)) == ["Found"]


@pytest.mark.parametrize("forms", [("gmina", "gminy", "gminami", "gminach"), ("nowa", "nowych", "nowego", "nowymi")])
def test_inflected_forms_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


def test_as_much_is_found_as_by_comparing_with_every_text():
    corpus = Corpus(3)
    texts = list(corpus.texts(600))
    imported(*((text, f"English {number}") for number, text in enumerate(texts)))
    shapes = [shape(text) for text in texts]
    found = wanted = 0
    for text in corpus.random.sample(texts, 60):
        asked = corpus.changed(text, 1 if len(text.split()) < 7 else corpus.random.randrange(1, 5))
        there = process.extract(shape(asked), shapes, scorer=fuzz.ratio, limit=3, score_cutoff=75)
        scores = [match.score for match in similar(asked, NOBODY, limit=3, at_least=0.75)]
        wanted += len(there)
        found += sum(own >= min(0.99, score / 100) - 1e-6 for own, (_text, score, _place) in zip(scores, there))  # noqa: B905 - found may be fewer
    assert wanted > 40
    assert found / wanted >= 0.95


def test_common_words_make_no_long_reading(monkeypatch):
    monkeypatch.setattr(index, "WORD_ENTRIES", 50)
    monkeypatch.setattr(index, "LETTER_ENTRIES", 50)
    imported(*((f"Gmina {name}", f"The municipality of {name}") for name in Corpus().words[100:400]))
    assert MemoryEntry.objects.count() > 1000
    with CaptureQueriesContext(connection) as captured:
        assert len(candidates("Gmina Gmina", 0.6)) <= 100
    reading = [query["sql"] for query in captured if "memoryentry" in query["sql"]]
    assert reading
    assert all("LIMIT 50" in query for query in reading)


def test_a_look_up_takes_as_many_queries_for_few_and_for_many(both, people, structure):
    counts = []
    for pages in (1, 8):
        for number in range(pages):
            both([f"Ścieżka numer {number} wiedzie nad rzeką."], [f"Path number {number} runs along the river."])
        for name in ("translator", "author"):
            similar("Ścieżka numer 9 wiedzie nad rzeką.", people[name])
            with CaptureQueriesContext(connection) as captured:
                assert similar("Ścieżka numer 9 wiedzie nad rzeką.", people[name])
            counts.append(len(captured))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 10


# Who sees what


def test_the_pages_are_named_and_those_that_a_person_may_change(both, people):
    _polish, english = both(["Tekst."], ["Text."])
    for name, may_edit in (("translator", True), ("editor", True), ("author", False), ("member_editor", False)):
        (match,) = exact("Nowa droga", people[name])
        assert [(use.page_id, use.title, use.may_edit) for use in match.uses] == [(english.pk, "A new road", may_edit)]


@pytest.mark.parametrize("which", ["polish", "english"])
@pytest.mark.parametrize("kind", ["login", "password"])
def test_text_of_a_private_page_is_for_those_alone_who_work_on_it(which, kind, polish, english, people):
    page = polish if which == "polish" else english
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="tajne")
    for name in ("author", "member_editor"):
        assert similar("Nowa droga", people[name]) == []
        assert not seen_units(people[name]).filter(source="Nowa droga").exists()
    assert similar("Nowa droga", NOBODY) == []
    for name in ("translator", "editor", "superuser"):
        assert targets(similar("Nowa droga", people[name])) == ["A new road"]
        assert seen_units(people[name]).filter(source="Nowa droga").exists()


def test_a_private_page_is_not_named_where_a_public_one_says_the_same(polish, english, structure, people):
    other = make_translation(make_news(structure["pl"].sections["news"], title="Nowa droga"), title="A new road")
    PageViewRestriction.objects.create(page=polish, restriction_type="login")
    (match,) = similar("Nowa droga", people["author"])
    assert [use.page_id for use in match.uses] == [other.pk]
    (match,) = similar("Nowa droga", people["translator"])
    assert {use.page_id for use in match.uses} == {other.pk, english.pk}


def test_an_expired_page_is_not_shown_though_nobody_has_taken_it_down_yet(polish, english, people):
    type(english).objects.filter(pk=english.pk).update(expire_at=timezone.now())
    assert similar("Nowa droga", people["author"]) == []


def test_a_translator_of_a_section_sees_its_private_pages_and_no_others(both, structure, translator_of):
    one, one_en = both(["Ścieżka nad rzeką."], ["A path by the river."])
    other, _other_en = both(["Ścieżka nad jeziorem."], ["A path by the lake."])
    for page in (one, other):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    person = translator_of(one_en)
    assert targets(similar("Ścieżka nad rzeką.", person)) == ["A path by the river."]
    assert set(seen_uses(person).filter(unit__source__startswith="Ścieżka").values_list("page_id", flat=True)) == {
        one_en.pk
    }


def test_of_very_many_uses_the_newest_are_looked_at(english, polish, people, monkeypatch):
    monkeypatch.setattr("translation.memory.visibility.LOOKED_AT", 1)
    (match,) = exact("Nowa droga", people["translator"])
    assert len(match.uses) == 1


def test_a_passage_suggests_nothing_to_itself(both, people):
    _polish, english = both(["Gmina buduje nową drogę."], ["A road is built."])
    path = f"body.{english.body.raw_data[0]['id']}"
    own = Place(english.pk, path, 0)
    asked = "Gmina buduje nową drogę dla rowerów."
    assert similar(asked, people["translator"], apart_from=own) == []
    assert similar("Gmina buduje nową drogę.", people["translator"], apart_from=own) == []
    assert len(similar(asked, people["translator"], apart_from=Place(english.pk, path, 1))) == 1
    _polish, other = both(["Gmina buduje nową drogę."], ["A road is built."], "Inna", "Another")
    (match,) = similar(asked, people["translator"], apart_from=own)
    assert [use.page_id for use in match.uses] == [other.pk]
