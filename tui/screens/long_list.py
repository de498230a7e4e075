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
from tui.screens.sorting import Shown, Sorting
from tui.widgets.big_list import BigList, Marked, Moved
from tui.widgets.drawing import Column
from tui.widgets.filter_line import NOT_APPLIED, Filtered, FilterLine
from tui.widgets.headings import Headings
from tui.widgets.notice import REFUSED
from tui.widgets.pages import SIZE, Pages
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.sorting import Sorted
    from workflow.views.window import Window
    from workflow.views.window_rows import Line

SAID_AFTER = 0.06
"""How long after a key it is said where one stands, in seconds: the row is painted before."""


FILTERED = "Nothing is found. f changes the filter, c takes it away."
"""What is said where the filter lets nothing through."""


class LongList(Sorting):
    """A list of any length. A subclass says `what` it lists, in which `columns`, and how a line is `drawn`."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("long")

    AUTO_FOCUS = "BigList"

    columns: ClassVar[Sequence[Column]] = ()
    """Its columns."""

    empty: str = ""
    """What is said where there is nothing at all."""

    @property
    def which(self) -> str:
        """A word behind the number, where what is listed is not all there is."""
        return ""

    def __init__(self) -> None:
        super().__init__()
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
        """The first page first, what is counted or sorted after it; later, what is visible now, where it stands now."""
        asked = await self._asked()
        if asked != self.window:
            await self._begin(asked)
        elif asked.made:
            self._sort_in_place(asked)
        else:
            key, index, down = self._stood
            self._show(asked, None, await self.around(asked, None, key, index), down)
            self._say_found()

    async def _asked(self) -> "Window":
        """What is to be shown: what the filter line says, in the order that was chosen. BadInput where it cannot."""
        from workflow.views.filters import wanted
        from workflow.views.window import Window, fitting
        from workflow.views.window_names import resolved

        day = self.matters.as_of or self.matters.day
        said = wanted(self.query_one(FilterLine).text, self.what, day or date.min)
        if said.names:
            said = await self.ask(resolved, said)
        return fitting(Window(self.what, self.order, self.falling, said))

    async def _begin(self, asked: "Window") -> None:
        """Shows another list, or the same in another order: then the cursor stays on its row, and the marks stay."""
        self.workers.cancel_group(self, "count")
        was, big = self.window, self.big
        stays = was is not None and was.wanted == asked.wanted
        key, index, down = self._stood if stays and big.cursor > 0 else ("", 0, 0)
        there = self.turned(asked)
        if key and asked.made and there is None:
            self._sort_in_place(asked)
            return
        shown = await self.around(asked, there, key, index) if key or there else await self.top(asked)
        if not stays:
            big.unmark()
        pages = self._show(asked, there, shown, down if key else None)
        filtered = bool(self.query_one(FilterLine).text.strip())
        big.nothing = "" if shown.lines else FILTERED if filtered else self.empty
        if pages.counted is None and len(shown.lines) < SIZE:
            pages.counted = (len(shown.lines),)
        if pages.counted is None:
            self._count(asked, pages)
        else:
            self._say_found()

    @property
    def _stood(self) -> tuple[str, int, int]:
        """The key and the place of the row one stands on, and how far down it is."""
        index = max(self.big.cursor, 0)
        return self.big.key or "", index, index - self.big.top

    def _show(self, asked: "Window", there: "Sorted | None", shown: Shown, down: int | None) -> Pages:
        """Shows what was read, with the cursor's row as far `down` as it was; the pages it begins with."""
        self.window, self.there = asked, there
        pages = Pages(self.drawn)
        pages.counted = shown.counted
        pages.put(shown.number, shown.lines)
        self.big.begin(pages, shown.at, None if down is None else max(0, shown.at - down))
        self.query_one(Headings).tell(asked.order, asked.falling)
        self.unsay(REFUSED)
        return pages

    @work(exclusive=True, group="count", exit_on_error=False)
    async def _sort_in_place(self, asked: "Window") -> None:
        """Sorts what must be sorted, and shows it where one stands then; keys are heard meanwhile."""
        try:
            there = await self.in_order(asked)
            key, index, down = self._stood
            shown = await self.around(asked, there, key, index)
        except Exception as error:
            self._back_to_what_is_shown()
            self.trouble(error)
            return
        self._show(asked, there, shown, down)
        self._say_found()

    @work(exclusive=True, group="count", exit_on_error=False)
    async def _count(self, asked: "Window", pages: Pages) -> None:
        """Says how many rows there are, once they are counted; what must be sorted, is."""
        from workflow.views import window as windows

        try:
            there = await self.in_order(asked) if asked.made else None
            if there is not None:
                counted: tuple[int, ...] = (len(there),)
            else:
                self.query_one(FilterLine).found("…")
                counted = await self.ask(windows.many, asked)
        except Exception as error:
            self.trouble(error)
            return
        if pages is self.big.pages:
            self.there = there
            pages.counted = counted
            self.big.counted()
            self._say_found()

    async def _read(self, number: int, pages: Pages) -> "list[Line]":
        from workflow.views import window as windows

        if self.window is None:
            return []
        before, after = pages.page(number - 1), pages.page(number + 1)
        try:
            if self.window.made:
                from workflow.views import sorting

                return await self.ask(sorting.page, self.there, number * SIZE) if self.there else []
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
        words = [f"{marked:,} marked"] if marked else []
        words.append(self.sorted_by)
        words.append(f"{self.big.cursor + 1:,} of {many:,}{self.which}" if many else "nothing found")
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
        from workflow.views.window_names import known

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
            if settled:
                self.big.focus()
            if asked != self.window:
                await self._begin(asked)
            self.unsay(REFUSED)
        except BadInput as error:
            self.query_one(FilterLine).found(NOT_APPLIED)
            if settled:
                self.say(str(error))
        except Exception as error:
            self.trouble(error)

    def on_filter_input_left(self) -> None:
        """Back to the list."""
        self.big.focus()

    async def action_filter(self) -> None:
        """Goes to the filter line."""
        await self.query_one(FilterLine).enter()

    def action_unfilter(self) -> None:
        """Takes the filter and the marks away."""
        self.query_one(FilterLine).put("")
        self.big.unmark()

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
