"""`matters promises`: what was promised without a date."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.in_order import add_sort, in_order
from workflow.cli.place import add_reading, look_of
from workflow.views.lists import promises
from workflow.views.names import body_named
from workflow.views.records import Promised

SAYS = "promises without a date, with the words they were made in"
EXAMPLES = ("matters promises", "matters promises --format json")

COLUMNS = {
    "report": "", "number": "No.", "title": "Title", "quote": "In its own words", "condition": "Waits for",
    "owner": "Who", "chase_on": "Chase on",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """The filter."""
    parser.add_argument("--body", metavar="NAME", help="only of this scrutiny body")
    add_sort(parser)
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists everything owed that has no day."""
    with look_of(args) as look:
        body = body_named(look, args.body)
        found = in_order(
            lambda limit: promises(look, limit=limit, body=body), Promised.__struct_fields__, args.sort, args.limit
        )
    out.rows(found, COLUMNS, args.format, empty="Nothing is owed without a date.")
    return 0
