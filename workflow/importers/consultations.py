"""Consultation windows: the day on which people could first answer, and the last, as far as a sentence says them.

`consultation … from 12 September 2016 to 12 December 2016`, `the survey was open until 31 October 2026`, `published on
3 August 2026 and objections could be made until 31 August 2026`. What is asked elsewise than by a consultation counts
only where the words say that it opens, runs or closes.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from states.british_dates import Found
from workflow.importers.page import Page
from workflow.importers.reading import Consultation
from workflow.importers.text import Span, sentences

_CONSULT = re.compile(r"\bconsult(?!an)", re.I)
_EXERCISE = re.compile(r"\b(?:engagement|survey|questionnaire|call for evidence|publicity)\b", re.I)
_DONE = re.compile(r"\b(?:held|carried out|undertaken|conducted|took place|take place|gathered)\b", re.I)
_ANSWERS = re.compile(
    r"\b(?:feedback|(?:statutory|public) notice|objections?|representations?|comments?|responses?|views|submissions"
    r"|replies)\b",
    re.I,
)
_RUNS = re.compile(
    r"\b(?:open(?:ed|s)?|clos(?:e[ds]?|ing)|r[au]n(?:s|ning)?|until|till|live|launch\w*|deadline"
    r"|(?:could|can|may|were to|to)\s+be\s+(?:made|submitted|sent|returned|received|lodged))\b",
    re.I,
)
_GOES_ON = re.compile(r"(?:It|This|They|That|These|The\s+(?:\w+[\s-]){0,2}(?:period|window|exercise|process))\b")
_HOUR = r"(?:midnight|noon|midday|\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.))"
_BETWEEN = re.compile(
    r"\s*(?:,?\s*(?:to|until|till|and|through(?:\s+to)?|up\s+to|and\s+(?:clos(?:ed|es|ing)|end(?:ed|s|ing)|ran\s+until)"
    rf"\s+on|with\s+a\s+closing\s+date\s+of)\s+(?:{_HOUR}\s+on\s+)?(?:the\s+)?|[–—-]\s*)",
    re.I,
)
_FROM = re.compile(
    r"(?:\b(?:from|between|over|during|period|window|dates?|ran|runs|running|exercise|survey|engagement|questionnaire)"
    r"|\bconsult\w*|\bconsultation\s+with\s[^.;\d]{3,90},)\s*[:(,]?\s*(?:the\s+)?$",
    re.I,
)
_AT = r"(?:\s+at\s+[\w.: ]{2,14}?)?"
_OPENS = re.compile(
    r"\b(?:open(?:s|ed|ing)?|launch(?:es|ed)?|beg(?:an|un|ins?|inning)|start(?:s|ed|ing)?|commenc(?:es?|ed|ing)|went\s+live"
    r"|published|advertised|r[au]n(?:s|ning)?\s+for\s+[\w -]{2,20}?(?=\s+from\s))"
    rf"{_AT}\s+(?:on\s+|from\s+)?(?:the\s+)?$",
    re.I,
)
_CLOSES = re.compile(
    r"(?:\b(?:clos(?:es|e|ed|ing)|end(?:s|ed|ing)?|conclud(?:es|ed|ing)|finish(?:es|ed)|until|till|expires?d?)"
    rf"{_AT}\s+(?:{_HOUR}\s+)?(?:on\s+|date:?\s+)?"
    r"|\b(?:deadline|closing\s+date)(?:\s+(?:for|of)\s+[^.;]{2,40}?)?\s*(?:is|was|of|being|:)?\s*"
    r"|\b(?:open|ran|run|running)\s+(?:for\s+[\w -]{2,24}?\s+)?(?:up\s+)?to\s+)(?:the\s+)?$",
    re.I,
)
_ANSWER_BY = re.compile(
    r"\b(?:objections?|representations?|comments?|responses?|replies|submissions|views)\b[^.;]{0,60}?"
    r"\b(?:invited|requested|sought|(?:to|could|can|may|must|should)\s+be\s+(?:made|submitted|sent|returned|received"
    r"|lodged))\b[^.;]{0,40}?"
    r"\b(?:by|before|no\s+later\s+than)\s+(?:the\s+)?$",
    re.I,
)
_NOTICE = re.compile(r"\b(?:objections?|representations?)\b", re.I)
_OF_ANOTHER = re.compile(
    r"\b(?:contracts?|terms?|leases?|funding|grants?|agreements?|tenanc\w+|licen[cs]es?|pilots?|trials?|budget\s+year"
    r"|municipal\s+year|financial\s+year)\b",
    re.I,
)
_ASKING = re.compile(rf"{_CONSULT.pattern}|{_EXERCISE.pattern}|{_ANSWERS.pattern}", re.I)
_BARE_OPENING = re.compile(
    r"\b(?:open(?:s|ed)|launched|beg(?:an|un|ins)|start(?:s|ed)|commenc(?:es|ed))\s+on\s+(?:the\s+)?"
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b(?!,?\s+\d{4})",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ELSE = re.compile(r"[,;]|\b(?:and|which|with)\b", re.I)
_NEAR = 60
_LONGEST = timedelta(days=400)
"""No consultation lasts longer: two days further apart are a strategy's, or a contract's."""


def find_consultations(page: Page, start: int, end: int) -> list[Consultation]:
    """The windows given between two places, each once. Only what the words tie to a consultation is read."""
    found: dict[tuple[date | None, date | None], Consultation] = {}
    before = False
    for span in sentences(page.text, start, end):
        sure = _CONSULT.search(page.text, span.start, span.end) is not None
        days = [day for day in page.days_in(span.start, span.end) if not day.problem]
        if days and (sure or _asked(page.text, span, days, before)):
            for window in [*_whole(page, span, days)] or [*_one_by_one(page, span, days)]:
                found.setdefault((window.opens, window.closes), window)
        before = sure
    return list(found.values())


def _asked(text: str, span: Span, days: list[Found], before: bool) -> bool:
    """Whether a sentence asks for answers elsewise, or goes on with the consultation of the sentence before it."""
    runs = _RUNS.search(text, span.start, span.end) is not None
    done = _DONE.search(text, span.start, span.end) is not None
    if before and _GOES_ON.match(text, span.start):
        return runs or done
    exercise = _EXERCISE.search(text, span.start, span.end) is not None
    if _ANSWER_BY.search(text, span.start, days[-1].start):
        return True
    return (exercise and (runs or done)) or (runs and _ANSWERS.search(text, span.start, span.end) is not None)


def _whole(page: Page, span: Span, days: list[Found]) -> Iterator[Consultation]:
    """The windows of which a sentence says both days: `from 30 September to 28 October 2025`, or with two years."""
    for when in days:
        if when.span and any(c.isdigit() for c in when.quote[:-4]):
            yield from _window(page, span, when.start, when.end, when.span.first, when.span.last)
    for first, second in pairwise(days):
        if first.day and second.day and _BETWEEN.fullmatch(page.text[first.end : second.start]):
            yield from _window(page, span, first.start, second.end, first.day, second.day)


def _window(
    page: Page, span: Span, start: int, end: int, opens: date | None, closes: date | None
) -> Iterator[Consultation]:
    """A window between two days, if the words before them lead to one and it is not something else's term."""
    lead = _FROM.search(page.text, max(span.start, start - 2 * _NEAR), start)
    if not lead or not opens or not closes or not opens <= closes <= opens + _LONGEST:
        return
    if not _elses(page.text, span, lead.start()):
        yield Consultation(opens, closes, page.quote(lead.start(), end))


def _elses(text: str, span: Span, place: int) -> bool:
    """Whether the days from a place are those of a contract, a pilot or the like, and not of asking about it."""
    another = _OF_ANOTHER.search(text, max(span.start, place - 60), place)
    if another is None:
        return False
    asking = [*_ASKING.finditer(text, span.start, place)]
    return not asking or _ELSE.search(text, asking[-1].end(), place) is not None


def _one_by_one(page: Page, span: Span, days: list[Found]) -> Iterator[Consultation]:
    """`opened on 1 May 2024 and closed on 26 July 2024`, or one of the two."""
    opens: date | None = None
    closes: date | None = None
    places: list[int] = []
    for when in days:
        near = max(span.start, when.start - _NEAR)
        closing = _CLOSES.search(page.text, near, when.start)
        closing = None if closing and _elses(page.text, span, closing.start()) else closing
        closing = closing or _ANSWER_BY.search(page.text, max(span.start, when.start - 140), when.start)
        opening = None if closing else _OPENS.search(page.text, near, when.start)
        if (
            opening
            and opening.group()[:3].lower() in ("pub", "adv")
            and not _NOTICE.search(page.text, when.end, span.end)
        ):
            opening = None
        if closing and closes is None:
            closes = when.day
            places += [closing.start(), when.end]
        elif opening and opens is None:
            opens = when.day
            places += [opening.start(), when.end]
    if closes and opens is None and (bare := _BARE_OPENING.search(page.text, span.start, places[0])):
        opens = _of_year(bare, closes)
        places += [bare.start()] if opens else []
    if (opens is None and closes is None) or (opens and closes and opens > closes):
        return
    yield Consultation(opens, closes, page.quote(min(places), max(places)))


def _of_year(bare: re.Match[str], closes: date) -> date | None:
    """The day of an opening that takes its year from the closing: `opened on 5 October, closed on 9 November 2026`."""
    month = _MONTHS.index(bare["month"][:3].lower()) + 1
    for year in (closes.year, closes.year - 1):
        try:
            day = date(year, month, int(bare["day"]))
        except ValueError:
            return None
        if day <= closes:
            return day
    return None
