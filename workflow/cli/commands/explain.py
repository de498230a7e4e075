"""`matters explain`: what may happen next, what stands in the way, where every date comes from."""

from argparse import ArgumentParser, Namespace

from states.words import said
from workflow.cli import out
from workflow.cli.place import add_reading, look_of
from workflow.views.explain import explain

SAYS = "what may happen next, what stands in the way, where every date comes from"
EXAMPLES = ("matters explain R1", "matters explain 24/00093 --format json")


def arguments(parser: ArgumentParser) -> None:
    """The report."""
    parser.add_argument("ref", metavar="REF", help="a report: R1, or a reference the papers use")
    add_reading(parser)


def run(args: Namespace) -> int:
    """Explains it, in paragraphs that can be pasted into an e-mail."""
    with look_of(args) as look:
        found = explain(look, args.ref)
    if args.format == "json":
        out.record(
            {"report": found.report, "title": found.title, "state": found.state, "moves": found.moves,
             "dates": found.dates}
        )  # fmt: skip
        return 0
    if args.format == "csv":
        out.rows(found.moves, {}, "csv")
        return 0
    standing, could, *dates = found.paragraphs
    lines = [standing, "", could]
    lines += [_needs(m.move, m.needs) for m in found.moves if m.possible]
    lines += ["", "Not possible now:"]
    lines += [f"  {said(m.move)}: {' '.join(m.reasons)}" for m in found.moves if not m.possible]
    lines += ["", *dates] if dates else ["", "No date is open."]
    out.say("\n".join(lines))
    return 0


def _needs(move: str, needs: tuple[str, ...]) -> str:
    return f"  {said(move)}" + (f" — needs {', '.join(n.replace('|', ' or ') for n in needs)}" if needs else "")
