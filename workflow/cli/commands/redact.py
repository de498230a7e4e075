"""`matters redact`: takes words out of the record. It cannot be taken back, so it asks first."""

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from workflow.cli import out
from workflow.cli.place import desk_of

if TYPE_CHECKING:
    from db.tx import Tx

SAYS = "take words out of the record, leaving their digest"
EXAMPLES = (
    "matters redact R7 --entry 41 --words 'Mr A. Resident' --why 'a private person' --by 'Monitoring Officer' --yes",
)


def arguments(parser: ArgumentParser) -> None:
    """Record, entry, words, reason, name."""
    parser.add_argument("record", metavar="REF", help="R7, or another record such as P3")
    parser.add_argument("--entry", type=int, required=True, metavar="N", help="the entry the words stand in")
    parser.add_argument("--words", required=True, metavar="WORDS", help="the words, as they stand there")
    parser.add_argument("--why", required=True, metavar="WORDS", help="the reason, without those words")
    parser.add_argument("--by", required=True, metavar="NAME", help="who decided it")
    parser.add_argument("--yes", action="store_true", help="do it without asking")


def run(args: Namespace) -> int:
    """Asks, and takes them out."""
    from workflow.redaction import redact

    with desk_of(args) as desk:
        with desk.reading() as tx:
            record = _record(tx, args.record)
        if not args.yes and not _sure(record, args.entry):
            out.tell("Nothing was changed.")
            return 1
        done = redact(desk, record, args.entry, args.words, why=args.why, by=args.by)
    times = "once" if done.times == 1 else f"{done.times} times"
    out.say(f"{done.record} · entry {done.entry} · taken out {times}, by entry {done.by}")
    for entry, where in done.elsewhere:
        out.say(f"The words stand still in entry {entry} of {where}: matters redact {where} --entry {entry} …")
    return 0


def _record(tx: "Tx", text: str) -> str:
    from db.shaped import RECORDS
    from workflow.lookups import numbered, report_ref

    letter = text.strip()[:1].upper()
    if letter in RECORDS and (number := numbered(text, letter)):
        return f"{letter}{number}"
    return f"R{report_ref(tx, text)}"


def _sure(record: str, entry: int) -> bool:
    from workflow.cli.out import WrongUse

    if not sys.stdin.isatty():
        raise WrongUse("Taking words out cannot be taken back. Say that you are sure, with --yes.")
    out.tell(f"The words will be gone from entry {entry} of {record} for good; their digest stays.")
    return input("Take them out? [y/N] ").strip().lower() in ("y", "yes")
