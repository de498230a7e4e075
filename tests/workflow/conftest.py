"""Desks with a clock of their own, on both kinds of store; and the command line, called in this process."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
import time_machine

from db.store import open_store
from db.verify import verify
from states.days import On
from states.facts import Body, Facts, Proposal
from states.words import BodyKind, Move
from workflow.desk import Desk
from workflow.engine import Moved, make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings


class FixedClock:
    """A clock that stands still until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def set(self, day: date) -> None:
        self.at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2017, 2, 1, 10, tzinfo=UTC))


@pytest.fixture
def desk_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a desk's database is to be: on SQLite, unless a test is run on both kinds of store (`ON_BOTH`)."""
    made = "desk" in request.fixturenames
    if getattr(request, "param", "sqlite") != "sqlite":
        return str(request.getfixturevalue("postgres_made" if made else "postgres_url"))
    path = tmp_path / "matters.db"
    if made:
        shutil.copy(request.getfixturevalue("sqlite_made"), path)
    return str(path)


@pytest.fixture
def desk(desk_url: str, clock: FixedClock) -> Iterator[Desk]:
    """Jane's desk, on 1 February 2017; whatever a test did there, the store verifies afterwards."""
    with open_store(desk_url) as store:
        yield Desk(store, "jane", clock)
        found = verify(store).findings
    assert not found, found


@pytest.fixture
def other_desk(desk: Desk, clock: FixedClock) -> Desk:
    """Omar's desk, at the same store."""
    return Desk(desk.store, "omar", clock)


class Council:
    """A small council at a desk: a scrutiny board and Cabinet, and verbs as short as a test wants them."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock = desk, clock
        self.board = bodies.add(desk, "Scrutiny Board (2)", BodyKind.SCRUTINY)
        self.cabinet = bodies.add(desk, "Cabinet", BodyKind.EXECUTIVE)

    def body(self, ref: int) -> Body:
        with self.desk.reading() as tx:
            return Lookup(tx).frozen(ref)

    def sitting(self, ref: int):
        with self.desk.reading() as tx:
            return Lookup(tx).sitting(f"M{ref}")

    def draft(self, title: str = "Libraries", **facts) -> int:
        facts = Facts(title=title, scrutiny_body=self.body(self.board), **facts)
        return make_move(self.desk, None, Move.DRAFT, facts).ref

    def meeting(self, day: date, body: int | None = None) -> int:
        return meetings.add(self.desk, body or self.board, On.day(day))

    def listed(self, report: int, meeting: int) -> Moved:
        return make_move(self.desk, report, Move.LIST, Facts(meeting=self.sitting(meeting)))

    def held(self, day: date, *reports: int) -> int:
        """A meeting with these reports on its agenda, held; the clock then stands on the day after."""
        meeting = self.meeting(day)
        for report in reports:
            self.listed(report, meeting)
        self.clock.set(day + timedelta(days=1))
        meetings.hold(self.desk, meeting)
        return meeting

    def recommended(self, *texts: str) -> tuple[int, int]:
        """A report with recommendations to Cabinet, made at a meeting on 3 March 2017; report and meeting."""
        report = self.draft()
        meeting = self.held(date(2017, 3, 3), report)
        make_move(self.desk, report, Move.SCRUTINISE, Facts(meeting=self.sitting(meeting), minute="34/16"))
        made = tuple(Proposal(text, self.body(self.board), self.body(self.cabinet)) for text in texts)
        self.clock.set(date(2017, 3, 7))
        make_move(self.desk, report, Move.RECOMMEND, Facts(recommendations=made, received_on=date(2017, 3, 7)))
        return report, meeting

    def case(self, report: int):
        from states.case import decode_case

        with self.desk.reading() as tx:
            return decode_case(tx.report(report).folded)

    def entries(self) -> int:
        with self.desk.reading() as tx:
            return tx.head().entry


@pytest.fixture
def council(desk: Desk, clock: FixedClock) -> Council:
    return Council(desk, clock)


class Ran(NamedTuple):
    """What a command gave back: its exit code, what it printed, and its remarks."""

    code: int
    out: str
    err: str


@pytest.fixture
def matters(desk_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Calls the command line in this process, at a new database; `day=` says which day it is from then on."""
    from workflow.cli.main import main

    monkeypatch.setenv("MATTERS_DB", desk_url)
    monkeypatch.setenv("MATTERS_WHO", "jane")
    monkeypatch.setenv("COLUMNS", "200")
    today = [date(2017, 2, 1)]

    def run(*words: str, day: date | None = None) -> Ran:
        today[0] = day or today[0]
        at = datetime(today[0].year, today[0].month, today[0].day, 10, tzinfo=UTC)
        with time_machine.travel(at, tick=False):
            code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return run
