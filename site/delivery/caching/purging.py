"""Has the caches in front of the site forget what they keep of it, in the process that published, once it is committed.

They forget all pages and files, not single addresses: menus, lists, facts and links show one page on many others, and
a list of addresses that forgets one leaves something old. What is kept for good, such as styles, is left to them.
"""

import logging
import threading

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import get_backends

from delivery.caching.frontends import Frontend

logger = logging.getLogger(__name__)

# A page whose making began before the change may reach a cache after it has forgotten, so it is told once more
SECONDS_UNTIL_TOLD_AGAIN = 0.5


class _Again:
    """The second telling that is under way, one at a time."""

    timer: threading.Timer | None = None
    lock = threading.Lock()


def frontends() -> list[Frontend]:
    """Return the caches that the settings name."""
    return list(get_backends(settings.WAGTAILFRONTENDCACHE).values()) if settings.WAGTAILFRONTENDCACHE else []


def purge() -> None:
    """Have all caches forget, now and once more in a moment. What fails is logged."""
    if not settings.WAGTAILFRONTENDCACHE:
        return
    purge_now()
    with _Again.lock:
        if _Again.timer is not None:
            _Again.timer.cancel()
        # Not a daemon: a command that ends waits for it
        _Again.timer = threading.Timer(SECONDS_UNTIL_TOLD_AGAIN, purge_now)
        _Again.timer.start()


def purge_now() -> None:
    """Have all caches forget. What fails is logged; they then forget by themselves after `SHARED_SECONDS`."""
    for frontend in frontends():
        try:
            frontend.purge_all()
        except Exception:  # of any service
            logger.exception("%s could not be told of a change", type(frontend).__name__)
