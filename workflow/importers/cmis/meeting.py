"""A CMIS meeting page: a summary of labels (`Committee:`, `Status:`, `Date:`), then its papers or its agenda items.

Newer sites label in boxes and list an item's papers; older ones set both in tables, some with what was resolved.
"""

import re
from typing import Any

from workflow.importers.cmis.blocks import from_blocks, from_rows
from workflow.importers.evidence import date_doubts, missing
from workflow.importers.media import Cell
from workflow.importers.moderngov.business import Business, item_number, read_business
from workflow.importers.moderngov.heading import Sitting, doubtful, met, read_sitting, status_of, venue
from workflow.importers.moderngov.parts import Mark, Web, named
from workflow.importers.reading import Document, Item, Kind, Paper, Warning
from workflow.importers.text import Span
from workflow.importers.titles import clean_title

_BODY = r"committee(?: name)?|body"
_WHEN = r"(?:meeting |scheduled )?date(?: of meeting)?|meeting date|when"
_STATUS = r"(?:meeting )?status"
_HELD = re.compile(r"\b(?:held|occurred|completed|minutes? (?:published|confirmed|agreed))\b", re.I)
_ITEM = re.compile(
    r"(?:agenda\s+)?(?:item\s*)?(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[.:)–-]*\s+(?:[-–]\s*)?(?P<title>[A-Z].{2,})$",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:agenda (?:pack|frontsheet|document|papers)|public pack|supplement\w*|minutes of)\b|\.(?:pdf|docx?)$", re.I
)
_NUMBER = re.compile(r"(?:item|no|number|ref)\b.{0,12}$", re.I)
_TITLE = re.compile(r"(?:agenda item|title|subject|item title|description|business)\b", re.I)
_OUTCOME = re.compile(r"(?:decision|resolution|resolved|minutes?|outcome)\b", re.I)
_OWN = re.compile(r"ViewMeetingPublic|ViewCMIS_|/cmis|Document\.ashx|ViewDocument", re.I)
_MINUTES = re.compile(r"\bminutes\b", re.I)


def recognises(paper: Paper) -> float:
    """How surely this is a CMIS meeting page: a meeting's labels, and parts named as CMIS names them."""
    web = Web.of(paper)
    if web is None or web.first("mgMainTitleTxt", "mgItemNumberCell") is not None:
        return 0.0
    marks = web.marks(web.whole.start, web.whole.end)
    told = named(marks, _BODY) is not None and (named(marks, _WHEN) is not None or named(marks, _STATUS) is not None)
    if not told:
        return 0.0
    return 0.92 if web.first("DNNLabel", "DocumentListItem", "TitleLink") is not None or _linked(web) else 0.5


def read(paper: Paper) -> Document:
    """The page as a document with the items it lists."""
    web = Web.of(paper) or Web(paper)
    whole = web.whole
    marks = web.marks(whole.start, whole.end)
    sitting = _sitting(web, marks)
    found = _from_table(web) or from_blocks(web) or from_rows(web) or _from_papers(web)
    held = any(parts.words for _, _, parts in found)
    minuted = any(parts.minutes for _, _, parts in found)
    items: list[Item] = []
    doubts: list[Warning] = []
    for number, title, parts in found:
        item, late = read_business(
            web.page, parts, title=title, number=number, minuted=minuted, own=sitting.body, on=sitting.day
        )
        items.append(item)
        doubts += late
    said = named(marks, _STATUS)
    done = held or (said is not None and _HELD.search(web.value(said) or "") is not None)
    status = status_of(sitting, held=done)
    kind: Kind = "agenda_and_minutes" if held else "agenda"
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind=kind,
        body=sitting.body,
        date=sitting.day,
        meetings=(met(sitting, status, place=venue(web, marks), time=_time(web, marks)),) if sitting.day else (),
        status=status,
        items=tuple(items),
        warnings=(*missing(sitting.body, sitting.day), *doubtful(sitting), *doubts, *date_doubts(web.page)),
    )


def _sitting(web: Web, marks: list[Mark]) -> Sitting:
    """The sitting, by the labels; the status says whether it is cancelled or put off."""
    body, when, status = named(marks, _BODY), named(marks, _WHEN), named(marks, _STATUS)
    said = read_sitting(f"{web.value(status) or ''}" if status else "")
    day = web.day(when)
    if day is None:
        day = next((found.day for found in web.page.days_in(web.whole.start, web.whole.end) if found.day), None)
    return Sitting(web.value(body) if body else None, day, said.cancelled, said.doubt)


def _time(web: Web, marks: list[Mark]) -> str | None:
    """When it begins, by its label."""
    at = named(marks, r"(?:meeting |start |scheduled )?time")
    return web.value(at) if at else None


def _from_papers(web: Web) -> list[tuple[str | None, str | None, Business]]:
    """The items that the list of papers numbers: `Item 5 - Budget Monitoring`."""
    found: dict[str, tuple[str | None, str | None, Business]] = {}
    for element in web.all("TitleLink") or web.all("DocumentListItem"):
        match = _ITEM.match(web.words(element).strip("• "))
        if match and not _PAPER.search(match["title"]):
            place = web.place(element)
            found.setdefault(
                match["number"], (match["number"], clean_title(match["title"]), Business(Span(place.end, place.end)))
            )
    return list(found.values())


def _from_table(web: Web) -> list[tuple[str | None, str | None, Business]]:
    """The items of a table whose columns are an item's number, its title and perhaps what came of it."""
    rows: dict[tuple[int, int], list[Cell]] = {}
    for cell in web.cells:
        rows.setdefault((cell.table, cell.row), []).append(cell)
    heads: dict[int, tuple[int, int, int | None, bool]] = {}
    found: list[tuple[str | None, str | None, Business]] = []
    for (table, _), cells in rows.items():
        words = [web.page.words(cell.start, cell.end) for cell in cells]
        if table not in heads:
            columns = _columns(words)
            if columns:
                heads[table] = columns
            continue
        number_at, title_at, outcome_at, minutes = heads[table]
        if max(number_at, title_at) >= len(cells) or not words[title_at]:
            continue
        title = cells[title_at]
        outcome = (
            cells[outcome_at] if outcome_at is not None and outcome_at < len(cells) and words[outcome_at] else None
        )
        said = Span(outcome.start, outcome.end) if outcome else None
        parts = Business(Span(title.end, title.end), None if minutes else said, said if minutes else None)
        found.append((item_number(words[number_at]), clean_title(words[title_at]), parts))
    return found


def _columns(words: list[str]) -> tuple[int, int, int | None, bool] | None:
    """Which columns hold an item's number, title and outcome, and whether the outcome is called minutes."""
    title = next((at for at, said in enumerate(words) if _TITLE.match(said) and not _NUMBER.fullmatch(said)), None)
    number = next((at for at, said in enumerate(words) if at != title and _NUMBER.match(said)), None)
    if title is None or number is None:
        return None
    outcome = next((at for at, said in enumerate(words) if at not in (title, number) and _OUTCOME.match(said)), None)
    return number, title, outcome, outcome is not None and _MINUTES.search(words[outcome]) is not None


def _linked(web: Web) -> bool:
    """Whether the page links to others of its system."""

    def is_cmis(element: Any) -> bool:
        return element.tag == "a" and _OWN.search(element.get("href") or "") is not None

    return any(is_cmis(element) for element in web.laid.places)
