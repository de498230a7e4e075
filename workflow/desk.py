"""Where a day's work is done: the store, who is at the desk, and the only clock that is ever read.

Everything below takes days and instants as arguments. Tests put a clock of their own here.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

from db.store import Store, Tx
from states.days import london_day
from states.rule_book import RuleBook


def machine_clock() -> datetime:
    """The instant it is, by this machine."""
    return datetime.now(UTC)


class Desk:
    """A store, opened by somebody. `who` goes into every entry of the journal."""

    def __init__(self, store: Store, who: str, clock: Callable[[], datetime] = machine_clock) -> None:
        self.store = store
        self.who = who
        self.now = clock
        self._rules: tuple[int, RuleBook] | None = None

    @property
    def today(self) -> date:
        """The day it is in London."""
        return london_day(self.now())

    def writing(self) -> AbstractContextManager[Tx]:
        """One transaction that changes things: all of it happens, or none."""
        return self.store.writing()

    def reading(self) -> AbstractContextManager[Tx]:
        """One transaction that only looks, at one state of the store."""
        return self.store.reading()

    def rules(self, tx: Tx) -> RuleBook:
        """The council's rules through time, read again only when they were changed."""
        stamp = tx.rules_stamp()
        if self._rules is None or self._rules[0] != stamp:
            self._rules = (stamp, tx.rule_book())
        return self._rules[1]

    def close(self) -> None:
        """Closes the store."""
        self.store.close()
