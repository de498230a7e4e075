"""What is entered long after the event is quiet until somebody adopts it; what is entered in time is not."""

from datetime import date

import pytest

from states.acts import FollowUpAct
from states.days import On
from states.facts import Facts, Proposal
from states.words import Move
from workflow import owed
from workflow.engine import make_move
from workflow.records import meetings

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


def quiet(town, report):
    return {f.number: f.quiet for f in town.council.case(report).follow_ups}


def recommended(town, received):
    """A report on which Cabinet's answer is owed, received on a day, and entered today."""
    report = town.report()
    meeting = town.council.meeting(received)
    on = On.day(received)
    make_move(town.desk, report, Move.LIST, Facts(meeting=town.council.sitting(meeting)), on=on)
    meetings.hold(town.desk, meeting)
    make_move(town.desk, report, Move.SCRUTINISE, Facts(meeting=town.council.sitting(meeting)), on=on)
    made = (Proposal("Sunday hours are kept.", town.council.body(town.board), town.council.body(town.cabinet)),)
    facts = Facts(recommendations=made, received_on=received, notice_given_on=received)
    make_move(town.desk, report, Move.RECOMMEND, facts, on=on)
    return report


@ON_BOTH
def test_a_response_that_is_late_when_it_is_entered_is_quiet_until_it_is_adopted(town):
    report = recommended(town, date(2026, 3, 2))
    assert True in quiet(town, report).values()
    assert town.sweep(date(2026, 6, 2)).went == ()
    owed.adopt(town.desk, report)
    assert {went.name for went in town.sweep().went} == {"Jane Doe", "Owen Pryce"}


def test_one_that_still_has_time_is_not_quiet_however_late_it_is_entered(town):
    report = recommended(town, date(2026, 5, 5))
    owing = [f for f in town.council.case(report).follow_ups if f.ended is None]
    assert [(f.clock, f.quiet) for f in owing] == [("executive_response", False)]


def test_a_promise_of_years_ago_without_a_day_is_quiet(town):
    report = town.report()
    act = FollowUpAct("add", owner="Head of Libraries", quote="Figures for every branch.")
    owed.do(town.desk, report, act, on=On.day(date(2024, 6, 3)))
    owed.do(town.desk, report, act, on=On.day(date(2026, 5, 26)))
    assert quiet(town, report) == {1: True, 2: False}


def test_what_was_entered_by_an_older_version_stays_as_it_was(town):
    """Acts of before have no word of it, and a fold of today must not read one into them."""
    from msgspec.structs import replace

    from states.acts import Entry
    from states.fold import fold
    from states.rule_book import RuleBook

    report = recommended(town, date(2026, 3, 2))
    with town.desk.reading() as tx:
        entries = tx.entries(report)
    before = [
        Entry(e.number, e.at, e.who, e.on, replace(e.act, backdated=False) if hasattr(e.act, "backdated") else e.act)
        for e in entries
    ]
    assert any(f.quiet for f in fold(entries, RuleBook()).case.follow_ups)
    assert not any(f.quiet for f in fold(before, RuleBook()).case.follow_ups)
