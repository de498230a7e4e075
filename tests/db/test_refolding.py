"""After an upgrade every report is read again: what a newer version sees in the same journal stands in the rows."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from db.refolding import refold
from db.store import Store, edition_of
from db.upgrade import upgrade
from db.verify import verify
from states.case import decode_case, encode_case
from states.errors import StoreError


def as_an_older_version_left_it(store, ref):
    """Writes a report's case as a version would have that knew neither its officer nor what was promised."""
    with store.writing() as tx:
        row = tx.report(ref)
        case = decode_case(row.folded)
        older = replace(case, lead_officer=None, follow_ups=case.follow_ups[:1], title="libraries")
        if tx.kind == "postgresql":
            tx.run("ALTER TABLE report DISABLE TRIGGER report_told")
        else:
            (guard,) = tx.run("SELECT sql FROM sqlite_master WHERE name = 'report_told'").fetchone()
            tx.run("DROP TRIGGER report_told")
        tx.save_case(ref, case, older, entry=row.entry, at=row.at, version=row.version)
        tx.run(f"UPDATE report SET version = {row.version} WHERE ref = {ref}")
        tx.run("ALTER TABLE report ENABLE TRIGGER report_told" if tx.kind == "postgresql" else guard)
    return encode_case(case).decode()


def test_what_an_older_version_read_otherwise_is_written_anew_and_the_journal_stays_as_it_is(store, pen_for):
    pen = pen_for(store)
    other, ref = pen.draft("Hubs"), pen.draft(lead_officer="Head of Libraries")
    pen.promise(ref, date(2026, 9, 1))
    pen.promise(ref, date(2026, 10, 1))
    right = as_an_older_version_left_it(store, ref)
    assert not verify(store).good
    with store.writing() as tx:
        head, untouched = tx.head(), tx.report(other)
        assert refold(tx) == 1
        assert tx.head() == head
        assert tx.report(other) == untouched
    with store.reading() as tx:
        assert tx.report(ref).folded == right
        assert len(tx.run("SELECT number FROM follow_up").fetchall()) == 2
    assert verify(store).findings == ()


def test_afterwards_the_rows_are_guarded_as_before(store, pen_for):
    pen_for(store).draft()
    with store.writing() as tx:
        refold(tx)
    with pytest.raises(StoreError, match="behind the journal's back"), store.writing() as tx:
        tx.run("UPDATE report SET version = version + 1, entry = entry + 1")


def test_nothing_is_written_where_both_versions_read_the_same(store, pen_for):
    pen_for(store).draft()
    with store.writing() as tx:
        assert refold(tx) == 0


def test_every_upgrade_to_this_edition_reads_the_reports_again(store_url, pen_for):
    store = Store("postgresql", store_url, url=store_url) if "://" in store_url else None
    with store or Store("sqlite", store_url, path=Path(store_url)) as store:
        upgrade(store, to="0003")
        assert edition_of(store) == 3
        pen = pen_for(store)
        ref = pen.draft(lead_officer="Head of Libraries")
        pen.promise(ref, date(2026, 9, 1))
        right = as_an_older_version_left_it(store, ref)
        upgrade(store)
        with store.reading() as tx:
            assert tx.report(ref).folded == right
        assert verify(store).good
