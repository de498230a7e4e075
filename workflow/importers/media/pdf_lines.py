"""The lines of a page in reading order, out of the pieces that were written on it.

Word processors write a page in reading order, table cells one after another; that order is kept. Where it is not so
(a form that was filled in, a page put together from parts), the page is read from the top, line by line.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from workflow.importers.media.pdf_page import Leaf, Piece
from workflow.importers.media.pdf_rules import Grid

WIDE = "   "
"""What stands in the text for a gap between two pieces of one line: a tab, or the next column."""

_ASTRAY = 0.2
_FEW = 6
_MARK = re.compile(r"^(\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])(?=[A-Z‘“])")


class Row(msgspec.Struct):
    """A line of a page. `table`, `row`, `column` are -1 outside ruled tables."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    table: int = -1
    row: int = -1
    column: int = -1
    depth: float = 0.5
    """How far down its page it stands: 0 is the page's head, 1 its foot."""


def rows_of(leaf: Leaf) -> list[Row]:
    """The lines of a page, in reading order; a ruled table stands row by row, cell by cell."""
    rows = list(_lines(_ordered(leaf.pieces, -1, _within(leaf.grids), leaf.filled)))
    for row in rows:
        row.depth = (leaf.head - row.base) / max(leaf.head - leaf.foot, 1.0)
    return rows


_Cell = tuple[int, int, int]


def _within(grids: list[Grid]) -> dict[int, _Cell]:
    """For each table that stands in a cell of another: which cell."""
    found: dict[int, _Cell] = {}
    for number, grid in enumerate(grids):
        x, y = (grid.box.left + grid.box.right) / 2, (grid.box.low + grid.box.high) / 2
        for outer in range(number + 1, len(grids)):
            if grids[outer].box.holds(x, y):
                found[number] = (outer, *grids[outer].at(x, y))
                break
    return found


def _ordered(pieces: list[Piece], inside: int, within: dict[int, _Cell], filled: bool) -> list[Piece]:
    """The pieces of a page, or of one cell of table `inside`, in reading order; tables in them whole."""
    flow = [piece for piece in pieces if piece.table == inside]
    if filled or not _in_order(flow):
        pieces = [
            piece
            for line in _level(sorted(pieces, key=lambda piece: -piece.base))
            for piece in sorted(line, key=lambda piece: piece.left)
        ]
    ordered: list[Piece] = []
    tables: dict[int, dict[tuple[int, int], list[Piece]]] = {}
    places = [_place(piece, inside, within) for piece in pieces]
    for piece, place in zip(pieces, places, strict=True):
        if place is not None:
            tables.setdefault(place[0], {}).setdefault(place[1:], []).append(piece)
    for piece, place in zip(pieces, places, strict=True):
        if place is None:
            ordered.append(piece)
        elif cells := tables.pop(place[0], None):
            for cell in sorted(cells):
                ordered += _ordered(cells[cell], place[0], within, filled)
    return ordered


def _place(piece: Piece, inside: int, within: dict[int, _Cell]) -> _Cell | None:
    """The cell in which a piece stands, of the outermost table within table `inside`; None: of none."""
    if piece.table == inside:
        return None
    place: _Cell = (piece.table, piece.row, piece.column)
    while place[0] in within and within[place[0]][0] != inside:
        place = within[place[0]]
    return place


def _in_order(flow: list[Piece]) -> bool:
    """Whether the pieces outside tables were written in reading order: few jumps up that begin no column."""
    rows = [row[0] for row in _baselines(flow)]
    astray = sum(
        later.base > earlier.base + 0.6 * later.size and later.left < earlier.left + 4 * later.size
        for earlier, later in pairwise(rows)
    )
    return astray <= (max(2, _ASTRAY * len(rows)) if len(rows) >= _FEW else 0)


def _level(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces sorted from the top, gathered into lines of one height."""
    line: list[Piece] = []
    for piece in pieces:
        if line and abs(piece.base - line[0].base) > 0.4 * max(piece.size, line[0].size):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _baselines(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces in order, gathered while they go on to the right on one baseline, in one cell."""
    line: list[Piece] = []
    for piece in pieces:
        if line and not _beside(line[-1], piece):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _beside(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands to the right of another on its line."""
    same = (last.table, last.row, last.column) == (piece.table, piece.row, piece.column)
    level = abs(piece.base - last.base) <= 0.5 * max(piece.size, last.size)
    return same and level and piece.left >= last.right - 0.3 * piece.size


def _lines(pieces: Iterable[Piece]) -> Iterator[Row]:
    """The lines that pieces in reading order make."""
    for line in _baselines(pieces):
        first = line[0]
        words = first.text
        for last, piece in pairwise(line):
            gap = (piece.left - last.right) / piece.size
            one_word = gap <= 0.12 and last.text[-1].isalpha() and piece.text[0].isalpha()
            words += ("" if one_word else WIDE if gap > 1.2 else " ") + piece.text
        lettered = [piece for piece in line if any(letter.isalpha() for letter in piece.text)]
        yield Row(
            _MARK.sub(r"\1 ", words),
            first.left,
            line[-1].right,
            first.base,
            max(piece.size for piece in line),
            all(piece.bold for piece in lettered or line),
            first.table,
            first.row,
            first.column,
        )
