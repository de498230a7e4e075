"""`matters` alone: the board, one line a report, until there are screens to open."""

from argparse import ArgumentParser, Namespace

from workflow.cli import out
from workflow.cli.place import add_reading, look_of

SAYS = "the board: every open report, where it stands, and what is due next"
EXAMPLES = ("matters", "matters --as-of 2017-06-01")


def arguments(parser: ArgumentParser) -> None:
    """Only what every reading command takes."""
    add_reading(parser)


def run(args: Namespace) -> int:
    """Prints the board."""
    from workflow.views.board import board

    with look_of(args) as look:
        out.rows(
            board(look, limit=args.limit),
            {"report": "Report", "title": "Title", "state": "State", "body": "Body", "next_due": "Next due"},
            args.format,
            empty="There is no open report yet. Begin one with: matters new, or read papers with: matters import",
        )
    return 0
