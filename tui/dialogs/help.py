"""The keys of the place one is in, made from the one table."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui import keys
from tui.dialogs.dialog import Dialog
from tui.wording import LETTERS

_LETTERS = {"late": "late", "due": "due", "window": "a window is open", "undated": "no date"}

_SIGNS = {
    "L": "refused for good: wants your help", "D": "to release, or a draft to send on or not",
    "W": "released, or to be tried again", "·": "sent",
}  # fmt: skip
"""The signs of the place Reminders."""


class Help(Dialog[None], inherit_bindings=False):
    """The keys that can be pressed, by place: this one first."""

    place: ClassVar[str] = "help"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("help")

    shape: ClassVar[str] = "-tall"

    AUTO_FOCUS = "VerticalScroll"

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__()
        self.places = places
        self.heading = f"Keys · {keys.PLACES[places[0]]}"

    def form(self) -> Iterable[Widget]:
        """The tables."""
        with VerticalScroll(classes="scroll"):
            yield Static(self._table(), markup=False)

    def action_close(self) -> None:
        """Closes the list."""
        self.dismiss(None)

    def _table(self) -> Content:
        parts: list[Content] = []
        for place in self.places:
            commands = keys.of(place)
            if commands:
                parts.append(Content.styled(keys.PLACES[place].upper(), "bold"))
                parts += [_line(command) for command in commands] + [Content("")]
            if place == "reminders":
                parts.append(Content.styled("SIGNS BESIDE LETTERS", "bold"))
                parts += [Content.assemble((f"{sign:>16}  ", "bold"), says) for sign, says in _SIGNS.items()]
                parts.append(Content(""))
        parts.append(Content.styled("LETTERS BESIDE COLOURS", "bold"))
        for kind, says in _LETTERS.items():
            parts.append(Content.assemble((f"{LETTERS[kind]:>16}  ", f"bold ${kind}"), says))
        return Content("\n").join(parts)


def _line(command: keys.Command) -> Content:
    pressed = "  ".join(keys.shown(key) for key in command.keys.split(","))
    return Content.assemble((f"{pressed:>16}  ", "bold $accent"), command.says)
