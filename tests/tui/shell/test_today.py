"""Today: what is late first, what is next, what waits; and the numbers."""

from datetime import UTC, datetime

import pytest

from states.acts import FollowUpAct
from states.words import Ended
from workflow.desk import open_desk
from workflow.owed import do
from workflow.views.look import looking
from workflow.views.today import desktop

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SIZES = [(80, 24), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_late_stands_first_with_who_owes_it_and_how_late_it_is(opened, size):
    async with opened(size=size) as at:
        await at.sees("LATE · 9", "THIS WEEK · 2", "WINDOWS OPEN · 1", "NO DATE YET · 4")
        rows = at.text.splitlines()
        late = next(i for i, row in enumerate(rows) if "LATE" in row)
        assert "L  Connecting Communities" in rows[late + 1]
        assert "response to recs 1–4" in rows[late + 1]
        assert "Cabinet" in rows[late + 1]
        assert "9 years" in rows[late + 1]
        assert "call-in window closes" in at.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_are_those_of_the_database(opened, size):
    async with opened(size=size) as at:
        if size[0] == 80:
            await at.sees("drafted 4", "Cabinet decided 3", "withdrawn 1", "late by month", "answered in time 67 %")
        else:
            await at.sees("REPORTS BY STATE", "LATE AT THE MONTH'S END", "now 9", "6 of 9 answers", "USUAL DAYS")


async def test_the_cursor_goes_from_line_to_line_and_enter_opens_the_report(opened):
    async with opened() as at:
        await at.sees("LATE")
        desk = at.app.screen.query_one("#desk")
        assert desk.key.startswith("R1/late")
        await at.press("j")
        assert desk.key.startswith("R8/late")
        await at.press("G")
        assert "/undated/" in desk.key
        await at.press("g", "down", "up", "enter")
        await at.sees("Connecting Communities Phase 2", "esc back")
        await at.press("escape")
        await at.sees("LATE · 9")


async def test_m_opens_what_can_happen_to_the_report(opened):
    async with opened() as at:
        await at.sees("LATE")
        await at.press("m")
        await at.sees("Move · Connecting Communities")


async def test_what_somebody_else_entered_appears_and_the_cursor_keeps_its_line(opened, database):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("j")
        key = at.app.screen.query_one("#desk").key
        desk = open_desk(str(database), "omar", lambda: NOW)
        do(desk, 7, FollowUpAct("done", 9, ended=Ended.KEPT))
        desk.close()
        await at.sees("LATE · 8")
        assert at.app.screen.query_one("#desk").key == key


async def test_a_past_day_is_marked_and_nothing_can_be_entered_there(opened):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("at")
        await at.sees("As it stood")
        await at.write("1 june 2017")
        await at.press("enter")
        await at.sees("AS IT STOOD ON 1 Jun 2017", "LATE · 4", "26 days")
        assert at.app.work.as_of is not None
        await at.press("n")
        await at.sees("looking at the past", "@ and ↵ bring")
        await at.press("j")
        await at.no_longer_sees("looking at the past")
        await at.press("a")
        await at.sees("looking at the past")
        await at.press("at", "enter")
        await at.sees("Budget Proposals", "Sun 22 Nov 2026")


async def test_a_day_that_has_not_come_is_refused_in_the_form(opened):
    async with opened() as at:
        await at.press("at")
        await at.sees("As it stood")
        await at.write("1 june 2030")
        await at.press("enter")
        await at.sees("has not come yet")
        await at.press("escape")
        await at.sees("LATE · 9")


def test_what_is_counted_is_what_is_listed(database):
    desk = open_desk(str(database), "ann", lambda: NOW)
    with looking(desk.store, desk.today) as look:
        found = desktop(look)
        assert (len(found.late), len(found.soon), len(found.windows), len(found.undated)) == (
            found.late_many, found.soon_many, found.windows_many, found.undated_many,
        )  # fmt: skip
        few = desktop(look, shown=1)
        assert len(few.late) == 1
        assert few.late_many == found.late_many
        assert not found.empty
    desk.close()


async def test_at_a_width_where_the_states_just_fit_the_trend_still_has_its_line(opened):
    async with opened(size=(120, 32)) as at:
        await at.sees("LATE · 9", "late by month", "answered in time")


async def test_a_reminder_from_today_says_first_that_reminders_are_off_and_which_keys_switch_them_on(opened):
    async with opened() as at:
        await at.sees("LATE · 9 on")
        await at.press("r")
        await at.sees("Reminders are off, so nobody is written to: 7, then E")


async def test_of_several_on_a_line_each_is_told_by_its_recommendation(opened):
    async with opened() as at:
        await at.sees("LATE · 9")
        await at.press("z")
        await at.sees("Which of them?", "all 4 of them", "recommendation 1: ", "recommendation 4: ")


async def test_a_report_on_a_small_screen_begins_with_what_is_late_what_is_next_and_what_can_be_done(opened):
    async with opened() as at:
        at.app.record("R20")
        await at.sees(
            "LATE  L Wed 18 Nov   report to be in", "NEXT  D Wed 25 Nov   agenda goes out", "NOW   h scrutinise"
        )
        await at.sees("M Thu 3 Dec    on the agenda · M11")
        where = [at.text.index(word) for word in ("LATE  L", "NEXT  D", "NOW   h", "RECOMMENDATIONS", "DATES")]
        assert where == sorted(where)
        await at.press("escape")
        at.app.record("R7")
        await at.sees("LATE  L Fri 13 Nov   update", "L Fri 20 Nov   action on rec 2", "NOW   U update")
        await at.press("enter")
        await at.sees("Follow-up 9", "it is no longer owed")
        await at.press("escape")
        await at.pilot.resize_terminal(200, 50)
        await at.sees("WHAT CAN HAPPEN NOW", "L update 9 days late")
        assert "LATE  L" not in at.text
