"""The sweep's floors: the same claims and marks written with sqlite3 by hand, in a process of its own.

`bare` writes rows and nothing else, set by set: no journal, the database's own triggers taken away. `sealed` keeps what
the rows promise: an entry of the journal for each claim and for what became of it, in one chain, under the triggers.
Both do it all in one transaction. `kept` is `sealed` with one commit for each message, each waiting for the disk,
which is what it takes that a machine which stops at any instant has one letter in doubt. None plans: which follow-ups
are wanted, at which stage, and whose they are, is given in one SELECT.

    sweep_by_hand.py DATABASE bare|sealed|kept DAY
"""

import json
import os
import resource
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

WANTED = """SELECT f.report, f.number, f.owed_by, h.person FROM follow_up AS f
JOIN post AS q ON q.title = f.owner JOIN tenure AS h ON h.post = q.ref
WHERE f.owed_by BETWEEN :first AND :last AND NOT f.quiet"""

CLAIMED = """INSERT INTO reminder (report, number, stage, due, person, message, left_out)
SELECT f.report, f.number, :stage, f.owed_by, h.person, h.person, :left_out FROM follow_up AS f
JOIN post AS q ON q.title = f.owner JOIN tenure AS h ON h.post = q.ref
WHERE f.owed_by BETWEEN :first AND :last AND NOT f.quiet ON CONFLICT DO NOTHING RETURNING report, number, person"""

REMINDER = "INSERT INTO reminder (report, number, stage, due, person, message, left_out) VALUES (?, ?, ?, ?, ?, ?, ?)"
ENTRY = (
    "INSERT INTO journal (entry, at, who, record, act, body, salt, digest, prev, hash) "
    "VALUES (?, ?, 'worker', ?, 'record', ?, ?, ?, ?, ?)"
)
MESSAGE = (
    "INSERT INTO message (ref, version, entry, person, kind, day, status, message_id, items, copies, tries) "
    "VALUES (?, 1, ?, ?, 'reminder', ?, 'claimed', ?, ?, '[]', 0)"
)
SENT = (
    "UPDATE message SET version = 2, entry = ?, status = 'sent', sent_at = ?, tries = 1, said = '250 OK', "
    "channel = 'mail', address = ? WHERE ref = ?"
)
SENT_AT = "2026-06-02T08:00:00.000000Z"
Values = dict[str, Any]


class Journal:
    """Entries, each sealed with the one before."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        from hashlib import sha256  # only who seals pays for it

        self._sha256 = sha256
        last = connection.execute("SELECT entry, hash FROM journal ORDER BY entry DESC LIMIT 1").fetchone()
        self._connection = connection
        self._entry, self._hash = last or (0, "0" * 64)

    def add(self, messages: Iterable[Values]) -> list[int]:
        """Adds an entry for each; their numbers."""
        rows = list(map(self._sealed, messages))
        self._connection.executemany(ENTRY, rows)
        return [row[0] for row in rows]

    def _sealed(self, values: Values) -> tuple[Any, ...]:
        self._entry += 1
        ref, at, salt = values["person"], f"2026-06-02T07:00:00.{self._entry:06d}Z", os.urandom(16).hex()
        body = json.dumps({"act": "record", "table": "message", "ref": ref, "values": values, "why": None})
        digest = self._sha256((salt + body).encode()).hexdigest()
        told = (self._entry, at, "worker", f"L{ref}", "record", None, None, None, None, None, digest)
        before, self._hash = self._hash, self._sha256((self._hash + json.dumps(told)).encode()).hexdigest()
        return self._entry, at, f"L{ref}", body, salt, digest, before, self._hash


def bare(connection: sqlite3.Connection, day: date) -> int:
    """Writes the reminders with one statement a stage, then the messages, then that they were sent; how many items."""
    people: dict[int, list[tuple[int, int]]] = {}
    days = {"first": day.isoformat(), "last": (day + timedelta(28)).isoformat()}
    for stage, left_out in (("before-28", "passed_over"), ("before-14", None)):
        people.clear()
        for report, number, person in connection.execute(CLAIMED, {**days, "stage": stage, "left_out": left_out}):
            people.setdefault(person, []).append((report, number))
    rows = [(p, 0, p, day.isoformat(), f"<{p}@example.gov.uk>", json.dumps(its)) for p, its in people.items()]
    connection.executemany(MESSAGE, rows)
    connection.executemany(SENT, [(0, SENT_AT, f"person.{p - 1}@example.gov.uk", p) for p in people])
    return sum(map(len, people.values()))


def claim(connection: sqlite3.Connection, day: date, journal: Journal) -> list[Values]:
    """Writes a message for each person, and its reminders: the stage that is wanted, and the one it passes over."""
    days = {"first": day.isoformat(), "last": (day + timedelta(28)).isoformat()}
    messages: dict[int, Values] = {}
    for report, number, due, person in connection.execute(WANTED, days):
        if person not in messages:
            messages[person] = _message(person, day)
        messages[person]["items"] += [
            [report, number, "before-14", due], [report, number, "before-28", due, "passed_over"],
        ]  # fmt: skip
    entries = journal.add(messages.values())
    connection.executemany(
        MESSAGE,
        (
            (m["person"], entry, m["person"], m["day"], m["message_id"], json.dumps(m["items"]))
            for entry, m in zip(entries, messages.values(), strict=True)
        ),
    )
    connection.executemany(REMINDER, sorted(_reminders(messages.values())))
    return list(messages.values())


def _message(person: int, day: date) -> Values:
    empty = ("note", "subject", "words", "signs", "released_by", "address", "channel", "next_try", "said", "sent_at",
             "settled", "sweep")  # fmt: skip
    return dict.fromkeys(empty) | {
        "person": person, "kind": "reminder", "day": day.isoformat(), "status": "claimed", "items": [], "copies": [],
        "tries": 0, "message_id": f"<{os.urandom(12).hex()}@example.gov.uk>",
    }  # fmt: skip


def _reminders(messages: Iterable[Values]) -> Iterator[tuple[Any, ...]]:
    for message in messages:
        for report, number, stage, due, *left in message["items"]:
            yield report, number, stage, due, message["person"], message["person"], *(left or [None])


def record(connection: sqlite3.Connection, messages: list[Values], journal: Journal) -> None:
    """Writes down of messages that they were sent."""
    for message in messages:
        message |= {"status": "sent", "sent_at": SENT_AT, "tries": 1, "said": "250 OK", "channel": "mail",
                    "address": f"person.{message['person'] - 1}@example.gov.uk"}  # fmt: skip
    entries = journal.add(messages)
    connection.executemany(
        SENT, [(entry, SENT_AT, m["address"], m["person"]) for entry, m in zip(entries, messages, strict=True)]
    )


def by_hand(place: str, how: str, day: date) -> dict[str, float]:
    """Claims and records as `how` says; the time it took and the items claimed."""
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if how == "bare":
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        else:
            connection.execute("PRAGMA foreign_keys = ON")
        began, cpu = time.perf_counter(), time.process_time()
        connection.execute("BEGIN IMMEDIATE")
        if how == "bare":
            items = bare(connection, day)
        else:
            journal = Journal(connection)
            messages = claim(connection, day, journal)
            items = sum(len(message["items"]) for message in messages) // 2
            for some in [[message] for message in messages] if how == "kept" else [messages]:
                if how == "kept":
                    connection.execute("COMMIT")
                    connection.execute("BEGIN IMMEDIATE")
                record(connection, some, journal)
        connection.execute("COMMIT")
        took = {"took": time.perf_counter() - began, "cpu": time.process_time() - cpu}
    return took | {"claimed": items}


def memory() -> int:
    """The most memory this process had, in KiB; what the system tells of children holds the parent's own too."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    found = by_hand(sys.argv[1], sys.argv[2], date.fromisoformat(sys.argv[3]))
    print(json.dumps(found | {"memory": memory()}))
