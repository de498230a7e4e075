"""The reports on which something waits that papers say: an answer to nothing that is there, a recommendation too early.

What waits is not on the record, so that nobody finds it there by its words. Whatever comes next may be what it waits
for, and is held against the papers themselves.
"""

from workflow.intake.answers_told import UNMATCHED
from workflow.intake.claims import Finding
from workflow.intake.doubts import NO_LONGER, WAITS
from workflow.intake.library import TAKEN_BACK, Library
from workflow.lookups import told_as


def waiting(library: Library, one: Finding) -> set[int]:
    """The reports that wait for what a finding says: for its recommendations, or to be answered by it."""
    asks = any(not made.officers for made in one.made)
    answers = one.asked is not None and bool(one.answered)
    if not asks and not answers:
        return set()
    rows = [row for row in library.tx.find("warning", code=WAITS) if row["settled"] not in (TAKEN_BACK, NO_LONGER)]
    rows = [row for row in rows if answers or str(row["message"]).startswith(UNMATCHED)]
    found = {told_as(library.tx, int(row["report"])) for row in rows if row["report"]}
    return {report for report in found if library.case(report).state is not None}
