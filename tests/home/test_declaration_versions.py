"""Older versions of the accessibility statement stay readable, and a version is kept only when readers see another."""

import json
from dataclasses import asdict, replace
from datetime import timedelta
from hashlib import sha256

import pytest
from django.utils import timezone

from content.factories import fault_block
from core.models import AssociationSettings
from editorial.publishing import publish_loaded_content
from home.declaration.statement import Statement
from home.declaration.texts import TEXTS, WORDINGS
from home.models import AccessibilityStatementPage, StatementVersion


@pytest.fixture
def pages(structure):
    return {language: structure[language].sections["accessibility"] for language in ("pl", "en")}


def publish(page, **fields):
    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    publish_loaded_content(page, "Changed by a test")


def numbers(page):
    return list(StatementVersion.objects.filter(page_id=page.pk).values_list("number", flat=True))


def test_each_different_version_is_kept_once(pages):
    page = pages["pl"]
    assert numbers(page) == [1]

    publish(page)
    assert numbers(page) == [1]
    publish(page, contact="Jan Przykładowy")
    publish(page)
    assert numbers(page) == [1, 2]
    publish(page, contact="")
    assert numbers(page) == [1, 2, 3]

    version = StatementVersion.objects.filter(page_id=page.pk).last()
    page = AccessibilityStatementPage.objects.get(pk=page.pk)
    assert version.revision_id == page.live_revision_id
    with pytest.raises(TypeError):
        version.save()
    with pytest.raises(TypeError):
        version.delete()


def test_a_translation_has_a_version_of_its_own_when_the_polish_page_changes_it(pages):
    publish(pages["pl"], faults=[*pages["pl"].faults.get_prep_value(), fault_block("Druga usterka.")])

    assert numbers(pages["en"]) == [1, 2]
    content = StatementVersion.objects.filter(page_id=pages["en"].pk).last().content
    assert [fault["description"] for fault in content["faults"]][-1] == "Druga usterka."


def test_readers_find_older_versions_below_the_current_one_with_their_dates(pages, read):
    page = pages["pl"]
    assert not read(page.url).find(class_="declaration-versions")
    publish(page, contact="Jan Przykładowy")

    document = read(page.url)

    links = document.find(class_="declaration-versions").find_all("a")
    assert [link["href"] for link in links] == ["?version=1"]
    assert str(timezone.localdate().year) in links[0].get_text()
    assert not document.find("meta", attrs={"name": "robots"})
    assert document.find(id="a11y-kontakt").get_text() == "Jan Przykładowy"


def test_an_older_version_shows_what_readers_had_then_and_says_so(pages, read):
    page = pages["pl"]
    association = AssociationSettings.objects.get()
    name = association.name_pl
    publish(page, contact="Jan Przykładowy", status="none")
    association.name_pl = "Inna nazwa"
    association.save()

    document = read(f"{page.url}?version=1")

    assert document.find(id="a11y-podmiot").get_text() == name
    assert "częściowo zgodna" in document.find(id="a11y-status").get_text()
    assert document.find(id="a11y-kontakt").get_text() == name
    assert document.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert document.find(class_="declaration-older").a["href"] == page.url
    assert not document.find(class_="declaration-versions")


@pytest.mark.parametrize("name", ["name_pl", "email", "phone", "accessibility_email", "interpreter_url"])
def test_a_change_of_the_settings_that_readers_see_is_a_version(pages, name):
    association = AssociationSettings.objects.get()
    values = {"name_pl": "Inna nazwa", "phone": "+48 12 345 67 89", "interpreter_url": "https://tlumacz.example.org/"}
    setattr(association, name, values.get(name, "inny@example.org"))
    association.save()
    association.save()

    assert numbers(pages["pl"]) == [1, 2]
    assert numbers(pages["en"]) == ([1] if name == "name_pl" else [1, 2])


def test_a_change_of_the_settings_that_no_statement_shows_is_none(pages):
    association = AssociationSettings.objects.get()
    association.address = "ul. Przykładowa 1"
    association.save()

    assert numbers(pages["pl"]) == [1]


def test_another_address_of_the_site_is_a_version(pages):
    site = pages["pl"].get_site()
    site.hostname = "www.example.org"
    site.save()

    contents = StatementVersion.objects.filter(page_id=pages["en"].pk).values_list("content", flat=True)
    assert [content["site_url"] for content in contents] == ["http://localhost/", "http://www.example.org/"]


def test_a_version_keeps_the_words_of_the_law_that_readers_had(pages, read, monkeypatch):
    publish(pages["pl"], contact="Jan Przykładowy")
    reworded = {language: replace(words, status_heading="Nowy nagłówek") for language, words in TEXTS.items()}
    monkeypatch.setitem(WORDINGS, 2, reworded)
    monkeypatch.setattr("home.declaration.statement.WORDING", 2)

    publish(pages["pl"])

    assert numbers(pages["pl"]) == [1, 2, 3], "readers see other words"
    assert read(pages["pl"].url).find(string="Nowy nagłówek")
    older = read(f"{pages['pl'].url}?version=2")
    assert older.find(string=TEXTS["pl"].status_heading)
    assert not older.find(string="Nowy nagłówek")


def test_a_version_from_before_wordings_had_numbers_has_the_first(pages):
    content = StatementVersion.objects.filter(page_id=pages["pl"].pk).last().content
    assert content.pop("wording") == 1
    assert Statement.from_json(content).wording == 1


def test_a_wording_that_readers_have_had_is_never_edited():
    """A new wording gets the next number in `WORDINGS`, and its fingerprint here."""
    found = {
        number: sha256(json.dumps({name: asdict(words) for name, words in texts.items()}).encode()).hexdigest()[:16]
        for number, texts in WORDINGS.items()
    }
    assert found == {1: "8d6af3020f928d94"}


def test_the_number_of_the_current_version_is_the_current_statement(pages, read):
    publish(pages["pl"], contact="Jan Przykładowy")

    document = read(f"{pages['pl'].url}?version=2")

    assert document.find(id="a11y-kontakt").get_text() == "Jan Przykładowy"
    assert not document.find(class_="declaration-older")


@pytest.mark.parametrize("number", ["0", "7", "-1", "", "x", "1.0", "٣", "9" * 400, "1'", "%00"])
def test_a_version_that_is_none_is_not_found(pages, client, number):
    assert client.get(f"{pages['pl'].url}?version={number}").status_code == 404


def test_a_version_of_the_other_page_is_not_found(pages, client):
    publish(pages["pl"], contact="Jan Przykładowy")
    publish(pages["pl"], contact="Anna Przykładowa")

    assert client.get(f"{pages['pl'].url}?version=1").status_code == 200
    assert client.get(f"{pages['en'].url}?version=3").status_code == 404


def test_a_review_moves_its_own_date_and_nothing_else(pages, read):
    page = pages["pl"]
    past = timezone.localdate() - timedelta(days=400)
    first = StatementVersion.objects.filter(page_id=page.pk).last().content
    assert past.isoformat() < first["changed_on"]

    publish(page, reviewed_on=timezone.localdate())

    for language in ("pl", "en"):
        document = read(pages[language].url)
        assert document.find(id="a11y-data-przeglad")["datetime"] == timezone.localdate().isoformat()
        assert document.find(id="a11y-data-aktualizacja")["datetime"] == first["changed_on"]
        assert document.find(id="a11y-data-sporzadzenie")["datetime"] == first["drawn_up_on"]
    second = StatementVersion.objects.filter(page_id=page.pk).last().content
    assert {name for name in first if first[name] != second[name]} == {"reviewed_on"}
