"""A call-in that the minutes of the meeting tell: who decided, who called it in, on what ground; all invented."""

from datetime import date

import pytest

from workflow.importers.decision_refs import title_ref
from workflow.importers.files import read_bytes
from workflow.importers.reading import Item

HEADING = "OAKSHIRE COUNCIL\n\nMINUTES of the meeting of the Place Scrutiny Committee held on 14 October 2025\n\n"
TOLD = (
    "The Committee considered the call-in of the decision taken by the Cabinet Member for Transport on 22 September"
    " 2025, called in by Councillors Ash, Elm and Oak on 29 September 2025 on the ground that nobody had been asked."
)
REFERRED = "RESOLVED (by 3 votes to 2): That the decision be referred back to the Cabinet Member for reconsideration."


def called_in(title: str, words: str = TOLD) -> Item:
    text = f"{HEADING}22. Trees\n\nRESOLVED: That it be noted.\n\n23. {title}\n\n{words}\n\n{REFERRED}\n"
    return read_bytes(text.encode(), "minutes.txt").items[1]


def test_minutes_tell_who_decided_who_called_it_in_when_and_why_and_that_it_was_referred_back():
    item = called_in("Call-in: Park Road Depot (ref. EX/25/014)")
    assert item.reference == "EX/25/014"
    told = item.call_in
    assert told is not None
    assert (told.received, told.callers, told.grounds) == (
        date(2025, 9, 29),
        ("Ash", "Elm", "Oak"),
        ("nobody had been asked",),
    )
    assert [(step.move, step.on, step.body, step.decision) for step in item.steps] == [
        ("decide", date(2025, 9, 22), "Cabinet Member for Transport", "EX/25/014"),
        ("refer_back", date(2025, 10, 14), "Place Scrutiny Committee", "EX/25/014"),
    ]


def test_a_decision_made_at_a_meeting_is_that_bodys():
    item = called_in(
        "Call-in of a decision", "A call-in was received of a decision made at the Cabinet meeting on 7 October 2025."
    )
    assert next((step.move, step.on, step.body) for step in item.steps) == ("decide", date(2025, 10, 7), "Cabinet")


def test_an_item_that_only_mentions_call_in_tells_of_none():
    item = called_in(
        "Depots in the north",
        "Members asked whether the decision made on 22 September 2025 could be called in by them.",
    )
    assert (item.call_in, [step.move for step in item.steps]) == (None, ["refer_back"])


@pytest.mark.parametrize(
    ("title", "reference"),
    [
        ("Call-in: Park Road Depot (ref. EX/25/014)", "EX/25/014"),
        ("Called-in decision: Park Road Depot (Reference: EX-25-014)", "EX-25-014"),
        ("Call-in: Park Road Depot (minute ref. EX/25/014)", None),
        ("Call-in: Park Road Depot (minute 25/14)", None),
        ("Park Road Depot (ref. EX/25/01423)", None),
    ],
)
def test_a_reference_alone_is_a_decisions_only_in_the_title_of_a_call_in(title: str, reference: str | None):
    assert title_ref(title) == reference
