"""The state is a fold: what the entries add up to, whichever order they came in, and never counted twice."""

from datetime import date, timedelta

import pytest
from histories import STEPS, lived
from hypothesis import given
from hypothesis import strategies as st
from making import (
    MARCH_2017,
    NO_RULES,
    SCRUTINY,
    UNKNOWN,
    Desk,
    asked,
    at,
    by,
    entry,
    facts_for,
    moved,
    said_yes,
    scheduled,
    sitting,
)
from msgspec.structs import asdict, replace

from states.acts import AmendAct, CorrectAct, LinkAct, MeetingAct, MoveAct, RecountAct, SettleAct
from states.case import Case, decode_case, encode_case
from states.facts import Answer, Facts
from states.fold import fold
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules, Updates
from states.words import Clock, MeetingStatus, Move, Response, State
from states.working_days import Calendar

OTHER_RULES = RuleBook(
    (
        (
            date(2000, 1, 1),
            CouncilRules(call_in=CallIn(days=9, hearing_days=20), updates=Updates(months=11),
                         working_days=Calendar(saturdays=True)),
        ),
    )
)  # fmt: skip


def alike(case: Case, labels: dict[int, int] | None = None) -> dict[str, object]:
    """All a case says, but for the numbers that entries and follow-ups got; `labels` names entries by another order."""

    def named(value: object, field: str = "") -> object:
        if hasattr(value, "__struct_fields__"):
            return {k: named(v, k) for k, v in asdict(value).items() if k not in ("number", "numbered", "key")}
        if isinstance(value, tuple):
            return [named(item, field) for item in value]
        if labels and isinstance(value, int) and field in ("entry", "ended_entry", "decision", "referred_entry"):
            return labels.get(value, value)
        return value

    told = named(case)
    told["recommendations"] = [(r.number, named(r)) for r in case.recommendations]
    return told


# The order of entry.


@given(STEPS, st.randoms(use_true_random=False))
def test_the_order_of_entry_never_changes_what_happened_on_different_days(steps, chance) -> None:
    """The same but for numbers: entries are named by the order they first came in, follow-ups by what they are."""
    first = lived(steps, apart=True)
    shuffled = list(first.entries)
    chance.shuffle(shuffled)
    labels = {place: e.number for place, e in enumerate(shuffled, 1)}
    again = Desk()
    for e in shuffled:
        again.enter(replace(e.act, sets=()), e.on, force=True)
    assert alike(again.case, labels) == alike(first.case)
    unrecorded = [entry(place, replace(e.act, sets=()), e.on) for place, e in enumerate(shuffled, 1)]
    assert alike(fold(unrecorded, NO_RULES).case, labels) == alike(first.case)


@given(STEPS, st.booleans())
def test_adding_one_entry_gives_what_folding_all_of_them_gives(steps, apart) -> None:
    desk = lived(steps, apart=apart, aside=True)
    again = Desk()
    for e in desk.entries:
        again.enter(replace(e.act, sets=()) if hasattr(e.act, "sets") else e.act, e.on, force=True)
        assert again.case == fold(again.entries, NO_RULES).case
    assert again.entries == desk.entries


@given(STEPS, st.integers(0, 400))
def test_as_of_a_day_is_what_had_happened_by_then(steps, days) -> None:
    desk = lived(steps, apart=True)
    until = date(2017, 1, 9) + timedelta(days=days)
    then = [e for e in desk.entries if e.on.last <= until]
    numbered = fold(desk.entries, NO_RULES).case.numbered
    assert fold(desk.entries, NO_RULES, until).case == replace(fold(then, NO_RULES).case, numbered=numbered)


@given(STEPS, st.booleans())
def test_a_replay_never_counts_again(steps, apart) -> None:
    desk = lived(steps, apart=apart, aside=True)
    for rules in (NO_RULES, OTHER_RULES):
        replayed = fold(desk.entries, rules)
        assert replayed.case == desk.case
        assert replayed.sets == ()


@given(STEPS)
def test_a_case_is_kept_as_bytes_and_read_back_the_same(steps) -> None:
    case = lived(steps, apart=False, aside=True).case
    assert decode_case(encode_case(case)) == case


DRAFT = moved(1, "draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
HELD = sitting(SCRUTINY, date(2017, 3, 3))


def test_an_earlier_move_entered_later_makes_the_later_one_an_irregularity_and_no_error() -> None:
    desk = at(State.RECOMMENDED)
    desk.make("withdraw", date(2017, 3, 7), "a mistake in the papers")
    assert desk.case.state == State.WITHDRAWN
    assert len(desk.case.recommendations) == 1  # it stands: the truth is never refused
    [odd] = desk.case.irregularities
    assert (odd.entry, odd.name) == (3, "order")
    assert odd.says == (
        "The report is withdrawn; "
        "recommend is possible once it is scrutinised, recommended, Cabinet decided or updated."
    )


def test_a_live_move_out_of_order_is_refused() -> None:
    assert at(State.DRAFTED).refused("update", date(2017, 4, 3), written=True)


def test_what_stood_out_of_order_is_regular_once_what_was_missing_is_entered() -> None:
    late = [DRAFT, moved(2, "recommend", date(2017, 3, 7), recommendations=asked("One."))]
    assert [i.name for i in fold(late, NO_RULES).case.irregularities] == ["order"]
    whole = [*late, moved(3, "scrutinise", date(2017, 3, 3), meeting=HELD)]
    assert fold(whole, NO_RULES).case.irregularities == ()
    assert fold(whole, NO_RULES).case.state == State.RECOMMENDED


@pytest.mark.parametrize("papers", [True, False])
def test_within_one_day_nothing_is_put_before_what_it_needs(papers) -> None:
    day = date(2017, 3, 3)
    made = [
        ("publish", {}), ("decide", facts_for(Move.DECIDE, day)), ("recommend", {"recommendations": asked("One.")}),
        ("scrutinise", {"meeting": HELD}),
    ]  # fmt: skip
    entries = [DRAFT, *(moved(n, move, day, papers=papers, **facts) for n, (move, facts) in enumerate(made, 2))]
    case = fold(entries, NO_RULES).case
    assert case.irregularities == ()
    assert [r.move for r in case.reached][:2] == ["draft", "scrutinise"]
    assert case.decision.published_on == day


@given(st.permutations([2, 3, 4, 5]))
def test_papers_of_one_day_may_be_read_in_any_order(order) -> None:
    day = date(2017, 3, 3)
    made = [
        ("scrutinise", {"meeting": HELD}), ("recommend", {"recommendations": asked("One.")}),
        ("respond", {"responses": said_yes(1)}), ("decide", facts_for(Move.DECIDE, day)),
    ]  # fmt: skip
    entries = [moved(n, move, day, papers=True, **facts) for n, (move, facts) in zip(order, made, strict=True)]
    case = fold([DRAFT, *sorted(entries, key=lambda e: e.number)], NO_RULES).case
    assert [r.move for r in case.reached] == ["draft", "scrutinise", "recommend", "respond", "decide"]


def test_at_the_desk_the_same_day_goes_by_the_order_of_entry() -> None:
    desk = at(State.DRAFTED)
    day = date(2017, 4, 3)
    desk.make("withdraw", day, "not wanted")
    desk.make("reopen", day, "wanted after all", until_months=3)
    assert desk.case.state == State.UPDATED
    assert desk.odd() == []


# Days that are not known.


def test_an_undated_move_is_taken_at_the_last_day_it_can_have_happened() -> None:
    undated = moved(2, "scrutinise", UNKNOWN, meeting=sitting(SCRUTINY, UNKNOWN))
    case = fold([DRAFT, undated], NO_RULES).case
    assert case.reached[-1].took_place == date(2026, 11, 22)  # the day it was entered
    assert fold([DRAFT, undated], NO_RULES, date(2017, 6, 1)).case.state == State.DRAFTED


@pytest.mark.parametrize("order", [(2, 3), (3, 2)])
def test_an_undated_move_comes_before_what_could_not_have_been_without_it(order) -> None:
    undated = moved(order[0], "scrutinise", UNKNOWN, meeting=sitting(SCRUTINY, UNKNOWN))
    dated = moved(order[1], "recommend", date(2017, 3, 7), recommendations=asked("One."))
    case = fold([DRAFT, *sorted([undated, dated], key=lambda e: e.number)], NO_RULES).case
    assert case.irregularities == ()
    assert [(r.move, r.took_place) for r in case.reached[1:]] == [
        ("scrutinise", date(2017, 3, 7)),
        ("recommend", date(2017, 3, 7)),
    ]


def test_an_undated_recommendation_comes_before_its_answer() -> None:
    entries = [
        DRAFT,
        moved(2, "decide", date(2017, 3, 6), **facts_for(Move.DECIDE, date(2017, 3, 6))),
        moved(3, "respond", date(2017, 3, 7), responses=said_yes(1)),
        moved(4, "recommend", UNKNOWN, recommendations=asked("One.")),
    ]
    case = fold(entries, NO_RULES).case
    assert case.irregularities == ()
    assert case.recommendations[0].response is Response.ACCEPTED


def test_a_draft_without_a_day_was_no_later_than_the_first_thing_that_happened() -> None:
    case = fold([replace(DRAFT, on=UNKNOWN), moved(2, "scrutinise", date(2017, 3, 3), meeting=HELD)], NO_RULES).case
    assert case.reached[0].took_place == date(2017, 3, 3)
    assert case.first_on == date(2017, 3, 3)


@pytest.mark.parametrize(
    ("on", "before", "after"),
    [
        (MARCH_2017, date(2017, 3, 30), date(2017, 3, 31)),
        (by(date(2017, 3, 7)), date(2017, 3, 6), date(2017, 3, 7)),
    ],
    ids=["March 2017", "by 7 March"],
)
def test_a_span_is_taken_at_its_last_day(on, before, after) -> None:
    entries = [DRAFT, moved(2, "scrutinise", on, meeting=sitting(SCRUTINY, on))]
    assert fold(entries, NO_RULES, before).case.state == State.DRAFTED
    assert fold(entries, NO_RULES, after).case.state == State.SCRUTINISED
    assert "on" in [gap.name for gap in fold(entries, NO_RULES).case.gaps]


# Corrections.


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
    assert alike(desk.case) == alike(before)


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
    assert alike(desk.case) == alike(before)


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
    decided.rules = OTHER_RULES
    assert fold(decided.entries, OTHER_RULES).case == decided.case
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
