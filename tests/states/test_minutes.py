"""Minute numbers and municipal years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from states.errors import BadInput
from states.minutes import MinuteNumber, annual_meeting, minute_key, municipal_span, municipal_year
from states.rules import CouncilRules

RULES = CouncilRules(annual_meetings={2016: date(2016, 5, 19), 2021: date(2021, 5, 5)})


@pytest.mark.parametrize("text", ["34/16", "34/2016", " 34/16 ", "minute 34/16", "Minute No. 34/16", "34 / 16"])
def test_minute_34_of_2016_is_read_however_it_is_written(text: str) -> None:
    assert MinuteNumber.parse(text) == MinuteNumber(34, 2016)
    assert str(MinuteNumber.parse(text)) == "34/16"


@pytest.mark.parametrize(
    "text",
    ["24/00093", "24/0093", "34", "34/1", "34/165", "0/16", "1234/16", "34/1066", "a/16", "", "34/16/17", "٣/16"],
)
def test_a_decision_reference_or_anything_else_is_no_minute_number(text: str) -> None:
    assert MinuteNumber.read(text) is None
    with pytest.raises(BadInput, match="is not a minute number"):
        MinuteNumber.parse(text)


@given(st.integers(1, 999), st.integers(1974, 2073))
def test_a_minute_number_reads_back_what_it_wrote(number: int, year: int) -> None:
    minute = MinuteNumber(number, year)
    assert MinuteNumber.parse(str(minute)) == minute
    assert MinuteNumber.parse(f"{number}/{year}") == minute


def test_the_same_number_of_two_bodies_or_two_years_is_two_minutes() -> None:
    minute = MinuteNumber(24, 2016)
    assert minute_key("Cabinet", minute) == minute_key(" CABINET ", minute)
    assert minute_key("Scrutiny  Board (2)", minute) == minute_key("scrutiny board (2)", minute)
    assert minute_key("Cabinet", minute) != minute_key("Scrutiny Board (2)", minute)
    assert minute_key("Cabinet", minute) != minute_key("Cabinet", MinuteNumber(24, 2017))


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2016, 5, 18), 2015), (date(2016, 5, 19), 2016), (date(2017, 3, 3), 2016), (date(2020, 1, 9), 2019),
        (date(2021, 5, 5), 2021), (date(2021, 5, 4), 2020),
        # nothing entered: the third Thursday of May 2017 was the 18th, of 2025 the 15th, of 2026 the 21st
        (date(2017, 5, 17), 2016), (date(2017, 5, 18), 2017), (date(2025, 5, 15), 2025), (date(2026, 5, 20), 2025),
    ],
)  # fmt: skip
def test_the_municipal_year_turns_at_the_annual_meeting(day: date, year: int) -> None:
    assert municipal_year(day, RULES) == year


@given(st.integers(1974, 2099))
def test_without_a_word_from_the_council_it_turns_on_the_third_thursday_of_may(year: int) -> None:
    turned = annual_meeting(year, CouncilRules())
    assert (turned.month, turned.isoweekday()) == (5, 4)
    assert 15 <= turned.day <= 21


@given(st.dates(date(1975, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_exactly_the_span_of_its_municipal_year(day: date) -> None:
    year = municipal_year(day, RULES)
    span = municipal_span(year, RULES)
    assert span.first is not None
    assert span.last is not None
    assert span.first <= day <= span.last
    assert municipal_span(year + 1, RULES).first == span.last + timedelta(days=1)
