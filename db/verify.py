"""Whether a store is what its journal says: the chain, its end, and every row against a replay. Each fault is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import msgspec

from db import chain, reminding, replay, statements
from db.chain import Head
from db.projection import PARTS, report_row
from db.shaped import RECORDS, REDACTION, REMINDER, REPORT
from db.shapes import Shape
from db.store import Store
from db.tx import Tx
from states.errors import MattersError


class Finding(NamedTuple):
    """One fault.

    `kind` is altered, missing, reordered, cut_off or redaction (of the journal), unreadable, edited, lost_row or
    extra_row (of the rows).
    """

    kind: str
    says: str
    entry: int = 0
    table: str = ""
    record: str = ""
    column: str = ""
    stored: Any = None
    replayed: Any = None


@dataclass(frozen=True)
class Verdict:
    """What verifying found. `head` is the seal to keep elsewhere: with it, a journal cut short is always found."""

    head: Head
    entries: int
    redacted: int
    reports: int
    records: int
    findings: tuple[Finding, ...] = field(default=())

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(store: Store, *, rows: bool = True, head: str | None = None) -> Verdict:
    """Verifies a store: the journal's chain and end, and (`rows`) every row; `head` is a seal kept elsewhere."""
    found: list[Finding] = []
    with store.reading() as tx:
        try:
            last, entries, redacted, seals = _chain(tx, found)
            found += _end(tx, last)
        except (msgspec.MsgspecError, TypeError, ValueError) as error:  # a value of a kind no entry has
            found.append(Finding("unreadable", f"The journal cannot be read ({error})."))
            return Verdict(chain.NO_ENTRY, 0, 0, 0, 0, tuple(found))
        if head is not None and head not in seals(head):
            found.append(
                Finding("cut_off", f"No entry has the seal {head}: the journal is not the one it was taken of.")
            )
        reports = records = 0
        if rows:
            try:
                records = _records(tx, found)
                reports = _reports(tx, found)
            except (msgspec.MsgspecError, TypeError, ValueError) as error:
                found.append(Finding("unreadable", f"A row holds a value of a kind it cannot have ({error})."))
    return Verdict(last, entries, redacted, reports, records, tuple(found))


_LONG = 200
"""From how many characters on a value is only shown where it differs."""

_JOURNAL = (
    "SELECT entry, at, who, record, act, move, from_state, to_state, on_first, on_last, digest, prev, hash, salt, body "
    "FROM journal ORDER BY entry"
)


def _chain(tx: Tx, found: list[Finding]) -> tuple[Head, int, int, Any]:
    """Walks the chain from its first entry."""
    taken_out = {redacted: (entry, digest) for entry, redacted, digest in _redactions(tx)}
    told = _redactions_told(tx)
    before, count = chain.NO_ENTRY, 0

    def name(kind: str, entry: int, says: str) -> None:
        found.append(Finding(kind, says, entry))

    for row in tx.stream(_JOURNAL):
        entry, at, digest, prev, sealed, salt, body = row[0], row[1], *row[10:]
        count += 1
        if entry == before.entry + 2:
            name("missing", entry - 1, f"Entry {entry - 1} is missing from the journal.")
        elif entry != before.entry + 1:
            name(
                "missing", before.entry + 1, f"Entries {before.entry + 1} to {entry - 1} are missing from the journal."
            )
        elif prev != before.hash:
            name("reordered", entry, f"Entry {entry} does not follow entry {before.entry}: one was replaced or moved.")
        if at <= before.at:
            name("reordered", entry, f"Entry {entry} was not entered after entry {before.entry}.")
        if sealed != chain.hash_of(prev, *row[:11]):
            name("altered", entry, f"Entry {entry} was altered: its seal does not fit what it says.")
        if entry in taken_out:
            by, now = taken_out[entry]
            if salt or chain.digest_of("", body) != now or told.get(by) != (entry, now):
                name("redaction", entry, f"Entry {entry} was altered after its words were taken out.")
        elif digest != chain.digest_of(salt, body):
            name("altered", entry, f"Entry {entry} was altered: its words are not those it was sealed with.")
        before = Head(entry, at, sealed)
    found += [
        Finding("redaction", f"Entry {by} took words out of entry {entry}, and nothing says so any more.", entry)
        for by, (entry, digest) in told.items()
        if by not in {row[0] for row in taken_out.values()} and (entry not in taken_out or taken_out[entry][0] < by)
    ]

    def seals(wanted: str) -> set[str]:
        return {row[0] for row in tx.ask("SELECT hash FROM journal WHERE hash = :seal", seal=wanted)}

    return before, count, len(taken_out), seals


def _redactions(tx: Tx) -> list[tuple[int, int, str]]:
    return list(tx.run(statements.select(REDACTION, tx.kind, (), ("entry",))).fetchall())


def _redactions_told(tx: Tx) -> dict[int, tuple[int, str]]:
    """What the journal itself says was taken out: by which entry, of which, and the seal of what stands there now."""
    told = {}
    for entry, body in tx.run("SELECT entry, body FROM journal WHERE act = 'redact' ORDER BY entry").fetchall():
        act = msgspec.json.decode(body)
        told[entry] = (act.get("entry"), act.get("digest"))
    return told


def _end(tx: Tx, last: Head) -> Iterator[Finding]:
    """Whether anything knows of an entry after the journal's last."""
    known = 0
    if tx.kind == "sqlite":
        row = tx.run("SELECT seq FROM sqlite_sequence WHERE name = 'journal'").fetchone()
        known = row[0] if row else 0
    for table in (REPORT, REDACTION, *RECORDS.values()):
        row = tx.run(f"SELECT max(entry) FROM {table.name}").fetchone()
        known = max(known, row[0] or 0)
    if known > last.entry:
        says = f"The journal ends at entry {last.entry}, but entry {known} was written: its end was cut off."
        yield Finding("cut_off", says, last.entry)


def _compare(
    table: Shape, record: str, stored: dict[str, Any] | None, replayed: dict[str, Any] | None, number: int = 0
) -> Iterator[Finding]:
    """The differences between a row and what the journal says of it."""
    name = f"{record}'s {table.name} {number}" if number else f"{record} ({table.name})"
    if stored is None:
        yield Finding("lost_row", f"{name}: the journal tells of it, and the row is gone.", 0, table.name, record)
    elif replayed is None:
        yield Finding("extra_row", f"{name}: the journal tells of no such row.", 0, table.name, record)
    else:
        for column, value in replayed.items():
            if stored[column] != value:
                says = (
                    f"{name}: {column} is {_brief(stored[column], value)}, and the journal says "
                    f"{_brief(value, stored[column])}."
                )
                yield Finding(
                    "edited", says, stored.get("entry") or 0, table.name, record, column, stored[column], value
                )


def _brief(value: Any, other: Any) -> str:
    """A value in a sentence; of a long one only where it begins to differ from the other."""
    if not isinstance(value, str) or not isinstance(other, str) or len(value) < _LONG:
        return repr(value)
    same = next((at for at, (one, two) in enumerate(zip(value, other, strict=False)) if one != two), len(other))
    start = max(0, same - 20)
    return f"“…{value[start : same + 60]}…”"


def _records(tx: Tx, found: list[Finding]) -> int:
    letters = {table.name: letter for letter, table in RECORDS.items()}
    rows: dict[tuple[str, int], dict[str, Any]] = {}
    for table in RECORDS.values():
        for row in tx.find(table.name):
            rows[table.name, row["ref"]] = row
    count = 0
    try:
        for known in replay.records(tx):
            count += 1
            wanted = {"version": known.version, "entry": known.entry, **known.values}
            record = f"{letters[known.table.name]}{known.ref}"
            found += _compare(known.table, record, rows.pop((known.table.name, known.ref), None), wanted)
            if known.table.name == "message":
                found += _reminders(tx, record, known.ref, known.values)
    except (msgspec.MsgspecError, KeyError, ValueError, TypeError) as error:
        found.append(Finding("unreadable", f"A record's entry cannot be read ({error})."))
    for name, ref in rows:
        found += _compare(RECORDS[letters[name]], f"{letters[name]}{ref}", rows[name, ref], None)
    return count


def _reminders(tx: Tx, record: str, message: int, values: dict[str, Any]) -> Iterator[Finding]:
    """Whether the reminders of a message are those its items say."""
    sql = statements.select(REMINDER, tx.kind, ("message",), REMINDER.key)
    stored = {tuple(row) for row in tx.run(sql, {"was_message": message}).fetchall()}
    for row in stored ^ set(reminding.rows_of(message, values)):
        about = f"{record}'s reminder of R{row[0]}.{row[1]} ({row[2]})"
        kind, says = ("extra_row", "tells of no such row") if row in stored else ("lost_row", "tells otherwise")
        yield Finding(kind, f"{about}: the journal {says}.", 0, REMINDER.name, record)


def _reports(tx: Tx, found: list[Finding]) -> int:
    try:
        rules = replay.rule_book(tx)
    except (msgspec.MsgspecError, ValueError) as error:
        found.append(Finding("unreadable", f"The council's rules cannot be read ({error}).", table="rules"))
        return 0
    seen, count = set(), 0
    for ref, entry, at, version in list(replay.report_refs(tx)):
        seen.add(ref)
        count += 1
        try:
            case = replay.case_of(tx.entries(ref), rules)
        except (MattersError, msgspec.MsgspecError, ValueError, KeyError, TypeError) as error:
            found.append(Finding("unreadable", f"R{ref}: its entries cannot be read ({error}).", record=f"R{ref}"))
            continue
        wanted = report_row(ref, case, entry=entry, at=at, version=version)
        found += _compare(REPORT, f"R{ref}", _rows(tx, REPORT, ref, "ref").get(ref), wanted)
        for part in PARTS:
            stored = _rows(tx, part.table, ref, "report")
            items = part.items(case)
            for number in sorted(stored.keys() | items.keys()):
                item = items.get(number)
                full = None if item is None else part.full(ref, number, case, item)
                found += _compare(part.table, f"R{ref}", stored.get(number), full, number)
    for (ref,) in tx.run("SELECT ref FROM report ORDER BY ref").fetchall():
        if ref not in seen:
            found += _compare(REPORT, f"R{ref}", {}, None)
    return count


def _rows(tx: Tx, table: Shape, ref: int, column: str) -> dict[int, dict[str, Any]]:
    """The rows of a report in a table, by number; the report's own under its own number."""
    by = "ref" if column == "ref" else "number"
    sql = statements.select(table, tx.kind, (column,), (by,))
    rows = (dict(zip(table.names, row, strict=True)) for row in tx.run(sql, {f"was_{column}": ref}).fetchall())
    return {row[by]: row for row in rows}
