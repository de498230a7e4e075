"""Papers that were read before what each says was written down: which report each of their items is on.

They are found by title or reference, and proved by the paper's words on the report. What came of no report then
counts as not read, so that the same file read again enters it.
"""

from db import queries
from db.tx import Tx
from workflow.desk import Desk
from workflow.evened import evened
from workflow.intake.claims import Finding
from workflow.intake.library import LEFT_OUT, TAKEN_BACK, Library, keys_of
from workflow.intake.matching import titled
from workflow.intake.names import FROM_A_PAPER
from workflow.intake.story import proposal_key
from workflow.lookups import told_as

EMPTY = -1
"""The place of the row that says of a paper that it was looked through, and that there is nothing in it."""

_FIRST = "SELECT ref FROM document WHERE gone IS NULL ORDER BY ref LIMIT 1"
_UNTOLD = (
    "SELECT ref FROM document WHERE gone IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM finding WHERE finding.document = document.ref) ORDER BY ref"
)


def write_down(desk: Desk, tx: Tx, library: Library) -> None:
    """Writes down what papers say of which report, for those of which that is not known yet: for all or for none."""
    first = tx.ask(_FIRST).fetchone()
    if first is None or tx.find("finding", document=first[0]):
        return
    for (number,) in tx.ask(_UNTOLD).fetchall():
        for place in range(len(library.document(number).items)):
            one = library.finding(number, place)
            if one is not None:
                report = _report_of(tx, library, one)
                values = {**keys_of(one), "document": number, "kind": "item", "place": place, "report": report,
                          "gone": None if report else TAKEN_BACK}  # fmt: skip
                tx.put("finding", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
        nothing_in(desk, tx, number)


def nothing_in(desk: Desk, tx: Tx, number: int) -> None:
    """Says of a paper that there is nothing in it, where nothing was found."""
    if not tx.find("finding", document=number):
        values = {"document": number, "kind": "item", "place": EMPTY, "gone": LEFT_OUT}
        tx.put("finding", values, who=desk.who, now=desk.now(), why=FROM_A_PAPER)


def _report_of(tx: Tx, library: Library, one: Finding) -> int | None:
    """The report with the title, or the reference, on which the paper's words stand; the likeliest of several."""
    found = titled(library, one)
    if one.reference:
        found |= {told_as(tx, row.report) for row in tx.all(queries.BY_REFERENCE, reference=one.reference)}
    words = {proposal_key(p)[1] for p in one.made}
    proved = []
    for report in sorted(found):
        case = library.case(report)
        if any(s.path == one.path or s.sha256 == one.sha256 for _, s in case.sources):
            proved.append((-len(words & {evened(r.text) for r in case.recommendations}), report))
    return min(proved)[1] if proved else None
