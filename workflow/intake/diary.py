"""Meetings and bodies as papers list them, entered once: all papers of a meeting are of one.

The same meeting is that of a body with one reference, or on one day. Minutes prove that it was held.
"""

from db.tx import Tx
from states.days import On
from states.errors import Refused
from workflow.desk import Desk
from workflow.evened import evened
from workflow.importers.reading import Document, Meeting
from workflow.intake.doubts import Doubt
from workflow.intake.library import Library
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.regrouping import regroup
from workflow.intake.sittings import look_again, met, time_in
from workflow.records import meetings


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
    did = None
    if known is None:
        now = met([meeting], desk.today)
        try:
            known = meetings.add(
                desk, its.ref, On.day(now.day) if now.day else On(), time=time_in(now.time), venue=now.venue,
                reference=now.reference, status=now.status, why=FROM_A_PAPER, tx=tx,
            )  # fmt: skip
        except Refused:  # another one of that body is there on that day, with a reference of its own
            return None, []
        did = "meeting"
    had = next(iter(tx.find("finding", document=number, kind="meeting", place=place)), None)
    tx.put(
        "finding", {**values, "meeting": known}, ref=had["ref"] if had else None, who=desk.who, now=desk.now(),
        why=FROM_A_PAPER,
    )  # fmt: skip
    row = tx.get("meeting", known)
    if meeting.moved_from or (row is not None and row["moved_from"]):
        days = [day for day in (meeting.date, meeting.moved_from) if day]
        regroup(desk, tx, names, library, its.ref, days)
    changed, doubts = look_again(desk, tx, library, known, number)
    return did or ("meeting changed" if changed else None), doubts


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
    return _was_to_be(tx, body, meeting)


def _was_to_be(tx: Tx, body: int, meeting: Meeting) -> int | None:
    """The meeting that other papers have on that day, although it was moved to another."""
    if meeting.date is None:
        return None
    for row in tx.find("meeting", body=body, moved_from=meeting.date, gone=False):
        if not (meeting.reference and row["reference"] and row["reference"] != meeting.reference):
            return int(row["ref"])
    for row in tx.find("finding", kind="meeting", gone=None, body=evened(meeting.body)[:300], day=meeting.date):
        other = row["reference"]
        if row["meeting"] and not (meeting.reference and other and other != meeting.reference):
            return int(row["meeting"])
    return None
