"""What only papers that are taken back held together: reports that stand alone again, each with what proves it."""

from collections.abc import Sequence
from typing import Any

from db.tx import Tx
from states.acts import TakeAct
from states.sharing import told
from states.standing import struck
from workflow.desk import Desk
from workflow.intake.claims import Finding
from workflow.intake.doubts import doubts_of, raise_doubts
from workflow.intake.entering import of_finding
from workflow.intake.library import Library
from workflow.intake.matching import connected
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.reconciling import reconcile
from workflow.intake.stood import by_papers, record_of
from workflow.intake.suggesting import links
from workflow.merging import undo_in

_Told = tuple[dict[str, Any], Finding]
"""What a paper says of a report, and the row that says so."""


def unmerged(desk: Desk, tx: Tx, library: Library, report: int, why: str) -> list[int]:
    """Takes back the merges of a report that no paper proves any more; the reports that stand alone again."""
    found = []
    entries = told(tx.entries(report))
    gone = struck(entries)
    for entry in entries:
        act = entry.act
        if not isinstance(act, TakeAct) or not by_papers(act) or entry.number in gone or entry.through:
            continue
        theirs = library.of_report(act.from_)
        ours = [f for f in library.of_report(report) if f not in theirs]
        if not any(connected(one, other) for one in ours for other in theirs):
            undo_in(desk, tx, report, entry, why, papers=True)
            found.append(act.from_)
    return found


def parted(desk: Desk, tx: Tx, names: Names, library: Library, report: int) -> list[int]:
    """Begins a report for each part of what is told of one that nothing connects with the rest; the new ones.

    The part that was read first stays. What only names a matter is of no report, until another paper tells of it. On
    what people have worked nothing is parted.
    """
    parts = _parts(_told(tx, library, report))
    if not record_of(tx, report).untouched:
        return []
    telling = [part for part in parts if not all(one.says_nothing for _, one in part)]
    begun = []
    for part in [part for part in parts if part not in telling] + telling[1:]:
        for row, _ in part:
            _point(desk, tx, row, None)
    for part in [part for part in parts if part not in telling]:
        for _, one in part:
            of_finding(desk, tx, one, None)
    for part in telling[1:]:
        new = reconcile(desk, tx, names, 0, [one for _, one in part]).report
        for row, _ in part:
            _point(desk, tx, row, new)
        begun.append(new)
    return begun


def unmerged_by_hand(desk: Desk, tx: Tx, taker: int, giver: int, merge: int) -> None:
    """After a person struck a merge: what was read since and proves to be of the other report is told there."""
    names = Names(desk, tx)
    library = Library(tx, names, desk.rules(tx))
    theirs = _told(tx, library, giver)
    ours = _told(tx, library, taker)
    before = [one for row, one in ours if int(row["entry"]) < merge]
    moved = [
        row for row, one in ours
        if int(row["entry"]) > merge and any(connected(one, other) for _, other in theirs)
        and not any(connected(one, other) for other in before)
    ]  # fmt: skip
    for row in moved:
        _point(desk, tx, row, giver)
    for report in (taker, giver) if moved else ():
        done = reconcile(desk, tx, names, report, library.of_report(report))
        raise_doubts(desk, tx, None, report, doubts_of(done), of=library.told_here(report))
        links(desk, tx, library, report)


def _told(tx: Tx, library: Library, report: int) -> list[_Told]:
    rows = [r for ref in library.told_here(report) for r in tx.find("finding", kind="item", report=ref, gone=None)]
    found = [(row, library.finding(int(row["document"]), int(row["place"]))) for row in rows]
    return sorted(((row, one) for row, one in found if one is not None), key=lambda two: int(two[0]["ref"]))


def _parts(of: Sequence[_Told]) -> list[list[_Told]]:
    parts: list[list[_Told]] = []
    for one in of:
        homes = [part for part in parts if any(connected(one[1], other) for _, other in part)]
        joined = [*(two for part in homes for two in part), one]
        parts = [part for part in parts if part not in homes] + [joined]
    return sorted(parts, key=lambda part: min(int(row["ref"]) for row, _ in part))


def _point(desk: Desk, tx: Tx, row: dict[str, Any], report: int | None) -> None:
    tx.put("finding", {"report": report}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
