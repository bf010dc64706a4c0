"""Blocks in a browser: a video elsewhere waits for the reader, and paper shows what was closed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from playwright.sync_api import Browser, Page, Route, expect

from core.videos import hosted_video

HOST = "site.example"
FILES = {
    ".css": "text/css",
    ".js": "text/javascript",
}


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def scripts(request) -> bool:
    """Whether the reader's browser runs scripts."""
    return request.param


@pytest.fixture
def asked() -> list[str]:
    """The hosts that the browser asked for something, in order."""
    return []


@pytest.fixture
def tab(browser: Browser, scripts: bool, asked: list[str]) -> Iterator[Page]:
    """A tab in which one page is open: two videos and an accordion, under the policy of the site."""
    policy = "; ".join(
        " ".join([name, *map(str, sources)]) for name, sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
    )
    with translation.override("en"):
        videos = [
            render_to_string("components/video.html", {"title": title, "hosted": hosted_video(address)})
            for title, address in (
                ("The assembly", "https://youtu.be/abcdefghijk"),
                ("The valley", "https://vimeo.com/123456789"),
            )
        ]
        parts = [{"heading": "Who may apply?", "text": "<p>Everybody.</p>"}]
        accordion = render_to_string("components/accordion.html", {"parts": parts})
    page = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Blocks</title>
        <script src="/static/js/video.js" defer></script>
        <link rel="stylesheet" href="/static/css/tokens.css"><link rel="stylesheet" href="/static/css/blocks.css">
        <main class="body">{"".join(videos)}{accordion}</main></html>"""

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        asked.append(address.hostname or "")
        if address.hostname != HOST:
            route.fulfill(body="<p>The player</p>", content_type="text/html")
        elif address.path.startswith("/static/"):
            file = Path(settings.STATICFILES_DIRS[0]) / address.path.removeprefix("/static/")
            route.fulfill(body=file.read_text(), content_type=FILES[file.suffix])
        else:
            route.fulfill(body=page, content_type="text/html", headers={"Content-Security-Policy": policy})

    context = browser.new_context(java_script_enabled=scripts)
    context.route("**/*", answer)
    opened = context.new_page()
    opened.goto(f"https://{HOST}/")
    yield opened
    context.close()


@pytest.mark.parametrize("scripts", [True], indirect=True)
def test_a_click_and_nothing_before_it_loads_the_player(tab, asked):
    assert set(asked) == {HOST}
    button = tab.get_by_role(
        "button", name="Play “The assembly” from YouTube (loads content from youtube-nocookie.com)"
    )
    button.press("Enter")
    player = tab.locator("iframe")
    expect(player).to_be_focused()
    expect(player).to_have_attribute("title", "The assembly")
    expect(player.content_frame.get_by_text("The player")).to_be_visible()
    assert set(asked) == {HOST, "www.youtube-nocookie.com"}
    tab.get_by_role("button", name="The valley").press("Enter")
    expect(tab.locator("iframe")).to_have_count(2)
    expect(tab.locator("iframe").nth(1).content_frame.get_by_text("The player")).to_be_visible()
    assert set(asked) == {HOST, "www.youtube-nocookie.com", "player.vimeo.com"}


@pytest.mark.parametrize("scripts", [False], indirect=True)
def test_without_scripts_there_is_a_link_to_the_provider(tab, asked):
    link = tab.get_by_role("link", name="Watch “The assembly” at YouTube")
    expect(link).to_have_attribute("href", "https://www.youtube.com/watch?v=abcdefghijk")
    expect(tab.get_by_role("button")).to_have_count(0)
    assert set(asked) == {HOST}


def test_an_accordion_opens_with_a_key_and_is_open_on_paper(tab):
    text = tab.get_by_text("Everybody.")
    expect(text).to_be_hidden()
    tab.emulate_media(media="print")
    expect(text).to_be_visible()
    tab.emulate_media(media="screen")
    expect(text).to_be_hidden()
    tab.locator("summary").press("Enter")
    expect(text).to_be_visible()
    assert tab.get_by_role("heading", name="Who may apply?", level=2).count() == 1
