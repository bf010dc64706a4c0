"""RSS in both languages."""

from email.utils import parsedate_to_datetime
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from content.factories import make_news, make_publication, make_translation

FEEDS = {"pl": "/rss.xml", "en": "/en/rss.xml"}
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = ElementTree.fromstring(response.content).find("channel")  # noqa: S314 - our own feed
    assert channel is not None
    return channel


def titles(channel):
    return [item.findtext("title") for item in channel.findall("item")]


@pytest.mark.parametrize("language", FEEDS)
def test_feed_says_its_language_and_its_own_address(client, structure, language):
    channel = read(client, FEEDS[language])
    assert channel.findtext("language") == language
    assert channel.find(ATOM_LINK).attrib == {
        "href": f"http://localhost{FEEDS[language]}",
        "rel": "self",
    }
    assert channel.findtext("link") == structure[language].home.full_url


def test_news_and_publications_stand_together_newest_first(client, structure):
    news = make_news(structure["pl"].sections["news"])
    publication = make_publication(structure["pl"].sections["publications"])
    assert titles(read(client, "/rss.xml")) == [publication.title, news.title]


def test_each_feed_has_the_pages_of_its_language(client, structure):
    polish = make_news(structure["pl"].sections["news"])
    english = make_translation(polish, slug="english", title="English news")
    assert titles(read(client, "/rss.xml")) == [polish.title]
    assert titles(read(client, "/en/rss.xml")) == [english.title]
    assert read(client, "/en/rss.xml").find("item").findtext("link") == english.full_url


def test_item_has_a_lasting_name_and_the_time_of_publication_in_warsaw(client, structure):
    page = make_news(structure["pl"].sections["news"])
    item = read(client, "/rss.xml").find("item")
    assert item.find("guid").text == f"{page.translation_key}/pl"
    assert item.find("guid").get("isPermaLink") == "false"
    published = parsedate_to_datetime(item.findtext("pubDate"))
    assert published == page.first_published_at.replace(microsecond=0)
    assert published.utcoffset() == page.first_published_at.astimezone(ZoneInfo("Europe/Warsaw")).utcoffset()
    assert published <= timezone.now()


def test_markup_and_control_characters_in_a_title_or_lead_stay_text(client, structure):
    make_news(
        structure["pl"].sections["news"], title="Przed <b> & po\x0b", lead="<script>alert(1)</script> & \x1f\ufffe"
    )
    item = read(client, "/rss.xml").find("item")
    assert item.findtext("title") == "Przed <b> & po"
    assert item.findtext("description") == "&lt;script&gt;alert(1)&lt;/script&gt; &amp; "


def test_feed_stops_at_the_newest_thirty(client, structure):
    made = [make_news(structure["pl"].sections["news"]).title for _number in range(31)]
    assert titles(read(client, "/rss.xml")) == made[:0:-1]


@pytest.mark.parametrize("language", FEEDS)
def test_feed_of_one_area_is_asked_for_in_the_readers_language(client, structure, language):
    area = structure["pl"].areas["culture"]
    news = make_news(structure["pl"].sections["news"], areas=[area])
    make_translation(news, slug="english", title=news.title)
    other = make_publication(structure["pl"].sections["publications"], areas=[structure["pl"].areas["tourism"]])
    make_translation(other, slug="another")
    own = structure[language].areas["culture"]
    channel = read(client, f"{FEEDS[language]}?area={own.slug}")
    assert titles(channel) == [news.title]
    assert own.title in channel.findtext("title")
    assert channel.find(ATOM_LINK).get("href").endswith(f"{FEEDS[language]}?area={own.slug}")


def test_feed_without_an_item_says_the_same_at_any_time(client, structure):
    """The time of the request would make each answer another one, which no cache could keep."""
    area = next(iter(structure["pl"].areas.values()))
    channel = read(client, f"{FEEDS['pl']}?area={area.slug}")
    assert channel.find("item") is None
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")) == area.last_published_at.replace(microsecond=0)


def test_unknown_area_is_not_found(client, structure):
    assert client.get("/rss.xml?area=nowhere").status_code == 404
    english_slug = structure["en"].areas["culture"].slug
    assert client.get(f"/rss.xml?area={english_slug}").status_code == 404


@pytest.mark.parametrize("language", FEEDS)
def test_queries_do_not_grow_with_the_number_of_items(client, structure, language, django_assert_max_num_queries):
    def count():
        client.get(FEEDS[language])
        with django_assert_max_num_queries(10) as queries:
            client.get(FEEDS[language])
        return len(queries)

    make_translation(make_news(structure["pl"].sections["news"]), slug="first")
    few = count()
    for number in range(5):
        make_translation(make_news(structure["pl"].sections["news"]), slug=f"news-{number}")
        make_translation(make_publication(structure["pl"].sections["publications"]), slug=f"publication-{number}")
    assert count() == few
