"""What can be read in a transaction: reports, entries, records, and every named read."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from db import chain, statements
from db.chain import Head
from db.driver import HEAD
from db.query import Query
from db.records import table_of, told
from db.shaped import LETTERS
from db.statements import EVERYTHING, Kind
from states.errors import Conflict, NotFound
from states.words import said

if TYPE_CHECKING:
    from states.acts import Entry

RowT = TypeVar("RowT")

_REPORT = "SELECT ref, state, version, entry, at, folded FROM report WHERE ref = :ref"


class ReportRow(NamedTuple):
    """A report as the next move needs it; `folded` is its case as `states.case.decode_case` reads it."""

    ref: int
    state: str | None
    version: int
    entry: int
    at: str
    folded: str


class Reading:
    """The reading half of a transaction; `db.tx.Tx` is the whole."""

    __slots__ = ("_connection", "_head", "kind", "writes")

    def __init__(self, connection: Any, kind: Kind, *, writes: bool, head: Head | None = None) -> None:
        self._connection, self.kind, self.writes = connection, kind, writes
        self._head = head

    def run(self, sql: str, params: Mapping[str, Any] | None = None) -> Any:
        """Runs SQL of the store's own kind; the driver's cursor."""
        return self._connection.execute(sql, params or {})

    def run_many(self, sql: str, rows: list[dict[str, Any]]) -> None:
        """Runs SQL of the store's own kind once for each of many rows."""
        if rows:
            cursor = self._connection.cursor()
            cursor.executemany(sql, rows)
            cursor.close()

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """The rows of SQL of the store's own kind, one by one, never all in memory."""
        if self.kind == "sqlite":
            yield from self._connection.execute(sql)
            return
        with self._connection.cursor(name="matters_stream") as cursor:
            cursor.itersize = 2000
            yield from cursor.execute(sql)

    def ask(self, sql: str, **params: Any) -> Any:
        """Runs a read written for both kinds of store, parameters as `:name`; the driver's cursor."""
        return self._connection.execute(self.written(sql), params)

    def stop(self) -> None:
        """Ends what is being asked just now, from another thread; whoever asked gets an error."""
        if self.kind == "sqlite":
            self._connection.interrupt()
        else:
            self._connection.cancel()

    def written(self, sql: str) -> str:
        """A read written for both kinds of store, as this one is asked."""
        return statements.written(sql, self.kind)

    def head(self) -> Head:
        """The last entry of the journal; `chain.NO_ENTRY` before there is one."""
        if self._head is None:
            row = self._connection.execute(HEAD).fetchone()
            self._head = chain.NO_ENTRY if row is None else Head(*row)
        return self._head

    def report(self, ref: int) -> ReportRow | None:
        """A report's row, or None; one read."""
        row = self.ask(_REPORT, ref=ref).fetchone()
        return None if row is None else ReportRow._make(row)

    def entries(self, ref: int, *, known_at: str | None = None, before: int | None = None) -> "list[Entry]":
        """A report's entries in order, for the fold; with `known_at` only those entered by that instant.

        What it took from another report is among them, each entry in its place, also where the taking was struck
        since: `states.sharing.told` leaves out what is not told of it now.
        """
        from db.entries import entries

        return entries(self, ref, known_at, before)

    def taken(self, taking: "Entry", *, known_at: str | None = None) -> "list[Entry]":
        """The entries that an act of taking brings to its report, as they are told there."""
        from db.entries import taken

        return taken(self, taking, known_at)

    def all(self, query: Query[RowT], *, limit: int | None = None, **params: Any) -> list[RowT]:
        """Every row of a named read; filters that are None are left out."""
        sql, given = query.with_filters({name: _plain(value) for name, value in params.items()})
        given["limit"] = EVERYTHING if limit is None else limit
        rows = self._connection.execute(self.written(sql), given).fetchall()
        return query.rows(rows)

    def each(self, query: Query[RowT], **params: Any) -> Iterator[RowT]:
        """The rows of a named read one by one: for those that are many, and looked at once."""
        sql, given = query.with_filters({name: _plain(value) for name, value in params.items()})
        given["limit"] = EVERYTHING
        for row in self._connection.execute(self.written(sql), given):
            yield from query.rows([row])

    def numbers(self, query: Query[Any], **params: Any) -> Iterator[int]:
        """The numbers in the only column of a named read, one by one: for a list of any length."""
        sql, given = query.with_filters({name: _plain(value) for name, value in params.items()})
        for (number,) in self._connection.execute(self.written(sql), given):
            yield number

    def one(self, query: Query[RowT], **params: Any) -> RowT | None:
        """The first row of a named read, or None."""
        found = self.all(query, limit=1, **params)
        return found[0] if found else None

    def get(self, table: str, ref: int) -> dict[str, Any] | None:
        """A record's row by its number, as a dictionary of columns, or None."""
        found = self.find(table, ref=ref)
        return found[0] if found else None

    def find(self, table: str, **equals: Any) -> list[dict[str, Any]]:
        """The records whose columns are as given, by number; a value None means a column that is empty."""
        its = table_of(table)
        bare = {name: value for name, value in equals.items() if value is not None}
        sql = statements.select(its, self.kind, tuple(sorted(bare)), ("ref",))
        rows = self._connection.execute(sql, {f"was_{name}": _plain(value) for name, value in bare.items()}).fetchall()
        found = [told(its, row) for row in rows]
        return [row for row in found if all(row[name] is None for name in equals.keys() - bare.keys())]

    def next_ref(self, table: str) -> int:
        """The number the next record of a table will have; numbers are never used again."""
        if table not in LETTERS:
            raise NotFound(f"There are no records called {table}.")
        return int(self._connection.execute(f"SELECT coalesce(max(ref), 0) + 1 FROM {table}").fetchone()[0])

    def conflict(self, record: str) -> Conflict:
        """The error that says who changed a record last, and how."""
        from db.queries import LAST_ENTRY

        last = self.one(LAST_ENTRY, record=record)
        if last is None:
            return Conflict(record, "somebody", "changed it")
        what = f"entered the move “{said(last.move)}”" if last.move else f"changed it ({said(last.act)})"
        return Conflict(record, last.who, what)


def _plain(value: Any) -> Any:
    """A parameter as the drivers take it."""
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "value", value)
