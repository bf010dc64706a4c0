"""Translators are told by e-mail that a Polish text waits for them, once for each event."""

import pytest
from django.core import mail

from content.factories import make_translation
from editorial.publishing import publish_loaded_content
from editorial.records import Approval
from news.models import NewsPage
from translation import notices


@pytest.fixture
def publish(people, django_capture_on_commit_callbacks):
    """Have a page written by the author and approved by the editor, with what runs after the transaction."""

    def run(page, **fields):
        page = NewsPage.objects.get(pk=page.pk)
        for name, value in fields.items():
            setattr(page, name, value)
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision(user=people["author"])
            state = page.get_workflow().start(page, people["author"])
            mail.outbox.clear()
            task = state.current_task_state
            task.task.specific.on_action(task.specific, people["editor"], "approve")
        return NewsPage.objects.get(pk=page.pk)

    return run


@pytest.fixture
def draft(structure):
    """A Polish page that nobody has published."""
    page = NewsPage(title="Nowa droga", slug="nowa-droga", lead="Co się stało.", locale=structure["pl"].home.locale)
    page.live = False
    structure["pl"].sections["news"].add_child(instance=page)
    return page


def to_translator():
    return [message for message in mail.outbox if message.to == ["translator@example.org"]]


def test_first_publication_is_told_to_every_active_translator_once(publish, draft, people):
    people["author2"].groups.set(people["translator"].groups.all())
    people["editor2"].groups.set(people["translator"].groups.all())
    people["editor2"].is_active = False
    people["editor2"].save()
    page = publish(draft)
    told = [message for message in mail.outbox if page.title in message.subject and "admin/localize" in message.body]
    assert sorted(message.to[0] for message in told) == ["author2@example.org", "translator@example.org"]
    (message,) = to_translator()
    assert f"http://localhost/admin/localize/submit/page/{page.pk}/" in message.body
    assert page.full_url in message.body
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_change_is_told_once_there_is_an_english_version(publish, draft):
    page = publish(draft)
    mail.outbox.clear()
    publish(page, lead="Inaczej.")
    assert to_translator() == [], "it waits since the first publication"
    english = make_translation(page)
    publish(page, lead="Jeszcze inaczej.")
    (message,) = to_translator()
    assert f"http://localhost/admin/pages/{english.pk}/edit/" in message.body


def test_the_same_words_and_loaded_content_are_not_told(publish, draft):
    page = publish(draft)
    make_translation(page)
    publish(page, featured=True)
    assert to_translator() == []
    publish_loaded_content(page, "Test")
    assert to_translator() == []
    assert Approval.objects.filter(kind="content").exists()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_letter_is_in_the_language_of_the_person(language, publish, draft, people, monkeypatch):
    from django.utils import translation
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(people["translator"])
    profile.preferred_language = language
    profile.save()
    seen = []
    render = notices.render_to_string
    monkeypatch.setattr(
        notices, "render_to_string", lambda *args: (seen.append(translation.get_language()), render(*args))[1]
    )
    publish(draft)
    assert set(seen) == {language}


@pytest.mark.parametrize("broken", ["open", "send_messages"])
def test_mail_server_that_fails_does_not_stop_the_publication(broken, publish, draft, monkeypatch, caplog):
    from django.core.mail.backends.locmem import EmailBackend

    def fail(*_args, **_kwargs):
        raise OSError("no mail server")

    monkeypatch.setattr(notices, "get_connection", lambda: type("Broken", (EmailBackend,), {broken: fail})())
    assert publish(draft).live
    assert "told" in caplog.text


def test_title_cannot_break_the_subject(publish, draft):
    publish(draft, title="Nowa\ndroga & most")
    (message,) = to_translator()
    assert "Nowa droga & most" in message.subject
