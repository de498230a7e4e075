"""The store as it stood: by the days things happened (`as_of`), and by what had been entered (`known_at`).

The past is a store in memory that every named read works on unchanged. Where nothing happened since, it is the live
store itself.
"""

from datetime import date

from db import statements
from db.copying import copy_all
from db.replay import case_of, records, report_known, rule_book
from db.shaped import CHILDREN, RECORDS, REMINDER, REPORT
from db.store import Store
from db.tx import Tx
from db.words_index import taken_out
from states.days import instant_from, london_day


def stand(store: Store, *, as_of: date | None, known_at: str | None, today: date) -> Store:
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
    past = Store("sqlite", f"{store.place} as it stood")
    try:
        _copy(store, past)
        with past.writing() as tx:
            _cut(tx, as_of, known_at)
    except BaseException:
        past.close()
        raise
    past.frozen = True
    return past


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


def _copy(store: Store, past: Store) -> None:
    """Copies every row into memory, without the triggers, which would keep the past from being cut."""
    with past.connection() as target:
        if store.kind == "sqlite":
            with store.connection() as source:
                source.backup(target)
        else:
            from db.schema import make

            target.execute("BEGIN")
            make(target, "sqlite")
            target.execute("COMMIT")
        target.execute("PRAGMA foreign_keys = OFF")
        for (name,) in target.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            target.execute(f"DROP TRIGGER {name}")
    if store.kind != "sqlite":
        with store.reading() as source_tx, past.writing() as target_tx:
            copy_all(source_tx, target_tx)


def _cut(tx: Tx, as_of: date | None, known_at: str | None) -> None:
    """Takes out what came later: records by their entries, then reports, folded again where something came later."""
    day = None if as_of is None else as_of.isoformat()
    if _records_touched(tx, day, known_at):
        tx.run(f"DELETE FROM {REMINDER.name}")
        for table in RECORDS.values():
            tx.run(f"DELETE FROM {table.name}")
        for known in records(tx, known_at=known_at, as_of=as_of):
            tx.put_row(known.table.name, known.ref, known.version, known.entry, known.values, insert=True)
    rules = rule_book(tx)
    later = (
        "SELECT ref FROM report WHERE (:known_at IS NOT NULL AND at > :known_at) "
        "OR (:day IS NOT NULL AND last_on > :day)"
    )
    for (ref,) in tx.run(later, {"known_at": known_at, "day": day}).fetchall():
        entries = tx.entries(ref, known_at=known_at)
        for sql in taken_out(ref):
            tx.run(sql)
        for table in CHILDREN:
            tx.run(statements.delete(table, tx.kind, ("report",)), {"was_report": ref})
        tx.run(statements.delete(REPORT, tx.kind, ("ref",)), {"was_ref": ref})
        told = report_known(tx, ref, known_at)
        if not entries or told is None:
            continue
        case = case_of(entries, rules, as_of)
        if case.state is not None:
            tx.save_case(ref, None, case, entry=told.entry, at=told.at, version=told.version - 1)
    if known_at is not None:
        tx.run("DELETE FROM redaction WHERE entry IN (SELECT entry FROM journal WHERE at > :at)", {"at": known_at})
        tx.run("DELETE FROM journal WHERE at > :at", {"at": known_at})


def _records_touched(tx: Tx, day: str | None, known_at: str | None) -> bool:
    sql = (
        "SELECT 1 FROM journal WHERE act = 'record' AND ((:known_at IS NOT NULL AND at > :known_at) "
        "OR (:day IS NOT NULL AND on_last > :day)) LIMIT 1"
    )
    return tx.run(sql, {"known_at": known_at, "day": day}).fetchone() is not None
