"""`matters find`: whatever happened to …?"""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.views.lists import find

SAYS = "reports, quotations, minutes and promises with these words"
EXAMPLES = ("matters find libraries", "matters find 'family hubs' --format json")

COLUMNS = {"report": "", "kind": "In", "title": "Title", "words": "Words"}


def arguments(parser: ArgumentParser) -> None:
    """The words."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what holds all these words, whatever their endings")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists where they stand."""
    words = " ".join(args.words)
    with look_of(args) as look:
        found = [
            {**row._asdict(), "report": f"R{row.report}" if row.report else None}
            for row in find(look, words, limit=args.limit)
        ]
    out.rows(found, COLUMNS, args.format, empty=f"“{words}” stands nowhere.")
    return 0 if found else 1
