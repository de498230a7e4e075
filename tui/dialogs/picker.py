"""A list to pick from: typing filters it, ↑ and ↓ choose, ↵ takes. Where something may be new, it can be added here."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from tui import keys
from tui.dialogs.dialog import Dialog, words
from tui.messages import Chosen, CursorMoved
from tui.safe import plain
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.views.fields import Choice

MOST = 400
"""How many rows are shown at once; typing finds the others."""

_ADD = "+"


class Picked(NamedTuple):
    """What was picked: the value, and what people read."""

    value: str
    says: str


Add = Callable[[str], Awaitable[Picked | None]]
"""Adds what is not there yet, from what was typed; gives back what it is now."""


class Picker(Dialog[Picked]):
    """A list of choices, filtered by what is typed. Dim choices can be looked at, not taken: their key is empty."""

    place: ClassVar[str] = "pick"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("pick")

    shape: ClassVar[str] = "-tall"

    AUTO_FOCUS = "Input"

    always: ClassVar[tuple[str, ...]] = ("pick.take",)

    labels = MappingProxyType({"dialog.done": ""})

    def __init__(
        self, heading: str, choices: "Sequence[Choice]", *, typed: str = "", add: Add | None = None,
        add_says: str = "", says: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.heading, self.choices, self.typed = heading, choices, typed
        self._add, self._add_says, self._says = add, add_says, says

    def form(self) -> Iterable[Widget]:
        """The line to type in, the list."""
        if self._says:
            yield words(self._says)
        yield Input(self.typed, placeholder="type to filter", compact=True, select_on_focus=False)
        rows = Rows((Column(20, 3), Column(4, 1)), classes="scroll")
        rows.can_focus = False
        yield rows

    def on_mount(self) -> None:
        """All of them, or those that what is typed leaves."""
        self._filter()

    @on(Input.Changed)
    def _filter(self) -> None:
        wanted = self.query_one(Input).value.casefold().split()
        found = [c for c in self.choices if all(w in f"{c.says} {c.beside} {c.value}".casefold() for w in wanted)]
        rows = [
            Row((Cell(plain(c.says), "" if c.value else "faint"), Cell(plain(c.beside), "faint")), key=f"c/{i}")
            for i, c in enumerate(found[:MOST])
        ]
        if self._add is not None:
            typed = self.query_one(Input).value.strip()
            rows.append(
                Row((Cell(f"+ {self._add_says}{f' “{plain(typed, 60)}”' if typed else ''}", "accent"),), key=_ADD)
            )
        self._found = found
        self.query_one(Rows).show(rows)
        self.query_one(Rows).cursor = 0 if rows else -1

    def action_cursor(self, step: int) -> None:
        """Moves the cursor in the list while one goes on typing."""
        self.query_one(Rows).action_cursor(step)

    def action_page(self, step: int) -> None:
        """Moves the cursor by a page."""
        self.query_one(Rows).action_page(step)

    @on(CursorMoved)
    def _why_not(self, moved: CursorMoved) -> None:
        """The whole sentence of a choice that cannot be taken stands below the list, however narrow that is."""
        choice = self._found[int(moved.key[2:])] if moved.key and moved.key != _ADD else None
        if choice is not None and not choice.value:
            self.say(f"{choice.says} {choice.beside}")
        else:
            self.unsay()

    @on(Input.Submitted)
    @on(Chosen)
    def action_done(self) -> None:
        """Takes what the cursor stands on."""
        key = self.query_one(Rows).key
        if key == _ADD:
            self._adding()
        elif key is not None:
            choice = self._found[int(key[2:])]
            if choice.value:
                self.dismiss(Picked(choice.value, choice.says))
            else:
                self.say(f"{choice.says} {choice.beside}")

    @work(exit_on_error=False)
    async def _adding(self) -> None:
        if self._add is not None:
            made = await self._add(self.query_one(Input).value.strip())
            if made is not None:
                self.dismiss(made)
