"""An import taken back whole: as if it had never been, with the journal keeping both; what people built on stays."""

from datetime import date

import pytest
from msgspec.structs import replace
from papers_told import BOARD, CABINET, COUNCIL, Intake, agenda, asks, decided, item, minutes, note, paper

from db.replay import replay
from db.store import open_store
from db.verify import verify
from states.acts import FollowUpAct
from states.days import On
from states.errors import BadInput, NotFound
from states.facts import Answer, Facts
from states.words import BodyKind, Move, Response, State
from workflow.engine import act_on, make_move
from workflow.importers.reading import Meeting, Promise
from workflow.intake.undoing import undo
from workflow.records import bodies
from workflow.views.look import looking
from workflow.views.report import show

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
HUBS, TWO = "Family hubs in the north", ("Keep the hubs open.", "Publish a map.")
MINUTES = minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34"), item("Parks", "noted"))
NOTE = note(MARCH_7, asks(HUBS, *TWO), met=MARCH_3)
RECORD = decided(HUBS, "24/00093", APRIL_4, "To close two hubs.")


def number(intake: Intake, one) -> int:
    [row] = intake.rows("document", sha256=one.sha256)
    return int(row["ref"])


def back(intake: Intake, *papers):
    return undo(intake.desk, [number(intake, one) for one in papers], "the wrong papers")


def only_with(*papers):
    """The record of somebody who read only these."""
    here = Intake()
    here.read(*papers)
    found = here.photograph()
    here.close()
    return found


def test_what_only_its_paper_told_leaves_the_record(intake):
    intake.read(MINUTES)
    done = back(intake, MINUTES)
    assert done.gone == ("R1", "R2")
    assert intake.photograph() == only_with()
    assert intake.rows("body", gone=False) == []


def test_what_another_paper_tells_stays_as_that_one_tells_it(intake):
    intake.read(MINUTES, NOTE)
    done = back(intake, MINUTES)
    assert (done.gone, done.changed) == (("R2",), ("R1",))
    assert intake.photograph() == only_with(NOTE)
    assert {s.path for _, s in intake.only.sources} == {NOTE.path}


def test_a_day_a_minute_or_a_fuller_edition_goes_with_the_paper_that_said_it(intake):
    cut = minutes(BOARD, MARCH_3, item(HUBS, "truncated", minute="34"))
    whole = minutes(BOARD, MARCH_3, asks(HUBS, *TWO, minute="34"), authors=("edition 2",))
    intake.read(cut, whole)
    back(intake, whole)
    assert intake.photograph() == only_with(cut)


def test_read_again_it_is_all_there_again_under_the_same_numbers(intake):
    intake.read(MINUTES, NOTE)
    before, refs = intake.photograph(), list(intake.cases())
    back(intake, MINUTES, NOTE)
    assert intake.cases() == {}
    intake.read(MINUTES, NOTE)
    assert intake.photograph() == before
    assert list(intake.cases()) == refs


def test_taken_back_one_after_the_other_it_is_as_together(intake):
    intake.read(MINUTES, NOTE, agenda(CABINET, APRIL_4, item(HUBS)))
    back(intake, NOTE)
    back(intake, MINUTES)
    assert intake.photograph() == only_with(agenda(CABINET, APRIL_4, item(HUBS)))


def test_reports_that_only_this_paper_proved_to_be_one_are_two_again(intake):
    apart = (minutes(BOARD, MARCH_3, asks(HUBS, *TWO)), decided("Hubs", "24/00093", APRIL_4, "To close two."))
    bridge = note(MARCH_7, asks(HUBS, *TWO, reference="24/00093"), met=MARCH_3)
    intake.read(*apart, bridge)
    assert len(intake.cases()) == 1
    back(intake, bridge)
    assert intake.photograph() == only_with(*apart)
    intake.read(bridge)
    assert intake.photograph() == only_with(*apart, bridge)


def test_doubts_suggestions_and_meetings_go_with_it(intake):
    listed = paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, APRIL_4, "cancelled", "102"),))
    doubtful = minutes(BOARD, MARCH_3, replace(asks(HUBS, *TWO), from_=None))
    intake.read(listed, doubtful)
    assert intake.doubts() == ["no_maker"]
    done = back(intake, listed, doubtful)
    assert (len(done.meetings), done.answered) == (2, 1)
    assert intake.doubts() == []
    intake.read(doubtful)
    assert intake.doubts() == ["no_maker"]


def test_a_contradiction_goes_with_the_paper_that_made_it(intake):
    other = minutes(BOARD, MARCH_3, item("Libraries", "resolved", "To hear again.", minute="34"))
    intake.read(minutes(BOARD, MARCH_3, item(HUBS, "resolved", "To hear again.", minute="34")), other)
    assert intake.doubts() == ["conflicting_source"]
    back(intake, other)
    assert intake.doubts() == []


def test_a_report_people_worked_on_stays_as_it_is_and_that_is_told(intake):
    intake.read(MINUTES)
    answer = Answer(1, Response.ACCEPTED, CABINET, On.day(APRIL_4))
    made = make_move(intake.desk, 1, Move.RESPOND, Facts(responses=(answer,)))
    before = intake.case(1)
    done = back(intake, MINUTES)
    assert done.gone == ("R2",)
    [kept] = done.kept
    assert kept.report == "R1"
    assert kept.says == (
        f"rose entered respond on it since (entry {made.entry}), so it stays as it is. "
        "Correct that first, then take the import back again."
    )
    assert intake.case(1) == before
    assert (done.papers, done.partly, done.stay) == ((), (MINUTES.path,), ())
    from workflow.corrections import correct

    correct(intake.desk, 1, "not answered after all", entry=made.entry)
    assert back(intake, MINUTES).gone == ("R1",)


def test_a_paper_of_which_all_stays_is_on_file_as_it_was_with_its_doubts_and_its_meeting(intake):
    from workflow.importers.reading import Warning

    odd = Warning("weekday_mismatch", "It was a Monday.")
    only = minutes(BOARD, MARCH_3, asks("Street trees", "Plant more."), warnings=(odd,))
    intake.read(only)
    make_move(intake.desk, 1, Move.RESPOND, Facts(responses=(Answer(1, Response.ACCEPTED, CABINET, On.day(APRIL_4)),)))
    done = back(intake, only)
    assert (done.papers, done.partly, done.stay, done.meetings) == ((), (), (only.path,), ())
    assert intake.doubts() == ["weekday_mismatch"]
    assert intake.read(only)[0].again


@pytest.mark.parametrize("what", ["adopt", "amend", "settle", "extend"])
def test_whatever_people_did_to_what_it_brought_keeps_it(intake, what):
    from workflow.corrections import amend
    from workflow.settling import settle_report

    promised = minutes(
        BOARD, MARCH_3, replace(asks(HUBS, *TWO), promises=(Promise(None, "soon", "Head", "a report soon"),))
    )
    intake.read(promised)
    if what == "amend":
        amend(intake.desk, 1, Facts(portfolio="Children"), why="looked up")
    elif what == "settle":
        settle_report(intake.desk, 1, (), "not known")
    else:
        act = {
            "adopt": FollowUpAct("adopt", 1),
            "extend": FollowUpAct("extend", 1, due=date(2026, 12, 1), why="agreed"),
        }
        with intake.desk.writing() as tx:
            act_on(intake.desk, tx, 1, act[what], on=On.day(intake.desk.today))
    assert [k.report for k in back(intake, promised).kept] == ["R1"]
    assert intake.only.state is State.RECOMMENDED


def test_what_people_entered_of_their_own_stays_and_the_papers_part_goes(intake):
    board = bodies.add(intake.desk, BOARD, BodyKind.SCRUTINY)
    from workflow.lookups import Lookup

    with intake.desk.reading() as tx:
        its = Lookup(tx).frozen(board)
    make_move(intake.desk, None, Move.DRAFT, Facts(title=HUBS, reference="24/00093", scrutiny_body=its))
    intake.read(RECORD)
    assert intake.only.state is State.CABINET_DECIDED
    done = back(intake, RECORD)
    assert (done.gone, done.changed, done.kept) == ((), ("R1",), ())
    assert (intake.only.state, intake.only.title) == (State.DRAFTED, HUBS)
    assert {row["name"] for row in intake.rows("body", gone=False)} == {BOARD}


def test_what_was_known_at_an_instant_before_is_known_still(intake):
    intake.read(MINUTES)
    with intake.desk.reading() as tx:
        then = tx.head().at
    back(intake, MINUTES)
    with looking(intake.desk.store, intake.desk.today, known_at=then) as look:
        assert show(look, "R1").state == "recommended"
    with pytest.raises(NotFound, match="not on the record"), looking(intake.desk.store, intake.desk.today) as look:
        show(look, "R1")


def test_replayed_the_journal_gives_the_same(intake, tmp_path):
    intake.read(MINUTES, NOTE)
    back(intake, MINUTES)
    intake.read(MINUTES)
    with open_store(str(tmp_path / "again.db")) as again:
        replay(intake.desk.store, again)
        assert verify(again).good


def test_what_cannot_be_taken_back_is_said(intake):
    intake.read(MINUTES)
    with pytest.raises(BadInput, match="Say why"):
        undo(intake.desk, [1], " ")
    with pytest.raises(NotFound, match="no import D9"):
        undo(intake.desk, [9], "x")
    back(intake, MINUTES)
    with pytest.raises(BadInput, match="taken back already"):
        undo(intake.desk, [1], "x")


def test_items_that_are_left_out_come_in_only_when_they_are_accepted(intake):
    both = minutes(COUNCIL, MARCH_3, item("Pay", "resolved", "To adopt it."), item("Parks", "resolved", "To open it."))
    intake.read(both, leave={(both.sha256, 1)})
    assert [case.title for case in intake.cases().values()] == ["Pay"]
    intake.read(both)
    assert [case.title for case in intake.cases().values()] == ["Pay"]
    intake.read(both, accept={(both.sha256, 1)})
    assert intake.photograph() == only_with(both)


def test_by_command_imports_are_listed_and_the_last_is_taken_back(matters, tmp_path):
    text = "Briefing note\n\nTo: Cabinet\n\nSubject: Parks\n\nDate: 7 March 2017\n"
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")
    day = date(2026, 11, 21)
    assert matters("import", tmp_path / "note.txt", day=day).code == 0
    assert "note.txt" in matters("undo-import").out
    tried = matters("undo-import", "last", "--why", "a try", "--dry-run")
    assert "nothing was changed" in tried.err
    ran = matters("undo-import", "last", "--why", "the draft")
    assert (ran.code, "Taken back: note.txt." in ran.out) == (0, True)
    assert matters("undo-import", "D1", "--why", "again").code == 1
    assert matters("undo-import", "x").code == 1
    assert "No paper was imported." in matters("undo-import").err
