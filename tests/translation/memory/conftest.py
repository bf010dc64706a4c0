"""What the tests of the translation memory share."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import GroupPagePermission, Page

from accounts.models import User
from content.factories import make_news, make_translation
from content.loading import block
from news.models import NewsPage
from translation.memory.models import MemoryUnit
from translation.memory.storing import take_in

NOBODY = AnonymousUser()


def units_of(page: Page) -> set[tuple[str, str]]:
    """Return the pairs of texts that an English page uses."""
    return set(MemoryUnit.objects.filter(uses__page=page).values_list("source", "target"))


def imported(*pairs: tuple[str, str]) -> None:
    """Put pairs into the memory that no page has, and that everybody sees."""
    take_in(MemoryUnit.of(source, target, source, target) for source, target in pairs)


@pytest.fixture
def both(structure) -> Callable[..., tuple[NewsPage, NewsPage]]:
    """Make a live Polish page of some paragraphs, and its live English page of as many."""

    def make(polish: list[str], english: list[str], title: str = "Nowa droga", title_en: str = "A new road") -> Any:
        keys = [uuid4() for _text in polish]
        bodies = [
            [block(key, "text", f"<p>{text}</p>") for key, text in zip(keys, texts, strict=True)]
            for texts in (polish, english)
        ]
        page = make_news(structure["pl"].sections["news"], title=title, body=bodies[0])
        return page, make_translation(page, title=title_en, body=bodies[1])

    return make


@pytest.fixture
def translator_of(db) -> Callable[[Page], User]:
    """Return a person who may change one English page and those below it, and nothing else."""

    def make(page: Page) -> User:
        person = User.objects.create_user("of-a-section", email="of-a-section@example.org")
        group = Group.objects.create(name="Of a section")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        change = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
        person.groups.add(group)
        return person

    return make
