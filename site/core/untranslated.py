"""What English readers get of a Polish page that has no English version: its facts, the way to it, and a vote for one.

The page has the address of the Polish one behind a word of its own, `/en/not-translated/aktualnosci/nowa-droga/`. It
translates nothing: what is words stays in Polish, where it is one link away.
"""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from accounts.rate_limit import RateLimit, browser_of, mark_too_many, time_after
from core.navigation import root_path
from core.sites import remember_site
from editorial.visibility import readable_pages, visible_pages
from translation.locales import SOURCE_LANGUAGE, TARGET_LANGUAGE, locale_of
from translation.votes.counting import count_vote
from translation.withholding import is_withheld

HOUR = 3600


@require_safe
def not_translated(request: HttpRequest, path: str) -> HttpResponse:
    """Show what there is in English of the Polish page at a path, or lead to its English version.

    Raises:
        Http404: readers may not see a Polish page there.
    """
    page = _find(request, path)
    if page.counterpart:
        return _lead_to_counterpart(request, page)
    return _show(request, page)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_english(request: HttpRequest, path: str) -> HttpResponse:
    """Count a vote for an English version of the Polish page at a path, and then thank for it.

    Nothing of what is sent is read, so it may be anything. Whether the vote was counted before is not told.

    A page that is left untranslated on purpose is asked for by nobody.

    Raises:
        Http404: readers may not see a Polish page there.
    """
    page = _find(request, path)
    if page.counterpart:
        return _lead_to_counterpart(request, page)
    if is_withheld(page):
        return redirect("not_translated", path)
    if request.method != "POST":
        return render(request, "untranslated/thanks.html", _context(request, page))
    browser = browser_of(request)
    if wait := RateLimit("translation-vote", settings.TRANSLATION_VOTES_PER_ADDRESS, HOUR).count(browser):
        refusal = _("Too many requests have come from your network. Ask again at %(time)s.") % {
            "time": time_after(wait)
        }
        response = _show(request, page, refusal)
        mark_too_many(response, wait)
        return response
    count_vote(page, browser)
    return redirect("ask_for_english", path)


def _find(request: HttpRequest, path: str) -> Any:
    """Return the Polish page at a path that lists show to readers, as its own type.

    Raises:
        Http404: there is none.
    """
    remember_site(request)
    root = root_path(request, SOURCE_LANGUAGE)
    if root is None:
        raise Http404
    url_path = root + path
    slug = url_path.rstrip("/").rsplit("/", 1)[-1]  # indexed, as url_path is not
    locale = locale_of(SOURCE_LANGUAGE)
    found = visible_pages(Page.objects.filter(slug=slug, url_path=url_path), locale).first()
    if found is None:
        raise Http404
    page = found.specific
    page.locale = locale
    return page


def _lead_to_counterpart(request: HttpRequest, page: Any) -> HttpResponse:
    """Lead on for now only: once the English version is taken down, this address is of use again."""
    return redirect(page.counterpart.get_url(request))


def _show(request: HttpRequest, page: Any, refusal: str = "") -> HttpResponse:
    context = {**_context(request, page), "groups": page.fact_groups(request), "refusal": refusal}
    context["is_withheld"] = is_withheld(page)
    return render(request, "untranslated/page.html", context)


def _context(request: HttpRequest, page: Any) -> dict[str, Any]:
    """Return what both templates show. The Polish page is their `source`, since it is not the page that is shown."""
    address = page.get_url(request)
    path = page.url_path.removeprefix(root_path(request, SOURCE_LANGUAGE) or "")
    return {
        "source": page,
        "source_url": address,
        "written_in": SOURCE_LANGUAGE,
        "type_name": page._meta.verbose_name,
        "language_urls": {SOURCE_LANGUAGE: address},
        "crumbs": [{"title": each.title, "url": each.get_url(request) or ""} for each in _way_in_english(page)],
        "vote_url": reverse("ask_for_english", args=[path]),
        "full_url": page.get_full_url(request),
    }


def _way_in_english(page: Page) -> list[Page]:
    """Return the English versions of the pages above a Polish one, from the home page down, in one query."""
    paths = [page.path[: end * page.steplen] for end in range(2, page.depth)]
    keys = Page.objects.filter(path__in=paths).values("translation_key")
    return list(
        readable_pages(Page.objects.filter(translation_key__in=keys), locale_of(TARGET_LANGUAGE)).order_by("path")
    )
