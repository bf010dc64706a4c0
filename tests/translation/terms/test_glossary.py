"""The terms, and how every process learns that they have changed."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from translation.terms.matching import terms_in
from translation.terms.models import LONGEST_TERM, Glossary, Term, sort_key


def found(text):
    return [hit.term.english for hit in terms_in(text)]


def test_a_change_of_the_glossary_is_known_at_once(make_term):
    assert found("w gminie") == []
    term = make_term("gmina", "commune")
    assert found("w gminie") == ["commune"]
    term.english = "municipality"
    term.save()
    assert found("w gminie") == ["municipality"]
    term.delete()
    assert found("w gminie") == []


def test_a_change_that_is_taken_back_leaves_nothing_behind(make_term):
    make_term("gmina", "municipality")

    def try_out(polish):
        with transaction.atomic():
            make_term(polish, polish)
            seen = found("gmina, wójt i sołtys")
            transaction.set_rollback(True)
        return seen

    assert try_out("wójt") == ["municipality", "wójt"]
    assert try_out("sołtys") == ["municipality", "sołtys"]
    assert found("gmina, wójt i sołtys") == ["municipality"]


def test_asking_costs_one_query_whatever_the_number_of_terms(make_term, django_assert_num_queries):
    make_term("gmina", "municipality")
    found("gmina")
    with django_assert_num_queries(1):
        found("gmina i wójt")


def test_only_polish_words_make_pages_to_be_searched_again(make_term):
    term = make_term("gmina", "municipality")
    number = Glossary.current().number
    term.note = "See the style guide."
    term.save()
    assert Glossary.current().number == number
    term.polish = "gmina wiejska"
    term.save()
    assert Glossary.current().number == number + 1
    term.delete()
    assert Glossary.current().number == number + 2


def test_words_are_brought_into_one_form(db):
    term = Term(polish="  rada\u00a0 gminy ", english="municipal  council", not_english=" commune\n\n  gmina  council ")
    term.clean()
    assert (term.polish, term.english) == ("rada gminy", "municipal council")
    assert term.forbidden == ["commune", "gmina council"]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"polish": "–"}, "polish"),
        ({"english": "..."}, "english"),
        ({"polish": "słowo " * (LONGEST_TERM + 1)}, "polish"),
        ({"not_english": "Municipality"}, "not_english"),
        ({"not_english": "commune\n***"}, "not_english"),
    ],
)
def test_terms_that_cannot_be_found_are_refused(fields, wrong):
    with pytest.raises(ValidationError) as refusal:
        Term(**{"polish": "gmina", "english": "municipality", **fields}).clean()
    assert list(refusal.value.message_dict) == [wrong]


def test_terms_sort_by_the_polish_alphabet(make_term):
    words = ["żłobek", "łąka", "zebranie", "lis", "źródło", "luz", "rada gminy", "rada", "radny", "Ćwiczenia", "czas"]
    for word in words:
        make_term(word, "x")
    assert [term.polish for term in Term.objects.all()] == [
        *("czas", "Ćwiczenia", "lis", "luz", "łąka", "rada", "rada gminy", "radny", "zebranie", "źródło", "żłobek"),
    ]
    assert sort_key("luz") < sort_key("łan") < sort_key("mak")
