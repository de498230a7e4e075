"""Rows as a table of text: columns fitted to the width there is, wide characters measured, long ones cut with `…`."""

from __future__ import annotations

from collections.abc import Mapping

from workflow.cli.out import bold, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GAP = 2
_LEAST = 8


def said_day(text: str) -> str:
    """An ISO day as people write it, `2017-05-06` as `6 May 2017`; any other text as it is."""
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii() and text.replace("-", "").isdigit():
        month = int(text[5:7])
        if 1 <= month <= 12:
            return f"{int(text[8:])} {_MONTHS[month - 1]} {text[:4]}"
    return text


def shown(value: Any) -> str:
    """A value as a cell of a table shows it: nothing for None, yes and no, days as people write them, words spaced."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(shown(item) for item in value)
    return said_day(safe(value))


def spaced(name: str, text: str) -> str:
    """A closed list's word as people write it, in the columns that hold such words: `Cabinet decided`, `call in`."""
    if name not in ("clock", "state"):
        return text
    return "Cabinet decided" if text == "cabinet_decided" else text.replace("_", " ")


def table(listed: list[dict[str, Any]], columns: Mapping[str, str], width: int) -> str:
    """The rows under their headings. Numbers stand to the right; a column without any value is left out."""
    cells = {name: [spaced(name, shown(row.get(name))) for row in listed] for name in columns}
    names = [name for name in columns if any(cells[name])] or list(columns)
    right = {name for name in names if all(_counts(row.get(name)) for row in listed)}
    wide = {name: max(measure(columns[name]), *map(measure, cells[name])) for name in names}
    fit(wide, {name: measure(columns[name]) for name in names}, width)
    lines = [bold(_line([_padded(columns[name], wide[name], name in right) for name in names]))]
    lines += [
        _line([_padded(cells[name][at], wide[name], name in right) for name in names]) for at in range(len(listed))
    ]
    return "\n".join(lines)


def fit(wide: dict[str, int], headings: dict[str, int], width: int) -> None:
    """Takes from the widest columns until the table fits; none becomes narrower than its heading, nor than 8."""
    spare = width - _GAP * (len(wide) - 1)
    while sum(wide.values()) > spare:
        least = {name: max(_LEAST, headings[name]) for name in wide}
        able = [name for name in wide if wide[name] > least[name]]
        if not able:
            return
        widest = max(able, key=lambda name: wide[name])
        others = [wide[name] for name in able if wide[name] < wide[widest]]
        over = sum(wide.values()) - spare
        wide[widest] = max(least[widest], wide[widest] - over, max(others, default=0) - 1)


def measure(text: str) -> int:
    """How many columns of a terminal a text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(c) or c in "\u200c\u200d\ufe0e\ufe0f" else 2 if east_asian_width(c) in "WF" else 1 for c in text
    )


def cut(text: str, width: int) -> str:
    """The text, or as much of its beginning as fits with `…` behind it."""
    if measure(text) <= width:
        return text
    kept, taken = [], 0
    for character in text:
        taken += measure(character)
        if taken > width - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def _counts(value: Any) -> bool:
    """Whether a value is a number, or missing among numbers."""
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def _padded(text: str, width: int, right: bool) -> str:
    text = cut(text, width)
    space = " " * (width - measure(text))
    return space + text if right else text + space


def _line(cells: list[str]) -> str:
    return (" " * _GAP).join(cells).rstrip()
