"""An import taken back whole: what only its papers told leaves the record, and the journal keeps both.

What people built on stays where it is, and that is said. The same paper can be read again afterwards.
"""

from collections.abc import Iterable, Sequence

import msgspec

from db.tx import Tx
from states.acts import AmendAct, CorrectAct, Entry, FollowUpAct, LinkAct, MoveAct, SettleAct, UnreadAct
from states.case import Case, decode_case
from states.errors import BadInput, NotFound
from states.sharing import told
from states.standing import struck
from states.words import Move, said
from workflow.choosing import ask_again
from workflow.desk import Desk
from workflow.engine import act_on
from workflow.intake.claims import Finding
from workflow.intake.doubts import CONFLICT, WAITS, doubts_of, raise_doubts
from workflow.intake.entering import of_finding
from workflow.intake.former import write_down
from workflow.intake.leaving import bodies_in, taken_back
from workflow.intake.library import TAKEN_BACK, Library
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.parting import parted, unmerged
from workflow.intake.reconciling import reconcile
from workflow.intake.stood import by_papers, people_of, record_of
from workflow.intake.suggesting import alike, links
from workflow.lookups import told_as
from workflow.records.words import reason


class Kept(msgspec.Struct, frozen=True):
    """A report that stays as it is because people built on it, with the sentence that says what stands in the way."""

    report: str
    says: str


class Undone(msgspec.Struct, frozen=True):
    """What taking papers back did: which reports left the record, which were changed, which stay and why.

    `papers` were taken back whole; `partly` those that still tell of a report that stays, and of others no more;
    `stay` those that are on file as they were.
    """

    papers: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[Kept, ...]
    meetings: tuple[str, ...]
    bodies: tuple[str, ...]
    answered: int
    partly: tuple[str, ...] = ()
    stay: tuple[str, ...] = ()


class _BuiltOn(Exception):
    """People's entries would hang in the air: the report is put back."""


def undo(desk: Desk, documents: Sequence[int], why: str | None) -> Undone:
    """Takes the import of papers back, by their numbers, with a reason; in one transaction, all of it or nothing."""
    with desk.writing() as tx:
        return undo_in_tx(desk, tx, documents, why)


def undo_in_tx(desk: Desk, tx: Tx, documents: Sequence[int], why: str | None) -> Undone:
    """The same within a transaction that does more."""
    why = reason(why, "Say why the import is taken back (--why).")
    if not documents:
        raise BadInput("Say which import is taken back, such as D3. List them with: matters undo-import")
    papers = [_paper(tx, number) for number in dict.fromkeys(documents)]
    names = Names(desk, tx)
    library = Library(tx, names, desk.rules(tx))
    write_down(desk, tx, library)
    rows = [row for number in documents for row in tx.find("finding", document=number, kind="item", gone=None)]
    said_by = [one for number in documents for one in _findings(library, number)]
    by_report: dict[int, list[int]] = {}
    for row in rows:
        if row["report"]:
            by_report.setdefault(told_as(tx, int(row["report"])), []).append(int(row["ref"]))
    asked = _waits(tx)
    titles: set[str] = {one.title for one in said_by}
    for report in by_report:
        names.met |= {x.meeting.ref for x in _case(tx, report).listings if x.meeting.ref}
        names.called |= bodies_in(_case(tx, report))
        titles |= library.titles(report)
    gone: list[str] = []
    changed: list[str] = []
    kept: list[Kept] = []
    for report in sorted(by_report):
        try:
            with tx.attempt():
                left = _without(desk, tx, names, library, report, by_report[report], papers, why)
        except _BuiltOn as stands:
            kept.append(Kept(f"R{report}", str(stands)))
            continue
        (gone if left else changed).append(f"R{report}")
    stays = {int(k.report[1:]) for k in kept}
    taken_how: dict[str, list[str]] = {"whole": [], "partly": [], "stay": []}
    taken: list[int] = []
    for number, path, _ in papers:
        how = _mark_all(desk, tx, number, stays, why)
        taken_how[how].append(path)
        taken += [] if how == "stay" else [number]
    _answered(desk, tx, taken)
    alike(desk, tx, library, sorted(titles), None)
    meetings, bodies = taken_back(desk, tx, library, names, taken, said_by)
    return Undone(
        tuple(taken_how["whole"]), tuple(gone), tuple(changed), tuple(kept), tuple(meetings),
        tuple(bodies), max(0, asked - _waits(tx)), tuple(taken_how["partly"]), tuple(taken_how["stay"]),
    )  # fmt: skip


def _paper(tx: Tx, number: int) -> tuple[int, str, str]:
    row = tx.get("document", number)
    if row is None:
        raise NotFound(f"There is no import D{number}. List them with: matters undo-import")
    if row["gone"]:
        raise BadInput(f"The import of D{number} was taken back already: {row['gone']}. It can be read again.")
    return number, str(row["path"]), str(row["sha256"])


def _findings(library: Library, number: int) -> Iterable[Finding]:
    for place in range(len(library.document(number).items)):
        one = library.finding(number, place)
        if one is not None:
            yield one


def _mark_all(desk: Desk, tx: Tx, number: int, stays: set[int], why: str) -> str:
    """Marks what one paper says no more; `whole`, `partly` or `stay`, by how much of it that is."""
    before = tx.find("finding", document=number, kind="item")
    live = [row for row in before if row["gone"] is None]
    tells = [row for row in live if row["report"] and told_as(tx, int(row["report"])) in stays]
    for row in live:
        if not tells or (row["report"] and row not in tells):
            _mark(desk, tx, int(row["ref"]))
    if not tells:
        tx.put("document", {"gone": why}, ref=number, who=desk.who, now=desk.now(), why=why)
        return "whole"
    return "partly" if any(row["report"] and row not in tells for row in before) else "stay"


def _mark(desk: Desk, tx: Tx, row: int) -> None:
    tx.put("finding", {"gone": TAKEN_BACK}, ref=row, who=desk.who, now=desk.now(), why=FROM_A_PAPER)


def _without(
    desk: Desk, tx: Tx, names: Names, library: Library, report: int, rows: list[int],
    papers: Sequence[tuple[int, str, str]], why: str,
) -> bool:  # fmt: skip
    """Brings a report to what is told of it without some papers; whether it has left the record."""
    before = _case(tx, report)
    for row in rows:
        _mark(desk, tx, row)
    apart = unmerged(desk, tx, library, report, why)
    apart += [new for one in (report, *apart) for new in parted(desk, tx, names, library, one)]
    apart += unmerged(desk, tx, library, report, why)  # of what was merged nothing may be left there now
    for one in (report, *apart):
        _unread(desk, tx, one, papers, why)
        findings = library.of_report(one)
        _chosen_no_more(desk, tx, one, {sha for _, _, sha in papers}, {finding.sha256 for finding in findings})
        done = reconcile(desk, tx, names, one, findings)
        if not findings:
            _begin_no_more(desk, tx, one)
        of = library.told_here(one)
        raise_doubts(desk, tx, None, one, doubts_of(done) if findings else [], of=of)
        links(desk, tx, library, one)
        for finding in findings:
            of_finding(desk, tx, finding, one)
        _nobody_hangs(tx, one, before if one == report else Case())
    return _case(tx, report).state is None


def _unread(desk: Desk, tx: Tx, report: int, papers: Sequence[tuple[int, str, str]], why: str) -> None:
    """The words of these papers prove nothing on a report any more."""
    for _, path, sha in papers:
        if any(s.sha256 == sha or s.path == path for _, s in _case(tx, report).sources):
            act_on(desk, tx, report, UnreadAct(sha, path, why))


def _chosen_no_more(desk: Desk, tx: Tx, report: int, gone: set[str], tell: set[str]) -> None:
    """What was chosen from papers and no paper that still tells of the report says is struck, and not settled any more.

    `gone` are the digests of the papers that are taken back, `tell` of those that tell of the report now.
    """
    for entry in people_of(told(tx.entries(report))):
        said_by = {source.sha256 for source in entry.act.sources} if isinstance(entry.act, AmendAct) else set()
        if said_by & gone and not said_by & tell:
            act_on(desk, tx, report, CorrectAct(entry.number, TAKEN_BACK, papers=True))
            ask_again(desk, tx, report, entry)


def _begin_no_more(desk: Desk, tx: Tx, report: int) -> None:
    """A report that no paper tells of any more, and that no person began, leaves the record."""
    stood = [s for s in record_of(tx, report).moves if isinstance(s.entry.act, MoveAct)]
    begun = next((s for s in stood if isinstance(s.entry.act, MoveAct) and s.entry.act.move == Move.DRAFT), None)
    if begun is None or not by_papers(begun.entry.act):
        return
    people = people_of(told(tx.entries(report)))
    if people:
        raise _BuiltOn(_sentence(people[-1]))
    act_on(desk, tx, report, CorrectAct(begun.entry.number, TAKEN_BACK, papers=True))


def _nobody_hangs(tx: Tx, report: int, before: Case) -> None:
    """Raises when something that people entered has lost what it rests on."""
    case = _case(tx, report)
    people = people_of(told(tx.entries(report)))
    numbers = {e.number: e for e in people}
    were = {i.entry for i in before.irregularities if i.name == "order"}
    for odd in case.irregularities:
        if odd.name == "order" and odd.entry in numbers and odd.entry not in were:
            raise _BuiltOn(_sentence(numbers[odd.entry]))
    stand = {e.number for e in told(tx.entries(report))} - struck(told(tx.entries(report)))
    for entry in people:
        if not _rests(entry, case, stand):
            raise _BuiltOn(_sentence(entry))


def _rests(entry: Entry, case: Case, stand: set[int]) -> bool:
    """Whether what an act of a person is about is still there."""
    act = entry.act
    if isinstance(act, AmendAct):
        return act.amends in stand
    if isinstance(act, FollowUpAct) and act.number:
        return case.follow_up(act.number) is not None
    if isinstance(act, SettleAct):
        return all(int(key.partition(":")[0]) in stand for key in act.keys)
    return True


def _sentence(entry: Entry) -> str:
    act = entry.act
    if isinstance(act, MoveAct):
        what = said(act.move)
    elif isinstance(act, FollowUpAct):
        what = f"{act.do} of follow-up {act.number}" if act.number else "a promise"
    elif isinstance(act, LinkAct):
        what = "a link"
    else:
        what = type(act).__name__.removesuffix("Act").lower()
    return (
        f"{entry.who} entered {what} on it since (entry {entry.number}), so it stays as it is. "
        "Correct that first, then take the import back again."
    )


def _waits(tx: Tx) -> int:
    """How many questions wait for an answer."""
    return len(tx.find("suggestion", answer=None)) + len(tx.find("warning", settled=None))


def _answered(desk: Desk, tx: Tx, documents: Sequence[int]) -> None:
    """Answers what is doubtful of the papers themselves; the rest was looked at again with their reports."""
    for number in documents:
        for row in tx.find("warning", document=number, settled=None):
            if row["code"] not in (CONFLICT, WAITS):
                gone = {"settled": TAKEN_BACK}
                tx.put("warning", gone, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)


def _case(tx: Tx, report: int) -> Case:
    row = tx.report(report)
    return decode_case(row.folded) if row else Case()
