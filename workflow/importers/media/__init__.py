"""What a file is, and its text: one module for each medium, with `read(data, name)` that gives an `Opened`.

A module is imported only when a file of its medium is read. Media deal in text and places; what the words mean is the
forms' business.
"""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from states.errors import BadInput
from workflow.importers.text import MAX_BYTES


class Set(msgspec.Struct, frozen=True):
    """How one line is set: its places in the text, its page (from 1), its size and left edge in points, its style.

    `style` is a word processor's or a web page's own name for it (`Heading 1`, `li`), empty where there is none.
    """

    start: int
    end: int
    page: int = 1
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    style: str = ""


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table in running text: its table, row and column (from 0), and its places in the text.

    The text has a table row by row, each cell on lines of its own, so that a cell's words are one piece of it. A cell
    that goes on over a page, or around a table inside it, has an entry for each piece.
    """

    table: int
    row: int
    column: int
    start: int
    end: int


class Opened(msgspec.Struct, frozen=True):
    """What a medium's reader makes of a file: text (not cleaned yet), and what else its forms look at.

    `lines` says how the text's lines are set, in order, with places in the text as it is here; `tree` is the parsed
    page of a web page or XML file; `rows` are the cells of a spreadsheet; `cells` are those of tables in the text.
    """

    text: str
    lines: tuple[Set, ...] = ()
    tree: Any = None
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[Cell, ...] = ()
    seams: tuple[int, ...] = ()
    """Places within a word where the page's mark-up parts it (`8<sup>th</sup>`): one word to a reader."""
    unsaid: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that the page shows and does not hold: the numbers of its lists."""
    sheets: tuple[int, ...] = ()
    """The places in `rows` at which a spreadsheet's sheets begin."""


MODULES: dict[str, str] = {
    "text": "plain",
    "pdf": "pdf",
    "docx": "docx",
    "xlsx": "xlsx",
    "csv": "csv",
    "html": "html",
    "xml": "xml",
}
"""The media that are read, each with its module in this folder."""

NAMES = {
    "text": "plain text",
    "html": "a web page (HTML)",
    "xml": "an XML file",
    "pdf": "a PDF",
    "docx": "a Word document",
    "xlsx": "a spreadsheet",
    "csv": "a table (CSV)",
    "zip": "a zip file, or one that is packed in that way",
    "office": "an old Word or Office file",
    "odf": "an OpenDocument file",
    "rtf": "a rich-text (RTF) file",
    "picture": "a picture",
    "packed": "a packed file",
}
"""Every medium that is told apart, in words."""

_INSTEAD = {
    "text": "Save the paper as plain text and import that.",
    "office": "Save it as .docx or .xlsx, without a password, and import that.",
    "odf": "Save it as .docx or .xlsx and import that.",
    "rtf": "Save it as .docx and import that.",
    "zip": "Unpack it, and import the papers that are in it.",
    "packed": "Unpack it, and import the papers that are in it.",
    "picture": "Run it through text recognition (OCR), and import what comes of it.",
}

MOST_BYTES = 50 * 1024 * 1024
"""The largest file that is looked at, in bytes: an agenda pack with its plans and pictures."""


_MARKS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*%PDF-"), "pdf"),
    (re.compile(rb"PK\x03\x04"), "zip"),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "office"),
    (re.compile(rb"\{\\rtf"), "rtf"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,200}-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
            re.I,
        ),
        "html",
    ),
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.I), "xml"),
    (re.compile(rb"(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*)"), "picture"),
    (re.compile(rb"(?:\x1f\x8b|BZh|7z\xbc\xaf|Rar!)"), "packed"),
)
_SUFFIXES = {
    ".pdf": "pdf", ".doc": "office", ".xls": "office", ".docx": "docx", ".xlsx": "xlsx", ".csv": "csv", ".tsv": "csv",
    ".odt": "odf", ".ods": "odf", ".rtf": "rtf", ".htm": "html", ".html": "html", ".xml": "xml",
}  # fmt: skip
_PACKED = (("docx", b"word/document"), ("xlsx", b"xl/workbook"), ("odf", b"mimetypeapplication/vnd.oasis"))


def most_bytes(medium: str) -> int:
    """The largest paper of a medium that is read, in bytes: packed media hold pictures, all others are words."""
    return MOST_BYTES if medium in ("pdf", "docx", "xlsx") else MAX_BYTES


def medium_of(data: bytes, path: str) -> str:
    """What a file is: a key of `NAMES`. Its bytes count for more than its name: words named .pdf are plain text."""
    for pattern, medium in _MARKS:
        if pattern.match(data[:1024]):
            if medium == "zip":
                return next((kind for kind, mark in _PACKED if mark in data), medium)
            return medium
    named = _SUFFIXES.get(Path(path).suffix.lower(), "text")
    return "text" if named in _MARKED and _is_words(data) else named


_MARKED = frozenset({"pdf", "office", "docx", "xlsx", "odf", "rtf"})
"""Media whose files begin with a mark of their own; one without it is something else, whatever its name."""


def _is_words(data: bytes) -> bool:
    """Whether bytes are nothing but words, or nothing at all."""
    start = data[:65_536]
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(start) - 4:
            return False
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x7f]", start)


def opened(medium: str, data: bytes, name: str) -> Opened:
    """The text of a file of a medium. BadInput where it cannot be read."""
    module = MODULES.get(medium)
    if module is None:
        raise BadInput(f"It is {NAMES[medium]}, which is not read. {_INSTEAD.get(medium, _INSTEAD['text'])}")
    found: Opened = import_module(f"{__name__}.{module}").read(data, name)
    return found
