"""Meetings, past and to come: what is on each agenda, what could be, and everything that runs against the days."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Resize
from textual.widgets import Static

from states.errors import MattersError
from tui import keys
from tui.dialogs import meeting_forms as forms
from tui.dialogs.small import Small
from tui.messages import Chosen, CursorMoved
from tui.screens.meetings_rows import AGENDA, MEETINGS, agenda_rows, head, meeting_rows
from tui.screens.place import Place
from tui.sentences import sentence
from tui.widgets.days import Days
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from workflow.views.diary import Agenda, Could, Diary, OnAgenda

T = TypeVar("T")

WIDE, HIGH = 120, 34
"""From which size the days stand under the meetings, not in their place."""

_ENTERS = frozenset({"new", "move", "hold", "cancel", "adjourn", "minutes", "shift", "shift_to", "take", "round"})


class Meetings(Place):
    """The diary of the council's bodies."""

    place: ClassVar[str] = "meetings"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("meetings")

    AUTO_FOCUS = "#meetings"

    def __init__(self) -> None:
        super().__init__()
        self.diary: Diary | None = None
        self.agenda: Agenda | None = None
        self.of_body: int | None = None
        self._stand_on = ""
        """The meeting that was added just now: one stands on it once it is listed."""

    def page(self) -> ComposeResult:
        """The meetings, the agenda of the one under the cursor, the days."""
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
        if at := next((i for i, row in enumerate(listed) if row.key == self._stand_on), 0):
            rows.cursor, self._stand_on = at, ""
        await self._read_agenda(rows.key)
        await self._read_days()

    async def _read_agenda(self, key: str | None) -> None:
        from workflow.views.diary import agenda

        self.agenda = await self.ask(agenda, int(key[1:])) if key else None
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

    async def _looked(self, reading: Awaitable[T]) -> T | None:
        """What was read; what goes wrong is said, and what was said before stays."""
        try:
            return await reading
        except MattersError as error:
            self.say(sentence(error))
            return None

    @on(CursorMoved)
    def _stands(self, message: CursorMoved) -> None:
        shown = self.agenda.meeting.meeting if self.agenda else None
        if message.key and message.key.startswith("M") and message.key != shown:
            self.another()

    @work(exclusive=True, group="agenda", exit_on_error=False)
    async def another(self) -> None:
        """Reads the agenda of the meeting the cursor stands on now."""
        await self._looked(self._read_agenda(self.query_one("#meetings", Rows).key))

    @on(Days.Wanted)
    @work(exclusive=True, group="days", exit_on_error=False)
    async def other_days(self) -> None:
        """Reads the days the strip has room for."""
        await self._looked(self._read_days())

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
        elif item := self._item():
            self.matters.record(item.report)
        elif (self.query_one("#agenda", Rows).key or "").startswith("waited/"):
            self.matters.record((self.query_one("#agenda", Rows).key or "").partition("/")[2])
        elif (could := self._could()) and self.agenda and self.matters.as_of is None:
            self._form(forms.take(self.agenda.meeting, could.ref, could.title))

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_days(self) -> None:
        """The days in place of the meetings, or back."""
        on_top = self.toggle_class("-days").has_class("-days")
        self.query_one("#bars" if on_top else "#meetings").focus()

    def action_week(self, step: int) -> None:
        """The days a week on (1) or back (-1)."""
        self.query_one(Days).turn(step)

    def action_body(self, step: int) -> None:
        """The next body's meetings; after the last, all."""
        refs: list[int | None] = [None, *(b.ref for b in self.diary.bodies)] if self.diary else [None]
        self.of_body = refs[(refs.index(self.of_body) + step) % len(refs)] if self.of_body in refs else None
        self.look_again()

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_new(self) -> None:
        """A new meeting."""
        from workflow.views.names import body_names

        names = await self._looked(self.ask(body_names)) or ()
        self._form(forms.new(names, self.named(self.of_body) or ""))

    def action_move(self) -> None:
        """The meeting to another day."""
        if self.agenda:
            self._form(forms.move(self.agenda.meeting))

    def action_hold(self) -> None:
        """It was held."""
        if self.agenda:
            self._form(forms.hold(self.agenda.meeting))

    def action_cancel(self) -> None:
        """It will not be."""
        if self.agenda:
            self._form(forms.cancel(self.agenda.meeting))

    def action_adjourn(self) -> None:
        """To another day, or until further notice."""
        if self.agenda:
            self._form(forms.adjourn(self.agenda.meeting))

    def action_minutes(self) -> None:
        """Where the minutes stand."""
        if self.agenda:
            self._form(forms.minutes(self.agenda.meeting))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_take(self) -> None:
        """Any report on the agenda: it is picked from a list."""
        from workflow.views.diary import listable

        if self.agenda is None:
            return
        found = await self._looked(self.ask(listable, self.agenda.meeting.number))
        if found is None:
            return
        taken = await self.matters.push_screen_wait(forms.taken(self.agenda.meeting, found))
        if taken is not None:
            self._form(forms.take(self.agenda.meeting, taken.value, taken.says))

    def action_shift_to(self) -> None:
        """The report under the cursor to any meeting."""
        item = self._item()
        if item and self.agenda:
            self._form(forms.shift(self.agenda.meeting, item.report, item.title, None))
        elif self._could():
            self.say("It is on no agenda yet: ↵ lists it for this meeting.")
        else:
            self.say("Stand on a report of the agenda first: ↵ goes there.")

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_shift(self, step: int) -> None:
        """The report under the cursor to the body's next meeting (1), or the one before (-1)."""
        from workflow.views.diary import around

        item = self._item()
        if item is None or self.agenda is None:
            self.say("Stand on a report of the agenda first: ↵ goes there.")
            return
        to = await self._looked(self.ask(around, self.agenda.meeting.number, step))
        self._form(forms.shift(self.agenda.meeting, item.report, item.title, to))

    def action_round(self) -> None:
        """The round of the meeting."""
        from tui.screens.round import Round

        meets = self.agenda.meeting if self.agenda else None
        if meets and meets.to_come:
            over = "d says that it was held" if meets.past else "it has not been yet"
            self.say(f"{meets.meeting} is {meets.status}: {over}. Its round begins once it was held.")
        elif self.agenda:
            self.matters.push_screen(Round(self.agenda.meeting.number))

    def action_programme(self) -> None:
        """The work programme."""
        from tui.screens.programme import Programme

        self.matters.push_screen(Programme())

    def action_plan(self) -> None:
        """The plan back from a Cabinet meeting."""
        from tui.dialogs.plan import Plan

        self.matters.push_screen(Plan(self.named(self.of_body) or ""))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def _form(self, form: Small) -> None:
        done = await self.matters.push_screen_wait(form)
        if done is None:
            return
        self.done(f"{form.heading}: done.")
        if form.heading == forms.NEW:
            self._stand_on = f"M{done.meeting}"
            self.look_again()

    def _item(self) -> "OnAgenda | None":
        key = self.query_one("#agenda", Rows).key or ""
        return next((i for i in self.agenda.items if f"item/{i.report}" == key), None) if self.agenda else None

    def _could(self) -> "Could | None":
        key = self.query_one("#agenda", Rows).key or ""
        return next((c for c in self.agenda.could if f"could/{c.ref}" == key), None) if self.agenda else None

    def named(self, body: int | None) -> str | None:
        """The name of a body that meets."""
        return next((b.name for b in self.diary.bodies if b.ref == body), None) if self.diary else None
