"""Papers sorted by each column, both ways, by key and by a click."""

import pytest
from diary_desk import LARGE, Clock, build, terminal
from textual.widgets import Static

from tui.widgets.headings import Headings
from tui.widgets.rows import Rows
from workflow.desk import open_desk


@pytest.fixture
def db(tmp_path):
    """The council, with two suggestions and two warnings."""
    path = tmp_path / "council.db"
    build(path)
    desk = open_desk(str(path), "jane", Clock())
    with desk.writing() as tx:
        for words in ("It may follow Libraries", "It may follow another"):
            values = {"report": 2, "kind": "link", "words": words, "quote": "following", "other": "{}"}
            tx.put("suggestion", values, who="jane", now=desk.now())
        for message in ("The paper does not say on which day.", "a second doubt"):
            tx.put("warning", {"code": "no_meeting_date", "message": message}, who="jane", now=desk.now())
    desk.close()
    return path


async def test_what_waits_and_what_was_read_is_sorted_by_each_column_and_marks_stay(db):
    async with terminal(db, LARGE) as at:
        await at.press("6")
        await at.sees("to answer 4")
        rows = at.app.screen.query_one(Rows)

        def refs():
            return [row.key for row in rows.rows]

        read = refs()
        await at.press("G", "space", "S")
        await at.sees("No.↑")
        assert refs() == ["S1", "S2", "W1", "W2"]
        await at.press("R")
        await at.sees("No.↓", "1 marked")
        assert refs() == ["W2", "W1", "S2", "S1"]
        await at.press("S", "S")
        await at.sees("What↑")
        words = [rows.rows[n].cells[3].text.casefold() for n in range(4)]
        assert words == sorted(words)
        await at.press("S")
        assert refs() == read
        assert "What " in str(at.app.screen.query_one(Headings).render())
        await at.press("v")
        heading = next(line for line in at.text.splitlines() if "What is not known" in line)
        await at.pilot.click(Headings, offset=(heading.index("What is not known"), 0))
        await at.sees("What is not known↑")
        words = [row.cells[3].text.casefold() for row in rows.rows]
        assert words == sorted(words)
        assert len(words) > 3
        assert "not known" in str(at.app.screen.query_one("#papers-head", Static).render())
