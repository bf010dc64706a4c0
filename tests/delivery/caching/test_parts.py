"""Parts that many pages share are made once for a state of the site, and never shown after it."""

import re
from datetime import date, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone, translation

from content.factories import make_news
from core.models import AssociationSettings
from delivery.caching import parts
from delivery.caching.parts import shared
from tests.delivery.caching.conftest import forget_all


@pytest.fixture
def count(rf):
    """A function that asks for a part as a new request and returns how often it was made so far."""
    made = []

    def ask(key="menu"):
        shared(rf.get("/"), key, lambda: made.append(key))
        return len(made)

    return ask


def test_part_is_made_once_in_a_generation(page_cache, structure, count, django_capture_on_commit_callbacks):
    assert [count(), count(), count("footer")] == [1, 1, 2]
    with translation.override("en"):
        assert [count(), count()] == [3, 3]
    with django_capture_on_commit_callbacks(execute=True):
        make_news(structure["pl"].sections["news"])
    assert [count(), count()] == [4, 4]


def test_part_is_made_anew_when_something_changes_by_itself(page_cache, structure, count, later):
    page = make_news(structure["pl"].sections["news"])
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(minutes=5))
    assert [count(), count()] == [1, 1]
    later(minutes=6)
    assert [count(), count()] == [2, 2]


def test_part_is_made_for_each_request_where_nobody_tracks_changes(structure, count, rf):
    assert [count(), count()] == [1, 2]
    request, made = rf.get("/"), []
    assert [shared(request, "menu", lambda: made.append(1) or len(made)) for _time in range(2)] == [1, 1]


def test_parts_are_shared_where_no_page_is_kept(db, settings, structure, count):
    settings.SHARED_PARTS = True
    forget_all()
    assert [count(), count()] == [1, 1]
    forget_all()


def test_preview_neither_uses_nor_leaves_a_part(page_cache, structure, rf):
    page = structure["pl"].home
    page.sections = [("areas", {"heading": "Tylko w szkicu"})]
    assert "Tylko w szkicu" in page.make_preview_request().text
    assert "Tylko w szkicu" not in type(page).objects.get(pk=page.pk).serve(rf.get("/")).render().text
    assert "Tylko w szkicu" in page.make_preview_request().text


def test_parts_never_grow_without_an_end(page_cache, structure, count, monkeypatch):
    monkeypatch.setattr(parts, "MOST", 3)
    for number in range(10):
        count(number)
    assert len(parts._Kept.parts.made) <= 3


def test_html_depends_on_the_values_that_the_tag_names(page_cache, structure, rf):
    template = Template('{% load shared_tags %}{% shared "row" place %}{{ place }}-{{ other }}{% endshared %}')

    def html(place, other):
        return template.render(Context({"request": rf.get("/"), "place": place, "other": other}))

    assert [html("a", 1), html("a", 2), html("b", 3)] == ["a-1", "a-1", "b-3"]


def test_menu_marks_where_each_reader_is(page_cache, structure, client):
    section = structure["pl"].sections["news"]
    page = make_news(section)
    # An address that nobody links to is not kept as a whole
    marks = {
        url: [f'aria-current="{mark}"' in client.get(f"{url}?n=1").text.split("</nav>")[1] for mark in ("page", "true")]
        for url in ("/", section.url, page.url, "/")
    }
    assert marks == {"/": [False, False], section.url: [True, False], page.url: [False, True]}


def test_new_name_stands_everywhere_at_once(page_cache, structure, client, django_capture_on_commit_callbacks):
    client.get("/?n=1")
    with django_capture_on_commit_callbacks(execute=True):
        association = AssociationSettings.for_site(structure["pl"].home.get_site())
        association.name_pl = "Związek Przykładowy"
        association.save()
    text = client.get("/?n=1").text

    assert "Związek Przykładowy" in text.split("<main")[0].split("<header")[1]
    assert "Związek Przykładowy" in text.split("<footer")[1]


def test_form_of_a_list_shows_what_each_reader_chose(page_cache, structure, client):
    section = structure["pl"].sections["news"]
    for year in (2025, 2026):
        make_news(section, date=date(year, 5, 4))

    def chosen(query):
        form = client.get(f"{section.url}?{query}").text.split('class="filters"')[1].split("</form>")[0]
        return re.findall(r'value="(\d+)" selected', form), "filters__error" in form

    wanted = {"": ([], False), "year=2025": (["2025"], False), "year=2026": (["2026"], False), "year=1": ([], True)}
    for _time in range(2):
        assert {query: chosen(query) for query in wanted} == wanted
