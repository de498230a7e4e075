"""The round by keys: item by item, left and taken up again; what is refused loses nothing that was typed."""

import shutil
from datetime import date

import pytest
from diary_desk import LARGE, SMALL, Clock, build, meetings_on, recommended

from states.case import decode_case
from states.words import Clock as ClockName
from states.words import SignOff, State
from workflow.desk import open_desk


@pytest.fixture(scope="module")
def council_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("round") / "council.db"
    build(path)
    return path


@pytest.fixture
def db(council_file, tmp_path):
    return shutil.copy(council_file, tmp_path / "matters.db")


@pytest.fixture
def desk(db):
    desk = open_desk(str(db), "omar", Clock())
    yield desk
    desk.close()


def case(desk, ref):
    with desk.reading() as tx:
        return decode_case(tx.report(ref).folded)


async def began(at):
    """Goes to the meeting that was held, and begins its round."""
    await at.press("G")
    await at.sees("ON THE AGENDA · 3")
    await at.press("r")
    await at.sees("of 3 dealt with")


async def test_who_decides_in_the_round_begins_as_what_the_body_that_met_is(db, desk):
    async with meetings_on(db) as at:
        await began(at)
        await at.press("enter", "d")
        await at.until(lambda: at.app.screen.query("#f-maker_kind"))
        assert at.app.screen.query_one("#f-maker_kind").value == "committee"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_whole_round_goes_from_item_to_item_by_keys(db, desk, size):
    async with meetings_on(db, size) as at:
        await began(at)
        await at.press("enter", "r", "tab")  # recommended
        await at.type("12/26")
        await at.until(lambda: at.app.screen.query("#f-rec-1"))
        await at.press("tab")
        await at.type("Keep every library open")
        await at.until(lambda: at.app.screen.query("#f-rec-2"))
        await at.press("ctrl+n")
        await at.until(lambda: at.app.screen.focused.id == "f-rec-2")
        await at.focus("#f-promise-1")
        await at.type("the costs will be sent round")
        await at.press("tab")
        await at.type("Director of Finance")
        await at.press("tab")
        await at.type("11 Dec 2026")
        await at.sees("Will happen", "On: Friday 20 November 2026, the day of the meeting.")
        await at.press("ctrl+s")
        await at.sees("2 of 3 · R2")
        await at.press("n", "n", "tab")  # noted, then not reached, then noted again
        await at.press("ctrl+s")
        await at.until(lambda: "3 of 3 · R3" in at.flat or "R2" not in at.flat)
        await at.press("h")  # hear again
        await at.until(lambda: at.app.screen.query("#f-until"))
        await at.press("tab", "tab")
        await at.type("6 months after it opens")
        await at.does()
        await at.sees("That is the whole agenda")
    made = case(desk, 1)
    assert (made.state, made.listings[0].minute) == (State.RECOMMENDED, "12/26")
    assert [(r.text, r.to.name) for r in made.recommendations] == [("Keep every library open", "Cabinet")]
    promised = next(f for f in made.follow_ups if f.clock is ClockName.PROMISE)
    assert (promised.owner, promised.due) == ("Director of Finance", date(2026, 12, 11))
    assert case(desk, 2).state is State.DRAFTED  # not reached: nothing is entered
    assert case(desk, 3).state is State.UPDATED


async def test_a_round_that_was_left_goes_on_with_what_is_open(db, desk):
    async with meetings_on(db) as at:
        await began(at)
        await at.press("enter", "c", "ctrl+s")  # considered
        await at.sees("2 of 3 · R2")
        await at.press("escape")
        await at.sees("Left here")
        await at.press("escape")
        await at.until(lambda: at.place == "meetings")
        await at.press("r")
        await at.sees("1 of 3 dealt with")
        await at.press("n")
        await at.sees("2 of 3 · R2")
    assert case(desk, 1).state is State.SCRUTINISED


async def test_what_is_refused_is_said_in_the_form_and_nothing_typed_is_lost(db, desk):
    async with meetings_on(db) as at:
        await began(at)
        await at.press("enter", "ctrl+s")
        await at.sees("! Say what became of it")
        await at.press("r", "tab")
        await at.type("12/26")
        await at.press("ctrl+s")
        await at.sees("! R1: To recommend, say at least one recommendation")
        assert at.app.screen.query_one("#minute").value == "12/26"
    assert case(desk, 1).state is State.DRAFTED


async def test_a_committee_says_how_far_it_has_come_and_discharges(db, desk):
    recommended(desk, 1, "Keep libraries", "Open hubs")
    async with meetings_on(db, LARGE) as at:
        await began(at)
        await at.press("g", "enter", "u")
        await at.until(lambda: at.app.screen.query("#f-sign-2"))
        await at.focus("#f-progress-1")
        await at.press("c")
        await at.focus("#f-sign-1")
        await at.press("d")
        await at.press("ctrl+s")
        await at.until(lambda: "1 of 3 · R1" not in at.flat)
    assert [r.sign_off for r in case(desk, 1).recommendations] == [SignOff.DISCHARGED, SignOff.NONE]


async def test_somebody_else_was_faster_and_the_second_is_told(db, desk):
    async with meetings_on(db) as at:
        await began(at)
        await at.press("enter", "c")
        recommended(desk, 1, "Keep libraries")
        await at.press("ctrl+s")
        await at.sees("omar", "It is recommended.")
        await at.press("escape", "escape")
        await at.sees("Left here")


async def test_a_meeting_that_was_not_held_has_no_round(db):
    async with meetings_on(db) as at:
        await at.press("r")
        await at.sees("it has not been yet. Its round begins once it was held")
        assert at.place == "meetings"


async def test_in_the_past_the_round_can_be_looked_at_but_not_entered(db):
    async with meetings_on(db) as at:
        await began(at)
        at.app.look_at(date(2026, 11, 22))
        await at.sees("AS IT STOOD")
        await at.press("enter", "n")
        assert at.place == "round"
