"""Call-in forms, reports on call-ins and answers to scrutiny in the forms councils use; all of it is invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import CallIn, Document

FORM = """OAKSHIRE COUNCIL

CALL-IN REQUEST FORM

Decision reference: CAB/25/031
Title of decision: Closure of Elm Road Day Centre
Decision taken by: Cabinet
Date of decision: 14 January 2025

Called in by:
Cllr Ruth Amos (Labour)
Cllr Sam Birch (Green)
Cllr Tess Cole (Independent)

Grounds for call-in (please tick):
[ ] Outside the budget and policy framework
[x] Inadequate consultation
[x] Relevant evidence was not considered
[ ] Decision not proportionate

Reasons for call-in:
1. Families were not asked before the papers were published.
2. The survey of carers was left out of the report.

Desired outcome:
That the decision be referred back to Cabinet for reconsideration.

For office use
Date received: 21 January 2025
Monitoring Officer's ruling: Valid
"""

REQUEST = """Request for call-in of decision D/4471

Proposed by: Councillor Lee Dunn
Seconded by: Councillor Max Ely

Reason 1: The decision was taken without the notice that the law asks for.

More words on this.

Reason 2: No other option was costed.

Outcome sought: The Scrutiny Panel is asked to recommend that the matter be considered by full Council.
"""

REPORT = """Report of: Head of Democratic Services

To: Cabinet - 11 March 2025

Subject: Reference back of decision 25/00417 - Elm Road Day Centre

Summary: Scrutiny has asked Cabinet to think again.

1. Background

1.1 Decision 25/00417 was taken by the Cabinet on 14 January 2025.

1.2 The decision was called in by Councillors Amos, Birch and Cole. The call-in was ruled valid by the
Monitoring Officer.

1.3 On 6 February 2025 the Adult Social Care Scrutiny Panel considered the call-in and resolved to refer the decision
back to Cabinet for reconsideration.

2. Recommendations

Cabinet is asked to:

a) consider what the Panel said; and
b) confirm, amend or rescind the decision.

3. Next steps

A report will be made to the Adult Social Care Scrutiny Panel on 3 April 2025.
"""

ANSWERS = """Report to: Children's Scrutiny Panel - 9 July 2025
Report by: Cabinet Member for Education
Subject: Cabinet response to the review of school transport

Recommendation 1: That bus passes be sent out before the end of term.

Response: Accepted. Passes will be posted by 14 July 2025.

Recommendation 2: That a helpline be open in August.

Response: Partially accepted. The helpline will be open on weekdays.

Recommendation 3: That taxis be tendered each year.

Response: Not accepted. Yearly tenders cost more.
"""

UNLABELLED = """CABINET – 25 FEBRUARY 2025

EMPTY HOMES STRATEGY

Report by the Director of Housing

RECOMMENDATION

The Cabinet is RECOMMENDED to

1. approve the Empty Homes Strategy; and
2. ask for a report on progress in twelve months.

Introduction

The strategy was last looked at in 2019.
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "paper.txt")


def call_in(document: Document) -> CallIn:
    found = document.items[0].call_in
    assert found is not None
    return found


def test_a_form_with_boxes_gives_the_grounds_that_are_ticked():
    form = read(FORM)
    told = call_in(form)
    assert (form.kind, form.council, form.date) == ("call_in", "Oakshire Council", date(2025, 1, 21))
    assert (form.items[0].title, told.decision) == ("Closure of Elm Road Day Centre", "CAB/25/031")
    assert told.callers == ("Cllr Ruth Amos", "Cllr Sam Birch", "Cllr Tess Cole")
    assert told.groups == ("Labour", "Green", "Independent")
    assert told.grounds[:2] == ("Inadequate consultation", "Relevant evidence was not considered")
    assert not any("Outside the budget" in ground for ground in told.grounds)
    assert (told.received, told.ruled, told.ruled_by) == (date(2025, 1, 21), "valid", "Monitoring Officer")
    assert [limb.text for limb in form.items[0].resolutions] == [
        "That the decision be referred back to Cabinet for reconsideration."
    ]


def test_a_request_with_numbered_reasons_is_read_and_not_dated():
    form = read(REQUEST)
    told = call_in(form)
    assert told.callers == ("Councillor Lee Dunn", "Councillor Max Ely")
    assert told.grounds == (
        "The decision was taken without the notice that the law asks for.",
        "No other option was costed.",
    )
    assert (told.decision, told.received, form.date, form.items[0].to) == ("D/4471", None, None, "Scrutiny Panel")


def test_a_report_on_a_call_in_tells_the_story_so_far():
    report = read(REPORT)
    item, told = report.items[0], call_in(report)
    assert (report.kind, report.body, report.date) == ("report", "Cabinet", date(2025, 3, 11))
    assert (item.outcome, item.made_by, item.reference) == ("options", "officers", "25/00417")
    assert [limb.number for limb in item.resolutions] == ["a", "b"]
    assert (told.callers, told.ruled, told.ruled_by) == (("Amos", "Birch", "Cole"), "valid", "Monitoring Officer")
    assert [(step.move, step.on, step.body) for step in item.steps] == [
        ("decide", date(2025, 1, 14), "Cabinet"),
        ("refer_back", date(2025, 2, 6), "Adult Social Care Scrutiny Panel"),
    ]
    assert [(promise.due, promise.owner) for promise in item.promises] == [
        (date(2025, 4, 3), "Adult Social Care Scrutiny Panel")
    ]


def test_answers_in_turn_are_read_one_by_one():
    answers = read(ANSWERS)
    item = answers.items[0]
    assert (answers.body, item.outcome, item.resolutions) == ("Children's Scrutiny Panel", "response", ())
    assert [(a.number, a.answer) for a in item.answers] == [
        (1, "accepted"),
        (2, "accepted_in_part"),
        (3, "rejected"),
    ]
    assert item.answers[1].asked == "That a helpline be open in August."


def test_a_report_without_labels_is_read_from_how_it_is_set_out():
    report = read(UNLABELLED)
    item = report.items[0]
    assert (report.body, report.date, item.title) == ("Cabinet", date(2025, 2, 25), "EMPTY HOMES STRATEGY")
    assert [limb.text for limb in item.resolutions] == [
        "approve the Empty Homes Strategy;",
        "ask for a report on progress in twelve months.",
    ]


@pytest.mark.parametrize("text", [FORM, REQUEST, REPORT, ANSWERS, UNLABELLED])
def test_half_a_paper_is_read_or_left_and_never_breaks(text: str):
    for part in range(20, len(text), 37):
        read(text[:part])


def test_recommendations_that_stand_one_by_one_in_a_committees_report_are_its_own():
    text = (
        "To:\nCabinet\n\nDate:\n14 October 2026\n\nReport of:\nScrutiny Committee\n\nTitle of Report:\nFerry Fares\n\n"
        "Recommendation: That the Cabinet states whether it agrees with the recommendations in this report.\n\n"
        "Introduction\n\n1. The Scrutiny Committee met on 22 September 2026 to consider Ferry Fares.\n\n"
        "2. The Committee asked what children pay.\n\n"
        "Recommendation 1: That children under five travel free.\n\n3. It debated the last ferry.\n\n"
        "Recommendation 2: That the last ferry leaves at midnight.\n\n"
        "Appendix A\n\nThe table below sets out a draft response.\n"
    )
    report = read_bytes(text.encode(), "report.txt")
    item = report.items[0]
    assert (report.kind, report.body, report.date) == ("report", "Cabinet", date(2026, 10, 14))
    assert (item.outcome, item.from_, item.to, item.made_by) == ("recommended", "Scrutiny Committee", "Cabinet", "body")
    assert [(limb.number, limb.text) for limb in item.resolutions] == [
        (1, "That children under five travel free."), (2, "That the last ferry leaves at midnight."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("foot", "kind", "outcome", "on"),
    [
        ("Date: 7 July 2026", "decision", "decided", date(2026, 7, 7)),
        ("Date\n\n07.07.26", "decision", "decided", date(2026, 7, 7)),
        ("Date: 07.07.31", "report", "options", date(2026, 6, 29)),
        ("Date: ..........", "report", "options", date(2026, 6, 29)),
    ],
)
def test_a_report_that_its_decision_maker_signed_and_dated_is_a_decision(foot, kind, outcome, on):
    text = (
        "Report title: School Ferries\n\nReport to: Councillor Ann Fenn, Cabinet Member for Schools\n\n"
        "Report author: Director of Transport\n\nDate: 29 June 2026          For: Decision\n\n"
        "2. Recommendations\n\n2.1   Agree to buy a ferry.\n\n2.2   Agree its name.\n\n3. Background\n\nNone.\n\n"
        f"I approve the above recommendations for the reasons set\nout in the report.\n\nCouncillor Ann Fenn\n{foot}\n"
    )
    report = read_bytes(text.encode(), "report.txt")
    assert (report.kind, report.items[0].outcome, report.date) == (kind, outcome, on)
    assert (report.items[0].decision is None) == (kind == "report")


@pytest.mark.parametrize("form", [FORM, FORM.replace("Date received: 21 January 2025\n", "")])
def test_a_call_in_form_says_who_hears_it_and_when_people_were_asked(form: str):
    says = (
        "\nThe survey of carers ran from 4 November to 2 December 2024.\n"
        "\nThe call-in will be heard by the Adults Scrutiny Committee on Tuesday 4 February 2025 at 6pm.\n"
    )
    (item,) = read_bytes((form + says).encode(), "form.txt").items
    assert [(one.due, one.owner) for one in item.promises] == [(date(2025, 2, 4), "Adults Scrutiny Committee")]
    assert [(one.opens, one.closes) for one in item.consultation] == [(date(2024, 11, 4), date(2024, 12, 2))]
