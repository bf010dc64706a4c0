"""The site's addresses, and before them the constant view."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config import urls
from config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


@cache
def content(size: int) -> bytes:
    """Return so many bytes."""
    return b"x" * size


def constant(_request: HttpRequest, size: int) -> HttpResponse:
    """Answer at once, with as many bytes as the page that is compared has; all middleware stands before it."""
    return HttpResponse(content(size))


urlpatterns = [path("constant/<int:size>/", constant), *urls.urlpatterns]
