"""The site of a request, remembered for a while: it is asked for with every page and changes once in years."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from wagtail.models import Site

from delivery.caching import generation

PREFIX = "core.sites"
SECONDS = 60


def remember_site(request: HttpRequest) -> None:
    """Give a request its site from the cache, where Wagtail would ask the database.

    Another process learns of a changed site with its next generation of pages (`delivery.caching`), or, where nobody
    tracks generations, within `SECONDS`; the process that changed it at once.
    """
    key = f"{PREFIX}:{cache.get(PREFIX, 0)}:{request.get_host()}"
    site = cache.get(key)
    if site is None:
        site = Site.find_for_request(request)
        cache.set(key, site, SECONDS)
    request._wagtail_site = site  # type: ignore[attr-defined]  # Wagtail's own memo


def _forget(**_kwargs: Any) -> None:
    # After commit: a request before it would remember the site as it was.
    transaction.on_commit(_forget_now)


def _forget_now(**_kwargs: Any) -> None:
    cache.set(PREFIX, cache.get(PREFIX, 0) + 1, None)
    Site.clear_site_root_paths_cache()


def connect() -> None:
    """Forget what is remembered when a site is saved or deleted, here or in another process."""
    if not settings.REDIS_URL:  # a cache of this process alone, which nobody else empties
        generation.changed.connect(_forget_now, dispatch_uid="core.sites.generation")
    post_save.connect(_forget, sender=Site, dispatch_uid="core.sites.saved")
    post_delete.connect(_forget, sender=Site, dispatch_uid="core.sites.deleted")
