"""Printed minutes, in PDF, Word or plain text: a heading, who was present, then the items, each under its heading."""

import re
from datetime import date
from typing import Literal

import msgspec

from workflow.importers.action_table import table_actions
from workflow.importers.bodies import is_executive, whose_minutes
from workflow.importers.decision_facts import FIELDS, Facts, facts_of
from workflow.importers.evidence import bounds, date_doubts, missing
from workflow.importers.labels import find_fields
from workflow.importers.minutes import read_item
from workflow.importers.page import RUNNING, Page
from workflow.importers.printed_heading import read_top
from workflow.importers.printed_items import PrintedItem, find_printed_items
from workflow.importers.reading import Decision, Document, Item, Meeting, Paper, Warning
from workflow.importers.text import lines

_TITLE = re.compile(
    r"(?:[\w’'&(),. -]{0,80}\s)?(?:(?:draft|printed|public|open|unconfirmed|confirmed)\s+)*"
    r"(?:minutes|record of (?:the )?(?:meeting|proceedings)|notes of (?:the|a) meeting)\b(?!\s+item)",
    re.I,
)
_DECISIONS = re.compile(
    r"(?:[\w’'&() -]{0,80}\s)?(?:(?:record|notice|list|summary|schedule) of (?:the )?decisions\b(?: (?:taken|made))?"
    r"|decisions? (?:list|notice|sheet|summary)|printed decisions|decisions (?:taken|made) (?:by|at)"
    r"|(?:cabinet|executive|committee|board) decisions\s*$)",
    re.I,
)
_PRESENT = re.compile(r"(?:[\w ]{0,30}\s)?(?:present|in attendance|attendance|attended)\b", re.I)
_PAGE_SECTION = re.compile(r"minutes\s*:$", re.I)
_AGENDA = re.compile(r"(?:supplementary )?a\s?g\s?e\s?n\s?d\s?a\b(?! and)", re.I)
_DONE = re.compile(
    r"\b(?:RESOLVED|[Rr]esolved|RECOMMENDED|AGREED|[Aa]greed|NOTED|noted|considered|DECISION(?!S)|Decisions?(?=\s*:)"
    r"|apologies (?:for absence )?(?:were|had been))\b"
)
_LOOKED_AT = 60_000

_Read = tuple[Item, list[Warning]]


def recognises(paper: Paper) -> float:
    """How surely these are printed minutes: a title that says so or a list of those present, and headed items."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), _LOOKED_AT))
    if any(_PAGE_SECTION.match(row.words) for row in rows):
        return 0.0
    top = rows[:14]
    titled = any(_TITLE.match(row.words) and len(row.words) < 240 for row in top)
    decided = any(_DECISIONS.match(row.words) and len(row.words) < 200 for row in top)
    present = any(_PRESENT.match(row.words) for row in rows[:40])
    if not (titled or present or decided) or (not titled and any(_AGENDA.match(row.words) for row in top)):
        return 0.0
    if not _DONE.search(paper.text, 0, _LOOKED_AT):
        return 0.0
    count = len(find_printed_items(paper, 0, min(len(paper.text), _LOOKED_AT)))
    if count == 0:
        return 0.0
    if titled or decided:
        return 0.92 if count > 1 else 0.55
    heading = read_top(Page(paper.text[:_LOOKED_AT]), len(paper.text))
    return (0.7 if count > 1 else 0.55) if heading.body and heading.day else 0.0


def read(paper: Paper) -> Document:
    """The minutes as a document with the items in the order of the page."""
    page = Page.of(paper)
    sections = find_printed_items(paper, 0, len(page.text))
    first = sections[0].head if sections else len(page.text)
    top = read_top(page, first)
    body = top.body or whose_minutes(section.title for section in sections)
    low, high = bounds(page) if top.day is None else (None, None)
    notice = (
        facts_of(paper, Page(page.text[:first]), find_fields(paper, FIELDS, 0, first)) if is_executive(body) else None
    )
    items: list[Item] = []
    doubts: list[Warning] = []
    for section in sections:
        item, late = _item(paper, page, section, body, top.day, top.day or (low.day if low else None))
        items.append(_decided(item, body, top.day, notice) if notice else item)
        doubts += late
    rows = lines(page.text, 0, min(first, 6_000))[:14]
    decisions = any(_DECISIONS.match(row.words) for row in rows) and not any(_TITLE.match(row.words) for row in rows)
    status: Literal["cancelled", "held"] = "cancelled" if top.cancelled else "held"
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision_list" if decisions else "agenda_and_minutes",
        council=top.council,
        body=body,
        date=top.day,
        meetings=(Meeting(body, top.day, status),) if top.day else (),
        status=status,
        items=tuple(items),
        warnings=(*missing(body, top.day), *doubts, *date_doubts(page)),
        not_before=low,
        not_after=high,
    )


def _decided(item: Item, maker: str | None, on: date | None, notice: Facts) -> Item:
    """An item that the executive resolved, with its decision; what the heading of a notice says counts for each."""
    if item.procedural or not item.resolutions:
        return item
    decision = Decision(
        maker=maker,
        callable=notice.callable,
        published=notice.published,
        in_force=notice.in_force,
        reference=item.reference,
        maker_kind="executive",
        decided_on=on,
        window_closes=notice.closes,
    )
    return msgspec.structs.replace(item, decision=decision)


def _item(
    paper: Paper, page: Page, section: PrintedItem, own: str | None, on: date | None, floor: date | None
) -> _Read:
    """One item with its doubts. Actions that stand in a table are promises too."""
    item, doubts = read_item(
        page,
        section.start,
        section.end,
        title=section.title,
        minute=section.number,
        own=own,
        floor=floor,
        on=on,
        agenda=section.agenda,
    )
    known = {promise.quote for promise in item.promises}
    actions = table_actions(paper, page, section.start, section.end, floor)
    tabled = [action for action in actions if action.quote not in known]
    return (msgspec.structs.replace(item, promises=(*item.promises, *tabled)) if tabled else item), doubts
