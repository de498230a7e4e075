"""`matters respond`: enters the answers to recommendations."""

from argparse import ArgumentParser, Namespace

from states.case import Case
from states.errors import BadInput
from states.words import Move, Response
from workflow.cli import asking, outcome

SAYS = "enter the answers to recommendations"
EXAMPLES = (
    "matters respond R7 1=accepted 2=rejected --by Cabinet --on 2017-03-20 --reasons '2=it costs too much'",
    "matters respond R7 all=accepted --by Cabinet --on '20 March 2017' --action-by '1=1 September 2017'",
)
_DETAILS = {
    "reasons": "the reasons; of one answer only: 2=WORDS",
    "text_agreed": "the text as agreed: 2=WORDS",
    "action_by": "the day by which it is done; of one only: 2=DATE",
    "owner": "the post that does it; of one only: 2=POST",
    "published_on": "the day the answer was published",
}


def arguments(parser: ArgumentParser) -> None:
    """Report, answers, by whom, when, and the details of each."""
    parser.add_argument("report", metavar="REF", help="R7, or a reference the papers use")
    parser.add_argument(
        "answer", nargs="+", metavar="N=ANSWER", help="accepted, accepted_in_part, rejected or deferred; N may be all"
    )
    parser.add_argument("--by", metavar="WHOM", help="who answered, such as Cabinet")
    for name, says in _DETAILS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", action="append", default=[], metavar="WORDS", help=says)
    parser.add_argument("--next-update-on", metavar="DATE", help="the day the body hears of it next")
    asking.add_when(parser, "the day it was answered")
    asking.add_how(parser)


def run(args: Namespace) -> int:
    """Enters the answers as one move."""
    from states.case import decode_case
    from workflow.engine import make_move

    with asking.at_desk(args) as desk:
        on = asking.when(args, desk)
        with desk.reading() as tx:
            ref, version = asking.looked_at(tx, args.report)
            row = tx.report(ref)
            given = answers(args, decode_case(row.folded) if row else Case())
            found: dict[str, object] = {"responses": given, "next_update_on": args.next_update_on}
            facts = asking.facts_of(desk, tx, Move.RESPOND, found)
        moved = make_move(desk, ref, Move.RESPOND, facts, on=on, why=args.why, expected=version)
        return outcome.show(args, desk, moved, f"answered, entry {moved.entry}")


def answers(args: Namespace, case: Case) -> list[dict[str, object]]:
    """Each answer typed, with what was typed about it."""
    waiting = [r.number for r in case.real if r.response in (Response.AWAITING, Response.DEFERRED)]
    words = numbered(args.answer, waiting, "accepted")
    details = {name: numbered(getattr(args, name), list(words), "…", all_by_default=True) for name in _DETAILS}
    for name, found in details.items():
        strange = [number for number in found if number not in words]
        if strange:
            raise BadInput(
                f"--{name.replace('_', '-')} {strange[0]}=…: no answer to recommendation {strange[0]} is given."
            )
    return [
        {"recommendation": number, "answer": word, "by": args.by, "on": args.on}
        | {name: found[number] for name, found in details.items() if number in found}
        for number, word in words.items()
    ]


def numbered(texts: list[str], everyone: list[int], example: str, *, all_by_default: bool = False) -> dict[int, str]:
    """`1=accepted`, `all=accepted` or, by default for all, words alone, by recommendation."""
    found: dict[int, str] = {}
    for text in texts:
        number, equals, word = text.partition("=")
        number = number.strip().lower()
        if equals and number.isdigit() and len(number) < 6:
            if int(number) in found and not all_by_default:
                raise BadInput(f"Recommendation {int(number)} is given twice.")
            found[int(number)] = word.strip()
        elif equals and number == "all":
            if not everyone:
                raise BadInput("“all” is none: no recommendation is waiting.")
            found |= {each: word.strip() for each in everyone if each not in found}
        elif all_by_default:
            found |= {each: text.strip() for each in everyone if each not in found}
        else:
            raise BadInput(f"“{text}” is not understood; write the recommendation and the word, such as 1={example}.")
    return found
