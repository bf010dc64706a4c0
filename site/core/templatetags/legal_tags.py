"""Links to the pages that the law wants within reach on every page."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import gettext_lazy as _

from core.addresses import activity_text_address
from core.legal_pages import PRIVACY, LegalLink, legal_links
from core.navigation import active_language

register = template.Library()

# What the top bar calls a page, as readers of Polish sites know it, and the same in full for who hears it
SHORT_NAMES = {
    "easy_read": ("ETR", _("text that is easy to read")),
    "sign_language": ("PJM", _("Polish Sign Language")),
}


@register.simple_tag
def activity_text_url() -> str:
    """Return the address of the text file that says what the association does, in the language of the reader."""
    return activity_text_address(active_language())


@register.simple_tag(takes_context=True)
def privacy_link(context: Context) -> LegalLink | None:
    """Return the link to the privacy policy in this language, or None without one. No query beyond the menu's."""
    return next((link for link in legal_links(context["request"]) if link.kind == PRIVACY), None)


@register.simple_tag(takes_context=True)
def short_legal_links(context: Context) -> list[dict[str, Any]]:
    """Return the links for the top bar: `kind`, `url`, `short` and `full` name. No query beyond the menu's."""
    request: HttpRequest = context["request"]
    found = []
    for link in legal_links(request):
        if link.kind in SHORT_NAMES:
            short, full = SHORT_NAMES[link.kind]
            found.append({"kind": link.kind, "url": link.url, "short": short, "full": full})
    return found
