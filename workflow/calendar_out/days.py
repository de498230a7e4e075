"""A day in somebody's calendar, before it is written in any form."""

from datetime import date, datetime

import msgspec


class CalendarDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day in a calendar, or several. `time` is London's, `14:00`; without one it is the whole day.

    `changed` is the aware instant of the last entry about it, and `sequence` grows with every change, so that a
    calendar that has it takes over what is new.
    """

    uid: str
    """Its name, which never changes."""
    kind: str
    """meeting, due, window or in_force."""
    summary: str
    first: date
    last: date
    changed: datetime
    sequence: int = 0
    time: str | None = None
    place: str | None = None
    description: str | None = None
    cancelled: bool = False
    """It was cancelled or has ended: calendars that have it drop it."""
    tentative: bool = False
    """It may still move."""
    report: str | None = None
    meeting: str | None = None


def uid(kind: str, ref: str, sign: str) -> str:
    """The name of a day in calendars: of what kind, about what, in which database. It never changes."""
    return f"{ref}.{kind}@{sign + '.' if sign else ''}matters-arising"
