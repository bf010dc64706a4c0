"""Redirects from addresses that a page had before.

Wagtail's own receivers (`WAGTAILREDIRECTS_AUTO_CREATE`, switched off) also lead from addresses that only drafts
had, and leave a redirect in place that leads to itself when a page gets an old address back.
"""

from copy import copy
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, Site
from wagtail.signals import page_slug_changed, post_page_move


def connect() -> None:
    """Have redirects made whenever the address of a page changes."""
    page_slug_changed.connect(after_slug_change, dispatch_uid="delivery.redirects.slug")
    post_page_move.connect(after_move, dispatch_uid="delivery.redirects.move")


def after_slug_change(instance: Page, instance_before: Page, **_kwargs: Any) -> None:
    """A page and all below it have new addresses."""
    redirect_from_old_addresses(instance_before, instance)


def after_move(instance: Page, url_path_before: str, url_path_after: str, **_kwargs: Any) -> None:
    """A page was moved, or only put elsewhere among its siblings."""
    if url_path_before == url_path_after:
        return
    page = instance.specific
    before = copy(page)
    before.url_path = url_path_before
    redirect_from_old_addresses(before, page)


def redirect_from_old_addresses(before: Page, page: Page) -> None:
    """Lead from the old addresses of a page and the live pages below it to the new ones, where they were public."""
    create_redirects(page, before, Site.objects.exclude(root_page=page))
    automatic = Redirect.objects.filter(automatically_created=True)
    if before.first_published_at is None:
        automatic.filter(redirect_page=page).delete()
    below = automatic.filter(redirect_page__path__startswith=page.path).select_related("redirect_page__locale")
    to_themselves = [
        redirect.pk
        for redirect in below
        if redirect.redirect_page.url and redirect.old_path == Redirect.normalise_path(redirect.redirect_page.url)
    ]
    automatic.filter(pk__in=to_themselves).delete()
