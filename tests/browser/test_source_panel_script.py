"""The script of the Polish text beside the editor: the order of answers, the focus, and what is written where."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.source_panel_page import CARRY, FIELDS, INSERT, Editor, part, passage

SETTLE = '<button type="button" data-source-settle="lead:1">The English is still true</button>'
TITLE, LEAD = part("title", passage(0, "Tytuł")), part("lead", passage(0, "Co się stało.", SETTLE))


@pytest.fixture
def editor(browser: Browser) -> Iterator[Editor]:
    tab = browser.new_page()
    yield Editor(tab)
    tab.close()


def test_the_answer_to_a_word_of_the_translator_is_not_overtaken_by_an_older_one(editor):
    editor.open(TITLE, LEAD)
    editor.save()
    editor.await_request()  # for the text as it is before the word
    editor.tab.locator("[data-source-settle]").click()
    editor.tab.evaluate("new Promise(requestAnimationFrame)")
    if len(editor.waiting) > 1:
        editor.answer(TITLE, LEAD, says="settled", newest=True)
        editor.answer(TITLE, LEAD, says="before")
    else:
        editor.answer(TITLE, LEAD, says="before")
        editor.answer(TITLE, LEAD, says="settled")
    editor.tab.evaluate("new Promise(requestAnimationFrame)")
    expect(editor.tab.locator("#says")).to_have_text("settled")


def test_who_writes_on_meanwhile_keeps_the_focus(editor):
    editor.open(TITLE, LEAD)
    editor.tab.locator("[data-source-settle]").click()
    editor.field("title").focus()
    editor.answer(TITLE, LEAD, says="settled")
    expect(editor.tab.locator("#says")).to_have_text("settled")
    expect(editor.field("title")).to_be_focused()


@pytest.mark.parametrize("control", ["[data-source-settle]", "[data-source-next]", "[data-source-carry] >> nth=1"])
def test_a_renewed_text_keeps_the_focus_on_its_control(editor, control):
    editor.open(TITLE, LEAD)
    editor.field("lead").focus()
    expect(editor.says()).to_have_text("Found: 2")
    editor.tab.locator(control).focus()
    editor.save()
    editor.answer(TITLE, LEAD, says="renewed")
    expect(editor.tab.locator("#says")).to_have_text("renewed")
    expect(editor.tab.locator(control)).to_be_focused()


def test_the_focus_goes_to_the_part_whose_control_is_gone(editor):
    editor.open(TITLE, LEAD)
    editor.tab.locator("[data-source-settle]").click()
    editor.answer(TITLE, part("lead", passage(0, "Co się stało."), waits=False))
    expect(editor.tab.get_by_role("button", name="lead")).to_be_focused()


def test_a_session_that_has_ended_is_told_of(editor):
    editor.open(TITLE, LEAD)
    editor.tab.locator("[data-source-settle]").click()
    editor.await_request()
    editor.waiting.pop().fulfill(status=302, headers={"location": "/login/"})
    expect(editor.says()).to_have_text("Failed.")
    expect(editor.tab.locator("[data-source-settle]")).to_be_focused()
    editor.save()  # what comes after is asked all the same
    editor.answer(TITLE, LEAD, says="renewed")
    expect(editor.tab.locator("#says")).to_have_text("renewed")


def test_suggestions_that_did_not_come_are_asked_for_again(editor):
    editor.open(TITLE, LEAD)
    editor.suggestions = lambda route: route.abort()
    editor.field("lead").focus()
    editor.tab.wait_for_function("!document.querySelector('[data-source-path=lead] [data-source-asked]')")
    assert len(editor.asked) == 1
    editor.suggestions = None
    editor.field("title").focus()
    editor.field("lead").focus()
    expect(editor.tab.locator("[data-source-path=lead] [data-source-carry]")).to_have_count(2)


def test_suggestions_are_asked_for_once_and_outlast_a_save(editor):
    editor.open(TITLE, LEAD)
    editor.field("lead").focus()
    expect(editor.tab.locator("[data-source-carry]")).to_have_count(2)
    for _time in range(2):
        editor.save()
        editor.answer(TITLE, LEAD)
        editor.tab.wait_for_function("document.querySelector('.source__part--current')")
    expect(editor.tab.locator("[data-source-carry]")).to_have_count(2)
    assert len(editor.asked) == 1


def test_what_a_machine_says_outlasts_a_save_that_came_first(editor):
    editor.open(TITLE, LEAD)
    button = '<div><button data-source-machine="/machine/">Ask the machine</button></div>'
    editor.suggestions = lambda route: route.fulfill(body=button)
    editor.field("lead").focus()
    editor.tab.locator("[data-source-machine]").click()
    editor.tab.locator("[data-source-machine]").click()  # once is enough
    editor.save()
    editor.await_request()
    machine = editor.waiting.pop()
    editor.answer(TITLE, LEAD, says="renewed")
    expect(editor.tab.locator("#says")).to_have_text("renewed")
    assert not editor.waiting
    machine.fulfill(body=CARRY.format("By a machine"))
    expect(editor.tab.locator("[data-source-path=lead] [data-source-carry]")).to_have_text("By a machine")
    expect(editor.tab.locator("[data-source-carry]")).to_be_focused()


def test_whoever_moves_on_asks_no_more_of_a_long_part(editor):
    editor.open(part("lead", *(passage(number, f"Akapit {number}.") for number in range(200))), TITLE)
    held = editor.held_suggestions("lead")
    editor.suggestions = None
    editor.field("title").focus()
    held.pop().fulfill(body="")
    expect(editor.tab.locator("[data-source-path=title] [data-source-carry]")).to_have_count(2)
    assert len(editor.asked) == 2


def test_a_panel_that_is_closed_asks_for_nothing_and_carries_nothing(editor):
    editor.open(part("lead", passage(0, "Co się stało.", CARRY.format("Unseen"))), is_open=False)
    editor.field("lead").focus()
    editor.tab.keyboard.press("Alt+Shift+Digit1")
    expect(editor.field("lead")).to_have_value("A lead")
    assert editor.asked == []
    editor.tab.evaluate("side.hidden = false; side.dispatchEvent(new CustomEvent('show'))")
    expect(editor.tab.locator("[data-source-path=lead] [data-source-suggested] button")).to_have_count(2)


def test_a_key_carries_the_suggestion_into_the_field_in_focus(editor):
    editor.open(TITLE, LEAD)
    editor.field("lead").focus()
    expect(editor.says()).to_have_text("Found: 2")
    editor.tab.keyboard.press("Alt+Shift+Digit2")
    expect(editor.field("lead")).to_have_value("Second")
    expect(editor.says()).to_have_text("Carried.")


def test_no_key_carries_anything_while_a_field_without_a_polish_text_has_the_focus(editor):
    fields = FIELDS + '<div data-contentpath-disabled><div data-contentpath="lead"><input name="new"></div></div>'
    editor.open(TITLE, LEAD, fields=fields)
    editor.field("title").focus()
    expect(editor.says()).to_have_text("Found: 2")
    for name in ("slug", "new"):
        editor.field(name).focus()
        editor.tab.keyboard.press("Alt+Shift+Digit1")
        expect(editor.field(name)).to_be_focused()
    expect(editor.field("title")).to_have_value("A title")


CAPTION = '<input type="text" name="caption" value="Trees">'
BLOCK = '<div data-contentpath="body"><div data-contentpath="one">{0}</div></div>'


def test_a_field_is_found_by_the_whole_of_its_path(editor):
    inner = '<div data-contentpath="items"><div data-contentpath="text"><input name="inner" value="x"></div></div>'
    outer = '<div data-contentpath="text"><input name="outer" value="y"></div>'
    editor.open(part("body.one.text", passage(0, "Słowa", CARRY.format("Words"))), fields=BLOCK.format(inner + outer))
    editor.tab.get_by_role("button", name="Words").click()
    expect(editor.field("outer")).to_have_value("Words")
    expect(editor.field("inner")).to_have_value("x")


@pytest.mark.parametrize("state", ["hidden", "disabled"])
def test_nothing_is_written_into_a_field_that_cannot_be_changed(editor, state):
    editor.open(
        part("body.one", passage(0, "Słowa", CARRY.format("Words"))),
        fields=FIELDS + BLOCK.format(f'<textarea name="one" {state}>One</textarea>'),
    )
    editor.field("lead").focus()
    editor.tab.get_by_role("button", name="Words").click()
    expect(editor.says()).to_have_text("Nowhere.")
    expect(editor.says()).to_be_in_viewport()
    assert editor.field("one").input_value() == "One"
    expect(editor.field("lead")).to_have_value("A lead")


def test_the_words_of_a_cell_do_not_go_into_the_caption_of_its_table(editor):
    cells = '<table><tr><td contenteditable="true">Year</td></tr></table>'
    passages = (passage(number, words, CARRY.format(f"In {number}")) for number, words in enumerate(("Drzewa", "Rok")))
    editor.open(part("body.one", *passages, kind="table"), fields=BLOCK.format(CAPTION + cells))
    editor.tab.get_by_role("button", name="In 1").click()
    expect(editor.says()).to_have_text("A cell.")
    expect(editor.field("caption")).to_have_value("Trees")
    editor.tab.get_by_role("button", name="In 0").click()
    expect(editor.field("caption")).to_have_value("In 0")


def test_the_way_to_a_chosen_file_leads_to_its_button(editor):
    chosen = '<input type="hidden" name="one"><button type="button">Change</button>'
    other = '<button type="button" hidden>Choose</button>'
    editor.open(part("body.one", kind="file"), fields=BLOCK.format(other + chosen))
    editor.tab.get_by_role("button", name="body.one").click()
    expect(editor.tab.get_by_role("button", name="Change")).to_be_focused()


def test_the_next_passage_is_the_one_after_the_field_in_focus(editor):
    fields = "".join(f'<div data-contentpath="{name}"><input name="{name}"></div>' for name in "abcd")
    editor.open(part("a"), part("b", waits=False), part("c"), part("d", waits=False), fields=fields)
    editor.field("b").focus()
    for wanted in ("c", "a", "c"):
        editor.tab.keyboard.press("Alt+Shift+KeyN")
        expect(editor.field(wanted)).to_be_focused()
    editor.save()
    editor.answer(part("a", waits=False))
    expect(editor.tab.locator("[data-source-path]")).to_have_count(1)
    editor.tab.keyboard.press("Alt+Shift+KeyN")
    expect(editor.says()).to_have_text("Nothing waits.")


def test_the_number_on_the_button_follows_the_text(editor):
    editor.open(TITLE, LEAD)
    counter = editor.tab.locator("[data-side-panel-toggle-counter]")
    editor.save()
    editor.answer(TITLE, LEAD, waits=1)
    expect(counter).to_have_text("1")
    editor.save()
    editor.answer(TITLE, LEAD, waits=0)
    expect(counter).to_be_hidden()


def test_a_polish_text_that_was_published_meanwhile_is_told_of(editor):
    editor.open(TITLE, LEAD)
    newer = editor.tab.locator("[data-source-newer]")
    expect(newer).to_be_hidden()
    editor.save()
    editor.answer(TITLE, LEAD, revision=8)
    expect(newer).to_be_visible()


def test_what_has_the_focus_stays_in_sight_when_suggestions_come_above_it(editor):
    editor.open(TITLE, LEAD)
    held = editor.held_suggestions("title")
    button = editor.tab.locator("[data-source-settle]")
    button.focus()
    held[0].fulfill(body=CARRY.format("First") + '<p style="height: 200vh"></p>')
    expect(editor.tab.get_by_role("button", name="First")).to_be_attached()
    expect(button).to_be_in_viewport()
    expect(button).to_be_focused()


LEFTOVER = INSERT.format("a text without a place")


def test_a_text_without_a_place_is_put_where_the_cursor_was_by_the_keyboard(editor):
    editor.open(TITLE, LEAD, LEFTOVER)
    button = editor.tab.locator("[data-source-insert]")
    button.focus()
    editor.tab.keyboard.press("Enter")
    expect(editor.says()).to_have_text("Nowhere yet.")
    editor.field("slug").focus()  # a field without a Polish text is a place as good as any
    editor.tab.keyboard.press("End")
    button.focus()
    editor.tab.keyboard.press("Enter")
    expect(editor.field("slug")).to_have_value("a-sluga text without a place")
    expect(editor.field("slug")).to_be_focused()
    expect(editor.says()).to_have_text("Carried.")
    expect(button).to_be_attached()


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_term_is_put_in_the_place_of_what_is_selected_and_is_counted_with_the_suggestions(editor, way):
    editor.open(TITLE, LEAD)
    editor.suggestions = lambda route: route.fulfill(body=INSERT.format("commune") + CARRY.format("All of it"))
    editor.field("lead").focus()
    expect(editor.says()).to_have_text("Found: 2")
    editor.field("lead").evaluate("field => field.setSelectionRange(2, 6)")
    if way == "button":
        editor.tab.locator("[data-source-path=lead] [data-source-insert]").click()
    else:
        editor.tab.keyboard.press("Alt+Shift+Digit1")
    expect(editor.field("lead")).to_have_value("A commune")
    expect(editor.says()).to_have_text("Carried.")
    editor.tab.keyboard.press("Alt+Shift+Digit2")
    expect(editor.field("lead")).to_have_value("All of it")
