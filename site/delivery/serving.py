"""Which pages are served at which address."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.views import authenticate_with_password


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


def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponseBase:
    """Take the password of a protected page.

    Wagtail's own view answers for every page, drafts included, and for any restriction.

    Raises:
        Http404: the page is not served here, or this restriction does not protect it.
    """
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=page_id)
    if not is_served(page) or page_view_restriction_id not in {item.pk for item in page.get_view_restrictions()}:
        raise Http404
    return authenticate_with_password(request, page_view_restriction_id, page_id)
