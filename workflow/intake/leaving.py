"""The meetings and bodies that only papers told of which were taken back: they leave the record with them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from db.tx import Tx
from states.case import Case
from workflow.desk import Desk
from workflow.evened import evened
from workflow.intake.claims import Finding
from workflow.intake.doubts import Doubt, raise_doubts
from workflow.intake.library import TAKEN_BACK, Library
from workflow.intake.names import FROM_A_PAPER, Names, touched
from workflow.intake.regrouping import regroup
from workflow.intake.sittings import bring, happened_at, look_again, told_of, unlisted


def taken_back(
    desk: Desk, tx: Tx, library: Library, names: Names, documents: Sequence[int], findings: Sequence[Finding]
) -> tuple[list[str], list[str]]:
    """Brings the meetings and bodies these papers told of to what others tell; those that left the record."""
    moved: dict[int, set[date]] = {}
    for number in documents:
        for row in tx.find("finding", document=number, kind="meeting", gone=None):
            tx.put("finding", {"gone": TAKEN_BACK}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            names.met.add(int(row["meeting"]))
            was = tx.get("meeting", int(row["meeting"]))
            if was is not None and was["moved_from"] and was["body"]:
                days = {date.fromisoformat(was[name]) for name in ("day", "moved_from") if was[name]}
                moved.setdefault(int(was["body"]), set()).update(days)
    for body, days in moved.items():
        regroup(desk, tx, names, library, body, days)
    for finding in findings:
        for claim in finding.claims:
            if claim.met and claim.body and claim.on.exact:
                names.met.update(_meetings(tx, claim.body, claim.on.exact.isoformat()))
        names.called.update(name for name in (finding.body, finding.scrutiny) if name)
        names.called.update(claim.body for claim in finding.claims if claim.body)
        names.called.update(name for made in finding.made for name in (made.from_, made.to))
    names.called.update(bodies_of(library, documents))
    meetings, _, bodies = let_go(desk, tx, library, names, None)
    return meetings, bodies


def let_go(
    desk: Desk, tx: Tx, library: Library, names: Names, paper: int | None
) -> tuple[list[str], list[Doubt], list[str]]:
    """Brings the meetings that were looked up to what papers tell now, and lets go of what nobody tells of any more.

    The meetings that left, what papers do not agree on of the others, and the bodies that left.
    """
    left: list[str] = []
    odd: list[Doubt] = []
    for ref in sorted(names.met):
        found = tx.get("meeting", ref)
        if found is None or found["gone"]:
            continue
        if told_of(tx, library, ref):
            odd += look_again(desk, tx, library, ref, paper)[1]
        elif not touched(tx, ref):
            raise_doubts(desk, tx, None, None, [], meeting=ref)
            if happened_at(tx, ref, listed=True):
                bring(desk, tx, ref, unlisted(tx, ref, desk.today))
                continue
            tx.put("meeting", {"gone": True}, ref=ref, who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            left.append(f"M{ref}")
    return left, odd, bodies_leave(desk, tx, library, names.called)


def _meetings(tx: Tx, body: str, day: str) -> list[int]:
    sql = (
        "SELECT m.ref FROM meeting AS m JOIN body AS b ON b.ref = m.body "
        "WHERE m.day = :day AND NOT m.gone AND lower(b.name) = lower(:body)"
    )
    return [int(ref) for (ref,) in tx.ask(sql, day=day, body=body).fetchall()]


def bodies_leave(desk: Desk, tx: Tx, library: Library, names: Iterable[str]) -> list[str]:
    """Of these bodies those that papers brought in and nothing on the record needs: they leave it."""
    left = []
    for name in sorted(set(names)):
        row = next(iter(tx.find("body", name=name, gone=False)), None)
        if row is None or _people(tx, int(row["ref"])) or _needed(tx, library, int(row["ref"]), name):
            continue
        tx.put("body", {"gone": True}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
        left.append(name)
    return left


def bodies_in(case: Case) -> set[str]:
    """The bodies that a report names."""
    made = [body.name for r in case.recommendations for body in (r.from_, r.to)]
    met = [x.meeting.body.name for x in case.listings if x.meeting.body]
    return {*made, *met, *((case.body.name,) if case.body else ())}


def bodies_of(library: Library, documents: Sequence[int]) -> Iterator[str]:
    """The bodies that papers list, or list meetings of."""
    for number in documents:
        document = library.document(number)
        yield from (listed.name for listed in document.bodies)
        yield from (meeting.body for meeting in document.meetings if meeting.body)


def _people(tx: Tx, body: int) -> bool:
    """Whether a person entered or changed a body."""
    rows = tx.ask("SELECT body FROM journal WHERE record = :record AND act = 'record'", record=f"B{body}").fetchall()
    return any(msgspec.json.decode(text).get("why") != FROM_A_PAPER for (text,) in rows)


_USES = (
    "SELECT 1 FROM meeting WHERE body = :ref AND NOT gone LIMIT 1",
    "SELECT 1 FROM recommendation WHERE from_body = :name OR to_body = :name LIMIT 1",
    "SELECT 1 FROM report WHERE body_ref = :ref AND state IS NOT NULL LIMIT 1",
    "SELECT 1 FROM agenda_item WHERE meeting_body = :name LIMIT 1",
    "SELECT 1 FROM topic WHERE body = :ref LIMIT 1",
    "SELECT 1 FROM post WHERE body = :ref LIMIT 1",
    "SELECT 1 FROM body WHERE succeeded_by = :ref AND NOT gone LIMIT 1",
)
"""Where a body is needed."""


def _needed(tx: Tx, library: Library, ref: int, name: str) -> bool:
    for sql in _USES:
        params = {key: value for key, value in {"ref": ref, "name": name}.items() if f":{key}" in sql}
        if tx.ask(sql, **params).fetchone():
            return True
    lists = tx.find("document", kind="committee_list", gone=None)
    return any(evened(x.name) == evened(name) for row in lists for x in library.document(int(row["ref"])).bodies)
