"""The filter line over a long list: what is typed, completed with Tab, and what it found."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Blur, Focus, Key
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.safe import plain

QUIET = 0.25
"""How long nothing must be typed before the list follows, in seconds."""


class Filtered(Message):
    """Something else is to be shown; `settled` when enter was pressed, so that what is wrong is said."""

    def __init__(self, text: str, settled: bool) -> None:
        self.text, self.settled = text, settled
        super().__init__()


class FilterInput(Input):
    """The line itself: Tab completes, escape goes back to the list."""

    def __init__(self) -> None:
        super().__init__(placeholder="f  filter: overdue  body:…  officer:…  due<…  words", compact=True)
        self.suggest: Callable[[str, int], list[str]] | None = None
        self._turn: list[str] = []
        self._at = 0

    class Left(Message):
        """The line was left for the list."""

    async def on_key(self, event: Key) -> None:
        """Tab, shift+Tab, escape and down are ours."""
        if event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.complete(1 if event.key == "tab" else -1)
        elif event.key in ("escape", "down"):
            event.stop()
            event.prevent_default()
            self.post_message(self.Left())

    def complete(self, step: int) -> None:
        """Takes the next completion; the line as it was typed comes after the last."""
        if self.value not in self._turn:
            found = self.suggest(self.value, self.cursor_position) if self.suggest else []
            self._turn, self._at = [self.value, *found], 0
            self._tail = len(self.value) - self.cursor_position
        if len(self._turn) > 1:
            self._at = (self._at + step) % len(self._turn)
            self.value = self._turn[self._at]
            self.cursor_position = len(self.value) - self._tail
        if len(self._turn) == 2:  # there is no choice: the next Tab goes on from here
            self._turn = []

    _tail = 0


class FilterLine(Vertical):
    """The line, what it found, and under it what Tab would write."""

    def compose(self) -> ComposeResult:
        """The line and its remarks."""
        with Horizontal(id="filter-row"):
            yield FilterInput()
            yield Static("", id="filter-found", markup=False)
        yield Static("", id="filter-hint", markup=False)

    def on_mount(self) -> None:
        """Nothing is typed yet."""
        self._timer: Timer | None = None
        self.query_one("#filter-hint").display = False

    @property
    def input(self) -> FilterInput:
        """The line itself."""
        return self.query_one(FilterInput)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.input.value

    def put(self, text: str) -> None:
        """Writes a filter there, as if it had been typed."""
        self.input.value = text
        self.input.cursor_position = len(text)
        self._tell(settled=True)

    def found(self, words: str) -> None:
        """Says what it found."""
        self.query_one("#filter-found", Static).update(Content(plain(words)))

    @on(Input.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(QUIET, lambda: self._tell(settled=False))
        self.hint()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._tell(settled=True)

    def _tell(self, *, settled: bool) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.post_message(Filtered(self.text, settled))

    def hint(self) -> None:
        """Shows what Tab would write."""
        line = self.input
        found = line.suggest(line.value, line.cursor_position) if line.suggest and line.has_focus else []
        hint = self.query_one("#filter-hint", Static)
        hint.display = bool(found) and line.has_focus
        here = len(line.value[: line.cursor_position].rpartition(" ")[0])
        hint.update(Content("Tab  " + "   ".join(plain(one[here:].strip(), 60) for one in found[:12])))

    @on(Focus)
    @on(Blur)
    def _entered(self) -> None:
        self.hint()
