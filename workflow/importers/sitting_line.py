"""The line that heads a meeting's page: `Health Scrutiny Panel - Tuesday, 24th May, 2022 2.00 pm, CANCELLED`.

A council in Wales heads it `Pwyllgor Safonau - Dydd Llun, 21ain Tachwedd, 2022 2.00 yp` too.
"""

import re
from calendar import monthrange
from datetime import date

import msgspec

from states.british_dates import PLAUSIBLE, find_days
from workflow.importers.bodies import is_council, is_executive
from workflow.importers.text import fold, lines

_LINE = re.compile(
    r"(?:(?:meeting|agenda|minutes)\s*[:–-]\s*)?(?P<body>[A-Z][^\n]{2,160}?)\s*(?:[-–,]|\bon\b)\s*"
    r"(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)
_MONTHS = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr".split()
_WELSH = re.compile(
    r"(?P<body>[A-Z][^\n]{2,160}?)\s*[-–]\s*Dydd\s+\w+,?\s+(?P<day>[0-9]{1,2})\s?(?:af|ail|il|ydd|fed|eg|ain)?\s+"
    rf"(?P<month>{'|'.join(_MONTHS)}),?\s+(?P<year>[0-9]{{4}})(?![0-9])",
    re.I,
)
_CANCELLED = re.compile(r"\b(?:cancelled|canceled|abandoned|canslwyd)\b", re.I)
_BEHIND = re.compile(
    r"[\s,–-]*(?:(?:at\s+)?\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon|hrs)?)?(?:\s*,)?(?:[\s,(–-]{1,3}[A-Za-z]+){0,6}\W{0,3}$",
    re.I,
)
_NO_BODY = re.compile(r"\b(?:held|minutes|agenda|meeting of)\b", re.I)
_TOP = 10


class SittingLine(msgspec.Struct, frozen=True):
    """Whose meeting, when, whether the line says that it was cancelled; and where the line stands."""

    body: str
    day: date
    cancelled: bool
    start: int
    end: int


def find_sitting(text: str) -> SittingLine | None:
    """The line among the first of a text that says body and day, and nothing but the time behind them."""
    for row in lines(text, 0, min(len(text), 4_000))[:_TOP]:
        if len(row.words) >= 240:
            continue
        if (welsh := _WELSH.match(row.words)) and (on := _welsh_day(welsh)):
            return SittingLine(fold(welsh["body"]), on, _CANCELLED.search(row.words) is not None, row.start, row.end)
        found = _LINE.match(row.words)
        days = find_days(row.words[found.end() :]) if found else []
        if not (found and days and days[0].day and days[0].start == 0) or _NO_BODY.search(found["body"]):
            continue
        if _BEHIND.match(row.words, found.end() + days[0].end):
            body = alone(fold(found["body"]).strip(" -–,"))
            return SittingLine(body, days[0].day, _CANCELLED.search(row.words) is not None, row.start, row.end)
    return None


def alone(words: str) -> str:
    """The body alone, where a note or the kind of meeting stands before it: `Extraordinary, Council`."""
    last = words.rpartition(", ")[2]
    return last if is_executive(last) or is_council(last) else words


def _welsh_day(found: re.Match[str]) -> date | None:
    """The day that a Welsh heading gives; None where there is none such, or its year is implausible."""
    month, year = _MONTHS.index(found["month"].lower()) + 1, int(found["year"])
    if year not in PLAUSIBLE or not 1 <= int(found["day"]) <= monthrange(year, month)[1]:
        return None
    return date(year, month, int(found["day"]))
