"""The newest pages as RSS, in the language of the address.

Page apps register what belongs in the feed; this module knows Wagtail's pages only.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Locale, Page, Site

from delivery.caching.public import shows
from delivery.xml import xml_text
from editorial.records import ChangeNote
from editorial.visibility import visible_pages

NEWEST = 30


@dataclass(frozen=True)
class FeedSource:
    """One type of page whose newest pages are in the feed.

    Attributes:
        model: the page type.
        lead: name of the field that says in short what the page is about.
        area: name of its relation to pages that the feed may be narrowed to with `?area=<slug>`. The relation
            points at pages in the source language; the slug is that of the page in the reader's language.
    """

    model: type[Page]
    lead: str
    area: str


_sources: dict[type[Page], FeedSource] = {}


def register_feed_source(source: FeedSource) -> None:
    """Put the pages of one type into the feed."""
    _sources[source.model] = source


@dataclass(frozen=True)
class FeedRequest:
    """What a reader asked for: the language, the site, and the page that the feed is narrowed to, if any."""

    request: HttpRequest
    locale: Locale
    site: Site
    area: Page | None


class FeedWithChanges(Rss201rev2Feed):
    """RSS that says of an item when it changed, in Atom's word for it: RSS has none."""

    def latest_post_date(self) -> datetime:
        """Return the date of the newest item; of a feed without any, that of its page and not the time of the day."""
        dates = [item[key] for item in self.items for key in ("updateddate", "pubdate") if item.get(key)]
        return max(dates, default=self.feed["published_at"])

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["updateddate"] is not None:
            handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))


class NewestPagesFeed(Feed):
    """The newest visible pages of all registered types, newest first.

    A page is as new as its first publication in its language; the date that editors show with it may be older. A major
    change brings it back to the top, with the note of what changed.
    """

    feed_type = FeedWithChanges

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> FeedRequest:
        """Read the address.

        Raises:
            Http404: it names an area that readers of this language do not have.
        """
        locale = Locale.get_active()
        slug = request.GET.get("area", "")
        area = find_area(slug, locale) if slug else None
        if slug and area is None:
            raise Http404
        site = Site.find_for_request(request)
        if site is None:
            raise Http404
        if area is not None:
            shows(request, {"area": slug})
        return FeedRequest(request, locale, site, area)

    def feed_extra_kwargs(self, asked: FeedRequest) -> dict[str, Any]:
        """Say since when there is what the feed is of."""
        page = asked.area or asked.site.root_page
        return {"published_at": page.last_published_at}

    def title(self, asked: FeedRequest) -> str:
        name = self.site_title(asked)
        return xml_text(f"{name}: {asked.area.title}" if asked.area else name)

    def site_title(self, asked: FeedRequest) -> str:
        """Return the name of the whole feed."""
        return asked.site.site_name or asked.site.hostname

    def description(self, asked: FeedRequest) -> str:
        return self.title(asked)

    def link(self, asked: FeedRequest) -> str:
        if asked.area:
            return asked.area.get_full_url(asked.request)
        return asked.site.root_url + reverse("wagtail_serve", args=[""])

    def feed_url(self, asked: FeedRequest) -> str:
        query = "?" + urlencode({"area": asked.area.slug}) if asked.area else ""
        return asked.site.root_url + reverse("feed") + query

    def items(self, asked: FeedRequest) -> list[Page]:
        notes = newest_notes()
        found: list[Page] = []
        for source in _sources.values():
            for page in newest_pages(source, asked.locale, asked.area, list(notes)):
                page.feed_link = page.get_full_url(asked.request)
                page.feed_lead = getattr(page, source.lead)
                page.feed_note = notes.get(page.pk)
                found.append(page)
        found.sort(key=lambda page: (_shown_at(page), page.pk), reverse=True)
        return found[:NEWEST]

    def item_title(self, page: Page) -> str:
        return xml_text(page.title)

    def item_description(self, page: Page) -> str:
        # Readers' programs take a description for HTML, so plain text is escaped as such.
        if page.feed_note is None:
            return escape(xml_text(page.feed_lead))
        return escape(xml_text(_("Changed: %(note)s") % {"note": page.feed_note.text} + f" {page.feed_lead}"))

    def item_link(self, page: Page) -> str:
        return page.feed_link

    def item_guid(self, page: Page) -> str:
        """A name that stays when the address changes, other for each language."""
        return f"{page.translation_key}/{get_language()}"

    item_guid_is_permalink = False

    def item_pubdate(self, page: Page) -> datetime:
        return timezone.localtime(page.first_published_at)

    def item_updateddate(self, page: Page) -> datetime | None:
        """When readers were last told of a major change; corrections are no news."""
        return timezone.localtime(page.feed_note.created_at) if page.feed_note else None


def _shown_at(page: Page) -> datetime:
    return page.feed_note.created_at if page.feed_note else page.first_published_at


def newest_notes() -> dict[int, ChangeNote]:
    """Return the newest notes of major changes by page, the last one of each."""
    notes = ChangeNote.objects.order_by("-pk")[:NEWEST]
    return {note.page_id: note for note in reversed(notes)}


def newest_pages(source: FeedSource, locale: Locale, area: Page | None, changed: Collection[int]) -> Iterator[Page]:
    """Yield the newest visible pages of one type, at most as many as a feed has, and beside them those that changed.

    Args:
        changed: numbers of pages of any type that readers were told of a major change of.
    """
    pages = visible_pages(source.model.objects.all(), locale).filter(first_published_at__isnull=False)
    if area is not None:
        if source.model._meta.get_field(source.area).related_model is not area.specific_class:
            return
        pages = pages.filter(**{f"{source.area}__translation_key": area.translation_key})
    pages = pages.select_related("locale").defer_streamfields().order_by("-first_published_at", "-pk")
    newest = list(pages[:NEWEST])
    yield from newest
    if older := set(changed) - {page.pk for page in newest}:
        yield from pages.filter(pk__in=older)


def find_area(slug: str, locale: Locale) -> Page | None:
    """Return the visible page with this slug that the feed may be narrowed to, or None."""
    for model in {source.model._meta.get_field(source.area).related_model for source in _sources.values()}:
        area = visible_pages(model.objects.all(), locale).select_related("locale").filter(slug=slug).first()
        if area is not None:
            return area
    return None
