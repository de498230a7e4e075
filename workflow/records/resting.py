"""What rests on a meeting: the reports listed at it, those whose follow-ups wait for it, and the dates that move."""

from datetime import date

import msgspec

from db import queries_records
from db.query import like
from db.tx import Tx
from states.acts import AmendAct, MeetingAct, MoveAct
from states.case import Case
from states.days import On
from states.facts import Sitting
from states.words import Clock
from workflow.desk import Desk
from workflow.engine import Moved, act_on
from workflow.lookups import told_as


class Shifted(msgspec.Struct, frozen=True):
    """A follow-up whose day moved, or that came or went, because a meeting did."""

    report: int
    title: str
    number: int
    clock: Clock
    owner: str | None
    was: date | None
    now: date | None


class Changed(msgspec.Struct, frozen=True):
    """A meeting as it is now, the dates that moved with it, and the reports that were told."""

    meeting: int
    sitting: Sitting
    dates: tuple[Shifted, ...]
    reports: tuple[int, ...] = ()


def resting(tx: Tx, meeting: int) -> list[int]:
    """The reports that are listed at a meeting, were signed off at it, or have something waiting for it."""
    found = {row.report for row in tx.all(queries_records.AGENDA, meeting=meeting)}
    for row in tx.all(queries_records.MEETING_NAMED, text=like(f'"ref":{meeting}}}')):
        act = msgspec.json.decode(row.body, type=MoveAct | AmendAct)
        if any(
            sitting is not None and sitting.ref == meeting for sitting in (act.facts.meeting, act.facts.until_meeting)
        ):
            found.add(told_as(tx, int(row.record[1:])))
    return sorted(found)


def tell(desk: Desk, tx: Tx, meeting: int, sitting: Sitting, on: On) -> Changed:
    """Enters the meeting as it is now on every report that rests on it."""
    reports = resting(tx, meeting)
    dates: list[Shifted] = []
    for report in reports:
        dates += shifted(act_on(desk, tx, report, MeetingAct(sitting), on=on))
    return Changed(meeting, sitting, tuple(dates), tuple(reports))


def shifted(moved: Moved) -> list[Shifted]:
    """The follow-ups whose day is another one after an act, or that are no longer owed or owed again."""
    was, now = _days(moved.before), _days(moved.after)
    found = []
    for number in sorted(was.keys() | now.keys()):
        if was.get(number) != now.get(number):
            follow_up = moved.after.follow_up(number) or moved.before.follow_up(number)
            if follow_up is not None:
                found.append(
                    Shifted(moved.ref, moved.after.title, number, follow_up.clock, follow_up.owner, was.get(number),
                            now.get(number))
                )  # fmt: skip
    return found


def _days(case: Case) -> dict[int, date | None]:
    return {f.number: f.counts for f in case.follow_ups if f.ended is None}
