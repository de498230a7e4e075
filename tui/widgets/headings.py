"""The headings over a long list: which column it is sorted by, and a click to sort by another."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.widgets.drawing import Column, fit, widths
from tui.widgets.rows import Rows


class SortPressed(Message):
    """A heading was clicked; `order` is the list's name for it."""

    def __init__(self, order: str) -> None:
        self.order = order
        super().__init__()


class Headings(Widget):
    """One line of headings, each over its column."""

    ALLOW_SELECT = False

    def __init__(self, columns: Sequence[Column], names: Sequence[tuple[str, str]], over: Rows | None = None) -> None:
        super().__init__()
        mark = () if over else (Column(1),)
        self.columns, self.names = (*mark, *columns), (*(("", "") for _ in mark), *names)
        self.order, self.falling = "", False
        self._over = over
        """The list it stands over, where that is one whose columns are as wide as its texts want."""

    def tell(self, order: str, falling: bool) -> None:
        """What the list is sorted by now."""
        self.order, self.falling = order, falling
        self.refresh()

    def _across(self) -> list[int]:
        return self._over.across if self._over else widths(self.columns, self.size.width - 3)

    @property
    def orders(self) -> list[str]:
        """The orders of the columns that are seen, from left to right."""
        seen = [order for (name, order), wide in zip(self.names, self._across(), strict=True) if name and wide]
        return list(dict.fromkeys(seen))

    def render(self) -> Content:
        """The headings."""
        parts: list[str | tuple[str, str]] = ["  "]
        shown = [(n, c, w) for n, c, w in zip(self.names, self.columns, self._across(), strict=True) if w]
        signed = next((at for at, ((name, order), _, _) in enumerate(shown) if name and order == self.order), -1)
        sign = "↓" if self.falling else "↑"
        for at, ((name, _), column, wide) in enumerate(shown):
            said = _signed(name, sign, wide) if at == signed else name
            parts += ["  " if at else "", (fit(said, wide, right=column.right), "bold" if at == signed else "")]
        return Content.assemble(*parts).stylize("$faint")

    def on_click(self, event: Click) -> None:
        """Sorts by the column that was clicked; by the same once more, the other way round."""
        passed = 2
        for (_, order), wide in zip(self.names, self._across(), strict=True):
            passed += wide + (2 if wide else 0)
            if wide and event.x < passed:
                if order:
                    self.post_message(SortPressed(order))
                return


def _signed(name: str, sign: str, wide: int) -> str:
    """A heading with the sign of its direction, which stays where there is no room for both."""
    return f"{name}{sign}" if cell_len(name) < wide else f"{fit(name, wide - 1)}{sign}"
