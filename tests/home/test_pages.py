"""The home page, goals, areas, standard and contact pages show what they should, at a known cost."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import translation

from content.factories import full_body, make_page, make_translation
from content.loading import block
from core import listings
from core.listings import Listing
from core.models import AssociationSettings
from core.relations import pages_relating_to, related_pages
from core.templatetags.site_tags import page_date
from editorial.publishing import publish_loaded_content
from home.models import ActivityAreaIndexPage, ActivityAreaPage, StandardPage


@pytest.fixture
def area(structure):
    return structure["pl"].areas["culture"]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_home_page_tells_what_the_association_is_for(structure, read, language):
    pages = structure[language]

    document = read(pages.home.url)

    assert document.h1.get_text(strip=True) == pages.home.statement
    assert pages.home.introduction in document.main.get_text()
    hrefs = [link["href"] for link in document.main.find_all("a")]
    for page in [*pages.goals.values(), *pages.areas.values()]:
        assert page.url in hrefs
    areas = [link["href"] for link in document.find(class_="area-list").find_all("a")]
    assert areas == [area.url for area in sorted(pages.areas.values(), key=lambda area: area.number)]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_goal_shows_its_words_its_scope_and_its_areas_in_the_language_of_the_page(structure, read, language):
    pages = structure[language]
    goal = pages.goals["territorial-strategy"]

    document = read(goal.url)

    text = document.main.get_text()
    assert goal.statement in text
    items = [item.get_text() for item in document.find(class_="scope").find_all("li")]
    assert items == [item.value for item in goal.scope]
    shown = [link["href"] for link in document.find(class_="area-list").find_all("a")]
    polish = structure["pl"].goals["territorial-strategy"]
    serving = ActivityAreaPage.objects.filter(goals=polish, locale=structure["pl"].home.locale)
    keys = set(serving.values_list("translation_key", flat=True))
    expected = [area for area in pages.areas.values() if area.translation_key in keys]
    assert shown == [area.url for area in sorted(expected, key=lambda area: area.number)]
    assert shown


@pytest.mark.parametrize("language", ["pl", "en"])
def test_an_area_shows_the_goals_it_serves_in_the_language_of_the_page(structure, read, language):
    pages = structure[language]
    area = pages.areas["culture"]

    document = read(area.url)

    assert area.statement in document.main.get_text()
    keys = {goal.translation_key for goal in structure["pl"].areas["culture"].goals.all()}
    expected = [goal.url for goal in pages.goals.values() if goal.translation_key in keys]
    assert [link["href"] for link in document.aside.find_all("a")] == expected


def test_relations_show_nothing_that_has_no_visible_counterpart(structure):
    english_goal = structure["en"].goals["territorial-strategy"]
    english_area = structure["en"].areas["culture"]
    assert english_goal in related_pages(english_area, "goals")

    english_goal.unpublish()

    assert list(related_pages(english_area, "goals")) == []
    assert english_area in pages_relating_to(ActivityAreaPage, "goals", english_goal)


def test_a_preview_shows_the_relations_of_the_draft(structure, area, rf):
    other = structure["pl"].goals["self-government"]
    draft = area.latest_revision.as_object()
    draft.goals = [other]

    assert list(related_pages(draft, "goals")) == [other]


def test_a_standard_page_lists_the_visible_pages_below_it(structure, read):
    about = structure["pl"].sections["about"]
    shown = make_page(StandardPage, about, title="Władze")
    make_page(StandardPage, about, title="Szkic", live=False)

    entries = read(about.url).find(class_="item-list").find_all("a")

    assert [entry["href"] for entry in entries] == [shown.url]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_contact_page_gives_the_data_of_the_association(structure, read, language):
    site_settings = AssociationSettings.for_site(structure["pl"].home.get_site())
    values = {
        "address": "ul. Długa 1",
        "phone": "12 345 67 89",
        "email": "biuro@example.org",
        "nip": "1234563218",
        "regon": "123456785",
        "krs": "0000123456",
    }
    for name, value in {**values, f"office_hours_{language}": "8–16"}.items():
        setattr(site_settings, name, value)
    site_settings.save()

    text = read(structure[language].sections["contact"].url).find(class_="contact").get_text()

    assert all(value in text for value in [*values.values(), "8–16"])


@pytest.fixture
def full_page(structure):
    parent = structure["pl"].sections["about"]
    body = full_body(link_to=structure["pl"].sections["contact"])
    extra = [
        block(uuid4(), "heading", {"text": "Łąki i żródła", "level": "h2"}),
        block(uuid4(), "heading", {"text": "Łąki i żródła", "level": "h2"}),
        block(uuid4(), "heading", {"text": "Main", "level": "h2"}),
    ]
    return make_page(StandardPage, parent, slug="pelna", body=[*body, *extra])


def test_a_body_shows_each_block_as_readers_need_it(structure, full_page, read):
    body = read(full_page.url).find(class_="body")

    ids = [heading["id"] for heading in body.find_all(["h2", "h3"])]
    assert ids[:3] == ["a-section", "a-subsection", "files-2"]  # a publication has a section with the id "files"
    assert ids[-3:] == ["laki-i-zrodla", "laki-i-zrodla-2", "main-2"]
    image = body.find("img")
    assert image["alt"] == "A river"
    assert image["width"]
    assert image["height"]
    assert "The caption" in body.figcaption.get_text()
    table = body.find("table")
    assert table.caption.get_text() == "The caption of the table"
    assert [header["scope"] for header in table.find_all("th")].count("col") == 2
    assert body.find("a", href=structure["pl"].sections["contact"].url)


def test_a_file_says_its_language_only_where_it_differs_from_the_page(full_page, read):
    polish = read(full_page.url).find(class_="file-row").a
    english = read(make_translation(full_page, slug="full").url).find(class_="file-row").a

    assert "PDF" in polish.get_text()
    assert not polish.get("hreflang")
    assert english["hreflang"] == "pl"
    assert english.find(class_="file-row__facts").get_text().endswith(", Polish")


def test_a_live_body_is_rendered_once_a_revision(structure, full_page, client, django_assert_max_num_queries):
    client.get(full_page.url)
    with django_assert_max_num_queries(12):
        client.get(full_page.url)

    full_page.body = [block(uuid4(), "text", "<p>Nowa treść.</p>")]
    publish_loaded_content(full_page, "changed")

    assert "Nowa treść." in client.get(full_page.url).content.decode()


def test_a_preview_shows_the_draft_though_the_live_body_is_kept(structure, full_page, client, people):
    client.get(full_page.url)
    full_page.body = [block(uuid4(), "text", "<p>Tylko w szkicu.</p>")]
    full_page.save_revision()
    client.force_login(people["superuser"])

    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[full_page.pk]))

    assert "Tylko w szkicu." in response.content.decode()
    assert "Tylko w szkicu." not in client.get(full_page.url).content.decode()


@pytest.fixture
def bulletins(structure, monkeypatch):
    """A listing that an app could offer: pages of text that belong to the area that their title names."""
    monkeypatch.setattr(listings, "_listings", {})
    listings.register(
        Listing(
            name="news",
            heading="Bulletins",
            more="All bulletins",
            model=ActivityAreaPage,
            section=ActivityAreaIndexPage,
            item_template="home/components/page_item.html",
            ordering=("-number",),
            relations={"area": "goals"},
        )
    )


def test_a_listing_gives_the_first_visible_pages_in_its_order(structure, bulletins):
    pages = structure["en"]
    newest = sorted(pages.areas.values(), key=lambda area: -area.number)[:3]
    assert listings.newest("news", pages.home.locale, 3) == newest

    newest[0].unpublish()

    assert listings.newest("news", pages.home.locale, 2) == newest[1:]


def test_a_listing_is_narrowed_by_what_the_polish_page_says(structure, bulletins):
    goal = structure["en"].goals["territorial-strategy"]

    shown = listings.newest("news", goal.locale, 50, area=goal)

    assert set(shown) == set(pages_relating_to(ActivityAreaPage, "goals", goal))
    assert listings.newest("news", goal.locale, 50, member=goal) == []
    assert listings.newest("unknown", goal.locale, 50) == []


def test_a_page_shows_what_is_offered_with_a_link_to_all_of_it(structure, bulletins, read):
    section = read("/en/").find(attrs={"aria-labelledby": "listing-news"})

    assert section.h2.get_text() == "Bulletins"
    assert section.find(class_="section__more")["href"] == structure["en"].sections["areas"].url
    assert len(section.find_all("article")) == 5


@pytest.mark.parametrize(
    ("address", "budget"),
    [
        ("/", 14),
        ("/cele/", 12),
        ("/cele/silny-samorzad/", 12),
        ("/obszary-dzialania/", 12),
        ("/obszary-dzialania/kultura-i-dziedzictwo/", 12),
        ("/o-stowarzyszeniu/", 12),
        ("/kontakt/", 12),
        ("/en/", 14),
        ("/en/goals/", 12),
        ("/en/goals/strong-local-government/", 12),
        ("/en/activity-areas/", 12),
        ("/en/activity-areas/culture-and-heritage/", 12),
        ("/en/about-us/", 12),
        ("/en/contact/", 12),
    ],
)
def test_a_warm_page_keeps_its_budget_of_queries(structure, client, django_assert_max_num_queries, address, budget):
    assert client.get(address).status_code == 200

    with django_assert_max_num_queries(budget):
        client.get(address)


@pytest.mark.parametrize(("language", "written"), [("pl", "5 lutego 2026 r."), ("en", "5 February 2026")])
def test_dates_are_written_as_readers_write_them(language, written):
    with translation.override(language):
        assert page_date(date(2026, 2, 5)) == written
        assert page_date(None) == ""
