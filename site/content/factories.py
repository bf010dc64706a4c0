"""Pages for tests and for example content: each with valid fields, published through the record of approvals."""

from datetime import date
from itertools import count
from typing import Any, TypeVar
from uuid import uuid4

from wagtail.models import Locale, Page

from content.loading import block
from core.models import BasePage
from editorial.publishing import publish_loaded_content
from members.models import MemberPage
from news.models import NewsPage
from publications.models import PublicationPage

T = TypeVar("T", bound=BasePage)
_numbers = count(1)
REASON = "Made by a factory"


def make_page(model: type[T], parent: Page, *, live: bool = True, **fields: Any) -> T:
    """Make a page under `parent`, in its language, live or as a draft with one revision by nobody."""
    number = next(_numbers)
    fields = {"title": f"{model.__name__} {number}", "slug": f"page-{number}", **fields}
    page = model(locale=parent.locale, live=False, **fields)
    parent.add_child(instance=page)
    if live:
        publish_loaded_content(page, REASON)
    else:
        page.save_revision()
    return model.objects.get(pk=page.pk)


def make_news(parent: Page, **fields: Any) -> NewsPage:
    """Make a news page with a lead, a date and one paragraph."""
    defaults = {
        "lead": "What happened, in one sentence.",
        "date": date(2026, 11, 1),
        "body": [block(uuid4(), "text", "<p>The whole story.</p>")],
    }
    return make_page(NewsPage, parent, **{**defaults, **fields})


def make_publication(parent: Page, **fields: Any) -> PublicationPage:
    """Make a publication page of one year."""
    return make_page(PublicationPage, parent, **{"year": 2026, "summary": "What it is about.", **fields})


def make_member(parent: Page, **fields: Any) -> MemberPage:
    """Make the profile of a rural municipality with a TERYT code of its own."""
    number = next(_numbers)
    defaults = {
        "kind": MemberPage.Kind.RURAL,
        "official_name": f"Gmina Przykładowa {number}",
        "teryt": f"02{1 + number // 90 % 60:02}{1 + number % 90:02}2",
    }
    return make_page(MemberPage, parent, **{**defaults, **fields})


def make_translation(page: T, *, live: bool = True, **fields: Any) -> T:
    """Make the English page that translates `page`, whose parent must have one: same content, another title."""
    english = page.copy_for_translation(Locale.objects.get(language_code="en"))
    for name, value in {"title": f"{page.title} (en)", **fields}.items():
        setattr(english, name, value)
    if live:
        publish_loaded_content(english, REASON)
    else:
        english.save_revision()
    return type(page).objects.get(pk=english.pk)
