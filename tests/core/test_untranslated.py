"""What English readers get of a Polish page that has no English version."""

import re
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import (
    FACTORIES,
    make_news,
    make_page,
    make_translation,
)
from core.models import BasePage
from editorial.models import TakeDown
from editorial.publishing import publish_loaded_content
from home.models import StandardPage
from tests.make_room import make_room
from tests.stand_ins import ASK, NOT_TRANSLATED, passages, stand_in
from tests.test_every_page_type import every_field, every_type, parent_of
from translation.models import TranslationVotes
from translation.segments import parts_of
from translation.withholding import lift, withhold


@pytest.fixture
def news(structure):
    return make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga")


@pytest.fixture(params=["empty", "full"])
def polish(request, model: type[BasePage], structure) -> BasePage:
    """A live Polish page of the type without an English version, with what its type demands or with everything."""
    if model._meta.label == "home.HomePage":
        structure["en"].home.unpublish()
        return structure["pl"].home
    make_room(model, structure)
    fields = every_field(model, structure) if request.param == "full" else {}
    return FACTORIES[model](parent_of(model, structure), **fields)


# The page


@every_type
def test_the_switch_of_a_page_of_any_type_leads_to_an_english_page_that_says_so(model, polish, client, read):
    link = read(polish.url).find(class_="languages").find("a")
    assert link["href"] == stand_in(polish)
    document = read(link["href"])
    assert document.html["lang"] == "en"
    notice = document.main.find(class_="notice")
    assert "There is no English version of this page yet" in notice.get_text()
    assert notice["class"] == ["notice"]
    assert document.main.find("a", string="Read it in Polish")["href"] == polish.url
    assert (document.h1.get_text(), document.h1["lang"]) == (polish.title, "pl")
    switch = document.find(class_="languages")
    assert switch.find("a", lang="pl")["href"] == polish.url
    assert not document.find(id="no-counterpart")
    assert_it_is_no_version_to_search_engines(document)
    assert_its_headings_go_down_by_one_and_name_their_sections(document)
    assert words_of(polish) & said_in(document, "en") == set()
    assert_any_cache_may_keep_it(client.get(link["href"]))
    assert NOT_TRANSLATED not in client.get("/sitemap.xml").content.decode()


def assert_it_is_no_version_to_search_engines(document: BeautifulSoup) -> None:
    assert document.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert not document.find_all("link", hreflang=True)
    assert not document.find("link", rel="canonical")
    assert not document.find("script", type="application/ld+json")
    assert not document.find("meta", property="og:url")


def assert_any_cache_may_keep_it(response: Any) -> None:
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate"
    document = BeautifulSoup(response.content, "html.parser")
    assert all(script["src"].startswith("/static/js/") for script in document.find_all("script"))
    assert not document.find_all(style=True)


def assert_its_headings_go_down_by_one_and_name_their_sections(document: BeautifulSoup) -> None:
    levels = [int(heading.name[1]) for heading in document.main.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == len(document.find_all("h1")) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for section in document.main.find_all("section"):
        assert document.find(id=section["aria-labelledby"]).get_text(strip=True)


def words_of(page: BasePage) -> set[str]:
    """Return what a translator would translate of a page, of two words or more, which no label has by chance."""
    parts = parts_of(page.latest_revision.content, type(page)) if page.latest_revision else {}
    words = {segment.text for part in parts.values() if part.kind.is_words for segment in part.segments}
    return {text for text in words if " " in text and re.search(r"[^\W\d_]", text)}


def said_in(document: BeautifulSoup, language: str) -> set[str]:
    """Return all runs of two words and more within the passages of a page that are in a language."""
    found = set()
    for passage in passages(document, language):
        words = passage.split()
        found |= {" ".join(words[start:end]) for end in range(len(words) + 1) for start in range(end - 1)}
    return found


def test_a_passage_that_is_not_marked_would_be_noticed():
    html = '<html lang="en"><main><p>Date: Nowa droga</p><p lang="pl">Jej opis</p></main>'
    document = BeautifulSoup(html, "html.parser")
    assert {"Nowa droga", "Jej opis"} & said_in(document, "en") == {"Nowa droga"}


def test_breadcrumbs_and_title_are_english(news, read):
    document = read(stand_in(news))
    crumbs = document.find(class_="breadcrumbs")
    assert [(each.get_text(), each["href"]) for each in crumbs.find_all("a")] == [
        ("Home", "/en/"),
        ("News", "/en/news/"),
    ]
    assert crumbs.find(attrs={"aria-current": "page"}).get_text() == "Not in English"
    assert document.title.get_text().startswith("Not in English: Nowa droga – ")


def test_breadcrumbs_name_no_page_that_readers_may_not_see(news, structure, read):
    PageViewRestriction.objects.create(page=structure["en"].sections["news"], restriction_type="login")
    crumbs = read(stand_in(news)).find(class_="breadcrumbs")
    assert [each["href"] for each in crumbs.find_all("a")] == ["/en/"]


def test_paper_says_where_the_polish_page_is(news, read):
    assert news.full_url in read(stand_in(news)).find(class_="printed-from").get_text()


# Where there is none


def expire(page, later):
    page.expire_at = timezone.now() + timedelta(hours=1)
    publish_loaded_content(page, "For a while")
    later(hours=2)


def restrict(kind, of=None):
    def hide(page, later):
        where = of(page) if of else page
        PageViewRestriction.objects.create(page=where, restriction_type=kind, password="tajne")

    return hide


def withdraw(page, later):
    TakeDown.objects.create(page_id=page.pk, kind=TakeDown.Kind.WITHDRAWN, text="Wycofane", path=page.url)


def remove(page, later):
    TakeDown.objects.create(page_id=page.pk, kind=TakeDown.Kind.ERROR, text="Pomyłka", path=page.url)
    page.unpublish()


HIDDEN = {
    "draft": lambda page, later: page.unpublish(),
    "expired": expire,
    "login": restrict(PageViewRestriction.LOGIN),
    "password": restrict(PageViewRestriction.PASSWORD),
    "below-login": restrict(PageViewRestriction.LOGIN, of=lambda page: page.get_parent()),
    "withdrawn": withdraw,
    "published in error": remove,
}


@pytest.fixture
def later(monkeypatch):
    """A function that moves the clock on by what `timedelta` takes."""
    now = timezone.now

    def move(**by: float) -> None:
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(**by))

    return move


@pytest.mark.parametrize("way", HIDDEN)
def test_of_what_lists_do_not_show_there_is_none(client, news, later, way):
    address, ask = stand_in(news), f"{ASK}{news.url}"
    assert client.get(address).status_code == 200
    HIDDEN[way](news, later)
    for response in (client.get(address), client.get(ask), client.post(ask)):
        assert response.status_code == 404
        assert "Nowa droga" not in response.content.decode()
        assert '<html lang="en">' in response.content.decode()


@pytest.mark.parametrize("way", ["withdrawn", "password"])
def test_the_switch_of_a_page_that_lists_do_not_show_offers_the_home_page(client, news, read, later, way):
    HIDDEN[way](news, later)
    if way == "password":
        restriction = PageViewRestriction.objects.get(page=news)
        client.post(f"/_util/authenticate_with_password/{restriction.pk}/{news.pk}/", {"password": "tajne"})
    document = read(news.url)
    assert document.find(class_="languages").find("a")["href"] == "/en/"
    assert document.find(id="no-counterpart").find("a")["href"] == "/en/"


def test_a_preview_leads_to_nothing_that_readers_would_not_find(structure, people, client):
    client.force_login(people["superuser"])
    draft = make_news(structure["pl"].sections["news"], live=False)
    assert NOT_TRANSLATED not in draft.make_preview_request().content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "nie-ma/",
        "en/",
        "en/news/",
        "news/",
        "aktualnosci//nowa-droga/",
        "../aktualnosci/nowa-droga/",
        "aktualnosci/nowa-droga/%00/",
        "%00",
        "aktualnosci/nowa-droga/\x7f/",
        "a" * 3000 + "/",
        "a/" * 2000,
        "ż" * 300 + "/",
        "'\"<script>/",
        "%ff%C5/",
    ],
)
@pytest.mark.parametrize("prefix", [NOT_TRANSLATED, ASK])
def test_at_other_paths_there_is_none(client, news, prefix, path):
    assert client.get(f"{prefix}/{path}").status_code == 404
    assert client.post(f"{prefix}/{path}").status_code in (404, 405)


def test_an_address_without_its_last_stroke_leads_to_the_whole_one(client, news):
    response = client.get(stand_in(news).rstrip("/"))
    assert (response.status_code, response["Location"]) == (301, stand_in(news))


def test_an_english_only_page_has_none(client, structure):
    page = make_page(StandardPage, structure["en"].home, slug="only-english")
    assert client.get(f"{NOT_TRANSLATED}/{page.slug}/").status_code == 404


def test_a_query_string_changes_nothing(client, news):
    plain = client.get(stand_in(news)).content
    assert client.get(f"{stand_in(news)}?page=9&x=%22%3E&version=1").content == plain


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_it_is_only_read(client, news, method):
    assert getattr(client, method)(stand_in(news)).status_code == 405


@pytest.mark.parametrize("slug", ["not-translated", "ask-for-english"])
def test_no_page_takes_its_address(structure, slug):
    page = StandardPage(title="A", slug=slug, locale=structure["en"].home.locale)
    with pytest.raises(Exception, match=slug):
        structure["en"].home.add_child(instance=page)


# Once there is an English version


def test_it_leads_to_an_english_version_for_as_long_as_there_is_one(client, news):
    english = make_translation(news, slug="a-new-road")
    for address in (stand_in(news), f"{ASK}{news.url}"):
        for response in (client.get(address), client.head(address)):
            # Not for good: the English version may come down again.
            assert (response.status_code, response["Location"]) == (302, english.url)
    english.unpublish()
    assert client.get(stand_in(news)).status_code == 200


@pytest.mark.parametrize("hidden_by", ["draft", "login"])
def test_an_english_version_that_readers_may_not_see_is_none(client, news, hidden_by):
    english = make_translation(news, title="Secret", slug="secret", live=hidden_by != "draft")
    if hidden_by == "login":
        PageViewRestriction.objects.create(page=english, restriction_type=hidden_by)
    response = client.get(stand_in(news))
    assert response.status_code == 200
    assert "ecret" not in response.content.decode()


def test_of_a_withdrawn_english_version_readers_get_that(client, news):
    english = make_translation(news, slug="a-new-road")
    TakeDown.objects.create(page_id=english.pk, kind=TakeDown.Kind.WITHDRAWN, text="Withdrawn", path=english.url)
    assert client.get(stand_in(news))["Location"] == english.url


def test_of_a_page_that_stays_untranslated_on_purpose_nobody_is_asked_for_votes(news, people, read, client):
    withhold(news, people["editor"], "For people who live here.")
    document = read(stand_in(news))
    assert not document.main.find("form")
    assert "yet" not in document.main.find(class_="notice").get_text()
    address = f"{ASK}{news.url}"
    assert client.post(address).headers["Location"] == stand_in(news)
    assert client.get(address).headers["Location"] == stand_in(news)
    assert not TranslationVotes.objects.exists()
    lift(news, people["editor"])
    assert read(stand_in(news)).main.find("form")
