"""Days as they are typed at the screens, short as people write them; what was understood is shown beside the line."""

import re
from datetime import date, timedelta

from states.british_dates import parse_day
from states.errors import BadInput

_NO_YEAR = re.compile(r"(?:[a-z]{3,9},?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?", re.I)


_SHORT_YEAR = re.compile(r"((?:[a-z]{3,9},?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?\s+)'?(\d\d)", re.I)
_SHORT_NUMBERS = re.compile(r"(\d{1,2}([./-])\d{1,2}\2)(\d\d)")


def with_year(text: str, today: date, *, past: bool = False) -> str:
    """A day with its whole year: `9 mar 17` and `9/3/17` are of this century, `16 nov` is the one nearest to today.

    With `past` it is the last that has been. Anything else stays as it was.
    """
    words = text.strip()
    for short in (_SHORT_YEAR, _SHORT_NUMBERS):
        if found := short.fullmatch(words):
            return f"{found[1]}20{found[found.lastindex or 0]}"
    if not _NO_YEAR.fullmatch(words):
        return text
    near: list[tuple[timedelta, str]] = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            day = parse_day(f"{words} {year}", today)
        except BadInput:
            continue
        if not past or day <= today:
            near.append((abs(day - today), f"{words} {year}"))
    return min(near)[1] if near else text
