"""The day it is in London, by the rule and by the time zone database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.london import london_day
from states.zone import LONDON


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_the_rule_agrees_with_the_time_zone_database(instant) -> None:
    assert london_day(instant) == instant.astimezone(LONDON).date()


@pytest.mark.parametrize("year", range(2002, 2037))
@pytest.mark.parametrize("month", [3, 10])
def test_it_agrees_at_every_change_of_the_clocks(year, month) -> None:
    for day in range(24, 32):
        for hour in (0, 1, 22, 23):
            for minute in (0, 59):
                instant = datetime(year, month, day, hour, minute, tzinfo=UTC)
                assert london_day(instant) == instant.astimezone(LONDON).date()


@pytest.mark.parametrize("day", ["2002-03-31", "2016-03-27", "2026-03-29", "2026-10-25", "1995-10-22", "2001-10-28"])
def test_it_agrees_in_every_hour_around_a_change_of_the_clocks(day) -> None:
    midnight = datetime.fromisoformat(day).replace(tzinfo=UTC)
    for hour in range(-26, 50):
        instant = midnight + timedelta(hours=hour)
        assert london_day(instant) == instant.astimezone(LONDON).date(), instant
        before = instant - timedelta(microseconds=1)
        assert london_day(before) == before.astimezone(LONDON).date(), before
