"""How differences of texts are shown."""

from typing import Literal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from translation.facts.changes import word_diff as pieces_of
from translation.segments import Segment
from translation.targets import Names, said_by
from translation.truth.drift import Difference, How

register = template.Library()
CHANGES = {"added": "ins", "removed": "del"}


@register.simple_tag
def word_diff(before: str, after: str) -> SafeString:
    """Return a text with what was taken out and put in marked word by word, and said to those who do not see it."""
    return format_html_join("", "{}", ((_marked(operation, text),) for operation, text in pieces_of(before, after)))


def _marked(operation: str, text: str) -> SafeString | str:
    element = CHANGES.get(operation)
    if element is None:
        return text
    before = _("was:") if operation == "removed" else _("is:")
    spoken = format_html('<span class="w-sr-only" lang="{}">{} </span>', get_language(), before)
    return format_html("<{}>{}{}</{}>", element, spoken, text, element)


@register.simple_tag
def difference_diff(difference: Difference, names: Names | Literal[""] = "") -> SafeString | str:
    """Return a segment with what changed in it marked; where only a link has changed, with where it leads.

    Args:
        difference: of one segment.
        names: what its links, files and images are called; a template that knows none gives an empty text.
    """
    known: Names = names if names else {}
    if difference.how == How.MOVED:
        return said_by(difference.segment, known)
    before, after = difference.before, difference.after
    if before and after and before.text == after.text:
        return word_diff(_with_targets(before, known), _with_targets(after, known))
    return word_diff(said_by(before, known) if before else "", said_by(after, known) if after else "")


def _with_targets(segment: Segment, names: Names) -> str:
    return " ".join((segment.text, *(names.get(target, target) for target in segment.targets)))


@register.simple_tag
def said(segment: Segment, names: Names) -> str:
    """Return the words of a segment, or what the link, file or image is called."""
    return said_by(segment, names)
