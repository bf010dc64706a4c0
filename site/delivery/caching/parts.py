"""Parts that many pages share, such as the menu and the footer: made once in a generation, kept by this process.

They are told of changes as whole pages are (`caching.generation`, `caching.moments`), and so never older. Where nobody
tracks generations, and in a preview, a part is made once for each request.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from delivery.caching import generation, moments

MOST = 2_000  # parts of one generation: all have keys of the site's own, and this many come of a mistake
MEMO = "_shared_parts"

Part = TypeVar("Part")


@dataclass(frozen=True)
class Parts:
    """What was made in one generation, and is of use until a moment: the next at which readers see something else."""

    generation: str
    until: datetime
    made: dict[Hashable, Any] = field(default_factory=dict)

    def are_of_use(self, now: str) -> bool:
        """Whether nothing that readers may see has changed since, of itself or by a person."""
        return self.generation == now and timezone.now() < self.until and len(self.made) < MOST


class _Kept:
    parts: Parts | None = None


def _parts_for(request: HttpRequest) -> dict[Hashable, Any]:
    """Return the parts that a request may use. The generation is asked once, before anything is read for them."""
    memo: dict[Hashable, Any] | None = request.__dict__.get(MEMO)
    if memo is None:
        is_preview = getattr(request, "is_preview", False)  # Wagtail's mark of what shows a draft
        now = generation.current() if generation.is_tracked() and not is_preview else ""
        if not now:
            memo = {}
        else:
            if _Kept.parts is None or not _Kept.parts.are_of_use(now):
                longest = timezone.now() + timedelta(seconds=settings.PAGE_CACHE_SECONDS)
                _Kept.parts = Parts(now, min(moments.next_moment(now), longest))
            memo = _Kept.parts.made
        request.__dict__[MEMO] = memo
    return memo


def shared(request: HttpRequest, key: Hashable, make: Callable[[], Part]) -> Part:
    """Return a part of the pages of a site in the active language.

    Args:
        request: for which a page is made.
        key: names the part, with all that it depends on beside the site, the language and what the database holds.
        make: makes it. What it returns is shared by requests, and nobody may change it.
    """
    parts = _parts_for(request)
    site = Site.find_for_request(request)
    whole_key = (site.pk if site else None, get_language(), key)
    if whole_key not in parts:
        parts[whole_key] = make()
    part: Part = parts[whole_key]
    return part
