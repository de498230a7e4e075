"""What would happen is found out by doing it and undoing it: nothing of it stays, and nothing is computed twice."""

from datetime import date

import pytest

from states.errors import Refused
from states.facts import Facts
from states.words import Move, State
from workflow.engine import make_move
from workflow.records import bodies, meetings

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


@ON_BOTH
def test_a_trial_gives_what_the_act_would_and_leaves_no_entry(desk, council):
    report, meeting = council.draft(), council.meeting(date(2017, 3, 3))
    before, entries = council.case(report), council.entries()
    with desk.trying():
        tried = make_move(desk, report, Move.LIST, Facts(meeting=council.sitting(meeting)))
        assert council.case(report) == tried.after
    assert (council.case(report), council.entries()) == (before, entries)
    assert make_move(desk, report, Move.LIST, Facts(meeting=council.sitting(meeting))).after == tried.after


def test_several_acts_are_tried_together(desk, council):
    report, meeting = council.draft(), council.meeting(date(2017, 2, 1))
    council.listed(report, meeting)
    entries = council.entries()
    with desk.trying():
        meetings.hold(desk, meeting)
        moved = make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    assert moved.state is State.SCRUTINISED
    assert council.entries() == entries


@ON_BOTH
def test_what_is_refused_is_refused_in_a_trial_too_and_the_desk_works_on(desk, council):
    report = council.draft()
    with pytest.raises(Refused), desk.trying():
        make_move(desk, report, Move.CLOSE)
    assert bodies.add(desk, "Council", None) == 3
