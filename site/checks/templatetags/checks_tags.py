"""What the editor's side panel shows of the checks."""

from typing import Any

from django import template
from wagtail.models import Page

from checks.views import panel_context

register = template.Library()


@register.inclusion_tag("checks/side_panel.html")
def checks_of(page: Page) -> dict[str, Any]:
    """Show what the checks found in the last saved version of a page."""
    return panel_context(page) if page.pk else {"page": page}
