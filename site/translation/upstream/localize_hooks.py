"""wagtail-localize reaches the admin only where this site lets it.

Of its hooks, the ones named here stay: its icons, its entries in the log, and the permission to start a translation.
All others go: the buttons and menu items that lead to its editor, the override of the page editor, the report that
shows every title to everyone, the aliases made on creation of a page. Of its addresses only the start of a
translation answers, with our view; the names of the others stay, since its templates look them up, but they refuse.
A new hook or address of a later version is off until it is named here. docs/deviations/wagtail-localize.md says more.
"""

from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail_localize import wagtail_hooks as localize

from editorial.refusals import PublishingRefused

ALLOWED_HOOKS = frozenset({"register_icons", "register_log_actions", "register_permissions"})
OURS = ("wagtail_localize.locales",)
REFUSAL = _(
    "This site does not translate in this way, since it would go around approval. "
    "Start the English page from the list of translations and edit it like any page."
)


def refuse(request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
    """Answer an address of wagtail-localize that this site does not use.

    Raises:
        PublishingRefused: always.
    """
    raise PublishingRefused(REFUSAL)


def drop_hooks() -> None:
    """Take away the hooks of wagtail-localize that are not allowed. Its list of locales keeps its own."""
    for name, registered in hooks._hooks.items():
        if name not in ALLOWED_HOOKS:
            registered[:] = [entry for entry in registered if not _is_localize(entry[0])]


def _is_localize(function: Callable[..., Any]) -> bool:
    module = function.__module__
    return module.split(".")[0] == "wagtail_localize" and not module.startswith(OURS)


def localize_urls(views: Mapping[str, Callable[..., Any]]) -> list[URLResolver]:
    """Return the addresses of wagtail-localize with our views in place of the named ones, the others refusing."""
    (included,) = localize.register_admin_urls()
    patterns = [
        URLPattern(address.pattern, views.get(address.name, refuse), address.default_args, address.name)
        for address in included.url_patterns
    ]
    return [path("localize/", include((patterns, "wagtail_localize"), namespace="wagtail_localize"))]
