"""What holds for every page type there is, found by itself: a new type is under these tests from its first day."""

import re
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page

from content.factories import (
    FACTORIES,
    fault_block,
    full_body,
    make_document,
    make_image,
    make_member,
    make_translation,
)
from content.loading import block
from core.metadata import describe
from core.models import BasePage
from members.models import MemberPage
from tests.head import open_graph_of, structured_data_of
from tests.make_room import make_room
from tests.schema_org import faults_of

TYPES = sorted(
    (model for model in apps.get_models() if issubclass(model, BasePage)), key=lambda model: model._meta.label
)
every_type = pytest.mark.parametrize("model", TYPES, ids=lambda model: model._meta.label)

# Where a page of each type may stand: the section of the structure, or the home page.
SECTIONS = {
    "home.GoalPage": "goals",
    "home.ActivityAreaPage": "areas",
    "news.NewsPage": "news",
    "news.EventPage": "events",
    "publications.PublicationPage": "publications",
    "members.MemberPage": "members",
}


def parent_of(model: type[BasePage], structure: dict[str, Any]) -> Page:
    """Return a Polish page under which a page of this type may be made."""
    if model._meta.label == "home.HomePage":
        return Page.get_first_root_node()
    section = SECTIONS.get(model._meta.label)
    return structure["pl"].sections[section] if section else structure["pl"].home


def every_field(model: type[BasePage], structure: dict[str, Any]) -> dict[str, Any]:
    """Return a value for every field that this type has and its factory leaves empty."""
    values: dict[str, Any] = {
        "introduction": "An introduction.",
        "summary": "A summary.",
        "body": full_body(link_to=structure["pl"].home),
        "goals": list(structure["pl"].goals.values()),
        "areas": [structure["pl"].areas["culture"]],
        "author_line": "The office",
        "lead_image": make_image(),
        "lead_image_alt": "A river",
        "lead_image_credit": "The project",
        "featured": True,
        "authors": "Jan Przykładowy, Anna Przykładowa",
        "publisher": "The publisher",
        "isbn": "978-83-01-00000-4",
        "issn": "0000-0000",
        "cover": make_image(),
        "files": [block(uuid4(), "file", {"document": make_document().pk, "title": "The file", "language": "pl"})],
        "head_name": "Jan Przykładowy",
        "head_function": "wojt",
        "address": "ul. Przykładowa 1\n00-000 Przykład",
        "phone": "+48 00 000 00 00",
        "email": "gmina@example.org",
        "website": "https://example.org/",
        "bip_url": "https://bip.example.org/",
        "coat_of_arms": make_image(),
        "population": 1234,
        "population_date": date(2025, 12, 31),
        "population_source": "The source",
        "area_km2": Decimal("12.34"),
        "area_date": date(2025, 1, 1),
        "area_source": "The source",
        "joined_on": date(2020, 1, 1),
        "accession_resolution": "1/2020",
        "recording_url": "https://example.org/recording",
        "latitude": Decimal("52.1"),
        "longitude": Decimal("21.1"),
        "state": "moved_online",
        "state_note": "The hall is closed.",
        "attendance": "mixed",
        "online_url": "https://meet.example.org/room",
        "registration": "By phone or with the form.",
        "registration_url": "https://forms.example.org/",
        "registration_deadline": date(2097, 3, 5),
        "is_free": True,
        "cost": "Lunch is paid on the spot.",
        "organiser": "The office",
        "contact_email": "biuro@example.org",
        "contact_phone": "+48 000 000 000",
        "reviewed_on": date(2026, 3, 1),
        "basis": "audit",
        "assessor": "The auditor",
        "assessment_url": "https://example.org/audit",
        "faults": [
            fault_block(criterion="1.4.3", planned_on=date(2099, 12, 31)),
            fault_block(kind="exempt"),
            fault_block(kind="burden"),
            fault_block(repaired_on=date(2021, 1, 1)),
        ],
        "burden_assessment": "<p>What was weighed.</p>",
        "facilities": "<p>Contrast and text size.</p>",
        "shortcuts": "<p>Alt and 1: the home page.</p>",
        "contact": "The office",
        "apps": "<p>An application.</p>",
        "architecture_url": "https://example.org/seat",
        "interpreter": True,
    }
    if model._meta.label in {"news.NewsPage", "news.EventPage"}:
        values["members"] = [make_member(structure["pl"].sections["members"])]
    if model._meta.label in {"home.EasyReadPage", "home.SignLanguagePage"}:
        del values["contact"]  # one of their topics, which the factory fills
    names = {field.name for field in model._meta.get_fields() if not field.auto_created}
    return {name: value for name, value in values.items() if name in names}


@pytest.fixture(params=["empty", "full"])
def pages(request, model, structure) -> dict[str, BasePage]:
    """A page of the type in both languages: with what its type demands and no more, and with everything."""
    fields = every_field(model, structure) if request.param == "full" else {}
    if model._meta.label == "home.HomePage":
        return {language: structure[language].home for language in ("pl", "en")}
    make_room(model, structure)
    page = FACTORIES[model](parent_of(model, structure), **fields)
    return {"pl": page, "en": make_translation(page)}


@every_type
def test_readers_get_it_in_both_languages(model, pages, client):
    for language, page in pages.items():
        response = client.get(page.url)
        text = response.content.decode()
        assert response.status_code == 200
        assert response.templates[0].name == model.template
        assert re.search(rf'<html[^>]*\slang="{language}"', text)
        assert len(re.findall(r"<h1[\s>]", text)) == 1
        assert escape(getattr(page, "statement", page.title)) in text or escape(page.title) in text
        assert "{{" not in text
        assert "{%" not in text


@every_type
def test_its_structured_data_says_what_schema_org_has_words_for(model, pages, client):
    for language, page in pages.items():
        data = structured_data_of(BeautifulSoup(client.get(page.url).content, "html.parser"))
        assert faults_of(data) == []
        shown = next(node for node in data["@graph"] if node["@id"] == page.full_url)
        assert (shown["@type"], shown["inLanguage"]) == (model.web_page_type, language)


@every_type
def test_it_says_what_other_sites_show_where_it_is_shared(model, pages, client):
    for language, page in pages.items():
        document = BeautifulSoup(client.get(page.url).content, "html.parser")
        shared = open_graph_of(document)
        assert shared["og:url"] == document.find("link", rel="canonical")["href"] == page.full_url
        assert shared["og:title"] == page.headline
        assert shared["og:type"] == model.open_graph_type
        locales = {"pl": "pl_PL", "en": "en_GB"}
        assert shared["og:locale"] == locales.pop(language)
        assert shared["og:locale:alternate"] == locales.popitem()[1]
        description = document.find("meta", attrs={"name": "description"})
        assert shared.get("og:description", "") == (description["content"] if description else "") == describe(page)
        assert shared["og:image"].startswith("http://localhost/social/")
        assert page.headline in shared["og:image:alt"]
        assert document.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"


@every_type
def test_editors_can_open_and_preview_it_in_both_languages(model, pages, people, client):
    client.force_login(people["superuser"])
    for page in pages.values():
        assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
        for mode, _name in page.preview_modes:
            preview = page.make_preview_request(preview_mode=mode)
            assert preview.status_code == 200


@every_type
def test_editors_can_make_one(model, structure, people, client):
    client.force_login(people["superuser"])
    make_room(model, structure)
    parent = parent_of(model, structure)
    address = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    assert client.get(address).status_code == 200


@every_type
def test_every_field_of_its_own_explains_itself(model, structure, people, rf):
    request = rf.get("/")
    request.user = people["superuser"]
    form_class = model.get_edit_handler().get_form_class()
    form = form_class(instance=model(locale=structure["pl"].home.locale), for_user=request.user)
    inherited = {field.name for field in Page._meta.get_fields()}
    silent = [
        name
        for name, field in form.fields.items()
        if name not in inherited | {"comment_notifications"} and not str(field.help_text)
    ]
    assert not silent, f"{model.__name__}: give these fields a help text that says what to write: {silent}"


def test_every_type_has_a_factory():
    assert set(FACTORIES) == set(TYPES)


def test_every_section_takes_the_pages_of_its_type(structure):
    for model in TYPES:
        make_room(model, structure)
        parent = parent_of(model, structure)
        assert model.can_create_at(parent), f"{model.__name__} under {parent}"
    assert MemberPage.can_create_at(structure["pl"].sections["members"])
