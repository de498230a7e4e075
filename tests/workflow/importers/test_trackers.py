"""A tracker's columns are guessed by their headings, shown, and corrected; what it does not say stays unknown."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers_made import paragraph, table, word

from states.errors import BadInput
from workflow.importers.files import read_bytes
from workflow.importers.media import opened
from workflow.importers.reading import Document, quotes
from workflow.importers.text import fold
from workflow.importers.tracker_columns import FIELDS, guess
from workflow.importers.tracker_words import answer_in, signed_in, stage_in, when

TRACKER = """\
Northgate Council,,,,,,,,,,
Place Scrutiny Panel: recommendation tracker,,,,,,,,,,
Ref,Date of meeting,Report,Recommendation,Cabinet response,Date of Cabinet,Lead,Target date,RAG,Progress,Next update
1,12 March 2025,Bus stops,"That Cabinet publish
a map of stops.",Accepted in full,15/04/2025,Head of Transport,30 June 2025,Amber,Map in draft,October 2025
2,12 March 2025,Bus stops,That fares be frozen.,Not accepted: no money,15/04/2025,,ongoing,Complete,,
3,,,That passengers be asked.,Awaiting,,Survey Lead,12/03/26,Green,Begun,4 June 2026
4,11 June 2025,Street trees,That more be planted.,,,,,On track,=1+1,
"""


def read(text: str, *columns: tuple[str, str]) -> Document:
    return read_bytes(text.encode(), "tracker.csv", columns)


def test_rows_become_items_by_report_and_meeting_each_recommendation_in_its_words():
    document = read(TRACKER)
    assert (document.kind, document.council, document.body) == ("report", "Northgate Council", "Place Scrutiny Panel")
    assert [(i.title, i.date, i.from_, i.to, i.outcome) for i in document.items] == [
        ("Bus stops", date(2025, 3, 12), "Place Scrutiny Panel", "Cabinet", "recommended"),
        ("Street trees", date(2025, 6, 11), "Place Scrutiny Panel", "Cabinet", "recommended"),
    ]
    assert [(r.number, r.text) for r in document.items[0].resolutions] == [
        (1, "That Cabinet publish a map of stops."),
        (2, "That fares be frozen."),
        (3, "That passengers be asked."),
    ]
    assert {(m.body, m.date) for m in document.meetings} == {
        ("Place Scrutiny Panel", date(2025, 3, 12)),
        ("Place Scrutiny Panel", date(2025, 6, 11)),
    }


@pytest.mark.parametrize(
    ("above", "council", "body"),
    [
        ("Elmshire Borough Council – what we asked for\nRoads and Parks Scrutiny Committee", "Elmshire Borough Council",
         "Roads and Parks Scrutiny Committee"),
        ("Elmshire Borough Council\nRoads Scrutiny Panel - tracker 2025/26", "Elmshire Borough Council",
         "Roads Scrutiny Panel"),
        ("ELMSHIRE COUNTY COUNCIL: recommendations", "ELMSHIRE COUNTY COUNCIL", None),
        ("Recommendations 2025\nRoads Scrutiny Panel", None, "Roads Scrutiny Panel"),
    ],
)  # fmt: skip
def test_above_a_tracker_the_council_is_not_the_committee(above, council, body):
    rows = "Ref,Date,Report,Recommendation,Cabinet response\n1,12 March 2025,Bus stops,That fares be frozen.,Accepted"
    document = read(f"{above}\n{rows}")
    assert (document.council, document.body) == (council, body)
    assert document.items[0].from_ == body


def test_headings_in_a_council_s_own_plain_words_are_known():
    found = guess(["#", "Considered", "Topic", "What we asked", "Cabinet said", "Who", "Where are we now"], {})
    assert [column.means for column in found] == [
        "number", "meeting_date", "title", "recommendation", "response", "owner", "update",
    ]  # fmt: skip


def test_an_update_that_is_a_status_is_taken_for_one_where_there_is_no_other():
    heads = "Ref,Date,Report,Recommendation,Progress,Status"
    rows = (
        "That a be done.,Delayed,",
        "That b be done.,Delayed by rain but going on,",
        "That c be done.,Complete,Amber",
    )
    text = "\n".join([heads, *(f"{n},12 March 2025,Bus stops,{row}" for n, row in enumerate(rows, 1))])
    told = [(p.implementation, p.words) for p in read(text).items[0].progress]
    assert told == [("slipping", "Delayed"), (None, "Delayed by rain but going on"), (None, "Complete")]


def test_rec_is_the_recommendation_where_another_column_numbers_it():
    assert [c.means for c in guess(["Nr", "Matter", "Rec", "Lead"], {})] == [
        "number",
        "title",
        "recommendation",
        "owner",
    ]
    assert [c.means for c in guess(["Rec", "Recommendation", "Lead"], {})] == ["number", "recommendation", "owner"]


def test_answers_progress_and_when_it_comes_back_are_read_and_the_rest_is_unknown():
    buses, trees = read(TRACKER).items
    assert [(a.number, a.answer, a.words, a.on) for a in buses.answers] == [
        (1, "accepted", "Accepted in full", date(2025, 4, 15)),
        (2, "rejected", "Not accepted: no money", date(2025, 4, 15)),
    ]
    assert [(p.number, p.owner, p.due, p.condition, p.status, p.implementation, p.words) for p in buses.progress] == [
        (1, "Head of Transport", date(2025, 6, 30), None, "Amber", None, "Map in draft"),
        (2, None, None, "ongoing", "Complete", "complete", None),
        (3, "Survey Lead", None, "12/03/26", "Green", None, "Begun"),
    ]
    assert [(p.due, p.condition) for p in buses.promises] == [(None, "October 2025"), (date(2026, 6, 4), None)]
    assert trees.answers == ()
    assert trees.progress[0].words == "=1+1", "a formula is only text"


def test_what_is_doubtful_is_warned_of_by_name():
    said = {warning.code: warning.message for warning in read(TRACKER).warnings}
    assert set(said) == {"unclear_date", "taken_from_above"}
    assert "12/03/26" in said["unclear_date"]


def test_every_quote_stands_in_the_tracker():
    document = read(TRACKER)
    whole = fold(TRACKER.replace('"', ""))
    assert all(quote in whole for quote in quotes(document))
    assert len(list(quotes(document))) > 10


def test_the_columns_are_shown_and_a_person_can_say_otherwise():
    shown = {column.heading: column.means for column in read(TRACKER).columns}
    assert shown["Progress"] == "update"
    assert shown["Target date"] == "due"
    other = read(TRACKER, ("progress", "status"), ("Target  Date", "review"), ("RAG", ""), ("Nothing", "due"))
    columns = {column.heading: (column.means, column.chosen) for column in other.columns}
    assert columns["Progress"] == ("status", True)
    assert columns["Target date"] == ("review", True)
    assert columns["RAG"] == (None, True)
    assert columns["Next update"] == (None, False), "one column comes back, and it was chosen"
    assert other.items[0].progress[0].status == "Map in draft"
    assert [w.message for w in other.warnings if w.code == "unknown_columns"] == [
        "There is no column “nothing” in the tracker."
    ]


def test_a_tracker_whose_headings_say_nothing_is_read_when_a_person_says_what_they_mean():
    text = "Alpha,Beta,Gamma\nThat a map be made,Buses,1 May 2026\n"
    assert [w.code for w in read(text).warnings] == ["unknown_columns"]
    told = read(text, ("Alpha", "recommendation"), ("beta", "title"), ("gamma", "due"))
    assert told.items[0].title == "Buses"
    assert told.items[0].progress[0].due == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("headings", "means"),
    [
        (
            "Recommendation No.|Recommendation|Accepted (Y/N)|Cabinet Member|Responsible Officer|By when|Status",
            "number recommendation response answered_by owner due status",
        ),
        ("Date|Agenda item|Action|Owner|Due|Comments", "meeting_date title action owner due update"),
        (
            "No|Scrutiny Panel|Topic|Recommendations made|Executive Response|Date of Executive decision|Completed?",
            "number body title recommendation response responded_on status",
        ),
        (
            "Minute Ref|Item|Recommendation to Cabinet|Decision|Action by|Deadline|Outcome",
            "minute title recommendation response owner due update",
        ),
        ("Resolution|Date completed|Signed off by Panel|Progress June|Progress May", "recommendation completed_on "
         "sign_off update update"),
    ],
)  # fmt: skip
def test_headings_of_trackers_of_many_councils_are_understood(headings, means):
    assert [column.means for column in guess(headings.split("|"), {})] == means.split()


def test_an_action_tracker_gives_actions_and_no_recommendation():
    item = read("Date,Item,Action,Owner,Due\n4 March 2025,Buses,Send the map,J. Doe,1 April 2025\n").items[0]
    assert (item.outcome, item.from_, item.to) == ("actions", None, None)
    assert (item.resolutions[0].text, item.progress[0].owner) == ("Send the map", "J. Doe")


def test_lines_between_rows_are_meetings_or_reports():
    text = (
        "No,Recommendation,Status\nPlace Scrutiny Panel - 4 March 2025,,\n1,That a map be made,Complete\n"
        "Review of libraries in towns,,\n2,That hours be longer,Not started\n"
    )
    first, second = read(text).items
    assert (first.body, first.date, first.title) == ("Place Scrutiny Panel", date(2025, 3, 4), None)
    assert (second.title, second.date) == ("Review of libraries in towns", None)
    assert "no_title" in [w.code for w in read(text).warnings]


def test_a_row_without_a_recommendation_goes_on_with_the_one_above():
    text = (
        "Ref,Item,Recommendation,Update June 2025,Update,Lead\n1,Buses,That a map be made,Begun,Drawn,A\n"
        ",,,,Printed,B\n"
        "1,Buses,That a map be made,,Sent,C\n2,Buses,That it be kept,,,\n"
    )
    item = read(text).items[0]
    assert [r.number for r in item.resolutions] == [1, 2]
    assert [(p.number, p.words, p.owner) for p in item.progress] == [
        (1, "Begun", None), (1, "Drawn", "A"), (1, "Printed", "B"), (1, "Sent", "C"),
    ]  # fmt: skip


def test_a_workbook_of_two_boards_is_read_sheet_by_sheet_with_real_days():
    book = openpyxl.Workbook()
    book.active.title = "Children's Scrutiny Board"
    for sheet, day in ((book.active, date(2025, 3, 4)), (book.create_sheet("Place Scrutiny Board"), date(2025, 5, 6))):
        sheet.append(["Meeting date", "Report", "Recommendation", "Due date", "Status"])
        sheet.append([day, "Buses", "That it be done", date(2026, 1, 2), "On track"])
    data = io.BytesIO()
    book.save(data)
    document = read_bytes(data.getvalue(), "tracker.xlsx")
    assert [(i.date, i.progress[0].due, i.progress[0].implementation) for i in document.items] == [
        (date(2025, 3, 4), date(2026, 1, 2), "on_track"),
        (date(2025, 5, 6), date(2026, 1, 2), "on_track"),
    ]
    assert [i.body for i in document.items] == [None, "Place Scrutiny Board"]


def test_a_tracker_that_is_a_table_in_a_word_document_is_read_as_the_spreadsheet_is():
    rows = list(csv.reader(io.StringIO(TRACKER)))
    above = "".join(paragraph(row[0]) for row in rows[:2])
    document = read_bytes(word(above + table(rows[2:])), "tracker.docx")
    assert document.items == read(TRACKER).items
    assert document.body == "Place Scrutiny Panel"
    long = "The Panel heard a long report on buses. " * 80
    other = read_bytes(word(above + paragraph(long) + table(rows[2:])), "report.docx")
    assert not other.columns, "a report with a table in it is a report"


@pytest.mark.parametrize(
    ("cell", "day", "doubtful"),
    [
        ("4 March 2025", date(2025, 3, 4), False), ("04/03/2025", date(2025, 3, 4), False),
        ("2025-03-04 10:30", date(2025, 3, 4), False), ("By 4 March 2025 at the latest", date(2025, 3, 4), False),
        ("March 2025", None, False), ("Ongoing", None, False), ("", None, False), ("04/03/25", None, True),
        ("31/02/2025", None, True), ("Q3 2025/26", None, True), ("4 March 2025 or 5 April 2025", None, True),
        ("Monday 4 March 2025", None, True),
    ],
)  # fmt: skip
def test_days_are_read_strictly_and_what_is_unclear_stays_words(cell, day, doubtful):
    found = when(cell)
    assert (found.day, found.doubtful) == (day, doubtful)
    assert found.words == (cell or None)


def test_words_are_taken_only_where_they_say_it():
    assert answer_in("Partially accepted - see note", "Response") == "accepted_in_part"
    assert answer_in("Not agreed", "Response") == "rejected"
    assert answer_in("Yes", "Accepted?") == "accepted"
    assert answer_in("Yes", "Response") is None
    assert answer_in("Agreeable to most of it", "Response") is None
    assert stage_in("Complete (May 2025)") == "complete"
    assert stage_in("Not complete") is None
    assert stage_in("Amber") is None
    assert stage_in("Completely new") is None
    assert signed_in("Yes", "Signed off by committee") == "discharged"
    assert signed_in("Continue to monitor", "Committee view") == "keep_watching"
    assert signed_in("Complete", "Committee view") is None


CELLS = st.one_of(
    st.sampled_from(["Recommendation", "Action", "Status", "Due date", "Update", "Meeting", "Committee", "1", "", "Yes",
                     "4 March 2025", "31/02/2025", "Accepted", "Place Panel", "That it be done", "=1+1", "\x1b[2J"]),
    st.text(max_size=12),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=12),
    st.lists(st.tuples(CELLS, st.sampled_from([*FIELDS, ""])), max_size=3),
)
def test_any_rows_are_read_and_every_quote_stands_in_them(rows, columns):
    text = io.StringIO()
    csv.writer(text, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(rows)
    data = text.getvalue().encode("utf-8", "surrogatepass")
    try:
        document = read_bytes(data, "tracker.tsv", columns)
    except BadInput:
        return
    whole = fold(opened("csv", data, "tracker.tsv").text)
    assert all(fold(quote) in whole for quote in quotes(document))


def test_the_lines_above_a_tracker_say_whose_it_is_and_for_which_day():
    above = "Overview and Scrutiny Panel - Recommendations,,\nAgenda item 8 - meeting on 18 November 2026,,\n,,\n"
    page = read(above + "Minute no.,Item,Recommendation\n11,Ferries,That fares be frozen.\n")
    assert (page.body, page.date) == ("Overview and Scrutiny Panel", date(2026, 11, 18))


def test_a_committee_of_a_kind_named_alone_above_is_whose_tracker_it_is():
    sheet = TRACKER.replace("Place Scrutiny Panel: rec", "Northgate Authority - Overview and Scrutiny Committee rec")
    assert read(sheet).body == "Overview and Scrutiny Committee"
