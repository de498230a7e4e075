"""An executive's answers to a committee in the forms councils use: tables, letters, e-mails, minutes; all invented."""

import io
from collections.abc import Sequence
from datetime import date

import docx
import pytest

from workflow.importers.answers_said import meant, numbers_in, said_answers
from workflow.importers.files import read_bytes
from workflow.importers.reading import Document, quotes
from workflow.importers.text import stands

PANEL = "Leisure Scrutiny Panel"
ASKED = ("To keep the toilets in Bridge Street open until 10 pm", "To make a map of them all", "To charge 20 pence")
SAID = ("accepted", "accepted_in_part", "rejected")

LETTER = """Oakshire Borough Council

9 April 2025

Dear Councillor Ash,

Public Toilets: recommendations of the Leisure Scrutiny Panel

The Cabinet considered them on 8 April 2025. Our response is as follows.

Recommendation 1 - To keep the toilets in Bridge Street open until 10 pm
Cabinet response - Agreed. The caretaker's hours will change.

Recommendation 2 - To make a map of them all
Cabinet response - Partially agreed.

Recommendation 3 - To charge 20 pence
Cabinet response - Not agreed.
"""

EMAIL = """From: Priya Nair <priya.nair@oakshire.gov.uk>
To: Scrutiny <scrutiny@oakshire.gov.uk>
Date: Wed, 9 Apr 2025 10:12:33 +0000
Subject: RE: Public Toilets - Cabinet's answer

Cabinet met last night (8 April 2025) and considered the recommendations of the Leisure Scrutiny Panel on toilets:

Recommendation 1: accepted.
Recommendation 2: accepted in part - a map of our own.
Recommendation 3: rejected, the price is in the contract.
"""

MINUTES = """MINUTES of the Cabinet held on Tuesday 8 April 2025

Present: Councillor Elm (Leader)

40. Public Toilets

Cabinet considered the recommendations of the Leisure Scrutiny Panel made on 4 March 2025.

RESOLVED: That:

1. recommendations 1 and 2 be accepted; and
2. recommendation 3 be not accepted, since the price is in the contract.
"""


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


def told(paper: Document) -> list[tuple[object, str | None]]:
    return [(answer.number, answer.answer) for answer in paper.items[0].answers]


TABLES = {
    "two columns": (
        [f"Executive response to the recommendations of the {PANEL}", "Public Toilets"],
        ("Recommendation", "Response"),
        [(f"{n}. {asked}", said) for n, (asked, said) in enumerate(zip(ASKED, ("Accepted. From May.",
         "Partially accepted.", "Rejected: the contract."), strict=True), 1)],
    ),
    "three columns": (
        ["Cabinet, 8 April 2025", "Public Toilets", f"Response to the recommendations of the {PANEL}"],
        ("Recommendation", "Accepted / Rejected", "Cabinet response"),
        [(f"{n}. {asked}", said, "Because.") for n, (asked, said) in enumerate(zip(ASKED, ("Accepted",
         "Partially accepted", "Rejected"), strict=True), 1)],
    ),
    "numbers apart": (
        ["Appendix A", f"{PANEL}: Public Toilets"],
        ("Ref", "Recommendation", "Agree / Disagree", "Comment"),
        [(str(n), asked, said, "See above") for n, (asked, said) in enumerate(zip(ASKED, ("Agree", "Agreed in part",
         "Disagree"), strict=True), 1)],
    ),
    "a plan of action": (
        [f"{PANEL} recommendations - Cabinet response", "Public Toilets"],
        ("Recommendation", "Cabinet decision", "Action", "Owner", "Due date", "Status"),
        [(asked, said, "To be done", "Head of Leisure", "1 June 2025", "On track") for asked, said in zip(ASKED,
         ("Accepted", "Accepted in part", "Not accepted"), strict=True)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", TABLES)
def test_a_table_answers_and_recommends_nothing(form):
    above, heads, rows = TABLES[form]
    data = word(above, [heads, *rows])
    paper = read_bytes(data, "answers.docx")
    [item] = paper.items
    assert (item.outcome, item.resolutions, item.title) == ("response", (), "Public Toilets")
    assert (item.asked.body, item.to) == (PANEL, PANEL)
    assert paper.body == ("Cabinet" if above[0].startswith("Cabinet,") else PANEL)
    assert told(paper) == list(enumerate(SAID, 1))
    assert [answer.asked for answer in item.answers] == list(ASKED)


def test_a_plan_of_action_says_who_does_it_by_when_and_how_far_it_is():
    above, heads, rows = TABLES["a plan of action"]
    [item] = read_bytes(word(above, [heads, *rows]), "plan.docx").items
    assert {(p.owner, p.due, p.implementation, p.action) for p in item.progress} == {
        ("Head of Leisure", date(2025, 6, 1), "on_track", "To be done")
    }
    assert {answer.by for answer in item.answers} == {"Cabinet"}, "who does it is not who answers"


@pytest.mark.parametrize("text", [LETTER, EMAIL])
def test_a_letter_and_an_email_answer_on_the_day_of_cabinet(text):
    paper = read_bytes(text.encode(), "answer.txt")
    [item] = paper.items
    assert (item.outcome, item.asked.body, paper.body) == ("response", PANEL, PANEL)
    assert told(paper) == list(enumerate(SAID, 1))
    assert {(answer.by, answer.on) for answer in item.answers} == {("Cabinet", date(2025, 4, 8))}
    assert all(stands(quote, text) for quote in quotes(paper))


def test_an_address_of_an_email_is_no_body():
    paper = read_bytes(EMAIL.encode(), "mail.txt")
    assert not any("@" in (name or "") for name in (paper.body, *(m.body for m in paper.meetings)))


def test_an_email_that_answers_nothing_is_no_report():
    text = "From: Jo <jo@oakshire.gov.uk>\nTo: Scrutiny <scrutiny@oakshire.gov.uk>\nSubject: Lunch\n\nAre you free?\n"
    paper = read_bytes(text.encode(), "mail.txt")
    assert (paper.kind, paper.body, paper.items) == ("other", None, ())


def test_minutes_of_cabinet_answer_by_number_and_say_whose_recommendations():
    [item] = read_bytes(MINUTES.encode(), "minutes.txt").items
    assert told(read_bytes(MINUTES.encode(), "minutes.txt")) == [(1, "accepted"), (2, "accepted"), (3, "rejected")]
    assert (item.asked.body, item.asked.on) == (PANEL, date(2025, 3, 4))


def test_a_report_s_own_recommendations_are_answered_by_nobody():
    own = MINUTES.replace("the recommendations of the Leisure Scrutiny Panel made on 4 March 2025", "a report")
    [item] = read_bytes(own.encode(), "minutes.txt").items
    assert (item.answers, item.asked) == ((), None)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("recommendation 2 be accepted in part, after a year", [(2, "accepted_in_part")]),
        ("to accept recommendations 1 to 3 and to reject recommendation 4",
         [(1, "accepted"), (2, "accepted"), (3, "accepted"), (4, "rejected")]),
        ("That the recommendations of the Health Panel be accepted in full", [("all", "accepted")]),
        ("all recommendations be rejected", [("all", "rejected")]),
        ("recommendations 1 and 2 in the report be approved", []),
        ("recommendation 2.1 be agreed", []),
        ("to agree recommendations 1-4 of the report", []),
        ("Not accept recommendation 4 of the Environment Scrutiny Panel", [(4, "rejected")]),
        ("Cabinet does not agree recommendation 2", [(2, "rejected")]),
        ("to accept recommendation 1 and not to support recommendations 2 and 3",
         [(1, "accepted"), (2, "rejected"), (3, "rejected")]),
        ("Cabinet was unable to accept recommendation 5", [(5, "rejected")]),
        ("Cabinet declined to approve recommendation 6", [(6, "rejected")]),
        ("That recommendation 3 has not been accepted", [(3, "rejected")]),
        ("recommendation 3 is not to be agreed", [(3, "rejected")]),
        ("Cabinet did not reject recommendation 7", [(7, None)]),
    ],
)  # fmt: skip
def test_what_words_answer(words, answers):
    assert [(number, meant(said)) for number, said in said_answers(words)] == answers


def test_numbers_in_words():
    assert numbers_in("1, 2 and 4") == [1, 2, 4]
    assert numbers_in("2-4") == [2, 3, 4]


@pytest.mark.parametrize("text", [LETTER, EMAIL, MINUTES])
def test_half_an_answer_is_read_or_left_and_never_breaks(text):
    for part in range(15, len(text), 41):
        read_bytes(text[:part].encode(), "half.txt")


def test_a_paper_for_cabinet_is_called_as_it_says_on_what_it_answers():
    above = ["Divisions Affected – All", "CABINET – 17 NOVEMBER 2026", f"Cabinet Response to {PANEL}: Public Toilets",
             "Introduction", f"On 23 September 2026 the {PANEL} made three recommendations to Cabinet."]  # fmt: skip
    heads = ("Recommendation", "Accepted, rejected or partially accepted", "Proposed action or reason for rejection")
    rows = [(f"{n}. {asked}", said, "Because.") for n, (asked, said) in enumerate(zip(ASKED, ("Accepted",
            "Partially accepted", "Rejected"), strict=True), 1)]  # fmt: skip
    paper = read_bytes(word(above, [heads, *rows]), "answers.docx")
    assert (paper.body, paper.date) == ("Cabinet", date(2026, 11, 17))
    assert (paper.items[0].title, paper.items[0].to) == (f"Cabinet Response to {PANEL}: Public Toilets", PANEL)
    assert told(paper) == list(enumerate(SAID, 1))


def test_who_answers_alone_on_a_line_is_no_title():
    above = ["Cabinet", "8 December 2026", f"Response of the Cabinet to the recommendations of the {PANEL}"]
    paper = read_bytes(word(above, [("Recommendation", "Response"), ("1. That it be mapped.", "Accepted.")]), "a.docx")
    assert paper.items[0].title == above[-1]
