"""The store as it stood: by the days things happened (`as_of`), and by what had been entered (`known_at`).

The past is laid over the live store: reports that had not begun are hidden, those that something has happened to since
are folded again from their entries, and all others are read where they stand. Every named read works on it unchanged.
Where nothing happened since, it is the live store itself.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any, NamedTuple

from db import overlay, statements, words_index
from db.faults import in_words
from db.projection import child_rows, report_row
from db.replay import case_of, records, report_known, rule_book
from db.shaped import JOURNAL, RECORDS, REDACTION, REMINDER, REPORT
from db.store import Store
from db.tx import Tx
from states.days import instant_from, london_day

BATCH = 500
"""How many reports are folded before their rows are written, and before it is told how far it has come."""

MANY = 200
"""From how many reports on their rows as they stood have indexes."""

Heed = Callable[[int, int], None]
"""Is told how many of how many reports are folded; what it raises gives the past up."""


class _Cut(NamedTuple):
    """Where the past ends: what happened by a day, what was entered by an instant, and the last entry by then."""

    as_of: date | None
    known_at: str | None
    entry: int | None

    @property
    def day(self) -> str | None:
        """The day as the rows have it."""
        return None if self.as_of is None else self.as_of.isoformat()


def stand(
    store: Store, *, as_of: date | None, known_at: str | None, today: date, heed: Heed = lambda done, of: None
) -> Store:
    """The store as it stood: `known_at` keeps what was entered by that instant, `as_of` what had happened by that day.

    Without `as_of`, the day is `known_at`'s own day in London. Reports that had not begun are not in it.
    What is given back may be the live store; close it only if it is another one.
    """
    if known_at is not None and as_of is None:
        as_of = london_day(instant_from(known_at))
    if as_of is not None and as_of >= today and known_at is None:
        as_of = None
    with store.reading() as tx:
        if not _touched(tx, as_of, known_at):
            return store
    past = Past(store)
    try:
        past.raise_to(as_of, known_at, heed)
    except BaseException:
        past.close()
        raise
    return past


class Past(Store):
    """A store as it stood, on a connection of its own, which looks at one state of the live store until it is closed.

    It can only be read.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store.kind, f"{store.place} as it stood")
        self.frozen = True
        self._held = store.held_connection()
        self._one_by_one = threading.RLock()

    def raise_to(self, as_of: date | None, known_at: str | None, heed: Heed) -> None:
        """Lays the past over the live store; once."""
        with self._in_words():
            overlay.begin(self._held, self.kind)
            tx = Tx(self._held, self.kind, writes=True)
            _lay(tx, self._held, _Cut(as_of, known_at, _last_by(tx, known_at)), heed)

    def reading(self) -> AbstractContextManager[Tx]:
        """A look; every one is at the same state."""
        return self._looked()

    @contextmanager
    def _looked(self) -> Iterator[Tx]:
        with self._one_by_one, self._in_words():
            yield (_OverTx if self.kind == "sqlite" else Tx)(self._held, self.kind, writes=False)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except BaseException as error:
            told = in_words(error, self.place)
            if told is error:
                raise
            raise told from error

    def close(self) -> None:
        """Lets the past go."""
        super().close()
        self._held.close()


class _OverTx(Tx):
    """A look at a past that is laid over SQLite, whose index of words cannot be hidden."""

    __slots__ = ()

    def written(self, sql: str) -> str:
        """A read as it is asked here."""
        return overlay.over_index(sql)


def _touched(tx: Tx, as_of: date | None, known_at: str | None) -> bool:
    """Whether anything was entered, or happened, since."""
    if known_at is not None and tx.head().at > known_at:
        return True
    if as_of is None:
        return False
    if tx.ask("SELECT 1 FROM report WHERE last_on > :day LIMIT 1", day=as_of.isoformat()).fetchone():
        return True
    later = "SELECT 1 FROM journal WHERE act = 'record' AND on_last > :day LIMIT 1"
    return tx.ask(later, day=as_of.isoformat()).fetchone() is not None


def _last_by(tx: Tx, known_at: str | None) -> int | None:
    """The last entry by an instant; entries and instants rise together, so it is found by halving."""
    if known_at is None:
        return None
    low, high = 0, tx.head().entry
    while low < high:
        middle = (low + high + 1) // 2
        found = "SELECT at FROM journal WHERE entry <= :entry ORDER BY entry DESC LIMIT 1"
        row = tx.ask(found, entry=middle).fetchone()
        low, high = (middle, high) if row is None or row[0] <= known_at else (low, middle - 1)
    return low


def _lay(tx: Tx, connection: Any, cut: _Cut, heed: Heed) -> None:
    """Hides what came later, and writes what stood instead: records by their entries, then reports, folded again."""
    if _records_touched(tx, cut):
        found = list(records(tx, known_at=cut.known_at, as_of=cut.as_of))
        for table in (*RECORDS.values(), REMINDER):
            overlay.hide(connection, tx.kind, table)
        for known in found:
            tx.put_row(known.table.name, known.ref, known.version, known.entry, known.values, insert=True)
    folded = _fold(tx, cut, heed)
    overlay.show(connection, tx.kind, many=folded > MANY)
    if cut.entry is not None:
        for table in (JOURNAL, REDACTION):
            overlay.cut(connection, tx.kind, table, cut.entry)


def _records_touched(tx: Tx, cut: _Cut) -> bool:
    if cut.entry is not None:
        later = "SELECT 1 FROM journal WHERE act = 'record' AND entry > :entry LIMIT 1"
        if tx.ask(later, entry=cut.entry).fetchone():
            return True
    later = "SELECT 1 FROM journal WHERE act = 'record' AND on_last > :day LIMIT 1"
    return cut.day is not None and tx.ask(later, day=cut.day).fetchone() is not None


def _fold(tx: Tx, cut: _Cut, heed: Heed) -> int:
    """Hides the reports that something came to later, and writes their rows as they stood; how many were folded."""
    hidden = f"INSERT INTO {overlay.GONE} SELECT ref FROM report WHERE "
    if cut.day is not None:
        tx.ask(f"{hidden} last_on > :day", day=cut.day)
    if cut.known_at is not None:
        tx.ask(f"{hidden} at > :known_at AND ref NOT IN (SELECT ref FROM {overlay.GONE})", known_at=cut.known_at)
    # Where every event has its day, and the first came later, nothing of it had happened.
    begun = (
        f"SELECT r.ref FROM report AS r JOIN {overlay.GONE} AS g ON g.ref = r.ref WHERE NOT (r.exact AND "
        "coalesce(r.first_on > :day, FALSE) AND coalesce(r.at <= :known_at, TRUE)) ORDER BY r.ref"
    )
    rows = tx.ask(begun, day=cut.day, known_at=cut.known_at)
    refs = [ref for (ref,) in rows.fetchall()]
    rules = rule_book(tx)
    for first in range(0, len(refs), BATCH):
        heed(first, len(refs))
        made: dict[str, list[dict[str, Any]]] = {table.name: [] for table in overlay.OVER}
        for ref in refs[first : first + BATCH]:
            told = report_known(tx, ref, cut.known_at)
            case = case_of(tx.entries(ref, known_at=cut.known_at), rules, cut.as_of) if told is not None else None
            if case is None or told is None or case.state is None:
                continue
            made[REPORT.name].append(report_row(ref, case, entry=told.entry, at=told.at, version=told.version))
            for table, row in child_rows(ref, case):
                made[table.name].append(row)
        for table, over in overlay.OVER.items():
            tx.run_many(statements.insert(over, tx.kind), made[table.name])
            if tx.kind == "sqlite":
                words = list(words_index.entries_of(table.name, made[table.name]))
                tx.run_many(words_index.ENTERED.replace(" words ", f" {overlay.WORDS} "), words)
    heed(len(refs), len(refs))
    return len(refs)
