"""What papers prove to be one is one, with every paper's words; what only looks alike is suggested."""

from datetime import date

import pytest
from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    COUNCIL,
    Intake,
    agenda,
    asks,
    decided,
    item,
    looks_back,
    minutes,
    note,
    paper,
    step,
    whatever_order,
)

from states.days import On
from states.facts import Facts
from states.words import BodyKind, Move, State
from workflow.corrections import correct
from workflow.engine import make_move
from workflow.importers.reading import Meeting
from workflow.lookups import Lookup, report_ref
from workflow.merging import merge
from workflow.records import bodies, meetings
from workflow.settling import answer

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
HUBS = "Family hubs in the north"
TWO = ("Keep the hubs open.", "Publish a map.")


def test_the_same_recommendations_in_a_note_and_in_minutes_are_one_with_two_sources(intake):
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, *TWO)), note(MARCH_7, asks(HUBS, *TWO), met=MARCH_3))
    for number in (1, 2):
        assert len({s.path for _, s in intake.only.sources if s.about == f"recommendation {number}"}) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("Keep the “hub’s” doors open.", 'keep the "hub\'s"  doors open.'), ("A map – today.", "A map - today.")],
)
def test_words_are_the_same_whatever_their_quotes_spaces_dashes_and_case(intake, one, other):
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, one)), note(MARCH_7, asks(HUBS, other), met=MARCH_3))
    assert len(intake.only.recommendations) == 1


def test_a_decisions_reference_proves_whatever_the_titles(intake):
    intake.read(
        decided("Commissioned hubs", "24/00093", MARCH_7, "To close two hubs."),
        minutes(COUNCIL, APRIL_4, item("Review of decision 24/00093", "resolved", "To note it.", reference="24/00093")),
    )
    assert intake.only.title == "Commissioned hubs"


def test_another_reference_is_another_report_whatever_the_title(intake):
    intake.read(
        decided("Budget monitoring", "24/00093", MARCH_7, "To note it."),
        decided("Budget monitoring", "24/00101", APRIL_4, "To note it."),
    )
    assert sorted(case.reference for case in intake.cases().values()) == ["24/00093", "24/00101"]


def test_a_minute_number_with_its_body_and_year_proves_whatever_the_title(intake):
    intake.read(
        minutes(BOARD, MARCH_3, item("Hubs", "resolved", "To hear again.", minute="34")),
        minutes(BOARD, MARCH_3, item("Family hubs (revised)", "resolved", "To hear again.", minute="34")),
    )
    assert len(intake.cases()) == 1
    assert intake.doubts() == ["conflicting_source"]
    assert "what the report is called" in intake.doubts("conflicting_source")[0]


def test_the_same_number_of_another_body_or_year_proves_nothing(intake):
    for body, day in ((BOARD, MARCH_3), ("Health Scrutiny Panel", MARCH_3), (BOARD, date(2026, 3, 3))):
        intake.read(minutes(body, day, item(HUBS, "resolved", "To hear again.", minute="34")))
    assert len(intake.cases()) == 3


def test_a_title_at_another_meeting_is_suggested_and_made_one_only_by_a_yes(intake):
    intake.read(
        minutes(BOARD, MARCH_3, item(HUBS, "resolved", "To hear again.")),
        minutes(BOARD, APRIL_4, item(HUBS, "resolved", "To ask for figures.")),
    )
    assert len(intake.cases()) == 2
    [row] = intake.rows("suggestion", answer=None)
    moved = answer(intake.desk, row["ref"], yes=True)
    assert moved.after.took == (2,)
    assert [x.meeting.on.exact for x in intake.only.listings] == [MARCH_3, APRIL_4]


def test_a_suggestion_let_go_is_not_made_again(intake):
    intake.read(
        minutes(BOARD, MARCH_3, item(HUBS, "resolved", "To hear again.")),
        minutes(BOARD, APRIL_4, item(HUBS, "resolved", "To ask for figures.")),
    )
    [row] = intake.rows("suggestion", answer=None)
    answer(intake.desk, row["ref"], yes=False)
    intake.read(agenda(BOARD, APRIL_4, item(HUBS, agenda="4")))
    assert intake.rows("suggestion", answer=None) == []


def test_a_fuller_edition_of_a_page_that_was_cut_off_fills_its_gaps():
    cut = minutes(BOARD, MARCH_3, item(HUBS, "truncated", minute="34"))
    whole = minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34"), authors=("edition 2",))
    here = Intake()
    here.read(cut)
    assert "outcome" in {gap.name for gap in here.only.gaps}
    here.read(whole)
    assert "outcome" not in {gap.name for gap in here.only.gaps}
    assert here.only.state is State.RECOMMENDED
    here.close()
    whatever_order([cut, whole])


def test_a_page_without_its_day_is_of_the_meeting_its_recommendations_were_made_at():
    undated = minutes(None, None, asks(HUBS, *TWO))
    papers = [
        undated,
        note(MARCH_7, asks(HUBS, *TWO), met=MARCH_3),
        minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34")),
    ]
    here = Intake()
    here.read(*papers)
    assert [(r.move, str(r.on)) for r in here.only.reached] == [
        ("draft", "day not known"), ("scrutinise", "3 Mar 2025"), ("recommend", "7 Mar 2025"),
    ]  # fmt: skip
    here.close()
    whatever_order(papers)


def test_a_paper_that_proves_two_reports_to_be_one_merges_them_whenever_it_comes():
    apart = [
        minutes(BOARD, MARCH_3, asks(HUBS, *TWO)),
        decided("Commissioned hubs", "24/00093", APRIL_4, "To close two hubs."),
    ]
    bridge = note(MARCH_7, asks(HUBS, *TWO, reference="24/00093"), met=MARCH_3)
    here = Intake()
    here.read(*apart)
    assert len(here.cases()) == 2
    [done] = here.read(bridge)
    assert done.entered[0].merged == ("R2",)
    assert [r.move for r in here.only.reached] == ["draft", "scrutinise", "recommend", "decide"]
    assert here.only.irregularities == ()
    here.close()
    whatever_order([*apart, bridge])


def test_two_reports_on_which_people_worked_are_not_merged_by_a_paper_but_offered(intake):
    intake.read(
        minutes(BOARD, MARCH_3, asks(HUBS, *TWO)), decided("Commissioned hubs", "24/00093", APRIL_4, "To close two.")
    )
    for ref in (1, 2):
        make_move(intake.desk, ref, Move.LIST, Facts(meeting=_to_come(intake)))
    intake.read(note(MARCH_7, asks(HUBS, *TWO, reference="24/00093"), met=MARCH_3))
    assert len(intake.cases()) == 2
    assert [row["kind"] for row in intake.rows("suggestion", answer=None)] == ["same"]


def _to_come(intake):
    with intake.desk.writing() as tx:
        there = tx.find("meeting", day=date(2026, 12, 10))
        its = Lookup(tx).body_ref(BOARD)
        ref = there[0]["ref"] if there else meetings.add(intake.desk, its, On.day(date(2026, 12, 10)), tx=tx)
        return Lookup(tx).sitting(f"M{ref}")


def test_what_was_entered_at_the_desk_is_found_by_its_meeting_and_only_its_gaps_are_filled(intake):
    desk = intake.desk
    board = bodies.add(desk, BOARD, BodyKind.SCRUTINY)
    meeting = meetings.add(desk, board, On.day(MARCH_3))
    meetings.hold(desk, meeting)
    with desk.reading() as tx:
        its, sitting = Lookup(tx).frozen(board), Lookup(tx).sitting(f"M{meeting}")
    made = make_move(desk, None, Move.DRAFT, Facts(title=HUBS, scrutiny_body=its, portfolio="Children"))
    make_move(desk, made.ref, Move.SCRUTINISE, Facts(meeting=sitting))
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34")))
    case = intake.only
    assert (case.portfolio, [x.minute for x in case.listings]) == ("Children", ["34/24"])
    assert [r.move for r in case.reached] == ["draft", "scrutinise", "recommend"]
    assert len(intake.rows("meeting")) == 1


def test_what_a_person_struck_no_paper_enters_again(intake):
    from workflow.corrections import correct

    one = minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34"))
    intake.read(one)
    made = next(r for r in intake.only.reached if r.move == "recommend")
    correct(intake.desk, 1, "the minutes were wrong", entry=made.entry)
    intake.read(replace(agenda(BOARD, MARCH_3, item(HUBS, agenda="5")), path="later.txt"))
    assert intake.only.recommendations == ()


def test_the_same_meeting_in_a_list_and_in_minutes_is_one():
    listed = paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, MARCH_3, "scheduled", "101"),))
    papers = [listed, minutes(BOARD, MARCH_3, asks(HUBS, *TWO)), agenda(BOARD, MARCH_3, item(HUBS, agenda="5"))]
    here = Intake()
    here.read(*papers)
    assert [(r["day"], r["status"], r["reference"]) for r in here.rows("meeting")] == [("2025-03-03", "held", "101")]
    here.close()
    whatever_order(papers)


def test_a_meeting_that_was_moved_is_the_same_on_its_new_day():
    before = paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, date(2026, 12, 3), "scheduled", "101"),))
    after = paper(
        "meeting_list",
        body=BOARD,
        meetings=(Meeting(BOARD, date(2026, 12, 10), "scheduled", "101", date(2026, 12, 3)),),
    )
    here = Intake()
    here.read(before, after)
    assert [(r["day"], r["moved_from"]) for r in here.rows("meeting")] == [("2026-12-10", "2026-12-03")]
    here.close()


def test_two_meetings_of_one_body_with_references_of_their_own_are_two(intake):
    listed = (Meeting(BOARD, MARCH_3, "held", "101"), Meeting(BOARD, APRIL_4, "held", "102"))
    intake.read(paper("meeting_list", body=BOARD, meetings=listed), minutes(CABINET, MARCH_3, item("Pay", "noted")))
    assert len(intake.rows("meeting")) == 3


def test_what_was_read_while_two_were_one_goes_to_the_one_it_is_of_once_the_merge_is_struck(intake):
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, *TWO)), decided("Day centres", "24/00115", MARCH_7, "To close two."))
    merged = merge(intake.desk, 2, 1, "one matter")
    with intake.desk.reading() as tx:
        assert report_ref(tx, "24/00115") == 1
    intake.read(looks_back("Review of day centres", "24/00115", APRIL_4, step("refer_to_council", APRIL_4, BOARD)))
    correct(intake.desk, 1, "two after all", entry=merged.moved.entry)
    hubs, centres = intake.cases()[1], intake.cases()[2]
    assert (hubs.title, hubs.reference, len(hubs.recommendations)) == (HUBS, None, 2)
    assert (centres.title, centres.reference, centres.decision.decided) == ("Day centres", "24/00115", "To close two.")
    assert "refer_to_council" in {r.move for r in centres.reached} - {r.move for r in hubs.reached}
