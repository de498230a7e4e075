"""Long lists, read page by page: never the whole, whatever its length.

A `Window` says which list, in which order, and what is wanted of it. `page` reads the rows after one or before one,
`many` counts, `position` says which place a row has, `at` reads from a place on: all this of orders that indexes keep.
The others (`Window.made`) are read by `workflow.views.sorting`.
"""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from db import list_orders
from db import queries_windows as reads
from db.list_orders import Strand, Stretch
from db.words_index import term, terms
from states.errors import BadInput
from workflow.views.filters import FLAGS, Wanted
from workflow.views.look import Look
from workflow.views.window_rows import Line, line_of

What = Literal["reports", "follow_ups"]

PAGE = 128
"""How many rows a page has."""

ORDERS: dict[str, tuple[str, ...]] = {
    "reports": tuple(list_orders.REPORT_ORDERS),
    "follow_ups": tuple(list_orders.FOLLOW_UP_ORDERS),
}
"""The orders each list can have: every column's."""

SAID = {
    "number": "number", "title": "title", "state": "state", "body": "body", "officer": "lead officer",
    "portfolio": "portfolio", "due": "next day", "changed": "last event", "report": "number", "owner": "who owes it",
    "clock": "what is owed",
}  # fmt: skip
"""The orders as they are said."""


class Window(msgspec.Struct, frozen=True):
    """A list, its order, whether it falls, and what is wanted of it."""

    what: What
    order: str
    falling: bool = False
    wanted: Wanted = Wanted()

    @property
    def every(self) -> bool:
        """Whether follow-ups that have ended are in it."""
        return bool(self.wanted.flags & {"all", "ended"})

    @property
    def made(self) -> bool:
        """Whether no index keeps its order: it must be sorted once, by `workflow.views.sorting`."""
        return list_orders.is_made(self.what, self.order, every=self.every)


class Place(msgspec.Struct, frozen=True):
    """Where a row stands in a list: the stretch, the value it is ordered by, its numbers."""

    stretch: int
    at: str | None
    ref: int
    part: int = 0


def fitting(window: Window) -> Window:
    """The same window if there is such an order.

    Raises:
        BadInput: the list has no such column; the sentence says which there are.
    """
    if window.order not in ORDERS[window.what]:
        there = ", ".join(ORDERS[window.what])
        raise BadInput(f"This list cannot be sorted by {window.order}. It goes by {there}.")
    return window


def page(
    look: Look, window: Window, *, after: Place | None = None, before: Place | None = None, limit: int = PAGE,
    skipped: int = 0,
) -> list[Line]:  # fmt: skip
    """The rows after a place, or those before one (in the list's order all the same); from the beginning without."""
    backwards = before is not None
    start = before if backwards else after
    found: list[Line] = []
    parts = _parts(window)
    first = start.stretch if start else 0
    order = range(first, -1, -1) if backwards else range(first, len(parts))
    for number in order:
        begun = start is not None and number == start.stretch
        found += _read(look, window, number, start if begun else None, limit - len(found), skipped, backwards=backwards)
        skipped = 0
        if len(found) >= limit:
            break
    return found[::-1] if backwards else found


def last(look: Look, window: Window, *, limit: int = PAGE) -> list[Line]:
    """The last rows of the list, in its order."""
    found: list[Line] = []
    for number in range(len(_parts(window)) - 1, -1, -1):
        found += _read(look, window, number, None, limit - len(found), 0, backwards=True)
        if len(found) >= limit:
            break
    return found[::-1]


def many(look: Look, window: Window) -> tuple[int, ...]:
    """How many rows the list has, by stretch."""
    return tuple(_count(look, window, number, None) for number in range(len(_parts(window))))


def position(look: Look, window: Window, place: Place, counted: tuple[int, ...]) -> int:
    """How many rows stand before a place; `counted` is what `many` said."""
    return sum(counted[: place.stretch]) + _count(look, window, place.stretch, place)


def at(look: Look, window: Window, index: int, counted: tuple[int, ...], *, limit: int = PAGE) -> list[Line]:
    """The rows from the n-th on, counted from nought; read from whichever end is nearer."""
    if window in _BY_NUMBER:
        near = _near(look, window, index, sum(counted), limit)
        if near is not None:
            return near
    passed = 0
    for number, its in enumerate(counted):
        if index < passed + its:
            inside = index - passed
            if inside <= its // 2:
                rows = _read(look, window, number, None, limit, inside, backwards=False)
            else:
                there = min(limit, its - inside)
                rows = _read(look, window, number, None, there, its - inside - there, backwards=True)[::-1]
            if len(rows) < limit and rows:
                rows += page(look, window, after=rows[-1].place, limit=limit - len(rows))
            return rows
        passed += its
    return []


def _near(look: Look, window: Window, index: int, total: int, limit: int) -> list[Line] | None:
    """Reports by number: their numbers are nearly their places, so the n-th is looked for where it must be.

    None where too many numbers are missing: then it is counted after all.
    """
    guess, way = (total - index, -1) if window.falling else (index + 1, 1)
    for _ in range(3):
        before = position(look, window, Place(0, None, guess), (total,))
        if before == index:
            return page(look, window, after=Place(0, None, guess - way), limit=limit)
        guess += way * (index - before)
    return None


def place_of(look: Look, window: Window, key: str) -> Place | None:
    """Where a row stands now, by its key (`R12`, `R12/3`); None when it is not in the list."""
    ref, _, part = key.removeprefix("R").partition("/")
    query = reads.one(window.what, window.order, look.tx.kind)
    asked: dict[str, Any] = {"after_ref": int(ref)} | ({"after_part": int(part)} if part else {})
    found = look.tx.one(query, **asked, today=look.day, **filters_of(look, window))
    if found is None:
        return None
    if window.what == "follow_ups" and not window.every and line_of(found, look.day).ended:
        return None
    parts = _parts(window)
    for number, stretch in enumerate(parts):
        if len(parts) == 1 or (stretch.valued == (found.at is not None) if stretch.only is None
                               else stretch.only == found.at):  # fmt: skip
            return Place(number, found.at if stretch.valued else None, int(ref), int(part or 0))
    return None


def around(look: Look, window: Window, key: str, index: int) -> tuple[tuple[int, ...], int, int, list[Line]]:
    """Looks again: how many rows there are, where the row of a key stands now, the page it is on, and its rows.

    A row that is gone leaves its place to the one that stands there now.
    """
    counted = many(look, window)
    place = place_of(look, window, key) if key else None
    place_now = position(look, window, place, counted) if place else min(index, sum(counted) - 1)
    number = max(0, place_now) // PAGE
    return counted, max(0, place_now), number, at(look, window, number * PAGE, counted)


def every(look: Look, window: Window) -> Iterator[Line]:
    """Every row of the list, page by page."""
    if window.made:
        from workflow.views import sorting

        yield from sorting.every(look, window)
        return
    found = page(look, window, limit=1000)
    while found:
        yield from found
        found = page(look, window, after=found[-1].place, limit=1000) if len(found) == 1000 else []


def _parts(window: Window) -> tuple[Stretch, ...]:
    return list_orders.stretches(window.what, window.order, every=window.every, falling=window.falling)


def _read(
    look: Look, window: Window, number: int, start: Place | None, limit: int, skipped: int, *, backwards: bool
) -> list[Line]:
    """Rows of a stretch. Of its second strand, which is short, as many may stand before a row as there are at all."""
    main, *beside = _parts(window)[number].strands
    falling = window.falling != backwards
    few = sum(_count_of(look, window, strand, start) for strand in beside) if skipped else 0
    early = min(few, skipped)
    found = _strand(look, window, number, main, start, limit + early, skipped - early, falling=falling)
    for strand in beside:
        found += _strand(look, window, number, strand, start, limit + early, 0, falling=falling)
    if beside:
        found.sort(key=lambda row: (row.at, *_key(row)), reverse=falling)
    return [line_of(row, look.day, Place(number, row.at, *_key(row))) for row in found[early : early + limit]]


def _strand(
    look: Look, window: Window, number: int, strand: Strand, start: Place | None, limit: int, skipped: int, *,
    falling: bool,
) -> list[Any]:  # fmt: skip
    query = reads.page(
        window.what, window.order, strand, falling=falling, begun=start is not None, kind=look.tx.kind
    )  # fmt: skip
    told = _from(look, window, strand, start) | filters_of(look, window)
    return look.tx.all(query, limit=limit, skipped=skipped, **told)


def _count(look: Look, window: Window, number: int, place: Place | None) -> int:
    return sum(_count_of(look, window, strand, place) for strand in _parts(window)[number].strands)


def _count_of(look: Look, window: Window, strand: Strand, place: Place | None) -> int:
    query = reads.many(
        window.what, window.order, strand, before=place is not None, falling=window.falling, kind=look.tx.kind
    )
    found = look.tx.one(query, **_from(look, window, strand, place), **filters_of(look, window))
    return found.many if found else 0


def _from(look: Look, window: Window, strand: Strand, place: Place | None) -> dict[str, Any]:
    asked: dict[str, Any] = {"today": look.day}
    if place is None:
        return asked
    asked["after_ref"] = place.ref
    if window.what == "follow_ups":
        asked["after_part"] = place.part
    if strand.value:
        day = list_orders.orders(window.what)[window.order].is_day
        asked["after_day" if day else "after_text"] = place.at
    return asked


def _key(row: Any) -> tuple[int, int]:
    return row.report, getattr(row, "number", 0)


def filters_of(look: Look, window: Window) -> dict[str, Any]:
    """What a window's filters are in the named reads."""
    wanted, kind = window.wanted, look.tx.kind
    flags = wanted.flags & FLAGS[window.what].keys()
    asked: dict[str, Any] = {
        name: getattr(wanted, name) for name in ("body", "officer", "portfolio", "state", "owner", "clock")
    }
    asked["from_day"], asked["until"] = wanted.from_day, wanted.until
    if "overdue" in flags:
        asked["day"] = look.day
    asked |= {_FLAGS[flag]: flag for flag in flags & _FLAGS.keys()}
    if wanted.ref is not None:
        number = wanted.ref.upper().removeprefix("R")
        if number.isdigit() and number.isascii() and len(number) < 10:
            asked["ref"] = int(number)
        else:
            asked["reference"] = wanted.ref
    for word, name in zip(terms(wanted.words), reads.WORDS, strict=False):
        asked[name] = term(word, kind)
    return {name: value for name, value in asked.items() if value is not None}


_FLAGS = {"open": "open", "over": "over", "ended": "over", "undated": "undated"}
"""The flags that are filters of the reads, by the filter's name there."""

_BY_NUMBER = (Window("reports", "number"), Window("reports", "number", falling=True))
"""The windows in which a report's number is nearly its place."""
