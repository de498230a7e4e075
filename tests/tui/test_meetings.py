"""Meetings: agendas, what could be on them, the small forms, the days, the programme and the plan, by keys."""

import shutil
from datetime import date
from time import sleep

import pytest
from diary_desk import LARGE, SMALL, TODAY, Clock, build, meetings_on, sitting

from states.words import MeetingStatus
from workflow.desk import open_desk


@pytest.fixture(scope="module")
def council_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("diary") / "council.db"
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


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_diary_shows_what_is_on_each_agenda_and_what_could_be(db, size):
    async with meetings_on(db, size) as at:
        await at.sees("Thu 3 Dec", "PAST", "M2", "Nothing is listed", "COULD BE", "Rented Flats", "Dental app")
        await at.press("G")
        await at.until(lambda: at.app.screen.query_one("#meetings").key == "M1")
        await at.sees("ON THE AGENDA · 3", "Libraries", "Friday 20 November 2026")


async def test_another_body_shows_only_its_own_meetings(db):
    async with meetings_on(db) as at:
        await at.press("b")
        await at.sees("TO COME · Cabinet", "Mon 14 Dec")
        await at.until(lambda: "Thu 3 Dec" not in at.text)


async def test_a_meeting_is_added_moved_adjourned_and_cancelled_by_its_keys(db, desk):
    async with meetings_on(db) as at:
        await at.press("n")
        await at.type("cabinet")
        await at.press("tab")
        await at.type("7 Jan 2027")
        await at.sees("Thu 7 Jan 2027")
        await at.press("tab")
        await at.type("todaytoday")
        await at.press("tab", "ctrl+s")
        await at.sees("“todaytoday” is no time")
        await at.until(lambda: at.app.screen.focused.id == "ask-time")
        await at.press("ctrl+u")
        await at.type("14:00")
        await at.does()
        assert sitting(desk, 5).on.exact == date(2027, 1, 7)
        await at.until(lambda: at.app.screen.query_one("#meetings").key == "M5")
        await at.press("g", "m")
        await at.type("4 Dec 2026")
        await at.does()
        assert sitting(desk, 2).on.exact == date(2026, 12, 4)
        await at.press("a")
        await at.press("ctrl+s")
        await at.sees("Say why it is adjourned")
        await at.type("snow")
        await at.does()
        assert sitting(desk, 2).status is MeetingStatus.ADJOURNED
        await at.press("x")
        await at.type("nobody can come")
        await at.sees("Will happen", "cancelled")
        await at.does()
        assert sitting(desk, 2).status is MeetingStatus.CANCELLED


async def test_what_is_too_early_is_refused_in_the_form_and_what_was_typed_stays(db, desk):
    async with meetings_on(db) as at:
        await at.press("d")
        await at.sees("hold it once that day has come")
        await at.press("ctrl+s")
        await at.sees("! M2: It is on 3 Dec 2026")
        await at.press("escape")
        await at.press("i")
        await at.press("ctrl+s")
        await at.sees("it has no minutes")
        await at.press("escape")
        assert sitting(desk, 2).status is MeetingStatus.SCHEDULED


async def test_somebody_else_moved_the_meeting_first_and_the_second_is_told(db, desk):
    from workflow.records import meetings

    async with meetings_on(db) as at:
        await at.press("m")
        await at.type("10 Dec 2026")
        meetings.move(desk, 2, date(2026, 12, 9))
        await at.press("ctrl+s")
        await at.sees("omar")
        assert sitting(desk, 2).on.exact == date(2026, 12, 9)


async def test_minutes_are_confirmed_by_their_key(db, desk):
    async with meetings_on(db) as at:
        await at.press("G")
        await at.sees("ON THE AGENDA · 3")
        await at.press("i", "c", "tab")
        await at.type("M2")
        await at.does()
        await at.sees("minutes confirmed")


async def test_what_could_be_on_the_agenda_is_put_there_and_a_topic_becomes_a_report(db, desk):
    async with meetings_on(db) as at:
        await at.press("enter")
        await at.until(lambda: at.app.screen.query_one("#agenda").key == "could/R4")
        await at.press("enter")
        await at.sees("On the agenda of")
        await at.does()
        await at.sees("ON THE AGENDA · 1")
        assert "became" not in at.text, "what became of it is said once it was held"
        await at.press("j", "M")
        await at.sees("It is on no agenda yet")
        await at.press("L")
        await at.type("T1")
        await at.press("enter")
        await at.sees("Item number")
        await at.does()
        await at.sees("ON THE AGENDA · 2", "Dental app")


async def test_a_report_is_moved_from_one_meeting_to_the_next_and_its_dates_with_it(db, desk):
    from workflow.views.diary import agenda
    from workflow.views.look import looking

    async with meetings_on(db) as at:
        await at.press("L")
        await at.type("R4")
        await at.press("enter")
        await at.sees("Item number")
        await at.does()
        await at.sees("ON THE AGENDA · 1")
        await at.press("enter", "g", "greater_than_sign")
        await at.sees("Move from", "M3")
        await at.sees("Moves:", "9 December")
        await at.does()
        with looking(desk.store, TODAY) as look:
            assert [len(agenda(look, meeting).items) for meeting in (2, 3)] == [0, 1]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_consultations_and_due_days_stand_against_the_days_with_bank_holidays_marked(db, size):
    async with meetings_on(db, size) as at:
        if size == SMALL:
            await at.press("v")
        await at.sees("C Rented Flats", "━", "meetings")
        await at.press(*["right_square_bracket"] * 4)
        await at.sees("25 Dec Christmas Day")
        assert "H" in next(line for line in at.text.splitlines() if "meetings" in line)


async def test_topics_are_added_dropped_and_promoted_on_the_work_programme(db, desk):
    from workflow.records.topics import programme

    async with meetings_on(db) as at:
        await at.press("w")
        await at.sees("Dental appointments")
        await at.press("n")
        await at.type("Buses at night")
        await at.does()
        await at.sees("Buses at night")
        await at.press("p")
        await at.does()
        await at.press("g", "x")
        await at.type("not now")
        await at.does()
        with desk.reading() as tx:
            assert sorted(t.status for t in programme(tx)) == ["dropped", "promoted"]


async def test_the_programme_has_what_is_on_the_agendas_to_come_with_its_day(db):
    async with meetings_on(db) as at:
        await at.press("L")
        await at.type("R4")
        await at.press("enter")
        await at.does()
        await at.sees("ON THE AGENDA · 1")
        await at.press("w")
        await at.until(lambda: at.app.screen.query_one("#programme").key.startswith("R4/"))
        await at.sees("Rented Flats", "Thu 3 Dec")
        await at.press("p")
        await at.sees("what has a day is a report already")


async def test_a_key_that_comes_before_the_agenda_is_read_is_for_the_meeting_one_stands_on(db, monkeypatch):
    from workflow.views import diary

    quick = diary.agenda
    monkeypatch.setattr(diary, "agenda", lambda look, meeting: sleep(0.3) or quick(look, meeting))
    async with meetings_on(db) as at:
        await at.press("G", "r")
        await at.sees("0 of 3 dealt with", "Libraries")
        await at.press("escape", "g", "m")
        await at.sees("Move · M2")
        await at.press("escape", "G", "enter", "enter")
        await at.until(lambda: at.place == "record")
        assert at.app.screen.ref in {"R1", "R2", "R3"}, "what M1 has on its agenda; for M2 the form that lists it opens"


async def test_the_work_programme_is_a_part_of_meetings_that_can_be_seen_and_eight_goes_there_from_anywhere(db):
    async with meetings_on(db) as at:
        await at.sees("Diary w Work programme v Days")
        await at.press("1", "8")
        await at.sees("w Diary Work programme v Days", "Dental appointments")
        assert at.app.current_mode == "meetings"
        await at.press("v")
        await at.sees("D Diary w Work programme Days", "C Rented Flats")
        await at.pilot.click(offset=(4, 3))
        await at.sees("Diary w Work programme v Days", "Thu 3 Dec")
        await at.pilot.click(offset=(12, 3))
        await at.sees("w Diary Work programme", "Dental appointments")
        await at.press("w")
        await at.sees("Diary w Work programme v Days", "Thu 3 Dec")


async def test_a_plan_goes_back_from_the_next_cabinet(db):
    async with meetings_on(db, LARGE) as at:
        await at.press("p")
        await at.sees("Cabinet decides", "28 days' notice of a key decision", "The last day was", "call-in window")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_hostile_titles_are_text_and_nothing_else(db, size):
    async with meetings_on(db, size) as at:
        await at.press("L")
        await at.type("R5")
        await at.press("enter")
        await at.sees("Item number")
        await at.does()
        await at.sees("[/bold] [red]x" if size == LARGE else "[/bold]")
        assert not set(at.text) & {"\x1b", "\x07", "\u202e"}


async def test_in_the_past_the_diary_is_marked_and_nothing_can_be_entered(db, desk):
    with desk.reading() as tx:
        before = tx.head().entry
    async with meetings_on(db) as at:
        at.app.look_at(date(2026, 10, 15))
        await at.sees("AS IT STOOD ON 15 Oct 2026")
        await at.press("n", "m", "x", "a", "d", "L", "r")
        assert at.place == "meetings"
    with desk.reading() as tx:
        assert tx.head().entry == before


async def test_what_waited_for_a_meeting_that_will_not_be_is_said_before_it_is_cancelled_and_listed_after(db, desk):
    from states.facts import Facts
    from states.words import Move
    from workflow.engine import make_move

    make_move(desk, 4, Move.LIST, Facts(meeting=sitting(desk, 2)))
    make_move(desk, 1, Move.SCRUTINISE, Facts(meeting=sitting(desk, 1)))
    make_move(desk, 1, Move.HEAR_AGAIN, Facts(until_meeting=sitting(desk, 2)))
    async with meetings_on(db) as at:
        await at.press("x")
        await at.type("snow")
        await at.sees("Waited for it: R4", "Waited for it: R1", "to be heard again there")
        await at.does()
        await at.sees("WAITED FOR IT · 1", "> gives it", "Rented", "WAITED FOR IT TOO · 1", "Libraries")


async def test_a_body_nobody_knows_is_added_with_its_first_meeting(db, desk):
    async with meetings_on(db) as at:
        await at.press("n")
        await at.type("Area Forum")
        await at.press("down")
        await at.type("7 Jan 2027")
        await at.sees("There is no body “Area Forum” yet: say of which kind it is")
        await at.focus("#ask-kind")
        await at.press("a")
        await at.sees("Will happen", "Area Forum")
        await at.does()
        assert sitting(desk, 5).body.name == "Area Forum"
