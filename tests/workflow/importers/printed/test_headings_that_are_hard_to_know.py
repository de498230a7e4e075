"""Headings of printed minutes that have little to be known by; the councils are invented."""

from datetime import date

import pytest

from workflow.importers.bodies import find_bodies
from workflow.importers.files import read_bytes
from workflow.importers.reading import Document
from workflow.importers.sitting_line import alone


def read(text: str) -> Document:
    return read_bytes(text.encode(), "minutes.txt")


def test_one_numbered_heading_in_capitals_is_enough():
    page = read(
        "                 EXECUTIVE\n\n                  Minutes of the meeting held on 20th April 2006\n\n"
        "                Councillor Ann Fenn (Chairman)\n                Councillors Hart and Moss\n\n\n"
        "          RESOLVED that the Minutes of the meeting held on 7th March 2006 be\nconfirmed.\n\n\n"
        "177       THE GRANARY\n          Report HR5037\n\n"
        "          The Head of Property reported that the former granary closed in\nearly February.\n"
    )
    assert (page.body, page.date) == ("Executive", date(2006, 4, 20))
    assert [(item.minute, item.title) for item in page.items] == [("177", "THE GRANARY")]


def test_a_heading_whose_number_has_a_year_may_end_in_a_full_stop():
    page = read(
        "Minutes of the Parish Council Meeting\nHeld on Wednesday 25th October 2023 at 7.30pm in the Hall\n"
        "23/165 Receive apologies and welcome to the public.\nApologies were received from Cllr Hart.\n"
        "23/166 Declarations of Interest\nThere were no declarations of interest.\n"
        "23/167 Moorings\nRESOLVED \u2013 the report was noted.\n"
        "23/168 was a long minute that said a great deal of the moorings and of all that was promised about them.\n"
    )
    assert [item.minute for item in page.items] == ["23/165", "23/166", "23/167"]


def test_the_chief_executive_is_no_body():
    assert [body.name for body in find_bodies("the Chief Executive told the Executive")] == ["Executive"]


MOTIONS = """MINUTES of a meeting of the Borough Council held on Thursday, 6 March 2025.

PRESENT: Councillor Moss (Chair) and Councillor Neal.

41. Motion for Debate
    (Item 9)

This item was taken early.
Motion for Debate – Safer Crossings Near
Our Schools

1) Councillor Neal proposed that the Council agrees to ask Cabinet to paint every crossing.

RESOLVED that Cabinet be asked to paint every crossing.

42. Bus Shelters
    (Item 10)

Bus Shelters: the Director said that
they are old.

RESOLVED that the report be noted.
"""


def test_a_title_that_stands_again_with_its_matter_is_taken_in_full():
    found = read_bytes(MOTIONS.encode(), "minutes.txt")
    assert [item.title for item in found.items] == [
        "Motion for Debate – Safer Crossings Near Our Schools",
        "Bus Shelters",
    ]


def test_what_stands_before_a_body_with_a_comma_may_be_the_kind_of_meeting():
    assert alone("Extraordinary, Council") == "Council"
    assert alone("Business will begin at 5.00 pm, Cabinet") == "Cabinet"
    assert alone("Audit, Governance and Standards Committee") == "Audit, Governance and Standards Committee"
    assert [body.name for body in find_bodies("Extraordinary, Council")] == ["Council"]
    assert [body.name for body in find_bodies("Most Council meetings can be seen")] == ["Council"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("HARBOURS AND TIDES CABINET PANEL", ["HARBOURS AND TIDES CABINET PANEL"]),
        ("the Harbours and Tides Cabinet Panel met", ["Harbours and Tides Cabinet Panel"]),
        ("Response to Place & Roads Scrutiny Committee", ["Place & Roads Scrutiny Committee"]),
    ],
)
def test_a_panel_of_cabinets_has_its_own_name_and_a_response_is_no_part_of_one(words: str, names: list[str]):
    assert [body.name for body in find_bodies(words)] == names
