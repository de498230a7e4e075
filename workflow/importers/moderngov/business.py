"""One item of business on a page: its agenda text, then "Decision:" and "Minutes:", either, both or neither."""

import re
from datetime import date

import msgspec
from msgspec.structs import replace

from workflow.importers.consultations import find_consultations
from workflow.importers.decided import find_bare, find_decided, resolved_by
from workflow.importers.minutes import read_item
from workflow.importers.moderngov.copied import Copied
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.page import Page
from workflow.importers.promises import find_events_told
from workflow.importers.reading import Item, Warning
from workflow.importers.recommended import put_to
from workflow.importers.references import find_earlier
from workflow.importers.resolutions import Resolved, find_resolved
from workflow.importers.steps import CALL_IN, find_told
from workflow.importers.text import Span
from workflow.importers.titles import is_procedural
from workflow.importers.unlabelled import lost_resolution, minuted_from

DECISION = r"decisions?(?: taken| made)?|resolutions?|outcome|penderfyniad(?:au)?"
MINUTES = r"(?:draft |the )?minutes|cofnodion"
_NUMBER = re.compile(
    r"(?:item\s+(?:no\.?\s*)?|minute\s+(?:no\.?\s*)?)?"
    r"(?P<number>[A-Z]{0,6}[-/ ]?\d{1,4}(?:[./]\d{1,4})?\s?[a-z]{0,2})\s*[.:)]*$",
    re.I,
)


class Business(msgspec.Struct, frozen=True):
    """Where an item's parts stand; `words` is all that was decided and minuted."""

    agenda: Span
    decision: Span | None = None
    minutes: Span | None = None
    copied: bool = False
    """Whether the parts have lost their headings, so that the words alone tell them apart."""

    @property
    def words(self) -> Span | None:
        """The stretch from the decision to the end of the minutes."""
        parts = [part for part in (self.decision, self.minutes) if part]
        return Span(min(part.start for part in parts), max(part.end for part in parts)) if parts else None


def find_business(web: Web, start: int, end: int) -> Business:
    """The parts of the item that stands between two places, its title not among them."""
    marks = web.marks(start, end)
    decision, minutes = named(marks, DECISION), named(marks, MINUTES)
    first = marks[0].start if marks else end
    if isinstance(web, Copied) and minutes is not None:
        decision = (
            Mark("", 0, decision.begin, minutes.start) if decision and decision.begin < minutes.start else decision
        )
        return Business(Span(start, first), _span(decision), Span(minutes.begin, web.foot(minutes.begin, end)))
    if isinstance(web, Copied) and decision is None and minutes is None:
        begin = minuted_from(web.page.text, start, end)
        if begin is not None:
            return Business(Span(start, begin), None, Span(begin, end), copied=True)
    return Business(Span(start, first), _span(decision), _span(minutes))


def read_business(
    page: Page,
    parts: Business,
    *,
    title: str | None,
    number: str | None,
    minuted: bool,
    own: str | None,
    on: date | None,
    reference: str | None = None,
) -> tuple[Item, list[Warning]]:
    """The item, and the doubts about it. `minuted`: its number is a minute's, not only an agenda's.

    What an agenda announces is not what was minuted: of it only consultations, earlier minutes, and what a body will
    take up on a day are read.
    """
    words = parts.words
    if words is None:
        return _announced(page, parts.agenda, title, number, minuted, own, on, reference)
    lost, unsaid = lost_resolution(page, words.start, words.end) if parts.copied else (None, [])
    item, doubts = read_item(
        page,
        words.start,
        words.end,
        title=title,
        minute=number if minuted else None,
        own=own,
        floor=on,
        reference=reference,
        on=on,
        agenda=None if minuted else number,
        resolved=lost or _resolved(page, parts, is_procedural(title)),
    )
    return _called_in(page, parts.agenda, words, item), [*unsaid, *doubts]


def _called_in(page: Page, agenda: Span, words: Span, item: Item) -> Item:
    """The item with who called the decision in, and on what grounds, where it is about a call-in and says so."""
    whole = Span(min(agenda.start, words.start), words.end)
    if not (CALL_IN.search(item.title or "") or CALL_IN.search(page.text, whole.start, whole.end)):
        return item
    told = find_told(page, whole.start, whole.end, decision=item.reference)
    known = {step.move for step in item.steps}
    steps = (*(step for step in told.steps if step.move not in known), *item.steps)
    return replace(item, call_in=item.call_in or told.call_in, steps=steps)


def _resolved(page: Page, parts: Business, procedural: bool) -> Resolved | None:
    """What was resolved, where no word of resolving says so, or where the page cuts the minutes and not the decision.

    None leaves it to the reader of minutes.
    """
    words = parts.words
    if words is None:
        return None
    whole = find_resolved(page, words.start, words.end)
    if whole.limbs:
        own = find_resolved(page, parts.decision.start, parts.decision.end) if parts.decision else whole
        return own if whole.outcome == "truncated" and own.limbs else None
    if parts.decision and not procedural:
        found = find_decided(page, parts.decision.start, parts.decision.end)
        if found.limbs:
            return found
    for part in (parts.decision, parts.minutes):
        if part and (bare := find_bare(page, part.start, part.end)).limbs:
            return bare
    return None


def _announced(
    page: Page,
    agenda: Span,
    title: str | None,
    number: str | None,
    minuted: bool,
    own: str | None,
    on: date | None,
    reference: str | None,
) -> tuple[Item, list[Warning]]:
    """An item of which only the agenda says anything."""
    earlier, doubts = find_earlier(page, agenda.start, agenda.end, own)
    put = put_to(page, agenda.start, agenda.end)
    options = tuple(replace(limb, to=own) for limb in resolved_by(page, put).limbs)
    item = Item(
        title=title,
        outcome="options" if options else "none",
        minute=number if minuted else None,
        agenda=None if minuted else number,
        reference=reference,
        body=own,
        procedural=is_procedural(title),
        resolutions=options,
        to=own if options else None,
        made_by="officers" if options else None,
        earlier=tuple(earlier),
        consultation=tuple(find_consultations(page, agenda.start, agenda.end)),
        promises=tuple(find_events_told(page, agenda.start, agenda.end, own=own, floor=on)),
    )
    return _called_in(page, agenda, agenda, item), doubts


def _span(mark: Mark | None) -> Span | None:
    """What a mark names, if that is anything."""
    return Span(mark.begin, mark.end) if mark and mark.begin < mark.end else None


def item_number(words: str) -> str | None:
    """An item's number as a page prints it, without its full stop: `54`, `77/21`, `5a`; None for other words."""
    found = _NUMBER.match(words.strip())
    return re.sub(r"\s+", "", found["number"]).rstrip(".") if found else None
