"""Bars against the days: consultations, windows and due days, with meetings, weekends and bank holidays marked."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui import wording
from tui.safe import plain
from tui.widgets.drawing import Cell, fit
from tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from workflow.views.strip import Bar, Strip

DOUBLE = 150
"""From which width a day is two characters wide."""

BEFORE = 7
"""How many days before the one looked at the strip begins, as it opens."""

_MARKS = {"late": "L", "due": "D", "window": "W", "undated": "C"}
_SHUT = {"Saturday": "░", "Sunday": "░"}
_HOLIDAY, _CLOSED = "H", "x"


class Bars(Rows):
    """The bars: a list whose lines are drawn as they are given."""

    def _laid(self, row: Row, width: int) -> list[Cell]:
        return list(row.cells)


class Days(Vertical):
    """The strip: the days along its head, a bar a line. Its owner reads it anew when `Wanted` says other days."""

    class Wanted(Message):
        """Other days are to be shown."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.first: date | None = None
        self._strip: Strip | None = None
        self._meetings: frozenset[date] = frozenset()

    def compose(self) -> ComposeResult:
        """The head and the bars."""
        yield Static("", id="days-head", markup=False)
        yield Bars(id="bars")

    @property
    def each(self) -> int:
        """How many characters wide a day is."""
        return 2 if self.size.width >= DOUBLE else 1

    @property
    def label(self) -> int:
        """How wide the names are."""
        return min(48, max(29, self.size.width // 3))

    @property
    def many(self) -> int:
        """How many days there is room for."""
        return max(7, (self.size.width - self.label - 5) // self.each)

    @property
    def key(self) -> str | None:
        """The report of the bar under the cursor."""
        return self.query_one(Bars).key

    def turn(self, weeks: int) -> None:
        """Goes so many weeks on."""
        if self.first is not None:
            self.first += timedelta(days=7 * weeks)
            self.post_message(self.Wanted())

    def start(self, day: date) -> date:
        """The first day that is shown: a Monday, a week before the day looked at unless one turned on."""
        if self.first is None:
            self.first = day - timedelta(days=BEFORE + day.weekday())
        return self.first

    def show(self, strip: "Strip", meetings: Iterable[date]) -> None:
        """Shows other bars."""
        self._strip, self._meetings = strip, frozenset(meetings)
        self._draw()

    def on_resize(self) -> None:
        """As many days as there is room for."""
        self._draw()
        if self.size.width:
            self.post_message(self.Wanted())

    def _draw(self) -> None:
        strip = self._strip
        if strip is None or not self.size.width:
            return
        days = [strip.first + timedelta(days=n) for n in range((strip.last - strip.first).days + 1)][: self.many]
        shut = {day: self._sign(why) for day, why in strip.shut}
        self.query_one("#days-head", Static).update(self._head(days, strip.day, dict(strip.shut)))
        marks = [self._day("M" if day in self._meetings else shut.get(day, " "), day, strip.day) for day in days]
        rows = [Row((Cell(fit("meetings", self.label), "faint"), *self._joined(marks)))] if self._meetings else []
        rows += [self._bar(bar, days, shut, strip.day) for bar in strip.bars]
        if not strip.bars:
            rows.append(Row((Cell("Nothing runs or falls due in these days.", "faint"),)))
        self.query_one(Bars).show(rows)

    def _head(self, days: list[date], today: date, shut: dict[date, str]) -> Content:
        months, dates = "", ""
        for day in days:
            at = (day - days[0]).days * self.each
            if day.day == 1 or day == days[0]:
                months = months[:at].ljust(at) + (f"{day:%b %Y} " if day.day < 24 or self.each == 2 else f"{day:%b} ")
            if day == today:
                dates = dates[:at].ljust(at) + f"▼{day.day}"
            elif day.weekday() == 0 and len(dates) < at + 1 and abs((day - today).days) > 2:
                dates = dates.ljust(at) + str(day.day)
        wide = len(days) * self.each
        pad = " " * (self.label + 2)
        names = [f"{day.day} {day:%b} {why.partition(': ')[2]}" for day, why in shut.items() if ": " in why]
        note = fit(" H " + "; ".join(names) if names else " C consultation  W window", self.label)
        return Content.assemble(
            (fit(" [ ] a week back, on", self.label + 2), "$faint"), (fit(months, wide), "bold"), "\n",
            (note[: self.label], "$faint"), pad[self.label :], (fit(dates, wide), "$faint"),
        )  # fmt: skip

    def _bar(self, bar: "Bar", days: list[date], shut: dict[date, str], today: date) -> Row:
        kind = _kind(bar)
        name = f"{_MARKS[kind]} {plain(bar.title)}"
        what = _what(bar)
        room = self.label - len(what) - 2
        cells = [Cell(fit(name, room)), Cell(f" {what} ", "faint")] if room > 9 else [Cell(fit(name, self.label))]
        drawn: list[Cell] = []
        for day in days:
            if day == bar.last:
                drawn.append(Cell(_MARKS[kind] if self.each == 1 else f"{_MARKS[kind]} ", kind))
            elif bar.first is not None and bar.first <= day < bar.last:
                drawn.append(Cell(("━" if kind == "undated" else "═") * self.each, kind))
            else:
                drawn.append(self._day(shut.get(day, " "), day, today))
        before = bar.first is not None and bar.first < days[0] <= bar.last
        return Row((*cells, Cell("◂" if before else " ", kind), *self._joined(drawn, gap="")), key=bar.report)

    def _day(self, sign: str, day: date, today: date) -> Cell:
        if sign == "M":
            return Cell("M" + " " * (self.each - 1), "accent")
        if day == today and sign == " ":
            return Cell("│" + " " * (self.each - 1), "rule")
        wide = sign * self.each if sign in _SHUT.values() else sign + " " * (self.each - 1)
        return Cell(wide, "rule" if sign in _SHUT.values() else "faint" if sign.strip() else "")

    @staticmethod
    def _joined(cells: list[Cell], gap: str = " ") -> list[Cell]:
        """Neighbours of one kind as one piece."""
        joined = [Cell(gap)] if gap else []
        for cell in cells:
            if joined and joined[-1].kind == cell.kind:
                joined[-1] = Cell(joined[-1].text + cell.text, cell.kind)
            else:
                joined.append(cell)
        return joined

    @staticmethod
    def _sign(why: str) -> str:
        return _SHUT.get(why) or (_HOLIDAY if "holiday" in why else _CLOSED)


def _kind(bar: "Bar") -> str:
    """The ink of a bar; a consultation has the quiet one, and its own letter."""
    if bar.what == "consultation":
        return "undated"
    return wording.WINDOW if bar.what == "call_in_window" else wording.LATE if bar.late else wording.DUE


def _what(bar: "Bar") -> str:
    if bar.what == "consultation":
        return "consultation"
    return "call-in" if bar.what == "call_in_window" else wording.what(bar.what)
