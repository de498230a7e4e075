"""The board: every report by its state."""

from typing import ClassVar

from textual.binding import BindingType

from tui import keys
from tui.screens.place import Place


class Board(Place):
    """Every report by its state."""

    place: ClassVar[str] = "board"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("board")

    def action_open(self) -> None:
        """Opens the card under the cursor."""

    def action_state(self, step: int) -> None:
        """Goes to another state."""
