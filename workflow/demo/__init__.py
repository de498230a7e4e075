"""The demonstration: the worked example of 2016 to 2024, and a council's year around it, entered through the engine.

`build` enters everything as its people would have: the old papers first, then each move on the day it happened, so
that what was known at an instant, and by whom it was entered, can be asked of the demonstration too.
"""

from datetime import date

import msgspec

from db.store import Store
from states.days import instant_from, instant_text, london_day, said_day
from states.errors import BadInput, StoreError
from workflow.demo import council, finished, owed, people, running, story
from workflow.demo.scene import WHO, Scene, Turning, perform
from workflow.desk import Desk

CAST = (story.papers, *council.YEAR, *owed.REPORTS, *running.REPORTS, *finished.REPORTS)
"""Everything that happens in the demonstration, each with its own days; on one day in this order."""

_BEGAN = "The demonstration, as on "


EARLIEST = date(2025, 1, 1)
"""The first day the demonstration can be built for."""


class Built(msgspec.Struct, frozen=True):
    """What was built: how many reports, and how many entries of the journal."""

    reports: int
    entries: int


class Demonstration(msgspec.Struct, frozen=True):
    """A database that is a demonstration: the day it was built for, and whether somebody has worked in it since."""

    day: date
    touched: bool


def build(desk: Desk) -> Built:
    """Builds the demonstration in an empty store, relative to the desk's own today: the same for the same day.

    Nothing in it is entered later than the day before, so that whatever follows is somebody's own work.

    Raises:
        StoreError: the store is not empty; nothing was changed.
        BadInput: today is before 2025, when the worked example was not over long enough.
    """
    now = desk.now()
    with desk.reading() as tx:
        if tx.head().entry:
            raise StoreError(f"{desk.store.place} is not empty; nothing was changed. Build it elsewhere.")
    turning = Turning(london_day(now))
    if turning.today < EARLIEST:
        raise BadInput(f"The worked example ends in January 2024; it can be told from {said_day(EARLIEST)} on.")
    at_work = Desk(desk.store, WHO, turning.now)
    council.rules(at_work, turning.today, f"{_BEGAN}{instant_text(now)}")
    with at_work.writing() as tx:
        scene = Scene(at_work, tx, turning)
        people.enter(scene)
        council.meetings(scene)
        perform(scene, CAST)
        return Built(tx.next_ref("report") - 1, tx.head().entry)


def found_in(store: Store) -> Demonstration | None:
    """The demonstration that a store holds, or None when it holds something else, or nothing."""
    with store.reading() as tx:
        row = tx.ask("SELECT who, body FROM journal WHERE entry = 1").fetchone()
        why = str(msgspec.json.decode(row[1]).get("why") or "") if row and row[0] == WHO else ""
        if not why.startswith(_BEGAN):
            return None
        built = why.removeprefix(_BEGAN)
        return Demonstration(london_day(instant_from(built)), tx.head().at >= built)
