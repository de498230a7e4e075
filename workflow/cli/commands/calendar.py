"""`matters calendar`: days for people's calendar programs."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import date, timedelta
from pathlib import Path

from states.days import said_day
from states.errors import BadInput
from workflow.cli import out
from workflow.cli.place import a_day, add_reading, look_of

SAYS = "meetings, due days and windows for a calendar program (iCalendar)"
EXAMPLES = (
    "matters calendar --out scrutiny.ics",
    "matters calendar --body 'Scrutiny Board (2)' --from 2026-01-01",
    "matters calendar --officer 'Director of Public Health' --format json",
)
COLUMNS = {"first": "Day", "time": "Time", "summary": "What", "place": "Where", "cancelled": "Cancelled"}


def arguments(parser: ArgumentParser) -> None:
    """Whose, from when to when, and where to."""
    parser.add_argument("--body", metavar="NAME", help="only of this body")
    parser.add_argument("--officer", metavar="NAME", help="only what this post, person or lead officer has to do with")
    parser.add_argument("--from", dest="first", type=a_day, metavar="DAY", help="from this day on; else 92 days back")
    parser.add_argument("--to", dest="last", type=a_day, metavar="DAY", help="until this day")
    parser.add_argument("--out", metavar="FILE", help="write the iCalendar file there; else it is printed")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Writes the calendar, or lists what is in it."""
    from workflow.views.calendar import BACK, calendar

    if args.first and args.last and args.last < args.first:
        raise BadInput(f"{said_day(args.last)} (--to) is before {said_day(args.first)} (--from).")
    with look_of(args) as look:
        first = args.first or look.day - timedelta(days=min(BACK, (look.day - date.min).days))
        found = calendar(look, first, args.last or date.max, body=args.body, officer=args.officer)
    if args.limit is not None and len(found) > args.limit:
        out.tell(f"Left out (--limit): {_entries(len(found) - args.limit)}.")
        found = found[: args.limit]
    if args.format != "table":
        if args.out:
            raise out.WrongUse("--out writes iCalendar; leave --format out, or --out.")
        out.rows(found, COLUMNS, args.format)
        return 0
    from workflow.calendar_out.ics import written

    file = written(found, name=_name(args))
    if args.out:
        _file(Path(args.out).expanduser(), file)
        out.tell(f"{_entries(len(found))} written to {args.out}.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(file)
    return 0


def _entries(many: int) -> str:
    return f"{many} {'entry' if many == 1 else 'entries'}"


def _name(args: Namespace) -> str:
    return " – ".join(("Scrutiny", *(each for each in (args.body, args.officer) if each)))


def _file(path: Path, file: bytes) -> None:
    from workflow.filed import SHARED, put

    try:
        put(path, file, SHARED)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror}. Nothing was changed there.") from None
