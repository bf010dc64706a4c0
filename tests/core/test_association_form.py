"""The association's own numbers are checked where staff type them."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Site

from content.factories import make_image
from core.models import AssociationSettings
from tests.editor_forms import blank_form

WRONG = [
    {"nip": "1234567890"},
    {"nip": "12"},
    {"regon": "123456780"},
    {"krs": "12345"},
    {"krs": "١٢٣٤٥٦٧٨٩٠"},
    {"bip_url": "bip"},
    {"edelivery_address": "AE:PL-1234-67890-ABCDE-12"},
    {"edelivery_address": "PL-12345-67890-ABCDE-12"},
    {"epuap_address": "skrytka"},
    {"bank_account": "PL00 0000 0000 0000 0000 0000 0001"},
    {"accessibility_phone": "w biurze"},
    {"accessibility_email": "biuro"},
    {"data_protection_phone": "12"},
    {"data_protection_email": "iod@"},
    {"interpreter_url": "tłumacz"},
    {"email": ""},  # the accessibility statement has to give both
    {"phone": ""},
]
RIGHT = {
    "edelivery_address": "AE:PL-12345-67890-ABCDE-12",
    "epuap_address": "/stowarzyszenie/SkrytkaESP",
    "bank_account": "PL61 1090 1014 0000 0712 1981 2874",
    "accessibility_contact_pl": "Koordynator dostępności",
    "accessibility_phone": "+48 000 000 000",
    "accessibility_email": "dostepnosc@example.org",
    "interpreter_url": "https://tlumacz.example.org/",
    "data_protection_officer": "Anna Przykładowa",
    "data_protection_email": "iod@example.org",
}


@pytest.mark.parametrize("typed", WRONG)
def test_wrong_number_is_named_at_its_field_and_kept(client, people, structure, typed):
    client.force_login(people["administrator"])
    address = f"/admin/settings/core/associationsettings/{Site.objects.get().pk}/"
    data = blank_form(client.get(address).context["form"])
    response = client.post(address, {**data, "name_pl": "Związek Przykładowy", **typed})
    assert response.status_code == 200
    form = response.context["form"]
    assert set(form.errors) == set(typed)
    assert form["name_pl"].value() == "Związek Przykładowy"
    assert {name: form[name].value() for name in typed} == typed


def test_right_addresses_are_saved_and_shown_on_the_contact_page(client, people, structure):
    client.force_login(people["administrator"])
    address = f"/admin/settings/core/associationsettings/{Site.objects.get().pk}/"
    data = blank_form(client.get(address).context["form"])
    assert client.post(address, {**data, **RIGHT}).status_code == 302
    for language in ("pl", "en"):  # the person is named once for both
        shown = client.get(structure[language].sections["contact"].url).content.decode()
        assert all(value in shown for value in RIGHT.values())


def test_the_sign_of_the_bip_stands_beside_the_link_to_it(client, structure):
    association = AssociationSettings.for_site(structure["pl"].home.get_site())
    association.bip_url, association.bip_sign = "https://bip.example.org/", make_image()
    association.save()

    link = BeautifulSoup(client.get("/").content, "html.parser").footer.find("a", href=association.bip_url)

    assert link.img["alt"] == ""
    assert link.get_text(strip=True)
