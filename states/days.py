"""Days as people know them: a day, a span such as March 2017, or not known.

A `date` is a day; an instant is an aware UTC `datetime`; what people see is Europe/London.
"""

from datetime import UTC, date, datetime

import msgspec

from states.london import london_day

__all__ = ["On", "instant_from", "instant_text", "london_day", "said_day", "said_long"]


class On(msgspec.Struct, frozen=True, omit_defaults=True):
    """When something happened: `first` and `last` day it can have been; a day when they are equal.

    `On()` is not known at all. `On(None, day)` is not known, but no later than that day.
    """

    first: date | None = None
    last: date | None = None

    @classmethod
    def day(cls, day: date) -> "On":
        """Exactly that day."""
        return cls(day, day)

    @property
    def exact(self) -> date | None:
        """The day, when it is known to the day; else None."""
        return self.first if self.first is not None and self.first == self.last else None

    def __str__(self) -> str:
        if self.exact:
            return said_day(self.exact)
        if self.first and self.last:
            if self.first.day == 1 and (self.first.year, self.first.month) == (self.last.year, self.last.month):
                return f"{self.first:%B %Y}"
            return f"{said_day(self.first)} to {said_day(self.last)}"
        return f"by {said_day(self.last)}" if self.last else "day not known"


def said_day(day: date) -> str:
    """A day as people write it: `6 May 2017`."""
    return f"{day.day} {day:%b %Y}"


def said_long(day: date) -> str:
    """A day with its weekday: `Saturday 6 May 2017`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def instant_text(instant: datetime) -> str:
    """An aware instant as the journal writes it: ISO UTC in microseconds, `2026-11-22T00:34:22.000001Z`."""
    utc = instant if instant.tzinfo is UTC else instant.astimezone(UTC)
    return f"{utc.isoformat(timespec='microseconds')[:26]}Z"


def instant_from(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)
