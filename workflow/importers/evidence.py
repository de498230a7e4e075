"""What a paper says of itself: its council, body and day in its heading; the days an undated meeting lies between."""

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from workflow.importers.bodies import find_bodies
from workflow.importers.page import Page
from workflow.importers.reading import Bound, Code, Warning
from workflow.importers.sitting_line import find_sitting
from workflow.importers.text import Line, fold, lines

_COUNCIL = re.compile(
    r"(?:(?:Council|Authority)\s*:\s*)?((?:London Borough of |Royal Borough of )?[A-Z][\w’'&. -]{2,60}?"
    r"(?: (?:City|County|Borough|District|Metropolitan|Town|Parish|Combined))* Council"
    r"|[A-Z][A-Z'’&. -]{2,60} COUNCIL)"
)
_KIND = re.compile(r"\s{2,}(?:minutes|agenda|decisions|record of decisions)$", re.I)
"""What kind of paper it is, where that stands at the other end of the council's own line."""

_LABEL = re.compile(
    r"(?:venue|contact|published|publication|issued|email|tel(?:ephone)?|place|location|media|webcast|reason|copies)\b",
    re.I,
)
_LISTED = re.compile(r"[A-Z][.)]\s{2,}\S")
"""An entry of a list of papers (`C.   The Minutes of the Council held on …`) says nothing of this meeting."""

_MEETING = re.compile(r"(?:minutes|agenda|meeting|proceedings|record|date|held|day)\b", re.I)
_CANCELLED = re.compile(r"(?:\(?\s*)?(?:this meeting (?:has been|was|is) )?cancelled\b", re.I)
_OF = re.compile(r"\bmeeting\s+of\s+(?:the\s+)?|\bminutes\s+of\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?", re.I)
_APPROVED = re.compile(r"\bminutes\b[^.\n]{0,120}?\bmeetings?\b[^.\n]{0,60}?\b(?:held )?on\s+(?:the\s+)?$", re.I)
_AGREED = re.compile(
    r"\s*,?\s*[^.\n]{0,60}?\b(?:approved|agreed|confirmed|signed|accepted|received|a correct record|a true record)\b",
    re.I,
)
_STILL_DUE = re.compile(
    r"\b(?:was|were|is|are)\s+(?:due|scheduled)\s+to\s+(?:take place|be held|be considered|meet|begin|start|go)\b"
    r"[^.\n]{0,40}?\b(?:on|from|in)\s+(?:the\s+)?$",
    re.I,
)
_MOVED = re.compile(r"\bchange of (?:the )?(?:date of (?:the )?)?meeting\b[^.\n]{0,40}?\bto\s+(?:the\s+)?$", re.I)
_WAS_DONE = re.compile(
    r"\b(?:was|were|had been|been)\s+(?!due|schedul|plan|expect|anticipat|propos|intend|likely)"
    r"[a-z]+(?:ed|un|en|ld|de|ght)\s+(?:in|on)\s+(?:the\s+)?$"
)
_CONTACT = re.compile(r"(?:tel|telephone|email|e-mail|phone|contact|date)\b", re.I)
_DIRECTORATE = re.compile(r"[A-Z][^,.:]{2,60} (?:Directorate|Department|Services?|Team|Unit|Office|Group)")
_ROLE = re.compile(
    r"\b(?:co-?ordinator|officer|manager|director|head|lead|partner|advis[eo]r|assistant|executive|chief|clerk)\b", re.I
)
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*\s+){1,3}[A-Z][\w’'-]+(?:,.{2,120})?")


class Heading(msgspec.Struct, frozen=True):
    """What stands above the first item."""

    council: str | None = None
    body: str | None = None
    day: date | None = None
    cancelled: bool = False


def read_heading(page: Page, start: int, end: int, *, skip: Iterable[str] = ()) -> Heading:
    """Council, body and day from the lines of a heading. Lines labelled venue, contact, published say none of them."""
    council: str | None = None
    body: str | None = None
    day: date | None = None
    cancelled = False
    ignored = {fold(words) for words in skip}
    for row in lines(page.text, start, end)[:40]:
        if fold(row.words) in ignored or _LABEL.match(row.words) or _LISTED.match(row.words) or len(row.words) > 240:
            continue
        named = _COUNCIL.fullmatch(_KIND.sub("", row.words))
        if named and council is None:
            council = fold(named[1])
            continue
        said = find_sitting(row.words)
        body = body or _body_of(page, row) or (said.body if said else None)
        days = [found for found in page.days_in(row.start, row.end) if found.day]
        if day is None and days and _is_day_line(page, row, days[0].start, days[0].end, body is not None):
            day = days[0].day
        day = day or (said.day if said else None)
        cancelled = cancelled or _CANCELLED.match(row.words) is not None or bool(said and said.cancelled)
    return Heading(council, body, day, cancelled)


def _body_of(page: Page, row: Line) -> str | None:
    """The body a heading's line names: as the whole line, before a date, or after "meeting of"."""
    line = page.text
    for body in find_bodies(line, row.start, row.end):
        before, after = line[row.start : body.start].strip(" -–:,"), line[body.end : row.end].strip()
        of = _OF.search(line, row.start, body.start)
        led = not before or (of is not None and not line[of.end() : body.start].strip())
        led = (
            led
            or re.fullmatch(
                r"(?:agenda|minutes|agenda and minutes|agenda, decisions and minutes|decisions|committee|body"
                r"|meeting|the|extraordinary|special|annual|ordinary|budget)(?: (?:for|of)(?: the)?)?"
                r"|(?:meeting: )?[\d/ ,A-Za-z]{6,40}\d{4}",
                before,
                re.I,
            )
            is not None
        )
        tail = (
            not after
            or after[0] in "-–,:(|"
            or re.match(r"(?:held|on|at|meeting|minutes|agenda|decisions|mon|tue|wed|thu|fri|sat|sun|\d)", after, re.I)
        )
        if led and tail and not (after == ":" and " " not in body.name):
            return body.name
    return None


def _is_day_line(page: Page, row: Line, start: int, end: int, body: bool) -> bool:
    """Whether the day in a heading's line is the meeting's own."""
    before = page.text[row.start : start].strip(" -–:,")
    if not before or _MEETING.match(before):
        return True
    return body and bool(find_bodies(page.text, row.start, row.end))


def bounds(page: Page) -> tuple[Bound | None, Bound | None]:
    """The days that an undated meeting lies between, as far as its words say so: not before, not after."""
    low: Bound | None = None
    high: Bound | None = None
    for when in page.days:
        first = when.day or (when.span.first if when.span else None)
        last = when.day or (when.span.last if when.span else None)
        if first is None or last is None or when.problem:
            continue
        near = max(0, when.start - 200)
        since = _approved(page, near, when.start, when.end) or _WAS_DONE.search(page.text, near, when.start)
        until = _STILL_DUE.search(page.text, near, when.start) or _MOVED.search(page.text, near, when.start)
        if since and (low is None or first > low.day):
            low = Bound(first, page.quote(since.start(), when.end))
        if until and (high is None or last < high.day):
            high = Bound(last, page.quote(until.start(), when.end))
    if low and high and low.day > high.day:
        return None, None
    return low, high


def _approved(page: Page, near: int, start: int, end: int) -> re.Match[str] | None:
    """The words that make a day that of the minutes which this meeting approved."""
    if (
        page.text[max(0, start - 60) : start].rfind(" on ") < 0
        and page.text[max(0, start - 60) : start].rfind("\non ") < 0
    ):
        return None
    found = _APPROVED.search(page.text, near, start)
    return found if found and _AGREED.match(page.text, end, min(len(page.text), end + 120)) else None


def date_doubts(page: Page) -> list[Warning]:
    """A warning for each date that cannot be, or is not what it says. The words stay as they are."""
    said = {
        "implausible_year": "The year of {} is implausible; the date is not used.",
        "impossible_day": "There is no such day as {}; the date is not used.",
        "weekday_mismatch": "{} was not that day of the week; the date is taken as printed.",
    }
    codes: dict[str, Code] = {
        "implausible_year": "implausible_year",
        "impossible_day": "impossible_day",
        "weekday_mismatch": "weekday_mismatch",
    }
    found: dict[tuple[str, str], Warning] = {}
    for when in page.days:
        if when.problem in codes:
            quote = fold(when.quote)
            found.setdefault(
                (when.problem, quote), Warning(codes[when.problem], said[when.problem].format(quote), quote)
            )
    return list(found.values())


def missing(body: str | None, day: date | None) -> list[Warning]:
    """The warnings for a paper that does not say whose meeting it is of, or when that was."""
    doubts: list[Warning] = []
    if body is None:
        doubts.append(Warning("no_body", "The paper does not say which body met."))
    if day is None:
        doubts.append(Warning("no_meeting_date", "The paper does not say on which day the meeting was."))
    return doubts


def authors_in(page: Page, start: int, end: int) -> tuple[list[str], str | None]:
    """The people in a signature block, and the directorate they sign for."""
    people: list[str] = []
    directorate: str | None = None
    rows = [row.words for row in lines(page.text, start, end)]
    for words in rows[-12:]:
        if "@" in words or _CONTACT.match(words):
            continue
        if _DIRECTORATE.fullmatch(words):
            directorate = words
        elif people and "," not in people[-1] and _ROLE.search(words) and len(words) < 100:
            people[-1] = f"{people[-1]}, {words}"
        elif _PERSON.fullmatch(words):
            people.append(words)
    return people, directorate
