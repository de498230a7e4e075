"""The schedule of reminders: each row on days worked out by hand, and whatever day it is, never on a day of rest."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from states import schedule
from states.reminders import reach, report_deadline, wanted
from states.rules import CouncilRules, rules_from
from states.schedule import SCHEDULE, Whom, chases, escalations, stages, with_figures
from states.words import WINDOWS, Clock
from states.working_days import Calendar

PLAIN = Calendar()
DAY = timedelta(1)


def told(clock, due, calendar=PLAIN, **more):
    return [(stage.name, stage.day.isoformat()) for stage in stages(SCHEDULE[clock], due, calendar, **more)]


def test_an_executive_response_is_asked_for_28_14_and_5_days_before_and_then_late():
    assert told(Clock.EXECUTIVE_RESPONSE, date(2026, 6, 30)) == [
        ("before-28", "2026-06-02"),
        ("before-14", "2026-06-16"),
        ("before-5", "2026-06-25"),
        ("late-1", "2026-07-01"),
        ("late-2", "2026-07-15"),
    ]


def test_what_falls_on_a_weekend_or_a_bank_holiday_goes_on_the_next_working_day():
    # Saturday 6 May 2017: 28 days before is a Saturday, 14 a Saturday, 5 the early May bank holiday.
    assert told(Clock.EXECUTIVE_RESPONSE, date(2017, 5, 6)) == [
        ("before-28", "2017-04-10"),
        ("before-14", "2017-04-24"),
        ("before-5", "2017-05-02"),
        ("late-1", "2017-05-08"),
        ("late-2", "2017-05-22"),
    ]


def test_a_council_that_is_closed_writes_when_it_is_open_again():
    shut = Calendar(closures=frozenset({date(2026, 12, 24), date(2026, 12, 29), date(2026, 12, 30)}))
    assert ("before-5", "2026-12-31") in told(Clock.PROMISE, date(2027, 1, 3), shut)
    assert ("before-5", "2026-12-29") in told(Clock.PROMISE, date(2027, 1, 3))


def test_a_council_that_works_on_saturdays_still_sends_nothing_on_one():
    busy = Calendar(saturdays=True)
    assert told(Clock.PROMISE, date(2026, 6, 18), busy)[0] == ("before-14", "2026-06-04")
    assert told(Clock.PROMISE, date(2026, 6, 20), busy)[0] == ("before-14", "2026-06-08")


def test_an_update_is_asked_for_six_weeks_before_and_ahead_of_the_report_deadline():
    meeting = date(2026, 10, 15)
    deadline = report_deadline(meeting, CouncilRules())
    assert deadline == date(2026, 9, 30), "five clear days back to 7 October, and five working days before that"
    assert told(Clock.UPDATE_DUE, meeting, deadline=deadline) == [
        ("before-42", "2026-09-03"),
        ("deadline-10", "2026-09-16"),
        ("deadline-2", "2026-09-28"),
        ("late-1", "2026-10-16"),
        ("late-2", "2026-10-30"),
    ]


def test_an_update_that_no_meeting_waits_for_is_asked_for_ahead_of_its_own_day():
    assert told(Clock.UPDATE_DUE, date(2026, 10, 15))[1:3] == [
        ("deadline-10", "2026-10-01"),
        ("deadline-2", "2026-10-13"),
    ]


def test_the_report_deadline_is_counted_as_its_own_clock_counts_it():
    rules = rules_from({"updates": {"report_deadline_days": 8}})
    assert report_deadline(date(2026, 10, 15), rules) == date(2026, 9, 25)


def test_a_window_is_told_to_the_co_ordinator_before_and_to_the_lead_officer_after():
    window, in_force = stages(SCHEDULE[Clock.CALL_IN_WINDOW], date(2026, 8, 12), PLAIN)
    assert (window.name, window.day, window.to) == ("window", date(2026, 8, 11), Whom.CO_ORDINATOR)
    assert (in_force.name, in_force.day, in_force.to) == ("in-force", date(2026, 8, 13), Whom.LEAD_OFFICER)


def test_the_day_before_a_window_closes_is_a_working_day():
    window = stages(SCHEDULE[Clock.CALL_IN_WINDOW], date(2026, 8, 10), PLAIN)[0]
    assert window.day == date(2026, 8, 7), "it closes on a Monday"


def test_what_has_no_day_is_chased_when_somebody_said():
    asked = chases(SCHEDULE[Clock.PROMISE], date(2026, 5, 2), date(2026, 1, 1), PLAIN)
    assert [(stage.name, stage.day) for stage in asked] == [
        ("chase-1", date(2026, 5, 5)),
        ("chase-2", date(2026, 6, 2)),
    ]
    assert {stage.to for stage in asked} == {Whom.CO_ORDINATOR}


def test_a_request_for_information_is_chased_after_ten_working_days():
    first = chases(SCHEDULE[Clock.PROMISE], None, date(2026, 4, 1), PLAIN)[0]
    assert first.day == date(2026, 4, 17), "Good Friday and Easter Monday lie between"


def test_a_decision_nobody_published_is_asked_about_at_once_and_where_it_is_owed():
    first = chases(SCHEDULE[Clock.AWAITING_PUBLICATION], None, date(2026, 6, 3), PLAIN)[0]
    assert (first.day, first.to) == (date(2026, 6, 5), Whom.OWES)


def test_something_late_is_taken_further_in_three_steps_from_the_second_asking_on():
    steps = escalations(SCHEDULE[Clock.EXECUTIVE_RESPONSE], date(2026, 6, 30), PLAIN)
    assert [(step.name, step.day, step.to) for step in steps] == [
        ("escalate-1", date(2026, 7, 15), Whom.OWES),
        ("escalate-2", date(2026, 7, 29), Whom.DIRECTOR),
        ("escalate-3", date(2026, 8, 12), Whom.MEMBER),
    ]
    assert escalations(SCHEDULE[Clock.AGENDA_PUBLICATION], date(2026, 6, 30), PLAIN) == ()


def test_every_clock_has_its_row():
    assert set(SCHEDULE) == set(Clock)


@pytest.mark.parametrize("clock", [clock for clock in Clock if clock not in WINDOWS])
def test_every_duty_is_asked_for_before_it_is_due_and_after(clock):
    names = [stage.name for stage in stages(SCHEDULE[clock], date(2026, 6, 30), PLAIN)]
    assert names[-2:] == ["late-1", "late-2"]
    assert len(names) > 2


def test_a_councils_own_figures_stand_instead():
    row = with_figures(Clock.REPORT_DEADLINE, before=(7,), overdue_every=21)
    assert [stage.name for stage in stages(row, date(2026, 6, 30), PLAIN)] == ["before-7", "late-1", "late-2"]
    assert stages(row, date(2026, 6, 30), PLAIN)[-1].day == date(2026, 7, 22)
    silent = with_figures(Clock.UPDATE_DUE, before=(), before_deadline=())
    assert [stage.name for stage in stages(silent, date(2026, 6, 30), PLAIN)] == ["late-1", "late-2"]


@pytest.mark.parametrize(
    ("due", "before"),
    [
        (date(2028, 3, 14), "2028-02-29"),  # fourteen days before is 29 February
        (date(2026, 4, 10), "2026-03-27"),  # the clocks go forward between the two
        (date(2026, 11, 3), "2026-10-20"),  # the clocks go back between the two
    ],
)
def test_days_are_days_whatever_the_clocks_and_the_calendar_do(due, before):
    assert told(Clock.EXECUTIVE_RESPONSE, due)[1] == ("before-14", before)


def test_a_year_of_which_no_holidays_are_known_still_has_weekends():
    old = stages(SCHEDULE[Clock.PROMISE], date(1966, 7, 29), PLAIN)
    assert old[-2].day == date(1966, 8, 1)


TUESDAY = frozenset({1})


def test_the_digest_goes_on_its_weekday_or_the_working_day_after_a_holiday():
    assert schedule.digest_day(PLAIN, TUESDAY, date(2026, 6, 2))
    assert not schedule.digest_day(PLAIN, TUESDAY, date(2026, 6, 3))
    shut = Calendar(closures=frozenset({date(2026, 6, 2)}))
    assert schedule.digest_day(shut, TUESDAY, date(2026, 6, 3))
    assert schedule.next_digest_day(PLAIN, TUESDAY, date(2026, 6, 2)) == date(2026, 6, 9)


def test_what_would_come_too_late_with_the_next_digest_cannot_wait():
    before = {stage.name: stage for stage in stages(SCHEDULE[Clock.EXECUTIVE_RESPONSE], date(2026, 6, 18), PLAIN)}
    day = date(2026, 6, 15)
    assert before["before-5"].day == day, "the Monday after"
    assert not schedule.cannot_wait(before["before-5"], day, date(2026, 6, 16))
    assert schedule.cannot_wait(before["before-5"], day, date(2026, 6, 18))
    assert schedule.cannot_wait(before["late-1"], date(2026, 6, 19), date(2026, 6, 23)), "it is late that very day"
    assert not schedule.cannot_wait(before["late-2"], date(2026, 7, 3), date(2026, 7, 7))


# Whatever the day, the clock and the calendar.

CLOCKS = st.sampled_from([clock for clock in Clock if clock not in WINDOWS])
DUES = st.dates(date(2017, 1, 1), date(2035, 12, 31))
CALENDARS = st.builds(
    Calendar,
    closures=st.frozensets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=20),
    saturdays=st.booleans(),
)


def rests(calendar, day):
    return calendar.why_skipped(day, own=False) or calendar.why_skipped(day)


@given(CLOCKS, DUES, CALENDARS, st.integers(0, 6))
@example(Clock.UPDATE_DUE, date(2026, 12, 29), PLAIN, 2)
def test_no_stage_stands_on_a_day_of_rest_nor_before_the_one_ahead_of_it(clock, due, calendar, most):
    found = stages(SCHEDULE[clock], due, calendar, most)
    days = [stage.day for stage in found]
    assert days == sorted(days)
    assert len({stage.name for stage in found}) == len(found)
    assert not [day for day in days if rests(calendar, day)]
    assert sum(stage.stays for stage in found) == most
    for stage in found:
        assert (stage.day <= due) == (not stage.stays)
        assert stage.latest >= stage.day


@given(CLOCKS, DUES, CALENDARS, st.integers(1, 4), st.lists(st.integers(1, 40), min_size=1, max_size=60))
def test_swept_on_whatever_days_nothing_is_asked_twice_or_early_and_nothing_late_is_forgotten(
    clock, due, calendar, most, gaps
):
    found = stages(SCHEDULE[clock], due, calendar, most)
    days = {stage.name: stage.day for stage in found}
    asked, went, day = set(), [], due - timedelta(120)
    for gap in gaps:
        day += timedelta(gap)
        it = wanted(found, day, asked)
        late = [stage for stage in found if stage.stays and stage.day <= day]
        if it is None:
            assert not late or late[-1].name in asked, "late, and not asked"
            continue
        assert it.stage.name not in asked
        assert days[it.stage.name] <= day
        assert all(days[name] <= it.stage.day and name not in asked for name in it.passed_over)
        asked |= {it.stage.name, *it.passed_over}
        went.append(it.stage.name)
        assert wanted(found, day, asked) is None, "one asking a day"
    assert len(went) == len(set(went))


@given(CLOCKS, DUES, st.integers(0, 20))
def test_what_a_clock_reaches_for_holds_every_stage_that_has_come(clock, due, more):
    row = SCHEDULE[clock]
    for stage in stages(row, due, PLAIN):
        if not stage.stays:
            assert due <= reach(row, stage.day)
    if row.before_deadline:
        deadline = report_deadline(due, rules_from({"updates": {"report_deadline_days": more}}))
        for stage in stages(row, due, PLAIN, 2, deadline):
            if not stage.stays:
                assert due <= reach(row, stage.day, more)
