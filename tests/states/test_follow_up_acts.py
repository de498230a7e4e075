"""What is done to follow-ups besides moves: each a dated act, with who and why, that leaves the rule's date visible."""

from datetime import date

import pytest
from making import COUNCIL, MARCH_2017, SCRUTINY, UNKNOWN, Desk, at, said_yes, scheduled, sitting

from states.acts import FollowUpAct, Source
from states.words import Clock, Ended, State

DAY = date(2017, 4, 3)
SOON = date(2017, 6, 30)


def owing() -> Desk:
    """An answer owed by 7 May 2017: follow-up 1."""
    desk = at(State.RECOMMENDED)
    assert desk.open() == {"executive_response": date(2017, 5, 7)}
    return desk


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (FollowUpAct("forget", 1), "“forget” is not something done to a follow-up; "
         "it is one of add, done, assign, extend, pause, resume, snooze, adopt."),
        (FollowUpAct("add"), "Say what was promised."),
        (FollowUpAct("done", 9), "There is no follow-up 9."),
        (FollowUpAct("done", 1), "Say how it ended: kept, overtaken or dropped."),
        (FollowUpAct("done", 1, ended=Ended.LAPSED, why="x"), "Say how it ended: kept, overtaken or dropped."),
        (FollowUpAct("done", 1, ended=Ended.DROPPED), "Say why it is no longer owed."),
        (FollowUpAct("assign", 1), "Say which post owes it now."),
        (FollowUpAct("extend", 1, why="agreed"), "Say until which day, or on which condition."),
        (FollowUpAct("extend", 1, due=SOON), "Say who agreed and why."),
        (FollowUpAct("pause", 1), "Say why it is paused."),
        (FollowUpAct("resume", 1), "Follow-up 1 is not paused."),
        (FollowUpAct("snooze", 1), "Say until which day to leave it."),
        (FollowUpAct("adopt", 1), "Follow-up 1 is adopted already."),
    ],
)  # fmt: skip
def test_an_act_is_refused_with_its_sentence(act, sentence) -> None:
    assert sentence in owing().tries(act, DAY).reasons


def test_what_has_ended_is_left_alone() -> None:
    desk = owing()
    desk.make("respond", DAY, responses=said_yes(1))
    assert desk.tries(FollowUpAct("assign", 1, owner="Chair"), DAY).reasons == (
        "Follow-up 1 ended on 3 Apr 2017: kept.",
    )


def test_a_promise_is_kept_in_its_own_words_with_or_without_a_day() -> None:
    desk = owing()
    source = Source("minutes.pdf", "a report will follow")
    desk.does("add", on=DAY, quote="a report will follow", owner="Cabinet", chase_on=SOON, sources=(source,))
    promise = desk.case.follow_ups[-1]
    assert (promise.clock, promise.number, promise.due, promise.chase_on) == (Clock.PROMISE, 2, None, SOON)
    assert (desk.entries[-1].number, source) in desk.case.sources
    desk.does("add", on=DAY, quote="by June", due=SOON)
    assert desk.case.follow_ups[-1].due == SOON


def test_an_extension_stands_beside_the_rules_own_date() -> None:
    desk = owing()
    desk.does("extend", 1, DAY, due=SOON, why="the chair agreed")
    owed = desk.case.follow_up(1)
    assert (owed.due, owed.agreed, owed.counts) == (date(2017, 5, 7), SOON, SOON)
    [change] = owed.changes
    assert (change.do, change.who, change.why, change.agreed) == ("extend", "ann", "the chair agreed", SOON)


def test_a_pause_and_its_end_are_dated_acts() -> None:
    desk = owing()
    desk.does("pause", 1, DAY, why="election", until=SOON)
    assert (desk.case.follow_up(1).paused, desk.case.follow_up(1).paused_until) == (True, SOON)
    desk.does("resume", 1, SOON)
    assert not desk.case.follow_up(1).paused
    assert [change.do for change in desk.case.follow_up(1).changes] == ["pause", "resume"]


def test_it_is_assigned_snoozed_adopted_and_settled() -> None:
    desk = owing()
    desk.does("add", on=DAY, quote="from a paper", papers=True)
    assert desk.case.follow_up(2).quiet
    desk.does("adopt", 2, DAY)
    desk.does("assign", 2, DAY, owner="Head of Libraries")
    desk.does("snooze", 2, DAY, until=SOON)
    owed = desk.case.follow_up(2)
    assert (owed.quiet, owed.owner, owed.snoozed_until) == (False, "Head of Libraries", SOON)
    desk.does("done", 2, SOON, ended=Ended.OVERTAKEN, why="the library closed")
    assert desk.case.follow_up(2).ended_on == SOON


# The move that puts off.


def test_deferring_adds_an_agreed_day_beside_the_statutory_one_which_stays() -> None:
    desk = owing()
    desk.make("defer", DAY, "the Cabinet Member is ill", until_day=SOON)
    owed = desk.case.follow_up(1)
    assert (owed.due, owed.agreed, owed.ended) == (date(2017, 5, 7), SOON, None)
    assert desk.case.state == State.RECOMMENDED


def test_deferring_to_a_meeting_takes_its_day_or_says_the_meeting() -> None:
    desk = owing()
    desk.make("defer", DAY, "ill", until_meeting=scheduled(COUNCIL, SOON))
    assert desk.case.follow_up(1).agreed == SOON
    other = owing()
    other.make("defer", DAY, "ill", until_meeting=scheduled(COUNCIL, MARCH_2017))
    assert (other.case.follow_up(1).agreed, other.case.follow_up(1).condition) == (
        None,
        "at the meeting of Council, March 2017",
    )


def test_deferring_names_the_follow_ups_it_means_or_means_all_that_wait_for_somebody() -> None:
    desk = owing()
    desk.does("add", on=DAY, quote="a report")
    desk.make("defer", DAY, "ill", until_condition="once the grant is known", follow_ups=(2,))
    assert [f.condition for f in desk.case.follow_ups] == [None, "once the grant is known"]
    desk.make("defer", DAY, "ill", until_day=SOON)
    assert [f.agreed for f in desk.case.follow_ups] == [SOON, None], (
        "a promise without a day stays without, unless named"
    )


def test_hearing_again_waits_for_a_day_a_meeting_months_or_a_condition() -> None:
    told = [
        ({"until_day": SOON}, SOON, None),
        ({"until_meeting": scheduled(SCRUTINY, SOON)}, SOON, None),
        ({"until_months": 6}, date(2017, 10, 3), None),
        ({"until_months": 6, "until_event": "the hubs opening"}, None, "6 months after the hubs opening"),
        ({"until_condition": "once the hubs are open"}, None, "once the hubs are open"),
    ]
    for facts, due, condition in told:
        desk = at(State.SCRUTINISED)
        desk.make("hear_again", DAY, **facts)
        assert (desk.case.follow_ups[-1].due, desk.case.follow_ups[-1].condition) == (due, condition)


def test_months_after_a_day_nobody_knows_are_no_date() -> None:
    desk = at(State.SCRUTINISED)
    desk.make("hear_again", UNKNOWN, until_months=6)
    assert (desk.case.follow_ups[-1].due, desk.case.follow_ups[-1].condition) == (
        None,
        "6 months after a day not known",
    )


def test_withdrawing_leaves_answers_actions_and_promises_owed() -> None:
    desk = owing()
    desk.does("add", on=DAY, quote="a report")
    desk.make("list", DAY, meeting=scheduled(SCRUTINY, SOON))
    desk.make("withdraw", DAY, "no longer wanted")
    assert list(desk.open()) == ["executive_response", "promise"]


def test_a_listing_from_papers_has_no_report_deadline_which_is_the_councils_default() -> None:
    desk = at(State.DRAFTED)
    desk.make("list", date(2017, 3, 20), papers=True, meeting=scheduled(SCRUTINY, date(2026, 12, 10)))
    assert desk.open() == {"agenda_publication": date(2026, 12, 2)}
    assert desk.case.follow_ups[0].quiet


def test_a_listing_read_from_papers_after_the_meeting_waits_for_nothing() -> None:
    desk = at(State.DRAFTED)
    desk.make("list", date(2017, 3, 20), papers=True, meeting=scheduled(SCRUTINY, DAY))
    assert desk.open() == {}


def test_an_agenda_that_was_out_in_time_is_no_longer_waited_for() -> None:
    desk = at(State.DRAFTED)
    out = date(2026, 11, 20)
    desk.make("list", out, papers=True, meeting=scheduled(SCRUTINY, date(2026, 12, 10)), agenda_published_on=out)
    assert desk.open() == {}
    assert desk.case.listings[0].agenda_published_on == out


def test_an_update_ends_the_wait_for_the_agenda_of_its_meeting() -> None:
    desk = owing()
    desk.make("list", date(2017, 3, 20), meeting=scheduled(SCRUTINY, DAY, ref=3))
    desk.make("update", DAY, meeting=sitting(SCRUTINY, DAY, ref=3))
    assert "agenda_publication" not in desk.open()
