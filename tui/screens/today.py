"""Today: what is late, what is next, what can be done now. The screen that opens first."""

from datetime import date
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Resize

from tui import keys
from tui.messages import Chosen
from tui.screens.place import Place
from tui.screens.today_rows import COLUMNS, rows_of
from tui.widgets.first_run import FirstRun
from tui.widgets.numbers import Numbers
from tui.widgets.rows import Rows

WIDE = 132
"""From which width the numbers stand beside the list, not under it."""


SLOW = 0.2
"""From how many seconds on counting the trend takes long."""


class Today(Place):
    """What is on the desk today."""

    place: ClassVar[str] = "today"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("today")

    AUTO_FOCUS = "#desk"

    def __init__(self) -> None:
        super().__init__()
        self._counted: tuple[float, date | None] = (0.0, None)

    def page(self) -> ComposeResult:
        """The list, the numbers; and what an empty database offers."""
        with Horizontal(id="today"):
            yield Rows(COLUMNS, id="desk")
            yield Numbers(id="numbers")
        yield FirstRun(id="first")

    async def load(self) -> None:
        """The list first, the trend after it."""
        from workflow.views.today import desktop

        found = await self.ask(desktop)
        empty = found.empty and self.matters.as_of is None
        self.set_class(empty, "-empty")
        self.refresh_bindings()
        first, desk = self.query_one(FirstRun), self.query_one("#desk", Rows)
        if empty:
            first.place = self.matters.work.place
            first.focus()
            return
        if first.has_focus or self.focused is None:
            desk.focus()
        desk.show(rows_of(found))
        numbers = self.query_one(Numbers)
        numbers.states = found.states
        self._count()

    @work(exclusive=True, group="count", exit_on_error=False)
    async def _count(self) -> None:
        """The trend, after the list; where counting takes long it is not done again within a minute."""
        from workflow.views.today import spent, trend

        began = monotonic()
        if self._counted[1] is self.matters.as_of and began < self._counted[0]:
            return
        numbers = self.query_one(Numbers)
        try:
            numbers.trend = await self.ask(trend)
            if self.has_class("-wide"):
                numbers.spent = await self.ask(spent)
        except Exception as error:
            self.trouble(error)
            return
        took = monotonic() - began
        self._counted = (monotonic() + (60 if took > SLOW else 0), self.matters.as_of)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In an empty database there is nothing to open; in the past nothing can be done."""
        if action in ("open", "act", "remind", "new_report") and self.has_class("-empty"):
            return False
        if action in ("act", "remind") and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def on_resize(self, event: Resize) -> None:
        """Wide enough, the numbers stand beside the list."""
        self.set_class(event.size.width >= WIDE, "-wide")

    def action_open(self, then: str = "") -> None:
        """Opens the report under the cursor, and does what comes then."""
        key = self.query_one("#desk", Rows).key
        if key is not None:
            self.matters.record(key.partition("/")[0], then)

    @work(group="act", exit_on_error=False)
    async def action_act(self, do: str = "") -> None:
        """Does something to what is under the cursor, to one of them or to all where it is several at once."""
        from tui.dialogs.follow_up_form import act_on

        report, _, rest = (self.query_one("#desk", Rows).key or "").partition("/")
        if report:
            await act_on(self, report, tuple(map(int, rest.partition("/")[2].split(","))), do)

    @work(group="act", exit_on_error=False)
    async def action_remind(self) -> None:
        """Writes to whoever owes what is under the cursor, now; of several at once, about the first."""
        from tui.screens.sending import remind

        report, _, rest = (self.query_one("#desk", Rows).key or "").partition("/")
        if report:
            await remind(self, report, int(rest.partition("/")[2].split(",")[0]))

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
