"""Tables of items copied as text, of a council that is invented: a row is an item, with bars or without."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

PIPED = """Venue: Remote. View directions
Contact: Sam Orde
No. | Item |
---|---|
Apologies for Absence Minutes: There were none. |
|
Declarations of Interest To receive declarations of interest. Minutes: None. |
|
To approve the minutes of the meeting held on 18 February 2020. Minutes: RESOLVED that the minutes are agreed. |
|
Responses of the Cabinet to Reports of the Scrutiny Committee To consider any responses. Minutes: None. |
|
Paddling Pools Review PDF 77 KB Report of the Head of Leisure. Additional documents:
Skate Parks Minutes: The Chair spoke of skate parks.
RESOLVED that:
(a) the review be accepted; and
(b) a note be sent to all members. |
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "copied.txt")


def titles(page: Document) -> list[str | None]:
    return [item.title for item in page.items]


def test_a_table_between_bars_is_read_row_by_row():
    page = read(PIPED)
    assert titles(page) == [
        "Apologies for Absence", "Declarations of Interest",
        "To approve the minutes of the meeting held on 18 February 2020",
        "Responses of the Cabinet to Reports of the Scrutiny Committee", "Paddling Pools Review", "Skate Parks",
    ]  # fmt: skip
    assert [limb.text for limb in page.items[2].resolutions] == ["the minutes are agreed."]
    assert [limb.number for limb in page.items[5].resolutions] == ["a", "b"]
    assert page.items[4].resolutions == ()


@pytest.mark.parametrize("heading", ["Note | No. | Item |", "No. | Item | |", "| No. | Item |"])
def test_the_columns_of_such_a_table_are_headed_in_several_ways(heading):
    assert len(read(PIPED.replace("No. | Item |", heading)).items) == 6


def test_a_row_that_says_decision_is_decided_by_what_stands_there():
    text = PIPED.replace("RESOLVED that:\n(a)", "Decision:\n(a)").replace(
        "Skate Parks Minutes:", "Skate Parks Minutes: -"
    )
    assert [limb.number for limb in read(text).items[5].resolutions] == ["a", "b"]


def test_a_table_that_lost_its_bars_too_is_read_line_by_line():
    page = read(
        "Apologies for Absence and Named Substitutes Minutes: Councillor Fenn sent apologies.\n"
        "Declarations of Interest To invite Councillors to declare any interests. Minutes: There were none.\n"
        "Moorings Charges Review PDF 12 KB Minutes: RESOLVED that the charges be frozen.\n"
    )
    assert titles(page) == [
        "Apologies for Absence and Named Substitutes", "Declarations of Interest", "Moorings Charges Review",
    ]  # fmt: skip
    assert [limb.text for limb in page.items[2].resolutions] == ["the charges be frozen."]


def test_what_was_decided_and_minuted_in_one_row_is_one_resolution():
    text = PIPED.replace(
        "Minutes: RESOLVED that the minutes are agreed.",
        "Decision: Cabinet RESOLVED that the minutes are agreed. Minutes: RESOLVED that the minutes are agreed.",
    )
    assert [limb.text for limb in read(text).items[2].resolutions] == ["the minutes are agreed."]
