"""Events in the terms of schema.org, for search engines."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from core.metadata import describe
from core.structured_data import image_object, organization_reference, without_blanks

if TYPE_CHECKING:
    from news.events import EventPage

LEAD_IMAGE = "body"  # the preset that the page shows it as
SCHEMA = "https://schema.org/"
STATUS = {
    "planned": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
    "moved_online": "EventMovedOnline",
}
ATTENDANCE = {
    "on_site": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}


def event_node(event: "EventPage", request: HttpRequest) -> dict[str, Any]:
    """Return one event as a node of JSON-LD, without its context."""
    url = event.get_full_url(request)
    attendance = event.attendance if event.state != event.State.MOVED_ONLINE else event.Attendance.ONLINE
    association = organization_reference(request)
    node = {
        "@type": "Event",
        "@id": f"{url}#event",
        "mainEntityOfPage": {"@id": url},
        "name": event.title,
        "description": describe(event),
        "url": url,
        "image": image_object(request, event.lead_image, LEAD_IMAGE),
        "inLanguage": event.locale.language_code,
        **_dates(event),
        "eventStatus": SCHEMA + STATUS[event.state],
        "eventAttendanceMode": SCHEMA + ATTENDANCE[attendance],
        "location": _location(event, attendance, url),
        "organizer": {"@type": "Organization", "name": event.organiser} if event.organiser else association,
    }
    if event.is_free:
        node["isAccessibleForFree"] = True
    return without_blanks(node)


def _dates(event: "EventPage") -> dict[str, str]:
    """Return the days of an event of whole days, or its moments with their distance from Greenwich."""
    if event.all_day:
        return {"startDate": event.first_day.isoformat(), "endDate": event.last_day.isoformat()}
    dates = {"startDate": timezone.localtime(event.starts_at).isoformat()}
    if event.ends_at is not None:
        dates["endDate"] = timezone.localtime(event.ends_at).isoformat()
    return dates


def _location(event: "EventPage", attendance: str, url: str | None) -> Any:
    """Return the place, the address online, or both. Where people get the address later, it is that of the page."""
    place: dict[str, Any] = {"@type": "Place", "name": event.place}
    if event.address:
        place["address"] = ", ".join(event.address.splitlines())
    online = {"@type": "VirtualLocation", "url": event.online_url or url}
    return {"on_site": place, "online": online, "mixed": [place, online]}[attendance]
