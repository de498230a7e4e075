"""`matters remind run`, as a program of its own: it begins, works, and ends when it is asked to."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from workers_at_work import owing

from db.store import open_store
from db.verify import verify
from states.errors import StoreUnreachable
from workflow.cli.main import main
from workflow.desk import Desk
from workflow.settings_backup import BackupSettings
from workflow.settings_sending import Sending
from workflow.worker.log import log_to
from workflow.worker.working import Working


def program(*words):
    return subprocess.Popen(
        [sys.executable, "-m", "workflow.cli.main", *words],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "MATTERS_WHO": "worker"},
    )  # fmt: skip


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_the_worker_says_when_it_will_sweep_and_ends_cleanly_when_asked(tmp_path, asked):
    url = str(tmp_path / "matters.db")
    owing(url, 1)
    log = tmp_path / "worker.log"
    with program("remind", "run", "--db", url, "--log", str(log)) as worker:
        ends = time.monotonic() + 30
        while "started" not in (log.read_text() if log.exists() else ""):
            assert time.monotonic() < ends
            time.sleep(0.05)
        worker.send_signal(asked)
        out, err = worker.communicate(timeout=30)
    assert worker.returncode == 0
    assert (out, err) == ("", "")
    began, *_, ended = (json.loads(line) for line in log.read_text().splitlines())
    assert began["next_sweep"]
    assert began["next_night"].endswith(("03:30:00+00:00", "03:30:00+01:00"))
    assert ended["event"] == "stopped"
    assert ended["in_time"] is True


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--db", "nowhere.db"), "There is no database at"),
        (("--db", "{db}", "--log", "/nowhere/at/all.log"), "The log /nowhere/at/all.log cannot be written"),
        (("--db", "{db}", "--config", "{settings}"), '[reminders] time must be a time in quotes, such as "08:00"'),
    ],
)
def test_what_nobody_could_put_right_by_night_is_refused_at_once(tmp_path, words, says):
    url = str(tmp_path / "matters.db")
    owing(url, 1)
    settings = tmp_path / "settings.toml"
    settings.write_text('[reminders]\ntime = "eight"\n')
    given = [word.format(db=url, settings=settings) for word in words]
    with program("remind", "run", *given) as worker:
        out, err = worker.communicate(timeout=30)
    assert worker.returncode == 1
    assert says in err
    assert "Traceback" not in out + err


def test_status_tells_what_the_night_found(tmp_path, capsys):
    url = str(tmp_path / "matters.db")
    owing(url, 1)
    copies, blocked = tmp_path / "copies", tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")

    def night(folder):
        sending = Sending(backup=BackupSettings(folder=str(folder)))
        Working(lambda: Desk(open_store(url), "worker"), lambda: sending, log_to(None)).night()

    with pytest.raises(StoreUnreachable, match="for copies cannot be made"):
        night(blocked)
    assert main(["remind", "status", "--db", url]) == 1
    assert "! The night's care of the record: The folder" in capsys.readouterr().out

    night(copies)
    main(["remind", "status", "--db", url])
    told = capsys.readouterr().out
    assert "The record was last copied and looked over" in told
    assert "night's care" not in told
    assert len(list(copies.iterdir())) == 1


def test_two_workers_with_the_same_time_make_one_whole_copy(tmp_path):
    url = str(tmp_path / "matters.db")
    owing(url, 200)
    copies, ready, failed = tmp_path / "copies", threading.Barrier(2), []
    sending = Sending(backup=BackupSettings(folder=str(copies)))
    log = log_to(tmp_path / "worker.log")

    def night():
        worker = Working(lambda: Desk(open_store(url), "worker"), lambda: sending, log)
        ready.wait(30)
        try:
            worker.night()
        except Exception as error:
            failed.append(error)

    workers = [threading.Thread(target=night) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert failed == []
    (copy,) = copies.iterdir()
    with open_store(str(copy), create=False) as store:
        assert verify(store).good
    log.handlers[0].close()
    told = [json.loads(line)["event"] for line in (tmp_path / "worker.log").read_text().splitlines()]
    assert sorted(told) == ["cared for the record", "left to another"]


def test_a_night_that_went_well_is_not_done_again_the_same_day_and_one_that_did_not_is(tmp_path):
    url = str(tmp_path / "matters.db")
    owing(url, 1)
    copies, at = tmp_path / "copies", datetime(2026, 11, 24, 3, 30, tzinfo=UTC)
    sending = Sending(backup=BackupSettings(folder=str(copies)))

    def night(after, folder=copies):
        told = replace(sending, backup=BackupSettings(folder=str(folder)))
        desk = lambda: Desk(open_store(url), "worker", clock=lambda: at + after)  # noqa: E731
        Working(desk, lambda: told, log_to(None)).night()

    (tmp_path / "blocked").write_text("a file where the folder should be")
    with pytest.raises(StoreUnreachable):
        night(timedelta(0), tmp_path / "blocked")
    for hours in (1, 2, 24):
        night(timedelta(hours=hours))
    assert sorted(path.name for path in copies.iterdir()) == ["matters-2026-11-24.db", "matters-2026-11-25.db"]
