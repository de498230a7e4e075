"""`matters gaps`: what is not known."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.lookups import report_ref
from workflow.views.lists import gaps
from workflow.views.names import body_named

SAYS = "what is not known"
EXAMPLES = ("matters gaps", "matters gaps R1 --format json")

COLUMNS = {"report": "", "title": "Title", "key": "Key", "says": "What"}


def arguments(parser: ArgumentParser) -> None:
    """The report, or all of them."""
    parser.add_argument("ref", nargs="?", metavar="REF", help="only of this report")
    parser.add_argument("--body", metavar="NAME", help="only of this scrutiny body")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists them, each with the key by which `matters settle` settles it."""
    with look_of(args) as look:
        report = report_ref(look.tx, args.ref) if args.ref else None
        found = gaps(look, report=report, body=body_named(look, args.body), limit=args.limit)
    out.rows(found, COLUMNS, args.format, empty="Nothing is missing.")
    return 0
