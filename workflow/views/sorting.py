"""Long lists in an order that no index keeps: their keys are sorted once, by the database, and held.

A key takes eight bytes, so a million rows take eight million. What an index costs is paid by every move that anybody
makes; this is paid by whoever wants the order.
"""

import json
import sys
from array import array
from collections.abc import Iterator

from db import queries_windows as reads
from db.query import Query
from db.rows_windows import Key
from workflow.views.look import Look
from workflow.views.window import PAGE, Window, filters_of
from workflow.views.window_rows import Line, line_of


class Sorted:
    """The keys of a list in its order, those that lack the value last; falling, the others are turned round."""

    def __init__(self, keys: "array[int]", lacking: int, falling: bool) -> None:
        self._keys, self._valued, self._falling = keys, len(keys) - lacking, falling

    def __len__(self) -> int:
        return len(self._keys)

    def turned(self, falling: bool) -> "Sorted":
        """The same in a direction; the keys are not copied."""
        return Sorted(self._keys, len(self) - self._valued, falling)

    def some(self, index: int, many: int) -> list[str]:
        """So many keys from the n-th on, as rows are called (`R12/3`)."""
        return [_name(self._keys[self._at(at)]) for at in range(index, min(index + many, len(self)))]

    def place(self, key: str) -> int | None:
        """Which place a row has; None where it is not in the list."""
        try:
            return self._at(self._keys.index(_number(key)))
        except ValueError:
            return None

    def _at(self, index: int) -> int:
        """The n-th in the direction, as the n-th of the keys; and the other way round, which is the same."""
        if not self._falling:
            return index
        return self._valued - 1 - index if index < self._valued else len(self) - 1 - (index - self._valued)


def begin(look: Look, window: Window, *, limit: int = PAGE) -> list[Line]:
    """The first rows, found without sorting the whole; those that lack the value are last in either direction."""
    found = look.tx.all(_keys(look, window, first=True), limit=limit, today=look.day, **filters_of(look, window))
    return _rows(look, [_name(row.key) for row in found])


def sort(look: Look, window: Window) -> Sorted:
    """Sorts the list: the database does, once, and gives the keys alone."""
    told = {"today": look.day} | filters_of(look, window)
    keys = array("q")
    if look.tx.kind == "postgresql":
        found = look.tx.one(_keys(look, window), **told)
        if found is not None and found.key is not None:
            keys.frombytes(found.key)
        if sys.byteorder == "little":
            keys.byteswap()
    else:
        keys.extend(look.tx.numbers(_keys(look, window), **told))
    lacking = look.tx.one(reads.lacking(window.order, look.tx.kind, every=window.every), **told)
    return Sorted(keys, lacking.many if lacking else 0, window.falling)


def page(look: Look, there: Sorted, index: int, *, limit: int = PAGE) -> list[Line]:
    """The rows from the n-th on, counted from nought. What went since it was sorted is left out."""
    return _rows(look, there.some(index, limit))


def around(look: Look, there: Sorted, key: str, index: int) -> tuple[tuple[int, ...], int, int, list[Line]]:
    """What `window.around` says, of a list that is sorted: many, the place of a row, the page it is on, its rows."""
    place = there.place(key) if key else None
    now = max(0, min(index, len(there) - 1) if place is None else place)
    number = now // PAGE
    return (len(there),), now, number, page(look, there, number * PAGE)


def every(look: Look, window: Window) -> Iterator[Line]:
    """Every row of the list."""
    there = sort(look, window)
    for index in range(0, len(there), 1000):
        yield from page(look, there, index, limit=1000)


def _keys(look: Look, window: Window, *, first: bool = False) -> Query[Key]:
    return reads.keys(window.order, look.tx.kind, every=window.every, first=first, falling=first and window.falling)


def _rows(look: Look, keys: list[str]) -> list[Line]:
    numbers = json.dumps([_number(key) for key in keys])
    found = look.tx.all(reads.of_keys(look.tx.kind), keys=numbers)
    lines = {line.key: line for line in (line_of(row, look.day) for row in found)}
    return [lines[key] for key in keys if key in lines]


def _name(key: int) -> str:
    report, number = divmod(key, reads.PART)
    return f"R{report}/{number}"


def _number(key: str) -> int:
    report, _, number = key.removeprefix("R").partition("/")
    return int(report) * reads.PART + int(number)
