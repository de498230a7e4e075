"""One transaction of a store: the only ways anything is written.

A write is an entry of the journal first (`append`, `put`), then the rows that follow from it (`save_case`).
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from db import chain, reminding, statements, words_index
from db.chain import Head, canonical, iso
from db.reading import Reading, ReportRow
from db.records import OWN, blank, table_of, whole
from db.shaped import JOURNAL, LETTERS, REDACTION, REPORT
from states.days import On, instant_from, instant_text
from states.errors import BadInput, NotFound, StoreError
from states.words import said

if TYPE_CHECKING:
    from states.case import Case

__all__ = ["ReportRow", "Tx"]

_MOMENT = timedelta(microseconds=1)


class Tx(Reading):
    """One transaction of a store, given by `Store.reading()` and `Store.writing()`."""

    __slots__ = ()

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
        first, last = iso(on.first), iso(on.last)
        row = chain.sealed(head, number, at, who, record, tag, body, move, from_state, to_state, first, last)
        self._connection.execute(statements.insert(JOURNAL, self.kind), row)
        self._head = Head(number, at, row["hash"])

    def save_case(self, ref: int, old: "Case | None", new: "Case", *, entry: int, at: str, version: int) -> None:
        """Writes what differs between two cases of a report; `version` is the one that was read (a new report: 0).

        The entry must be in the journal already.

        Raises:
            Conflict: somebody else changed the report since that version.
        """
        from db.projection import changes, report_row, report_values

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
        words = self.kind == "sqlite"
        if words and (old is None or old.title != new.title):
            former = None if old is None else {"title": old.title}
            words_index.follow(self._connection, "report", ref, 0, former, row)
        for table, number, before, after in changes(ref, old, new):
            if words:
                words_index.follow(self._connection, table.name, ref, number, before, after)
            key = {"was_report": ref, "was_number": number}
            if after is None:
                self._connection.execute(statements.delete(table, self.kind, ("report", "number")), key)
            elif before is None:
                self._connection.execute(statements.insert(table, self.kind), after)
            else:
                different = {name: value for name, value in after.items() if value != before[name]}
                sql = statements.update(table, self.kind, frozenset(different), ("report", "number"))
                self._connection.execute(sql, different | key)

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
        full = whole(its, former, values)
        number, at = self.next_entry(now)
        act = {"act": "record", "table": its.name, "ref": ref, "values": full, "why": why}
        self.append(number=number, at=at, who=who, record=record, act=act, on=on)
        if known is None:
            self.put_row(table, ref, 1, number, full, insert=True)
        else:
            changed = {name: value for name, value in full.items() if value != known[name]}
            parts = not changed.keys().isdisjoint(("items", "person"))
            row = full if parts else changed
            self.put_row(table, ref, version + 1, number, row, insert=False, with_parts=parts)
        return ref

    def put_new(self, table: str, many: Sequence[Mapping[str, Any]], *, who: str, now: datetime) -> list[int]:
        """Journals and writes many new records of one kind, an entry each; their numbers, in the order given.

        Raises:
            BadInput: a value has no column, or the database cannot hold it.
        """
        self._must_write()
        its, former = table_of(table), blank(table_of(table))
        first = self.next_ref(table)
        number, at = self.next_entry(now)
        begins, head = instant_from(at), self.head()
        entries, rows, parts = list[dict[str, Any]](), list[dict[str, Any]](), list[reminding.Row]()
        for i, values in enumerate(many):
            ref, entry, full = first + i, number + i, whole(its, former, values)
            record, at = f"{LETTERS[table]}{ref}", instant_text(begins + i * _MOMENT)
            act = {"act": "record", "table": its.name, "ref": ref, "values": full, "why": None}
            told = chain.sealed(head, entry, at, who, record, "record", canonical(act))
            head = Head(entry, at, told["hash"])
            entries.append(told)
            rows.append({**full, "ref": ref, "version": 1, "entry": entry})
            if table == "message":
                parts += reminding.rows_of(ref, values)
        self.run_many(statements.insert(JOURNAL, self.kind), entries)
        self.run_many(statements.insert(its, self.kind), rows)
        reminding.enter(self._connection, self.kind, parts)
        self._head = head
        return [row["ref"] for row in rows]

    def put_row(
        self, table: str, ref: int, version: int, entry: int, full: Mapping[str, Any], *, insert: bool,
        with_parts: bool = True,
    ) -> None:  # fmt: skip
        """Writes a record's row as an entry of the journal left it, and a message's reminders (`with_parts`).

        Without its reminders, what an entry left as it was may be left out.
        """
        its = table_of(table)
        row = {**full, "ref": ref, "version": version, "entry": entry}
        if insert:
            self._connection.execute(statements.insert(its, self.kind), row)
        else:
            del row["ref"]
            sql = statements.update(its, self.kind, frozenset(row), ("ref",))
            self._connection.execute(sql, row | {"was_ref": ref})
        if with_parts and table == "message":
            reminding.follow(self._connection, self.kind, ref, full, anew=not insert)

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

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Part of this transaction that is undone alone when it raises; the rest is kept, and the error goes on."""
        self._must_write()
        self._connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO SAVEPOINT attempt")
            self._connection.execute("RELEASE SAVEPOINT attempt")
            self._head = None
            raise
        self._connection.execute("RELEASE SAVEPOINT attempt")

    def _must_write(self) -> None:
        if not self.writes:
            raise StoreError("This is a look at the store, not a write: use Store.writing().")
