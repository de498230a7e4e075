"""One minuted item, from the words of its minute: outcome, limbs, earlier minutes, consultation, promises, links."""

import re
from datetime import date

import msgspec

from workflow.importers.actions import find_actions
from workflow.importers.bodies import find_bodies, is_executive
from workflow.importers.consultations import find_consultations
from workflow.importers.decision_refs import title_ref
from workflow.importers.page import Page
from workflow.importers.promises import find_promises
from workflow.importers.reading import Item, Outcome, Warning
from workflow.importers.references import find_earlier, find_links
from workflow.importers.resolutions import Resolved, find_resolved, outcome_of, truncation
from workflow.importers.steps import CALL_IN, Told, find_acts, find_told
from workflow.importers.titles import is_procedural

_WHO = r"(?:committee|board|panel|cabinet|council|commission|forum|members|group|scrutiny \w+)"
_NOTED = re.compile(
    rf"\b{_WHO}\s+(?:\w+ly\s+)?(?:(?:received|considered|discussed|welcomed)\s+and\s+)?noted\b|\b(?:was|were"
    rf"|be)\s+noted\b",
    re.I,
)
_DEFERRED = re.compile(
    rf"\b(?:item|report|matter|consideration|decision)\b[^.\n]{{0,80}}\b(?:was|were|be)\s+deferred\b"
    rf"|\b{_WHO}\s+(?:agreed to )?deferred?\b",
    re.I,
)
_CONSIDERED = re.compile(
    r"\s+(?:considered|received|discussed|reviewed|scrutinised|welcomed|noted|heard|had before (?:it|them))\b"
)


def read_item(
    page: Page,
    start: int,
    end: int,
    *,
    title: str | None,
    minute: str | None,
    own: str | None,
    floor: date | None,
    reference: str | None = None,
    on: date | None = None,
    agenda: str | None = None,
    resolved: Resolved | None = None,
) -> tuple[Item, list[Warning]]:
    """The item whose minute stands between two places. `own` is the body whose minutes they are, where it is known.

    `floor` is the latest day that is past for the paper, `on` the day of the meeting, `agenda` the item's number there;
    `resolved` is what was resolved, where the paper's form shows it.
    """
    resolved = resolved or find_resolved(page, start, end)
    own = own or resolved.by or considering_body(page, start, end)
    if resolved.to and (resolved.to == own or (is_executive(own) and resolved.outcome != "recommended")):
        limbs = tuple(msgspec.structs.replace(limb, to=None) for limb in resolved.limbs)
        resolved = msgspec.structs.replace(resolved, limbs=limbs, to=None, outcome=outcome_of(limbs, None))
    earlier, doubts = find_earlier(page, start, end, own)
    asked = [span for limb, span in zip(resolved.limbs, resolved.spans, strict=True) if limb.to]
    promises, late = find_promises(page, start, end, limbs=resolved.spans, own=own, floor=floor, asked=asked)
    known = {promise.quote for promise in promises}
    fresh = [action for action in find_actions(page, start, end, floor) if action.quote not in known]
    cut = truncation(page, start, end)
    if cut:
        name = f"item {minute}" if minute else "this item"
        doubts.append(
            Warning("truncated_minutes", f"The page cuts the minutes of {name} off: what follows is not known.", cut)
        )
    reference = reference or title_ref(title)
    called_in = CALL_IN.search(title or "") is not None or CALL_IN.search(page.text, start, end) is not None
    acts = find_acts(resolved.limbs, own=own, on=on, decision=reference, called_in=called_in)
    told = _told(page, start, end, title, reference)
    item = Item(
        title=title,
        outcome=_outcome(page, resolved, start, end, cut is not None),
        minute=minute,
        reference=reference,
        body=own,
        procedural=is_procedural(title),
        resolutions=resolved.limbs,
        from_=own if resolved.to else None,
        to=resolved.to,
        made_by="body" if resolved.limbs else None,
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, start, end)),
        consultation=tuple(find_consultations(page, start, end)),
        promises=(*promises, *fresh),
        call_in=told.call_in,
        steps=(*(step for step in told.steps if step.move not in {act.move for act in acts}), *acts),
        agenda=agenda,
    )
    return item, [*doubts, *late]


def _told(page: Page, start: int, end: int, title: str | None, reference: str | None) -> Told:
    """Who took the decision, and who called it in, where the item is a call-in by its title."""
    if not CALL_IN.search(title or ""):
        return Told()
    return find_told(page, start, end, decision=reference, alone=True)


def considering_body(page: Page, start: int, end: int) -> str | None:
    """The body that the first words of a minute name: "the Health and Care Panel considered …"."""
    for body in find_bodies(page.text, start, min(end, start + 500))[:3]:
        if _CONSIDERED.match(page.text, body.end, end):
            return None if body.generic else body.name
    return None


def _outcome(page: Page, resolved: Resolved, start: int, end: int, cut: bool) -> Outcome:
    """What came of the item; without a resolution only what the words plainly say."""
    if resolved.outcome != "none":
        return resolved.outcome
    if cut:
        return "truncated"
    if _DEFERRED.search(page.text, start, end):
        return "deferred"
    return "noted" if _NOTED.search(page.text, start, end) else "none"
