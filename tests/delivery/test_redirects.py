"""A page that moves takes its readers along."""

import pytest
from wagtail.contrib.redirects.models import Redirect

from content.factories import make_news, make_page, make_translation
from editorial.publishing import publish_loaded_content
from home.models import StandardPage


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    """Run what waits for the end of the transaction."""

    def run():
        return django_capture_on_commit_callbacks(execute=True)

    return run


def rename(page, slug, commit):
    page = page.get_latest_revision_as_object()
    page.slug = slug
    with commit():
        publish_loaded_content(page, "The address changes")
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def pages(structure, commit):
    """A news page with its translation, by language."""
    with commit():
        polish = make_news(structure["pl"].sections["news"], slug="dawny-adres")
        english = make_translation(polish, slug="old-address")
    return {"pl": polish, "en": english}


@pytest.mark.parametrize("language", ["pl", "en"])
def test_changed_slug_redirects_once_it_is_approved(client, structure, pages, commit, language):
    old = pages[language].url
    page = rename(pages[language], "new-address", commit)
    assert page.url != old
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == page.url


@pytest.mark.parametrize("language", ["pl", "en"])
def test_pages_below_a_renamed_page_redirect_too(client, structure, commit, language):
    with commit():
        parent = make_page(StandardPage, structure[language].home, slug="parent")
        child = make_page(StandardPage, parent, slug="child")
    old = child.url
    rename(parent, "renamed", commit)
    child = StandardPage.objects.get(pk=child.pk)
    assert client.get(old)["Location"] == child.url != old


@pytest.mark.parametrize("language", ["pl", "en"])
def test_moved_page_redirects(client, structure, commit, language):
    with commit():
        page = make_page(StandardPage, structure[language].home, slug="moving")
    old = page.url
    with commit():
        page.move(structure[language].sections["about"], pos="last-child")
    page = StandardPage.objects.get(pk=page.pk)
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"] == page.url != old


def test_page_put_elsewhere_among_its_siblings_needs_no_redirect(structure, commit):
    with commit():
        structure["pl"].sections["about"].move(structure["pl"].home, pos="last-child")
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_address_that_only_a_draft_had_does_not_redirect(client, structure, pages, commit, language):
    with commit():
        if language == "pl":
            draft = make_news(structure["pl"].sections["news"], slug="draft-address", live=False)
        else:
            source = make_news(structure["pl"].sections["news"])
            draft = make_translation(source, slug="draft-address", live=False)
    old = draft.url
    page = rename(draft, "public-address", commit)
    assert page.live
    assert page.slug == "public-address"
    assert client.get(old).status_code == 404
    assert not Redirect.objects.filter(redirect_page=page).exists()


def test_moved_draft_does_not_redirect_but_live_pages_below_it_do(client, structure, commit):
    with commit():
        draft = make_page(StandardPage, structure["pl"].home, slug="draft", live=False)
        child = make_page(StandardPage, draft, slug="child")
    old_draft, old_child = draft.url, child.url
    with commit():
        draft.move(structure["pl"].sections["about"], pos="last-child")
    assert client.get(old_draft).status_code == 404
    assert client.get(old_child)["Location"] == StandardPage.objects.get(pk=child.pk).url


def test_draft_of_a_live_page_does_not_redirect_before_it_is_approved(client, structure, pages, commit):
    page = pages["pl"].get_latest_revision_as_object()
    page.slug = "only-a-plan"
    with commit():
        page.save_revision()
    assert not Redirect.objects.exists()


def test_page_that_comes_back_to_an_old_address_does_not_redirect_to_itself(client, structure, pages, commit):
    first = pages["pl"].url
    page = rename(pages["pl"], "elsewhere", commit)
    second = page.url
    page = rename(page, "dawny-adres", commit)
    with commit():
        page.unpublish()
    assert client.get(first).status_code == 404
    assert client.get(second)["Location"] == first


def test_chain_of_addresses_leads_to_the_newest(client, structure, pages, commit):
    first = pages["pl"].url
    second = rename(pages["pl"], "second", commit)
    third = rename(second, "third", commit)
    assert client.get(first)["Location"] == third.url
    assert client.get(second.url)["Location"] == third.url


def test_redirect_never_stands_before_a_live_page(client, structure):
    page = structure["pl"].sections["about"]
    Redirect.add_redirect(page.url, redirect_to=structure["pl"].sections["contact"])
    assert client.get(page.url).status_code == 200


def test_new_page_at_an_old_address_is_served(client, structure, commit):
    with commit():
        page = make_page(StandardPage, structure["pl"].home, slug="old-address")
    rename(page, "elsewhere", commit)
    with commit():
        make_page(StandardPage, structure["pl"].home, slug="old-address")
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize(("language", "old"), [("pl", "/dawna-strona"), ("en", "/en/old-page")])
def test_redirect_made_by_hand_works_in_both_languages(client, structure, language, old):
    target = structure[language].sections["contact"]
    Redirect.add_redirect(old, redirect_to=target)
    assert client.get(f"{old}/")["Location"] == target.url
    assert client.get(f"{old}/?utm_source=letter")["Location"] == target.url
