"""The pages of a long list that are held: a sequence of as many rows as there are, of which only some are here."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, overload

from tui.widgets.drawing import Cell
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from workflow.views.window_rows import Line

SIZE = 128
"""How many rows a page has."""

HELD = 24
"""How many pages are held at most."""

WAITING = Row((Cell("…", "faint"),), "")
"""Stands for a row that is still being read."""


class Pages(Sequence[Row]):
    """Rows by their place, read page by page: asking for one that is not here notes its page as `missing`."""

    def __init__(self, draw: "Callable[[Line], Row]") -> None:
        self._draw = draw
        self._pages: OrderedDict[int, tuple[list[Line], list[Row]]] = OrderedDict()
        self.counted: tuple[int, ...] | None = None
        """How many rows there are, by stretch; None until they are counted."""
        self.missing: OrderedDict[int, None] = OrderedDict()
        """The pages that were asked for and are not here, the latest last."""

    def __len__(self) -> int:
        if self.counted is not None:
            return sum(self.counted)
        return max((number * SIZE + len(page[0]) for number, page in self._pages.items()), default=0)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0 or index >= len(self):
            raise IndexError(index)
        number, inside = divmod(index, SIZE)
        page = self._pages.get(number)
        if page is None:
            self.want(number)
            return WAITING
        return page[1][inside] if inside < len(page[1]) else WAITING

    def want(self, number: int) -> None:
        """Notes that a page is wanted, if there is such a page and it is not here."""
        if number not in self._pages and 0 <= number * SIZE < len(self):
            self.missing[number] = None
            self.missing.move_to_end(number)
            while len(self.missing) > 4:
                self.missing.popitem(last=False)

    def put(self, number: int, lines: "list[Line]") -> None:
        """Puts a page in its place; the one that was put in first goes when there are too many."""
        self.missing.pop(number, None)
        self._pages[number] = (lines, [self._draw(line) for line in lines])
        while len(self._pages) > HELD:
            self._pages.popitem(last=False)

    def page(self, number: int) -> "list[Line] | None":
        """The lines of a page, if it is here."""
        page = self._pages.get(number)
        return page[0] if page else None

    def line(self, index: int) -> "Line | None":
        """The line at a place, if it is here."""
        page = self._pages.get(index // SIZE) if index >= 0 else None
        return page[0][index % SIZE] if page and index % SIZE < len(page[0]) else None
