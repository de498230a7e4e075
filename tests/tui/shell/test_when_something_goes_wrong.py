"""Errors are sentences in place; a lost or locked database says so and recovers; nothing is a traceback."""

import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from at_a_screen import until

from states.errors import BadInput, Conflict, StoreUnreachable
from states.words import BodyKind
from tui.screens.today import Today
from tui.sentences import sentence
from tui.work import Work
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


@pytest.fixture
def locked(database):
    """Somebody else's write on the database: begun, and ended."""
    lock = sqlite3.connect(database, isolation_level=None)

    class Lock:
        begin = staticmethod(lambda: lock.execute("BEGIN IMMEDIATE"))
        end = staticmethod(lambda: lock.execute("ROLLBACK"))

    yield Lock
    lock.close()


async def test_while_somebody_else_writes_a_form_says_so_keeps_what_was_typed_and_goes_on_when_it_is_free(
    opened, locked
):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("n")
        await at.sees("Scrutiny body")
        await at.write("Typed words")
        await at.press("enter")
        await at.write("scrutiny co")
        await at.sees("rdination Committee ⇥ Tab")
        locked.begin()
        await at.press("tab", "ctrl+s")
        await at.sees("Somebody else is writing", "is entered as soon as", "Typed words")
        await at.press("ctrl+s")
        locked.end()
        await at.sees("R24 · Typed words")
        assert "Somebody else" not in at.text


async def test_the_form_of_a_move_waits_too_and_esc_stops_the_waiting_but_keeps_the_form(opened, locked, database):
    async with opened() as at:
        await at.sees("LATE · 9")
        at.app.record("R6")
        await at.sees("R6 ·")
        await at.press("w")
        await at.sees("Withdraw ·")
        await at.write("no longer wanted")
        await at.sees("WILL HAPPEN")
        locked.begin()
        await at.press("ctrl+s")
        await at.sees("Somebody else is writing")
        await at.press("escape")
        await at.sees("It was not entered", "no longer wanted")
        locked.end()
        await at.press("ctrl+s")
        await at.sees("✓ R6: withdrawn.")


async def test_a_database_that_goes_away_under_a_form_is_told_there_and_the_form_goes_on_when_it_is_back(
    opened, database
):
    async with opened() as at:
        await at.sees("LATE · 9")
        at.app.record("R6")
        await at.sees("R6 ·")
        await at.press("w")
        await at.sees("Withdraw ·")
        await at.write("no longer wanted")
        await at.sees("WILL HAPPEN")
        away = Path(database).with_name("away.db")
        shutil.move(database, away)
        await at.press("ctrl+s")
        await at.sees("is gone: somebody moved or deleted it", "trying again", "no longer wanted")
        shutil.move(away, database)
        await at.no_longer_sees("is gone")
        await at.press("ctrl+s")
        await at.sees("✓ R6: withdrawn.")


async def test_every_tab_that_said_the_database_was_gone_says_so_no_longer_when_it_is_back(opened, database):
    async with opened() as at:
        await at.sees("LATE · 9")
        away = Path(database).with_name("away.db")
        shutil.move(database, away)
        await at.sees("is gone: somebody moved or deleted it")
        await at.press("3")
        await at.until(lambda: at.app.current_mode == "reports")
        shutil.move(away, database)
        await at.press("ctrl+r")
        await at.until(lambda: not at.app.work.lost)
        await at.press("1")
        await at.sees("LATE · 9")
        await at.no_longer_sees("is gone")


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

    def counting(store, today, *, as_of=None, **more):
        raised.extend([as_of] if as_of else [])
        return looking(store, today, as_of=as_of, **more)

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


async def test_how_far_back_it_has_gone_is_told_and_another_day_gives_it_up(database, monkeypatch):
    monkeypatch.setattr("db.past.BATCH", 1)
    work, told = Work(str(database), "rose", lambda: NOW), []
    work.heed = lambda done, of: told.append((done, of))
    work.as_of = date(2017, 6, 1)
    assert (await work.ask(desktop)).late_many == 4
    await until(lambda: told and told[-1][0] == told[-1][1])
    assert [done for done, _ in told] == list(range(told[-1][1] + 1))
    heed = work._heed(date(2017, 6, 1))
    work.as_of = date(2017, 5, 6)
    with pytest.raises(BadInput, match="Another day is looked at now"):
        heed(1, 2)
    work.close()
