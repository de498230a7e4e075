"""What an open row of a tracker asks to have back at a time is a promise; a closed one asks for nothing; invented."""

import pytest

from workflow.importers.files import read_bytes

HEAD = "Ref,Date of meeting,Agenda item,Recommendation,Lead officer,Response,Status,Progress\n"


@pytest.mark.parametrize(
    ("asked", "status", "conditions"),
    [
        ("That the Board be given an update on the vans in October 2026.", "Not yet due", ["October 2026"]),
        ("That the effect of the policy be reported to the Board after its first year.", "In progress",
         ["after its first year"]),
        ("That the Board be given an update on the vans in October 2026.", "Complete", []),
        ("That the Board be given an update on the vans in October 2026.", "Closed", []),
        ("That the Director be asked to publish a map of the bins.", "In progress", []),
    ],
)  # fmt: skip
def test_an_open_row_promises_what_it_asks_to_have_back(asked: str, status: str, conditions: list[str]):
    row = f"A/1,15/01/2026,Waste,{asked},S. Ogden,Accepted,{status},\n"
    (item,) = read_bytes((HEAD + row).encode(), "tracker.csv").items
    assert [one.condition for one in item.promises] == conditions
