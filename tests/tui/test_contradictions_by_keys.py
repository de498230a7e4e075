"""A contradiction between papers by keys: what each says is shown, one is taken, and papers no longer change it."""

import shutil
from datetime import date

import pytest
from diary_desk import SMALL, Clock, terminal
from papers_told import called_in, decided, looks_back, step

from db.store import open_store
from states.case import decode_case
from workflow.desk import open_desk
from workflow.importers.reading import CallIn
from workflow.intake.session import import_documents

REF, TITLE = "25/00417", "Commissioned day centres"


@pytest.fixture(scope="module")
def two_papers(tmp_path_factory):
    """A call-in of which two papers name different callers."""
    path = tmp_path_factory.mktemp("papers") / "council.db"
    open_store(str(path)).close()
    desk = open_desk(str(path), "jane", Clock())
    told = CallIn(callers=("Mrs Jo Mead", "Mr Barry Lowe"), decision=REF, quote="made by Mrs Jo Mead and Mr Barry Lowe")
    day = date(2025, 5, 16)
    papers = [
        decided(TITLE, REF, day, "Not to renew."),
        looks_back(f"Review of {REF}", REF, date(2025, 5, 28), step("decide", day, None, decision=REF), call_in=told),
        called_in(f"Call-in of {REF}", REF, "Ms Nell Dawes", "Mr Barry Lowe"),
    ]
    assert not [one.refused for one in import_documents(desk, papers) if one.refused]
    desk.close()
    return path


async def test_the_side_that_is_right_is_taken_with_its_reason(two_papers, tmp_path):
    db = shutil.copy(two_papers, tmp_path / "matters.db")
    async with terminal(db) as at:
        await at.press("6")
        await at.sees("to answer 1", "who called it in")
        await at.press("enter")
        await at.sees("Right is", "Mrs Jo Mead and Mr Barry Lowe", "Ms Nell Dawes and Mr Barry Lowe")
        await at.press("ctrl+s")
        await at.sees("until then the first stands")
        await at.press("right", "right")
        await at.sees("Taken: Ms Nell Dawes and Mr Barry Lowe")
        await at.does()
        await at.sees("to answer 0")
    with open_store(str(db)) as store, store.reading() as tx:
        assert decode_case(tx.report(1).folded).call_in.callers == ("Ms Nell Dawes", "Mr Barry Lowe")


async def test_each_side_stands_on_a_line_with_its_paper_on_a_small_screen(two_papers, tmp_path):
    db = shutil.copy(two_papers, tmp_path / "matters.db")
    async with terminal(db, SMALL) as at:
        await at.press("6", "enter")
        await at.sees(
            "○ 1 Mrs Jo Mead and Mr Barry Lowe", "○ 2 Ms Nell Dawes and Mr Barry Lowe", "1: report-", "2: call_in-"
        )
        await at.press("2")
        await at.sees("● 2 Ms Nell Dawes", "Taken: Ms Nell Dawes and Mr Barry Lowe")
