"""From an address to a page in one step, in the language of the address only.

Wagtail walks the tree from the site's root, two queries a level, and where the home page of a language is not live
it starts from another language's: /en/ would then show the Polish home page.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from wagtail import urls as wagtail_urls
from wagtail import views
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.errors import page_gone
from core.navigation import active_language, root_path
from core.outdated import outdated
from core.sites import remember_site
from editorial.take_downs import TakeDown, is_withdrawn
from library.readers import is_closed

# What is shown of every page beside its own fields, taken along in the query that finds it
SHOWN_WITH_A_PAGE = ("locale", "owner", "english_state")


def find_route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the live page at `path`, which is relative to the home page of the active language, or None."""
    root = root_path(request, active_language())
    if root is None:
        return None
    url_path = root + path
    slug = url_path.rstrip("/").rsplit("/", 1)[-1]  # indexed, as url_path is not
    pages = Page.objects.select_related(*SHOWN_WITH_A_PAGE).annotate(
        is_private=is_closed(), is_withdrawn=is_withdrawn()
    )
    found = pages.filter(slug=slug, url_path=url_path).first()
    if found is None:
        return None
    page = found.specific
    page.locale, page.owner = found.locale, found.owner
    page.outdated = outdated(getattr(found, "english_state", None))
    page.is_private = found.is_private
    if found.is_withdrawn:
        page.withdrawal = TakeDown.objects.in_force().get(page_id=page.pk)
    try:
        return page.route(request, [])
    except Http404:
        return None


def published_in_error(request: HttpRequest) -> TakeDown | None:
    """Return what stands in place of the page that was at this address and should not have been, or None."""
    path = f"{request.path.rstrip('/')}/"
    return TakeDown.objects.in_force().filter(kind=TakeDown.Kind.ERROR, path=path).first()


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at `path` as Wagtail does, with all its hooks, but find it in our own way."""
    remember_site(request)
    route = find_route(request, path)
    if route is None and (gone := published_in_error(request)):
        return page_gone(request, gone)
    request._wagtail_route_for_request = route  # type: ignore[attr-defined]  # Wagtail's own memo
    return views.serve(request, path)


urlpatterns = [
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve") if pattern.name == "wagtail_serve" else pattern
    for pattern in wagtail_urls.urlpatterns
]
