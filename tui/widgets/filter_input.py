"""The input of the filter line: Tab completes, escape goes back to the list."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType
from textual.events import Blur, Focus
from textual.message import Message
from textual.widgets import Input

from tui import keys
from tui.widgets.one_line import hollow

if TYPE_CHECKING:
    from tui.widgets.filter_line import FilterLine


class FilterInput(Input):
    """What is typed into the filter line."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("filter")

    class Left(Message):
        """The line was left for the list."""

    def __init__(self, value: str) -> None:
        super().__init__(value, compact=True, placeholder=hollow("overdue  body:…  due<2026-12-01  words"))
        self._turn: list[str] = []
        self._at = 0
        self._tail = 0

    @property
    def line(self) -> "FilterLine":
        """The line it stands in."""
        return cast("FilterLine", self.parent)

    def action_leave(self) -> None:
        """Back to the list."""
        self.post_message(self.Left())

    def action_complete(self, step: int) -> None:
        """The next completion (1), or the one before (-1)."""
        self.complete(step)

    def complete(self, step: int) -> None:
        """Takes the next completion; the line as it was typed comes after the last."""
        if self.value not in self._turn:
            suggest = self.line.suggest
            found = suggest(self.value, self.cursor_position) if suggest else []
            self._turn, self._at = [self.value, *found], 0
            self._tail = len(self.value) - self.cursor_position
        if len(self._turn) > 1:
            self._at = (self._at + step) % len(self._turn)
            self.value = self._turn[self._at]
            self.cursor_position = len(self.value) - self._tail
        if len(self._turn) == 2:  # there is no choice: the next Tab goes on from here
            self._turn = []

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.line.typed(self.value, self.cursor_position)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.line.tell(settled=True)

    @on(Focus)
    def _entered(self) -> None:
        self.line.hint()

    @on(Blur)
    def _left(self) -> None:
        self.display = False
        self.line.hint()
