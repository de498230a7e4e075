"""The marks of a list: `1.`, `2)`, `(a)`, `iv.`, `2.1`, bullets; what each counts, and which comes after which."""

import re
from typing import Literal

import msgspec

from workflow.importers.text import fold

Style = Literal["digit", "letter", "roman", "dotted", "bullet", "none"]

_MARK = re.compile(
    r"(?:[-•·*▪–o]\s+|[“\"])?(?:(?P<dotted>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.?\s|\(?(?P<mark>\d{1,2}|[a-zA-Z]"
    r"|[ivxIVX]{1,5})(?P<sign>[).]|(?<=[A-Z]):)\)?(?:\s|$|(?<=\d[.)])(?=[A-Z][a-z])))\s*"
)
_NUMBER = re.compile(
    r"(?:[-•·*▪–]\s+|[“\"])?(?P<mark>\d{1,2})\s+(?=[A-Z])"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:19|20)\d\d)"
)
_BULLET = re.compile(r"[-•·*▪–]\s+")
_ROMANS = {"i": 1, "v": 5, "x": 10}


class Mark(msgspec.Struct, frozen=True):
    """A marker at the head of a line."""

    style: Style
    printed: str
    width: int
    sign: str = ""


def first_mark(words: str) -> Mark:
    """The marker of a list's first line: only one that can begin a list counts."""
    found = mark_of(words, "none")
    if found.style in ("letter", "roman"):
        low = found.printed.lower()
        style: Style = "roman" if low == "i" else "letter" if low == "a" else "none"
        return Mark(style, found.printed, found.width, found.sign) if style != "none" else Mark("none", "", 0)
    return found


def mark_of(words: str, style: Style) -> Mark:
    """The marker at the head of a line; `style` settles whether `i)` is a letter or a numeral."""
    match = _MARK.match(words) or _NUMBER.match(words)
    if match is None:
        bullet = _BULLET.match(words)
        return Mark("bullet", "", bullet.end()) if bullet else Mark("none", "", 0)
    groups = match.groupdict()
    if groups.get("dotted"):
        return Mark("dotted", match["dotted"], match.end())
    printed = match["mark"]
    if printed.isdigit():
        return Mark("digit", printed, match.end(), groups.get("sign") or "")
    roman = all(c in "ivxIVX" for c in printed)
    if roman and (style == "roman" or len(printed) > 1 or (style == "none" and printed in "iI")):
        return Mark("roman", printed, match.end(), match["sign"])
    return Mark("letter", printed, match.end(), match["sign"]) if len(printed) == 1 else Mark("none", "", 0)


def follows(last: Mark, mark: Mark, style: Style, apart: bool = False) -> bool:
    """Whether a marker is the next of its list; one that stands `apart` may have lost its stop: `3.`, then `4 That`."""
    if mark.style != style or mark.style == "none":
        return False
    lost = apart and style == "digit" and not mark.sign and value_of(mark) == value_of(last) + 1
    if mark.sign != last.sign and not lost:
        return False
    if style == "bullet":
        return True
    begun = last.printed in ("A", "I") and mark.printed.islower()
    alike = begun or last.printed[:1].isupper() == mark.printed[:1].isupper()
    return alike and 0 <= value_of(mark) - value_of(last) <= 2


def value_of(mark: Mark) -> int:
    """What a marker counts."""
    if mark.style == "roman":
        value = 0
        for here, ahead in zip(mark.printed.lower(), [*mark.printed.lower()[1:], ""], strict=True):
            value += -_ROMANS[here] if ahead and _ROMANS[ahead] > _ROMANS[here] else _ROMANS[here]
        return value
    if mark.style == "dotted":
        return int(mark.printed.split(".")[-1])
    return int(mark.printed) if mark.style == "digit" else ord(mark.printed.lower())


def after(marker: str, first: str) -> str:
    """The marker that comes after one in a counted line."""
    if first == "1":
        return str(int(marker) + 1)
    if first == "i":
        order = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "-"]
        return order[min(order.index(marker) + 1, 12)] if marker in order else "-"
    return chr(ord(marker) + 1)


def number_of(printed: str) -> int | str | None:
    """A marker as the JSON gives it: figures as a number, letters as they are printed, a bullet as nothing."""
    return int(printed) if printed.isdigit() else fold(printed) or None
