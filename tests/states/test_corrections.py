"""Strike, replace, amend, settle; meetings and rules that change: each an entry, and the fold is right again."""

from datetime import date

from making import (
    MARCH_2017,
    NO_RULES,
    SCRUTINY,
    Desk,
    asked,
    at,
    facts_for,
    scheduled,
    sitting,
)
from msgspec.structs import replace

from states.acts import AmendAct, CorrectAct, LinkAct, MeetingAct, MoveAct, RecountAct, SettleAct
from states.case import Case
from states.facts import Answer, Facts
from states.fold import fold
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules
from states.words import Clock, MeetingStatus, Move, Response, State

NEW_RULES = RuleBook(((date(2000, 1, 1), CouncilRules(call_in=CallIn(days=8))),))


def but_for_numbers(case: Case) -> Case:
    """The case without the highest number ever given, which a struck act may have taken."""
    return replace(case, numbered=0)


def test_a_struck_move_is_gone_and_what_it_owed_with_it() -> None:
    desk = at(State.RECOMMENDED)
    desk.enter(CorrectAct(3, "the wrong report"))
    assert (desk.case.state, desk.case.recommendations, desk.case.follow_ups) == (State.SCRUTINISED, (), ())
    assert len(desk.entries) == 4


def test_a_correction_that_is_struck_strikes_nothing() -> None:
    desk = at(State.RECOMMENDED)
    before = desk.case
    desk.enter(CorrectAct(3, "the wrong report"))
    desk.enter(CorrectAct(4, "it was right after all"))
    assert but_for_numbers(desk.case) == but_for_numbers(before)


def test_what_replaces_a_struck_move_takes_its_place_in_the_day() -> None:
    day = date(2017, 4, 3)
    desk = at(State.DRAFTED)
    desk.make("withdraw", day, "not wanted")
    desk.make("reopen", day, "wanted after all", until_months=3)
    desk.enter(CorrectAct(2, "the reason was wrong"))
    desk.enter(MoveAct("withdraw", Facts(), "the hub had closed", replaces=2), day)
    assert desk.case.state == State.UPDATED
    assert desk.odd() == []


def test_follow_up_numbers_are_never_given_twice() -> None:
    desk = at(State.RECOMMENDED)
    desk.enter(CorrectAct(3, "the wrong words"))
    desk.make("recommend", date(2017, 3, 8), recommendations=asked("Other words."))
    assert [f.number for f in desk.case.follow_ups] == [2]


def test_amending_changes_an_older_fact_fills_a_gap_and_counts_again_under_the_same_number() -> None:
    desk = at(State.RECOMMENDED)
    assert desk.case.follow_ups[0].due == date(2017, 5, 7)
    desk.enter(AmendAct(3, Facts(received_on=date(2017, 3, 10), notice_given_on=date(2017, 3, 10)), why="the letter"))
    [owed] = desk.case.follow_ups
    assert (owed.number, owed.due, owed.note) == (1, date(2017, 5, 9), None)
    assert not {"received_on", "notice_given_on"} & set(desk.gaps())
    desk.enter(AmendAct(3, clears=("received_on", "notice_given_on"), why="it was another letter"))
    assert desk.case.follow_ups[0].due == date(2017, 5, 7)


def test_amending_may_move_the_day_and_with_it_the_order() -> None:
    desk = at(State.RECOMMENDED)
    desk.enter(AmendAct(2, moves_day=True, why="the minutes"), MARCH_2017)
    assert [r.move for r in desk.case.reached] == ["draft", "scrutinise", "recommend"]  # it was needed first
    desk.enter(AmendAct(2, moves_day=True, why="other minutes"), date(2017, 3, 9))
    assert [r.move for r in desk.case.reached] == ["draft", "recommend", "scrutinise"]
    assert "order" in desk.odd()


def test_an_amendment_that_is_struck_changes_nothing() -> None:
    desk = at(State.RECOMMENDED)
    before = desk.case
    desk.enter(AmendAct(3, Facts(received_on=date(2017, 3, 10))))
    desk.enter(CorrectAct(4, "the wrong letter"))
    assert but_for_numbers(desk.case) == but_for_numbers(before)


def test_amending_an_answer_moves_the_day_of_its_action() -> None:
    desk = at(State.RECOMMENDED)
    answer = Answer(1, Response.ACCEPTED, "Cabinet", action_by=date(2017, 9, 1))
    desk.make("respond", date(2017, 3, 20), responses=(answer,))
    desk.make("decide", date(2017, 3, 21), **facts_for(Move.DECIDE, date(2017, 3, 21)))
    assert desk.open()["action_due"] == date(2017, 9, 1)
    number = next(f.number for f in desk.case.follow_ups if f.clock is Clock.ACTION_DUE)
    desk.enter(AmendAct(4, Facts(responses=(replace(answer, action_by=date(2017, 12, 1)),))))
    action = desk.case.follow_up(number)
    assert (action.clock, action.due) == (Clock.ACTION_DUE, date(2017, 12, 1))


# Meetings and rules that change.


def listed() -> Desk:
    desk = at(State.DRAFTED)
    desk.make("list", date(2017, 3, 20), meeting=scheduled(SCRUTINY, date(2017, 5, 8), ref=3))
    return desk


def test_a_meeting_that_moves_takes_its_dates_along() -> None:
    desk = listed()
    assert desk.open()["agenda_publication"] == date(2017, 4, 27)
    desk.enter(MeetingAct(scheduled(SCRUTINY, date(2017, 6, 5), ref=3)), date(2017, 4, 3))
    assert desk.open()["agenda_publication"] == date(2017, 5, 25)
    assert fold(desk.entries, NO_RULES, date(2017, 4, 2)).case.follow_ups[0].due == date(2017, 4, 27)


def test_a_meeting_that_is_cancelled_ends_what_was_wanted_for_it_and_is_no_fault_of_the_listing() -> None:
    desk = listed()
    off = sitting(SCRUTINY, date(2017, 5, 8), MeetingStatus.CANCELLED, ref=3)
    desk.enter(MeetingAct(off), date(2017, 4, 3))
    assert desk.open() == {}
    assert desk.odd() == []
    assert {f.ended_why for f in desk.case.follow_ups} == {"the meeting was cancelled"}


def test_new_rules_move_no_date_until_they_are_applied() -> None:
    decided = Desk()
    decided.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
    facts = facts_for(Move.DECIDE, date(2017, 3, 6)) | {"published_on": date(2017, 3, 6)}
    decided.make("decide", date(2017, 3, 6), **facts)
    assert decided.open()["call_in_window"] == date(2017, 3, 13)
    decided.rules = NEW_RULES
    assert fold(decided.entries, NEW_RULES).case == decided.case
    decided.enter(RecountAct("the constitution was entered"))
    assert decided.open()["call_in_window"] == date(2017, 3, 16)


# Aside.


def test_what_is_settled_stays_listed_with_what_was_made_of_it() -> None:
    desk = at(State.DRAFTED)
    desk.enter(SettleAct(("1:portfolio",), "not known"))
    assert [(gap.name, gap.settled) for gap in desk.case.gaps if gap.settled] == [("portfolio", "not known")]


def test_a_link_to_an_earlier_minute_is_filled_in_once_its_report_is_known() -> None:
    desk = at(State.DRAFTED)
    desk.enter(LinkAct("34/16", SCRUTINY.name, quote="further to minute 34/16"))
    desk.enter(LinkAct("34/16", SCRUTINY.name, report=2))
    [earlier] = desk.case.earlier
    assert (earlier.report, earlier.quote) == (2, "further to minute 34/16")
    desk.enter(CorrectAct(3, "another report"))
    assert desk.case.earlier[0].report == 0
