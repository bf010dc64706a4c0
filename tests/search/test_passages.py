"""The passage of a text that shows why it was found."""

from uuid import uuid4

import pytest

from content.factories import block, make_news
from morphology import keys_of
from search.passages import WORDS, passage

FILLER = "Zdanie bez znaczenia dla nikogo. " * 40


def shown(text, *words, language="pl"):
    return passage(text, [keys_of(word, language) for word in words], language)


def test_words_are_found_at_the_end_of_a_very_long_text():
    text = FILLER * 200 + "Kwiaciarnie stoją daleko. " + FILLER * 20 + "Tu kwiaciarnia na DWORCU. " + FILLER
    assert len(text) > 200_000
    assert "Tu <mark>kwiaciarnia</mark> na <mark>DWORCU</mark>" in shown(text, "kwiaciarnie", "dworcem")
    assert shown("İ" + text, "dworcem") is not None
    assert shown(text, "nieobecny") is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Otwarto kwiaciarnię.", ["kwiaciarnie"], "Otwarto <mark>kwiaciarnię</mark>."),
        ("Kwiaciarnie i dworce", ["dworzec", "kwiaciarnia"], "<mark>Kwiaciarnie</mark> i <mark>dworce</mark>"),
        ("Do Łodzi & dalej", ["lodz"], "Do <mark>Łodzi</mark> &amp; dalej"),
        ("<b>kwiaciarnia</b>", ["kwiaciarnia"], "b&gt;<mark>kwiaciarnia</mark>&lt;/b"),
    ],
)
def test_words_found_are_marked_in_any_form_and_all_else_is_escaped(text, words, expected):
    assert shown(text, *words) == expected


def test_there_is_none_where_no_word_stands():
    assert shown("Otwarto dworzec.", "kwiaciarnia") is None
    assert shown("", "kwiaciarnia") is None


def test_it_is_some_forty_words_around_the_place():
    found = shown(f"{FILLER}Otwarto kwiaciarnię. {FILLER}", "kwiaciarnia")
    assert found.startswith("…")
    assert found.endswith("…")
    assert "<mark>kwiaciarnię</mark>" in found
    assert len(found.split()) == WORDS


def test_a_place_with_all_words_is_better_than_the_first_one():
    found = shown(f"Kwiaciarnie. {FILLER} Kwiaciarnie na dworcach. {FILLER}", "kwiaciarnia", "dworzec")
    assert "<mark>Kwiaciarnie</mark> na <mark>dworcach</mark>" in found


def test_the_end_of_a_text_is_shown_in_full_length():
    found = shown(f"{FILLER}Otwarto kwiaciarnię", "kwiaciarnia")
    assert found.endswith("<mark>kwiaciarnię</mark>")
    assert len(found.split()) == WORDS


def test_english_forms_are_marked():
    assert (
        shown("The councils' vote", "council", language="en") == "The <mark>councils&#x27;</mark> vote"
        or shown("The councils' vote", "council", language="en") == "The <mark>councils</mark>&#x27; vote"
    )


def test_results_show_the_passage(client, structure):
    text = [block(uuid4(), "text", f"<p>{FILLER}</p><p>Otwarto <b>kwiaciarnię</b> &amp; dworzec.</p>")]
    make_news(structure["pl"].sections["news"], title="Otwarcie", lead="Co się stało.", body=text)
    content = client.get("/szukaj/", {"q": "kwiaciarniami"}).content.decode()
    assert "Otwarto <mark>kwiaciarnię</mark> &amp; dworzec." in content


def test_summary_is_shown_where_only_the_title_has_the_words(client, structure):
    make_news(structure["pl"].sections["news"], title="Kwiaciarnie", lead="Co się stało.")
    [result] = client.get("/szukaj/", {"q": "kwiaciarnia"}).context["results"]
    assert result.excerpt == "Co się stało."
