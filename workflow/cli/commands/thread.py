"""`matters thread`: the reports joined to one through the years."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.views.thread import thread

SAYS = "the reports joined to one through the years"
EXAMPLES = ("matters thread R1", "matters thread 24/00093 --format json")

COLUMNS = {"when": "When", "report": "", "title": "Title", "minute": "Minute", "body": "Body", "how": "Tied by"}


def arguments(parser: ArgumentParser) -> None:
    """The report."""
    parser.add_argument("ref", metavar="REF", help="a report: R1, or a reference the papers use")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists the thread, earliest first, with minutes that no report is known for."""
    with look_of(args) as look:
        found = thread(look, args.ref)
    out.rows(found[: args.limit], COLUMNS, args.format)
    return 0
