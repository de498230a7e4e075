"""An issue's own page: what it is and what happened to it (`mgIssueHistoryHome`, and its chronology)."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from msgspec.structs import replace

from workflow.importers.bodies import find_bodies
from workflow.importers.evidence import date_doubts
from workflow.importers.makers import maker_kind
from workflow.importers.moderngov.decision import SAID, read_decided
from workflow.importers.moderngov.decision_facts import MAKER, STATUS, read_facts
from workflow.importers.moderngov.heading import read_sitting
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.people import people_at
from workflow.importers.reading import CallIn, Decision, Document, Item, Meeting, Paper, Promise, Step
from workflow.importers.text import Span, fold
from workflow.importers.titles import clean_title

TITLE = re.compile(r"issue\b", re.I)
_DUE = r"decision due(?: date)?(?: by)?|expected (?:date of )?decision(?: date)?"
_NOTICE = r"notice of .{0,40}decision first published|(?:first )?included in forward plan"
_BY = re.compile(r"\bby\s+(?P<maker>(?:the\s+)?[A-Z].*)$")
_DATED = re.compile(r"(?:• )?(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{1,2} \w{3,9} \d{4})\b[\s–-]*(?P<words>.*)$", re.S)
_SETTLED = re.compile(
    r"\b(?:approved|agreed|decided|made|taken|implemented|abandoned|withdrawn|refused|rejected)\b", re.I
)
_NOT_LONG = 40
_RESULTS = ("confirmed", "amended", "rescinded")
_Move = Literal["decide", "call_in", "refer_back", "refer_to_council", "reconsider", "release"]
_STEPS: tuple[tuple[re.Pattern[str], _Move], ...] = (
    (re.compile(r"\breferred? back\b", re.I), "refer_back"),
    (re.compile(r"\breferred? (?:on )?to (?:the |full )?(?:full )?council\b", re.I), "refer_to_council"),
    (re.compile(r"\breconsider(?:ed|ation)\b", re.I), "reconsider"),
    (
        re.compile(
            r"\bcall[- ]in (?:not upheld|rejected|dismissed|withdrawn|released)\b|\breleased\b|\bno further action\b",
            re.I,
        ),
        "release",
    ),
    (re.compile(r"\bcalled?[- ]in\b(?! (?:period|deadline|expir|window))", re.I), "call_in"),
    (
        re.compile(
            r"\bdecision (?:made|taken|agreed)\b|\brecommendations? (?:approved|agreed)\b"
            r"|\b(?:was )?(?:approved|agreed|decided)\b",
            re.I,
        ),
        "decide",
    ),
)


def recognises(paper: Paper) -> float:
    """How surely this is an issue's page: it says so, and lists no meetings with what was said there."""
    web = Web.of(paper)
    return 0.94 if web and TITLE.match(web.title) and web.first("mgItemNumberCell") is None else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with one item, and what its dated lines tell as steps or meetings."""
    web = Web.of(paper) or Web(paper)
    whole = web.whole
    begin = web.begin
    marks = [mark for mark in web.marks(begin, whole.end) if not re.fullmatch(SAID, mark.name)]
    facts = read_facts(web, marks)
    steps, meetings, called = _happened(web, begin, whole.end)
    decision = _decision(web, marks, facts.decision, steps)
    facts = replace(facts, decision=decision)
    title = clean_title(web.subtitle) if web.subtitle else None
    item, doubts = read_decided(web, marks, Span(begin, whole.end), facts, title)
    outcome = item.outcome
    if outcome == "none" and (decision.proposed or decision.decided_on):
        outcome = "proposed" if decision.proposed else "decided"
    if decision.proposed:
        item = replace(item, promises=(*item.promises, *_due(web, marks, item, decision.maker)))
    item = replace(item, steps=tuple(steps), call_in=item.call_in or called, outcome=outcome)
    told = named(marks, f"{MAKER}|{STATUS}|{_DUE}|{_NOTICE}") is not None
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision_list",
        body=decision.maker,
        date=None if decision.proposed else decision.decided_on,
        meetings=tuple(meetings),
        items=(item,) if item.title or told else (),
        warnings=(*doubts, *date_doubts(web.page)),
    )


def _decision(web: Web, marks: list[Mark], decision: Decision, steps: list[Step]) -> Decision:
    """The decision's facts, with who it is due by and who took it, when, where only the issue's lines tell it."""
    due = named(marks, _DUE)
    by = _BY.search(web.value(due) or "") if due else None
    until = web.day(due) if due else None
    made = next((step for step in steps if step.move == "decide" and not _is_earlier(step, until)), None)
    if by and decision.maker is None:
        decision = replace(decision, maker=fold(by["maker"]))
    if made:
        decision = replace(decision, decided_on=decision.decided_on or made.on, maker=decision.maker or made.body)
    return replace(
        decision,
        proposed=made is None and (decision.proposed or (due is not None and decision.decided_on is None)),
        maker_kind=maker_kind(decision.maker),
    )


def _due(web: Web, marks: list[Mark], item: Item, maker: str | None) -> list[Promise]:
    """The decision that is still due, as the promise of the body that will take it: `9 Sep 2026 by Cabinet`."""
    due = named(marks, _DUE)
    words = web.value(due) if due else None
    day = web.day(due) if due and words else None
    status = named(marks, STATUS)
    settled = status is not None and _SETTLED.search(web.value(status) or "") is not None
    alone = maker_kind(maker) in (None, "cabinet_member", "officer")
    if day is None or words is None or settled or alone or any(one.due == day for one in item.promises):
        return []
    return [Promise(day, None, maker, fold(words))]


def _is_earlier(step: Step, due: date | None) -> bool:
    """Whether a step was that of another decision, long before the day on which the issue's own is due."""
    return step.on is not None and due is not None and (due - step.on).days > _NOT_LONG


class _Told(msgspec.Struct, frozen=True):
    """A stretch that begins with a day: its places, its cells if it is a table's row, the heading above it."""

    start: int
    stop: int
    cells: tuple[Span, ...]
    section: str


def _happened(web: Web, begin: int, end: int) -> tuple[list[Step], list[Meeting], CallIn | None]:
    """What the page's dated lines tell: steps of the decision, the meetings it was at, who called it in."""
    steps: list[Step] = []
    meetings: dict[tuple[str | None, date | None], Meeting] = {}
    called: CallIn | None = None
    for told in _dated(web, begin, end):
        words = web.page.words(told.start, told.stop)
        day = next((found.day for found in web.page.days_in(told.start, told.stop) if found.day), None)
        match = _DATED.match(words)
        rest = match["words"] if match else words
        move = next((move for pattern, move in _STEPS if pattern.search(rest)), None)
        if move is None and re.search(r"\bdecisions?\b(?! due)", told.section):
            move = "decide"
        if day and re.search(r"agenda|meeting", told.section):
            first = next(iter(find_bodies(rest)), None)
            body = first.name if first and first.start == 0 else read_sitting(words).body
            meetings.setdefault((body, day), Meeting(body, day, None))
        elif move and day:
            quote = web.page.quote(told.start, told.stop)
            result = next((said for said in _RESULTS if move == "reconsider" and said in rest.lower()), None)
            steps.append(Step(move, day, _who(web, told), quote, result=result))
            if move == "call_in" and called is None:
                called = CallIn(received=day, callers=_callers(web, told), quote=quote)
    return sorted(steps, key=lambda step: step.on or date.min), list(meetings.values()), called


def _who(web: Web, told: _Told) -> str | None:
    """Who did it: the cell of a row that holds a body or a maker of decisions, and nothing else."""
    for cell in told.cells[1:]:
        words = web.page.words(cell.start, cell.end)
        if len(words) < 120 and maker_kind(words) and not people_at(words, 0, len(words)):
            return words
    return None


def _callers(web: Web, told: _Told) -> tuple[str, ...]:
    """The people whom a cell of a row names, or the words behind "by"."""
    text = web.page.text
    starts = [
        cell.start
        for cell in told.cells[1:]
        if not any(pattern.search(text, cell.start, cell.end) for pattern, _ in _STEPS)
    ]
    by = re.search(r"\bby\s+", text[told.start : told.stop])
    for place in [*starts, *([told.start + by.end()] if by else [])]:
        if people := people_at(text, place, told.stop):
            return tuple(each.name for each in people)
    return ()


def _dated(web: Web, begin: int, end: int) -> Iterator[_Told]:
    """The stretches that begin with a day, outside what was pasted: a line, or a row of a table."""
    section = ""
    rows: dict[tuple[int, int], list[Span]] = {}
    row_of: dict[int, tuple[int, int]] = {}
    for cell in web.cells:
        if begin <= cell.start < end:
            rows.setdefault((cell.table, cell.row), []).append(Span(cell.start, cell.end))
            row_of[cell.start] = (cell.table, cell.row)
    done = begin
    for line in web.lines(begin, end):
        words = web.page.text[line.start : line.end].strip()
        if not _DATED.match(words):
            mark = next(iter(web.marks(line.start, line.end)), None)
            section = mark.name if mark and line.start >= done else section
        elif line.start >= done and not web.pasted(line.start):
            cells = tuple(rows.get(row_of.get(line.start, (-1, -1)), ()))
            done = max([line.end, *(cell.end for cell in cells)])
            yield _Told(line.start, done, cells, section)
