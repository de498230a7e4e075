"""One item's own page (`mgAi`): its title, the meeting it was at, its agenda text, "Decision:" and "Minutes:"."""

import re

from workflow.importers.evidence import date_doubts, missing
from workflow.importers.moderngov.business import find_business, item_number, read_business
from workflow.importers.moderngov.heading import Sitting, read_sitting, status_of
from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Document, Meeting, Paper
from workflow.importers.titles import clean_title

_TITLE = re.compile(r"agenda item(?: details?)?\b", re.I)
_MEETING = re.compile(r"(?:• )?(?:meeting of\b|meeting\s*:|item \S{1,6} (?:at|of) )", re.I)
_NUMBERED = re.compile(r"(?:item\s+)?(?P<number>\d{1,4}(?:/\d{1,4})?[a-z]?)[.:)]\s+(?=\S)", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is one item's page: it says so, and has no table of items."""
    web = Web.of(paper)
    if web is None or not _TITLE.match(web.title) or web.first("mgItemNumberCell") is not None:
        return 0.0
    return 0.96


def read(paper: Paper) -> Document:
    """The page as a document with one item."""
    web = Web.of(paper) or Web(paper)
    title, number = _title(web)
    sitting, begin = _sitting(web)
    number = sitting.item or number
    parts = find_business(web, begin, web.whole.end)
    held = parts.words is not None
    item, doubts = read_business(
        web.page, parts, title=title, number=item_number(number or ""), minuted=parts.minutes is not None,
        own=sitting.body, on=sitting.day,
    )  # fmt: skip
    status = status_of(sitting, held=held)
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="agenda_item",
        body=item.body,
        date=sitting.day,
        meetings=(Meeting(item.body, sitting.day, status, time=sitting.time),) if sitting.day else (),
        status=status if sitting.day else None,
        items=(item,),
        warnings=(*missing(item.body, sitting.day), *doubts, *date_doubts(web.page)),
    )


def _title(web: Web) -> tuple[str | None, str | None]:
    """The item's title, and the number before it."""
    words = clean_title(web.subtitle) if web.subtitle else ""
    number = _NUMBERED.match(words)
    return (words[number.end() :] if number else words) or None, number["number"] if number else None


def _sitting(web: Web) -> tuple[Sitting, int]:
    """The meeting that the item was at, and where the item's own words begin: behind its title and its links."""
    whole = web.whole
    begin = whole.start
    for name in ("mgMainTitleTxt", "mgSubTitleTxt"):
        element = web.first(name)
        begin = max(begin, web.place(element).end) if element is not None else begin
    found = Sitting()
    for row in web.lines(begin, min(whole.end, begin + 4_000)):
        words = web.page.text[row.start : row.end].strip()
        if found.day is None and _MEETING.match(words) and not web.pasted(row.start):
            found = read_sitting(re.sub(r"^(?:• )?(?:meeting\s*:\s*)?", "", words, flags=re.I))
        if (
            row.style.startswith("li")
            and not web.pasted(row.start)
            and words.startswith("•")
            and row.start < begin + 2_000
        ):
            begin = row.end
        elif row.start > begin + 2_000:
            break
        if web.pasted(row.start):
            break
    return found, begin
