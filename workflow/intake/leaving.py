"""The meetings and bodies that only papers told of which were taken back: they leave the record with them."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from db.tx import Tx
from workflow.desk import Desk
from workflow.evened import evened
from workflow.intake.claims import Finding
from workflow.intake.doubts import Doubt, raise_doubts
from workflow.intake.library import TAKEN_BACK, Library
from workflow.intake.names import FROM_A_PAPER, touched
from workflow.intake.sittings import bring, happened_at, look_again, told_of, unlisted


def meetings_leave(
    desk: Desk, tx: Tx, library: Library, documents: Sequence[int], findings: Sequence[Finding], heard: Iterable[int]
) -> list[str]:
    """Brings the meetings these papers told of to what others tell; those that nobody tells of any more, named.

    `heard` are the meetings of the reports these papers told of.
    """
    refs: dict[int, None] = dict.fromkeys(heard)
    for number in documents:
        for row in tx.find("finding", document=number, kind="meeting", gone=None):
            tx.put("finding", {"gone": TAKEN_BACK}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
            refs[int(row["meeting"])] = None
    for finding in findings:
        for claim in finding.claims:
            if claim.met and claim.body and claim.on.exact:
                refs.update(dict.fromkeys(_meetings(tx, claim.body, claim.on.exact.isoformat())))
    return let_go(desk, tx, library, refs, None)[0]


def let_go(
    desk: Desk, tx: Tx, library: Library, meetings: Iterable[int], paper: int | None
) -> tuple[list[str], list[Doubt]]:
    """Brings meetings to what papers tell now; those that nobody tells of any more leave the record, and are named."""
    left: list[str] = []
    odd: list[Doubt] = []
    for ref in meetings:
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
    return left, odd


def _meetings(tx: Tx, body: str, day: str) -> list[int]:
    sql = (
        "SELECT m.ref FROM meeting AS m JOIN body AS b ON b.ref = m.body "
        "WHERE m.day = :day AND NOT m.gone AND lower(b.name) = lower(:body)"
    )
    return [int(ref) for (ref,) in tx.ask(sql, day=day, body=body).fetchall()]


def bodies_leave(
    desk: Desk, tx: Tx, library: Library, documents: Sequence[int], findings: Sequence[Finding]
) -> list[str]:
    """The bodies these papers brought in and nothing else names: they leave the record."""
    left = []
    for name in dict.fromkeys(_named(library, documents, findings)):
        row = next(iter(tx.find("body", name=name, gone=False)), None)
        if row is None or _people(tx, int(row["ref"])) or _needed(tx, int(row["ref"]), name, documents):
            continue
        tx.put("body", {"gone": True}, ref=row["ref"], who=desk.who, now=desk.now(), why=FROM_A_PAPER)
        left.append(name)
    return left


def _named(library: Library, documents: Sequence[int], findings: Sequence[Finding]) -> Iterator[str]:
    for number in documents:
        document = library.document(number)
        yield from (listed.name for listed in document.bodies)
        yield from (meeting.body for meeting in document.meetings if meeting.body)
    for finding in findings:
        yield from (name for name in (finding.body, finding.scrutiny) if name)
        for claim in finding.claims:
            yield from (name for name in (claim.body,) if name)
        for made in finding.made:
            yield from (made.from_, made.to)


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


def _needed(tx: Tx, ref: int, name: str, documents: Sequence[int]) -> bool:
    for sql in _USES:
        params = {key: value for key, value in {"ref": ref, "name": name}.items() if f":{key}" in sql}
        if tx.ask(sql, **params).fetchone():
            return True
    return any(row["document"] not in documents for row in tx.find("finding", body=evened(name)[:300], gone=None))
