"""What the tests of translation share: people who are signed in, and the form of a news page."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import rich_text

from accounts.models import User
from accounts.roles import TRANSLATOR
from content.factories import make_news, make_translation
from editorial.publishing import publish_loaded_content
from news.models import NewsPage

ROLES = ("author", "editor", "translator", "member_editor", "administrator", "superuser")


@pytest.fixture(params=ROLES)
def role(request) -> str:
    """Each role in turn, and a superuser."""
    return request.param


@pytest.fixture
def sign_in(people) -> Callable[[str], Client]:
    """Return a client in which the named person is signed in."""

    def client_of(name: str) -> Client:
        client = Client()
        client.force_login(people[name], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_of


@pytest.fixture
def limited(people, structure) -> User:
    """A translator of news alone."""
    group = Group.objects.create(name="Translators of news")
    group.permissions.set(Group.objects.get(name=TRANSLATOR).permissions.all())
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=structure["en"].sections["news"], permission=change)
    user = User.objects.create_user("limited", email="limited@example.org", password="a long password")
    user.groups.add(group)
    people["limited"] = user
    return user


@pytest.fixture
def polish(structure) -> NewsPage:
    """A live Polish news page."""
    return make_news(structure["pl"].sections["news"], title="Nowa droga", slug="nowa-droga")


@pytest.fixture
def english(polish) -> NewsPage:
    """Its live English page."""
    return make_translation(polish, title="A new road", slug="a-new-road")


@pytest.fixture
def change() -> Callable[..., NewsPage]:
    """Publish other values of a page's fields, as code that loads content does."""

    def publish(page: Page, **fields: Any) -> NewsPage:
        page = NewsPage.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        publish_loaded_content(page, "Changed by a test")
        return NewsPage.objects.get(pk=page.pk)

    return publish


@pytest.fixture
def news_form() -> Callable[..., dict[str, str]]:
    """Return what the editor's form of a news page posts, for a page with one paragraph."""

    def form(text: str = "<p>The whole story.</p>", block_id: str = "", **fields: str) -> dict[str, str]:
        return {
            "title": "Tytuł",
            "slug": "tytul",
            "lead": "Co się stało.",
            "date": "2026-11-02",
            "lead_image": "",
            "lead_image_alt": "",
            "lead_image_credit": "",
            "author_line": "",
            "seo_title": "",
            "search_description": "",
            "go_live_at": "",
            "expire_at": "",
            "body-count": "1",
            "body-0-deleted": "",
            "body-0-order": "0",
            "body-0-type": "text",
            "body-0-id": block_id,
            "body-0-value": rich_text(text),
            "comments-TOTAL_FORMS": "0",
            "comments-INITIAL_FORMS": "0",
            "comments-MIN_NUM_FORMS": "0",
            "comments-MAX_NUM_FORMS": "",
            **fields,
        }

    return form
