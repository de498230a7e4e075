"""The words with which minutes open what was resolved: as many as councils have clerks."""

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.page import Page
from workflow.importers.resolutions import Resolved, find_resolved


def resolved(words: str) -> Resolved:
    page = Page(words + "\n")
    return find_resolved(page, 0, len(page.text))


@pytest.mark.parametrize(
    ("words", "limbs"),
    [
        ("RECOMMENDED – T H A T the minutes be approved.", ["the minutes be approved."]),
        (
            "RESOLVED – that (A) the report be received; and\n\n(B)   the plan be kept.",
            ["the report be received;", "the plan be kept."],
        ),
        (
            "RESOLVED (on a motion from Cllr Amy Orr, seconded by Cllr Bo Pye and carried nem con) to endorse the plan",
            ["to endorse the plan"],
        ),
        (
            "It was moved by Councillor Orr and on a vote it was unanimously\n\nRESOLVED:\n\n1. That it go on."
            "\n2. That all be told.",
            ["That it go on.", "That all be told."],
        ),
        ("Resolved\n(1) That the answers be agreed.\n\nReasons\nThey are complete.", ["That the answers be agreed."]),
        (
            "The Cabinet then:-\n(1) Noted that three had come.\n(2) Noted that one had not.",
            ["Noted that three had come.", "Noted that one had not."],
        ),
        (
            "The Committee:\n\n1.  NOTED the report.\n2.  AGREED to meet again.\n3.  ASKED for figures.",
            ["NOTED the report.", "AGREED to meet again.", "ASKED for figures."],
        ),
        (
            "DECISION\n\nThat the Cabinet:\n\n1. Approves the plan.\n\n2. Tells the Director."
            "\n\nREASONS FOR DECISION\n\nNone.",
            ["Approves the plan.", "Tells the Director."],
        ),
        (
            "RESOLVED to:\n1. Approve the grants in\nAppendix 1.\n2. Delegate the rest.",
            ["Approve the grants in Appendix 1.", "Delegate the rest."],
        ),
        (
            "The motion was put and LOST.\n\nRESOLVED: that permission be granted.",
            ["permission be granted."],
        ),
        (
            "Resolved: That\n\ni. The report be noted;\n\nii. Thanks be given.",
            ["The report be noted;", "Thanks be given."],
        ),
        ("AGREED: to receive an update on 5 June 2025.", ["to receive an update on 5 June 2025."]),
        ("After debate it was agreed to set up a group. It met.", ["to set up a group."]),
        (
            "RESOLVED that:\n\nThis Council believes that:\n\na) buses matter.\n\nThis Council agrees to:"
            "\n\na) ask for more.",
            ["ask for more."],
        ),
        (
            "RESOLVED that Cabinet agree to:\n\nA) Note the sum.\nb) Note the rest.\nc) Pay it.",
            ["Note the sum.", "Note the rest.", "Pay it."],
        ),
    ],
)
def test_the_limbs_are_what_was_resolved(words: str, limbs: list[str]):
    assert [limb.text for limb in resolved(words).limbs] == limbs


@pytest.mark.parametrize(
    ("words", "outcome", "to"),
    [
        ("Members agreed the following recommendations to Cabinet:\n• That bins be emptied.", "recommended", "Cabinet"),
        ("The Leisure Panel agreed to recommend that the Cabinet keeps the pool.", "recommended", "Cabinet"),
        ("RECOMMENDED TO COUNCIL:\n\nThat the budget be approved.", "recommended", "Council"),
        (
            "RESOLVED that the Council urges the Executive to keep the hubs open.",
            "resolved",
            "Executive",
        ),
        ("RESOLVED that Council approves the recommendation to the Cabinet made in May.", "resolved", None),
        ("RESOLVED that the item be deferred.", "deferred", None),
        ("The Panel NOTED the report.", "none", None),
    ],
)
def test_what_is_recommended_is_told_from_what_is_asked_and_what_is_only_resolved(
    words: str, outcome: str, to: str | None
):
    found = resolved(words)
    assert (found.outcome, found.to) == (outcome, to)


def test_what_one_member_of_the_executive_decided_before_a_committee_is_read_with_what_the_committee_resolved():
    found = resolved(
        "Matter for Decision\n\nThe report set out the repairs.\n\n"
        "Decision of Executive Councillor for Finance\nand Harbours\n\ni.    Approved the repairs.\n"
        "ii.   Instructed the Head of Harbours to begin.\n\nReason for the Decision\n\nAs set out in the report.\n\n"
        "Scrutiny Considerations\n\nThe Committee resolved (by 3 votes to 0) to endorse the recommendations."
    )
    assert [(limb.number, limb.text) for limb in found.limbs] == [
        ("i", "Approved the repairs."), ("ii", "Instructed the Head of Harbours to begin."),
        (None, "to endorse the recommendations."),
    ]  # fmt: skip


def test_a_number_behind_resolved_is_the_resolutions_own():
    found = resolved("RESOLVED 2026/042\n\n1)    That the report be noted.\n2)    That a note be made.")
    assert [limb.text for limb in found.limbs] == ["That the report be noted.", "That a note be made."]
    assert [limb.text for limb in resolved("RESOLVED 2026/044\n\nThat the programme be approved.").limbs] == [
        "the programme be approved."
    ]


def test_letters_that_run_on_behind_a_recommendation_keep_their_place():
    found = resolved(
        "RESOLVED that:\n\n(a) the forecast be noted;\n\n(b) the budget be agreed; and\n\n"
        "RECOMMENDED to Council that:\n\n(c) the scheme be adopted; and\n\n(d) the strategy be approved."
    )
    assert [(limb.number, limb.to) for limb in found.limbs] == [
        ("a", None), ("b", None), ("c", "Council"), ("d", "Council"),
    ]  # fmt: skip


def test_the_council_beside_the_word_minutes_is_not_the_body_that_met():
    page = read_bytes(
        b"Harbourshire County Council                        Minutes\nMeeting           PLACE SELECT COMMITTEE\n\n"
        b"Date              Wednesday 16 September 2026 (commencing at 10.30am)\n\nMembership\n\n"
        b"1. MINUTES OF THE LAST MEETING\n\nRESOLVED 2026/041\n\nThat the minutes be signed.\n\n"
        b"2. APOLOGIES FOR ABSENCE\n\nNone.\n",
        "minutes.txt",
    )
    assert (page.council, page.body) == ("Harbourshire County Council", "Place Select Committee")


def test_a_list_behind_it_was_opens_by_itself_and_takes_nothing_from_what_stands_above():
    found = resolved(
        "RESOLVED that the minutes of the meeting held on 1st February be noted, including recommendations about the "
        "draft plan for the harbour and its piers, which had been heard.\nMinutes of 2nd March\n"
        "Following discussion of the bonfire, it was\n(a) that the first be approved;\n(b) that the rest be noted."
    )
    assert [(limb.number, limb.text) for limb in found.limbs] == [
        (None, "the minutes of the meeting held on 1st February be noted, including recommendations about the "
         "draft plan for the harbour and its piers, which had been heard."),
        ("a", "that the first be approved;"), ("b", "that the rest be noted."),
    ]  # fmt: skip


def test_a_heading_in_capitals_may_run_on_with_or_without_a_dash():
    page = read_bytes(
        "Harbour Scrutiny Panel – 30 January 2014\n\nPRESENT:  Councillor Fenn in the chair.\n\n"
        "233  DECLARATIONS OF INTERESTS – There were none.\n\n"
        "234  MINUTES – Resolved – That the minutes be signed by the chairman.\n\n"
        "235  PUBLIC REQUESTS TO SPEAK There were no requests received.\n\n"
        "236  MOORINGS – The Chairman summed up.\n\nResolved – That officers draft a report.\n".encode(),
        "minutes.txt",
    )
    assert [(item.minute, item.title, len(item.resolutions)) for item in page.items] == [
        ("233", "DECLARATIONS OF INTERESTS", 0), ("234", "MINUTES", 1), ("235", "PUBLIC REQUESTS TO SPEAK", 0),
        ("236", "MOORINGS", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Resolved: That;\n\ni.   {0}\nii.  {1}",
        "The Committee:\n\na)   {0}\n\nb)   {1}",
        "It was agreed:\n\n1.   {0}\n\n2.   {1}",
        "R E S O L V E D:\n\n1.   {0}\n\n2.   {1}",
        "RESOLVED:\n\nTo recommend to Cabinet:\n\n1.   {0}\n\n2.   {1}",
        "Resolved – (1) {0} (2) {1}",
        "RESOLVED:\n\nTHAT the Committee\n\n(i)   {0}\n\n(ii)  {1}\n\nACTION BY: Director of Quays",
        "Resolved:\n\nThat:\n\n1.   {0}\n2.   {1}",
        "IT WAS AGREED that:\n\n(a)   {0}\n\n(b)   {1}",
        "RESOLVED that:\n\na)   {0}\n\nb)   {1}\n\nVoting: For 8, against 1, abstentions 0.",
        "Upon a vote it was unanimously RESOLVED THAT\n\n1.   {0}\n\n2.   {1}",
        "Decision: The Committee agreed:\n\na)   {0}\nb)   {1}\n\nReason for Decision: To know more.",
    ],
)
def test_two_limbs_are_two_however_a_clerk_opens_and_counts_them(words):
    limbs = ["That the quays be swept;", "That the report be noted."]
    assert [limb.text for limb in resolved(words.format(*limbs)).limbs] == limbs


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Moved by Councillor Fenn and seconded by Councillor Hart:\n\nThat the report be noted.\n\nMotion carried.",
         ["the report be noted."]),
        ("The minutes were signed, subject to minute 8 being:-\n\n“RESOLVED: That the Committee:-\n\n(a) notes it; "
         "and\n\n(b) asks for more.”", []),
        ("The Committee noted the report.", []),
    ],
)  # fmt: skip
def test_what_is_moved_and_what_is_quoted(words, wanted):
    assert [limb.text for limb in resolved(words).limbs] == wanted
