"""`matters round`: after a meeting, its agenda item by item: outcome, recommendations, promises, sign-offs.

At a terminal it asks; from a file it takes the answers. Each item is one transaction, so it can be left at any item.
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from states.errors import BadInput, MattersError
from states.words import said as in_words
from workflow.cli import asking, out, outcome
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.round import Item, Said, agenda, enter, sayings

SAYS = "go through a held meeting's agenda item by item"
EXAMPLES = (
    "matters round M3",
    "matters round M3 --from answers.json",
)


def arguments(parser: ArgumentParser) -> None:
    """Meeting, file."""
    parser.add_argument("meeting", metavar="M3", help="a meeting that was held")
    parser.add_argument("--from", dest="file", metavar="FILE", help="the answers, as JSON; - is standard input")
    parser.add_argument("--again", action="store_true", help="ask about the items that are dealt with, too")
    parser.add_argument("--format", choices=("table", "json"), default="table", help="sentences, or JSON")


def run(args: Namespace) -> int:
    """Walks the agenda."""
    from workflow.cli.place import desk_of

    meeting = asking.meeting(args.meeting)
    with desk_of(args) as desk:
        if args.file:
            return _from_file(args, desk, meeting)
        if not sys.stdin.isatty():
            raise out.WrongUse("A round asks at a terminal; for a script give the answers with --from FILE.json.")
        from workflow.cli.round_asked import ask

        with desk.reading() as tx:
            sitting, items = agenda(tx, meeting)
        waiting = [item for item in items if args.again or not item.done]
        out.say(f"M{meeting} · {sitting} · {len(items)} on the agenda, {len(waiting)} to go")
        for at, item in enumerate(waiting, start=1):
            if not _asked(desk, meeting, item, f"{at} of {len(waiting)}", ask):
                out.say(f"Left at {item.title}. Go on later with: matters round M{meeting}")
                return 0
        out.say("That is the whole agenda.")
        return 0


def _asked(desk: Desk, meeting: int, item: Item, place: str, ask: Any) -> bool:
    """Asks about one item until it is entered or passed over; False when the round is left."""
    while True:
        said = ask(desk, item, place)
        if said is None:
            return False
        if said.outcome == "skip":
            return True
        try:
            _say(desk, enter(desk, meeting, item.report, said, expected=item.version), said)
            return True
        except MattersError as refused:
            out.tell(str(refused))
            out.tell("Nothing of this item was entered. Answer again, or: skip, quit.")


def _from_file(args: Namespace, desk: Desk, meeting: int) -> int:
    value = asking.from_json(args.file, dict | list)
    values = value.get("items") if isinstance(value, dict) else value
    if not isinstance(values, list):
        raise BadInput(f"{args.file} holds no list of items.")
    with desk.reading() as tx:
        _, items = agenda(tx, meeting)
        answers = sayings(values, tx)
    refused: list[str] = []
    entered: list[Moved] = []
    for ref, said in answers:
        item = next((item for item in items if item.report == ref), None)
        if item is not None and item.done and not args.again:
            out.tell(f"R{ref} · {item.title} · dealt with already, passed over")
            continue
        try:
            done = enter(desk, meeting, ref, said, expected=item.version if item else None)
        except MattersError as error:
            refused.append(str(error))
            continue
        entered += done
        if args.format != "json":
            _say(desk, done, said)
    if args.format == "json":
        out.record({"entered": [outcome.as_json(desk, moved) for moved in entered], "refused": refused})
    for sentence in refused:
        out.tell(sentence)
    return 1 if refused else 0


def _say(desk: Desk, done: list[Moved], said: Said) -> None:
    if not done:
        out.say(f"{in_words(said.outcome)}: nothing was entered; list it for another meeting.")
        return
    whole = Moved(done[-1].ref, done[-1].entry, done[0].before, done[-1].after)
    out.say(f"R{whole.ref} · {whole.after.title} · {in_words(said.outcome)}")
    for line in outcome.lines(desk, whole):
        out.say(f"  {line}")
