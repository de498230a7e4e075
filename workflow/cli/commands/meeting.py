"""`matters meeting`: adds, moves, cancels, adjourns or holds a meeting; what rests on it moves with it."""

from argparse import ArgumentParser, Namespace
from typing import Any

from states.errors import BadInput
from states.facts import Sitting
from states.words import MeetingStatus
from workflow.cli import asking, out, outcome
from workflow.records.resting import Changed, Waiting, waiting

SAYS = "add, move, cancel or hold a meeting"
EXAMPLES = (
    'matters meeting add "Scrutiny Board (2)" --on 2017-03-03 --time 14:00',
    "matters meeting move M3 --to '10 March 2017' --why 'the room is taken' --dry-run",
    "matters meeting hold M3",
    "matters meeting minutes M3 confirmed --at M4",
)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", required=True, metavar="VERB")
    add = verbs.add_parser("add", help="a meeting of a body")
    add.add_argument("body", metavar="BODY", help="by name or B2")
    asking.add_when(add, "its day; a month or “not known” will do")
    _details(add)
    add.add_argument("--reference", metavar="WORDS", help="the reference its papers have")
    add.add_argument("--note", metavar="WORDS")
    asking.add_how(add, why=None)
    move = _verb(verbs, "move", "to another day")
    move.add_argument("--to", required=True, metavar="DATE")
    _details(move)
    _verb(verbs, "cancel", "it will not be")
    _verb(verbs, "adjourn", "to another day, or until further notice").add_argument("--to", metavar="DATE")
    _verb(verbs, "hold", "it was held, on its day")
    minutes = _verb(verbs, "minutes", "where its minutes stand")
    minutes.add_argument("status", choices=("draft", "confirmed", "corrected"))
    minutes.add_argument("--at", metavar="M4", help="the later meeting that confirmed them")
    right = _verb(verbs, "correct", "its day or status was entered wrongly")
    right.add_argument("--day", metavar="DATE", help="the day it really is or was on")
    right.add_argument("--status", choices=tuple(status.value for status in MeetingStatus))


def _details(parser: ArgumentParser) -> None:
    parser.add_argument("--time", metavar="14:00")
    parser.add_argument("--venue", metavar="PLACE")


def _verb(verbs: Any, name: str, says: str) -> ArgumentParser:
    parser: ArgumentParser = verbs.add_parser(name, help=says)
    parser.add_argument("meeting", metavar="M3")
    day = "the day it was held, where that was not known" if name == "hold" else "the day of the change; else today"
    asking.add_when(parser, day)
    asking.add_how(parser)
    return parser


def run(args: Namespace) -> int:
    """Does it, and says which dates moved."""
    from workflow.lookups import Lookup
    from workflow.records import meetings

    with asking.at_desk(args) as desk, desk.writing() as tx:
        if args.do == "add":
            body = Lookup(tx).body_ref(args.body)
            on = asking.when(args, desk)
            if on is None:
                raise BadInput("Say when it is, with --on; a month, or “not known”, will do.")
            ref = meetings.add(
                desk, body, on, time=args.time, venue=args.venue, reference=args.reference, note=args.note, tx=tx
            )
            return _say(args, Changed(ref, Lookup(tx).sitting(f"M{ref}"), ()))
        ref = asking.meeting(args.meeting)
        on_day = asking.day(desk, args.on)
        if args.do == "minutes":
            at = asking.meeting(args.at) if args.at else None
            meetings.minutes(desk, ref, args.status, at=at, why=args.why, tx=tx)
            return _say(args, Changed(ref, Lookup(tx).sitting(f"M{ref}"), ()), f"minutes {args.status}")
        if args.do == "move":
            to = asking.day(desk, args.to)
            done = meetings.move(desk, ref, to, time=args.time, venue=args.venue, why=args.why, on=on_day, tx=tx)
        elif args.do == "cancel":
            done = meetings.cancel(desk, ref, args.why, on=on_day, tx=tx)
        elif args.do == "adjourn":
            done = meetings.adjourn(desk, ref, args.why, to=asking.day(desk, args.to), on=on_day, tx=tx)
        elif args.do == "hold":
            done = meetings.hold(desk, ref, day=on_day, tx=tx)
        else:
            status = MeetingStatus(args.status) if args.status else None
            done = meetings.put_right(desk, ref, args.why, day=asking.day(desk, args.day), status=status, tx=tx)
        waited = waiting(tx, ref) if args.do in ("cancel", "adjourn") else ()
        return _say(args, done, waited=waited)


def _say(args: Namespace, done: Changed, what: str | None = None, waited: tuple[Waiting, ...] = ()) -> int:
    if args.format == "json":
        out.record(_as_json(args, done) | {"waited": [{"report": f"R{w.report}", "how": w.how} for w in waited]})
        return 0
    if args.dry_run:
        out.tell("This is what would happen; nothing was changed.")
    out.say(f"M{done.meeting} · {_name(done.sitting)} · {what or done.sitting.status or 'status not known'}")
    for change in done.dates:
        out.say(outcome.shift_line(change))
    for w in waited:
        out.say(f"Waited for it: R{w.report} · {w.title} · {w.how}")
    if waited:
        out.say("  Give each another meeting: matters advance REF list --fact meeting=M…; or put it off: … REF defer")
    return 0


def _name(sitting: Sitting) -> str:
    return f"{sitting.body.name if sitting.body else 'a body not named'} · {sitting.on}"


def _as_json(args: Namespace, done: Changed) -> dict[str, Any]:
    sitting = done.sitting
    return {
        "meeting": f"M{done.meeting}",
        "body": sitting.body.name if sitting.body else None,
        "date": sitting.on.exact or str(sitting.on),
        "status": sitting.status,
        "moved": [outcome.shift_as_json(change) for change in done.dates],
        "reports": [f"R{report}" for report in done.reports],
        "dry_run": args.dry_run,
    }
