"""The way of a request from asking to its end."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from content.factories import make_news, make_translation
from editorial.refusals import PublishingRefused
from recycle_bin.deleting import move_to_bin
from tests.translation.requests.conftest import fresh, held
from translation.models import SettledSegment, TranslationRequest, TranslationState
from translation.requests.steps import ask, close, hand_over, take
from translation.starting import start_translation
from translation.truth.measuring import refresh_all
from translation.truth.statements import polish_parts, say_true, settle
from translation.withholding import withhold

Outcome = TranslationRequest.Outcome


def state_of(page) -> TranslationState:
    return TranslationState.objects.select_related("source__published_text", "page").get(source_id=page.pk)


def test_a_request_names_the_text_that_readers_see(polish, people, change, tomorrow, logged):
    text = polish.live_revision_id
    again = change(polish, featured=True)
    assert again.live_revision_id != text
    request = ask(again, people["editor"], assignee=people["translator"], deadline=tomorrow, message="Please.")
    assert (request.revision_id, held(polish)) == (text, request)
    ((action, user, reason),) = logged(polish)
    assert (action, user) == ("translation.request.ask", "editor")
    assert tomorrow.isoformat() in reason
    assert "translator" in reason


def test_asking_again_changes_the_one_open_request(polish, people, change, tomorrow):
    first = ask(polish, people["author"], message="Please.")
    change(polish, lead="Zupełnie co innego się stało.")
    second = ask(polish, people["editor"], deadline=tomorrow)
    assert second.pk == first.pk
    assert (second.asked_by, second.message, second.deadline) == (people["editor"], "", tomorrow)
    assert second.revision_id > first.revision_id
    with pytest.raises(IntegrityError), transaction.atomic():
        TranslationRequest.objects.create(page=polish, revision=polish.live_revision, asked_by=people["author"])


def test_it_is_done_when_the_english_page_goes_live(polish, people, told, logged):
    request = ask(polish, people["editor"])
    make_translation(polish)
    request = fresh(request)
    assert (request.outcome, request.closed_at is not None, held(polish)) == (Outcome.DONE, True, None)
    assert told("done") == ["editor"]
    assert logged(polish)[-1][0] == "translation.request.done"


def test_a_live_english_page_that_is_true_to_an_older_text_is_not_enough(polish, english, people, change):
    old = polish.live_revision
    page = change(polish, lead="Zupełnie co innego się stało.")
    request = ask(page, people["editor"])
    say_true(state_of(polish), english, english.live_revision, old, people["translator"])
    assert fresh(request).is_open
    change(polish, lead="A potem jeszcze co innego.")
    say_true(state_of(polish), english, english.live_revision, page.live_revision, people["translator"])
    assert (fresh(request).outcome, fresh(request).closed_by) == (Outcome.DONE, people["translator"])
    assert state_of(polish).state == TranslationState.State.DRIFTED


def test_settling_what_differs_is_enough_too(polish, english, people, change):
    page = change(polish, lead="Zupełnie co innego się stało.")
    request = ask(page, people["editor"])
    lead = polish_parts(state_of(polish))["lead",].segments
    settle(state_of(polish), lead, SettledSegment.Ground.TRANSLATOR, people["translator"])
    assert fresh(request).outcome == Outcome.DONE


def test_a_draft_or_a_submission_does_not_end_it(polish, people):
    request = ask(polish, people["editor"])
    english = start_translation(polish, "A new road", people["translator"])
    english.get_workflow().start(english, people["translator"])
    assert fresh(request).is_open


def test_a_section_holds_for_all_that_needs_work_also_for_what_is_published_later(structure, polish, people):
    news = structure["pl"].sections["news"]
    done = make_news(news, title="Gotowa")
    make_translation(done)
    request = ask(news, people["editor"], whole_section=True)
    later = make_news(news, title="Późniejsza")
    elsewhere = make_news(structure["pl"].sections["events"].get_parent(), title="Gdzie indziej")
    assert (held(polish), held(later)) == (request, request)
    assert (held(done), held(elsewhere)) == (None, None)
    make_translation(polish)
    assert (held(polish), fresh(request).is_open) == (None, True)
    make_translation(later)
    assert fresh(request).outcome == Outcome.DONE


def test_a_section_is_done_when_the_rest_is_left_untranslated_or_taken_down(structure, polish, people):
    news = structure["pl"].sections["news"]
    other = make_news(news, title="Inna")
    request = ask(news, people["editor"], whole_section=True)
    withhold(polish, people["editor"], "Only for people who live here.")
    assert (held(polish), fresh(request).is_open) == (None, True)
    other.unpublish()
    assert fresh(request).outcome == Outcome.DONE


def test_a_request_of_its_own_goes_before_that_of_the_section(structure, polish, people):
    news = structure["pl"].sections["news"]
    outer = ask(structure["pl"].home, people["editor"], whole_section=True)
    section = ask(news, people["editor"], whole_section=True)
    assert held(polish) == section
    own = ask(polish, people["editor"])
    assert held(polish) == own
    for request, then in ((own, section), (section, outer), (outer, None)):
        close(request, Outcome.CANCELLED, people["editor"], "Not needed.")
        assert held(polish) == then


def test_a_page_follows_the_section_it_is_moved_to(structure, polish, people):
    news, about = structure["pl"].sections["news"], structure["pl"].sections["about"]
    make_news(news, title="What stays")
    request = ask(news, people["editor"], whole_section=True)
    polish.move(about, pos="last-child")
    assert held(polish) is None
    for page in (polish, news):
        page.refresh_from_db()
    polish.move(news, pos="last-child")
    assert held(polish) == request


def test_a_section_that_becomes_a_page_lets_go_of_the_rest(structure, polish, people):
    news = structure["pl"].sections["news"]
    ask(news, people["editor"], whole_section=True)
    ask(news, people["editor"])
    assert held(polish) is None


def test_the_recomputation_of_everything_changes_nothing(structure, polish, people):
    section = ask(structure["pl"].sections["news"], people["editor"], whole_section=True)
    TranslationState.objects.update(request=None)
    list(refresh_all())
    assert held(polish) == section


def test_an_english_draft_in_the_bin_leaves_the_request_open(polish, people):
    request = ask(polish, people["editor"])
    english = start_translation(polish, "A new road", people["translator"])
    move_to_bin(english, people["administrator"])
    assert (fresh(request).is_open, held(polish)) == (True, request)


def test_one_takes_it_and_the_other_is_told_so(polish, people):
    request = ask(polish, people["editor"])
    take(request, people["translator"])
    assert fresh(request).assignee == people["translator"]
    with pytest.raises(PublishingRefused, match="translator"):
        take(request, people["superuser"])


@pytest.mark.parametrize("outcome", [Outcome.CANCELLED, Outcome.DECLINED])
def test_what_has_ended_does_not_end_again(outcome, polish, people, logged):
    request = ask(polish, people["editor"], assignee=people["translator"])
    close(request, outcome, people["translator"], "I am away that week.")
    assert (fresh(request).reason, held(polish)) == ("I am away that week.", None)
    assert logged(polish)[-1][2] == "I am away that week."
    for again in (
        lambda: close(request, outcome, people["translator"], "Once more."),
        lambda: take(request, people["translator"]),
        lambda: hand_over(request, people["translator"], people["superuser"]),
    ):
        with pytest.raises(PublishingRefused):
            again()
    make_translation(polish)
    assert fresh(request).outcome == outcome


def test_the_text_that_a_request_names_is_not_purged(polish, people, change):
    request = ask(polish, people["editor"])
    for number in range(3):
        change(polish, lead=f"Wersja {number} czegoś innego.")
    call_command("purge_revisions", verbosity=0)
    assert fresh(request).revision is not None
