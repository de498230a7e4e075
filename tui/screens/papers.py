"""What was read, and what waits for an answer."""

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

COLUMNS = (Column(4), Column(10, 1), Column(20, 3))
"""Number, kind, words."""


class Papers(Place):
    """What was read, and what waits for an answer."""

    place: ClassVar[str] = "papers"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("papers")

    AUTO_FOCUS = "Rows"

    def page(self) -> ComposeResult:
        """The list."""
        yield Rows(COLUMNS)

    async def load(self) -> None:
        """Reads the list."""
        from workflow.settling import waiting
        from workflow.views.look import Look

        def asked(look: Look) -> list[tuple[str, str, str]]:
            return [(w.ref, w.kind, w.words) for w in waiting(look.tx)]

        found = await self.ask(asked)
        self.query_one(Rows).show(
            [Row((Cell(ref, "faint"), Cell(plain(kind)), Cell(plain(words))), key=ref) for ref, kind, words in found]
        )

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.query_one(Rows).key
        if key is not None and key.startswith("R"):
            self.matters.record(key)

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
