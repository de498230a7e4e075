"""Whoever changes a database by hand is shown, entry and row by name."""

from datetime import date

import pytest

from db import queries
from db.store import open_store
from db.verify import verify


@pytest.fixture
def full(pen):
    """A pen for a store with a report, a promise, bodies and a person."""
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    pen.put("body", {"name": "Cabinet", "kind": "executive"})
    pen.put("body", {"note": "odd"}, ref=1)
    pen.put("person", {"name": "Rose"})
    pen.draft("Hubs")
    return pen


def behind(store, *statements):
    """Runs SQL as somebody would who has the right to the database: triggers and keys off."""
    with store.connection() as connection:
        if store.kind == "sqlite":
            connection.execute("PRAGMA foreign_keys = OFF")
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute("PRAGMA ignore_check_constraints = ON")
        else:
            connection.execute("SET session_replication_role = replica")
        for statement in statements:
            connection.execute(statement)
        if store.kind == "sqlite":
            connection.execute("PRAGMA ignore_check_constraints = OFF")
            connection.execute("PRAGMA foreign_keys = ON")
        else:
            connection.execute("SET session_replication_role = DEFAULT")


def test_a_store_that_was_left_alone_verifies(full, store):
    verdict = verify(store)
    assert verdict.good
    assert verdict.findings == ()
    assert (verdict.entries, verdict.reports, verdict.records, verdict.head.entry) == (6, 2, 2, 6)


def test_an_empty_store_verifies(store):
    assert verify(store).good


@pytest.mark.parametrize(
    ("statement", "kind", "entry"),
    [
        ("UPDATE journal SET who = 'Eve' WHERE entry = 3", "altered", 3),
        ("UPDATE journal SET on_last = '2026-03-09' WHERE entry = 2", "altered", 2),
        ("UPDATE journal SET at = '2026-11-22T09:30:00.000009Z' WHERE entry = 1", "altered", 1),
        ("UPDATE journal SET body = replace(body, 'Rose', 'Eve') WHERE entry = 5", "altered", 5),
        ("UPDATE journal SET salt = 'x' WHERE entry = 5", "altered", 5),
        ("DELETE FROM journal WHERE entry = 4", "missing", 4),
        ("UPDATE journal SET hash = prev, prev = hash WHERE entry = 3", "reordered", 3),
    ],
)
def test_an_entry_that_was_changed_is_named(full, store, statement, kind, entry):
    behind(store, statement)
    verdict = verify(store)
    assert (kind, entry) in {(finding.kind, finding.entry) for finding in verdict.findings}


def test_two_entries_that_changed_places_are_named(full, store):
    behind(
        store,
        "UPDATE journal SET entry = 100 WHERE entry = 3",
        "UPDATE journal SET entry = 3 WHERE entry = 4",
        "UPDATE journal SET entry = 4 WHERE entry = 100",
    )
    kinds = {(finding.kind, finding.entry) for finding in verify(store).findings}
    assert ("reordered", 3) in kinds
    assert ("reordered", 4) in kinds


def test_an_end_cut_off_is_named(full, store):
    head = verify(store).head
    behind(store, "DELETE FROM journal WHERE entry = 6")
    verdict = verify(store)
    assert "cut_off" in {finding.kind for finding in verdict.findings}
    assert "cut_off" in {finding.kind for finding in verify(store, head=head.hash).findings}


def test_an_end_cut_off_with_all_its_rows_is_shown_by_the_seal_kept_elsewhere(full, store):
    head = verify(store).head
    behind(
        store,
        "DELETE FROM reached WHERE report = 2",
        "DELETE FROM gap WHERE report = 2",
        "DELETE FROM follow_up WHERE report = 2",
        "DELETE FROM report WHERE ref = 2",
        "DELETE FROM journal WHERE entry = 6",
    )
    assert [finding.kind for finding in verify(store, head=head.hash).findings][-1] == "cut_off"
    if store.kind == "sqlite":
        assert [finding.kind for finding in verify(store).findings] == ["cut_off"]


@pytest.mark.parametrize(
    ("statement", "table", "record", "column", "stored", "replayed"),
    [
        ("UPDATE report SET title = 'Eve' WHERE ref = 1", "report", "R1", "title", "Eve", "Libraries"),
        ("UPDATE report SET entry = 1 WHERE ref = 1", "report", "R1", "entry", 1, 2),
        ("UPDATE follow_up SET owed_by = NULL", "follow_up", "R1", "owed_by", None, "2026-04-01"),
        ("UPDATE follow_up SET quiet = (1 = 1)", "follow_up", "R1", "quiet", True, False),
        ("UPDATE body SET kind = 'council'", "body", "B1", "kind", "council", "executive"),
        ("UPDATE body SET version = 1", "body", "B1", "version", 1, 2),
        ("UPDATE person SET email = 'eve@example.org'", "person", "P1", "email", "eve@example.org", None),
    ],
)
def test_a_row_that_was_edited_is_named_with_both_values(
    full, store, statement, table, record, column, stored, replayed
):
    behind(store, statement)
    (finding,) = verify(store).findings
    assert finding.kind == "edited"
    assert (finding.table, finding.record, finding.column) == (table, record, column)
    assert (finding.stored, finding.replayed) == (stored, replayed)
    assert record in finding.says


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM follow_up", "lost_row"),
        ("DELETE FROM person", "lost_row"),
        ("DELETE FROM reached WHERE report = 1", "lost_row"),
        ("INSERT INTO link (report, number, minute) VALUES (1, 5, '34/16')", "extra_row"),
        ("INSERT INTO person (ref, version, entry, name) VALUES (9, 1, 1, 'Eve')", "extra_row"),
    ],
)
def test_a_row_too_few_or_too_many_is_named(full, store, statement, kind):
    behind(store, statement)
    assert {finding.kind for finding in verify(store).findings} == {kind}


def test_words_changed_after_a_redaction_are_named(full, store):
    from msgspec.structs import replace

    with store.writing() as tx:
        row = tx.report(2)
        (entry,) = tx.entries(2)
        act = replace(entry.act, facts=replace(entry.act.facts, portfolio="[taken out]"))
        tx.redact(entry.number, act, who="Ann", now=full.now, why="x")
        assert row is not None
    assert verify(store, rows=False).findings == ()
    behind(store, "UPDATE journal SET body = replace(body, '[taken out]', 'Eve') WHERE entry = 6")
    assert ("redaction", 6) in {(finding.kind, finding.entry) for finding in verify(store).findings}


def test_a_redaction_nobody_entered_is_named(full, store):
    behind(store, f"INSERT INTO redaction (entry, redacted, digest) VALUES (6, 5, '{'a' * 64}')")
    assert ("redaction", 5) in {(finding.kind, finding.entry) for finding in verify(store).findings}


def test_what_cannot_be_read_is_a_finding_and_no_crash(full, store):
    behind(store, 'UPDATE journal SET body = \'{"act":"move","move":7}\' WHERE entry = 1')
    kinds = {finding.kind for finding in verify(store).findings}
    assert {"altered", "unreadable"} <= kinds


def test_sqlites_own_checks_are_not_the_only_ones(full, store, tmp_path):
    """A byte turned in the file is found by the chain also where the file as such is whole."""
    if store.kind != "sqlite":
        pytest.skip("bytes of a file are SQLite's")
    with store.connection() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(store.path.read_bytes())
    at = data.index(b'"name":"Rose"')
    data[at + 8] ^= 1
    other = tmp_path / "other.db"
    other.write_bytes(data)
    with open_store(str(other), create=False) as changed:
        assert not verify(changed).good
        with changed.reading() as tx:
            assert tx.all(queries.REPORTS)
