"""Wrong passwords close sign-in to one account from one address, for a while, and say so."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext

from accounts.sign_in import client_address

RIGHT = "a long password"
LIMIT = 5


def sign_in(client, username, password, **extra):
    return client.post(reverse("wagtailadmin_login"), {"username": username, "password": password}, **extra)


def close(client, username="author", **extra):
    """Give wrong passwords until sign-in closes, and return the last answer."""
    for _attempt in range(LIMIT):
        response = sign_in(client, username, "wrong", **extra)
    return response


def is_signed_in(client) -> bool:
    return "_auth_user_id" in client.session


def test_fifth_wrong_password_closes_and_the_right_one_is_refused_then(client, people):
    for _attempt in range(LIMIT - 1):
        assert sign_in(client, "author", "wrong").status_code == 200
    assert sign_in(client, "author", "wrong").status_code == 429
    assert sign_in(client, "author", RIGHT).status_code == 429
    assert not is_signed_in(client)


def test_another_account_from_the_same_address_is_open(client, people):
    close(client)
    assert sign_in(client, "editor", RIGHT).status_code == 302
    assert is_signed_in(client)


def test_same_account_from_another_address_is_open(client, people):
    close(client)
    assert sign_in(client, "author", RIGHT, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_another_browser_at_the_same_address_is_closed(client, people):
    close(client)
    assert sign_in(Client(headers={"user-agent": "Another"}), "author", RIGHT).status_code == 429


def test_success_forgets_wrong_passwords(client, people):
    for _attempt in range(LIMIT - 1):
        sign_in(client, "author", "wrong")
    assert sign_in(client, "author", RIGHT).status_code == 302
    client.logout()
    assert sign_in(client, "author", "wrong").status_code == 200


def test_open_again_after_the_time_that_was_named(client, people):
    response = close(client)
    wait = int(response["Retry-After"])
    assert 0 < wait <= settings.AXES_COOLOFF_TIME.total_seconds()
    [attempt] = AccessAttempt.objects.all()
    attempt.attempt_time = timezone.now() - timedelta(seconds=wait + 1)
    attempt.save()
    assert sign_in(client, "author", RIGHT).status_code == 302


def test_trying_while_closed_does_not_move_the_time(client, people):
    close(client)
    [attempt] = AccessAttempt.objects.all()
    attempt.attempt_time = timezone.now() - timedelta(minutes=10)
    attempt.save()
    assert int(sign_in(client, "author", RIGHT)["Retry-After"]) <= 5 * 60


@pytest.mark.parametrize(("accept", "language"), [("pl,en;q=0.5", "pl"), ("en-GB,en", "en"), ("de", "pl")])
def test_page_is_in_the_language_of_the_browser_and_names_the_time(client, people, accept, language):
    response = close(client, headers={"accept-language": accept})
    html = response.content.decode()
    [attempt] = AccessAttempt.objects.all()
    again = timezone.localtime(attempt.attempt_time + settings.AXES_COOLOFF_TIME)
    assert response["Content-Language"] == language
    assert f'lang="{language}"' in html
    assert f"{again:%H:%M}" in html
    assert reverse("wagtailadmin_password_reset") in html
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("headers", [{"x-requested-with": "XMLHttpRequest"}, {"accept": "application/json"}])
def test_script_gets_json(client, people, headers):
    response = close(client, headers=headers)
    assert response.status_code == 429
    assert response.json()["success"] is False
    assert response.json()["error_message"]
    assert int(response["Retry-After"]) > 0


@pytest.mark.parametrize("username", ["nobody", "", "x" * 254, "x" * 5000, "a\x00b", "'; --", "zażółć"])
def test_odd_names_are_no_server_error(client, people, username):
    response = close(client, username=username)
    assert response.status_code in {200, 429}


def test_unknown_account_closes_as_a_known_one(client, people):
    assert close(client, username="nobody").status_code == 429


def test_password_is_not_recorded(client, people):
    sign_in(client, "author", "a secret that was mistyped")
    [attempt] = AccessAttempt.objects.all()
    assert "mistyped" not in attempt.post_data + attempt.get_data


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.9", "10.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 192.0.2.2", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "not an address", None),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "203.0.113.9:51234", "203.0.113.9"),
        (1, "[2001:db8::1]:51234", "2001:db8::1"),
        (1, "[2001:db8::1]", "2001:db8::1"),
    ],
)
def test_address_is_the_one_that_the_outermost_trusted_proxy_saw(settings, proxies, forwarded, expected):
    settings.TRUSTED_PROXIES = proxies
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    request = RequestFactory().post("/admin/login/", REMOTE_ADDR="10.0.0.1", headers=headers)
    assert client_address(request) == expected


def test_invented_forwarding_does_not_open_sign_in(client, people):
    for number in range(LIMIT):
        response = sign_in(client, "author", "wrong", headers={"x-forwarded-for": f"198.51.100.{number}"})
    assert response.status_code == 429


def test_inactive_account_cannot_sign_in(client, people):
    people["author"].is_active = False
    people["author"].save()
    assert sign_in(client, "author", RIGHT).status_code == 200
    assert not is_signed_in(client)


def test_both_fields_of_the_sign_in_have_translated_labels_and_no_hints_that_repeat_them(client, db):
    form = client.get(reverse("wagtailadmin_login")).context["form"]

    with translation.override("pl"):
        assert form["password"].label == gettext("Password") != "Password"
        assert not any("placeholder" in field.widget.attrs for field in form.fields.values())
