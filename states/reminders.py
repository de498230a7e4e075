"""What is wanted on a day, against what was asked already: the whole of planning, and no I/O.

A follow-up is asked about once a stage and day it is due by. Of several stages whose day has come the newest is
wanted, and the older ones are passed over: after a month of silence there is one letter, not four.
"""

from collections.abc import Container
from datetime import date, timedelta

import msgspec

from states.clocks import count
from states.rules import CouncilRules
from states.schedule import Row, Stage
from states.words import Clock


class Wanted(msgspec.Struct, frozen=True):
    """The stage that is to go, and the older ones that will not go any more."""

    stage: Stage
    passed_over: tuple[str, ...] = ()


def wanted(
    stages: tuple[Stage, ...], day: date, asked: Container[str] = (), since: date | None = None
) -> Wanted | None:
    """The newest stage whose day has come, if it still says what is so and was not asked; None: nothing is wanted.

    `asked` are the stages that went out or were passed over. What was to be asked before `since`, the day it was
    opened, is not asked for afterwards; what is late is asked about however late that becomes known.
    """
    come = [
        stage for stage in stages
        if stage.day <= day and (stage.stays or since is None or stage.day >= since)
    ]  # fmt: skip
    said = [stage for stage in come if stage.until is None or day <= stage.until]
    if not said or said[-1].name in asked:
        return None
    newest = said[-1]
    older = tuple(stage.name for stage in come if stage is not newest and stage.name not in asked)
    return Wanted(newest, older)


def report_deadline(meeting: date, rules: CouncilRules) -> date:
    """The last day for a report to a meeting, as its own clock counts it: back from the agenda's last lawful day."""
    calendar = rules.calendar()
    agenda = count(Clock.AGENDA_PUBLICATION, meeting, calendar, rules, before=True).last_day
    return count(Clock.REPORT_DEADLINE, agenda, calendar, rules, before=True).last_day


def reach(row: Row, day: date, deadline_days: int = 5) -> date:
    """The latest day something may be owed by for one of its stages to have come on `day`; rather too late than not.

    Working days are taken at their longest, with Christmas and Easter among them.
    """
    furthest = max(
        max(row.before, default=0),
        *(_calendar_days(n) for n in (*row.before_working, 0)),
        *(_calendar_days(n + 6 + deadline_days) for n in row.before_deadline),
    )
    return day + timedelta(furthest)


def _calendar_days(working: int) -> int:
    """Days that surely hold so many working days, whatever holidays and closures there are: two for one, and a month.

    The month is for what closes a council longest.
    """
    return working * 2 + 31 if working else 0
