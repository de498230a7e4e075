"""`matters advance`: makes a move on a report, and says what it brought about."""

from argparse import ArgumentParser, Namespace

from states.words import Move, said
from workflow.cli import asking, outcome

SAYS = "make a move on a report"
EXAMPLES = (
    "matters advance R7 scrutinise --fact meeting=M3 --fact minute=34/16",
    "matters advance R7 publish --on '29 July 2022'",
    "matters advance R7 recommend --on 2017-03-07 --facts note.json --dry-run",
)


def arguments(parser: ArgumentParser) -> None:
    """Report, move, facts."""
    parser.add_argument("report", metavar="REF", help="R7, or a reference the papers use")
    parser.add_argument("move", metavar="MOVE", help="scrutinise, recommend, decide …; the list: matters help moves")
    asking.add_when(parser)
    asking.add_what(parser)
    asking.add_how(parser)


def run(args: Namespace) -> int:
    """Makes the move, or says every reason why it cannot be made."""
    from workflow.engine import make_move
    from workflow.facts_in import move_named

    move = move_named(args.move)
    if move is Move.DRAFT:
        from states.errors import BadInput

        raise BadInput("A report is drafted once, when it is begun: matters new TITLE --body BODY")
    with asking.at_desk(args) as desk:
        found = asking.given(args)
        on, why = asking.when(args, desk, found), asking.reason(args, found)
        with desk.reading() as tx:
            ref, version = asking.looked_at(tx, args.report)
            facts = asking.facts_of(desk, tx, move, found)
        moved = make_move(desk, ref, move, facts, on=on, why=why, expected=version)
        return outcome.show(args, desk, moved, f"{said(move)}, entry {moved.entry}")
