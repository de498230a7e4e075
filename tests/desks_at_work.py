"""Desks in processes of their own, for tests in which several write at once or one is killed in the middle.

Processes are forked from one that has loaded everything already, so that a test can afford many of them.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from multiprocessing.connection import Connection
from typing import Any

from db.store import Store, open_store
from db.verify import verify
from states.acts import CorrectAct, Entry, FollowUpAct, MoveAct
from states.case import decode_case
from states.days import On
from states.errors import Conflict, MattersError
from states.facts import Body, Facts
from states.words import BodyKind, Move
from workflow import owed
from workflow.corrections import correct
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.lookups import Lookup
from workflow.records import meetings

BOARD = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)
LOADED = ("desks_at_work", "sqlite3", "psycopg", "db.schema")


def _processes() -> Any:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(LOADED))
    return context


def begun(url: str, reports: int = 1) -> None:
    """A new database with a few reports, and a meeting at which all are listed."""
    with open_store(url) as store:
        desk = Desk(store, "jane")
        meeting = meetings.add(desk, None, On.day(desk.today + timedelta(days=30)))
        with desk.reading() as tx:
            sitting = Lookup(tx).sitting(f"M{meeting}")
        for number in range(1, reports + 1):
            make_move(desk, None, Move.DRAFT, Facts(title=f"Libraries {number}", scrutiny_body=BOARD))
            make_move(desk, number, Move.LIST, Facts(meeting=sitting))


@contextmanager
def at_work(work: Callable[..., None], *args: Any) -> Iterator[tuple[Any, Connection]]:
    """A process that does some work; it speaks through the connection. It is ended when the block ends."""
    context = _processes()
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *args), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def heard(connection: Connection) -> Iterator[Any]:
    """What a process said, until it ended."""
    while True:
        try:
            yield connection.recv()
        except (EOFError, ConnectionResetError):
            return


def killed(process: Any) -> bool:
    """Kills a process as a power cut would, at this instant; whether it was still at work."""
    try:
        os.kill(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    process.join()
    return bool(process.exitcode)


# What the processes do


def make_moves(connection: Connection, url: str, who: str, seed: int) -> None:
    """Makes moves for ever, of one entry and of several, and says the last entry's number and seal of each."""
    with open_store(url, create=False) as store:
        desk, turn = Desk(store, who), seed
        while True:
            _one(desk, turn)
            turn += 1
            with store.reading() as tx:
                head = tx.head()
            connection.send((head.entry, head.hash))


def _one(desk: Desk, turn: int) -> None:
    report = 1 + turn % 3
    today = desk.today
    if turn % 5 == 0:
        owed.do(desk, report, FollowUpAct("add", quote="a report will follow", due=today + timedelta(days=turn % 90)))
    elif turn % 5 == 1:
        meetings.move(desk, 1, today + timedelta(days=30 + turn % 300), why="the room")  # told to every report there
    elif turn % 5 == 2:
        make_move(desk, report, Move.DEFER, Facts(until_day=today + timedelta(days=turn % 90)), why="the election")
    elif turn % 5 == 3:
        moved = (Move.DEFER, Facts(until_condition="once Medway have agreed"), On.day(today))
        make_move(desk, report, Move.DEFER, Facts(until_day=today), why="x")
        correct(desk, report, "replaced", replacement=moved)  # two entries, together
    else:
        make_move(desk, None, Move.DRAFT, Facts(title=f"Hubs {turn}", scrutiny_body=BOARD, consultation_closes=today))


def race(connection: Connection, url: str, who: str, version: int) -> None:
    """Waits for the word, then moves report 1 as it was at a version; says what became of it."""
    with open_store(url, create=False) as store:
        desk = Desk(store, who)
        connection.send("ready")
        connection.recv()
        try:
            made = make_move(desk, 1, Move.DEFER, Facts(until_condition=f"as {who} says"), why="x", expected=version)
            connection.send(("moved", made.entry))
        except Conflict as error:
            connection.send(("conflict", error.record, error.who, error.what))
        except MattersError as error:
            connection.send(("error", str(error)))


def contend(connection: Connection, url: str, who: str, times: int) -> None:
    """Looks at report 1 and moves it, many times; says of each try what became of it."""
    with open_store(url, create=False) as store:
        desk = Desk(store, who)
        connection.send("ready")
        connection.recv()
        for turn in range(times):
            with desk.reading() as tx:
                version = tx.report(1).version  # type: ignore[union-attr]
            until = Facts(until_condition=f"{who} {turn}")
            try:
                made = make_move(desk, 1, Move.DEFER, until, why="x", expected=version)
                connection.send(("moved", who, made.entry))
            except Conflict as error:
                connection.send(("conflict", who, error.who))
            except MattersError as error:
                connection.send(("error", who, str(error)))


# What must hold afterwards


def whole(store: Store, seal: str | None = None) -> None:
    """It verifies, and no act of several entries is there by half."""
    verdict = verify(store, head=seal)
    assert verdict.findings == (), verdict.findings[:3]
    with store.reading() as tx:
        planned = {row["ref"]: date.fromisoformat(row["day"]) for row in tx.find("meeting")}
        for (ref,) in tx.run("SELECT ref FROM report ORDER BY ref").fetchall():
            row, entries = tx.report(ref), tx.entries(ref)
            assert row is not None
            for listing in decode_case(row.folded).listings:
                assert listing.meeting.on.exact == planned[listing.meeting.ref], "a meeting moved, a report not told"
            _replaced_whole(entries)


def _replaced_whole(entries: list[Entry]) -> None:
    after = {e.act.replaces for e in entries if isinstance(e.act, MoveAct) and e.act.replaces}
    struck = {e.act.strikes for e in entries if isinstance(e.act, CorrectAct) and e.act.why == "replaced"}
    assert struck <= after, "a move was struck, and what replaces it is not there"
