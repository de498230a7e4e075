"""The reading order of a page.

Word processors write a page in reading order, table cells one after another; that order is kept, and what was written
late is put in its place. Where it is not so at all (a form that was filled in, a page put together from parts), the
page is read from the top, line by line.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from workflow.importers.media.pdf_page import Leaf, Piece
from workflow.importers.media.pdf_rules import Grid

_ASTRAY = 0.2
_FEW = 6
_MANY = 2_000
_LEVEL = 0.4
_UP = 0.6

Line = list[Piece]
"""Pieces that go on to the right on one baseline, in one cell."""


def ordered(leaf: Leaf) -> list[Piece]:
    """The pieces of a page in reading order; a ruled table stands row by row, cell by cell."""
    return _ordered(leaf.pieces, -1, _within(leaf.grids), leaf.filled)


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
    else:
        pieces = _settled(pieces)
    found: list[Piece] = []
    tables: dict[int, dict[tuple[int, int], list[Piece]]] = {}
    places = [_place(piece, inside, within) for piece in pieces]
    for piece, place in zip(pieces, places, strict=True):
        if place is not None:
            tables.setdefault(place[0], {}).setdefault(place[1:], []).append(piece)
    for piece, place in zip(pieces, places, strict=True):
        if place is None:
            found.append(piece)
        elif cells := tables.pop(place[0], None):
            for cell in sorted(cells):
                found += _ordered(cells[cell], place[0], within, filled)
    return found


def _place(piece: Piece, inside: int, within: dict[int, _Cell]) -> _Cell | None:
    """The cell in which a piece stands, of the outermost table within table `inside`; None: of none."""
    if piece.table == inside:
        return None
    place: _Cell = (piece.table, piece.row, piece.column)
    while place[0] in within and within[place[0]][0] != inside:
        place = within[place[0]]
    return place


def _in_order(flow: list[Piece]) -> bool:
    """Whether the pieces outside tables were written in reading order: few jumps up that begin no column.

    A page of more lines than anybody reads is not put in order piece by piece.
    """
    lines = list(baselines(flow))
    astray = len(_runs(lines)) - 1
    few = max(2, _ASTRAY * len(lines)) if _FEW <= len(lines) <= _MANY else 0
    return astray <= few


def _runs(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines in the order they were written, gathered while none goes astray."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not _astray(runs[-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _astray(lines: list[Line], later: Line) -> bool:
    """Whether a line that was written after others stands above the last of them, and begins no column beside them."""
    head = later[0]
    if head.base <= lines[-1][0].base + _UP * head.size:
        return False
    passed = takewhile(lambda line: line[0].base <= head.base + _UP * head.size, reversed(lines))
    return any(line[-1].right > head.left + head.size for line in passed)


def _settled(pieces: list[Piece]) -> list[Piece]:
    """Pieces in reading order of which some were written late, such as the numbers that hang before a paragraph.

    Each of those goes to its place: beside what stands on its line, or above what stands below it.
    """
    runs = _runs(baselines(pieces))
    if len(runs) < 2:
        return pieces
    longest = max(runs, key=len)
    lines = list(longest)
    for run in runs:
        if run is not longest:
            for line in run:
                lines.insert(_where(lines, line), line)
    return [piece for line in lines for piece in line]


def _where(lines: list[Line], late: Line) -> int:
    """Where among lines in reading order a late one goes; one of a cell goes among those of its cell."""
    first, size = late[0], max(late[0].size, 1.0)
    same = [at for at, line in enumerate(lines) if _in_cell(line[0]) == _in_cell(first)]
    beside = [
        (max(lines[at][0].left - late[-1].right, first.left - lines[at][-1].right), at)
        for at in same
        if abs(lines[at][0].base - first.base) <= _LEVEL * max(size, lines[at][0].size)
    ]
    if beside:
        gap, at = min(beside)
        if gap >= -size:
            return at if lines[at][0].left > first.left else at + 1
    near = [at for at in same if lines[at][0].left < late[-1].right and lines[at][-1].right > first.left] or same
    above = max(
        (at for at in near if lines[at][0].base > first.base), key=lambda at: (-lines[at][0].base, at), default=-1
    )
    below = max(
        (at for at in near if lines[at][0].base < first.base), key=lambda at: (lines[at][0].base, -at), default=-1
    )
    if above < 0 <= below or (above < below and any(line[0].base > first.base for line in lines[above + 1 : below])):
        return below
    higher = takewhile(lambda line: line[0].base > first.base, lines[above + 1 :])
    return above + 1 + sum(1 for _ in higher)


def _in_cell(piece: Piece) -> _Cell:
    return piece.table, piece.row, piece.column


def _level(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Pieces sorted from the top, gathered into lines of one height."""
    line: Line = []
    for piece in pieces:
        if line and abs(piece.base - line[0].base) > _LEVEL * max(piece.size, line[0].size):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def baselines(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Pieces in order, gathered while they go on to the right on one baseline, in one cell."""
    line: Line = []
    for piece in pieces:
        if line and not _beside(line[-1], piece):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _beside(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands to the right of another on its line."""
    same = _in_cell(last) == _in_cell(piece)
    level = abs(piece.base - last.base) <= 0.5 * max(piece.size, last.size)
    return same and level and piece.left >= last.right - 0.3 * piece.size
