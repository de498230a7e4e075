"""One report: where it stands, what is owed, what can happen now, what happened. Every move is a key."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize

from tui import keys
from tui.messages import Chosen
from tui.screens import record_past as past
from tui.screens import record_rows as parts
from tui.screens.record_acts import Acts
from tui.screens.record_first import first
from tui.widgets.paper import MARGIN, Paper, joined
from tui.widgets.track import Track

if TYPE_CHECKING:
    from workflow.views.whole import Whole

WIDE = 120
"""From which width there are two columns; below it the parts stand under one another."""

ASIDE = 46
"""How wide the right column is, at the least."""


class Record(Acts):
    """One report with everything known of it, and everything that can be done with it."""

    place: ClassVar[str] = "record"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("record")

    AUTO_FOCUS = "#left"

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref
        self.whole: Whole | None = None

    def page(self) -> ComposeResult:
        """The head, the two columns."""
        yield Track()
        with Horizontal(id="columns"):
            yield Paper(id="left")
            yield Paper(id="right")

    async def load(self) -> None:
        """Reads the report."""
        from workflow.views.whole import whole

        self.whole = await self.ask(whole, self.ref)
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Wide enough, there are two columns."""
        self.set_class(event.size.width >= WIDE, "-wide")

    @on(Paper.Widened)
    def _widened(self) -> None:
        self._draw()

    @property
    def today(self) -> date:
        """The day looked at."""
        return self.matters.as_of or self.matters.day or date.min

    def _draw(self) -> None:
        whole = self.whole
        if whole is None:
            return
        self.query_one(Track).show(whole, self.today, due=self.has_class("-wide"))
        left, right = self.query_one("#left", Paper), self.query_one("#right", Paper)
        wide = self.has_class("-wide")
        across, aside = left.size.width - MARGIN - 1, right.size.width - MARGIN - 1
        if wide:
            left.show(joined((parts.recommendations(whole, across), parts.dates(whole, self.today, across),
                              past.on_file(whole, across), past.timeline(whole, across))))  # fmt: skip
            right.show(joined((parts.moves(whole, aside), parts.doubts(whole, aside), parts.offered(whole, aside),
                               parts.thread(whole, aside), parts.not_now(whole, aside))))  # fmt: skip
            return
        left.show(joined((
            first(whole, self.today, across, past=self.matters.as_of is not None), parts.recommendations(whole, across),
            parts.dates(whole, self.today, across), parts.doubts(whole, across), parts.offered(whole, across),
            parts.thread(whole, across), past.on_file(whole, across), past.timeline(whole, across),
            parts.moves(whole, across), parts.not_now(whole, across),
        )))  # fmt: skip

    @property
    def paper(self) -> Paper:
        """The column one stands in."""
        right = self.query_one("#right", Paper)
        return right if right.has_focus else self.query_one("#left", Paper)

    def action_part(self, step: int) -> None:
        """Goes to the next part of the page (1), or to the one before (-1); from one column into the other."""
        here = self.paper
        if here.next_part(step):
            return
        other = self.query_one("#left" if here.id == "right" or not self.has_class("-wide") else "#right", Paper)
        other.to_part(step)
        other.focus()

    def under(self) -> tuple[str, str]:
        """What the cursor stands on: its kind and its key."""
        kind, _, key = (self.paper.key or "").partition("/")
        return kind, key

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
