"""`matters` alone: the board, one line a report, until there are screens to open."""

from argparse import ArgumentParser, Namespace

from states.words import said
from workflow.cli import out
from workflow.cli.place import add_reading, look_of

HEADINGS = {
    "report": "Report",
    "title": "Title",
    "body": "Body",
    "lead_officer": "Lead officer",
    "next_due": "Next due",
}
SAYS = "the board: every open report, where it stands, and what is due next"
EXAMPLES = ("matters", "matters --as-of 2017-06-01")


def arguments(parser: ArgumentParser) -> None:
    """Only what every reading command takes."""
    add_reading(parser)


def run(args: Namespace) -> int:
    """Prints the board."""
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
