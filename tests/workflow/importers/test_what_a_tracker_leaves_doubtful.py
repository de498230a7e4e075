"""What a tracker does not say for certain is told of by name: sheets without headings, to whom, what was answered."""

import io
from datetime import date

import openpyxl
import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document


def read(text: str) -> Document:
    return read_bytes(text.encode(), "tracker.csv")


def test_each_sheet_has_its_own_headings_and_one_that_has_none_is_left_and_told():
    book = openpyxl.Workbook()
    book.active.title = "Place Scrutiny Board"
    book.active.append(["Meeting date", "Report", "Recommendation", "Cabinet response"])
    book.active.append([date(2025, 3, 4), "Buses", "That it be done", "Accepted"])
    other = book.create_sheet("Health Scrutiny Board")
    other.append(["Nr", "Mtg", "Paper", "Recs", "Reply"])
    other.append([7, date(2025, 5, 6), "Dentists", "That more be found", "Rejected"])
    book.create_sheet("Lists").append(["Amber", "Begun"])
    data = io.BytesIO()
    book.save(data)
    document = read_bytes(data.getvalue(), "tracker.xlsx")
    assert [(i.title, i.body, i.date, i.resolutions[0].number, i.answers[0].answer) for i in document.items] == [
        ("Buses", None, date(2025, 3, 4), 1, "accepted"),
        ("Dentists", "Health Scrutiny Board", date(2025, 5, 6), 7, "rejected"),
    ]
    assert {"Mtg": "meeting_date", "Paper": "title", "Recs": "recommendation", "Reply": "response"}.items() <= {
        column.heading: column.means for column in document.columns
    }.items()
    (left,) = [w.message for w in document.warnings if w.code == "unknown_columns"]
    assert "“Lists”" in left
    assert "--column NAME=recommendation" in left


def test_recommendations_that_do_not_say_to_whom_they_are_made_are_told_of_in_one_warning():
    text = (
        "Date,Committee,Agenda item,Recommendation,Lead,Timescale,{}\n"
        "12 March 2025,Place Scrutiny Panel,Bus stops,That a map be made.,A. Ash,30 June 2025,\n"
        "12 March 2025,Place Scrutiny Panel,Bus stops,That fares be frozen.,A. Ash,,\n"
        "11 June 2025,Place Scrutiny Panel,Street trees,That more be planted.,A. Ash,,\n"
    )
    for heading in ("Progress", "Answer"):
        (told,) = [w.message for w in read(text.format(heading)).warnings if w.code == "no_addressee"]
        assert "3 recommendations are made, so they were not entered: Bus stops: 1, 2; Street trees: 1" in told
        assert "--column NAME=to" in told
    named = read(text.format("Exec reply"))
    assert [item.to for item in named.items] == ["Executive", "Executive"]
    assert "no_addressee" not in [w.code for w in named.warnings]


@pytest.mark.parametrize(
    "words", ["Unable to accept", "Not yet agreed", "Agreed in principle", "Accepted subject to funding"]
)
def test_an_answer_that_is_not_certain_is_told_of_and_promises_nothing(words):
    text = (
        "Date,Committee,Item,Recommendation,Cabinet response\n"
        f"12 March 2025,Place Panel,Buses,That an update on fares be given to the Panel in May 2026.,{words}\n"
    )
    document = read(text)
    (item,) = document.items
    assert [(a.answer, a.words) for a in item.answers] == [(None, words)]
    assert item.promises == ()
    (told,) = [w.message for w in document.warnings if w.code == "unclear_answer"]
    assert f"Buses: 1 “{words}”" in told
