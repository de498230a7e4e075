"""One import: papers read, matched and entered, each in a transaction of its own; a bad one never stops the others."""

from collections.abc import Iterable, Iterator

import msgspec

from db import queries_records
from db.tx import Tx
from states.errors import MattersError, Refused
from workflow.desk import Desk
from workflow.evened import evened
from workflow.importers.reading import Document
from workflow.intake.entering import Doubt, Entering
from workflow.intake.findings import Finding, findings
from workflow.intake.matching import match
from workflow.intake.names import Names


class Entered(msgspec.Struct, frozen=True):
    """What became of one item: its report, whether that is new, and what was entered."""

    report: str
    title: str
    new: bool
    did: tuple[str, ...]


class Imported(msgspec.Struct, frozen=True):
    """What became of one paper. `again` says that it was read before and changed nothing."""

    path: str
    again: bool = False
    entered: tuple[Entered, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    suggestions: tuple[str, ...] = ()
    refused: str | None = None


def import_documents(desk: Desk, documents: Iterable[Document], *, council: str | None = None) -> Iterator[Imported]:
    """Enters papers, the earliest first whatever the order they are given in; yields what became of each."""
    for document in sorted(documents, key=place):
        try:
            with desk.writing() as tx:
                done = import_in(desk, tx, document, council=council)
        except MattersError as error:
            done = Imported(document.path, refused=str(error))
        yield done


def place(document: Document) -> tuple[str, str]:
    """Where a document stands in the order in which papers are entered: by its day, then by its digest."""
    day = document.considered_on or document.date or (document.not_after.day if document.not_after else None)
    return (day.isoformat() if day else "9", document.sha256)


def read_before(tx: Tx, sha256: str) -> bool:
    """Whether a paper of this digest is on file; then it need not even be read."""
    return bool(tx.find("document", sha256=sha256))


def import_in(desk: Desk, tx: Tx, document: Document, *, council: str | None = None) -> Imported:
    """Enters one paper within a transaction. Read before, it changes nothing.

    Raises:
        Refused: the paper names another council than this database's.
    """
    if read_before(tx, document.sha256):
        return Imported(document.path, again=True)
    _one_council(desk, tx, document, council)
    rules = desk.rules(tx).on(document.date)
    names = Names(desk, tx)
    paper = tx.put(
        "document",
        {
            "path": document.path, "sha256": document.sha256, "kind": document.kind,
            "council": document.council or council, "body": document.body, "day": document.date,
            "reading": msgspec.json.encode(document).decode(),
        },
        who=desk.who, now=desk.now(), why="imported",
    )  # fmt: skip
    entered, doubts, suggested = [], [], []
    for finding in findings(document, names, rules):
        entering = Entering(desk, tx, names, finding, document.path)
        found = match(tx, finding)
        ref = entering.enter(found.report)
        doubts += [(ref, doubt) for doubt in (*entering.doubts, *_unmade(finding))]
        suggested += _suggest(desk, tx, paper, ref, finding, found.alike)
        entered.append(Entered(f"R{ref}", finding.title, not found.report, tuple(entering.did)))
    warnings = [(0, Doubt(w.code, w.message, w.quote)) for w in document.warnings] + doubts
    for about, doubt in warnings:
        values = {"document": paper, "report": about or None, "code": doubt.code, "message": doubt.message,
                  "quote": doubt.quote}  # fmt: skip
        tx.put("warning", values, who=desk.who, now=desk.now())
    return Imported(document.path, False, tuple(entered), tuple(d for _, d in warnings), tuple(suggested))


def _unmade(finding: Finding) -> list[Doubt]:
    if not finding.unmade:
        return []
    count = "a recommendation" if finding.unmade == 1 else f"{finding.unmade} recommendations"
    says = f"The paper makes {count} and does not say which body makes them; they were not entered."
    return [Doubt("no_maker", says, finding.title)]


def _one_council(desk: Desk, tx: Tx, document: Document, council: str | None) -> None:
    ours = desk.rules(tx).on(None).name
    if document.council and ours and council is None and evened(document.council) != evened(ours):
        raise Refused(
            document.path, "import",
            (f"It is a paper of {document.council}, and this database is {ours}'s. If it belongs, say --council.",),
        )  # fmt: skip


def _suggest(desk: Desk, tx: Tx, paper: int, ref: int, finding: Finding, alike: tuple[int, ...]) -> list[str]:
    """Links that only the words suggest: kept until a person says yes or no."""
    found: list[tuple[str, str, str, dict[str, object]]] = [
        (
            "link",
            f"It may follow {link.body or 'an earlier decision'}: {link.words}",
            link.quote,
            {"words": link.words, "body": link.body, "first": link.first, "last": link.last},
        )
        for link in finding.links
    ]
    found += [
        ("same", f"It has the title of R{other} and may be the same report.", "", {"report": other}) for other in alike
    ]
    known = {(s.report, s.quote or "") for s in tx.all(queries_records.SUGGESTIONS)}
    said = []
    for kind, words, quote, other in found:
        if (ref, quote) in known and quote:
            continue
        values = {"document": paper, "report": ref, "kind": kind, "words": words, "quote": quote or None,
                  "other": msgspec.json.encode(other).decode()}  # fmt: skip
        tx.put("suggestion", values, who=desk.who, now=desk.now())
        said.append(f"R{ref}: {words}")
    return said
