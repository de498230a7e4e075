"""Which committees considered a matter before it was decided, as its record says: when, and what they made of it."""

import re
from datetime import date

from workflow.importers.bodies import Named, find_bodies, is_council, is_executive
from workflow.importers.limbs import read_limbs
from workflow.importers.page import Page
from workflow.importers.reading import Step
from workflow.importers.text import Span, sentences

_DID = r"(?:considered|discussed|endorsed|supported|reviewed|scrutinised|debated)"
_MATTER = re.compile(
    r"\b(?:this|the|these|a)\s+(?:proposed\s+|key\s+|draft\s+)*(?:decision|proposals?|report|matter|item|options|paper)\b",
    re.I,
)
_AT = re.compile(rf"\b{_DID}\b[^.;]{{0,60}}?\b(?:at|by)\s+(?:(?:a|the)\s+meeting\s+of\s+)?(?:the\s+)?$", re.I)
_DOES = re.compile(rf",?\s*(?:(?:at|in)\s+its\s+meeting\s+[^.;]{{3,50}}?)?,?\s+(?:\w+\s+)?{_DID}\b", re.I)
_TO_COME = re.compile(
    r"\b(?:will|would|to|shall|may|if|due)\s+(?:then\s+)?be\s+\w+|\b(?:will|shall|is to|are to)\s+\w+", re.I
)
_LABEL = re.compile(r"[^.;:]{3,120}:\s*\n\s*")
_ON = re.compile(r"(?:\s+meeting)?,?\s+(?:held\s+)?(?:on\s+)?(?:the\s+)?")
_THEN = re.compile(
    r"(?:The|That)\s+(?:cabinet\s+)?(?:committee|panel|board|commission|members)\s+(?:also\s+|then\s+|unanimously\s+)?"
    r"(?:passed|resolved|recommended|agreed|voted|asked|requested|endorsed|supported|proposed)\b",
    re.I,
)
_BODY = re.compile(r"(?:Committee|Panel|Board|Commission|Group)\b", re.I)


def heard_before(page: Page, *, decision: str | None, taken: date | None) -> list[Step]:
    """The meetings at which a committee considered the matter by the day it was decided, each once, with its words."""
    found: dict[tuple[str | None, date | None], Step] = {}
    spans = list(sentences(page.text))
    for at, span in enumerate(spans):
        words = page.text[span.start : span.end]
        if not _MATTER.search(words) or _TO_COME.search(words):
            continue
        for body in find_bodies(page.text, span.start, span.end):
            day = _day(page, span, body)
            if day and not (taken and day > taken):
                ends = _ends(page, spans[at + 1 : at + 2]) or span.end
                head = _LABEL.match(page.text, span.start, body.start)
                quote = page.quote(head.end() if head else span.start, ends)
                step = Step("scrutinise", day, body.name, quote, decision)
                found.setdefault((step.body, day), step)
    return list(found.values())


def _day(page: Page, span: Span, body: Named) -> date | None:
    """The day on which the words say that a body considered it; None where they do not."""
    if body.generic or is_executive(body.name) or is_council(body.name) or not _BODY.search(body.name):
        return None
    days = [when for when in page.days_in(span.start, span.end) if when.day and not when.problem]
    if _AT.search(page.text, span.start, body.start):
        behind = next((when for when in days if when.start > body.end), None)
        return behind.day if behind and _ON.fullmatch(page.text, body.end, behind.start) else None
    if not _DOES.match(page.text, body.end, span.end):
        return None
    before = [when for when in days if when.end <= body.start and body.start - when.end < 12]
    within = [when for when in days if body.end < when.start < body.end + 60]
    return next((when.day for when in before + within), None)


def _ends(page: Page, following: list[Span]) -> int | None:
    """Where what the body made of it ends, if the next sentence says that: with its list, where it opens one."""
    for span in following:
        if not _THEN.match(page.text, span.start):
            return None
        if page.text[: span.end].endswith(":"):
            limbs = read_limbs(page.text, span.end, min(len(page.text), span.end + 1_500))
            return limbs[-1].end if limbs else span.end
        return span.end
    return None
