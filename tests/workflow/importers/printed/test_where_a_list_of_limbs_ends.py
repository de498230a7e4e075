"""A list of limbs ends where its paper goes on: a paragraph of the paper's own count, a note in brackets; invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Document

TOP = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Place Scrutiny Panel held on 10 June 2025\n\n"
FOOT = "\n\n8. Trees\n\nRESOLVED: That it be noted.\n"


def read(words: str, name: str = "minutes.txt") -> Document:
    return read_bytes(words.encode(), name)


def limbs(words: str) -> list[str]:
    return [limb.text for limb in read(TOP + words + FOOT).items[0].resolutions]


@pytest.mark.parametrize(
    "behind",
    [
        "7.4 Reasons for Decision\n\n7.4.1 The kilns are listed.",
        "7.4 The Panel thanked the potters.",
        "(Reason: to keep the kilns warm.)",
        "(This matter will be considered by Council on 1 July 2025.)",
        "(The meeting concluded at 4.35 pm)",
        "Alternatives considered: none.",
    ],
)
@pytest.mark.parametrize(("first", "second"), [("(a)", "(b)"), ("1.", "2.")])
def test_what_stands_behind_a_list_is_no_part_of_its_last_limb(behind: str, first: str, second: str):
    listed = f"{first} approves the kilns; and\n\n{second} notes the coal."
    assert limbs(f"7. Kilns\n\nRESOLVED: That the Panel:\n\n{listed}\n\n{behind}") == [
        "approves the kilns;",
        "notes the coal.",
    ]


def test_a_limb_keeps_the_paragraphs_that_count_on_from_its_own_number():
    words = "1. That the potters be asked.\n\n2. That the kilns be lit:\n\n2.1 in spring; and\n\n2.2 in autumn."
    words = f"7. Kilns\n\nRESOLVED:\n\n{words}"
    assert limbs(words) == ["That the potters be asked.", "That the kilns be lit: 2.1 in spring; and 2.2 in autumn."]


@pytest.mark.parametrize("word", ["AGREED", "Agreed", "DECIDED", "RECOMMENDED"])
@pytest.mark.parametrize("mark", ["1. ", "(a) "])
def test_a_word_of_agreeing_alone_on_its_line_opens_the_list_below_it(word: str, mark: str):
    assert limbs(f"7. Kilns\n\nThe Panel heard the potters.\n\n{word}\n\n{mark}That the kilns be lit.") == [
        "That the kilns be lit."
    ]


def test_a_word_of_agreeing_alone_above_anything_else_opens_nothing():
    assert limbs("7. Kilns\n\nThe potters and the Panel\n\nAgreed\n\nMembers spoke of coal.") == []


def test_a_heading_in_capitals_may_end_as_a_sentence_does():
    page = read(
        TOP + "1. APOLOGIES\n\nNone were received.\n\n2. MEMBERSHIP OF BODIES ETC.\n\nThere were no changes.\n\n"
        "3. KILNS\n\nRESOLVED:\n\nThat they be lit.\n\n"
        "4. EXEMPT BUSINESS:\n\nRESOLVED:\n\n1. That the public leave.\n\n"
        "2. That the doors be shut.\n\n5. COAL\n\nRESOLVED:\n\nThat it be bought.\n"
    )
    assert [(item.minute, item.title) for item in page.items] == [
        ("1", "APOLOGIES"), ("2", "MEMBERSHIP OF BODIES ETC."), ("3", "KILNS"), ("4", "EXEMPT BUSINESS"), ("5", "COAL"),
    ]  # fmt: skip


def test_a_day_in_the_next_sentence_is_not_the_meetings():
    page = read(
        "Eastmere Borough Council\n\nNotice of Decisions\n\nCabinet – Wednesday 11 June 2025\n\n"
        "These are the decisions of the meeting of the Cabinet held in the Guildhall at 5.30 pm. Whoever calls one in "
        "must write to the Monitoring Officer by 5.00 pm on Thursday 19 June 2025.\n\n"
        "12\n\nMinutes\n\nResolved:\n\nThat the minutes be confirmed.\n\n"
        "13\n\nKilns\n\nResolved:\n\nThat they be lit.\n"
    )
    assert (page.body, page.date) == ("Cabinet", date(2025, 6, 11))


def test_a_notes_label_is_read_behind_a_label_whose_value_stands_below_it():
    note = read(
        "Briefing Note\n\nTo:\nExecutive\n\nFrom:\nPlace Scrutiny Committee\n\nDate:\n24 June 2025\n\n"
        "Subject:\nKilns – Final Report\n\n1. Purpose\n\n1.1 To inform the Executive of the recommendations of the "
        "Place Scrutiny Committee, which considered the report at its meeting on 5 June 2025.\n\n2. Recommendations\n\n"
        "2.1 The Executive is recommended:\n\n1. To light the kilns.\n2. That a map be drawn.\n\n"
        "2.2 The Executive will consider these recommendations at its meeting on 1 July 2025.\n\n3. Background\n\n"
        "3.1 None.\n",
        "note.txt",
    )
    (item,) = note.items
    assert (item.title, note.date) == ("Kilns – Final Report", date(2025, 6, 24))
    assert [limb.text for limb in item.resolutions] == ["To light the kilns.", "That a map be drawn."]
    assert (note.considered_by, note.considered_on) == ("Place Scrutiny Committee", date(2025, 6, 5))


def test_the_next_paragraph_of_the_papers_own_count_ends_a_list_without_an_empty_line():
    assert limbs(
        "7. Kilns\n7.3 The Panel recommended to Cabinet that Cabinet:-\na) approves the kilns; and\nb) delegates to the"
        " Potter the\nfiring of £900.\n7.4   It was noted that Cabinet would meet on 14\nJuly 2025."
    ) == ["approves the kilns;", "delegates to the Potter the firing of £900."]


def test_limbs_that_each_begin_with_a_word_of_resolving_are_one_list():
    assert limbs(
        "7. Kilns\n\nRESOLVED\n\nThat the Panel:\n\na) NOTED the report.\n\nb) RECOMMENDED to Cabinet that the kilns be"
        " lit.\n\nc) REQUESTED that Cabinet meet in July.\n\nd) AGREED to visit them."
    ) == [
        "NOTED the report.",
        "RECOMMENDED to Cabinet that the kilns be lit.",
        "REQUESTED that Cabinet meet in July.",
        "AGREED to visit them.",
    ]


@pytest.mark.parametrize("vote", ["(6:5)", "(6 votes to 5)", "(6 for, 5 against)", "(7 to 2, 1 abstaining)"])
def test_a_vote_may_stand_between_the_opening_and_the_list(vote: str):
    words = (
        f"7. Kilns\n\nIt was moved and –\n\nResolved {vote} – That\n\n(1) the kilns be lit; and\n\n(2) coal be bought."
    )
    assert limbs(words) == ["the kilns be lit;", "coal be bought."]


@pytest.mark.parametrize("who", ["Cabinet agreed", "The Place Scrutiny Panel unanimously resolved", "Council decided"])
def test_a_decision_in_a_sentence_behind_its_label_is_read(who: str):
    words = f"7. Kilns\n\nThe kilns were cold.\n\nDecision: {who} to note the forecast of £11.3m on\nthe coal."
    assert limbs(f"{words}\n\nReason for Decision:\n\nTo keep warm.") == ["to note the forecast of £11.3m on the coal."]


def test_a_list_by_capitals_in_one_paragraph_is_taken_apart():
    assert limbs("7. Kilns\n\nRESOLVED that:\n\nA The report be noted. B The Potters are thanked for their work.") == [
        "The report be noted.",
        "The Potters are thanked for their work.",
    ]
    assert limbs("7. Kilns\n\nRESOLVED that:\n\nA Group of Potters be set up.") == ["A Group of Potters be set up."]


def test_agreed_may_stand_at_once_before_what_was_agreed():
    assert limbs("7. Minutes\n\nAGREED the minutes of the meeting held on 3 May 2025.") == [
        "the minutes of the meeting held on 3 May 2025."
    ]
