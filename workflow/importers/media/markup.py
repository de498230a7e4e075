"""The text of marked-up pages: block elements on lines of their own, white space evened, hidden parts left out.

A list's numbers, which a page counts by itself, stand in the text as `unsaid`, so that a limb has its number; table
cells stand on lines of their own.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from states.errors import BadInput
from workflow.importers.media import Cell, Opened, Set

MAX_ELEMENTS = 400_000
"""The most elements that a page may have: a year of one committee's minutes has a tenth of it."""

_HIDDEN = frozenset(
    "script style head noscript template svg iframe object canvas audio video select option button input textarea nav "
    "map math".split()
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 table blockquote pre dl hr".split())
_BLOCKS = _PARAGRAPHS | frozenset(
    "address article aside body caption center dd details dir div dt fieldset figcaption figure footer form header "
    "html legend li main menu ol section summary tbody td tfoot th thead tr ul br".split()
)
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:mgHide|sr-only|visually-?hidden|screen-?reader-?text|element-invisible)(?:\s|$)"
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(lower-alpha|upper-alpha|lower-latin|upper-latin"
                         r"|lower-roman|upper-roman|decimal|none)\b", re.I)  # fmt: skip


class Laid:
    """A marked-up page laid out as text, growing piece by piece; `places` says where each element's words stand."""

    def __init__(self) -> None:
        self.root: Any = None
        self.places: dict[Any, tuple[int, int]] = {}
        self.head: dict[str, str] = {}
        """What a page says of itself outside its text: its title, and the names of its `meta` elements."""
        self.kept: Any = None
        """What the forms have made of the page already."""
        self._pieces: list[str] = []
        self._length = 0
        self._gap = 0
        self._seams: list[int] = []
        self._unsaid: list[tuple[int, int]] = []
        self._lines: list[Set] = []
        self._cells: list[Cell] = []
        self._line_from = 0
        self._said = self._bold = 0
        self._style = self._line_style = ""
        self._counts: dict[Any, int] = {}
        self._joined = self._held = False

    def add(self, root: Any) -> None:
        """Lays out an element and all below it.

        Raises:
            BadInput: the page has more elements than any paper.
        """
        opened: dict[Any, int] = {}
        tables: list[list[int]] = []
        bold: list[Any] = []
        walk: Any = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self._say(element.tail, bool(bold))
                continue
            tag = tag_of(element)
            if event == "start":
                if len(opened) + len(self.places) > MAX_ELEMENTS:
                    raise BadInput(
                        "The page has more parts than any paper. Save the part that matters and import that."
                    )
                if tag in _HIDDEN or _unseen(element):
                    walk.skip_subtree()
                    continue
                self._open(tag, element)
                if tag in ("b", "strong", "th") or _BOLD.search(element.get("style") or ""):
                    bold.append(element)
                opened[element] = self._length + (1 if self._gap and self._length else 0)
                self._cell_opens(tag, tables)
                self._say(element.text, bool(bold))
            else:
                if element in opened:
                    start = opened.pop(element)
                    self.places[element] = (min(start, self._length), self._length)
                    self._cell_closes(tag, tables, self.places[element])
                    if bold and bold[-1] is element:
                        bold.pop()
                    self._break(tag)
                if element is not root:
                    self._say(element.tail, bool(bold))

    def opened(self) -> Opened:
        """The text with all that was noted of it; the `Laid` itself is its tree."""
        self._end_line()
        text = "".join(self._pieces)
        self.places = {element: _tight(text, *place) for element, place in self.places.items()}
        cells = (Cell(c.table, c.row, c.column, *_tight(text, c.start, c.end)) for c in self._cells)
        return Opened(
            text, tuple(self._lines), tree=self, cells=tuple(cells), seams=tuple(self._seams),
            unsaid=tuple(self._unsaid),
        )  # fmt: skip

    @property
    def length(self) -> int:
        """How long the text is so far."""
        return self._length

    def say(self, words: str, style: str = "") -> None:
        """Adds plain words that are set in a style."""
        self._style = style
        self._say(words, bold=False)

    def paragraph(self) -> None:
        """What follows begins a paragraph of its own."""
        self._break("p")

    def _open(self, tag: str, element: Any) -> None:
        self._break(tag)
        if tag in _BLOCKS:
            names = element.get("class")
            self._style = f"{tag} {names}" if names else tag
        if tag == "li":
            self._held = False
            self._break(tag)
            self._show(self._number(element))
        elif tag == "br":
            self._joined = False

    def _say(self, words: str | None, bold: bool) -> None:
        """Adds words of the page, white space evened, and notes where mark-up parts a word."""
        if not words:
            return
        for at, piece in enumerate(_INVISIBLE.split(words)):
            said = _SPACE.sub(" ", piece)
            if said == " " or not said:
                self._joined = self._joined and not said
                if said and not self._gap and self._ends_with_word():
                    self._put(" ")
                continue
            if said[0] == " " and (self._gap or not self._ends_with_word()):
                said = said[1:]
            self._flush()
            if self._joined and said[0].isalnum() and self._last().isalnum() and (at or self._line_from < self._length):
                self._seams.append(self._length)
            count = len(said.strip())
            self._line_style = self._line_style if self._said else self._style
            self._said += count
            self._bold += count if bold else 0
            self._put(said)
            self._joined, self._held = said[-1] != " ", False

    def _show(self, words: str) -> None:
        """Adds what the page shows and does not hold."""
        if words:
            self._flush()
            self._unsaid.append((self._length, self._length + len(words)))
            self._put(words)
            self._joined, self._held = False, True

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)

    def _last(self) -> str:
        return self._pieces[-1][-1] if self._pieces else "\n"

    def _ends_with_word(self) -> bool:
        return bool(self._pieces) and self._pieces[-1][-1] not in " \n"

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS and not self._held:
            self._gap = max(self._gap, 2 if tag in _PARAGRAPHS else 1)

    def _flush(self) -> None:
        """Writes the line ends that are owed."""
        if self._gap and self._length:
            self._end_line()
            self._put("\n" * self._gap)
            self._line_from = self._length
            self._joined = False
        self._gap = 0

    def _end_line(self) -> None:
        if self._said:
            bold = self._bold * 10 >= self._said * 9
            self._lines.append(Set(self._line_from, self._length, bold=bold, style=self._line_style))
        self._said = self._bold = 0

    def _number(self, element: Any) -> str:
        """The number or bullet that a page shows before an entry of a list."""
        parent = element.getparent()
        above = parent if parent is not None else element
        style = _LIST_STYLE.search((element.get("style") or "") + ";" + (above.get("style") or ""))
        kind = style[1].lower() if style else _TYPES.get(element.get("type") or above.get("type") or "", "")
        if kind == "none":
            return ""
        if tag_of(above) != "ol":
            return "• "
        value = _whole(element.get("value")) or self._counts.get(parent, (_whole(parent.get("start")) or 1) - 1) + 1
        self._counts[parent] = value
        if kind in ("", "decimal"):
            return f"{value}. "
        printed = _roman(value) if "roman" in kind else _letter(value)
        return f"{printed.upper() if kind.startswith('upper') else printed}. "

    def _cell_opens(self, tag: str, tables: list[list[int]]) -> None:
        if tag == "table":
            tables.append([len({cell.table for cell in self._cells}) + len(tables), -1, -1])
        elif tables and tag == "tr":
            tables[-1][1] += 1
            tables[-1][2] = -1
        elif tables and tag in ("td", "th"):
            tables[-1][2] += 1

    def _cell_closes(self, tag: str, tables: list[list[int]], place: tuple[int, int]) -> None:
        if tag == "table" and tables:
            tables.pop()
        elif tag in ("td", "th") and tables:
            table, row, column = tables[-1]
            self._cells.append(Cell(table, max(row, 0), column, *place))


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def tag_of(element: Any) -> str:
    """An element's name in small letters, without a name space."""
    return str(element.tag).rpartition("}")[2].lower()


def _unseen(element: Any) -> bool:
    """Whether a page hides an element from sight."""
    return (
        element.get("hidden") is not None
        or _UNSEEN_CLASS.search(element.get("class") or "") is not None
        or _UNSEEN_STYLE.search(element.get("style") or "") is not None
    )


def _whole(said: str | None) -> int:
    """A number that an element gives; 0 for anything else."""
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) < 5 else 0


def _letter(value: int) -> str:
    return chr(96 + value) if value <= 26 else chr(96 + (value - 1) // 26) + chr(97 + (value - 1) % 26)


def _roman(value: int) -> str:
    printed = ""
    for worth, sign in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        printed += sign * (value // worth)
        value %= worth
    return printed


def within(laid: Laid, element: Any, classes: Iterable[str]) -> Iterator[Any]:
    """The elements below one that have any of some classes, in the order of the page."""
    wanted = set(classes)
    for each in element.iter():
        if isinstance(each.tag, str) and each in laid.places and wanted & set((each.get("class") or "").split()):
            yield each
