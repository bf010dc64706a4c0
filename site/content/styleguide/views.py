"""The page of the style guide."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from content.styleguide.blocks import block_examples
from content.styleguide.frame import frame, heads
from content.styleguide.home_sections import home_sections
from content.styleguide.isolation import isolated
from content.styleguide.legal import declaration, legal
from content.styleguide.lists import items, lists
from content.styleguide.records import forms, records
from content.styleguide.untranslated import untranslated

COLOURS = ("paper", "panel", "ink", "muted", "control-line", "hairline", "river", "forest", "brick", "amber", "deep")
GROUPS = (
    (frame, _("Around every page")),
    (heads, _("Beginnings of pages and notices")),
    (items, _("Entries")),
    (lists, _("Lists and filters")),
    (records, _("Facts, contact and files")),
    (untranslated, _("Pages that are not in the language of the reader")),
    (forms, _("Forms")),
    (home_sections, _("Sections of the home page")),
    (declaration, _("Accessibility statement")),
    (legal, _("Legal pages")),
)


@permission_required("wagtailadmin.access_admin")
def styleguide(request: HttpRequest) -> HttpResponse:
    """Show every component and block from its own template, with the page's own colours, to staff."""
    blocks = block_examples({"request": request, "anchors": set()})
    context = {
        "colours": COLOURS,
        "groups": [
            {"name": f"group-{number}", "heading": heading, "specimens": _shown(request, number, make())}
            for number, (make, heading) in enumerate(GROUPS)
        ],
        "blocks": [
            {"name": each.name, "label": each.label, "html": isolated(each.html, f"block-{each.name}")}
            for each in blocks
        ],
    }
    return render(request, "styleguide/styleguide.html", context)


def _shown(request: HttpRequest, group: int, specimens: Any) -> list[dict[str, Any]]:
    return [
        {
            "template": each.template,
            "state": each.state,
            "on_deep": each.on_deep,
            "html": isolated(render_to_string(each.template, each.context, request), f"specimen-{group}-{number}"),
        }
        for number, each in enumerate(specimens)
    ]
