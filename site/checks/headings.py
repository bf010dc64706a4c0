"""Headings in their order."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks import BaseStreamBlock

from checks.base import Check, Finding
from checks.content import Content
from core.blocks import HeadingBlock


class SkippedHeading(Check):
    """A heading more than one level below the one that it stands under."""

    identifier = "heading-skipped"
    title = gettext_lazy("A level of headings left out")

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every heading that leaves a level out, in each stream of blocks by itself."""
        for stream in content.of(BaseStreamBlock):
            level = 1
            for number, item in enumerate(stream.value):
                block = stream.child_blocks.get(item.get("type"))
                raw = item.get("value")
                level_after = getattr(block, "level_after", None)
                if level_after is None or not isinstance(raw, dict):
                    continue
                after = level_after(raw, level)
                if isinstance(block, HeadingBlock) and after > level + 1:
                    part = content.by_path[f"{stream.path}.{item.get('id') or number}"]
                    yield self.finding(part.child("level"), self._message(raw, after, level), f"{level} {after}")
                level = after

    @staticmethod
    def _message(raw: dict[str, str], level: int, above: int) -> str:
        said = _(
            "The heading “%(text)s” is of level %(level)d, but stands under one of level %(above)d. Choose level "
            "%(right)d, or write the heading that is missing."
        )
        return said % {"text": raw.get("text") or "", "level": level, "above": above, "right": above + 1}
