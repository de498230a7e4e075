"""Papers that contradict one another: each contradiction is raised once, and nothing is decided but by a person."""

from datetime import date

import pytest
from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    Intake,
    asks,
    called_in,
    decided,
    item,
    looks_back,
    minutes,
    paper,
    step,
    whatever_order,
)

from db.replay import replay
from db.store import open_store
from states.days import On
from states.errors import BadInput, NotFound
from states.facts import Facts, MakerKind
from states.words import BodyKind, Move
from workflow.choosing import ordinal, take, take_many
from workflow.corrections import amend, correct
from workflow.engine import make_move
from workflow.importers.reading import CallIn, Meeting
from workflow.intake.undoing import undo
from workflow.records import bodies
from workflow.settling import settle_warning, waiting

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
HUBS, REF = "Family hubs in the north", "24/00093"


def told_of(*callers: str) -> CallIn:
    return CallIn(callers=callers, decision=REF, quote=f"called in by {' and '.join(callers)}")


def two_callers() -> list:
    """A decision, a form with its callers, and two reports that name another."""
    return [
        decided(HUBS, REF, MARCH_3, "To close two hubs."),
        called_in("Call-in", REF, "Ms Mel Dale", "Mr Barry Lowe"),
        looks_back("Reconsideration", REF, MARCH_7, step("refer_to_council", MARCH_7, BOARD, decision=REF),
                   call_in=told_of("Mrs Jo Mead", "Mr Barry Lowe")),
        looks_back("Review", REF, APRIL_4, call_in=told_of("Mrs Mead", "Mr Lowe")),
    ]  # fmt: skip


def test_who_called_it_in_is_asked_once_with_all_that_is_said(intake):
    intake.read(*two_callers())
    [row] = intake.rows("warning", code="conflicting_source")
    assert "who called it in" in row["message"]
    with intake.desk.reading() as tx:
        [asked] = [w for w in waiting(tx) if w.kind == "conflicting_source"]
    assert asked.choices == ("Mrs Jo Mead and Mr Barry Lowe", "Ms Mel Dale and Mr Barry Lowe")


def test_what_the_earliest_paper_says_stands_until_somebody_chooses(intake):
    intake.read(*two_callers())
    assert intake.only.call_in.callers == ("Mrs Jo Mead", "Mr Barry Lowe")


def test_a_contradiction_is_the_same_whichever_paper_was_read_first():
    whatever_order(two_callers(), most=12)


@pytest.mark.parametrize(
    ("which", "callers"), [(1, ("Mrs Jo Mead", "Mr Barry Lowe")), (2, ("Ms Mel Dale", "Mr Barry Lowe"))]
)
def test_what_a_person_takes_stands_with_its_source_and_no_paper_changes_it(intake, which, callers):
    papers = two_callers()
    intake.read(*papers[:3])
    [row] = intake.rows("warning", code="conflicting_source")
    take(intake.desk, row["ref"], which)
    intake.read(papers[3])
    assert intake.only.call_in.callers == callers
    assert intake.doubts("conflicting_source") == []
    [row] = intake.rows("warning", code="conflicting_source")
    assert (row["taken"], row["settled"]) == (which, f"{'first' if which == 1 else 'second'}: {' and '.join(callers)}")


def test_a_third_thing_said_is_asked_anew(intake):
    papers = two_callers()
    intake.read(*papers)
    [row] = intake.rows("warning", code="conflicting_source")
    take(intake.desk, row["ref"], 2)
    intake.read(looks_back("A history", REF, date(2025, 6, 1), call_in=told_of("Mr Ivor Penn")))
    [message] = intake.doubts("conflicting_source")
    assert "Mr Ivor Penn" in message


def test_names_said_less_fully_contradict_nothing(intake):
    intake.read(
        decided(HUBS, REF, MARCH_3, "To close two hubs.", maker="Mrs Ann Rowan, Cabinet Member for Children"),
        called_in("Call-in", REF, "Ms Mel Dale", "Mr Barry Lowe"),
        looks_back(
            "Review", REF, APRIL_4, step("decide", MARCH_3, "Mrs Rowan, Cabinet Member for Children", decision=REF),
            call_in=told_of("Ms Dale (Labour)", "Cllr B. Lowe"),
        ),
    )  # fmt: skip
    assert intake.doubts() == []
    assert intake.only.decision.maker == "Mrs Ann Rowan, Cabinet Member for Children"


def test_two_days_of_one_decision_are_one_contradiction(intake):
    intake.read(
        decided(HUBS, REF, MARCH_3, "To close two hubs."),
        looks_back("Review", REF, APRIL_4, step("decide", MARCH_7, CABINET, decision=REF)),
    )
    [row] = intake.rows("warning", code="conflicting_source")
    assert "the day it was decided" in row["message"]
    take(intake.desk, row["ref"], 2, "the record was dated wrongly")
    assert intake.only.decision.on.exact == MARCH_7


def test_what_was_entered_at_the_desk_and_a_paper_are_a_choice_too(intake):
    cabinet = bodies.add(intake.desk, CABINET, BodyKind.EXECUTIVE)
    assert cabinet
    made = make_move(intake.desk, None, Move.DRAFT, Facts(title=HUBS, reference=REF, scrutiny_body=_board(intake)))
    make_move(
        intake.desk, made.ref, Move.DECIDE, on=On.day(MARCH_7),
        facts=Facts(maker=CABINET, maker_kind=MakerKind.EXECUTIVE, decided="To close two hubs.", callable=True),
    )  # fmt: skip
    intake.read(decided(HUBS, REF, MARCH_3, "To close two hubs."))
    assert intake.only.decision.on.exact == MARCH_7, "a paper never changes what a person entered"
    [row] = intake.rows("warning", code="conflicting_source")
    assert "entered at the desk" in row["message"]
    take(intake.desk, row["ref"], 2)
    assert intake.only.decision.on.exact == MARCH_3


def _board(intake: Intake):
    from workflow.lookups import Lookup

    ref = bodies.add(intake.desk, BOARD, BodyKind.SCRUTINY)
    with intake.desk.reading() as tx:
        return Lookup(tx).frozen(ref)


def test_what_a_person_amended_is_not_asked_about(intake):
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, "Keep them.", minute="43")))
    heard = next(r.entry for r in intake.only.reached if r.move == "scrutinise")
    amend(intake.desk, 1, Facts(minute="34/24"), why="the page has it the wrong way round", entry=heard)
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, "Keep them.", minute="43"), authors=("again",)))
    assert intake.only.listings[0].minute == "34/24"
    assert intake.doubts() == []


def test_a_meeting_held_in_one_paper_and_cancelled_in_another_is_a_choice(intake):
    listed = paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, MARCH_3, "cancelled", "101"),))
    intake.read(listed, minutes(BOARD, MARCH_3, asks(HUBS, "Keep them.")))
    [row] = intake.rows("warning", code="conflicting_source")
    assert "held or cancelled" in row["message"]
    [meeting] = intake.rows("meeting")
    assert meeting["status"] == "held"
    take(intake.desk, row["ref"], 2)
    [meeting] = intake.rows("meeting")
    assert meeting["status"] == "cancelled"


def test_several_are_settled_together_by_what_one_paper_says(intake):
    for ref in ("24/00001", "24/00002"):
        intake.read(
            decided(f"{HUBS} {ref}", ref, MARCH_3, "To close two hubs."),
            looks_back("Review", ref, APRIL_4, step("decide", MARCH_7, CABINET, decision=ref)),
        )
    numbers = [row["ref"] for row in intake.rows("warning", code="conflicting_source")]
    assert take_many(intake.desk, numbers, 2) == 2
    assert {case.decision.on.exact for case in intake.cases().values()} == {MARCH_7}


def test_what_cannot_be_taken_is_said(intake):
    intake.read(*two_callers(), minutes(None, None, item("Other", "truncated"), warnings=()))
    [row] = intake.rows("warning", code="conflicting_source")
    with pytest.raises(BadInput, match="offers 2 choices; there is no third"):
        take(intake.desk, row["ref"], 3)
    with pytest.raises(NotFound, match="no warning W99"):
        take(intake.desk, 99, 1)
    settle_warning(intake.desk, row["ref"], "both signed")
    with pytest.raises(NotFound):
        take(intake.desk, row["ref"], 1)
    assert [ordinal(word) for word in ("first", "Second", "3", "2nd")] == [1, 2, 3, 2]
    with pytest.raises(BadInput, match="none of the choices"):
        ordinal("the other")


def test_settled_with_a_word_it_is_not_asked_again(intake):
    papers = two_callers()
    intake.read(*papers[:3])
    [row] = intake.rows("warning", code="conflicting_source")
    settle_warning(intake.desk, row["ref"], "both signed")
    intake.read(papers[3])
    assert intake.doubts("conflicting_source") == []


def test_what_was_chosen_and_is_struck_is_asked_again(intake):
    intake.read(*two_callers())
    [row] = intake.rows("warning", code="conflicting_source")
    take(intake.desk, row["ref"], 2)
    with intake.desk.reading() as tx:
        chosen = tx.entries(1)[-1].number
    correct(intake.desk, 1, "the form was wrong after all", entry=chosen)
    assert intake.only.call_in.callers == ("Mrs Jo Mead", "Mr Barry Lowe")
    assert len(intake.doubts("conflicting_source")) == 1
    take(intake.desk, row["ref"], 1)
    assert intake.doubts("conflicting_source") == []


def test_what_only_a_paper_that_was_taken_back_said_stands_no_more_though_chosen_and_read_again_it_is_asked(intake):
    papers = two_callers()
    intake.read(*papers)
    [row] = intake.rows("warning", code="conflicting_source")
    take(intake.desk, row["ref"], 2)
    assert intake.only.call_in.callers == ("Ms Mel Dale", "Mr Barry Lowe")
    form = next(row["ref"] for row in intake.rows("document") if row["kind"] == "call_in")
    undo(intake.desk, [form], "the wrong form")
    assert intake.only.call_in.callers == ("Mrs Jo Mead", "Mr Barry Lowe")
    assert intake.doubts("conflicting_source") == []
    intake.read(papers[1])
    assert intake.only.call_in.callers == ("Mrs Jo Mead", "Mr Barry Lowe")
    assert len(intake.doubts("conflicting_source")) == 1


def test_settled_with_a_word_it_is_asked_again_once_its_papers_were_taken_back_and_read_again(intake):
    papers = two_callers()
    intake.read(*papers)
    [row] = intake.rows("warning", code="conflicting_source")
    settle_warning(intake.desk, row["ref"], "looking into it")
    form = next(row["ref"] for row in intake.rows("document") if row["kind"] == "call_in")
    undo(intake.desk, [form], "read too early")
    assert intake.doubts("conflicting_source") == []
    intake.read(papers[1])
    assert len(intake.doubts("conflicting_source")) == 1
    undo(intake.desk, [row["ref"] for row in intake.rows("document")], "all of it")
    intake.read(*papers)
    assert len(intake.doubts("conflicting_source")) == 1


def test_the_command_line_shows_the_choices_and_takes_one(intake, matters, desk_url):
    intake.read(*two_callers())
    with open_store(desk_url) as store:
        replay(intake.desk.store, store)
    shown = matters("settle", day=date(2026, 11, 22)).out
    assert "first: Mrs Jo Mead and Mr Barry Lowe" in shown
    assert "matters settle W1 --take first" in shown
    ran = matters("settle", "W1", "--take", "second", "--why", "the form itself")
    assert (ran.code, ran.out.strip()) == (0, "W1 is settled: Ms Mel Dale and Mr Barry Lowe.")
    assert "Ms Mel Dale" in matters("show", "R1").out
    assert matters("settle", "W1", "--take", "second").code == 1
    assert matters("settle", "--name", "conflicting_source", "--take", "first").code == 1


def test_titles_of_one_minute_that_differ_are_a_choice_and_the_one_taken_stands(intake):
    first = minutes(BOARD, MARCH_3, item("Hubs in the north", "resolved", "To hear again.", minute="34"))
    other = minutes(BOARD, MARCH_3, item("Libraries in the south", "resolved", "To hear again.", minute="34"))
    intake.read(first, replace(other, path="other.txt"))
    [row] = intake.rows("warning", code="conflicting_source")
    take(intake.desk, row["ref"], 2)
    assert intake.only.title in ("Hubs in the north", "Libraries in the south")
    assert row["fact"] == "draft.title"


def test_two_decisions_of_one_report_have_each_their_own_contradiction():
    """Two references that a minute without one holds together: each is asked about by itself, in whatever order."""
    day, title = date(2025, 1, 17), "Commissioned day centres"
    whatever_order([
        decided(title, "24/00093", day, "To close both."), decided(title, "24/00101", day, "To close one."),
        minutes("Cabinet", day, item(title, "resolved", "To go ahead.")),
        decided(title, "24/00101", day, "To keep both."),
    ])  # fmt: skip
