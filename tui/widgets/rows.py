"""A list: rows in columns under headings, with a cursor that keeps its row when the list is read again."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import keys
from tui.messages import Chosen, CursorMoved
from tui.safe import ONE_LINE
from tui.widgets.copying import Copying
from tui.widgets.drawing import Cell, Column, Inks, fit, widths

MEASURED = 1000
"""Up to how many rows a list is looked through for its longest texts."""


_BELONG = 8
"""How many lines of a list at the most are one thing."""


class Row(NamedTuple):
    """A line of a list. Without a key it is a heading or a remark, and the cursor passes it by."""

    cells: tuple[Cell, ...]
    key: str | None = None
    wide: bool = False
    """Whether its first cell takes the whole line that the other cells leave, as a heading does."""


BLANK = Row(())
"""An empty line between two parts of a list."""


class Rows(ScrollView, Copying, can_focus=True):
    """A list of rows in columns.

    `columns` says how wide what is. `rows` may be any sequence: only the rows that are visible are asked for, so a
    sequence that reads them from a database page by page may have millions.
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("list")

    KEYS: ClassVar[frozenset[str]] = frozenset(key for command in keys.of("list") for key in command.keys.split(","))
    """The keys that move about in a list: they can always be used."""

    ALLOW_SELECT = False

    nothing: str = ""
    """What is said where there is no row at all."""

    columns: Sequence[Column] = (Column(10, 1),)
    """The columns; a subclass or its owner says which."""

    cursor: reactive[int] = reactive(-1, layout=False, repaint=False)
    """The row the cursor stands on; -1 where there is none it can stand on."""

    def __init__(self, columns: Sequence[Column] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        if columns:
            self.columns = columns
        self.rows: Sequence[Row] = ()
        self._inks = Inks(self)
        self._widths: tuple[int, list[int]] = (0, [])
        self._longest: list[int] = []

    @property
    def key(self) -> str | None:
        """What the cursor's row stands for."""
        return self.rows[self.cursor].key if 0 <= self.cursor < len(self.rows) else None

    def told(self) -> str:
        """The line under the cursor in words, with those that belong to it below; empty where there is none."""
        if self.key is None:
            return ""
        lines = [self.rows[self.cursor]]
        for at in range(self.cursor + 1, min(self.cursor + _BELONG, len(self.rows))):
            row = self.rows[at]
            if row.key is not None or row.wide or row is BLANK:
                break
            lines.append(row)
        return " · ".join(text for row in lines for cell in row.cells if (text := cell.text.strip()))

    def show(self, rows: Sequence[Row]) -> None:
        """Shows other rows; the cursor stays with its key, else where it was."""
        key, was = self.key, self.cursor
        self.rows = rows
        self._longest = _longest(rows, len(self.columns))
        self._widths = (0, [])
        self.virtual_size = Size(0, len(rows))
        place = self._near(was) if key is None or not rows else self._place_of(key, was)
        self.set_reactive(Rows.cursor, -1)
        self.cursor = place
        self.refresh()

    @property
    def across(self) -> list[int]:
        """How wide each column is now."""
        return widths(self.columns, self.scrollable_content_region.width - 3, longest=self._longest)

    def render_line(self, y: int) -> Strip:
        """Draws one visible line."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        if index >= len(self.rows):
            if self.nothing and y == 1 and not len(self.rows):
                return self._inks.strip([Cell(f"  {fit(self.nothing, width - 3)}", "faint")], width)
            return Strip.blank(width, self._inks.of(""))
        row = self.rows[index]
        here = index == self.cursor
        under = ("cursor" if self.has_focus else "cursor-far") if here else ""
        mark = Cell("▌ " if here and self.has_focus else "│ " if here else "  ", "accent")
        return self._inks.strip((mark, *self._laid(row, width - 3)), width, under)

    def _laid(self, row: Row, width: int) -> list[Cell]:
        """The cells of a row, each as wide as its column, or as a heading says."""
        if self._widths[0] != width:
            self._widths = (width, widths(self.columns, width, longest=self._longest))
        across = self._widths[1]
        laid: list[Cell] = []
        if row.wide:
            others = list(zip(row.cells[1:], self.columns[len(self.columns) - len(row.cells) + 1 :], strict=False))
            far = across[len(self.columns) - len(others) :]
            shown = [(cell, column, wide) for (cell, column), wide in zip(others, far, strict=False) if wide]
            before = [wide for wide in across[: len(self.columns) - len(others)] if wide]
            first = sum(before) + 2 * (len(before) - 1) if shown else width
            laid.append(Cell(fit(row.cells[0].text, first), row.cells[0].kind))
            for cell, column, wide in shown:
                laid += [Cell("  "), Cell(fit(cell.within(wide), wide, right=column.right), cell.kind)]
            return laid
        for cell, column, wide in zip(row.cells, self.columns, across, strict=False):
            if wide:
                if laid:
                    laid.append(Cell("  "))
                laid.append(Cell(fit(cell.within(wide), wide, right=column.right), cell.kind))
        return laid

    def validate_cursor(self, cursor: int) -> int:
        """Keeps the cursor on a row."""
        return max(-1, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, was: int, now: int) -> None:
        """Draws the two lines anew, and sees that the cursor is visible, with the heading above it."""
        for index in (was, now):
            if index >= 0:
                self.refresh_line(index)
        self._see()
        self.post_message(CursorMoved(self.key))

    def on_resize(self) -> None:
        """The cursor stays visible."""
        self._see()

    def _see(self) -> None:
        """Scrolls as little as shows the cursor's row and the heading above it."""
        now = self.cursor
        if 0 <= now < len(self.rows):
            top = now
            while top > 0 and self.rows[top - 1].key is None and now - top < 3:
                top -= 1
            room = self.scrollable_content_region.height
            region = Region(0, top, 1, now - top + 1) if now - top < room else Region(0, now, 1, 1)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def action_cursor(self, step: int) -> None:
        """Moves the cursor to the next row it can stand on, down (1) or up (-1)."""
        at = self.cursor + step
        while 0 <= at < len(self.rows) and self.rows[at].key is None:
            at += step
        if 0 <= at < len(self.rows):
            self.cursor = at
        elif step < 0:
            self.scroll_to(y=0, animate=False)

    def action_page(self, step: int) -> None:
        """Moves the cursor by what is visible."""
        self.cursor = self._near(self.cursor + step * max(1, self.scrollable_content_region.height - 1))

    def action_end(self, step: int) -> None:
        """Moves the cursor to the first row (-1) or the last (1)."""
        self.cursor = self._near(len(self.rows) - 1 if step > 0 else 0)

    def on_click(self, event: Click) -> None:
        """One click puts the cursor there, two choose the row."""
        index = self.scroll_offset.y + event.y
        if 0 <= index < len(self.rows) and self.rows[index].key is not None:
            self.cursor = index
            if event.chain > 1:
                self.post_message(Chosen(str(self.key)))

    def on_focus(self) -> None:
        """The cursor is drawn as the one that moves."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn as one that waits."""
        self.refresh()

    def notify_style_update(self) -> None:
        """The theme has changed."""
        super().notify_style_update()
        self._inks.forget()

    def _near(self, index: int) -> int:
        """The row nearest to an index that the cursor can stand on; -1 without one."""
        last = len(self.rows) - 1
        index = max(0, min(index, last))
        for away in range(min(last + 1, 1000)):
            for at in (index + away, index - away):
                if 0 <= at <= last and self.rows[at].key is not None:
                    return at
        return -1

    def _place_of(self, key: str, was: int) -> int:
        """Where a key stands now: where it was, else near there, else the nearest row."""
        for away in range(min(len(self.rows), 2000)):
            for at in (was + away, was - away):
                if 0 <= at < len(self.rows) and self.rows[at].key == key:
                    return at
        return self._near(was)


def _longest(rows: Sequence[Row], columns: int) -> list[int]:
    """The longest text of each column, as far as rows have that many cells; nothing for a list too long to look at."""
    found = [0] * columns
    if len(rows) > MEASURED:
        return []
    for row in rows:
        if not row.wide:
            for at, cell in enumerate(row.cells[:columns]):
                text = cell.within(ONE_LINE)
                found[at] = max(found[at], len(text) if text.isascii() else cell_len(text))
    return found
