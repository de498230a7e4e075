"""The council's rules through time, and the book in which a fold finds or writes each date.

A date that an entry has set is never counted again; only what is new is counted, by the rules in force that day.
"""

from datetime import date

import msgspec

from states import clocks
from states.acts import Dated
from states.errors import BadInput
from states.rules import NOT_ENTERED, CouncilRules
from states.words import Clock


class RuleBook(msgspec.Struct, frozen=True):
    """The council's rules, each with the day from which they count; earliest first. Empty: nothing is entered yet."""

    rules: tuple[tuple[date, CouncilRules], ...] = ()

    def on(self, day: date | None) -> CouncilRules:
        """The rules in force that day; before the first, the first; without any, the law and the stand-ins."""
        if not self.rules:
            return NO_RULES
        found = self.rules[0][1]
        for since, rules in self.rules:
            if day is None or since <= day:
                found = rules
        return found


NO_RULES = CouncilRules()


class DateBook:
    """The dates of one report: those its entries have set, and those counted just now (`new`)."""

    __slots__ = ("_forgotten", "known", "new", "numbered", "rules")

    def __init__(self, rules: RuleBook, numbered: int = 0) -> None:
        self.rules = rules
        self.known: dict[str, Dated] = {}
        self.new: list[Dated] = []
        self.numbered = numbered
        self._forgotten: dict[str, int] = {}

    def learn(self, sets: tuple[Dated, ...]) -> None:
        """Takes over the dates an entry has set; a later entry's word stands over an earlier one's."""
        for dated in sets:
            self.known[dated.key] = dated
            self.numbered = max(self.numbered, dated.number)

    def forget(self, entry: int) -> None:
        """Makes the dates that rest on an entry be counted again, under the numbers they have."""
        mark = f"/{entry}/"
        for key in [key for key in self.known if mark in key]:
            self._forgotten[key] = self.known.pop(key).number

    def opener(self, number: int) -> int:
        """The entry that opened the follow-up of this number, as far as entries have set it; 0: not known."""
        numbers = {key: dated.number for key, dated in self.known.items()} | self._forgotten
        return next((int(key.split("/")[1]) for key, its in numbers.items() if its == number), 0)

    def forget_clock(self, clock: Clock) -> None:
        """Makes the dates of one clock be counted again, under the numbers they have."""
        for key in [key for key, dated in self.known.items() if dated.clock is clock]:
            self._forgotten[key] = self.known.pop(key).number

    def forget_all(self) -> None:
        """Makes every date be counted again, under the numbers they have."""
        for key, dated in self.known.items():
            self._forgotten[key] = dated.number
        self.known.clear()

    def date(
        self,
        clock: Clock,
        entry: int,
        start: date | None,
        *,
        about: int = 0,
        due: date | None = None,
        figure: int | None = None,
        before: bool = False,
        owed: bool = True,
        papers: bool = False,
        note: str | None = None,
        tag: str = "",
    ) -> Dated:
        """The date of a clock that entry `entry` starts: as recorded, else as given (`due`), else counted from `start`.

        `about` is the recommendation meant (0: the report). Without `start` and `due` the date stays open.
        `owed=False` dates something that is only checked against and is nobody's follow-up. For `papers` no figure
        stands in for the constitution's: until it is entered the date stays open, with `NOT_ENTERED` as its note.
        """
        key = f"{clock.value}/{entry}/{about}{tag}"
        found = self.known.get(key)
        if found is not None:
            return found
        in_force = None
        if due is None and start is not None:
            rules = self.rules.on(start)
            try:
                counted = clocks.count(clock, start, rules.calendar(), rules, before=before, figure=figure)
                if papers and counted.provisional:
                    note = NOT_ENTERED
                else:
                    due, in_force = counted.last_day, counted.in_force if clock is Clock.CALL_IN_WINDOW else None
                    note = note or counted.provisional
            except BadInput as problem:  # a day nobody can count from stays a day, and says so
                note = str(problem)
        number = 0
        if owed:
            number = self._forgotten.get(key, 0)
            if not number:
                self.numbered += 1
                number = self.numbered
        dated = Dated(key, clock, number, start, due, in_force, note, figure)
        self.known[key] = dated
        self.new.append(dated)
        return dated
