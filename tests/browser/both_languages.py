"""Pages in both languages, put into a running site of the demo accounts.

Run it through `with_django` with the name of what is wanted; it prints the numbers of the pages and what else a test
has to know.
"""

import json
import sys
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from accounts.models import User
from content.factories import make_news, make_translation
from content.loading import block
from editorial.publishing import publish_loaded_content
from editorial.take_downs import TakeDown
from editorial.taking_down import take_down
from news.models import NewsIndexPage, NewsPage
from translation.withholding import withhold

LIST = NewsIndexPage.objects.get(locale__language_code="pl")
Texts = tuple[str, ...]
ONLY = "Tylko po polsku"
GRANTS = ("Dotacje dla szkół", "Szkoły dostaną 5 mln zł. To przykład.", "Pieniądze są na remonty.")
GRANTS_IN_ENGLISH = (
    "Grants for schools",
    "Schools will get PLN 5 million. This is an example.",
    "The money is for repairs.",
)
READING = (
    "Czytanie w bibliotece",
    "Biblioteka zaprasza dzieci. To przykład.",
    "Otwieramy nową czytelnię.",
    "Wstęp jest wolny.",
    "Aktorzy czytają bajki.",
    "Po spotkaniu podamy herbatę.",
)
READING_IN_ENGLISH = (
    "Reading in the library",
    "The library invites children. This is an example.",
    "We open a new reading room.",
    "Admission is free.",
    "Actors read fairy tales.",
    "Tea will be served afterwards.",
)
GUIDED = "Po czytelni oprowadzi bibliotekarka."
SENIORS = ("Kurs komputerowy dla seniorów", "Kurs trwa trzy tygodnie. To przykład.", "Zapisy przyjmuje biblioteka.")


def pair(polish: Texts, english: Texts) -> tuple[NewsPage, NewsPage]:
    """Make a page that is true in both languages of its title, its lead and its paragraphs, each in a block."""
    keys = [uuid4() for _paragraph in polish[2:]]
    source = make_news(LIST, title=polish[0], slug="", lead=polish[1], body=_body(keys, polish[2:]))
    return source, make_translation(source, title=english[0], slug="", lead=english[1], body=_body(keys, english[2:]))


def _body(keys: list[Any], paragraphs: Texts) -> list[dict[str, Any]]:
    return [block(key, "text", f"<p>{words}</p>") for key, words in zip(keys, paragraphs, strict=True)]


def _body_of(page: NewsPage) -> list[dict[str, Any]]:
    return list(page.body.get_prep_value())


def true() -> dict[str, Any]:
    """A page that is true."""
    polish, english = pair(GRANTS, GRANTS_IN_ENGLISH)
    return {"polish": polish.pk, "english": english.pk, "address": english.url}


def only() -> dict[str, Any]:
    """A page that has no English version."""
    page = make_news(LIST, title=ONLY, slug="", lead="To przykład.")
    return {"title": page.title, "address": page.url}


def submitted() -> dict[str, Any]:
    """A Polish page that nobody has read yet and that waits for approval."""
    author = User.objects.get(username="autor")
    page = make_news(LIST, title="Nowy przystanek", slug="", live=False, lead="Autobus staje przy szkole. To przykład.")
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    return {"polish": page.pk, "address": page.get_url()}


def withheld() -> dict[str, Any]:
    """Those that nobody translated, left so on purpose from now on, so that they wait on no desk of other tests."""
    for page in NewsPage.objects.filter(title__in=(ONLY, SENIORS[0]), locale__language_code="pl"):
        withhold(page, User.objects.get(username="redaktor"), "It was made for a test.")
    return {}


def drifted() -> dict[str, Any]:
    """A page of which an amount has changed in Polish."""
    polish, english = pair(GRANTS, GRANTS_IN_ENGLISH)
    polish.lead = "Szkoły dostaną 6 mln zł. To przykład."
    publish_loaded_content(polish, "For a picture")
    return {"polish": polish.pk, "english": english.pk}


def reading() -> dict[str, Any]:
    """A page of four blocks."""
    polish, english = pair(READING, READING_IN_ENGLISH)
    return {"polish": polish.pk, "english": english.pk, "address": english.url}


def restructured() -> dict[str, Any]:
    """A page of which the first two blocks have changed places in Polish, one has gone and one has come."""
    polish, english = pair(READING, READING_IN_ENGLISH)
    room, admission, _tales, tea = _body_of(polish)
    polish.body = [admission, room, tea, block(uuid4(), "text", f"<p>{GUIDED}</p>")]
    publish_loaded_content(polish, "For a test")
    return {"polish": polish.pk, "english": english.pk}


def taken_down() -> dict[str, Any]:
    """Those that were translated, taken down, so that they wait on no desk of other tests."""
    for page in NewsPage.objects.filter(title__in=(GRANTS[0], READING[0]), live=True):
        person = User.objects.get(username="redaktor")
        take_down(page, person, TakeDown.Kind.ERROR, texts={"pl": "To był test.", "en": "It was made for a test."})
    return {}


def wanted() -> dict[str, Any]:
    """A page of one block that has no English version."""
    paragraph = block(uuid4(), "text", f"<p>{SENIORS[2]}</p>")
    return {"polish": make_news(LIST, title=SENIORS[0], slug="", lead=SENIORS[1], body=[paragraph]).pk}


WORLDS: dict[str, Callable[[], dict[str, Any]]] = {
    make.__name__: make
    for make in (true, only, withheld, drifted, reading, restructured, submitted, taken_down, wanted)
}

if __name__ == "__main__":
    print(json.dumps(WORLDS[sys.argv[1]]()))
