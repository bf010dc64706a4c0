"""Readers of a translation are told when its source says other words than it was made from."""

from datetime import date

import pytest
from django.utils import timezone

from content.factories import make_news, make_translation
from editorial.publishing import publish_loaded_content
from translation.models import PublishedText
from translation.states import follow

NOTICE = "The Polish version of this page was changed on"


@pytest.fixture
def polish(structure):
    return make_news(structure["pl"].sections["news"], date=date(2026, 2, 5))


@pytest.fixture
def english(polish, people):
    english = make_translation(polish)
    follow(english, PublishedText.objects.get(page_id=polish.pk), people["translator"])
    return english


def test_nothing_is_said_while_the_translation_follows_its_source(client, polish, english):
    for page in (polish, english):
        assert NOTICE not in client.get(page.url).content.decode()


def test_readers_are_told_since_when_the_polish_words_are_others(client, polish, english):
    polish.lead = "Inne słowa."
    publish_loaded_content(polish, "A change")

    html = client.get(english.url).content.decode()

    today = timezone.localdate()
    assert f"{NOTICE} {today.day} {today:%B} {today.year}" in html
    assert f'href="{polish.url}"' in html.split("notice--warning")[1].split("</div>")[0]
    assert NOTICE not in client.get(polish.url).content.decode()
