"""What is done on the tab of meetings: to a meeting, and to the reports on its agenda."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, TypeVar

from textual import work

from states.errors import MattersError
from tui.dialogs import meeting_forms as forms
from tui.dialogs.small import Small
from tui.screens.place import Place
from tui.sentences import sentence
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from workflow.views.diary import Agenda, Could, Diary, OnAgenda

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
        self.form(forms.new(names, self.named(self.of_body) or ""))

    def action_move(self) -> None:
        """The meeting to another day."""
        if self.agenda:
            self.form(forms.move(self.agenda.meeting))

    def action_hold(self) -> None:
        """It was held."""
        if self.agenda:
            self.form(forms.hold(self.agenda.meeting))

    def action_cancel(self) -> None:
        """It will not be."""
        if self.agenda:
            self.form(forms.cancel(self.agenda.meeting))

    def action_adjourn(self) -> None:
        """To another day, or until further notice."""
        if self.agenda:
            self.form(forms.adjourn(self.agenda.meeting))

    def action_minutes(self) -> None:
        """Where the minutes stand."""
        if self.agenda:
            self.form(forms.minutes(self.agenda.meeting))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_take(self) -> None:
        """Any report on the agenda: it is picked from a list."""
        from workflow.views.diary import listable

        if self.agenda is None:
            return
        found = await self.looked(self.ask(listable, self.agenda.meeting.number))
        if found is None:
            return
        taken = await self.matters.push_screen_wait(forms.taken(self.agenda.meeting, found))
        if taken is not None:
            self.form(forms.take(self.agenda.meeting, taken.value, taken.says))

    def action_shift_to(self) -> None:
        """The report under the cursor to any meeting."""
        item = self.item()
        if item and self.agenda:
            self.form(forms.shift(self.agenda.meeting, item.report, item.title, None))
        elif self.could():
            self.say("It is on no agenda yet: ↵ lists it for this meeting.")
        else:
            self.say("Stand on a report of the agenda first: ↵ goes there.")

    @work(exclusive=True, group="form", exit_on_error=False)
    async def action_shift(self, step: int) -> None:
        """The report under the cursor to the body's next meeting (1), or the one before (-1)."""
        from workflow.views.diary import around

        item = self.item()
        if item is None or self.agenda is None:
            self.say("Stand on a report of the agenda first: ↵ goes there.")
            return
        to = await self.looked(self.ask(around, self.agenda.meeting.number, step))
        self.form(forms.shift(self.agenda.meeting, item.report, item.title, to))

    def action_round(self) -> None:
        """The round of the meeting."""
        from tui.screens.round import Round

        meets = self.agenda.meeting if self.agenda else None
        if meets and meets.to_come:
            over = "d says that it was held" if meets.past else "it has not been yet"
            self.say(f"{meets.meeting} is {meets.status}: {over}. Its round begins once it was held.")
        elif self.agenda:
            self.matters.push_screen(Round(self.agenda.meeting.number))

    def action_plan(self) -> None:
        """The plan back from a Cabinet meeting."""
        from tui.dialogs.plan import Plan

        self.matters.push_screen(Plan(self.named(self.of_body) or ""))

    @work(exclusive=True, group="form", exit_on_error=False)
    async def form(self, form: Small) -> None:
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
