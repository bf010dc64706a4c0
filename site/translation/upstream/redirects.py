"""A page that nobody could read yet leaves no redirect when its address changes.

A translation is started with an address of its own; what its translator makes of it before the first publication
would leave a redirect from an address that never answered. docs/deviations/redirects.md says when this can go.
"""

from typing import Any

from wagtail.contrib.redirects import signal_handlers
from wagtail.models import Page


def apply() -> None:
    """Wrap the receiver before `wagtail.contrib.redirects` connects it, once."""
    stock = signal_handlers.autocreate_redirects_on_slug_change
    if hasattr(stock, "__wrapped__"):
        return

    def redirect_if_it_was_public(instance_before: Page, instance: Page, **kwargs: Any) -> None:
        if instance_before.first_published_at is not None:
            stock(instance_before, instance, **kwargs)

    redirect_if_it_was_public.__wrapped__ = stock  # type: ignore[attr-defined] # as functools.wraps would, without its names
    signal_handlers.autocreate_redirects_on_slug_change = redirect_if_it_was_public
