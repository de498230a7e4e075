"""One sweep: ten thousand due of a million follow-ups, to five hundred people, against the same by hand.

By hand, sqlite3 claims everything due with INSERT … SELECT … ON CONFLICT DO NOTHING RETURNING, writes a message for
each person, and writes down of each item that it was sent: in one transaction (`bare`), or in one for each message
(`kept`), which is what it takes that a machine that stops mailed nobody twice. Ours plans, claims, journals and seals;
letters are neither written nor sent, since no floor has them. Called as a program (`sweep.py DATABASE HOW`) it does
one of the three in a process of its own and says what memory that took.
"""

import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import made_up
from measuring import Line, Missed

DAY = made_up.DAY + timedelta(1)
"""A Tuesday, on which a digest goes."""

PEOPLE = 500
HOWS = ("bare", "kept", "ours")
WARM = "sweep-small.db"
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
        runs = [{how: _run(place, folder, how) for how in HOWS} for _ in range(many)]

        def median(how: str, what: str, to: str | None = None, runs: list[Run] = runs) -> float:
            return statistics.median(run[how][what] / (run[to][what] if to else 1) for run in runs)

        items = max(median("bare", "claimed"), 1)
        floor = f"{items:,.0f} items; floor {median('bare', 'took') * 1e6 / items:.0f} µs an item"
        yield Line(
            f"claim and record, {size:,} follow-ups", "one transaction", median("ours", "took", "bare"), 1.5, floor
        )
        each = f"{median('kept', 'took') * 1e6 / items:.0f} µs an item"
        yield Line("the same, wall", "one a message", median("ours", "took", "kept"), 1.5, each)
        again = median("ours", "again")
        yield Line("a sweep with nothing due", "2 ms", again / 0.002, 1.0, f"{again * 1e3:.2f} ms")
        grown = f"grown by {median('ours', 'grown') / 1024:.0f} MiB in the sweep"
        yield Line("its memory", "a bare process", median("ours", "memory", "bare"), 1.2, grown)


def _run(place: Path, folder: Path, how: str) -> Run:
    copy = folder / "sweeping.db"
    for ending in ("", "-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    shutil.copyfile(place, copy)
    words = [sys.executable, __file__, str(copy), how]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Missed(f"sweep.py {how} ends with {done.returncode}: {done.stderr.strip()[-300:]}")
    return dict(json.loads(done.stdout))


def whole(path: Path, follow_ups: int) -> Path:
    """A database with so many follow-ups, one in a hundred due for its second asking, each owed by one of the posts."""
    if path.exists():
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


CLAIM = """INSERT INTO reminder (report, number, stage, due, person, message)
SELECT f.report, f.number, 'before-14', f.owed_by, h.person, h.person FROM follow_up AS f
JOIN post AS q ON q.title = f.owner JOIN tenure AS h ON h.post = q.ref
WHERE f.owed_by BETWEEN :first AND :last AND NOT f.quiet
ON CONFLICT DO NOTHING RETURNING report, number, person"""


def bare(place: str) -> Run:
    """The same work in one transaction of sqlite3."""
    return _by_hand(place, each=False)


def kept(place: str) -> Run:
    """The same work with one transaction for the claims, and one for each message."""
    return _by_hand(place, each=True)


def _by_hand(place: str, *, each: bool) -> Run:
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        began, cpu = time.perf_counter(), time.process_time()
        connection.execute("BEGIN IMMEDIATE")
        days = {"first": DAY.isoformat(), "last": (DAY + timedelta(28)).isoformat()}
        people: dict[int, list[tuple[int, int]]] = {}
        for report, number, person in connection.execute(CLAIM, days):
            people.setdefault(person, []).append((report, number))
        connection.executemany(
            "INSERT INTO message (ref, version, entry, person, kind, day, status, message_id, items, copies, tries) "
            "VALUES (?, 1, 0, ?, 'reminder', ?, 'claimed', ?, ?, '[]', 0)",
            [(p, p, DAY.isoformat(), f"<{p}@example.gov.uk>", json.dumps(items)) for p, items in people.items()],
        )  # fmt: skip
        for person in people:
            if each:
                connection.execute("COMMIT")
                connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "UPDATE message SET status = 'sent', sent_at = '2026-06-02T08:00:00.000000Z' WHERE ref = ?", (person,)
            )
        connection.execute("COMMIT")
        took = {"took": time.perf_counter() - began, "cpu": time.process_time() - cpu}
        return took | {"claimed": sum(map(len, people.values()))}


def ours(place: str) -> Run:
    """One sweep of ours, its letters left unwritten; and another, with nothing to do."""
    from db.store import open_store
    from workflow.desk import Desk
    from workflow.letters.digest import Letter, Told
    from workflow.reminders import sending, sweeps
    from workflow.settings_mail import MailSettings
    from workflow.settings_reminders import ReminderSettings
    from workflow.settings_sending import Sending

    settings = Sending(
        reminders=ReminderSettings(mode="send"),
        mail=MailSettings(sender="scrutiny@example.gov.uk", allow_domains=("example.gov.uk",)),
    )
    sending.letter_of = lambda tx, composer, message, *rest: Letter(  # type: ignore[assignment]
        message_id=message.message_id, sender=("", ""), to=(message.name, message.email or ""), subject="", text="",
        html="",
    )  # fmt: skip

    @contextmanager
    def carrier() -> Iterator[sending.Carry]:
        yield lambda letter: Told(outcome="sent", said="250 OK")

    now = datetime(DAY.year, DAY.month, DAY.day, 7, tzinfo=UTC)
    sweeps.letter_of = sending.letter_of  # type: ignore[attr-defined]
    with open_store(str(Path(place).with_name(WARM)), create=False) as small:  # all is loaded before the clock runs
        sweeps.rehearse(Desk(small, "worker", lambda: now), settings, scheduled=True)
    with open_store(place, create=False) as store:
        desk = Desk(store, "worker", lambda: now)
        at_first = _memory()
        began, cpu = time.perf_counter(), time.process_time()
        done = sweeps.sweep(desk, settings, carrier=carrier, scheduled=True)
        took = {"took": time.perf_counter() - began, "cpu": time.process_time() - cpu}
        grown = _memory() - at_first
        began = time.perf_counter()
        sweeps.sweep(desk, settings, carrier=carrier, scheduled=True)
        again = time.perf_counter() - began
    return took | {"claimed": done.claimed, "again": again, "sent": done.many("sent"), "grown": grown}


def _memory() -> int:
    """The most memory this process had, in KiB; what the system tells of children holds the parent's own too."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    found = {"bare": bare, "kept": kept, "ours": ours}[sys.argv[2]](sys.argv[1])
    print(json.dumps(found | {"memory": _memory()}))
