"""One report told act by act, each folded as a desk would fold it: what a pattern is made of."""

from datetime import date

from msgspec.structs import replace

from db.patterns import MARK, Told
from states.acts import Entry, FollowUpAct, MoveAct
from states.case import Case
from states.days import On
from states.facts import Facts
from states.fold import append, can_append, fold
from states.rule_book import RuleBook
from states.words import Move

DAY = date(2026, 1, 1)
"""The day as on which everything stands."""

TITLE, LEAD = "⟦title⟧", "⟦lead⟧"
WORDS = (TITLE, LEAD)
"""The marks for what each report has of its own."""

_AT = "2026-01-01T09:00:00.000000Z"


class Telling:
    """A report as far as it is told: its entries with the dates they set, and its case."""

    def __init__(self, who: str, rules: RuleBook) -> None:
        self._who, self._rules = who, rules
        self._entries: list[Entry] = []
        self.told: list[Told] = []
        self.case = Case()

    def move(self, move: Move, on: date, *, why: str | None = None, **facts: object) -> "Telling":
        """A move on a day; for a call-in, three callers are what the constitution asks for."""
        needed = (3, 1) if move is Move.CALL_IN else (0, 0)
        given = Facts(**facts)  # type: ignore[arg-type]
        return self._enter(MoveAct(move.value, given, why, False, (), 0, *needed), On.day(on))

    def does(self, do: str, on: date, number: int = 0, **more: object) -> "Telling":
        """Something done to a follow-up on a day."""
        return self._enter(FollowUpAct(do, number, **more), On.day(on))  # type: ignore[arg-type]

    def _enter(self, act: MoveAct | FollowUpAct, on: On) -> "Telling":
        entry = Entry(MARK + len(self._entries) + 1, _AT, self._who, on, act)
        if can_append(self.case, entry):
            folded = append(self.case, entry, self._rules)
        else:
            folded = fold([*self._entries, entry], self._rules, entering=entry.number)
        if folded.reasons:
            raise AssertionError(f"{act}: {' '.join(folded.reasons)}")
        act = replace(act, sets=folded.sets)
        move = act.move if isinstance(act, MoveAct) else None
        before, after = self.case.state, folded.case.state
        self.told.append(
            Told(self._who, act, move, before.value if before else None, after.value if after else None, on)
        )
        self._entries.append(replace(entry, act=act))
        self.case = folded.case
        return self
