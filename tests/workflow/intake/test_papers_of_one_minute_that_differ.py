"""Papers of one minute, or of one decision, that differ: in the day, in a recommendation's words, in the title."""

from datetime import date

import pytest
from msgspec.structs import replace
from papers_told import BOARD, CABINET, asks, decided, item, minutes, whatever_order

from states.words import State
from workflow.choosing import take
from workflow.importers.reading import Promise
from workflow.intake.undoing import undo
from workflow.views.find import whatever
from workflow.views.look import looking

JUNE_10, JUNE_11, JULY_8 = date(2025, 6, 10), date(2025, 6, 11), date(2025, 7, 8)
DAMP = "Damp and mould"
TWO = ("Inspect within ten days.", "Open a hotline by 1 September 2025.")


def of(day: date, *texts: str, title: str = DAMP, **more):
    return minutes(
        BOARD, day, asks(title, *texts, minute="7/25", **more), name=f"of-{day.day}-{len(''.join(texts))}.txt"
    )


def test_a_minute_under_two_days_is_one_hearing_and_asked_about_once(intake):
    intake.read(of(JUNE_10, *TWO), of(JUNE_11, *TWO))
    assert (intake.only.state, [r.move for r in intake.only.reached]) == (
        State.RECOMMENDED, ["draft", "scrutinise", "recommend"]
    )  # fmt: skip
    [message] = intake.doubts("conflicting_source")
    assert "Minute 7/25 stands in papers under two days: 10 Jun 2025 (of-10-" in message
    first = next(row["ref"] for row in intake.rows("document") if row["path"].startswith("of-10"))
    undo(intake.desk, [first], "the wrong day")
    assert intake.doubts("conflicting_source") == []
    assert [x.meeting.on.exact for x in intake.only.listings] == [JUNE_11]


def test_promises_in_the_same_words_tell_too_that_it_is_one_minute(intake):
    due = date(2025, 6, 30)
    owed = (Promise(due, None, "Director of Housing", "The Director would send the figures by 30 June 2025."),)
    for day in (JUNE_10, JUNE_11):
        intake.read(minutes(BOARD, day, item("Empty homes", "noted", minute="8/25", promises=owed), name=f"{day}.txt"))
    assert [r.move for r in intake.only.reached] == ["draft", "scrutinise"]
    assert len(intake.doubts("conflicting_source")) == 1


@pytest.mark.parametrize(
    "other", [of(date(2025, 9, 9), *TWO), of(JUNE_11, *TWO, title="Damp homes"), of(JULY_8, "A third.")]
)
def test_what_is_no_slip_for_certain_is_another_meeting(intake, other):
    intake.read(of(JUNE_10, *TWO), other)
    assert not any("two days" in message for message in intake.doubts("conflicting_source"))


def test_a_recommendation_in_other_words_is_asked_about_and_both_wordings_stand(intake):
    intake.read(of(JUNE_10, *TWO), of(JUNE_10, "Inspect within five days.", TWO[1]))
    assert [r.text for r in intake.only.recommendations][-1] != TWO[1]
    assert len(intake.only.recommendations) == 3
    [message] = intake.doubts("conflicting_source")
    assert "“Inspect within ten days” (" in message
    assert "“Inspect within five days” (" in message


def test_a_page_that_breaks_off_says_nothing_else(intake):
    intake.read(of(JUNE_10, *TWO), of(JUNE_10, "Inspect within", TWO[1]))
    assert intake.doubts("conflicting_source") == []


def test_two_records_of_one_decision_with_two_titles_are_a_choice_and_it_is_found_by_either(intake):
    one = decided("Commissioned family hubs", "24/00093", JUNE_10, "To close hub 1.")
    other = decided("Closing of centres", "24/00093", JUNE_10, "To close hub 1.")
    intake.read(one, replace(other, path="other.txt"))
    [row] = intake.rows("warning", code="conflicting_source")
    assert row["fact"] == "draft.title"
    for words in ("Commissioned family", "Closing of centres"):
        with looking(intake.desk.store, JULY_8) as look:
            assert [found.report for found in whatever(look, words).groups] == ["R1"]
    stood = intake.only.title
    take(intake.desk, row["ref"], 2)
    assert intake.only.title != stood


def test_it_is_the_same_whichever_paper_was_read_first():
    whatever_order([
        of(JUNE_10, *TWO), of(JUNE_11, *TWO), of(JUNE_10, "Inspect within five days.", TWO[1]),
        decided(DAMP, "24/00093", JULY_8, "To agree.", maker=CABINET),
        decided("Mould in homes", "24/00093", JULY_8, "To agree.", maker=CABINET),
    ], most=12)  # fmt: skip
