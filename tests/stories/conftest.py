"""A desk with a clock that stands still, and short ways to say what happened."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from db.store import Store
from states.days import On
from states.facts import Body, Facts, Sitting
from states.words import BodyKind, Move
from workflow.desk import Desk
from workflow.engine import Moved, make_move
from workflow.intake.names import Names


class Council:
    """A council at work: its bodies by name, its meetings by day, one desk."""

    def __init__(self, store: Store, now: datetime) -> None:
        self.desk = Desk(store, "M. Rose", lambda: now)

    def body(self, name: str, kind: BodyKind | None = None) -> Body:
        with self.desk.writing() as tx:
            return Names(self.desk, tx).body(name, kind)

    def meeting(self, body: str, day: date) -> Sitting:
        with self.desk.writing() as tx:
            return Names(self.desk, tx).sitting(body, On.day(day))

    def move(self, report: int | None, move: Move, on: date | On | None = None, why: str | None = None,
             **facts: object) -> Moved:  # fmt: skip
        when = On.day(on) if isinstance(on, date) else on
        return make_move(self.desk, report, move, Facts(**facts), on=when, why=why)  # type: ignore[arg-type]


@pytest.fixture
def council(store: Store) -> Iterator[Council]:
    """A council in November 2026."""
    return Council(store, datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
