"""Where a day's work is done: the store, who is at the desk, and the only clock that is ever read.

Everything below takes days and instants as arguments. Tests put a clock of their own here.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from db.store import Store, open_store
from db.tx import Tx
from states.days import london_day
from states.errors import StoreError

if TYPE_CHECKING:
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
        self._trial = _Trial()

    @property
    def today(self) -> date:
        """The day it is in London."""
        return london_day(self.now())

    def writing(self, tx: Tx | None = None, *, synced: bool = True) -> AbstractContextManager[Tx]:
        """One transaction that changes things: all of it happens, or none. Given one that is open, that one.

        `synced=False` does not wait for the disk: see `Store.writing`.
        """
        open_already = tx or self._trial.tx
        return nullcontext(open_already) if open_already is not None else self.store.writing(synced=synced)

    def reading(self) -> AbstractContextManager[Tx]:
        """One transaction that only looks, at one state of the store."""
        return nullcontext(self._trial.tx) if self._trial.tx is not None else self.store.reading()

    @contextmanager
    def trying(self) -> Iterator[Tx]:
        """Everything done inside is done as it would be, and undone at the end: what would happen, without it."""
        try:
            with self.store.writing() as tx:
                self._trial.tx = tx
                yield tx
                raise _Undo
        except _Undo:
            pass
        finally:
            self._trial.tx = None
            self._rules = None

    def rules(self, tx: Tx) -> "RuleBook":
        """The council's rules through time, read again only when they were changed."""
        from db.replay import rule_book

        stamp = tx.ask("SELECT max(entry) FROM rules").fetchone()[0] or 0
        if self._rules is None or self._rules[0] != stamp:
            self._rules = (stamp, rule_book(tx))
        return self._rules[1]

    def gather(self) -> None:
        """Brings what was just written into the file itself: people copy the file while it is open, and only that."""
        from db.gathering import gather

        with suppress(StoreError):
            gather(self.store)

    def close(self) -> None:
        """Closes the store."""
        self.store.close()


class _Trial(threading.local):
    """The transaction of a trial: each thread has its own."""

    tx: Tx | None = None


class _Undo(Exception):
    """Ends a trial: the transaction is undone."""


def open_desk(
    url: str,
    who: str,
    clock: Callable[[], datetime] = machine_clock,
    *,
    create: bool = True,
    wait: float = 10.0,
    cache: int | None = None,
) -> Desk:
    """Opens a database and sits down at it; with `create` an absent one is made.

    `wait`: seconds for another's write. `cache`: how many KiB of a file each connection keeps at hand.

    Raises:
        StoreError: it is not there, cannot be reached, is no database of ours, or of another version.
    """
    return Desk(open_store(url, create=create, wait=wait, cache=cache), who, clock)
