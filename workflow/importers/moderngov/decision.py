"""A decision's own page (`ieDecisionDetails`): its maker, days, key, call-in, then what was decided, and why."""

import re
from datetime import date

from msgspec.structs import replace

from workflow.importers.consultations import find_consultations
from workflow.importers.decided import find_decided
from workflow.importers.evidence import date_doubts, missing
from workflow.importers.minutes import read_item
from workflow.importers.moderngov.copied import Copied
from workflow.importers.moderngov.decision_facts import (
    CALLABLE,
    IN_FORCE,
    KEY,
    MADE,
    MAKER,
    MEETING,
    PUBLISHED,
    Facts,
    read_facts,
)
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.promises import find_events_told
from workflow.importers.reading import Document, Item, Meeting, Paper, Warning
from workflow.importers.references import find_earlier
from workflow.importers.resolutions import Resolved
from workflow.importers.text import Span
from workflow.importers.titles import clean_title, is_procedural

SAID = r"decisions?(?: taken| made)?|resolutions?|outcome"
_TELLING = (KEY, CALLABLE, MADE, PUBLISHED, MAKER, IN_FORCE, MEETING)
_STRAIGHT = 8
_ON = re.compile(r"\s*On\s+(?:\w+day,?\s+)?(?:the\s+)?")
_MADE = re.compile(r"[^.:\n]{0,140}?\b(?:made|took|agreed|approved|decided|resolved)\b")
_TITLE = re.compile(r"(?:officer |executive |record of |delegated )?decisions?(?: details| record| notice)?$", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is one decision's page: it says so, and its labels are a decision's."""
    web = Web.of(paper)
    if web is None:
        return 0.0
    marks = web.marks(web.whole.start, web.whole.end)
    told = sum(named(marks, pattern) is not None for pattern in _TELLING)
    many = sum(re.fullmatch(PUBLISHED, mark.name) is not None for mark in marks) > 1
    titled = _TITLE.match(web.title) is not None
    if many or told < (1 if titled else 2):
        return 0.0
    return 0.95 if titled or told >= 3 else 0.6


def read(paper: Paper) -> Document:
    """The page as a document with one decision."""
    web = Web.of(paper) or Web(paper)
    whole = web.whole
    begin = web.begin
    marks = web.marks(begin, whole.end)
    if isinstance(web, Copied) and named(marks, SAID) is None:
        marks = [*marks, *web.unlabelled(marks)]
    facts = read_facts(web, marks, made=_decided_on(web, marks))
    title = web.subtitle or (web.title if not _TITLE.match(web.title) else "")
    item, doubts = read_decided(web, marks, Span(begin, whole.end), facts, clean_title(title) if title else None)
    on = facts.decision.decided_on
    met = facts.sitting.body is not None and facts.sitting.day is not None
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision",
        body=facts.body,
        date=on,
        meetings=(Meeting(facts.sitting.body, facts.sitting.day, "held"),) if met else (),
        status="held" if met else None,
        items=(item,),
        warnings=(*([] if facts.decision.proposed else missing(facts.body, on)), *doubts, *date_doubts(web.page)),
    )


def read_decided(
    web: Web, marks: list[Mark], place: Span, facts: Facts, title: str | None
) -> tuple[Item, list[Warning]]:
    """The decision as an item, and the doubts about it. `place` is all that the page says of it."""
    words = _words(marks)
    page = web.page
    own = facts.body
    on = facts.decision.decided_on
    resolved = find_decided(page, words.start, words.end) if words and not facts.decision.proposed else Resolved()
    at = words or Span(place.end, place.end)
    item, doubts = read_item(
        page, at.start, at.end, title=title, minute=None, own=own, floor=on, reference=facts.decision.reference, on=on,
        resolved=resolved if resolved.outcome != "resolved" else replace(resolved, outcome="decided"),
    )  # fmt: skip
    around, ambiguous = find_earlier(page, place.start, place.end, own)
    coming = find_events_told(page, place.start, place.end, own=own, floor=on) if on else []
    known = {(promise.due, promise.condition) for promise in item.promises}
    item = replace(
        item,
        outcome=facts.outcome or item.outcome,
        procedural=is_procedural(title),
        earlier=tuple(dict.fromkeys((*item.earlier, *around))),
        consultation=tuple(dict.fromkeys((*item.consultation, *find_consultations(page, place.start, place.end)))),
        decision=facts.decision,
        promises=(*item.promises, *(one for one in coming if (one.due, one.condition) not in known)),
        call_in=facts.call_in,
    )
    return item, [*facts.doubts, *doubts, *(doubt for doubt in ambiguous if doubt not in doubts)]


def _decided_on(web: Web, marks: list[Mark]) -> date | None:
    """The day that the words of a decision begin with: `On 12 March 2025, the Leader made the following decision:`."""
    words = _words(marks)
    if words is None:
        return None
    for when in web.page.days_in(words.start, min(words.end, words.start + 60))[:1]:
        begins = _ON.fullmatch(web.page.text, words.start, when.start) is not None
        if begins and when.day and not when.problem and _MADE.match(web.page.text, when.end, words.end):
            return when.day
    return None


def _words(marks: list[Mark]) -> Span | None:
    """What stands under the decision's label; the label again within it is a heading of what was pasted there.

    So are the recommendations straight below it: they are what was decided.
    """
    said = named(marks, SAID)
    if said is None:
        return None
    end = said.end
    for mark in sorted((mark for mark in marks if mark.start > said.start), key=lambda mark: mark.start):
        agreed = mark.start - said.begin < _STRAIGHT and re.fullmatch("recommendations?", mark.name) is not None
        if mark.start > end or not (agreed or re.fullmatch(SAID, mark.name)):
            break
        end = mark.end
    return Span(said.begin, end) if said.begin < end else None
