"""The steps of the schema's history equal the schema as declared, and the reads use the indexes made for them."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from db import compiling, queries, queries_records, revisions, shaped, statements
from db.quick import EDITION
from db.shaped import ALL
from db.store import Store, edition_of, open_store
from db.tables_journal import MEETS_LATER
from db.upgrade import SCRIPTS, upgrade


def shape(store):
    """Everything a database says of its own schema."""
    with store.connection() as connection:
        if store.kind == "sqlite":
            rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            return sorted((row for row in rows), key=str)
        asked = (
            "SELECT table_name, column_name, data_type, is_nullable, column_default, ordinal_position "
            "FROM information_schema.columns WHERE table_schema = 'public'",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace",
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'",
            "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
        )
        return [sorted(connection.execute(sql).fetchall(), key=str) for sql in asked]


def bare(url):
    """A store over a place where nothing is yet."""
    if "://" in url:
        return Store("postgresql", url, url=url)
    return Store("sqlite", url, path=Path(url))


def test_the_steps_from_nothing_equal_the_schema_declared(store_url, tmp_path, request):
    with bare(store_url) as stepped:
        done = upgrade(stepped)
        assert (done.before, done.after) == (0, EDITION)
        by_steps = shape(stepped)
    if "://" in store_url:
        with open_store(store_url) as again, again.connection() as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        fresh_url = store_url
    else:
        fresh_url = str(tmp_path / "fresh.db")
    with open_store(fresh_url) as fresh:
        assert shape(fresh) == by_steps


def test_an_upgraded_store_serves(store_url, pen_for):
    with bare(store_url) as stepped:
        upgrade(stepped)
    with open_store(store_url, create=False) as store:
        pen_for(store).draft()
        assert edition_of(store) == EDITION


def test_upgrading_what_is_current_changes_nothing(store):
    before = shape(store)
    assert upgrade(store).kept is None
    assert shape(store) == before


def test_a_step_that_fails_leaves_nothing_half_done(store_url, monkeypatch):
    from db.migrations import steps

    real = steps.stamp_after

    def fail(connection, edition):
        real(connection, edition)
        raise RuntimeError("the lights went out")

    monkeypatch.setattr(steps, "stamp_after", fail)
    with bare(store_url) as store:
        empty = shape(store)
        with pytest.raises(RuntimeError):
            upgrade(store)
        assert shape(store) == empty
        assert edition_of(store) == 0


def test_every_edition_has_its_step():
    steps = {path.stem.rpartition("_")[2] for path in (SCRIPTS / "versions").glob("*_[0-9]*.py")}
    assert steps == set(revisions.REVISIONS)
    assert max(revisions.REVISIONS.values()) == EDITION


def test_the_first_step_is_a_frozen_copy_of_what_was_declared_then():
    for kind in ("sqlite", "postgresql"):
        assert (SCRIPTS / "sql" / f"0001.{kind}.sql").is_file()


def test_every_table_and_column_of_the_views_is_told_in_the_documents(root, store):
    told = (root / "docs" / "sql-views.md").read_text(encoding="utf-8")
    with store.reading() as tx:
        for view in ("board", "follow_ups", "overdue_follow_ups"):
            assert f"## `{view}`" in told
            section = told.partition(f"## `{view}`")[2].partition("\n## ")[0]
            cursor = tx.run(f"SELECT * FROM {view} LIMIT 0")
            named = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
            assert named == [column[0] for column in cursor.description]


def plan(store, sql, **params):
    explain = "EXPLAIN QUERY PLAN " if store.kind == "sqlite" else "EXPLAIN "
    with store.reading() as tx:
        words = explain + statements.written(sql, store.kind)
        return "\n".join(str(row) for row in tx.run(words, {"limit": 50, **params}).fetchall())


@pytest.mark.parametrize(
    ("query", "index", "params"),
    [
        (queries.OVERDUE, "follow_up_owed", {"day": "2026-01-01"}),
        (queries.DUE, "follow_up_owed", {"from_day": "2026-01-01", "to_day": "2026-01-09"}),
        (queries.TOUCHED_AFTER, "report_last_on", {"day": "2026-01-01"}),
        (queries.LAST_ENTRY, "journal_of_record", {"record": "R1"}),
        (queries.PROMISES, "follow_up_undated", {}),
    ],
)
def test_the_reads_that_must_be_quick_use_their_index(store, query, index, params):
    if store.kind == "postgresql":
        fill(store)
    assert index in plan(store, query.sql.replace("{where}", ""), **params)


def fill(store):
    """Enough rows for PostgreSQL to plan as it does in earnest: most follow-ups ended, few owed."""
    with store.connection() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(
            "INSERT INTO report (ref, version, entry, at, title, state, last_on, folded) SELECT n, 1, n, "
            "'2026-11-22T00:00:00.000000Z', 'T', 'drafted', date '2016-01-01' + n % 3000, '{}' "
            "FROM generate_series(1, 5000) AS n"
        )
        connection.execute(
            "INSERT INTO follow_up (report, number, key, clock, entry, opened_on, due, owed_by, changes, ended) "
            "SELECT n % 5000 + 1, n / 5000 + 1, 'k', 'promise', 1, date '2016-01-01', date '2016-01-01' + n % 3600, "
            "CASE WHEN n % 100 = 0 THEN date '2016-01-01' + n % 3600 END, '[]', CASE WHEN n % 100 <> 0 THEN 'kept' END "
            "FROM generate_series(1, 40000) AS n"
        )
        connection.execute(
            "INSERT INTO journal (entry, at, who, record, act, body, salt, digest, prev, hash) SELECT n, "
            "'2026-11-22T00:00:00.000000Z', 'A', 'R' || n, 'move', '{}', '', repeat('a', 64), repeat('a', 64), "
            "repeat('a', 64) FROM generate_series(1, 5000) AS n"
        )
        connection.execute("SET session_replication_role = DEFAULT")
        connection.execute("ANALYZE")


def test_every_public_table_has_its_words(store):
    with store.reading() as tx:
        for table in ALL:
            assert tx.run(f"SELECT count(*) FROM {table.name}").fetchone()[0] == 0


def test_the_schema_can_be_made_without_the_drivers_of_the_other_store():
    code = "import sys; sys.modules['psycopg'] = None; from db.store import open_store; open_store('sqlite://').close()"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_days_are_words_on_both(store, pen):
    pen.promise(pen.draft(), date(2026, 4, 1))
    with store.reading() as tx:
        (value,) = tx.run("SELECT owed_by FROM follow_up WHERE owed_by IS NOT NULL").fetchone()
    assert value == "2026-04-01"


def test_the_shapes_written_down_are_those_of_the_tables():
    assert compiling.COMPILED.read_text(encoding="utf-8") == compiling.compiled()
    from db import tables

    assert [table.name for table in shaped.ALL] == [table.name for table in tables.ALL]
    assert shaped.LETTERS == tables.LETTERS


def test_no_model_is_waited_for_where_only_rows_are_wanted(tmp_path):
    open_store(str(tmp_path / "matters.db")).close()
    code = (
        "import sys; from db.store import open_store; from db import queries, past, bulk\n"
        "with open_store(sys.argv[1]) as s, s.reading() as tx: tx.all(queries.REPORTS)\n"
        "print(*sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path / "matters.db")], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "alembic", "psycopg"} & set(run.stdout.split())


def test_the_moves_that_meet_later_are_asked_for_as_their_index_has_them():
    assert MEETS_LATER in queries_records.MEETING_NAMED.sql
