"""A report that its decision maker signed at the foot: `I approve the above recommendations`, with a day beside it.

From then on the report is the record of a decision, and what officers put forward is what was decided.
"""

import re
from datetime import date, timedelta

import msgspec

from workflow.importers.makers import maker_kind
from workflow.importers.page import Page
from workflow.importers.reading import Decision

_APPROVES = re.compile(
    r"\bI\s+(?:hereby\s+)?(?:approve|agree|accept)\s+(?:to\s+)?the\s+(?:above\s+)?recommendations?\b", re.I
)
_SHORT = re.compile(r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{2})(?![\d./])")
_REACH = 400
"""So many letters behind the words of approval its day is looked for."""

_NEAR = timedelta(days=366)


class Signed(msgspec.Struct, frozen=True):
    """The decision by which a report was approved, and its day."""

    decision: Decision
    on: date


def signed(page: Page, maker: str | None, written: date | None) -> Signed | None:
    """The decision that stands at a report's foot; None where no day stands beside the words: they wait to be signed.

    `written` is the report's own day. A year of two figures counts only where it comes within a year of that day.
    """
    approves = _APPROVES.search(page.text)
    if approves is None or maker is None:
        return None
    end = min(len(page.text), approves.end() + _REACH)
    on = next((when.day for when in page.days_in(approves.start(), end) if when.day and not when.problem), None)
    on = on or _short_day(page.text, approves.end(), end, written)
    if on is None:
        return None
    kind = maker_kind(maker)
    words = page.quote(approves.start(), approves.end())
    return Signed(Decision(maker=maker, maker_kind=kind, decided_on=on, quote=words), on)


def _short_day(text: str, start: int, end: int, written: date | None) -> date | None:
    """`07.07.26` beside a signature, where the report's own day settles the century."""
    for found in _SHORT.finditer(text, start, end):
        try:
            day = date(2000 + int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
        if written and abs(day - written) <= _NEAR:
            return day
    return None
