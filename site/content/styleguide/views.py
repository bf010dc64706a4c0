"""The page of the style guide."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from wagtail.models import Locale

from content.styleguide.examples import block_examples, component_examples

COLOURS = ("paper", "panel", "ink", "muted", "control-line", "hairline", "river", "forest", "brick", "amber", "deep")


@permission_required("wagtailadmin.access_admin")
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component and block from its own template, with the page's own colours, to staff."""
    locale = Locale.get_active()
    components = [
        {"example": each, "html": render_to_string(each.template, each.context, request)}
        for each in component_examples(locale)
    ]
    context = {
        "colours": COLOURS,
        "components": components,
        "blocks": block_examples({"request": request, "anchors": set()}),
    }
    return render(request, "styleguide/styleguide.html", context)
