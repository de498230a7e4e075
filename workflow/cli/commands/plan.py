"""`matters plan`: every step and its last day, back from a Cabinet meeting."""

from argparse import ArgumentParser, Namespace

from states.words import MeetingStatus
from workflow.cli import out
from workflow.cli.commands.clock import rules_on
from workflow.cli.place import a_day, add_reading, look_of
from workflow.cli.today import today
from workflow.plan import plan
from workflow.views.lists import meetings

SAYS = "every step and its last day, back from a Cabinet meeting"
EXAMPLES = (
    "matters plan --cabinet '9 February 2027'",
    "matters plan --cabinet 2027-02-09 --key yes --body 'Scrutiny Co-ordination Committee' --format json",
)

COLUMNS = {"last_day": "Last day", "practical_day": "In practice", "step": "Step", "why": "If too late, or of note"}


def arguments(parser: ArgumentParser) -> None:
    """The Cabinet meeting, and what kind of decision it is."""
    parser.add_argument("--cabinet", type=a_day, required=True, metavar="DAY", help="the day Cabinet is to decide")
    parser.add_argument("--key", choices=("yes", "no"), help="whether it is a key decision; left out: as if it were")
    parser.add_argument("--private", action="store_true", help="the meeting, or part of it, will be private")
    parser.add_argument("--body", metavar="NAME", help="the scrutiny body whose meetings are looked at")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Works back, and says what is already impossible and why. Exit code 1 when something is."""
    from states.rule_book import RuleBook

    day = args.as_of or today()
    rules = RuleBook(((day, rules_on(args, args.cabinet)),))
    days = []
    if args.body:
        with look_of(args) as look:
            found = meetings(look, body=args.body, first=day, last=args.cabinet)
            days = [a_day(m.day) for m in found if m.day and m.status == MeetingStatus.SCHEDULED]
    key = None if args.key is None else args.key == "yes"
    steps = plan(args.cabinet, day, rules, key=key, private=args.private, scrutiny=days)
    if args.format == "table":
        shown = [
            {
                "last_day": s.last_day,
                "practical_day": s.practical_day,
                "step": s.step,
                "why": " ".join((*s.reasons, *((s.note,) if s.note else ()))),
            }
            for s in steps
        ]
        out.rows(shown[: args.limit], COLUMNS)
    else:
        out.rows(steps[: args.limit], {}, args.format)
    return 0 if all(s.possible for s in steps) else 1
