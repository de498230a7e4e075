"""Meetings, past and to come."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tui import keys
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row, Rows

COLUMNS = (Column(12), Column(20, 1), Column(10), Column(9, right=True))
"""Day, body, status, items."""


class Meetings(Place):
    """Meetings, past and to come."""

    place: ClassVar[str] = "meetings"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("meetings")

    AUTO_FOCUS = "Rows"

    def page(self) -> ComposeResult:
        """The list."""
        yield Rows(COLUMNS)

    async def load(self) -> None:
        """Reads the list."""
        from workflow.views.lists import meetings

        found = await self.ask(meetings, limit=500)
        self.query_one(Rows).show(
            [
                Row(
                    (Cell(str(m.day or "?")), Cell(plain(m.body)), Cell(plain(m.status), "faint"),
                     Cell(f"{m.items} items", "faint")),
                    key=f"M{m.meeting}",
                )
                for m in found
            ]
        )  # fmt: skip

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.query_one(Rows).key
        if key is not None and key.startswith("R"):
            self.matters.record(key)

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
