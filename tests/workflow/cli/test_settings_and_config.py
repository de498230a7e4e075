"""The settings file, where the database is, and `matters config`."""

import json
import os
from argparse import Namespace
from datetime import UTC, datetime, timedelta

import pytest

from states.errors import BadInput
from workflow import settings
from workflow.cli import place, today


@pytest.fixture
def written(tmp_path):
    """Writes a settings file."""

    def write(text, mode=0o600):
        path = tmp_path / "settings.toml"
        path.write_text(text, "utf-8")
        path.chmod(mode)
        return str(path)

    return write


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[databse]\nurl = 'x'", "there is no section [databse]. Did you mean [database]?"),
        ("[zzz]\n", "there is no section [zzz]. There are: [database], [council], [call_in]"),
        ("[database]\nulr = 'x'", "[database] has no setting “ulr”. Did you mean “url”?"),
        ("[database]\nurl = 5", "[database] url must be text"),
        ("database = 5", "[database] must be a section"),
        ("[call_in]\ndayz = 5", "[call_in] has no setting “dayz”. Did you mean “days”?"),
        ("[call_in]\ndays = 'five'", "[call_in] days must be a whole number, not text."),
        ("[working_days]\nclosures = ['2026-02-31']", "there is no day 2026-02-31."),
        ("[updates\n", "is no TOML"),
        ("[remindrs]\nmode = 'send'", "there is no section [remindrs]. Did you mean [reminders]?"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(text, says, written, matters):
    path = written(text)
    called = matters("config", "check", "--config", path)
    assert (called.code, called.out) == (1, "")
    assert called.err.startswith(path) or path in called.err
    assert says in called.err


def test_a_file_that_is_right_is_said_to_be(written, matters):
    path = written("[council]\nname = 'Coventry'\n[call_in]\ndays = 5\n[updates]\nmonths = 3\n")
    called = matters("config", "check", "--config", path)
    assert called.code == 0
    assert called.out.startswith(f"{path} is right.\n")
    assert "call_in.hearing_days: your constitution's figure is not entered; using 10." in called.out


def test_no_file_is_no_fault_but_a_named_one_must_be_there(matters, tmp_path, monkeypatch):
    assert "none is needed" in matters("config", "check").out
    called = matters("config", "check", "--config", tmp_path / "none.toml")
    assert called == (1, "", f"There is no settings file {tmp_path / 'none.toml'} (--config).\n")
    monkeypatch.setenv("MATTERS_CONFIG", str(tmp_path / "none.toml"))
    assert "(MATTERS_CONFIG)" in matters("config", "check").err


def test_the_database_is_the_one_named_nearest(written, monkeypatch):
    path = written("[database]\nurl = 'sqlite:///from-file.db'")
    assert settings.database(None, None).said_by == "the platform's place"
    assert settings.database(None, path).url == "sqlite:///from-file.db"
    monkeypatch.setenv("MATTERS_DB", "from-environment.db")
    assert settings.database(None, path).url == "from-environment.db"
    assert settings.database("from-option.db", path).url == "from-option.db"


def test_the_platforms_own_settings_file_is_found(tmp_path):
    usual = tmp_path / "config" / "matters-arising" / "settings.toml"
    usual.parent.mkdir(parents=True)
    usual.write_text("[database]\nurl = 'here.db'\n")
    assert settings.database(None, None).url == "here.db"
    assert settings.database(None, None).said_by == str(usual)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("x.db", "x.db"), ("sqlite:///x.db", "x.db"), ("sqlite:////tmp/x.db", "/tmp/x.db"), ("sqlite://", None),
        ("sqlite:///:memory:", None), ("postgresql+psycopg://h/d", None), ("sqlite+pysqlite:///x.db?mode=ro", "x.db"),
    ],
)  # fmt: skip
def test_the_file_of_a_url(url, file):
    assert settings.file_of(url) == file


def test_a_password_is_never_printed(written, matters):
    path = written("[database]\nurl = 'postgresql+psycopg://ann:se/cr@et@host/matters'")
    for called in (matters("config", "show", "--config", path), matters("db", "path", "--config", path)):
        assert "se/cr@et" not in called.out + called.err
        assert "cr@et" not in called.out + called.err


@pytest.mark.skipif(os.name != "posix", reason="files have no such rights here")
def test_a_file_with_a_password_must_be_its_owners_alone(written, matters):
    path = written("[database]\nurl = 'postgresql+psycopg://ann:secret@host/matters'", 0o644)
    called = matters("config", "check", "--config", path)
    assert called.code == 1
    assert f"chmod 600 {path}" in called.err
    assert "secret" not in called.err


def test_show_tells_every_setting_and_names_what_is_provisional(matters, small):
    called = matters("config", "show", "--db", small, "--format", "json")
    rows = {row["setting"]: row for row in json.loads(called.out)}
    assert rows["database.url"] == {"setting": "database.url", "value": str(small), "from": "--db", "note": None}
    assert rows["who"]["value"] == "Ann Clerk"
    assert rows["call_in.days"]["note"] == "your constitution's figure is not entered; using 5"
    assert rows["updates.months"]["value"] == 6
    assert rows["updates.months"]["note"] is None


def test_show_says_what_the_file_wants_and_nobody_applied(matters, small, written):
    path = written("[call_in]\ndays = 7\n[updates]\nmonths = 6\n")
    rows = json.loads(matters("config", "show", "--db", small, "--config", path, "--format", "json").out)
    waiting = [row for row in rows if row["from"] == path]
    assert waiting == [
        {"setting": "call_in.days", "value": 7, "from": path, "note": "not in force until: matters config apply"}
    ]


def test_apply_shows_first_and_enters_only_when_told(matters, small, written):
    path = written("[call_in]\ndays = 7\n[updates]\nmonths = 3\n")
    words = ("config", "apply", "--db", small, "--config", path, "--from-day", "2026-05-01")
    shown = matters(*words)
    assert shown.code == 1
    assert "Nothing was changed." in shown.err
    assert matters(*words, "--yes", "--why", "the new constitution").code == 0
    rows = {r["setting"]: r for r in json.loads(matters("config", "show", "--db", small, "--format", "json").out)}
    assert (rows["call_in.days"]["value"], rows["call_in.days"]["note"]) == (7, None)
    assert rows["call_in.days"]["from"] == "the journal, from 1 May 2026"
    assert rows["updates.months"]["value"] == 3
    told = json.loads(matters("clock", "call_in_window", "--from", "2026-08-05", "--db", small, "--format", "json").out)
    assert (told["last_day"], told["note"]) == ("2026-08-14", None)


def test_apply_without_rules_says_where_they_stand(matters, small, written):
    path = written("[database]\nurl = 'x.db'\n")
    called = matters("config", "apply", "--db", small, "--config", path)
    assert called.code == 1
    assert "[council], [call_in], [working_days], [updates]" in called.err


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2026-05-01T10:00:00Z", "2026-05-01T10:00:00"),
        ("2026-05-01T10:00:00.123456+02:00", "2026-05-01T08:00:00.123456"),
        ("2026-05-01 10:00", "2026-05-01T09:00:00"),
        ("2026-01-01", "2026-01-01T23:59:59.999999"),
        ("2026-05-01", "2026-05-01T22:59:59.999999"),
        ("7 March 2017", "2017-03-07T23:59:59.999999"),
        ("2026-10-25 01:30", "2026-10-25T01:30:00"),
    ],
)
def test_an_instant_as_people_write_it(typed, instant):
    assert place.an_instant(typed) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_an_instant_nobody_can_read_is_refused():
    import argparse

    with pytest.raises(argparse.ArgumentTypeError, match="not a date"):
        place.an_instant("half past nine")


def test_the_day_of_a_look_is_as_of_else_that_of_known_at_else_today(small):
    when = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)
    base = {"db": str(small), "config": None}
    with place.look_of(Namespace(**base, as_of=None, known_at=when)) as look:
        assert look.day.isoformat() == "2026-06-01"
    with place.look_of(Namespace(**base, as_of=datetime(2026, 5, 2).date(), known_at=when)) as look:
        assert look.day.isoformat() == "2026-05-02"
    with place.look_of(Namespace(**base)) as look:
        assert abs(look.day - today.today()) <= timedelta(days=1)


def test_a_desk_makes_its_database_and_the_platforms_folder(tmp_path):
    with place.desk_of(Namespace(db=None, config=None, who=None)) as desk:
        assert desk.who == "Ann Clerk"
    assert (tmp_path / "data" / "matters-arising" / "matters.db").exists()
    with (
        pytest.raises(BadInput, match="There is no settings file"),
        place.desk_of(Namespace(db=None, config="x", who="A")),
    ):
        pass
