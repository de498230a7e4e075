"""`matters undo-import`: takes the import of papers back, whole."""

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.cli import asking, out
from workflow.cli.place import look_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db.tx import Tx
    from workflow.intake.undoing import Undone

SAYS = "take an import of papers back, whole"
EXAMPLES = (
    "matters undo-import",
    "matters undo-import D3 --why 'it was the draft, not the minutes'",
    "matters undo-import last --why 'the wrong folder' --dry-run",
    "matters undo-import D3-D52 --why 'another council'",
)

COLUMNS = {
    "ref": "Import",
    "read": "Read",
    "who": "By",
    "kind": "Kind",
    "of": "Of",
    "waiting": "Waits",
    "paper": "Paper",
}


def arguments(parser: ArgumentParser) -> None:
    """Which imports."""
    parser.add_argument("papers", nargs="*", metavar="D", help="imports such as D3, D3-D7, or last; none: list them")
    parser.add_argument(
        "--limit", type=int, default=20, metavar="N", help="list no more than so many, the latest first"
    )
    asking.add_how(parser, why="why the import is taken back")


def run(args: Namespace) -> int:
    """Lists what was imported, or takes it back; exit code 1 when something stays because people built on it."""
    if not args.papers:
        return _list(args)
    from workflow.intake.undoing import undo

    with asking.at_desk(args) as desk:
        with desk.reading() as tx:
            numbers = _numbers(tx, args.papers)
        done = undo(desk, numbers, args.why)
    if args.format == "json":
        out.record(done)
    else:
        if args.dry_run:
            out.tell("This is what would happen; nothing was changed.")
        out.say("\n".join(lines(done)))
    return 1 if done.kept else 0


def _numbers(tx: "Tx", words: list[str]) -> list[int]:
    from states.errors import BadInput

    found: list[int] = []
    for word in words:
        span = re.fullmatch(r"[dD]?(\d{1,9})(?:\s*[-–]\s*[dD]?(\d{1,9}))?", word.strip())
        if word.strip().casefold() == "last":
            last = [int(row["ref"]) for row in tx.find("document", gone=None)]
            found += last[-1:]
        elif span is None:
            raise BadInput(f"“{word}” is no import; write D3, D3-D7, or last. List them with: matters undo-import")
        else:
            first = int(span[1])
            there = [first] if span[2] is None else [n for n in range(first, int(span[2]) + 1) if tx.get("document", n)]
            found += there
    return found


def _list(args: Namespace) -> int:
    from workflow.views.waiting import papers

    args.as_of = args.known_at = None
    with look_of(args) as look:
        found = papers(look)[: args.limit]
    shown = [
        {
            "ref": f"D{p.number}", "read": p.read_on, "who": p.who, "kind": p.kind.replace("_", " "), "of": p.body,
            "waiting": p.waiting or None, "paper": Path(p.path).name,
        }
        for p in found
    ]  # fmt: skip
    out.rows(shown, COLUMNS, args.format, empty="No paper was imported.")
    return 0


def lines(done: "Undone") -> list[str]:
    """What taking papers back did, in sentences."""
    said = [f"Taken back: {_named(done.papers)}."] if done.papers else []
    if done.partly:
        said.append(f"Taken back but for what stays: {_named(done.partly)}.")
    if done.stay:
        said.append(f"Still on file, as people built on what it told: {_named(done.stay)}.")
    if done.gone:
        said.append(f"Not on the record any more: {', '.join(done.gone)}.")
    if done.changed:
        said.append(f"Told by other papers alone now: {', '.join(done.changed)}.")
    if done.meetings or done.bodies:
        said.append(f"Gone with it: {', '.join((*done.meetings, *done.bodies))}.")
    if done.answered:
        said.append(f"{done.answered} {'doubt' if done.answered == 1 else 'doubts'} of it no longer waits.")
    said += [f"{kept.report} stays: {kept.says}" for kept in done.kept]
    return [
        *said,
        *(["What was taken back can be read again with: matters import"] if done.papers or done.partly else []),
    ]


def _named(paths: "Iterable[str]") -> str:
    return ", ".join(out.safe(Path(path).name) for path in paths)
