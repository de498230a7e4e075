"""A county's call-in, entered by hand from its facts: decision 24/00093, January to March 2025."""

from datetime import date

import pytest

from states.case import Case, decode_case
from states.errors import Refused
from states.facts import MakerKind, Proposal, Reconsidered, Released, Ruling
from states.words import BodyKind, Clock, Move, State

DECIDED, HEARD, CABINET, COUNCIL = date(2025, 1, 17), date(2025, 1, 29), date(2025, 3, 4), date(2025, 3, 13)


def case_of(council, report: int) -> Case:
    with council.desk.reading() as tx:
        return decode_case(tx.report(report).folded)


@pytest.fixture
def decided(council) -> int:
    """The decision, as a Cabinet Member took it."""
    scrutiny = council.body("Scrutiny Committee")
    drafted = council.move(
        None, Move.DRAFT, date(2024, 12, 10), title="Commissioned family hub services", scrutiny_body=scrutiny,
        reference="24/00093", key=True,
    )  # fmt: skip
    council.move(
        drafted.ref, Move.DECIDE, DECIDED, maker="Cabinet Member for Integrated Children's Services",
        maker_kind=MakerKind.CABINET_MEMBER, decided="Two contracts end", callable=True, published_on=DECIDED,
    )  # fmt: skip
    return drafted.ref


@pytest.fixture
def called_in(council, decided) -> int:
    """The same decision, called in and ruled valid."""
    council.move(
        decided, Move.CALL_IN, received_on=date(2025, 1, 23), callers=("Mrs Meade", "Mr Lewis"), groups=2,
        grounds=("best value", "consultation"), ruled=Ruling.VALID, ruled_by="Democratic Services",
    )  # fmt: skip
    return decided


def test_a_cabinet_members_decision_that_never_saw_scrutiny_is_entered_with_gaps(council, decided):
    case = case_of(council, decided)
    assert case.state is State.CABINET_DECIDED
    assert {"why_not_scrutinised", "key_notice_given_on"} <= {gap.name for gap in case.gaps}


def test_its_window_is_counted_from_publication(council, decided):
    window = next(f for f in case_of(council, decided).follow_ups if f.clock is Clock.CALL_IN_WINDOW)
    assert (window.start, window.due) == (DECIDED, date(2025, 1, 24))


def test_called_in_by_two_it_is_called_in_and_the_missing_caller_is_an_irregularity(council, called_in):
    case = case_of(council, called_in)
    assert case.state is State.CALLED_IN
    assert [i.name for i in case.irregularities] == ["too_few_callers"]
    assert [f.clock for f in case.follow_ups if f.ended is None] == [Clock.CALL_IN_HEARING]


def test_a_second_call_in_of_the_same_decision_is_refused(council, called_in):
    council.move(called_in, Move.RELEASE, HEARD, released_by="Scrutiny Committee", release_outcome=Released.NO_COMMENT)
    with pytest.raises(Refused, match="called in before"):
        council.move(
            called_in, Move.CALL_IN, received_on=date(2025, 2, 3), callers=("a", "b", "c"), grounds=("again",),
            ruled=Ruling.VALID, ruled_by="Democratic Services",
        )  # fmt: skip


def test_the_whole_story_goes_in_as_it_happened(council, called_in):
    council.meeting("Scrutiny Committee", HEARD)
    full_council = council.meeting("County Council", COUNCIL)
    council.move(called_in, Move.REFER_TO_COUNCIL, HEARD, until_meeting=full_council)
    waiting = case_of(council, called_in)
    assert waiting.state is State.CALLED_IN
    assert [(f.clock, f.due) for f in waiting.follow_ups if f.ended is None] == [(Clock.UPDATE_DUE, COUNCIL)]

    council.move(called_in, Move.RECONSIDER, CABINET, reconsidered=Reconsidered.TO_COUNCIL)
    assert case_of(council, called_in).state is State.CALLED_IN

    council.move(
        called_in, Move.RELEASE, COUNCIL, released_by="County Council", release_outcome=Released.COMMENTS,
        comments="Council commented and let it stand",
    )  # fmt: skip
    council.move(
        called_in, Move.RECOMMEND, COUNCIL, minute="300/24", received_on=COUNCIL,
        recommendations=(
            Proposal(
                "To enforce the offer of direct funding", council.body("County Council"),
                council.body("Cabinet", BodyKind.EXECUTIVE),
            ),
        ),
    )  # fmt: skip

    case = case_of(council, called_in)
    assert case.state is State.CABINET_DECIDED
    assert case.decision is not None
    assert case.decision.final
    assert case.call_in is not None
    assert case.call_in.outcome is Released.COMMENTS
    assert [r.from_.name for r in case.real] == ["County Council"]
    assert not [f for f in case.follow_ups if f.ended is None], "Council's own recommendation starts no clock of s.9FE"
    assert [r.state for r in case.reached] == [
        State.DRAFTED, State.CABINET_DECIDED, State.CALLED_IN, State.CALLED_IN, State.CALLED_IN,
        State.CABINET_DECIDED, State.CABINET_DECIDED,
    ]  # fmt: skip


def test_on_each_day_it_stood_as_it_then_stood(council, called_in):
    from workflow.views.look import looking
    from workflow.views.report import show

    council.move(called_in, Move.REFER_TO_COUNCIL, HEARD, until_day=COUNCIL)
    council.move(called_in, Move.RELEASE, COUNCIL, released_by="County Council", release_outcome=Released.COMMENTS)

    def state_on(day: date) -> str:
        with looking(council.desk.store, council.desk.today, as_of=day) as look:
            return show(look, "24/00093").state

    assert state_on(date(2025, 1, 20)) == "cabinet_decided"
    assert state_on(date(2025, 2, 10)) == "called_in"
    assert state_on(date(2025, 3, 20)) == "cabinet_decided"
