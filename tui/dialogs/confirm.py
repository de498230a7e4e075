"""Yes or no, where something cannot be taken back."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button

from tui.dialogs.dialog import Dialog, words
from tui.safe import lines


class Confirm(Dialog[bool]):
    """Says what will happen and asks whether it shall. Gives back True, or None when it was left."""

    AUTO_FOCUS = "#no"

    def __init__(self, heading: str, says: str, yes: str) -> None:
        super().__init__()
        self.heading, self.says, self.yes = heading, says, yes

    def form(self) -> Iterable[Widget]:
        """The words and the two buttons."""
        yield words(lines(self.says))
        yield Horizontal(
            Button("Leave it", id="no", compact=True), Button(self.yes, id="yes", compact=True), classes="buttons"
        )

    def action_done(self) -> None:
        """Yes."""
        self.dismiss(True)

    @on(Button.Pressed, "#yes")
    def _yes(self) -> None:
        self.dismiss(True)

    @on(Button.Pressed, "#no")
    def _no(self) -> None:
        self.dismiss(None)
