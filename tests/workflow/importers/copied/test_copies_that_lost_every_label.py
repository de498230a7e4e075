"""Pages copied without "Minutes:" or RESOLVED, items numbered twice or untitled, decisions in a list; all invented."""

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

PAGE = """Minutes of the Cabinet Meeting held on 10 July 2024 pdf icon PDF 342 KB


That the minutes of the meeting of the Cabinet held on 10 July 2024 be confirmed and signed, and the actions be noted.



Apologies for Absence


Apologies for absence were received from Councillor Fenn.


Quay Repairs (Outturn) pdf icon PDF 571 KB


1.    To note the cost of the repairs.


2.    To approve the sums in Appendix 2.



Harbour Lights pdf icon PDF 455 KB


Councillor Moss enquired about the lamps.


1.    To note the lamps.


2.
"""


def read(words: str) -> Document:
    return read_bytes(words.encode(), "page.txt")


def found(page: Document) -> list[tuple[str | None, list[str]]]:
    return [(item.title, [limb.text for limb in item.resolutions]) for item in page.items]


def test_what_stands_alone_below_a_title_was_resolved_where_the_page_tells_of_other_items_what_was_done():
    page = read(PAGE)
    assert (page.body, page.date) == ("Cabinet", None)
    assert found(page) == [
        (
            "Minutes of the Cabinet Meeting held on 10 July 2024",
            [
                "the minutes of the meeting of the Cabinet held on 10 July 2024 be confirmed and signed, and the "
                "actions be noted."
            ],
        ),
        ("Apologies for Absence", []),
        ("Quay Repairs (Outturn)", ["To note the cost of the repairs.", "To approve the sums in Appendix 2."]),
        ("Harbour Lights", ["To note the lamps."]),
    ]  # fmt: skip


def test_what_stands_alone_below_a_title_is_only_announced_where_the_page_tells_nothing():
    agenda = PAGE.replace("Apologies for absence were received from Councillor Fenn.", "To receive apologies.")
    agenda = agenda.replace("Councillor Moss enquired about the lamps.", "Report of the Harbour Master.")
    agenda = agenda.replace("That the minutes of the meeting of the Cabinet held", "To confirm the minutes held")
    assert not any(limb for _, limbs in found(read(agenda)) for limb in limbs)


def test_the_list_under_a_decision_is_what_was_decided_and_the_minutes_below_it_tell_how():
    page = read(
        "Agenda item\n\nReport on Harbour Lights\n\n(To receive a report, which invites the Executive to consider the "
        "lamps)\n\nDecision:\n\n(1)       That the lamps be lit.\n\n \n\n(2)       That the report be published.\n\n"
        "Minutes:\n\nCouncillor Moss presented the report.  The Executive considered the lamps in turn.\n"
    )
    assert page.body == "Executive"
    assert found(page) == [("Report on Harbour Lights", ["That the lamps be lit.", "That the report be published."])]


REGISTER = """Decisions published

27/02/2024 - Harbour Dues ref: 729    Recommendations Approved

Decision Maker: Council

Made at meeting: 27/02/2024 - Council

Decision published: 30/07/2024

Decision:

{}

26/02/2024 - Quay Lamps ref: 728    Recommendations Approved

Decision Maker: Council

Decision published: 29/07/2024
"""


def test_paragraphs_of_a_decision_that_tell_who_spoke_decide_nothing():
    told = (
        "Councillor Moss, Portfolio Holder for Quays, presented the report which sought approval of the dues.\n\n"
        "Councillor J Hart stated the support of his Group.\n\nCouncillor"
    )
    assert found(read(REGISTER.format(told)))[0] == ("Harbour Dues", [])


def test_a_decision_that_says_only_who_decided_decides_nothing_yet():
    assert found(read(REGISTER.format("Cabinet Agreed")))[0] == ("Harbour Dues", [])


def test_recommendations_straight_below_a_decision_are_what_was_decided():
    said = "RECOMMENDATIONS:\n\n \n\n1.1. To agree the dues.\n\n1.2. To note the quays."
    assert found(read(REGISTER.format(said)))[0] == ("Harbour Dues", ["To agree the dues.", "To note the quays."])


def test_items_numbered_twice_have_their_minutes_behind_the_second_number_and_may_have_no_title():
    page = read(
        "Meeting Details\n\nMeeting Summary\nFull Council\n11 Jul 2023 - 10:00 to 16:00\nOccurred\n\nAgenda\n"
        "Standard Items\n1 Apologies for Absence\n1\nApologies were received from Councillor Fenn.\n"
        "2 Declarations of Interest\nTo note any declarations\n2\n\nThere were none.\n\n3\n\nMembers spoke.\n\n"
        " Resolved:\n\n That the lamps be lit.\n\n5 Announcements\n5\n\nThe Chairman spoke.\n"
    )
    assert [(item.minute, item.title) for item in page.items] == [
        ("1", "Apologies for Absence"), ("2", "Declarations of Interest"), ("3", None), ("5", "Announcements"),
    ]  # fmt: skip
    assert [limb.text for limb in page.items[2].resolutions] == ["the lamps be lit."]


TABLE = "No. | Item | ||\nApologies Minutes: There were none. |\n{}Lamps Minutes: RESOLVED that {} |\n"


def test_a_title_in_a_table_ends_where_a_sentence_begins_and_what_was_seconded_and_resolved_is_read():
    consort = (
        "Appointment of Consort The Mayor will announce their consort. Minutes: It was proposed (by Councillor Fenn), "
        "seconded (by Councillor R. King) and resolved that Ann Dell be appointed as consort. |\n"
    )
    page = read(TABLE.format(consort, "they be lit."))
    assert found(page)[1:] == [
        ("Appointment of Consort", ["Ann Dell be appointed as consort."]), ("Lamps", ["they be lit."]),
    ]  # fmt: skip


def test_a_list_that_only_names_what_is_resolved_about_is_one_limb_with_the_words_above_it():
    minutes = (
        "Minutes of the Harbour Panel held on 4 March 2024\n\n1. Minutes\n\nRESOLVED that {}\n\n2. Lamps\n\nNone.\n"
    )
    things = (
        "the minutes of these meetings be signed:-\n\n(1) Monday 8 January 2024\n\n(2) Monday 5 February 2024 (special)"
    )
    (limb,) = read(minutes.format(things)).items[0].resolutions
    assert limb.text.endswith("be signed:- (1) Monday 8 January 2024 (2) Monday 5 February 2024 (special)")
    deeds = "the Board be asked to:\n\n(1) Light the lamps\n\n(2) Publish the plan"
    assert len(read(minutes.format(deeds)).items[0].resolutions) == 2
