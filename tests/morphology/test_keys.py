"""One form of a word finds the others, and not other words."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from morphology import keys_of, lemmas_of
from morphology.keys import LONGEST, reducer
from morphology.lemmas import Morfeusz, SimpleDictionary, knows_polish
from tools.morphology import read_families, recall_and_precision

DATA = Path(__file__).parent / "data"
FAMILIES = ["polish-inflection.tsv", "further-families.tsv"]


def are_one(first: str, second: str, language: str = "pl") -> bool:
    return not keys_of(first, language).isdisjoint(keys_of(second, language))


@pytest.fixture(scope="module")
def with_simplemma():
    return reducer("pl", SimpleDictionary("pl"))


@pytest.mark.parametrize("name", FAMILIES)
def test_families_by_the_small_dictionary(with_simplemma, name):
    recall, precision = recall_and_precision(read_families(DATA / name), with_simplemma.keys)
    assert recall >= 0.97
    assert precision >= 0.97


@pytest.mark.skipif(not knows_polish(), reason="the package morfeusz2 has no wheel for every machine")
@pytest.mark.parametrize("name", FAMILIES)
def test_families_by_the_large_dictionary(name):
    recall, precision = recall_and_precision(read_families(DATA / name), reducer("pl", Morfeusz()).keys)
    assert recall >= 0.99
    assert precision >= 0.97


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("lodz", "Łodzi"),
        ("uchwala", "uchwałę"),
        ("GMINA", "gminami"),
        ("droge", "drogę"),
        ("wojt", "wójtowie"),
        ("KIELCE", "Kielcach"),
        ("za\u00adrządu", "zarząd"),
        ("Kennedy'ego", "Kennedy"),
        ("Google’a", "Google"),
        ("zebran\u0301", "zebrania"),
    ],
)
def test_marks_and_case_do_not_count_in_polish(typed, written):
    assert are_one(typed, written)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("municipality", "municipalities"),
        ("council’s", "Councils"),
        ("children", "child"),
        ("naive", "naïve"),
        ("translated", "translating"),
    ],
)
def test_english_words_find_their_forms(typed, written):
    assert are_one(typed, written, "en")


@pytest.mark.parametrize(
    ("first", "second"), [("gmina", "gość"), ("miałem", "mi"), ("rada", "rok"), ("sołtys", "sołectwo")]
)
def test_other_words_are_not_found(first, second):
    assert not are_one(first, second)


def test_lemmas_do_not_join_words_that_are_only_akin():
    assert are_one("municipal", "municipality", "en")
    assert lemmas_of("municipal", "en").isdisjoint(lemmas_of("municipality", "en"))
    assert not lemmas_of("Municipalities’", "en").isdisjoint(lemmas_of("municipality", "en"))


def test_a_word_is_always_a_key_of_itself():
    assert "qwrtzp" in keys_of("Qwrtzp", "pl")
    assert "2027" in keys_of("2027", "pl")


def test_only_the_beginning_of_what_is_no_word_counts():
    assert keys_of("a" * 10_000, "pl") == {"a" * LONGEST} == lemmas_of("a" * 10_000, "en")


def test_other_languages_are_refused():
    with pytest.raises(ValueError, match="'de'"):
        keys_of("Gemeinde", "de")


def test_threads_do_not_disturb_one_another():
    families = read_families(DATA / FAMILIES[0])
    forms = [form for forms in families.values() for form in forms]
    alone = [reducer("pl").keys(form) for form in forms]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda form: keys_of(form, "pl"), forms))
    assert together == alone
