"""What a record of decision says of the committees that considered the matter before; all papers are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes
from workflow.importers.reading import Step

RECORD = """OAKSHIRE COUNCIL – RECORD OF DECISION

DECISION TO BE TAKEN BY: Mrs Jo Ash, Cabinet Member for Transport
DECISION NUMBER: 24/00412

Key decision: Yes

Title of Decision:
Closing of the Park Road depot

Decision:

As Cabinet Member for Transport I agree to:

CLOSE the Park Road depot.

Reason(s) for decision: It is empty.

Cabinet Committee recommendations and other consultation:

{told}

Any alternatives considered: none.

signed                                     date 4 March 2025
"""


def heard(told: str) -> list[Step]:
    item = read_bytes(RECORD.replace("{told}", told).encode(), "record.txt").items[0]
    return [step for step in item.steps if step.move == "scrutinise"]


@pytest.mark.parametrize(
    "told",
    [
        "The proposed decision was considered and endorsed at the Transport Cabinet Committee on 21 January 2025.",
        "On 21 January 2025 the Transport Cabinet Committee considered the proposed decision.",
        "The Transport Cabinet Committee, at its meeting on 21 January 2025, discussed the report.",
        "The Transport Cabinet Committee discussed the proposals on 21 January 2025.",
    ],
)
def test_a_committee_that_considered_the_matter_on_a_day_is_told_with_its_words(told: str):
    assert [(step.body, step.on, step.decision, step.quote) for step in heard(told)] == [
        ("Transport Cabinet Committee", date(2025, 1, 21), "24/00412", told)
    ]


def test_what_the_committee_made_of_it_is_quoted_with_its_list():
    told = (
        "On 21 January 2025 the Transport Cabinet Committee considered the proposed decision.\n\n"
        "The committee passed a motion proposing that:\n\n"
        "That the decision be delayed;\nAnd, that an update be brought to the next meeting.\n"
    )
    (step,) = heard(told)
    assert step.quote.endswith(
        "proposing that: That the decision be delayed; And, that an update be brought to the next meeting."
    )


@pytest.mark.parametrize(
    "told",
    [
        "The proposed decision will be considered at the Transport Cabinet Committee on 21 January 2025.",
        "The Transport Cabinet Committee considered the budget on 21 January 2025.",
        "The Committee considered the proposed decision on 21 January 2025.",
        "The proposed decision was considered by Cabinet on 21 January 2025.",
        "The proposed decision was considered at the Transport Cabinet Committee in January 2025.",
        "The proposed decision was considered at the Transport Cabinet Committee on 21 March 2025.",
    ],
)
def test_what_is_to_come_or_is_nobodys_by_name_is_not_told_as_having_happened(told: str):
    assert heard(told) == []
