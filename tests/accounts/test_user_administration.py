"""Accounts are deactivated, never deleted, and nobody gives rights that they do not have."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from accounts import roles
from accounts.models import User
from content.factories import make_news

MANAGERS = ("superuser", "administrator")


def fields_of(person: User, **changes) -> dict:
    values = {
        "username": person.username,
        "email": person.email,
        "first_name": "Jan",
        "last_name": "Przykładowy",
        "is_active": "on",
        "groups": list(person.groups.values_list("pk", flat=True)),
    }
    return {**values, **changes}


@pytest.mark.parametrize("manager", MANAGERS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_delete_view_deletes_nobody_and_says_what_to_do(client, people, manager, method):
    client.force_login(people[manager])
    author = people["author"]
    response = getattr(client, method)(reverse("wagtailusers_users:delete", args=(author.pk,)), follow=True)
    assert response.redirect_chain[-1][0] == reverse("wagtailusers_users:edit", args=(author.pk,))
    [message] = [str(message) for message in response.context["messages"]]
    assert str(author) in message
    assert User.objects.filter(pk=author.pk).exists()


@pytest.mark.parametrize("manager", MANAGERS)
def test_nothing_offers_to_delete_an_account(client, people, manager):
    client.force_login(people[manager])
    author = people["author"]
    delete_url = reverse("wagtailusers_users:delete", args=(author.pk,))
    listing = client.get(reverse("wagtailusers_users:index")).content.decode()
    form = client.get(reverse("wagtailusers_users:edit", args=(author.pk,))).content.decode()
    assert "set_active_state" in listing
    assert "/bulk/accounts/user/delete/" not in listing
    assert delete_url not in listing
    assert delete_url not in form


@pytest.mark.parametrize("manager", MANAGERS)
def test_bulk_deletion_has_no_address(client, people, manager):
    client.force_login(people[manager])
    response = client.post(f"/admin/bulk/accounts/user/delete/?id={people['author'].pk}")
    assert response.status_code in {302, 404}
    assert User.objects.filter(pk=people["author"].pk).exists()


def test_nobody_may_delete_accounts_superusers_included(people):
    assert not people["superuser"].has_perm("accounts.delete_user")
    assert people["superuser"].has_perm("accounts.change_user")


def test_code_cannot_delete_somebody_with_records(structure, people):
    page = make_news(structure["pl"].sections["news"], live=False)
    page.lead = "A new lead."
    page.save_revision(user=people["author"])
    with pytest.raises(ProtectedError), transaction.atomic():
        people["author"].delete()
    assert User.objects.filter(pk=people["author"].pk).exists()


def test_deactivated_person_is_signed_out(client, people):
    client.force_login(people["author"])
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    people["author"].is_active = False
    people["author"].save()
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_administrator_deactivates_and_activates(client, people):
    client.force_login(people["administrator"])
    url = reverse("wagtailusers_users:edit", args=(people["author"].pk,))
    values = fields_of(people["author"])
    del values["is_active"]
    client.post(url, values)
    people["author"].refresh_from_db()
    assert not people["author"].is_active
    client.post(url, fields_of(people["author"]))
    people["author"].refresh_from_db()
    assert people["author"].is_active


@pytest.mark.parametrize("name", ["author", "administrator"])
def test_administrator_makes_nobody_a_superuser(client, people, name):
    client.force_login(people["administrator"])
    response = client.post(
        reverse("wagtailusers_users:edit", args=(people[name].pk,)), fields_of(people[name], is_superuser="on")
    )
    assert response.status_code == 302
    people[name].refresh_from_db()
    assert people[name].last_name == "Przykładowy"
    assert not people[name].is_superuser


def test_administrator_adds_an_account_but_no_superuser(client, people):
    client.force_login(people["administrator"])
    new = User(username="nowa", email="nowa@example.org")
    values = {
        "username": new.username,
        "email": new.email,
        "first_name": "Nowa",
        "last_name": "Osoba",
        "password1": "nowe dobre haslo",
        "password2": "nowe dobre haslo",
        "is_superuser": "on",
        "groups": [Group.objects.get(name=roles.AUTHOR).pk],
    }
    assert client.post(reverse("wagtailusers_users:add"), values).status_code == 302
    added = User.objects.get(username="nowa")
    assert not added.is_superuser
    assert [group.name for group in added.groups.all()] == [roles.AUTHOR]


def test_superuser_makes_a_superuser(client, people):
    client.force_login(people["superuser"])
    client.post(
        reverse("wagtailusers_users:edit", args=(people["author"].pk,)),
        fields_of(people["author"], is_superuser="on"),
    )
    people["author"].refresh_from_db()
    assert people["author"].is_superuser


def test_administrator_cannot_touch_a_superuser(client, people):
    client.force_login(people["administrator"])
    superuser = people["superuser"]
    response = client.post(
        reverse("wagtailusers_users:edit", args=(superuser.pk,)),
        fields_of(superuser, email="mine@example.org", password1="a taken over one", password2="a taken over one"),
        follow=True,
    )
    assert str(superuser) in next(str(message) for message in response.context["messages"])
    for action, data in {
        "set_active_state": {"mark_as_active": "False"},
        "assign_role": {"role": Group.objects.get(name=roles.AUTHOR).pk},
    }.items():
        client.post(f"/admin/bulk/accounts/user/{action}/?id={superuser.pk}", data)
    fresh = User.objects.get(pk=superuser.pk)
    assert (fresh.email, fresh.is_active, fresh.password) == (superuser.email, True, superuser.password)
    assert not fresh.groups.exists()


def test_administrator_gives_roles_but_no_other_group(client, people):
    client.force_login(people["administrator"])
    powerful = Group.objects.create(name="Mocni")
    powerful.permissions.add(Permission.objects.get(codename="change_group"))
    editor = Group.objects.get(name=roles.EDITOR)
    author = people["author"]
    url = reverse("wagtailusers_users:edit", args=(author.pk,))
    refused = client.post(url, fields_of(author, groups=[powerful.pk]))
    assert refused.context["form"].errors["groups"]
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={author.pk}", {"role": powerful.pk})
    assert not author.groups.filter(pk=powerful.pk).exists()
    client.post(f"/admin/bulk/accounts/user/assign_role/?id={author.pk}", {"role": editor.pk})
    assert author.groups.filter(pk=editor.pk).exists()


def test_group_that_administrator_may_not_give_is_kept(client, people):
    client.force_login(people["administrator"])
    special = Group.objects.create(name="Szczególni")
    author = people["author"]
    author.groups.add(special)
    own = Group.objects.get(name=roles.AUTHOR)
    client.post(reverse("wagtailusers_users:edit", args=(author.pk,)), fields_of(author, groups=[own.pk]))
    assert set(author.groups.all()) == {own, special}


@pytest.mark.parametrize("manager", MANAGERS)
def test_groups_are_edited_by_superusers_only(client, people, manager):
    client.force_login(people[manager])
    expected = 200 if manager == "superuser" else 302
    group = Group.objects.get(name=roles.AUTHOR)
    for url in (
        reverse("wagtailusers_groups:index"),
        reverse("wagtailusers_groups:add"),
        reverse("wagtailusers_groups:edit", args=(group.pk,)),
        reverse("wagtailusers_groups:delete", args=(group.pk,)),
    ):
        assert client.get(url).status_code == expected, url


@pytest.mark.parametrize("name", ["author", "editor", "translator", "member_editor"])
def test_other_roles_do_not_see_accounts(client, people, name):
    client.force_login(people[name])
    for url in (
        reverse("wagtailusers_users:index"),
        reverse("wagtailusers_users:add"),
        reverse("wagtailusers_users:edit", args=(people["author2"].pk,)),
        reverse("wagtailusers_users:delete", args=(people["author2"].pk,)),
    ):
        response = client.get(url)
        assert response.status_code == 302, url
    assert not client.get(reverse("wagtailadmin_home")).content.decode().count(reverse("wagtailusers_users:index"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"username": "editor"}, "username"),
        ({"username": "spacje i /"}, "username"),
        ({"email": "EDITOR@example.org"}, "email"),
        ({"email": "no address"}, "email"),
        ({"email": ""}, "email"),
        ({"password1": "autor", "password2": "autor"}, "password2"),
        ({"password1": "one good password", "password2": "another good password"}, "password2"),
    ],
)
def test_wrong_input_is_said_on_its_field_and_kept(client, people, changes, field):
    client.force_login(people["administrator"])
    response = client.post(
        reverse("wagtailusers_users:edit", args=(people["author"].pk,)), fields_of(people["author"], **changes)
    )
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert len(form.errors[field]) >= 1
    assert form["last_name"].value() == "Przykładowy"
    assert str(form.errors[field][0]) in response.content.decode().replace("&#x27;", "'")


def test_taken_email_is_refused_on_the_account_page_and_by_the_database(client, people):
    client.force_login(people["author"])
    response = client.post(
        reverse("wagtailadmin_account"),
        {
            "name_email-first_name": "Jan",
            "name_email-last_name": "Przykładowy",
            "name_email-email": "Editor@example.org",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "locale-preferred_language": "",
        },
    )
    assert response.status_code == 200
    assert User.objects.get(pk=people["author"].pk).email == "author@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("second", email="Editor@example.org")
