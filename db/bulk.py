"""Many reports at once, for large synthetic databases: batches of rows, bounded memory, the chain as whole as ever."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Table

from db import chain, statements
from db.chain import Head, canonical, iso
from db.projection import child_rows, report_row
from db.records import blank, stored, table_of
from db.store import Store
from db.tables import ALL, JOURNAL, LETTERS, REPORT
from db.tx import Tx
from states.case import Case
from states.days import On, instant_from, instant_text
from states.errors import StoreError

BATCH = 20_000
"""How many rows are held in memory, and kept in one transaction."""


class Loader:
    """Takes entries, cases and records one by one, and writes them in batches; given by `loading`."""

    def __init__(self, store: Store, now: datetime) -> None:
        self._store, self._now = store, now
        self._open = ExitStack()
        self._tx: Tx | None = None
        self._head = chain.NO_ENTRY
        self._at = now
        self._rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in ALL}
        self._many = 0
        self._refs: dict[str, int] = {}
        self._latest: dict[str, tuple[int, str]] = {}

    def _begin(self) -> Tx:
        if self._tx is None:
            self._tx = self._open.enter_context(self._store.writing())
            self._head = self._tx.head()
            if self._head.at:
                self._at = max(self._now, instant_from(self._head.at))
        return self._tx

    def _add(self, table: Table, row: dict[str, Any]) -> None:
        self._rows[table.name].append(row)
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
        head = self._head
        self._at += timedelta(microseconds=1)
        number, at = head.entry + 1, instant_text(self._at)
        body = canonical(act)
        tag = act["act"] if isinstance(act, dict) else str(act.__struct_config__.tag)
        salt = chain.new_salt()
        digest = chain.digest_of(salt, body)
        told = (number, at, who, record, tag, move, from_state, to_state, iso(on.first), iso(on.last), digest)
        sealed = chain.hash_of(head.hash, *told)
        names = [column.name for column in JOURNAL.columns]
        row = dict(zip(names, (*told[:10], body, salt, digest, head.hash, sealed), strict=True))
        self._add(JOURNAL, row)
        self._head = Head(number, at, sealed)
        self._latest[record] = (number, at)
        return number, at

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
        entry, at = self._latest.pop(f"R{ref}")
        self._add(REPORT, report_row(ref, case, entry=entry, at=at, version=1))
        for table, row in child_rows(ref, case):
            self._add(table, row)
        if self._many >= BATCH:
            self.flush()

    def record(self, table: str, values: Mapping[str, Any], *, who: str, on: On = On()) -> int:  # noqa: B008
        """Adds a new record with its entry; its number."""
        its, ref = table_of(table), self.next_ref(table)
        full = blank(its) | stored(its, values)
        act = {"act": "record", "table": table, "ref": ref, "values": full, "why": None}
        number, _ = self.entry(who, f"{LETTERS[table]}{ref}", act, on=on)
        self._latest.clear()
        self._add(its, {**full, "ref": ref, "version": 1, "entry": number})
        return ref

    def flush(self) -> None:
        """Writes and keeps what was added so far."""
        if self._tx is None:
            return
        if any(record.startswith("R") for record in self._latest):
            raise StoreError("An entry was added without its report's case; nothing of this batch was kept.")
        for table in ALL:
            self._tx.run_many(statements.insert(table, self._tx.kind), self._rows[table.name])
            self._rows[table.name] = []
        self._open.close()
        self._tx, self._many = None, 0

    def drop(self, error: BaseException) -> None:
        """Undoes the batch that is open."""
        self._open.__exit__(type(error), error, error.__traceback__)
        self._tx = None


@contextmanager
def loading(store: Store, *, now: datetime) -> Iterator[Loader]:
    """A loader for many reports; each batch is kept whole, and the last one when the block ends."""
    loader = Loader(store, now)
    try:
        yield loader
        loader.flush()
    except BaseException as error:
        loader.drop(error)
        raise
