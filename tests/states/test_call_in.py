"""A decision is called in: the window, the ruling, the hearing, and how it ends."""

from datetime import date

import pytest
from making import CABINET, COUNCIL, SCRUTINY, UNKNOWN, Desk, asked, facts_for, said_yes, scheduled, sitting

from states.acts import Dated, MoveAct
from states.facts import Facts, Reconsidered, Released, Ruling
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules
from states.words import Clock, Ended, Move, State

DECIDED, PUBLISHED, LAST = date(2017, 3, 20), date(2017, 3, 21), date(2017, 3, 28)
RULES = RuleBook(((date(2017, 1, 1), CouncilRules(call_in=CallIn(days=5, hearing_days=10, reconsideration_days=10))),))
STAND_IN = "your constitution's figure is not entered; using 5"


def decided(rules: RuleBook = RULES, **facts: object) -> Desk:
    """One recommendation accepted, and the decision made; published unless told otherwise."""
    desk = Desk(rules)
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY, key=False)
    desk.make("scrutinise", date(2017, 3, 3), meeting=sitting(SCRUTINY, date(2017, 3, 3)))
    desk.make("recommend", date(2017, 3, 7), recommendations=asked("That it stays."))
    desk.make("respond", DECIDED, responses=said_yes(1))
    desk.make("decide", DECIDED, **(facts_for(Move.DECIDE, DECIDED) | {"published_on": PUBLISHED} | facts))
    return desk


def call(desk: Desk, day: date, why: str | None = None, needed: tuple[int, int] = (3, 1), **facts: object) -> Desk:
    """Calls the decision in on that day."""
    told = Facts(**(facts_for(Move.CALL_IN, day) | facts))
    desk.enter(MoveAct("call_in", told, why, callers_needed=needed[0], groups_needed=needed[1]), day)
    return desk


def clock(desk: Desk, clock: Clock):
    """The latest follow-up of a clock."""
    return [f for f in desk.case.follow_ups if f.clock is clock][-1]


# The window.


def test_a_decision_published_when_it_is_made_opens_its_window() -> None:
    window = clock(decided(), Clock.CALL_IN_WINDOW)
    assert (window.start, window.due, window.in_force, window.note) == (PUBLISHED, LAST, date(2017, 3, 29), None)


def test_a_figure_the_council_has_not_entered_is_never_shown_as_law() -> None:
    assert clock(decided(RuleBook()), Clock.CALL_IN_WINDOW).note == STAND_IN


def test_a_decision_still_to_be_published_is_awaited_and_then_opens_its_window() -> None:
    desk = decided(published_on=None)
    assert "awaiting_publication" in desk.open()
    assert "call_in_window" not in desk.open()
    desk.make("publish", PUBLISHED)
    assert "awaiting_publication" not in desk.open()
    assert desk.open()["call_in_window"] == LAST


@pytest.mark.parametrize(
    "facts", [{"callable": False, "why_not_callable": "urgent"}, {"waived_by": "the chair"}, {"callable": None}]
)
def test_no_window_opens_where_the_decision_cannot_be_called_in_or_nobody_knows(facts) -> None:
    assert "call_in_window" not in decided(**facts).open()


def test_a_window_lapses_and_is_never_owed_once_it_has_passed() -> None:
    window = clock(decided(), Clock.CALL_IN_WINDOW)
    assert window.open_on(LAST)
    assert not window.open_on(date(2017, 3, 29))
    assert window.ended is None


# Called in, or not.


def test_a_valid_call_in_stops_the_window_and_its_hearing_is_due() -> None:
    desk = call(decided(), date(2017, 3, 24))
    assert desk.case.state == State.CALLED_IN
    assert clock(desk, Clock.CALL_IN_WINDOW).ended is Ended.OVERTAKEN
    hearing = clock(desk, Clock.CALL_IN_HEARING)
    assert (hearing.start, hearing.due, hearing.owner) == (date(2017, 3, 24), date(2017, 4, 7), SCRUTINY.name)


def test_a_hearing_counts_from_validity_where_the_constitution_says_so() -> None:
    rules = RuleBook(((date(2017, 1, 1), CouncilRules(call_in=CallIn(hearing_days=10, hearing_from="validity"))),))
    desk = call(decided(rules), date(2017, 3, 24), ruled_on=date(2017, 3, 27))
    assert clock(desk, Clock.CALL_IN_HEARING).due == date(2017, 4, 10)
    waits = clock(call(decided(rules), date(2017, 3, 24), ruled_on=None), Clock.CALL_IN_HEARING)
    assert (waits.due, waits.condition) == (None, "the day of the ruling is not known")


def test_an_invalid_call_in_is_kept_and_changes_nothing_else() -> None:
    before = decided()
    desk = call(decided(), date(2017, 3, 24), ruled=Ruling.INVALID, callers=("Cllr A",))
    assert desk.case.state == State.CABINET_DECIDED
    assert desk.open() == before.open()
    assert desk.case.call_ins[0].ruled is Ruling.INVALID
    assert desk.odd() == []  # the ruling has dealt with it
    assert call(desk, date(2017, 3, 27)).case.state == State.CALLED_IN


@pytest.mark.parametrize(
    ("day", "facts", "needed", "says"),
    [
        (date(2017, 3, 29), {}, (3, 1),
         ["the call-in was received on 29 Mar 2017; the window's last day was 28 Mar 2017"]),
        (LAST, {"callers": ("Cllr A",)}, (3, 1), ["1 called it in; 3 are asked for by the constitution"]),
        (LAST, {"groups": 1}, (3, 2), ["the callers come from 1 political group; 2 are asked for by the constitution"]),
        (LAST, {"groups": 2}, (3, 2), []),
    ],
)  # fmt: skip
def test_a_call_in_that_is_late_or_thin_stands_as_an_irregularity_with_its_reason(day, facts, needed, says) -> None:
    desk = call(decided(), day, "the officer allowed it", needed, **facts)
    assert [i.says for i in desk.case.irregularities] == says
    assert all(i.why == "the officer allowed it" for i in desk.case.irregularities)
    assert desk.case.state == State.CALLED_IN


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"callable": False, "why_not_callable": "urgent"}, "The decision cannot be called in: urgent."),
        ({"callable": False}, "The decision cannot be called in."),
        ({"waived_by": "the chair"}, "The decision cannot be called in: the chair agreed to waive it."),
    ],
)
def test_a_decision_that_cannot_be_called_in_is_not(facts, sentence) -> None:
    assert decided(**facts).refused("call_in", LAST, **facts_for(Move.CALL_IN, LAST)) == (sentence,)


def test_one_decision_is_called_in_once() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("release", date(2017, 3, 27), released_by=SCRUTINY.name, release_outcome=Released.NO_COMMENT)
    again = desk.refused("call_in", date(2017, 3, 28), **facts_for(Move.CALL_IN, date(2017, 3, 28)))
    assert again == ("The decision has been called in before; one decision is called in once.",)


def test_a_later_decision_can_be_called_in_anew() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("release", date(2017, 3, 27), released_by=SCRUTINY.name, release_outcome=Released.NO_COMMENT)
    desk.make("update", date(2017, 6, 5), written=True)
    desk.make("decide", date(2017, 6, 12), **facts_for(Move.DECIDE, DECIDED), published_on=date(2017, 6, 13))
    assert call(desk, date(2017, 6, 19)).case.state == State.CALLED_IN
    assert "called_in_late" not in desk.odd()


# While it is called in.


def test_actions_and_updates_wait_while_it_is_called_in_and_go_on_afterwards() -> None:
    desk = call(decided(), date(2017, 3, 24))
    assert {f.clock.value for f in desk.case.follow_ups if f.suspended} == {"action_due", "update_due"}
    desk.make("release", date(2017, 3, 27), released_by=SCRUTINY.name, release_outcome=Released.NO_COMMENT)
    assert not any(f.suspended for f in desk.case.follow_ups)


def test_a_recommendation_is_answered_while_it_is_called_in_and_its_action_waits_too() -> None:
    desk = Desk(RULES)
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("scrutinise", date(2017, 3, 3), meeting=sitting(SCRUTINY, date(2017, 3, 3)))
    desk.make("recommend", date(2017, 3, 7), recommendations=asked("That it stays."))
    desk.make("decide", DECIDED, **facts_for(Move.DECIDE, DECIDED), published_on=PUBLISHED)
    call(desk, date(2017, 3, 24))
    desk.make("respond", date(2017, 3, 25), responses=said_yes(1))
    assert clock(desk, Clock.ACTION_DUE).suspended
    assert clock(desk, Clock.EXECUTIVE_RESPONSE).ended is Ended.KEPT


def test_referred_back_the_maker_reconsiders_within_the_councils_limit() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("refer_back", date(2017, 4, 3), referred_by=SCRUTINY.name, asked="Why not keep two?")
    assert clock(desk, Clock.CALL_IN_HEARING).ended is Ended.KEPT
    owed = clock(desk, Clock.RECONSIDERATION)
    assert (owed.start, owed.due, owed.owner) == (date(2017, 4, 3), date(2017, 4, 19), "Cabinet")


def test_a_day_of_referral_nobody_knows_dates_nothing() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("refer_back", UNKNOWN, referred_by=SCRUTINY.name, asked="Why?")
    owed = clock(desk, Clock.RECONSIDERATION)
    assert (owed.due, owed.condition) == (None, "the day it was referred back is not known")


def test_referred_to_council_its_meeting_is_what_is_waited_for_and_does_not_wait_itself() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("refer_to_council", date(2017, 4, 3), until_meeting=scheduled(COUNCIL, date(2017, 5, 16)))
    council = clock(desk, Clock.UPDATE_DUE)
    assert (council.due, council.owner, council.suspended) == (date(2017, 5, 16), "Council", False)
    assert [f.suspended for f in desk.case.follow_ups if f.clock is Clock.UPDATE_DUE] == [True, False]


# How it ends.


@pytest.mark.parametrize("outcome", [Reconsidered.CONFIRMED, Reconsidered.AMENDED])
def test_reconsidered_the_decision_is_final_and_no_new_window_opens(outcome) -> None:
    desk = call(decided(published_on=None), date(2017, 3, 24))
    desk.make("refer_back", date(2017, 4, 3), referred_by=SCRUTINY.name, asked="Why?")
    desk.make("reconsider", date(2017, 4, 10), reconsidered=outcome, decided="Two hubs stay.")
    assert desk.case.decision.final
    assert desk.case.decision.decided == "Two hubs stay."
    assert clock(desk, Clock.RECONSIDERATION).ended is Ended.KEPT
    desk.make("publish", date(2017, 4, 11))
    assert "call_in_window" not in desk.open()


def test_rescinded_the_report_is_withdrawn_and_answers_and_actions_stay_owed() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("reconsider", date(2017, 4, 10), reconsidered=Reconsidered.RESCINDED)
    assert desk.case.state == State.WITHDRAWN
    assert list(desk.open()) == ["action_due"]


@pytest.mark.parametrize(
    ("on", "ended"), [(date(2017, 4, 10), Ended.OVERTAKEN), (date(2017, 5, 16), Ended.KEPT)], ids=["before", "after"]
)
def test_councils_hearing_was_kept_only_where_its_day_had_come(on, ended) -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("refer_to_council", date(2017, 4, 3), until_meeting=scheduled(COUNCIL, date(2017, 5, 16)))
    desk.make("reconsider", on, reconsidered=Reconsidered.CONFIRMED)
    assert clock(desk, Clock.UPDATE_DUE).ended is ended


def test_a_call_in_that_was_never_heard_overtakes_its_hearing() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("release", date(2017, 3, 27), released_by=SCRUTINY.name, release_outcome=Released.WITHDRAWN_BY_CALLERS)
    assert clock(desk, Clock.CALL_IN_HEARING).ended is Ended.OVERTAKEN


def test_what_was_released_before_it_was_reconsidered_was_not_reconsidered() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("refer_back", date(2017, 4, 3), referred_by=SCRUTINY.name, asked="Why not keep two?")
    desk.make("release", date(2017, 4, 4), released_by=SCRUTINY.name, release_outcome=Released.NO_COMMENT)
    assert clock(desk, Clock.RECONSIDERATION).ended is Ended.OVERTAKEN


def test_released_the_decision_stands_with_the_day_it_comes_into_force() -> None:
    desk = call(decided(), date(2017, 3, 24))
    desk.make("release", date(2017, 4, 3), released_by=SCRUTINY.name, release_outcome=Released.COMMENTS,
              comments="Tell the users.", in_force_on=date(2017, 4, 4))  # fmt: skip
    assert desk.case.decision.in_force_on == date(2017, 4, 4)
    assert (desk.case.call_in.outcome, desk.case.call_in.comments) == (Released.COMMENTS, "Tell the users.")
    assert "call_in_hearing" not in desk.open()


def test_a_recorded_hearing_is_not_counted_again_under_other_rules() -> None:
    desk = call(decided(), date(2017, 3, 24))
    recorded = [d for e in desk.entries for d in e.act.sets if d.clock is Clock.CALL_IN_HEARING]
    assert recorded == [Dated("call_in_hearing/6/0", Clock.CALL_IN_HEARING, 5, date(2017, 3, 24), date(2017, 4, 7))]


# Other people's meetings.


def test_the_agenda_for_cabinet_is_still_wanted_when_the_committee_has_met() -> None:
    desk = Desk(RULES)
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY, key=False)
    desk.make("list", date(2017, 1, 5), meeting=scheduled(SCRUTINY, date(2017, 3, 3)))
    desk.make("list", date(2017, 1, 6), meeting=scheduled(CABINET, date(2017, 3, 20)))
    desk.make("scrutinise", date(2017, 3, 3), meeting=sitting(SCRUTINY, date(2017, 3, 3)))
    assert desk.open() == {"agenda_publication": date(2017, 3, 10), "report_deadline": date(2017, 3, 3)}
    desk.make("list", date(2017, 3, 6), meeting=scheduled(SCRUTINY, date(2017, 6, 5)))
    desk.make("decide", DECIDED, **facts_for(Move.DECIDE, DECIDED))
    assert desk.open()["agenda_publication"] == date(2017, 5, 25)
