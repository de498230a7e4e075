"""An empty database offers papers, the demonstration, a report; each leads somewhere."""

import pytest
from textual.widgets import Input


@pytest.fixture
def empty(tmp_path):
    """A place where there is no database yet."""
    return tmp_path / "new.db"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_three_ways_to_begin_are_offered_with_their_keys(opened, empty, size):
    async with opened(empty, size) as at:
        await at.sees("There is nothing here yet", "i import", "d demonstration", "n new", str(empty)[:40])
        assert "↵ open" not in at.text


async def test_d_opens_the_demonstration_in_a_database_of_its_own(opened, empty):
    async with opened(empty) as at:
        await at.sees("There is nothing here yet")
        await at.press("d")
        await at.sees("LATE · ", "Connecting Communities")
        assert at.app.work.url != str(empty)


async def test_n_starts_a_report_and_adds_the_body_nobody_knew_when_asked_twice(opened, empty):
    async with opened(empty) as at:
        await at.sees("There is nothing here yet")
        await at.press("n")
        await at.sees("Scrutiny body")
        await at.press("ctrl+s")
        await at.sees("A report has a title.")
        await at.write("A [bold]title[/x]")
        await at.press("enter")
        await at.write("Scrutiny Board (2)")
        await at.press("enter")
        await at.sees("There is no body “Scrutiny Board (2)” yet")
        assert at.app.screen.query_one("#title", Input).value == "A [bold]title[/x]"
        await at.press("enter")
        await at.sees("R1 · A [bold]title[/x]")
        await at.press("escape")
        await at.sees("drafted 1")


async def test_i_reads_the_papers_of_a_folder(opened, empty, shared):
    async with opened(empty) as at:
        await at.sees("There is nothing here yet")
        await at.press("i")
        await at.pilot.pause(0.2)
        at.app.screen.query_one(Input).value = str(shared / "seeds")
        await at.press("enter")
        await at.pilot.pause(1)
        if "drafted" not in at.text:
            await at.press("ctrl+s")
        for _ in range(3):
            if at.app.screen.is_modal:
                await at.pilot.pause(1)
                await at.press("escape")
        await at.sees("Connecting Communities", "LATE")


async def test_f2_asks_everything_a_report_can_begin_with_and_keeps_what_was_typed(opened, database):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("n")
        await at.sees("Scrutiny body")
        await at.write("Night Buses")
        await at.press("down")
        await at.write("scrutiny co")
        await at.sees("⇥ Tab")
        await at.press("right", "f2")
        await at.sees(
            "Lead officer",
            "Must be consulted on",
            "Exempt (Sch. 12A)",
            "Night Buses",
            "Scrutiny Co-ordination Committee",
        )
        assert "Consultation opens" not in at.text
        at.app.screen.query_one("#fact-consultation_required Choice").focus()
        await at.press("y")
        await at.sees("Consultation opens")
        at.app.screen.query_one("#fact-lead_officer Input").focus()
        await at.write("Head of Nothing")
        await at.press("down")
        await at.sees("? not on file", "WILL HAPPEN")
        await at.press("ctrl+s")
        await at.sees("R24 · Night Buses", "Head of Noth")
