"""A meeting's table of items copied as text: `No. | Item |`, then one row an item, its title and minutes on one line.

`Declarations of Interest To receive … Minutes: None. |`. A title ends where the size of a file stands, where the
agenda's words begin (`To receive …`), or at "Minutes:" and "Decision:".
"""

import re

from workflow.importers import agenda_and_minutes
from workflow.importers.items import Section
from workflow.importers.page import Page
from workflow.importers.reading import Document, Paper
from workflow.importers.text import Line, Span, lines
from workflow.importers.titles import clean_title, procedural_start
from workflow.importers.unlabelled import DOCUMENTS

_COLUMNS = re.compile(
    r"\|?\s*(?:note\s*\|\s*)?(?:no\.?|item no\.?|number)\s*\|\s*(?:agenda )?(?:item|title|business)s?[\s|]*$",
    re.I,
)
_RULE = re.compile(r"[\s|:*-]+$")
_PART = re.compile(r"part (?:[ab12]|i{1,3}|one|two)\b", re.I)
_SECTION = re.compile(r"(?:^|(?<=\s))(?:Draft )?(?:Minutes|Decisions?|Resolution)\s*:(?=\s|$)")
_TITLE_END = re.compile(
    r"\s*(?:\bpdf icon\b|\bPDF \d+(?:\.\d+)? ?[KM]B\b|(?:Draft )?(?:Minutes|Decisions?|Resolution)\s*:"
    r"|\b(?:Additional|Supporting) documents\s*:|\bTo (?:receive|consider|note|approve|agree|confirm|review|discuss"
    r"|invite|declare|sign|elect|appoint|take|hear|scrutinise|provide|seek|report|update|ask|answer|set|determine)\b"
    r"|\((?:to [a-z]|announcements\b|none received\b)"
    r"|(?<!to )(?<!of )\b(?:Reports? (?:of|by|from) the|RESOLVED\b"
    r"|The (?:Committee|Panel|Board|Cabinet|Council|Chair|Leader)\b|The [a-z]"
    r"|The \w+ (?:will|is|was|has|had)\b|There (?:was|were)\b"
    r"|Contact\s*:|Members (?:are|were|noted|of)\b|(?:Items|Minutes) (?:which|of)\b|In accordance with\b"
    r"|Apologies were\b|Councillor [A-Z]))"
)
_AGENDA = re.compile(r"To (?:consider|receive|note|approve|confirm)\b")
_NUMBER = re.compile(r"\|?\s*(?P<number>\d{1,4}[a-z]?(?:[./]\d{1,3})?)[.:)]?\s*\|\s*(?=\S)")
_MOST = 240


def recognises(paper: Paper) -> float:
    """How surely this is such a table: its columns are headed, or rows that end with `|` hold minutes."""
    if paper.medium != "text":
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), 60_000))
    if any(_COLUMNS.match(row.words) for row in rows[:40]):
        return 0.9 if find_rows(paper.text) else 0.0
    inline = [row for row in rows if _SECTION.search(row.words, 3)]
    if sum(row.words.endswith("|") for row in inline) >= 2:
        return 0.75 if find_rows(paper.text) else 0.0
    return 0.6 if len(inline) >= 2 and inline[0] in rows[:6] and len(find_rows(paper.text)) >= 2 else 0.0


def read(paper: Paper) -> Document:
    """The table as a document with its items in the order of the page."""
    return agenda_and_minutes.read_sections(paper, Page.of(paper), find_rows(paper.text))


def find_rows(text: str) -> list[Section]:
    """The items of the table, a row each. A row that goes on without a title belongs to the one before it."""
    rows = lines(text)
    head = next((at for at, row in enumerate(rows[:40]) if _COLUMNS.match(row.words)), -1)
    sections: list[Section] = []
    flat = head < 0 and not any(row.words.endswith("|") for row in rows)
    for first, last in _table_rows(rows, head + 1, flat=flat):
        start, end = rows[first].start, _without_bar(text, rows[first].start, rows[last].end)
        number = _NUMBER.match(text, start, end)
        begin = number.end() if number else start
        title, behind = _titled(text, begin, min(rows[first].end, end))
        marks = list(_SECTION.finditer(text, behind, end))
        inside = next((mark for mark in marks if "inutes" in mark[0]), marks[0] if marks else None)
        if (not title and inside is None) or _PART.match(title):
            continue
        minutes = inside.end() if inside else _resolved_from(text, behind, end)
        decision = _decision(text, behind, end)
        sections.append(Section(number["number"] if number else None, title or None, behind, end, minutes, decision))
    return sections


def _table_rows(rows: list[Line], first: int, *, flat: bool) -> list[tuple[int, int]]:
    """The rows of the table as their first and last lines: a bar at a line's end closes one.

    `flat`: the bars are lost too, so that a line with a title and "Minutes:" begins the next row.
    """
    found: list[tuple[int, int]] = []
    at: int | None = None
    for place in range(first, len(rows)):
        words = rows[place].words
        if _RULE.fullmatch(words):
            if at is not None:
                found.append((at, place - 1))
            at = None
            continue
        at = place if at is None else at
        following = rows[place + 1].words if place + 1 < len(rows) else ""
        titled = _SECTION.search(following, 3, 4 * _MOST)
        if (
            words.endswith("|")
            or (flat and _AGENDA.match(following))
            or (((flat and words[-1] != ":") or DOCUMENTS.search(words)) and titled and following[0].isupper())
        ):
            found.append((at, place))
            at = None
        elif place + 1 == len(rows):
            found.append((at, place))
    return found


def _titled(text: str, begin: int, end: int) -> tuple[str, int]:
    """The title with which a row begins, and where it ends."""
    line = text[begin:end].rstrip(" |")
    if _SECTION.match(line) or DOCUMENTS.match(line):
        return "", begin
    stop = _TITLE_END.search(line, 3, _MOST + 40)
    known = procedural_start(line)
    upto = stop.start() if stop else len(line)
    if known and known < upto:
        upto = known
    title = line[:upto].strip()
    if len(title) > _MOST or (stop is None and not known and title[-1:] in ".;"):
        return "", begin
    return clean_title(title).rstrip(".") if title else "", begin + upto


def _decision(text: str, start: int, end: int) -> Span | None:
    """What stands behind "Decision:" in a row, up to the next such word."""
    marks = list(_SECTION.finditer(text, start, end))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if mark[0].strip().lower().startswith("decision"):
            return Span(mark.end(), following.start() if following else end)
    return None


def _resolved_from(text: str, start: int, end: int) -> int | None:
    """Where a row says RESOLVED without "Minutes:" before it."""
    found = re.compile(r"\b(?:RESOLVED|AGREED)\b").search(text, start, end)
    return found.start() if found else None


def _without_bar(text: str, start: int, end: int) -> int:
    """Where a row ends without the bar that closes it."""
    return start + len(text[start:end].rstrip(" |\n"))
