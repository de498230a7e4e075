"""The head of a report: whom it is for and when, its title, and who wrote it; labelled, or known by how it is set."""

import re
from datetime import date

import msgspec

from workflow.importers.bodies import addressee, as_name, find_bodies, is_executive
from workflow.importers.labels import Field, find_fields, first, first_line
from workflow.importers.page import Page
from workflow.importers.printed_rows import Printed, printed_rows
from workflow.importers.reading import Paper
from workflow.importers.text import fold
from workflow.importers.titles import clean_title

DEEP = 4_000
"""How far down, in characters, the head of a report can reach."""

FIELDS = {
    "to": r"(?:report )?to|report for|(?:name of )?(?:committee|meeting|decision[- ]?making body)"
    r"|decision[- ]?maker|body",
    "on": r"(?:meeting )?date(?: of (?:the )?(?:meeting|committee|decision))?|meeting (?:to be )?held on",
    "subject": r"subject(?: matter)?|(?:report )?title(?: of (?:the )?report)?|re|heading|item title|report title",
    "by": r"(?:joint )?(?:report )?(?:by|from|of)|report authors?|authors?|presented by|submitted by"
    r"|lead (?:officer|director)",
    "summary": r"(?:executive )?summary|purpose(?: of (?:the )?report)?|brief summary|synopsis",
    "other": r"classification|status|wards?(?:\(s\))?(?: affected)?|(?:electoral )?divisions?(?:\(s\))?(?: affected)?"
    r"|key decision|contact(?: name| officer| details)?|tel|email|appendices|appendix|cabinet member"
    r"|portfolio(?: holder)?|lead member|agenda item(?: no)?\.?|item(?: no)?\.?|(?:past|future|previous) pathway.{0,40}"
    r"|open/exempt|exempt(?:ion)?|forward plan(?: ref\w*)?|background papers?|recommendations?(?:\(s\))?|decision type",
}
RESPONDS = re.compile(r"\b(?:response|reply)s?\s+to\b[^.]{0,120}\b(?:scrutiny|recommendations?|review)\b", re.I)
_REPORT_OF = re.compile(r"(?:joint )?report (?:of|by|from)\s+(?:the\s+)?:?\s*", re.I)
_DASH_DAY = re.compile(r"\s*[-–—,:(]\s*$|\s+(?:on|of|held on|meeting)\s*$", re.I)
_SKIP = re.compile(
    r"(?:part (?:[1-9]|i{1,3}|[a-c])\b|open|public|exempt|confidential|not for publication|agenda item|item no"
    r"|appendi|page|(?:electoral )?divisions?\b|wards?\b|report\b|joint report|date\b|key decision"
    r"|for (?:decision|information|noting))",
    re.I,
)


class Top(msgspec.Struct, frozen=True):
    """What stands at the head of a report."""

    to: str | None
    body: str | None
    day: date | None
    title: str | None
    by: str | None
    end: int


def fields_of(paper: Paper) -> list[Field]:
    """The labelled fields at the head of a report."""
    return find_fields(paper, FIELDS, 0, min(len(paper.text), DEEP))


def read_top(paper: Paper, page: Page) -> Top:
    """Whom the report is for and when, its title, and who wrote it; from its labels, else from how it is set out."""
    fields = fields_of(paper)
    rows = printed_rows(paper, 0, min(len(paper.text), DEEP))[:40]
    to, subject, by = first(fields, "to"), first(fields, "subject"), first(fields, "by")
    words = first_line(paper, to)
    body, day = _body_and_day(words or "", Page(words or ""))
    if day is None and (on := first(fields, "on")):
        day = next((when.day for when in page.days_in(on.start, on.end) if when.day), None)
    title = first_line(paper, subject)
    line = next((row for row in rows[:30] if _REPORT_OF.match(row.words)), None)
    author = first_line(paper, by) or (
        re.sub(r"^(?:joint )?report (?:of|by|from)\s+(?:the\s+)?:?\s*", "", line.words, flags=re.I) if line else None
    )
    responds = next((row for row in rows[:12] if RESPONDS.search(row.words)), None)
    if body is None and responds:
        named = [b for b in find_bodies(page.text, responds.start, responds.end) if not b.generic]
        body = next((b.name for b in named if not is_executive(b.name)), None)
        title = title or fold(responds.words)
    if body is None:
        body, day = _unlabelled(page, rows, day)
    if title is None:
        title = _untitled(page, rows, body)
    end = max((field.end for name in ("to", "subject", "by", "on") if (field := first(fields, name))), default=0)
    return Top(
        words, as_name(body) if body else None, day, clean_title(title) if title else None, author, min(end, DEEP)
    )


def _body_and_day(words: str, page: Page) -> tuple[str | None, date | None]:
    """`County Council - 13 March 2025` as a body and a day."""
    when = next((found for found in page.days if found.day), None)
    name = words[: when.start] if when else words
    for _ in range(3):
        name = _DASH_DAY.sub("", name).strip()
    name = re.sub(r"(?i),?\s*(?:on\s+)?(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?$", "", name).strip(" -–,")
    body = addressee(name) if name else None
    return body, when.day if when else None


def _unlabelled(page: Page, rows: list[Printed], day: date | None) -> tuple[str | None, date | None]:
    """The body and the day of a report that has no labels: `CABINET – 25 FEBRUARY 2025`."""
    for row in rows[:14]:
        named = find_bodies(page.text, row.start, row.end)
        if named and named[0].start == row.start and len(row.words) < 140:
            found = next((when.day for when in page.days_in(row.start, row.end + 60) if when.day), None)
            if found or fold(row.words) == named[0].name:
                return named[0].name, day or found
    return None, day


def _untitled(page: Page, rows: list[Printed], body: str | None) -> str | None:
    """The title of a report that does not label it: the first line in bold or capitals that is no body, no label."""
    name = (body or "").lower()
    fit = [
        row
        for row in rows[:25]
        if 6 < len(row.words) < 200 and not _SKIP.match(row.words) and not row.words.lower().startswith(name or "\0")
        and not row.words.lower().endswith("council") and ":" not in row.words[:30]
        and not any(when.end - when.start > 0.6 * len(row.words) for when in page.days_in(row.start, row.end))
    ]  # fmt: skip
    strong = [row for row in fit if row.bold or row.words.isupper()]
    chosen = (strong or fit)[:1]
    return chosen[0].words if chosen else None
