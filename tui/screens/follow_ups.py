"""Everything owed."""

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

COLUMNS = (Column(1), Column(16, 3), Column(16, 2), Column(10, 2), Column(10, right=True))
"""Letter, title, what, who, how late."""


class FollowUps(Place):
    """Everything owed."""

    place: ClassVar[str] = "follow_ups"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("follow_ups")

    AUTO_FOCUS = "Rows"

    def page(self) -> ComposeResult:
        """The list."""
        yield Rows(COLUMNS)

    async def load(self) -> None:
        """Reads the list."""
        from workflow.views.lists import due, overdue

        owed = [*await self.ask(overdue, limit=500), *await self.ask(due, 400, limit=500)]
        rows = []
        for o in owed:
            kind = wording.stands(o.days_late, o.clock)
            rows.append(
                Row(
                    (Cell(wording.LETTERS[kind], kind), Cell(plain(o.title)),
                     Cell(wording.what(o.clock, [o.recommendation])),
                     Cell(plain(o.owner), "faint"), Cell(wording.days(o.days_late), kind)),
                    key=f"{o.report}/{o.number}",
                )
            )  # fmt: skip
        self.query_one(Rows).show(rows)

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.query_one(Rows).key
        if key is not None:
            self.matters.record(key.partition("/")[0])

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
