"""Words that staff say mean the same find one another."""

import pytest
from django.core.exceptions import ValidationError

from content.factories import make_news
from search.choices import Choices, choices_of, with_synonyms
from search.models import SynonymGroup
from search.seeding import read_seed
from search.words import Part, as_search_query

ENERGY = ("OZE",), ("odnawialne", "źródła", "energii")


def found(client, typed, address="/szukaj/"):
    return [result.title for result in client.get(address, {"q": typed}).context["results"]]


def parts(typed, *groups):
    return with_synonyms(tuple(typed.split()), Choices(groups, ()), "pl")


@pytest.mark.each_case
def test_each_finds_the_other_in_any_form(client, structure):
    make_news(structure["pl"].sections["news"], title="Goście uzdrowiska")
    make_news(structure["pl"].sections["news"], title="Opłaty uzdrowiskowe")
    assert set(found(client, "uzdrowiskowym gościom")) == {"Goście uzdrowiska"}
    assert set(found(client, "opłata uzdrowiska")) == {"Opłaty uzdrowiskowe"}


@pytest.mark.each_case
def test_an_expression_of_several_words_is_one_of_them(client, structure):
    make_news(structure["pl"].sections["news"], title="Spółdzielnia OZE rusza")
    make_news(structure["pl"].sections["news"], title="Rusza program odnawialnych źródeł energii")
    make_news(structure["pl"].sections["news"], title="Rusza kwiaciarnia u źródeł")
    both = {"Spółdzielnia OZE rusza", "Rusza program odnawialnych źródeł energii"}
    assert set(found(client, "ruszają oze")) == both
    assert set(found(client, "odnawialne źródło energii rusza")) == both


def test_synonyms_are_those_of_the_language(client, structure):
    SynonymGroup.objects.create(language="en", words="flower shop\nkwiaciarnia")
    make_news(structure["pl"].sections["news"], title="Kwiaciarnia")
    make_news(structure["en"].sections["news"], title="Kwiaciarnia overseas")
    assert found(client, "flower shop") == []
    assert found(client, "flower shop", "/en/search/") == ["Kwiaciarnia overseas"]


def test_a_change_holds_at_once(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnia")
    assert found(client, "florysta") == []
    group = SynonymGroup.objects.create(words="kwiaciarnia\nflorysta")
    assert found(client, "florysta") == ["Kwiaciarnia"]
    group.delete()
    assert found(client, "florysta") == []


def test_the_passage_marks_what_was_found_instead(client, structure):
    make_news(structure["pl"].sections["news"], title="Goście", lead="Przyjechali do uzdrowiska floryści.")
    [result] = client.get("/szukaj/", {"q": "uzdrowiskowy florysta"}).context["results"]
    assert result.excerpt.startswith("Przyjechali do <mark>uzdrowiska</mark> <mark>floryści</mark>")


def test_the_longest_expression_counts():
    [part] = parts("odnawialne źródła energii", ENERGY, (("odnawialne",), ("nowe",)))
    assert part == Part(("odnawialne", "źródła", "energii"), (("OZE",),))
    assert parts("źródła odnawialne", ENERGY) == [Part(("źródła",)), Part(("odnawialne",))]


def test_what_is_added_is_bounded(structure, client):
    many = tuple((f"słowo{number}",) for number in range(20))
    made = parts(" ".join(["słowo1"] * 12), many, many[:5])
    assert sum(len(each) for part in made for each in part.synonyms) == 24
    assert len(as_search_query(made, "pl").subqueries) == 12
    SynonymGroup.objects.create(words="\n".join(word for (word,) in many))
    assert client.get("/szukaj/", {"q": " ".join(["słowo1"] * 12)}).status_code == 200


def test_asked_again_it_costs_no_query(structure, django_assert_num_queries):
    choices_of("pl")
    with django_assert_num_queries(0):
        assert choices_of("pl").synonyms


@pytest.mark.parametrize("words", ["jedno", "jedno\n\n ?!", "a\n" * 21, "raz\n" + "dwa " * 7])
def test_groups_that_make_no_sense_are_refused(db, words):
    with pytest.raises(ValidationError) as refused:
        SynonymGroup(words=words).full_clean()
    assert set(refused.value.message_dict) == {"words"}


def test_the_starting_list_is_loaded_and_sensible(db):
    rows = read_seed()
    assert len(rows) == len(set(rows)) == SynonymGroup.objects.count()
    for group in SynonymGroup.objects.all():
        group.full_clean()
