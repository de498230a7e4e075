"""How councils head their minutes, and the items in them; the councils and their business are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes

ITEMS = """

PRESENT: Councillor Fenn (Chair); Councillors Hart and Moss.

12. APOLOGIES

Apologies were received from Councillor Reed.

13. MINUTES

RESOLVED: That the minutes of the meeting held on 6 January 2025 be confirmed.
"""


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("HARBOUR COUNCIL\n\nECONOMY O&S COMMITTEE – PUBLIC MEETING\n\n1000 hours on Wednesday 12 March 2025, Room 6",
         "Economy O&S Committee"),
        ("Meeting: Piers Committee\nDate: 12 March 2025\nTime: 10.00\nVenue: Town Hall\n\nMINUTES", "Piers Committee"),
        ("CABINET\n\nWEDNESDAY, 12 MARCH 2025", "Cabinet"),
        ("DRAFT MINUTES\n\nADULTS SCRUTINY PANEL\n\n12TH MARCH, 2025", "Adults Scrutiny Panel"),
        ("HARBOUR COUNCIL\n\nNOTES OF THE QUAYS TASK AND FINISH GROUP MEETING HELD ON 12 MARCH 2025",
         "Quays Task and Finish Group"),
        ("Committee:\nPiers Policy Committee\n\nDate of Meeting:\n12 March 2025\n\nMINUTES", "Piers Policy Committee"),
        ("Piers and Quays Committee - Minutes - 12 March 2025", "Piers and Quays Committee"),
    ],
)  # fmt: skip
def test_whose_minutes_they_are_and_of_which_day(top, body):
    page = read_bytes((top + ITEMS).encode(), "minutes.txt")
    assert (page.body, page.date, len(page.items)) == (body, date(2025, 3, 12), 2)


TOP = "MINUTES of the meeting of the Piers Committee held on 12 March 2025\n\nPRESENT: Councillor Fenn (Chair).\n\n"
WORDS = (
    "Apologies were received from Councillor Reed.",
    "RESOLVED: That the minutes of the meeting held on 6 January 2025 be confirmed.",
    "The Head of Piers presented the report. Members asked how long the works would take.\n\n"
    "RESOLVED:\n\n1. That the report be noted.\n2. That a visit be arranged.",
)


@pytest.mark.parametrize(
    "manner",
    [
        "{caps}\n\n{words}", "{caps}\n\n{n}.   {words}", "{n}/24 {title}\n\n{words}", "PC.{n} {caps}\n\n{words}",
        "Minute {n} – {title}\n\n{words}", "Item {n}: {title}\n\n{words}", "{n}.0 {title}\n\n{n}.1 {words}",
        "{n}.\n\n{title}\n\n{words}", "2024/{n} {caps}\n\n{words}", "*{n} {caps}\n\n{words}",
        "MINUTE NO. {n}\n\n{caps}\n\n{words}", "{n} {title}\n{words}", "{n}. {caps} (Agenda Item 3)\n\n{words}",
        "{title}\n{rule}\n{words}",
    ],
)  # fmt: skip
def test_each_item_has_its_own_heading_and_limbs_in_whichever_manner(manner):
    items = []
    for number, (title, words) in enumerate(zip(("Apologies", "Minutes", "Pier Lights"), WORDS, strict=True), start=12):
        rule = "-" * len(title)
        items.append(manner.format(n=number, title=title, caps=title.upper(), words=words, rule=rule))
    page = read_bytes((TOP + "\n\n".join(items) + "\n\nThe meeting ended at 9.00 pm.\n").encode(), "minutes.txt")
    assert [len(item.resolutions) for item in page.items] == [0, 1, 2]
    assert "pier lights" in page.items[2].title.lower()
