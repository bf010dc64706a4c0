"""Who may view a Polish page decides who may view its English version."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from content.factories import make_news, make_page, make_translation
from editorial.visibility import visible_pages
from home.models import StandardPage
from news.models import NewsPage


@pytest.fixture
def both(structure):
    """A live piece of news and its live English version."""
    polish = make_news(structure["pl"].sections["news"], slug="tylko-dla-swoich")
    return polish, make_translation(polish, slug="members-only")


def restrict(client, page, **data):
    return client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"password": "", **data})


def test_a_restriction_of_the_polish_page_restricts_the_english_one(client, both, people):
    polish, english = both
    client.force_login(people["administrator"])
    restrict(client, polish, restriction_type="password", password="tajne")
    client.logout()
    assert "members-only" not in client.get("/en/news/").text
    assert english.title not in client.get(english.url).text


def test_lifting_it_opens_both(client, both, people):
    polish, english = both
    client.force_login(people["administrator"])
    restrict(client, polish, restriction_type="login")
    restrict(client, polish, restriction_type="none")
    client.logout()
    assert client.get(english.url).status_code == 200


def test_the_same_groups_may_view_both(client, both, people):
    polish, english = both
    client.force_login(people["administrator"])
    group = Group.objects.get(name="Autor")
    restrict(client, polish, restriction_type="groups", groups=[group.pk])
    client.force_login(people["author"])
    assert client.get(english.url).status_code == 200
    client.force_login(people["translator"])
    assert english.title not in client.get(english.url).text


def test_one_password_opens_both(client, both, people):
    polish, english = both
    restriction = PageViewRestriction.objects.create(page=polish, restriction_type="password", password="tajne")
    reader = Client(headers={"sec-fetch-site": "same-origin"})
    form = f"/en/_util/authenticate_with_password/{restriction.pk}/{english.pk}/"
    assert english.title not in reader.get(english.url).text
    reader.post(form, {"password": "tajne", "return_url": english.url})
    assert english.lead in reader.get(english.url).text
    assert polish.lead in reader.get(polish.url).text


@pytest.mark.parametrize("has_english", [True, False], ids=["in two languages", "in Polish alone"])
def test_a_page_moved_into_a_closed_section_is_closed_in_english_too_and_opens_when_it_is_moved_out(
    client, both, structure, has_english
):
    polish, english = both
    closed = make_page(StandardPage, structure["pl"].sections["about"], slug="dla-czlonkow")
    if has_english:
        make_translation(closed, slug="for-members")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    polish.move(closed, pos="last-child")
    assert client.get(english.url).status_code == 302
    assert not visible_pages(NewsPage.objects.filter(pk=english.pk), english.locale).exists()
    assert english.title not in client.get("/en/news/").text
    news = Page.objects.get(pk=structure["pl"].sections["news"].pk)
    NewsPage.objects.get(pk=polish.pk).move(news, pos="last-child")
    assert client.get(english.url).status_code == 200


def test_a_restriction_of_the_english_page_alone_leaves_the_polish_one_open(client, both, people):
    polish, english = both
    client.force_login(people["administrator"])
    restrict(client, english, restriction_type="login")
    client.logout()
    assert client.get(polish.url).status_code == 200
    assert client.get(english.url).status_code == 302
