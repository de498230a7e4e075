"""One page of a PDF: its pieces of text with their places, and the lines that rule it."""

import ctypes
from typing import TYPE_CHECKING, Any

import msgspec

from workflow.importers.media.pdf_rules import THIN, Box, Grid, grids_of
from workflow.importers.text import clean

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_CHARS = 8_000_000
"""The most text that is read from one PDF, in characters."""

MAX_OBJECTS = 40_000
"""The most drawn things on a page that are looked at for rules: maps have more, and are no tables."""

MAX_SEGMENTS = 400
"""The most strokes of one drawing that are looked at."""

_SPACE = 32
_BOLD = 1 << 18
_TURNS = ((1, 0), (0, 1), (-1, 0), (0, -1))
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\ufffd": "\ufffd"}


class Piece(msgspec.Struct):
    """A run of text on one baseline. Places are points from the page's left and foot; `size` is the letters' height."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    table: int = -1
    row: int = -1
    column: int = -1


class Leaf(msgspec.Struct):
    """A page: its pieces in the order they were written, and its ruled tables."""

    pieces: list[Piece]
    grids: list[Grid]
    head: float
    foot: float
    """Where the page ends above and below, turned as its text is."""
    filled: bool = False
    """Whether a form was filled in on it: what was filled in comes last, wherever it stands."""


class _Look(msgspec.Struct):
    """How one text object is set: bold or not, its scale, and in which of four directions it runs (-1: askew)."""

    bold: bool
    scale: float
    turn: int


def leaf_of(opened: "PdfDocument", number: int, forms: bool) -> tuple[Leaf, int]:
    """One page of an open PDF, and how many pictures stand on it. PdfiumError where the page is broken."""
    import pypdfium2.raw as c

    page = opened[number]
    filled = forms and page.flatten() == c.FLATTEN_SUCCESS
    if filled:
        page.close()
        page = opened[number]
    text = page.get_textpage()
    try:
        marks = list(_chars(c, text.raw))
        turn = _most(marks)
        rules, pictures = _rules(c, page.raw, turn)
        grids = grids_of(rules)
        edge = _box(turn, *page.get_bbox())
        return Leaf(_pieces(marks, turn, grids), grids, edge.high, edge.low, filled), pictures
    finally:
        text.close()
        page.close()


_Mark = tuple[str, float, float, float, float, _Look]


def _chars(c: Any, handle: Any) -> "list[_Mark]":
    """Each character with left, right, base, size and look. PDFium's own spaces count, its own line ends do not.

    The letters of a ligature are all said to stand where it does: those behind the first stand at its end.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    box = c.FS_RECTF()
    looks: dict[int | None, _Look] = {}
    found: list[_Mark] = []
    last: tuple[int | None, float, float] = (None, 0.0, 0.0)
    for i in range(min(c.FPDFText_CountChars(handle), MAX_CHARS)):
        code = c.FPDFText_GetUnicode(handle, i)
        if c.FPDFText_IsGenerated(handle, i) == 1:
            if code == _SPACE and found:
                found.append((" ", *found[-1][1:]))
            continue
        if not 0 < code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF or code in (10, 13):
            continue
        key = ctypes.cast(c.FPDFText_GetTextObject(handle, i), ctypes.c_void_p).value
        look = looks.get(key)
        if look is None:
            look = looks[key] = _look(c, handle, i)
        c.FPDFText_GetCharOrigin(handle, i, x, y)
        c.FPDFText_GetLooseCharBox(handle, i, box)
        letter = chr(code)
        size = c.FPDFText_GetFontSize(handle, i) * look.scale
        left, right, base = _turned(look.turn, x.value, y.value, box)
        joined = (key, left, right) == last
        last = key, left, right
        found.append((_HYPHENS.get(letter, letter), right if joined else left, right, base, size, look))
    return found


def _turned(turn: int, x: float, y: float, box: Any) -> tuple[float, float, float]:
    """Left, right and base of a character as it reads, whichever way its line runs."""
    if turn == 1:
        return y, max(box.top, y), -x
    if turn == 2:
        return -x, max(-box.left, -x), -y
    if turn == 3:
        return -y, max(-box.bottom, -y), x
    return x, max(box.right, x), y


def _look(c: Any, handle: Any, i: int) -> _Look:
    """How the text object of a character is set."""
    name, flags = ctypes.create_string_buffer(80), ctypes.c_int()
    c.FPDFText_GetFontInfo(handle, i, name, 80, flags)
    font = name.value.lower()
    bold = bool(flags.value & _BOLD) or any(word in font for word in (b"bold", b"black", b"heavy"))
    matrix = c.FS_MATRIX()
    c.FPDFText_GetMatrix(handle, i, matrix)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    run = (matrix.a**2 + matrix.b**2) ** 0.5 or 1.0
    away = [abs(matrix.a / run - cos) + abs(matrix.b / run - sin) for cos, sin in _TURNS]
    return _Look(bold, scale, away.index(min(away)) if min(away) < 0.1 else -1)


def _most(marks: "list[_Mark]") -> int:
    """The direction in which most of a page's characters run."""
    counts = [0, 0, 0, 0]
    for mark in marks:
        if mark[5].turn >= 0:
            counts[mark[5].turn] += 1
    return counts.index(max(counts))


def _pieces(marks: "list[_Mark]", turn: int, grids: list[Grid]) -> list[Piece]:
    """The runs of characters, in the order they were written. A wide gap, or a cell's edge, begins a new one."""
    found: list[Piece] = []
    letters: list[str] = []
    spaced = False
    for letter, left, right, base, size, look in marks:
        if look.turn != turn:
            continue
        if letter.isspace():
            spaced = True
            continue
        last = found[-1] if found else None
        place = _cell(grids, (left + right) / 2, base + size / 3)
        if last is not None and _goes_on(last, left, base, size, place):
            gap = left - last.right
            if spaced or gap > 0.18 * size:
                letters.append(" ")
            letters.append(letter)
            last.right, last.size = max(last.right, right), max(last.size, size)
            last.bold = last.bold and (look.bold or not letter.isalnum())
        else:
            _close(found, letters)
            found.append(Piece("", left, right, base, size, look.bold, *place))
            letters = [letter]
        spaced = False
    _close(found, letters)
    return [piece for piece in found if piece.text]


def _close(found: list[Piece], letters: list[str]) -> None:
    """Gives the last piece its text."""
    if found:
        found[-1].text = clean("".join(letters)).text.strip()


def _goes_on(last: Piece, left: float, base: float, size: float, place: tuple[int, int, int]) -> bool:
    """Whether a character carries the last piece on: the same baseline (or a raised one), close by, the same cell."""
    high = max(size, last.size)
    if abs(base - last.base) > 0.5 * high or (last.table, last.row, last.column) != place:
        return False
    return -0.5 * high < left - last.right < 1.2 * high


def _cell(grids: list[Grid], x: float, y: float) -> tuple[int, int, int]:
    """The table, row and column in which a place lies, the smallest table first; -1 outside all."""
    for number, grid in enumerate(grids):
        if grid.box.holds(x, y):
            return number, *grid.at(x, y)
    return -1, -1, -1


def _rules(c: Any, page: Any, turn: int) -> tuple[list[Box], int]:
    """The lines drawn on a page, turned as its text is, and how many pictures it has."""
    drawn: list[tuple[float, float, float, float]] = []
    pictures = 0
    sides = [ctypes.c_float() for _ in range(4)]
    for i in range(min(c.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        thing = c.FPDFPage_GetObject(page, i)
        kind = c.FPDFPageObj_GetType(thing)
        pictures += kind == c.FPDF_PAGEOBJ_IMAGE
        if kind != c.FPDF_PAGEOBJ_PATH or not c.FPDFPageObj_GetBounds(thing, *sides):
            continue
        left, low, right, high = (side.value for side in sides)
        if right - left <= THIN or high - low <= THIN:
            drawn.append((left, low, right, high))
        else:
            drawn += _strokes(c, thing)
    return [_box(turn, *sides) for sides in drawn], pictures


def _strokes(c: Any, path: Any) -> list[tuple[float, float, float, float]]:
    """The straight lines of a path that is stroked: a box gives four, a grid drawn at once all of its."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    count = c.FPDFPath_CountSegments(path)
    if not c.FPDFPath_GetDrawMode(path, mode, stroked) or not stroked.value or not 2 <= count <= MAX_SEGMENTS:
        return []
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    found: list[tuple[float, float, float, float]] = []
    first = last = (0.0, 0.0)
    for i in range(count):
        part = c.FPDFPath_GetPathSegment(path, i)
        c.FPDFPathSegment_GetPoint(part, x, y)
        here = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if c.FPDFPathSegment_GetType(part) == c.FPDF_SEGMENT_LINETO:
            found.append(_between(last, here))
        else:
            first = here
        if c.FPDFPathSegment_GetClose(part):
            found.append(_between(here, first))
        last = here
    return [line for line in found if line[2] - line[0] <= THIN or line[3] - line[1] <= THIN]


def _between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float, float]:
    """The sides of the rectangle between two points."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def _box(turn: int, left: float, low: float, right: float, high: float) -> Box:
    """A rectangle as it lies when the page is turned so that its text reads."""
    if turn == 1:
        return Box(low, -right, high, -left)
    if turn == 2:
        return Box(-right, -high, -left, -low)
    return Box(-high, left, -low, right) if turn == 3 else Box(left, low, right, high)
