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
from states.rules import CouncilRules


class Replayed(NamedTuple):
    """A record as the journal's entries leave it."""

    table: Shape
    ref: int
    version: int
    entry: int
    values: dict[str, Any]


def records(tx: Tx, *, known_at: str | None = None, as_of: date | None = None) -> Iterator[Replayed]:
    """Every record as its entries leave it, table by table; only what was entered by an instant, or had happened."""
    found: dict[tuple[str, int], tuple[int, int, str]] = {}
    sql = "SELECT entry, record, body, at, CAST(on_last AS TEXT) FROM journal WHERE act = 'record' ORDER BY entry"
    day = None if as_of is None else as_of.isoformat()
    for entry, record, body, at, on_last in tx.stream(sql):
        if (known_at is not None and at > known_at) or (day is not None and on_last is not None and on_last > day):
            continue
        key = (record[:1], int(record[1:]))
        version = found[key][0] if key in found else 0
        found[key] = (version + 1, entry, body)
    for letter, table in RECORDS.items():
        for (its, ref), (version, entry, body) in sorted(found.items()):
            if its == letter:
                yield Replayed(table, ref, version, entry, blank(table) | msgspec.json.decode(body)["values"])


def rule_book(tx: Tx) -> RuleBook:
    """The council's rules through time, as the store has them."""
    return RuleBook(
        tuple(
            (date.fromisoformat(row.from_day), msgspec.json.decode(row.values, type=CouncilRules))
            for row in tx.all(RULES)
        )
    )


def case_of(entries: list[Entry], rules: RuleBook, until: date | None = None) -> Case:
    """The case that a report's entries add up to."""
    from states.fold import fold

    return fold(entries, rules, until).case


def report_refs(tx: Tx) -> Iterator[tuple[int, int, str]]:
    """Every report the journal speaks of: its number, its last entry, and that entry's instant."""
    sql = (
        "SELECT j.record, j.entry, j.at FROM journal AS j JOIN (SELECT max(entry) AS entry FROM journal "
        "WHERE record LIKE 'R%' GROUP BY record) AS k ON k.entry = j.entry ORDER BY j.entry"
    )
    for record, entry, at in tx.stream(statements.written(sql, tx.kind)):
        yield int(record[1:]), entry, at


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
        for ref, entry, at in report_refs(old):
            case = case_of(old.entries(ref), rules)
            new.save_case(ref, None, case, entry=entry, at=at, version=0)
            count += 1
    return count
