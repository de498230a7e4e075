"""The meetings an issue was at (`ieIssueDetails`): `Meeting: 17/07/2018 - Cabinet (Item 35)`, then the item there."""

import re

from msgspec.structs import replace

from workflow.importers.evidence import date_doubts
from workflow.importers.moderngov.business import find_business, item_number, read_business
from workflow.importers.moderngov.heading import Sitting, read_sitting
from workflow.importers.moderngov.issue import TITLE
from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Document, Item, Meeting, Paper, Warning
from workflow.importers.titles import clean_title

_MEETING = re.compile(r"(?:• )?meeting\s*:\s*(?=\d)", re.I)


def recognises(paper: Paper) -> float:
    """How surely the page shows an issue's meetings: it says that it is an issue's, and has lines that head them."""
    web = Web.of(paper)
    return 0.96 if web and TITLE.match(web.title) and _heads(web) else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with an item for each meeting, with its own body and day."""
    web = Web.of(paper) or Web(paper)
    heads = _heads(web)
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


def _heads(web: Web) -> list[tuple[int, int, Sitting]]:
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


def _titled(web: Web, begin: int, stop: int, sitting: Sitting) -> tuple[str | None, str | None, int]:
    """The item's title below a meeting's line, its number, and where its own words begin."""
    rows = [row for row in web.lines(begin, stop) if row.start >= begin][:3]
    number = item_number(sitting.item or "")
    if rows and number and item_number(web.page.text[rows[0].start : rows[0].end]) == number:
        begin, rows = rows[0].end, rows[1:]
    if rows and not web.pasted(rows[0].start) and not web.marks(rows[0].start, rows[0].end):
        words = web.page.words(rows[0].start, rows[0].end)
        if web.subtitle and words.endswith(".") and len(words) > 80 and not words[0].isdigit():
            return None, number, begin
        if number and words.startswith(number):
            words = words[len(number) :].lstrip(". ")
        return clean_title(words) or None, number, rows[0].end
    return None, number, begin
