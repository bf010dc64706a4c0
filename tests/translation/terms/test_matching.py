"""Terms are found in every form, the longest first."""

import pytest

COUNCIL = ("rada gminy", "municipal council")
MUNICIPALITY = ("gmina", "municipality")
MEETING = ("walne zebranie członków", "general meeting of members")
BULLETIN = ("BIP", "BIP")


def found(index, text):
    return [text[hit.start : hit.end] for hit in index.find(text)]


@pytest.mark.parametrize(
    "form", ["rada gminy", "rady gminy", "radzie gminy", "radę gminy", "radą gminy", "rad gmin", "RADAMI GMIN"]
)
def test_a_term_is_found_in_every_case_and_number(index, form):
    assert found(index(COUNCIL), f"Dziś {form} obraduje.") == [form]


@pytest.mark.parametrize(
    "form",
    ["walne zebranie członków", "walnego zebrania członków", "walnym zebraniem członków", "walnych zebrań członków"],
)
def test_adjectives_agree_with_their_noun(index, form):
    assert found(index(MEETING), f"o {form},") == [form]


def test_the_longest_term_counts_and_none_lies_in_another(index):
    text = "Gmina i rada gminy, potem gminy."
    hits = index(COUNCIL, MUNICIPALITY).find(text)
    assert [(hit.term.english, text[hit.start : hit.end]) for hit in hits] == [
        ("municipality", "Gmina"),
        ("municipal council", "rada gminy"),
        ("municipality", "gminy"),
    ]


@pytest.mark.parametrize("text", ["rada, gminy", "rada. Gminy", "rada (gminy)", "rada – gminy", "gmina rada", "rada"])
def test_words_of_a_term_stand_together_and_in_their_order(index, text):
    assert not found(index(COUNCIL), text)


@pytest.mark.parametrize("text", ["rada\u00a0gminy", "rada\n gminy", "ra\u00adda gmi\u00adny"])
def test_spaces_and_hyphenation_of_any_kind_do_not_count(index, text):
    assert found(index(COUNCIL), text) == [text]


def test_what_is_written_in_capitals_is_found_in_capitals_only(index):
    assert found(index(BULLETIN), "w BIP-ie i w bip") == ["BIP"]


def test_other_words_of_the_same_root_are_no_term(index):
    assert not found(index(MUNICIPALITY, ("zarząd", "board")), "gminny zarządca zarządza")


def test_a_term_without_letters_is_never_found(index):
    assert not found(index(("–", "dash")), "Gmina – miasto")
