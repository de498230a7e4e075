"""The schedule of reminders: one row a clock says when who is asked, before the day and after it.

To change what is usual, change a row of `SCHEDULE`; a council's settings may change a row for itself (`with_figures`).
A stage is one asking: `before-28`, `late-1`, `window`, `in-force`, `chase`. `states.reminders` says which one is
wanted on a day. Nothing goes on a Saturday, a Sunday, a bank holiday or a day on which the council is closed: what
falls there goes on the next working day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from states.errors import BadInput
from states.words import WINDOWS, Clock
from states.working_days import Calendar


class Whom(StrEnum):
    """Who is asked."""

    OWES = "owes"
    """Who holds the post that owes it."""
    LEAD_OFFICER = "lead_officer"
    CO_ORDINATOR = "co_ordinator"
    DIRECTOR = "director"
    MEMBER = "cabinet_member"
    """The Cabinet Member, to whom the chair writes."""


class Row(msgspec.Struct, frozen=True):
    """When one clock asks. Figures stand from the earliest asking to the latest."""

    clock: Clock
    says: str
    """The row in words."""
    before: tuple[int, ...] = ()
    """Days before the day that counts."""
    before_working: tuple[int, ...] = ()
    """Working days before it."""
    before_deadline: tuple[int, ...] = ()
    """Working days before the report deadline of the meeting on that day; without a meeting, before the day itself."""
    overdue_every: int = 14
    """Days from one asking about something late to the next; the first is the next working day after."""
    escalates: bool = False
    """Whether it is taken further, by drafts that a person releases, once it stands on the tracker."""
    after: int = 10
    """Working days after it was asked for, where it has no day of its own and nobody said when to chase it."""
    to: Whom = Whom.OWES


class Stage(msgspec.Struct, frozen=True):
    """One asking: the working day it goes on, and for how long it makes sense.

    `until` is the last day on which it says what is so (None: it stays so until it is answered). `latest` is the last
    day on which it is in time: what can wait for the week's digest waits no longer than that.
    """

    name: str
    day: date
    latest: date
    until: date | None = None
    to: Whom = Whom.OWES

    @property
    def stays(self) -> bool:
        """Whether it stays so until it is answered, so that it is asked however late that becomes known."""
        return self.until is None


_TO_THE_DESK = Whom.CO_ORDINATOR
SCHEDULE: Mapping[Clock, Row] = {
    row.clock: row
    for row in (
        Row(Clock.EXECUTIVE_RESPONSE, "to the lead officer and the clerk of the body that answers",
            (28, 14, 5), escalates=True),
        Row(Clock.PARTNER_RESPONSE, "to the co-ordinator: partners are never written to by a machine", (14, 3),
            to=_TO_THE_DESK, escalates=True),
        Row(Clock.AGENDA_PUBLICATION, "two working days before the last lawful day", before_working=(2,)),
        Row(Clock.KEY_DECISION_NOTICE, "a working week before the last lawful day, and two working days",
            before_working=(5, 2)),
        Row(Clock.GENERAL_EXCEPTION, "two working days before the last lawful day", before_working=(2,)),
        Row(Clock.PRIVATE_MEETING_NOTICE, "a working week before the last lawful day, and two working days",
            before_working=(5, 2)),
        Row(Clock.PRIVATE_MEETING_FURTHER_NOTICE, "two working days before the last lawful day", before_working=(2,)),
        Row(Clock.REPORT_DEADLINE, "ten working days before, and two", before_working=(10, 2)),
        Row(Clock.CALL_IN_WINDOW, "the working day before it closes, to the co-ordinator only; then to the lead "
            "officer, that the decision is in force", before_working=(1,), to=_TO_THE_DESK),
        Row(Clock.CALL_IN_HEARING, "three working days before, to the co-ordinator", before_working=(3,),
            overdue_every=7, to=_TO_THE_DESK),
        Row(Clock.RECONSIDERATION, "three working days before", before_working=(3,), overdue_every=7),
        Row(Clock.AWAITING_PUBLICATION, "two working days after the decision", before_working=(2,), overdue_every=7,
            after=2),
        Row(Clock.CONSULTATION_CLOSE, "a week before it closes; after that, what came of it", (7,)),
        Row(Clock.ACTION_DUE, "four weeks before, and one", (28, 7), escalates=True),
        Row(Clock.UPDATE_DUE, "six weeks before, and ten and two working days before the report deadline", (42,),
            before_deadline=(10, 2), escalates=True),
        Row(Clock.PROMISE, "two weeks before, and five days", (14, 5), escalates=True),
    )
}  # fmt: skip
"""What is usual, clock by clock, in the order of the year's work."""

CHASE_EVERY = 28
"""Days from one asking after something without a day to the next."""

ESCALATE_EVERY = 14
"""Days from one draft that takes a late thing further to the next: to the officer, to the director, from the chair."""

FRESH = 28
"""Days for which it is news that a decision is in force."""

_DAY = timedelta(1)
_LADDER = (Whom.OWES, Whom.DIRECTOR, Whom.MEMBER)


def with_figures(
    clock: Clock,
    *,
    before: tuple[int, ...] | None = None,
    before_deadline: tuple[int, ...] | None = None,
    overdue_every: int | None = None,
    after: int | None = None,
) -> Row:
    """A clock's row with a council's own figures; None is as usual. `before` stands instead of working days too."""
    row = SCHEDULE[clock]
    if before is not None:
        row = replace(row, before=before, before_working=())
    if before_deadline is not None:
        row = replace(row, before_deadline=before_deadline)
    return replace(row, overdue_every=overdue_every or row.overdue_every, after=after or row.after)


def can_go(calendar: Calendar, day: date) -> bool:
    """Whether letters go on a day: a working day in law, and none on which the council is closed."""
    try:
        return calendar.working(day, own=False) and calendar.working(day)
    except BadInput:  # a year of which no bank holidays are known
        return day.weekday() < 5


def first_day(calendar: Calendar, day: date) -> date:
    """The first day on which letters go, that day or later."""
    while not can_go(calendar, day):
        day += _DAY
    return day


def next_day(calendar: Calendar, day: date) -> date:
    """The first day on which letters go after a day."""
    return first_day(calendar, day + _DAY)


@lru_cache(maxsize=8192)
def stages(
    row: Row, due: date, calendar: Calendar, overdue_max: int = 2, deadline: date | None = None
) -> tuple[Stage, ...]:
    """The askings about something owed by a day, in order; `deadline` is the report deadline of its meeting.

    After `overdue_max` about the same late thing there is no more: it stands on the tracker, not in the inbox.
    """
    if row.clock in WINDOWS:
        return _of_a_window(row, due, calendar)
    goal = deadline or due
    found = [
        *((f"before-{n}", due - timedelta(n), due) for n in row.before),
        *((f"working-{n}", _working_before(calendar, due, n), due) for n in row.before_working),
        *((f"deadline-{n}", _working_before(calendar, goal, n), goal) for n in row.before_deadline),
    ]
    ahead = sorted((first_day(calendar, day), order, name, end) for order, (name, day, end) in enumerate(found))
    ahead = [stage for stage in ahead if stage[0] <= due]
    following = [*(day for day, *_ in ahead[1:]), due][: len(ahead)]
    before = [
        Stage(name, day, max(day, min(then, end) - _DAY), due, row.to)
        for (day, _, name, end), then in zip(ahead, following, strict=True)
    ]
    first = next_day(calendar, due)
    return (*before, *_repeated("late", first, row.overdue_every, overdue_max, calendar, row.to))


def escalations(row: Row, due: date, calendar: Calendar) -> tuple[Stage, ...]:
    """The drafts that take something late further, from the second asking on; a person releases each, or does not."""
    if not row.escalates:
        return ()
    second = next_day(calendar, due) + timedelta(row.overdue_every)
    days = [first_day(calendar, second + timedelta(ESCALATE_EVERY * n)) for n in range(len(_LADDER))]
    return tuple(
        Stage(f"escalate-{n}", day, day, None, to) for n, (day, to) in enumerate(zip(days, _LADDER, strict=True), 1)
    )


def chases(
    row: Row, chase_on: date | None, opened_on: date, calendar: Calendar, overdue_max: int = 2
) -> tuple[Stage, ...]:
    """The askings after something without a day: when somebody said, else so many working days after it was asked."""
    first = chase_on or _working_after(calendar, opened_on, row.after)
    to = row.to if row.clock is Clock.AWAITING_PUBLICATION else Whom.CO_ORDINATOR
    return _repeated("chase", first_day(calendar, first), CHASE_EVERY, max(overdue_max, 1), calendar, to)


def _of_a_window(row: Row, last_day: date, calendar: Calendar) -> tuple[Stage, ...]:
    """A window is never late: before it closes the co-ordinator is told, afterwards the lead officer."""
    told = [
        Stage("window", day, day, last_day, row.to)
        for n in row.before_working or row.before[-1:]
        if (day := first_day(calendar, _working_before(calendar, last_day, n))) <= last_day
    ]
    since = next_day(calendar, last_day)
    return (*told[-1:], Stage("in-force", since, since, since + timedelta(FRESH), Whom.LEAD_OFFICER))


def _repeated(word: str, first: date, every: int, most: int, calendar: Calendar, to: Whom) -> tuple[Stage, ...]:
    """The first asking, which does not wait, and those after it, which wait for the digest until the next is due."""
    days = [first_day(calendar, first + timedelta(every * n)) for n in range(most)]
    return tuple(
        Stage(f"{word}-{n}", day, day if n == 1 else max(day, day + timedelta(every - 1)), None, to)
        for n, day in enumerate(days, 1)
    )


def _working_before(calendar: Calendar, day: date, n: int) -> date:
    try:
        return calendar.before_working(day, n)[0]
    except BadInput:
        return day - timedelta(n)


def _working_after(calendar: Calendar, day: date, n: int) -> date:
    try:
        return calendar.add_working(day, n)[0]
    except BadInput:
        return day + timedelta(n)


def digest_day(calendar: Calendar, weekdays: frozenset[int], day: date) -> bool:
    """Whether a digest goes on a day: a chosen weekday (Monday 0), or the first working day after one that was none."""
    if not can_go(calendar, day):
        return False
    chosen = day
    while chosen.weekday() not in weekdays:
        chosen -= _DAY
        if can_go(calendar, chosen):
            return False
    return True


def next_digest_day(calendar: Calendar, weekdays: frozenset[int], day: date) -> date:
    """The first day after a day on which a digest goes."""
    day += _DAY
    while not digest_day(calendar, weekdays, day):
        day += _DAY
    return day


def cannot_wait(stage: Stage, day: date, next_digest: date) -> bool:
    """Whether a stage that has come goes by itself on a day, because the next digest would be too late for it."""
    return stage.day <= day and next_digest > stage.latest
