"""What should not have happened so is kept with its reason; what is not known is a gap; neither blocks."""

from datetime import date

import pytest
from making import (
    CABINET,
    COUNCIL,
    HOSPITAL,
    MARCH_2017,
    SCRUTINY,
    UNKNOWN,
    Desk,
    asked,
    at,
    by,
    facts_for,
    sitting,
)

from states.facts import (
    Body,
    MakerKind,
    Proposal,
)
from states.words import Move, State

DAY = date(2017, 4, 3)


def scrutinised(**facts: object) -> Desk:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY, consultation_required=True)
    desk.make("scrutinise", date(2017, 3, 3), meeting=sitting(SCRUTINY, date(2017, 3, 3)), **facts)
    return desk


def test_an_agenda_four_days_before_is_an_irregularity_with_the_chairs_reason() -> None:
    desk = scrutinised(agenda_published_on=date(2017, 2, 27), urgency_reason="the grant ends in March")
    [late] = [i for i in desk.case.irregularities if i.name == "agenda_late"]
    assert late.says == "the agenda was published on 27 Feb 2017; the last day was 23 Feb 2017"
    assert late.why == "the grant ends in March"


def test_an_agenda_in_time_is_regular() -> None:
    assert "agenda_late" not in scrutinised(agenda_published_on=date(2017, 2, 23)).odd()


def test_scrutiny_without_the_consultation_required_is_an_irregularity_and_its_reason_a_gap_until_told() -> None:
    [odd] = scrutinised().case.irregularities
    assert (odd.says, odd.why) == ("it was scrutinised without the consultation that was required", None)
    assert "why_unconsulted" in scrutinised().gaps()
    told = scrutinised(why_unconsulted="the government's date left no time")
    assert told.case.irregularities[0].why == "the government's date left no time"
    assert "why_unconsulted" not in told.gaps()


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"key_notice_given_on": date(2017, 2, 3)}, None),
        ({"key_notice_given_on": date(2017, 2, 6)},
         "the notice of a key decision was given on 6 Feb 2017; the last day was 5 Feb 2017"),
        ({"general_exception_on": date(2017, 2, 24)}, None),
        ({"general_exception_on": date(2017, 2, 27)},
         "the general exception notice was given on 27 Feb 2017; the last day was 24 Feb 2017"),
        ({"special_urgency_agreed_by": "the chair", "key_notice_given_on": date(2017, 3, 1)}, None),
        ({"key": False, "key_notice_given_on": date(2017, 3, 1)}, None),
    ],
)  # fmt: skip
def test_a_key_decision_wants_its_notice_or_general_exception_or_special_urgency(facts, says) -> None:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY, key=True)
    desk.make("decide", date(2017, 3, 6), "the grant ended", **(facts_for(Move.DECIDE, DAY) | facts))
    assert [i.says for i in desk.case.irregularities] == ([says] if says else [])
    assert all(i.why == "the grant ended" for i in desk.case.irregularities)
    assert "key_notice_given_on" not in desk.gaps()


def test_a_key_decision_without_any_notice_on_file_is_a_gap() -> None:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("decide", date(2017, 3, 6), **facts_for(Move.DECIDE, DAY), key=True)
    assert "key_notice_given_on" in desk.gaps()
    assert desk.odd() == []


# What is not known is a gap, and blocks nothing.


def test_a_draft_leaves_a_gap_for_each_thing_nobody_told() -> None:
    assert at(State.DRAFTED).gaps() == ["lead_officer", "portfolio", "key", "consultation_required", "origin", "exempt"]


def test_a_referral_without_the_councillor_who_made_it_is_a_gap() -> None:
    desk = Desk()
    desk.make("draft", DAY, title="Hubs", scrutiny_body=SCRUTINY, origin="referral")
    assert "referring_member" in desk.gaps()


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (UNKNOWN, "the day is not known"),
        (MARCH_2017, "the day is not known, only March 2017"),
        (by(date(2017, 3, 7)), "the day is not known, only by 7 Mar 2017"),
    ],
)
def test_a_day_not_known_is_a_gap(on, says) -> None:
    desk = at(State.SCRUTINISED)
    desk.make("recommend", on, recommendations=asked("That it stays."))
    assert [gap.says for gap in desk.case.gaps if gap.name == "on"] == [says]


def test_an_outcome_cut_off_on_its_page_is_a_gap() -> None:
    desk = Desk()
    desk.make("draft", DAY, title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("scrutinise", DAY, meeting=sitting(SCRUTINY, DAY), outcome_cut_off=True, papers=True)
    assert desk.case.state == State.SCRUTINISED
    assert "the outcome is cut off on its page" in [gap.says for gap in desk.case.gaps]


@pytest.mark.parametrize("body", [None, Body("The Panel")])
def test_a_meeting_of_a_body_not_known_is_a_gap_and_no_refusal(body) -> None:
    desk = at(State.DRAFTED)
    desk.make("scrutinise", DAY, meeting=sitting(body, DAY))
    assert "body" in desk.gaps()


def test_a_recommendation_to_a_body_of_unknown_kind_starts_no_clock_and_says_so() -> None:
    desk = at(State.SCRUTINISED)
    desk.make("recommend", DAY, recommendations=asked("That it stays.", to=Body("The Trust")))
    assert desk.open() == {}
    assert [gap.says for gap in desk.case.gaps if gap.name == "body"] == [
        "what kind of body The Trust is, is not known, so no clock starts"
    ]


def test_deciding_before_scrutiny_asks_why_and_after_it_does_not() -> None:
    early, late = at(State.DRAFTED), at(State.SCRUTINISED)
    for desk in (early, late):
        desk.make("decide", DAY, **facts_for(Move.DECIDE, DAY))
    assert "why_not_scrutinised" in early.gaps()
    assert "why_not_scrutinised" not in late.gaps()


def test_a_paper_need_not_say_which_scrutiny_body_it_was() -> None:
    desk = Desk()
    desk.make("draft", UNKNOWN, papers=True, title="Hubs")
    assert "scrutiny_body" in desk.gaps()


def test_a_partner_and_council_are_answered_to_by_their_own_clocks() -> None:
    desk = at(State.SCRUTINISED)
    to_all = tuple(Proposal(f"To {to.name}.", SCRUTINY, to, n) for n, to in enumerate((CABINET, COUNCIL, HOSPITAL), 1))
    desk.make("recommend", DAY, recommendations=to_all, notice_given_on=DAY, received_on=DAY)
    assert [(f.clock.value, f.due) for f in desk.case.follow_ups] == [
        ("executive_response", date(2017, 6, 2)),
        ("executive_response", date(2017, 6, 2)),
        ("partner_response", date(2017, 5, 1)),
    ]


def test_whether_it_is_a_key_decision_is_missed_once_and_no_longer_when_a_later_move_tells_it() -> None:
    def decided(key: bool | None) -> list[str]:
        desk = at(State.SCRUTINISED)
        assert "key" in desk.gaps()
        desk.make("decide", DAY, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="yes", key=key)
        return [name for name in desk.gaps() if name == "key"]

    assert decided(None) == ["key"]
    assert decided(True) == decided(False) == []
