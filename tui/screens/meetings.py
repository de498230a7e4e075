"""Meetings, past and to come: what is on each agenda, what could be, and everything that runs against the days."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Static

from tui import keys
from tui.messages import Chosen, CursorMoved
from tui.screens.meetings_acts import MeetingActs
from tui.screens.meetings_rows import AGENDA, MEETINGS, agenda_rows, head, meeting_rows
from tui.widgets.days import Days
from tui.widgets.rows import Rows
from tui.widgets.ways import Ways

if TYPE_CHECKING:
    pass

T = TypeVar("T")

WIDE, HIGH = 120, 34
"""From which size the days stand under the meetings, not in their place."""

PARTS = (("meetings.diary", "Diary"), ("meetings.programme", "Work programme"), ("meetings.days", "Days"))
"""The parts of the tab, as a line says them."""

_ENTERS = frozenset({"new", "move", "hold", "cancel", "adjourn", "minutes", "shift", "shift_to", "take", "round"})


class Meetings(MeetingActs):
    """The diary of the council's bodies."""

    place: ClassVar[str] = "meetings"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("meetings")

    AUTO_FOCUS = "#meetings"

    def page(self) -> ComposeResult:
        """The parts of the tab; the meetings, the agenda of the one under the cursor, the days."""
        yield Ways(PARTS, "meetings.diary")
        with Horizontal(id="meetings-page"):
            yield Rows(MEETINGS, id="meetings")
            with Vertical(id="agenda-side"):
                yield Static("", id="agenda-head", markup=False)
                yield Rows(AGENDA, id="agenda")
        yield Days(id="days")

    async def load(self) -> None:
        """Reads the diary, then the agenda and the days."""
        from workflow.views.diary import diary

        self.diary = await self.ask(diary, body=self.of_body)
        rows = self.query_one("#meetings", Rows)
        listed = meeting_rows(self.diary, self.named(self.of_body))
        rows.show(listed)
        if at := next((i for i, row in enumerate(listed) if row.key == self.stand_on), 0):
            rows.cursor, self.stand_on = at, ""
        await self.read_agenda(rows.key)
        await self._read_days()

    async def read_agenda(self, key: str | None) -> None:
        """Reads the agenda of a meeting, and shows it as long as the cursor stands there."""
        from workflow.views.diary import agenda

        found = await self.ask(agenda, int(key[1:])) if key else None
        if key != self.query_one("#meetings", Rows).key:
            return
        self.agenda = found
        self.query_one("#agenda-head", Static).update(head(self.agenda))
        self.query_one("#agenda", Rows).show(agenda_rows(self.agenda))
        self.refresh_bindings()

    async def _read_days(self) -> None:
        from workflow.views.strip import strip

        days = self.query_one(Days)
        if not days.size.width or self.diary is None:
            return
        found = await self.ask(strip, days.start(self.diary.day), days.many, body=self.named(self.of_body))
        meets = (*self.diary.to_come, *self.diary.past)
        days.show(found, [m.on.exact for m in meets if m.on.exact and m.status != "cancelled"])

    @on(CursorMoved)
    def _stands(self, message: CursorMoved) -> None:
        shown = self.agenda.meeting.meeting if self.agenda else None
        if message.key and message.key.startswith("M") and message.key != shown:
            self.another()

    @work(exclusive=True, group="agenda", exit_on_error=False)
    async def another(self) -> None:
        """Reads the agenda of the meeting the cursor stands on now."""
        await self.looked(self.read_agenda(self.query_one("#meetings", Rows).key))

    @on(Days.Wanted)
    @work(exclusive=True, group="days", exit_on_error=False)
    async def other_days(self) -> None:
        """Reads the days the strip has room for."""
        await self.looked(self._read_days())

    def on_resize(self, event: Resize) -> None:
        """Where there is room, the days stand under the meetings."""
        self.set_class(event.size.width < WIDE or event.size.height < HIGH, "-narrow")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered."""
        if action in _ENTERS and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Opens the report under the cursor, lists what could be on the agenda, or goes into the agenda."""
        days = self.query_one(Days)
        if self.focused is not None and self.focused.id == "bars" and days.key:
            self.matters.record(days.key)
        elif self.focused is not None and self.focused.id == "meetings":
            self.query_one("#agenda", Rows).focus()
        else:
            self.open_item()

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_days(self) -> None:
        """The days in place of the meetings, or back."""
        self.show_days(not self.has_class("-days"))

    def action_diary(self) -> None:
        """The meetings, where the days stand in their place."""
        self.show_days(False)

    def show_days(self, on_top: bool) -> None:
        """The days in place of the meetings, or the meetings."""
        self.set_class(on_top, "-days")
        self.query_one(Ways).here = "meetings.days" if on_top else "meetings.diary"
        self.query_one("#bars" if on_top else "#meetings").focus()

    def action_week(self, step: int) -> None:
        """The days a week on (1) or back (-1)."""
        self.query_one(Days).turn(step)

    def action_body(self, step: int) -> None:
        """The next body's meetings; after the last, all."""
        refs: list[int | None] = [None, *(b.ref for b in self.diary.bodies)] if self.diary else [None]
        self.of_body = refs[(refs.index(self.of_body) + step) % len(refs)] if self.of_body in refs else None
        self.look_again()

    def action_programme(self) -> None:
        """The work programme."""
        from tui.screens.programme import Programme

        self.matters.push_screen(Programme())
