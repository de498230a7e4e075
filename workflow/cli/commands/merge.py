"""`matters merge`: two reports turn out to be one."""

from argparse import ArgumentParser, Namespace

from workflow.cli import asking, out, outcome

SAYS = "two reports turn out to be one"
EXAMPLES = (
    "matters merge R5 R3 --why 'the same matter, entered twice'",
    "matters merge R5 R3 --why 'the same matter' --dry-run",
)


def arguments(parser: ArgumentParser) -> None:
    """Which is the same as which, and why."""
    parser.add_argument("report", metavar="REF", help="the report that goes: R5, or a reference the papers use")
    parser.add_argument("into", metavar="INTO", help="the report it is the same as, which stays")
    asking.add_how(parser, why="why they are one")


def run(args: Namespace) -> int:
    """Merges. `matters correct` with the entry that is named takes it back."""
    from workflow.lookups import report_ref
    from workflow.merging import merge

    with asking.at_desk(args) as desk:
        with desk.reading() as tx:
            ref, into = report_ref(tx, args.report), report_ref(tx, args.into)
        done = merge(desk, ref, into, args.why)
        twice = [f"{done.twice} thing{'' if done.twice == 1 else 's'} that happened"] if done.twice else []
        if done.recommendations_twice:
            twice.append(f"{done.recommendations_twice} recommendation{'' if done.recommendations_twice == 1 else 's'}")
        on_both = f"; on both were {' and '.join(twice)}, now told once" if twice else ""
        said = f"R{ref} is merged into it by entry {done.moved.entry}{on_both}"
        code = outcome.show(args, desk, done.moved, said)
        if done.still_owed and args.format != "json":
            out.say(done.still_owed)
        return code
