"""Every report folded again from its entries, after an upgrade: a newer version may read the same journal better.

The journal is not touched, nor a report's version: only what the rows say follows from it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from db.replay import case_of, report_refs, rule_book
from db.tx import Tx
from states.case import decode_case, encode_case

GUARD = "report_told"
"""The trigger that refuses a report's row without a new entry; it rests meanwhile, in the same transaction."""


def refold(tx: Tx) -> int:
    """Folds every report again; how many are now read differently."""
    rules, changed = rule_book(tx), 0
    with _guard_resting(tx):
        for told in list(report_refs(tx)):
            row = tx.report(told.ref)
            if row is None:
                continue
            case = case_of(tx.entries(told.ref), rules)
            if encode_case(case).decode() == row.folded:
                continue
            old = decode_case(row.folded)
            tx.save_case(told.ref, old, case, entry=told.entry, at=told.at, version=row.version)
            tx.run(f"UPDATE report SET version = {row.version:d} WHERE ref = {told.ref:d}")
            changed += 1
    return changed


@contextmanager
def _guard_resting(tx: Tx) -> Iterator[None]:
    if tx.kind == "postgresql":
        tx.run(f"ALTER TABLE report DISABLE TRIGGER {GUARD}")
        yield
        tx.run(f"ALTER TABLE report ENABLE TRIGGER {GUARD}")
        return
    (made,) = tx.ask("SELECT sql FROM sqlite_master WHERE name = :name", name=GUARD).fetchone()
    tx.run(f"DROP TRIGGER {GUARD}")
    yield
    tx.run(made)
