"""Meetings that were moved: what papers tell of the first day and of the new one is of one meeting, in any order."""

from datetime import date

from papers_told import BOARD, Intake, agenda, asks, item, minutes, note, paper, whatever_order

from workflow.importers.reading import Meeting
from workflow.intake.undoing import undo

FIRST, NEW, TITLE = date(2025, 1, 17), date(2025, 1, 29), "Commissioned day centres"


def listed(day, status="scheduled", moved_from=None):
    return paper("meeting_list", body=BOARD, meetings=(Meeting(BOARD, day, status, None, moved_from),))


OLD_AGENDA = agenda(BOARD, FIRST, item(TITLE, agenda="5"))
MOVED = listed(NEW, moved_from=FIRST)
MINUTES = minutes(BOARD, NEW, asks(TITLE, "Keep it.", from_=BOARD))


def test_an_old_agenda_the_new_day_and_the_minutes_are_of_one_meeting(intake):
    intake.read(OLD_AGENDA, MINUTES, MOVED, listed(FIRST))
    [meeting] = intake.rows("meeting", gone=False)
    assert (meeting["day"], meeting["moved_from"], meeting["status"]) == ("2025-01-29", "2025-01-17", "held")
    assert {str(x.meeting.on) for case in intake.cases().values() for x in case.listings} == {"29 Jan 2025"}
    assert intake.doubts() == []


def test_whichever_of_them_comes_first():
    whatever_order([OLD_AGENDA, MOVED, MINUTES, listed(FIRST)])


def test_the_paper_that_moved_it_taken_back_they_are_two_again(intake):
    intake.read(OLD_AGENDA, MINUTES)
    before = intake.photograph()
    intake.read(MOVED)
    assert len(intake.rows("meeting", gone=False)) == 1
    [number] = [row["ref"] for row in intake.rows("document") if row["kind"] == "meeting_list"]
    undo(intake.desk, [number], "of another council")
    assert intake.photograph() == before


def test_what_happened_on_the_first_day_all_the_same_is_a_contradiction():
    considered = note(date(2025, 1, 31), asks(TITLE, "Keep it."), met=FIRST)
    whatever_order([considered, MOVED])
    here = Intake()
    here.read(considered, MOVED)
    [message] = here.doubts("conflicting_source")
    assert "17 Jan 2025 or 29 Jan 2025" in message
    here.close()
