"""Who is at it: each sweep's row, its sign of life, and taking over what a dead one left in the middle.

A sweep's row says which message is on its way. If its process is gone, or gave no sign for `LEASE`, that message may
or may not have arrived: the same Message-ID goes out again, and its history says so. Where the machine was started
anew since, what SQLite wrote without waiting for the disk may be lost, and that holds of every message the sweep had
in hand. Sweeps are no part of the record: they are not in the journal, and only the last `KEPT` stay.
"""

import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from db import queries_reminders as reads
from db import statements
from db.rows_reminders import SweepLine
from db.shaped import SWEEP
from db.statements import Kind
from db.tx import Tx
from states.days import instant_from, instant_text, said_day
from states.errors import StoreError
from workflow.desk import Desk

LEASE = timedelta(minutes=10)
"""After so long without a sign of life a sweep is taken for dead."""

KEPT = 1000
"""How many sweeps are remembered."""


@cache
def worker() -> str:
    """This process: machine, number, when it began, and the machine's start, so that another is not taken for it."""
    return f"{socket.gethostname()}:{os.getpid()}:{_began(os.getpid())}:{_boot()}"


def _began(pid: int) -> str:
    """When a process began, as the system tells it; empty where it does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _boot() -> str:
    """What tells one start of this machine from another; empty where the system does not say."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def alive(sweep: SweepLine, now: datetime, kind: Kind = "sqlite") -> bool:
    """Whether a sweep that has not ended is still at work, at a store of this kind.

    A file is this machine's own. At a server another machine may have our name: of its processes we know nothing.
    """
    if now - instant_from(sweep.beat) > LEASE:
        return False
    host, _, rest = sweep.worker.partition(":")
    if host != socket.gethostname():
        return True
    pid, _, rest = rest.partition(":")
    began, _, boot = rest.partition(":")
    if boot and boot != _boot():
        return kind == "postgresql"
    if began:
        return _began(int(pid)) == began
    try:
        os.kill(int(pid), 0)
    except (OSError, ValueError):
        return False
    return True


def begin(desk: Desk, tx: Tx, *, how: str, day: str) -> int:
    """Writes down that a sweep began; its number. Those that ended in the middle are ended for them."""
    now = desk.now()
    for dead in tx.all(reads.AT_WORK):
        if not alive(dead, now, tx.kind):
            _bury(desk, tx, dead, now)
    ref = int(tx.run(f"SELECT coalesce(max(ref), 0) + 1 FROM {SWEEP.name}").fetchone()[0])
    at = instant_text(now)
    row: dict[str, Any] = dict.fromkeys(SWEEP.names)
    row |= {"ref": ref, "worker": worker(), "how": how, "day": day, "began": at, "beat": at, "plan": "", "head": 0,
            "in_hand": "[]"}  # fmt: skip
    row |= dict.fromkeys(("claimed", "sent", "failed", "waiting"), 0)
    tx.run(statements.insert(SWEEP, tx.kind), row)
    if ref > KEPT:
        tx.ask(f"DELETE FROM {SWEEP.name} WHERE ref <= :sweep AND ended IS NOT NULL", sweep=ref - KEPT)
    return ref


def note(tx: Tx, sweep: int, **values: Any) -> None:
    """Writes into a sweep's row."""
    sql = statements.update(SWEEP, tx.kind, frozenset(values), ("ref",))
    tx.run(sql, {**values, "was_ref": sweep})


def forget(tx: Tx) -> None:
    """Lets the next sweep look through everything again: what was claimed may be asked for anew."""
    tx.run(f"UPDATE {SWEEP.name} SET plan = ''")


@contextmanager
def beating(desk: Desk, sweep: int, every: timedelta = LEASE / 5) -> Iterator[None]:
    """Gives a sign of life now and then, for as long as the block takes."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(every.total_seconds()):
            with suppress(StoreError), desk.writing(synced=False) as tx:
                note(tx, sweep, beat=instant_text(desk.now()))

    sign = threading.Thread(target=beat, daemon=True)
    sign.start()
    try:
        yield
    finally:
        over.set()
        sign.join()


def end(desk: Desk, sweep: int, trouble: str | None, **values: Any) -> None:
    """Writes down that a sweep ended, and in what trouble."""
    with desk.writing() as tx:
        note(tx, sweep, ended=instant_text(desk.now()), trouble=trouble, **values)


def when(instant: str) -> str:
    """An instant as people in London read it: `on 16 Jun 2026 at 09:00`."""
    from states.zone import LONDON

    there = instant_from(instant).astimezone(LONDON)
    return f"on {said_day(there.date())} at {there:%H:%M}"


def _bury(desk: Desk, tx: Tx, dead: SweepLine, now: datetime) -> None:
    """Ends a sweep that cannot end itself; what may have gone without our knowing goes out again under its own name."""
    note(tx, dead.sweep, ended=instant_text(now), sending=None, in_hand="[]", trouble="it stopped in the middle")
    for ref in _in_doubt(tx, dead):
        message = tx.get("message", ref)
        if message is None or message["status"] not in ("claimed", "released", "later", "unknown"):
            continue
        on_its_way = ref == dead.sending
        if not on_its_way and message["sweep"] == dead.sweep:
            continue  # what became of it was written down
        happened = "stopped while this was on its way" if on_its_way else "was cut off with this in hand"
        said = (
            f"The sweep that began {when(dead.began)} {happened}; "
            "whether it arrived is not known, so it goes out again under the same Message-ID."
        )
        values = {"status": "unknown", "said": said, "next_try": None, "tries": message["tries"] + on_its_way}
        tx.put("message", values, ref=ref, who=desk.who, now=now)


def _in_doubt(tx: Tx, dead: SweepLine) -> list[int]:
    """The messages that may have gone: the one on its way, or where the machine went down with it, all in hand."""
    doubted = [] if dead.sending is None else [dead.sending]
    boot = dead.worker.rpartition(":")[2] if dead.worker.count(":") == 3 else ""
    if tx.kind == "sqlite" and not (boot and boot == _boot()):
        doubted += [ref for ref in json.loads(dead.in_hand) if ref not in doubted]
    return doubted
