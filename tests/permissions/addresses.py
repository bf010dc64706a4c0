"""Every address of the admin, read from the URL configuration, so that a new one cannot be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

# The parameters by which addresses name a page
PAGE_PARAMETERS = ("page_id", "parent_page_id", "page_to_move_id", "page_pk")
PAGES_BY_PK = ("wagtailadmin_api:pages:action", "wagtailadmin_api:pages:detail", "wagtailadmin_pages:revisions_compare")
ADDING = ("wagtailadmin_pages:add", "wagtailadmin_pages:add_subpage", "wagtailadmin_pages:preview_on_add")
# Wagtail's way to the page that says that nothing is there
WITHOUT_NAMES = ("admin/test404/", "admin/^.*/$")
WORKFLOW_ACTIONS = ("approve", "reject")


@dataclass(frozen=True)
class Address:
    """One address, with the values of those of its parameters that say what is done.

    `name` is its name in the URL configuration, `parameters` are those that name things.
    """

    name: str
    parameters: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """How the table calls it: its name, what it does, and the parameters that name things."""
        return " ".join((self.name, *(value for _key, value in self.fixed), *(f"<{each}>" for each in self.parameters)))

    @property
    def page_parameter(self) -> str | None:
        """The parameter that names a page, if there is one."""
        if self.name in PAGES_BY_PK:
            return "pk"
        if self.name.startswith(("wagtailadmin_pages:workflow", "editorial:")) and "page_id" in self.parameters:
            return "page_id"
        return next((name for name in PAGE_PARAMETERS if name in self.parameters), None)

    @property
    def is_bulk(self) -> bool:
        """Whether it does something to the things that the query names."""
        return self.name == "wagtail_bulk_action"

    @property
    def takes_a_page(self) -> bool:
        """Whether it is about a page."""
        return self.page_parameter is not None or (self.is_bulk and dict(self.fixed)["app_label"] == "wagtailcore")

    @property
    def adds_below(self) -> bool:
        """Whether it makes a page below the one that it names."""
        return self.name in ADDING


def all_addresses() -> list[Address]:
    """Return every address below /admin/, each once."""
    found = {}
    for name, parameters in _walk(get_resolver().url_patterns):
        for address in _expanded(name, parameters):
            found.setdefault(address.label, address)
    return sorted(found.values(), key=lambda address: address.label)


def _walk(patterns: list, prefix: str = "", names: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path, (*names, *filter(None, [pattern.namespace])))
        elif path.startswith("admin/") and path not in WITHOUT_NAMES:
            parameters = tuple(pattern.pattern.converters) or tuple(pattern.pattern.regex.groupindex)
            yield ":".join((*names, pattern.name)), parameters


def _expanded(name: str, parameters: tuple[str, ...]) -> Iterator[Address]:
    """Yield an address once for each thing that it can do."""
    if name == "wagtail_bulk_action":
        bulk_action_registry._scan_for_bulk_actions()
        for app, models in bulk_action_registry.actions.items():
            for model, actions in models.items():
                for action in actions:
                    yield _fixed(name, parameters, app_label=app, model_name=model, action=action)
    elif name == "wagtailadmin_api:pages:action":
        yield from (_fixed(name, parameters, action_name=action) for action in PagesAdminAPIViewSet.actions)
    elif "action_name" in parameters:
        yield from (_fixed(name, parameters, action_name=action) for action in WORKFLOW_ACTIONS)
    else:
        yield Address(name, parameters)


def _fixed(name: str, parameters: tuple[str, ...], **values: str) -> Address:
    return Address(name, tuple(each for each in parameters if each not in values), tuple(values.items()))
