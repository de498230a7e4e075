"""`--sort COLUMN [desc]`: the rows of a list by any column that its JSON has."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from states.words import State, said
from workflow.cli.out import WrongUse, closest

RowT = TypeVar("RowT")

HELP = "by this column instead, as the JSON names it; with desc, the other way round; what is empty comes last"

_WAYS = {"asc": False, "desc": True}


def add_sort(parser: ArgumentParser) -> None:
    """Adds `--sort`."""
    parser.add_argument("--sort", nargs="+", metavar=("COLUMN", "desc"), help=HELP)


def in_order(
    read: Callable[[int | None], Iterable[RowT]], names: Sequence[str], sort: Sequence[str] | None, limit: int | None
) -> list[RowT]:
    """The rows that `read` gives for a limit, in the order asked for; to be sorted, they must all be read.

    `names` are the columns. Rows alike keep the order the list has without it.

    Raises:
        WrongUse: there is no such column or way; the sentence says which there are.
    """
    if not sort:
        return list(read(limit))
    name, falling = _asked(" ".join(sort).split(), names)
    there: list[tuple[Any, RowT]] = []
    lacking: list[RowT] = []
    for row in read(None):
        value = getattr(row, name)
        if value is None or value == "":
            lacking.append(row)
        else:
            there.append((_value(name, value), row))
    there.sort(key=lambda one: one[0], reverse=falling)
    return [*(row for _, row in there), *lacking][:limit]


def _asked(words: Sequence[str], names: Sequence[str]) -> tuple[str, bool]:
    """The column and whether it falls."""
    column, way = words[0].lower().replace("-", "_"), words[1].lower() if len(words) > 1 else "asc"
    if column not in names:
        raise WrongUse(f"There is no column “{words[0]}”.{closest(column, names)} The columns: {', '.join(names)}.")
    if way not in _WAYS or len(words) > 2:
        raise WrongUse(f"Write --sort {column}, or --sort {column} desc.")
    return column, _WAYS[way]


def _value(name: str, value: Any) -> Any:
    """What a value is sorted by: states by the procedure, R2 before R12, words whatever their case."""
    if name == "state":
        return list(State).index(State(value))
    if name == "report":
        return int(value.removeprefix("R"))
    if name == "clock":
        return said(value)
    return value.casefold() if isinstance(value, str) else value
