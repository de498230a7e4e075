"""The front sheet of a printed agenda, or a summons: whose meeting, when, and the items announced; nothing done yet."""

import re
from datetime import date, timedelta
from typing import Literal

from msgspec.structs import replace

from workflow.importers.consultations import find_consultations
from workflow.importers.decided import resolved_by
from workflow.importers.decision_refs import title_ref
from workflow.importers.evidence import date_doubts, missing
from workflow.importers.page import RUNNING, Page
from workflow.importers.printed_heading import read_top
from workflow.importers.printed_items import PrintedItem, find_printed_items
from workflow.importers.promises import find_events_told
from workflow.importers.reading import Document, Item, Meeting, Paper
from workflow.importers.recommended import put_to
from workflow.importers.text import lines
from workflow.importers.titles import is_procedural, is_standing

_ITEM = 3_000
"""So much of what stands below an item is the agenda's own: behind the last item may stand a report."""

_TITLE = re.compile(
    r"(?:[\w’'& ]{0,60}\s)?(?:(?:supplementary|public|order of business"
    r"|summons)\s+)*a\s?g\s?e\s?n\s?d\s?a\b(?! and minutes)"
    r"(?:\s+(?:pack|and reports pack|reports pack|sheet|for|of)\b.*)?|(?:summons|notice of (?:a "
    r"|the )?(?:[\w-]+ )?meeting"
    r"|order of business)\b",
    re.I,
)
_SECTION = re.compile(r"(?:minutes|decision|decisions)\s*:$", re.I)
_DONE = re.compile(r"\b(?:RESOLVED|AGREED)\b|\b[Rr]esolved\s*[:–-]|\bhereby resolved\b")
_ISSUED = re.compile(
    r"(?:date (?:of )?)?(?:agenda )?(?:issued?|published|publication|dated?|despatch(?:ed)?|dispatch(?:ed)?|circulated)"
    r"(?: date)?(?: on)?\s*[:–-]?\s*$",
    re.I,
)
_FRONT = 16_000
_EARLIEST = timedelta(days=60)


def recognises(paper: Paper) -> float:
    """How surely this is an agenda: a title that says so, and items with nothing resolved in them."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), _FRONT))
    titled = any(_TITLE.fullmatch(row.words) for row in rows[:40] if len(row.words) < 120)
    if not titled or any(_SECTION.match(row.words) for row in rows):
        return 0.0
    found = find_printed_items(paper, 0, min(len(paper.text), _FRONT))
    if not found or _DONE.search(paper.text, 0, min(found[-1].end, _FRONT)):
        return 0.0
    return 0.91 if len(found) > 1 else 0.6


def read(paper: Paper) -> Document:
    """The agenda as a document: one scheduled meeting, and its items by their numbers on the agenda."""
    page = Page.of(paper)
    sections = find_printed_items(paper, 0, min(len(page.text), _FRONT))
    first = sections[0].head if sections else min(len(page.text), _FRONT)
    top = read_top(page, first)
    asked = [resolved_by(page, put_to(page, section.start, _end(section))).limbs for section in sections]
    items = tuple(
        Item(
            title=section.title,
            outcome="options" if options else "none",
            resolutions=tuple(replace(limb, to=top.body) for limb in options),
            to=top.body if options else None,
            made_by="officers" if options else None,
            reference=title_ref(section.title),
            body=top.body,
            procedural=is_procedural(section.title) or is_standing(section.title),
            agenda=section.agenda or section.number,
            consultation=tuple(find_consultations(page, section.start, _end(section))),
            promises=tuple(find_events_told(page, section.start, _end(section), own=top.body, floor=top.day)),
        )
        for section, options in zip(sections, asked, strict=True)
    )
    status: Literal["cancelled", "scheduled"] = "cancelled" if top.cancelled else "scheduled"
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="agenda",
        council=top.council,
        body=top.body,
        date=top.day,
        meetings=(Meeting(top.body, top.day, status),) if top.day else (),
        status=status,
        items=items,
        issued=_issued(page, top.day),
        warnings=(*missing(top.body, top.day), *date_doubts(page)),
    )


def _end(section: PrintedItem) -> int:
    """Where the agenda's own words on an item end."""
    return min(section.end, section.start + _ITEM)


def _issued(page: Page, meeting: date | None) -> date | None:
    """The day the agenda was issued: labelled so, or alone on its line and in the weeks before the meeting."""
    if meeting is None:
        return None
    for when in page.days_in(0, min(len(page.text), _FRONT)):
        if when.day is None or when.problem or not meeting - _EARLIEST <= when.day < meeting:
            continue
        begin = page.text.rfind("\n", 0, when.start) + 1
        end = page.text.find("\n", when.end)
        before, after = page.text[begin : when.start].strip(), page.text[when.end : end if end >= 0 else None].strip()
        if _ISSUED.fullmatch(before) or (not before and not after):
            return when.day
    return None
