"""Fixtures that every test may use."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Page

from accounts import roles
from accounts.models import User
from content.structure import Structure, load_structure
from core import landscape
from library.models import CustomDocument, CustomImage, FileUse

PEOPLE = {
    "author": roles.AUTHOR,
    "author2": roles.AUTHOR,
    "editor": roles.EDITOR,
    "editor2": roles.EDITOR,
    "translator": roles.TRANSLATOR,
    "member_editor": roles.MEMBER_EDITOR,
    "administrator": roles.ADMINISTRATOR,
}


USE_A_DATABASE = {"db", "django_db_setup", "live_server", "transactional_db"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """For the second of two databases, where tests that ask none have nothing new to say, and for the guide."""
    parser.addoption("--only-database", action="store_true", help="leave out the tests that ask no database")
    parser.addoption("--guide-pictures", action="store_true", help="take the pictures of the editors' guide anew")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what asks no database, if that is wanted."""
    if not config.getoption("--only-database"):
        return
    asking = [
        item
        for item in items
        if item.get_closest_marker("one_database") is None
        and (item.get_closest_marker("django_db") or USE_A_DATABASE & set(getattr(item, "fixturenames", ())))
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in asking])
    items[:] = asking


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
def structure(db) -> dict[str, Structure]:
    """The pages of the structure, by language, fresh from the database."""
    found = read_again(LOADED)
    return found or load_structure()  # a test outside a transaction empties the database behind it


def read_again(loaded: dict[str, Structure]) -> dict[str, Structure] | None:
    """Return the same pages as they are now, with one query for each type; None if any is not there."""
    keys = defaultdict(list)
    for structure in loaded.values():
        for page in (structure.home, *(page for group in groups(structure) for page in group.values())):
            keys[type(page)].append(page.pk)
    fresh: dict[int, Page] = {}
    for model, pks in keys.items():
        fresh |= model._default_manager.in_bulk(pks)
    if len(fresh) != sum(map(len, keys.values())):
        return None
    return {
        language: Structure(
            fresh[structure.home.pk],
            *({key: fresh[page.pk] for key, page in group.items()} for group in groups(structure)),
        )
        for language, structure in loaded.items()
    }


def groups(structure: Structure) -> tuple[dict[str, Page], ...]:
    """Return the pages of a structure beside its home page, group by group, in the order of its fields."""
    return structure.sections, structure.goals, structure.areas


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
