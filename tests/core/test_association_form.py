"""The association's own numbers are checked where staff type them."""

import pytest
from wagtail.models import Site

from tests.editor_forms import blank_form

WRONG = [
    {"nip": "1234567890"},
    {"nip": "12"},
    {"regon": "123456780"},
    {"krs": "12345"},
    {"krs": "١٢٣٤٥٦٧٨٩٠"},
    {"bip_url": "bip"},
]


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
