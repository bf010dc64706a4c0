"""Pages that are left untranslated on purpose."""

import pytest
from django.urls import reverse

from content.factories import make_news
from editorial.emergency import publish_in_emergency
from tests.translation.requests.conftest import fresh
from translation.models import TranslationState
from translation.requests.steps import ask
from translation.starting import start_translation
from translation.withholding import lift, withhold

REASON = "Only for people who live here."
MAY = {"editor", "administrator", "superuser"}
State = TranslationState.State


def state_of(page) -> TranslationState:
    return TranslationState.objects.get(source_id=page.pk)


def at(name, page) -> str:
    return reverse(f"translation:{name}", args=[page.pk])


def test_who_may_publish_the_english_page_decides_with_a_reason(role, polish, sign_in, people, logged):
    client = sign_in(role)
    client.post(at("withhold", polish), {"reason": ""})
    assert state_of(polish).state == State.NONE
    client.post(at("withhold", polish), {"reason": REASON})
    state = state_of(polish)
    assert (state.state == State.WITHHELD) == (role in MAY)
    if role in MAY:
        assert (state.withheld_by, state.withheld_reason) == (people[role], REASON)
        client.post(at("lift", polish), {"reason": ""})
        assert (state_of(polish).state, state_of(polish).withheld_by) == (State.NONE, None)
        assert [entry[0] for entry in logged(polish)] == ["translation.withhold", "translation.lift"]
    else:
        withhold(polish, people["editor"], REASON)
        client.post(at("lift", polish), {"reason": ""})
        assert state_of(polish).state == State.WITHHELD


def test_the_queue_and_the_panel_say_why(polish, people, sign_in):
    english = start_translation(polish, "A new road", people["translator"])
    withhold(polish, people["editor"], REASON)
    client = sign_in("translator")
    for address in ("/admin/translations/?state=withheld", reverse("translation:source", args=[english.pk])):
        assert REASON in client.get(address).content.decode()
    lift(polish, people["editor"])
    assert REASON not in client.get("/admin/translations/").content.decode()


def test_it_leaves_the_queue_and_the_desk_and_is_found_by_the_filter(polish, people, sign_in):
    withhold(polish, people["editor"], REASON)
    client = sign_in("translator")
    assert "Nowa droga" not in client.get("/admin/translations/").content.decode()
    assert "Nowa droga" not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Nowa droga" in client.get("/admin/translations/?state=withheld").content.decode()


def test_a_request_for_it_alone_is_cancelled_and_told(polish, people, told):
    request = ask(polish, people["editor"], assignee=people["translator"])
    withhold(polish, people["editor2"], REASON)
    assert (fresh(request).outcome, fresh(request).reason) == ("cancelled", REASON)
    assert told("cancelled") == ["translator"]


def test_a_page_that_readers_of_english_have_is_not_left_untranslated(polish, english, sign_in):
    assert sign_in("editor").post(at("withhold", polish), {"reason": REASON}).status_code == 302
    assert state_of(polish).state == State.TRUE


def test_a_draft_may_be_left_as_it_is_and_lifts_it_when_it_goes_live(polish, people):
    english = start_translation(polish, "A new road", people["translator"])
    withhold(polish, people["editor"], REASON)
    assert state_of(polish).state == State.WITHHELD
    publish_in_emergency(english, people["editor"], "A flood.")
    assert (state_of(polish).withheld_at, state_of(polish).state) == (None, State.DRIFTED)


@pytest.mark.parametrize("which", ["draft", "english"])
def test_only_live_polish_pages_are_left(which, polish, english, sign_in):
    draft = make_news(polish.get_parent(), live=False)
    page = {"draft": draft, "english": english}[which]
    sign_in("editor").post(at("withhold", page), {"reason": REASON})
    assert not TranslationState.objects.filter(withheld_at__isnull=False).exists()


def test_a_page_waits_again_once_it_is_lifted(polish, people):
    withhold(polish, people["editor"], REASON)
    lift(polish, people["editor"])
    assert state_of(polish).state == State.NONE
