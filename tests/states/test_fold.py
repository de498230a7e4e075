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
    sitting,
)
from msgspec.structs import asdict, replace

from states.case import Case, decode_case, encode_case
from states.fold import fold
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules, Updates
from states.words import Move, Response, State
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
