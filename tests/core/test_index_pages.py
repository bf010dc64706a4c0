"""Index pages: whatever the address says, readers get a list, and words for what it cannot show."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import make_member, make_news, make_publication, make_translation
from members.models import MemberPage
from news.models import NewsIndexPage

HOSTILE = [
    "page=abc",
    "page=-1",
    "page=0",
    "page=99999",
    "page=" + "9" * 5000,
    "page=%00",
    "page=1.5",
    "page=%D9%A3",
    "page=1&page=2&page=x",
    "page[]=2",
    "area=%00",
    "area=nothing",
    "area=" + "a" * 7000,
    "area=culture&area=%ff%fe",
    "year=%00&member=%00&type=%00&kind=%00",
    "year=99999999999999999999",
    "year=2026'--",
    "type=report&year=-1",
    "kind[]=rural",
    "%00=%00",
    "&&&==",
]


@pytest.fixture
def news(structure):
    parent = structure["pl"].sections["news"]
    return [
        make_news(
            parent,
            title=f"Wiadomość {number}",
            date=date(2026, 1, 1) - timedelta(days=100 * number),
            areas=[structure["pl"].areas["culture" if number % 2 else "sport"]],
        )
        for number in range(4)
    ]


@pytest.fixture
def pages_of_two(monkeypatch):
    monkeypatch.setattr(NewsIndexPage, "per_page", 2)


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context["filtered_list"]


def titles(client, address):
    return [page.title for page in shown(client, address).page_obj.object_list]


@pytest.mark.parametrize("query", HOSTILE)
def test_any_query_gives_a_list(client, structure, query):
    # A NUL byte names nothing anywhere on the site.
    answer = 404 if "%00" in query else 200
    for key in ("news", "publications", "members"):
        assert client.get(f"{structure['pl'].sections[key].url}?{query}").status_code == answer


@pytest.mark.parametrize(
    ("asked", "given"),
    [("2", 2), ("abc", 1), ("", 1), ("-7", 1), ("0", 1), ("99999", 2), ("9" * 5000, 2)],
)
def test_page_number_leads_to_the_nearest_page(client, structure, news, pages_of_two, asked, given):
    assert shown(client, f"{structure['pl'].sections['news'].url}?page={asked}").page_obj.number == given


def test_news_are_newest_first_and_of_the_same_day_in_order_of_publication(client, structure, news):
    parent = structure["pl"].sections["news"]
    later = make_news(parent, title="Później", date=date(2026, 1, 1))
    assert titles(client, parent.url) == [later.title, *(page.title for page in news)]


def test_filters_narrow_together_and_stay_in_the_links(client, structure, news, pages_of_two):
    address = structure["pl"].sections["news"].url
    slug = structure["pl"].areas["culture"].slug
    assert titles(client, f"{address}?area={slug}") == ["Wiadomość 1", "Wiadomość 3"]
    assert titles(client, f"{address}?area={slug}&year=2025") == ["Wiadomość 1", "Wiadomość 3"]
    assert titles(client, f"{address}?area={slug}&year=2026") == []
    assert "?year=2025&amp;page=2" in client.get(f"{address}?year=2025").content.decode()


def test_unknown_value_is_answered_in_words_at_its_filter(client, structure, news):
    found = shown(client, f"{structure['pl'].sections['news'].url}?area=unknown&year=2026")
    assert list(found.form.errors) == ["area"]
    assert [page.title for page in found.page_obj.object_list] == ["Wiadomość 0"]


def test_canonical_address(client, structure, news, pages_of_two):
    address = structure["pl"].sections["news"].url
    canonical = '<link rel="canonical" href="http://localhost{}">'
    assert canonical.format(address) in client.get(f"{address}?page=1").content.decode()
    assert canonical.format(f"{address}?page=2") in client.get(f"{address}?page=2").content.decode()
    assert canonical.format(address) in client.get(f"{address}?year=2025&page=2").content.decode()


def test_only_what_readers_may_see_is_listed(client, structure, news):
    private, expired, draft = news[1], news[2], structure["pl"].sections["news"]
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    make_news(draft, title="Szkic", live=False)
    make_news(draft, title="Wygasła", expire_at=timezone.now() + timedelta(seconds=0.01))
    address = structure["pl"].sections["news"].url
    assert titles(client, address) == ["Wiadomość 0", expired.title, "Wiadomość 3"]


def test_english_list_filters_by_english_titles_and_shows_no_polish_ones(client, structure, news):
    english = make_translation(news[1], title="News one")
    area = structure["en"].areas["culture"]
    address = structure["en"].sections["news"].url
    found = shown(client, f"{address}?area={area.slug}")
    assert [page.title for page in found.page_obj.object_list] == ["News one"]
    assert [page.area_titles for page in found.page_obj.object_list] == [[area.title]]
    content = client.get(english.url).content.decode()
    assert area.title in content
    assert structure["pl"].areas["culture"].title not in content


def test_untranslated_member_is_left_out_of_the_english_page(client, structure):
    members = structure["pl"].sections["members"]
    known, unknown = make_member(members, title="Gmina Znana"), make_member(members, title="Gmina Nieznana")
    make_translation(known, title="Known municipality")
    page = make_news(structure["pl"].sections["news"], members=[known, unknown])
    content = client.get(make_translation(page).url).content.decode()
    assert "Known municipality" in content
    assert "Gmina" not in content
    offered = shown(client, structure["en"].sections["news"].url).form.offered["member"]
    assert [choice.label for choice in offered] == ["Known municipality"]


def test_publications_are_ordered_by_year_and_polish_title(client, structure):
    parent = structure["pl"].sections["publications"]
    for year, title in [(2024, "Żory"), (2025, "Świt"), (2025, "Łan"), (2025, "Sen"), (2025, "Lód")]:
        make_publication(parent, year=year, title=title, kind="guide" if year == 2024 else "report")
    assert titles(client, parent.url) == ["Lód", "Łan", "Sen", "Świt", "Żory"]
    assert titles(client, f"{parent.url}?type=guide") == ["Żory"]
    assert [choice.value for choice in shown(client, parent.url).form.offered["type"]] == ["report", "guide"]


def test_members_are_in_polish_order_with_past_ones_last(client, structure):
    parent = structure["pl"].sections["members"]
    for title, left in [
        ("Żary", None),
        ("Lubań", None),
        ("Łódź", None),
        ("Adamów", date(2020, 1, 1)),
        ("Zgierz", None),
    ]:
        make_member(parent, title=title, left_on=left)
    make_member(parent, title="Powiat", kind=MemberPage.Kind.COUNTY, teryt="0201")
    assert titles(client, parent.url) == ["Lubań", "Łódź", "Powiat", "Zgierz", "Żary", "Adamów"]
    assert titles(client, f"{parent.url}?kind=county") == ["Powiat"]
