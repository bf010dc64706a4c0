"""Fixtures that every test may use."""

import pytest
from django.contrib.auth.models import Group

from accounts import roles
from accounts.models import User
from content.structure import Structure, load_structure

PEOPLE = {
    "author": roles.AUTHOR,
    "author2": roles.AUTHOR,
    "editor": roles.EDITOR,
    "editor2": roles.EDITOR,
    "translator": roles.TRANSLATOR,
    "member_editor": roles.MEMBER_EDITOR,
    "administrator": roles.ADMINISTRATOR,
}


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """The test database, with the structure of the site loaded once. Every test starts from it."""
    with django_db_blocker.unblock():
        load_structure()


@pytest.fixture
def structure(db) -> dict[str, Structure]:
    """The pages of the structure, by language. Loading it again only looks them up."""
    return load_structure()


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
