"""`matters remind run`, as a program of its own: it begins, works, and ends when it is asked to."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from workers_at_work import owing

from db.store import open_store
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
        (("--db", "{db}", "--config", "{settings}"), "[reminders] time must be a time such as “08:00”"),
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

    night(copies)
    main(["remind", "status", "--db", url])
    told = capsys.readouterr().out
    assert "The record was last copied and looked over" in told
    assert "night's care" not in told
    assert len(list(copies.iterdir())) == 1

    with pytest.raises(StoreUnreachable, match="for copies cannot be made"):
        night(blocked)
    assert main(["remind", "status", "--db", url]) == 1
    assert "! The night's care of the record: The folder" in capsys.readouterr().out
