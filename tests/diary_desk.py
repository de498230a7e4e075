"""A small council with a diary, for the tests of Meetings, the round and Papers; and a terminal to press keys at."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from states.days import On
from states.facts import Body, Facts, Proposal
from states.words import BodyKind, Move
from workflow.desk import Desk, open_desk
from workflow.engine import make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings, topics

TODAY = date(2026, 11, 23)
SMALL, LARGE = (80, 24), (200, 50)
HOSTILE = "[/bold] [red]x[/red] \x1b]0;owned\x07 \u202egnp.exe"
"""A title that would be markup, an escape code and letters in the wrong direction."""


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, day: date = TODAY) -> None:
        self.set(day)

    def set(self, day: date) -> None:
        self.at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def build(path: Path) -> None:
    """M1 was held on 20 November with R1, R2 and R3 on its agenda; M2, M3 and Cabinet's M4 are to come."""
    clock = Clock(date(2026, 10, 1))
    desk = open_desk(str(path), "jane", clock)
    board = bodies.add(desk, "Scrutiny Board (2)", BodyKind.SCRUTINY)
    cabinet = bodies.add(desk, "Cabinet", BodyKind.EXECUTIVE)
    held = meetings.add(desk, board, On.day(date(2026, 11, 20)), time="14:00")
    for day in (date(2026, 12, 3), date(2026, 12, 17)):
        meetings.add(desk, board, On.day(day))
    meetings.add(desk, cabinet, On.day(date(2026, 12, 14)))
    for title in ("Libraries", "Family Hubs", "Youth Work"):
        ref = draft(desk, title, board)
        make_move(desk, ref, Move.LIST, Facts(meeting=sitting(desk, held)))
    closes = {"consultation_opens": date(2026, 11, 2), "consultation_closes": date(2026, 12, 11)}
    draft(desk, "Rented Flats", board, **closes)
    draft(desk, HOSTILE, board)
    topics.add(desk, "Dental appointments", body=board)
    clock.set(date(2026, 11, 23))
    meetings.hold(desk, held)
    desk.close()


def draft(desk: Desk, title: str, board: int, **facts: object) -> int:
    with desk.reading() as tx:
        body = Lookup(tx).frozen(board)
    return make_move(desk, None, Move.DRAFT, Facts(title=title, scrutiny_body=body, **facts)).ref


def sitting(desk: Desk, ref: int):
    with desk.reading() as tx:
        return Lookup(tx).sitting(f"M{ref}")


def recommended(desk: Desk, ref: int, *texts: str) -> None:
    """Scrutinised at M1, and recommended on to Cabinet."""
    make_move(desk, ref, Move.SCRUTINISE, Facts(meeting=sitting(desk, 1)))
    made = tuple(Proposal(text, Body("Scrutiny Board (2)", BodyKind.SCRUTINY, True, ref=1), Body("Cabinet", ref=2))
                 for text in texts)  # fmt: skip
    make_move(desk, ref, Move.RECOMMEND, Facts(recommendations=made), on=On.day(date(2026, 11, 20)))


class Terminal:
    """The app under a pilot: keys in, text out."""

    def __init__(self, app, pilot) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Types into the line that has the focus."""
        self.app.focused.insert_text_at_cursor(words)
        await self.pilot.pause()

    async def focus(self, selector: str) -> None:
        """Goes to a line of a form."""
        await self.until(lambda: self.app.screen.query(selector))
        widget = self.app.screen.query_one(selector)
        widget.focus()
        await self.until(lambda: widget.has_focus)

    async def until(self, true: Callable[[], object]) -> None:
        """Waits until something is so."""
        for _ in range(300):
            if true():
                return
            await self.pilot.pause(0.02)
        raise AssertionError(f"It never came to be so. On the screen:\n{self.text}")

    async def sees(self, *words: str) -> None:
        """Waits until words stand on the screen, however the lines are broken."""

        def stand() -> bool:
            shown = self.flat
            return all(word in shown for word in words)

        await self.until(stand)

    async def does(self) -> None:
        """Does what the form says, and waits until it is gone."""
        form = self.app.screen
        await self.press("ctrl+s")
        await self.until(lambda: self.app.screen is not form)

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(strip.text for strip in self.app.screen._compositor.render_strips())

    @property
    def flat(self) -> str:
        return " ".join(re.sub(r"[│▌■▁-▏╭╮╰╯─]", " ", self.text).split())

    @property
    def place(self) -> str:
        return self.app.screen.place


@asynccontextmanager
async def terminal(path: Path, size: tuple[int, int] = SMALL, clock: Clock | None = None) -> AsyncIterator[Terminal]:
    """The terminal UI on a database."""
    from tui.app import MattersApp

    app = MattersApp(str(path), "jane", clock=clock or Clock())
    async with app.run_test(size=size) as pilot:
        yield Terminal(app, pilot)


@asynccontextmanager
async def meetings_on(path: Path, size: tuple[int, int] = SMALL) -> AsyncIterator[Terminal]:
    """The same, gone to Meetings, which have been read."""
    async with terminal(path, size) as at:
        await at.press("5")
        await at.sees("TO COME", "ON THE AGENDA")
        yield at
