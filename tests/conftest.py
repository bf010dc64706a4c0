"""Fixtures that every test may use."""

import gc
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.utils import translation

from accounts import roles
from accounts.models import User
from content.structure import Structure, load_structure
from core import landscape
from library.models import CustomDocument, CustomImage, FileUse
from tests import second_database
from tests.fresh_structure import FreshStructure, fresh

PEOPLE = {
    "author": roles.AUTHOR,
    "author2": roles.AUTHOR,
    "editor": roles.EDITOR,
    "editor2": roles.EDITOR,
    "translator": roles.TRANSLATOR,
    "member_editor": roles.MEMBER_EDITOR,
    "administrator": roles.ADMINISTRATOR,
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the second of two databases is asked with, and what takes the guide's pictures."""
    second_database.add_options(parser)
    parser.addoption("--guide-pictures", action="store_true", help="take the pictures of the editors' guide anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what has nothing new to say on a second database, if that is wanted."""
    kept = second_database.choose(config, items)
    chosen = set(kept)
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = kept


def pytest_collection_finish() -> None:
    """Let the collector of garbage come seldom, and pass over the code: tests make much, and most of it goes by itself.

    It took a seventh of the time of the tests.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True)
def _plain_spaces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words with the spaces that were typed, so that tests can look for them; typography has tests of its own."""
    if "typography" not in request.node.nodeid:
        monkeypatch.setattr("core.templatetags.typography_tags.keep_together", lambda html, _language: html)


@pytest.fixture(autouse=True)
def _nothing_of_another_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start from an empty cache (counts of rate limits, members' positions) and from the site's first language.

    No clock has positions asked again while queries are counted.
    """
    monkeypatch.setattr(landscape, "POSITIONS_KEPT", None)
    cache.clear()
    with translation.override(settings.LANGUAGE_CODE):
        yield


# The structure as it was loaded into the test database, by language
LOADED: dict[str, Structure] = {}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """The test database, with the structure of the site loaded once. Every test starts from it."""
    with django_db_blocker.unblock():
        LOADED.update(load_structure())


@pytest.fixture
def structure(db) -> Mapping[str, Structure | FreshStructure]:
    """The pages of the structure, by language, fresh from the database."""
    return fresh(LOADED) or load_structure()  # a test outside a transaction empties the database behind it


@pytest.fixture
def people(db) -> dict[str, User]:
    """One person of each role, two authors and two editors, and a superuser, by name."""
    everyone = {}
    for name, role in PEOPLE.items():
        everyone[name] = User.objects.create_user(name, email=f"{name}@example.org", password="a long password")
        everyone[name].groups.add(Group.objects.get(name=role))
    everyone["superuser"] = User.objects.create_superuser(
        "superuser", email="superuser@example.org", password="a long password"
    )
    return everyone


@pytest.fixture
def open_file(structure) -> Callable[[CustomImage | CustomDocument], Any]:
    """A function that has the Polish home page use a file, which then is public, and returns the file."""

    def put(file: CustomImage | CustomDocument) -> CustomImage | CustomDocument:
        name = "image" if isinstance(file, CustomImage) else "document"
        FileUse.objects.create(page=structure["pl"].home, in_draft=False, **{name: file})
        return file

    return put
