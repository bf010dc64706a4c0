"""English pages that are exchanged, and files about them as a translator sends them."""

from collections.abc import Callable, Mapping

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from content.factories import make_news
from news.models import NewsPage
from translation.starting import start_translation


@pytest.fixture
def started(polish, people) -> NewsPage:
    """The English draft of `polish`, whose title alone is translated."""
    return start_translation(polish, "A new road", people["translator"])


@pytest.fixture
def other(polish, people) -> NewsPage:
    """Another English draft, of another Polish page in the same section."""
    source = make_news(polish.get_parent(), title="Inna droga", slug="inna-droga", lead="Coś innego się stało.")
    return start_translation(source, "Another road", people["translator"])


@pytest.fixture
def english_news(structure) -> Page:
    """The English section in which both stand."""
    return structure["en"].sections["news"]


def address(page: Page | None) -> str:
    """Return the address of the form about a page, or about all."""
    return reverse("translation:exchange_page", args=[page.pk]) if page else reverse("translation:exchange")


@pytest.fixture
def file_of(sign_in) -> Callable[..., bytes]:
    """Take the texts of a page out as the translator, and give some Polish texts other English."""

    def take(page: Page, texts: Mapping[str, str]) -> bytes:
        url = reverse("translation:exchange_page_download", args=[page.pk])
        file = polib.pofile(sign_in("translator").get(url).content.decode())
        for entry in file:
            if entry.msgid in texts:
                entry.msgstr, entry.flags = texts[entry.msgid], []
        return str(file).encode()

    return take


@pytest.fixture
def send() -> Callable[..., object]:
    """Send a file in, as the person who is signed in, and return the answer."""

    def post(client: Client, data: bytes, page: Page | None = None, name: str = "texts.po") -> object:
        return client.post(address(page), {"file": SimpleUploadedFile(name, data)})

    return post


@pytest.fixture
def confirm() -> Callable[..., object]:
    """Confirm the report in an answer."""

    def post(client: Client, answer) -> object:
        return client.post(reverse("translation:exchange_confirm"), {"ticket": answer.context["ticket"]})

    return post
