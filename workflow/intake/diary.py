"""Meetings and bodies as papers list them: entered, held, cancelled, moved; all papers of a meeting are of one.

The same meeting is that of a body with one reference, or on one day. Minutes prove that it was held.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from db.tx import Tx
from states.acts import MoveAct
from states.days import On
from states.errors import BadInput, Refused
from states.sharing import told
from states.standing import standing
from states.words import MeetingStatus, Move
from workflow.desk import Desk
from workflow.evened import evened
from workflow.importers.reading import Document, Meeting
from workflow.intake.doubts import Doubt, meeting_doubt, raise_doubts
from workflow.intake.library import Library
from workflow.intake.names import FROM_A_PAPER, Names
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


def enter_meetings(
    desk: Desk, tx: Tx, names: Names, library: Library, number: int, document: Document
) -> tuple[list[str], list[Doubt]]:
    """Enters the meetings and bodies that a paper lists; what was done, in words, and what papers do not agree on."""
    did: list[str] = []
    odd: list[Doubt] = []
    for listed in document.bodies:
        known = tx.next_ref("body")
        names.body(listed.name)
        if tx.next_ref("body") > known:
            did.append("body")
    for place, meeting in enumerate(document.meetings):
        if meeting.body is None or (meeting.date is None and meeting.reference is None):
            continue
        done, doubts = _enter(desk, tx, names, library, number, place, meeting)
        did += [done] if done else []
        odd += doubts
    return did, odd


def _enter(
    desk: Desk, tx: Tx, names: Names, library: Library, number: int, place: int, meeting: Meeting
) -> tuple[str | None, list[Doubt]]:
    its = names.body(meeting.body or "")
    known = _known(tx, its.ref, meeting)
    values = {
        "document": number, "kind": "meeting", "place": place, "body": evened(meeting.body)[:300],
        "day": meeting.date, "reference": meeting.reference, "gone": None,
    }  # fmt: skip
    papers = [meeting] if known is None else [*told_of(tx, library, known), meeting]
    now = met(papers, desk.today)
    did = None
    if known is None:
        try:
            known = meetings.add(
                desk, its.ref, On.day(now.day) if now.day else On(), time=_time(now.time), venue=now.venue,
                reference=now.reference, status=now.status, why=FROM_A_PAPER, tx=tx,
            )  # fmt: skip
        except Refused:  # another one of that body is there on that day, with a reference of its own
            return None, []
        did = "meeting"
    elif bring(desk, tx, known, now):
        did = "meeting changed"
    had = next(iter(tx.find("finding", document=number, kind="meeting", place=place)), None)
    tx.put(
        "finding", {**values, "meeting": known}, ref=had["ref"] if had else None, who=desk.who, now=desk.now(),
        why=FROM_A_PAPER,
    )  # fmt: skip
    doubts = [meeting_doubt(known, name, what, values) for name, what, values in now.odd]
    return did, raise_doubts(desk, tx, number, None, doubts, meeting=known)


def _time(text: str | None) -> str | None:
    try:
        return time_of_day(text)
    except BadInput:
        return None


def _known(tx: Tx, body: int, meeting: Meeting) -> int | None:
    """The meeting that is there already: by its reference, else by its day, unless that one has another reference."""
    if meeting.reference:
        for row in tx.find("meeting", body=body, reference=meeting.reference, gone=False):
            return int(row["ref"])
    days = [day for day in (meeting.date, meeting.moved_from) if day]
    for day in days:
        for row in tx.find("meeting", body=body, day=day, gone=False):
            if not (meeting.reference and row["reference"] and row["reference"] != meeting.reference):
                return int(row["ref"])
    return None


def told_of(tx: Tx, library: Library, meeting: int) -> list[Meeting]:
    """What the papers that were read say of a meeting."""
    found = []
    for row in tx.find("finding", kind="meeting", meeting=meeting, gone=None):
        listed = library.document(int(row["document"])).meetings
        if int(row["place"]) < len(listed):
            found.append(listed[int(row["place"])])
    return found


def met(told: Sequence[Meeting], today: date) -> Met:
    """One meeting from all that papers say of it: what was held was held, and what was moved is on its later day."""
    held = sorted({m.date for m in told if m.status == "held" and m.date and m.date <= today})
    moved = sorted({m.moved_from for m in told if m.moved_from})
    days = sorted({m.date for m in told if m.date})
    standing = [day for day in days if day not in moved] or days
    day = held[0] if held else standing[-1] if standing else None
    cancelled = any(m.status == "cancelled" for m in told)
    status = MeetingStatus.HELD if held else MeetingStatus.CANCELLED if cancelled else MeetingStatus.SCHEDULED
    odd: list[tuple[str, str, tuple[str, ...]]] = []
    if held and cancelled:
        odd.append(("status", "whether it was held or cancelled", ("held", "cancelled")))
    if len(held) > 1 or (not held and len(standing) > 1):
        odd.append(("day", "its day", tuple(d.isoformat() for d in (held or standing))))
    return Met(
        day, status, next((d for d in moved if d != day), None), _first(m.reference for m in told),
        _first(m.time for m in told), _first(m.venue for m in told), tuple(odd),
    )  # fmt: skip


def _first(values: Any) -> str | None:
    return min((value for value in values if value), default=None)


def bring(desk: Desk, tx: Tx, ref: int, now: Met) -> bool:
    """Brings a meeting on record to what papers tell; whether anything changed. What people changed since stays."""
    row = tx.get("meeting", ref)
    if row is None:
        return False
    before = tx.head().entry
    filled = {"reference": now.reference, "time": _time(now.time), "venue": now.venue}
    blank = {name: value for name, value in filled.items() if value and not row[name]}
    if blank:
        tx.put("meeting", blank, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
    if now.status is not MeetingStatus.HELD and row["status"] == MeetingStatus.HELD and happened_at(tx, ref):
        now = msgspec.structs.replace(now, status=MeetingStatus.HELD)
    status, day = MeetingStatus(row["status"]), date.fromisoformat(row["day"]) if row["day"] else None
    try:
        if touched(tx, ref):
            if status is MeetingStatus.SCHEDULED and day in (now.day, now.moved_from):
                _become(desk, tx, ref, now, status, day)
        elif status != now.status or day != now.day:
            _become(desk, tx, ref, now, status, day)
    except Refused:
        return tx.head().entry != before
    return tx.head().entry != before


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
    for report in resting(tx, meeting):
        for _, entry in standing(told(tx.entries(report))):
            act = entry.act
            if not isinstance(act, MoveAct) or (act.move == Move.LIST and not listed):
                continue
            sittings = (act.facts.meeting, act.facts.until_meeting if listed else None)
            if any(sitting is not None and sitting.ref == meeting for sitting in sittings):
                return True
    return False


def touched(tx: Tx, meeting: int) -> bool:
    """Whether a person entered or changed a meeting."""
    sql = "SELECT body FROM journal WHERE record = :record AND act = 'record'"
    rows = tx.ask(sql, record=f"M{meeting}").fetchall()
    return any(msgspec.json.decode(body).get("why") != FROM_A_PAPER for (body,) in rows)
