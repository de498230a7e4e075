import sqlite3
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

from db import queries_reminders as reads
from db.store import open_store
from workflow.desk import Desk
from workflow.records import people
from workflow.reminders import sweeping
from workflow.settings_backup import BackupSettings
from workflow.worker.night import care

NIGHT = date(2026, 11, 24)


def kept(tmp_path):
    """A database in a file with an entry in it."""
    store = open_store(str(tmp_path / "matters.db"))
    people.add_post(Desk(store, "jane"), "Head of Libraries")
    return store


def test_a_night_leaves_a_whole_copy_that_opens_by_itself(tmp_path):
    with kept(tmp_path) as store:
        night = care(store, BackupSettings(), NIGHT)
    assert night.good
    assert night.copy == str(tmp_path / "backups" / "matters-2026-11-24.db")
    with open_store(night.copy, create=False) as copy, copy.reading() as tx:
        assert [row["title"] for row in tx.find("post")] == ["Head of Libraries"]
        assert tx.head().hash == night.head


def test_the_oldest_copies_go_and_nothing_else_in_the_folder_does(tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    theirs = folder / "matters-of-mine.db"
    theirs.write_text("mine")
    with kept(tmp_path) as store:
        for nights in (0, 1, 2, 2):
            last = care(store, BackupSettings(folder=str(folder), keep=2), NIGHT + timedelta(days=nights))
    assert last.gone == ("matters-2026-11-25.db",)
    assert sorted(path.name for path in folder.iterdir()) == [
        "matters-2026-11-26-2.db", "matters-2026-11-26.db", "matters-of-mine.db",
    ]  # fmt: skip
    assert theirs.read_text() == "mine"


def test_what_a_night_that_was_stopped_left_half_written_goes_with_the_next(tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("matters-2026-11-23.db.0a1b2c3d.part", "matters-2026-11-23.db.0a1b2c3d.part-journal", "mine.db.part"):
        (folder / name).write_text("half")
    with kept(tmp_path) as store:
        care(store, BackupSettings(), NIGHT)
    assert sorted(path.name for path in folder.iterdir()) == ["matters-2026-11-24.db", "mine.db.part"]


def test_where_the_record_is_not_whole_it_is_said_and_no_copy_is_let_go(tmp_path):
    with kept(tmp_path) as store:
        care(store, BackupSettings(keep=1), NIGHT)
        with closing(sqlite3.connect(store.path, isolation_level=None)) as behind:
            for (guard,) in behind.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                behind.execute(f"DROP TRIGGER {guard}")
            behind.execute("UPDATE post SET title = 'Head of Nothing'")
        night = care(store, BackupSettings(keep=1), NIGHT + timedelta(days=1))
    assert not night.good
    assert any("Q1" in fault for fault in night.faults)
    assert len(list((tmp_path / "backups").iterdir())) == 2


def test_without_copies_to_keep_the_record_is_looked_at_all_the_same(tmp_path):
    with kept(tmp_path) as store:
        night = care(store, BackupSettings(keep=0), NIGHT)
    assert night.copy is None
    assert night.entries == 1
    assert not (tmp_path / "backups").exists()


def test_a_night_that_takes_long_gives_signs_of_life_so_that_nobody_takes_it_for_dead(tmp_path):
    began = datetime(2026, 11, 24, 3, 30, tzinfo=UTC)
    now = [began]
    with kept(tmp_path) as store:
        desk = Desk(store, "worker", lambda: now[0])
        with desk.writing() as tx:
            number = sweeping.begin(desk, tx, how="night", day=NIGHT.isoformat())
        now[0] = began + 2 * sweeping.LEASE
        with sweeping.beating(desk, number, timedelta(milliseconds=10)):
            for _ in range(500):
                (line,) = lines(store)
                if sweeping.alive(line, now[0]):
                    break
                time.sleep(0.01)
        assert sweeping.alive(line, now[0])
        assert not sweeping.alive(line, now[0] + 2 * sweeping.LEASE), "nothing beats once the work is over"


def lines(store):
    """What is on file of sweeps."""
    with store.reading() as tx:
        return tx.all(reads.SWEEPS)
