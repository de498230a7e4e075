"""Minutes and notices as several councils set them, each small thing once; the councils are invented."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document


def read(words: str) -> Document:
    return read_bytes(words.encode(), "minutes.txt")


def found(page: Document) -> list[tuple[str | None, str | None, list[str]]]:
    return [(item.minute, item.title, [limb.text for limb in item.resolutions]) for item in page.items]


def test_a_title_that_begins_with_the_word_action_is_a_title():
    page = read(
        "BIRCHESTER CITY COUNCIL\n\nHOMES SCRUTINY COMMITTEE\n\nTHURSDAY 18 SEPTEMBER 2025 AT 1400 HOURS\n\nMINUTES\n\n"
        "PRESENT:-\n\nCouncillor Fell in the Chair\n\nAPOLOGIES\n\n32      Apologies were sent by Councillor Rudd.\n\n"
        "ACTION NOTES\n\n33      RESOLVED:-\n\n        That the action notes be agreed.\n\nREPAIRS\n\n"
        "34      The Director spoke.\n\n        RESOLVED:-\n\n        That the report be noted.\n"
    )
    assert found(page) == [
        ("32", "APOLOGIES", []), ("33", "ACTION NOTES", ["the action notes be agreed."]),
        ("34", "REPAIRS", ["the report be noted."]),
    ]  # fmt: skip


def test_who_proposed_it_behind_what_was_resolved_is_no_part_of_it():
    page = read(
        "MINUTES OF THE MEETING OF LOWER MARDEN PARISH COUNCIL HELD ON WEDNESDAY 8TH OCTOBER 2025\n\n"
        "Present: Cllr Brand\n\n"
        "25/102 Minutes\nIt was RESOLVED to approve the minutes of the meeting held on 10 September 2025. "
        "Proposed Cllr Brand, seconded Cllr Cole.\n\n25/103 Close\nThe meeting closed.\n"
    )
    assert found(page)[0] == ("25/102", "Minutes", ["to approve the minutes of the meeting held on 10 September 2025."])


def test_a_notice_of_the_cabinets_decisions_answers_no_recommendations():
    page = read(
        "Eastbrook Council\n\nCabinet Decisions\n\nTuesday 4 November 2025\n\n"
        "The decisions below will come into force on 12 November 2025, unless called in.\n\n"
        "Item 61: Savings Plan\n\nDecision:\n\n1. To approve the plan.\n2. To publish it.\n\n"
        "Reason for decision: Time.\n\n"
        "Item 62: Lettings Policy\n\nDecision: To adopt the policy.\n\nReason for decision: To give priority.\n\n"
        "Item 63: Response to Scrutiny: Empty Homes\n\nDecision:\n\n(a) That recommendation 1 be accepted.\n"
        "(b) That recommendation 3 be not accepted.\n\nReason for decision: There is no budget.\n"
    )
    assert (page.body, page.date) == ("Cabinet", date(2025, 11, 4))
    assert found(page) == [
        ("61", "Savings Plan", ["To approve the plan.", "To publish it."]),
        ("62", "Lettings Policy", ["To adopt the policy."]),
        (
            "63", "Response to Scrutiny: Empty Homes",
            ["That recommendation 1 be accepted.", "That recommendation 3 be not accepted."],
        ),
    ]  # fmt: skip
