"""What is done on the tab of meetings: to a meeting, and to the reports on its agenda."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from textual import work

from states.errors import MattersError
from tui.dialogs import meeting_forms as forms
from tui.dialogs.small import Small
from tui.screens.place import Place
from tui.sentences import sentence
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from workflow.views.diary import Agenda, Could, Diary, Meets, OnAgenda

T = TypeVar("T")


class MeetingActs(Place):
    """A screen on which an agenda stands, with everything that is done to it."""

    def __init__(self) -> None:
        super().__init__()
        self.diary: Diary | None = None
        self.agenda: Agenda | None = None
        self.of_body: int | None = None
        self.stand_on = ""
        """The meeting that was added just now: one stands on it once it is listed."""

    def named(self, body: int | None) -> str | None:
        """The name of a body that meets."""
        return next((b.name for b in self.diary.bodies if b.ref == body), None) if self.diary else None

    async def looked(self, reading: Awaitable[T]) -> T | None:
        """What was read; what goes wrong is said, and what was said before stays."""
        try:
            return await reading
        except MattersError as error:
            self.say(sentence(error))
            return None

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_new(self) -> None:
        """A new meeting."""
        from workflow.views.names import body_names

        names = await self.looked(self.ask(body_names)) or ()
        await self.asked(forms.new(names, self.named(self.of_body) or ""))

    def action_move(self) -> None:
        """The meeting to another day."""
        self._about(forms.move)

    def action_hold(self) -> None:
        """It was held."""
        self._about(forms.hold)

    def action_cancel(self) -> None:
        """It will not be."""
        self._about(forms.cancel)

    def action_adjourn(self) -> None:
        """To another day, or until further notice."""
        self._about(forms.adjourn)

    def action_minutes(self) -> None:
        """Where the minutes stand."""
        self._about(forms.minutes)

    @work(exclusive=True, group="form", exit_on_error=False)
    async def _about(self, made: "Callable[[Meets], Small]") -> None:
        found = await self.here()
        if found:
            await self.asked(made(found.meeting))

    async def here(self) -> "Agenda | None":
        """The agenda of the meeting the cursor stands on; a key may come sooner than it was read."""
        key = self.query_one("#meetings", Rows).key
        if key and (self.agenda is None or self.agenda.meeting.meeting != key):
            await self.looked(self.read_agenda(key))
        return self.agenda if self.agenda and self.agenda.meeting.meeting == key else None

    async def read_agenda(self, key: str | None) -> None:
        """Reads the agenda of a meeting, and shows it as long as the cursor stands there."""

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_take(self) -> None:
        """Any report on the agenda: it is picked from a list."""
        from workflow.views.diary import listable

        on = await self.here()
        found = await self.looked(self.ask(listable, on.meeting.number)) if on else None
        if on is None or found is None:
            return
        taken = await self.matters.push_screen_wait(forms.taken(on.meeting, found))
        if taken is not None:
            await self.asked(forms.take(on.meeting, taken.value, taken.says))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_shift_to(self) -> None:
        """The report under the cursor to any meeting."""
        on, item = await self.here(), self.item()
        if item and on:
            await self.asked(forms.shift(on.meeting, item.report, item.title, None))
        elif self.could():
            self.say("It is on no agenda yet: ↵ lists it for this meeting.")
        else:
            self.say("Stand on a report of the agenda first: ↵ goes there.")

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_shift(self, step: int) -> None:
        """The report under the cursor to the body's next meeting (1), or the one before (-1)."""
        from workflow.views.diary import around

        on, item = await self.here(), self.item()
        if item is None or on is None:
            self.say("Stand on a report of the agenda first: ↵ goes there.")
            return
        to = await self.looked(self.ask(around, on.meeting.number, step))
        await self.asked(forms.shift(on.meeting, item.report, item.title, to))

    @work(exclusive=True, group="round", exit_on_error=False)
    async def action_round(self) -> None:
        """The round of the meeting."""
        from tui.screens.round import Round

        on = await self.here()
        if on and on.meeting.to_come:
            over = "d says that it was held" if on.meeting.past else "it has not been yet"
            self.say(f"{on.meeting.meeting} is {on.meeting.status}: {over}. Its round begins once it was held.")
        elif on:
            self.matters.push_screen(Round(on.meeting.number))

    def action_plan(self) -> None:
        """The plan back from a Cabinet meeting."""
        from tui.dialogs.plan import Plan

        self.matters.push_screen(Plan(self.named(self.of_body) or ""))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def open_item(self) -> None:
        """Opens the report under the cursor of the agenda, or lists what could be on it."""
        on, item, could = await self.here(), self.item(), self.could()
        kind, _, ref = (self.query_one("#agenda", Rows).key or "").partition("/")
        if item or kind == "waited":
            self.matters.record(item.report if item else ref)
        elif could and on and self.matters.as_of is None:
            await self.asked(forms.take(on.meeting, could.ref, could.title))

    async def asked(self, form: Small) -> None:
        """Asks what a form asks, and says what was done."""
        done = await self.matters.push_screen_wait(form)
        if done is None:
            return
        self.done(f"{form.heading}: done.")
        if form.heading == forms.NEW:
            self.stand_on = f"M{done.meeting}"
            self.look_again()

    def item(self) -> "OnAgenda | None":
        """The report of the agenda under the cursor."""
        key = self.query_one("#agenda", Rows).key or ""
        return next((i for i in self.agenda.items if f"item/{i.report}" == key), None) if self.agenda else None

    def could(self) -> "Could | None":
        """The report, or the topic, under the cursor that could be on the agenda."""
        key = self.query_one("#agenda", Rows).key or ""
        return next((c for c in self.agenda.could if f"could/{c.ref}" == key), None) if self.agenda else None
