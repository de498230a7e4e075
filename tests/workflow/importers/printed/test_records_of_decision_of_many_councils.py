"""Records of decision, proposed ones and notices, as many councils print them; all of it is invented."""

from datetime import date

from workflow.importers.files import read_bytes
from workflow.importers.reading import Decision, Document

RECORD = """FERNSHIRE COUNTY COUNCIL

RECORD OF EXECUTIVE DECISION TAKEN BY A CABINET MEMBER

Decision Reference No: CMD/24/117

Decision maker: Councillor P. Marlow, Cabinet Member for Highways

Date of decision: 6 November 2024

Key decision: No

Title of decision: Speed limit on Mill Lane

Decision:

That:
(1) the speed limit on Mill Lane be set at 30 mph; and
(2) the Director of Highways reports back to the Cabinet Member in May 2025.

Reasons for decision: To make the lane safer for people who walk to school.

Alternative options considered and rejected: Leaving the limit as it is.

Any conflict of interest declared: None.

Date of publication: 7 November 2024

Call-in deadline: 5pm on 14 November 2024

Effective date: 15 November 2024
"""

OFFICER = """Eastmere District Council
Officer Delegated Decision Notice

Name and title of decision maker
Joan Pike, Director of Housing

Subject
Letting of the cleaning contract

Is this a key decision?
☒ Yes ☐ No

Decision taken
To award the contract for the cleaning of stairwells to the bidder named in the exempt appendix for three years from
1 April 2025.

Reasons for the decision
The bidder scored highest.

Date decision taken
18 February 2025

Is the decision subject to call-in?
No - the Chair of the Overview and Scrutiny Committee agreed that it was urgent.
"""

PROPOSED = """WESTVALE COUNCIL - PROPOSED DECISION BY THE LEADER

Decision No: 25/00012
Decision to be taken by: Leader of the Council
Key decision: Yes
Subject: Flood grants

Proposed decision:
I propose to:
a) approve the scheme of grants; and
b) delegate the payment of grants to the Director of Place.

Reason for decision
The scheme was consulted on from 3 February 2025 to 28 March 2025.
"""

SPOKEN = """NORTHLEIGH CITY COUNCIL – RECORD OF DECISION

DECISION TAKEN BY:
Mr A. Tranter, Deputy Leader

DECISION NO:
23/00871

Subject: Museum Stores

As Deputy Leader I agree to:

AUTHORISE the lease of the stores at Kiln Yard for ten years.

DELEGATE the terms of the lease to the Head of Property.

Reason for decision
The present stores are damp.

This decision will come into force on 21 August 2023 unless it is called in.

signed   A. Tranter          date   11/08/2023
"""


def read(text: str) -> Document:
    return read_bytes(text.encode(), "record.txt")


def facts(document: Document) -> Decision:
    found = document.items[0].decision
    assert found is not None
    return found


def test_a_cabinet_members_record_gives_all_its_facts():
    record = read(RECORD)
    item, decision = record.items[0], facts(record)
    assert (record.kind, record.council, item.title) == (
        "decision",
        "Fernshire County Council",
        "Speed limit on Mill Lane",
    )
    assert (record.body, decision.maker_kind) == ("Councillor P. Marlow, Cabinet Member for Highways", "cabinet_member")
    assert (decision.reference, decision.key, decision.decided_on) == ("CMD/24/117", False, date(2024, 11, 6))
    assert (decision.published, decision.window_closes, decision.in_force, decision.callable) == (
        date(2024, 11, 7),
        date(2024, 11, 14),
        date(2024, 11, 15),
        True,
    )
    assert item.outcome == "decided"
    assert [limb.text for limb in item.resolutions] == [
        "the speed limit on Mill Lane be set at 30 mph;",
        "the Director of Highways reports back to the Cabinet Member in May 2025.",
    ]


def test_an_officers_notice_with_labels_over_its_values_is_read():
    record = read(OFFICER)
    decision = facts(record)
    assert (decision.maker, decision.maker_kind) == ("Joan Pike, Director of Housing", "officer")
    assert (decision.key, decision.decided_on, decision.callable) == (True, date(2025, 2, 18), False)
    assert decision.why_not_callable == "the Chair of the Overview and Scrutiny Committee agreed that it was urgent."
    assert [limb.text[:24] for limb in record.items[0].resolutions] == ["To award the contract fo"]


def test_what_is_proposed_is_not_decided():
    record = read(PROPOSED)
    item, decision = record.items[0], facts(record)
    assert (item.outcome, decision.proposed, record.date, decision.decided_on) == ("proposed", True, None, None)
    assert (decision.reference, decision.maker, decision.key) == ("25/00012", "Leader of the Council", True)
    assert [limb.number for limb in item.resolutions] == ["a", "b"]
    assert [(c.opens, c.closes) for c in item.consultation] == [(date(2025, 2, 3), date(2025, 3, 28))]
    assert item.earlier == ()


def test_a_record_in_the_first_person_is_dated_by_its_signature():
    record = read(SPOKEN)
    item, decision = record.items[0], facts(record)
    assert (decision.maker, decision.reference) == ("Mr A. Tranter, Deputy Leader", "23/00871")
    assert (decision.decided_on, decision.quote, decision.in_force) == (
        date(2023, 8, 11),
        "11/08/2023",
        date(2023, 8, 21),
    )
    assert [limb.text.split()[0] for limb in item.resolutions] == ["AUTHORISE", "DELEGATE"]


def test_a_record_that_does_not_say_when_is_not_given_a_day():
    record = read(RECORD.replace("Date of decision: 6 November 2024\n", ""))
    assert facts(record).decided_on is None
    assert "no_meeting_date" in [doubt.code for doubt in record.warnings]
