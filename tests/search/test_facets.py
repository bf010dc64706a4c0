"""What was found may be narrowed by type, year, area and member, with links."""

import datetime
import re

import pytest

from content.factories import make_event, make_member, make_news, make_publication
from search import results

DATES = [datetime.date(2024, 5, 1), datetime.date(2025, 5, 1), datetime.date(2025, 6, 1)]


@pytest.fixture
def found(structure):
    """Three pieces of news and a publication about flower shops, two of the news of one area, one of a member."""
    sections = structure["pl"].sections
    area, other = list(structure["pl"].areas.values())[:2]
    member = make_member(sections["members"], title="Gmina Przykładowa", slug="gmina-przykladowa")
    make_news(sections["news"], title="Kwiaciarnia 1", date=DATES[0], areas=[area])
    make_news(sections["news"], title="Kwiaciarnia 2", date=DATES[1], areas=[area, other], members=[member])
    make_news(sections["news"], title="Kwiaciarnia 3", date=DATES[2])
    make_publication(sections["publications"], title="Kwiaciarnia 4", year=2024)
    return {"area": area, "other": other, "member": member}


def ask(client, **asked):
    return client.get("/szukaj/", {"q": "kwiaciarnie", **asked})


def titles(response):
    return {result.title[-1] for result in response.context["results"]}


def counts(response):
    return {
        facet.name: {str(value.label): value.count for value in facet.values} for facet in response.context["facets"]
    }


def test_values_are_counted(client, found):
    assert counts(ask(client)) == {
        "type": {"Wiadomość": 3, "Publikacja": 1},
        "year": {"2025": 2, "2024": 2},
        "area": {found["area"].title: 2, found["other"].title: 1},
    }


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"year": "2024"}, {"1", "4"}),
        ({"type": "publicationpage"}, {"4"}),
        ({"year": "2024", "type": "newspage"}, {"1"}),
        ({"member": "gmina-przykladowa"}, {"2"}),
    ],
)
def test_results_are_narrowed(client, found, asked, expected):
    response = ask(client, **asked)
    assert titles(response) == expected
    assert "facet" in response.content.decode()


def test_results_are_narrowed_by_area(client, found):
    assert titles(ask(client, area=found["area"].slug)) == {"1", "2"}


def test_events_have_the_year_they_begin_in(client, structure):
    make_event(structure["pl"].sections["events"], title="Kwiaciarnia 5")
    assert titles(ask(client, year="2097")) == {"5"}


def test_every_value_is_a_link_that_finds_as_many_as_it_says(client, found):
    for facet in ask(client).context["facets"]:
        for value in facet.values:
            assert client.get(f"/szukaj/?{value.query}").context["count"] == value.count, value


def test_what_was_chosen_can_be_taken_back(client, found):
    response = ask(client, year="2024", type="newspage")
    chosen = {facet.name: facet.values for facet in response.context["facets"]}
    [year] = chosen["year"]
    assert year.is_chosen
    assert titles(client.get(f"/szukaj/?{year.query}")) == {"1", "2", "3"}


def test_english_pages_are_narrowed_by_the_english_area(client, structure):
    section = structure["en"].sections["news"]
    area = next(iter(structure["pl"].areas.values()))
    english = next(each for each in structure["en"].areas.values() if each.translation_key == area.translation_key)
    make_news(section, title="Flower shop 1", areas=[area])
    make_news(section, title="Flower shop 2")
    response = client.get("/en/search/", {"q": "flower shops", "area": english.slug})
    assert titles(response) == {"1"}
    assert english.title in response.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"year": "abcd"},
        {"year": "٢٠٢٤"},
        {"year": "9" * 5000},
        {"type": "user"},
        {"type": "'"},
        {"area": "nie-ma"},
        {"member": '"%'},
        {"area": "\ud7ff", "member": "x" * 5000},
    ],
    ids=ascii,
)
def test_unknown_values_are_left_out_and_named(client, found, asked):
    response = ask(client, **asked)
    assert titles(response) == {"1", "2", "3", "4"}
    assert response.context["narrowed"].has_unknown


def test_nothing_left_says_how_to_see_all(client, found):
    response = ask(client, year="1999")
    assert response.status_code == 200
    assert 'href="/szukaj/?q=kwiaciarnie"' in response.content.decode()


def test_pages_of_results_keep_what_was_chosen(client, found, monkeypatch):
    monkeypatch.setattr("search.views.PER_PAGE", 1)
    content = ask(client, year="2025").content.decode()
    assert re.search(r"\?q=kwiaciarnie&amp;year=2025&amp;page=2", content)


def test_many_results_are_not_counted_to_the_end(client, found, monkeypatch):
    monkeypatch.setattr(results, "MOST_RESULTS", 2)
    monkeypatch.setattr("search.views.MOST_RESULTS", 2)
    response = ask(client)
    assert response.context["more_than"] == 2
    assert len(response.context["results"]) == 2


def test_title_comes_before_text_and_newer_before_older(client, structure):
    section = structure["pl"].sections["news"]
    make_news(section, title="Kwiaciarnia 1")
    make_news(section, title="Kwiaciarnia 2")
    make_news(section, title="Otwarcie 3", lead="Otwarto kwiaciarnię i kwiaciarnię.")
    assert [result.title[-1] for result in ask(client).context["results"]] == ["2", "1", "3"]


def test_all_words_in_the_title_come_first(client, structure):
    section = structure["pl"].sections["news"]
    make_news(section, title="Kwiaciarnia na dworcu 1")
    make_news(section, title="Kwiaciarnia 2", lead="Stoi na dworcu.")
    response = client.get("/szukaj/", {"q": "dworzec kwiaciarnia"})
    assert [result.title[-1] for result in response.context["results"]] == ["1", "2"]
