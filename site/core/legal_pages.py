"""Pages that the law wants within a reader's reach on every page: the accessibility statement, privacy, easy to read.

An app registers the types of its legal pages once, in `AppConfig.ready`:

    register(AccessibilityStatementPage, kind=DECLARATION, order=10)

and the header and the footer show `legal_links(request)`, which asks the database nothing that the menu has not asked.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from core.navigation import sections
from delivery.caching.parts import shared

DECLARATION = "declaration"  # the kind that every page's head links to
PRIVACY = "privacy"  # the kind with the full information on personal data, of which a form tells the short one


@dataclass(frozen=True)
class LegalPage:
    """A type of legal page: what templates call it (`kind`), and its place among the links."""

    model: type[Page]
    kind: str
    order: int


@dataclass(frozen=True)
class LegalLink:
    """A link to a legal page that readers of this language may open; `full_url` names the host."""

    kind: str
    title: str
    url: str
    full_url: str


_legal_pages: dict[type[Page], LegalPage] = {}


def register(model: type[Page], *, kind: str, order: int) -> None:
    """Link to the sections of one page type from every page. Registering a type again replaces it."""
    _legal_pages[model] = LegalPage(model, kind, order)


def legal_links(request: HttpRequest) -> list[LegalLink]:
    """Return the links to the legal pages of this language, by their order and then by that of the tree."""
    return shared(request, "legal links", lambda: _legal_links(request))


def _legal_links(request: HttpRequest) -> list[LegalLink]:
    found = [
        (legal_page, page)
        for page in sections(request)
        if page.specific_class is not None and (legal_page := _legal_pages.get(page.specific_class))
    ]
    found.sort(key=lambda each: each[0].order)
    return [
        LegalLink(legal_page.kind, page.title, page.get_url(request) or "", page.get_full_url(request) or "")
        for legal_page, page in found
    ]
