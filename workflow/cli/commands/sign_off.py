"""`matters sign-off`: enters what a committee, at a meeting, keeps watching or discharges."""

from argparse import ArgumentParser, Namespace

from states.words import Move, SignOff
from workflow.cli import asking, outcome

SAYS = "enter what a committee keeps watching or discharges"
EXAMPLES = (
    "matters sign-off R7 1=discharged 2=keep_watching --meeting M5 --minute 12/24",
    "matters sign-off R7 all=discharged --meeting M5",
)
_SHORT = {"discharge": "discharged", "keep": "keep_watching", "watch": "keep_watching"}


def arguments(parser: ArgumentParser) -> None:
    """Report, words, meeting, minute."""
    parser.add_argument("report", metavar="REF", help="R7, or a reference the papers use")
    parser.add_argument("sign", nargs="+", metavar="N=WORD", help="keep_watching or discharged; N may be all")
    parser.add_argument("--meeting", required=True, metavar="M5", help="the meeting that said so")
    parser.add_argument("--minute", metavar="12/24", help="the minute number")
    asking.add_when(parser, "the day; left out: the meeting's own")
    asking.add_how(parser)


def run(args: Namespace) -> int:
    """Enters the sign-offs as one move."""
    from states.case import decode_case
    from workflow.cli.commands.respond import numbered
    from workflow.engine import make_move

    with asking.at_desk(args) as desk:
        on = asking.when(args, desk)
        with desk.reading() as tx:
            ref, version = asking.looked_at(tx, args.report)
            row = tx.report(ref)
            real = decode_case(row.folded).real if row else ()
            open_still = [r.number for r in real if r.sign_off is not SignOff.DISCHARGED]
            words = numbered(args.sign, open_still, "discharged")
            signs = [f"{number}={_SHORT.get(word.lower(), word)}" for number, word in words.items()]
            found: dict[str, object] = {"signs": signs, "meeting": args.meeting, "minute": args.minute}
            facts = asking.facts_of(desk, tx, Move.SIGN_OFF, found)
        moved = make_move(desk, ref, Move.SIGN_OFF, facts, on=on, why=args.why, expected=version)
        return outcome.show(args, desk, moved, f"signed off, entry {moved.entry}")
