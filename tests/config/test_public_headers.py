"""What every page of the public site tells the browser, and that the page lives within it."""

import re

import pytest

from content.factories import make_event, make_member, make_news, make_publication, make_translation
from core.models import BasePage

INLINE = re.compile(
    rb"<script(?![^>]*\bsrc=)[^>]*>|<style[\s>]|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
DATA_SCRIPT = re.compile(rb'<script type="application/(?:ld\+)?json"[^>]*>', re.IGNORECASE)


@pytest.fixture
def addresses(structure):
    """The address of a page of every type, in both languages, and of what is not a page."""
    polish = structure["pl"]
    pages = [
        make_news(polish.sections["news"]),
        make_event(polish.sections["events"]),
        make_publication(polish.sections["publications"]),
        make_member(polish.sections["members"]),
    ]
    pages += [make_translation(page) for page in pages]
    for language in structure.values():
        pages += [
            language.home,
            *language.sections.values(),
            next(iter(language.goals.values())),
            next(iter(language.areas.values())),
        ]
    others = ["/nie-ma/", "/en/not-there/", "/szukaj/?q=gmina", "/en/search/?q=gmina"]
    return [*(page.url for page in pages), *others, "/calendar.ics", "/en/calendar.ics"]


def policy_of(response) -> dict[str, list[str]]:
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


def test_public_pages_keep_a_strict_policy(client, addresses):
    for url in addresses:
        response = client.get(url)
        policy = policy_of(response)
        assert "unsafe" not in response["Content-Security-Policy"], url
        assert policy["default-src"] == ["'self'"], url
        assert policy["object-src"] == policy["base-uri"] == ["'none'"], url
        assert policy["frame-ancestors"] == ["'self'"], url
        assert policy["frame-src"] == ["https://www.youtube-nocookie.com", "https://player.vimeo.com"], url
        content = DATA_SCRIPT.sub(b"", response.content)
        assert not INLINE.search(content), (url, INLINE.search(content))


def test_public_pages_set_no_cookie_and_tell_little(client, addresses):
    for url in addresses:
        response = client.get(url, headers={"accept-language": "en", "cookie": "sessionid=invented"})
        assert not response.cookies, url
        assert "Cookie" not in response.get("Vary", ""), url
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in response["Permissions-Policy"]


def test_every_page_type_is_among_them(addresses, structure):
    """A new page type must come to these tests."""
    made = {type(page).__name__ for page in [*structure["pl"].sections.values(), structure["pl"].home]}
    made |= {"NewsPage", "EventPage", "PublicationPage", "MemberPage", "GoalPage", "ActivityAreaPage"}
    assert {model.__name__ for model in BasePage.__subclasses__() if not model._meta.abstract} <= made
