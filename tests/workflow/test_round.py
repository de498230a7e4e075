"""A round after a meeting: each item in one transaction, to be left and taken up again."""

from datetime import date

import pytest

from states.errors import BadInput, Conflict, NotFound, Refused
from states.facts import Facts
from states.words import Clock, Move, Response, SignOff, State
from workflow.engine import make_move
from workflow.round import OUTCOMES, Promise, Said, agenda, enter
from workflow.round_typed import promise
from workflow.views.outcome import started

TO_CABINET = {"recommendations": [{"text": "Keep every library open", "to": "Cabinet"}]}
ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


def items(desk, meeting):
    with desk.reading() as tx:
        return agenda(tx, meeting)[1]


@ON_BOTH
def test_an_item_is_scrutinised_and_recommended_on_in_one_go(desk, council):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    promise = Promise("the costs will be circulated", "Director of Finance", due=date(2017, 4, 1))
    done = enter(desk, meeting, report, Said("recommended", "34/16", TO_CABINET, (promise,)))
    case = done[-1].after
    assert case.state is State.RECOMMENDED
    assert (case.listings[0].minute, case.recommendations[0].from_.name) == ("34/16", "Scrutiny Board (2)")
    assert {f.clock for f in case.follow_ups if f.ended is None} == {Clock.EXECUTIVE_RESPONSE, Clock.PROMISE}


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        ("in three months", date(2017, 6, 3)), ("in 3 months", date(2017, 6, 3)), ("6 months", date(2017, 9, 3)),
        ("within a week", date(2017, 3, 10)), ("in two years' time", date(2019, 3, 3)),
        ("once it opens", None), ("three months after it opens", None),
    ],
)  # fmt: skip
def test_a_stretch_of_time_is_no_day_and_is_asked_after_as_counted_from_the_meeting(desk, council, when, asked):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    said = Said("considered", promises=(promise("a report back", "Director of Finance", when, desk.today),))
    found = next(f for f in enter(desk, meeting, report, said)[-1].after.follow_ups if f.clock is Clock.PROMISE)
    assert (found.due, found.condition, found.chase_on) == (None, when, asked)
    line = started(desk, (found,))[0]
    assert line.startswith(f"promise (Director of Finance), without a date: {when}")
    assert ("; asked after on " in line) == (asked is not None)


def test_a_round_can_be_left_and_taken_up_again(desk, council):
    first, second = council.draft("First"), council.draft("Second")
    meeting = council.held(date(2017, 3, 3), first, second)
    assert [item.done for item in items(desk, meeting)] == [False, False]
    enter(desk, meeting, first, Said("noted", "1/16"))
    assert [item.done for item in items(desk, meeting)] == [True, False]
    enter(desk, meeting, second, Said("deferred", facts={"until_condition": "the costs are known"}, why="no figures"))
    assert [item.done for item in items(desk, meeting)] == [True, True]


def test_what_is_refused_in_an_item_refuses_the_whole_item(desk, council):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    before = council.entries()
    with pytest.raises(Refused):
        enter(desk, meeting, report, Said("recommended", "34/16", TO_CABINET, signs={"7": "discharged"}))
    assert council.entries() == before


def test_a_committee_discharges_in_its_round(desk, council, clock):
    report, _ = council.recommended("Keep libraries", "Open hubs")
    council.listed(report, later := council.meeting(date(2017, 9, 8)))
    clock.set(date(2017, 9, 8))
    from workflow.records import meetings

    meetings.hold(desk, later)
    assert [r.number for r in items(desk, later)[0].watched] == [1, 2]
    progress = {"progress": ["1=complete", "2=on_track"]}
    done = enter(
        desk, later, report, Said("updated", "9/17", progress, signs={"1": "discharged", "2": "keep_watching"})
    )
    assert [r.sign_off for r in done[-1].after.recommendations] == [SignOff.DISCHARGED, SignOff.KEEP_WATCHING]


def test_cabinet_answers_and_decides_in_its_round(desk, council, clock):
    report, _ = council.recommended("Keep libraries")
    council.listed(report, meeting := council.meeting(date(2017, 3, 20), council.cabinet))
    clock.set(date(2017, 3, 21))
    from workflow.records import meetings

    meetings.hold(desk, meeting)
    answers = {"responses": [{"recommendation": 1, "answer": "accepted", "by": "Cabinet"}]}
    enter(desk, meeting, report, Said("answered", facts=answers))
    decided = {"maker_kind": "executive", "decided": "to keep them", "callable": "yes"}
    case = enter(desk, meeting, report, Said("decided", "24/16", decided))[-1].after
    assert (case.state, case.decision.maker) == (State.CABINET_DECIDED, "Cabinet")
    assert case.recommendations[0].response is Response.ACCEPTED


def test_a_meeting_is_held_before_its_round(desk, council):
    with pytest.raises(Refused, match="hold it first: matters meeting hold M1"):
        items(desk, council.meeting(date(2017, 3, 3)))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [(Said("applauded"), "is no outcome"), (Said("noted", facts={"decided": "x"}), "has no fact decided")],
)
def test_what_is_not_understood_is_refused(desk, council, said, sentence):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    with pytest.raises(BadInput, match=sentence):
        enter(desk, meeting, report, said)


def test_only_what_is_on_the_agenda_is_dealt_with(desk, council):
    report = council.draft()
    with pytest.raises(NotFound, match="is not on the agenda"):
        enter(desk, council.held(date(2017, 3, 3)), report, Said("noted"))


def test_an_item_somebody_else_dealt_with_meanwhile_is_told(desk, other_desk, council):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    looked_at = items(desk, meeting)[0].version
    make_move(other_desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    with pytest.raises(Conflict, match="omar"):
        enter(desk, meeting, report, Said("noted"), expected=looked_at)


def test_every_outcome_offered_can_be_made_from_where_the_report_stands(desk, council):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report)
    offered = items(desk, meeting)[0].outcomes
    assert set(offered) <= set(OUTCOMES)
    assert {"considered", "recommended", "noted", "hear again", "deferred", "not reached"} <= set(offered)
    assert not {"updated", "released", "signed off"} & set(offered)
