"""One item's own page: "Agenda item", the title, who brings it, then "Minutes:" or "Decision:"."""

import re

from workflow.importers.evidence import bounds, date_doubts, missing, read_heading
from workflow.importers.minutes import read_item
from workflow.importers.page import RUNNING, Page
from workflow.importers.reading import Document, Meeting, Paper
from workflow.importers.text import Line, lines
from workflow.importers.titles import clean_title

_MARK = re.compile(r"agenda item(?: details?)?$", re.I)
_SECTION = re.compile(r"(?:minutes|decision|decisions|resolution)\s*:$", re.I)
_NO_TITLE = re.compile(
    r"(?:meeting|date|venue|contact|home|council meetings?|back|share|print"
    r"|you are here|skip|search|agenda item)\b\s*(?:[:>|]|$)",
    re.I,
)
_NUMBER = re.compile(r"(?:item\s+)?(\d{1,4}[a-z]?)[.:)]?\s+(?=[A-Z])", re.I)
_REFERENCE = re.compile(r"(?:decision\s+)?(?:ref(?:erence)?|decision)(?:\s+(?:no|number))?\.?\s*:\s*(\S{3,24})$", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is one item's page: it says so on one of its first lines."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = _rows(paper.text)
    marked = any(_MARK.match(row.words) for row in rows[:6])
    return 0.0 if not marked else 0.9 if any(_SECTION.match(row.words) for row in rows) else 0.7


def read(paper: Paper) -> Document:
    """The page as a document with one item."""
    page = Page.of(paper)
    rows = _rows(page.text)
    mark = next((at for at, row in enumerate(rows) if _MARK.match(row.words)), -1)
    section = next((row for row in rows[mark + 1 :] if _SECTION.match(row.words)), None)
    above = [row for row in rows[mark + 1 :] if section is None or row.start < section.start]
    head = next((row for row in above if not _NO_TITLE.match(row.words)), None)
    number = _NUMBER.match(head.words) if head else None
    title = clean_title(head.words[number.end() :] if number else head.words) if head else None
    start = section.end if section else head.end if head else 0
    heading = read_heading(page, 0, section.start if section else start, skip=[head.words] if head else [])
    reference = next((match[1] for row in above if (match := _REFERENCE.match(row.words))), None)
    low, high = bounds(page) if heading.day is None else (None, None)
    item, doubts = read_item(
        page,
        start,
        len(page.text),
        title=title,
        minute=number[1] if number else None,
        own=heading.body,
        floor=heading.day or (low.day if low else None),
        reference=reference,
    )
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="agenda_item",
        council=heading.council,
        body=item.body,
        date=heading.day,
        meetings=(Meeting(item.body, heading.day, "held" if section else None),) if heading.day else (),
        status="held" if section else None,
        items=(item,),
        warnings=(*missing(item.body, heading.day), *doubts, *date_doubts(page)),
        not_before=low,
        not_after=high,
    )


def _rows(text: str) -> list[Line]:
    """The lines among which the page's own marks stand."""
    return lines(text, 0, min(len(text), 20_000))
