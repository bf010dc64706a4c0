"""The record of a page for its template."""

from django import template
from django.template import Context

from core.pages import BasePage
from core.record import PageRecord, record_of
from core.site_settings import AssociationSettings

register = template.Library()


@register.simple_tag(takes_context=True)
def page_record(context: Context) -> PageRecord | None:
    """Return the record of the page that is shown, or None where no page is."""
    page = context.get("page")
    if not isinstance(page, BasePage):
        return None
    return record_of(page, AssociationSettings.for_request(context["request"]).name)
