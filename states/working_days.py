"""Working days: which days count, which are passed over and why, and counting them forwards and back.

Two calendars in one. The *statutory* one (`own=False`) passes over Saturdays, Sundays and England's bank holidays.
The council's *own* one (`own=True`) passes over its closure days too, and counts Saturdays where the council says so.
Bank holidays are those of `states.bank_holidays`, with the council's corrections by hand on top.

Three ways of counting days meet here. A *working* day is one that is not passed over. A *clear* day excludes the day
of the event at either end: five clear days between issue and meeting means five whole days with neither of them.
A *calendar* day is any day. The counting is done on one sorted page of days for each year, found by bisection.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from states.bank_holidays import bank_holidays
from states.errors import BadInput

Skipped = tuple[tuple[date, str], ...]
"""Days passed over in a count, earliest first, each with its reason in words."""


class Calendar(msgspec.Struct, frozen=True, cache_hash=True):
    """Which days count for one council. Two equal calendars are the same key in every cache."""

    closures: frozenset[date] = frozenset()
    """Days the council is closed by its own choice; they touch its own clocks only."""
    saturdays: bool = False
    """Whether a Saturday is a working day for the council's own clocks."""
    extra_holidays: tuple[tuple[date, str], ...] = ()
    """Bank holidays added by hand, each a day and its name, for all clocks (one proclaimed since the last release)."""
    not_holidays: frozenset[date] = frozenset()
    """Days that are working days although the package calls them bank holidays, for all clocks."""

    def why_skipped(self, day: date, own: bool = True) -> str | None:
        """Why a day does not count, or None when it does.

        `own=True` asks for the council's own clocks, `own=False` for the statutory ones. The words are `Saturday`,
        `Sunday`, `bank holiday: Good Friday` or `closed: council closure`; a weekend is named before a holiday on it.
        BadInput for a year outside 1974 to 2100.
        """
        return _page(self, own, day.year).why.get(day)

    def working(self, day: date, own: bool = True) -> bool:
        """Whether a day counts as a working day, for the council's own clocks (`own`) or the statutory ones."""
        return day not in _page(self, own, day.year).why

    def previous_working_day(self, day: date, own: bool = True) -> date:
        """The last working day before `day`, never `day` itself."""
        return self.before_working(day, 1, own)[0]

    def next_working_day(self, day: date, own: bool = True) -> date:
        """The first working day after `day`, never `day` itself."""
        return self.add_working(day, 1, own)[0]

    def practical(self, day: date, own: bool = True) -> date:
        """The day itself when it is a working day, else the working day before: when people must be done."""
        return day if self.working(day, own) else self.previous_working_day(day, own)

    def add_working(self, start: date, n: int, own: bool = True) -> tuple[date, Skipped]:
        """The n-th working day after `start`, which is not counted, and the days passed over on the way.

        As a period of n clear working days, that day is its last, and what waits for it may happen the day after.
        With n = 0 it is `start` itself, working day or not. BadInput when n is negative or the years run out.
        """
        if n <= 0:
            return _no_days(start, n)
        page = _page(self, own, start.year)
        at = bisect_right(page.working, start) + n - 1
        while at >= len(page.working):
            at -= len(page.working)
            page = _page(self, own, page.year + 1)
        last = page.working[at]
        return last, self._shut(start, last, own)

    def before_working(self, day: date, n: int, own: bool = True) -> tuple[date, Skipped]:
        """The n-th working day before `day`, which is not counted, and the days passed over on the way.

        To leave n *clear* working days between the two, go back n + 1. With n = 0 it is `day` itself.
        BadInput when n is negative or the years run out.
        """
        if n <= 0:
            return _no_days(day, n)
        page = _page(self, own, day.year)
        at = bisect_left(page.working, day) - n
        while at < 0:
            page = _page(self, own, page.year - 1)
            at += len(page.working)
        first = page.working[at]
        return first, self._shut(first, day, own)

    def _shut(self, after: date, before: date, own: bool) -> Skipped:
        """The days passed over strictly between two days."""
        page = _page(self, own, after.year)
        low = bisect_right(page.shut, (after, "\U0010ffff"))
        if after.year == before.year:
            return page.shut[low : bisect_left(page.shut, (before, ""), low)]
        shut = page.shut[low:]
        for year in range(after.year + 1, before.year):
            shut += _page(self, own, year).shut
        page = _page(self, own, before.year)
        return shut + page.shut[: bisect_left(page.shut, (before, ""))]


class _Page(msgspec.Struct, frozen=True):
    """One year of one calendar: its working days, and the days passed over, both in order."""

    year: int
    working: tuple[date, ...]
    shut: Skipped
    why: dict[date, str]


@lru_cache(maxsize=2048)
def _page(calendar: Calendar, own: bool, year: int) -> _Page:
    """The page of one year, made when it is first asked for."""
    names = {day: f"bank holiday: {name}" for day, name in bank_holidays(year).items()}
    names |= {day: f"bank holiday: {name}" for day, name in calendar.extra_holidays if day.year == year}
    why: dict[date, str] = {}
    working: list[date] = []
    first = date(year, 1, 1)
    for step in range((date(year, 12, 31) - first).days + 1):
        day = first + timedelta(days=step)
        if day.weekday() == 6:
            why[day] = "Sunday"
        elif day.weekday() == 5 and not (own and calendar.saturdays):
            why[day] = "Saturday"
        elif day in names and day not in calendar.not_holidays:
            why[day] = names[day]
        elif own and day in calendar.closures:
            why[day] = "closed: council closure"
        else:
            working.append(day)
    return _Page(year, tuple(working), tuple(why.items()), why)


def months_after(day: date, months: int) -> date:
    """The corresponding day so many calendar months later (earlier if negative), or that month's last day.

    31 August plus six months is 28 or 29 February. BadInput when the result is no year between 1 and 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise BadInput(f"{months} months from {day.isoformat()} is outside the calendar.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _no_days(day: date, n: int) -> tuple[date, Skipped]:
    """A count of no days ends where it starts; fewer than none is refused."""
    if n < 0:
        raise BadInput(f"A number of days cannot be negative: {n}.")
    return day, ()
