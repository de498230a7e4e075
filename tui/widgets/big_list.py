"""A list of any length: draws what is visible, reads it page by page after it is drawn, keeps marks on rows."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.geometry import Size
from textual.message import Message

from tui import keys
from tui.widgets.drawing import Cell, Column
from tui.widgets.pages import SIZE, Pages
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.views.window_rows import Line

AHEAD = 48
"""How many rows before the end of a page the next one is asked for."""

MARKED = Cell("●", "accent")
"""Stands before a row that is marked."""


class Marked(Message):
    """The marks have changed."""


class Moved(Message):
    """Other rows are visible, or the cursor is elsewhere."""


class BigList(Rows):
    """A list of a million rows or of none.

    `read(page, pages)` is given by its owner: it reads a page, and may look at the pages that are here already.
    """

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("marking")

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:
        super().__init__((Column(1), *columns), id=id)
        self.pages: Pages = Pages(lambda line: Row((), line.key))
        self.read: Callable[[int, Pages], Awaitable[list[Line]]] | None = None
        self.marks: set[str] = set()
        """The keys that are marked; when `all_marked`, those that are not."""
        self.all_marked = False
        self._reading = False
        self._anchor = self._reached = -1
        """Where marking with shift began, and how far it has come."""

    def begin(self, pages: Pages, cursor: int = 0, top: int | None = None) -> None:
        """Shows other pages, with the cursor on a row and, if it is said, with a row at the top."""
        self.pages = self.rows = pages
        self._reached = -1
        self.virtual_size = Size(0, len(pages))
        self.set_reactive(Rows.cursor, -1)
        if top is not None:
            self.scroll_to(y=top, animate=False, force=True)
        self.cursor = cursor if len(pages) else -1
        self.refresh()

    def counted(self) -> None:
        """The number of rows is known now, or another one."""
        self.virtual_size = Size(0, len(self.pages))
        self.refresh()

    @property
    def line(self) -> "Line | None":
        """The line under the cursor, if it is here."""
        return self.pages.line(self.cursor)

    @property
    def top(self) -> int:
        """The first row that is visible."""
        return int(self.scroll_offset.y)

    def is_marked(self, key: str | None) -> bool:
        """Whether a row is marked."""
        return (key in self.marks) != self.all_marked

    @property
    def marked(self) -> int:
        """How many rows are marked."""
        return max(0, len(self.pages) - len(self.marks)) if self.all_marked else len(self.marks)

    def unmark(self) -> None:
        """Takes every mark away."""
        if self.marks or self.all_marked:
            self.marks, self.all_marked = set(), False
            self.refresh()
            self.post_message(Marked())

    def action_mark(self) -> None:
        """Marks the row under the cursor, or takes its mark away, and goes one down."""
        if self.key:
            self.marks ^= {self.key}
            self.refresh_line(self.cursor)
            self.post_message(Marked())
            self.action_cursor(1)

    def action_extend(self, step: int) -> None:
        """Marks the row under the cursor and the next one down (1) or up (-1); going back takes marks away again."""
        at = self.cursor
        if not self.key:
            return
        if self._reached != at:
            self._anchor = at
        self._mark(not (at - self._anchor) * step < 0)
        self.action_cursor(step)
        self._mark(True)
        self._reached = self.cursor
        self.post_message(Marked())

    def _mark(self, marked: bool) -> None:
        if self.key and self.is_marked(self.key) != marked:
            self.marks ^= {self.key}
            self.refresh_line(self.cursor)

    def action_mark_all(self) -> None:
        """Marks every row of the list; if any is marked, takes every mark away."""
        if self.marked:
            self.unmark()
        elif len(self.pages):
            self.marks, self.all_marked = set(), True
            self.refresh()
            self.post_message(Marked())

    def go_to(self, index: int) -> None:
        """Goes to the n-th row."""
        self.cursor = index

    def _laid(self, row: Row, width: int) -> list[Cell]:
        mark = MARKED if row.key and self.is_marked(row.key) else Cell(" ")
        return super()._laid(Row((mark, *row.cells), row.key), width)

    def watch_cursor(self, was: int, now: int) -> None:
        """Beside what every list does, asks for the next page before it is reached."""
        super().watch_cursor(was, now)
        if now >= 0:
            self.pages.want(max(0, now - AHEAD) // SIZE)
            self.pages.want(min(len(self.pages) - 1, now + AHEAD) // SIZE)
            self.pages.want(now // SIZE)
            self._see_to()
        self.post_message(Moved())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Other rows are visible."""
        super().watch_scroll_y(old_value, new_value)
        for index in (new_value + self.size.height, new_value):
            if len(self.pages):
                self.pages.want(min(len(self.pages) - 1, int(index)) // SIZE)
        self._see_to()
        self.post_message(Moved())

    def _see_to(self) -> None:
        if self.pages.missing and not self._reading and self.read is not None:
            self._reading = True
            self.run_worker(self._read_missing(), exit_on_error=False, group="pages")

    async def _read_missing(self) -> None:
        """Reads pages as long as some are missing, the one asked for last first."""
        try:
            while self.pages.missing and self.read is not None:
                pages = self.pages
                number = next(reversed(pages.missing))
                try:
                    lines = await self.read(number, pages)
                except Exception:
                    pages.missing.clear()
                    raise
                if pages is self.pages:
                    pages.put(number, lines)
                    self.refresh()
                await asyncio.sleep(0)
        finally:
            self._reading = False

    def on_click(self, event: Click) -> None:
        """A click puts the cursor there; with ctrl, or on the mark, it marks the row too."""
        super().on_click(event)
        if (event.ctrl or event.x < 4) and event.chain == 1 and self.top + event.y == self.cursor and self.key:
            self.marks ^= {self.key}
            self.refresh_line(self.cursor)
            self.post_message(Marked())
