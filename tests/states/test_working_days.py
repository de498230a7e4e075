"""The working-day calendar: the fast counter against a slow one, England's bank holidays against the government's."""

from datetime import date, timedelta
from functools import cache

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays
from hypothesis import given, settings
from hypothesis import strategies as st

from states.bank_holidays import bank_holidays
from states.errors import BadInput
from states.working_days import Calendar, months_after

DAY = timedelta(days=1)
PLAIN = Calendar()
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@cache
def holiday_set(year: int) -> frozenset[date]:
    return frozenset(bank_holidays(year))


def slow_works(calendar: Calendar, day: date, own: bool) -> bool:
    """The rule said again, one day at a time."""
    if day.isoweekday() == 7 or (day.isoweekday() == 6 and not (own and calendar.saturdays)):
        return False
    added = {extra for extra, _ in calendar.extra_holidays}
    if (day in holiday_set(day.year) or day in added) and day not in calendar.not_holidays:
        return False
    return not (own and day in calendar.closures)


def slow_count(calendar: Calendar, day: date, n: int, own: bool, step: timedelta) -> tuple[date, tuple[date, ...]]:
    passed = []
    while n:
        day += step
        if slow_works(calendar, day, own):
            n -= 1
        else:
            passed.append(day)
    return day, tuple(sorted(passed))


@st.composite
def counts(draw: st.DrawFn) -> tuple[Calendar, date, int, bool]:
    """A start with closures and corrections strewn around it, near the turn of a year as often as not."""
    year = draw(st.integers(1991, 2099))
    start = draw(
        st.one_of(st.dates(date(year, 1, 1), date(year, 12, 31)), st.dates(date(year, 12, 10), date(year, 12, 31)))
    )
    near = st.integers(-40, 40).map(lambda n: start + DAY * n)
    known = [*bank_holidays(year), *bank_holidays(year + 1)]
    calendar = Calendar(
        closures=frozenset(draw(st.lists(near, max_size=8))),
        saturdays=draw(st.booleans()),
        extra_holidays=tuple((day, "Jubilee") for day in draw(st.lists(near, max_size=3, unique=True))),
        not_holidays=frozenset(draw(st.lists(st.sampled_from(known), max_size=3))),
    )
    return calendar, start, draw(st.integers(1, 40)), draw(st.booleans())


@settings(max_examples=400, deadline=None)
@given(counts())
def test_the_fast_counter_agrees_with_counting_day_by_day(case: tuple[Calendar, date, int, bool]) -> None:
    calendar, start, n, own = case
    last, skipped = calendar.add_working(start, n, own)
    assert (last, tuple(day for day, _ in skipped)) == slow_count(calendar, start, n, own, DAY)
    first, skipped = calendar.before_working(start, n, own)
    assert (first, tuple(day for day, _ in skipped)) == slow_count(calendar, start, n, own, -DAY)


@settings(max_examples=300, deadline=None)
@given(counts())
def test_each_passed_over_day_has_its_reason_and_no_working_day_has_one(case: tuple[Calendar, date, int, bool]) -> None:
    calendar, start, n, own = case
    for day, why in calendar.add_working(start, n, own)[1]:
        assert calendar.why_skipped(day, own) == why
        assert not calendar.working(day, own)
    assert calendar.why_skipped(start, own) is None or not slow_works(calendar, start, own)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1991, 1, 1), date(2090, 1, 1)), st.integers(1, 2000))
def test_counting_back_from_a_working_day_undoes_counting_forwards(start: date, n: int) -> None:
    working = PLAIN.next_working_day(start)
    assert PLAIN.before_working(PLAIN.add_working(working, n)[0], n)[0] == working


def test_every_year_from_1990_to_2100_agrees_with_counting_day_by_day() -> None:
    for year in range(1990, 2101):
        day = date(year, 1, 1)
        while day.year == year:
            assert PLAIN.working(day, own=False) == slow_works(PLAIN, day, False)
            day += DAY


def test_bank_holidays_on_weekdays_are_the_governments_for_2012_to_2028() -> None:
    theirs = {
        item["date"]
        for item in BankHolidays(use_cached_holidays=True).get_holidays(division="england-and-wales")
        if item["date"].year in range(2012, 2029)
    }
    ours = {day for year in range(2012, 2029) for day in bank_holidays(year) if day.weekday() < 5}
    assert ours == theirs


@pytest.mark.parametrize("year", range(1990, 2101))
def test_a_year_has_eight_bank_holidays_on_weekdays_and_never_fewer(year: int) -> None:
    assert len({day for day in bank_holidays(year) if day.weekday() < 5}) >= 8


@pytest.mark.parametrize(
    ("day", "own", "why"),
    [
        (date(2026, 8, 8), True, "Saturday"),
        (date(2026, 8, 9), True, "Sunday"),
        (date(2026, 4, 3), False, "bank holiday: Good Friday"),
        (date(2026, 12, 28), False, "bank holiday: Boxing Day (substitute day)"),
        (date(2026, 12, 29), True, "closed: council closure"),
        (date(2026, 12, 29), False, None),
        (date(2026, 8, 10), True, None),
    ],
)
def test_the_reason_a_day_is_passed_over_is_said_in_words(day: date, own: bool, why: str | None) -> None:
    assert Calendar(closures=frozenset({date(2026, 12, 29)})).why_skipped(day, own) == why


def test_saturdays_count_only_for_a_council_that_says_so_and_only_on_its_own_clocks() -> None:
    calendar = Calendar(saturdays=True)
    assert calendar.working(date(2026, 8, 8), own=True)
    assert not calendar.working(date(2026, 8, 8), own=False)
    assert not calendar.working(date(2021, 12, 25), own=True), "a Saturday that is Christmas Day stays a holiday"


def test_a_holiday_added_or_struck_by_hand_counts_for_every_clock() -> None:
    calendar = Calendar(extra_holidays=((date(2030, 6, 3), "Jubilee"),), not_holidays=frozenset({date(2030, 5, 6)}))
    for own in (True, False):
        assert calendar.why_skipped(date(2030, 6, 3), own) == "bank holiday: Jubilee"
        assert calendar.working(date(2030, 5, 6), own)


def test_the_previous_and_next_working_day_are_never_the_day_itself() -> None:
    assert PLAIN.previous_working_day(date(2026, 8, 12)) == date(2026, 8, 11)
    assert PLAIN.next_working_day(date(2026, 8, 12)) == date(2026, 8, 13)
    assert PLAIN.previous_working_day(date(2026, 4, 7)) == date(2026, 4, 2)
    assert PLAIN.practical(date(2026, 4, 6)) == date(2026, 4, 2)
    assert PLAIN.practical(date(2026, 4, 2)) == date(2026, 4, 2)


def test_no_days_is_the_start_itself_and_fewer_is_refused() -> None:
    assert PLAIN.add_working(date(2026, 8, 8), 0) == (date(2026, 8, 8), ())
    with pytest.raises(BadInput, match="negative"):
        PLAIN.before_working(date(2026, 8, 8), -1)


@pytest.mark.parametrize("day", [date(1066, 10, 14), date(2101, 1, 3), date(3023, 2, 9)])
def test_a_year_without_known_bank_holidays_is_refused_and_not_taken_for_all_work(day: date) -> None:
    with pytest.raises(BadInput, match="1974 to 2100"):
        PLAIN.working(day)


def test_a_count_that_runs_out_of_known_years_is_refused() -> None:
    with pytest.raises(BadInput, match="2101"):
        PLAIN.add_working(date(2100, 12, 30), 5)
    with pytest.raises(BadInput, match="1973"):
        PLAIN.before_working(date(1974, 1, 3), 5)


def test_equal_calendars_are_one_key() -> None:
    first, second = (Calendar(closures=frozenset({date(2026, 12, 29)})) for _ in range(2))
    assert first == second
    assert hash(first) == hash(second)


@given(days, st.integers(-240, 240))
def test_months_keep_the_day_of_the_month_or_clip_to_its_last(day: date, months: int) -> None:
    then = months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then.day < day.day and (then + DAY).day == 1)


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(BadInput, match="outside the calendar"):
        months_after(date(9999, 12, 1), 1)
