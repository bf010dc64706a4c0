"""The demo accounts, one of each role, with one password for all."""

from typing import Any

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import ForeignObjectRel, Q
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from accounts.models import User
from content.example import ExampleRefused, refuse_outside_development
from content.example.items import find, remember
from content.example.texts import read

DEMO_PASSWORD = "przyklad-2026"  # noqa: S105 - known to everybody, and refused where DEBUG is off

# What an account has of itself; anything else that names it is a record of work.
OWN = {
    *("accounts.user_groups", "accounts.user_user_permissions", "wagtailusers.userprofile", "wagtailadmin.formstate"),
    *("notifications.notification", "notifications.notificationpreference"),
}


@transaction.atomic
def make_accounts() -> dict[str, User]:
    """Make the demo accounts that are missing and wake those that were put to sleep. Others stay as they are.

    Raises:
        ExampleRefused: DEBUG is off, or somebody else's account has one of the names.
    """
    refuse_outside_development()
    password = ""
    people = {}
    for username, entry in read("accounts").items():
        user = find(User, f"user:{username}")
        taken = Q(username=username) | Q(email__iexact=_email_of(username))
        if user is None and User.objects.filter(taken).exists():
            raise ExampleRefused(
                _("An account that is not of the example set has the name “%(name)s” or its e-mail address. Rename it.")
                % {"name": username}
            )
        if user is None or not user.is_active:
            password = password or make_password(DEMO_PASSWORD)
            user = _set_up(user or User(username=username), entry, password)
        people[username] = user
    return people


def _email_of(username: str) -> str:
    return f"{username}@example.org"


def _set_up(user: User, entry: dict[str, Any], password: str) -> User:
    user.first_name, user.last_name = entry["first_name"], entry["last_name"]
    user.email = _email_of(user.username)
    user.is_active, user.password = True, password
    user.is_superuser = entry.get("superuser", False)
    user.save()
    user.groups.set([Group.objects.get(name=entry["role"])])
    profile, _created = UserProfile.objects.get_or_create(user=user)
    profile.preferred_language, profile.current_time_zone = entry["language"], "Europe/Warsaw"
    profile.save()
    remember(f"user:{user.username}", user)
    return user


def remove_account(user: User) -> bool:
    """Delete a demo account that left no trace, and deactivate any other. Return whether it was deleted."""
    if _has_records(user):
        user.is_active, user.is_superuser = False, False
        user.set_unusable_password()
        user.save()
        return False
    user.delete()
    return True


def _has_records(user: User) -> bool:
    """Whether anything but the account's own settings names it."""
    for relation in User._meta.get_fields(include_hidden=True):
        if not isinstance(relation, ForeignObjectRel) or relation.many_to_many:
            continue
        model = relation.related_model
        if model._meta.label_lower not in OWN and model._base_manager.filter(**{relation.field.name: user}).exists():
            return True
    return False


def accounts_table() -> str:
    """Return what `make run` prints about the demo accounts, in Polish and English."""
    lines = [
        f"Konta demonstracyjne (hasło do wszystkich: {DEMO_PASSWORD}), logowanie pod /admin/",
        f"Demo accounts (one password: {DEMO_PASSWORD}), sign in at /admin/",
        "",
    ]
    for username, entry in read("accounts").items():
        lines += [f"  {username:<10} {entry['role']}", *(f"{'':13}{entry['try'][code]}" for code in ("pl", "en"))]
    return "\n".join(lines)
