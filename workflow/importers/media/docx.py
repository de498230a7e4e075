"""Word documents: paragraphs with their numbers and styles, tables row by row, each cell a piece of its own.

Left out is what a reader of the printed paper does not see: headers and footers, comments, deletions that are tracked,
hidden words, the second picture of a text box. Nothing in the document is run or fetched.
"""

from collections.abc import Mapping

import msgspec

from states.errors import BadInput
from workflow.importers.media import Cell, Opened, Set
from workflow.importers.media.docx_numbers import Numbers
from workflow.importers.media.docx_styles import Styles
from workflow.importers.media.packed import Packed, whole
from workflow.importers.text import MAX_BYTES, clean

_TAB = "   "
_LEFT_OUT = frozenset(
    "w:del w:moveFrom w:instrText w:delText w:sectPr w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange "
    "w:tblGridChange w:sectPrChange w:numberingChange w:comment mc:Fallback w:ruby".split()
)
_OFF = ("0", "false", "off", "none")


def read(data: bytes, name: str) -> Opened:
    """The text of a Word document.

    Raises:
        BadInput: it is damaged, locked, or holds more than papers do.
    """
    packed = Packed(data)
    main = packed.main("word/document.xml")
    parts = dict(packed.related(main).values())
    body = _Body(Styles(packed, parts.get("styles")), Numbers(packed, parts.get("numbering")))
    packed.parse(main, body.start, body.end, body.text)
    return Opened("".join(body.parts), tuple(body.lines), cells=tuple(body.cells), unsaid=tuple(body.unsaid))


class _Paragraph(msgspec.Struct):
    """A paragraph as it is being read."""

    words: list[str] = []
    style: str = ""
    number: str | None = None
    level: int | None = None
    left: float | None = None
    size: float = 0.0
    strong: bool | None = None
    """Whether all of its words are bold; None as long as it has none."""


class _Run(msgspec.Struct):
    """A stretch of words set alike."""

    bold: bool | None = None
    size: float | None = None
    hidden: bool = False


class _Table(msgspec.Struct):
    """A table as it is being read; `cell` is where its open cell begins in the list of cells."""

    number: int
    row: int = -1
    column: int = -1
    span: int = 1
    begins: int = -1


class _Body:
    """Takes the document's elements one by one and keeps only text."""

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self.styles, self.numbers = styles, numbers
        self.parts: list[str] = []
        self.lines: list[Set] = []
        self.cells: list[Cell] = []
        self.unsaid: list[tuple[int, int]] = []
        self.at = 0
        self.page = 1
        self.left_out = 0
        self.in_text = False
        self.run: _Run | None = None
        self.paragraphs: list[_Paragraph] = []
        self.tables: list[_Table] = []
        self.holders: list[bool] = []
        self.count = 0
        self.where: tuple[tuple[int, int, int], ...] = ()
        self.listed: str | None = None
        self.gap = ""

    def start(self, name: str, values: Mapping[str, str]) -> None:
        """An element begins."""
        if self.left_out or name in _LEFT_OUT:
            self.left_out += 1
        elif name == "w:p":
            self.paragraphs.append(_Paragraph([]))
        elif name == "w:r":
            self.run = _Run()
        elif name == "w:t":
            self.in_text = True
        elif name in ("w:tbl", "w:tr", "w:tc", "w:gridSpan"):
            self._table(name, values)
        elif name in ("w:sdt", "w:showingPlcHdr", "w:sdtContent"):
            self._control(name)
        elif self.paragraphs:
            if self.run is not None:
                self._in_run(name, values)
            else:
                self._in_paragraph(self.paragraphs[-1], name, values)

    def end(self, name: str) -> None:
        """An element ends."""
        if self.left_out:
            self.left_out -= 1
        elif name == "w:t":
            self.in_text = False
        elif name == "w:r":
            self.run = None
        elif name == "w:p" and self.paragraphs:
            self._set(self.paragraphs.pop())
        elif name == "w:sdt" and self.holders:
            self.holders.pop()
        elif name == "w:tc" and self.tables:
            table = self.tables[-1]
            table.column += table.span - 1
            if table.begins >= 0:
                self.cells.append(Cell(table.number, table.row, table.column - table.span + 1, table.begins, self.at))
                table.begins = -1
        elif name == "w:tbl" and self.tables:
            self.tables.pop()

    def text(self, words: str) -> None:
        """Words, or the white space between elements."""
        if self.in_text and not self.left_out:
            self._say(words.replace("\n", " "))

    def _say(self, words: str) -> None:
        if self.run is None or self.run.hidden or not self.paragraphs:
            return
        paragraph = self.paragraphs[-1]
        paragraph.words.append(words)
        if words.strip():
            style = self.styles.of(paragraph.style)
            bold = style.bold if self.run.bold is None else self.run.bold
            paragraph.strong = bool(bold) and paragraph.strong is not False
            paragraph.size = paragraph.size or self.run.size or 0.0

    def _in_run(self, name: str, values: Mapping[str, str]) -> None:
        run, value = self.run or _Run(), values.get("val", "")
        if name == "w:b":
            run.bold = value not in _OFF
        elif name == "w:sz":
            run.size = whole(value) / 2
        elif name == "w:vanish":
            run.hidden = value not in _OFF
        elif name in ("w:tab", "w:ptab"):
            self._say(_TAB)
        elif name in ("w:br", "w:cr"):
            self._say("\n")
        elif name == "w:noBreakHyphen":
            self._say("-")
        elif name == "w:sym" and len(values.get("char", "")) == 4:
            self._say(_letter(values["char"]))
        elif name == "w:lastRenderedPageBreak":
            self.page += 1

    def _in_paragraph(self, paragraph: _Paragraph, name: str, values: Mapping[str, str]) -> None:
        value = values.get("val", "")
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numId":
            paragraph.number = value
        elif name == "w:ilvl":
            paragraph.level = whole(value)
        elif name == "w:ind" and ("left" in values or "start" in values):
            paragraph.left = whole(values.get("left") or values.get("start")) / 20

    def _control(self, name: str) -> None:
        """A field that is filled in: what only says how to fill it in is left out."""
        if name == "w:sdt":
            self.holders.append(False)
        elif name == "w:showingPlcHdr" and self.holders:
            self.holders[-1] = True
        elif name == "w:sdtContent" and self.holders and self.holders[-1]:
            self.left_out += 1

    def _table(self, name: str, values: Mapping[str, str]) -> None:
        if name == "w:tbl":
            self.tables.append(_Table(self.count))
            self.count += 1
        elif self.tables:
            table = self.tables[-1]
            if name == "w:tr":
                table.row, table.column = table.row + 1, -1
            elif name == "w:tc":
                table.column, table.span = table.column + 1, 1
            else:
                table.span = min(max(whole(values.get("val"), 1), 1), 100)

    def _set(self, paragraph: _Paragraph) -> None:
        """Adds a paragraph to the text, line by line, with the number that Word puts before it."""
        style = self.styles.of(paragraph.style)
        said = [clean(line).text.strip() for line in "".join(paragraph.words).split("\n")]
        said = [line for line in said if line]
        where = tuple((table.number, table.row, table.column) for table in self.tables)
        if not said:
            self.gap = "\n\n"
            return
        number = paragraph.number if paragraph.number is not None else style.number
        left, label = style.left or 0.0, ""
        if number is not None and number != "0":
            given = paragraph.level if paragraph.level is not None else style.level
            level = self.numbers.level_of(number, paragraph.style) if given is None else given
            label = clean(self.numbers.next(number, level)).text
            said[0] = f"{label} {said[0]}" if label else said[0]
            left = self.numbers.left(number, level)
        gap = self._gap(where, number if number != "0" else None)
        for line in said:
            self._add(gap)
            if label:
                self.unsaid.append((self.at, self.at + len(label)))
                label = ""
            for table in self.tables:
                if table.begins < 0:
                    table.begins = self.at
            size = paragraph.size or style.size or 0.0
            left = paragraph.left if paragraph.left is not None else left
            end = self.at + len(line)
            self.lines.append(Set(self.at, end, self.page, size, bool(paragraph.strong), left, style.name))
            self._add(line)
            gap = "\n"
        self.where, self.listed, self.gap = where, number, ""

    def _gap(self, where: tuple[tuple[int, int, int], ...], number: str | None) -> str:
        """What stands before a paragraph: nothing, a line's end between cells and entries of a list, or more."""
        if not self.at:
            return ""
        if where != self.where:
            same_row = bool(where and self.where) and where[-1][:2] == self.where[-1][:2]
            return "\n" if same_row else "\n\n"
        return "\n" if number is not None and number == self.listed and not self.gap else "\n\n"

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.at += len(words)
        if self.at > MAX_BYTES:
            raise BadInput("It holds more text than a paper of a council can have; it is not read. Split it.")


def _letter(code: str) -> str:
    """A sign by its number in a font; those of symbol fonts are bullets and ticks."""
    try:
        letter = chr(int(code, 16))
    except ValueError:
        return ""
    return letter if letter.isprintable() or "\uf000" <= letter <= "\uf0ff" else ""
