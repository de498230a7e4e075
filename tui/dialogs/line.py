"""One line to fill in, and what makes of it what was meant."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from states.errors import BadInput
from tui.dialogs.dialog import Dialog, words
from tui.widgets.one_line import OneLine

T = TypeVar("T")


class Line(Dialog[T], Generic[T]):
    """Asks for one line. `read` makes of it what is given back; its BadInput is said in the form."""

    AUTO_FOCUS = "Input"

    def __init__(self, heading: str, says: str, read: Callable[[str], T], value: str = "", example: str = "") -> None:
        super().__init__()
        self.heading, self.says, self.read, self.value, self.example = heading, says, read, value, example

    def form(self) -> Iterable[Widget]:
        """The words and the line."""
        yield words(self.says)
        yield OneLine(self.value, example=self.example, compact=False)

    def action_done(self) -> None:
        """Reads the line and gives it back."""
        try:
            self.dismiss(self.read(self.query_one(Input).value.strip()))
        except BadInput as error:
            self.say(str(error))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_done()
