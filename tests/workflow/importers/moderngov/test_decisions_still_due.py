"""A decision that an issue's page says is still due is the promise of the body that will take it; all invented."""

import pytest

from workflow.importers.files import read_bytes

ISSUE = """Issue details

Harbour Plan

Decision type: Key

Decision status: {status}

Decision due: {due}

Contact: Ana Bell
"""


@pytest.mark.parametrize(
    ("status", "due", "promised"),
    [
        ("For Determination", "9 Sep 2026 by Cabinet", [("Cabinet", "2026-09-09", "9 Sep 2026 by Cabinet")]),
        ("Recommendations Approved", "9 Sep 2026 by Cabinet", []),
        ("Withdrawn", "9 Sep 2026 by Cabinet", []),
        ("For Determination", "September 2026 by Cabinet", []),
    ],
)
def test_a_decision_still_due_is_the_promise_of_its_body(status: str, due: str, promised: list[tuple[str, str, str]]):
    (item,) = read_bytes(ISSUE.format(status=status, due=due).encode(), "issue.txt").items
    assert [(one.owner, str(one.due), one.quote) for one in item.promises] == promised
