"""A desk's surroundings for the command line: places of its own, a small database, and a way to call a command."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from at_the_command import Called, matters, surroundings  # noqa: F401

HOSTILE = "=cmd|'/C calc'!A0 \x1b]0;owned\x07\x1b[31mred\x1b[0m \u202egnp.exe [/b] \x9b2J"


@pytest.fixture
def matters_outside(root: Path) -> Callable[..., Called]:
    """Calls a command in a process of its own; `code` first runs Python words there instead."""

    def call(*words: object, python: str | None = None) -> Called:
        start = ["-c", python] if python else ["-m", "workflow.cli.main"]
        done = subprocess.run(
            [sys.executable, *start, *map(str, words)], cwd=root, capture_output=True, text=True, check=False
        )
        return Called(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A database with five reports with answers owed from April 2026 on; one is exempt, one has a hostile title."""
    fill(str(tmp_path / "small.db"))
    return tmp_path / "small.db"


@pytest.fixture
def small_on_a_server(postgres_url: str) -> str:
    """The same reports on PostgreSQL."""
    fill(postgres_url)
    return postgres_url


def fill(url: str) -> None:
    """Enters the five reports."""
    from db.store import open_store
    from states.days import On
    from states.facts import Body, Facts, Proposal, Sitting
    from states.words import BodyKind, MeetingStatus, Move
    from workflow.desk import Desk
    from workflow.engine import make_move

    board, cabinet = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True), Body("Cabinet", BodyKind.EXECUTIVE)
    with open_store(url) as store:
        desk = Desk(store, "Ann Clerk", clock=lambda: datetime(2026, 5, 1, 9, tzinfo=UTC))
        for at, title in enumerate(("Bus lanes", "Libraries, and “hubs”", HOSTILE, "Drains", "Swimming\nbaths")):
            day = date(2026, 2, 2 + at)
            facts = Facts(title=title, scrutiny_body=board, exempt=True if at == 3 else None, lead_officer="Officer")
            ref = make_move(desk, None, Move.DRAFT, facts, on=On.day(day)).ref
            held = Sitting(board, On.day(day), MeetingStatus.HELD)
            make_move(desk, ref, Move.SCRUTINISE, Facts(meeting=held))
            asks = Facts(recommendations=(Proposal("Do it", board, cabinet),), received_on=day, notice_given_on=day)
            make_move(desk, ref, Move.RECOMMEND, asks, on=On.day(day))
