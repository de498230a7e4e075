"""`matters split`: one report turns out to be two."""

from argparse import ArgumentParser, Namespace

from workflow.cli import asking, outcome

SAYS = "one report turns out to be two"
EXAMPLES = (
    "matters split R3 --recommendations 3,4 --title 'Ward councillors' --why 'another matter'",
    "matters split R3 --entries 41,44 --title 'Family hubs' --why 'entered on the wrong report'",
)


def arguments(parser: ArgumentParser) -> None:
    """The report, what goes, the title of the new one, and why."""
    parser.add_argument("report", metavar="REF", help="the report: R3, or a reference the papers use")
    parser.add_argument("--recommendations", metavar="N,N", help="these, with their answers and follow-ups")
    parser.add_argument("--entries", metavar="N,N", help="these entries, as matters history shows them")
    parser.add_argument("--title", metavar="WORDS", help="what the new report is called")
    parser.add_argument("--body", metavar="BODY", help="its scrutiny body, where that is another: by name or B2")
    asking.add_how(parser, why="why it is two")


def run(args: Namespace) -> int:
    """Splits. `matters correct` with the entry that is named takes it back."""
    from workflow.lookups import Lookup, report_ref
    from workflow.splitting import split

    with asking.at_desk(args) as desk:
        with desk.reading() as tx:
            ref = report_ref(tx, args.report)
            body = Lookup(tx).body(args.body) if args.body else None
        done = split(
            desk, ref, args.title, args.why, entries=_numbers(args.entries),
            recommendations=_numbers(args.recommendations), body=body,
        )  # fmt: skip
        return outcome.show(args, desk, done.new, f"begun out of R{ref}, which gave it up by entry {done.left.entry}")


def _numbers(text: str | None) -> list[int]:
    from states.errors import BadInput

    words = (text or "").replace(",", " ").split()
    if not all(word.isdigit() and len(word) < 10 for word in words):
        raise BadInput(f"“{text}” are no numbers; write them like 3,4.")
    return [int(word) for word in words]
