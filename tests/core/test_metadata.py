"""What the head of a page tells other sites: descriptions, Open Graph, icons. Every page type: test_every_page_type."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.fields import RichTextField
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText

from content.factories import make_image, make_member, make_news, make_page, make_publication, make_translation
from core.metadata import LONGEST_DESCRIPTION, describe
from home.models import (
    AccessibilityStatementPage,
    EasyReadPage,
    GoalPage,
    HomePage,
    SignLanguagePage,
    StandardPage,
)
from news.models import NewsPage
from tests.head import nodes_of, open_graph_of
from tests.many_pages import query_count

QUOTED = """Rada "Doliny" & <gminy> 'nad rzeką' </script><!-- \u2028"""


def read(client, page):
    return BeautifulSoup(client.get(page.url).content, "html.parser")


@pytest.mark.parametrize(
    ("model", "texts", "about"),
    [
        (StandardPage, {"introduction": "Kim jesteśmy."}, "Kim jesteśmy."),
        (StandardPage, {"introduction": "Kim jesteśmy.", "search_description": "O nas."}, "O nas."),
        (NewsPage, {"lead": "Co\n się  stało."}, "Co się stało."),
        (GoalPage, {"statement": "Cel."}, "Cel."),
        (GoalPage, {"statement": "Cel.", "summary": "W skrócie."}, "W skrócie."),
        (HomePage, {"statement": "Zdanie.", "introduction": "Dwa zdania."}, "Dwa zdania."),
        (StandardPage, {"introduction": "Mniej niż 5 < 6 & 7"}, "Mniej niż 5 < 6 & 7"),
        (StandardPage, {"body": [("text", RichText("<p>Od <b>dworca</b>.</p>"))]}, "Od dworca."),
        (StandardPage, {"title": "Bez opisu"}, ""),
        (EasyReadPage, {"search_description": "Prosto."}, "Prosto."),
    ],
)
def test_a_page_is_described_by_the_first_of_its_texts_that_staff_wrote(db, model, texts, about):
    assert describe(model(**texts)) == about


@pytest.mark.parametrize("model", [AccessibilityStatementPage, EasyReadPage, SignLanguagePage])
def test_a_page_whose_texts_are_the_laws_is_described_in_the_language_of_the_page(model):
    with override("pl"):
        polish = describe(model())
    with override("en"):
        english = describe(model())
    assert polish
    assert english
    assert polish != english
    assert len(polish) <= LONGEST_DESCRIPTION


def test_every_page_of_a_new_site_is_described(structure):
    pages = Page.objects.live().filter(depth__gt=1).specific()
    assert {type(page) for page in pages} >= {HomePage, AccessibilityStatementPage, EasyReadPage, SignLanguagePage}
    assert [page.url for page in pages if not describe(page)] == []


def test_a_description_ends_with_a_word(db):
    about = describe(StandardPage(introduction="samorząd, " * 30))
    assert about.endswith("samorząd…")
    assert 140 < len(about) <= 160


def test_a_description_without_blanks_is_cut_all_the_same(db):
    assert describe(StandardPage(introduction="x" * 500)) == "x" * 159 + "…"


def test_a_text_of_exactly_the_length_stays_whole(db):
    assert describe(StandardPage(introduction="y" * 160)) == "y" * 160


def test_rich_text_is_described_as_plain_text():
    meta = SimpleNamespace(get_fields=lambda: [SimpleNamespace(name="title"), rich])
    rich = RichTextField()
    rich.name = "introduction"
    text = "<p>Gminy &amp; powiaty</p><p><b>razem</b></p>"
    page = SimpleNamespace(_meta=meta, introduction=text, default_description="")
    assert describe(page) == "Gminy & powiaty razem"


@pytest.fixture
def quoted(structure):
    return make_news(structure["pl"].sections["news"], title=QUOTED, lead=QUOTED, author_line=QUOTED)


def test_quotes_and_markup_in_a_text_stay_text(quoted, client):
    document = read(client, quoted)

    shared = open_graph_of(document)
    assert shared["og:title"] == QUOTED
    assert shared["og:description"] == " ".join(QUOTED.split())
    assert nodes_of(document)["NewsArticle"]["headline"] == QUOTED
    assert len(document.find_all("script", type="application/ld+json")) == 1
    assert document.main


def test_structured_data_holds_nothing_that_ends_its_element(quoted, client):
    html = client.get(quoted.url).content.decode()
    script = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(script)
    assert r"\u003c/script\u003e\u003c!--" in script


def test_news_say_when_they_were_published(structure, client):
    shared = open_graph_of(read(client, make_news(structure["pl"].sections["news"])))
    for name in ("article:published_time", "article:modified_time"):
        assert shared[name].startswith("20")
        assert shared[name][-6] in "+-"


def test_without_a_counterpart_there_is_no_other_locale(structure, client):
    shared = open_graph_of(read(client, make_news(structure["pl"].sections["news"])))
    assert "og:locale:alternate" not in shared


def test_the_picture_that_a_page_names_is_there(structure, client):
    for language in ("pl", "en"):
        for page in (structure[language].home, structure[language].sections["members"]):
            shared = open_graph_of(read(client, page))
            assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
            assert client.get(shared["og:image"].removeprefix("http://localhost")).status_code == 200


def test_a_later_page_of_a_list_has_its_own_address(structure, client):
    for _number in range(13):
        make_news(structure["pl"].sections["news"])
    document = BeautifulSoup(client.get("/aktualnosci/?page=2").content, "html.parser")
    assert open_graph_of(document)["og:url"] == document.find("link", rel="canonical")["href"]
    assert open_graph_of(document)["og:url"].endswith("?page=2")


@pytest.mark.parametrize(("address", "status"), [("/nie-ma/", 404), ("/en/none/", 404), ("/szukaj/?q=a", 200)])
def test_what_is_no_page_says_nothing_but_that_robots_should_leave_it(structure, client, address, status):
    response = client.get(address)
    document = BeautifulSoup(response.content, "html.parser")

    assert response.status_code == status
    assert document.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert open_graph_of(document) == {}
    assert not document.find_all("script", type="application/ld+json")
    assert not document.find("meta", attrs={"name": "twitter:card"})
    assert not document.find("link", rel="canonical")


def test_a_page_that_asks_for_a_password_tells_nothing_of_itself(structure, client):
    page = make_news(structure["pl"].sections["news"], title="Tylko dla zarządu", lead="Poufne.")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="hasło")
    html = client.get(page.url).content.decode()

    assert "zarządu" not in html
    assert "Poufne" not in html
    assert "og:" not in html
    assert "ld+json" not in html


@pytest.mark.parametrize("slug", ["social", "favicon", "apple-touch-icon"])
def test_no_page_takes_the_address_of_a_picture(structure, slug):
    with pytest.raises(ValidationError, match=slug):
        make_page(StandardPage, structure["pl"].home, slug=slug)


@pytest.mark.parametrize("address", ["/", "/en/", "/nie-ma/"])
def test_browsers_find_the_icons_and_the_colours(structure, client, address):
    document = BeautifulSoup(client.get(address).content, "html.parser")
    icons = [link["href"] for link in document.find_all("link", rel=["icon", "apple-touch-icon"])]
    assert icons == ["/favicon.ico", "/favicon.svg", "/apple-touch-icon.png"]
    assert all(client.get(icon).status_code == 200 for icon in icons)
    assert len(document.find_all("meta", attrs={"name": "theme-color", "media": True})) == 2


def test_a_preview_of_what_is_not_public_is_shared_nowhere(structure, client, people):
    draft = make_news(structure["pl"].sections["news"], live=False)
    client.force_login(people["superuser"])
    document = BeautifulSoup(client.get(f"/admin/pages/{draft.pk}/view_draft/").content, "html.parser")
    assert open_graph_of(document) == {}
    assert not document.find("script", type="application/ld+json")


def test_metadata_take_no_query_more(structure, client, monkeypatch):
    area = structure["pl"].areas["culture"]
    news = make_news(structure["pl"].sections["news"], areas=[area], lead_image=make_image(), lead_image_alt="A river")
    pages = [
        news,
        make_translation(news),
        make_publication(structure["pl"].sections["publications"], cover=make_image()),
        make_member(structure["pl"].sections["members"], coat_of_arms=make_image()),
        structure["pl"].home,
    ]
    with_metadata = [query_count(client, page.url) for page in pages]
    assert all("ld+json" in client.get(page.url).content.decode() for page in pages)

    monkeypatch.setattr("core.templatetags.metadata_tags._live_page", lambda context: None)

    assert [query_count(client, page.url) for page in pages] == with_metadata
