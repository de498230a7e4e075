"""Reports that are alike: one is folded, and its rows and entries are the pattern of many others.

A fold only orders and compares the numbers of a report's entries, and only carries words such as a title along. So
what differs in nothing else has the same rows but for those: a pattern holds them with marks in their places.
"""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

from db.chain import canonical, iso
from db.projection import child_rows, report_row
from db.shaped import REPORT
from states.acts import Act
from states.case import Case
from states.days import On

MARK = 8_000_000_000_000
"""A pattern's entries are numbered from here on: the first has the number after it."""

_REF = MARK - 1
_AT = "⟦at⟧"

Picker = Callable[[Sequence[Any]], tuple[Any, ...]]
"""Takes the values of one row out of many."""


class Told(NamedTuple):
    """One entry of a pattern: who, the act with the dates it sets, the move, the states before and after, the day."""

    who: str
    act: Act
    move: str | None
    from_state: str | None
    to_state: str | None
    on: On


class Body(NamedTuple):
    """An entry's part that is the same for all, and its body with places for what is not."""

    same: dict[str, Any]
    text: str
    picked: Picker


class Pattern:
    """The rows and entries of reports that are alike; `words` are the marks that stand for words of each report's own.

    A word that takes a mark's place must be one that JSON writes as it is (`plain`).
    """

    def __init__(self, case: Case, told: Sequence[Told], words: Sequence[str] = ()) -> None:
        self._marks = {mark: place for place, mark in enumerate(words)}
        self.entries = len(told)
        self.follow_ups = len(case.follow_ups)
        numbers = [str(MARK + entry) for entry in range(1, self.entries + 1)]
        self._marks |= {number: len(words) + place for place, number in enumerate(numbers)}
        self._finds = re.compile("|".join(map(re.escape, self._marks)))
        self.bodies = tuple(self._body(one) for one in told)
        # a report's values: its number, the last entry's instant, its words, its entries' numbers; then texts made
        # of these; then what is the same for all
        self._given = 2 + len(self._marks)
        self._texts: dict[str, int] = {}
        self._same: list[Any] = []
        self._made: list[tuple[str, Picker]] = []
        rows = [
            (REPORT, report_row(_REF, case, entry=MARK + self.entries, at=_AT, version=self.entries)),
            *child_rows(_REF, case),
        ]
        for _, row in rows:
            for value in row.values():
                self._note(value)
        self.rows = tuple(
            (table.name, itemgetter(*(self._place(row[name]) for name in table.names))) for table, row in rows
        )

    def values(self, ref: int, at: str, words: Sequence[str], numbers: Sequence[int]) -> list[Any]:
        """All values of one report's rows, for the pickers of `rows`."""
        told = [*words, *map(str, numbers)]
        return [ref, at, *words, *numbers, *(text % picked(told) for text, picked in self._made), *self._same]

    def _body(self, one: Told) -> Body:
        text, picked = self._pattern(canonical(one.act))
        same = {
            "who": one.who,
            "tag": str(one.act.__struct_config__.tag),
            "move": one.move,
            "from_state": one.from_state,
            "to_state": one.to_state,
            "first": iso(one.on.first),
            "last": iso(one.on.last),
        }
        return Body(same, text, picked)

    def _pattern(self, text: str) -> tuple[str, Picker]:
        """A text with `%s` at each mark, and what picks the values for them."""
        places = [self._marks[found] for found in self._finds.findall(text)]
        made = self._finds.sub("%s", text.replace("%", "%%"))
        if len(places) == 1:
            place = places[0]
            return made, lambda told: (told[place],)
        return made, itemgetter(*places) if places else lambda told: ()

    def _note(self, value: Any) -> None:
        """Gives a text that holds marks its place among those made for each report."""
        if not isinstance(value, str) or value in self._texts or value in self._marks:
            return
        if self._finds.search(value):
            self._texts[value] = self._given + len(self._made)
            self._made.append(self._pattern(value))

    def _place(self, value: Any) -> int:
        """Where a row finds this value among a report's values."""
        if value == _REF:
            return 0
        if value == _AT:
            return 1
        known = str(value)
        if known in self._marks and isinstance(value, str | int):
            return 2 + self._marks[known]
        if isinstance(value, str) and value in self._texts:
            return self._texts[value]
        self._same.append(value)
        return self._given + len(self._made) + len(self._same) - 1


def plain(word: str) -> bool:
    """Whether a word may take a mark's place: JSON writes it as it is."""
    return msgspec.json.encode(word).decode() == f'"{word}"'
