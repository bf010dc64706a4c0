"""Captions of videos, or the day by which they are due."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from checks.base import Check, Finding
from checks.content import Content
from checks.walk import Part
from core.blocks import VideoBlock


def _videos(content: Content) -> Iterator[Part]:
    for part in content.of(VideoBlock):
        if isinstance(part.value, dict) and (part.value.get("url") or part.value.get("file")):
            yield part


def _day(raw: object) -> date | None:
    try:
        return parse_date(str(raw)) if raw else None
    except ValueError:
        return None


class MissingCaptions(Check):
    """A video of which nobody says how its captions come. The editor's form asks for it too."""

    identifier = "video-captions"
    title = gettext_lazy("A video without captions")
    excusable = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every video without captions, without a file where one is named, without the day they are due."""
        for part in _videos(content):
            captions = part.value.get("captions")
            if not captions:
                yield self.finding(part.child("captions"), _("Say whether the video has captions."))
            elif captions == "file" and not part.value.get("captions_file"):
                yield self.finding(part.child("captions_file"), _("Choose the file with captions."))
            elif captions == "due" and not _day(part.value.get("captions_due")):
                yield self.finding(part.child("captions_due"), _("Give the day by which there will be captions."))


class LateCaptions(Check):
    """A video whose captions were promised by a day that is over."""

    identifier = "video-captions-late"
    title = gettext_lazy("Captions that are overdue")
    blocks = False  # no other correction of the page should have to wait for them

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every such video."""
        for part in _videos(content):
            due = _day(part.value.get("captions_due")) if part.value.get("captions") == "due" else None
            if due and due < timezone.localdate():
                said = _("The captions were due by %(day)s. Add them, and say where they are.")
                yield self.finding(part.child("captions"), said % {"day": due.strftime("%d.%m.%Y")}, due.isoformat())
