"""A meeting's page (`ieListDocuments`): its body and day, then a table of items with agenda, decisions and minutes."""

import re
from typing import Any

from msgspec.structs import replace

from workflow.importers import agenda_and_minutes
from workflow.importers.evidence import date_doubts, missing
from workflow.importers.moderngov.business import Business, find_business, item_number, read_business
from workflow.importers.moderngov.heading import Sitting, doubtful, met, page_sitting, status_of, venue
from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Document, Item, Kind, Paper, Warning
from workflow.importers.text import fold
from workflow.importers.titles import clean_title
from workflow.importers.web_text import as_running

_TITLE = re.compile(r"(?:printed |draft )?(?:agenda|minutes|decisions|meeting details)\b(?! item)", re.I)
_ISSUE = re.compile(r"issue\b", re.I)
_EMPTY = re.compile(r"no (?:documents|agenda|items|information) (?:are|is|has been|have been)\b", re.I)
_PART = re.compile(
    r"(?:part (?:[ab12]|i{1,2}|one|two)\b|(?:items?|business|matters|reports) (?:to be |for |likely |which "
    r"|containing ).*|(?:open|closed|public|exempt"
    r"|confidential|private) (?:items?|session|business)\b).{0,160}$",
    re.I,
)
_TITLES = frozenset({"mgAiTitleTxt", "mgItemTitleTxt"})
_TABLES = ("mgItemTable", "mgMeetingTable", "mgAgendaTable")
_HELD = re.compile(r"\bminutes\b", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is a meeting's page: a table of items, or the heading of a meeting without any."""
    web = Web.of(paper)
    if web is None:
        return 0.0
    if _ISSUE.match(web.title):
        return 0.0
    if web.first("mgItemNumberCell") is not None:
        return 0.95
    if web.first("mgMainTitleTxt") is None and not _TITLE.match(web.title):
        return 0.0
    sitting = page_sitting(web)
    if sitting.day is None or sitting.body is None or sitting.item:
        return 0.0
    whole = web.whole
    bare = _EMPTY.search(web.page.text, whole.start, whole.end) is not None or sitting.cancelled
    return 0.9 if bare or web.first("mgItemTable", "mgAiTitleTxt") is not None or _TITLE.match(web.title) else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with its items in the order of the page."""
    web = Web.of(paper) or Web(paper)
    sitting = page_sitting(web)
    found = _items(web)
    if not found and not sitting.cancelled and (running := as_running(paper)) is not None:
        return _as_text(agenda_and_minutes.read(running), sitting)
    minuted = any(parts.minutes for _, _, parts in found)
    held = minuted or any(parts.decision for _, _, parts in found)
    items: list[Item] = []
    doubts: list[Warning] = []
    for number, title, parts in found:
        if number is None and parts.words is None:
            continue
        item, late = read_business(
            web.page, parts, title=title, number=number, minuted=minuted, own=sitting.body, on=sitting.day
        )
        items.append(item)
        doubts += late
    status = status_of(sitting, held=held or (bool(items) and _HELD.search(web.title) is not None))
    kind: Kind = "agenda_and_minutes" if held else "agenda"
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind=kind,
        body=sitting.body,
        date=sitting.day,
        meetings=(met(sitting, status, place=venue(web, web.marks(*_top(web)))),) if sitting.day else (),
        status=status,
        items=tuple(items),
        warnings=(*missing(sitting.body, sitting.day), *doubtful(sitting), *doubts, *date_doubts(web.page)),
    )


def _as_text(document: Document, sitting: Sitting) -> Document:
    """What a page without a table of items says as running text, with what its heading says."""
    day = sitting.day or document.date
    status = document.status or status_of(sitting, held=False)
    return replace(
        document,
        body=sitting.body or document.body,
        date=day,
        status=status,
        meetings=(met(sitting, status, place=None),) if sitting.day else document.meetings,
        warnings=tuple(doubt for doubt in document.warnings if not (sitting.day and doubt.code == "no_meeting_date")),
    )


def _top(web: Web) -> tuple[int, int]:
    """Where the page speaks of the meeting itself: above its first item."""
    cell = web.first("mgItemNumberCell")
    return web.whole.start, web.place(cell).start if cell is not None else web.whole.end


def _items(web: Web) -> list[tuple[str | None, str | None, Business]]:
    """Number, title and parts of each row of the table of items; lines that only divide the table are left out."""
    found: list[tuple[str | None, str | None, Business]] = []
    for cell in web.all("mgItemNumberCell") or _first_cells(web):
        content = _beside(web, cell)
        if content is None:
            continue
        titled = (each for each in content.iter() if each in web.laid.places and not _TITLES.isdisjoint(_classes(each)))
        head = next(titled, None)
        place = web.place(content)
        if head is None:
            row = next(web.lines(place.start, place.end), None)
            title, begin = (web.page.words(row.start, row.end), row.end) if row else ("", place.end)
        else:
            title, begin = web.words(head), web.place(head).end
        title = clean_title(title) if title else ""
        number = item_number(web.words(cell))
        if title and not (number is None and _PART.match(fold(title))):
            found.append((number, title, find_business(web, begin, place.end)))
    return found


def _first_cells(web: Web) -> list[Any]:
    """The first cells of a table of items whose cells a council has not named: those that hold an item's number."""
    rows = [row for table in web.all(*_TABLES) for row in table.iter("tr")]
    firsts = [next((cell for cell in row if cell.tag in ("td", "th")), None) for row in rows]
    return [cell for cell in firsts if cell is not None and cell in web.laid.places and item_number(web.words(cell))]


def _beside(web: Web, cell: Any) -> Any:
    """The cell beside an item's number, with what the item says."""
    beside = cell.getnext()
    while beside is not None and (not isinstance(beside.tag, str) or beside not in web.laid.places):
        beside = beside.getnext()
    return beside


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()
