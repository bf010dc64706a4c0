"""The mark of the association, uploaded or drawn."""

from dataclasses import dataclass

from django import template
from django.template import Context

from core.landscape import known_positions
from core.mark import Mark, mark
from core.site_settings import AssociationSettings
from library.models import CustomImage

register = template.Library()


@dataclass(frozen=True)
class ShownMark:
    """What `components/mark.html` shows: the uploaded image if there is one, else the drawing."""

    image: CustomImage | None
    drawing: Mark


@register.simple_tag(takes_context=True)
def site_mark(context: Context) -> ShownMark:
    """Return the mark, without a query but that for the association's data, which every page asks."""
    return ShownMark(AssociationSettings.for_request(context["request"]).mark, mark(known_positions()))
