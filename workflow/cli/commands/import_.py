"""`matters import`: read a council's own papers."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from states.errors import BadInput
from workflow.cli import out
from workflow.cli.from_site import add_site, fetched
from workflow.cli.place import desk_of, place_of, who_of
from workflow.cli.progress import Progress
from workflow.settings import file_of

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.importers.pile import Asked
    from workflow.importers.reader import Reader
    from workflow.importers.reading import Document
    from workflow.intake.batch import Shown
    from workflow.intake.session import Imported

SAYS = "read a council's own papers"
EXAMPLES = (
    "matters import papers/*.txt --dry-run",
    "matters import note-to-cabinet.txt minutes.txt",
    "matters import --dry-run --format json note-to-cabinet.txt",
    "matters import --from https://democracy.example.gov.uk --body 'Scrutiny Board' --since 2026-01-01 --dry-run",
    "matters import minutes.pdf --leave 'Verbal update' --leave 'Work programme'",
    "matters import tracker.xlsx --dry-run --column 'Target date=due' --column 'Notes='",
)

_MANY = 10
"""From so many papers on, their number is said at the end."""


def arguments(parser: ArgumentParser) -> None:
    """The papers."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="papers, or folders of them")
    parser.add_argument("--dry-run", action="store_true", help="show what would be entered, and enter nothing")
    parser.add_argument("--council", metavar="NAME", help="enter papers of this council although they name another")
    parser.add_argument(
        "--column", metavar="HEADING=FIELD", type=_column, action="append", default=[],
        help="what a column of a spreadsheet means, such as due, owner or status; without a field, nothing",
    )  # fmt: skip
    parser.add_argument(
        "--leave",
        action="append",
        default=[],
        metavar="WORDS",
        help="leave out the items with these words in their title",
    )
    parser.add_argument(
        "--accept", action="append", default=[], metavar="WORDS", help="bring in such items that were left out before"
    )
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table, or json")
    add_site(parser)


def run(args: Namespace) -> int:
    """Reads, shows what it finds, and enters it. Exit code 1 when a paper was refused; the others are entered."""
    from workflow.importers.reader import Reader

    if not (args.paths or args.site):
        raise BadInput("Say which papers: files or folders, or --from with the address of a council's site.")
    paths = list(_files(args.paths))
    progress = Progress(len(paths), "papers")
    try:
        with Reader() as reader:
            reader.start()
            more, refused = fetched(args, reader) if args.site else ([], [])
            for sentence in refused:
                out.tell(sentence)
            progress = Progress(len(paths) + len(more), "papers")
            do = _read_only if args.dry_run and args.format == "json" else _enter
            return max(do(args, reader, paths + more, progress), 1 if refused else 0)
    except KeyboardInterrupt:
        progress.clear()
        if not args.dry_run:
            out.tell("Interrupted. What was entered stays; the same command goes on where it stopped.")
        raise


def _read_only(args: Namespace, reader: "Reader", paths: list[Path], progress: Progress) -> int:
    """Prints what is in the papers; no database is looked at."""
    from workflow.importers.pile import Unread, read_all

    refused: list[str] = []

    def read() -> "Iterator[Document]":
        for one in read_all(reader, paths, _asked(args, progress)):
            progress.clear()
            if isinstance(one, Unread):
                refused.append(one.says)
            else:
                yield one

    out.one_by_one("documents", read())
    for sentence in refused:
        out.tell(sentence)
    return 1 if refused else 0


def _enter(args: Namespace, reader: "Reader", paths: list[Path], progress: Progress) -> int:
    """Enters the papers, or tries to and takes it back; tells of each as it is done."""
    from workflow.importers.pile import Unread
    from workflow.intake.batch import Shown, enter_all, try_all

    done: list[Imported] = []
    refused: list[str] = []
    with _desk(args) as desk:
        for one in (try_all if args.dry_run else enter_all)(desk, reader, paths, _asked(args, progress)):
            progress.clear()
            if isinstance(one, Unread):
                refused.append(one.says)
            elif not isinstance(one, Shown):
                done.append(one)
            if args.format == "table" and not isinstance(one, Unread):
                out.say("\n".join(_columns(one) if isinstance(one, Shown) else _lines(one)))
    if args.format == "json":
        out.record({"papers": done, "refused": refused})
    elif len(paths) >= _MANY:
        out.say(_count(done, refused))
    if args.format == "table" and args.dry_run:
        out.say("Nothing was entered: this was a dry run.")
    for sentence in refused:
        out.tell(sentence)
    return 1 if refused or any(paper.refused for paper in done) else 0


def _asked(args: Namespace, progress: Progress) -> "Asked":
    from workflow.cli.trouble import unforeseen
    from workflow.importers.pile import Asked

    return Asked(
        args.council, tuple(args.column), lambda path: progress.next(path.name), unforeseen, tuple(args.leave),
        tuple(args.accept),
    )  # fmt: skip


@contextmanager
def _desk(args: Namespace) -> "Iterator[Desk]":
    """The desk; where nothing is to be entered and there is no database yet, one that is gone afterwards."""
    file = file_of(place_of(args).url)
    if not args.dry_run or file is None or Path(file).exists():
        with desk_of(args) as desk:
            yield desk
        return
    from db.store import open_store
    from workflow.desk import Desk

    with open_store("sqlite://") as store:
        yield Desk(store, who_of(args))


def _files(paths: list[str]) -> Iterator[Path]:
    """The papers meant. Files that programs keep beside papers are left out of folders; folders in them are named."""
    for text in paths:
        if not text.strip():
            raise BadInput("One of the papers has no name (''); nothing was read. For this folder write a full stop: .")
        path = Path(text)
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        inside = sorted(p for p in path.iterdir() if not p.name.startswith((".", "~$")))
        found, folders = [p for p in inside if not p.is_dir()], [p.name for p in inside if p.is_dir()]
        if folders:
            out.tell(f"The folders in {path} are not read: {', '.join(folders)}. Name each that you mean.")
        if not found:
            raise BadInput(f"There is no paper in {path}.")
        yield from found


def _column(text: str) -> tuple[str, str]:
    """A heading and its field, of `Due date=due`."""
    from workflow.importers.tracker_columns import FIELDS

    heading, equals, field = text.rpartition("=")
    if not equals or not heading.strip():
        raise ArgumentTypeError(f"“{text}” is not of the form HEADING=FIELD")
    if field and field not in FIELDS:
        raise ArgumentTypeError(f"there is no field “{field}”.{out.closest(field, FIELDS)} All: {', '.join(FIELDS)}")
    return (heading, field)


def _columns(shown: "Shown") -> list[str]:
    """What the columns of a spreadsheet were taken for."""
    lines = [
        f"{out.safe(Path(shown.path).name)}: its columns are taken so (say otherwise with --column HEADING=FIELD):"
    ]
    return lines + [
        f"  {' '.join(column.heading.split())} → {column.means or 'nothing'}{' (as you said)' if column.chosen else ''}"
        for column in shown.columns
    ]


def _count(done: "list[Imported]", refused: list[str]) -> str:
    """How many papers there were, and what became of them."""
    again = sum(paper.again for paper in done)
    no = len(refused) + sum(paper.refused is not None for paper in done)
    counts = [(len(done) + len(refused) - again - no, "read"), (again, "read before"), (no, "refused")]
    return f"{len(done) + len(refused):,} papers: {', '.join(f'{n:,} {what}' for n, what in counts if n)}."


def _lines(paper: "Imported") -> list[str]:
    name = out.safe(Path(paper.path).name)
    if paper.refused:
        return [f"{name}: refused. {paper.refused}"]
    left = [f"  left out: {item.title} (to bring it in: --accept)" for item in paper.left]
    if paper.again:
        return [f"{name}: read before; nothing changed.", *left, *(f"  ! {w.message}" for w in paper.warnings)]
    lines = [f"{name}:"]
    lines += [f"  {'new ' if e.new else ''}{e.report} {e.title} — {e.words}" for e in paper.entered]
    lines += left
    if not (paper.entered or left):
        lines.append("  no report in it")
    lines += [f"  ! {w.message}" for w in paper.warnings]
    return lines + [f"  ? {suggestion} (matters settle)" for suggestion in paper.suggestions]
