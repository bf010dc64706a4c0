"""A decision is taken once, though the editor saves by itself and sends what the button of a decision put into it."""

from playwright.sync_api import expect

from tests.browser.by_keyboard import choose, left_the_editor


def test_an_approved_draft_is_live(sign_in, reader, both_languages):
    page = both_languages("submitted")
    editor = sign_in("redaktor", language="pl", autosave=True)
    refused = []
    editor.on("response", lambda answer: refused.append(answer.url) if answer.status >= 500 else None)
    editor.goto(f"/admin/pages/{page['polish']}/edit/")
    choose(editor, "Zaakceptuj")
    left_the_editor(editor)
    assert not refused
    reader.goto(page["address"])
    expect(reader.locator("main")).to_contain_text("Autobus staje przy szkole.")
