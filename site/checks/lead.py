"""The sentences that lists, search engines and feeds show of a page."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy, ngettext

from checks.base import Check, Finding
from checks.content import Content

LEADS = ("lead", "summary", "introduction")
LONGEST_LEAD = 350  # characters: three sentences


class LongLead(Check):
    """A lead, a summary or an introduction that is longer than three sentences."""

    identifier = "lead-length"
    title = gettext_lazy("A lead that is too long")
    blocks = False

    def find(self, content: Content) -> Iterator[Finding]:
        """Yield every one that is too long."""
        for part in content.parts:
            length = len(part.value) if part.path in LEADS and isinstance(part.value, str) else 0
            if length > LONGEST_LEAD:
                said = ngettext(
                    "This has %(length)d character. Lists show it whole, and readers read two or three sentences: at "
                    "most %(longest)d characters.",
                    "This has %(length)d characters. Lists show it whole, and readers read two or three sentences: at "
                    "most %(longest)d characters.",
                    length,
                )
                yield self.finding(part, said % {"length": length, "longest": LONGEST_LEAD}, part.value)
