"""Minutes that a copy ran together into one paragraph are read by their numbered headings; all are invented."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

PANEL = (
    "Minutes of the Harbour Scrutiny Panel 12 June 2025 at 10.00 am Present: Cllr Dell (Chair), Cllr Marsh, Cllr Brook "
    "Also present: Dr Vale, Harbour Master 1 Apologies Apologies were received from Cllr Firth. 2 Declarations of "
    "interest There were none. 3 Minutes of the last meeting Agreed: That the minutes of the meeting held on 10 April "
    "2025 be signed. 4 Moorings on the east quay Dr Vale gave a presentation on the moorings. Members asked why 12 of "
    "them were empty in 2024. Dr Vale said that no. 7 Quay Street stood empty too. Resolved: a) That the presentation "
    "be noted. b) That the Trust be asked to attend again. 5 Work programme 2025/26 The Panel considered its work "
    "programme and asked that lights be added. Resolved: That the work programme be agreed. The meeting ended at noon. "
)
COMMITTEE = (
    "OAKSHIRE DISTRICT COUNCIL MINUTES OF A MEETING OF THE LICENSING COMMITTEE HELD AT 7.00 PM ON TUESDAY 4 MARCH 2025 "
    "IN THE COUNCIL CHAMBER, MARKET STREET Present: Councillors A Fenn (Chairman), B Hart (Vice-Chairman), C Moss. "
    "LC.55 APOLOGIES FOR ABSENCE Apologies for absence were received from Councillor Yew. LC.56 MINUTES RESOLVED that "
    "the minutes of the meeting held on 4 February 2025 be approved. LC.57 REVIEW OF TAXI FARES The Head of Planning "
    "presented a report on taxi fares. Members asked about the cost of fuel in 2024. Fares had last been changed in "
    "2022. RESOLVED that (1) the fares be raised by 3 per cent; and (2) a report be made to the Committee. LC.58 "
    "STALLS The Committee considered an objection to the stalls in the market. RESOLVED that the stalls be kept. "
    "The meeting closed at 8.15 pm. "
)


def read(words: str) -> Document:
    return read_bytes(words.encode(), "minutes.txt")


def found(page: Document) -> list[tuple[str | None, str | None, list[str]]]:
    return [(item.minute, item.title, [limb.text for limb in item.resolutions]) for item in page.items]


def test_headings_that_count_on_are_found_in_one_paragraph():
    page = read(PANEL)
    assert (page.body, page.date) == ("Harbour Scrutiny Panel", date(2025, 6, 12))
    assert found(page) == [
        ("1", "Apologies", []),
        ("2", "Declarations of interest", []),
        ("3", "Minutes of the last meeting", ["the minutes of the meeting held on 10 April 2025 be signed."]),
        (
            "4", "Moorings on the east quay",
            ["That the presentation be noted.", "That the Trust be asked to attend again."],
        ),
        ("5", "Work programme 2025/26", ["the work programme be agreed."]),
    ]  # fmt: skip


def test_headings_in_capitals_with_a_prefix_are_found_in_one_paragraph():
    page = read(COMMITTEE)
    assert (page.body, page.date) == ("Licensing Committee", date(2025, 3, 4))
    assert found(page) == [
        ("LC.55", "APOLOGIES FOR ABSENCE", []),
        ("LC.56", "MINUTES", ["the minutes of the meeting held on 4 February 2025 be approved."]),
        ("LC.57", "REVIEW OF TAXI FARES", ["the fares be raised by 3 per cent;", "a report be made to the Committee."]),
        ("LC.58", "STALLS", ["the stalls be kept."]),
    ]


def test_every_quote_still_stands_in_the_paper():
    for words in (PANEL, COMMITTEE):
        assert all(limb.quote in words for item in read(words).items for limb in item.resolutions)


def test_a_long_paragraph_without_headings_that_count_on_is_left_as_it_is():
    words = "The Panel met on 12 June 2025. In 2024 The Harbour Trust had 3 Boats and 7 Oars. " * 20
    assert read(words).kind == "other"
