"""A durable move: `make_move` on a scrutinised report, against the same writes by hand through sqlite3.

By hand: one read, an UPDATE with its version, two INSERTs, COMMIT; both with a write-ahead log and full synchronising.
Called as a program (`durable_move.py DATABASE N`) it makes N moves, so that its syncs can be counted.
"""

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from measuring import Line, Missed, exponent, in_turn, syncs

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
HELD = date(2026, 5, 1)


def measure(folder: Path, sizes: tuple[int, ...], times: int) -> Iterator[Line]:
    """The move among ever more reports; then how often the disk is made to write."""
    _see()
    many = max(times * 8, 160)
    warm = 10
    taken: list[float] = []
    for size in sizes:
        place = fresh(whole(folder / f"reports-{size}.db", size), folder / "moving.db")
        with moves(place) as move, by_hand(folder / "by-hand.db") as bare:
            pair = in_turn(bare, move, min(many, size - warm), warm=warm)
        taken.append(pair.ours_wall / pair.floor_wall)
        note = f"floor {pair.floor_wall * 1e3:.2f} ms"
        yield Line(f"a durable move among {size:,} reports, wall", "sqlite3 by hand", pair.wall, 2.0, note)
        yield Line(f"a durable move among {size:,} reports, CPU", "sqlite3 by hand", pair.cpu, 2.5)
    if len(sizes) > 1:
        yield Line("its growth, as an exponent", "size", exponent(sizes, taken), 0.1)
    few, more = (
        syncs([sys.executable, __file__, str(fresh(whole(folder / "syncs.db", 100), folder / f"{at}.db")), str(at)])
        for at in (10, 60)
    )
    yield Line("syncs of one move", "one", (more - few) / 50, 1.0, "counted by strace")


def _see() -> None:
    for name in ("db.bulk", "workflow.engine"):
        try:
            __import__(name)
        except ImportError as error:
            raise Missed(f"The engine is not there yet ({error}).") from None


def whole(path: Path, reports: int) -> Path:
    """A database with so many scrutinised reports and their whole journal."""
    from db.bulk import loading
    from db.store import open_store
    from states.acts import Entry, MoveAct
    from states.days import On
    from states.facts import Body, Facts, Sitting
    from states.fold import fold
    from states.rule_book import RuleBook
    from states.words import BodyKind, MeetingStatus

    if path.exists():
        return path
    board = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    on = On.day(HELD)
    held = MoveAct("scrutinise", Facts(meeting=Sitting(board, on, MeetingStatus.HELD)))
    with open_store(str(part)) as store:
        with loading(store, now=NOW) as loader:
            for ref in range(1, reports + 1):
                begun = MoveAct("draft", Facts(title=f"Made-up report {ref}", scrutiny_body=board))
                entries = []
                for act, before, after in ((begun, None, "drafted"), (held, "drafted", "scrutinised")):
                    number, at = loader.entry(
                        "Ann", f"R{ref}", act, move=act.move, from_state=before, to_state=after, on=on
                    )
                    entries.append(Entry(number, at, "Ann", on, act))
                loader.case(ref, fold(entries, RuleBook()).case)
        with store.connection() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    part.rename(path)
    return path


def fresh(made: Path, place: Path) -> Path:
    """A copy of a made-up database to move reports in, so that one that is kept serves again."""
    for beside in ("", "-wal", "-shm"):
        place.with_name(place.name + beside).unlink(missing_ok=True)
    shutil.copyfile(made, place)
    return place


@contextmanager
def moves(place: Path) -> Iterator[Callable[[], object]]:
    """Makes the move `hear again` on one report after another."""
    from db.store import open_store
    from states.facts import Facts
    from states.words import Move
    from workflow.desk import Desk
    from workflow.engine import make_move

    with open_store(str(place), create=False) as store:
        with store.reading() as tx:
            found = tx.ask("SELECT ref FROM report WHERE state = 'scrutinised' ORDER BY ref").fetchall()
        refs = iter([ref for (ref,) in found])
        desk = Desk(store, "Ann", clock=lambda: NOW)
        facts = Facts(until_day=date(2026, 9, 1))

        def move() -> object:
            try:
                ref = next(refs)
            except StopIteration:
                raise Missed("There are no more scrutinised reports to move; make more.") from None
            return make_move(desk, ref, Move.HEAR_AGAIN, facts)

        yield move


@contextmanager
def by_hand(place: Path) -> Iterator[Callable[[], object]]:
    """The same rows, written by nobody but sqlite3."""
    place.unlink(missing_ok=True)
    folded = json.dumps({"title": "Made-up report", "meetings": ["x" * 300]})
    with closing(sqlite3.connect(place, isolation_level=None, cached_statements=64)) as connection:
        execute = connection.execute
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = FULL")
        execute("CREATE TABLE report (ref INTEGER PRIMARY KEY, version INTEGER, state TEXT, folded TEXT)")
        execute("CREATE TABLE journal (entry INTEGER PRIMARY KEY, record TEXT, at TEXT, body TEXT)")
        execute("CREATE TABLE follow_up (report INTEGER, number INTEGER, due TEXT, PRIMARY KEY (report, number))")
        rows: list[tuple[Any, ...]] = [(ref, 1, "scrutinised", folded) for ref in range(1, 2001)]
        connection.executemany("INSERT INTO report VALUES (?, ?, ?, ?)", rows)
        execute("PRAGMA wal_checkpoint(TRUNCATE)")
        numbers = count(1)

        def move() -> None:
            number = next(numbers)
            ref = (number - 1) % 2000 + 1
            execute("BEGIN IMMEDIATE")
            version, _ = execute("SELECT version, folded FROM report WHERE ref = ?", (ref,)).fetchone()
            execute(
                "UPDATE report SET version = ?, state = 'updated', folded = ? WHERE ref = ? AND version = ?",
                (version + 1, folded, ref, version),
            )
            execute("INSERT INTO journal VALUES (?, ?, ?, ?)", (number, f"R{ref}", "2026-06-01T09:00:00Z", folded))
            execute("INSERT INTO follow_up VALUES (?, ?, ?)", (ref, number, "2026-09-01"))
            execute("COMMIT")

        yield move


if __name__ == "__main__":
    with moves(Path(sys.argv[1])) as one:
        for _ in range(int(sys.argv[2])):
            one()
