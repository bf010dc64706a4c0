"""What the panel counts as waiting for the translator, and that the list of translations says the same."""

import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageLogEntry

from content.factories import make_news
from news.models import NewsPage
from translation.log_actions import SAY_SAME, TAKE_BACK
from translation.merging.bringing import bring_over_structure
from translation.models import SameInEnglish, SettledSegment, TranslationState
from translation.source_panel.rows import SourceText
from translation.starting import start_translation
from translation.truth.statements import settle, state_of

State = TranslationState.State


def source_of(english) -> SourceText:
    english = NewsPage.objects.get(pk=english.pk)
    return SourceText(english, state_of(english))


def changed(english) -> list:
    return [each for part in source_of(english).changed_rows for each in part.segments]


def text_block(text: str, key: str = "one") -> dict[str, str]:
    return {"id": key, "type": "text", "value": f"<p>{text}</p>"}


def shown(english, client) -> str:
    return client.get(reverse("translation:source", args=[english.pk])).content.decode()


def test_a_slip_of_the_pen_waits_in_neither_the_panel_nor_the_list(polish, english, change, sign_in):
    change(polish, lead="Gmina otwiera nową droge.")
    change(english, lead="The municipality opens a new road.")
    change(polish, lead="Gmina otwiera nową drogę.")
    source = source_of(english)
    assert state_of(english).state == State.TRUE
    assert [each.drift_class for each in source.differences] == ["typo"]
    assert [each.needs_work for each in changed(english)] == [False]
    assert 'data-source-word="true"' not in shown(english, sign_in("translator"))


def test_of_a_block_that_moved_and_had_a_slip_put_right_the_move_waits(polish, english, change):
    texts = {"one": "Gmina otwiera nową droge.", "two": "Szkoły dostaną pieniądze.", "three": "Będzie park."}
    blocks = {key: text_block(text, key) for key, text in texts.items()}
    change(polish, body=list(blocks.values()))
    change(english, body=[text_block(f"English {key}.", key) for key in texts])
    change(polish, body=[blocks["two"], blocks["three"], text_block("Gmina otwiera nową drogę.")])
    assert state_of(english).state == State.DRIFTED
    assert [each.segment.path[1] for each in changed(english) if each.needs_work] == ["one"]


def test_a_fact_that_was_settled_as_a_wording_waits_in_the_panel_as_in_the_list(polish, english, change):
    change(polish, lead="Szkoły dostaną 6 mln zł.")
    state = state_of(english)
    settle(state, [source_of(english).differences[0].segment], SettledSegment.Ground.AUTHOR, None)
    assert state_of(english).state == State.DRIFTED
    (row,) = changed(english)
    assert (row.needs_work, row.settled) == (True, None)


def waiting_paths(english) -> set[str]:
    return {row.path for row in source_of(english).rows for each in row.segments if each.needs_work}


def say(client, english, path: str, word: str):
    row = next(each for each in source_of(english).rows if each.path == path)
    segment = f"{path}:{row.segments[0].key}"
    return client.post(reverse("translation:settle", args=[english.pk]), {"segment": segment, "word": word})


def start(polish, people):
    return start_translation(polish, "Jan Kowalski", people["translator"])


@pytest.fixture
def named(structure):
    """A Polish page of which the lead is a name and a paragraph an address."""
    body = [text_block("biuro@example.org, 12 345 67 89"), text_block("Gmina buduje drogę.", "two")]
    return make_news(structure["pl"].sections["news"], title="Wójt", lead="Jan Kowalski", body=body)


def test_what_holds_no_words_to_translate_never_waits(named, people):
    assert waiting_paths(start(named, people)) == {"lead", "body.two"}


def test_a_name_is_the_same_in_english_once_somebody_has_said_so(named, people, sign_in):
    english = start(named, people)
    before = state_of(english).words_left
    shown_then = say(sign_in("translator"), english, "lead", "same").content.decode()
    assert waiting_paths(english) == {"body.two"}
    said = SameInEnglish.objects.get()
    assert (said.path, said.user) == ("lead", people["translator"])
    assert str(people["translator"]) in shown_then
    assert state_of(english).words_left == before - 2
    assert PageLogEntry.objects.filter(page=english.pk, action=SAY_SAME).count() == 1


def test_an_approval_leaves_what_is_the_same_as_it_is(named, people, sign_in, change):
    english = start(named, people)
    say(sign_in("translator"), english, "lead", "same")
    change(english, title="Mayor", body=[text_block("biuro@example.org, 12 345 67 89"), text_block("A road.", "two")])
    assert waiting_paths(english) == set()


def test_another_polish_text_is_not_the_same_and_its_return_neither(named, people, sign_in, change):
    english = start(named, people)
    say(sign_in("translator"), english, "lead", "same")
    change(named, title="Nasz wójt")
    assert SameInEnglish.objects.exists()
    change(named, lead="Anna Nowak")
    change(named, lead="Jan Kowalski")
    assert not SameInEnglish.objects.exists()
    assert "lead" in waiting_paths(english)


def test_what_is_translated_is_not_said_to_be_the_same(polish, english, change, sign_in):
    change(english, lead="Something else.")
    say(sign_in("translator"), english, "lead", "same")
    assert not SameInEnglish.objects.exists()


def test_what_was_said_to_be_the_same_is_taken_back(named, people, sign_in):
    english = start(named, people)
    say(sign_in("translator"), english, "lead", "same")
    say(sign_in("translator"), english, "lead", "back")
    assert "lead" in waiting_paths(english)
    assert PageLogEntry.objects.filter(page=english.pk, action=TAKE_BACK).count() == 1


def test_who_may_not_change_the_english_page_says_nothing_of_it(role, named, people, sign_in):
    english = start(named, people)
    say(sign_in(role), english, "lead", "same")
    assert SameInEnglish.objects.exists() == (role in {"translator", "editor", "administrator", "superuser"})


def drift(polish, change) -> None:
    change(polish, lead="Zupełnie co innego się stało.")


def test_the_word_for_a_changed_passage_is_taken_back(polish, english, change, sign_in):
    drift(polish, change)
    client = sign_in("translator")
    said = say(client, english, "lead", "true").content.decode()
    assert state_of(english).state == State.TRUE
    assert 'data-source-word="back"' in said
    assert 'data-source-word="true"' in say(client, english, "lead", "back").content.decode()
    assert state_of(english).state == State.DRIFTED
    say(client, english, "lead", "back")
    assert PageLogEntry.objects.filter(page=english.pk, action=TAKE_BACK).count() == 1


def test_the_word_of_the_author_is_not_taken_back_by_a_translator(polish, english, change, sign_in):
    drift(polish, change)
    settle(state_of(english), [source_of(english).differences[0].segment], SettledSegment.Ground.AUTHOR, None)
    assert 'data-source-word="back"' not in say(sign_in("translator"), english, "lead", "back").content.decode()
    assert SettledSegment.objects.exists()


def test_after_an_approval_there_is_nothing_to_take_back(polish, english, change, sign_in):
    drift(polish, change)
    client = sign_in("translator")
    say(client, english, "lead", "true")
    change(english, lead="Quite another thing happened.")
    assert 'data-source-word="back"' not in shown(english, client)


@pytest.fixture
def shortened(polish, english, change):
    """An English page whose Polish has lost a paragraph."""
    change(polish, body=[text_block("Będzie park."), text_block("Szkoły dostaną pieniądze.", "two")])
    change(english, lead="A park.", body=[text_block("A park."), text_block("Money for schools.", "two")])
    change(polish, body=[text_block("Będzie park.")])
    return english


def gone(english):
    (row,) = [each for each in changed(english) if each.is_gone]
    return row


def test_of_what_is_gone_nobody_says_that_it_is_still_true(shortened, sign_in):
    assert gone(shortened).former_english == "Money for schools."
    said = shown(shortened, sign_in("translator"))
    assert "Angielski zostaje" in said
    assert "Angielski jest nadal zgodny" not in said
    say(sign_in("translator"), shortened, "body.two", "true")
    assert not gone(shortened).needs_work


def test_what_is_gone_waits_no_more_once_its_english_is_gone_from_the_draft(shortened, people):
    assert gone(shortened).needs_work
    draft = NewsPage.objects.get(pk=shortened.pk).get_latest_revision_as_object()
    draft.body = [text_block("A park.")]
    draft.save_revision(user=people["translator"])
    assert (gone(shortened).is_answered, gone(shortened).needs_work) == (True, False)


def test_a_changed_passage_waits_no_more_once_the_draft_has_another_english(polish, english, change, people):
    change(english, lead="The municipality builds a road.")
    drift(polish, change)
    draft = NewsPage.objects.get(pk=english.pk).get_latest_revision_as_object()
    draft.title = "Something else"
    draft.save_revision(user=people["translator"])
    assert "lead" in waiting_paths(english)
    draft.lead = "Quite another thing happened."
    draft.save_revision(user=people["translator"])
    assert "lead" not in waiting_paths(english)


def heading_block(text: str, level: str = "h2", key: str = "head") -> dict:
    return {"id": key, "type": "heading", "value": {"text": text, "level": level}}


def test_a_choice_is_no_passage_to_compare(polish, english, change, people):
    change(polish, body=[heading_block("Zakres prac")])
    assert {row.path for row in source_of(english).changed_rows if row.path.startswith("body.head")} == {
        "body.head.text"
    }
    bring_over_structure(NewsPage.objects.get(pk=english.pk), people["translator"])
    change(english, body=[heading_block("Scope")])
    change(polish, body=[heading_block("Zakres prac", "h3")])
    assert state_of(english).state == State.TRUE
    assert source_of(english).changed_rows == []
    assert source_of(english).has_other_structure


def test_a_text_without_a_place_is_labelled_in_the_language_of_who_reads(polish, english, change, people):
    change(polish, body=[text_block("Będzie park."), heading_block("Zakres prac")])
    bring_over_structure(NewsPage.objects.get(pk=english.pk), people["translator"])
    change(english, body=[text_block("A park."), heading_block("Scope")])
    change(polish, body=[text_block("Będzie park.")])
    with translation.override("en"):
        bring_over_structure(NewsPage.objects.get(pk=english.pk), people["translator"])
    labels = {}
    for language in ("pl", "en"):
        with translation.override(language):
            labels[language] = [each.label for each in source_of(english).leftovers if each.text == "Scope"]
    assert labels == {"pl": ["Tekst › Nagłówek › Tekst"], "en": ["Text › Heading › Text"]}
