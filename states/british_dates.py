"""British dates, read strictly: what is unclear or impossible is named, never repaired.

`parse_day` and `parse_on` read what a person types or a form holds; `find_days` finds every date in running text.
Numbers alone are day, month, year (`9.2.2023` is 9 February) unless the year comes first (`2017-02-01`, and
`2017/02/01`, are 1 February); a year has four figures. A plausible year is 1974 to 2100: local government as we know
it, and an age of promises.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

from states.days import On, said_day
from states.errors import BadInput
from states.working_days import months_after

PLAUSIBLE = range(1974, 2101)
"""The years a council's paper can mean."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (  # (?a: keeps letters that only fold to ours, such as ſ, out of the names
    r"(?a:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_WEEKDAY = (
    r"(?a:\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b)"
)
_GAP = r"(?:[\s,]{1,9}|,? ?\n {1,120})"  # a line of text printed in columns may begin far in
_GLUED = r"(?<=[0-9][.:][0-9]{2}[ap]m)"  # `4.00pm1 July 2021`: a table's cells that were copied as one
_APART = r"(?:(?<![\w./-])|(?<=:-))"  # `Date :-2013/12/13`: a form's colon and dash
_NOT_INSIDE = rf"(?:(?<!\w)|{_GLUED})(?<![0-9][.,/])"


def _weekday(name: str) -> str:
    return rf"(?:(?P<{name}>{_WEEKDAY}){_GAP}(?:the{_GAP})?)?"


_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)"
_YEAR = r"(?P<y{0}>[0-9]{{4,5}})(?![0-9])"
_SPAN = (
    rf"(?P<both>between{_GAP}|from{_GAP})?{_weekday('wa')}{_NOT_INSIDE}(?P<da>[0-9]{{1,2}})(?P<th>{_ORDINAL})?"
    rf"(?:{_GAP}(?:of{_GAP})?(?P<ma>{_MONTH}),?)?"
    rf"(?P<join>\s?[-–—]\s?|\s{{1,9}}(?:to|and|until|&)\s{{1,9}}){_weekday('wb')}"
    rf"(?P<db>[0-9]{{1,2}}){_ORDINAL}?{_GAP}(?:of{_GAP})?(?P<mb>{_MONTH}){_GAP}{_YEAR.format('b')}"
)
_DAY = (
    rf"{_weekday('w1')}{_NOT_INSIDE}(?P<d1>[0-9]{{1,2}}){_ORDINAL}?"
    rf"(?:{_GAP}day)?{_GAP}(?:of{_GAP})?(?P<m1>{_MONTH}){_GAP}{_YEAR.format(1)}"
)
_AMERICAN = rf"{_weekday('w2')}\b(?P<m2>{_MONTH})\s{{1,9}}(?P<d2>[0-9]{{1,2}}){_ORDINAL}?{_GAP}{_YEAR.format(2)}"
_NUMBERS = (
    rf"{_weekday('w3')}{_APART}(?P<d3>[0-9]{{1,2}})(?P<sep>[./-])(?P<m3>[0-9]{{1,2}})(?P=sep)"
    rf"{_YEAR.format(3)}(?![./-][0-9])"
)
_ISO = (
    rf"{_weekday('w4')}{_APART}(?P<y4>[0-9]{{4}})(?P<iso>-|/(?=(?:0[1-9]|1[0-2])/(?:0[1-9]|[12][0-9]|3[01])))"
    r"(?P<m4>[0-9]{2})(?P=iso)(?P<d4>[0-9]{2})(?![0-9]|[./-][0-9])"
)
_MONTH_ONLY = rf"\b(?P<m5>{_MONTH}){_GAP}(?P<y5>[0-9]{{4}})(?![0-9]|/[0-9])"
_ANY = re.compile(
    rf"(?:(?<!\w)|{_GLUED})(?=[0-9adfjmnostwb])"
    rf"(?:{'|'.join((_SPAN, _DAY, _AMERICAN, _NUMBERS, _ISO, _MONTH_ONLY))})",
    re.I,
)
_TIME = re.compile(
    r"(?:,?\s*\bat\s+)?(?<![0-9./:-])(?:[0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\.?|\s?h(?:ou)?rs)?"
    r"|[0-9]{1,2}\s?[ap]\.?m\.?)(?![0-9./-]|\w)|(?<=[0-9])T[0-9]{2}:[0-9]{2}[0-9:.]*(?:Z|[+-][0-9]{2}:?[0-9]{2})?$",
    re.I,
)
_JOIN = re.compile(r"\s+(?:to|until|-)\s+|\s*(?:–|—|\.\.)\s*", re.I)
_IN = re.compile(r"(?:in\s+)?([0-9]{1,4}|an?)\s+(day|week|month|year)s?(\s+ago)?", re.I)


class Found(msgspec.Struct, frozen=True):
    """One date in running text: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str
    day: date | None = None
    """The day as printed, when the quote is one day; None when there is no such day or its year is implausible."""
    span: On | None = None
    """First and last day, when the quote is a month or a stretch sharing one year (`14th and 18th October, 2019`)."""
    problem: str | None = None
    """`weekday_mismatch`, `implausible_year` or `impossible_day`; the words stay as they are for a person to judge."""


def find_days(text: str) -> list[Found]:
    """Every date in running text, in order. A year is needed: `7 March` and `2016/17` are no dates, `May 2017` is one.

    Two whole dates with `to` between them are two; stretches that share a year or a month are one, with a span.
    """
    found: list[Found] = []
    at = 0
    while match := _ANY.search(text, at):
        one = _read(match)
        at = match.end()
        if match["db"] and one is None:  # no stretch after all: look again behind its first day
            at = match.end("join")
        if one is not None:
            found.append(one)
    return found


def parse_day(text: str, today: date | None = None) -> date:
    """The one day a text says, times of day put aside; given `today`, also `tomorrow`, `thu`, `last thu`, `in 2 weeks`.

    `thu` and `next thu` are both the first Thursday after today, `last thu` the one before today.
    BadInput, saying what is wrong, for anything else: another weekday, 31 February, the year 3023, a two-figure year.
    """
    typed = _tidy(text)
    relative = _relative(typed.lower(), today)
    if relative is not None:
        return relative
    one = _whole(typed)
    if one is None or one.day is None or one.problem:
        raise BadInput(_why_not(text.strip(), one))
    return one.day


def parse_on(text: str, today: date | None = None) -> On:
    """When something happened: a day, or as much of it as is known.

    Read are `7 March 2017`, `March 2017`, `2017`, `12 September 2016 to 12 December 2016`, `by 7 March 2017`,
    `not known` and an empty text, and whatever `str()` of an On wrote. BadInput as `parse_day`, and when a stretch ends
    before it begins.
    """
    typed = _tidy(text)
    if typed.lower() in ("", "not known", "unknown", "day not known", "?"):
        return On()
    if typed.lower().startswith("by "):
        latest = None if typed.lower().startswith("by by ") else parse_on(typed[3:], today).last
        if latest is None:
            raise BadInput(_why_not(text.strip(), None))
        return On(None, latest)
    relative = _relative(typed.lower(), today)
    if relative is not None:
        return On.day(relative)
    one = _whole(typed)
    if one is not None and one.problem is None:
        return one.span or On(one.day, one.day)
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", typed) and int(typed[:4]) in PLAUSIBLE:
        year, months = int(typed[:4]), (int(typed[5:]),) * 2 if typed[5:] else (1, 12)
        if 1 <= months[0] <= 12:
            return On(date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1]))
    between = typed.lower().startswith("between ")
    stretch = re.sub(r"^(?:between|from)\s+", "", typed, flags=re.I)
    sides = re.split(r"\s+and\s+", stretch, flags=re.I) if between else _JOIN.split(stretch)
    if one is None and len(sides) == 2 and all(sides):
        begins, ends = (parse_on(side, today) for side in sides)
        if begins.first and begins.last and ends.first and ends.last:
            if begins.first > ends.last:
                raise BadInput(f"“{text.strip()}” ends before it begins.")
            return On(begins.first, ends.last)
    raise BadInput(_why_not(text.strip(), one))


def _tidy(text: str) -> str:
    """What was typed, without times of day, doubled spaces, a leading `on` and trailing points."""
    if len(text) > 120:
        raise BadInput(f"“{text[:40]}…” is too long to be a date; write it like 7 March 2017.")
    plain = " ".join(_TIME.sub(" ", text.strip()).split())
    return re.sub(r"^(?:on|the)\s+", "", plain, flags=re.I).strip(" .,;-–")


def _whole(typed: str) -> Found | None:
    """The date that the whole text is, or None."""
    match = _ANY.fullmatch(typed)
    return _read(match, typed=True) if match else None


def _read(match: re.Match[str], typed: bool = False) -> Found | None:
    """What a match says; None when it only looked like a date."""
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    start, end, quote = match.start(), match.end(), match[0]
    if "db" in said:
        if said.get("both"):  # the quote is the dates, not the word before them
            start += len(said["both"])
        sure = typed or not said.keys().isdisjoint({"ma", "th", "both", "wa"}) or said["join"] in "-–—"
        year = int(said["yb"])
        a = _day(year, _month(said.get("ma", said["mb"])), int(said["da"]), said.get("wa"))
        b = _day(year, _month(said["mb"]), int(said["db"]), said.get("wb"))
        if not sure:
            return None
        if isinstance(a, str) or isinstance(b, str):
            return Found(start, end, match.string[start:end], problem=a if isinstance(a, str) else str(b))
        return Found(start, end, match.string[start:end], span=On(a, b)) if a <= b else None
    if "m5" in said:
        year, month = int(said["y5"]), _month(said["m5"])
        if quote[0].islower() and not typed:  # "the Board may 2017 times …"
            return None
        if year not in PLAUSIBLE:
            return Found(start, end, quote, problem="implausible_year")
        return Found(start, end, quote, span=On(date(year, month, 1), date(year, month, monthrange(year, month)[1])))
    n = next(name[1] for name in said if name[0] == "y")
    month = int(said["m" + n]) if said["m" + n].isdigit() else _month(said["m" + n])
    weekday = said.get("w" + n)
    if weekday and not typed and len(weekday) == 3 and weekday.islower():  # "the Board sat 7 March 2017"
        weekday = None
    day = _day(int(said["y" + n]), month, int(said["d" + n]), weekday)
    if isinstance(day, date):
        return Found(start, end, quote, day)
    printed = date(int(said["y" + n]), month, int(said["d" + n])) if day == "weekday_mismatch" else None
    return Found(start, end, quote, printed, problem=day)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int, weekday: str | None) -> date | str:
    """The day, or the name of what is wrong with it."""
    leap_safe = year if year <= 9999 else 2000
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(max(leap_safe, 1), month)[1]:
        return "impossible_day"
    if year not in PLAUSIBLE:
        return "implausible_year"
    found = date(year, month, day)
    return "weekday_mismatch" if weekday and _WEEKDAYS[found.weekday()] != weekday[:3].lower() else found


def _relative(typed: str, today: date | None) -> date | None:
    """A day said from where the person sits, or None when the words are not of that kind. BadInput without `today`."""
    weekday = re.fullmatch(rf"(?:(next|last)\s+)?({_WEEKDAY})", typed)
    moved = _IN.fullmatch(typed)
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if moved and bool(moved[3]) == typed.startswith("in "):  # "3 days" alone, or "in 3 days ago"
        moved = None
    if typed not in steps and weekday is None and moved is None:
        return None
    if today is None:
        raise BadInput(f"“{typed}” depends on the day it is read; write the date out, like 7 March 2017.")
    if typed in steps:
        return today + timedelta(days=steps[typed])
    if weekday is not None:
        wanted = _WEEKDAYS.index(weekday[2][:3])
        if weekday[1] == "last":
            return today - timedelta(days=(today.weekday() - wanted - 1) % 7 + 1)
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    if moved is None:
        return None
    n = (int(moved[1]) if moved[1].isdigit() else 1) * (-1 if moved[3] else 1)
    if moved[2].lower() in ("day", "week"):
        return today + timedelta(days=n * (7 if moved[2].lower() == "week" else 1))
    return months_after(today, n * (12 if moved[2].lower() == "year" else 1))


def _why_not(text: str, one: Found | None) -> str:
    """The sentence for a text that is no day."""
    if one is None:
        return f"“{text}” is not a date we can read; write it like 7 March 2017, 07/03/2017 or 2017-03-07."
    if one.problem == "weekday_mismatch" and one.day:
        return f"“{text}”: {said_day(one.day)} is a {one.day:%A}."
    if one.problem == "impossible_day":
        return f"“{text}”: there is no such day."
    if one.problem == "implausible_year":
        return f"“{text}”: the year must be from {PLAUSIBLE[0]} to {PLAUSIBLE[-1]}."
    return f"“{text}” is not one day; write it like 7 March 2017."
