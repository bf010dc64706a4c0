"""Days, hours and periods as readers write them, in the language that is active.

Moments are aware datetimes in any time zone; they are written as the clocks of the site's own time zone show them.
"""

import calendar
import datetime

from django.utils import timezone
from django.utils.formats import date_format

from core.navigation import active_language


def day_start(day: datetime.date) -> datetime.datetime:
    """Return the moment at which a day begins, in the site's time zone."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day of a later month, or the last day of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def last_day(start: datetime.datetime, end: datetime.datetime | None, *, all_day: bool = False) -> datetime.date:
    """Return the last day of a period.

    A period of hours that ends at midnight ends with the day before; one of whole days has its last day in `end`.
    """
    if end is None or end <= start:
        return timezone.localdate(start)
    return timezone.localdate(end) if all_day else timezone.localdate(end - datetime.timedelta.resolution)


def date_text(day: datetime.date) -> str:
    """Return a date: “5 lutego 2026 r.” in Polish, “5 February 2026” in English."""
    return date_format(day, "j E Y") + " r." if active_language() == "pl" else date_format(day, "j F Y")


def hours_text(start: datetime.datetime, end: datetime.datetime | None = None) -> str:
    """Return the hours of a day: “godz. 10.00–15.30” in Polish, “10:00 am to 3:30 pm” in English."""
    hours = _hour(start)
    if end is not None:
        hours += ("–" if active_language() == "pl" else " to ") + _hour(end, closing=True)
    return _with_word(hours)


def period_text(
    start: datetime.datetime, end: datetime.datetime | None = None, *, all_day: bool = False, with_day: bool = True
) -> str:
    """Return when something takes place.

    In Polish “12 marca 2027 r., godz. 10.00–15.30”, “od 3 do 14 marca 2027 r.”, or “od 12 marca 2027 r., godz. 10.00,
    do 14 marca 2027 r., godz. 15.30”; in English “12 March 2027, 10:00 am to 3:30 pm”, “3 to 14 March 2027”, or
    “12 March 2027, 10:00 am, to 14 March 2027, 3:30 pm”.

    Args:
        start: of the first day, if `all_day`.
        end: none, if it is not known; within the last day, if `all_day`.
        all_day: write no hours.
        with_day: write the day of what begins and ends on one. Without it there may be nothing to write.
    """
    if end is not None and end <= start:
        end = None
    first, last = timezone.localdate(start), last_day(start, end, all_day=all_day)
    if first == last:
        day, hours = date_text(first) if with_day else "", "" if all_day else hours_text(start, end)
        return ", ".join(part for part in (day, hours) if part)
    if all_day or end is None:
        return _from_to(_start_of_range(first, last), date_text(last))
    opening, closing = hours_text(start), _with_word(_hour(end, closing=True))
    return _from_to(f"{date_text(first)}, {opening},", f"{date_text(last)}, {closing}")


def _start_of_range(first: datetime.date, last: datetime.date) -> str:
    """Return the first day without what it shares with the last."""
    if first.year != last.year:
        return date_text(first)
    if first.month != last.month:
        return date_format(first, "j E" if active_language() == "pl" else "j F")
    return str(first.day)


def _from_to(first: str, last: str) -> str:
    return f"od {first} do {last}" if active_language() == "pl" else f"{first} to {last}"


def _with_word(hours: str) -> str:
    return f"godz. {hours}" if active_language() == "pl" else hours


def _hour(moment: datetime.datetime, *, closing: bool = False) -> str:
    """Return an hour. Twelve at noon and at night, which am and pm leave in doubt, have words in English.

    Args:
        closing: it ends a day, so midnight is its twenty-fourth hour.
    """
    local = timezone.localtime(moment)
    if active_language() == "pl":
        return "24.00" if closing and (local.hour, local.minute) == (0, 0) else date_format(local, "G.i")
    if local.minute == 0 and local.hour in (0, 12):
        return "midday" if local.hour else "midnight"
    return f"{date_format(local, 'g:i')} {'am' if local.hour < 12 else 'pm'}"
