"""The English of a page is compared with the glossary."""

import pytest
from django.utils import translation

from translation.segments import Kind, Part
from translation.terms.models import Term
from translation.terms.problems import ProblemKind, missing_terms, problems_of, term_problems

MUNICIPALITY = ("gmina", "municipality", "commune")
COUNCIL = ("rada gminy", "municipal council", "village council")
HEAD = ("sołtys", "village head", "head")
BOARD = ("zarząd", "management board", "board")


def problems(index, polish, english):
    """Compare texts by the names of their parts."""
    by_path = [{(path,): [text] for path, text in texts.items()} for texts in (polish, english)]
    return [
        (problem.kind, problem.path[0], problem.polish, problem.english) for problem in problems_of(*by_path, index)
    ]


def compare(index, polish, english):
    """Compare two passages."""
    return [(kind, form, used) for kind, _path, form, used in problems(index, {"a": polish}, {"a": english})]


@pytest.mark.parametrize(
    "english",
    ["the municipality", "Municipalities agreed", "the municipality’s roads", "the municipalities' roads"],
)
def test_the_english_may_be_plural_and_possessive(index, english):
    assert not compare(index(MUNICIPALITY), "Drogi gmin", english)


def test_a_term_that_the_english_does_not_say_is_missing(index):
    assert compare(index(MUNICIPALITY), "W gminie pada.", "It rains in the village.") == [("missing", "gminie", "")]


def test_english_that_is_only_akin_does_not_do(index):
    assert compare(index(MUNICIPALITY), "W gminie pada.", "It rains on municipal roads.")


def test_forbidden_english_is_named_also_beside_the_right_one(index):
    english = "The municipality and other communes"
    assert compare(index(MUNICIPALITY), "Gmina i inne gminy", english) == [("forbidden", "Gmina", "communes")]


def test_what_is_forbidden_for_one_term_may_stand_in_the_right_english_of_another(index):
    glossary = index(HEAD, BOARD, ("przewodniczący", "head of the council"))
    polish = "Sołtys i zarząd oraz przewodniczący"
    assert not compare(glossary, polish, "The village head, the management board and the head of the council")
    assert compare(glossary, "Zarząd", "The management board is a board") == [("forbidden", "Zarząd", "board")]


def test_forbidden_words_do_not_count_where_polish_has_not_the_term(index):
    assert not compare(index(MUNICIPALITY), "Wspólnota mieszka.", "A commune lives.")


def test_a_term_inside_a_longer_one_is_not_asked_for(index):
    assert not compare(index(MUNICIPALITY, COUNCIL), "Rada gminy obraduje.", "The municipal council meets.")


def test_one_mention_in_a_part_is_enough(index):
    assert not compare(index(MUNICIPALITY), "Gmina, w gminie i do gminy.", "The municipality, in it and to it.")


def test_a_term_may_move_to_another_part(index):
    polish = {"title": "Wieści", "lead": "Gmina buduje.", "body": "Droga biegnie."}
    english = {"title": "News", "lead": "They build.", "body": "The municipality has a road."}
    assert not problems(index(MUNICIPALITY), polish, english)


def test_two_parts_may_become_one(index):
    polish = {"a": "Gmina buduje.", "b": "Gmina płaci."}
    english = {"a": "The municipality builds and the municipality pays.", "b": ""}
    assert not problems(index(MUNICIPALITY), polish, english)


def test_a_part_that_says_it_once_too_often_speaks_for_the_nearest(index):
    polish = dict.fromkeys("abcd", "Gmina.")
    english = {"a": "It.", "b": "It.", "c": "It.", "d": "A municipality and a municipality."}
    assert [path for _kind, path, _polish, _english in problems(index(MUNICIPALITY), polish, english)] == ["a", "b"]


def test_a_part_that_english_lacks_and_one_that_only_english_has(index):
    assert problems(index(MUNICIPALITY), {"a": "Gmina."}, {}) == [("missing", "a", "Gmina", "")]
    assert not problems(index(MUNICIPALITY), {"a": "Gmina."}, {"b": "The municipality."})


def test_problems_come_in_the_order_of_the_polish_page_once_for_each_part(index):
    polish = {"a": "Sołtys.", "b": "Gmina i gmina, sołtys."}
    english = {"a": "He.", "b": "The commune, the commune."}
    assert problems(index(MUNICIPALITY, HEAD), polish, english) == [
        ("missing", "a", "Sołtys", ""),
        ("forbidden", "b", "Gmina", "commune"),
        ("missing", "b", "sołtys", ""),
    ]


def test_messages_say_what_and_what_to_do(index):
    glossary = index(MUNICIPALITY)
    with translation.override("en"):
        (missing,) = problems_of({(): ["gminą"]}, {(): ["it"]}, glossary)
        (forbidden,) = problems_of({(): ["gminą"]}, {(): ["communes"]}, glossary)
        assert (
            missing.message == "For “gminą” the glossary has “municipality”, which the English text does not say here."
        )
        assert forbidden.message == "“communes” is not used for “gminą”. The glossary has “municipality”."


def part(path, raw, kind=Kind.RICH_TEXT):
    return {(path,): Part((path,), kind, raw, None, 0)}


def test_parts_of_pages_are_compared_by_what_they_say(make_term):
    make_term(*MUNICIPALITY)
    polish = part("body", "<p>Razem.</p><p>W <b>gminie</b> pada.</p>") | part("link", "gmina", Kind.LINK)
    english = part("body", "<p>Together.</p><p>In the <b>municipality</b> it rains.</p>")
    assert not term_problems(polish, english)
    (problem,) = term_problems(polish, part("body", "<p>In the <i>commune</i>.</p>"))
    assert (problem.kind, problem.path, problem.english) == (ProblemKind.FORBIDDEN, ("body",), "commune")


def test_passages_are_compared_with_the_glossary(make_term):
    term = make_term(*MUNICIPALITY)
    (problem,) = missing_terms("Gminy", "Villages")
    assert (problem.term, problem.kind, problem.polish) == (term, ProblemKind.MISSING, "Gminy")
    Term.objects.all().delete()
    assert not missing_terms("Gminy", "Villages")
