"""Many reports at once, for large synthetic databases: batches of rows, bounded memory, the chain as whole as ever."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import datetime, timedelta
from typing import Any, cast

import msgspec

from db import chain, words_index
from db.chain import Head, canonical, iso
from db.patterns import Pattern
from db.projection import child_rows, report_row
from db.records import blank, stored, table_of
from db.shaped import ALL, JOURNAL, LETTERS, REPORT
from db.shapes import Shape
from db.statements import Kind
from db.store import Store
from db.tx import Tx
from states.case import Case
from states.days import On, instant_from, instant_text
from states.errors import StoreError

BATCH = 50_000
"""How many rows are held in memory, and kept in one transaction."""

_CACHE = "PRAGMA cache_size = -65536"
"""SQLite is given room for the pages that so many rows touch, in KiB."""

Row = tuple[Any, ...]


class Loader:
    """Takes entries, cases and records one by one, and writes them in batches; given by `loading`."""

    def __init__(self, store: Store, now: datetime, salt: Callable[[int], str] | None) -> None:
        self._store, self._now, self._salt = store, now, salt
        self._open = ExitStack()
        self._tx: Tx | None = None
        self._head = chain.NO_ENTRY
        self._at = _Instants(now)
        self._rows: dict[str, list[Row]] = {table.name: [] for table in ALL}
        self._many = 0
        self._refs: dict[str, int] = {}
        self._latest: dict[str, tuple[int, str, int]] = {}

    def _begin(self) -> Tx:
        if self._tx is None:
            self._tx = self._open.enter_context(self._store.writing())
            if self._tx.kind == "sqlite":
                self._tx.run(_CACHE)
            self._head = self._tx.head()
            if self._head.at:
                self._at = _Instants(max(self._now, instant_from(self._head.at)))
        return self._tx

    def _add(self, table: Shape, row: Mapping[str, Any]) -> None:
        self._rows[table.name].append(tuple(row[name] for name in table.names))
        self._many += 1

    def entry(
        self,
        who: str,
        record: str,
        act: msgspec.Struct | dict[str, Any],
        *,
        move: str | None = None,
        from_state: str | None = None,
        to_state: str | None = None,
        on: On = On(),  # noqa: B008  (a frozen value)
    ) -> tuple[int, str]:
        """Adds an entry to the journal; its number and its instant. The case or record it is about must follow."""
        self._begin()
        tag = act["act"] if isinstance(act, dict) else str(act.__struct_config__.tag)
        self._seal(who, record, tag, move, from_state, to_state, iso(on.first), iso(on.last), canonical(act))
        told = self._latest[record][2] if record in self._latest else 0
        self._latest[record] = (self._head.entry, self._head.at, told + 1)
        return self._head.entry, self._head.at

    def _seal(
        self, who: str, record: str, tag: str, move: str | None, from_state: str | None, to_state: str | None,
        first: str | None, last: str | None, body: str,
    ) -> None:  # fmt: skip
        """Adds an entry to the chain, and to the rows."""
        head = self._head
        number, at = head.entry + 1, self._at.next()
        salt = chain.new_salt() if self._salt is None else self._salt(number)
        digest = chain.digest_of(salt, body)
        sealed = chain.hash_of(head.hash, number, at, who, record, tag, move, from_state, to_state, first, last, digest)
        self._rows[JOURNAL.name].append(
            (
                number,
                at,
                who,
                record,
                tag,
                move,
                from_state,
                to_state,
                first,
                last,
                body,
                salt,
                digest,
                head.hash,
                sealed,
            )
        )
        self._many += 1
        self._head = Head(number, at, sealed)

    def next_number(self) -> int:
        """The number the next entry will have."""
        self._begin()
        return self._head.entry + 1

    def next_ref(self, table: str) -> int:
        """The number of the next record of a table."""
        if table not in self._refs:
            self._refs[table] = self._begin().next_ref(table) - 1
        self._refs[table] += 1
        return self._refs[table]

    def case(self, ref: int, case: Case) -> None:
        """Adds a new report, whose entries were added just before."""
        entry, at, told = self._latest.pop(f"R{ref}")
        self._add(REPORT, report_row(ref, case, entry=entry, at=at, version=told))
        for table, row in child_rows(ref, case):
            self._add(table, row)
        if self._many >= BATCH:
            self.flush()

    def alike(self, pattern: Pattern, words: Sequence[str]) -> int:
        """Adds a new report with its entries after a pattern, with words of its own; its number."""
        ref = self.next_ref("report")
        self._begin()
        first, record = self._head.entry + 1, f"R{ref}"
        numbers = range(first, first + pattern.entries)
        told = [*words, *map(str, numbers)]
        for body in pattern.bodies:
            self._seal(record=record, body=body.text % body.picked(told), **body.same)
        values = pattern.values(ref, self._head.at, words, numbers)
        for table, picked in pattern.rows:
            self._rows[table].append(picked(values))
        self._many += len(pattern.rows)
        if self._many >= BATCH:
            self.flush()
        return ref

    def record(self, table: str, values: Mapping[str, Any], *, who: str, on: On = On(), why: str | None = None) -> int:  # noqa: B008
        """Adds a new record with its entry; its number."""
        its, ref = table_of(table), self.next_ref(table)
        full = blank(its) | stored(its, values)
        act = {"act": "record", "table": its.name, "ref": ref, "values": full, "why": why}
        number, _ = self.entry(who, f"{LETTERS[table]}{ref}", act, on=on)
        self._latest.pop(f"{LETTERS[table]}{ref}")
        self._add(its, {**full, "ref": ref, "version": 1, "entry": number})
        return ref

    def flush(self) -> None:
        """Writes and keeps what was added so far."""
        if self._tx is None:
            return
        if self._latest:
            raise StoreError("An entry was added without its report's case; nothing of this batch was kept.")
        for table in ALL:
            rows = self._rows[table.name]
            self._tx.run_many(_insert(table, self._tx.kind), cast(Any, rows))
            if self._tx.kind == "sqlite" and rows:
                named = (dict(zip(table.names, row, strict=True)) for row in rows)
                self._tx.run_many(words_index.ENTERED, list(words_index.entries_of(table.name, named)))
            self._rows[table.name] = []
        self._open.close()
        self._tx, self._many = None, 0

    def drop(self, error: BaseException) -> None:
        """Undoes the batch that is open."""
        self._open.__exit__(type(error), error, error.__traceback__)
        self._tx = None


class _Instants:
    """Instants as the journal writes them, each a microsecond after the one before."""

    __slots__ = ("_second", "_since", "_text")

    def __init__(self, after: datetime) -> None:
        self._second, self._since = after.replace(microsecond=0), after.microsecond
        self._text = instant_text(self._second)[:-7]

    def next(self) -> str:
        """The next instant."""
        self._since += 1
        if self._since == 1_000_000:
            self._second, self._since = self._second + timedelta(seconds=1), 0
            self._text = instant_text(self._second)[:-7]
        return f"{self._text}{self._since:06d}Z"


def _insert(table: Shape, kind: Kind) -> str:
    """Puts in a row given as a tuple, in the order of the columns."""
    names = ", ".join(f'"{name}"' for name in table.names)
    values = (("?" if kind == "sqlite" else f"%s::{column.postgres}") for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({', '.join(values)})"


@contextmanager
def loading(
    store: Store, *, now: datetime, salt: Callable[[int], str] | None = None, alone: bool = False
) -> Iterator[Loader]:
    """A loader for many reports; each batch is kept whole, and the last one when the block ends.

    `salt` gives the salt of an entry by its number, for entries that are to be the same each time. `alone` says that
    nobody else has the store, and that its file is thrown away should the machine stop meanwhile: the disk is waited
    for once, at the end.
    """
    with _unhurried(store) if alone and store.path is not None else nullcontext():
        loader = Loader(store, now, salt)
        try:
            yield loader
            loader.flush()
        except BaseException as error:
            loader.drop(error)
            raise


@contextmanager
def _unhurried(store: Store) -> Iterator[None]:
    """Nothing waits for the disk until the end."""
    _set(store, "synchronous = OFF", "journal_mode = MEMORY")
    try:
        yield
    finally:
        _set(store, "journal_mode = WAL", "synchronous = FULL")
    if store.path is not None:
        with store.path.open("rb") as file:
            os.fsync(file.fileno())


def _set(store: Store, *settings: str) -> None:
    with store.connection() as connection:
        for setting in settings:
            connection.execute(f"PRAGMA {setting}").fetchall()
