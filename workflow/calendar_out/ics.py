"""Events as an iCalendar file (RFC 5545) that real calendar programs read, the same bytes for the same events.

All-day events carry days, timed ones Europe/London with its rules. An event's UID never changes; its SEQUENCE grows
with every change, and STATUS:CANCELLED takes it out of the calendars that have it.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import msgspec
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from states.days import LONDON
from workflow.cli.out import safe

PRODUCT = "-//Matters Arising//Matters Arising//EN"
"""What made the file, as RFC 5545 3.7.3 wants it said."""

MOST = 500
"""How many characters a summary or a place may have; a description has ten times as many."""


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """An event of one day or several, or one that begins at an hour."""

    uid: str
    summary: str
    stamp: datetime
    """The aware instant of the last change, for DTSTAMP and LAST-MODIFIED."""
    first: date
    last: date | None = None
    """The last day of several; the first where it is None."""
    time: str | None = None
    """The hour in London at which it begins, `14:00`; all day where it is None."""
    sequence: int = 0
    """How often it was changed."""
    cancelled: bool = False
    tentative: bool = False
    """It may still move: its day is not known to the day."""
    description: str | None = None
    place: str | None = None
    category: str | None = None


def calendar_of(events: Iterable[Marked], *, name: str | None = None, publish: bool = True) -> bytes:
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
        calendar.add("x-wr-calname", _line(name, MOST))
    listed = list(events)
    if any(event.time for event in listed):
        calendar.add("x-wr-timezone", "Europe/London")
        calendar.add_component(_london())
    for event in listed:
        calendar.add_component(_event(event))
    written: bytes = calendar.to_ical()
    return written


def uid(kind: str, ref: str, mark: str) -> str:
    """The UID of a thing in a database: `mark` tells this database's events from another's. It never changes."""
    return f"{ref}.{kind}@{mark + '.' if mark else ''}matters-arising"


def _event(marked: Marked) -> Event:
    event = Event()
    event.add("uid", marked.uid)
    event.add("dtstamp", _second(marked.stamp))
    event.add("last-modified", _second(marked.stamp))
    event.add("sequence", marked.sequence)
    event.add("summary", _line(marked.summary, MOST))
    if marked.time:
        event.add("dtstart", datetime.combine(marked.first, time.fromisoformat(marked.time), LONDON))
    else:
        event.add("dtstart", marked.first)
        event.add("dtend", (marked.last or marked.first) + timedelta(days=1))
    if marked.description:
        event.add("description", _lines(marked.description, MOST * 10))
    if marked.place:
        event.add("location", _line(marked.place, MOST))
    if marked.category:
        event.add("categories", [_line(marked.category, MOST)])
    event.add("status", "CANCELLED" if marked.cancelled else "TENTATIVE" if marked.tentative else "CONFIRMED")
    event.add("transp", "OPAQUE" if marked.time and not marked.cancelled else "TRANSPARENT")
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


def _second(instant: datetime) -> datetime:
    return instant.replace(microsecond=0)


def _line(text: str, most: int) -> str:
    said = " ".join(safe(text[: most * 4]).split())
    return said if len(said) <= most else f"{said[: most - 1]}…"


def _lines(text: str, most: int) -> str:
    said = safe(text[: most * 4], lines=True).strip()
    return said if len(said) <= most else f"{said[: most - 1]}…"
