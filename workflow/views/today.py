"""What is on the desk today: what is late, what falls due this week, windows open, what has no date; and the numbers.

The lists are cut to what one person reads; each comes with how many there are. The trend reads far more rows than the
rest, so it is a question of its own, asked after the lists are shown.
"""

from datetime import date, timedelta

import msgspec

from db import queries, rows
from states.words import State
from workflow.views.lists import overdue, promises
from workflow.views.look import Look
from workflow.views.records import Owed, Promised

SHOWN = 40
"""How many of each list are read out."""

WEEK = 7
"""The days that “this week” looks ahead."""

MONTHS = 12
"""The months a trend looks back."""


class Desktop(msgspec.Struct, frozen=True):
    """What is on the desk on a day. Each list has at most `SHOWN` rows; the number beside it counts all."""

    day: date
    late: tuple[Owed, ...]
    late_many: int
    soon: tuple[Owed, ...]
    soon_many: int
    windows: tuple[Owed, ...]
    windows_many: int
    undated: tuple[Promised, ...]
    undated_many: int
    states: tuple[tuple[str, int], ...]

    @property
    def empty(self) -> bool:
        """Whether there is no report at all."""
        return not any(many for _, many in self.states)


class Trend(msgspec.Struct, frozen=True):
    """How things go: how much was late at the end of each of twelve months, and which answers came in time.

    `late` ends with the day looked at; `answers` counts those that fell due in the twelve months and `in_time` those
    among them that were given by their day.
    """

    months: tuple[date, ...]
    late: tuple[int, ...]
    answers: int
    in_time: int

    @property
    def share(self) -> int | None:
        """The answers given in time, in per cent; None where none fell due."""
        return round(100 * self.in_time / self.answers) if self.answers else None


def desktop(look: Look, *, shown: int = SHOWN) -> Desktop:
    """What is on the desk on the day looked at."""
    until = look.day + timedelta(days=WEEK)
    counted = {row.what: row.many for row in look.tx.all(queries.ON_THE_DESK, day=look.day, until=until)}
    states = {row.what: row.many for row in look.tx.all(queries.STATES)}
    return Desktop(
        look.day,
        tuple(overdue(look, limit=shown)), counted["late"],
        tuple(_owed(row, look.day) for row in look.tx.all(
            queries.OWED_SOON, limit=shown, from_day=look.day, to_day=until)), counted["soon"],
        tuple(windows(look, limit=shown)), counted["windows"],
        tuple(promises(look, limit=shown)), counted["undated"],
        tuple((state.value, states.get(state.value, 0)) for state in State),
    )  # fmt: skip


def windows(look: Look, *, limit: int | None = None) -> list[Owed]:
    """The call-in windows that are open on the day, the first to close first."""
    return [_owed(row, look.day) for row in look.tx.all(queries.WINDOWS_OPEN, limit=limit, day=look.day)]


def trend(look: Look) -> Trend:
    """How much was late at the ends of the last months, and how many answers came in time."""
    ends = _month_ends(look.day)
    found = look.tx.one(queries.LATE_AT, **{f"m{i}": end for i, end in enumerate(ends, 1)})
    late = [number or 0 for number in found] if found else [0] * len(ends)
    now = look.tx.one(queries.OVERDUE_COUNT, day=look.day)
    year_ago = ends[0]
    answers = {row.what: row.many for row in look.tx.all(queries.ANSWERED, from_day=year_ago, to_day=look.day)}
    return Trend(
        (*ends, look.day), (*late, now.many if now else 0),
        sum(answers.values()), answers.get("in_time", 0),
    )  # fmt: skip


class Spent(msgspec.Struct, frozen=True):
    """How long reports stay in a state: half of them so many days or fewer; `many` is how many stays were counted."""

    state: str
    days: int
    many: int


def spent(look: Look) -> tuple[Spent, ...]:
    """How long the reports of the last twelve months stayed in each state they have left again."""
    stays: dict[str, list[int]] = {}
    report, state, since = 0, "", None
    for row in look.tx.each(queries.STAYS, day=look.day - timedelta(days=365)):
        if row.report == report and row.state == state:
            continue
        on = _day(row.on_last)
        if row.report == report and since is not None and on is not None:
            stays.setdefault(state, []).append(max(0, (on - since).days))
        report, state, since = row.report, row.state, on
    return tuple(Spent(state.value, _middle(stays[state]), len(stays[state])) for state in State if stays.get(state))


def _middle(days: list[int]) -> int:
    """The middle one of some numbers, or between the two in the middle."""
    days.sort()
    half = len(days) // 2
    return (days[half] + days[~half]) // 2


def _month_ends(day: date) -> list[date]:
    """The last days of the eleven months before the one a day is in, the earliest first."""
    ends: list[date] = []
    end = day.replace(day=1) - timedelta(days=1)
    while len(ends) < MONTHS - 1:
        ends.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def _owed(row: rows.Owed, day: date) -> Owed:
    return Owed(
        f"R{row.report}", row.title, row.clock, row.body, row.owner, _day(row.due), _day(row.agreed),
        (day - date.fromisoformat(row.counts)).days, row.recommendation, row.exempt, row.follow_up, row.note,
    )  # fmt: skip


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
