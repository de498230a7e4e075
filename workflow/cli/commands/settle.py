"""`matters settle`: suggestions, warnings, contradictions, gaps and irregularities, answered by a person."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from states.errors import NotFound
from workflow.cli import out
from workflow.cli.place import add_reading, desk_of, look_of
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.lookups import numbered, report_ref
from workflow.settling import Waiting, answer, settle_everywhere, settle_many, settle_report, waiting

SAYS = "settle suggestions, warnings, gaps and irregularities"
EXAMPLES = (
    "matters settle",
    "matters settle S1 --yes --to R2",
    "matters settle S2 --yes",
    "matters settle W1 --why 'looked up: it was 25 February 2020'",
    "matters settle W4 W5 W6 --why 'not known'",
    "matters settle W3 --take second --why 'the form was corrected by hand'",
    "matters settle --name conflicting_source --take first",
    "matters settle R1 3:minute --why 'not known'",
    "matters settle --name minute --why 'not known'",
    "matters settle --name truncated_minutes --why 'looked at on the page'",
)

COLUMNS = {
    "ref": "", "report": "Report", "words": "What", "candidates": "May mean", "quote": "In the paper's words",
    "paper": "Paper",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """What is settled, and how."""
    parser.add_argument("what", nargs="?", metavar="WHAT", help="a suggestion (S1), warnings (W1 W2) or a report (R1)")
    parser.add_argument("keys", nargs="*", metavar="KEY", help="of a report: the gaps' keys; without them, all")
    said = parser.add_mutually_exclusive_group()
    said.add_argument("--yes", action="store_true", help="a suggestion is right: make it")
    said.add_argument("--no", action="store_true", help="a suggestion is wrong: let it go")
    said.add_argument("--take", metavar="WHICH", help="of a contradiction: the first, the second … is right")
    parser.add_argument("--to", metavar="REF", help="the report a suggested link means")
    parser.add_argument("--name", metavar="NAME", help="every gap, irregularity or warning of this name")
    parser.add_argument("--why", metavar="WORDS", help="what is made of it, such as 'not known'")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Settles, or lists what waits."""
    if args.what is None and args.name is None:
        return _list(args)
    with desk_of(args) as desk:
        if args.take is not None:
            _take(desk, args)
        elif args.name:
            many = settle_everywhere(desk, args.name, args.why or "")
            out.say(f"Settled {many} of the name “{args.name}”: {args.why}.")
        elif (suggestion := _number(args.what, "S")) is not None:
            if not (args.yes or args.no):
                raise out.WrongUse(f"Say --yes or --no to {args.what}.")
            with desk.reading() as tx:
                to = report_ref(tx, args.to) if args.to else None
            moved = answer(desk, suggestion, yes=args.yes, to=to)
            out.say(f"S{suggestion}: yes; {_done(moved)}." if moved else f"S{suggestion}: no.")
        elif args.what[:1].upper() == "W":
            numbers = _warnings([args.what, *args.keys])
            settle_many(desk, (), numbers, args.why or "")
            named = " and ".join(f"W{number}" for number in numbers)
            out.say(f"{named} {'is' if len(numbers) == 1 else 'are'} settled: {args.why}.")
        else:
            with desk.reading() as tx:
                report = report_ref(tx, args.what)
            settle_report(desk, report, tuple(args.keys), args.why or "")
            out.say(f"R{report}: settled: {args.why}.")
    return 0


def _list(args: Namespace) -> int:
    """What waits: suggestions, warnings, and what papers do not agree on with each of the choices."""
    with look_of(args) as look:
        found = waiting(look.tx)[: args.limit]
    if args.format != "table":
        out.rows(list(found), COLUMNS, args.format)
        return 0
    for w in found:
        words = w.words.partition(":")[0] + "." if w.choices else w.words
        out.say("  ".join(filter(None, (w.ref, w.report, words, "" if w.ref[0] == "S" else f"[{w.kind}]"))))
        for line in _more(w):
            out.say(f"      {line}")
    if not found:
        out.say("Nothing waits for a person.")
    return 0


def _more(w: Waiting) -> list[str]:
    """What stands under something that waits: its words, what it may mean, what to choose from, how to answer."""
    lines = [f"“{w.quote}”"] if w.quote else []
    if w.candidates:
        lines.append(f"may mean {', '.join(w.candidates)}")
    told = zip(_ORDINALS, w.choices, w.told_by, strict=False)
    lines += [f"{ordinal}: {choice}{f' ({papers})' if papers else ''}" for ordinal, choice, papers in told]
    if w.choices:
        return [*lines, f"the first stands until you choose: matters settle {w.ref} --take first, or second"]
    if w.ref[0] == "S":
        lines.append(f"answer: matters settle {w.ref} --yes, or --no")
    return [*lines, *([out.safe(Path(w.path).name)] if w.path else [])]


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _take(desk: Desk, args: Namespace) -> None:
    """Takes one of the choices of a contradiction, or of every one of a name."""
    from workflow.choosing import ordinal, take, take_many
    from workflow.settling import conflicts

    which = ordinal(args.take)
    if args.name:
        with desk.reading() as tx:
            numbers = conflicts(tx, args.name)
        if not numbers:
            raise NotFound(
                f"Nothing that is called “{args.name}” offers a choice. List what waits with: matters settle"
            )
        many = take_many(desk, numbers, which, args.why)
        out.say(f"Took the {args.take} of {many} called “{args.name}”.")
        return
    warning = _number(args.what or "", "W")
    if warning is None:
        raise out.WrongUse("--take chooses from a contradiction: say which, such as W3.")
    out.say(f"W{warning} is settled: {take(desk, warning, which, args.why)}.")


def _warnings(named: list[str]) -> list[int]:
    """The numbers of warnings that are settled together."""
    found = {each: _number(each, "W") for each in named}
    strange = [each for each, number in found.items() if number is None]
    if strange:
        raise out.WrongUse(f"{strange[0]} is no warning; warnings are settled together with others, such as W1 W2.")
    return [number for number in found.values() if number is not None]


def _done(moved: Moved) -> str:
    """What a yes brought about."""
    took = set(moved.after.took) - set(moved.before.took)
    if took:
        return f"R{took.pop()} is merged into R{moved.ref}"
    had = {tie.report for tie in moved.before.earlier}
    tied = next((tie.report for tie in moved.after.earlier if tie.report and tie.report not in had), 0)
    return f"R{moved.ref} is tied{f' to R{tied}' if tied else ''}"


def _number(text: str, letter: str) -> int | None:
    return numbered(text, letter) if text[:1].upper() == letter else None
