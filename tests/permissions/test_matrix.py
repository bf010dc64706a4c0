"""Every role at every address of the admin, with a page in each state and language, as the documentation says."""

import pytest
from django.template.response import SimpleTemplateResponse
from django.urls import reverse

from tests.permissions.addresses import all_addresses
from tests.permissions.matrix import NO, ROLES, TABLE, ask, is_allowed, write, written
from tests.permissions.world import World

pytestmark = pytest.mark.one_database
ADDRESSES = all_addresses()
# Open to everybody who has no account yet or has lost the password, or a test of the error page
OUTSIDE = (
    "wagtailadmin_error_test",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_password_reset",
    "wagtailadmin_sprite",
)


@pytest.fixture
def world(structure, people, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        return World(structure, people)


@pytest.fixture(autouse=True)
def _unrendered(monkeypatch):
    """What a page looks like is nothing to whether it is allowed, and takes most of the time."""

    def render(self):
        self.content = b""
        return self

    monkeypatch.setattr(SimpleTemplateResponse, "render", render)


def asked():
    return [address for address in ADDRESSES if not address.name.startswith(OUTSIDE)]


@pytest.mark.parametrize("role", ROLES)
def test_role_may_do_what_the_table_says(client, world, people, role, request):
    client.force_login(people[role], backend="django.contrib.auth.backends.ModelBackend")
    found = {(address.label, method): cell for address in asked() for method, cell in ask(client, world, address)}
    if request.config.getoption("--renew-permissions", default=False):
        table = written()
        for place, cell in found.items():
            table.setdefault(place, {})[role] = cell
        write({place: cells for place, cells in table.items() if place in found})
    told = {place: cells[role] for place, cells in written().items()}
    assert set(told) <= set(found), f"{TABLE.name} names addresses that are not there"
    assert found == {place: told.get(place, NO) for place in found}, (
        f"If this is meant: pytest tests/permissions -n0 --renew-permissions, and read {TABLE.name}"
    )


def test_table_names_every_address():
    assert {label for label, _method in written()} == {address.label for address in asked()}


def test_nobody_does_anything_without_an_account(client, world):
    for address in asked():
        for _method, cell in ask(client, world, address):
            assert cell == NO, address.label
    assert is_allowed(client, "GET", reverse("wagtailadmin_login"))
