"""A month to pick a day from: weeks start on Monday, bank holidays and closed days are marked and named."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.reactive import reactive
from textual.widget import Widget

from states.days import said_long
from states.working_days import months_after
from tui import keys
from tui.dialogs.dialog import Dialog
from tui.safe import plain

_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Month(Widget, can_focus=True):
    """One month with a day under the cursor."""

    day: reactive[date] = reactive(date(2000, 1, 1))
    """The day under the cursor."""

    def __init__(self, day: date, today: date) -> None:
        super().__init__(classes="month")
        self.today = today
        self.shut: dict[date, str] = {}
        """Bank holidays and days the council is closed, each with its reason."""
        self.set_reactive(Month.day, day)

    def first(self) -> date:
        """The Monday the page begins with."""
        first = self.day.replace(day=1)
        return first - timedelta(days=first.weekday())

    def render(self) -> Content:
        """The name of the month, the week's days, six weeks, what the day is."""
        parts: list[str | tuple[str, str]] = [(f"{self.day:%B %Y}".center(28), "bold"), "\n"]
        parts += [("  ".join(_WEEK), "$faint"), "\n"]
        for n in range(42):
            day = self.first() + timedelta(days=n)
            mark = "*" if day in self.shut else " "
            style = "bold reverse" if day == self.day else "$faint" if day.month != self.day.month else ""
            if day.month == self.day.month and (day.weekday() > 4 or day in self.shut) and day != self.day:
                style = "$due"
            if day == self.today:
                style += " underline"
            parts += [(f"{day.day:>2}{mark}", style), "\n" if n % 7 == 6 else " "]
        why = self.shut.get(self.day) or ("not a working day" if self.day.weekday() > 4 else "")
        parts += [(said_long(self.day), "bold"), f"  {plain(why, 60)}"]
        return Content.assemble(*parts)

    def on_click(self, event: Click) -> None:
        """A day is clicked."""
        row, column = event.y - 2, event.x // 4
        if 0 <= row < 6 and 0 <= column < 7:
            self.day = self.first() + timedelta(days=row * 7 + column)


class Calendar(Dialog[date]):
    """Picks a day with the arrow keys. Gives it back, or None when it was left."""

    place: ClassVar[str] = "calendar"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("calendar")

    AUTO_FOCUS = "Month"

    def __init__(self, heading: str, day: date, today: date) -> None:
        super().__init__()
        self.heading, self.at, self.today = heading, day, today

    def form(self) -> Iterable[Widget]:
        """The month."""
        yield Month(self.at, self.today)

    def on_mount(self) -> None:
        """Bank holidays are looked up."""
        self.mark()

    @work(exclusive=True, exit_on_error=False)
    async def mark(self) -> None:
        """Marks the days of this page on which nobody works."""
        from workflow.views.forms import shut

        month = self.query_one(Month)
        found = await self.attempt(self.ask(shut, month.first(), 42))
        month.shut = {**month.shut, **dict(found or ())}
        month.refresh()

    def action_day(self, step: int) -> None:
        """So many days on."""
        self._to(self.query_one(Month).day + timedelta(days=step))

    def action_month(self, step: int) -> None:
        """So many months on."""
        self._to(months_after(self.query_one(Month).day, step))

    def action_end(self, step: int) -> None:
        """To the month's first day (-1) or last (1)."""
        day = self.query_one(Month).day
        self._to(day.replace(day=1 if step < 0 else monthrange(day.year, day.month)[1]))

    def action_today(self) -> None:
        """To today."""
        self._to(self.today)

    def _to(self, day: date) -> None:
        month = self.query_one(Month)
        turned = (day.year, day.month) != (month.day.year, month.day.month)
        month.day = day
        if turned:
            self.mark()

    def action_done(self) -> None:
        """Takes the day."""
        self.dismiss(self.query_one(Month).day)
