"""`matters` alone opens the screens on a terminal, and prints the board anywhere else."""

import os
import pty
import select
import sys
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from states.words import State
from workflow.cli.main import main
from workflow.desk import open_desk
from workflow.views.look import looking
from workflow.views.pulse import beat, pulse
from workflow.views.today import spent, trend

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def look(database):
    desk = open_desk(str(database), "ann", lambda: NOW)
    with looking(desk.store, desk.today) as found:
        yield found
    desk.close()


def test_without_a_terminal_the_board_is_printed(database, capsys):
    assert main(["--db", str(database)]) == 0
    assert "Drafted (4)" in capsys.readouterr().out


def test_on_a_terminal_the_screens_open_and_q_leaves_them(database, tmp_path):
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)}
        os.execv(sys.executable, [sys.executable, "-m", "workflow.cli.main", "--db", str(database), "--who", "rose"])
    written, until, pressed = b"", time.monotonic() + 30, False
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                written += os.read(terminal, 65536)
            except OSError:
                break
        if not pressed and b"LATE" in written:
            os.write(terminal, b"q")
            pressed = True
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert pressed, written[-2000:]
    assert os.waitstatus_to_exitcode(status) == 0


def test_the_pulse_is_the_journals_last_entry(look):
    assert pulse(look).entry == beat(look) > 200


def test_the_trend_ends_with_what_is_late_today(look):
    found = trend(look)
    assert len(found.months) == len(found.late) == 12
    assert found.months[-1] == date(2026, 11, 22)
    assert all((month + timedelta(days=1)).day == 1 for month in found.months[:-1])
    assert found.late[-1] == 9
    assert (found.answers, found.in_time, found.share) == (9, 6, 67)


def test_how_long_reports_stay_is_told_for_states_they_have_left(look):
    found = {stay.state: stay for stay in spent(look)}
    assert set(found) <= set(State) - {State.CLOSED, State.WITHDRAWN}
    assert found[State.DRAFTED].many > 5
    assert all(stay.days >= 0 for stay in found.values())
