"""A CMIS meeting page copied as text: `Meeting Details`, its day and hours on a line, then numbered items."""

import re

from msgspec.structs import replace

from workflow.importers import agenda_and_minutes
from workflow.importers.items import find_items
from workflow.importers.page import Page
from workflow.importers.reading import Document, Paper
from workflow.importers.text import Line, lines

_TITLE = re.compile(r"meeting (?:details|summary)$", re.I)
_WHEN = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}\s*[-–]\s*\d{1,2}[:.]\d{2}(?:\s*(?:to|[-–])\s*\d{1,2}[:.]\d{2})?$")
_ITEMS = re.compile(r"(?:standard|public|private|confidential|exempt|agenda|other|urgent)? ?items?$", re.I)
_NOUN = re.compile(r"\b(?:committee|board|panel|cabinet|council|commission|forum|executive|group|assembly)\b", re.I)
_TOP = 40


def recognises(paper: Paper) -> float:
    """How surely this is one: the page's title, a line of day and hours below it, and numbered items."""
    if paper.medium != "text":
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), 60_000))
    title = next((at for at, row in enumerate(rows[:_TOP]) if _TITLE.match(row.words)), None)
    if title is None or not any(_WHEN.match(row.words) for row in rows[title + 1 : title + 8]):
        return 0.0
    return 0.9 if find_items(paper.text, _begin(rows), min(len(paper.text), 60_000)) else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with its items; whose meeting it was stands above the day, where the copy kept it."""
    page = Page.of(paper)
    rows = lines(page.text, 0, min(len(page.text), 60_000))
    document = agenda_and_minutes.read_sections(paper, page, find_items(page.text, _begin(rows), len(page.text)))
    body = _body(rows)
    if document.body or body is None:
        return document
    doubts = tuple(doubt for doubt in document.warnings if doubt.code != "no_body")
    meetings = tuple(replace(meeting, body=body) for meeting in document.meetings)
    return replace(document, body=body, meetings=meetings, warnings=doubts)


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
