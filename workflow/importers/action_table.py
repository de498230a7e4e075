"""Action tables: a tracker that stands in a PDF, and the table of actions in minutes."""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from workflow.importers import tracker
from workflow.importers.media import Cell
from workflow.importers.page import Page
from workflow.importers.reading import Document, Paper, Promise
from workflow.importers.text import fold, lines
from workflow.importers.tracker_columns import guess, is_heading
from workflow.importers.tracker_words import stage_in, when

_TITLE = re.compile(
    r"\b(?:(?:action|recommendation|resolution|scrutiny)s?(?:\s+and\s+(?:action|recommendation|resolution)s?)?\s+"
    r"(?:tracker|tracking|log|plan|table|list|sheet|monitor(?:ing)?|points|update|register)|tracker|outstanding actions"
    r"|matters arising|progress on (?:actions|recommendations|resolutions))\b",
    re.I,
)
_INITIALS = 12
_CLOSED = re.compile(r"(?:closed|actioned|discharged|done|complete)\b", re.I)
_TOLD_IN = frozenset({"status", "update"})
_DONE_BY = frozenset({"owner", "due", "status", "update", "response"})


def recognises(paper: Paper) -> float:
    """How surely this is an action table: a table with a column of actions, in a paper that calls itself so."""
    if paper.medium != "pdf" or not paper.cells:
        return 0.0
    top = lines(paper.text, 0, min(len(paper.text), 3_000))[:12]
    if not any(_TITLE.search(row.words) and len(row.words) < 160 for row in top):
        return 0.0
    return 0.83 if any(_is_tracker(table) for table in _tables(paper)) else 0.0


def read(paper: Paper) -> Document:
    """The table as a tracker's rows are read, with the lines above it as its heading."""
    tables = _tables(paper)
    first = next(place for place, table in enumerate(tables) if _is_tracker(table))
    start = min(cell.start for cell in paper.cells if cell.table == _numbers(paper)[first])
    above = tuple((row.words,) for row in lines(paper.text, 0, start))
    rows = above + tuple(row for table in tables[first:] for row in table)
    return tracker.read(msgspec.structs.replace(paper, rows=rows))


def table_actions(paper: Paper, page: Page, start: int, end: int, floor: date | None = None) -> list[Promise]:
    """The actions in tables between two places, with who is to do each, by when, and whether it is complete.

    A day before `floor`, the latest that the paper shows to be past, stays in the table's words.
    Minutes that are a table themselves may have a column of actions beside the words; initials alone are no action.
    """
    found: list[Promise] = []
    for number in _numbers(paper):
        table = [cell for cell in paper.cells if cell.table == number]
        heads = {cell.column: fold(page.text[cell.start : cell.end]) for cell in table if cell.row == 0}
        means = _means(tuple(heads.get(at, "") for at in range(max(heads, default=-1) + 1)))
        action = next((at for at, meaning in means.items() if meaning in ("action", "recommendation")), None)
        beside = action is not None and not _DONE_BY.intersection(means.values())
        if action is None or (beside and means[action] != "action"):
            continue
        for cell in table:
            if not start <= cell.start < end or cell.column != action or cell.row == 0:
                continue
            quote = page.quote(cell.start, cell.end)
            if beside and len(quote) < _INITIALS:
                continue
            words = {means.get(c.column): page.quote(c.start, c.end) for c in table if c.row == cell.row}
            if quote:
                due, said = _due(words.get("due") or "", floor)
                found.append(Promise(due, said, words.get("owner") or None, quote, done=_is_done(words)))
    return found


def _due(cell: str, floor: date | None) -> tuple[date | None, str | None]:
    """The day in a cell; where it is none, or is past, the cell's words."""
    told = when(cell)
    if told.day and not (floor and told.day < floor):
        return told.day, None
    return None, told.words


def _is_done(words: Mapping[str | None, str]) -> bool:
    """Whether a row says that its action is complete."""
    if words.get("completed_on"):
        return True
    return any(stage_in(cell) == "complete" or _CLOSED.match(cell) for m, cell in words.items() if m in _TOLD_IN)


def _numbers(paper: Paper) -> list[int]:
    """The numbers of a paper's tables, in order."""
    return list(dict.fromkeys(cell.table for cell in paper.cells))


def _tables(paper: Paper) -> list[tuple[tuple[str, ...], ...]]:
    """The tables of a paper as rows of words; pieces of one cell are put together."""
    found = []
    for number in _numbers(paper):
        cells = [cell for cell in paper.cells if cell.table == number]
        width = max(cell.column for cell in cells) + 1
        rows = [_row(paper, [c for c in cells if c.row == row], width) for row in sorted({c.row for c in cells})]
        found.append(tuple(rows))
    return found


def _row(paper: Paper, cells: list[Cell], width: int) -> tuple[str, ...]:
    """One row of words."""
    return tuple(fold(" ".join(paper.text[c.start : c.end] for c in cells if c.column == at)) for at in range(width))


def _is_tracker(table: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a table has a row of headings with actions or recommendations, and who is to do them or how far it is."""
    if not table or not is_heading(table[0], {}, first=True):
        return False
    means = set(_means(table[0]).values())
    return bool(means & {"action", "recommendation"}) and bool(means & _DONE_BY)


def _means(headings: tuple[str, ...]) -> dict[int, str]:
    """What each column of a table means, by its heading."""
    return {at: column.means for at, column in enumerate(guess(headings, {})) if column.means}
