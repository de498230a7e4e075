"""Days as they are typed at the screens: without a year the nearest is meant, and it is shown beside the line."""

import re
from datetime import date, timedelta

from states.british_dates import parse_day
from states.errors import BadInput

_NO_YEAR = re.compile(r"(?:[a-z]{3,9},?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?", re.I)


def with_year(text: str, today: date, *, past: bool = False) -> str:
    """`16 nov` with the year that puts it nearest to today; with `past` the last one that has been. Else as it was."""
    words = text.strip()
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
