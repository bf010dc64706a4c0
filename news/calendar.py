"""Events as iCalendar (RFC 5545), for the calendar programs of readers: one file for each, and one of all."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import Min, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event, vCalAddress
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from core.dates import date_text
from core.relations import add_titles
from core.site_settings import AssociationSettings
from editorial.visibility import visible_pages
from news.events import SOONEST_FIRST, EventPage, ends_after
from translation.locales import source_locale_id

# How long past events stay in the calendar, so that a change of one that just ended still reaches its readers
KEPT = datetime.timedelta(days=90)
ASK_AGAIN_AFTER = datetime.timedelta(hours=12)
STATUS = {
    EventPage.State.PLANNED: "CONFIRMED",
    EventPage.State.CANCELLED: "CANCELLED",
    EventPage.State.POSTPONED: "TENTATIVE",
    EventPage.State.MOVED_ONLINE: "CONFIRMED",
}


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Serve the events to come and those of the last months, in the language of the address."""
    events = _visible_events().filter(ends_after(timezone.now() - KEPT)).order_by(*SOONEST_FIRST)
    return _served(calendar_of(list(events), request))


@require_safe
def event_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """Serve one event.

    Raises:
        Http404: readers of the language of the address have no such event.
    """
    # `id` and not `pk`, which here is a foreign key: only a number's own field knows which numbers cannot be its value.
    event = _visible_events().filter(id=pk).first()
    if event is None:
        raise Http404
    response = _served(calendar_of([event], request))
    response["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


def calendar_of(events: Sequence[EventPage], request: HttpRequest) -> Calendar:
    """Return a calendar of events of one language, with the time zone that their hours are given in.

    Args:
        events: as `_visible_events` gives them.
    """
    association, events_word = AssociationSettings.for_request(request).name, _("Events")
    made = Calendar()
    made.add("prodid", f"-//{association}//{events_word}//{str(get_language()).upper()}")
    made.add("version", "2.0")
    made.calendar_name = f"{events_word} – {association}"
    made.add("refresh-interval", ASK_AGAIN_AFTER, parameters={"VALUE": "DURATION"})
    add_titles(events, "areas", Locale.get_active())
    for event in events:
        made.add_component(_entry(event, request))
    if events:
        years = [day.year for event in events for day in (event.first_day, event.last_day)]
        made.add_missing_timezones(datetime.date(min(years), 1, 1), datetime.date(max(years) + 1, 1, 1))
    return made


def _served(made: Calendar) -> HttpResponse:
    return HttpResponse(made.to_ical(), content_type="text/calendar; charset=utf-8")


def _visible_events() -> PageQuerySet:
    """Return the events that readers of the active language may see, each with `source_published_at`.

    What is not language comes from the source page, so an event has changed when that page has.
    """
    source = Page.objects.filter(translation_key=OuterRef("translation_key"), locale_id=source_locale_id())
    events = EventPage.objects.annotate(source_published_at=Subquery(source.values("last_published_at")[:1]))
    return visible_pages(events, Locale.get_active()).select_related("locale").defer_streamfields()


def _entry(event: Any, request: HttpRequest) -> Event:
    first = event.first_published_at or event.latest_revision_created_at
    changed = max(filter(None, (event.last_published_at, event.source_published_at)), default=first)
    entry = Event()
    # The same on every host and in both languages: it is one event.
    entry.add("uid", str(event.translation_key))
    # Without a METHOD this is when the entry was last revised; the same content is then the same file.
    entry.add("dtstamp", changed)
    entry.add("created", first)
    entry.add("last-modified", changed)
    entry.add("sequence", max(0, int((changed - first).total_seconds())))
    entry.add("summary", event.title if event.state == event.State.PLANNED else _marked(event))
    _add_time(entry, event)
    entry.add("status", STATUS[event.state])
    entry.add("location", _location(event))
    entry.add("description", _description(event))
    url = event.get_full_url(request)
    if url:
        entry.add("url", url)
    if event.area_titles:
        entry.add("categories", event.area_titles)
    if event.contact_email:
        organiser = vCalAddress(f"mailto:{event.contact_email}")
        organiser.params["CN"] = event.organiser or AssociationSettings.for_request(request).name
        entry.add("organizer", organiser)
    return entry


def _marked(event: EventPage) -> str:
    """Return the title with the state before it, since few programs show a status."""
    state = str(event.get_state_display())
    return f"{state[:1].upper()}{state[1:]}: {event.title}"


def _add_time(entry: Event, event: EventPage) -> None:
    """Add beginning and end. The end of whole days is the day after the last."""
    if event.all_day:
        entry.add("dtstart", event.first_day)
        entry.add("dtend", event.last_day + datetime.timedelta(days=1))
        return
    entry.add("dtstart", timezone.localtime(event.starts_at))
    if event.ends_at is not None:
        entry.add("dtend", timezone.localtime(event.ends_at))


def _location(event: EventPage) -> str:
    if event.state == event.State.MOVED_ONLINE:
        return event.online_url or _("Online")
    return ", ".join(part for part in (event.place, *event.address.splitlines()) if part)


def _description(event: EventPage) -> str:
    """Return what a person needs who has only the calendar at hand, as plain text."""
    lines = [event.state_notice, event.lead, _labelled(_("Online"), event.online_url)]
    if event.takes_registrations:
        until = event.registration_deadline
        lines += [event.registration, event.registration_url]
        lines.append(_labelled(_("Registration until"), date_text(until) if until else ""))
    lines.append(_labelled(_("Accessibility"), event.accessibility))
    return "\n\n".join(line for line in lines if line)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def next_change(now: datetime.datetime) -> datetime.datetime | None:
    """Return when the next event ends at an hour of its own, or falls out of the calendar. Others end with a day."""
    ends = EventPage.objects.filter(live=True, all_day=False).aggregate(
        over=Min("ends_at", filter=Q(ends_at__gt=now)), forgotten=Min("ends_at", filter=Q(ends_at__gt=now - KEPT))
    )
    moments = [ends["over"], ends["forgotten"] + KEPT if ends["forgotten"] else None]
    return min(filter(None, moments), default=None)
