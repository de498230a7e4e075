"""The commands that keep it well: db, doctor, help, completion."""

import json
import sqlite3

import pytest

from states.clocks import RULES
from states.facts import Facts
from states.words import Move
from workflow.cli.table import COMMANDS


def test_where_the_database_is(matters, small, tmp_path):
    assert matters("db", "path", "--db", small) == (0, f"{small}\n", "(--db)\n")
    assert str(tmp_path / "data") in matters("db", "path").out


def test_verify_says_that_all_is_well_and_prints_the_seal(matters, small):
    told = json.loads(matters("db", "verify", "--db", small, "--format", "json").out)
    assert told["good"] is True
    assert told["findings"] == []
    assert told["reports"] == 5
    said = matters("db", "verify", "--db", small)
    assert said.code == 0
    assert told["head"] in said.out
    assert matters("db", "verify", "--db", small, "--head", told["head"]).code == 0
    assert matters("db", "verify", "--db", small, "--head", "0" * 64).code == 1


def test_verify_names_a_row_that_somebody_edited(matters, small):
    with sqlite3.connect(small) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE report SET title = 'Nothing to see' WHERE ref = 1")
    connection.close()
    called = matters("db", "verify", "--db", small)
    assert called.code == 1
    assert "R1" in called.out
    assert "Nothing to see" in called.out
    assert matters("db", "check", "--db", small).code == 1


def test_backup_restore_and_replay(matters, small, tmp_path):
    copy, fresh = tmp_path / "copy.db", tmp_path / "fresh.db"
    assert matters("db", "backup", copy, "--db", small).code == 0
    again = matters("db", "backup", copy, "--db", small)
    assert again.code == 1
    assert "is there already" in again.err
    assert matters("db", "replay", fresh, "--db", small).out.endswith(": 5 reports.\n")
    assert matters("db", "verify", "--db", fresh).code == 0
    done = matters("db", "restore", copy, "--db", small)
    assert done.code == 0
    assert "The database before is kept in" in done.out
    assert matters("overdue", "--db", small, "--as-of", "2026-06-01").out.count("\n") == 6
    assert matters("db", "upgrade", "--db", small).code == 0
    assert matters("db", "restore", tmp_path / "none.db", "--db", small).code == 1


def test_keeping_a_database_that_is_not_there_makes_none(matters, tmp_path):
    for what in (
        ("verify",),
        ("check",),
        ("upgrade",),
        ("backup", tmp_path / "copy.db"),
        ("replay", tmp_path / "r.db"),
    ):
        called = matters("db", *what, "--db", tmp_path / "none.db")
        assert called.code == 1
        assert "There is no database at" in called.err
    assert list(tmp_path.glob("*.db")) == []


def test_the_doctor_finds_all_in_order(matters, small):
    called = matters("doctor", "--db", small, "--format", "json")
    rows = json.loads(called.out)
    assert called.code == 0, rows
    assert {row["what"] for row in rows} >= {"python", "floors", "packages", "settings", "database", "clock"}
    assert "wrong" not in {row["how"] for row in rows}
    assert any("log mode wal" in row["says"] for row in rows)


def test_the_doctor_says_what_is_wrong(matters, small, tmp_path, monkeypatch):
    none = matters("doctor", "--db", tmp_path / "none.db")
    assert none.code == 1
    assert "There is no database at" in none.out
    synced = tmp_path / "OneDrive - Council"
    synced.mkdir()
    small.rename(synced / "small.db")
    called = matters("doctor", "--db", synced / "small.db")
    assert called.code == 1
    assert "another program copies about" in " ".join(called.out.split())
    broken = tmp_path / "settings.toml"
    broken.write_text("[call_in]\ndays = 'x'\n")
    assert matters("doctor", "--config", broken).code == 1


def test_the_doctor_sees_that_another_package_overwrote_ours(monkeypatch, tmp_path):
    from importlib import metadata

    from workflow.cli.commands import doctor

    class File(metadata.PackagePath):
        def locate(self):
            return tmp_path / self

    (tmp_path / "db").mkdir()
    (tmp_path / "db" / "__init__.py").write_text("# somebody else's\n")
    file = File("db/__init__.py")
    file.hash = metadata.FileHash("sha256=AAAA")
    monkeypatch.setattr(metadata, "files", lambda name: [file])
    found = list(doctor._floors(None))
    assert found[0][1] == "wrong"
    assert "overwrote db/__init__.py" in found[0][2]


def test_the_doctor_sees_a_clock_that_is_behind_the_journal():
    from workflow.cli.commands.doctor import _against_clock

    assert list(_against_clock("2026-01-01T00:00:00.000000Z")) == []
    assert next(_against_clock("2999-01-01T00:00:00.000000Z"))[1] == "wrong"


def test_help_lists_every_move_and_every_fact_with_its_meaning(matters):
    page = matters("help", "moves").out
    for move in Move:
        assert f"\n{move}: " in page
    for name in Facts.__struct_fields__:
        assert f"\n  {name} " in page


def test_help_lists_every_clock_and_the_words(matters, root):
    page = matters("help", "clocks").out
    assert all(f"\n{clock}: " in page for clock in RULES)
    words = matters("help", "words").out
    assert "- body: a committee" in words
    assert "**" not in words
    assert matters("help").out == matters("--help").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_every_command_and_is_kept(shell, matters, tmp_path):
    first = matters("completion", shell)
    assert first.code == 0
    assert all(name in first.out for name in COMMANDS if name != "demo")
    assert len(list((tmp_path / "cache").rglob(f"*.{shell}"))) == 1
    assert matters("completion", shell) == first


def test_completion_that_was_kept_loads_no_command(matters, matters_outside):
    matters("completion", "bash")
    python = "import sys\nfrom workflow.cli.main import main\nmain(['completion', 'bash'])\nprint(*sys.modules)"
    loaded = matters_outside(python=python).out.splitlines()[-1].split()
    assert "argparse" not in loaded
    assert "shtab" not in loaded


def test_completion_for_another_shell_is_wrong_use(matters):
    assert matters("completion", "fish").code == 2
