"""The two lines at the head of every screen: whose desk it is, the day, the tabs; and the past, clearly marked."""

from datetime import date
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from tui import wording
from tui.keys import PLACES, TABS, named
from tui.messages import Painted, TabPressed
from tui.safe import plain
from tui.widgets.drawing import fit

NAME = "Matters Arising"
"""What it is called."""


class Masthead(Widget):
    """The head of a screen. What it shows are the App's own `council`, `day` and `as_of`."""

    DEFAULT_CLASSES: ClassVar[str] = "masthead"

    ALLOW_SELECT = False

    council: reactive[str | None] = reactive(None)
    """The council's name, as far as it is known."""

    day: reactive[date | None] = reactive(None)
    """The day it is in London."""

    as_of: reactive[date | None] = reactive(None)
    """The past day that is looked at; None is today."""

    place: reactive[str] = reactive("")
    """The tab that is open."""

    def on_mount(self) -> None:
        """Follows the App."""
        for name in ("council", "day", "as_of"):
            self.watch(self.app, name, partial(setattr, self, name))

    def on_show(self) -> None:
        """With its head, the screen is painted."""
        self.post_message(Painted())

    def watch_as_of(self, as_of: date | None) -> None:
        """The past has a colour of its own."""
        self.set_class(as_of is not None, "-past")

    def render(self) -> Content:
        """Both lines."""
        width = self.size.width - 2
        if width < 10:
            return Content("")
        right = self._right()
        left = fit(f"{NAME} · {plain(self.council, 80)}" if self.council else NAME, width - cell_len(right) - 1)
        upper = Content.assemble(
            (left[: len(NAME)], "bold"), left[len(NAME) :], " ", (right, "bold" if self.as_of else "")
        )
        tabs = [
            (f" {word} ", "bold $accent reverse" if place == self.place else "") for place, word in self._tabs(width)
        ]
        return Content.assemble(upper, "\n", *tabs)

    def _right(self) -> str:
        if self.as_of is not None:
            return f"AS IT STOOD ON {wording.day(self.as_of)} · @ ↵ today"
        return f"{self.day:%a} {wording.day(self.day)}" if self.day else ""

    def _tabs(self, width: int) -> list[tuple[str, str]]:
        """Each tab with its key; where that is too wide, the name alone; where that is too, the keys of the others."""
        key = {place: named(f"go.{place}").shown for place in TABS}
        long = [(place, f"{key[place]} {PLACES[place]}") for place in TABS]
        names = [(place, PLACES[place]) for place in TABS]
        short = [(place, f"{key[place]} {PLACES[place]}" if place == self.place else key[place]) for place in TABS]
        return next((t for t in (long, names) if sum(len(word) + 2 for _, word in t) <= width + 2), short)

    def on_click(self, event: Click) -> None:
        """A tab is pressed."""
        at = event.get_content_offset(self)
        if at is None or at.y != 1:
            return
        passed = 0
        for place, word in self._tabs(self.size.width - 2):
            passed += len(word) + 2
            if at.x < passed:
                self.post_message(TabPressed(place))
                return
