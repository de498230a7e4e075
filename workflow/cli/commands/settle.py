"""`matters settle`: suggestions, warnings, gaps and irregularities, answered by a person."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workflow.cli import out
from workflow.cli.place import add_reading, desk_of, look_of
from workflow.lookups import numbered, report_ref
from workflow.settling import answer, settle_everywhere, settle_report, settle_warning, waiting

SAYS = "settle suggestions, warnings, gaps and irregularities"
EXAMPLES = (
    "matters settle",
    "matters settle S1 --yes --to R2",
    "matters settle W1 --why 'looked up: it was 25 February 2020'",
    "matters settle R1 3:minute --why 'not known'",
    "matters settle --name minute --why 'not known'",
)

COLUMNS = {
    "ref": "", "report": "Report", "words": "What", "candidates": "May mean", "quote": "In the paper's words",
    "paper": "Paper",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """What is settled, and how."""
    parser.add_argument("what", nargs="?", metavar="WHAT", help="a suggestion (S1), a warning (W1) or a report (R1)")
    parser.add_argument("keys", nargs="*", metavar="KEY", help="of a report: the gaps' keys; without them, all")
    said = parser.add_mutually_exclusive_group()
    said.add_argument("--yes", action="store_true", help="a suggestion is right: make it")
    said.add_argument("--no", action="store_true", help="a suggestion is wrong: let it go")
    parser.add_argument("--to", metavar="REF", help="the report a suggested link means")
    parser.add_argument("--name", metavar="NAME", help="every gap and irregularity of this name, in all reports")
    parser.add_argument("--why", metavar="WORDS", help="what is made of it, such as 'not known'")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Settles, or lists what waits."""
    if args.what is None and args.name is None:
        with look_of(args) as look:
            found = waiting(look.tx)
        shown: list[object] = list(found[: args.limit])
        if args.format == "table":
            shown = [{**out.plain(w), "paper": Path(w.path).name if w.path else None} for w in found[: args.limit]]
        out.rows(shown, COLUMNS, args.format, empty="Nothing waits for a person.")
        return 0
    with desk_of(args) as desk:
        if args.name:
            many = settle_everywhere(desk, args.name, args.why or "")
            out.say(f"Settled {many} of the name “{args.name}”: {args.why}.")
        elif (suggestion := _number(args.what, "S")) is not None:
            if not (args.yes or args.no):
                raise out.WrongUse(f"Say --yes or --no to {args.what}.")
            with desk.reading() as tx:
                to = report_ref(tx, args.to) if args.to else None
            moved = answer(desk, suggestion, yes=args.yes, to=to)
            out.say(f"S{suggestion}: yes; R{moved.ref} is tied." if moved else f"S{suggestion}: no.")
        elif (warning := _number(args.what, "W")) is not None:
            settle_warning(desk, warning, args.why or "")
            out.say(f"W{warning} is settled: {args.why}.")
        else:
            with desk.reading() as tx:
                report = report_ref(tx, args.what)
            settle_report(desk, report, tuple(args.keys), args.why or "")
            out.say(f"R{report}: settled: {args.why}.")
    return 0


def _number(text: str, letter: str) -> int | None:
    return numbered(text, letter) if text[:1].upper() == letter else None
