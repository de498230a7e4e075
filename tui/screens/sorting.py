"""The order of a long list: by any column, both ways, by key and by a click; what no index keeps is sorted once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work

from tui.screens.list_acts import ListActs
from tui.widgets.filter_line import FilterLine
from tui.widgets.headings import Headings, SortPressed

if TYPE_CHECKING:
    from workflow.views.sorting import Sorted
    from workflow.views.window import Window
    from workflow.views.window_rows import Line


class Shown(NamedTuple):
    """What is read first of a list: how many rows it has, if that is known; the cursor's row; a page and its rows."""

    counted: tuple[int, ...] | None
    at: int
    number: int
    lines: "list[Line]"


class Sorting(ListActs):
    """A long list that can be sorted. A subclass says its `names` and the `order` it begins with, and loads in it."""

    names: ClassVar[Sequence[tuple[str, str]]] = ()
    """The heading of each column, and the order it stands for."""

    order: str = ""
    """What it is sorted by."""

    falling = False
    """Whether that is the other way round."""

    there: "Sorted | None" = None
    """The keys of what is shown, where it had to be sorted."""

    @classmethod
    def all_orders(cls) -> dict[str, str]:
        """Every order of the list, also of columns for which there is no room, as it is said."""
        from workflow.views.window import SAID

        return {order: SAID[order] for _, order in cls.names}

    @property
    def sorted_by(self) -> str:
        """The order as it is said."""
        from workflow.views.window import SAID

        return f"by {SAID[self.order]} {'↓' if self.falling else '↑'}"

    def sort(self, order: str, *, falling: bool = False) -> None:
        """Sorts by something else, or says why not."""
        was = self.order, self.falling
        self.order, self.falling = order, falling
        self._sorted(was)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _sorted(self, was: tuple[str, bool]) -> None:
        try:
            await self.load()
        except Exception as error:
            self.order, self.falling = was
            self.trouble(error)

    async def in_order(self, asked: "Window") -> "Sorted":
        """Sorts a list that must be sorted, and says so as long as it takes. Whoever asks for another gives it up."""
        from workflow.views import sorting

        self.query_one(FilterLine).found(f"sorting {self.sorted_by} …")
        return await self.ask(sorting.sort, asked)

    def turned(self, asked: "Window") -> "Sorted | None":
        """The keys of a list that must be sorted: those that are here, turned round, if nothing else is changed."""
        was = self.window
        if not asked.made or self.there is None or was is None:
            return None
        alike = (was.order, was.wanted) == (asked.order, asked.wanted)
        return self.there.turned(asked.falling) if alike else None

    async def top(self, asked: "Window") -> Shown:
        """The first rows of a list, before it is counted or sorted."""
        if asked.made:
            from workflow.views import sorting

            return Shown(None, 0, 0, await self.ask(sorting.begin, asked))
        from workflow.views import window as windows

        return Shown(None, 0, 0, await self.ask(windows.page, asked))

    async def around(self, asked: "Window", there: "Sorted | None", key: str, index: int) -> Shown:
        """The page on which the row of a key stands now; of one that is gone, where it stood."""
        if there is not None:
            from workflow.views import sorting

            return Shown(*await self.ask(sorting.around, there, key, index))
        from workflow.views import window as windows

        return Shown(*await self.ask(windows.around, asked, key, index))

    def _back_to_what_is_shown(self) -> None:
        """The order is again the one of what is shown: another could not be had."""
        if self.window is not None:
            self.order, self.falling = self.window.order, self.window.falling

    @on(SortPressed)
    def _heading(self, message: SortPressed) -> None:
        self.sort(message.order, falling=message.order == self.order and not self.falling)

    def action_sort(self, step: int) -> None:
        """Sorts by the next column that is seen."""
        orders = self.query_one(Headings).orders
        at = orders.index(self.order) + step if self.order in orders else 0
        self.sort(orders[at % len(orders)])

    def action_reverse(self) -> None:
        """Turns the order round."""
        self.sort(self.order, falling=not self.falling)
