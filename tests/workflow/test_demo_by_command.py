"""`matters demo`: built once, used again, kept where somebody worked in it; nobody's own database is taken away."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from db.quick import EDITION
from db.store import edition_of, open_store
from db.verify import verify
from states.words import Move
from workflow.cli.main import main
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.facts_in import read_facts
from workflow.lookups import Lookup

TODAY = date(2026, 11, 22)


def noon(day):
    return datetime.combine(day, time(12), UTC)


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MATTERS_DB", raising=False)
    return str(tmp_path / "try.db")


def entries(file):
    with open_store(file, create=False) as store, store.reading() as tx:
        return tx.head()


def work_in(file, day):
    with open_store(file, create=False) as store:
        desk = Desk(store, "ann", lambda: noon(day))
        with store.reading() as tx:
            facts = read_facts(Move.DRAFT, {"title": "Mine", "scrutiny_body": "Cabinet"}, Lookup(tx), day)
        make_move(desk, None, Move.DRAFT, facts)


def test_the_command_prints_the_board_what_is_overdue_and_due_and_what_to_try(file, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    with time_machine.travel(noon(TODAY), tick=False):
        assert main(["demo", "--db", file]) == 0
    printed = capsys.readouterr().out
    for words in ("Called in (1)", "Home Care Commissioning", "What is overdue", "What falls due"):
        assert words in printed
    assert printed.rstrip().splitlines()[-1].endswith(f"matters explain R1 --db {file}")


def test_the_command_without_a_place_leaves_the_own_database_alone(file, tmp_path, capsys):
    assert main(["demo"]) == 0
    assert [path.name for path in (tmp_path / "data" / "matters-arising").iterdir()] == ["demonstration.db"]


def test_a_demonstration_is_used_again_and_built_anew_on_another_day_or_when_asked(file, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        first = entries(file)
        main(["demo", "--db", file])
        assert entries(file) == first
        main(["demo", "--fresh", "--db", file])
        anew = entries(file)
        assert anew != first
    with time_machine.travel(noon(TODAY + timedelta(2)), tick=False):
        main(["demo", "--db", file])
    assert entries(file).at > anew.at


def test_what_somebody_tried_in_it_is_kept_until_they_ask_for_a_fresh_one(file, capsys):
    later = TODAY + timedelta(1)
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
    work_in(file, TODAY)
    worked = entries(file)
    with time_machine.travel(noon(later), tick=False):
        assert main(["demo", "--db", file]) == 0
        assert entries(file) == worked
        assert "worked in since" in capsys.readouterr().err
        main(["demo", "--fresh", "--db", file])
    assert entries(file).entry < worked.entry


SINCE = ("finding_by_body", "journal_meets_later", "suggestion_about", "warning_by_code", "warning_by_fact")
"""The indexes that came after the third edition."""


def as_the_third_edition_had_it(file):
    """Makes the file one of an older version."""
    with closing(sqlite3.connect(file)) as raw:
        for index in SINCE:
            raw.execute(f"DROP INDEX {index}")
        columns = [row[1] for row in raw.execute("PRAGMA table_info(sweep)") if row[1] != "in_hand"]
        raw.executescript(f"DROP TABLE sweep; CREATE TABLE sweep ({', '.join(columns)}); PRAGMA user_version = 3")
        raw.execute("UPDATE matters_schema SET version_num = '0003'")
        raw.commit()


def test_a_demonstration_of_an_older_version_is_built_anew(file, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        as_the_third_edition_had_it(file)
        assert main(["demo", "--db", file]) == 0
    with open_store(file, create=False) as store:
        assert edition_of(store) == EDITION


def test_a_demonstration_of_an_older_version_that_somebody_worked_in_is_upgraded(file, tmp_path, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        work_in(file, TODAY)
        worked = entries(file)
        as_the_third_edition_had_it(file)
        assert main(["demo", "--db", file]) == 0
    assert entries(file) == worked
    assert (tmp_path / "try.edition-3-1.db").exists()


def test_a_database_with_something_else_in_it_is_refused_and_kept(file, capsys):
    with open_store(file) as store, store.writing() as tx:
        tx.put("topic", {"title": "Parking"}, who="ann", now=noon(TODAY))
    kept = entries(file)
    for words in (["demo"], ["demo", "--fresh"], ["demo", "--follow-ups", "10"]):
        assert main([*words, "--db", file]) == 1
        assert "holds something else" in capsys.readouterr().err
    assert entries(file) == kept


def test_an_empty_database_is_filled(file, capsys):
    open_store(file).close()
    assert main(["demo", "--db", file]) == 0
    assert entries(file).entry > 200


def test_the_command_builds_on_a_server_too_and_takes_nothing_away_there(file, postgres_url, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        assert main(["demo", "--db", postgres_url]) == 0
        assert main(["demo", "--db", postgres_url]) == 0
        assert main(["demo", "--fresh", "--db", postgres_url]) == 1
    assert "empty that database" in capsys.readouterr().err
    with open_store(postgres_url, create=False) as store:
        assert verify(store).findings == ()


def test_a_database_in_memory_is_refused(file, capsys):
    assert main(["demo", "--db", "sqlite://"]) == 1
    assert "name a file" in capsys.readouterr().err


def test_on_a_terminal_the_screens_are_opened_on_it(file, monkeypatch, capsys):
    opened = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("workflow.cli.commands.board.quick", lambda words, given: opened.append(given["--db"]) or 0)
    assert main(["demo", "--db", file]) == 0
    assert opened == [file]
    assert "matters explain R1" in capsys.readouterr().out
