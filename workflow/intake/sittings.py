"""A meeting on record, brought to what all papers tell of it: held, cancelled, moved; and what they do not agree on."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from db.tx import Tx
from states.acts import Entry, MoveAct
from states.errors import BadInput, Refused
from states.sharing import told
from states.standing import standing
from states.words import MeetingStatus, Move
from workflow.desk import Desk
from workflow.importers.reading import Meeting
from workflow.intake.doubts import Doubt, meeting_doubt, raise_doubts
from workflow.intake.library import Library
from workflow.intake.names import FROM_A_PAPER, touched
from workflow.records import meetings
from workflow.records.resting import resting
from workflow.records.words import time_of_day


class Met(msgspec.Struct, frozen=True):
    """One meeting as papers tell it; `odd` are the sentences on what they do not agree on, each with its name."""

    day: date | None
    status: MeetingStatus
    moved_from: date | None
    reference: str | None
    time: str | None
    venue: str | None
    odd: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def look_again(desk: Desk, tx: Tx, library: Library, meeting: int, paper: int | None) -> tuple[bool, list[Doubt]]:
    """Brings a meeting to what papers tell; whether anything changed, and what they do not agree on since just now."""
    papers = told_of(tx, library, meeting)
    row = tx.get("meeting", meeting)
    if not papers or row is None:
        return False, []
    now = met(papers, desk.today, happened=happened_at(tx, meeting), on=happened_on(tx, meeting))
    changed = bring(desk, tx, meeting, now)
    doubts = [meeting_doubt(meeting, name, what, values) for name, what, values in now.odd]
    return changed, raise_doubts(desk, tx, paper, None, doubts, meeting=meeting)


def time_in(text: str | None) -> str | None:
    """A time of day as a paper prints it; None when it is none."""
    try:
        return time_of_day(text)
    except BadInput:
        return None


def told_of(tx: Tx, library: Library, meeting: int) -> list[Meeting]:
    """What the papers that were read say of a meeting."""
    found = []
    for row in tx.find("finding", kind="meeting", meeting=meeting, gone=None):
        listed = library.document(int(row["document"])).meetings
        if int(row["place"]) < len(listed):
            found.append(listed[int(row["place"])])
    return found


def met(told: Sequence[Meeting], today: date, *, happened: bool = False, on: Collection[date] = ()) -> Met:
    """One meeting from all that papers say of it: what was held was held, and what was moved is on its later day.

    `happened`: something on a report happened at it, `on` these days.
    """
    held = sorted({m.date for m in told if m.status == "held" and m.date and m.date <= today} | set(on))
    moved = sorted({m.moved_from for m in told if m.moved_from})
    days = sorted({m.date for m in told if m.date})
    standing = [day for day in days if day not in moved] or days
    day = held[0] if held else standing[-1] if standing else None
    cancelled = any(m.status == "cancelled" for m in told)
    sat = bool(held) or (happened and day is not None and day <= today)
    status = MeetingStatus.HELD if sat else MeetingStatus.CANCELLED if cancelled else MeetingStatus.SCHEDULED
    earlier = [d for d in (*moved, *(standing if held else ())) if d != day]
    odd: list[tuple[str, str, tuple[str, ...]]] = []
    if sat and cancelled:
        odd.append(("status", "whether it was held or cancelled", ("held", "cancelled")))
    claimed = sorted({*held, *standing}) if held and not set(held) & set(standing) else held or standing
    if len(claimed) > 1:
        odd.append(("day", "its day", tuple(d.isoformat() for d in claimed)))
    return Met(
        day, status, min(earlier, default=None), _first(m.reference for m in told),
        _first(m.time for m in told), _first(m.venue for m in told), tuple(odd),
    )  # fmt: skip


def unlisted(tx: Tx, meeting: int, today: date) -> Met:
    """A meeting that no paper lists any more: what happened at it, or waits for it, alone tells of it."""
    row = tx.get("meeting", meeting)
    day = date.fromisoformat(row["day"]) if row and row["day"] else None
    sat = day is not None and day <= today and happened_at(tx, meeting)
    return Met(day, MeetingStatus.HELD if sat else MeetingStatus.SCHEDULED, None, None, None, None)


def _first(values: Any) -> str | None:
    return min((value for value in values if value), default=None)


def bring(desk: Desk, tx: Tx, ref: int, now: Met) -> bool:
    """Brings a meeting on record to what papers tell; whether anything changed. What people changed since stays."""
    row = tx.get("meeting", ref)
    if row is None:
        return False
    before = tx.head().entry
    own = touched(tx, ref)
    filled = {"reference": now.reference, "time": time_in(now.time), "venue": now.venue}
    known = {name: v for name, v in filled.items() if (v and not row[name] if own else v != row[name])}
    if known:
        tx.put("meeting", known, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
    status, day = MeetingStatus(row["status"]), date.fromisoformat(row["day"]) if row["day"] else None
    try:
        if own:
            if status is MeetingStatus.SCHEDULED and day in (now.day, now.moved_from):
                _become(desk, tx, ref, now, status, day)
        else:
            if status != now.status or day != now.day:
                _become(desk, tx, ref, now, status, day)
            _moved(desk, tx, ref, now)
    except Refused:
        return tx.head().entry != before
    return tx.head().entry != before


def _moved(desk: Desk, tx: Tx, ref: int, now: Met) -> None:
    """From which day it was moved, as papers tell it now."""
    row = tx.get("meeting", ref)
    wanted = now.moved_from.isoformat() if now.moved_from else None
    if row is not None and row["moved_from"] != wanted:
        tx.put("meeting", {"moved_from": wanted}, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)


def _become(desk: Desk, tx: Tx, ref: int, now: Met, status: MeetingStatus, day: date | None) -> None:
    to_come = status in (MeetingStatus.SCHEDULED, MeetingStatus.ADJOURNED)
    if now.day and now.day != day:
        if to_come:
            meetings.move(desk, ref, now.day, why=FROM_A_PAPER, tx=tx)
        else:
            meetings.put_right(desk, ref, FROM_A_PAPER, day=now.day, tx=tx)
    if now.status is status:
        return
    if now.status is MeetingStatus.HELD and to_come:
        meetings.hold(desk, ref, day=now.day, why=FROM_A_PAPER, tx=tx)
    elif now.status is MeetingStatus.CANCELLED and to_come:
        meetings.cancel(desk, ref, FROM_A_PAPER, tx=tx)
    else:
        meetings.put_right(desk, ref, FROM_A_PAPER, status=now.status, tx=tx)


def happened_at(tx: Tx, meeting: int, *, listed: bool = False) -> bool:
    """Whether something that stands on a report happened at a meeting; with `listed` also what waits for it."""
    return any(True for _ in _at(tx, meeting, listed=listed))


def happened_on(tx: Tx, meeting: int) -> set[date]:
    """The days on which something that stands on a report happened at a meeting."""
    return {entry.on.exact for entry in _at(tx, meeting, listed=False) if entry.on.exact}


def _at(tx: Tx, meeting: int, *, listed: bool) -> Iterator[Entry]:
    for report in resting(tx, meeting):
        for _, entry in standing(told(tx.entries(report))):
            act = entry.act
            if not isinstance(act, MoveAct) or (act.move == Move.LIST and not listed):
                continue
            sittings = (act.facts.meeting, act.facts.until_meeting if listed else None)
            if any(sitting is not None and sitting.ref == meeting for sitting in sittings):
                yield entry
