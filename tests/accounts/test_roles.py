"""Each role may do what its work needs, and no more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts import roles
from content.factories import make_member, make_news, make_translation

ROOT = Path(__file__).resolve().parents[2]
ROLE_PEOPLE = ("author", "editor", "translator", "member_editor", "administrator")
NOBODY = frozenset()


@pytest.fixture
def pages(structure, people):
    """A page of each kind that a right may hang on, by name."""
    polish, english = structure["pl"], structure["en"]
    news = make_news(polish.sections["news"], live=False)
    owned = make_member(polish.sections["members"], live=False, owner=people["member_editor"])
    return {
        "home": polish.home,
        "news_list": polish.sections["news"],
        "news": news,
        "member_list": polish.sections["members"],
        "own_member": owned,
        "other_member": make_member(polish.sections["members"], live=False),
        "goal": next(iter(polish.goals.values())),
        "english_home": english.home,
        "english_news_list": english.sections["news"],
        "english_news": make_translation(make_news(polish.sections["news"]), live=False),
        "root": Page.get_first_root_node(),
    }


# right of the page tester, page, who has it
PAGE_RIGHTS = [
    ("can_add_subpage", "news_list", {"author", "editor", "administrator"}),
    ("can_add_subpage", "member_list", {"author", "editor", "administrator", "member_editor"}),
    ("can_add_subpage", "english_news_list", {"administrator"}),
    ("can_add_subpage", "root", NOBODY),
    ("can_edit", "news", {"author", "editor", "administrator"}),
    ("can_edit", "goal", {"author", "editor", "administrator"}),
    ("can_edit", "home", {"author", "editor", "administrator"}),
    ("can_edit", "own_member", {"author", "editor", "administrator", "member_editor"}),
    ("can_edit", "other_member", {"author", "editor", "administrator"}),
    ("can_edit", "member_list", {"author", "editor", "administrator"}),
    ("can_edit", "english_home", {"editor", "administrator", "translator"}),
    ("can_edit", "english_news", {"editor", "administrator", "translator"}),
    ("can_edit", "root", NOBODY),
    ("can_publish", "news", NOBODY),
    ("can_publish", "english_news", NOBODY),
    ("can_publish_subpage", "news_list", NOBODY),
    ("can_lock", "news", {"editor", "administrator"}),
    ("can_lock", "english_news", {"editor", "administrator"}),
    ("can_unpublish", "goal", NOBODY),
    ("can_set_view_restrictions", "news", {"editor", "administrator"}),
]


def test_rights_to_pages(pages, people):
    found = {
        (right, page): {
            name for name in ROLE_PEOPLE if getattr(pages[page].permissions_for_user(people[name]), right)()
        }
        for right, page, _who in PAGE_RIGHTS
    }
    assert found == {(right, page): set(who) for right, page, who in PAGE_RIGHTS}


FILE_RIGHTS = {
    "add": {"author", "editor", "member_editor", "administrator"},
    "choose": set(ROLE_PEOPLE),
    "change": {"author", "editor", "member_editor", "administrator"},  # of some: their own
}


def test_rights_to_files(people):
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        for action, who in FILE_RIGHTS.items():
            assert {name for name in ROLE_PEOPLE if policy.user_has_permission(people[name], action)} == who
        other = model(title="Another's", uploaded_by_user=people["superuser"], collection_id=1)
        for action in ("change", "delete"):
            assert {
                name for name in ROLE_PEOPLE if policy.user_has_permission_for_instance(people[name], action, other)
            } == {"editor", "administrator"}
        own = model(title="One's own", uploaded_by_user=people["author"], collection_id=1)
        assert policy.user_has_permission_for_instance(people["author"], "delete", own)
        assert not policy.user_has_permission_for_instance(people["member_editor"], "delete", own)


# address, who may open it
ADDRESSES = [
    ("wagtailadmin_home", set(ROLE_PEOPLE)),
    ("wagtailadmin_account", set(ROLE_PEOPLE)),
    ("wagtailimages:index", {"author", "editor", "member_editor", "administrator"}),
    ("wagtailimages:add", {"author", "editor", "member_editor", "administrator"}),
    ("wagtaildocs:add_multiple", {"author", "editor", "member_editor", "administrator"}),
    ("wagtailimages_chooser:choose", set(ROLE_PEOPLE)),
    ("wagtaildocs_chooser:choose", set(ROLE_PEOPLE)),
    ("wagtailadmin_choose_page", set(ROLE_PEOPLE)),
    ("wagtailredirects:index", {"editor", "administrator"}),
    ("wagtailredirects:add", {"editor", "administrator"}),
    ("accessibility_reports:index", {"editor", "administrator"}),
    ("accessibility_reports:add", NOBODY),
    ("wagtailusers_users:index", {"administrator"}),
    ("wagtailusers_groups:index", NOBODY),
    ("wagtailsites:index", NOBODY),
    ("wagtaillocales:index", NOBODY),
    ("wagtailadmin_workflows:index", NOBODY),
    ("wagtailadmin_workflows:task_index", NOBODY),
    ("wagtailadmin_collections:index", NOBODY),
    ("wagtailadmin_reports:workflow", {"author", "editor", "translator", "member_editor", "administrator"}),
    ("wagtailadmin_reports:locked_pages", {"editor", "administrator"}),
]


def test_addresses_that_each_role_may_open(client, people):
    found = {}
    for name in ROLE_PEOPLE:
        client.force_login(people[name])
        for address, _who in ADDRESSES:
            found.setdefault(address, set())
            if client.get(reverse(address)).status_code == 200:
                found[address].add(name)
    assert found == {address: set(who) for address, who in ADDRESSES}


def test_settings_of_the_association_are_the_administrators(client, people):
    url = reverse("wagtailsettings:edit", args=("core", "associationsettings"))
    allowed = set()
    for name in ROLE_PEOPLE:
        client.force_login(people[name])
        if client.get(url, follow=True).redirect_chain[-1:][0][0].startswith(url):
            allowed.add(name)
    assert allowed == {"administrator"}


def test_member_editor_adds_a_profile_as_a_draft_and_nothing_elsewhere(client, people, pages):
    client.force_login(people["member_editor"])
    add = reverse("wagtailadmin_pages:add", args=("members", "memberpage", pages["member_list"].pk))
    assert client.get(add).status_code == 200
    for model, parent in (("news.newspage", "news_list"), ("home.standardpage", "home")):
        url = reverse("wagtailadmin_pages:add", args=(*model.split("."), pages[parent].pk))
        assert client.get(url).status_code == 302, url
    for page, status in {"own_member": 200, "other_member": 302, "news": 302}.items():
        assert client.get(reverse("wagtailadmin_pages:edit", args=(pages[page].pk,))).status_code == status, page


def test_nobody_below_superuser_makes_rules_of_publishing(people):
    forbidden = ("auth.", "wagtailcore.", "sessions.", "contenttypes.", "axes.", "editorial.")
    for name in ROLE_PEOPLE:
        granted = people[name].get_all_permissions()
        assert not [right for right in granted if right.startswith(forbidden)], name


@pytest.mark.one_database
def test_migration_of_roles_goes_both_ways(tmp_path):
    code = """
from django.contrib.auth.models import Group
from django.core.management import call_command
from accounts import roles
def names(): return sorted(Group.objects.values_list("name", flat=True))
def rights(): return sorted(Group.objects.values_list("name", "permissions__codename"))
call_command("migrate", verbosity=0)
first = rights()
assert names() == sorted(roles.ROLES), names()
call_command("migrate", "accounts", "0001", verbosity=0)
assert names() == [], names()
call_command("migrate", verbosity=0)
assert rights() == first
print("both ways")
"""
    result = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DATABASE_URL": f"sqlite:///{tmp_path / 'roles.sqlite3'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout.split("\n")[-2:] == ["both ways", ""], result.stderr


def test_there_are_the_five_roles_and_no_stock_group(db):
    assert set(Group.objects.values_list("name", flat=True)) == set(roles.ROLES)
