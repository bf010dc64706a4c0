"""What the dashboard tells those who answer for the site: contact data of nobody, and captions that are overdue."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from core.late_captions import late_captions
from core.models import AssociationSettings


class WarningPanel(Component):
    """A warning that stands on the dashboard as long as its reason does."""

    def __init__(self, **context: Any) -> None:
        self.context = context

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), **self.context}


class PlaceholderPanel(WarningPanel):
    """Says that readers are given the contact data that a new site starts with."""

    name = "placeholder_contact"
    template_name = "home/panels/placeholder_contact.html"
    order = 100


class LateCaptionsPanel(WarningPanel):
    """Lists the pages with a recording whose captions are overdue."""

    name = "late_captions"
    template_name = "home/panels/late_captions.html"
    order = 120


def warnings(request: HttpRequest) -> Iterator[Component]:
    """Yield what stands on the dashboard now."""
    association = AssociationSettings.objects.filter(site__is_default_site=True).first()
    if association is not None and association.has_placeholders:
        may_change = request.user.has_perm("core.change_associationsettings")
        edit_url = reverse("wagtailsettings:edit", args=["core", "associationsettings", association.site_id])
        yield PlaceholderPanel(edit_url=edit_url if may_change else None)
    if late := late_captions():
        yield LateCaptionsPanel(late=late)
