"""Registers, prefixed numbers and rows of tables copied as text; what such copies lose. Every council is invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

REGISTER = """Council decisions

Use the search below to find decisions that were taken recently.

Decisions published

18/04/2024 - Renewing the ferry contract ref: 7273    Recommendations Approved

Decision Maker: Executive Director of Harbours

Decision published: 10/05/2024

Effective from: 18/05/2024

Decision:

1.    To renew the ferry contract for a year.

2.    To ask for tenders in the spring.

Wards affected: (All Wards);


17/04/2024 - Lighthouse lease ref: 7266    Recommendations Approved

The lease ends in June and a new one is needed.

Decision Maker: Harbour Committee

Made at meeting: 17/04/2024 - Harbour Committee

Decision published: 18/04/2024

Effective from: 26/04/2024


1.  That the lease be granted to the second applicant.


2.  That the Director of Harbours be authorised to agree its terms.


3  That the Head of Law be authorised to seal the lease.


Wards affected: (All Wards);
"""

PREFIXED = """Agenda and minutes

Venue: Town Hall, Saltmere

Items
No. Item

OV11/23

Appointment of Substitute Members

To be told of any substitute members.

Minutes:

Councillor Quay sat for Councillor Rowe.

OV12/23

Tidal Barrier

Minutes:

RESOLVED – That the survey be received. No further questions were asked.
"""

ROW = (
    "To consider the report of the Chair of the Moorings Task Group on unused moorings. Additional documents:"
    " Decision: RESOLVED:\n"
    "That the recommendations of the Task Group be considered and reported on in June. Minutes: Cabinet considered"
    " the report of the Chair of the Moorings Task Group on unused moorings.\n"
    "Councillor Rowe explained what the group had found.\n"
)

CMIS = """Skip to main content

Meeting Details

24 Apr 2023 - 19:30 to 22:00
  • Documents
  • Attendance

Standard Items
1 Apologies for Absence
2 Urgent Matters
Any matters that the Mayor has agreed should be considered.

It was agreed.

3 Petitions from the Public
Mrs Pym handed in a petition about the slipway.
"""

LOST = """Agenda and minutes

Council - Thursday, 23rd May, 2024 2.30 pm

Venue: Council Chamber, Saltmere

No. Item


Volunteering Service pdf icon PDF 61 KB

Additional documents:


Consideration was given to a report on the Volunteering Service.


{}

(i)            To approve the move of the service to Public Health.

(ii)           To note the areas of work.


Closing remarks pdf icon PDF 10 KB


The Mayor thanked everybody.
"""


def _read(text: str) -> Document:
    """A text as it is read."""
    return read_bytes(text.encode(), "copy.txt")


def _limbs(document: Document, at: int) -> list[str]:
    """What an item resolved."""
    return [limb.text for limb in document.items[at].resolutions]


def test_a_register_of_decisions_is_read_entry_by_entry() -> None:
    register = _read(REGISTER)
    assert register.kind == "decision_list"
    assert [item.title for item in register.items] == ["Renewing the ferry contract", "Lighthouse lease"]
    decision = register.items[0].decision
    assert decision is not None
    assert (decision.maker, decision.published) == ("Executive Director of Harbours", date(2024, 5, 10))
    assert _limbs(register, 0) == ["To renew the ferry contract for a year.", "To ask for tenders in the spring."]


def test_what_a_register_decides_below_its_labels_is_found_and_a_figure_without_its_stop_counts() -> None:
    assert _limbs(_read(REGISTER), 1) == [
        "That the lease be granted to the second applicant.",
        "That the Director of Harbours be authorised to agree its terms.",
        "That the Head of Law be authorised to seal the lease.",
    ]


def test_numbers_with_letters_before_them_head_items() -> None:
    page = _read(PREFIXED)
    assert [(item.minute, item.title) for item in page.items] == [
        ("OV11/23", "Appointment of Substitute Members"),
        ("OV12/23", "Tidal Barrier"),
    ]


def test_what_happened_after_a_resolution_on_its_line_is_not_resolved() -> None:
    assert _limbs(_read(PREFIXED), 1) == ["the survey be received."]


def test_minutes_in_the_row_of_a_table_end_what_was_decided() -> None:
    assert _limbs(_read(ROW), 0) == ["the recommendations of the Task Group be considered and reported on in June."]


def test_a_copied_cmis_page_has_its_day_and_items() -> None:
    page = _read(CMIS)
    assert page.date == date(2023, 4, 24)
    assert [(item.minute, item.title) for item in page.items] == [
        ("1", "Apologies for Absence"),
        ("2", "Urgent Matters"),
        ("3", "Petitions from the Public"),
    ]


def test_a_list_of_what_to_do_behind_what_was_considered_was_resolved() -> None:
    page = _read(LOST.format(""))
    assert _limbs(page, 0) == ["To approve the move of the service to Public Health.", "To note the areas of work."]
    assert "no_resolving_word" in [doubt.code for doubt in page.warnings]


@pytest.mark.parametrize("put", ["Recommendations:", "The Council is asked:", "It is recommended"])
def test_what_officers_recommend_behind_what_was_considered_was_not_resolved(put: str) -> None:
    assert _limbs(_read(LOST.format(put)), 0) == []


def test_headings_in_capitals_run_on_into_the_minute() -> None:
    text = """Harbour Scrutiny Panel – 21 March 2023

PRESENT: Councillor Quay in the chair.

Councillors Rowe, Pym and Salt.

219 DECLARATIONS OF INTERESTS – There were no declarations of interests by any member of the panel.

220 (28) SCRUTINY OVERVIEW – Safety of Small Boats – The chair opened discussion and invited comments.

Resolved – (a) That witnesses be thanked for their work, and (b) that the report be passed to the council.

221 PUBLIC REQUESTS TO SPEAK ABOUT THE MOORINGS – There were no public requests received before the meeting.
"""
    minutes = _read(text)
    assert [(item.minute, item.title) for item in minutes.items] == [
        ("219", "DECLARATIONS OF INTERESTS"),
        ("220", "SCRUTINY OVERVIEW – Safety of Small Boats"),
        ("221", "PUBLIC REQUESTS TO SPEAK ABOUT THE MOORINGS"),
    ]
    assert len(minutes.items[1].resolutions) == 2


def test_what_a_register_only_announces_was_not_decided() -> None:
    undecided = REGISTER.partition("17/04/2024")[0] + (
        "17/04/2024 - Ferry plan refresh ref: 7270    Recommendations Approved\n\n"
        "An update on progress with the ferry plan\n\n"
        "Decision Maker: Cabinet\n\nDecision published: 18/04/2024\n"
    )
    assert _limbs(_read(undecided), 1) == []


def test_a_copied_cmis_page_says_whose_meeting_it_was_and_its_files_are_no_titles() -> None:
    text = CMIS.replace("24 Apr 2023", "Harbour scrutiny committee\n24 Apr 2023").replace(
        "3 Petitions from the Public", "3 pdf Petitions from the Public (200Kb)"
    )
    page = _read(text)
    assert page.body == "Harbour scrutiny committee"
    assert page.meetings[0].body == page.body
    assert "no_body" not in [doubt.code for doubt in page.warnings]
    assert page.items[2].title == "Petitions from the Public"


def test_that_cabinet_and_a_list_of_what_it_does_is_a_lost_resolution() -> None:
    text = LOST.format("That Cabinet:").replace("(i)            To approve", "1)   Approves")
    text = text.replace("(ii)           To note", "2)   Notes")
    assert _limbs(_read(text), 0) == ["Approves the move of the service to Public Health.", "Notes the areas of work."]


def test_the_decision_maker_made_the_following_decision() -> None:
    text = LOST.format("On consideration of the report the decision maker made the following decision:-")
    text = text.replace("(i)            To approve the", "(i)  Having considered it, agreed to the")
    assert _limbs(_read(text), 0)[0] == "Having considered it, agreed to the move of the service to Public Health."


def test_a_page_without_columns_is_known_by_its_titles() -> None:
    text = """Agenda and minutes

Venue: Town Hall, Saltmere

Apologies for Absence

To receive apologies for absence.


43.1          Apologies were received from Councillor Quay.


Tidal Barrier

To consider the report of the Director of Harbours.


44.1          The report was considered.
"""
    assert [item.title for item in _read(text).items] == ["Apologies for Absence", "Tidal Barrier"]


def test_a_minute_of_a_municipal_year_is_told_by_its_number_and_the_year_it_began() -> None:
    text = PREFIXED.replace("RESOLVED", "Further to minute 45 of 2019/20 the survey was received.\n\nRESOLVED")
    assert [earlier.minute for earlier in _read(text).items[1].earlier] == ["45/19"]
