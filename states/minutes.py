"""Minute numbers and the municipal year they belong to.

Minute 34/16 is minute 34 of the municipal year that began in 2016, counted for each body by itself. The year turns at
the council's annual meeting, which itself belongs to the new year; where the council has not said when that was,
on the third Thursday of May (Local Government Act 1972 Sch. 12 para. 1 leaves the day to the council, March to May).
"""

import re
from datetime import date, timedelta

import msgspec

from states.days import On
from states.errors import BadInput
from states.rules import CouncilRules

_NUMBER = re.compile(r"(?:min(?:ute|\.)?\s+)?(?:no\.?\s+|number\s+)?([0-9]{1,3})\s?/\s?([0-9]{4}|[0-9]{2})", re.I)


class MinuteNumber(msgspec.Struct, frozen=True, order=True):
    """A minute's number within its body's municipal year; `str()` writes it as papers do: `34/16`."""

    number: int
    year: int
    """The calendar year in which the municipal year began."""

    @classmethod
    def parse(cls, text: str) -> "MinuteNumber":
        """Read `34/16`, `34/2016` or `minute 34/16`; two figures of a year mean 1974 to 2073.

        BadInput for anything else, among it a decision's reference such as 24/00093.
        """
        found = _NUMBER.fullmatch(text.strip())
        if found is None or not int(found[1]):
            raise BadInput(f"“{text.strip()}” is not a minute number; write it like 34/16 (minute 34 of 2016/17).")
        year = int(found[2])
        if len(found[2]) == 2:
            year += 2000 if year < 74 else 1900
        if not 1974 <= year <= 2100:
            raise BadInput(f"“{text.strip()}” is not a minute number: {found[2]} is no year of a council.")
        return cls(int(found[1]), year)

    @classmethod
    def read(cls, text: str) -> "MinuteNumber | None":
        """As `parse`, but None when the text is no minute number."""
        try:
            return cls.parse(text)
        except BadInput:
            return None

    def __str__(self) -> str:
        return f"{self.number}/{self.year % 100:02d}"


def minute_key(body: str, number: MinuteNumber) -> str:
    """One text for one minute of one body, to look it up by: `scrutiny board (2)|2019|32`, case and spaces evened."""
    return f"{' '.join(body.split()).casefold()}|{number.year}|{number.number}"


def annual_meeting(year: int, rules: CouncilRules) -> date:
    """The day the municipal year turned in a calendar year: as the council's rules say, else May's third Thursday."""
    said = rules.annual_meetings.get(year)
    if said is not None:
        return said
    may = date(year, 5, 1)
    return may + timedelta(days=(3 - may.weekday()) % 7 + 14)


def municipal_year(day: date, rules: CouncilRules) -> int:
    """The calendar year in which the municipal year of `day` began; the annual meeting's own day is in the new one."""
    return day.year if day >= annual_meeting(day.year, rules) else day.year - 1


def municipal_span(year: int, rules: CouncilRules) -> On:
    """The first and last day of the municipal year that began in `year`: from annual meeting to the eve of the next."""
    return On(annual_meeting(year, rules), annual_meeting(year + 1, rules) - timedelta(days=1))
