"""A minute on its own, copied without its page: perhaps a number and a title, the words, then what was resolved."""

import re

from workflow.importers.evidence import Heading, bounds, date_doubts, missing, read_heading
from workflow.importers.minutes import read_item
from workflow.importers.openings import STRONG
from workflow.importers.page import RUNNING, Page
from workflow.importers.reading import Document, Meeting, Paper
from workflow.importers.resolutions import find_resolved
from workflow.importers.sitting_line import find_sitting
from workflow.importers.text import Line, lines
from workflow.importers.titles import clean_title, subject_of
from workflow.importers.unlabelled import find_lost, lost_resolution

_NUMBER = re.compile(r"(?:minute\s+)?(?:no\.?\s+)?(?P<number>\d{1,4}[a-z]?(?:/\d{2})?)[.:)]?(?:\s+|$)", re.I)
_OPENS = re.compile(
    r"(?:the |further to |members |at (?:their|its|the) |\w+ )?[^\n]{0,120}?\b(?:committee|board|panel|cabinet"
    r"|council|members|group|commission|forum)\b"
    r"[^\n]{0,40}?\b(?:received|considered|noted|discussed|welcomed|heard|reviewed|scrutinised)\b",
    re.I,
)
_LONG = 12_000
_CRUMBS = re.compile(r"home\s*(?:>|»|/)\s", re.I)
_HEADING = re.compile(r"(?:minutes?|extract|meeting|agenda|present|held)\b", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is a minute: something is resolved, or a body considered something, and nothing else is known."""
    if paper.medium not in RUNNING:
        return 0.0
    page = Page(paper.text[:60_000])
    long = paper.medium != "text" and len(page.text) > _LONG
    if not long and STRONG.search(page.text) and find_resolved(page, 0, len(page.text)).limbs:
        return 0.5
    if paper.medium != "text":
        return 0.0
    if not long and find_lost(page, 0, len(page.text)).spans:
        return 0.35
    return 0.4 if any(_OPENS.match(row.words) for row in lines(page.text)[:12]) or _opens(page.text) else 0.0


def read(paper: Paper) -> Document:
    """The minute as a document with one item."""
    page = Page.of(paper)
    rows = lines(page.text, 0, min(len(page.text), 6_000))
    body_row = next((at for at, row in enumerate(rows) if _is_prose(row)), 0)
    site = max((at + 1 for at, row in enumerate(rows[:body_row]) if _CRUMBS.match(row.words)), default=0)
    above = rows[site:body_row]
    head, number = _title([row for row in above if find_sitting(row.words) is None])
    heading = read_heading(page, 0, above[-1].end, skip=[head.words] if head else []) if above else Heading()
    start = rows[body_row].start if rows else 0
    title = clean_title(_NUMBER.sub("", head.words, count=1) if number else head.words) if head is not None else None
    low, high = bounds(page) if heading.day is None else (None, None)
    lost, unsaid = lost_resolution(page, start, len(page.text)) if paper.medium == "text" else (None, [])
    item, doubts = read_item(
        page,
        start,
        len(page.text),
        title=title or subject_of(page.text, start, len(page.text)),
        minute=number,
        own=heading.body,
        floor=heading.day or (low.day if low else None),
        resolved=lost,
    )
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="minute",
        council=heading.council,
        body=item.body,
        date=heading.day,
        meetings=(Meeting(item.body, heading.day, "held"),) if heading.day else (),
        status="held",
        items=(item,),
        warnings=(*missing(item.body, heading.day), *unsaid, *doubts, *date_doubts(page)),
        not_before=low,
        not_after=high,
    )


def _opens(text: str) -> bool:
    """Whether the first words, over their line ends, are those of a minute."""
    return _OPENS.match(re.sub(r"\s+", " ", text[:400]).strip()) is not None


def _is_prose(row: Line) -> bool:
    """Whether a line is running text, not a heading."""
    if _HEADING.match(row.words):
        return False
    return len(row.words) > 110 or row.words.endswith((".", ";", ":")) or _PROSE.match(row.words) is not None


_PROSE = re.compile(
    r"(?:the|further to|at|members|in|following|with reference|arising|having|consideration was|councillor)\s", re.I
)


def _title(above: list[Line]) -> tuple[Line | None, str | None]:
    """The line that titles the minute, and the number before it or on the line above it."""
    number: str | None = None
    head: Line | None = None
    for row in above:
        match = _NUMBER.match(row.words)
        if match and match.end() == len(row.words):
            number = match["number"]
        elif match and row.words[match.end() :][:1].isupper():
            return row, match["number"]
        elif not _HEADING.match(row.words):
            head = row
    return head, number
