"""A page of rows that are laid out already: each line its own cells, the cursor on what can be acted on."""

from collections.abc import Iterable

from textual.message import Message

from tui.safe import plain
from tui.widgets.drawing import Cell, fit, wrap
from tui.widgets.rows import BLANK, Row, Rows

MARGIN = 3
"""How many characters of the width the cursor's mark takes."""


class Paper(Rows):
    """A page of parts, each under its heading. Rows come with cells as wide as they are drawn."""

    class Widened(Message):
        """The page is wider or narrower than it was: its rows want laying out anew."""

    _wide = 0

    def on_resize(self) -> None:
        """Its owner is told when the width is another one."""
        if self.size.width != self._wide:
            self._wide = self.size.width
            self.post_message(self.Widened())

    def _laid(self, row: Row, width: int) -> list[Cell]:
        return list(row.cells)

    def parts(self) -> list[int]:
        """The first row of each part on which the cursor can stand."""
        firsts: list[int] = []
        fresh = True
        for at, row in enumerate(self.rows):
            if row is BLANK or row.wide:
                fresh = True
            elif row.key is not None and fresh:
                firsts.append(at)
                fresh = False
        return firsts

    def next_part(self, step: int) -> bool:
        """Moves the cursor to the next part, or to the one before; whether there was one."""
        parts = self.parts()
        here = max((i for i, at in enumerate(parts) if at <= self.cursor), default=-1)
        if not 0 <= here + step < len(parts):
            return False
        self._begin(parts[here + step])
        return True

    def to_part(self, step: int) -> None:
        """Puts the cursor into the first part (1) or the last (-1)."""
        parts = self.parts()
        if parts:
            self._begin(parts[0] if step > 0 else parts[-1])

    def _begin(self, first: int) -> None:
        """Puts the cursor on the first row of a part; its heading goes up as far as shows the part below it."""
        self.cursor = first
        top = first
        while top > 0 and self.rows[top - 1] is not BLANK:
            top -= 1
        self.scroll_to(y=min(top, first), animate=False, force=True)


def heading(name: str, right: str = "", width: int = 0) -> Row:
    """The heading of a part, with what its columns are on the right."""
    room = max(0, width - len(name) - 1)
    return Row((Cell(name, "heading"), Cell(" " + fit(right, room, right=True), "faint")), wide=True)


def said(
    text: str, width: int, *, key: str | None = None, kind: str = "", before: Iterable[Cell] = (), most: int = 6
) -> list[Row]:
    """A text in as many lines as it needs, the first with `before` in front of it, the others under the text."""
    lead = list(before)
    indent = sum(len(cell.text) for cell in lead)
    lines = wrap(plain(text, 600), max(10, width - indent), most) or [""]
    first = Row((*lead, Cell(lines[0], kind)), key=key)
    return [first, *(Row((Cell(" " * indent), Cell(line, kind))) for line in lines[1:])]


def joined(parts: Iterable[list[Row]]) -> list[Row]:
    """Parts one below another, those that hold nothing left out, an empty line between two."""
    rows: list[Row] = []
    for part in parts:
        if part:
            rows += [BLANK, *part] if rows else part
    return rows
