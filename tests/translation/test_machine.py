"""Suggestions of a machine: off by default, asked passage by passage, and answered for by a person."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail_localize.strings import StringValue

from config.settings.base import machine_translator
from editorial.refusals import PublishingRefused
from translation.machine.conditions import words_of_a_machine
from translation.machine.suggesting import is_on, mark_read, suggest
from translation.models import MachineText
from translation.starting import start_translation

POLISH = "Co się stało."
DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}
MACHINES_WORDS = "stało. się Co"


@pytest.fixture
def machine(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY


@pytest.fixture
def started(polish, people):
    return start_translation(polish, "A new road", people["translator"])


def submit(page, user, lead):
    page = page.get_latest_revision_as_object()
    page.lead = lead
    page.save_revision(user=user)
    page.get_workflow().start(page, user)


def test_it_is_off_by_default(db, settings, started, people):
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
    assert not is_on()
    with pytest.raises(PublishingRefused):
        suggest(started, POLISH, people["translator"])


def test_it_suggests_and_is_remembered(machine, started, people):
    assert suggest(started, POLISH, people["translator"]) == MACHINES_WORDS
    assert suggest(started, POLISH, people["translator"]) == MACHINES_WORDS
    text = MachineText.objects.get()
    assert (text.page_id, text.asked_by, text.read_at) == (started.pk, people["translator"], None)


def test_words_that_nobody_changed_or_read_are_not_submitted(machine, started, people):
    words = suggest(started, POLISH, people["translator"])
    with pytest.raises(PublishingRefused) as refused:
        submit(started, people["translator"], words)
    (step,) = refused.value.steps
    assert step.url.endswith(f"/pages/{started.pk}/edit/#:w:contentpath=lead")


@pytest.mark.parametrize("words", ["What happened.", MACHINES_WORDS + "!"])
def test_words_that_a_person_changed_are(words, machine, started, people):
    suggest(started, POLISH, people["translator"])
    submit(started, people["translator"], words)
    assert started.current_workflow_state is not None


def test_words_that_a_person_has_read_are(machine, started, people):
    words = suggest(started, POLISH, people["translator"])
    mark_read(started, words, people["translator"])
    submit(started, people["translator"], words)
    assert MachineText.objects.get().read_by == people["translator"]


def test_they_are_found_in_rich_text_too(machine, started, people):
    words = suggest(started, "Cała historia.", people["translator"])
    page = started.get_latest_revision_as_object()
    page.body = [{"type": "text", "id": page.body.raw_data[0]["id"], "value": f"<p>One.</p><p>{words}</p>"}]
    (step,) = words_of_a_machine(page)
    assert f"body.{page.body.raw_data[0]['id']}" in step.url


@pytest.mark.parametrize("paragraphs", ["<p>{}<br/>{}</p>", "<p>{}</p><p>{}</p>", "<p>One.</p><p>{}</p>"])
def test_lines_of_a_passage_are_found_as_paragraphs_too(paragraphs, machine, started, people):
    words = suggest(started, "Cała historia.\nI jej koniec.", people["translator"])
    page = started.get_latest_revision_as_object()
    value = paragraphs.format(*words.splitlines())
    page.body = [{"type": "text", "id": page.body.raw_data[0]["id"], "value": value}]
    assert len(words_of_a_machine(page)) == 1
    mark_read(started, words, people["translator"])
    assert not words_of_a_machine(page)


def test_a_machine_that_does_not_answer_is_told_and_logged(machine, started, people, monkeypatch, caplog):
    def fail(*_args):
        raise OSError("gone")

    monkeypatch.setattr("wagtail_localize.machine_translators.dummy.DummyTranslator.translate", fail)
    with pytest.raises(PublishingRefused):
        suggest(started, POLISH, people["translator"])
    assert "did not answer" in caplog.text


def test_a_machine_that_has_nothing_to_say_is_told(machine, started, people, monkeypatch):
    monkeypatch.setattr(
        "wagtail_localize.machine_translators.dummy.DummyTranslator.translate",
        lambda _self, _source, _target, strings: {each: StringValue(" ") for each in strings},
    )
    with pytest.raises(PublishingRefused):
        suggest(started, POLISH, people["translator"])
    assert not MachineText.objects.exists()


def test_only_who_may_change_the_english_page_asks(machine, started, role, sign_in):
    answer = sign_in(role).post(reverse("translation:ask_machine", args=[started.pk]), {"text": POLISH})
    may = role in {"translator", "editor", "administrator", "superuser"}
    assert (answer.status_code == 200) == may
    assert MachineText.objects.exists() == may


def test_reading_it_is_said_beside_the_field(machine, started, people, sign_in):
    words = suggest(started, POLISH, people["translator"])
    page = started.get_latest_revision_as_object()
    page.lead = words
    page.save_revision(user=people["translator"])
    client = sign_in("translator")
    shown = client.get(reverse("translation:source", args=[started.pk])).content.decode()
    assert f'data-source-read="{words}"' in shown
    shown = client.post(reverse("translation:mark_read", args=[started.pk]), {"text": words}).content.decode()
    assert "data-source-read" not in shown


@pytest.mark.parametrize("text", ["", " ", "a" * 5001])
def test_what_cannot_be_asked_is_answered_in_words(text, machine, started, sign_in):
    answer = sign_in("translator").post(reverse("translation:ask_machine", args=[started.pk]), {"text": text})
    assert answer.status_code == 200
    assert "source__note" in answer.content.decode()


def test_services_are_named_with_what_they_need():
    assert machine_translator("", "", "") is None
    assert machine_translator("deepl", "", "key")["OPTIONS"]["AUTH_KEY"] == "key"
    assert machine_translator("libretranslate", "https://mt.example.org/", "")["OPTIONS"]["LIBRETRANSLATE_URL"] == (
        "https://mt.example.org"
    )
    for wrong in (("deepl", "", ""), ("libretranslate", "", "key"), ("other", "https://example.org", "key")):
        with pytest.raises(ImproperlyConfigured):
            machine_translator(*wrong)
