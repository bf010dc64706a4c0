"""The forms in which something is done to a page say which page that is, where everybody sees it."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from editorial.emergency import publish_in_emergency


def heading(client, person, address):
    """The headings within the form's page, with their languages."""
    client.force_login(person)
    page = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return [(tag.get_text(strip=True), tag["lang"]) for tag in page.select("main h2[lang]")]


@pytest.mark.parametrize(
    "name",
    ["editorial:emergency", "editorial:submission", "editorial:take_back", "wagtailadmin_pages:delete", "checks:page"],
)
def test_form_about_a_draft_names_it(client, draft, people, submit, name):
    if name in ("editorial:submission", "editorial:take_back"):
        submit(draft, people["author"])
    found = heading(client, people["editor"], reverse(name, args=[draft.pk]))
    assert ("Szkic", "pl") in found


@pytest.mark.parametrize("name", ["editorial:take_down", "editorial:review_date"])
def test_form_about_a_live_page_names_it(client, news, people, name):
    assert ("Nowa ścieżka", "pl") in heading(client, people["editor"], reverse(name, args=[news.pk]))


def test_confirmation_names_the_page(client, draft, people):
    approval = publish_in_emergency(draft.get_latest_revision_as_object(), people["editor"], "The bridge is closed.")
    address = reverse("editorial:confirm", args=[approval.pk])
    assert ("Szkic", "pl") in heading(client, people["editor2"], address)
