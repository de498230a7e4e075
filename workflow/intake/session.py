"""One import: papers read, matched and entered, each in a transaction of its own; a bad one never stops the others."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec

from db import queries_diary
from db.tx import Tx
from states.errors import MattersError, Refused
from workflow.desk import Desk
from workflow.evened import evened
from workflow.importers.reading import Document
from workflow.intake.diary import enter_meetings
from workflow.intake.doubts import Doubt
from workflow.intake.entering import Entered, Left, enter_items, left_out, warn
from workflow.intake.findings import day_of
from workflow.intake.former import nothing_in, write_down
from workflow.intake.leaving import let_go
from workflow.intake.library import TAKEN_BACK, Library
from workflow.intake.names import Names
from workflow.intake.suggesting import alike

ANOTHER = "another_council"
"""The code of the warning that papers of another council were read."""

FORMS = {
    "briefing_note": "a", "agenda_and_minutes": "", "agenda_item": "an", "minute": "a", "decision": "a", "call_in": "a",
    "decision_list": "a", "report": "a", "agenda": "an",
}  # fmt: skip
"""The kinds of paper in which something is to be found, each with its article."""


class Imported(msgspec.Struct, frozen=True):
    """What became of one paper. `again` says that it was read before and changed nothing; `document` is its number.

    `left` are its items that are left out; they come in when they are accepted.
    """

    path: str
    again: bool = False
    entered: tuple[Entered, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    suggestions: tuple[str, ...] = ()
    refused: str | None = None
    document: int = 0
    diary: tuple[str, ...] = ()
    sha256: str = ""
    left: tuple[Left, ...] = ()


Chosen = Collection[tuple[str, int]]
"""Items of papers, each the paper's digest and the item's place from 0."""


def import_documents(
    desk: Desk, documents: Iterable[Document], *, council: str | None = None, leave: Chosen = (), accept: Chosen = ()
) -> Iterator[Imported]:
    """Enters papers, the earliest first whatever the order they are given in; yields what became of each.

    `leave` are items that are left out: the paper counts as read, and only `accept` brings them in later.
    """
    for document in sorted(documents, key=place):
        try:
            with desk.writing() as tx:
                done = import_in(desk, tx, document, council=council, leave=leave, accept=accept)
        except MattersError as error:
            done = Imported(document.path, refused=str(error))
        yield done


def place(document: Document) -> tuple[str, str]:
    """Where a document stands in the order in which papers are entered: by its day, then by its digest."""
    day = day_of(document)
    return (day.isoformat() if day else "9", document.sha256)


def import_in(
    desk: Desk, tx: Tx, document: Document, *, council: str | None = None, leave: Chosen = (), accept: Chosen = ()
) -> Imported:
    """Enters one paper within a transaction. Read before, it changes nothing, unless its import was taken back.

    Raises:
        Refused: the paper names another council than this database's.
    """
    known = next(iter(tx.find("document", sha256=document.sha256)), None)
    names = Names(desk, tx)
    library = Library(tx, names, desk.rules(tx))
    if known is not None and read_before(tx, document.sha256):
        known_before = again(desk, tx, document.path, document.sha256)
        if not _of(accept, document.sha256) & {item.place for item in known_before.left}:
            return known_before
    _one_council(desk, tx, document, council)
    write_down(desk, tx, library)
    document = _as_known(tx, known, document)
    values = {
        "path": document.path, "sha256": document.sha256, "kind": document.kind, "gone": None,
        "council": document.council or council, "body": document.body, "day": document.date,
        "reading": msgspec.json.encode(document).decode(),
    }  # fmt: skip
    number = tx.put(
        "document", values, ref=int(known["ref"]) if known else None, who=desk.who, now=desk.now(), why="imported"
    )
    library.add(number, document)
    diary, odd = enter_meetings(desk, tx, names, library, number, document)
    done = enter_items(desk, tx, names, library, number, _of(leave, document.sha256), _of(accept, document.sha256))
    nothing_in(desk, tx, number)
    titles = {one.title for at in range(len(document.items)) if (one := library.finding(number, at)) is not None}
    done.suggested += alike(desk, tx, library, sorted(titles), number)
    odd += let_go(desk, tx, library, names, number)[1]
    warnings = [Doubt(w.code, w.message, w.quote) for w in document.warnings]
    warnings += [] if council else _of_another(desk, tx, document, number)
    warnings += _nothing(document)
    for doubt in warnings:
        warn(desk, tx, number, doubt)
    return Imported(
        document.path, False, tuple(done.entered), (*warnings, *odd, *done.doubts), tuple(done.suggested), None,
        number, tuple(diary), document.sha256, tuple(done.left),
    )  # fmt: skip


def again(desk: Desk, tx: Tx, path: str, sha256: str) -> Imported:
    """What is told of a paper that was read before: what of it was left out."""
    number = next(int(row["ref"]) for row in tx.find("document", sha256=sha256))
    left = left_out(tx, Library(tx, Names(desk, tx), desk.rules(tx)), number)
    return Imported(path, again=True, document=number, sha256=sha256, left=left)


def _as_known(tx: Tx, known: dict[str, Any] | None, document: Document) -> Document:
    """The paper as it was read before, while something that it says stands: its items are known by their places."""
    if known is None or not any(row["gone"] is None for row in tx.find("finding", document=known["ref"])):
        return document
    return msgspec.json.decode(known["reading"], type=Document)


def read_before(tx: Tx, sha256: str) -> bool:
    """Whether a paper of this digest is on file and need not be read. One whose import was taken back is not."""
    known = next(iter(tx.find("document", sha256=sha256)), None)
    if known is None or known["gone"]:
        return False
    return not any(row["gone"] == TAKEN_BACK for row in tx.find("finding", document=known["ref"]))


def chosen(document: Document, words: Iterable[str]) -> set[tuple[str, int]]:
    """The items of a paper in whose titles any of these words stand."""
    wanted = [evened(each) for each in words]
    return {
        (document.sha256, at)
        for at, item in enumerate(document.items) if item.title and any(each in evened(item.title) for each in wanted)
    }  # fmt: skip


def _of(chosen: Chosen, sha256: str) -> set[int]:
    """The places of the items of one paper."""
    return {at for sha, at in chosen if sha == sha256}


def _one_council(desk: Desk, tx: Tx, document: Document, council: str | None) -> None:
    ours = desk.rules(tx).on(None).name
    if document.council and ours and council is None and evened(document.council) != evened(ours):
        raise Refused(
            document.path, "import",
            (f"It is a paper of {document.council}, and this database is {ours}'s. If it belongs, say --council.",),
        )  # fmt: skip


def _of_another(desk: Desk, tx: Tx, document: Document, number: int) -> list[Doubt]:
    """Says once that papers name another council than those before; with the council's name set they are refused."""
    if not document.council:
        return []
    first = tx.one(queries_diary.FIRST_COUNCIL)
    if first is None or not first.what or _plain(document.council) == _plain(first.what):
        return []
    says = (
        f"It is a paper of {document.council}, and the first papers were of {first.what}. If that does not belong "
        "here, take it back: matters undo-import. Once your council's name is set, papers of others are refused."
    )
    known = [row for row in tx.find("warning", code=ANOTHER) if row["message"] == says and row["document"] != number]
    return [] if any(row["settled"] != TAKEN_BACK for row in known) else [Doubt(ANOTHER, says)]


def _nothing(document: Document) -> list[Doubt]:
    """Says that a paper has a known form and nothing was found in it."""
    if document.items or document.meetings or document.status or document.kind not in FORMS:
        return []
    form = f"{FORMS[document.kind]} {document.kind.replace('_', ' ')}".strip()
    says = f"It was taken for {form}, and nothing was found in it. Look at it: what it says is not on the record."
    return [Doubt("nothing_taken", says)]


def _plain(name: str) -> str:
    return evened(name).removeprefix("the ")
