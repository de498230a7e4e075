"""Promises that minutes tell in their own sentences: who made them, to whom, by which day; all papers are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Promise

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Homes Scrutiny Panel held on Tuesday 10 June 2025\n\n"
ITEM = "7. Empty Homes\n\nThe Panel considered a report.\n\n"
NOTED = "\n\nRESOLVED: That the report be noted.\n"


def told_in(words: str, end: str = NOTED) -> list[Promise]:
    return list(read_bytes(f"{HEADING}{ITEM}{words}{end}".encode(), "minutes.txt").items[0].promises)


@pytest.mark.parametrize(
    ("words", "owner", "due"),
    [
        ("The Director of Homes would send the costs to members by 30 June 2025.", "Director of Homes", (2025, 6, 30)),
        ("The Head of Repairs undertook to circulate them by 31 October 2025.", "Head of Repairs", (2025, 10, 31)),
        (
            "It was agreed that the Head of Legal would write to the owner by 1 August 2025.",
            "Head of Legal",
            (2025, 8, 1),
        ),
        (
            "The Director of Homes agreed to give the Panel the rents by 12 July 2025.",
            "Director of Homes",
            (2025, 7, 12),
        ),
        ("The Head of Repairs said that he would report to the Panel by 1 July 2025.", "Head of Repairs", (2025, 7, 1)),
        ("The Panel asked the Head of Legal to provide a note by 1 July 2025.", "Head of Legal", (2025, 7, 1)),
        ("The Head of Legal was asked to provide a note before 1 July 2025.", "Head of Legal", (2025, 7, 1)),
        (
            "Councillor Ash thanked officers and undertook to write to them by 1 July 2025.",
            "Councillor Ash",
            (2025, 7, 1),
        ),
        ("Officers would circulate the map to members no later than 1 July 2025.", "Officers", (2025, 7, 1)),
        ("The Panel agreed to submit its comments by 1 July 2025.", "Homes Scrutiny Panel", (2025, 7, 1)),
    ],
)
def test_who_promises_something_by_a_day_owes_it(words: str, owner: str, due: tuple[int, int, int]):
    assert [(told.owner, told.due, told.quote) for told in told_in(words)] == [(owner, date(*due), words)]


@pytest.mark.parametrize(
    "words",
    [
        "The Director of Homes would send the costs to members by 30 May 2025.",
        "The Director of Homes would have sent the costs to members by 30 June 2025.",
        "The works would be complete by 30 June 2025.",
        "The Director of Homes would retire by 30 June 2025.",
        "The builder would provide new doors by 30 June 2025.",
    ],
)
def test_what_is_past_undone_or_nobodys_to_do_is_no_promise(words: str):
    assert told_in(words) == []


def test_a_month_stays_words_and_to_whom_it_is_promised_is_told_apart():
    (told,) = told_in("Officers undertook to bring a report to the Audit Committee in November 2025.")
    assert (told.owner, told.to, told.due, told.condition) == ("Officers", "Audit Committee", None, "November 2025")


@pytest.mark.parametrize(
    ("words", "owner", "to"),
    [
        ("A written response would be provided to the Panel by 4 July 2025.", None, "Homes Scrutiny Panel"),
        (
            "It was requested that figures be sent to members of the Panel by 4 July 2025 by the Head of Finance.",
            "Head of Finance",
            "Homes Scrutiny Panel",
        ),
        ("The builder would report progress to the Council by 4 July 2025.", None, "Council"),
        ("The plan would be considered by Cabinet on 4 July 2025.", "Cabinet", None),
    ],
)
def test_the_body_to_which_something_is_promised_does_not_owe_it(words: str, owner: str | None, to: str | None):
    assert [(told.owner, told.to, told.due) for told in told_in(words)] == [(owner, to, date(2025, 7, 4))]


def test_what_is_to_be_sent_by_a_day_is_due_that_day_though_nobody_is_named():
    (told,) = told_in("The costs would be sent to all members by 4 July 2025.")
    assert (told.owner, told.due, told.condition) == (None, date(2025, 7, 4), None)


def test_what_the_body_tells_its_officers_to_do_is_owed_and_what_it_asks_of_cabinet_is_not():
    words = "that the Head of Legal write to the owners by 1 August 2025."
    (told,) = told_in("", f"\n\nRESOLVED: {words}\n")
    assert (told.owner, told.due) == ("Head of Legal", date(2025, 8, 1))
    assert told_in("", f"\n\nRESOLVED: That Cabinet be recommended:\n\n1. {words}\n2. that fees be frozen.\n") == []


@pytest.mark.parametrize(
    ("words", "owner", "due", "condition"),
    [
        ("Head of Finance to circulate the budget by 15 July 2025", "Head of Finance", date(2025, 7, 15), None),
        ("Head of Finance to circulate the budget (15 July 2025)", "Head of Finance", date(2025, 7, 15), None),
        ("Head of Finance - circulate the budget - 15 July 2025", "Head of Finance", date(2025, 7, 15), None),
        ("Head of Finance, by 15 July 2025", "Head of Finance", date(2025, 7, 15), None),
        ("Head of Finance to circulate the budget - due: 15 July 2025.", "Head of Finance", date(2025, 7, 15), None),
        ("Head of Finance to circulate the budget by July 2025", "Head of Finance", None, "by July 2025"),
        ("Head of Finance to circulate the budget by 1 May 2025", "Head of Finance", None, "by 1 May 2025"),
        ("Head of Finance to correct and circulate the minutes of 6 May 2025", None, None, None),
    ],
)
def test_an_action_has_the_day_that_is_printed_with_it(
    words: str, owner: str | None, due: date | None, condition: str | None
):
    told = told_in(f"ACTION: {words}")
    assert [(one.due, one.condition) for one in told] == [(due, condition)]
    assert owner is None or told[0].owner == owner


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("The answers given at the Cabinet meeting held on 3 June 2025 will be provided.", None),
        ("An update will be provided on the answers at the Cabinet meeting held on Tuesday 3 June 2025.", None),
        ("The plan will be considered at the Cabinet meeting to be held on 8 July 2025.", date(2025, 7, 8)),
        ("The plan will be considered at the Cabinet meeting held on 8 July 2025.", date(2025, 7, 8)),
    ],
)
def test_a_meeting_that_was_held_takes_nothing_up_again(words: str, due: date | None):
    assert [told.due for told in told_in(words)] == ([due] if due else [])


def test_a_meeting_that_was_held_takes_nothing_up_where_the_paper_has_no_day():
    words = "An update will be provided from the Leader on the answers made at the Cabinet meeting held on 3 June 2025."
    item = read_bytes(f"{ITEM}{words}{NOTED}".encode(), "minutes.txt").items[0]
    assert item.title == "Empty Homes"
    assert item.promises == ()
