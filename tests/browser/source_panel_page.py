"""A page with fields and the Polish text beside them, whose server answers when a test says so."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route

from tools import ROOT

SCRIPT = ROOT / "site" / "static" / "translation" / "source_panel.js"
ADDRESS = "http://editor.example.org/"
CARRY = '<button type="button" data-source-carry="{0}">{0}</button>'

INSERT = '<button type="button" data-source-insert="{0}">{0}</button>'


def passage(number: int, words: str, inside: str = "") -> str:
    return f"""<div data-source-segment="{number}" data-source-words="{words}"><p>{words}</p>{inside}
        <div data-source-suggested></div></div>"""


def part(path: str, *passages: str, kind: str = "text", waits: bool = True) -> str:
    return f"""<li class="{"source__part--waits" if waits else ""}" data-source-path="{path}" data-source-kind="{kind}">
        <button type="button" data-source-go>{path}</button>{"".join(passages)}</li>"""


def text(*parts: str, revision: int = 7, says: str = "", waits: int = 2) -> str:
    return f"""<div data-source-revision="{revision}" data-source-waiting="{waits}"><p id="says">{says}</p>
        <button type="button" data-source-next>Next passage</button></div><ol>{"".join(parts)}</ol>"""


FIELDS = """
    <div data-contentpath="title"><input type="text" name="title" value="A title"></div>
    <div data-contentpath="lead"><textarea name="lead">A lead</textarea></div>
    <div data-contentpath="slug"><input type="text" name="slug" value="a-slug"></div>"""


class Editor:
    """An editor with the panel beside it. Suggestions are answered at once; all else waits for `answer`."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.waiting: list[Route] = []
        self.asked: list[str] = []
        self.suggestions: Callable[[Route], None] | None = None

    def open(self, *parts: str, fields: str = FIELDS, is_open: bool = True) -> None:
        html = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Editor</title>
            <form data-edit-form>{fields}<input type="hidden" name="polish_revision" value="7"></form>
            <button data-side-panel-toggle="source">Text <span data-side-panel-toggle-counter>2</span></button>
            <div id="side" {"" if is_open else "hidden"}><section data-source-panel="/panel/" data-source-found="Found:"
            data-source-suggestions="/suggestions/" data-source-carried="Carried." data-source-nowhere="Nowhere."
            data-source-unfocused="Nowhere yet."
            data-source-cell="A cell." data-source-done="Nothing waits." data-source-failed="Failed.">
            <div role="status"><p data-source-said></p><p data-source-newer hidden>Newer.</p></div>
            <div data-source-text>{text(*parts)}</div></section></div>
            <script>window.wagtailConfig = {{ CSRF_HEADER_NAME: "x-token", CSRF_TOKEN: "t" }};</script>
            <script>{SCRIPT.read_text()}</script>"""
        self.tab.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
        self.tab.route("**/panel/**", self._hold)
        self.tab.route("**/machine/", self._hold)
        self.tab.route("**/suggestions/**", self._suggest)
        self.tab.goto(ADDRESS)

    def _hold(self, route: Route) -> None:
        self.waiting.append(route)

    def _suggest(self, route: Route) -> None:
        words = route.request.url.partition("text=")[2]
        self.asked.append(words)
        if self.suggestions:
            self.suggestions(route)
        else:
            route.fulfill(body=CARRY.format(f"First for {len(words)}") + CARRY.format("Second"))

    def save(self) -> None:
        """Tell the script that the editor has saved a draft."""
        self.tab.evaluate('document.dispatchEvent(new CustomEvent("w-autosave:success"))')

    def await_request(self) -> None:
        """Wait until something waits for an answer."""
        self._await_one_of(self.waiting)

    def held_suggestions(self, field: str) -> list[Route]:
        """Go to a field, answer no request for suggestions any more, and return those that wait: one or more."""
        held: list[Route] = []
        self.suggestions = held.append
        self.field(field).focus()
        self._await_one_of(held)
        return held

    def _await_one_of(self, routes: list[Route]) -> None:
        while not routes:
            self.tab.evaluate("new Promise(requestAnimationFrame)")

    def answer(self, *parts: str, newest: bool = False, **fields: Any) -> None:
        self.await_request()
        self.waiting.pop(-1 if newest else 0).fulfill(body=text(*parts, **fields))

    def field(self, name: str) -> Any:
        return self.tab.locator(f"[name={name}]")

    def says(self) -> Any:
        return self.tab.locator("[data-source-said]")
