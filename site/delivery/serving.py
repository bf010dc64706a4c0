"""Which pages are served at which address."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page


def is_served(page: Page) -> bool:
    """Whether the page is one of the address's language and not past its expiry.

    Wagtail serves the Polish home page at the English address while there is no English one, and serves an expired
    page until the scheduler has taken it down.
    """
    expired = page.expire_at is not None and page.expire_at <= timezone.now()
    return not expired and page.locale.language_code == get_language()


def refuse_what_is_not_served(page: Page, request: HttpRequest, *_args: Any) -> None:
    """Before a page is served to a reader. Previews do not pass here.

    Raises:
        Http404: readers of this address must not see the page.
    """
    if not is_served(page):
        raise Http404
