"""`matters import`: read a council's own papers."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from states.errors import BadInput
from states.words import said
from workflow.cli import out
from workflow.cli.place import desk_of
from workflow.importers.files import read_file
from workflow.importers.reading import Document
from workflow.intake.session import Imported, import_documents

SAYS = "read a council's own papers"
EXAMPLES = (
    "matters import papers/*.txt --dry-run",
    "matters import note-to-cabinet.txt minutes.txt",
    "matters import --dry-run --format json note-to-cabinet.txt",
)


def arguments(parser: ArgumentParser) -> None:
    """The papers."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="papers, or folders of them")
    parser.add_argument("--dry-run", action="store_true", help="show what would be entered, and enter nothing")
    parser.add_argument("--council", metavar="NAME", help="enter papers of this council although they name another")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="table, or json")


def run(args: Namespace) -> int:
    """Reads, shows what it finds, and enters it. Exit code 1 when a paper was refused; the others are entered."""
    documents, refused = _read(args.paths)
    if args.format == "json" and args.dry_run:
        out.record({"documents": documents})
        for sentence in refused:
            out.tell(sentence)
        return 1 if refused else 0
    done: list[Imported] = []
    with desk_of(args) as desk:
        if args.dry_run:
            with desk.trying():
                done = list(import_documents(desk, documents, council=args.council))
        else:
            for paper in import_documents(desk, documents, council=args.council):
                done.append(paper)
                if args.format == "table":
                    out.say("\n".join(_lines(paper)))
    if args.format == "json":
        out.record({"papers": done, "refused": refused})
    elif args.dry_run:
        out.say(
            "\n".join([line for paper in done for line in _lines(paper)] + ["Nothing was entered: this was a dry run."])
        )
    for sentence in refused:
        out.tell(sentence)
    return 1 if refused or any(paper.refused for paper in done) else 0


def _read(paths: list[str]) -> tuple[list[Document], list[str]]:
    documents, refused = [], []
    for path in _files(paths):
        try:
            documents.append(read_file(path))
        except BadInput as error:
            refused.append(str(error))
    return documents, refused


def _files(paths: list[str]) -> Iterator[Path]:
    for text in paths:
        path = Path(text)
        if path.is_dir() and not path.is_symlink():
            yield from sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
        else:
            yield path


def _lines(paper: Imported) -> list[str]:
    name = Path(paper.path).name
    if paper.refused:
        return [f"{name}: refused. {paper.refused}"]
    if paper.again:
        return [f"{name}: read before; nothing changed."]
    lines = [f"{name}:"]
    for entered in paper.entered:
        did = ", ".join(dict.fromkeys(said(move) for move in entered.did)) or "nothing that was not known"
        lines.append(f"  {'new ' if entered.new else ''}{entered.report} {entered.title} — {did}")
    if not paper.entered:
        lines.append("  no report in it")
    lines += [f"  ! {w.message}" for w in paper.warnings]
    return lines + [f"  ? {suggestion} (matters settle)" for suggestion in paper.suggestions]
