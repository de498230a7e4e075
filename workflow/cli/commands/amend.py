"""`matters amend`: changes a fact or the day of an older entry, or fills a gap. The older words stay in the journal."""

from argparse import ArgumentParser, Namespace

from workflow.cli import asking, outcome

SAYS = "change an older fact, or fill a gap"
EXAMPLES = (
    "matters amend R7 notice_given_on=2017-03-07 --why 'the letter was found'",
    "matters amend R7 --entry 41 --on '3 March 2017' --why 'the minutes give the day'",
    "matters amend R7 --clear portfolio --why 'it belongs to none'",
)


def arguments(parser: ArgumentParser) -> None:
    """Report, facts, entry, reason."""
    parser.add_argument("report", metavar="REF", help="R7, or a reference the papers use")
    parser.add_argument("fact", nargs="*", default=[], metavar="NAME=VALUE", help="a fact as it should be")
    parser.add_argument(
        "--entry", type=int, default=0, metavar="N", help="the entry; left out: the latest that knows it"
    )
    parser.add_argument(
        "--clear", action="append", default=[], metavar="NAME", help="a fact that is not known after all"
    )
    parser.add_argument("--facts", metavar="FILE", help="facts from a JSON file; - is standard input")
    asking.add_when(parser, "the day the entry really happened")
    asking.add_how(parser, why="why it is amended")


def run(args: Namespace) -> int:
    """Amends."""
    from states.acts import MoveAct
    from states.errors import BadInput
    from states.facts import NO_FACTS
    from states.words import Move
    from workflow.corrections import amend, to_amend

    with asking.at_desk(args) as desk:
        found = asking.given(args)
        on, why = asking.when(args, desk, found), asking.reason(args, found)
        clears = tuple(name.replace("-", "_") for name in args.clear)
        if not found and not clears and on is None:
            raise BadInput("Say what is to be amended: NAME=VALUE, --clear NAME or --on DATE.")
        with desk.reading() as tx:
            ref, version = asking.looked_at(tx, args.report)
            entry = to_amend(tx, ref, args.entry, [*found, *clears])
            move = Move(entry.act.move) if isinstance(entry.act, MoveAct) else None
            facts = asking.facts_of(desk, tx, move, found) if move and found else NO_FACTS
        if found and move is None:
            raise BadInput(f"R{ref}: entry {entry.number} has no such facts; only its day can be amended.")
        moved = amend(desk, ref, facts, why=why, on=on, entry=entry.number, clears=clears, expected=version)
        return outcome.show(args, desk, moved, f"entry {entry.number} amended, by entry {moved.entry}")
