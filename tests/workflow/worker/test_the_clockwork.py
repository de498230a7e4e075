import json
import logging
import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest

from states.zone import LONDON
from workflow.worker import clockwork
from workflow.worker.clockwork import Jobs, Times, in_time, nightly, sweeping
from workflow.worker.log import NAME, log_to, tell

TIMES = Times("08:00", "03:30")


@pytest.fixture(autouse=True)
def closed_log():
    """Closes the log that a test wrote."""
    yield
    for handler in logging.getLogger(NAME).handlers:
        handler.close()


MORNING = datetime(2026, 11, 24, 8, 3, tzinfo=UTC)


def firings(trigger, since, until):
    """Every instant at which a trigger fires."""
    found, last = [], since
    while (fires := trigger.get_next_fire_time(last, last + timedelta(microseconds=1))) and fires < until:
        found.append(fires)
        last = fires
    return found


@pytest.mark.parametrize("sunday", [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31)])
def test_the_week_in_which_the_clocks_change_has_its_sweeps_and_its_nights_like_any_other(sunday):
    since = datetime.combine(sunday - timedelta(days=3), time(0), LONDON)
    until = datetime.combine(sunday + timedelta(days=4), time(0), LONDON)
    nights = firings(nightly(TIMES), since, until)
    assert [f"{fires:%H:%M}" for fires in nights] == ["03:30"] * 7
    firsts = {}
    for fires in firings(sweeping(TIMES), since, until):
        firsts.setdefault(fires.date(), fires)
    assert [f"{fires:%a %H:%M}" for fires in firsts.values()] == [
        "Thu 08:00", "Fri 08:00", "Mon 08:00", "Tue 08:00", "Wed 08:00",
    ]  # fmt: skip


@pytest.mark.parametrize("set_to", ["00:10", "06:05", "08:00", "09:45", "18:30", "23:59"])
def test_a_sweep_goes_at_the_very_minute_that_is_set_and_never_before_it_that_day(set_to):
    times = Times(set_to, "03:30")
    day = datetime(2026, 11, 24, tzinfo=LONDON)
    goes = [f for f in firings(sweeping(times), day, day + timedelta(days=1)) if in_time(times, f)]
    assert f"{goes[0]:%H:%M}" == set_to


def test_nothing_goes_in_the_evening_at_night_or_at_the_weekend():
    def at(*parts):
        return in_time(TIMES, datetime(*parts, tzinfo=LONDON))

    assert at(2026, 11, 24, 17, 59)
    assert not at(2026, 11, 24, 18, 0)
    assert not at(2026, 11, 24, 7, 59)
    assert not at(2026, 11, 28, 9, 0)
    assert in_time(TIMES, datetime(2026, 7, 1, 7, 0, tzinfo=UTC))


def test_what_should_have_gone_while_nothing_ran_goes_at_once_and_the_worker_ends_when_asked(tmp_path):
    stop, swept = threading.Event(), []

    def sweep(asked):
        swept.append(asked())
        stop.set()

    log = log_to(tmp_path / "worker.log")
    assert clockwork.run(Jobs(sweep, lambda: None), TIMES, log, lambda: MORNING, stop) == 0
    assert swept == [False]
    events = [json.loads(line)["event"] for line in (tmp_path / "worker.log").read_text().splitlines()]
    assert events == ["started", "stopped"]


@pytest.mark.parametrize(("hour", "cared"), [(9, True), (2, False)])
def test_a_night_missed_while_nothing_ran_is_made_up_for_when_the_worker_starts(tmp_path, hour, cared):
    stop, nights = threading.Event(), []
    at = datetime(2026, 11, 28, hour, 0, tzinfo=UTC)

    def night():
        nights.append("night")
        stop.set()

    if not cared:
        threading.Timer(0.3, stop.set).start()
    clockwork.run(Jobs(lambda asked: None, night), TIMES, log_to(tmp_path / "w.log"), lambda: at, stop)
    assert nights == ["night"] * cared


def test_a_job_that_fails_is_logged_and_the_worker_lives_on(tmp_path):
    stop = threading.Event()

    def sweep(asked):
        threading.Timer(0.2, stop.set).start()
        raise RuntimeError("the database is away")

    log = log_to(tmp_path / "worker.log")
    assert clockwork.run(Jobs(sweep, lambda: None), TIMES, log, lambda: MORNING, stop) == 0
    told = [json.loads(line) for line in (tmp_path / "worker.log").read_text().splitlines()]
    (failed,) = [line for line in told if line["event"] == "failed"]
    assert failed["why"] == "the database is away"
    assert failed["level"] == "error"


def test_a_worker_that_starts_in_the_night_sends_nothing_until_the_morning(tmp_path):
    stop, swept = threading.Event(), []
    threading.Timer(0.3, stop.set).start()
    night = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
    clockwork.run(Jobs(swept.append, lambda: None), TIMES, log_to(tmp_path / "w.log"), lambda: night, stop)
    assert swept == []


def test_a_line_of_the_log_is_one_line_of_json_whatever_is_told(tmp_path):
    log = log_to(tmp_path / "worker.log")
    tell(log, "sent", message="L1", said='two\nlines \x1b[2J and "quotes"', nothing=None)
    (line,) = (tmp_path / "worker.log").read_text().splitlines()
    told = json.loads(line)
    assert told["said"] == 'two\nlines \x1b[2J and "quotes"'
    assert "nothing" not in told
    assert "\x1b" not in line
