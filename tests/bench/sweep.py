"""One sweep: ten thousand due of a million follow-ups, to five hundred people, against the same by hand.

What "by hand" is, `sweep_by_hand` says. Ours plans, claims, journals, seals, and keeps at most one letter in doubt
whenever it is killed; letters are neither written nor sent, since no floor has them. Each
is done in a process of its own (`sweep_of_ours`, `sweep_by_hand`), which says what time and memory it took.
"""

import json
import shutil
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import made_up
from measuring import Line, Missed
from sweep_of_ours import WARM

from db.quick import EDITION

DAY = made_up.DAY + timedelta(1)
"""A Tuesday, on which a digest goes."""

PEOPLE = 500
BY_HAND = ("bare", "sealed", "kept")
Run = dict[str, float]
DUE = 100
"""One of so many is due."""


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """Claim and record; then a sweep with nothing to do; then the memory."""
    try:
        from workflow.reminders import sweeps  # noqa: F401
    except ImportError as error:
        raise Missed(f"The sweep is not there yet ({error}).") from None
    whole(folder / WARM, 1000)
    for size in sizes:
        place = whole(folder / f"sweep-{size}.db", size)
        many = max(3, min(times // 4, 7))
        runs = [{how: _run(place, folder, how) for how in (*BY_HAND, "ours")} for _ in range(many)]

        def median(how: str, what: str, to: str | None = None, runs: list[Run] = runs) -> float:
            return statistics.median(run[how][what] / (run[to][what] if to else 1) for run in runs)

        items = max(median("sealed", "claimed"), 1)

        def note(how: str, what: str = "took", items: float = items) -> str:
            mine, floor = (median(who, what) * 1e6 / items for who in ("ours", how))
            return f"{items:,.0f} items; {mine:.0f} µs an item, by hand {floor:.0f}"

        name = f"claim and record, {size:,} follow-ups"
        yield Line(name, "sealed, one transaction", median("ours", "took", "sealed"), 1.5, note("sealed"))
        yield Line("the same, processor", "sealed, one transaction", median("ours", "cpu", "sealed"), 1.5,
                   note("sealed", "cpu"))  # fmt: skip
        yield Line("the same", "bare rows, one transaction", median("ours", "took", "bare"), 1.5, note("bare"))
        yield Line("the same", "sealed, one commit a message", median("ours", "took", "kept"), 1.5, note("kept"))
        again = median("ours", "again")
        yield Line("a sweep with nothing due", "2 ms", again / 0.002, 1.0, f"{again * 1e3:.2f} ms")
        grown = f"grown by {median('ours', 'grown') / 1024:.0f} MiB in the sweep"
        yield Line("its memory", "bare rows by hand", median("ours", "memory", "bare"), 1.2, grown)


def _run(place: Path, folder: Path, how: str) -> Run:
    copy = folder / "sweeping.db"
    for ending in ("", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    shutil.copyfile(place, copy)
    program = Path(__file__).with_name("sweep_of_ours.py" if how == "ours" else "sweep_by_hand.py")
    words = [sys.executable, str(program), str(copy), how, DAY.isoformat()]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missed(f"{program.name} {how} ends with {done.returncode}: {done.stderr.strip()[-300:]}")
    return dict(json.loads(done.stdout))


def _edition(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def whole(path: Path, follow_ups: int) -> Path:
    """A database with so many follow-ups, one in a hundred due for its second asking, each owed by one of the posts."""
    if path.exists() and _edition(path) == EDITION:
        return path
    part = path.with_suffix(".making")
    made_up.make(part, follow_ups, late=1)
    from db.triggers import sqlite_triggers

    due = (DAY + timedelta(14)).isoformat()
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        # Everything open is a year ahead; one in a hundred is wanted in a fortnight. All is some post's.
        connection.execute("UPDATE follow_up SET owed_by = NULL, ended = 'kept' WHERE (report * 5 + number) % 2 = 0")
        connection.execute("UPDATE follow_up SET owed_by = '2027-06-01', due = '2027-06-01' WHERE ended IS NULL")
        connection.execute(
            "UPDATE follow_up SET owed_by = :due, due = :due, ended = NULL, clock = 'executive_response', "
            f"owner = 'Post ' || ((report * 5 + number) / {DUE} % {PEOPLE}) WHERE (report * 5 + number) % {DUE} = 7",
            {"due": due},
        )
        connection.execute(
            "INSERT INTO sending (ref, version, entry, enabled, since) VALUES (1, 1, 1, 1, '2026-01-05')"
        )
        for at in range(PEOPLE + 1):
            name, role = (f"Person {at}", "lead_officer") if at < PEOPLE else ("Priya Nair", "co_ordinator")
            title = f"Post {at}" if at < PEOPLE else "Scrutiny Co-ordinator"
            connection.execute(
                "INSERT INTO person (ref, version, entry, name, kind, email, email_confirmed) "
                "VALUES (?, 1, 1, ?, 'officer', ?, 1)", (at + 1, name, f"person.{at}@example.gov.uk"),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO post (ref, version, entry, title, role) VALUES (?, 1, 1, ?, ?)", (at + 1, title, role)
            )
            connection.execute(
                "INSERT INTO tenure (ref, version, entry, post, person, deputy) VALUES (?, 1, 1, ?, ?, 0)",
                (at + 1, at + 1, at + 1),
            )
        for trigger in sqlite_triggers():
            connection.execute(trigger)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for ending in ("-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)
    part.rename(path)
    return path
