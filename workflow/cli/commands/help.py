"""`matters help`: on one command, or on the moves, the clocks, the words."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workflow.cli import out
from workflow.cli.table import COMMANDS

SAYS = "help on a command, the moves, the clocks or the words"
EXAMPLES = ("matters help advance", "matters help moves", "matters help clocks", "matters help words")


def arguments(parser: ArgumentParser) -> None:
    """What is asked about."""
    parser.add_argument("about", nargs="?", metavar="ABOUT", help="a command, or: moves, clocks, words")


def run(args: Namespace) -> int:
    """Prints the page."""
    about = args.about
    pages = {"moves": moves, "clocks": clocks, "words": words}
    if about is None:
        from workflow.cli.main import overview

        out.say(overview())
    elif about in pages:
        out.say("\n".join(pages[about]()))
    elif about in COMMANDS:
        from workflow.cli.parsing import parser_of

        module = __import__(f"workflow.cli.commands.{COMMANDS[about][1]}", fromlist=["run"])
        parser_of(about, module).print_help()
    else:
        raise out.WrongUse(f"There is no help on “{about}”.{out.closest(about, [*pages, *COMMANDS], _OTHERS)}")
    return 0


_OTHERS = " There is help on every command, and on: moves, clocks, words."


def moves() -> list[str]:
    """Every move with what it is refused without and what it asks; then every fact with its meaning."""
    from states.facts import Facts
    from states.moves import TABLE
    from states.words import State, said

    lines = ["The moves. Each: from which states to which, what it is refused without, what is asked too.", ""]
    for row in TABLE:
        lines.append(f"{row.move}: {row.says}")
        come = ", ".join(said(state) for state in State if state in row.sources) or "nothing, or a topic"
        to = said(row.target) if row.target else "the same state"
        onward = "".join(f"; from {said(a)} to {said(b)}" for a, b in row.onward)
        turns = "".join(f"; {said(word)}: {said(state) if state else 'the same state'}" for word, state in row.turns)
        lines.append(out.wrapped(f"from {come} to {to}{onward}{turns}", "    ", "  "))
        for heading, names in (("needs", row.needs), ("asks", row.asks)):
            if names:
                lines.append(
                    out.wrapped(f"{heading}: {', '.join(name.replace('|', ' or ') for name in names)}", "    ", "  ")
                )
        lines.append("")
    lines += ["The facts, for --fact NAME=VALUE and --facts FILE.json.", ""]
    facts = _described(Facts)
    widest = max(map(len, facts)) + 4
    lines += [out.wrapped(says, " " * widest, f"  {name}".ljust(widest)) for name, says in facts.items()]
    return lines


def _described(struct: type) -> dict[str, str]:
    """Each field's own words."""
    from typing import get_type_hints

    hints = get_type_hints(struct, include_extras=True)
    return {name: str(hint.__metadata__[0].description) for name, hint in hints.items()}


def clocks() -> list[str]:
    """Every clock: how it counts, by what authority, and whether a council may change it."""
    from states.clocks import RULES

    lines = ["The clocks. Count one with: matters clock NAME --from DAY", ""]
    for clock, rule in RULES.items():
        lines.append(f"{clock}: {rule.label}")
        figure = rule.figure_from or (rule.figure if rule.figure is not None else "")
        lines.append(out.wrapped(rule.counts.replace("{n}", f"[{figure}]"), "    ", "  "))
        lines.append(out.wrapped(f"starts: {rule.starts}", "    ", "  "))
        if rule.before:
            lines.append(f"  counts back from: {rule.before}")
        may = "a council or an agreement may set another length" if rule.settable else "nobody may set another length"
        lines.append(out.wrapped(f"authority: {rule.authority}; {may}", "    ", "  "))
        lines.append("")
    return lines


def words() -> list[str]:
    """The glossary, as the project's own page has it."""
    here = Path(__file__).resolve()
    for page in (here.parents[1] / "glossary.md", here.parents[3] / "docs" / "glossary.md"):
        if page.is_file():
            return page.read_text("utf-8").replace("**", "").splitlines()
    return ["The page with the words is missing from this installation. Install it again."]
