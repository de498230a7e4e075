"""What is due for a recommendation is owed where a tracker does not leave open what was answered; invented."""

import pytest

from states.words import Clock
from workflow.importers.files import read_bytes


@pytest.mark.parametrize(("words", "owes"), [("Agreed in principle", 0), ("A map is being drawn", 1)])
def test_what_is_due_is_owed_only_where_the_answer_does_not_leave_it_open(intake, words: str, owes: int):
    text = (
        "Date,Committee,Item,Recommendation,Cabinet response,Lead,Due date\n"
        f"12 March 2025,Place Scrutiny Panel,Buses,That a map be made.,{words},A. Ash,30 June 2025\n"
    )
    intake.read(read_bytes(text.encode(), "tracker.csv"))
    assert len([f for f in intake.only.follow_ups if f.clock is Clock.PROMISE]) == owes
