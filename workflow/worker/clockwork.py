"""The worker: APScheduler wakes two jobs, the sweep and the night's care, until it is asked to stop.

Jobs are kept in memory only, missed wakings become one, none runs twice at a time, and none is set between 00:59 and
02:00 London time, when the clocks change. A job that fails is logged, and the next waking tries again.
"""

import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec
from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger

from states.zone import LONDON
from workflow.desk import machine_clock
from workflow.worker.log import tell

EVERY = 10
"""Minutes between two sweeps of a working day: what could not go is tried again, and what cannot wait goes."""

UNTIL = 18
"""The hour, London time, at which nothing goes any more until the next morning."""

PATIENCE = 60.0
"""Seconds that a job is given to come to its end when the worker is asked to stop."""


class Times(msgspec.Struct, frozen=True):
    """When the worker is woken, London time: the morning's sweep and the night's care, as `HH:MM`."""

    sweep: str
    night: str


class Jobs(msgspec.Struct, frozen=True):
    """What is done when it is time. Each is told how it can see that it should stop."""

    sweep: Callable[[Callable[[], bool]], None]
    night: Callable[[], None]


def sweeping(times: Times) -> CronTrigger:
    """When to sweep: on weekdays at the time set, and then every `EVERY` minutes until `UNTIL`."""
    hour, minute = (int(part) for part in times.sweep.split(":"))
    return CronTrigger(
        day_of_week="mon-fri", hour=f"{hour}-{max(hour, UNTIL - 1)}", minute=f"{minute % EVERY}-59/{EVERY}",
        timezone=LONDON,
    )  # fmt: skip


def nightly(times: Times) -> CronTrigger:
    """When to care for the record: every night."""
    hour, minute = (int(part) for part in times.night.split(":"))
    return CronTrigger(hour=hour, minute=minute, timezone=LONDON)


def in_time(times: Times, now: datetime) -> bool:
    """Whether a sweep may go at an instant: a weekday, not before the time set, not in the evening."""
    there = now.astimezone(LONDON)
    until = max(f"{UNTIL:02d}:00", f"{int(times.sweep[:2]) + 1:02d}:00")
    return there.weekday() < 5 and times.sweep <= f"{there:%H:%M}" < until


def missed_night(times: Times, now: datetime) -> bool:
    """Whether the day's time for the night's care has passed at an instant."""
    return f"{now.astimezone(LONDON):%H:%M}" > times.night


def run(jobs: Jobs, times: Times, log: logging.Logger, now: Callable[[], datetime], stop: threading.Event) -> int:
    """Works until `stop` is set; the exit code. What should have gone while nothing ran goes at once.

    So does the night's care, which stands back by itself where it was done.
    """
    scheduler = BackgroundScheduler(
        timezone=LONDON, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    def sweep() -> None:
        if in_time(times, now()) and not stop.is_set():
            jobs.sweep(stop.is_set)

    scheduler.add_listener(lambda event: _failed(log, event), EVENT_JOB_ERROR)
    scheduler.add_job(sweep, sweeping(times), id="sweep", next_run_time=machine_clock())
    scheduler.add_job(jobs.night, nightly(times), id="night")
    with _signals(stop, log):
        scheduler.start(paused=True)
        tell(log, "started", **_next(scheduler))
        if missed_night(times, now()):
            scheduler.modify_job("night", next_run_time=machine_clock())
        scheduler.resume()
        try:
            while not stop.wait(1.0):
                pass
        finally:
            ended = _shut(scheduler)
            tell(log, "stopped", level=logging.INFO if ended else logging.WARNING, in_time=ended)
    return 0


def _next(scheduler: BackgroundScheduler) -> dict[str, Any]:
    return {f"next_{job.id}": job.next_run_time.isoformat() for job in scheduler.get_jobs() if job.next_run_time}


def _failed(log: logging.Logger, event: JobExecutionEvent) -> None:
    error = event.exception
    tell(log, "failed", level=logging.ERROR, job=event.job_id, why=str(error) or type(error).__name__)


def _shut(scheduler: BackgroundScheduler) -> bool:
    """Lets the job that runs come to its end, for as long as `PATIENCE`; whether it did."""
    scheduler.pause()
    ending = threading.Thread(target=scheduler.shutdown, daemon=True)
    ending.start()
    ending.join(PATIENCE)
    return not ending.is_alive()


@contextmanager
def _signals(stop: threading.Event, log: logging.Logger) -> Iterator[None]:
    """Ctrl-C, and being ended by the system, ask to stop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ask(number: int, frame: object) -> None:
        tell(log, "asked to stop", signal=signal.Signals(number).name)
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
