"""What is printed: rows as a table, JSON or CSV; sentences; and nothing a terminal or a spreadsheet would obey.

Loaded by the quickest commands too, so everything but `sys` and `os` is imported where it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from workflow.sheets import cell, csv_lines, json_text, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern
    from typing import Any

__all__ = ["cell", "csv_lines", "json_text", "plain"]

FORMS = ("table", "json", "csv")
"""What `--format` can be."""


class WrongUse(Exception):
    """The command was called wrongly: its sentence is printed, and the exit code is 2."""


def closest(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """` Did you mean “overdue”?` for a word that is nearly one of these; else `otherwise`."""
    from difflib import get_close_matches

    known = list(words)
    close = get_close_matches(word, known, 2, 0.8) or get_close_matches(word, known, 1)
    return f" Did you mean “{'” or “'.join(close)}”?" if close else otherwise


_NEVER: Pattern[str] | None = None


def safe(text: object, *, lines: bool = False) -> str:
    """Text that a terminal only shows: no escape sequences, control characters or marks that turn the direction.

    Line ends become spaces, or with `lines` stay line ends.
    """
    said = str(text)
    if said.isprintable():
        return said
    import re

    global _NEVER
    if _NEVER is None:
        _NEVER = re.compile(
            r"\x1b\[[0-?]*[ -/]*[@-~]"  # a control sequence: colours, cursor
            r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|\x9c|$)"  # a control string: the window's title, a link
            r"|\x9b[0-?]*[ -/]*[@-~]|[\x90\x98\x9d-\x9f].*?(?:\x07|\x1b\\|\x9c|$)|\x1b[ -/]*[0-~]?"
            r"|[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
            r"|[\U000e0000-\U000e007f]",
            re.DOTALL,
        )
    said = _NEVER.sub("", said)
    said = re.sub(r"[\ud800-\udfff]", "\ufffd", said)
    if lines:
        return re.sub(r"\r\n|[\r\v\f\x85\u2028\u2029]", "\n", said).replace("\t", " ")
    return re.sub(r"[\t\n\v\f\r\x85\u2028\u2029]+", " ", said)


def say(text: str) -> None:
    """Prints what a command did or found out, line ends included."""
    _ready(sys.stdout)
    print(safe(text, lines=True))


def heading(text: str) -> None:
    """Prints a heading, in bold where colour may be used."""
    _ready(sys.stdout)
    print(bold(safe(text)))


def tell(text: str) -> None:
    """Prints a remark or an error, which is no part of the answer, to standard error."""
    _ready(sys.stderr)
    print(safe(text, lines=True), file=sys.stderr)


def record(value: Any) -> None:
    """Prints one thing as JSON: a mapping, a list, one of our frozen records."""
    _ready(sys.stdout, "utf-8")
    print(json_text(plain(value)))


def one_by_one(name: str, found: Iterable[Any]) -> None:
    """Prints a list under a name as JSON, each of its things as soon as it is there, so that it may be long."""
    _ready(sys.stdout, "utf-8")
    between = f'{{\n"{name}": [\n'
    for one in found:
        print(between + json_text(plain(one)), end="")
        between = ",\n"
    print("\n]\n}" if between[0] == "," else f'{{"{name}": []}}')


def rows(
    found: Iterable[Any], columns: Mapping[str, str], form: str = "table", *, empty: str = "There is nothing."
) -> None:
    """Prints rows: mappings, or frozen records with the same names.

    JSON and CSV hold every name of a row; a table has the `columns`, each name with its heading, days as people write
    them. `empty` is said, to standard error, for a table without rows.
    """
    listed = [plain(row) for row in found]
    if form == "json":
        _ready(sys.stdout, "utf-8")
        print(json_text(listed))
    elif form == "csv":
        _ready(sys.stdout, "utf-8")
        sys.stdout.writelines(csv_lines(listed, list(listed[0]) if listed else list(columns)))
    elif listed:
        from workflow.cli.tables import table

        _ready(sys.stdout)
        print(table(listed, columns, width()))
    else:
        tell(empty)


def width() -> int:
    """How many columns there are to print in: COLUMNS, else the terminal's; elsewhere as many as wanted."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) >= 20:
        return int(given)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20)
    except (OSError, ValueError, AttributeError):
        return 10_000


def wrapped(text: object, indent: str = "", first: str | None = None) -> str:
    """A text made harmless and wrapped to the terminal (to 100 columns elsewhere), its lines indented."""
    from textwrap import fill

    return fill(
        safe(text),
        max(min(width(), 100), len(indent) + 20),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )


def coloured(stream: Any = None) -> bool:
    """Whether colour may be used: on a terminal that takes it, unless NO_COLOR is set. Nothing is said by it alone."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(getattr(stream, "isatty", lambda: False)())


def bold(text: str) -> str:
    """The text in bold where colour may be used, else as it is."""
    return f"\x1b[1m{text}\x1b[0m" if coloured() else text


def _ready(stream: Any, encoding: str | None = None) -> None:
    """Sees to it that printing cannot fail for want of a character: what cannot be shown becomes a question mark."""
    if hasattr(stream, "reconfigure") and (stream.errors == "strict"):
        stream.reconfigure(encoding=encoding, errors="replace") if encoding else stream.reconfigure(errors="replace")
