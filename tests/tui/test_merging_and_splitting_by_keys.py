"""Two reports turn out to be one, and one turns out to be two: by keys, with what will happen said before."""

from datetime import date

import pytest
from diary_desk import SMALL, Clock, terminal
from papers_told import BOARD, asks, minutes

from db.store import open_store
from db.verify import verify
from states.case import decode_case
from workflow.desk import open_desk
from workflow.intake.session import import_documents

DAY = date(2025, 3, 4)


@pytest.fixture
def db(tmp_path):
    """Two reports on one matter, under two titles; the first with two recommendations."""
    path = tmp_path / "matters.db"
    open_store(str(path)).close()
    desk = open_desk(str(path), "jane", Clock())
    papers = [
        minutes(BOARD, DAY, asks("Bus stops", "That a map be made.", "That benches be mended.")),
        minutes(BOARD, date(2025, 5, 6), asks("Maps of stops", "That the map be printed.")),
    ]
    assert not [one.refused for one in import_documents(desk, papers) if one.refused]
    desk.close()
    return path


def titles(db) -> dict[int, tuple[str, int]]:
    """The reports there are, each with how many recommendations it has."""
    with open_store(str(db)) as store:
        assert verify(store).good
        with store.reading() as tx:
            cases = {ref: decode_case(tx.report(ref).folded) for ref in range(1, tx.next_ref("report"))}
    return {ref: (case.title, len(case.real)) for ref, case in cases.items() if case.state is not None}


async def test_a_report_is_merged_into_another_which_is_then_open(db):
    async with terminal(db, SMALL) as at:
        at.app.record("R2")
        await at.sees("R2", "Maps of stops")
        await at.press("M")
        await at.sees("Merge · Maps of stops", "Say which report it is the same as")
        await at.type("R1")
        await at.press("tab")
        await at.type("one matter")
        await at.sees("R2 is merged into R1.")
        await at.does()
        await at.sees("R1 · Bus stops")
    assert titles(db) == {1: ("Bus stops", 3)}


async def test_a_report_is_split_by_its_recommendations(db):
    async with terminal(db, SMALL) as at:
        at.app.record("R1")
        await at.sees("Bus stops")
        await at.press("T")
        await at.sees("Split · Bus stops")
        await at.type("Benches")
        await at.press("tab")
        await at.type("two")
        await at.sees("are no numbers")
        await at.press("backspace", "backspace", "backspace")
        await at.type("2")
        await at.press("tab", "tab")
        await at.type("another matter")
        await at.sees("R3 is begun out of R1.")
        await at.does()
        await at.sees("R3 · Benches")
    assert titles(db) == {1: ("Bus stops", 1), 2: ("Maps of stops", 1), 3: ("Benches", 1)}
