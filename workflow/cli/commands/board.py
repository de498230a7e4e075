"""`matters` alone: on a terminal it opens the screens; otherwise it prints the board, one line a report."""

import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from states.words import said
from workflow.cli import out
from workflow.cli.place import add_reading, look_of, place_of, who_of
from workflow.settings import file_of

HEADINGS = {
    "report": "Report",
    "title": "Title",
    "body": "Body",
    "lead_officer": "Lead officer",
    "next_due": "Next due",
}
SCREENS = "tui.app"
"""The module whose `run` opens the screens. It is named, not imported: no floor imports the one above it."""

SAYS = "the board: every open report, where it stands, and what is due next"
EXAMPLES = ("matters", "matters --as-of 2017-06-01")


def arguments(parser: ArgumentParser) -> None:
    """Only what every reading command takes."""
    add_reading(parser)


def run(args: Namespace) -> int:
    """Opens the screens, or prints the board where there is no terminal or a form of printing was asked for."""
    if args.format == "table" and not (args.limit or args.known_at) and sys.stdin.isatty() and sys.stdout.isatty():
        return open_screens(args)
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


def open_screens(args: Namespace) -> int:
    """Opens the screens on the database asked for, until they are left; the exit code."""
    place, who = place_of(args), who_of(args)
    file = file_of(place.url)
    if file is not None and place.said_by == "the platform's place":
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    return int(import_module(SCREENS).run(place.url, who, as_of=getattr(args, "as_of", None)))
