"""What the head of a page tells other sites and search engines about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from core.addresses import absolute_url
from core.site_settings import AssociationSettings
from core.social_images import HEIGHT, WIDTH, social_image_path

LONGEST_DESCRIPTION = 160  # characters that search engines show
# The first of these that a page has and staff have filled in describes it
DESCRIPTIONS = ("search_description", "lead", "summary", "introduction", "statement")
TERRITORIES = {"pl": "pl_PL", "en": "en_GB"}


def describe(page: Any) -> str:
    """Return what a page is about as plain text of at most 160 characters, cut at the end of a word.

    Without a text that staff wrote for it, it is what the page says of its type, then the beginning of its body; a page
    that has none of them gives nothing.
    """
    written = (text for text in _descriptions(page) if text)
    return shortened(next(written, ""), LONGEST_DESCRIPTION)


def _descriptions(page: Any) -> Iterator[str]:
    fields = {field.name: field for field in page._meta.get_fields()}
    for name in DESCRIPTIONS:
        text = str(getattr(page, name, "") or "")
        yield plain(text) if isinstance(fields.get(name), RichTextField) else " ".join(text.split())
    yield str(page.default_description)
    for block in getattr(page, "body", ()):
        if isinstance(block.value, RichText):
            yield plain(block.value.source)


def plain(html: str) -> str:
    """Return the text of rich text in one line."""
    return " ".join(unescape(strip_tags(html.replace("</p>", " ").replace("<br/>", " "))).split())


def shortened(text: str, longest: int) -> str:
    """Return a text of at most `longest` characters, cut at the end of a word, with an ellipsis where it is cut."""
    if len(text) <= longest:
        return text
    kept = text[:longest]
    words = kept.rsplit(" ", 1)[0] if " " in kept else kept[:-1]
    return words.rstrip(" ,.;:–-") + "…"


@dataclass(frozen=True)
class OpenGraph:
    """What `components/metadata.html` tells of a page to sites where somebody shares its address."""

    type: str
    title: str
    description: str
    site_name: str
    locale: str
    other_locale: str
    image_url: str
    image_alt: str
    published: str
    modified: str
    image_width: int = WIDTH
    image_height: int = HEIGHT


def open_graph(request: HttpRequest, page: Any) -> OpenGraph:
    """Return what the head of a live page says, without a query but for the way to it and its counterpart."""
    language = page.locale.language_code
    counterpart = page.counterpart
    is_article = page.open_graph_type == "article"
    return OpenGraph(
        type=page.open_graph_type,
        title=page.seo_title or page.headline,
        description=describe(page),
        site_name=AssociationSettings.for_request(request).name,
        locale=territory(language),
        other_locale=territory(counterpart.locale.language_code) if counterpart else "",
        image_url=absolute_url(request, social_image_path(request, page)),
        image_alt=_("The title “%(title)s” beside contour lines of the members’ land") % {"title": page.headline},
        published=page.published_at if is_article else "",
        modified=page.modified_at if is_article else "",
    )


def territory(language: str) -> str:
    """Return a language with the country whose spelling is used, as Open Graph names them."""
    return TERRITORIES.get(language, TERRITORIES[settings.LANGUAGE_CODE])
