"""`matters remind`: what is due is sent once, to those who owe it; nothing leaves before somebody has enabled it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from states.days import said_day
from states.errors import BadInput
from workflow.cli import asking, out, remind_channel
from workflow.cli.place import a_day, add_format, store_to_read, who_of

if TYPE_CHECKING:
    from workflow.desk import Desk
    from workflow.settings_sending import Sending

SAYS = "remind those who owe something: look, review, release, send"
EXAMPLES = (
    "matters remind once --dry-run",
    "matters remind enable --why 'agreed with the chair'",
    "matters remind review",
    "matters remind review L5 --strike R3.2 --note 'With thanks for the figures.'",
    "matters remind review --release",
    "matters remind once",
    "matters remind snooze 'Jane Doe' --until '1 September' --why 'on leave'",
    "matters remind now R3.2",
    "matters remind status",
    "matters remind run --log reminders.log",
)


def arguments(parser: ArgumentParser) -> None:
    """One sub-command a verb."""
    verbs = parser.add_subparsers(dest="do", required=True, metavar="VERB")
    once = verbs.add_parser("once", help="one sweep now: everything whose day has come and that has not gone")
    once.add_argument("--dry-run", action="store_true", help="show the letters as they would go; nothing leaves")
    once.add_argument("--as-of", type=a_day, metavar="DAY", help="with --dry-run: as if it were that day")
    once.add_argument(
        "--scheduled", action="store_true",
        help="as the worker does it: on working days, and what can wait on the digest's day",
    )  # fmt: skip
    add_format(once)
    now = verbs.add_parser("now", help="one reminder about one thing, now, to whoever owes it")
    now.add_argument("ref", metavar="REF", help="the follow-up: R3.2")
    add_format(now)
    status = verbs.add_parser("status", help="whether all is well: last sweep, what waits, what failed; exit 1 if not")
    status.add_argument("--as-of", type=a_day, metavar="DAY", help="as if it were that day")
    add_format(status)
    for name, says in (("enable", "let reminders leave from now on"), ("disable", "let nothing leave any more")):
        verb = verbs.add_parser(name, help=says)
        verb.add_argument("--why", metavar="WORDS", help="the reason, kept with who said so")
    remind_channel.arguments(verbs.add_parser("test", help=remind_channel.SAYS))
    works = verbs.add_parser("run", help="the worker: a sweep each morning, a copy of the database each night")
    works.add_argument("--log", metavar="FILE", type=Path, help="write the log there; left out, to standard error")
    works.add_argument("--alone", action="store_true", help="by itself, although several machines could share the work")
    _review(verbs.add_parser("review", help="the batch that waits: read it, strike lines, add words, release it"))
    snooze = verbs.add_parser("snooze", help="leave a person alone until a day")
    snooze.add_argument("person", metavar="PERSON", help="P3, or the name")
    when = snooze.add_mutually_exclusive_group(required=True)
    when.add_argument("--until", metavar="DATE", help="the day on which they are reminded again")
    when.add_argument("--off", action="store_true", help="remind them again from now on")
    snooze.add_argument("--why", metavar="WORDS")


def _review(review: ArgumentParser) -> None:
    review.add_argument(
        "message", metavar="MESSAGE", nargs="?", help="one message, such as L5; left out: all that wait"
    )
    review.add_argument("--strike", action="append", default=[], metavar="REF", help="take a line out: R3.2")
    review.add_argument("--note", metavar="WORDS", help="words of your own before everything else")
    review.add_argument("--subject", metavar="WORDS", help="another subject")
    review.add_argument("--words", metavar="FILE", help="the whole letter in words of your own; - is standard input")
    review.add_argument("--to", metavar="PERSON", help="a draft goes to another: a name, P3, or a post")
    act = review.add_mutually_exclusive_group()
    act.add_argument("--release", action="store_true", help="let it go on its morning; without MESSAGE all but drafts")
    act.add_argument("--hold", action="store_true", help="take a release back")
    act.add_argument("--withdraw", action="store_true", help="let it not go at all")
    act.add_argument("--again", action="store_true", help="try once more what was refused for good")
    act.add_argument("--settle", metavar="WORDS", help="what you made of one that was refused for good")
    review.add_argument("--why", metavar="WORDS")
    add_format(review)


def run(args: Namespace) -> int:
    """Does it, and says so."""
    if args.do == "run":
        from workflow.worker.command import work

        return work(args)
    if args.do == "test":
        return remind_channel.run(args)
    with _desk(args) as desk:
        return {
            "once": _once, "status": _status, "enable": _enable, "disable": _enable, "review": _reviewed,
            "snooze": _snooze, "now": _now,
        }[args.do](args, desk)  # fmt: skip


@contextmanager
def _desk(args: Namespace) -> Iterator["Desk"]:
    """The desk; a database that is not there is not made."""
    from workflow.desk import Desk

    who = who_of(args)
    with store_to_read(args) as store:
        yield Desk(store, who)


def _settings(args: Namespace) -> "Sending":
    from workflow import settings
    from workflow.settings_sending import sending_in

    path = settings.settings_path(args.config)
    return sending_in(settings.read(path) if path is not None else None)


def _once(args: Namespace, desk: "Desk") -> int:
    from workflow.cli import remind_said
    from workflow.reminders import sweeps

    sending = _settings(args)
    if args.dry_run:
        swept, letters = sweeps.rehearse(desk, sending, day=args.as_of, scheduled=args.scheduled)
        return remind_said.rehearsed(args, swept, letters)
    if args.as_of not in (None, desk.today):
        raise BadInput("--as-of shows what would go that day; add --dry-run. Nothing was sent.")
    swept = sweeps.sweep(desk, sending, day=args.as_of, scheduled=args.scheduled, heed=remind_said.heed(args))
    return remind_said.swept(args, swept)


def _now(args: Namespace, desk: "Desk") -> int:
    from workflow import owed
    from workflow.cli import remind_said
    from workflow.reminders.asking import ask_now

    with desk.reading() as tx:
        report, number = owed.named(tx, args.ref)
    if not number:
        raise BadInput(
            f"Say which follow-up of {args.ref} is meant, such as {args.ref}.1. See: matters show {args.ref}"
        )
    return remind_said.asked(args, ask_now(desk, _settings(args), report, number))


def _status(args: Namespace, desk: "Desk") -> int:
    from workflow.cli import remind_said
    from workflow.reminders.standing import standing

    with desk.reading() as tx:
        found = standing(tx, desk, _settings(args), day=args.as_of)
    return remind_said.standing(args, found)


def _enable(args: Namespace, desk: "Desk") -> int:
    from workflow.reminders.enabling import enable

    on = args.do == "enable"
    sending = _settings(args)
    enable(desk, on=on, why=args.why)
    if not on:
        out.say("Nothing leaves any more, until somebody says: matters remind enable")
        return 0
    mode = sending.reminders.mode
    then = (
        "each batch waits until you release it: matters remind review" if mode == "review" else "they go by themselves"
    )
    out.say(f"Reminders are enabled. The mode is {mode}: {then}.")
    if not sending.mail.allow_domains:
        out.say("No domain may be written to yet: name your council's in the settings, [mail] allow_domains.")
    return 0


def _snooze(args: Namespace, desk: "Desk") -> int:
    from workflow.records import people
    from workflow.reminders.enabling import snooze

    until = asking.day(desk, args.until)
    with desk.writing() as tx:
        person = people.person_ref(tx, args.person)
        snooze(desk, person, until, why=args.why, tx=tx)
    done = f"is left alone until {said_day(until)}" if until else "is reminded again"
    out.say(f"P{person} · {args.person} {done}")
    return 0


def _reviewed(args: Namespace, desk: "Desk") -> int:
    from workflow.cli import remind_said
    from workflow.lookups import numbered
    from workflow.reminders import review

    sending = _settings(args)
    message = None
    if args.message:
        message = numbered(args.message, "L")
        if message is None:
            raise BadInput(f"“{args.message}” is no message; write it like L5. See them with: matters remind review")
    done = _acts(args, desk, message)
    for sentence in done:
        out.say(sentence)
    if done and args.format == "table":
        return 0
    with desk.reading() as tx:
        found = review.waiting(tx, desk, sending, only=message)
    return remind_said.waiting(args, found, whole=message is not None)


def _acts(args: Namespace, desk: "Desk", message: int | None) -> list[str]:
    """Does what the options say, all of it or none; a sentence for each."""
    from workflow import owed
    from workflow.reminders import review

    asked = (
        args.strike,
        args.note,
        args.subject,
        args.words,
        args.to,
        args.hold,
        args.withdraw,
        args.again,
        args.settle,
    )
    if message is None:
        if any(one for one in asked if one is not None):
            raise BadInput("Say which message: matters remind review L5 … See them with: matters remind review")
        return _release_all(desk) if args.release else []
    name, done = f"L{message}", []
    with desk.writing() as tx:
        for about in args.strike:
            review.strike(desk, message, owed.named(tx, about), why=args.why, tx=tx)
            done.append(f"{name} · the line about {about} is struck")
        words = _read(args.words) if args.words else None
        if args.note is not None or args.subject is not None or words is not None:
            review.edit(desk, message, note=args.note, subject=args.subject, words=words, tx=tx)
            done.append(f"{name} · changed")
        if args.to:
            person = review.receiver(tx, desk.today, args.to)
            review.give(desk, message, person, tx=tx)
            done.append(f"{name} · goes to {(tx.get('person', person) or {}).get('name', args.to)}")
        if args.release:
            review.release(desk, message, tx=tx)
            done.append(f"{name} · released; it goes with the next sweep on its morning: matters remind once")
        if args.hold:
            review.hold(desk, message, tx=tx)
            done.append(f"{name} · held; it waits again")
        if args.withdraw:
            review.withdraw(desk, message, why=args.why, tx=tx)
            done.append(f"{name} · withdrawn; it does not go")
        if args.again:
            review.again(desk, message, tx=tx)
            done.append(f"{name} · goes once more with the next sweep: matters remind once")
        if args.settle:
            review.settle(desk, message, args.settle, tx=tx)
            done.append(f"{name} · settled: {args.settle}")
    return done


def _release_all(desk: "Desk") -> list[str]:
    from db import queries_reminders as reads
    from workflow.reminders import review

    with desk.writing() as tx:
        found = [line for line in tx.all(reads.WAITING_MESSAGES, status="laid_out") if line.kind != "escalation"]
        for line in found:
            review.release(desk, line.message, tx=tx)
    if not found:
        return ["Nothing is laid out that could be released."]
    return [f"L{line.message} · to {line.name} · released for {said_day_of(line.day)}" for line in found] + [
        "They go with the next sweep on their morning: matters remind once"
    ]


def said_day_of(day: str) -> str:
    """A day as people write it, from ISO text."""
    from datetime import date

    return said_day(date.fromisoformat(day))


def _read(place: str) -> str:
    """The words of a file, or of standard input for `-`."""
    import sys

    try:
        return sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is no text" if isinstance(error, UnicodeDecodeError) else (error.strerror or "no answer").lower()
        raise BadInput(f"{place} cannot be read ({why}).") from None
