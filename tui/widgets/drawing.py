"""How a line is drawn: texts fitted to a width, and strips made of cells in our colours.

Widgets of the Line API draw with these instead of Textual's content: a line is made in microseconds.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip
from textual.widget import Widget

KINDS = {
    "late": ("late", "bold"),
    "due": ("due", ""),
    "window": ("window", ""),
    "undated": ("undated", ""),
    "faint": ("faint", ""),
    "strong": ("", "bold"),
    "heading": ("", "bold"),
    "accent": ("accent", ""),
    "rule": ("rule", ""),
    "found": ("accent", "bold underline"),
}
"""The kinds of text there are, each with its colour in the themes (`tui.themes`) and how it is set."""


_BRACKETS = 5
"""The most characters of brackets that stay when what is before them is cut, with the space before them."""


class Cell(NamedTuple):
    """A piece of text in a kind of its own, already safe."""

    text: str
    kind: str = ""
    aside: str = ""
    """What stands behind it where there is room for all of it."""

    def within(self, width: int) -> str:
        """The text at a width, with what stands behind it or without."""
        if not self.aside:
            return self.text
        whole = f"{self.text} · {self.aside}"
        return whole if cell_len(whole) <= width else self.text


class Column(NamedTuple):
    """A column of a list: its least width, its share of what is left, and from which width of the list it is shown."""

    least: int
    share: int = 0
    right: bool = False
    beyond: int = 0
    most: int = 0


def fit(text: str, width: int, *, right: bool = False) -> str:
    """A text as wide as asked: cut with … or filled with spaces, on the left if it stands right.

    A number in brackets at its end stays: `Scrutiny Board (2)` is not `Scrutiny Board (4)`.
    """
    if width <= 0:
        return ""
    wide = len(text) if text.isascii() else cell_len(text)
    if wide == width:
        return text
    if wide > width:
        end = text[text.rfind(" (") :] if text.endswith(")") else ""
        if not 0 < len(end) <= _BRACKETS or width < 2 * _BRACKETS:
            end = ""
        return f"{set_cell_size(text, width - 1 - len(end))}…{end}"
    return " " * (width - wide) + text if right else text + " " * (width - wide)


def wrap(text: str, width: int, most: int) -> list[str]:
    """A text in at most so many lines of a width, broken between words; what does not fit is cut with …."""
    lines: list[str] = []
    line, words = "", text.split(" ")
    for at, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if not line or cell_len(longer) <= width:
            line = longer
        elif len(lines) == most - 1:
            line = " ".join([line, *words[at:]])
            break
        else:
            lines.append(line)
            line = word
    return [one if cell_len(one) <= width else fit(one, width) for one in ([*lines, line] if line else lines)]


def widths(columns: Sequence[Column], total: int, gap: int = 2, longest: Sequence[int] = ()) -> list[int]:
    """How wide each column is in a list of a width; 0 where there is no room for it.

    `longest` are the longest texts of the columns, where they are known: none then gets more while another wants it.
    """
    shown = [column for column in columns if total >= column.beyond]
    given = [column.least if total >= column.beyond else 0 for column in columns]
    most = [column.most or total for column in columns]
    if longest:
        most = [min(a, max(b, column.least)) for a, b, column in zip(most, longest, columns, strict=True)]
    while True:
        left = total - sum(given) - gap * (len(shown) - 1)
        open_to = [i for i, column in enumerate(columns) if column.share and given[i] and given[i] < most[i]]
        shares = sum(columns[i].share for i in open_to)
        steps = {i: min(most[i] - given[i], left * columns[i].share // shares) for i in open_to}
        if left <= 0 or not any(steps.values()):
            break
        for i, step in steps.items():
            given[i] += step
    spare = total - sum(given) - gap * (len(shown) - 1)
    first = next((i for i, column in enumerate(columns) if column.share and given[i] and not column.most), None)
    if first is not None:
        given[first] = max(0, given[first] + spare)
    return [max(0, wide) for wide in given]


class Inks:
    """The styles of a widget's kinds of text, looked up once for each theme. Without colours the cursor is reversed."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, str], Style] = {}

    def forget(self) -> None:
        """The colours have changed."""
        self._known.clear()

    def of(self, kind: str, under: str = "") -> Style:
        """The style of a kind of text, on the line of the cursor (`cursor`, `cursor-far`) or on a plain one."""
        found = self._known.get((kind, under))
        if found is None:
            colours = self._widget.app.theme_variables
            name, set_in = KINDS.get(kind, ("", ""))
            found = self._widget.rich_style + Style(color=_colour(colours, name), bold=set_in == "bold" or None)
            if under:
                found += Style(bgcolor=_colour(colours, under))
                if self._widget.app.no_color and under == "cursor":
                    found += Style(reverse=True)
            self._known[kind, under] = found
        return found

    def strip(self, cells: Iterable[Cell], width: int, under: str = "") -> Strip:
        """A line of cells, as wide as asked."""
        segments = [Segment(cell.text, self.of(cell.kind, under)) for cell in cells if cell.text]
        return Strip(segments).adjust_cell_length(width, self.of("", under))


def _colour(colours: dict[str, str], name: str) -> str | None:
    """A theme's colour as Rich takes it."""
    return Color.parse(colours[name]).hex6 if name else None
