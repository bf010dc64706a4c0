"""The structure of the site: the statute word for word, and nothing of staff's touched."""

from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from content import structure as structure_module
from content.factories import make_page
from content.structure import SECTIONS, load_structure
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content
from home.models import ActivityAreaPage, ContactPage, GoalPage, StandardPage

STATUTE = yaml.safe_load((Path(structure_module.__file__).parent / "statute.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["pl", "en"])
def test_goals_hold_the_words_of_the_statute(language, structure):
    live = GoalPage.objects.live().filter(locale__language_code=language)
    held = [
        (goal.number, goal.title, goal.summary, goal.statement, [str(item.value) for item in goal.scope])
        for goal in live.order_by("number")
    ]
    assert held == [
        (
            goal["number"],
            goal["title"][language],
            goal["summary"][language],
            goal["statement"][language],
            [item[language] for item in goal.get("scope", [])],
        )
        for goal in STATUTE["goals"]
    ]
    assert len(held) == 3


@pytest.mark.parametrize("language", ["pl", "en"])
def test_areas_hold_the_words_of_the_statute_and_serve_its_goals(language, structure):
    keys = {page.pk: key for key, page in structure["pl"].goals.items()}
    live = ActivityAreaPage.objects.live().filter(locale__language_code=language)
    held = [
        (area.number, area.title, area.statement, {keys[goal.pk] for goal in area.goals.all()})
        for area in live.order_by("number")
    ]
    assert held == [
        (area["number"], area["title"][language], area["statement"][language], set(area["goals"]))
        for area in STATUTE["activity_areas"]
    ]
    assert len(held) == 18
    assert structure[language].sections["areas"].introduction == STATUTE["activity_areas_lead"][language] + ":"


def test_blocks_have_the_same_ids_in_both_languages(structure):
    for key, goal in structure["pl"].goals.items():
        assert [item.id for item in goal.scope] == [item.id for item in structure["en"].goals[key].scope]
    polish, english = (structure[language].sections["about"].body for language in ("pl", "en"))
    assert polish
    assert [part.id for part in polish] == [part.id for part in english]


def test_every_page_of_the_structure_has_its_counterpart(structure):
    polish = set(Page.objects.filter(locale__language_code="pl", depth__gt=1).values_list("translation_key", flat=True))
    english = set(Page.objects.filter(locale__language_code="en").values_list("translation_key", flat=True))
    assert polish == english
    assert len(polish) == 1 + len(SECTIONS) + 3 + 18


def state():
    return (
        sorted(Page.objects.values_list("pk", "title", "url_path", "live", "latest_revision_id")),
        Revision.objects.count(),
        sorted(AssociationSettings.objects.values_list()),
    )


def test_loading_again_changes_nothing(structure):
    before = state()
    call_command("load_structure", verbosity=0)
    assert state() == before


def test_what_staff_edited_moved_or_unpublished_stays(structure):
    goal = structure["pl"].goals["integration"]
    goal.title, goal.slug, goal.summary = "Inaczej nazwany", "inaczej", "Inny opis."
    publish_loaded_content(goal, "As if staff had edited it")
    structure["en"].areas["ngos"].unpublish()
    about = structure["pl"].sections["about"]
    new_home = make_page(StandardPage, structure["pl"].home)
    about.move(new_home, pos="last-child")
    before = state()
    load_structure()
    assert state() == before
    assert GoalPage.objects.get(pk=goal.pk).title == "Inaczej nazwany"


def test_missing_page_is_made_beside_a_page_of_staff_with_its_address(structure):
    contact = structure["pl"].sections["contact"]
    slug = contact.slug
    contact.delete()
    make_page(StandardPage, structure["pl"].home, slug=slug)
    load_structure()
    remade = ContactPage.objects.get(locale__language_code="pl")
    assert remade.live
    assert remade.slug == f"{slug}-2"
    assert remade.translation_key == structure["en"].sections["contact"].translation_key


def test_association_starts_with_a_neutral_name_that_staff_may_change(structure):
    association = AssociationSettings.for_site(Site.objects.get(is_default_site=True))
    assert association.name_pl
    assert association.name_en
    assert association.name_pl != association.name_en
    association.name_pl, association.tagline_en = "Stowarzyszenie Zmienione", ""
    association.save()
    load_structure()
    association.refresh_from_db()
    assert (association.name_pl, association.tagline_en) == ("Stowarzyszenie Zmienione", "")


def test_the_site_has_a_name_for_the_dashboard_to_greet_with(structure):
    assert Site.objects.get(is_default_site=True).site_name


def test_a_new_site_gets_the_host_of_its_address(structure, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    structure_module._become_the_site(structure["pl"].home)
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == ("www.example.org", 443)


def test_a_host_that_staff_set_stays(structure, settings):
    Site.objects.filter(is_default_site=True).update(hostname="strona.example.org")
    structure_module._become_the_site(structure["pl"].home)
    assert Site.objects.get(is_default_site=True).hostname == "strona.example.org"
