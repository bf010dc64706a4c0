"""What the head of a page says about it."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from core.metadata import OpenGraph, describe, open_graph
from core.pages import BasePage
from core.structured_data import graph, script_safe

register = template.Library()


def _live_page(context: Context) -> Any:
    """Return the page that is shown, or None on other pages and in previews of what has no address yet."""
    page = context.get("page")
    return page if isinstance(page, BasePage) and page.live and page.pk else None


@register.simple_tag(takes_context=True)
def page_description(context: Context) -> str:
    """Return what the page that is shown is about; empty on search and error pages."""
    page = context.get("page")
    return describe(page) if isinstance(page, BasePage) else ""


@register.simple_tag(takes_context=True)
def page_open_graph(context: Context) -> OpenGraph | None:
    """Return what sites show where somebody shares the address of a live page, or None for what is no such page."""
    page = _live_page(context)
    return open_graph(context["request"], page) if page else None


@register.simple_tag(takes_context=True)
def page_structured_data(context: Context) -> SafeString | str:
    """Return a live page in the words of schema.org, as JSON for a script element; empty for what is no such page."""
    page = _live_page(context)
    return script_safe(graph(context["request"], page)) if page else ""
