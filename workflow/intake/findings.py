"""What a paper says, item by item: one finding for each item that may belong to a report."""

from collections.abc import Iterator
from datetime import date

from states.days import On
from states.minutes import municipal_year
from states.rules import CouncilRules
from states.words import SCRUTINISING
from workflow.evened import straight
from workflow.importers.reading import Document, Item
from workflow.intake.answering import answered, owed
from workflow.intake.claiming import MINUTED, KindOf, Setting, claims_of, limbs, proposed, put_to
from workflow.intake.claims import Finding

_UNDATED = On()
_RANK = {"agenda": 1, "briefing_note": 1, "call_in": 1, "report": 2, "other": 3}
"""How far a paper is from what it tells; minutes and records are the thing itself."""


def findings(document: Document, number: int, kind_of: KindOf, rules: CouncilRules) -> Iterator[Finding]:
    """The findings of a paper, one for each item that is more than procedure; `number` is the paper's own here."""
    for place in range(len(document.items)):
        found = finding(document, number, place, kind_of, rules)
        if found is not None:
            yield found


def finding(document: Document, number: int, place: int, kind_of: KindOf, rules: CouncilRules) -> Finding | None:
    """The finding of one item, counted from 0; None when there is no report in it."""
    item = document.items[place]
    if item.procedural or not item.title:
        return None
    body, on = _body(document, item), _on(document, item)
    minute = _whole_minute(item.minute, on, rules) if document.kind != "agenda" else None
    at = Setting(document, item, body, on, minute, kind_of(body) if body else None, kind_of)
    claims = (*claims_of(at), *answered(at))
    officers = item.made_by == "officers"
    told = bool(item.steps or item.call_in or item.decision)
    proposals = tuple(proposed(at)) if officers and not told else ()
    decision = item.decision
    return Finding(
        path=document.path, sha256=document.sha256, document=number, place=place, rank=_RANK.get(document.kind, 0),
        day=day_of(document), title=straight(item.title), body=body, on=on, minute=minute,
        reference=_reference(item), scrutiny=_scrutiny(at, officers), key=decision.key if decision else None,
        claims=claims, proposals=proposals, promises=item.promises, owed=tuple(owed(at)), earlier=item.earlier,
        links=item.suggested,
        unmade=_unmade(item, claims, officers), unproved=_unproved(item), single=document.kind in MINUTED,
        proposed=limbs(at, "proposed") if decision and decision.proposed else (),
        asked=item.asked,
    )  # fmt: skip


def day_of(document: Document) -> date | None:
    """The day by which papers are put in order: of what they considered, their own, or the last it can have been."""
    return document.considered_on or document.date or (document.not_after.day if document.not_after else None)


def _body(document: Document, item: Item) -> str | None:
    """Whose business the item was; a note's and a report's own addressee is not who met."""
    if document.kind in MINUTED or document.kind == "agenda":
        return item.body or document.body
    made = item.from_ if item.made_by == "body" else None
    return item.body or document.considered_by or made


def _on(document: Document, item: Item) -> On:
    note = document.kind not in MINUTED and document.kind != "agenda"
    day = item.date or document.considered_on if note else item.date or document.date or document.considered_on
    if day:
        return On.day(day)
    if note:  # what a note tells of was considered before it was written
        return On(None, document.date) if document.kind == "briefing_note" and document.date else _UNDATED
    first = document.not_before.day if document.not_before else None
    last = document.not_after.day if document.not_after else None
    return On(first, last) if last or first else _UNDATED


def _reference(item: Item) -> str | None:
    """The reference of the decision it is about, where it is about one."""
    told = item.reference or (item.decision.reference if item.decision else None)
    told = told or (item.call_in.decision if item.call_in else None)
    if told is None:
        stepped = {step.decision for step in item.steps if step.decision}
        told = stepped.pop() if len(stepped) == 1 else None
    return told


def _scrutiny(at: Setting, officers: bool) -> str | None:
    """The scrutiny body the paper names for the matter: the one that met, else the one that is asked or stepped in."""
    unknown = at.body is not None and at.kind is None and at.minuted and not officers and at.item.decision is None
    if at.kind in SCRUTINISING or unknown:
        return at.body
    asked = at.item.to if officers else None
    named = [asked, *(step.body for step in at.item.steps if step.move in ("refer_back", "refer_to_council"))]
    return next((name for name in named if name and at.kind_of(name) in SCRUTINISING), None)


def _unmade(item: Item, claims: tuple[object, ...], officers: bool) -> int:
    """How many recommendations it makes to a body without saying who makes them."""
    if item.outcome not in ("recommended", "resolved", "decided", "truncated", "none"):
        return 0
    made = officers or item.from_ or any(getattr(claim, "proposals", ()) for claim in claims)
    return 0 if made else sum(bool(put_to(item, r)) for r in item.resolutions)


def _unproved(item: Item) -> tuple[tuple[str, str], ...]:
    """What a tracker says a committee did: a minute would prove it, a tracker does not."""
    says = "The tracker says that recommendation {} is discharged; no minute proves it, so it was not signed off."
    return tuple((says.format(p.number), p.quote) for p in item.progress if p.sign_off == "discharged")


def _whole_minute(minute: str | None, on: On, rules: CouncilRules) -> str | None:
    """A bare minute number with its municipal year, when every day the meeting can have been is in one such year."""
    if minute is None or "/" in minute or not minute.isdigit():
        return minute
    if on.first is None or on.last is None or municipal_year(on.first, rules) != municipal_year(on.last, rules):
        return minute
    return f"{minute}/{municipal_year(on.last, rules) % 100:02d}"
