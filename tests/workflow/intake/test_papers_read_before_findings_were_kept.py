"""Papers that were imported when what each says was not written down yet: they are told with those read since."""

from datetime import date

import msgspec
import pytest
from papers_told import BOARD, CABINET, NOW, Intake, asks, decided, item, minutes, note

from db.verify import verify
from states.acts import Source
from states.days import On
from states.facts import Facts, Proposal, Sitting
from states.words import BodyKind, MeetingStatus, Move
from workflow.engine import move_in
from workflow.intake.former import EMPTY
from workflow.intake.undoing import undo
from workflow.lookups import Lookup
from workflow.records import bodies, meetings

DAY = date(2025, 3, 6)
TEXT = "Keep all five branches open until the review is done."
TITLE = "Library opening hours"
OLD = minutes(BOARD, DAY, asks(TITLE, TEXT))


@pytest.fixture
def here():
    desk = Intake()
    yield desk
    desk.close()


def as_it_was_entered(here, paper=OLD):
    """A paper as it stood on file before: its report and its words, and nothing that says which item is where."""
    with here.desk.writing() as tx:
        values = {
            "path": paper.path, "sha256": paper.sha256, "kind": paper.kind, "body": paper.body, "day": paper.date,
            "reading": msgspec.json.encode(paper).decode(),
        }  # fmt: skip
        tx.put("document", values, who="rose", now=NOW, why="imported")
        if paper is not OLD:
            return
        board, cabinet = (
            bodies.add(here.desk, name, kind, why="from a paper", tx=tx)
            for name, kind in ((BOARD, BodyKind.SCRUTINY), (CABINET, BodyKind.EXECUTIVE))
        )
        met = meetings.add(here.desk, board, On.day(DAY), status=MeetingStatus.HELD, why="from a paper", tx=tx)
        look = Lookup(tx)
        sitting: Sitting = look.sitting(f"M{met}")
        told = Source(paper.path, TEXT, "recommendation 1")
        made = Proposal(TEXT, look.frozen(board), look.frozen(cabinet), 1)
        ref = None
        for move, facts, on, sources in (
            (Move.DRAFT, Facts(title=TITLE, scrutiny_body=look.frozen(board)), On(), ()),
            (Move.SCRUTINISE, Facts(meeting=sitting), On.day(DAY), ()),
            (Move.RECOMMEND, Facts(recommendations=(made,)), On.day(DAY), (told,)),
        ):
            ref = move_in(here.desk, tx, ref, move, facts, on=on, why=None, papers=True, sources=sources).ref


def test_a_paper_of_the_same_meeting_is_told_on_the_same_report(here):
    as_it_was_entered(here)
    (done,) = here.read(note(date(2025, 3, 10), asks(TITLE, TEXT), met=DAY))
    assert [(one.report, one.new) for one in done.entered] == [("R1", False)]
    case = here.case(1)
    assert [r.move for r in case.reached] == ["draft", "scrutinise", "recommend"]
    assert [r.text for r in case.recommendations] == [TEXT]
    assert verify(here.desk.store).good


def test_what_was_entered_is_never_struck_by_a_paper_of_the_same_reference(here):
    as_it_was_entered(here)
    here.read(minutes(BOARD, DAY, item(TITLE, "resolved", "To hear it again.", reference="24/00093")))
    here.read(decided(TITLE, "24/00093", date(2025, 4, 1), "To close none."))
    assert [r.move for r in here.case(1).reached] == ["draft", "scrutinise", "recommend", "decide"]


def test_its_import_can_be_taken_back_and_read_again(here):
    as_it_was_entered(here)
    done = undo(here.desk, [1], "the wrong file")
    assert done.gone == ("R1",)
    assert here.case(1).state is None
    here.read(OLD)
    assert [r.text for r in here.case(1).recommendations] == [TEXT]
    assert verify(here.desk.store).good


def test_what_came_of_no_report_then_is_entered_when_the_file_is_read_again(here):
    paper = decided("Day centres", "24/00101", date(2025, 4, 1), "To close one.")
    as_it_was_entered(here, paper)
    here.read(note(date(2025, 3, 10), asks(TITLE, TEXT)))
    (done,) = here.read(paper)
    assert [one.title for one in done.entered] == ["Day centres"]


def test_a_paper_without_anything_in_it_is_looked_through_once(here):
    as_it_was_entered(here, minutes(BOARD, DAY))
    here.read(note(date(2025, 3, 10), asks(TITLE, TEXT)))
    here.read(note(date(2025, 3, 11), asks("Another", TEXT)))
    assert [row["place"] for row in here.rows("finding", document=1)] == [EMPTY]
