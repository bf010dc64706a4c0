"""What the blocks of a page's body need."""

from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import get_language_info
from wagtail.blocks import StreamValue
from wagtail.coreutils import string_to_ascii

from core import body as bodies

register = template.Library()

NAMES = dict(settings.LANGUAGES)


def anchor(text: str) -> str:
    """Return the words of a heading as an address within the page, Polish letters by their base letters."""
    return slugify(string_to_ascii(text)) or "section"


@register.simple_tag(takes_context=True)
def body_blocks(context: Context, stream: StreamValue) -> SafeString:
    """Return the blocks of a body as HTML; see `core.body.render_body`."""
    return bodies.render_body(context, stream)


@register.filter
def body_scripts(stream: StreamValue) -> list[str]:
    """Return the paths of the scripts that the blocks of a body ask for."""
    return bodies.scripts(stream)


@register.simple_tag
def anchors_of_body() -> set[str]:
    """Return the ids that the page uses, for `heading_id` to add to, where blocks are rendered one by one."""
    return set(bodies.IDS_OF_THE_PAGE)


@register.simple_tag(takes_context=True)
def heading_id(context: Context, text: str) -> str:
    """Return an id for a heading that no other heading of the body has."""
    taken: set[str] = context.get("anchors") or set()
    name = first = anchor(text)
    number = 1
    while name in taken:
        number += 1
        name = f"{first}-{number}"
    taken.add(name)
    return name


@register.filter
def language_in_words(code: str) -> str:
    """Return the name of a language in the language of the reader."""
    return get_language_info(code)["name_translated"] if code in NAMES else code


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in itself."""
    return NAMES.get(code, code)


@register.filter
def file_format(document: Any) -> str:
    """Return the format of a document as readers know it: PDF, DOCX."""
    return str(document.file_extension).upper()


@register.simple_tag(takes_context=True)
def other_language(context: Context, code: str) -> str:
    """Return the code of a file's language if it differs from the page's, else nothing."""
    return "" if code == context.get("LANGUAGE_CODE") else code
