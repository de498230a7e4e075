"""Events as an iCalendar file (RFC 5545) that real calendar programs read, the same bytes for the same events.

All-day events carry days, timed ones Europe/London with its rules. An event's UID never changes; its SEQUENCE grows
with every change, and STATUS:CANCELLED takes it out of the calendars that have it.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText

from states.zone import LONDON
from workflow.calendar_out.days import CalendarDay
from workflow.cli.out import safe

PRODUCT = "-//Matters Arising//Matters Arising//EN"
"""What made the file, as RFC 5545 3.7.3 wants it said."""

_END = b"END:VCALENDAR\r\n"
_CATEGORIES = {"meeting": "Meeting", "due": "Due", "window": "Call-in window", "in_force": "Decision in force"}

MOST = 500
"""How many characters a summary or a place may have; a description has ten times as many."""


def written(days: Iterable[CalendarDay], *, name: str | None = None, publish: bool = True) -> bytes:
    """The file: UTF-8, lines of 75 octets at most, ended by CR LF. Without events it is still a calendar.

    `name` is what programs call the calendar; with `publish` it says METHOD:PUBLISH, for calendars sent to people.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    if publish:
        calendar.add("method", "PUBLISH")
    if name:
        calendar.add("x-wr-calname", vText(_line(name, MOST)))
    listed = list(days)
    if any(day.time for day in listed):
        calendar.add("x-wr-timezone", "Europe/London")
        calendar.add_component(_london())
    head: bytes = calendar.to_ical()
    return b"".join((head.removesuffix(_END), *(_event(day).to_ical() for day in listed), _END))


def _event(day: CalendarDay) -> Event:
    event = Event()
    event.add("uid", day.uid)
    event.add("dtstamp", day.changed.replace(microsecond=0))
    event.add("last-modified", day.changed.replace(microsecond=0))
    event.add("sequence", day.sequence)
    event.add("summary", _line(day.summary, MOST))
    if day.time:
        event.add("dtstart", datetime.combine(day.first, time.fromisoformat(day.time), LONDON))
    else:
        event.add("dtstart", day.first)
        event.add("dtend", day.last + timedelta(days=1))
    if day.description:
        event.add("description", _lines(day.description, MOST * 10))
    if day.place:
        event.add("location", _line(day.place, MOST))
    event.add("categories", [_CATEGORIES.get(day.kind, "Scrutiny")])
    event.add("status", "CANCELLED" if day.cancelled else "TENTATIVE" if day.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE" if day.time and not day.cancelled else "TRANSPARENT")
    return event


def _london() -> Timezone:
    """Europe/London since 1996: an hour ahead from the last Sunday of March to that of October, at 1.00 UTC."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    for part, name, month, start, before, after in (
        (TimezoneDaylight(), "BST", 3, datetime(1981, 3, 29, 1), 0, 1),  # noqa: DTZ001  (local time, as the rule says)
        (TimezoneStandard(), "GMT", 10, datetime(1996, 10, 27, 2), 1, 0),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", start)
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        zone.add_component(part)
    return zone


def _line(text: str, most: int) -> str:
    said = " ".join(safe(text[: most * 4]).split())
    return said if len(said) <= most else f"{said[: most - 1]}…"


def _lines(text: str, most: int) -> str:
    said = safe(text[: most * 4], lines=True).strip()
    return said if len(said) <= most else f"{said[: most - 1]}…"
