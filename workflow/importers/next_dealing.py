"""What a paper says of a matter's way in few words: a meeting arranged to take it up, a timeline of bodies and days.

`A special meeting of Cabinet had been arranged for 24 June 2025 to consider the bids`, `Timeline: Cabinet 8 July 2025;
Council 17 July 2025`.
"""

import re
from collections.abc import Iterator
from datetime import date

from states.british_dates import Found
from workflow.importers.bodies import Named, find_bodies, is_council
from workflow.importers.page import Page
from workflow.importers.reading import Promise
from workflow.importers.text import Span, fold

_MEETING_OF = re.compile(r"\bmeeting\s+of\s+(?:the\s+)?(?:full\s+)?$", re.I)
_ARRANGED = re.compile(
    r"\s+(?:(?:has|have|had|is|was|would|will)\s+)(?:now\s+)?(?:be\s+|been\s+|being\s+)?"
    r"(?:arranged|called|convened|fixed|scheduled|set|summoned|held)\s+(?:to\s+be\s+held\s+|to\s+take\s+place\s+)?"
    r"(?:for|on)\s+(?:the\s+)?(?:\w+day,?\s+)?",
    re.I,
)
_TO_TAKE_UP = re.compile(
    r"\bto\s+(?:consider|reconsider|determine|hear|discuss|decide|receive|review|agree|approve|scrutinise|debate|examine"
    r"|resume|conclude)\b",
    re.I,
)
_ROUTE = re.compile(
    r"\s*(?:[-•*–]\s*)?(?:(?:indicative|proposed|decision|approval|governance|reporting|democratic|committee|political)\s+)?"
    r"(?:timeline|timetable|route|pathway|next\s+steps?|key\s+dates|milestones|reporting\s+dates|decision\s+dates?)\s*[:–-]\s*",
    re.I,
)
_ALSO = re.compile(
    r"\b(?:and|then)\s+(?:also\s+|then\s+)?(?P<when>(?:to|by|at)\s+the\s+(?:next|following|subsequent)\s+(?:\w+\s+)?meeting"
    r"\s+of\s+)(?:the\s+)?",
    re.I,
)
_THEN = re.compile(r"\s*(?:meeting\s*)?[,:(–—-]?\s*(?:on\s+|of\s+|in\s+)?(?:the\s+)?(?:\w+day,?\s+)?", re.I)


def find_next_dealings(page: Page, span: Span, days: list[Found], floor: date | None, own: str | None) -> list[Promise]:
    """The bodies that take a matter up next, each with its day; a month stays words. Past days are left out."""
    ahead = [day for day in days if not day.problem and not (day.day and floor and day.day <= floor)]
    if not ahead:
        return []
    bodies = find_bodies(page.text, span.start, span.end)
    quote = page.quote(span.start, span.end)
    pairs = [*_arranged(page.text, span, ahead, bodies), *_route(page.text, span, ahead, bodies)]
    return [
        Promise(when.day, None if when.day else fold(when.quote), named_or(body, own), quote) for body, when in pairs
    ]


def find_also(page: Page, span: Span, own: str | None) -> list[Promise]:
    """The body whose next meeting is told beside another's day: `on 3 March, and to the next meeting of …`."""
    return [
        Promise(
            None, fold(page.text[also.start("when") : body.end]), named_or(body, own), page.quote(span.start, span.end)
        )
        for also in _ALSO.finditer(page.text, span.start, span.end)
        for body in find_bodies(page.text, also.end(), span.end)[:1]
        if body.start == also.end()
    ]


def named_or(body: Named, own: str | None) -> str | None:
    """The name of a body, or that of the body whose paper it is, where it is called by its kind alone."""
    named = not body.generic or is_council(body.name) or body.name.endswith(("Group", "Cabinet", "Executive"))
    return body.name if named else own


def _arranged(text: str, span: Span, days: list[Found], bodies: list[Named]) -> Iterator[tuple[Named, Found]]:
    """The meeting of a body that is arranged so that it takes something up."""
    if not _TO_TAKE_UP.search(text, span.start, span.end):
        return
    for body in bodies:
        if not _MEETING_OF.search(text, span.start, body.start):
            continue
        for when in days:
            if body.end <= when.start and _ARRANGED.fullmatch(text, body.end, when.start):
                yield body, when


def _route(text: str, span: Span, days: list[Found], bodies: list[Named]) -> Iterator[tuple[Named, Found]]:
    """The bodies of a timeline, each with the day right behind it."""
    route = _ROUTE.match(text, span.start, span.end)
    if route is None:
        return
    for when in days:
        body = next(
            (body for body in bodies if body.end <= when.start and _THEN.fullmatch(text, body.end, when.start)), None
        )
        if body and body.start >= route.end():
            yield body, when
