"""Meetings: what changes one is told to every report that rests on it, in the same transaction."""

from datetime import date

import pytest

from states.acts import FollowUpAct
from states.days import On
from states.errors import BadInput, Conflict, NotFound, Refused
from states.facts import Facts
from states.words import Clock, MeetingStatus, Move
from workflow import owed
from workflow.engine import make_move
from workflow.records import meetings, resting

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


def agenda_due(council, report):
    return next(f.due for f in council.case(report).follow_ups if f.clock is Clock.AGENDA_PUBLICATION)


@ON_BOTH
def test_a_moved_meeting_moves_the_dates_that_rest_on_it(desk, council):
    report, meeting = council.draft(), council.meeting(date(2017, 3, 3))
    council.listed(report, meeting)
    assert agenda_due(council, report) == date(2017, 2, 23)
    done = meetings.move(desk, meeting, date(2017, 3, 10), why="the room is taken")
    assert [(d.clock, d.was, d.now) for d in done.dates] == [
        (Clock.AGENDA_PUBLICATION, date(2017, 2, 23), date(2017, 3, 2)),
        (Clock.REPORT_DEADLINE, date(2017, 2, 16), date(2017, 2, 23)),
    ]
    assert agenda_due(council, report) == date(2017, 3, 2)
    with desk.reading() as tx:
        assert tx.get("meeting", meeting)["moved_from"] == "2017-03-03"


def test_every_report_on_the_agenda_is_told(desk, council):
    meeting = council.meeting(date(2017, 3, 3))
    reports = [council.draft(title) for title in ("Libraries", "Hubs", "Parks")]
    for report in reports:
        council.listed(report, meeting)
    assert meetings.move(desk, meeting, date(2017, 3, 10)).reports == tuple(reports)


@ON_BOTH
def test_a_report_that_waits_for_a_meeting_is_told_that_it_moved(desk, council, clock):
    report = council.draft()
    later = council.meeting(date(2017, 9, 8))
    meeting = council.held(date(2017, 3, 3), report)
    make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    make_move(desk, report, Move.HEAR_AGAIN, Facts(until_meeting=council.sitting(later)))
    done = meetings.move(desk, later, date(2017, 10, 6))
    assert [(d.clock, d.was, d.now) for d in done.dates] == [(Clock.UPDATE_DUE, date(2017, 9, 8), date(2017, 10, 6))]


def test_a_meeting_that_another_number_begins_with_is_not_mistaken_for_it(desk, council, clock):
    report = council.draft()
    for _ in range(11):
        council.meeting(date(2018, 1, 1).replace(day=1 + _))
    meeting = council.held(date(2017, 3, 3), report)
    make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    make_move(desk, report, Move.HEAR_AGAIN, Facts(until_meeting=council.sitting(11)))
    assert meetings.move(desk, 1, date(2018, 2, 1)).reports == ()
    assert meetings.move(desk, 11, date(2018, 2, 2)).reports == (report,)


@ON_BOTH
def test_a_meeting_that_was_held_wants_no_agenda_and_no_report_any_more(desk, council, clock):
    updated, _ = council.recommended("Keep libraries")
    not_reached, meeting = council.draft("Hubs"), council.meeting(date(2017, 6, 9))
    for report in (updated, not_reached):
        council.listed(report, meeting)
    clock.set(date(2017, 6, 10))
    done = meetings.hold(desk, meeting)
    assert {(d.report, d.clock, d.over) for d in done.dates} == {
        (report, clock, True)
        for report in (updated, not_reached) for clock in (Clock.AGENDA_PUBLICATION, Clock.REPORT_DEADLINE)
    }  # fmt: skip
    make_move(desk, updated, Move.UPDATE, Facts(meeting=council.sitting(meeting)))
    with desk.reading() as tx:
        owed_still = {clock for (clock,) in tx.run("SELECT clock FROM follow_up WHERE ended IS NULL").fetchall()}
    assert owed_still == {"executive_response", "update_due"}
    meetings.put_right(desk, meeting, "it was not held", status=MeetingStatus.SCHEDULED)
    assert agenda_due(council, not_reached) == date(2017, 6, 1)
    assert any(f.clock is Clock.AGENDA_PUBLICATION and f.ended is None for f in council.case(not_reached).follow_ups)


def test_a_cancelled_meeting_wants_no_agenda_any_more(desk, council):
    report, meeting = council.draft(), council.meeting(date(2017, 3, 3))
    council.listed(report, meeting)
    with pytest.raises(BadInput, match="say why"):
        meetings.cancel(desk, meeting, None)
    done = meetings.cancel(desk, meeting, "snow")
    assert {d.now for d in done.dates} == {None}
    assert council.case(report).irregularities == ()


def test_a_cancelled_meeting_is_not_taken_up_again(desk, council):
    meeting = council.meeting(date(2017, 3, 3))
    meetings.cancel(desk, meeting, "snow")
    for verb in (lambda: meetings.move(desk, meeting, date(2017, 4, 3)), lambda: meetings.hold(desk, meeting)):
        with pytest.raises(Refused, match="is cancelled; add another one"):
            verb()


def test_a_meeting_is_not_held_before_its_day_has_come(desk, council, clock):
    meeting = council.meeting(date(2017, 3, 3))
    with pytest.raises(Refused, match="hold it once that day has come"):
        meetings.hold(desk, meeting)
    clock.set(date(2017, 3, 3))
    assert meetings.hold(desk, meeting).sitting.status is MeetingStatus.HELD


def test_a_meeting_whose_day_is_not_known_is_held_on_the_day_given(desk, council, clock):
    meeting = meetings.add(desk, council.board, On(date(2016, 11, 1), date(2016, 11, 30)))
    with pytest.raises(Refused, match="day is not known"):
        meetings.hold(desk, meeting)
    assert meetings.hold(desk, meeting, day=date(2016, 11, 9)).sitting.on == On.day(date(2016, 11, 9))


def test_an_adjourned_meeting_can_be_held_on_its_new_day(desk, council, clock):
    meeting = council.meeting(date(2017, 2, 3))
    meetings.adjourn(desk, meeting, "the hour was late", to=date(2017, 2, 10))
    clock.set(date(2017, 2, 11))
    assert meetings.hold(desk, meeting).sitting.on == On.day(date(2017, 2, 10))


def test_what_was_entered_wrongly_of_a_meeting_is_put_right_with_a_reason(desk, council, clock):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    meetings.put_right(desk, meeting, "the minutes say so", day=date(2017, 3, 2))
    assert council.case(report).listings[0].meeting.on == On.day(date(2017, 3, 2))
    with pytest.raises(Refused, match="cannot have been held"):
        meetings.put_right(desk, meeting, "no", day=date(2027, 3, 2))


def test_minutes_are_confirmed_at_a_later_meeting(desk, council, clock):
    first, second = council.held(date(2017, 3, 3)), council.held(date(2017, 4, 7))
    meetings.minutes(desk, first, "draft")
    meetings.minutes(desk, first, "confirmed", at=second)
    with desk.reading() as tx:
        row = tx.get("meeting", first)
    assert row["minutes"] == "confirmed"
    assert f"M{second}" in row["note"]
    with pytest.raises(Refused, match="no later"):
        meetings.minutes(desk, second, "confirmed", at=first)
    with pytest.raises(BadInput, match="what was corrected"):
        meetings.minutes(desk, first, "corrected")


def test_a_meeting_that_was_not_held_has_no_minutes(desk, council):
    with pytest.raises(Refused, match="it has no minutes"):
        meetings.minutes(desk, council.meeting(date(2017, 3, 3)), "draft")


def test_the_same_meeting_is_not_added_twice(desk, council):
    council.meeting(date(2017, 3, 3))
    with pytest.raises(Refused, match="that meeting already"):
        council.meeting(date(2017, 3, 3))


@ON_BOTH
def test_of_two_who_move_a_meeting_the_second_is_told_who_did(desk, other_desk, council):
    meeting = council.meeting(date(2017, 3, 3))
    with desk.reading() as tx:
        looked_at = meetings.version(tx, meeting)
    meetings.move(other_desk, meeting, date(2017, 3, 10))
    with pytest.raises(Conflict, match="omar"):
        meetings.move(desk, meeting, date(2017, 3, 17), expected=looked_at)


@pytest.mark.parametrize("time", ["25:00", "noon", "2.60", "13 pm", "14"])
def test_what_is_no_time_of_day_is_refused(desk, council, time):
    with pytest.raises(BadInput, match="no time of day"):
        meetings.add(desk, council.board, On.day(date(2017, 3, 3)), time=time)


@pytest.mark.parametrize(
    ("time", "kept"), [("2pm", "14:00"), ("2.00 p.m.", "14:00"), ("14:30", "14:30"), ("12am", "00:00")]
)
def test_times_of_day_are_kept_in_one_form(desk, council, time, kept):
    ref = meetings.add(desk, council.board, On.day(date(2017, 3, 3)), time=time)
    with desk.reading() as tx:
        assert tx.get("meeting", ref)["time"] == kept


def test_a_meeting_that_is_not_there_is_said_so(desk):
    with pytest.raises(NotFound, match="matters meetings"):
        meetings.move(desk, 7, date(2017, 3, 3))


@ON_BOTH
def test_what_waited_for_a_meeting_that_will_not_be_is_told_however_it_waited(desk, council):
    held, coming = council.held(date(2017, 2, 1)), council.meeting(date(2017, 3, 3))
    listed, again, put_off, over = (council.draft(title) for title in ("Hubs", "Libraries", "Buses", "Parks"))
    council.listed(listed, coming)
    for report in (again, over):
        make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(held)))
        make_move(desk, report, Move.HEAR_AGAIN, Facts(until_meeting=council.sitting(coming)))
    make_move(desk, put_off, Move.DEFER, Facts(until_meeting=council.sitting(coming)), why="the chair is ill")
    make_move(desk, over, Move.WITHDRAW, why="not wanted")
    council.listed(put_off, coming)
    meetings.cancel(desk, coming, "snow")
    with desk.reading() as tx:
        found = {w.report: w.how for w in resting.waiting(tx, coming)}
    assert found == {listed: "on its agenda", put_off: "on its agenda", again: "to be heard again there"}


def test_a_report_that_is_put_off_until_a_meeting_waits_for_it(desk, council):
    report, coming = council.draft(), council.meeting(date(2017, 3, 3))
    make_move(desk, report, Move.DEFER, Facts(until_meeting=council.sitting(coming)), why="the chair is ill")
    owed.do(desk, report, FollowUpAct("add", quote="a plan"))
    with desk.reading() as tx:
        assert [w.how for w in resting.waiting(tx, coming)] == ["put off until then"]
