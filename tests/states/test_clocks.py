"""The clocks: the vectors of the design, others worked out by hand, and properties of the law."""

import json
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.clocks import RULES, Unit, as_json, clock_named, count, paragraph
from states.errors import BadInput
from states.rules import CallIn, CouncilRules, Updates
from states.words import Clock
from states.working_days import Calendar, months_after

DAY = timedelta(days=1)
NOTHING_SET = CouncilRules()
STATUTE = Calendar()
days = st.dates(date(1990, 1, 1), date(2099, 6, 30))
calendars = st.builds(
    Calendar,
    saturdays=st.booleans(),
    closures=st.frozensets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=60),
)
BACKWARDS = [clock for clock, rule in RULES.items() if rule.direction == "backwards"]


def last(clock: Clock, start: date, rules: CouncilRules = NOTHING_SET, **how: int) -> date:
    return count(clock, start, rules.calendar(), rules, **how).last_day


def iso(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2017-03-07", "2017-05-06"), ("2016-12-31", "2017-02-28"), ("2017-12-30", "2018-02-28"),
        ("2024-12-29", "2025-02-28"), ("2023-12-30", "2024-02-29"), ("2026-01-01", "2026-02-28"),
        ("2026-07-31", "2026-09-30"), ("2024-12-28", "2025-02-27"),
        # by hand: where February has the corresponding date, the day before it; where it has none, its last day
        ("2023-12-29", "2024-02-28"), ("2023-12-31", "2024-02-29"), ("2024-01-01", "2024-02-29"),
        ("2026-06-30", "2026-08-29"), ("2026-08-31", "2026-10-30"), ("2026-02-28", "2026-04-27"),
        ("2099-12-31", "2100-02-28"), ("2026-04-30", "2026-06-29"),
    ],
)  # fmt: skip
def test_a_response_is_due_within_two_months_beginning_with_the_day_of_receipt(received: str, due: str) -> None:
    assert last(Clock.EXECUTIVE_RESPONSE, iso(received)) == iso(due)


def test_a_response_received_on_7_march_2017_is_due_by_6_may_2017_a_saturday_so_in_practice_by_the_5th() -> None:
    counted = count(Clock.EXECUTIVE_RESPONSE, date(2017, 3, 7), STATUTE, NOTHING_SET)
    assert (counted.last_day, counted.practical_day) == (date(2017, 5, 6), date(2017, 5, 5))
    assert counted.in_force == date(2017, 5, 7)
    assert counted.skipped == ()
    assert counted.counts == "two months beginning with the day of receipt"


@given(days)
def test_a_response_ends_the_day_before_the_corresponding_date_or_with_the_month(received: date) -> None:
    due = last(Clock.EXECUTIVE_RESPONSE, received)
    assert due <= last(Clock.EXECUTIVE_RESPONSE, received + DAY), "a day later is never due earlier"
    month = received.month % 12 + 1
    month = month % 12 + 1
    year = received.year + (month < received.month)
    if received.day <= monthrange(year, month)[1]:
        assert due + DAY == date(year, month, received.day)
    else:
        assert due == date(year, month, monthrange(year, month)[1])


@pytest.mark.parametrize(
    ("issued", "meeting"),
    [
        ("2024-12-31", "2025-01-09"), ("2025-01-22", "2025-01-30"), ("2025-02-05", "2025-02-13"),
        ("2025-02-24", "2025-03-04"), ("2025-03-05", "2025-03-13"),
        # by hand: over Easter 2026 (3 and 6 April), the Coronation (8 May 2023), the funeral (19 September 2022)
        ("2026-04-01", "2026-04-11"), ("2023-05-03", "2023-05-12"), ("2022-09-14", "2022-09-23"),
    ],
)  # fmt: skip
def test_five_clear_working_days_lie_between_issue_and_meeting(issued: str, meeting: str) -> None:
    for clock in (Clock.AGENDA_PUBLICATION, Clock.GENERAL_EXCEPTION, Clock.PRIVATE_MEETING_FURTHER_NOTICE):
        forwards = count(clock, iso(issued), STATUTE, NOTHING_SET)
        assert forwards.in_force == iso(meeting)
        assert forwards.last_day == iso(meeting) - DAY
        assert last(clock, iso(meeting), before=True) == iso(issued)


def test_an_agenda_for_a_monday_goes_out_on_the_friday_week_before_and_never_on_a_sunday() -> None:
    assert last(Clock.AGENDA_PUBLICATION, date(2026, 1, 19), before=True) == date(2026, 1, 9)


@settings(deadline=None)
@given(days, st.sampled_from([Clock.AGENDA_PUBLICATION, Clock.GENERAL_EXCEPTION, Clock.KEY_DECISION_NOTICE]))
def test_the_last_day_to_publish_is_in_time_and_the_next_working_day_is_too_late(meeting: date, clock: Clock) -> None:
    by = last(clock, meeting, before=True)
    assert count(clock, by, STATUTE, NOTHING_SET).in_force <= meeting
    late = by + DAY if RULES[clock].unit is Unit.CLEAR_CALENDAR else STATUTE.next_working_day(by)
    assert count(clock, late, STATUTE, NOTHING_SET).in_force > meeting


@pytest.mark.parametrize(
    ("published", "closes", "force"),
    [
        ("2026-08-05", "2026-08-12", "2026-08-13"), ("2022-07-29", "2022-08-05", "2022-08-06"),
        # by hand: over the August bank holiday (31 August 2026), and over Christmas 2026 (25, 28 December, 1 January)
        ("2026-08-27", "2026-09-04", "2026-09-05"), ("2026-12-23", "2027-01-04", "2027-01-05"),
    ],
)  # fmt: skip
def test_a_call_in_window_closes_after_five_clear_working_days(published: str, closes: str, force: str) -> None:
    rules = CouncilRules(call_in=CallIn(days=5))
    counted = count(Clock.CALL_IN_WINDOW, iso(published), rules.calendar(), rules)
    assert (counted.last_day, counted.in_force, counted.provisional) == (iso(closes), iso(force), None)


def test_closures_and_saturdays_move_the_councils_own_clocks_and_no_statutory_one() -> None:
    rules = CouncilRules(working_days=Calendar(closures=frozenset({date(2026, 8, 10)}), saturdays=True))
    plain = count(Clock.CALL_IN_WINDOW, date(2026, 8, 5), STATUTE, NOTHING_SET)
    ours = count(Clock.CALL_IN_WINDOW, date(2026, 8, 5), rules.calendar(), rules)
    assert plain.last_day == date(2026, 8, 12)
    assert ours.last_day == date(2026, 8, 12), "one Saturday more, one Monday less"
    assert ours.skipped == ((date(2026, 8, 9), "Sunday"), (date(2026, 8, 10), "closed: council closure"))
    assert last(Clock.AGENDA_PUBLICATION, date(2026, 8, 5), rules) == last(Clock.AGENDA_PUBLICATION, date(2026, 8, 5))


@settings(deadline=None)
@given(
    st.dates(date(2025, 1, 1), date(2026, 6, 30)), calendars, st.sampled_from([c for c in RULES if RULES[c].statutory])
)
def test_no_local_calendar_ever_moves_a_statutory_date(start: date, calendar: Calendar, clock: Clock) -> None:
    assert count(clock, start, calendar, NOTHING_SET) == count(clock, start, STATUTE, NOTHING_SET)


@pytest.mark.parametrize(
    ("clock", "note"),
    [
        (Clock.CALL_IN_WINDOW, "your constitution's figure is not entered; using 5"),
        (Clock.CALL_IN_HEARING, "your constitution's figure is not entered; using 10"),
        (Clock.RECONSIDERATION, "your constitution's figure is not entered; using 10"),
        (Clock.REPORT_DEADLINE, None),
        (Clock.UPDATE_DUE, None),
    ],
)
def test_a_figure_of_the_constitution_that_nobody_entered_is_said_to_be_a_stand_in(
    clock: Clock, note: str | None
) -> None:
    counted = count(clock, date(2026, 8, 5), STATUTE, NOTHING_SET)
    assert counted.provisional == note
    assert as_json(counted)["note"] == note
    assert note is None or note in paragraph(counted)
    assert count(clock, date(2026, 8, 5), STATUTE, NOTHING_SET, figure=7).provisional is None


@pytest.mark.parametrize(
    ("clock", "start", "due"),
    [
        (Clock.KEY_DECISION_NOTICE, "2025-01-01", "2025-01-29"),
        (Clock.PRIVATE_MEETING_NOTICE, "2025-02-01", "2025-03-01"),
        (Clock.PARTNER_RESPONSE, "2025-02-01", "2025-03-01"),
        (Clock.CALL_IN_HEARING, "2026-08-12", "2026-08-26"),
        (Clock.RECONSIDERATION, "2026-08-26", "2026-09-10"),
        (Clock.REPORT_DEADLINE, "2026-08-26", "2026-09-03"),
        (Clock.UPDATE_DUE, "2017-08-31", "2018-02-28"),
        (Clock.ACTION_DUE, "2017-08-31", "2017-08-31"),
        (Clock.CONSULTATION_CLOSE, "2016-12-12", "2016-12-12"),
        (Clock.AWAITING_PUBLICATION, "2017-03-09", "2017-03-09"),
    ],
)
def test_each_other_clock_counts_as_worked_out_by_hand(clock: Clock, start: str, due: str) -> None:
    assert last(clock, iso(start)) == iso(due)


@pytest.mark.parametrize(
    ("clock", "event", "by"),
    [
        (Clock.KEY_DECISION_NOTICE, "2025-01-30", "2025-01-01"),
        (Clock.PRIVATE_MEETING_NOTICE, "2025-03-02", "2025-02-01"),
        (Clock.REPORT_DEADLINE, "2025-01-22", "2025-01-15"),
        (Clock.REPORT_DEADLINE, "2024-12-31", "2024-12-20"),
    ],
)
def test_notices_and_reports_count_back_from_what_they_are_for(clock: Clock, event: str, by: str) -> None:
    assert last(clock, iso(event), before=True) == iso(by)


def test_the_key_decision_of_30_january_2025_is_announced_on_new_years_day_so_in_practice_the_day_before() -> None:
    counted = count(Clock.KEY_DECISION_NOTICE, date(2025, 1, 30), STATUTE, NOTHING_SET, before=True)
    assert counted.practical_day == date(2024, 12, 31)


def test_a_length_in_months_runs_from_the_event_and_nought_is_the_date_itself() -> None:
    assert last(Clock.UPDATE_DUE, date(2017, 11, 30), figure=3) == date(2018, 2, 28)
    assert last(Clock.UPDATE_DUE, date(2017, 11, 30), figure=0) == date(2017, 11, 30)
    assert last(Clock.UPDATE_DUE, date(2017, 11, 30), CouncilRules(updates=Updates(months=1))) == date(2017, 12, 30)


@given(st.sampled_from([c for c in RULES if RULES[c].unit is Unit.MONTHS]), days, st.integers(0, 12))
def test_months_after_an_event_are_the_corresponding_date(clock: Clock, event: date, months: int) -> None:
    assert last(clock, event, figure=months) == months_after(event, months)


@settings(deadline=None)
@given(st.sampled_from(list(RULES)), st.dates(date(1991, 1, 1), date(2099, 1, 1)), st.booleans(), calendars)
def test_every_count_holds_together(clock: Clock, start: date, back: bool, calendar: Calendar) -> None:
    before = back and clock in BACKWARDS
    counted = count(clock, start, calendar, NOTHING_SET, before=before)
    own = not RULES[clock].statutory
    assert (counted.last_day < start) if before else (counted.last_day >= start)
    assert counted.in_force == counted.last_day + DAY
    assert counted.practical_day <= counted.last_day
    assert calendar.working(counted.practical_day, own)
    low, high = sorted((start, counted.last_day))
    assert all(low < day < high and calendar.why_skipped(day, own) == why for day, why in counted.skipped)
    assert json.loads(json.dumps(as_json(counted)))["last_day"] == counted.last_day.isoformat()
    said = paragraph(counted)
    assert RULES[clock].label in said
    assert counted.authority in said
    assert str(counted.last_day.year) in said


def test_the_json_is_the_fixed_shape() -> None:
    rules = CouncilRules(call_in=CallIn(days=5, cut_off="17:00"))
    assert as_json(count(Clock.CALL_IN_WINDOW, date(2026, 8, 5), rules.calendar(), rules)) == {
        "clock": "call_in_window",
        "from": "2026-08-05",
        "last_day": "2026-08-12",
        "in_force": "2026-08-13",
        "practical_day": "2026-08-12",
        "counts": "five clear working days after publication, until 17:00 on the last day",
        "skipped": [{"date": "2026-08-08", "why": "Saturday"}, {"date": "2026-08-09", "why": "Sunday"}],
        "authority": "the council's constitution",
        "note": None,
    }


def test_a_paragraph_can_be_pasted_into_an_email() -> None:
    counted = count(Clock.AGENDA_PUBLICATION, date(2024, 12, 31), STATUTE, NOTHING_SET)
    assert paragraph(counted) == (
        "Agenda publication: five clear days (working days) between issue and meeting. "
        "Counted from Tuesday 31 December 2024, the day of issue. "
        "Passed over: Wednesday 1 January 2025 (bank holiday: New Year's Day); Saturday 4 January 2025; "
        "Sunday 5 January 2025. The last day is Wednesday 8 January 2025. "
        "The earliest day for the meeting is Thursday 9 January 2025. "
        "Authority: committees and Council: Local Government Act 1972 s.100B; executive: SI 2012/2089 regs 6–7."
    )


def test_the_hearing_says_whether_it_runs_from_receipt_or_validity() -> None:
    for said, rules in (("validity", CouncilRules(call_in=CallIn(hearing_from="validity"))), ("receipt", NOTHING_SET)):
        assert f"after {said}" in count(Clock.CALL_IN_HEARING, date(2026, 8, 5), STATUTE, rules).counts


def test_every_clock_but_the_promise_has_a_row_and_every_row_is_readable() -> None:
    assert set(RULES) == set(Clock) - {Clock.PROMISE}
    for clock, rule in RULES.items():
        assert rule.clock is clock
        assert all((rule.authority, rule.starts))
        assert (rule.figure is None) == (rule.figure_from is not None)
        assert rule.window == (clock is Clock.CALL_IN_WINDOW)
        assert not (rule.statutory and rule.settable) or clock is Clock.PARTNER_RESPONSE
        if rule.figure_from:
            assert NOTHING_SET.figure(rule.figure_from)


def test_a_clock_can_be_named_as_people_say_it_and_an_unknown_clock_is_answered_with_the_list() -> None:
    assert clock_named(" Call-in window ") is clock_named("call_in_window") is Clock.CALL_IN_WINDOW
    with pytest.raises(BadInput, match=r"Did you mean call_in_window\? The clocks are: executive_response, "):
        clock_named("callin_windw")
    with pytest.raises(BadInput, match="its own words"):
        count(Clock.PROMISE, date(2026, 8, 5), STATUTE, NOTHING_SET)


@pytest.mark.parametrize("clock", [c for c in RULES if c not in BACKWARDS])
def test_a_clock_that_only_counts_forwards_says_so(clock: Clock) -> None:
    with pytest.raises(BadInput, match="only counts forwards, from"):
        count(clock, date(2026, 8, 5), STATUTE, NOTHING_SET, before=True)


def test_a_length_that_is_law_cannot_be_changed() -> None:
    with pytest.raises(BadInput, match=r"set by law \(Local Government Act 2000 s.9FE\)"):
        last(Clock.EXECUTIVE_RESPONSE, date(2026, 8, 5), figure=3)
    agreed = count(Clock.PARTNER_RESPONSE, date(2026, 8, 5), STATUTE, NOTHING_SET, figure=10)
    assert agreed.last_day == date(2026, 8, 15)
    assert agreed.authority.startswith("by agreement")


@pytest.mark.parametrize("figure", [-1, 0, 1201])
def test_a_senseless_length_is_refused(figure: int) -> None:
    with pytest.raises(BadInput, match="from 1 to 1200"):
        last(Clock.CALL_IN_WINDOW, date(2026, 8, 5), figure=figure)


@pytest.mark.parametrize("clock", list(RULES))
def test_a_day_of_no_plausible_year_is_refused_by_every_clock(clock: Clock) -> None:
    for day in (date(1066, 10, 14), date(3023, 2, 9), date.max, date.min):
        with pytest.raises(BadInput, match="1974 to 2100"):
            last(clock, day)
