"""What of a case stands in which row: each function here says one table's row for one part of a case."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from db.chain import canonical, iso
from db.shaped import CHILDREN
from db.shapes import Shape
from states import case as c
from states.acts import Source
from states.case import Case, encode_case

Row = dict[str, Any]
"""A row as the store is given it: days as ISO text, JSON as text."""


def owed_by(follow_up: c.FollowUp) -> date | None:
    """The day it is owed by: the one agreed, else the rule's; none once ended, suspended, or paused without an end."""
    if follow_up.ended is not None or follow_up.suspended or follow_up.window:
        return None
    counts = follow_up.counts
    if not follow_up.paused or counts is None:
        return counts
    return None if follow_up.paused_until is None else max(counts, follow_up.paused_until)


def statute_by(follow_up: c.FollowUp) -> date | None:
    """The rule's own day while it is owed, where `owed_by` is another: what was agreed or paused does not move it."""
    if follow_up.ended is not None or follow_up.suspended or follow_up.window:
        return None
    return None if follow_up.due == owed_by(follow_up) else follow_up.due


def report_row(ref: int, case: Case, *, entry: int, at: str, version: int) -> Row:
    """The whole row of the report itself."""
    return {
        "ref": ref,
        "version": version,
        "entry": entry,
        "at": at,
        **report_values(case),
        "folded": encode_case(case).decode(),
    }


def report_values(case: Case) -> Row:
    """What a report's row says of its case, beside the case itself."""
    body = case.body
    owed = [day for follow_up in case.follow_ups if (day := owed_by(follow_up)) is not None]
    return {
        "state": None if case.state is None else case.state.value,
        "title": case.title,
        "body": body.name if body else None,
        "body_ref": (body.ref or None) if body else None,
        "reference": case.reference,
        "topic": case.topic,
        "lead_officer": case.lead_officer,
        "portfolio": case.portfolio,
        "key": case.key,
        "exempt": case.exempt,
        "consultation_required": case.consultation_required,
        "origin": case.origin,
        "referring_member": case.referring_member,
        "next_due": iso(min(owed)) if owed else None,
        "first_on": iso(case.first_on),
        "last_on": iso(case.last_on),
        "exact": case.exact,
    }


def _recommendation(case: Case, r: c.Recommendation) -> Row:
    last = r.answers[-1] if r.answers else None
    return {
        "entry": r.entry,
        "text": r.text,
        "text_agreed": r.text_agreed,
        "words": r.words,
        "from_body": r.from_.name,
        "to_body": r.to.name,
        "on_first": iso(r.on.first),
        "on_last": iso(r.on.last),
        "received_on": iso(r.received_on),
        "notice_given_on": iso(r.notice_given_on),
        "response": r.response.value,
        "responded_on": iso(last.on.exact) if last else None,
        "answers": canonical(r.answers),
        "implementation": r.implementation.value,
        "sign_off": r.sign_off.value,
        "signed_on": iso(r.signed_at.on.exact) if r.signed_at else None,
        "sign_minute": r.sign_minute,
        "proposal": r.proposal,
    }


def _follow_up(case: Case, f: c.FollowUp) -> Row:
    return {
        "key": f.key,
        "clock": f.clock.value,
        "entry": f.entry,
        "opened_on": f.opened_on.isoformat(),
        "start": iso(f.start),
        "due": iso(f.due),
        "agreed": iso(f.agreed),
        "owed_by": iso(owed_by(f)),
        "statute_by": iso(statute_by(f)),
        "in_force": iso(f.in_force),
        "note": f.note,
        "body": f.body or (case.body.name if case.body else None),
        "owner": f.owner,
        "recommendation": f.recommendation or None,
        "condition": f.condition,
        "quote": f.quote,
        "chase_on": iso(f.chase_on),
        "quiet": f.quiet,
        "suspended": f.suspended,
        "paused": f.paused,
        "paused_until": iso(f.paused_until),
        "snoozed_until": iso(f.snoozed_until),
        "changes": canonical(f.changes) if f.changes else "[]",
        "ended": None if f.ended is None else f.ended.value,
        "ended_on": iso(f.ended_on),
        "ended_entry": f.ended_entry or None,
        "ended_why": f.ended_why,
    }


def _consultation(case: Case, k: c.Consultation) -> Row:
    return {"entry": k.entry, "opens": iso(k.opens), "closes": iso(k.closes), "outcome": k.outcome, "over": k.over}


def _agenda_item(case: Case, k: c.Listing) -> Row:
    body = k.meeting.body
    return {
        "entry": k.entry,
        "meeting": k.meeting.ref or None,
        "meeting_body": body.name if body else None,
        "meeting_body_kind": body.kind.value if body and body.kind else None,
        "meeting_status": k.meeting.status.value if k.meeting.status else None,
        "on_first": iso(k.meeting.on.first),
        "on_last": iso(k.meeting.on.last),
        "item_number": k.item_number,
        "minute": k.minute,
        "to_follow": k.to_follow,
        "agenda_published_on": iso(k.agenda_published_on),
        "outcome": k.outcome,
    }


def _decision(case: Case, k: c.Decision) -> Row:
    return {
        "entry": k.entry,
        "on_first": iso(k.on.first),
        "on_last": iso(k.on.last),
        "maker": k.maker,
        "maker_kind": k.maker_kind.value,
        "decided": k.decided,
        "key": k.key,
        "callable": k.callable,
        "why_not_callable": k.why_not_callable,
        "waived_by": k.waived_by,
        "published_on": iso(k.published_on),
        "in_force_on": iso(k.in_force_on),
        "final": k.final,
    }


def _call_in(case: Case, k: c.CallIn) -> Row:
    council = k.referred_to_council
    return {
        "entry": k.entry,
        "decision": k.decision,
        "received_on": iso(k.received_on),
        "callers": canonical(k.callers),
        "groups": k.groups,
        "grounds": canonical(k.grounds),
        "ruled": k.ruled.value if k.ruled else None,
        "ruled_by": k.ruled_by,
        "ruled_on": iso(k.ruled_on),
        "referred_back_by": k.referred_back_by,
        "asked": k.asked,
        "to_council": council is not None,
        "to_council_first": iso(council.first) if council else None,
        "to_council_last": iso(council.last) if council else None,
        "reconsidered": k.reconsidered.value if k.reconsidered else None,
        "released_by": k.released_by,
        "outcome": k.outcome.value if k.outcome else None,
        "comments": k.comments,
    }


def _gap(case: Case, k: c.Gap) -> Row:
    return {"entry": k.entry, "name": k.name, "says": k.says, "settled": k.settled}


def _irregularity(case: Case, k: c.Irregularity) -> Row:
    return {"entry": k.entry, "name": k.name, "says": k.says, "why": k.why, "settled": k.settled}


def _link(case: Case, k: c.Earlier) -> Row:
    return {"minute": k.minute, "body": k.body, "earlier": k.report or None, "quote": k.quote, "path": k.path}


def _source(case: Case, k: tuple[int, Source]) -> Row:
    entry, source = k
    return {
        "entry": entry,
        "path": source.path,
        "quote": source.quote,
        "about": source.about,
        "sha256": source.sha256,
    }


def _reached(case: Case, k: c.Reached) -> Row:
    return {
        "entry": k.entry,
        "move": k.move,
        "state": k.state.value,
        "on_first": iso(k.on.first),
        "on_last": iso(k.on.last),
        "took_place": k.took_place.isoformat(),
    }


class Part(NamedTuple):
    """One part of a case and the table its items stand in; items without a number of their own go by position."""

    table: Shape
    name: str
    row: Callable[[Case, Any], Row]
    numbered: bool = False
    asks_body: bool = False

    def items(self, case: Case | None) -> dict[int, Any]:
        """The items of this part, by number."""
        found = () if case is None else getattr(case, self.name)
        return {item.number: item for item in found} if self.numbered else dict(enumerate(found, 1))

    def full(self, ref: int, number: int, case: Case, item: Any) -> Row:
        """The whole row of an item."""
        return {"report": ref, "number": number, **self.row(case, item)}


_TABLES = {table.name: table for table in CHILDREN}
PARTS: tuple[Part, ...] = (
    Part(_TABLES["recommendation"], "recommendations", _recommendation, numbered=True),
    Part(_TABLES["consultation"], "consultations", _consultation),
    Part(_TABLES["agenda_item"], "listings", _agenda_item),
    Part(_TABLES["decision"], "decisions", _decision),
    Part(_TABLES["call_in"], "call_ins", _call_in),
    Part(_TABLES["follow_up"], "follow_ups", _follow_up, numbered=True, asks_body=True),
    Part(_TABLES["gap"], "gaps", _gap),
    Part(_TABLES["irregularity"], "irregularities", _irregularity),
    Part(_TABLES["link"], "earlier", _link),
    Part(_TABLES["source"], "sources", _source),
    Part(_TABLES["reached"], "reached", _reached),
)
"""The parts of a case that have rows of their own."""


def child_rows(ref: int, case: Case) -> Iterator[tuple[Shape, Row]]:
    """Every row a case has beside the report's own."""
    for part in PARTS:
        for number, item in part.items(case).items():
            yield part.table, part.full(ref, number, case, item)


def changes(ref: int, old: Case | None, new: Case) -> Iterator[tuple[Shape, int, Row | None, Row | None]]:
    """The rows that differ between two cases: table, number, the row as it was, the row as it is; None is no row.

    Parts that are the same thing, or equal, are not looked at further: a frozen case shares what did not change.
    """
    other_body = old is not None and (old.body.name if old.body else None) != (new.body.name if new.body else None)
    for part in PARTS:
        asks_again = part.asks_body and other_body
        if old is not None and not asks_again:
            before, after = getattr(old, part.name), getattr(new, part.name)
            if before is after or before == after:
                continue
        was, now = part.items(old), part.items(new)
        for number in was.keys() - now.keys():
            if old is not None:
                yield part.table, number, part.full(ref, number, old, was[number]), None
        for number, item in now.items():
            known = was.get(number)
            if known is None or old is None:
                yield part.table, number, None, part.full(ref, number, new, item)
            elif asks_again or (known is not item and known != item):
                row, former = part.full(ref, number, new, item), part.full(ref, number, old, known)
                if row != former:
                    yield part.table, number, former, row
