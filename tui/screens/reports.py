"""The list of all reports."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from tui import keys, wording
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row, Rows

COLUMNS = (Column(5), Column(20, 3), Column(14), Column(12, 2), Column(14, right=True))
"""Number, title, state, body, next day."""


class Reports(Place):
    """The list of all reports."""

    place: ClassVar[str] = "reports"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("reports")

    AUTO_FOCUS = "Rows"

    def page(self) -> ComposeResult:
        """The list."""
        yield Rows(COLUMNS)

    async def load(self) -> None:
        """Reads the list."""
        from states.words import said
        from workflow.views.lists import reports

        found = await self.ask(reports, limit=500)
        self.query_one(Rows).show(
            [
                Row(
                    (Cell(r.report, "faint"), Cell(plain(r.title)), Cell(said(r.state)), Cell(plain(r.body), "faint"),
                     Cell(wording.day(r.next_due))),
                    key=r.report,
                )
                for r in found
            ]
        )  # fmt: skip

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.query_one(Rows).key
        if key is not None:
            self.matters.record(key)

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
