"""How a changed passage is shown, and read aloud."""

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.html import strip_tags

SHOW = Template("{% load difference_tags %}{% word_diff before after %}")


def shown(before, after, language="en"):
    with translation.override(language):
        return SHOW.render(Context({"before": before, "after": after}))


@pytest.mark.parametrize(("language", "was", "is_now"), [("en", "was:", "is:"), ("pl", "było:", "jest:")])
def test_a_changed_word_is_marked_and_said_in_the_language_of_the_reader(language, was, is_now):
    text = shown("Nabór ofert do 15 marca.", "Nabór wniosków do 15 marca.", language)
    assert f'<del><span class="w-sr-only" lang="{language}">{was} </span> ofert</del>' in text
    assert f'<ins><span class="w-sr-only" lang="{language}">{is_now} </span> wniosków</ins>' in text


def test_what_is_the_same_stands_unmarked():
    assert shown("Biuro jest nieczynne.", "Biuro jest nieczynne.") == "Biuro jest nieczynne."


def test_texts_are_no_markup():
    text = shown("<b>jeden</b>", "<b>dwa</b>")
    assert "<b>" not in text
    assert "dwa" in strip_tags(text)
