"""The rows of a tracker put together: under which headings each stands, in which section, below what."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import msgspec

from workflow.importers.bodies import as_name, find_bodies
from workflow.importers.reading import Column
from workflow.importers.text import fold
from workflow.importers.tracker_columns import guess, is_heading
from workflow.importers.tracker_words import when

_ABOVE = ("title", "meeting_date", "body", "minute", "reference", "to")
_TOP = 40


class Row(msgspec.Struct):
    """One row by what its cells mean. `updates` are heading and words of each; `more` says it goes on with the last."""

    cells: dict[str, str]
    headings: dict[str, str]
    updates: list[tuple[str, str]]
    section: str | None = None
    more: bool = False
    taken: bool = False
    """Whether its title, meeting and body were taken from the row above, since it leaves all of them open."""

    def __getitem__(self, field: str) -> str:
        return self.cells.get(field, "")


class Tracker(msgspec.Struct):
    """A tracker's rows, its columns as they were understood, and what stands above its first headings."""

    columns: tuple[Column, ...]
    rows: list[Row]
    above: tuple[tuple[str, ...], ...]
    left: tuple[str, ...] = ()
    """The sheets that have no row of headings and were not read, by their names or numbers."""


def rows_of(
    rows: tuple[tuple[str, ...], ...], chosen: Mapping[str, str], sheets: tuple[int, ...] = ()
) -> Tracker | None:
    """The tracker in the rows of a spreadsheet; None where no row holds headings. `chosen` as in `guess`.

    Each sheet has its own headings; one that has none is left. `sheets`: where in `rows` each of them begins.
    """
    known: dict[tuple[str, str | None], Column] = {}
    found: list[Row] = []
    above: list[tuple[str, ...]] | None = None
    before: list[tuple[str, ...]] = []
    left: list[str] = []
    places = [*(sheets or (0,)), len(rows)]
    for number, (start, end) in enumerate(pairwise(places), start=1):
        sheet = rows[start:end]
        begins = next((at for at, row in enumerate(sheet[:_TOP]) if is_heading(row, chosen, first=True)), None)
        lines = [cells for cells in sheet[:begins] if sum(map(bool, cells)) == 1]
        if begins is None and (above is not None or len(lines) < len(sheet)):
            left.append(f"“{lines[0][0][:60]}”" if len(places) > 2 and sheet[:1] == tuple(lines[:1]) else str(number))
        elif begins is None:
            before += sheet
        else:
            section = None if above is None else _named([cell for cells in lines for cell in cells if cell])
            above = [*before, *sheet[:begins]] if above is None else above
            found += _read(sheet[begins:], chosen, known, section)
    return None if above is None else Tracker(tuple(known.values()), found, tuple(above), tuple(left))


def _named(lines: list[str]) -> str | None:
    """Which line above a further sheet's headings says whose it is: the last that names a body, else the last."""
    return next((line for line in reversed(lines) if section_of(line).body), lines[-1] if lines else None)


def _read(
    rows: Iterable[tuple[str, ...]], chosen: Mapping[str, str], known: dict[tuple[str, str | None], Column],
    section: str | None,
) -> Iterator[Row]:  # fmt: skip
    """The rows of a sheet one by one, from its headings; the columns that were met go into `known`."""
    columns: tuple[Column, ...] = ()
    last: Row | None = None
    for place, cells in enumerate(rows):
        if is_heading(cells, chosen, first=place == 0):
            columns, last = guess(cells, chosen), None
            known.update({(column.heading, column.means): column for column in columns if column.heading})
            continue
        filled = [at for at, cell in enumerate(cells) if cell]
        said = {columns[at].means for at in filled if at < len(columns)}
        if len(filled) == 1 and not said & {"recommendation", "action", "update"}:
            section, last = cells[filled[0]], None
            continue
        row = _row(cells, columns, section)
        if last is not None:
            _from_above(row, last)
        if row["recommendation"] or row["action"] or row.more:
            last = last if row.more else row
            yield row


def _row(cells: tuple[str, ...], columns: tuple[Column, ...], section: str | None) -> Row:
    row = Row({}, {}, [], section)
    for cell, column in zip(cells, columns, strict=False):
        if column.means == "update" and cell:
            row.updates.append((column.heading, cell))
        elif column.means and cell:
            row.cells[column.means] = cell
            row.headings[column.means] = column.heading
    return row


def _from_above(row: Row, last: Row) -> None:
    """A row without a recommendation goes on with the one above; one without title and meeting shares them."""
    same = row["recommendation"] and fold(row["recommendation"]) == fold(last["recommendation"])
    if (not row["recommendation"] and last["recommendation"]) or (same and row["number"] == last["number"]):
        row.more = True
    if row.section == last.section and not any(row[field] for field in _ABOVE) and any(last[f] for f in _ABOVE):
        row.taken = not row.more
        for field in _ABOVE:
            if last[field]:
                row.cells[field] = last[field]


class Section(msgspec.Struct, frozen=True):
    """What a line of its own, or a meeting's cell, says: a title, or a body and a day."""

    title: str | None = None
    body: str | None = None
    cell: str = ""


def section_of(words: str | None) -> Section:
    """A heading between rows: a meeting, where it names a body or a day and little else; else a title."""
    if not words:
        return Section()
    plain = fold(words)
    body = body_in(plain)
    rest = plain.replace(body or "", " ")
    day = when(plain).day
    if day is not None:
        rest = re.sub(r"[0-9]+(?:st|nd|rd|th)?|[A-Z][a-z]+", " ", rest)
    rest = re.sub(r"\b(?:meetings?|of|the|held|on|at|recommendations?|from|date)\b", " ", rest, flags=re.I)
    if (body or day) and not re.search(r"[A-Za-z]", rest):
        return Section(None, body, plain)
    return Section(plain)


def body_in(words: str, council: str | None = None) -> str | None:
    """The one body that words name beside the council itself, as it is written in running text."""
    named = list(dict.fromkeys(b.name for b in find_bodies(words) if not b.generic and b.name != council))
    return as_name(named[0]) if len(named) == 1 else None
