"""In which order pages are found, and by whose names."""

import datetime

import pytest
from django.utils import timezone

from content.factories import make_area, make_member, make_news, make_page
from home.models import StandardPage

pytestmark = pytest.mark.each_case


def titles(client, typed, address="/szukaj/"):
    return [result.title for result in client.get(address, {"q": typed}).context["results"]]


def test_title_comes_before_names_text_and_age(client, structure):
    sections = structure["pl"].sections
    member = make_member(sections["members"], title="Gmina Florystów")
    make_news(sections["news"], title="Wiadomość w tekście", lead="Spotkanie florystów.")
    make_news(sections["news"], title="Wiadomość z gminy", members=[member])
    assert titles(client, "floryści") == ["Gmina Florystów", "Wiadomość z gminy", "Wiadomość w tekście"]


def test_a_name_says_a_part_of_the_query_and_the_page_the_rest(client, structure):
    sections = structure["pl"].sections
    area = make_area(sections["areas"], title="Florystyka dworcowa")
    make_news(sections["news"], title="Bukiety", areas=[area])
    make_news(sections["news"], title="Bukiety bez obszaru")
    assert titles(client, "florystyka bukiet") == ["Bukiety"]


def test_names_are_those_of_the_language_and_as_they_are_now(client, structure):
    polish = next(iter(structure["pl"].areas.values()))
    english = next(each for each in structure["en"].areas.values() if each.translation_key == polish.translation_key)
    page = make_news(structure["en"].sections["news"], title="Flower shops", areas=[polish])
    assert page.title in titles(client, f"{english.title} flower shops", "/en/search/")


def test_what_gets_old_comes_after_what_does_not(client, structure):
    year = timezone.localdate().year
    section = structure["pl"].sections["news"]
    make_page(StandardPage, structure["pl"].home, title="Kwiaciarnia zawsze")
    for age in (0, 3, 9):
        make_news(section, title=f"Kwiaciarnia {age}", date=datetime.date(year - age, 1, 1))
    assert titles(client, "kwiaciarnia") == ["Kwiaciarnia 0", "Kwiaciarnia zawsze", "Kwiaciarnia 3", "Kwiaciarnia 9"]


def test_names_cost_no_query_more(client, structure, django_assert_max_num_queries):
    area = make_area(structure["pl"].sections["areas"], title="Florystyka dworcowa")
    make_news(structure["pl"].sections["news"], title="Bukiety", areas=[area])
    titles(client, "florystyka bukiet")
    with django_assert_max_num_queries(8):
        titles(client, "florystyka bukiet")
