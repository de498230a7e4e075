"""One report, as a plain page."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui import keys
from tui.safe import lines
from tui.screens.place import Place


class Record(Place):
    """One report with everything known of it."""

    place: ClassVar[str] = "record"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("record")

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref

    def page(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="record", can_focus=False):
            yield Static("", id="plain", markup=False)

    async def load(self) -> None:
        """Reads the report."""
        from workflow.cli.commands.show import page
        from workflow.views.report import show

        found = await self.ask(show, self.ref)
        self.query_one("#plain", Static).update(lines("\n".join(page(found)), 200_000))

    def action_scroll(self, step: int) -> None:
        """Scrolls."""
        self.query_one("#record").scroll_relative(y=step * 3, animate=False)
