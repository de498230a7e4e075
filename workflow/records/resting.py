"""What rests on a meeting: the reports listed at it, those whose follow-ups wait for it, and the dates that move."""

from datetime import date

import msgspec

from db import queries_records
from db.query import like
from db.tx import Tx
from states.acts import AmendAct, MeetingAct, MoveAct
from states.case import Case, decode_case
from states.days import On
from states.facts import Sitting
from states.words import OPEN_STATES, Clock, Move
from workflow.desk import Desk
from workflow.engine import Moved, act_on
from workflow.lookups import told_as


class Shifted(msgspec.Struct, frozen=True):
    """A follow-up whose day moved, or that came or went, because a meeting did. `over`: it is owed no more."""

    report: int
    title: str
    number: int
    clock: Clock
    owner: str | None
    was: date | None
    now: date | None
    over: bool = False


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


class Waiting(msgspec.Struct, frozen=True):
    """A report that waits for a meeting, and how: it is on the agenda, or is to be heard there."""

    report: int
    title: str
    how: str


_HOW = {
    Move.HEAR_AGAIN: "to be heard again there", Move.REOPEN: "to be heard again there",
    Move.DEFER: "put off until then", Move.REFER_TO_COUNCIL: "referred to it",
}  # fmt: skip


def waiting(tx: Tx, meeting: int) -> tuple[Waiting, ...]:
    """The open reports that wait for a meeting; once it is cancelled, each wants another one."""
    found: dict[int, Waiting] = {}
    for line in tx.all(queries_records.AGENDA, meeting=meeting):
        if line.outcome is None and line.state in OPEN_STATES:
            found[line.report] = Waiting(line.report, line.title, "on its agenda")
    for row in tx.all(queries_records.MEETING_NAMED, text=like(f'"ref":{meeting}}}')):
        act = msgspec.json.decode(row.body, type=MoveAct | AmendAct)
        sitting = act.facts.until_meeting
        how = _HOW.get(Move(act.move)) if isinstance(act, MoveAct) else None
        if sitting is None or sitting.ref != meeting or how is None:
            continue
        report = told_as(tx, int(row.record[1:]))
        kept = tx.report(report)
        if kept is None or report in found:
            continue
        case = decode_case(kept.folded)
        entries = {reached.entry for reached in case.reached}
        if case.state in OPEN_STATES and row.entry in entries and any(f.ended is None for f in case.follow_ups):
            found[report] = Waiting(report, case.title, how)
    return tuple(found.values())


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
                            now.get(number), number not in now)
                )  # fmt: skip
    return found


def _days(case: Case) -> dict[int, date | None]:
    return {f.number: f.counts for f in case.follow_ups if f.ended is None}
