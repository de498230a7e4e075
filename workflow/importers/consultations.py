"""Consultation windows: "consultation … from 12 September 2016 to 12 December 2016", "consultation closed on …"."""

import re
from datetime import date
from itertools import pairwise

from states.british_dates import Found
from workflow.importers.page import Page
from workflow.importers.reading import Consultation
from workflow.importers.text import Span, sentences

_CONSULT = re.compile(
    r"\bconsult|\b(?:public |community |\w+['’]s )?(?:engagement|survey|questionnaire|call for evidence)\b"
    r"|\b(?:objections?|representations?|comments|responses)\s+(?:could|can|may|were to|to)\s+be\s+"
    r"(?:made|submitted|sent)\b",
    re.I,
)
_RUNS = re.compile(r"\b(?:open(?:ed|s)?|clos(?:e[ds]?|ing)|r[au]n(?:s|ning)?|until|published|launch\w*)\b", re.I)
_BETWEEN = re.compile(
    r"\s*(?:,?\s*(?:to|until|till|and|through to|up to|and (?:clos(?:ed|es|ing)|end(?:ed|s|ing)|ran until) on)"
    r"\s+(?:the\s+)?|[–—-]\s*)",
    re.I,
)
_FROM = re.compile(
    r"(?:\b(?:from|between|over|period|window|dates?|ran|runs|running)|\bconsult\w*)\s*[:(,]?\s*(?:the\s+)?$", re.I
)
_OPENS = re.compile(
    r"\b(?:open(?:s|ed|ing)?|launch(?:es|ed)?|beg(?:an|ins?|inning)|start(?:s|ed|ing)?|commenc(?:es?|ed|ing)|published|advertised)"
    r"\s+(?:on\s+|from\s+)?(?:the\s+)?$",
    re.I,
)
_CLOSES = re.compile(
    r"\b(?:clos(?:es|e|ed|ing)|end(?:s|ed|ing)?|conclud(?:es|ed)|finish(?:es|ed)|until)"
    r"\s+(?:on\s+|date:?\s+)?(?:the\s+)?$",
    re.I,
)
_OF_ANOTHER = re.compile(r"\b(?:contracts?|terms?|leases?|funding|grants?|agreements?|tenanc\w+|licen[cs]es?)\b", re.I)
_NEAR = 30


def find_consultations(page: Page, start: int, end: int) -> list[Consultation]:
    """The windows given between two places, each once. Only what the words tie to a consultation is read."""
    found: dict[tuple[date | None, date | None], Consultation] = {}
    if _CONSULT.search(page.text, start, end) is None:
        return []
    for span in sentences(page.text, start, end):
        days = [day for day in page.days_in(span.start, span.end) if not day.problem]
        if not days or not _CONSULT.search(page.text, span.start, span.end):
            continue
        if not _surely(page.text, span):
            continue
        window = _stretch(page, span, days) or _two_days(page, span, days) or _one_by_one(page, span, days)
        if window:
            found.setdefault((window.opens, window.closes), window)
    return list(found.values())


def _surely(text: str, span: Span) -> bool:
    """Whether a sentence speaks of a consultation; a survey or objections only where it opens, runs or closes."""
    words = text[span.start : span.end]
    return re.search(r"\bconsult", words, re.I) is not None or _RUNS.search(words) is not None


def _lead(page: Page, span: Span, place: int) -> re.Match[str] | None:
    """The words before a date that make it the beginning of a window."""
    return _FROM.search(page.text, max(span.start, place - _NEAR), place)


def _stretch(page: Page, span: Span, days: list[Found]) -> Consultation | None:
    """`from 30 September to 28 October 2025`: two days that share one year."""
    for when in days:
        if when.span and any(c.isdigit() for c in when.quote[:-4]):
            lead = _lead(page, span, when.start)
            if lead:
                return Consultation(when.span.first, when.span.last, page.quote(lead.start(), when.end))
    return None


def _two_days(page: Page, span: Span, days: list[Found]) -> Consultation | None:
    """`from 12 September 2016 to 12 December 2016`: two whole days with a joining word between them."""
    for first, second in pairwise(days):
        if first.day and second.day and first.day <= second.day:
            lead = _lead(page, span, first.start)
            if lead and _BETWEEN.fullmatch(page.text[first.end : second.start]):
                return Consultation(first.day, second.day, page.quote(lead.start(), second.end))
    return None


def _one_by_one(page: Page, span: Span, days: list[Found]) -> Consultation | None:
    """`opened on 1 May 2024 and closed on 26 July 2024`, or one of the two."""
    opens: date | None = None
    closes: date | None = None
    places: list[int] = []
    for when in days:
        near = max(span.start, when.start - _NEAR)
        closing = _CLOSES.search(page.text, near, when.start)
        if closing and _OF_ANOTHER.search(page.text, max(span.start, closing.start() - 60), closing.start()):
            closing = None
        opening = None if closing else _OPENS.search(page.text, near, when.start)
        if closing and closes is None:
            closes = when.day
            places += [closing.start(), when.end]
        elif opening and opens is None:
            opens = when.day
            places += [opening.start(), when.end]
    if (opens is None and closes is None) or (opens and closes and opens > closes):
        return None
    return Consultation(opens, closes, page.quote(min(places), max(places)))
