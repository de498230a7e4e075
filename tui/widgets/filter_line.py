"""The filter line over a long list: what is typed, completed with Tab, and what it found.

It is drawn; the input is put in when somebody goes there, so that the list is painted without waiting for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from tui.safe import plain
from tui.widgets.drawing import fit

if TYPE_CHECKING:
    from tui.widgets.filter_input import FilterInput

QUIET = 0.25
"""How long nothing must be typed before the list follows, in seconds."""

SAYS = "f  filter: overdue  body:…  due<…  words"
"""Stands there as long as there is no filter."""

NOT_APPLIED = "not applied"
"""Stands at its end while what is typed is no filter: the list is as it was before."""


class Filtered(Message):
    """Something else is to be shown; `settled` when enter was pressed, so that what is wrong is said."""

    def __init__(self, text: str, settled: bool) -> None:
        self.text, self.settled = text, settled
        super().__init__()


class FilterLine(Widget):
    """The line, what it found, and under it what Tab would write."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        """What is typed."""
        self.suggest: Callable[[str, int], list[str]] | None = None
        self.input: FilterInput | None = None
        self.says = ""
        """What it found."""
        self._timer: Timer | None = None
        self._hints: list[str] = []

    async def enter(self) -> None:
        """Goes into the line; what is typed from now on is written there, however fast."""
        if self.input is None:
            from tui.widgets.filter_input import FilterInput

            self.input = FilterInput(self.text)
            await self.mount(self.input)
        self.input.display = True
        self._make_room()
        self.screen.set_focus(self.input)

    def put(self, text: str) -> None:
        """Writes a filter there, as if it had been typed."""
        self.text = text
        if self.input is not None:
            self.input.value = text
            self.input.cursor_position = len(text)
        self.tell(settled=True)
        self.refresh()

    def found(self, words: str) -> None:
        """Says what it found."""
        if words != self.says:
            self.says = words
            self._make_room()
            self.refresh()

    def _make_room(self) -> None:
        """The input is as wide as what was found leaves room for."""
        if self.input is not None:
            self.input.styles.margin = (0, cell_len(self.says) + 3, 0, 0)

    def typed(self, text: str, at: int) -> None:
        """Something was typed: the list follows in a moment."""
        if text != self.text:
            self.text = text
            self._stop()
            self._timer = self.set_timer(QUIET, lambda: self.tell(settled=False))
        self.hint(at)

    def tell(self, *, settled: bool) -> None:
        """Has the list follow."""
        self._stop()
        self.post_message(Filtered(self.text, settled))

    def hint(self, at: int | None = None) -> None:
        """Shows what Tab would write at a place of the line; nothing when one is not in it."""
        line = self.input
        inside = line is not None and line.has_focus
        place = at if at is not None else line.cursor_position if line is not None else 0
        found = self.suggest(self.text, place) if self.suggest and inside else []
        here = len(self.text[:place].rpartition(" ")[0])
        self._hints = [plain(one[here:].strip(), 60) for one in found[:12]]
        self.set_class(bool(self._hints), "-hinting")
        self.refresh()

    def render(self) -> Content:
        """The filter or what could be typed, what it found, and the hints."""
        width = self.content_size.width
        typing = self.input is not None and self.input.display
        left = "" if typing else plain(self.text) if self.text else SAYS
        line = fit(left, max(0, width - cell_len(self.says) - 2))
        parts: list[str | tuple[str, str]] = [(line, "" if self.text else "$faint"), "  ", (self.says, "$faint")]
        if self._hints:
            parts += ["\n", (fit("Tab  " + "   ".join(self._hints), width), "$faint")]
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        """A click goes into the line."""
        event.stop()
        await self.enter()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
