"""The people who work on English pages."""

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import ADMINISTRATOR, EDITOR, TRANSLATOR

ROLES = {"translator": TRANSLATOR, "editor": EDITOR, "administrator": ADMINISTRATOR}


def make_people() -> dict[str, User]:
    """Make a person of each of their roles, and return them by name."""
    people = {}
    for name, role in ROLES.items():
        people[name] = User.objects.create_user(name, email=f"{name}@example.org")
        people[name].groups.add(Group.objects.get(name=role))
    return people
