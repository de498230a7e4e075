"""Tables in papers that are printed: action tables, the actions of minutes, an executive's answers; all invented."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import docx

from workflow.importers.files import read_bytes

ACTIONS = (
    ("No", "Action", "Lead officer", "Deadline", "Status"),
    ("1", "Send members the map of crossings", "Head of Transport", "30 June 2025", "Complete"),
    ("2", "Ask the bus company to attend", "Scrutiny Officer", "Autumn 2025", "On track"),
)
ANSWERS = (
    ("Recommendation", "Response", "Lead officer", "Timescale"),
    ("1. That the pool be kept open on Sundays.", "Accepted.", "Head of Leisure", "1 September 2025"),
    ("2. That fees be frozen.", "Accepted in part. Fees for children are frozen.", "Head of Leisure", "April 2026"),
)


def word(above: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    made = docx.Document()
    for words in above:
        made.add_paragraph(words)
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def test_an_action_table_in_a_pdf_is_read_as_a_tracker_is(sheet: Any, print_pdf: Callable[..., bytes]):
    page = sheet()
    page.column(["**Place Scrutiny Panel", "", "**Action log"])
    page.table([[words[:24] for words in row] for row in ACTIONS])
    log = read_bytes(print_pdf([page]), "log.pdf")
    item = log.items[0]
    assert (log.body, item.outcome) == ("Place Scrutiny Panel", "actions")
    assert [limb.text for limb in item.resolutions] == [
        "Send members the map of",
        "Ask the bus company to a",
    ]
    assert [(told.owner, told.due, told.implementation) for told in item.progress] == [
        ("Head of Transport", date(2025, 6, 30), "complete"),
        ("Scrutiny Officer", None, "on_track"),
    ]


def test_the_table_of_actions_in_minutes_gives_promises():
    heading = ["Place Scrutiny Panel", "Minutes of the meeting held on 4 March 2025", "Present: Councillor Ash (Chair)"]
    items = ["1. Apologies", "None.", "2. Crossings", "The Panel considered a report.", "RESOLVED: That it be noted."]
    minutes = read_bytes(word([*heading, *items], ACTIONS), "minutes.docx")
    assert [(told.owner, told.due, told.condition, told.done) for told in minutes.items[1].promises] == [
        ("Head of Transport", date(2025, 6, 30), None, True),
        ("Scrutiny Officer", None, "Autumn 2025", False),
    ]


def test_an_action_whose_day_was_past_at_the_meeting_keeps_its_words_alone():
    heading = ["Place Scrutiny Panel", "Minutes of the meeting held on 4 July 2025", "Present: Councillor Ash (Chair)"]
    items = ["1. Apologies", "None.", "2. Crossings", "The Panel considered a report.", "RESOLVED: That it be noted."]
    late = read_bytes(word([*heading, *items], (ACTIONS[0], (*ACTIONS[1][:4], "Outstanding"))), "minutes.docx")
    assert [(told.due, told.condition, told.done) for told in late.items[1].promises] == [(None, "30 June 2025", False)]


def test_an_executives_table_of_answers_is_a_response():
    title = "Executive response to the Leisure Scrutiny Committee's review of swimming"
    answers = read_bytes(word(["Oakshire Council", title], ANSWERS), "response.docx")
    item = answers.items[0]
    assert (item.outcome, item.title, answers.body) == ("response", title, "Leisure Scrutiny Committee")
    assert [(told.number, told.answer, told.by) for told in item.answers] == [
        (1, "accepted", None),
        (2, "accepted_in_part", None),
    ]
    assert [(told.number, told.owner, told.due) for told in item.progress] == [
        (1, "Head of Leisure", date(2025, 9, 1)),
        (2, "Head of Leisure", None),
    ]
    assert item.answers[0].asked == "That the pool be kept open on Sundays."
