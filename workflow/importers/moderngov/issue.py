"""An issue's pages: what it is and what happened to it (`mgIssueHistoryHome`, its chronology), and its meetings."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec.structs import replace

from workflow.importers.evidence import date_doubts
from workflow.importers.moderngov.business import find_business, item_number, read_business
from workflow.importers.moderngov.decision import read_decided
from workflow.importers.moderngov.decision_facts import MAKER, STATUS, read_facts
from workflow.importers.moderngov.heading import Sitting, read_sitting
from workflow.importers.moderngov.parts import Web, named
from workflow.importers.reading import Document, Item, Meeting, Paper, Step, Warning
from workflow.importers.text import Span, fold
from workflow.importers.titles import clean_title

_TITLE = re.compile(r"issue\b", re.I)
_MEETING = re.compile(r"(?:• )?meeting\s*:\s*(?=\d)", re.I)
_DUE = r"decision due(?: date)?(?: by)?|expected (?:date of )?decision(?: date)?"
_NOTICE = r"notice of .{0,40}decision first published|(?:first )?included in forward plan"
_BY = re.compile(r"\bby\s+(?P<maker>(?:the\s+)?[A-Z].*)$")
_DATED = re.compile(r"(?:• )?(?P<day>\d{1,2}/\d{1,2}/\d{4}|\d{1,2} \w{3,9} \d{4})\b[\s–-]*(?P<words>.*)$", re.S)
_ROW = re.compile(r"\n(?=[^\S\n]*(?:• )?\d{1,2}(?:/\d{1,2}/|(?:st|nd|rd|th)? \w{3,9},? )\d{4})")
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
    """How surely this is an issue's page: it says so."""
    web = Web.of(paper)
    if web is None or not _TITLE.match(web.title) or (web.first("mgItemNumberCell") is not None and not _meetings(web)):
        return 0.0
    return 0.95


def read(paper: Paper) -> Document:
    """The page as a document: an item for each meeting it was at, or one item with what happened to it."""
    web = Web(paper)
    heads = _meetings(web)
    return _of_meetings(paper, web, heads) if heads else _of_issue(paper, web)


def _meetings(web: Web) -> list[tuple[int, int, Sitting]]:
    """The lines that head the meetings which the issue was at: `Meeting: 17/07/2018 - Cabinet (Item 35)`."""
    whole = web.whole
    found = []
    for row in web.lines(whole.start, whole.end):
        words = web.page.text[row.start : row.end]
        if _MEETING.match(words) and not web.pasted(row.start):
            sitting = read_sitting(_MEETING.sub("", words))
            if sitting.day:
                found.append((row.start, row.end, sitting))
    return found


def _of_meetings(paper: Paper, web: Web, heads: list[tuple[int, int, Sitting]]) -> Document:
    """An item for each meeting, with its own body and day."""
    items: list[Item] = []
    doubts: list[Warning] = []
    meetings: list[Meeting] = []
    for (_, begin, sitting), following in zip(heads, [*heads[1:], None], strict=True):
        stop = following[0] if following else web.whole.end
        title, number, begin = _titled(web, begin, stop, sitting)
        parts = find_business(web, begin, stop)
        item, late = read_business(
            web.page, parts, title=title or clean_title(web.subtitle), number=number, minuted=parts.minutes is not None,
            own=sitting.body, on=sitting.day,
        )  # fmt: skip
        items.append(replace(item, date=sitting.day))
        doubts += late
        meetings.append(Meeting(sitting.body, sitting.day, "held" if parts.words else None))
    bodies = {meeting.body for meeting in meetings}
    return Document(
        path=paper.path, sha256=paper.sha256, kind="agenda_item",
        body=bodies.pop() if len(bodies) == 1 else None,
        date=meetings[0].date if len(meetings) == 1 else None,
        meetings=tuple(meetings), items=tuple(items), warnings=(*doubts, *date_doubts(web.page)),
    )  # fmt: skip


def _titled(web: Web, begin: int, stop: int, sitting: Sitting) -> tuple[str | None, str | None, int]:
    """The item's title below a meeting's line, its number, and where its own words begin."""
    rows = [row for row in web.lines(begin, stop) if row.start >= begin][:3]
    number = item_number(sitting.item or "")
    if rows and number and item_number(web.page.text[rows[0].start : rows[0].end]) == number:
        begin, rows = rows[0].end, rows[1:]
    if rows and not web.pasted(rows[0].start) and not web.marks(rows[0].start, rows[0].end):
        words = web.page.words(rows[0].start, rows[0].end)
        if number and words.startswith(number):
            words = words[len(number) :].lstrip(". ")
        return clean_title(words) or None, number, rows[0].end
    return None, number, begin


def _of_issue(paper: Paper, web: Web) -> Document:
    """One item: what is or was to be decided, with each dated line about it as a step or a meeting."""
    whole = web.whole
    heading = web.first("mgSubTitleTxt")
    begin = web.place(heading).end if heading is not None else whole.start
    marks = web.marks(begin, whole.end)
    facts = read_facts(web, marks)
    due = named(marks, _DUE)
    maker = _BY.search(web.value(due) or "") if due else None
    steps, meetings = _happened(web, begin, whole.end)
    decision = facts.decision
    if decision.maker is None and maker:
        decision = replace(
            decision, maker=fold(maker["maker"]), proposed=not any(step.move == "decide" for step in steps)
        )
    made = [step.on for step in steps if step.move == "decide" and step.on]
    decision = replace(decision, decided_on=decision.decided_on or (made[-1] if made else None))
    facts = replace(facts, decision=decision)
    item, doubts = read_decided(
        web, marks, Span(begin, whole.end), facts, clean_title(web.subtitle) if web.subtitle else None
    )
    item = replace(
        item, steps=tuple(steps), outcome="proposed" if decision.proposed and item.outcome == "none" else item.outcome
    )
    told = named(marks, f"{MAKER}|{STATUS}|{_DUE}|{_NOTICE}") is not None
    return Document(
        path=paper.path, sha256=paper.sha256, kind="decision_list",
        body=decision.maker,
        date=decision.decided_on,
        meetings=tuple(meetings),
        items=(item,) if item.title or told else (),
        warnings=(*doubts, *date_doubts(web.page)),
    )  # fmt: skip


def _happened(web: Web, begin: int, end: int) -> tuple[list[Step], list[Meeting]]:
    """What the page's dated lines tell: steps of the decision, and the meetings it was at."""
    steps: list[Step] = []
    meetings: dict[tuple[str | None, date | None], Meeting] = {}
    for start, stop, section in _dated(web, begin, end):
        words = web.page.words(start, stop)
        days = [found.day for found in web.page.days_in(start, stop) if found.day]
        match = _DATED.match(words)
        rest = match["words"] if match else words
        move = next((move for pattern, move in _STEPS if pattern.search(rest)), None)
        if move is None and re.search(r"\bdecisions?\b", section):
            move = "decide"
        sitting = read_sitting(words) if "agenda" in section or "meeting" in section else Sitting()
        if sitting.day and sitting.body:
            meetings.setdefault((sitting.body, sitting.day), Meeting(sitting.body, sitting.day, None))
        if move and days:
            steps.append(Step(move, days[0], None, web.page.quote(start, stop)))
    return sorted(steps, key=lambda step: step.on or date.min), list(meetings.values())


def _dated(web: Web, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The stretches that begin with a day, outside what was pasted: a line, or a row of a table; and their heading."""
    section = ""
    rows = {cell.start: cell for cell in web.cells if begin <= cell.start < end}
    done = begin
    for row in web.lines(begin, end):
        words = web.page.text[row.start : row.end]
        mark = next(iter(web.marks(row.start, row.end)), None)
        if mark and not _DATED.match(words.strip()):
            section = mark.name
        if row.start < done or web.pasted(row.start) or not _DATED.match(words.strip()):
            continue
        cell = next((rows[at] for at in rows if at <= row.start < max(rows[at].end, at + 1)), None)
        stop = (
            max(
                (each.end for each in rows.values() if (each.table, each.row) == (cell.table, cell.row)),
                default=row.end,
            )
            if cell
            else row.end
        )
        done = stop
        yield row.start, stop, section
