"""What the lists of reports and of follow-ups have in common: the filter line, the order, the marks, the pages."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from states.errors import BadInput
from tui import keys
from tui.messages import Chosen
from tui.screens.list_acts import ListActs
from tui.widgets.big_list import BigList, Marked, Moved
from tui.widgets.drawing import Column
from tui.widgets.filter_line import NOT_APPLIED, Filtered, FilterLine
from tui.widgets.headings import Headings, SortPressed
from tui.widgets.notice import REFUSED
from tui.widgets.pages import SIZE, Pages
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.window import Window
    from workflow.views.window_rows import Line

SAID_AFTER = 0.06
"""How long after a key it is said where one stands, in seconds: the row is painted before."""


FILTERED = "Nothing is found. f changes the filter, c takes it away."
"""What is said where the filter lets nothing through."""


class LongList(ListActs):
    """A list of any length. A subclass says `what` it lists, in which `columns`, and how a line is `drawn`."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("long")

    AUTO_FOCUS = "BigList"

    columns: ClassVar[Sequence[Column]] = ()
    """Its columns."""

    names: ClassVar[Sequence[tuple[str, str]]] = ()
    """The heading of each column, and the order it stands for; empty where it cannot be sorted by."""

    order: str = ""
    """What it is sorted by."""

    empty: str = ""
    """What is said where there is nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.falling = False
        self._known: dict[str, list[str]] = {}
        self._saying: Timer | None = None

    def page(self) -> ComposeResult:
        """The filter line, the headings, the list."""
        yield FilterLine()
        yield Headings(self.columns, self.names)
        yield BigList(self.columns)

    def drawn(self, line: "Line") -> Row:
        """A line as a row."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """The list reads its pages through this screen."""
        super().on_mount()
        self.big.read = self._read
        self.query_one(FilterLine).suggest = self._suggest
        self.query_one(Headings).tell(self.order, self.falling)

    async def load(self) -> None:
        """The first page first, what is counted after it; later, what is visible now, where it stands now."""
        from workflow.views import window as windows

        asked = await self._asked()
        if asked != self.window:
            await self._begin(asked)
            return
        old, top = self.big.cursor, self.big.top
        counted, at, number, lines = await self.ask(windows.around, asked, self.big.key or "", max(old, 0))
        pages = Pages(self.drawn)
        pages.counted = counted
        pages.put(number, lines)
        self.big.begin(pages, at, max(0, top + at - max(old, 0)))
        self._say_found()

    async def _asked(self) -> "Window":
        """What is to be shown: what the filter line says, in the order that was chosen. BadInput where it cannot."""
        from workflow.views.filters import wanted
        from workflow.views.window import Window, fitting, resolved

        day = self.matters.as_of or self.matters.day
        said = wanted(self.query_one(FilterLine).text, self.what, day or date.min)
        if said.names:
            said = await self.ask(resolved, said)
        return fitting(Window(self.what, self.order, self.falling, said))

    async def _begin(self, asked: "Window") -> None:
        from workflow.views import window as windows

        lines = await self.ask(windows.page, asked)
        self.window = asked
        pages = Pages(self.drawn)
        pages.put(0, lines)
        self.big.unmark()
        self.big.begin(pages)
        self.query_one(Headings).tell(self.order, self.falling)
        self.unsay(REFUSED)
        filtered = bool(self.query_one(FilterLine).text.strip())
        self.big.nothing = "" if lines else FILTERED if filtered else self.empty
        if len(lines) < SIZE:
            pages.counted = (len(lines),)
            self._say_found()
            return
        self.query_one(FilterLine).found("…")
        counted = await self.ask(windows.many, asked)
        if pages is self.big.pages:
            pages.counted = counted
            self.big.counted()
            self._say_found()

    async def _read(self, number: int, pages: Pages) -> "list[Line]":
        from workflow.views import window as windows

        if self.window is None:
            return []
        before, after = pages.page(number - 1), pages.page(number + 1)
        try:
            if before and len(before) == SIZE:
                return await self.ask(windows.page, self.window, after=before[-1].place)
            if after:
                return await self.ask(windows.page, self.window, before=after[0].place)
            return await self.ask(windows.at, self.window, number * SIZE, pages.counted or (len(pages),))
        except Exception as error:
            self.trouble(error)
            raise

    def _say_found(self) -> None:
        """Says how many there are, how many are marked, and where one stands."""
        self._saying = None
        pages, marked = self.big.pages, self.big.marked
        if pages.counted is None:
            return
        many = len(pages)
        from workflow.views.window import SAID

        words = [f"{marked:,} marked"] if marked else []
        words.append(f"by {SAID[self.order]} {'↓' if self.falling else '↑'}")
        words.append(f"{self.big.cursor + 1:,} of {many:,}" if many else "nothing found")
        self.query_one(FilterLine).found(" · ".join(words))

    @on(Moved)
    @on(Marked)
    def _moved(self, message: Moved | Marked) -> None:
        """What is said of the list follows when the rows are painted."""
        if isinstance(message, Marked):
            self.refresh_bindings()
        if self._saying is None:
            self._saying = self.set_timer(SAID_AFTER, self._say_found)

    def _suggest(self, text: str, at: int) -> list[str]:
        from workflow.views.filters import suggestions

        if not self._known:
            self._learn()
        return suggestions(text, at, self.what, self._known)

    @work(exclusive=True, group="learn", exit_on_error=False)
    async def _learn(self) -> None:
        """Reads the values that can be completed, once."""
        from workflow.views.window import known

        self._known = {"body": []}
        try:
            self._known = await self.ask(known)
        except Exception:
            self._known = {}
            return
        self.query_one(FilterLine).hint()

    @on(Filtered)
    def _filtered(self, message: Filtered) -> None:
        self._follow(settled=message.settled)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _follow(self, *, settled: bool) -> None:
        """Follows what was typed; as long as it is being typed, what is not right yet is not said."""
        try:
            asked = await self._asked()
            if asked != self.window:
                await self._begin(asked)
            self.unsay(REFUSED)
            if settled:
                self.big.focus()
        except BadInput as error:
            self.query_one(FilterLine).found(NOT_APPLIED)
            if settled:
                self.say(str(error))
        except Exception as error:
            self.trouble(error)

    def on_filter_input_left(self) -> None:
        """Back to the list."""
        self.big.focus()

    def sort(self, order: str, *, falling: bool = False) -> None:
        """Sorts by something else, or says why not."""
        was = self.order, self.falling
        self.order, self.falling = order, falling
        self._sorted(was)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _sorted(self, was: tuple[str, bool]) -> None:
        try:
            await self._begin(await self._asked())
        except Exception as error:
            self.order, self.falling = was
            self.trouble(error)

    @on(SortPressed)
    def _heading(self, message: SortPressed) -> None:
        self.sort(message.order, falling=message.order == self.order and not self.falling)

    async def action_filter(self) -> None:
        """Goes to the filter line."""
        await self.query_one(FilterLine).enter()

    def action_unfilter(self) -> None:
        """Takes the filter and the marks away."""
        self.query_one(FilterLine).put("")
        self.big.unmark()

    def action_sort(self, step: int) -> None:
        """Sorts by the next column that can be sorted by."""
        from workflow.views.window import ORDERS

        orders = [order for _, order in self.names if order in ORDERS[self.what]]
        self.sort(orders[(orders.index(self.order) + step) % len(orders)])

    def action_reverse(self) -> None:
        """Turns the order round."""
        self.sort(self.order, falling=not self.falling)

    def show_filter(self, text: str) -> None:
        """Shows what a filter finds."""
        self.query_one(FilterLine).put(text)

    def action_open(self) -> None:
        """Opens the report under the cursor."""
        key = self.big.key
        if key:
            self.matters.record(key.partition("/")[0])

    @on(Chosen)
    def _chosen(self) -> None:
        self.action_open()
