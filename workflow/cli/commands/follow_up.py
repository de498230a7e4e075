"""`matters follow-up`: adds, finishes, assigns, extends, pauses, snoozes or adopts what somebody owes."""

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Any

from states.acts import FollowUpAct
from states.errors import BadInput
from states.words import Ended
from workflow.cli import asking, outcome
from workflow.desk import Desk
from workflow.engine import Moved

SAYS = "add, finish, assign, extend, pause or snooze a follow-up"
EXAMPLES = (
    "matters follow-up add R3 --quote 'a report back in six months' --owner 'Director of Finance' --due 2017-09-07",
    "matters follow-up done R3 2 --how kept",
    "matters follow-up extend R3.2 --until '1 June 2017' --why 'agreed with the chair'",
    "matters follow-up adopt R3",
)
_DID = {
    "add": "added", "done": "done", "assign": "assigned", "extend": "extended", "pause": "paused",
    "resume": "resumed", "snooze": "snoozed", "adopt": "adopted",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="something promised, in its own words")
    add.add_argument("report", metavar="REF")
    add.add_argument("--quote", metavar="WORDS", help="what was promised")
    add.add_argument("--owner", metavar="POST", help="the post that owes it")
    add.add_argument("--due", metavar="DATE", help="by when; left out: it has no date")
    add.add_argument("--condition", metavar="WORDS", help="what it waits for, in its own words")
    add.add_argument("--chase", metavar="DATE", help="when to ask after it")
    add.add_argument("--recommendation", type=int, default=0, metavar="N", help="the recommendation it is about")
    add.add_argument("--body", metavar="BODY", help="the body it is owed to, where that is not the report's own")
    _common(add)
    done = _verb(verbs, "done", "it is no longer owed")
    done.add_argument("--how", choices=("kept", "overtaken", "dropped"), default="kept", help="how it ended")
    _verb(verbs, "assign", "another post owes it").add_argument("--to", required=True, metavar="POST")
    extend = _verb(verbs, "extend", "another day is agreed; the rule's own stays beside it")
    extend.add_argument("--until", metavar="DATE", help="the day agreed")
    extend.add_argument("--condition", metavar="WORDS", help="what it waits for instead of a day")
    extend.add_argument("--chase", metavar="DATE", help="when to ask after it")
    _verb(verbs, "pause", "it does not run for a time").add_argument("--until", metavar="DATE")
    _verb(verbs, "resume", "it runs again")
    _verb(verbs, "snooze", "no reminder before a day").add_argument("--until", required=True, metavar="DATE")
    _verb(verbs, "adopt", "one that came from papers is reminded of; without a number all of them")


def _verb(verbs: Any, name: str, says: str) -> ArgumentParser:
    parser: ArgumentParser = verbs.add_parser(name, help=says)
    parser.add_argument("report", metavar="REF", help="R3, or R3.2 with the follow-up's number")
    parser.add_argument("number", metavar="NUMBER", nargs="?", help="the follow-up's number in the report")
    _common(parser)
    return parser


def _common(parser: ArgumentParser) -> None:
    asking.add_when(parser, "the day; left out: today")
    asking.add_how(parser)


def run(args: Namespace) -> int:
    """Does it, and says what changed."""
    from workflow import owed

    with asking.at_desk(args) as desk:
        with desk.reading() as tx:
            ref, number = owed.named(tx, args.report, getattr(args, "number", None))
            _, version = asking.looked_at(tx, f"R{ref}")
        if args.do == "adopt":
            return _say(args, desk, owed.adopt(desk, ref, (number,) if number else ()), number)
        if args.do != "add" and not number:
            raise BadInput(f"Say which follow-up of R{ref}: matters follow-up {args.do} R{ref} NUMBER")
        act = _act(args, desk, number)
        moved = owed.do(desk, ref, act, on=asking.when(args, desk), expected=version)
        if act.owner:
            _strange(desk, act.owner)
        return _say(args, desk, [moved], number)


def _strange(desk: Desk, owner: str) -> None:
    """Says where an owner is no post and no body on file; it is kept all the same."""
    from workflow.cli import out
    from workflow.views.look import looking
    from workflow.views.names import strange_owner

    with looking(desk.store, desk.today) as look:
        says = strange_owner(look, owner)
    if says:
        out.tell(says)


def _act(args: Namespace, desk: Desk, number: int) -> FollowUpAct:
    def day(name: str) -> date | None:
        found: date | None = asking.day(desk, getattr(args, name, None))
        return found

    until = asking.day(desk, getattr(args, "until", None))
    return FollowUpAct(
        args.do,
        number,
        body=getattr(args, "body", None),
        owner=getattr(args, "owner", None) or getattr(args, "to", None),
        due=until if args.do == "extend" else day("due"),
        until=until if args.do != "extend" else None,
        condition=_one_line(getattr(args, "condition", None)),
        quote=_one_line(getattr(args, "quote", None)),
        chase_on=day("chase"),
        ended=Ended(args.how) if args.do == "done" else None,
        recommendation=getattr(args, "recommendation", 0),
        why=args.why,
    )


def _one_line(words: str | None) -> str | None:
    """Words as they are read in a letter: on one line, however they were pasted; None where there are none."""
    return " ".join(words.split()) or None if words else None


def _say(args: Namespace, desk: Desk, moved: list[Moved], number: int) -> int:
    if args.do == "adopt" and len(moved) > 1 and args.format != "json":
        from workflow.cli import out

        out.say(f"R{moved[-1].ref} · {moved[-1].after.title} · {len(moved)} follow-ups adopted")
        return 0
    last = moved[-1]
    number = number or max((f.number for f in last.opened), default=0)
    found = last.after.follow_up(number)
    what = f"{outcome.named(found.clock)} {number}" if found else "follow-ups"
    return outcome.show(args, desk, last, f"{what} {_DID[args.do]}")
