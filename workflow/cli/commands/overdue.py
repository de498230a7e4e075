"""`matters overdue`: what is owed and late. Asked many times a day, so it has a quick way without parser or mapper.

The quick way reads a SQLite file with `db.quick` and answers nothing else; it gives exactly what the usual way gives.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable
    from typing import Any

SAYS = "what is owed and late, the longest first"
EXAMPLES = (
    "matters overdue",
    "matters overdue --against statute --as-of 2017-06-01",
    "matters overdue --format csv --limit 50",
    "matters overdue --sort owner",
)

AGAINST = ("agreed", "statute")
NAMES = (
    "report", "title", "clock", "body", "owner", "due", "agreed", "days_late", "recommendation", "exempt", "number",
    "note",
)  # fmt: skip
COLUMNS = {
    "report": "Report",
    "number": "No.",
    "recommendation": "Rec.",
    "title": "Title",
    "clock": "Clock",
    "owner": "Who",
    "due": "Due",
    "agreed": "Agreed",
    "days_late": "Days late",
    "body": "Body",
    "exempt": "Exempt",
    "note": "Note",
}


def arguments(parser: ArgumentParser) -> None:
    """Which date lateness is counted against."""
    from workflow.cli.in_order import add_sort
    from workflow.cli.place import add_reading

    parser.add_argument(
        "--against", choices=AGAINST, default="agreed", help="late against what was agreed (the default), or the rule"
    )
    add_sort(parser)
    add_reading(parser)


def run(args: Namespace) -> int:
    """The usual way: also for the past, and for a server."""
    from workflow.cli.in_order import in_order
    from workflow.cli.place import look_of

    with look_of(args) as look:
        from workflow.views.lists import overdue

        found = in_order(lambda limit: overdue(look, against=args.against, limit=limit), NAMES, args.sort, args.limit)
        return _print(
            ({name: getattr(row, name) for name in NAMES} for row in found), args.format, look.day.isoformat()
        )


def quick(words: list[str], common: dict[str, str]) -> int | None:
    """The quick way, or None where it has no answer."""
    asked = _asked(words)
    if asked is None:
        return None
    from workflow.settings import database, file_of

    file = file_of(database(common.get("--db"), common.get("--config")).url)
    if file is None or not os.path.isfile(file):  # noqa: PTH113
        return None
    from db import quick

    day = asked["--as-of"] or _today()
    try:
        found = quick.overdue(file, day, asked["--against"], int(asked["--limit"]))
    except quick.CannotSay:
        return None
    return _print((_named(row) for row in found), asked["--format"], day)


def _asked(words: list[str]) -> dict[str, str] | None:
    """The options, if each is one the quick way can serve; else None, and the parser has its say."""
    from workflow.cli.out import FORMS

    asked = {"--against": "agreed", "--as-of": "", "--format": "table", "--limit": "-1"}
    waiting = iter(words)
    for word in waiting:
        option, equals, value = word.partition("=")
        if option not in asked:
            return None
        asked[option] = value if equals else next(waiting, "")
        if not asked[option]:
            return None
    limit, day = asked["--limit"], asked["--as-of"]
    if asked["--against"] not in AGAINST or asked["--format"] not in FORMS or (day and not _iso(day)):
        return None
    counted = limit.isascii() and limit.isdigit() and len(limit) < 15 and int(limit) > 0
    return asked if counted or limit == "-1" else None


def _iso(text: str) -> bool:
    """Whether a text is a day written like 2017-06-01, in a year that the usual way takes too."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() == text and 1974 <= int(text[:4]) <= 2100
    except ValueError:
        return False


def _today() -> str:
    from workflow.cli.today import today

    return today().isoformat()


def _named(row: tuple[Any, ...]) -> dict[str, Any]:
    named = dict(zip(NAMES, row, strict=True))
    return {**named, "report": f"R{row[0]}", "exempt": bool(named["exempt"])}


def _print(found: Iterable[dict[str, Any]], form: str, day: str) -> int:
    """Prints the rows: both ways end here."""
    from workflow.cli.out import rows

    listed = list(found)
    if form == "table":
        for row in listed:
            row["clock"] = str(row["clock"]).replace("_", " ")
            row["exempt"] = row["exempt"] or None
    rows(listed, COLUMNS if form == "table" else dict.fromkeys(NAMES, ""), form, empty=f"Nothing is overdue on {day}.")
    return 0
