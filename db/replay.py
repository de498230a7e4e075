"""The journal read again from its first entry: the records and cases it adds up to, and a whole store made of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import msgspec

from db import statements
from db.copying import copy_table
from db.queries_records import RULES
from db.records import blank
from db.shaped import JOURNAL, RECORDS, REDACTION
from db.shapes import Shape
from db.store import Store
from db.tx import Tx
from states.acts import Entry
from states.case import Case
from states.errors import StoreError
from states.rule_book import RuleBook
from states.rules import rules_from


class Replayed(NamedTuple):
    """A record as the journal's entries leave it."""

    table: Shape
    ref: int
    version: int
    entry: int
    values: dict[str, Any]


def records(tx: Tx, *, known_at: str | None = None, as_of: date | None = None) -> Iterator[Replayed]:
    """Every record as its entries leave it, table by table; only what was entered by an instant, or had happened."""
    found: dict[tuple[str, int], Replayed] = {}
    former: dict[tuple[str, int], dict[str, Any]] = {}
    sql = (
        "SELECT entry, record, body, at, CAST(on_last AS TEXT) FROM journal WHERE act = 'record' AND entry IN "
        "(SELECT entry FROM journal WHERE record < 'R' UNION ALL SELECT entry FROM journal WHERE record >= 'S') "
        "ORDER BY entry"
    )
    day = None if as_of is None else as_of.isoformat()
    for entry, record, body, at, on_last in tx.stream(sql):
        if known_at is not None and at > known_at:
            continue
        key = (record[:1], int(record[1:]))
        values = blank(RECORDS[key[0]]) | msgspec.json.decode(body)["values"]
        was, known = former.get(key), found.get(key)
        former[key] = values
        if (day is not None and on_last is not None and on_last > day) or (was is not None and known is None):
            continue
        if known is not None and was is not None:  # what an entry only kept may not have happened yet
            values = known.values | {name: value for name, value in values.items() if was.get(name) != value}
        found[key] = Replayed(RECORDS[key[0]], key[1], known.version + 1 if known else 1, entry, values)
    for letter in RECORDS:
        yield from (found[key] for key in sorted(found) if key[0] == letter)


def rule_book(tx: Tx) -> RuleBook:
    """The council's rules through time, as the store has them."""
    return RuleBook(
        tuple((date.fromisoformat(row.from_day), rules_from(msgspec.json.decode(row.values))) for row in tx.all(RULES))
    )


def case_of(entries: list[Entry], rules: RuleBook, until: date | None = None) -> Case:
    """The case that a report's entries add up to."""
    from states.fold import fold

    return fold(entries, rules, until).case


class Told(NamedTuple):
    """A report as the journal speaks of it: its last entry and that entry's instant; each entry made a version."""

    ref: int
    entry: int
    at: str
    version: int


def report_refs(tx: Tx) -> Iterator[Told]:
    """Every report the journal speaks of."""
    sql = (
        "SELECT j.record, j.entry, j.at, k.many FROM journal AS j JOIN (SELECT max(entry) AS entry, count(*) AS many "
        "FROM journal WHERE record LIKE 'R%' GROUP BY record) AS k ON k.entry = j.entry ORDER BY j.entry"
    )
    for record, entry, at, many in tx.stream(statements.written(sql, tx.kind)):
        yield Told(int(record[1:]), entry, at, many)


def report_known(tx: Tx, ref: int, known_at: str | None) -> Told | None:
    """A report as the journal spoke of it at an instant; None when it had no entry then."""
    sql = "SELECT max(entry), max(at), count(*) FROM journal WHERE record = :record AND at <= :known_at"
    entry, at, many = tx.ask(sql, record=f"R{ref}", known_at=known_at or "9").fetchone()
    return Told(ref, entry, at, many) if many else None


def replay(source: Store, target: Store) -> int:
    """Makes every row of an empty store from the journal of another; how many reports there are.

    Raises:
        StoreError: the target is not empty.
    """
    with source.reading() as old, target.writing() as new:
        if new.head().entry:
            raise StoreError(f"{target.place} is not empty; nothing was changed. Replay into a new database.")
        for table in (JOURNAL, REDACTION):
            copy_table(table, old, new)
        for record in records(old):
            new.put_row(record.table.name, record.ref, record.version, record.entry, record.values, insert=True)
        rules, count = rule_book(new), 0
        for told in report_refs(old):
            case = case_of(old.entries(told.ref), rules)
            new.save_case(told.ref, None, case, entry=told.entry, at=told.at, version=told.version - 1)
            count += 1
    return count
