"""The headings over a long list: which column it is sorted by, and a click to sort by another."""

from collections.abc import Sequence

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.widgets.drawing import Column, fit, widths


class SortPressed(Message):
    """A heading was clicked; `order` is the list's name for it."""

    def __init__(self, order: str) -> None:
        self.order = order
        super().__init__()


class Headings(Widget):
    """One line of headings, each over its column."""

    ALLOW_SELECT = False

    def __init__(self, columns: Sequence[Column], names: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.columns, self.names = (Column(1), *columns), (("", ""), *names)
        self.order, self.falling = "", False

    def tell(self, order: str, falling: bool) -> None:
        """What the list is sorted by now."""
        self.order, self.falling = order, falling
        self.refresh()

    def _across(self) -> list[int]:
        return widths(self.columns, self.size.width - 3)

    def render(self) -> Content:
        """The headings."""
        parts: list[str | tuple[str, str]] = ["  "]
        shown = [(n, c, w) for n, c, w in zip(self.names, self.columns, self._across(), strict=True) if w]
        for at, ((name, order), column, wide) in enumerate(shown):
            here = bool(order) and order == self.order
            arrow = ("↓" if self.falling else "↑") if here else ""
            parts += ["  " if at else "", (fit(f"{name}{arrow}", wide, right=column.right), "bold" if here else "")]
        return Content.assemble(*parts).stylize("$faint")

    def on_click(self, event: Click) -> None:
        """Sorts by the column that was clicked; refused, where it cannot be sorted, by a sentence."""
        passed = 2
        for (_, order), wide in zip(self.names, self._across(), strict=True):
            passed += wide + (2 if wide else 0)
            if wide and event.x < passed:
                if order:
                    self.post_message(SortPressed(order))
                return
