"""The lines of a page, out of the pieces that were written on it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from workflow.importers.media.pdf_order import baselines, ordered
from workflow.importers.media.pdf_page import Leaf, Piece

WIDE = "   "
"""What stands in the text for a gap between two pieces of one line: a tab, or the next column."""

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
    rows = list(_lines(ordered(leaf)))
    for row in rows:
        row.depth = (leaf.head - row.base) / max(leaf.head - leaf.foot, 1.0)
    return rows


def _lines(pieces: Iterable[Piece]) -> Iterator[Row]:
    """The lines that pieces in reading order make."""
    for line in baselines(pieces):
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
