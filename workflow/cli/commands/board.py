"""`matters` alone: on a terminal it opens the screens; otherwise it prints the board, one line a report."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SCREENS = "tui.app"
"""The module whose `run` opens the screens. It is named, not imported: no floor imports the one above it."""

HEADINGS = {
    "report": "Report",
    "title": "Title",
    "body": "Body",
    "lead_officer": "Lead officer",
    "next_due": "Next due",
}
SAYS = "the screens; without a terminal the board: where every open report stands, and what is due next"
EXAMPLES = ("matters", "matters --as-of 2017-06-01")


def arguments(parser: ArgumentParser) -> None:
    """Only what every reading command takes."""
    from workflow.cli.place import add_reading

    add_reading(parser)


def quick(words: list[str], common: dict[str, str]) -> int | None:
    """Opens the screens on a terminal, on today or as of a day; None where the board is to be printed."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or words[:1] not in ([], ["--as-of"]) or len(words) > 2:
        return None
    from workflow.cli.who import at_the_desk
    from workflow.settings import database, file_of

    as_of = None
    if words:
        from argparse import ArgumentTypeError

        from workflow.cli.place import a_day

        try:
            as_of = a_day(words[-1])
        except ArgumentTypeError:
            return None
    who = at_the_desk(common.get("--who"))
    place = database(common.get("--db"), common.get("--config"))
    file = file_of(place.url)
    if file is not None and place.said_by == "the platform's place":
        os.makedirs(os.path.dirname(file), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
    gc.disable()  # nothing that is loaded now is rubbish; the screens look for it once the first of them stands
    return int(__import__(SCREENS, fromlist=["run"]).run(place.url, who, as_of=as_of, config=common.get("--config")))


def run(args: Namespace) -> int:
    """Prints the board."""
    from states.words import said
    from workflow.cli import out
    from workflow.cli.place import look_of

    with look_of(args) as look:
        from workflow.views.board import board

        columns = board(look, limit=args.limit or 20)
    if args.format == "json":
        out.record(columns)
        return 0
    if args.format == "csv":
        out.rows([report for column in columns for report in column.reports], HEADINGS, "csv")
        return 0
    if not any(column.many for column in columns):
        out.tell("There is no report yet. Begin one (matters new), read papers (matters import), or try: matters demo")
    for column in columns:
        if column.many:
            some = f", the first {len(column.reports)}" if column.many > len(column.reports) else ""
            name = said(column.state)
            out.heading(f"{name[0].upper()}{name[1:]} ({column.many}{some})")
            out.rows(column.reports, HEADINGS)
            out.say("")
    return 0
