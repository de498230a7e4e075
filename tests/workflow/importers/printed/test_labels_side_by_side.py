"""Forms as plain text keeps them that was printed in columns: each label has its own words; all are invented."""

from datetime import date

import pytest

from workflow.importers.files import read_bytes

REST = """

Key decision: Yes

Title of Decision:
Closing of the Park Road depot

Decision:

As Cabinet Member for Transport I agree to:

CLOSE the Park Road depot.

Reason(s) for decision: It is empty.

signed                                     date 4 March 2025
"""
TABLE = """                   OAKSHIRE COUNCIL – RECORD OF DECISION

              DECISION TO BE TAKEN BY:                                  DECISION NUMBER:

 Mrs Jo Ash, Cabinet Member for Transport and                               24/00412
                      Roads
"""
LINE = """OAKSHIRE COUNCIL – RECORD OF DECISION

Decision maker: Mrs Jo Ash, Cabinet Member for Transport and Roads        Decision no: 24/00412
"""


@pytest.mark.parametrize("top", [TABLE, LINE])
def test_who_decides_and_the_reference_are_told_apart_where_their_labels_share_a_line(top: str):
    record = read_bytes((top + REST).encode(), "record.txt")
    item = record.items[0]
    assert item.decision is not None
    assert (record.kind, item.decision.maker, item.decision.reference, item.decision.decided_on) == (
        "decision",
        "Mrs Jo Ash, Cabinet Member for Transport and Roads",
        "24/00412",
        date(2025, 3, 4),
    )
    assert [limb.text for limb in item.resolutions] == ["CLOSE the Park Road depot."]


def test_a_short_name_and_a_reference_below_two_labels_close_together():
    top = TABLE.replace("Mrs Jo Ash, Cabinet Member for Transport and", " " * 19 + "Cabinet" + " " * 18).replace(
        "Roads", ""
    )
    item = read_bytes((top + REST).encode(), "record.txt").items[0]
    assert item.decision is not None
    assert (item.decision.maker, item.decision.reference) == ("Cabinet", "24/00412")
