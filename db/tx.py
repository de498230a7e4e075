"""One transaction: what can be read in it, and the only ways anything is written.

A write is an entry of the journal first (`append`, `put`), then the rows that follow from it (`save_case`).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from db import chain, statements
from db.chain import Head, canonical, iso
from db.projection import changes, report_row, report_values
from db.queries import LAST_ENTRY
from db.query import Query
from db.records import OWN, blank, stored, table_of, told
from db.statements import EVERYTHING, Kind
from db.tables import JOURNAL, LETTERS, REDACTION, REPORT
from states.acts import Act, Entry
from states.case import Case
from states.days import On, instant_from, instant_text
from states.errors import BadInput, Conflict, NotFound, StoreError
from states.words import said

RowT = TypeVar("RowT")

REPORT_ACTS = ("move", "correct", "amend", "follow_up", "settle", "link", "source", "meeting", "recount")
"""The acts a report's fold reads; a record's, a redaction's or an import's entry is none of them."""

_HEAD = "SELECT entry, at, hash FROM journal ORDER BY entry DESC LIMIT 1"
_ENTRIES = (
    "SELECT entry, at, who, on_first, on_last, body FROM journal WHERE record = :record AND act IN ("
    + ", ".join(f"'{act}'" for act in REPORT_ACTS)
    + "){cut} ORDER BY entry"
)
_ENTRIES_ALL, _ENTRIES_KNOWN = _ENTRIES.format(cut=""), _ENTRIES.format(cut=" AND at <= :known_at")
_REPORT = "SELECT ref, state, version, entry, at, folded FROM report WHERE ref = :ref"
_MOMENT = timedelta(microseconds=1)


class ReportRow(NamedTuple):
    """A report as the next move needs it; `folded` is its case as `states.case.decode_case` reads it."""

    ref: int
    state: str | None
    version: int
    entry: int
    at: str
    folded: str


class Tx:
    """One transaction of a store, given by `Store.reading()` and `Store.writing()`."""

    __slots__ = ("_connection", "_head", "kind", "writes")

    def __init__(self, connection: Any, kind: Kind, *, writes: bool) -> None:
        self._connection, self.kind, self.writes = connection, kind, writes
        self._head: Head | None = None

    # Reading

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
        return self._connection.execute(statements.written(sql, self.kind), params)

    def head(self) -> Head:
        """The last entry of the journal; `chain.NO_ENTRY` before there is one."""
        if self._head is None:
            row = self._connection.execute(_HEAD).fetchone()
            self._head = chain.NO_ENTRY if row is None else Head(*row)
        return self._head

    def report(self, ref: int) -> ReportRow | None:
        """A report's row, or None; one read."""
        row = self.ask(_REPORT, ref=ref).fetchone()
        return None if row is None else ReportRow._make(row)

    def entries(self, ref: int, *, known_at: str | None = None) -> list[Entry]:
        """A report's entries in order, for the fold; with `known_at` only those entered by that instant."""
        record = f"R{ref}"
        if known_at is None:
            rows = self.ask(_ENTRIES_ALL, record=record)
        else:
            rows = self.ask(_ENTRIES_KNOWN, record=record, known_at=known_at)
        return [entry_of(*row) for row in rows]

    def all(self, query: Query[RowT], *, limit: int | None = None, **params: Any) -> list[RowT]:
        """Every row of a named read; filters that are None are left out."""
        sql, given = query.with_filters({name: _plain(value) for name, value in params.items()})
        given["limit"] = EVERYTHING if limit is None else limit
        rows = self._connection.execute(statements.written(sql, self.kind), given).fetchall()
        return query.rows(rows)

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

    # Writing

    def next_entry(self, now: datetime) -> tuple[int, str]:
        """The number and the instant of the next entry: now, but always later than the last one."""
        head = self.head()
        at = instant_text(now)
        if at <= head.at:
            at = instant_text(instant_from(head.at) + _MOMENT)
        return head.entry + 1, at

    def append(
        self,
        *,
        number: int,
        at: str,
        who: str,
        record: str,
        act: msgspec.Struct | dict[str, Any],
        move: str | None = None,
        from_state: str | None = None,
        to_state: str | None = None,
        on: On = On(),  # noqa: B008  (a frozen value)
    ) -> None:
        """Adds an entry to the journal: number and instant from `next_entry`, the act as a struct or with key `act`."""
        self._must_write()
        body = canonical(act)
        tag = act["act"] if isinstance(act, dict) else str(act.__struct_config__.tag)
        self.append_text(number, at, who, record, tag, body, move=move, from_state=from_state, to_state=to_state, on=on)

    def append_text(
        self,
        number: int,
        at: str,
        who: str,
        record: str,
        tag: str,
        body: str,
        *,
        move: str | None = None,
        from_state: str | None = None,
        to_state: str | None = None,
        on: On = On(),  # noqa: B008  (a frozen value)
    ) -> None:
        """Adds an entry whose body is canonical JSON already."""
        head = self.head()
        if number != head.entry + 1 or at <= head.at:
            raise StoreError(f"Entry {number} does not follow entry {head.entry}; nothing was changed. Repeat it.")
        salt = chain.new_salt()
        digest = chain.digest_of(salt, body)
        first, last = iso(on.first), iso(on.last)
        sealed = chain.hash_of(head.hash, number, at, who, record, tag, move, from_state, to_state, first, last, digest)
        self._connection.execute(
            statements.insert(JOURNAL, self.kind),
            {
                "entry": number,
                "at": at,
                "who": who,
                "record": record,
                "act": tag,
                "move": move,
                "from_state": from_state,
                "to_state": to_state,
                "on_first": first,
                "on_last": last,
                "body": body,
                "salt": salt,
                "digest": digest,
                "prev": head.hash,
                "hash": sealed,
            },
        )
        self._head = Head(number, at, sealed)

    def save_case(self, ref: int, old: Case | None, new: Case, *, entry: int, at: str, version: int) -> None:
        """Writes what differs between two cases of a report; `version` is the one that was read (a new report: 0).

        The entry must be in the journal already.

        Raises:
            Conflict: somebody else changed the report since that version.
        """
        self._must_write()
        row = report_row(ref, new, entry=entry, at=at, version=version + 1)
        if old is None:
            if self.report(ref) is not None:
                raise self.conflict(f"R{ref}")
            self._connection.execute(statements.insert(REPORT, self.kind), row)
        else:
            was = report_values(old) | {"ref": ref}
            different = {name: value for name, value in row.items() if name not in was or value != was[name]}
            columns = frozenset(different)
            different |= {"was_ref": ref, "was_version": version}
            done = self._connection.execute(
                statements.update(REPORT, self.kind, columns, ("ref", "version")), different
            )
            if done.rowcount != 1:
                raise self.conflict(f"R{ref}")
        for table, number, before, after in changes(ref, old, new):
            key = {"was_report": ref, "was_number": number}
            if after is None:
                self._connection.execute(statements.delete(table, self.kind, ("report", "number")), key)
            elif before is None:
                self._connection.execute(statements.insert(table, self.kind), after)
            else:
                different = {name: value for name, value in after.items() if value != before[name]}
                sql = statements.update(table, self.kind, frozenset(different), ("report", "number"))
                self._connection.execute(sql, different | key)

    def next_ref(self, table: str) -> int:
        """The number the next record of a table will have; numbers are never used again."""
        if table not in LETTERS:
            raise NotFound(f"There are no records called {table}.")
        return int(self._connection.execute(f"SELECT coalesce(max(ref), 0) + 1 FROM {table}").fetchone()[0])

    def put(
        self,
        table: str,
        values: Mapping[str, Any],
        *,
        ref: int | None = None,
        who: str,
        now: datetime,
        on: On = On(),  # noqa: B008  (a frozen value)
        why: str | None = None,
        expected_version: int | None = None,
    ) -> int:
        """Journals and writes a record: a new one without `ref`, else the values given are changed; its number.

        Raises:
            Conflict: the record is not at the version expected.
            NotFound: there is no such record to change.
            BadInput: a value has no column, or the database cannot hold it.
        """
        self._must_write()
        its = table_of(table)
        known = None if ref is None else self.get(table, ref)
        if ref is None:
            ref = self.next_ref(table)
        elif known is None and expected_version != 0:
            raise NotFound(f"There is no {LETTERS[table]}{ref}.")
        record = f"{LETTERS[table]}{ref}"
        version = 0 if known is None else int(known["version"])
        if expected_version is not None and expected_version != version:
            raise self.conflict(record)
        former = blank(its) if known is None else {name: known[name] for name in known if name not in OWN}
        full = former | stored(its, values)
        for column in its.columns:
            if column.name not in OWN and full[column.name] is None and not column.nullable:
                raise BadInput(f"A {table} wants its {column.name}; nothing was changed. Say what it is.")
        number, at = self.next_entry(now)
        act = {"act": "record", "table": table, "ref": ref, "values": full, "why": why}
        self.append(number=number, at=at, who=who, record=record, act=act, on=on)
        self.put_row(table, ref, version + 1, number, full, insert=known is None)
        return ref

    def put_row(self, table: str, ref: int, version: int, entry: int, full: Mapping[str, Any], *, insert: bool) -> None:
        """Writes a record's row as an entry of the journal left it."""
        its = table_of(table)
        row = {**full, "ref": ref, "version": version, "entry": entry}
        if insert:
            self._connection.execute(statements.insert(its, self.kind), row)
            return
        del row["ref"]
        sql = statements.update(its, self.kind, frozenset(row), ("ref",))
        self._connection.execute(sql, row | {"was_ref": ref})

    def redact(self, entry: int, act: msgspec.Struct | dict[str, Any], *, who: str, now: datetime, why: str) -> int:
        """Takes words out of an entry: `act` is what stands there from now on; the number of the entry that says so.

        The words go, their digest stays, the chain still verifies. The rows that showed them are the caller's to
        write again (`save_case` with the entry given back, or `put`).

        Raises:
            NotFound: there is no such entry.
            BadInput: the act is of another kind than the one that stands there.
        """
        self._must_write()
        found = self.ask("SELECT record, act, on_first, on_last FROM journal WHERE entry = :entry", entry=entry)
        row = found.fetchone()
        if row is None:
            raise NotFound(f"There is no entry {entry} in the journal.")
        record, tag = row[0], row[1]
        body = canonical(act)
        if msgspec.json.decode(body).get("act") != tag:
            raise BadInput(f"Entry {entry} is a {said(tag)}: what stands there must stay one; nothing was changed.")
        digest = chain.digest_of("", body)
        number, at = self.next_entry(now)
        told_act = {"act": "redact", "entry": entry, "digest": digest, "why": why}
        self.append(number=number, at=at, who=who, record=record, act=told_act)
        if self.kind == "sqlite":
            self._connection.execute("PRAGMA secure_delete = ON")
        self._connection.execute(
            statements.insert(REDACTION, self.kind), {"entry": number, "redacted": entry, "digest": digest}
        )
        sql = statements.update(JOURNAL, self.kind, frozenset({"body", "salt"}), ("entry",))
        self._connection.execute(sql, {"body": body, "salt": "", "was_entry": entry})
        return number

    def conflict(self, record: str) -> Conflict:
        """The error that says who changed a record last, and how."""
        last = self.one(LAST_ENTRY, record=record)
        if last is None:
            return Conflict(record, "somebody", "changed it")
        what = f"entered the move “{said(last.move)}”" if last.move else f"changed it ({said(last.act)})"
        return Conflict(record, last.who, what)

    def _must_write(self) -> None:
        if not self.writes:
            raise StoreError("This is a look at the store, not a write: use Store.writing().")


@cache
def _reader() -> msgspec.json.Decoder[Act]:
    return msgspec.json.Decoder(Act)


def entry_of(number: int, at: str, who: str, first: str | None, last: str | None, body: str) -> Entry:
    """An entry as the fold reads it, from a row of the journal."""
    on = On(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
    return Entry(number, at, who, on, _reader().decode(body))


def _plain(value: Any) -> Any:
    """A parameter as the drivers take it."""
    return value.isoformat() if hasattr(value, "isoformat") else getattr(value, "value", value)
