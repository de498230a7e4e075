"""Agendas: a report is listed at a meeting, moved from one meeting to another, or begun there from a topic."""

from db import queries_records
from db.tx import Tx
from states.days import On
from states.errors import NotFound, Refused
from states.facts import Facts
from states.words import MeetingStatus, Move
from workflow.corrections import amend_in
from workflow.desk import Desk
from workflow.engine import Moved, move_in
from workflow.lookups import Lookup
from workflow.records import topics


def take(
    desk: Desk, meeting: int, report: int, *, item: str | None = None, expected: int | None = None, tx: Tx | None = None
) -> Moved:
    """Lists a report at a meeting; at one whose day is over, on a day not known, no later than that.

    Refused when it is on that agenda already.
    """
    with desk.writing(tx) as tx:
        sitting = Lookup(tx).sitting(f"M{meeting}")
        if any(line.report == report for line in tx.all(queries_records.AGENDA, meeting=meeting)):
            raise Refused(f"R{report}", "list", (f"It is on that agenda already ({sitting}).",))
        facts = Facts(meeting=sitting, item_number=item)
        day = sitting.on.last
        on = On(None, day) if day is not None and day < desk.today else None
        return move_in(desk, tx, report, Move.LIST, facts, on=on, expected=expected)


def take_topic(desk: Desk, meeting: int, topic: int) -> Moved:
    """Begins a report from a topic and lists it at a meeting, in one go."""
    with desk.writing() as tx:
        begun = topics.begin(desk, topic=topic, tx=tx)
        return take(desk, meeting, begun.ref, tx=tx)


def move(desk: Desk, report: int, meeting: int, to: int, *, why: str | None = None) -> Moved:
    """Moves a report from one meeting's agenda to another's; the dates that rest on the meeting move with it.

    From a meeting that was held or cancelled it is listed again: that it stood on that agenda remains.
    """
    with desk.writing() as tx:
        was, now = Lookup(tx).sitting(f"M{meeting}"), Lookup(tx).sitting(f"M{to}")
        lines = [line for line in tx.all(queries_records.AGENDA, meeting=meeting) if line.report == report]
        if not lines:
            raise NotFound(f"R{report} is not on the agenda of M{meeting} ({was}).")
        if now.status not in {MeetingStatus.SCHEDULED, MeetingStatus.ADJOURNED}:
            raise Refused(f"R{report}", "move", (f"The meeting ({now}) is {now.status}; it takes nothing more.",))
        if any(line.report == report for line in tx.all(queries_records.AGENDA, meeting=to)):
            raise Refused(f"R{report}", "move", (f"It is on that agenda already ({now}).",))
        waiting = [line for line in lines if line.outcome is None]
        if not waiting or was.status in {MeetingStatus.HELD, MeetingStatus.CANCELLED}:
            return take(desk, to, report, tx=tx)
        reason = why or f"moved from {was} to {now}"
        return amend_in(desk, tx, report, Facts(meeting=now), why=reason, entry=waiting[-1].entry)
