"""Errors are sentences in place; a lost or locked database says so and recovers; nothing is a traceback."""

import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

from states.errors import Conflict, StoreUnreachable
from states.words import BodyKind
from tui.screens.today import Today
from tui.work import Work, sentence
from workflow.records import bodies
from workflow.views.look import looking
from workflow.views.today import desktop

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


async def test_a_database_that_is_taken_away_says_so_and_recovers(opened, database):
    async with opened() as at:
        await at.sees("LATE · 9")
        away = Path(database).with_name("away.db")
        shutil.move(database, away)
        await at.sees("is gone: somebody moved or deleted it", "Trying again")
        assert not Path(database).exists()
        await at.press("j", "2")
        assert at.app.return_code is None
        await at.press("1")
        shutil.move(away, database)
        await at.no_longer_sees("Trying again")
        await at.sees("LATE · 9")


async def test_another_database_in_its_place_is_read_anew(opened, database, tmp_path):
    async with opened() as at:
        await at.sees("LATE · 9")
        other = tmp_path / "other.db"
        source = sqlite3.connect(database)
        target = sqlite3.connect(other)
        source.backup(target)
        source.close()
        target.close()
        other.replace(database)
        await at.press("ctrl+r")
        await at.sees("LATE · 9")
        assert not at.app.work.lost


async def test_a_locked_database_refuses_a_verb_with_a_sentence_and_keeps_what_was_typed(opened, database, monkeypatch):
    monkeypatch.setattr("tui.work.WAIT", 0.2)
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("n")
        await at.sees("What is it called?")
        await at.write("Typed words")
        await at.press("enter")
        await at.write("Scrutiny Co-ordination Committee")
        lock = sqlite3.connect(database, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        await at.press("enter")
        await at.sees("being written to by", "nothing was changed", "Typed words")
        lock.execute("ROLLBACK")
        lock.close()
        await at.press("enter")
        await at.sees("R24 · Typed words")


async def test_a_second_mover_is_told_who_did_what_and_sees_it(opened):
    async with opened() as at:
        await at.sees("LATE · 9")

        def too_late(desk):
            raise Conflict("R1", "omar", "entered the move “respond”")

        assert await at.app.screen.tell(too_late) is None
        await at.sees("omar entered the move “respond”")


async def test_an_error_nobody_foresaw_is_a_sentence_and_a_line_in_the_log(opened, tmp_path):
    async with opened() as at:
        await at.sees("LATE · 9")

        def broken(desk):
            raise KeyError("x")

        assert await at.app.screen.tell(broken) is None
        await at.sees("Something went wrong that should not have (KeyError)")
        logs = list((tmp_path / "state").rglob("errors.log"))
        assert "KeyError" in logs[0].read_text()


async def test_a_view_that_fails_is_said_in_place_and_the_screen_goes_on(opened, monkeypatch):
    async def load(self):
        raise ValueError("no")

    async with opened() as at:
        await at.sees("LATE · 9")
        monkeypatch.setattr(Today, "load", load)
        await at.press("ctrl+r")
        await at.sees("Something went wrong that should not have (ValueError)", "LATE · 9")


def test_a_password_never_reaches_a_sentence():
    told = sentence(StoreUnreachable("postgresql+psycopg://rose:secret@desk/matters does not answer."))
    assert "secret" not in told


async def test_nothing_is_asked_of_a_database_that_is_closed(database):
    work = Work(str(database), "rose", lambda: None)
    work.close()
    assert work._desk is None


async def test_the_past_is_raised_once_and_again_when_something_was_entered(opened, database, monkeypatch):
    raised = []

    def counting(store, today, *, as_of=None, known_at=None):
        raised.extend([as_of] if as_of else [])
        return looking(store, today, as_of=as_of, known_at=known_at)

    monkeypatch.setattr("workflow.views.look.looking", counting)
    monkeypatch.setattr("tui.past.QUICK", 0.0)
    work = Work(str(database), "rose", lambda: NOW)
    work.as_of = date(2017, 6, 1)
    for _ in range(3):
        assert (await work.ask(desktop)).late_many == 4
    assert raised == [date(2017, 6, 1)]
    work.as_of = date(2017, 5, 6)
    assert (await work.ask(desktop)).late_many == 0
    work.as_of = None
    await work.tell(bodies.add, "Scrutiny Board (9)", BodyKind.SCRUTINY)
    work.as_of = date(2017, 5, 6)
    await work.ask(desktop)
    assert len(raised) == 3
    work.close()
