"""A CMIS meeting page copied as text: `Meeting Details`, its day and hours on a line, then numbered items."""

import re

from msgspec.structs import replace

from workflow.importers import agenda_and_minutes
from workflow.importers.items import Section, find_items
from workflow.importers.page import Page
from workflow.importers.reading import Document, Paper
from workflow.importers.text import Line, lines
from workflow.importers.titles import clean_title

_TITLE = re.compile(r"meeting (?:details|summary)$", re.I)
_WHEN = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}\s*[-–]\s*\d{1,2}[:.]\d{2}(?:\s*(?:to|[-–])\s*\d{1,2}[:.]\d{2})?$")
_ITEMS = re.compile(r"(?:standard|public|private|confidential|exempt|agenda|other|urgent)? ?items?$", re.I)
_NOUN = re.compile(r"\b(?:committee|board|panel|cabinet|council|commission|forum|executive|group|assembly)\b", re.I)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})(?:\s+(?P<title>[A-Z‘“].*[^.;,\s]))?$")
_TOP = 40
_STEP = 3
_MOST = 240


def recognises(paper: Paper) -> float:
    """How surely this is one: the page's title, a line of day and hours below it, and numbered items."""
    if paper.medium != "text":
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), 60_000))
    title = next((at for at, row in enumerate(rows[:_TOP]) if _TITLE.match(row.words)), None)
    if title is None or not any(_WHEN.match(row.words) for row in rows[title + 1 : title + 8]):
        return 0.0
    return 0.9 if _items(paper.text, _begin(rows), min(len(paper.text), 60_000)) else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with its items; whose meeting it was stands above the day, where the copy kept it."""
    page = Page.of(paper)
    rows = lines(page.text, 0, min(len(page.text), 60_000))
    document = agenda_and_minutes.read_sections(paper, page, _items(page.text, _begin(rows), len(page.text)))
    body = _body(rows)
    if document.body or body is None:
        return document
    doubts = tuple(doubt for doubt in document.warnings if doubt.code != "no_body")
    meetings = tuple(replace(meeting, body=body) for meeting in document.meetings)
    return replace(document, body=body, meetings=meetings, warnings=doubts)


def _items(text: str, start: int, end: int) -> list[Section]:
    """The items between two places: those numbered twice, else those of any page."""
    return _twice(text, start, end) or find_items(text, start, end)


def _twice(text: str, start: int, end: int) -> list[Section]:
    """Items whose number stands before the title and again, alone, above the minute: `3 Announcements`, then `3`.

    An item that has lost its title has only the second. Nothing where fewer than two stand twice.
    """
    found: list[Section] = []
    pairs = 0
    for row in lines(text, start, end):
        number = _NUMBERED.match(row.words)
        at = int(found[-1].number or 0) if found else 0
        if number is None or not at <= int(number["number"]) <= at + _STEP or len(row.words) > _MOST:
            continue
        again, title = int(number["number"]) == at, number["title"]
        if again and title is None and found[-1].minutes is None:
            found[-1] = replace(found[-1], minutes=row.end)
            pairs += 1
        elif not again:
            found[-1:] = [replace(each, end=row.start) for each in found[-1:]]
            words = clean_title(title) if title else None
            found.append(Section(number["number"], words, row.end, end, None if title else row.end))
    return found if pairs > 1 else []


def _body(rows: list[Line]) -> str | None:
    """The body that stands alone between the page's title and its day."""
    for above, row, below in zip(rows, rows[1:], rows[2:_TOP], strict=False):
        if _TITLE.match(above.words) and _WHEN.match(below.words) and _NOUN.search(row.words):
            return row.words if len(row.words) < 120 else None
    return None


def _begin(rows: list[Line]) -> int:
    """Where the items begin: below the line that heads them, else below the page's title."""
    heads = [row.end for row in rows[:_TOP] if _ITEMS.match(row.words) or _TITLE.match(row.words)]
    return heads[-1] if heads else 0
