"""Pages with several decisions: the register (`mgDelegatedDecisions`), an issue's decisions, a forward plan's notices.

Each begins with a line of its own (`17/11/2020 - Parking charges ref: 1249 Recommendations Approved`) or a linked
title.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import replace

from workflow.importers.evidence import date_doubts
from workflow.importers.moderngov.copied import Copied
from workflow.importers.moderngov.decision import SAID, read_decided
from workflow.importers.moderngov.decision_facts import MAKER, PUBLISHED, read_facts, with_status
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.openings import STRONG
from workflow.importers.reading import Document, Item, Meeting, Paper, Warning
from workflow.importers.text import Span, fold
from workflow.importers.titles import clean_title

_TITLE = re.compile(
    r"(?:issue - )?decisions\b|(?:executive |officer |delegated |recent )*decisions?(?: register| list| published)?$",
    re.I,
)
_HEAD = re.compile(r"(?:• )?(?P<day>\d{1,2}/\d{1,2}/\d{4})\s*[-–]\s*(?P<title>\S.*)$", re.S)
_REFERENCE = re.compile(r"\s*\(?\bref(?:erence)?\s*:\s*(?P<ref>[\w/.-]{1,24})\)?\s*", re.I)
_PLAN = re.compile(r"\b(?:forward|work) plan\b|\bplan items\b|\bkey decisions\b|\bforthcoming decisions\b", re.I)
_DUE = r"decision due(?: date)?(?: by)?|expected (?:date of )?decision(?: date)?"
_LINKS = re.compile(r"ieDecisionDetails|mgIssueHistoryHome|mgDecisionDetails", re.I)
_TITLED = re.compile(r"mg(?:PlanItemTitle|SubItemTitleTxt)")
_NEW = re.compile(r"\s*\b(?:NEW!?|New!)\s*$")


class _Head(msgspec.Struct, frozen=True):
    """The line that heads one decision."""

    start: int
    end: int
    title: str
    day: date | None
    reference: str | None
    status: str | None


def recognises(paper: Paper) -> float:
    """How surely the page lists decisions: several lines that head one, with the labels of decisions below them."""
    web = Web.of(paper)
    if web is None or web.first("mgItemNumberCell") is not None:
        return 0.0
    heads = _heads(web)
    if not heads:
        return 0.0
    marks = web.marks(heads[0].start, web.whole.end)
    labelled = sum(re.fullmatch(f"{MAKER}|{PUBLISHED}|decision due(?: date)?", mark.name) is not None for mark in marks)
    if _PLAN.search(web.title) and labelled:
        return 0.96
    if _TITLE.match(web.title) and (labelled or "issue" in web.title.lower()):
        return 0.97
    return 0.94 if labelled >= 2 and len(heads) >= 2 else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with a decision for each line that heads one.

    It has a maker, or a day, of its own where all the decisions have the same.
    """
    web = Web.of(paper) or Web(paper)
    items: list[Item] = []
    doubts: list[Warning] = []
    meetings: dict[tuple[str | None, date], Meeting] = {}
    makers: set[str | None] = set()
    days: set[date | None] = set()
    register = named(web.marks(web.whole.start, web.whole.end), MAKER) is not None
    above = _says_above(web)
    for head, stop in _stretches(web):
        marks = web.marks(head.end, stop)
        facts = read_facts(web, marks, made=head.day, reference=head.reference)
        if facts.outcome is None and head.status:
            facts = with_status(facts, head.status)
        if named(marks, SAID) is None and named(marks, _DUE):
            facts = with_status(facts, "For determination")
        elif named(marks, SAID) is None:
            lost = web.unlabelled(marks) if isinstance(web, Copied) else []
            announced = isinstance(web, Copied) and register
            unlabelled = _unlabelled(web, head.end, stop, marks)
            announced = announced or any(unlabelled.start < mark.start for mark in marks if _is_maker(mark))
            marks = [*marks, *(lost if lost or (announced and not above) else [unlabelled])]
        item, late = read_decided(web, marks, Span(head.end, stop), facts, head.title)
        on = facts.decision.decided_on
        items.append(replace(item, date=on, body=item.body))
        doubts += late
        makers.add(facts.body)
        days.add(on)
        if facts.sitting.body and facts.sitting.day:
            sat = Meeting(facts.sitting.body, facts.sitting.day, "held")
            meetings.setdefault((sat.body, facts.sitting.day), sat)
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision_list",
        body=makers.pop() if len(makers) == 1 else None,
        date=days.pop() if len(days) == 1 else None,
        meetings=tuple(meetings.values()),
        items=tuple(items),
        warnings=(*doubts, *date_doubts(web.page)),
    )


def _says_above(web: Web) -> bool:
    """Whether the page says what was decided above who decided it: nowhere below a label, and once RESOLVED there."""
    decisions = [(head, stop, web.marks(head.end, stop)) for head, stop in _stretches(web)]
    if any(named(marks, SAID) is not None for _, _, marks in decisions):
        return False
    parts = (_unlabelled(web, head.end, stop, marks) for head, stop, marks in decisions)
    return any(part.end > part.begin and STRONG.search(web.page.text, part.begin, part.end) for part in parts)


def _is_maker(mark: Mark) -> bool:
    """Whether a label is the decision maker's: what stands above it is what the decision was to be about."""
    return re.fullmatch(MAKER, mark.name) is not None


def _unlabelled(web: Web, start: int, stop: int, marks: list[Mark]) -> Mark:
    """The words of a decision that no label introduces: what was pasted, up to the first label behind it."""
    at = next((row.start for row in web.lines(start, stop) if web.pasted(row.start)), start)
    upto = next((mark.start for mark in marks if mark.start > at), stop)
    return Mark("decision", at, at, upto if upto > at else stop)


def _stretches(web: Web) -> Iterator[tuple[_Head, int]]:
    """Each decision's heading line, and where its stretch ends."""
    heads = _heads(web)
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        yield head, following.start if following else web.whole.end


def _heads(web: Web) -> list[_Head]:
    """The lines that head a decision, outside what was pasted."""
    whole = web.whole
    links: dict[int, tuple[str, str]] = {}
    for each in web.laid.places:
        if each.tag == "a" and _LINKS.search(each.get("href") or ""):
            line, words = web.line_at(web.place(each).start), web.words(each)
            if line is not None and len(words) > 3:
                links.setdefault(line.start, (words, each.get("class") or ""))
    dated: list[_Head] = []
    linked: list[_Head] = []
    for row in web.lines(whole.start, whole.end):
        words = web.page.text[row.start : row.end]
        if web.pasted(row.start) or len(words) > 600:
            continue
        link, names = links.get(row.start, ("", ""))
        match = _HEAD.match(words.strip())
        if match:
            said = link if len(link) > 12 else fold(words)
            dated.append(_head(web, row.start, row.end, fold(words), said))
        elif link and _TITLED.search(row.style + names):
            head = _head(web, row.start, row.end, fold(words), link)
            title = _NEW.sub("", clean_title(link))
            linked.append(_Head(row.start, row.end, title, None, head.reference, head.status))
    return dated or linked


def _head(web: Web, start: int, end: int, line: str, said: str) -> _Head:
    """A dated heading taken apart: day, title, reference, status."""
    found = _REFERENCE.search(line)
    match = _HEAD.match(_REFERENCE.split(said)[0] if found else said)
    title = match["title"] if match else said
    rest = line.partition(title)[2] if title in line else ""
    status = _REFERENCE.sub(" ", rest).strip(" -–") if rest else (line[found.end() :].strip() if found else "")
    days = web.page.days_in(start, end)
    return _Head(
        start, end, clean_title(title), days[0].day if days else None, found["ref"] if found else None, status or None
    )
