"""What surrounds every page: its language, its addresses, the menu, the way to other languages."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.factories import make_page, make_translation
from core.models import AssociationSettings
from home.models import StandardPage

PAGES = {
    "home": ("/", "/en/"),
    "goals": ("/cele/", "/en/goals/"),
    "goal": ("/cele/silny-samorzad/", "/en/goals/strong-local-government/"),
    "areas": ("/obszary-dzialania/", "/en/activity-areas/"),
    "area": ("/obszary-dzialania/rewitalizacja/", "/en/activity-areas/revitalisation/"),
    "standard": ("/o-stowarzyszeniu/", "/en/about-us/"),
    "contact": ("/kontakt/", "/en/contact/"),
}
ADDRESSES = [
    pytest.param(pair, language, id=f"{name}-{language}") for name, pair in PAGES.items() for language in ("pl", "en")
]


def links(document, **attributes):
    return [link["href"] for link in document.find_all("link", attrs=attributes)]


@pytest.mark.parametrize(("pair", "language"), ADDRESSES)
def test_a_page_names_its_language_and_its_addresses(structure, read, pair, language):
    polish, english = pair
    address = polish if language == "pl" else english

    document = read(address)

    host = structure["pl"].home.full_url.rstrip("/")
    assert document.html["lang"] == language
    assert links(document, rel="canonical") == [host + address]
    alternates = {link["hreflang"]: link["href"] for link in document.find_all("link", hreflang=True)}
    assert alternates == {"pl": host + polish, "en": host + english, "x-default": host + polish}
    assert links(document, type="application/rss+xml") == ["/rss.xml" if language == "pl" else "/en/rss.xml"]


@pytest.mark.parametrize(("pair", "language"), ADDRESSES)
def test_a_page_is_one_document_with_one_main_heading(structure, read, pair, language):
    document = read(pair[0] if language == "pl" else pair[1])

    assert len(document.find_all("h1")) == 1
    assert document.h1.get_text(strip=True)
    assert len(document.find_all("main")) == 1
    assert document.title.get_text(strip=True)
    assert document.find("meta", attrs={"name": "description"})["content"]
    levels = [int(heading.name[1]) for heading in document.find_all(["h1", "h2", "h3", "h4"])]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    skip = document.body.find("a")
    assert document.find(id=skip["href"].removeprefix("#")) is document.main


@pytest.mark.parametrize(("pair", "language"), ADDRESSES)
def test_a_page_needs_no_script_and_no_inline_style_and_sets_no_cookie(structure, read, client, pair, language):
    address = pair[0] if language == "pl" else pair[1]
    document = read(address)

    # External scripts that only enhance: the reader's display settings and the closing of menus
    every = document.find_all("script")
    data = [script for script in every if script.get("type") == "application/ld+json"]
    assert len(data) == 1
    assert all(script["src"].startswith("/static/js/") for script in every if script not in data)
    assert not document.find_all("style")
    assert not document.find_all(style=True)
    response = client.get(address)
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]


@pytest.mark.parametrize(("pair", "language"), ADDRESSES)
def test_the_language_switch_leads_to_the_counterpart(structure, read, pair, language):
    polish, english = pair
    address, other, code = (polish, english, "en") if language == "pl" else (english, polish, "pl")

    switch = read(address).find(class_="languages")

    link = switch.find("a")
    assert (link["href"], link["lang"], link["hreflang"]) == (other, code, code)
    assert link.get_text(strip=True) == {"pl": "Polski", "en": "English"}[code]
    assert switch.find(attrs={"aria-current": True})["lang"] == language
    assert not switch.find("a", attrs={"aria-describedby": True})


@pytest.fixture
def page(structure):
    return make_page(StandardPage, structure["pl"].sections["about"], title="Władze", slug="wladze")


def assert_no_counterpart(document, offered):
    link = document.find(class_="languages").find("a")
    notice = document.find(id=link["aria-describedby"])
    assert notice.get_text(strip=True)
    assert (link["href"], notice.find("a")["href"]) == (offered, offered)
    assert not document.find_all("link", hreflang=True)


def test_a_polish_page_without_a_translation_says_so_and_offers_what_there_is_in_english(page, read):
    assert_no_counterpart(read(page.url), f"/en/not-translated{page.url}")


def test_an_english_page_without_a_polish_one_says_so_and_offers_the_other_home_page(structure, read):
    page = make_page(StandardPage, structure["en"].home)
    assert_no_counterpart(read(page.url), "/")


@pytest.mark.parametrize("hidden_by", ["draft", "privacy"])
def test_a_translation_that_readers_may_not_see_is_none(page, read, hidden_by):
    english = make_translation(page, slug="board", live=hidden_by != "draft")
    if hidden_by == "privacy":
        PageViewRestriction.objects.create(page=english, restriction_type=PageViewRestriction.LOGIN)

    assert_no_counterpart(read(page.url), f"/en/not-translated{page.url}")


def test_the_language_switch_of_an_error_page_offers_the_other_home_page(structure, read):
    switch = read("/nie-ma/", status=404).find(class_="languages")

    assert switch.find("a")["href"] == "/en/"


def test_the_menu_has_the_sections_that_staff_put_there_and_marks_where_the_reader_is(structure, page, read):
    sections = structure["pl"].sections
    make_page(StandardPage, structure["pl"].home, title="Poza menu")
    make_page(StandardPage, structure["pl"].home, title="Szkic", show_in_menus=True, live=False)

    entries = read(page.url).find("nav", class_="navigation").find_all("a", class_="navigation__link")

    assert [(entry.get_text(), entry["href"]) for entry in entries] == [
        (section.title, section.url) for section in sections.values() if section.show_in_menus
    ]
    assert [(entry["href"], entry["aria-current"]) for entry in entries if entry.get("aria-current")] == [
        (sections["about"].url, "true")
    ]
    here = read(sections["about"].url).find("nav", class_="navigation").find(attrs={"aria-current": "page"})
    assert here["href"] == sections["about"].url


def test_the_menu_has_a_second_level_of_what_staff_put_there_below_a_section(structure, page, read):
    about = structure["pl"].sections["about"]
    shown = make_page(StandardPage, about, title="Statut", slug="statut", show_in_menus=True)

    document = read(shown.url)

    entry = next(li for li in document.find_all("li", class_="navigation__entry") if li.a["href"] == about.url)
    below = entry.find("details").find_all("a")
    assert [(link.get_text(), link["href"], link.get("aria-current")) for link in below] == [
        ("Statut", shown.url, "page")
    ]
    assert about.title in entry.find("summary")["aria-label"]


def test_breadcrumbs_lead_from_the_home_page_to_the_page(structure, page, read):
    crumbs = read(page.url).find(class_="breadcrumbs").find_all("li")

    assert [crumb.get_text(strip=True) for crumb in crumbs] == [
        structure["pl"].home.title,
        structure["pl"].sections["about"].title,
        "Władze",
    ]
    assert [crumb.a["href"] for crumb in crumbs[:-1]] == ["/", "/o-stowarzyszeniu/"]
    assert crumbs[-1].a is None


@pytest.mark.parametrize(("address", "action"), [("/", "/szukaj/"), ("/en/", "/en/search/")])
def test_the_search_form_asks_the_search_of_this_language(structure, read, address, action):
    form = read(address).header.find("form")

    assert (form["action"], form["method"]) == (action, "get")
    assert form.find("input")["name"] == "q"
    assert form.find("label")["for"] == form.find("input")["id"]


@pytest.mark.parametrize(("address", "name"), [("/", "Związek Doliny"), ("/en/", "Valley Union")])
def test_the_association_is_named_from_the_settings(structure, read, address, name):
    site_settings = AssociationSettings.for_site(structure["pl"].home.get_site())
    site_settings.name_pl, site_settings.name_en = "Związek Doliny", "Valley Union"
    site_settings.phone, site_settings.bip_url = "12 345 67 89", "https://bip.example.org/"
    site_settings.save()

    document = read(address)

    assert name in document.title.get_text()
    assert name in document.header.get_text()
    assert document.footer.find("a", href="tel:123456789")
    assert document.footer.find("a", href="https://bip.example.org/")


def test_the_way_to_a_page_does_not_name_a_page_whose_time_has_run_out(structure, read):
    yesterday = timezone.now() - timedelta(days=1)
    above = make_page(StandardPage, structure["pl"].home, title="Nabór zakończony", slug="nabor", expire_at=yesterday)
    below = make_page(StandardPage, above, title="Wyniki naboru", slug="wyniki")

    assert "Nabór zakończony" not in read(below.url).get_text()
