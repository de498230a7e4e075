"""Records of decision whose labels are those of other systems; the councils are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document


def read(text: str) -> Document:
    return read_bytes(text.encode(), "record.txt")


def test_a_record_with_a_colon_and_a_dash_behind_each_label_is_read():
    page = read(
        "Meeting documents\n\nReference Number :-4711\nDate :-2014/11/03\nDecision Maker :-Cabinet\n"
        "Subject to Call-in :-Yes\nSubject of Decision :-Mooring Charges\n"
        "Decision :-(a) That the charges be approved with immediate effect.\n\n(b) That they be reviewed in a year.\n"
        "Reason for Decision :-The charges had not changed for a decade.\n"
        "Alternative Options Considered :-None.\nDecision to Take Effect at end of :-2014/11/13\n"
    )
    item = page.items[0]
    assert (page.kind, page.body, page.date) == ("decision", "Cabinet", date(2014, 11, 3))
    assert (item.title, item.decision.reference, item.decision.callable) == ("Mooring Charges", "4711", True)
    assert item.decision.in_force == date(2014, 11, 13)
    assert [(limb.number, limb.text) for limb in item.resolutions] == [
        ("a", "That the charges be approved with immediate effect."), ("b", "That they be reviewed in a year."),
    ]  # fmt: skip


def test_a_day_alone_under_decision_made_is_when_it_was_made():
    page = read(
        "FENMOUTH BOROUGH COUNCIL\n\nRECORD OF DECISION OF THE Cabinet\n\nDecision Made:\n\n9 October 2013\n\n"
        "Ferry Landings\n\nIssue for Decision\n\nTo say which landings are kept.\n\nDecision Made\n\n"
        "1.   That the north landing be kept.\n\n2.   That the south landing be closed.\n\n"
        "Reasons for Decision\n\nThe south landing is hardly used.\n"
    )
    assert (page.body, page.date, page.items[0].title) == ("Cabinet", date(2013, 10, 9), "Ferry Landings")
    assert [limb.text for limb in page.items[0].resolutions] == [
        "That the north landing be kept.", "That the south landing be closed.",
    ]  # fmt: skip


def test_a_record_on_a_bare_web_page_is_read_as_the_same_record_in_plain_text():
    rows = [
        "Reference Number :-4711", "Date :-2014/11/03", "Decision Maker :-Cabinet", "Subject to Call-in :-Yes",
        "Subject of Decision :-Mooring Charges", "Decision :-(a) That the charges be approved.", "(b) That they stay.",
        "Reason for Decision :-The charges had not changed.", "Alternative Options Considered :-None.",
    ]  # fmt: skip
    text = "".join(f"<p>{row}</p>\n" for row in rows)
    page = read_bytes(f"<!DOCTYPE html><html><body><main>{text}</main></body></html>".encode(), "record.html")
    assert (page.body, page.date, page.items[0].title) == ("Cabinet", date(2014, 11, 3), "Mooring Charges")
    assert [limb.number for limb in page.items[0].resolutions] == ["a", "b"]


def test_a_decision_with_neither_title_nor_maker_is_known_by_its_labels():
    page = read(
        "Decision status: Recommendations Approved\nIs Key decision?: Yes\nIs subject to call in?: No\n"
        "Having considered a report, the Mayor and Cabinet, for\nthe reasons set out in it, by a vote of 7-0,\n"
        "(1) the programme be noted; and\n(2) a sum be approved to fund the work\nto its end.\n"
        "Publication date: 28/03/2019\nDate of decision: 27/03/2019\n"
        "Decided at meeting: 27/03/2019 - Mayor and Cabinet\n"
    )
    assert (page.body, page.date, page.items[0].outcome) == ("Mayor and Cabinet", date(2019, 3, 27), "decided")
    assert [limb.text for limb in page.items[0].resolutions] == [
        "the programme be noted;", "a sum be approved to fund the work to its end.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "maker", "limbs"),
    [
        ("Decision by the Leader of the Council\n\nReport title: Pier Repairs\n\nDate of decision: 12 March 2025\n\n"
         "Decision made by: Councillor Ann Fenn, Leader of the Council\n\nDecision made:\n\n"
         "1.1 That it be repaired.\n\n1.2 That £40,000 be spent.\n\nReasons for decision:\n\nSafety.\n",
         "Councillor Ann Fenn, Leader of the Council", ["That it be repaired.", "That £40,000 be spent."]),
        ("DELEGATED DECISION NOTICE\n\nReference No: DD/25/014\n\nSubject: Pier Repairs\n\n"
         "Decision details: The Head of Property has agreed to repair it.\n\nDecision taken by: Head of Property\n\n"
         "Date taken: 12 March 2025\n\nReason for decision: Safety\n",
         "Head of Property", ["The Head of Property has agreed to repair it."]),
        ("PORTFOLIO HOLDER DECISION\n\nPortfolio Holder: Councillor Ann Fenn, Portfolio Holder for Assets\n"
         "Report: Pier Repairs\nDate decision made: 12 March 2025\n\nThe Portfolio Holder DECIDED:\n\n"
         "1. To repair the pier.\n2. To spend £40,000.\n\nReasons: Safety.\n",
         "Councillor Ann Fenn, Portfolio Holder for Assets", ["To repair the pier.", "To spend £40,000."]),
    ],
)  # fmt: skip
def test_who_decides_and_what_stands_behind_many_labels(text, maker, limbs):
    page = read(text)
    assert (page.body, page.date, page.items[0].title) == (maker, date(2025, 3, 12), "Pier Repairs")
    assert [limb.text for limb in page.items[0].resolutions] == limbs


def test_a_record_on_a_councils_own_page_is_not_titled_by_the_site():
    rows = [
        "URGENT DECISION RECORD", "Decision maker: Chief Executive", "Title of decision: Pier Repairs",
        "Date decision taken: 12 March 2025", "Decision: That the pier be closed.", "Reasons for urgency: It falls.",
    ]  # fmt: skip
    inside = "<h1>Harbour Council</h1>" + "".join(f"<p>{row}</p>\n" for row in rows)
    page = read_bytes(f"<!DOCTYPE html><html><body><main>{inside}</main></body></html>".encode(), "record.html")
    assert (page.body, page.date, page.items[0].title) == ("Chief Executive", date(2025, 3, 12), "Pier Repairs")
    assert [limb.text for limb in page.items[0].resolutions] == ["That the pier be closed."]
