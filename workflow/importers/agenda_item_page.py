"""One item's own page: "Agenda item", the title, who brings it, then "Minutes:" or "Decision:".

Where somebody copied it as text, any of these may be lost; what a page's foot says ("Supporting documents:") is left.
"""

import re

import msgspec

from states.british_dates import find_days
from workflow.importers.agenda_and_minutes import COLUMNS
from workflow.importers.bodies import find_bodies
from workflow.importers.decided import plain_decision
from workflow.importers.evidence import bounds, date_doubts, missing, read_heading
from workflow.importers.minutes import read_item
from workflow.importers.moderngov.heading import Sitting, read_sitting
from workflow.importers.page import RUNNING, Page
from workflow.importers.reading import Document, Meeting, Paper
from workflow.importers.text import Line, Span, lines
from workflow.importers.titles import clean_title
from workflow.importers.unlabelled import lost_resolution, minuted_from

_MARK = re.compile(r"agenda item(?: details?)?$", re.I)
_SECTION = re.compile(r"(?:minutes|decision|decisions|resolution|cofnodion|penderfyniad)\s*:$", re.I)
_INVITES = re.compile(r"\b(?:invit(?:es|ing)|ask(?:s|ing)|request(?:s|ing))\s+(?:the\s+)?$", re.I)
_DECISION = re.compile(r"decision|penderfyniad", re.I)
_NO_TITLE = re.compile(
    r"(?:meeting|date|venue|contact|home|council meetings?|back|share|print"
    r"|you are here|skip|search|agenda item)\b\s*(?:[:>|]|$)|skip to\b|reports? (?:of|by|from)\b",
    re.I,
)
_NUMBER = re.compile(r"(?:item\s+)?(\d{1,4}[a-z]?)[.:)]?\s+(?=[A-Z])", re.I)
_PAGE = re.compile(r"meeting documents$", re.I)
_FOOT = re.compile(r"supporting documents\s*:?$", re.I)
_SAT = re.compile(
    r"(?:[•·*-] )?meeting of (?:the )?(?=[A-Z].*\(item\b)|(?:[•·*-] )?item \S{1,6} (?:at|of) (?=.*\d{4})", re.I
)
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.{4,40}\d{4}.{0,20}", re.I)
_TELLS = re.compile(
    r"\b(?:moved|submitted|presented|introduced|considered|received|reported|noted|was|were|had|gave)\b"
)
_REFERENCE = re.compile(r"(?:decision\s+)?(?:ref(?:erence)?|decision)(?:\s+(?:no|number))?\.?\s*:\s*(\S{3,24})$", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is one item's page: it says so on one of its first lines."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = _rows(paper.text)
    marked = any(_MARK.match(row.words) for row in rows[:6])
    sections = sum(_SECTION.match(row.words) is not None for row in rows)
    if marked:
        return 0.9 if sections else 0.7
    if paper.medium != "text" or any(COLUMNS.match(row.words) for row in rows[:40]) or _told(rows) > 1:
        return 0.0
    if any(_PAGE.match(row.words) for row in rows[:3]) and _told(rows):
        return 0.72
    footed = bool(rows) and any(_FOOT.match(row.words) for row in rows[-2:])
    early = any(_SECTION.match(row.words) for row in rows[:8])
    return 0.62 if (sections == 1 and early) or (footed and sections < 2) else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with one item."""
    page = Page.of(paper)
    rows = _rows(page.text)
    mark = next((at for at, row in enumerate(rows[:6]) if _MARK.match(row.words) or _PAGE.match(row.words)), -1)
    section = next((row for row in rows[mark + 1 :] if _SECTION.match(row.words)), None)
    above = [row for row in rows[mark + 1 :] if section is None or row.start < section.start]
    sitting_row = next((row for row in above if _SAT.match(row.words)), None)
    sitting = read_sitting(_SAT.sub("", sitting_row.words)) if sitting_row else Sitting()
    head = None if mark >= 0 and _PAGE.match(rows[mark].words) else _head(above, sitting_row)
    number = _NUMBER.match(head.words) if head else None
    title = clean_title(head.words[number.end() :] if number else head.words) if head else None
    begin = max(head.end if head else 0, sitting_row.end if sitting_row else 0)
    minuted = None if section else minuted_from(page.text, begin, len(page.text))
    start = section.end if section else minuted if minuted is not None else begin
    held = section is not None or minuted is not None
    top = section.start if section else head.end if head else begin
    heading = read_heading(page, 0, top, skip=[head.words] if head else [])
    heading = msgspec.structs.replace(heading, body=heading.body or _invited(page, begin, start))
    if sitting.day:
        heading = msgspec.structs.replace(heading, body=sitting.body or heading.body, day=sitting.day)
    reference = next((match[1] for row in above if (match := _REFERENCE.match(row.words))), None)
    low, high = bounds(page) if heading.day is None else (None, None)
    lost, unsaid = lost_resolution(page, start, len(page.text)) if paper.medium == "text" else (None, [])
    if lost is None and section and _DECISION.match(section.words):
        minutes = next((row for row in rows if row.start > section.start and _SECTION.match(row.words)), None)
        upto = minutes.start if minutes else len(page.text)
        lost = plain_decision(page, Span(section.end, upto), start, len(page.text))
    item, doubts = read_item(
        page,
        start,
        len(page.text),
        title=title,
        minute=number[1] if number else None,
        own=heading.body,
        floor=heading.day or (low.day if low else None),
        reference=reference,
        agenda=sitting.item,
        resolved=lost,
    )
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="agenda_item",
        council=heading.council,
        body=item.body,
        date=heading.day,
        meetings=(Meeting(item.body, heading.day, "held" if held else None),) if heading.day else (),
        status="held" if held else None,
        items=(item,),
        warnings=(*missing(item.body, heading.day), *unsaid, *doubts, *date_doubts(page)),
        not_before=low,
        not_after=high,
    )


def _head(above: list[Line], sitting: Line | None) -> Line | None:
    """The line that titles the item: not the one that says at which meeting it was, nor who reports."""
    for row in above:
        if row == sitting or _is_told(row):
            return None
        if not _NO_TITLE.match(row.words) and not _DAY.fullmatch(row.words):
            return row
    return None


def _invited(page: Page, start: int, end: int) -> str | None:
    """The body that a report `invites … to consider` something, by what the agenda says."""
    for body in find_bodies(page.text, start, end):
        invited = _INVITES.search(page.text, max(start, body.start - 30), body.start)
        if invited and not body.generic and page.text[body.end : body.end + 4] == " to ":
            return body.name
    return None


def _is_told(row: Line) -> bool:
    """Whether a line tells what was done, so that it is the minute and no title."""
    ended = (row.words.endswith(".") and len(row.words) > 90) or row.words.endswith(",")
    return ended and _TELLS.search(row.words) is not None


def _told(rows: list[Line]) -> int:
    """How many lines say at which meeting the item was."""
    return sum(_SAT.match(row.words) is not None and find_days(row.words) != [] for row in rows)


def _rows(text: str) -> list[Line]:
    """The lines among which the page's own marks stand."""
    return lines(text, 0, min(len(text), 20_000))
