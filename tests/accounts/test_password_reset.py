"""A forgotten password is replaced by mail, in either language, and tells nobody who has an account."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.password_reset import outbox

FORM = reverse("wagtailadmin_password_reset")
NEW = "zupełnie nowe hasło"
# Wagtail's own catalogue
REQUEST_TITLE = {"pl": "Zresetuj swoje hasło", "en": "Reset your password"}
MAIL_TEXT = {"pl": "Użyj linku poniżej w celu zresetowania hasła", "en": "Please follow the link below"}
CHOICE_TITLE = {"pl": "Ustaw nowe hasło", "en": "Set your new password"}


@pytest.fixture
def ask(client, people):
    """Ask for a new password and return the answer, once the mails have left."""

    def ask_for(email, language="pl", **extra):
        response = client.post(FORM, {"email": email}, headers={"accept-language": language}, **extra)
        outbox.submit(lambda: None).result(timeout=10)
        return response

    return ask_for


@pytest.mark.parametrize("language", ["pl", "en"])
def test_whole_round(ask, client, settings, language):
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    headers = {"accept-language": language}
    assert REQUEST_TITLE[language] in client.get(FORM, headers=headers).content.decode()
    assert ask("author@example.org", language)["Location"] == reverse("wagtailadmin_password_reset_done")
    [message] = mail.outbox
    assert message.to == ["author@example.org"]
    assert MAIL_TEXT[language] in message.body
    assert "author" in message.body
    [link] = re.findall(r"https://www\.example\.org(/admin/password_reset/confirm/\S+)", message.body)
    choice = client.get(link, headers=headers, follow=True)
    assert CHOICE_TITLE[language] in choice.content.decode()
    assert choice["Content-Language"] == language
    weak = client.post(choice.request["PATH_INFO"], {"new_password1": "12345", "new_password2": "12345"})
    assert weak.status_code == 200
    assert weak.context["form"].errors["new_password2"]
    done = client.post(
        choice.request["PATH_INFO"], {"new_password1": NEW, "new_password2": NEW}, headers=headers, follow=True
    )
    assert done.redirect_chain[-1][0] == reverse("wagtailadmin_password_reset_complete")
    signed_in = client.post(reverse("wagtailadmin_login"), {"username": "author", "password": NEW})
    assert signed_in.status_code == 302
    used = Client().get(link, headers=headers, follow=True)
    assert CHOICE_TITLE[language] not in used.content.decode()


@pytest.mark.parametrize(("preferred", "browser"), [("pl", "en"), ("en", "pl")])
def test_mail_is_in_the_language_that_its_reader_chose(ask, people, preferred, browser):
    profile = UserProfile.get_for_user(people["author"])
    profile.preferred_language = preferred
    profile.save()
    ask("author@example.org", browser)
    assert MAIL_TEXT[preferred] in mail.outbox[0].body


def test_unknown_inactive_and_known_addresses_get_the_same_answer(ask, people):
    people["author2"].is_active = False
    people["author2"].save()
    answers = [ask(email) for email in ("author@example.org", "nobody@example.org", "author2@example.org")]
    assert {(answer.status_code, answer["Location"], answer.content) for answer in answers} == {
        (302, reverse("wagtailadmin_password_reset_done"), b"")
    }
    assert len(mail.outbox) == 1


def test_one_person_gets_only_so_many_mails(ask, settings):
    settings.PASSWORD_RESETS_PER_EMAIL = 2
    answers = [ask(email) for email in ["author@example.org", "AUTHOR@example.org", "author@example.org"]]
    assert {answer.status_code for answer in answers} == {302}
    assert len(mail.outbox) == 2
    ask("editor@example.org")
    assert len(mail.outbox) == 3


def test_one_address_asks_only_so_often(ask, settings):
    settings.PASSWORD_RESETS_PER_ADDRESS = 1
    ask("author@example.org")
    ask("editor@example.org")
    assert len(mail.outbox) == 1
    ask("editor@example.org", REMOTE_ADDR="192.0.2.8")
    assert len(mail.outbox) == 2


def test_link_ignores_the_host_that_the_request_names(people, settings):
    settings.ALLOWED_HOSTS = ["*"]
    settings.WAGTAILADMIN_BASE_URL = "https://www.example.org"
    client = Client(headers={"host": "evil.example"})
    client.post(FORM, {"email": "author@example.org"})
    outbox.submit(lambda: None).result(timeout=10)
    assert "evil.example" not in mail.outbox[0].body


@pytest.mark.parametrize("email", ["", "no address", "a" * 300 + "@example.org", "a\x00@example.org"])
def test_wrong_address_is_said_on_the_form(client, people, email):
    response = client.post(FORM, {"email": email})
    assert response.status_code == 200
    assert response.context["form"].errors["email"]
