"""What the commands that change a report have in common: the options they take, and how what is typed becomes facts."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import msgspec

from db.tx import Tx
from states.british_dates import parse_day, parse_on
from states.days import On
from states.errors import BadInput
from states.facts import Facts
from states.words import Move
from workflow.cli.place import desk_of
from workflow.desk import Desk
from workflow.facts_in import pairs, read_facts
from workflow.lookups import Lookup, numbered, report_ref

_LARGEST = 5_000_000


def add_what(parser: ArgumentParser) -> None:
    """Adds `--fact` and `--facts`."""
    parser.add_argument("--fact", action="append", default=[], metavar="NAME=VALUE", help="a fact; may be repeated")
    parser.add_argument("--facts", metavar="FILE", help="facts from a JSON file; - is standard input")


def add_when(parser: ArgumentParser, says: str = "when it happened; a month, a span or “not known” will do") -> None:
    """Adds `--on`."""
    parser.add_argument("--on", metavar="DATE", help=says)


def add_how(parser: ArgumentParser, *, why: str | None = "the reason") -> None:
    """Adds `--why`, `--dry-run` and `--format`."""
    if why:
        parser.add_argument("--why", metavar="WORDS", help=why)
    parser.add_argument("--dry-run", action="store_true", help="show what would happen and change nothing")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="sentences, or one JSON object")


@contextmanager
def at_desk(args: Namespace) -> Iterator[Desk]:
    """The desk of a command; with `--dry-run` everything done there is undone at the end."""
    with desk_of(args) as desk:
        trial: AbstractContextManager[object] = desk.trying() if getattr(args, "dry_run", False) else nullcontext()
        with trial:
            yield desk


def looked_at(tx: Tx, text: str, *, gone: bool = False) -> tuple[int, int]:
    """The number of a report, and the version of it that is looked at now; `gone`: also of one that was merged."""
    ref = report_ref(tx, text, gone=gone)
    row = tx.report(ref)
    return ref, row.version if row else 0


def given(args: Namespace) -> dict[str, object]:
    """The facts typed with `--fact` and read with `--facts`; what is typed counts before what is read."""
    found = from_json(args.facts, dict) if getattr(args, "facts", None) else {}
    return {str(name).replace("-", "_"): value for name, value in found.items()} | pairs(getattr(args, "fact", []))


def facts_of(desk: Desk, tx: Tx, move: Move, found: dict[str, object]) -> Facts:
    """The facts of a move from what was given."""
    return read_facts(move, found, Lookup(tx), desk.today)


def when(args: Namespace, desk: Desk, found: dict[str, object] | None = None) -> On | None:
    """When it happened, from `--on` or a fact `on`; None leaves it to the engine."""
    text = (found or {}).pop("on", None)
    typed = args.on if args.on is not None else text
    return parse_on(str(typed), desk.today) if typed is not None else None


def reason(args: Namespace, found: dict[str, object]) -> str | None:
    """The reason, from `--why` or a fact `why`."""
    text = found.pop("why", None)
    return args.why if args.why is not None else str(text) if text is not None else None


def day(desk: Desk, text: str | None) -> Any:
    """The day typed, or None."""
    return parse_day(text, desk.today) if text else None


def meeting(text: str) -> int:
    """The number of a meeting typed as `M3`."""
    found = numbered(text, "M")
    if found is None:
        raise BadInput(f"“{text}” is no meeting; write it like M3. List them with: matters meetings")
    return found


def from_json(place: str, kind: Any) -> Any:
    """A JSON file's value, of a kind such as dict or list; `-` is standard input. BadInput when it is none."""
    if place == "-":
        text = sys.stdin.buffer.read(_LARGEST + 1) if hasattr(sys.stdin, "buffer") else sys.stdin.read().encode()
    else:
        try:
            with Path(place).open("rb") as file:
                text = file.read(_LARGEST + 1)
        except OSError as error:
            raise BadInput(f"{place} cannot be read ({(error.strerror or 'no answer').lower()}).") from None
    if len(text) > _LARGEST:
        raise BadInput(f"{place} is larger than {_LARGEST // 1_000_000} MB; that is no list of facts.")
    try:
        value = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{place} is no JSON ({error}).") from None
    if not isinstance(value, kind):
        raise BadInput(f"{place} holds no {'object' if kind is dict else 'list'} of the kind that is wanted here.")
    return value
