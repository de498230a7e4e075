"""`matters meetings`: meetings to come and held, with their items."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import a_day, add_reading, look_of
from workflow.lookups import numbered
from workflow.views.lists import agenda, meetings
from workflow.views.names import body_named

SAYS = "meetings to come and held, with their items"
EXAMPLES = ("matters meetings", "matters meetings --body Cabinet --to 2026-12-31", "matters meetings M3")

COLUMNS = {
    "meeting": "",
    "day": "Day",
    "body": "Body",
    "status": "Status",
    "items": "Items",
    "moved_from": "Moved from",
}
AGENDA = {"item_number": "Item", "report": "", "title": "Title", "minute": "Minute", "outcome": "Outcome"}


def arguments(parser: ArgumentParser) -> None:
    """One meeting, or which."""
    parser.add_argument("meeting", nargs="?", metavar="MEETING", help="the agenda of this meeting, such as M3")
    parser.add_argument("--body", metavar="NAME", help="only of this body")
    parser.add_argument("--from", dest="first", type=a_day, metavar="DAY", help="from this day on")
    parser.add_argument("--to", dest="last", type=a_day, metavar="DAY", help="until this day")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Lists the meetings, or what is on one meeting's agenda."""
    with look_of(args) as look:
        if args.meeting:
            number = numbered(args.meeting, "M")
            if number is None:
                raise out.WrongUse(f"“{args.meeting}” is no meeting; write M3.")
            items = [{**r._asdict(), "report": f"R{r.report}"} for r in agenda(look, number)]
            out.rows(items[: args.limit], AGENDA, args.format, empty=f"Nothing is listed for M{number}.")
            return 0
        body = body_named(look, args.body)
        found = [
            {**r._asdict(), "meeting": f"M{r.meeting}"}
            for r in meetings(look, body=body, first=args.first, last=args.last, limit=args.limit)
        ]
    out.rows(found, COLUMNS, args.format, empty="There is no such meeting.")
    return 0
