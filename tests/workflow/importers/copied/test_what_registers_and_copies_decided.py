"""What was decided, as registers and copied pages say it where labels were lost; the councils are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

HEAD = (
    "Decisions published\n\n{day} - {title} ref: 345    Recommendations Approved\n\n"
    "Decision Maker: Harbour Committee\n\n"
    "Made at meeting: {day} - Harbour Committee\n\nDecision published: {day}\n\nEffective from: {day}\n\n"
)


def read(text: str) -> Document:
    return read_bytes(text.encode(), "copied.txt")


def entry(words: str, title: str = "Moorings", day: str = "15/07/2024") -> str:
    return HEAD.format(day=day, title=title) + words + "\n"


def limbs(page: Document, item: int = 0) -> list[str]:
    return [limb.text for limb in page.items[item].resolutions]


def test_a_register_of_one_day_is_of_that_day():
    same = read(entry("Decision:\n\nThat the moorings be let.\n\n") + entry("Decision:\n\nNone.\n", "Petitions")[21:])
    other = read(entry("Decision:\n\nThat the moorings be let.\n\n") + entry("", "Piers", "16/07/2024")[21:])
    assert (same.body, same.date) == ("Harbour Committee", date(2024, 7, 15))
    assert (other.body, other.date) == ("Harbour Committee", None)


def test_the_last_entry_of_a_register_that_breaks_off_decides_nothing():
    page = read(
        entry("Decision:\n\nThat the moorings be let.\n\n")
        + "15/07/2024 - Piers ref: 346    Recommendations Approved\n\nRepor\n"
    )
    assert [len(item.resolutions) for item in page.items] == [1, 0]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        # the label again, in what was pasted; a day above the list is no first entry of it
        ("Decision:\n\nThat the following be approved:\n\n21 March 2024\n\n7.1    CA/32/24    BUDGET\n\nDecision\n\n"
         "1.    Approval of the budgets.\n\n2.    An increase of £500.",
         ["Approval of the budgets.", "An increase of £500."]),
        # a figure that has grown together with its limb
        ("Decision:\n\nOn 12 July 2024 the Leader decided:\n\n1. That the terms be agreed.\n\n2.That they be signed.",
         ["That the terms be agreed.", "That they be signed."]),
        # a sentence that goes on behind an empty line
        ("Decision:\n\nResolved –\n\nThat the Committee confirms the decision taken on 10\n\nJuly 2024, having "
         "regard to\n\nthe documents.",
         ["the Committee confirms the decision taken on 10 July 2024, having regard to the documents."]),
        # parts of a limb that only says what they are about
        ("Decision:\n\n1.    the terms be endorsed\n\n2.    That, in respect of the answers at Appendix 2:\n\n"
         "2.1  a plan is made in May.\n\n2.2  work can begin before it.",
         ["the terms be endorsed", "a plan is made in May.", "work can begin before it."]),
        # parts of a limb that says what is to be done with them
        ("Decision:\n\n1.    Agree the terms.\n\n2.    Recommend to Council that it:\n\n2.1  adopts the plan.\n\n"
         "2.2  lets the pier.",
         ["Agree the terms.", "Recommend to Council that it: 2.1 adopts the plan. 2.2 lets the pier."]),
        # what was heard is not decided
        ("Decision:\n\nThe committee received an overview of the strategy.\n\nFeedback so far suggested that:\n\n"
         "·    there was too little of it;\n\n·    it was late.", []),
    ],
)  # fmt: skip
def test_what_an_entry_of_a_register_decided(words, wanted):
    assert limbs(read(entry(words))) == wanted


def test_paragraphs_that_decree_count_with_the_recommendation_below_them():
    page = read(
        entry(
            "The notice be published.\n\n\nCllr Fenn is requested to write a letter.\n\n\n"
            "The Committee sends a letter to all staff.\n\n\nRECOMMENDATION to Full Council:-\n\n\n"
            "The protocol be confirmed in the code."
        )
    )
    assert [(limb.text, limb.to) for limb in page.items[0].resolutions] == [
        ("The notice be published.", None), ("Cllr Fenn is requested to write a letter.", None),
        ("The Committee sends a letter to all staff.", None),
        ("The protocol be confirmed in the code.", "Full Council"),
    ]  # fmt: skip
    assert (page.items[0].outcome, page.items[0].to) == ("recommended", "Full Council")


def test_what_it_was_recommended_to_a_board_that_is_recommended():
    page = read(
        entry("Decision:\n\nIt was recommended to the Ferries Board that:\n\n(1)  a plan be made.\n\n(2)  it be sent.")
    )
    assert (page.items[0].outcome, page.items[0].to, len(page.items[0].resolutions)) == (
        "recommended",
        "Ferries Board",
        2,
    )


def test_what_merely_leads_to_a_resolution_or_begins_to_say_it_again_is_none():
    page = read(
        "Agenda, decisions and minutes\n\nCabinet - Tuesday 9 January 2018 9.30 am\n\nNo. Item\n\n456.\n\n"
        "Harbour Plan\n\n"
        "Decision:\n\nRESOLVED\n\nThat the plan of the harbour be approved without change.\n\nMinutes:\n\n"
        "The Cabinet received the plan.\n\nDecision\n\nThe Cabinet voted unanimously on a show of hands.\n\n"
        "RESOLVED\n\nThat the plan of the harbour be\n"
    )
    assert limbs(page) == ["the plan of the harbour be approved without change."]


def test_a_title_may_be_a_sentence_where_minutes_stand_below_it():
    page = read(
        "Agenda and minutes\n\nCabinet - Monday, 13th January, 2020 4.00 pm\n\nNo. Item\n\n1.\n\n"
        "To receive declarations.\n\nMinutes:\n\nNone.\n\n2.\n\n"
        "To receive apologies for absence.\n\nMinutes:\n\nNone.\n\n3.\n\nMoorings\n\n"
        "Minutes:\n\nNone.\n"
    )
    assert [item.minute for item in page.items] == ["1", "2", "3"]


def test_an_election_needs_no_word_of_resolving():
    page = read(
        "Agenda and minutes\n\nScrutiny Commission - Wednesday, 9 June 2021 10.30 am\n\nNo. Item\n\n\n"
        "Appointment of Chairman.\n\nTo note that Mr J. Fenn CC has been appointed.\n\n\n\n"
        "That it be noted that Mr J. Fenn CC has been appointed Chairman.\n\n\n\nElection of Vice Chairman.\n\n\n\n\n"
        "That Mrs R. Hart CC be elected Vice-Chairman for the period ending with the Annual Meeting of the Council\n"
    )
    assert [len(item.resolutions) for item in page.items] == [1, 1]


def test_a_recommendation_that_stands_above_the_numbered_items_is_an_item():
    page = read(
        "Agenda and minutes\n\nHarbour Scrutiny Committee - Monday 16 March 2009 7.00 pm\n\nItems\nNo. Item\n\n"
        "PART I - RECOMMENDATIONS\n\nRECOMMENDATION I - Terms of Reference\n\nMinutes:\n\nMembers read it. It was\n\n"
        "Resolved to RECOMMEND: (to Council)\n\nThat the terms be approved.\n\nPART II - MINUTES\n\n498.\n\n"
        "Reserves\n\nMinutes:\n\nRESOLVED: To note the reserves.\n\n499.\n\nMoorings\n\nMinutes:\n\nNone.\n"
    )
    assert [(item.minute, item.title, limbs(page, at)) for at, item in enumerate(page.items)] == [
        (None, "Terms of Reference", ["the terms be approved."]), ("498", "Reserves", ["To note the reserves."]),
        ("499", "Moorings", []),
    ]  # fmt: skip


def test_a_line_that_says_body_and_day_is_no_title():
    page = read(
        "Cabinet - Thursday 18 March 2021 1.45 pm\n\nApologies were received from Councillor Fenn.\n\n"
        "Councillor Hart summarised the report, which asked to fund two piers.\n\nThat Cabinet:\n\n"
        "1)    Supports the piers.\n\n2)    Approves the bids.\n"
    )
    assert (page.body, page.date, page.items[0].title) == ("Cabinet", date(2021, 3, 18), None)
    assert limbs(page) == ["Supports the piers.", "Approves the bids."]


def test_what_a_copy_without_empty_lines_resolved_stands_at_its_end():
    page = read(
        "The Cabinet considered a report of the Director which set out the plan of the piers (for copy of report see "
        "file of minutes).\nCouncillor Fenn gave an overview of the plan.\n"
        "That the recommendations in the report be approved.\nSupporting documents:\n"
    )
    assert limbs(page) == ["the recommendations in the report be approved."]


def test_a_list_of_papers_above_the_items_says_nothing_of_the_meeting():
    page = read(
        "Agenda and minutes\n\nVenue: Town Hall\n\nItems\nNo. Item\n\nAvailable Papers\n\n"
        "The Members had before them:\n\nA.         The Agenda papers.\n\n"
        "B.        The Minutes of the Council held on 11 February 2016.\n\n1772.\n\n"
        "Apologies\n\nMinutes:\n\nNone.\n\n1773.\n\nPiers\n\nMinutes:\n\nNone.\n"
    )
    assert (page.body, page.date) == (None, None)
