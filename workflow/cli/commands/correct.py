"""`matters correct`: strikes an entry that was wrong, and may put another move in its place. Nothing is erased."""

from argparse import ArgumentParser, Namespace

from states.words import said
from workflow.cli import asking, outcome
from workflow.engine import Moved

SAYS = "strike an entry that was wrong, with a reason"
EXAMPLES = (
    "matters correct R7 --why 'entered on the wrong report'",
    "matters correct R7 --entry 41 --why 'it was noted' --with noted --fact minute=12/24",
)


def arguments(parser: ArgumentParser) -> None:
    """Report, entry, reason, replacement."""
    parser.add_argument("report", metavar="REF", help="R7, or a reference the papers use")
    parser.add_argument("--entry", type=int, default=0, metavar="N", help="the entry; else the move that happened last")
    parser.add_argument("--with", dest="move", metavar="MOVE", help="the move that takes its place")
    asking.add_when(parser, "when the move in its place happened; left out: the day of the one struck")
    asking.add_what(parser)
    asking.add_how(parser, why="why it is corrected")


def run(args: Namespace) -> int:
    """Strikes, and replaces."""
    from states.errors import BadInput
    from workflow.corrections import correct
    from workflow.facts_in import move_named

    move = move_named(args.move) if args.move else None
    with asking.at_desk(args) as desk:
        found = asking.given(args)
        on, why = asking.when(args, desk, found), asking.reason(args, found)
        if move is None and (found or on is not None):
            raise BadInput("Facts and a day belong to the move that takes its place: say which, with --with MOVE.")
        with desk.reading() as tx:
            ref, version = asking.looked_at(tx, args.report, gone=True)
            facts = asking.facts_of(desk, tx, move, found) if move else None
        replacement = (move, facts, on) if move is not None and facts is not None else None
        moved = correct(desk, ref, why or "", entry=args.entry, replacement=replacement, expected=version)
        return outcome.show(args, desk, moved, f"{_struck(moved)}, entry {moved.entry}")


def _struck(moved: Moved) -> str:
    """What was struck, in words: `recommend of 7 Mar 2017 is struck`."""
    stand = {r.entry for r in moved.after.reached}
    gone = [f"{said(r.move)} ({r.on})" for r in moved.before.reached if r.entry not in stand]
    return f"struck: {', '.join(gone)}" if gone else "corrected"
