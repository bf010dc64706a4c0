"""The ways to the exchange of texts from elsewhere in the admin."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Page

from accounts.models import User
from translation.exchange.access import may_exchange, states_for

ICON = "download"


def exchange_url(page: Page) -> str:
    """Return where the texts of an English page, and of those below it, are taken out and sent in."""
    return reverse("translation:exchange_page", args=[page.pk])


def page_button(page: Page, user: User) -> Iterator[Button]:
    """Yield the button for the header of an English page, for those who may edit it, if it translates a live page."""
    if may_exchange(user, page) and states_for(user).filter(page_id=page.pk).exists():
        yield Button(_("Texts as a PO file"), exchange_url(page), icon_name=ICON, priority=56)


def report_button() -> HeaderButton:
    """Return the button for the list of translations, which those who see the list may follow."""
    return HeaderButton(_("Texts as PO files"), url=reverse("translation:exchange"), icon_name=ICON)
