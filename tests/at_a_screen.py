"""A terminal UI without a terminal: a council with bodies and meetings, a report in any state, and keys pressed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

from making import ROAD, facts_for
from textual.pilot import Pilot

from db.store import open_store
from states.days import On
from states.facts import Facts
from states.words import BodyKind, MeetingStatus, Move, State
from tui.app import MattersApp
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.records import bodies, meetings

NOW = datetime(2017, 4, 3, 9, 0, tzinfo=UTC)
"""The instant it is: a Monday."""

SCRUTINY = "Scrutiny Co-ordination Committee"


def council(path: Path, who: str = "ann") -> Desk:
    """A council with a scrutiny committee, a Cabinet, full Council, and meetings held and to come."""
    return council_on(str(path), who)


def council_on(url: str, who: str = "ann") -> Desk:
    """The same on any kind of store."""
    desk = Desk(open_store(url), who, lambda: NOW)
    with desk.writing() as tx:
        if not tx.find("body"):
            own = bodies.add(desk, SCRUTINY, BodyKind.SCRUTINY, tx=tx)
            bodies.add(desk, "Cabinet", BodyKind.EXECUTIVE, tx=tx)
            full = bodies.add(desk, "Council", BodyKind.COUNCIL, tx=tx)
            meetings.add(desk, own, On.day(date(2017, 3, 31)), status=MeetingStatus.HELD, tx=tx)
            meetings.add(desk, own, On.day(date(2017, 5, 4)), tx=tx)
            meetings.add(desk, full, On.day(date(2017, 12, 5)), tx=tx)
    return desk


def report(desk: Desk, state: State, **facts: object) -> int:
    """A report that stands in a state; its number."""
    ref: int | None = None
    for place, move in enumerate(ROAD[state]):
        day = date(2017, 3, 6 + place)
        told = facts_for(move, day) | (facts if move is Move.DRAFT else {})
        ref = make_move(desk, ref, move, Facts(**told), on=On.day(day), why="as agreed").ref  # type: ignore[arg-type]
    assert ref is not None
    return ref


@asynccontextmanager
async def screens(path: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The terminal UI on a database, on NOW, once its first screen is shown."""
    app = MattersApp(str(path), "ann", clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        await until(lambda: app.stamp != -1)
        yield pilot


async def until(holds: Callable[[], object], seconds: float = 10) -> None:
    """Waits until something holds; fails when it does not in time."""
    end, wait = monotonic() + seconds, 0.01
    while monotonic() < end:
        if holds():
            return
        await asyncio.sleep(wait)
        wait = min(0.04, wait * 1.2)
    raise AssertionError("it did not come to hold in time")


def text_of(app: MattersApp) -> str:
    """Everything that stands on the screen, as plain lines."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip)[:width].rstrip() for strip in lines[:height])


def stand(text: str, words: Iterable[str]) -> bool:
    """Whether all the words are in a text: the screen is read once for all of them."""
    return all(word in text for word in words)
