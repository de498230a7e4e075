"""`matters due`: what falls due soon."""

import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from workflow.cli import out
from workflow.cli.in_order import add_sort, in_order
from workflow.cli.place import add_reading, look_of
from workflow.views.lists import due
from workflow.views.names import body_named, owner_named
from workflow.views.records import Owed

SAYS = "what falls due soon"
EXAMPLES = ("matters due", "matters due --within 14d", "matters due --within 6w --format json")

COLUMNS = {
    "report": "", "number": "No.", "title": "Title", "clock": "Clock", "recommendation": "Rec.", "owner": "Who",
    "due": "Due", "agreed": "Agreed", "days_to": "In", "note": "Note",
}  # fmt: skip
_SPANS = {"d": 1, "w": 7, "m": 30}


def arguments(parser: ArgumentParser) -> None:
    """How far to look ahead."""
    parser.add_argument(
        "--within", type=days, default=14, metavar="DAYS", help="how far ahead: 14d, 6w or 2m; 14d if left out"
    )
    parser.add_argument("--body", metavar="NAME", help="only of this scrutiny body")
    parser.add_argument("--owner", metavar="POST", help="only what this post owes")
    add_sort(parser)
    add_reading(parser)


def days(text: str) -> int:
    """Calendar days of `14d`, `6w`, `2m` (of thirty days) or `14`."""
    match = re.fullmatch(r"([0-9]{1,4}) ?([dwm]?)", text.strip().lower())
    if match is None:
        raise ArgumentTypeError(f"“{text}” is no stretch of days; write 14d, 6w or 2m")
    return int(match[1]) * _SPANS.get(match[2], 1)


def run(args: Namespace) -> int:
    """Lists what falls due, windows that close and dated promises among it."""
    with look_of(args) as look:
        body, owner = body_named(look, args.body), owner_named(look, args.owner)
        found = in_order(
            lambda limit: due(look, args.within, limit=limit, body=body, owner=owner),
            Owed.__struct_fields__,
            args.sort,
            args.limit,
        )
    empty = f"Nothing falls due within {args.within} days."
    if args.format == "table":
        out.rows([{**out.plain(row), "days_to": _in(-row.days_late)} for row in found], COLUMNS, empty=empty)
    else:
        out.rows(found, {}, args.format, empty=empty)
    return 0


def _in(days: int) -> str:
    return "today" if days == 0 else f"{days} {'day' if days == 1 else 'days'}"
