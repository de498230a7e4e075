"""What minutes that were copied as text resolved, and how they open it; the councils are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document


def read(text: str) -> Document:
    return read_bytes(text.encode(), "copied.txt")


def limbs(page: Document, item: int = 0) -> list[str]:
    return [limb.text for limb in page.items[item].resolutions]


@pytest.mark.parametrize(
    ("minute", "wanted"),
    [
        ("The Panel AGREED the decisions be accepted.", ["the decisions be accepted."]),
        ("The following was agreed:\n\n1.    The terms were noted.\n2.    Meetings begin at 9.30am.",
         ["The terms were noted.", "Meetings begin at 9.30am."]),
        ("It was\n\nResolved to RECOMMEND: (to Council)\n\nThat the terms be approved.", ["the terms be approved."]),
        ("RESOLVED:\n\nThat Cabinet:\n\nA:        Welcomes the scheme.\n\nB:        Notes the report.",
         ["Welcomes the scheme.", "Notes the report."]),
        ("It was moved by Councillor Fenn seconded by Councillor Hart and\n\n\nThe plan be approved.\n\n"
         "Reason for decision: It is needed.", ["The plan be approved."]),
        ("It was moved by Councillor Fenn, seconded by Councillor Hart and\n\nRESOLVED that the plan be approved.",
         ["the plan be approved."]),
        ("It was moved by Councillor Fenn, seconded by Councillor Hart and\n\nthe amendment was lost.", []),
        ("RESOLVED:  a) The plan was received b) Officers to note it",
         ["The plan was received", "Officers to note it"]),
        (f"RESOLVED: that {'the public be excluded from this room ' * 5}, it being in the public interest to do so:-\n"
         "The minutes of the last meeting were considered.",
         [f"{'the public be excluded from this room ' * 5}, it being in the public interest to do so"]),
        ("RESOLVED that the minutes be signed subject to the following:\n\n·",
         ["the minutes be signed subject to the following"]),
    ],
)  # fmt: skip
def test_what_was_resolved_is_opened_in_many_ways(minute, wanted):
    assert (
        limbs(read(f"Agenda item\n\nTerms of Reference\n\nMinutes:\n\nThe report was received.\n\n{minute}\n"))
        == wanted
    )


def test_what_is_recommended_to_council_says_so():
    page = read(
        "Agenda item\n\nTerms of Reference\n\nMinutes:\n\nMembers considered a report. It was\n\n"
        "Resolved to RECOMMEND: (to Council)\n\nThat the terms be approved.\n"
    )
    assert (page.items[0].outcome, page.items[0].to) == ("recommended", "Council")


def test_a_resolution_that_is_quoted_was_made_elsewhere():
    page = read(
        "Agenda item\n\nMinutes of Previous Meeting\n\nMinutes:\n\nThe minutes were approved, subject to a change of "
        "minute 8:-\n\n“RESOLVED: That the Committee:-\n\n(a) notes the report.”\n"
    )
    assert limbs(page) == []


def test_a_resolution_that_stands_whole_above_the_cut_is_read():
    text = (
        "Agenda and minutes\n\nNo. Item\n\n4.\n\nActions\n\nMinutes:\n\nRESOLVED, that the report be noted.\n\n"
        " ...  view the full minutes text for item 4.\n\n5.\n\nRoads\n\nMinutes:\n\nRESOLVED that the roads\n"
        " ...  view the full minutes text for item 5.\n"
    )
    page = read(text)
    assert [(item.outcome, len(item.resolutions)) for item in page.items] == [("truncated", 1), ("truncated", 0)]


def test_minutes_numbered_with_a_committees_letters_and_dated_in_words_are_read():
    page = read(
        "At a Meeting of the HARBOUR & QUAYS COMMITTEE held at the Town Hall on TUESDAY the 22nd day of MARCH 2022.\n\n"
        "Present: Cllr Fenn\n\n*H&Q 54        APOLOGIES FOR ABSENCE\n\nApologies were received from Cllr Hart.\n\n"
        "*H&Q 55        MOORINGS\n\nIt was RESOLVED that the report be noted.\n\n"
        "*H&Q 56        DREDGING\n\nThere was none.\n"
    )
    assert (page.body, page.date) == ("Harbour & Quays Committee", date(2022, 3, 22))
    assert [item.minute for item in page.items] == ["H&Q 54", "H&Q 55", "H&Q 56"]


@pytest.mark.parametrize(
    ("resolved", "condition"),
    [
        ("the Harbour Master be asked to report back in six months.", "in six months"),
        (
            "Heads of Service provide an update and attend the next available meeting.",
            "attend the next available meeting",
        ),
        ("these could be discussed at the Harbour Scrutiny Committee on 13 February 2030.", None),
    ],
)
def test_what_was_resolved_to_come_back_is_a_promise_and_what_could_be_is_none(resolved, condition):
    page = read(f"Agenda item\n\nTracker\n\nMinutes:\n\nThe Board considered it.\n\nRESOLVED that {resolved}\n")
    wanted = [] if condition is None else [(None, condition)]
    assert [(promise.due, promise.condition) for promise in page.items[0].promises] == wanted


@pytest.mark.parametrize(
    "opening",
    ["**RESOLVED** that ", "**RESOLVED:** ", "**RESOLVED -** That ", "**RESOLVED**\n\n", "_RESOLVED_ that ",
     "__Resolved:__ that ", "**Resolved**: that ", "**RECOMMENDED** that ", "*RESOLVED* – "],
)  # fmt: skip
def test_marks_of_bold_type_are_no_words_of_what_was_resolved(opening):
    page = read(
        f"Agenda item\n\nTerms of Reference\n\nMinutes:\n\nThe report was received.\n\n{opening}the plan be kept.\n"
    )
    assert limbs(page) == ["the plan be kept."]


@pytest.mark.parametrize(
    ("minute", "wanted"),
    [
        ("**RESOLVED** that:\n\n**(1) the report be noted; and**\n\n**(2) the terms be approved.**",
         ["the report be noted;", "the terms be approved."]),
        ("**RESOLVED:**\n\n**That the report be noted.**", ["the report be noted."]),
        ("RESOLVED that the sign ** be put at ** the door.", ["the sign ** be put at ** the door."]),
    ],
)  # fmt: skip
def test_limbs_that_are_bold_as_a_whole_lose_their_marks(minute, wanted):
    assert limbs(read(f"Agenda item\n\nTerms\n\nMinutes:\n\nThe report was received.\n\n{minute}\n")) == wanted


@pytest.mark.parametrize(
    ("end", "told"), [("be let to the", True), ("be let.", False), ("be let to the Boat Club", False)]
)
def test_a_limb_with_which_a_copy_breaks_off_is_doubted(end, told):
    page = read(f"Agenda item\n\nMoorings\n\nMinutes:\n\nThe report was received.\n\nRESOLVED that the piers {end}\n")
    assert limbs(page) == [f"the piers {end}"]
    assert ("truncated_minutes" in [warning.code for warning in page.warnings]) is told
