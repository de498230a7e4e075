"""A report brought to its papers again, because people changed what is told of it: two that are one since a merge.

What a paper answered on the one is an answer to what another recommends on the other, as if both had been read of one.
"""

from db.tx import Tx
from workflow.desk import Desk
from workflow.intake.doubts import doubts_of, raise_doubts
from workflow.intake.entering import of_finding
from workflow.intake.leaving import let_go
from workflow.intake.library import Library
from workflow.intake.names import Names
from workflow.intake.reconciling import reconcile
from workflow.intake.suggesting import links


def follow(desk: Desk, tx: Tx, report: int) -> tuple[str, ...]:
    """Brings a report to all that papers tell of it now; what was done. Without papers there is nothing to do."""
    names = Names(desk, tx)
    library = Library(tx, names, desk.rules(tx))
    findings = library.of_report(report)
    if not findings:
        return ()
    told = reconcile(desk, tx, names, report, findings)
    raise_doubts(desk, tx, None, report, doubts_of(told), of=library.told_here(report))
    links(desk, tx, library, report)
    for finding in findings:
        of_finding(desk, tx, finding, report)
    let_go(desk, tx, library, names, None)
    return told.did
