"""Refusals of the publishing rules, each saying why and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Step:
    """One thing to do about a refusal, in words, and the address where it is done."""

    words: str | Promise
    url: str


class PublishingRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A rule of publishing forbids what was asked.

    It is no `PermissionDenied`: Wagtail would answer that with a sentence about access. Ours reaches the person
    in words (`editorial.middleware`).

    Args:
        reason: why, in a sentence.
        steps: what to do about it, one thing at a time.
        way_back: the address where the person goes on; empty for where they came from.
    """

    def __init__(self, reason: str | Promise, steps: Sequence[Step] = (), way_back: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.steps = steps
        self.way_back = way_back

    def __str__(self) -> str:
        return " ".join([str(self.reason), *(str(step.words) for step in self.steps)])

    def as_html(self) -> SafeString:
        """Return the refusal with each step as a link to where it is done."""
        items = format_html_join("", '<li><a href="{}">{}</a></li>', ((step.url, step.words) for step in self.steps))
        return format_html("{}{}", self.reason, format_html('<ul class="refusal">{}</ul>', items) if self.steps else "")
