"""Writes the pages that are made from the code, and says which of them is stale.

`python -m workflow.handbook docs` writes them; with `--check` it writes nothing and ends with 1 if one is not fresh.
To add a page: a function that returns its text, in `PAGES`.
"""

import os
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from states import gaps, irregular, recommendation
from states.clocks import RULES, Rule
from states.facts import Body, Facts, Sitting
from states.moves import TABLE, Row
from states.report import MACHINE, NOT_BEGUN
from states.words import OPEN_STATES, Clock, State, said
from workflow.cli.parsing import parser_of
from workflow.cli.table import COMMANDS, GROUPS

_list = ", ".join
_ORDER = [NOT_BEGUN, *map(str, State)]
_WORDS: dict[object, str] = {
    str: "text", bool: "yes or no", int: "a whole number", date: "a day", Body: "a body", Sitting: "a meeting",
}  # fmt: skip


def machines() -> str:
    """The page of the machines: the report, the three axes, the clocks, the facts."""
    parts = [
        "# The machines\n",
        "This page is made from `states/` by `make docs`. To change it, change the tables there.\n",
        "## The report\n",
        _diagram(_steps()),
        f"These moves leave a report where it stands: {_list(said(row.move) for row in TABLE if _stays(row))}.\n",
        "A move needs its facts and is refused without them, or where the table does not let it be made. What is asked "
        "and not known leaves a gap; what should not have happened so is entered and becomes an irregularity. The "
        "names of the facts are explained [below](#the-facts); `a or b` means that one of them is enough.\n",
        "Agenda publication and report deadline stop, too, when the meeting they look to was held or cancelled.\n",
        *(_row(row) for row in TABLE),
        "## A recommendation's three axes\n",
        "They are never mixed: an officer saying *complete* discharges nothing, a committee's minute does.\n",
        *(_axis(*axis) for axis in _AXES),
        "## The clocks\n",
        _table(("clock", "from", "counts", "authority", "settable"), map(_clock, RULES.values())),
        f"\n*{said(Clock.PROMISE).capitalize()}* is no rule: a promise has the date its own words give, or none.\n",
        "## The facts\n",
        _table(("fact", "what it is", "what it takes"), _facts()),
    ]
    return "\n".join(parts).rstrip() + "\n"


_AXES = (
    ("Response", recommendation.RESPONSES),
    ("Implementation", recommendation.IMPLEMENTATIONS),
    ("Sign-off", recommendation.SIGN_OFFS),
)


def commands() -> str:
    """The page of the commands, from the help each gives of itself."""
    parts = ["# The commands\n", "This page is made from `workflow/cli/` by `make docs`.\n"]
    for group, heading in GROUPS.items():
        parts.append(f"## {heading}\n")
        parts += [_command(name, row[1]) for name, row in COMMANDS.items() if row[0] == group]
    return "\n".join(parts).rstrip() + "\n"


def _command(name: str, module: str) -> str:
    parser = parser_of(name, import_module(f"workflow.cli.commands.{module}"))
    return f"### {name}\n\n```text\n{_told(parser)}\n```\n"


def _told(parser: ArgumentParser) -> str:
    """The help of a command and of its sub-commands, a hundred columns wide wherever it is made."""
    subs = [
        sub for action in parser._actions if isinstance(action, _SubParsersAction) for sub in action.choices.values()
    ]
    width, os.environ["COLUMNS"] = os.environ.get("COLUMNS"), "102"
    try:
        return "\n\n".join([parser.format_help().rstrip(), *(sub.format_help().rstrip() for sub in subs)])
    finally:
        os.environ.pop("COLUMNS") if width is None else os.environ.update(COLUMNS=width)


PAGES: dict[str, Callable[[], str]] = {"machines.md": machines, "commands.md": commands}
"""Each page by its file name, with what writes it."""


def _steps() -> dict[tuple[str, str], list[str]]:
    """The moves from each state to each other, in the order of the table."""
    steps: dict[tuple[str, str], list[str]] = {}
    for row in TABLE:
        for step in MACHINE.get_transitions(str(row.move)):
            moves = steps.setdefault((str(step.source), str(step.dest)), [])
            if step.source != step.dest and said(row.move) not in moves:
                moves.append(said(row.move))
    return {pair: moves for pair, moves in sorted(steps.items(), key=_place) if moves}


def _place(step: tuple[tuple[str, str], list[str]]) -> tuple[int, int]:
    (source, dest), _ = step
    return _ORDER.index(source), _ORDER.index(dest)


def _diagram(steps: dict[tuple[str, str], list[str]]) -> str:
    names = dict.fromkeys(name for pair in steps for name in pair if name != NOT_BEGUN)
    spelt = [f'    state "{said(name)}" as {name}' for name in names if said(name) != name]
    lines = ["```mermaid", "stateDiagram-v2", *spelt]
    for (source, dest), moves in steps.items():
        label = f": {', '.join(moves)}" if moves else ""
        lines.append(f"    {'[*]' if source == NOT_BEGUN else source} --> {dest}{label}")
    return "\n".join([*lines, "```\n"])


def _stays(row: Row) -> bool:
    return row.target is None and not row.onward and not row.turns


def _row(row: Row) -> str:
    lines = [f"### {said(row.move)}\n", f"{row.says[0].upper()}{row.says[1:]}. {_way(row)}\n"]
    irregularities = irregular.IRREGULAR.get(row.move, ())
    told = {
        "Needs": _list(_fact(need) for need in row.needs),
        "Asks": _list(_fact(name) for name in row.asks),
        "A gap": "; ".join(f"{ask.says} (`{ask.name}`)" for ask in gaps.ASKS.get(row.move, ())),
        "Refused unless": " ".join(map(_says, (*row.guards, *row.checks))),
        "An irregularity": " ".join(f"{_says(check)[:-1]} (reason: `{why}`)." for _, check, why in irregularities),
        "Starts": _list(said(clock) for clock in row.starts),
        "Stops": _list(said(clock) for clock in row.stops),
    }
    lines += [f"- **{name}:** {words}" for name, words in told.items() if words]
    lines += [f"- **Stops when {said(outcome)}, too:** {_list(map(said, clocks))}" for outcome, clocks in row.ends]
    return "\n".join(lines) + "\n"


def _way(row: Row) -> str:
    sources = "any open state" if row.sources == OPEN_STATES else _list(said(s) for s in State if s in row.sources)
    ways = [f"{said(outcome)}: {said(turn) if turn else 'it stays'}" for outcome, turn in row.turns]
    ways += [f"from {said(source)} to {said(to)}" for source, to in row.onward]
    to = said(row.target) if row.target else "the same state"
    return f"From {sources or 'nothing, or a topic'} to {to}{f' ({_list(ways)})' if ways else ''}."


def _fact(need: str) -> str:
    return " or ".join(f"`{name}`" for name in need.split("|"))


def _says(check: object) -> str:
    return (check.__doc__ or "").partition("\n")[0]


def _axis(name: str, table: dict[Any, tuple[Any, ...]]) -> str:
    steps: dict[tuple[str, str], list[str]] = {(NOT_BEGUN, str(next(iter(table)))): []}
    steps |= {(str(one), str(to)): [] for one, row in table.items() for to in row if to != one}
    return f"### {name}\n\n{_diagram(steps)}"


def _clock(rule: Rule) -> tuple[str, ...]:
    figure = str(rule.figure) if rule.figure is not None else f"N (`{rule.figure_from}`)"
    counts = rule.counts.format(n=figure, hearing_from="receipt, or validity (`call_in.hearing_from`)")
    if rule.figure == 0:
        counts = "the date given, or N months after an event"
    return f"{rule.label} (`{rule.clock}`)", rule.starts, counts, rule.authority, "yes" if rule.settable else "no"


def _facts() -> Iterable[tuple[str, ...]]:
    for name, hint in get_type_hints(Facts, include_extras=True).items():
        kind, meta = get_args(hint)
        yield f"`{name}`", meta.description, _kind(kind)


def _kind(kind: Any) -> str:
    if get_origin(kind) is UnionType:
        return _kind(next(one for one in get_args(kind) if one is not type(None)))
    if get_origin(kind) is tuple:
        return f"a list: {_kind(get_args(kind)[0])}"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return " or ".join(f"`{word}`" for word in kind)
    if kind not in _WORDS and issubclass(kind, msgspec.Struct):
        return f"each with {_list(f'`{field.encode_name}`' for field in msgspec.structs.fields(kind))}"
    return _WORDS[kind]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |" for line in lines) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the pages into a folder, or with `--check` names the stale ones; the exit code."""
    folders = [word for word in arguments if not word.startswith("-")]
    options = {word for word in arguments if word.startswith("-")}
    if len(folders) != 1 or not options <= {"--check"}:
        print("Use: python -m workflow.handbook [--check] FOLDER", file=sys.stderr)
        return 2
    stale = []
    for name, write in PAGES.items():
        page, path = write(), Path(folders[0]) / name
        if path.is_file() and path.read_text("utf-8") == page:
            continue
        stale.append(path)
        if not options:
            path.write_text(page, "utf-8")
            print(f"{path} is written.")
    if options and stale:
        print(f"Not as the code has it: {_list(map(str, stale))}. `make docs` writes it again.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
