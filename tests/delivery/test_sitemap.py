"""The sitemap and robots.txt."""

from xml.etree import ElementTree

import pytest

from content.factories import make_news, make_translation
from delivery import sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client, address="/sitemap.xml"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own sitemap


def entries(root):
    return {entry.findtext(f"{SITEMAP}loc"): entry for entry in root.findall(f"{SITEMAP}url")}


def alternates(entry):
    return {link.get("hreflang"): link.get("href") for link in entry.findall(LINK)}


def test_every_visible_page_of_both_languages_is_in_it_once(client, structure):
    locations = [entry.findtext(f"{SITEMAP}loc") for entry in read(client)]
    expected = {
        page.full_url
        for each in structure.values()
        for page in [each.home, *each.sections.values(), *each.goals.values(), *each.areas.values()]
    }
    assert set(locations) == expected
    assert len(locations) == len(expected)


def test_page_names_its_versions(client, structure):
    found = entries(read(client))
    polish, english = structure["pl"].home.full_url, structure["en"].home.full_url
    for address in (polish, english):
        assert alternates(found[address]) == {"pl": polish, "en": english, "x-default": polish}


def test_page_without_counterpart_names_none(client, structure):
    page = make_news(structure["pl"].sections["news"])
    make_translation(page, slug="draft", live=False)
    assert alternates(entries(read(client))[page.full_url]) == {}


def test_page_has_the_day_of_its_last_publication(client, structure):
    page = make_news(structure["pl"].sections["news"])
    entry = entries(read(client))[page.full_url]
    assert entry.findtext(f"{SITEMAP}lastmod") == f"{page.last_published_at.astimezone():%Y-%m-%d}"


def test_sitemap_too_long_for_one_file_is_an_index_of_parts(client, structure, monkeypatch):
    whole = set(entries(read(client)))
    monkeypatch.setattr(sitemap, "LIMIT", 20)
    index = read(client)
    assert index.tag == f"{SITEMAP}sitemapindex"
    parts = [part.findtext(f"{SITEMAP}loc") for part in index]
    assert parts == [f"http://localhost/sitemap-{number}.xml" for number in range(1, (len(whole) + 19) // 20 + 1)]
    found = [address for part in parts for address in entries(read(client, part.removeprefix("http://localhost")))]
    assert sorted(found) == sorted(whole)


def test_versions_are_found_across_parts(client, structure, monkeypatch):
    monkeypatch.setattr(sitemap, "LIMIT", 20)
    home = entries(read(client, "/sitemap-1.xml"))[structure["pl"].home.full_url]
    assert alternates(home)["en"] == structure["en"].home.full_url


@pytest.mark.parametrize("number", [0, 2, 10**30])
def test_part_that_does_not_exist_is_not_found(client, structure, number):
    assert client.get(f"/sitemap-{number}.xml").status_code == 404


def test_queries_do_not_grow_with_the_number_of_pages(client, structure, django_assert_max_num_queries):
    def count():
        client.get("/sitemap.xml")
        with django_assert_max_num_queries(8) as queries:
            client.get("/sitemap.xml")
        return len(queries)

    few = count()
    for number in range(5):
        make_translation(make_news(structure["pl"].sections["news"]), slug=f"english-{number}")
    assert count() == few


def test_robots_are_told_where_the_sitemap_is_and_what_to_leave_alone(client, structure):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /szukaj/?",
        "Disallow: /en/search/?",
        "",
        "Sitemap: http://localhost/sitemap.xml",
    ]


def test_addresses_are_those_of_the_pages(client, structure):
    page = make_news(structure["pl"].sections["news"], slug="zażółć-1")
    english = make_translation(make_news(structure["pl"].sections["news"]), slug="a-b_c")
    assert {page.full_url, english.full_url} <= set(entries(read(client)))
