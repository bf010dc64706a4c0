"""The style guide shows every component that pages are made of, from its own template, to staff alone."""

import pytest

from core.blocks import BODY_BLOCKS


@pytest.mark.parametrize("address", ["/styleguide/", "/en/styleguide/"])
def test_staff_see_each_component_and_block(address, client, structure, people):
    client.force_login(people["author"])

    response = client.get(address)

    html = response.content.decode()
    assert response.status_code == 200
    for name in ("page_header", "notice", "alert", "pagination", "form_field", "error_summary", "drawn_cover", "mark"):
        assert f"components/{name}.html" in html
    for name, _block in BODY_BLOCKS:
        assert f"<code>{name}</code>" in html


@pytest.mark.parametrize("address", ["/styleguide/", "/en/styleguide/"])
def test_readers_are_asked_to_sign_in(address, client, structure):
    response = client.get(address)

    assert response.status_code == 302
    assert "/admin/login/" in response["Location"]
