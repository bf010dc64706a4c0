"""What a Polish page and its English one say differently, wherever on the page it stands."""

import pytest
from django.utils import translation

from translation.facts.kinds import FactKind
from translation.facts.pages import compare_parts
from translation.segments import Kind, Part


def page(**texts):
    """Return parts from texts: `a` a text field, `a__rich` a rich text, `a__image` the number of an image."""
    kinds = {"": Kind.TEXT, "rich": Kind.RICH_TEXT, "image": Kind.IMAGE, "link": Kind.LINK, "file": Kind.FILE}
    parts = {}
    for place, (key, raw) in enumerate(texts.items()):
        name, _sep, kind = key.partition("__")
        path = ("body", *name.split("_"))
        parts[path] = Part(path, kinds[kind], raw, None, place)
    return parts


def equal(one, other):
    return one == other


def found(polish, english, same_target=equal):
    return [
        (each.path, each.polish_index, each.english_index, each.discrepancy.kind)
        for each in compare_parts(polish, english, same_target)
    ]


def test_pages_that_say_the_same():
    polish = page(a="Dotacja 5 mln zł", b__rich="<p>Do 3 marca.</p><ul><li>Nie zwracamy.</li></ul>")
    english = page(a="A grant of PLN 5 million", b__rich="<p>By 3 March.</p><ul><li>Not returned.</li></ul>")
    assert found(polish, english) == []


def test_a_difference_names_part_and_segments():
    polish = page(a="Dotacja", b__rich="<p>Opis.</p><p>Kwota: 5 mln zł.</p>")
    english = page(a="A grant", b__rich="<p>Description.</p><p>Amount: PLN 6 million.</p>")
    assert found(polish, english) == [(("body", "b"), 1, 1, FactKind.AMOUNT)]


def test_what_moved_to_another_paragraph_or_block_is_no_difference():
    polish = page(a__rich="<p>Dotacja 5 mln zł.</p><p>Nie zwracamy.</p>", b="Do 3 marca w Lipowie.")
    english = page(a__rich="<p>By 3 March in Lipowo. A grant of PLN 5 million.</p>", b="It is not returned.")
    assert found(polish, english) == []


def test_what_only_one_page_says_is_a_difference_in_that_page():
    polish = page(a="Nabór trwa 14 dni.", b="Zapraszamy.")
    english = page(a="The call is open.", b="Welcome.", c="Ask for 12 copies.")
    assert found(polish, english) == [(("body", "a"), 0, 0, FactKind.NUMBER)]
    assert found(page(a="Zapraszamy."), page(a="Welcome for 14 days.")) == [(("body", "a"), None, 0, FactKind.NUMBER)]


def test_a_fact_in_the_same_part_is_paired_before_one_elsewhere():
    polish = page(a="12 gmin", b="40 szkół")
    english = page(a="13 municipalities", b="41 schools")
    assert found(polish, english) == [
        (("body", "a"), 0, 0, FactKind.NUMBER),
        (("body", "b"), 0, 0, FactKind.NUMBER),
    ]


def test_what_is_said_twice_on_one_page_may_be_said_once_on_the_other():
    polish = page(a="Dotacja 5 mln zł", b="Te 5 mln zł wystarczy.")
    english = page(a="A grant of PLN 5 million", b="It is enough.")
    assert found(polish, english) == []


def test_the_caller_says_which_targets_are_the_same():
    polish = page(a__rich='<p><a linktype="page" id="1">Strona</a></p>', b__file=3)
    english = page(a__rich='<p><a linktype="page" id="2">Page</a></p>', b__file=3)
    assert found(polish, english) == [(("body", "a"), 0, 0, FactKind.LINK)]
    assert found(polish, english, lambda one, other: (one, other) == ("page:1", "page:2")) == []
    assert found(page(b__file=3), page()) == [(("body", "b"), 0, None, FactKind.FILE)]


@pytest.mark.parametrize(
    ("polish", "english", "expected"),
    [
        (page(a__image=1), page(a__image=2), []),
        (page(a__image=1), page(), [(("body", "a"), 0, None, FactKind.IMAGE)]),
        (page(a__image=1), page(b__image=1), []),
        (page(), page(a__image=1), [(("body", "a"), None, 0, FactKind.IMAGE)]),
    ],
)
def test_images_that_one_page_lacks(polish, english, expected):
    assert found(polish, english) == expected


def test_headings_that_one_page_lacks():
    def heading(name, text):
        path = ("body", name)
        return {
            (*path, "text"): Part((*path, "text"), Kind.TEXT, text, None, 0),
            (*path, "level"): Part((*path, "level"), Kind.OTHER, "h2", None, 1),
        }

    assert found(heading("a", "Zakres"), heading("a", "Scope")) == []
    assert found(heading("a", "Zakres"), heading("b", "Scope")) == []
    assert found(heading("a", "Zakres"), {}) == [(("body", "a", "text"), 0, None, FactKind.HEADING)]
    with translation.override("en"):
        (missing,) = compare_parts(heading("a", "Zakres"), {}, equal)
        assert "Heading: “Zakres” in the Polish text has no counterpart" in str(missing.discrepancy)
        (image,) = compare_parts(page(a__image=1), page(), equal)
        assert str(image.discrepancy) == "An image of the Polish page is missing in the English one."
