"""A recommendation's three axes, never mixed: the answer, the implementation, the committee's sign-off."""

from datetime import date

import pytest
from making import CABINET, HOSPITAL, MARCH_2017, POLICE, SCRUTINY, Desk, asked, facts_for, said_yes, sitting
from msgspec.structs import replace

from states import recommendation as axes
from states.facts import Answer, Progress, Signed
from states.words import Clock, Ended, Implementation, Move, Response, SignOff, State

R, P, S = Response, Implementation, SignOff
ANSWERED = {R.ACCEPTED, R.ACCEPTED_IN_PART, R.REJECTED}
TOLD = set(P) - {P.NOT_STARTED}
EXPECTED = {
    "response": {
        R.AWAITING: ANSWERED | {R.DEFERRED}, R.DEFERRED: ANSWERED | {R.DEFERRED},
        R.ACCEPTED: ANSWERED, R.ACCEPTED_IN_PART: ANSWERED, R.REJECTED: ANSWERED,
    },
    "implementation": {
        P.NOT_STARTED: set(P), P.ON_TRACK: TOLD, P.SLIPPING: TOLD, P.PAUSED: TOLD, P.COMPLETE: TOLD,
        P.NOT_FEASIBLE: TOLD, P.SUPERSEDED: {P.SUPERSEDED},
    },
    "sign_off": {
        S.NONE: {S.KEEP_WATCHING, S.DISCHARGED}, S.KEEP_WATCHING: {S.KEEP_WATCHING, S.DISCHARGED}, S.DISCHARGED: set(),
    },
}  # fmt: skip
STEPS = [(axis, one, to) for axis, rows in EXPECTED.items() for one in rows for to in rows]
FIRST, SECOND = date(2017, 3, 7), date(2017, 3, 20)


def recommended(*texts: str, to=CABINET, **facts: object) -> Desk:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("scrutinise", date(2017, 3, 3), meeting=sitting(SCRUTINY, date(2017, 3, 3)))
    desk.make("recommend", FIRST, recommendations=asked(*texts, to=to), **facts)
    return desk


def owed(desk: Desk, clock: Clock = Clock.EXECUTIVE_RESPONSE) -> list[int]:
    """The recommendations for which this is still owed."""
    return [f.recommendation for f in desk.case.follow_ups if f.clock is clock and f.ended is None]


@pytest.mark.parametrize(("axis", "one", "to"), STEPS, ids=str)
def test_each_axis_steps_where_its_table_says_and_nowhere_else(axis, one, to) -> None:
    sentence = axes.refuse(axis, 2, one, to)
    if to in EXPECTED[axis][one]:
        assert sentence is None
        assert axes.step(axis, one, to) is to
    else:
        assert sentence.startswith(f"Recommendation 2 is {one.replace('_', ' ')}; it cannot be ")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ((R.AWAITING, P.NOT_STARTED, S.NONE), "awaiting"),
        ((R.DEFERRED, P.NOT_STARTED, S.KEEP_WATCHING), "deferred"),
        ((R.REJECTED, P.COMPLETE, S.NONE), "rejected"),
        ((R.ACCEPTED_IN_PART, P.NOT_STARTED, S.NONE), "accepted in part"),
        ((R.ACCEPTED, P.NOT_FEASIBLE, S.NONE), "not feasible"),
        ((R.ACCEPTED, P.COMPLETE, S.NONE), "complete"),
        ((R.ACCEPTED, P.COMPLETE, S.DISCHARGED), "discharged"),
    ],
)
def test_one_word_is_shown_for_it_and_derived(words, shown) -> None:
    assert axes.word(*words) == shown


def test_each_recommendation_is_answered_for_itself() -> None:
    desk = recommended("One.", "Two.", "Three.")
    assert owed(desk) == [1, 2, 3]
    answers = (*said_yes(1), Answer(2, R.REJECTED, "Cabinet", reasons="no money"))
    case = desk.make("respond", SECOND, responses=answers)
    assert [r.response for r in case.recommendations] == [R.ACCEPTED, R.REJECTED, R.AWAITING]
    assert owed(desk) == [3]
    assert case.state == State.RECOMMENDED


def test_deferred_is_still_awaiting_and_its_clock_runs_on() -> None:
    desk = recommended("One.")
    desk.make("respond", SECOND, responses=(Answer(1, R.DEFERRED, "Cabinet"),))
    assert owed(desk) == [1]
    assert desk.make("respond", date(2017, 4, 3), responses=said_yes(1)).recommendations[0].response is R.ACCEPTED
    assert owed(desk) == []
    assert len(desk.case.recommendations[0].answers) == 2


def test_deciding_answers_nothing() -> None:
    desk = recommended("One.")
    desk.make("decide", SECOND, **facts_for(Move.DECIDE, SECOND))
    assert owed(desk) == [1]
    assert desk.case.recommendations[0].response is R.AWAITING
    assert owed(desk, Clock.ACTION_DUE) == []


def test_an_answer_ends_its_clock_on_its_own_day_and_carries_its_words() -> None:
    desk = recommended("Keep all hubs.")
    answer = Answer(1, R.ACCEPTED_IN_PART, "Cabinet", said_yes(1, on=date(2017, 3, 13))[0].on, text_agreed="Keep two.")
    case = desk.make("respond", SECOND, responses=(answer,))
    assert case.follow_ups[0].ended_on == date(2017, 3, 13)
    assert (case.recommendations[0].text, case.recommendations[0].words) == ("Keep all hubs.", "Keep two.")


def test_what_was_answered_may_be_revised_and_does_not_become_unanswered() -> None:
    desk = recommended("One.")
    desk.make("respond", SECOND, responses=said_yes(1))
    assert desk.make("respond", SECOND, responses=(Answer(1, R.REJECTED, "Cabinet"),)).recommendations[0].response == (
        R.REJECTED
    )
    back = desk.refused("respond", SECOND, responses=(Answer(1, R.DEFERRED, "Cabinet"),))
    assert back == ("Recommendation 1 is rejected; it cannot be answered deferred.",)


@pytest.mark.parametrize("decided_first", [True, False])
def test_an_action_is_due_for_what_is_accepted_once_it_is_decided_whichever_comes_first(decided_first) -> None:
    desk = recommended("One.", "Two.")
    answer = Answer(1, R.ACCEPTED, "Cabinet", action_by=date(2017, 11, 30), owner="Director of People")
    moves = [("respond", {"responses": (answer,)}), ("decide", facts_for(Move.DECIDE, SECOND))]
    for move, facts in reversed(moves) if decided_first else moves:
        desk.make(move, SECOND, **facts)
    [action] = [f for f in desk.case.follow_ups if f.clock is Clock.ACTION_DUE]
    assert (action.recommendation, action.due, action.owner) == (1, date(2017, 11, 30), "Director of People")
    assert desk.open()["update_due"] == date(2017, 9, 20)


# The clock of an answer.


def test_the_two_months_begin_with_receipt_or_the_later_notice() -> None:
    desk = recommended("One.", received_on=date(2017, 3, 8), notice_given_on=date(2017, 3, 10))
    assert desk.open() == {"executive_response": date(2017, 5, 9)}
    assert desk.case.follow_ups[0].note is None


def test_without_a_notice_the_date_says_what_it_rests_on() -> None:
    desk = recommended("One.")
    assert desk.open() == {"executive_response": date(2017, 5, 6)}
    assert desk.case.follow_ups[0].note == "if this paper counts as the notice"
    assert {"received_on", "notice_given_on"} <= set(desk.gaps())


def test_a_crime_and_disorder_report_has_no_clock_under_s9fe() -> None:
    assert recommended("One.", crime_and_disorder=True).open() == {}


def test_a_health_body_has_28_days_and_another_partner_a_day_to_be_agreed() -> None:
    assert recommended("One.", to=HOSPITAL).open() == {"partner_response": date(2017, 4, 4)}
    desk = recommended("One.", to=POLICE)
    assert desk.open() == {"partner_response": None}
    assert desk.case.follow_ups[0].condition == "a day to be agreed: no law gives a date"


def test_a_month_is_no_day_to_count_from() -> None:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("scrutinise", date(2017, 3, 1), meeting=sitting(SCRUTINY, date(2017, 3, 1)))
    desk.make("recommend", MARCH_2017, recommendations=asked("One."))
    assert desk.open() == {"executive_response": None}
    assert desk.case.follow_ups[0].condition == "the day of receipt is not known"


# Implementation and sign-off.


def updated(desk: Desk, day: date, *progress: Progress, **facts: object) -> Desk:
    desk.make("update", day, meeting=sitting(SCRUTINY, day), progress=progress, **facts)
    return desk


def test_an_officer_saying_complete_discharges_nothing() -> None:
    desk = updated(recommended("One."), date(2017, 9, 4), Progress(1, P.COMPLETE))
    found = desk.case.recommendations[0]
    assert (found.implementation, found.sign_off, found.response) == (P.COMPLETE, S.NONE, R.AWAITING)
    assert owed(desk) == [1]
    assert "update_due" in desk.open()


def test_an_action_reported_complete_is_late_no_more_and_goes_on_when_it_was_not_after_all() -> None:
    desk = recommended("One.", "Two.")
    desk.make("respond", SECOND, responses=said_yes(1, 2))
    desk.make("decide", SECOND, **facts_for(Move.DECIDE, SECOND))
    updated(desk, date(2017, 9, 4), Progress(1, P.COMPLETE), Progress(2, P.SLIPPING))
    assert owed(desk, Clock.ACTION_DUE) == [2]
    ended = next(f for f in desk.case.follow_ups if f.clock is Clock.ACTION_DUE and f.recommendation == 1)
    assert (ended.ended_why, ended.ended_on) == ("reported complete", date(2017, 9, 4))
    assert desk.case.recommendations[0].sign_off is S.NONE
    updated(desk, date(2018, 1, 8), Progress(1, P.SLIPPING))
    assert owed(desk, Clock.ACTION_DUE) == [1, 2]


def test_what_was_complete_before_it_was_answered_owes_no_action() -> None:
    desk = updated(recommended("One."), SECOND, Progress(1, P.COMPLETE))
    answer = replace(said_yes(1)[0], action_by=date(2017, 6, 1))
    desk.make("respond", date(2017, 5, 2), responses=(answer,))
    assert owed(desk, Clock.ACTION_DUE) == []


def test_what_is_superseded_stays_so() -> None:
    desk = updated(recommended("One."), date(2017, 9, 4), Progress(1, P.SUPERSEDED))
    again = desk.refused("update", date(2017, 9, 5), written=True, progress=(Progress(1, P.ON_TRACK),))
    assert again == ("Recommendation 1 is superseded; it cannot be reported as on track.",)


def test_a_discharge_stops_what_that_recommendation_owes_and_nothing_else() -> None:
    desk = recommended("One.", "Two.")
    desk.make("respond", SECOND, responses=said_yes(1, 2))
    desk.make("decide", SECOND, **facts_for(Move.DECIDE, SECOND))
    desk.does("add", on=SECOND, quote="a report on hub 1", recommendation=1)
    meeting = sitting(SCRUTINY, date(2017, 9, 4))
    desk.make(
        "sign_off", date(2017, 9, 4), signs=(Signed(1, S.DISCHARGED), Signed(2, S.KEEP_WATCHING)), meeting=meeting
    )
    assert owed(desk, Clock.ACTION_DUE) == [2]
    assert owed(desk, Clock.PROMISE) == []
    assert "update_due" in desk.open()
    desk.make("sign_off", date(2017, 9, 4), signs=(Signed(2, S.DISCHARGED),), meeting=meeting)
    assert set(desk.open()) == {"awaiting_publication"}


def test_only_what_was_reported_complete_was_kept_the_discharge_overtakes_the_rest() -> None:
    desk = recommended("One.", "Two.")
    desk.make("respond", SECOND, responses=said_yes(1, 2))
    desk.make("decide", SECOND, **facts_for(Move.DECIDE, SECOND))
    day = date(2017, 9, 4)
    updated(desk, day, Progress(1, P.COMPLETE))
    both = (Signed(1, S.DISCHARGED), Signed(2, S.DISCHARGED))
    desk.make("sign_off", day, signs=both, meeting=sitting(SCRUTINY, day))
    ended = {(f.recommendation, f.ended) for f in desk.case.follow_ups if f.clock is Clock.ACTION_DUE}
    assert ended == {(1, Ended.KEPT), (2, Ended.OVERTAKEN)}
    updates = [f.ended for f in desk.case.follow_ups if f.clock is Clock.UPDATE_DUE]
    assert updates == [Ended.KEPT, Ended.OVERTAKEN]


def test_an_answer_never_given_is_overtaken_by_the_discharge_not_kept() -> None:
    desk = recommended("One.")
    day = date(2017, 9, 4)
    desk.make("sign_off", day, signs=(Signed(1, S.DISCHARGED),), meeting=sitting(SCRUTINY, day))
    assert [(f.ended, f.ended_why) for f in desk.case.follow_ups] == [(Ended.OVERTAKEN, "discharged")]


def test_keeping_watch_stops_nothing_and_a_discharge_stands() -> None:
    desk = recommended("One.")
    day = date(2017, 9, 4)
    desk.make("sign_off", day, signs=(Signed(1, S.KEEP_WATCHING),), meeting=sitting(SCRUTINY, day))
    assert owed(desk) == [1]
    desk.make("sign_off", day, signs=(Signed(1, S.DISCHARGED),), meeting=sitting(SCRUTINY, day))
    back = desk.refused("sign_off", day, signs=(Signed(1, S.KEEP_WATCHING),), meeting=sitting(SCRUTINY, day))
    assert back == ("Recommendation 1 is discharged; it cannot be signed off as keep watching.",)


def test_the_next_update_is_due_unless_all_is_discharged() -> None:
    desk = updated(recommended("One."), date(2017, 9, 4))
    assert desk.open()["update_due"] == date(2018, 3, 4)
    assert desk.case.follow_ups[0].clock is Clock.EXECUTIVE_RESPONSE
    day = date(2018, 3, 5)
    desk.make("sign_off", day, signs=(Signed(1, S.DISCHARGED),), meeting=sitting(SCRUTINY, day))
    updated(desk, date(2018, 9, 3))
    assert desk.open() == {}


def test_an_update_may_name_its_own_next_day() -> None:
    desk = updated(recommended("One."), date(2017, 9, 4), next_update_on=date(2020, 1, 16))
    assert desk.open()["update_due"] == date(2020, 1, 16)


def test_a_paper_starts_no_default_update() -> None:
    desk = recommended("One.")
    desk.make("update", date(2017, 9, 4), papers=True, meeting=sitting(SCRUTINY, date(2017, 9, 4)))
    assert "update_due" not in desk.open()
