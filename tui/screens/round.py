"""The round: after a meeting its agenda, item by item, before there are minutes. It can be left and taken up again."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from states.words import said
from tui import keys
from tui.dialogs.item_form import ItemForm
from tui.messages import Chosen
from tui.safe import plain
from tui.screens.place import Place
from tui.widgets.drawing import Cell, Column
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.views.walk import Stop, Walk

COLUMNS = (Column(1), Column(4), Column(5), Column(20, 3, most=90), Column(15), Column(14, beyond=90))
"""Whether it is dealt with, item, report, title, state, recommendations that wait."""


class Round(Place):
    """The round of one meeting: each item is entered in one go, or refused whole."""

    place: ClassVar[str] = "round"

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("round")

    AUTO_FOCUS = "#round"

    def __init__(self, meeting: int) -> None:
        super().__init__()
        self.meeting = meeting
        self.walk: Walk | None = None
        self.passed: set[str] = set()
        """The items that were not reached: nothing is entered on them, so only this round knows."""

    def page(self) -> ComposeResult:
        """The meeting, the items."""
        yield Static("", id="round-head", markup=False)
        yield Rows(COLUMNS, id="round")

    async def load(self) -> None:
        """Reads the agenda as it stands."""
        from workflow.views.walk import walk

        first = self.walk is None
        self.walk = found = await self.ask(walk, self.meeting)
        done = sum(1 for stop in found.stops if stop.done)
        left = sum(1 for stop in found.stops if not stop.done and stop.report in self.passed)
        whole = found.stops and done + left == len(found.stops)
        told = "That is the whole agenda." if whole else "↵ says what became of an item."
        self.query_one("#round-head", Static).update(
            Content.assemble(
                (f"{found.meeting} ", "$faint"), (plain(found.name, 120), "bold"),
                f"\n{done} of {len(found.stops)} dealt with{f', {left} not reached' if left else ''}. ",
                (told if found.stops else "Nothing was on its agenda.", "$faint"),
            )
        )  # fmt: skip
        rows = self.query_one(Rows)
        rows.show([_row(stop, stop.report in self.passed) for stop in found.stops])
        waiting = self._next(-1)
        if first and waiting is not None:
            rows.cursor = waiting

    def _next(self, after: int) -> int | None:
        """The next item that is open, from the top again at the end."""
        stops = self.walk.stops if self.walk else ()
        order = [*range(after + 1, len(stops)), *range(min(after + 1, len(stops)))]
        return next((i for i in order if not stops[i].done and stops[i].report not in self.passed), None)

    def _over(self) -> str:
        """That it is over, and what then becomes of the items that were not reached."""
        left = any(not stop.done and stop.report in self.passed for stop in (self.walk.stops if self.walk else ()))
        more = " What was not reached goes to another meeting: on the meeting, > or M." if left else ""
        return f"That is the whole agenda.{more}"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the past nothing can be entered."""
        if action in {"open", "next"} and self.matters.as_of is not None:
            return None
        return super().check_action(action, parameters)

    def action_report(self) -> None:
        """Opens the report."""
        key = self.query_one(Rows).key
        if key is not None:
            self.matters.record(key)

    def action_next(self) -> None:
        """Goes on with the next item that is open."""
        rows = self.query_one(Rows)
        at = self._next(rows.cursor - 1)
        if at is None:
            self.done(self._over())
            return
        rows.cursor = at
        self._go_on()

    def action_open(self) -> None:
        """Says what became of the item, then goes on with the next."""
        self._go_on()

    @on(Chosen)
    def _chosen(self) -> None:
        if self.matters.as_of is None:
            self._go_on()

    @work(exclusive=True, group="round", exit_on_error=False)
    async def _go_on(self) -> None:
        rows = self.query_one(Rows)
        while self.walk and 0 <= rows.cursor < len(self.walk.stops):
            at = rows.cursor
            stop = self.walk.stops[at]
            place = f"{at + 1} of {len(self.walk.stops)}"
            entered = await self.matters.push_screen_wait(ItemForm(self.meeting, stop, place, self.walk))
            if entered is None:
                self.done("Left here. r on the meeting goes on with it.")
                return
            if not entered:
                self.passed.add(stop.report)
            await self.load()
            onward = self._next(at)
            if onward is None:
                self.done(self._over())
                return
            rows.cursor = onward


def _row(stop: "Stop", passed: bool) -> Row:
    sign = Cell("✓", "accent") if stop.done else Cell("–", "faint") if passed else Cell("○", "due")
    waits = f"{len(stop.watched)} watched" if stop.watched else ""
    stands = "not reached" if passed and not stop.done else said(stop.state)
    return Row((sign, Cell(plain(stop.item, 4), "faint"), Cell(stop.report, "faint"),
                Cell(plain(stop.title), "faint" if stop.done else ""), Cell(stands, "faint"), Cell(waits, "faint")),
               key=stop.report)  # fmt: skip
