"""Papers of Westmarsh Borough Council, which is invented: the forms are read, not the files."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

NOTE = """Westmarsh Borough Council
Briefing note

To:\tCabinet Member for Housing
From: Housing and Growth Overview and Scrutiny Committee
Date: Tuesday 4 June 2024
Subject: Empty Homes Strategy

1. Purpose
This note carries what the Committee recommends.

2. Recommendations
The Cabinet Member is asked to:

(a) Publish the list of empty homes each year;
(b) Write to owners, setting out:
    (i) the grants on offer; and
    (ii) the premium; and
(c) Report back to the Housing and Growth Overview and Scrutiny Committee on 3 December 2024.

3. Background
The Committee met on 21 May 2024 and considered the draft.
Consultation opened on 1 March 2024 and closed on 26 April 2024.

Jo Marsh, Scrutiny Officer
"""

PAGE = """Agenda item

Leisure Centres Review

Meeting: 14/10/2025 - Place and Leisure Scrutiny Board (Item 22)

Report of the Director of Place

Minutes:

Further to Minute 11/25, the Board considered a report of the Director. Cabinet had agreed the terms (Cabinet minute
45/24 refers), and decision 25/00031 had been published.

It was RESOLVED to recommend to Cabinet that:-

i)   the Northgate pool stays open;
ii)  opening hours are kept; and
iii) a further report be brought to the Board in March 2026.

The report would be considered by Cabinet on 4 November 2025.

Voting: unanimous
"""

MEETING = """Agenda and minutes
Corporate Scrutiny Committee - Thursday, 6th February, 2025 6.30 pm
Venue: Committee Room 1, Town Hall
Items
No.\tItem
12.\tApologies for Absence
Minutes:
Apologies were received from Councillor Reed.
13.\tMinutes of the Previous Meeting PDF 120 KB
Minutes:
RESOLVED: That the minutes of the meeting held on 9 January 2025 be approved as a correct record.
14.\tBudget 2025/26 PDF 1 MB
Report of the Director of Finance
Minutes:
The Committee RESOLVED to recommend to Cabinet that:
1.\tThe reserve be kept at its present level.
2.\tThe library fund be protected.
3.\tThe Director reports back.
15.\tDigital Strategy
Decision:
RESOLVED that consideration of the item be deferred to the Committee meeting in March 2025.
Minutes:
RESOLVED that consideration of the item be deferred to the Committee meeting in March 2025.
"""

PRINTED = """WESTMARSH BOROUGH COUNCIL
Minutes of the meeting of the Health and Care Scrutiny Panel held on Wednesday, 5 March 2025 at 2.00 pm
Present: Councillor A Reed (Chair), Councillors Brook and Field

21. Declarations of Interest
None.

22. Dentistry Access
The Panel considered a report on dentistry access.

Resolved –
(a) That the report be noted; and
(b) That the Director be asked to attend the Panel's meeting in September 2025.

(The meeting closed at 3.40 pm)
"""

MINUTE = """47. Flood Defences

The Environment Scrutiny Board considered a briefing note which set out progress.

RESOLVED that the Environment Scrutiny Board:

Notes the progress made.

Requests that an update be submitted to the Board once the Environment Agency has agreed funding.

The Chair thanked officers.
"""


def read(text: str, name: str = "paper.txt") -> Document:
    return read_bytes(text.encode(), name)


def test_a_note_with_lettered_limbs_goes_from_a_committee_to_a_cabinet_member():
    note = read(NOTE)
    item = note.items[0]
    assert (note.council, note.body, note.date) == (
        "Westmarsh Borough Council",
        "Cabinet Member for Housing",
        date(2024, 6, 4),
    )
    assert (note.considered_by, note.considered_on) == (item.from_, date(2024, 5, 21))
    assert [limb.number for limb in item.resolutions] == ["a", "b", "c"]
    assert "(ii) the premium" in item.resolutions[1].text
    assert [(c.opens, c.closes) for c in item.consultation] == [(date(2024, 3, 1), date(2024, 4, 26))]
    assert [(p.due, p.owner) for p in item.promises] == [(date(2024, 12, 3), item.from_)]


def test_officers_who_mention_a_committee_still_speak_for_themselves():
    text = (
        NOTE.replace("From: Housing and Growth Overview and Scrutiny Committee\n", "")
        .replace("The Committee met", "The Housing Scrutiny Panel met")
        .replace("Jo Marsh, Scrutiny Officer", "Jo Marsh, Head of Housing\nPlace Directorate")
    )
    item = read(text).items[0]
    assert (item.outcome, item.made_by, item.from_) == ("options", "officers", "Place Directorate")


def test_a_page_of_one_item_is_read_with_roman_limbs():
    page = read(PAGE)
    item = page.items[0]
    assert (page.body, page.date, item.outcome, item.to) == (
        "Place and Leisure Scrutiny Board",
        date(2025, 10, 14),
        "recommended",
        "Cabinet",
    )
    assert [limb.number for limb in item.resolutions] == ["i", "ii", "iii"]
    assert [(e.minute, e.body) for e in item.earlier] == [("11/25", page.body), ("45/24", "Cabinet")]
    assert [(p.due, p.condition) for p in item.promises] == [(None, "March 2026"), (date(2025, 11, 4), None)]


def test_a_meeting_page_numbered_before_its_titles_is_read():
    page = read(MEETING)
    assert (page.body, page.date, page.status) == ("Corporate Scrutiny Committee", date(2025, 2, 6), "held")
    assert [(i.minute, i.outcome, i.procedural, len(i.resolutions)) for i in page.items] == [
        ("12", "none", True, 0),
        ("13", "resolved", True, 1),
        ("14", "recommended", False, 3),
        ("15", "deferred", False, 1),
    ]
    assert [p.condition for p in page.items[3].promises] == ["March 2025"]


def test_printed_minutes_are_read():
    minutes = read(PRINTED)
    assert (minutes.body, minutes.date) == ("Health and Care Scrutiny Panel", date(2025, 3, 5))
    assert [(i.minute, i.title) for i in minutes.items] == [
        ("21", "Declarations of Interest"),
        ("22", "Dentistry Access"),
    ]
    assert [limb.number for limb in minutes.items[1].resolutions] == ["a", "b"]


def test_a_bare_minute_whose_limbs_lost_their_marks_is_read():
    minute = read(MINUTE)
    item = minute.items[0]
    assert (minute.kind, item.minute, item.title, item.body) == (
        "minute",
        "47",
        "Flood Defences",
        "Environment Scrutiny Board",
    )
    assert len(item.resolutions) == 2
    assert [p.condition for p in item.promises] == ["once the Environment Agency has agreed funding"]


def test_line_ends_and_the_encoding_of_an_old_desk_change_nothing():
    plain = read(PAGE.replace("Northgate", "Café"))
    old = read_bytes(PAGE.replace("Northgate", "Café").replace("\n", "\r\n").encode("cp1252"), "paper.txt")
    assert old.items == plain.items


@pytest.mark.parametrize(
    ("words", "limbs"),
    [
        ("IT WAS RESOLVED that the report be noted.", ["the report be noted."]),
        (
            "Resolved:\n\nThat the report be noted.\n\nThat thanks be given.",
            ["That the report be noted.", "That thanks be given."],
        ),
        (
            "RESOLVED (unanimously) that (1) the report be noted; and (2) thanks be given.",
            ["the report be noted;", "thanks be given."],
        ),
        (
            "AGREED:\n1. That shelters be cleaned\n2. That lamps be lit",
            ["That shelters be cleaned", "That lamps be lit"],
        ),
        ("RESOLVED – That the report be noted.", ["the report be noted."]),
        ("RESOLVED that the Board:\n- Note the\nreport.\nRequests a visit", ["Note the report.", "Requests a visit"]),
    ],
)
def test_a_resolution_is_read_however_it_is_set_out(words: str, limbs: list[str]):
    item = read(f"Agenda item\nBus Shelters\nMinutes:\nThe Panel considered a report.\n\n{words}\n").items[0]
    assert [limb.text for limb in item.resolutions] == limbs
    assert item.outcome == "resolved"


def test_what_a_page_cuts_off_is_never_a_limb():
    text = (
        "Agenda item\nBuses\nMinutes:\nRESOLVED that:\n1. The first be done.\n"
        "2. The second be  ...  view the full minutes text for item 3.\n"
    )
    page = read(text)
    assert ([limb.number for limb in page.items[0].resolutions], page.items[0].outcome) == ([1], "truncated")
    assert "truncated_minutes" in [w.code for w in page.warnings]


@pytest.mark.parametrize(
    ("words", "earlier", "doubts"),
    [
        ("Further to minutes 12/24 and 13/24 the Panel met.", [("12/24", None), ("13/24", None)], 0),
        ("Minute 9/24 of Cabinet was recalled.", [("9/24", "Cabinet")], 0),
        ("The Place Panel had asked for it (their minute 9/24 refers).", [("9/24", "Place Panel")], 0),
        ("It was recalled (their minute 9/24 refers).", [("9/24", None)], 1),
        ("The Place Panel had asked for it (minute 9/24 refers).", [("9/24", None)], 1),
        ("Decision 24/00093 and the years 2023/24 were recalled.", [], 0),
        ("Further to Minute 12 the Panel met.", [], 1),
    ],
)
def test_a_minute_number_belongs_to_the_body_that_the_words_give_it(words, earlier, doubts):
    page = read(f"Agenda item\nBuses\nMinutes:\n{words}\n")
    assert [(e.minute, e.body) for e in page.items[0].earlier] == earlier
    assert [w.code for w in page.warnings].count("ambiguous_minute") == doubts


@pytest.mark.parametrize(
    ("words", "promises"),
    [
        (
            "The plan would be presented to the Place Committee on 5 May 2026.",
            [(date(2026, 5, 5), None, "Place Committee")],
        ),
        ("The next Place Committee would be held on 5 May 2026.", []),
        ("The plan was considered by the Place Committee on 5 May 2024.", []),
        ("The works would be finished on 5 May 2026.", []),
        ("The plan would be presented to the Place Committee in May 2026.", [(None, "May 2026", "Place Committee")]),
        ("An update would be brought to the Panel in due course.", [(None, "in due course", None)]),
        ("The plan would be presented to the Place Committee on 5 May 2020.", []),
    ],
)
def test_a_promise_is_what_a_body_will_take_up(words, promises):
    page = read(f"Agenda item\nBuses\nMeeting: 4 March 2025 - Bus Panel\nMinutes:\n{words}\n")
    assert [(p.due, p.condition, p.owner) for p in page.items[0].promises] == promises
    past = "2020" in words
    assert ("date_in_the_past" in [w.code for w in page.warnings]) is past


def test_a_date_on_the_wrong_weekday_is_named():
    page = read("Agenda item\nBuses\nMinutes:\nThe Panel met on Monday 4 March 2025.\n")
    assert "weekday_mismatch" in [w.code for w in page.warnings]


def test_a_letter_is_no_paper_that_is_known():
    letter = read("Dear all,\nthe kettle is mended.\n")
    assert (letter.kind, letter.items, [w.code for w in letter.warnings]) == ("other", (), ["unknown_form"])
