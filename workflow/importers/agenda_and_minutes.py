"""A meeting's page or its printed minutes: a heading, then numbered items, each with its title and its minutes."""

import re
from typing import Literal

from workflow.importers.bodies import whose_minutes
from workflow.importers.decided import plain_decision
from workflow.importers.evidence import bounds, date_doubts, missing, read_heading
from workflow.importers.items import Section, find_items
from workflow.importers.minutes import read_item
from workflow.importers.page import RUNNING, Page
from workflow.importers.reading import Document, Item, Kind, Meeting, Paper, Warning
from workflow.importers.text import Line, lines
from workflow.importers.titles import is_procedural
from workflow.importers.unlabelled import lost_resolution

TITLE = re.compile(
    r"(?:agenda|rhaglen)(?:, penderfyniadau)? a chofnodion\b|(?:printed |draft |public )?"
    r"(?:agenda(?:,? (?:decisions )?and (?:draft )?minutes|, decisions)?|minutes|decisions)\b(?!\s+item)(?!.*\bpdf\b)",
    re.I,
)
"""The title of a meeting's page."""

COLUMNS = re.compile(
    r"(?:note\s+)?(?:no\.?|item|items|number)(?:\s+(?:no\.?|item|title|business))*$"
    r"|(?:business items|items under discussion|eitemau|rhif\.?(?: eitem)?)\s*:?$",
    re.I,
)
"""The line that heads the columns of a page's items."""

_SECTION = re.compile(r"(?:minutes|decision|decisions)\s*:$", re.I)
_PRESENT = re.compile(
    r"(?:members |councillors |also |those )?(?:present|in attendance|attendance|apologies)\b.{0,40}:", re.I
)
_HELD = re.compile(r"\b(?:RESOLVED|[Rr]esolved|AGREED|noted that|considered a report)\b")


def recognises(paper: Paper) -> float:
    """How surely this is a meeting's page: a title line that says so, and numbered items."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), 60_000))
    titled = any(TITLE.match(row.words) and len(row.words) < 200 for row in rows[:8])
    columns = any(COLUMNS.match(row.words) for row in rows[:30])
    if paper.medium != "text" and not (titled and (columns or any(_SECTION.match(row.words) for row in rows))):
        return 0.0
    if not (titled or columns or any(_PRESENT.match(row.words) for row in rows[:30])):
        return 0.0
    count = len(find_items(paper.text, _first(rows), min(len(paper.text), 60_000)))
    if count == 0:
        return 0.0
    return 0.85 if titled and (columns or count > 1) else 0.6 if count > 1 or columns else 0.3


def read(paper: Paper) -> Document:
    """The page as a document with its items in the order of the page."""
    page = Page.of(paper)
    rows = lines(page.text, 0, min(len(page.text), 60_000))
    return read_sections(paper, page, find_items(page.text, _first(rows), len(page.text)))


def read_sections(paper: Paper, page: Page, sections: list[Section]) -> Document:
    """The page as a document with the items that stand in some sections of it."""
    first = page.text.rfind("\n", 0, sections[0].start) if sections else len(page.text)
    heading = read_heading(page, 0, max(first, 0))
    low, high = bounds(page) if heading.day is None else (None, None)
    floor = heading.day or (low.day if low else None)
    own = heading.body or whose_minutes(section.title for section in sections)
    minuted = any(section.minutes is not None for section in sections)
    held = minuted or _HELD.search(page.text) is not None
    items: list[Item] = []
    doubts: list[Warning] = []
    for section in sections:
        begin = _from(section, minuted)
        copied = paper.medium == "text" and section.minutes is not None
        lost, unsaid = lost_resolution(page, begin, section.end) if copied else (None, [])
        if lost is None and section.decision and not is_procedural(section.title):
            lost = plain_decision(page, section.decision, begin, section.end)
        item, late = read_item(
            page,
            begin,
            section.end,
            title=section.title,
            minute=section.number,
            own=own,
            floor=floor,
            resolved=lost,
        )
        items.append(item)
        doubts += [*unsaid, *late]
    body = own or _agreed_body(items)
    kind: Kind = "agenda_and_minutes" if held else "agenda"
    status: Literal["cancelled", "held"] | None = "cancelled" if heading.cancelled else "held" if held else None
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind=kind,
        council=heading.council,
        body=body,
        date=heading.day,
        meetings=(Meeting(body, heading.day, status),) if heading.day else (),
        status=status,
        items=tuple(items),
        warnings=(*missing(body, heading.day), *doubts, *date_doubts(page)),
        not_before=low,
        not_after=high,
    )


def _first(rows: list[Line]) -> int:
    """Where the items can begin: behind the line that heads their columns, else at the top."""
    return next((row.end for row in rows[:40] if COLUMNS.match(row.words)), 0)


def _from(section: Section, minuted: bool) -> int:
    """Where an item's minute begins. What an agenda announces is not what was minuted."""
    if section.minutes is not None:
        return section.minutes
    return section.end if minuted else section.start


def _agreed_body(items: list[Item]) -> str | None:
    """The one body that the items' own words name, where the heading names none."""
    named = {item.body for item in items if item.body}
    return named.pop() if len(named) == 1 else None
