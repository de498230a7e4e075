"""`matters clock`: the calculator. A clock's last day and how it was counted, without any record."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from states.clocks import RULES, as_json, clock_named, count, paragraph
from states.rule_book import NO_RULES
from states.rules import CouncilRules
from workflow.cli import out
from workflow.cli.place import a_day, add_reading, look_of, place_of
from workflow.settings import file_of

SAYS = "a clock's last day and how it was counted"
EXAMPLES = (
    "matters clock executive_response --from 2017-03-07",
    "matters clock agenda_publication --before 2025-01-09",
    "matters clock call_in_window --from '5 August 2026' --format json",
)


def arguments(parser: ArgumentParser) -> None:
    """The clock, and the day it is counted from or back from."""
    parser.add_argument("clock", metavar="NAME", nargs="?", help="the clock; without it, the list of them")
    days = parser.add_mutually_exclusive_group()
    days.add_argument("--from", dest="start", type=a_day, metavar="DAY", help="the day of issue or receipt")
    days.add_argument("--before", type=a_day, metavar="DAY", help="the meeting or decision to count back from")
    parser.add_argument("--figure", type=int, metavar="N", help="another length, where one may be agreed")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Counts, and says how."""
    if args.clock is None:
        listed = [
            {"clock": str(clock), "counts_from": rule.starts, "authority": rule.authority}
            for clock, rule in RULES.items()
        ]
        headings = {"clock": "Clock", "counts_from": "Counts from", "authority": "Authority"}
        out.rows(listed[: args.limit], headings, args.format)
        return 0
    clock = clock_named(args.clock)
    day = args.before or args.start
    if day is None:
        raise out.WrongUse(f"Say from which day to count: matters clock {clock} --from DAY, or --before DAY.")
    rules = rules_on(args, day)
    counted = count(clock, day, rules.calendar(), rules, before=args.before is not None, figure=args.figure)
    if args.format == "json":
        out.record(as_json(counted))
    elif args.format == "csv":
        out.rows([as_json(counted)], {}, "csv")
    else:
        out.say(paragraph(counted))
    return 0


def rules_on(args: Namespace, day: date) -> CouncilRules:
    """The council's rules in force that day, when there is a database; else the law and the stand-ins."""
    place = place_of(args)
    file = file_of(place.url)
    if file is not None and not Path(file).exists():
        if args.db:
            out.tell(f"There is no database at {file}: counted without a council's own rules.")
        return NO_RULES
    from db.replay import rule_book

    with look_of(args) as look:
        return rule_book(look.tx).on(day)
