"""The council's rules: read from settings, written back, wrong ones refused in words."""

import json
import tomllib
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.errors import BadInput
from states.rules import STAND_INS, TABLES, CallIn, CouncilRules, Updates, rules_from, rules_to
from states.working_days import Calendar

SETTINGS = """
[council]
name = "Coventry City Council"
annual_meetings = { 2016 = "2016-05-19" }
[call_in]
days = 5
callers = 3
groups = 1
cut_off = "17:00"
hearing_days = 10
hearing_from = "receipt"
[working_days]
saturdays = false
closures = ["2026-12-29", 2026-12-30]
[updates]
months = 6
report_deadline_days = 5
"""
days = st.dates(date(1974, 1, 1), date(2100, 12, 31))
figures = st.none() | st.integers(1, 20)
names = st.text(min_size=1).map(str.strip).filter(bool)
council_rules = st.builds(
    CouncilRules,
    name=st.none() | names,
    annual_meetings=st.dictionaries(st.integers(1974, 2100), st.integers(1, 31)).map(
        lambda given: {year: date(year, 5, day) for year, day in given.items()}
    ),
    call_in=st.builds(
        CallIn,
        days=figures,
        callers=figures,
        groups=figures,
        cut_off=st.none() | st.times().map("{:%H:%M}".format),
        hearing_days=figures,
        hearing_from=st.sampled_from([None, "receipt", "validity"]),
        reconsideration_days=figures,
    ),
    working_days=st.builds(
        Calendar,
        closures=st.frozensets(days),
        saturdays=st.booleans(),
        extra_holidays=st.dictionaries(days, names, max_size=3).map(lambda given: tuple(sorted(given.items()))),
    ),
    updates=st.builds(Updates, months=st.integers(1, 60), report_deadline_days=st.integers(0, 60)),
)


def test_the_settings_of_the_handbook_are_read() -> None:
    rules = rules_from(tomllib.loads(SETTINGS))
    assert rules.name == "Coventry City Council"
    assert rules.annual_meetings == {2016: date(2016, 5, 19)}
    assert rules.call_in == CallIn(5, 3, 1, "17:00", 10, "receipt", None)
    assert rules.calendar().closures == {date(2026, 12, 29), date(2026, 12, 30)}
    assert rules.updates == Updates(6, 5)


@settings(max_examples=100, deadline=None)
@given(council_rules)
def test_rules_written_as_json_read_back_the_same(rules: CouncilRules) -> None:
    assert rules_from(json.loads(json.dumps(rules_to(rules)))) == rules


def test_nothing_entered_is_no_figure_but_a_stated_stand_in() -> None:
    rules = rules_from({})
    assert rules == CouncilRules()
    for path, figure in STAND_INS.items():
        assert rules.figure(path) == (figure, f"your constitution's figure is not entered; using {figure}")
    assert rules.figure("updates.months") == (6, None)
    assert rules_from({"call_in": {"callers": 4}}).figure("call_in.callers") == (4, None)


def test_the_calendar_is_one_object_however_often_it_is_asked_for() -> None:
    rules = rules_from(tomllib.loads(SETTINGS))
    assert rules.calendar() is rules.calendar()


@pytest.mark.parametrize(
    ("given_table", "sentence"),
    [
        ({"callin": {}}, r"There is no table \[callin\].*Did you mean “call_in”"),
        ({"mail": {}}, r"There is no table \[mail\]"),
        ({"call_in": {"day": 5}}, r"\[call_in\] has no setting “day”.*“days”"),
        ({"call_in": 5}, r"\[call_in\] must be a table of settings, not a whole number"),
        ({"call_in": {"days": "5"}}, r"\[call_in\] days must be a whole number, not text"),
        ({"call_in": {"days": True}}, r"\[call_in\] days must be a whole number, not true or false"),
        ({"call_in": {"days": 5.0}}, "not a number with a point"),
        ({"call_in": {"days": 0}}, r"\[call_in\] days must be from 1 to 30, not 0"),
        ({"call_in": {"days": 400}}, "from 1 to 30"),
        (
            {"call_in": {"cut_off": "5pm"}},
            r"\[call_in\] cut_off must be a time in quotes, such as .17:00., not '5pm'",
        ),
        ({"call_in": {"cut_off": "24:00"}}, "must be a time"),
        ({"call_in": {"hearing_from": "issue"}}, "must be “receipt” or “validity”"),
        ({"council": {"name": " "}}, r"\[council\] name must be text, not empty"),
        ({"council": {"annual_meetings": {"2016": "2017-05-18"}}}, "the year 2016 and the day 2017-05-18 do not agree"),
        ({"council": {"annual_meetings": ["2016-05-19"]}}, "must be a table of years and days, not a list"),
        ({"working_days": {"saturdays": 1}}, r"\[working_days\] saturdays must be true or false"),
        ({"working_days": {"closures": "2026-12-29"}}, "must be a list of days, not text"),
        ({"working_days": {"closures": ["29/12/2026"]}}, "a day is written like 2026-12-29"),
        ({"working_days": {"closures": ["2026-02-30"]}}, "there is no day 2026-02-30"),
        ({"working_days": {"closures": ["3023-02-09"]}}, "outside 1974 to 2100"),
        (
            {"working_days": {"holidays": {"2030-06-03": "Jubilee"}, "not_holidays": ["2030-06-03"]}},
            "2030-06-03 stands both in holidays and in not_holidays",
        ),
        ({"updates": {"months": 0}}, r"\[updates\] months must be from 1 to 60"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_table_and_key(given_table: dict[str, object], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        rules_from(given_table)


@given(
    st.dictionaries(
        st.sampled_from([*TABLES, "other"]),
        st.dictionaries(
            st.sampled_from(["days", "name", "closures", "holidays", "annual_meetings", "cut_off", "months"]),
            st.recursive(
                st.none() | st.integers() | st.text() | st.booleans() | days,
                lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            ),
        ),
    )
)
def test_whatever_is_given_it_is_read_or_refused_in_a_sentence(mapping: dict[str, dict[str, object]]) -> None:
    with suppress(BadInput):
        rules = rules_from(mapping)
        assert rules_from(rules_to(rules)) == rules


def test_an_unknown_figure_is_answered_with_the_closest() -> None:
    with pytest.raises(BadInput, match=r"Did you mean “call_in.days”"):
        CouncilRules().figure("call_in.dys")
