"""Decisions, issues and single items copied as text, of councils that are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document, quotes
from workflow.importers.text import fold

DECISION = """Decision details

Harbour Lights Renewal

Decision Maker: Cabinet

Decision status: Recommendations Approved (subject to call-in)

Is Key decision?: Yes

Is subject to call in?: Yes


RESOLVED: That Cabinet:


(1)   Noted the survey of the lights.


(2)   Approved their renewal.


REASON FOR DECISIONS: To keep ships safe.

Report author: Ros Pym

Publication date: 12/09/2024

Date of decision: 10/09/2024

Decided at meeting: 10/09/2024 - Cabinet

Effective from: 20/09/2024
"""

BARE_DECISION = """Decision Maker: Executive Cabinet
Decision status: Recommendations Approved
Is Key decision?: No
Is subject to call in?: Yes
To present the final report for consideration.
1. That the report is approved.
2. That a working group be set up.
To ensure that Cabinet is briefed.
Publication date: 07/06/2022
Date of decision: 07/06/2022
Decided at meeting: 07/06/2022 - Executive Cabinet
"""

ISSUE_MEETINGS = """Issue - meetings

Quarterly Scrutiny Report

Meeting: 19/01/2010 - Cabinet (Item 111)

111 Quarterly Scrutiny Report pdf icon PDF 43 KB

To receive the report.

Minutes:

The report was submitted.


Resolved that -

(1)

Cabinet commends scrutiny for its work;

(2)


scrutiny resources are kept under review.


Meeting: 12/01/2010 - Overview and Scrutiny Committee (Children's Services) (Item 9:)

9 Quarterly Scrutiny Report

Supporting documents:


The Chair introduced the report.


That the report be noted.
"""

ISSUE_DECISIONS = """Issue - decisions
Flood Plan
03/09/2019 - Flood Plan
Resolved: (i) That the update be noted.
Reason: To keep the Member informed.
(ii) That the agency be asked to speak with residents.
Reason: So that they are heard.
"""

ITEM = """Agenda item

Mooring Fees.

Report of the Harbour Master.


The Harbour Master submitted a report on fees.


Members raised concerns.


1)  that a progress report be added to the work programme; and


2)  that consideration be given to a joint meeting.


Supporting documents:
"""

ITEM_WITHOUT_MARKS = """To consider which actions to take forward.
Minutes:
RESOLVED:
1. That the letter be noted.
2. That the grounds be:
· Lack of consultation
· No reasons given
3. That a timetable be prepared.
Supporting documents:
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "copied.txt")


def limbs(page: Document, item: int = 0) -> list[str]:
    return [limb.text for limb in page.items[item].resolutions]


def test_a_decision_is_read_by_its_labels_and_the_words_between_them():
    page = read(DECISION)
    decision = page.items[0].decision
    assert (page.kind, page.body, page.date, page.items[0].title) == (
        "decision", "Cabinet", date(2024, 9, 10), "Harbour Lights Renewal",
    )  # fmt: skip
    assert limbs(page) == ["Noted the survey of the lights.", "Approved their renewal."]
    assert decision is not None
    assert (decision.key, decision.callable, decision.published, decision.in_force) == (
        True, True, date(2024, 9, 12), date(2024, 9, 20),
    )  # fmt: skip


def test_a_decision_without_its_own_label_ends_where_its_reasons_begin():
    page = read(BARE_DECISION)
    assert (page.body, page.date) == ("Executive Cabinet", date(2022, 6, 7))
    assert limbs(page) == ["That the report is approved.", "That a working group be set up."]


def test_what_a_decision_was_to_be_about_is_not_what_was_decided():
    text = BARE_DECISION.replace("1. That the report is approved.\n2. That a working group be set up.\n", "")
    assert limbs(read(text)) == []


def test_each_meeting_of_an_issue_is_an_item_with_its_own_body_and_day():
    page = read(ISSUE_MEETINGS)
    assert [(meeting.body, meeting.date) for meeting in page.meetings] == [
        ("Cabinet", date(2010, 1, 19)),
        ("Overview and Scrutiny Committee (Children's Services)", date(2010, 1, 12)),
    ]
    assert [(item.minute or item.agenda, item.title) for item in page.items] == [
        ("111", "Quarterly Scrutiny Report"), ("9", "Quarterly Scrutiny Report"),
    ]  # fmt: skip
    assert limbs(page) == ["Cabinet commends scrutiny for its work;", "scrutiny resources are kept under review."]
    assert limbs(page, 1) == ["the report be noted."]


def test_reasons_between_the_limbs_of_a_decision_belong_to_neither():
    page = read(ISSUE_DECISIONS)
    assert (page.kind, page.items[0].title, page.items[0].date) == ("decision_list", "Flood Plan", date(2019, 9, 3))
    assert limbs(page) == ["That the update be noted.", "That the agency be asked to speak with residents."]


def test_a_decision_that_names_who_decides_above_its_list_is_that_list():
    text = (
        "Issue - decisions\nLibraries\n06/02/2025 - Libraries\nCabinet\n1. Considered the results;\n"
        "2. Approved the strategy;\n3. Agreed that the budget is continued.\n"
    )
    assert limbs(read(text)) == [
        "Considered the results;",
        "Approved the strategy;",
        "Agreed that the budget is continued.",
    ]


def test_a_decision_that_first_tells_how_it_came_about_is_the_list_at_its_end():
    text = (
        "Issue - decisions\n\nTracker\n\n12/09/2019 - Tracker\n\nThe Chair introduced the table.\n\n"
        "a.      The Committee noted progress.\n\nb.      That the chair attend Cabinet.\n"
    )
    assert limbs(read(text)) == ["The Committee noted progress.", "That the chair attend Cabinet."]


def test_an_item_that_lost_its_headings_is_read_by_its_words():
    page = read(ITEM)
    assert (page.kind, page.items[0].title, page.items[0].outcome) == ("agenda_item", "Mooring Fees", "resolved")
    assert limbs(page) == [
        "that a progress report be added to the work programme;", "that consideration be given to a joint meeting.",
    ]  # fmt: skip
    assert "no_resolving_word" in {doubt.code for doubt in page.warnings}


def test_an_item_without_the_pages_mark_is_known_by_its_minutes_and_its_foot():
    page = read(ITEM_WITHOUT_MARKS)
    assert (page.kind, page.items[0].title) == ("agenda_item", "To consider which actions to take forward")
    assert limbs(page) == [
        "That the letter be noted.",
        "That the grounds be: · Lack of consultation · No reasons given",
        "That a timetable be prepared.",
    ]


def test_an_item_says_at_which_meeting_it_was():
    page = read(
        "Meeting documents\n\nHarbour Scrutiny Committee\nMonday, 5th September, 2022 1.00 pm\n\n"
        "  • Meeting of Harbour Scrutiny Committee, Monday 5th September 2022 1.00 pm (Item 4.)\n\n"
        "To receive an update.\n\nThe Committee considered and noted the update.\n\nSupporting documents:\n"
    )
    assert (page.kind, page.body, page.date) == ("agenda_item", "Harbour Scrutiny Committee", date(2022, 9, 5))
    assert (page.items[0].agenda, page.items[0].title) == ("4", None)


@pytest.mark.parametrize("text", [DECISION, BARE_DECISION, ISSUE_MEETINGS, ISSUE_DECISIONS, ITEM, ITEM_WITHOUT_MARKS])
def test_every_quote_of_a_copied_page_stands_in_it(text):
    page = read(text)
    assert all(quote in fold(text) for quote in quotes(page))


@pytest.mark.parametrize("text", [DECISION, BARE_DECISION, ISSUE_MEETINGS, ISSUE_DECISIONS, ITEM, ITEM_WITHOUT_MARKS])
def test_a_web_page_that_has_lost_its_systems_marks_is_read_as_its_copy_is(text):
    paragraphs = "".join(f"<p>{line.strip()}</p>\n" for line in text.splitlines() if line.strip())
    page = read_bytes(f"<html><body><div>{paragraphs}</div></body></html>".encode(), "page.html")
    copy = read(text)
    assert (page.kind, page.body, page.date) == (copy.kind, copy.body, copy.date)
    assert [item.title for item in page.items] == [item.title for item in copy.items]
    assert [[limb.text for limb in item.resolutions] for item in page.items] == [
        [limb.text for limb in item.resolutions] for item in copy.items
    ]


def test_a_decision_that_is_in_force_was_taken_whatever_its_status_says():
    page = read(
        BARE_DECISION.replace("Recommendations Approved", "For Determination").replace(
            "To present the final report for consideration.",
            "The purpose is in the report.\n\nThe Leader moved the recommendations, which were agreed.\n",
        )
        + "Effective from: 15/06/2022\n"
    )
    assert (page.date, page.items[0].outcome) == (date(2022, 6, 7), "decided")
    assert limbs(page) == ["That the report is approved.", "That a working group be set up."]


def test_a_decision_that_is_still_to_be_taken_has_no_day():
    page = read(BARE_DECISION.replace("Recommendations Approved", "For Determination"))
    assert (page.date, page.items[0].outcome) == (None, "proposed")
