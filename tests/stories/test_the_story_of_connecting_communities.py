"""One report through eight years, entered by hand from its facts: 2016 to 2024, gaps and oddities included."""

from datetime import date

import pytest

from states.acts import LinkAct
from states.case import Case, decode_case
from states.days import On
from states.facts import Answer, MakerKind, Progress, Proposal, Signed
from states.words import Clock, Implementation, Move, Response, SignOff, State
from workflow.engine import act_on
from workflow.views.lists import overdue
from workflow.views.look import looking
from workflow.views.thread import thread

MARCH_2017 = On(date(2017, 3, 1), date(2017, 3, 31))


def case_of(council, report: int) -> Case:
    with council.desk.reading() as tx:
        return decode_case(tx.report(report).folded)


@pytest.fixture
def noted(council) -> int:
    """As far as the note to Cabinet of 7 March 2017."""
    committee = council.body("Scrutiny Co-ordination Committee")
    drafted = council.move(None, Move.DRAFT, On(), title="Connecting Communities Phase 2", scrutiny_body=committee)
    council.move(
        drafted.ref, Move.CONSULT, date(2016, 12, 12), consultation_opens=date(2016, 9, 12),
        consultation_closes=date(2016, 12, 12),
    )  # fmt: skip
    council.move(
        drafted.ref, Move.SCRUTINISE, meeting=council.meeting("Scrutiny Co-ordination Committee", date(2017, 3, 3))
    )
    cabinet = council.body("Cabinet")
    council.move(
        drafted.ref, Move.RECOMMEND, date(2017, 3, 7), paper_dated=date(2017, 3, 7),
        recommendations=tuple(Proposal(f"Recommendation in words {n}", committee, cabinet, n) for n in range(1, 5)),
    )  # fmt: skip
    with council.desk.writing() as tx:
        act_on(council.desk, tx, drafted.ref, LinkAct("34/16", "Scrutiny Co-ordination Committee"))
        act_on(council.desk, tx, drafted.ref, LinkAct("24/16", "Cabinet"))
    return drafted.ref


def test_four_answers_are_owed_by_saturday_6_may_2017_if_the_note_counts_as_the_notice(council, noted):
    owed = [f for f in case_of(council, noted).follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE]
    assert [f.due for f in owed] == [date(2017, 5, 6)] * 4
    assert {f.note for f in owed} == {"if this paper counts as the notice"}
    assert "notice_given_on" in {gap.name for gap in case_of(council, noted).gaps}


def test_on_1_june_2017_they_were_26_days_late(council, noted):
    with looking(council.desk.store, council.desk.today, as_of=date(2017, 6, 1)) as look:
        assert [o.days_late for o in overdue(look)] == [26, 26, 26, 26]


def test_before_the_note_nothing_was_owed(council, noted):
    with looking(council.desk.store, council.desk.today, as_of=date(2017, 3, 6)) as look:
        assert overdue(look) == []


def test_cabinet_decided_in_march_2017_and_that_answered_nothing(council, noted):
    council.move(
        noted, Move.DECIDE, MARCH_2017, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="To implement it"
    )
    case = case_of(council, noted)
    assert case.state is State.CABINET_DECIDED
    assert all(r.response is Response.AWAITING for r in case.real)
    assert [f.ended for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE] == [None] * 4
    assert any(gap.name == "on" for gap in case.gaps), "the day in March is not known"


def test_it_goes_from_draft_to_closed_and_nothing_is_owed(council, noted):
    council.move(
        noted, Move.DECIDE, MARCH_2017, maker="Cabinet", maker_kind=MakerKind.EXECUTIVE, decided="To implement it",
        callable=True, published_on=date(2017, 3, 9),
    )  # fmt: skip
    council.move(
        noted, Move.RESPOND, date(2017, 4, 4),
        responses=tuple(Answer(n, Response.ACCEPTED, "Cabinet", action_by=date(2017, 11, 30)) for n in range(1, 5)),
    )  # fmt: skip
    board = council.meeting("Scrutiny Co-ordination Committee", date(2020, 1, 16))
    council.move(
        noted, Move.UPDATE, meeting=board,
        progress=tuple(Progress(n, Implementation.COMPLETE) for n in range(1, 5)),
    )  # fmt: skip
    assert [r.sign_off for r in case_of(council, noted).real] == [SignOff.NONE] * 4, "officers' word discharges nothing"
    council.move(
        noted, Move.SIGN_OFF, meeting=board, minute="40/19",
        signs=tuple(Signed(n, SignOff.DISCHARGED) for n in range(1, 5)),
    )  # fmt: skip
    with council.desk.reading() as tx:
        open_still = [f for f in case_of(council, noted).follow_ups if f.ended is None]
        assert [f.clock for f in open_still] == [Clock.CALL_IN_WINDOW]
        assert tx.report(noted) is not None
    closed = council.move(noted, Move.CLOSE, date(2020, 1, 17))
    assert closed.state is State.CLOSED


def test_the_thread_runs_from_2016_to_the_boards_of_2020(council, noted):
    board = "Education and Children's Services Scrutiny Board (2)"
    for title, minute, further_to in (("Libraries Update", "32/19", "41/18"), ("Family Hubs", "33/19", "46/18")):
        report = council.move(None, Move.DRAFT, On(), title=title, scrutiny_body=council.body(board)).ref
        council.move(report, Move.SCRUTINISE, meeting=council.meeting(board, date(2020, 1, 16)), minute=minute)
        with council.desk.writing() as tx:
            act_on(council.desk, tx, report, LinkAct(further_to, board))
            act_on(council.desk, tx, report, LinkAct(None, None, noted))
    with looking(council.desk.store, council.desk.today) as look:
        steps = [(t.report, t.minute) for t in thread(look, f"R{noted}")]
    assert {
        ("R2", "32/19"),
        ("R3", "33/19"),
        (None, "34/16"),
        (None, "24/16"),
        (None, "41/18"),
        (None, "46/18"),
    } <= set(steps)
    assert steps.index((None, "34/16")) < steps.index(("R2", "32/19"))
