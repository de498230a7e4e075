"""British dates: what is read, what is found in running text, what is refused, and that nothing is repaired."""

from contextlib import suppress
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.british_dates import find_days, parse_day, parse_on
from states.days import On
from states.errors import BadInput

SUNDAY = date(2026, 11, 22)
days = st.dates(date(1974, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "7th March 2017", "7 March, 2017", "Tuesday 7 March 2017", "Tuesday, 7th March, 2017", "07/03/2017", "7.3.2017",
        "7-3-2017", "2017-03-07", "7th March, 2017", "7 MARCH 2017", "7 mar 2017", "tue 7 mar. 2017", "7 th March 2017",
        "the 7th of March 2017", "March 7th 2017", "March 7, 2017", "on 7 March 2017", "7 March 2017.",
        "Tuesday, 7th March, 2017 at 10.00 am", "7 March 2017 2pm", "07/03/2017 14:00:00", "2017-03-07T14:00:00Z",
        "10:00, 7 March 2017", "7\u00a0March\n2017",
    ],
)  # fmt: skip
def test_7_march_2017_is_read_however_it_is_written(text: str) -> None:
    assert parse_day(text) == date(2017, 3, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-02-01", date(2017, 2, 1)), ("2013/12/13", date(2013, 12, 13)), ("9.2.2023", date(2023, 2, 9)),
        ("01/02/2017", date(2017, 2, 1)),
        ("28th November, 2019", date(2019, 11, 28)), ("29 February 2024", date(2024, 2, 29)),
        ("1 May 2017", date(2017, 5, 1)), ("3 Sept 2018", date(2018, 9, 3)), ("12/11/2026", date(2026, 11, 12)),
    ],
)  # fmt: skip
def test_days_that_other_readers_get_wrong_are_read_as_in_britain(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Monday 7 March 2017", "7 Mar 2017 is a Tuesday"),
        ("31 February 2017", "there is no such day"),
        ("29/02/2023", "there is no such day"),
        ("03/17/2017", "there is no such day"),
        ("2017-13-01", "there is no such day"),
        ("9.2.3023", "the year must be from 1974 to 2100"),
        ("14 October 1066", "the year must be from 1974 to 2100"),
        ("7 March 20177", "the year must be from 1974 to 2100"),
        ("March 2017", "is not one day"),
        ("7/3/17", "cannot|not a date we can read"),
        ("7 March", "not a date we can read"),
        ("24/00093", "not a date we can read"),
        ("", "not a date we can read"),
        ("7 ſep 2017", "not a date we can read"),
        ("frı 7 March 2017", "not a date we can read"),
        ("tomorrow", "depends on the day it is read"),
        ("in 3 days", "depends on the day it is read"),
        ("x" * 500, "too long to be a date"),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        parse_day(text)


@given(days)
def test_every_day_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    for text in (
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", f"{day.day} {day:%B %Y}",
        f"{day:%A} {day.day} {day:%B, %Y}", f"{day:%a} {day.day}th {day:%b %Y} at 6.30 pm",
    ):  # fmt: skip
        assert parse_day(text) == day
        assert [(found.day, found.problem) for found in find_days(f"held on {text} and noted")] == [(day, None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 22)), ("Yesterday", date(2026, 11, 21)), ("tomorrow", date(2026, 11, 23)),
        ("thu", date(2026, 11, 26)), ("next thu", date(2026, 11, 26)), ("next Thursday", date(2026, 11, 26)),
        ("sun", date(2026, 11, 29)), ("last sun", date(2026, 11, 15)), ("last thu", date(2026, 11, 19)),
        ("in 3 days", date(2026, 11, 25)), ("in 2 weeks", date(2026, 12, 6)), ("in 6 months", date(2027, 5, 22)),
        ("in a week", date(2026, 11, 29)), ("3 days ago", date(2026, 11, 19)), ("7 March 2017", date(2017, 3, 7)),
    ],
)  # fmt: skip
def test_words_typed_at_a_desk_count_from_the_today_given(text: str, day: date) -> None:
    assert parse_day(text, SUNDAY) == day
    assert parse_on(text, SUNDAY) == On.day(day)


def test_in_a_month_from_the_31st_is_the_next_months_last_day() -> None:
    assert parse_day("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize("text", ["3 days", "in 3 days ago", "next week", "in 9999 years", "next", "in days"])
def test_words_that_say_no_day_are_refused_also_with_a_today(text: str) -> None:
    with pytest.raises(BadInput):
        parse_day(text, SUNDAY)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("7 March 2017", On.day(date(2017, 3, 7))),
        ("March 2017", On(date(2017, 3, 1), date(2017, 3, 31))),
        ("2017-02", On(date(2017, 2, 1), date(2017, 2, 28))),
        ("2017", On(date(2017, 1, 1), date(2017, 12, 31))),
        ("12 September 2016 to 12 December 2016", On(date(2016, 9, 12), date(2016, 12, 12))),
        ("12th September to 12th December 2016", On(date(2016, 9, 12), date(2016, 12, 12))),
        ("from 12/09/2016 to 12/12/2016", On(date(2016, 9, 12), date(2016, 12, 12))),
        ("between 14th and 18th October, 2019", On(date(2019, 10, 14), date(2019, 10, 18))),
        ("between 1 March 2017 and 3 April 2017", On(date(2017, 3, 1), date(2017, 4, 3))),
        ("2016-09-12 – 2016-12-12", On(date(2016, 9, 12), date(2016, 12, 12))),
        ("September 2019 to September 2020", On(date(2019, 9, 1), date(2020, 9, 30))),
        ("by 7 March 2017", On(None, date(2017, 3, 7))),
        ("by March 2017", On(None, date(2017, 3, 31))),
        ("not known", On()), ("Unknown", On()), ("", On()),
    ],
)  # fmt: skip
def test_when_something_happened_may_be_a_day_a_stretch_a_limit_or_not_known(text: str, on: On) -> None:
    assert parse_on(text) == on


@given(st.tuples(days, days), st.booleans())
def test_what_an_on_writes_is_read_back(pair: tuple[date, date], limit: bool) -> None:
    on = On(None, pair[1]) if limit else On(min(pair), max(pair))
    assert parse_on(str(on)) == on
    assert parse_on(str(On())) == On()


@pytest.mark.parametrize(
    "text",
    ["9 May 2017 to 1 May 2017", "by not known", "by by 7 March 2017", "spring 2017", "Monday 7 March 2017", "2017-13",
     "12 December to 12 January 2017", "31 February to 3 March 2017", "1066", "to", "7 March 2017 to", "by " * 30],
)  # fmt: skip
def test_a_stretch_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_on(text)


def test_a_consultation_in_running_text_is_two_whole_dates() -> None:
    text = "consultation from 12 September 2016 to 12 December 2016 (their minute 24/16 refers)"
    assert [(one.quote, one.day) for one in find_days(text)] == [
        ("12 September 2016", date(2016, 9, 12)),
        ("12 December 2016", date(2016, 12, 12)),
    ]


@pytest.mark.parametrize(
    ("text", "quote", "span"),
    [
        (
            "inspected between 14th and 18th October, 2019 and",
            "14th and 18th October, 2019",
            ("2019-10-14", "2019-10-18"),
        ),
        ("on 14-18 October 2019", "14-18 October 2019", ("2019-10-14", "2019-10-18")),
        ("Mon 14 to Fri 18 October 2019", "Mon 14 to Fri 18 October 2019", ("2019-10-14", "2019-10-18")),
        ("in March 2017, Cabinet", "March 2017", ("2017-03-01", "2017-03-31")),
        ("May 2017", "May 2017", ("2017-05-01", "2017-05-31")),
        ("FEBRUARY 2024", "FEBRUARY 2024", ("2024-02-01", "2024-02-29")),
    ],
)
def test_a_month_or_a_stretch_sharing_a_year_is_found_as_one_span(text: str, quote: str, span: tuple[str, str]) -> None:
    (one,) = find_days(text)
    assert (one.quote, one.day, one.problem) == (quote, None, None)
    assert one.span == On(date.fromisoformat(span[0]), date.fromisoformat(span[1]))


@pytest.mark.parametrize(
    ("text", "quote", "day", "problem"),
    [
        ("status was also awarded on 9.2.3023. Regular reports", "9.2.3023", None, "implausible_year"),
        ("since 14 October 1066 the", "14 October 1066", None, "implausible_year"),
        ("in October 1066", "October 1066", None, "implausible_year"),
        ("by 31 February 2017", "31 February 2017", None, "impossible_day"),
        ("on 30-31 February 2017", "30-31 February 2017", None, "impossible_day"),
        ("on Monday 7 March 2017 at", "Monday 7 March 2017", date(2017, 3, 7), "weekday_mismatch"),
        ("who sat 7 March 2017", "sat 7 March 2017", date(2017, 3, 7), None),
    ],
)
def test_a_doubtful_date_is_named_and_never_repaired(text: str, quote: str, day: date | None, problem: str) -> None:
    assert [(one.quote, one.day, one.problem) for one in find_days(text)] == [(quote, day, problem)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Decision due 4.00pm1 July 2021", ["1 July 2021"]),
        ("10:30am1st July 2021 and 2.00pm14 July 2021", ["1st July 2021", "14 July 2021"]),
        ("room B1 July 2021", ["July 2021"]),
        ("item 4pm1 March", []),
    ],
)
def test_a_day_that_stands_right_behind_a_time_is_found(text: str, quotes: list[str]) -> None:
    assert [one.quote for one in find_days(text)] == quotes


@pytest.mark.parametrize(
    "text",
    ["minute 34/16", "24/00093", "2016/17", "the Board may 2017 times", "7 March", "version 1.2.3.2017", "10.2.2023.5",
     "March 2017/18", "AB12/03/2017", "32 and 33", "s7942", "£1,234 March"],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    assert find_days(text) == []


def test_a_day_whose_month_begins_far_in_on_the_next_line_is_one_day() -> None:
    text = f"It goes to full Council on 13\n{' ' * 28}March 2025."
    assert [found.day for found in find_days(text)] == [date(2025, 3, 13)]
    assert [found.day for found in find_days(f"page 13\n\n{' ' * 28}March 2025")] == [None]


def test_a_number_before_a_dash_is_not_made_the_first_day_of_a_stretch() -> None:
    assert [(one.quote, one.day) for one in find_days("Item 5 - 7 March 2017")] == [("7 March 2017", date(2017, 3, 7))]


PIECES = (
    "7 31 the of March may Feb Monday, sat th st 2017 3023 0000 99999 - – / . 9.2.2023 2017-02-30 to and between by "
    "ſ ı 12.30 pm \n \u00a0 24/00093 January 15th"
)
pieces = st.sampled_from(PIECES.split(" "))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(pieces, max_size=14).map(" ".join), st.lists(pieces, max_size=9).map("".join)
    )
)
def test_any_text_is_read_or_refused_and_every_quote_stands_in_it(text: str) -> None:
    found = find_days(text)
    for one in found:
        assert text[one.start : one.end] == one.quote
        assert (one.day is not None) + (one.span is not None) == 1 or one.problem
    assert all(before.end <= after.start for before, after in pairwise(found))
    for read in (parse_day, parse_on):
        for today in (None, SUNDAY):
            with suppress(BadInput):
                read(text, today)
