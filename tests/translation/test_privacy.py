"""Who may view a Polish page decides who may view its English version."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageViewRestriction

from content.factories import make_news, make_translation


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
    assert list(PageViewRestriction.objects.get(page=english).groups.all()) == [group]


def test_a_restriction_of_the_english_page_alone_leaves_the_polish_one_open(client, both, people):
    polish, english = both
    client.force_login(people["administrator"])
    restrict(client, english, restriction_type="login")
    client.logout()
    assert client.get(polish.url).status_code == 200
    assert client.get(english.url).status_code == 302
