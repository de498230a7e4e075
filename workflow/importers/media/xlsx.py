"""Spreadsheets: the rows of every sheet that is shown, as values. Formulas are not worked out, nothing is fetched."""

import re
from collections.abc import Iterator, Mapping

from states.errors import BadInput
from workflow.importers.media import Opened
from workflow.importers.media.packed import Packed, whole
from workflow.importers.media.rows import MOST_COLUMNS, MOST_ROWS, laid_out
from workflow.importers.media.xlsx_parts import Book
from workflow.importers.text import MAX_BYTES

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NAMELESS = re.compile(r"Sheet ?[0-9]*", re.I)
_MOST_MERGED = 100_000
_MOST_CELLS = 500_000


def read(data: bytes, name: str) -> Opened:
    """The rows of a workbook, sheet after sheet; a sheet with a name of its own begins with that name.

    Raises:
        BadInput: it is damaged, locked, or larger than a tracker is.
    """
    packed = Packed(data)
    book = Book(packed)
    return laid_out(_sheets(packed, book))


def _sheets(packed: Packed, book: Book) -> Iterator[list[list[str]]]:
    for sheet in book.sheets:
        if not sheet.shown or sheet.part not in packed:
            continue
        found = _Rows(book)
        packed.parse(sheet.part, found.start, found.end, found.text)
        if found.rows:
            name = [] if _NAMELESS.fullmatch(sheet.name) else [[sheet.name]]
            yield name + [found.rows[number] for number in sorted(found.rows)]


class _Rows:
    """Takes the cells of one sheet one by one. Rows and columns that hold nothing cost nothing."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.rows: dict[int, list[str]] = {}
        self.letters = self.cells = 0
        self.row = 0
        self.column = -1
        self.kind = ""
        self.style = ""
        self.taking = False
        self.pieces: list[str] = []
        self.merged = 0

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""
        self.taking = name in ("x:v", "x:t")
        if name == "x:row":
            self.row = whole(values.get("r"), self.row + 1)
            self.column = -1
        elif name == "x:c":
            place = _PLACE.fullmatch(values.get("r", ""))
            self.column = _column(place[1]) if place else self.column + 1
            self.kind, self.style, self.pieces = values.get("t", "n"), values.get("s", ""), []
        elif name == "x:mergeCell":
            self._merge(values.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        self.taking = False
        if name == "x:c" and 0 <= self.column < MOST_COLUMNS:
            words = self._words("".join(self.pieces))
            if words:
                self._put(words)

    def text(self, words: str) -> None:
        """Words of a cell, or the white space between elements."""
        if self.taking:
            self.pieces.append(words)

    def _words(self, value: str) -> str:
        """What a cell shows."""
        if self.kind == "s":
            place = whole(value, -1)
            return self.book.strings[place] if 0 <= place < len(self.book.strings) else ""
        if self.kind == "n":
            return self.book.shown(value.strip(), self.style) if value.strip() else ""
        if self.kind == "b":
            return "Yes" if value.strip() == "1" else "No"
        return "" if self.kind == "e" else value

    def _put(self, words: str) -> None:
        row = self.rows.setdefault(self.row, [])
        row += [""] * (self.column + 1 - len(row))
        row[self.column] = words
        self.letters += len(words)
        self.cells += 1
        if len(self.rows) > MOST_ROWS or self.letters > MAX_BYTES or self.cells > _MOST_CELLS:
            raise BadInput(f"It holds more than {MOST_ROWS:,} rows, or more text than a paper has; split it.")

    def _merge(self, ref: str) -> None:
        """A cell that reaches down over several rows stands in each of them, where they hold anything."""
        first, _, last = ref.partition(":")
        begins, ends = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if begins is None or ends is None:
            return
        column, top, bottom = _column(begins[1]), int(begins[2]), int(ends[2])
        words = self.rows.get(top, [])[column : column + 1]
        if not words or not words[0]:
            return
        for number in range(top + 1, bottom + 1):
            self.merged += 1
            if self.merged > _MOST_MERGED:
                return
            if number in self.rows:
                self.row, self.column = number, column
                self._put(words[0])


def _column(letters: str) -> int:
    """The place of a column by its letters, from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
