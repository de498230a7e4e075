"""`matters programme`: the work programme."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.views.lists import programme
from workflow.views.names import body_named

SAYS = "the work programme: topics, reports and meetings of a body"
EXAMPLES = ("matters programme", "matters programme --body 'Scrutiny Board (2)' --format json")

COLUMNS = {"topic": "", "title": "Topic", "body": "Body", "status": "Status", "report": "Report", "note": "Note"}


def arguments(parser: ArgumentParser) -> None:
    """Whose."""
    parser.add_argument("--body", metavar="NAME", help="only of this body")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists the topics, each with the report it grew into."""
    with look_of(args) as look:
        body = body_named(look, args.body)
        found = [
            {**row._asdict(), "topic": f"T{row.topic}", "report": f"R{row.report}" if row.report else None}
            for row in programme(look)
            if body is None or row.body == body
        ]
    out.rows(found[: args.limit], COLUMNS, args.format, empty="The work programme is empty.")
    return 0
