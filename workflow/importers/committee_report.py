"""Reports to a committee, Cabinet or Council: by whom, on what, what they ask for; and answers to scrutiny.

What a report asks of its body comes from officers and is `options`; a report of a scrutiny committee carries the
committee's own recommendations. A report that answers recommendations or questions is a `response`. What it tells of a
decision that was called in becomes steps and a call-in.
"""

import re
from datetime import date

import msgspec

from workflow.importers.answers import find_answers
from workflow.importers.bodies import addressee, as_name, find_bodies, is_executive
from workflow.importers.consultations import find_consultations
from workflow.importers.decision_refs import decision_refs, title_ref
from workflow.importers.evidence import date_doubts, read_heading
from workflow.importers.labels import Field, find_fields, first, first_line
from workflow.importers.makers import maker_kind
from workflow.importers.page import RUNNING, Page
from workflow.importers.printed_rows import Printed, printed_rows
from workflow.importers.promises import find_promises
from workflow.importers.reading import Document, Item, Meeting, Outcome, Paper, Promise, Resolution, Warning
from workflow.importers.recommended import find_section, limbs_in
from workflow.importers.references import find_earlier, find_links
from workflow.importers.resolutions import unjoined
from workflow.importers.steps import CALL_IN, find_told
from workflow.importers.text import Span, fold, lines
from workflow.importers.titles import clean_title

_FIELDS = {
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
_REPORT = re.compile(
    r"(?:joint )?reports? (?:of|by|from|to)\b|.{0,60}\breport(?: for (?:decision|information|resolution))?$", re.I
)
_REPORT_OF = re.compile(r"(?:joint )?report (?:of|by|from)\s+(?:the\s+)?:?\s*", re.I)
_CHAIR_OF = re.compile(r"^(?:the\s+)?(?:(?:vice-?)?chair(?:man|person)?(?:,|\s+of)\s+)?(?:the\s+)?", re.I)
_NOTE = re.compile(r"briefing note|note to\b", re.I)
_OTHER_FORM = re.compile(
    r"\b(?:record of|proposed)\b.{0,40}\bdecision\b|\bcall[- ]?in (?:request|form|notice)\b|\bminutes of\b", re.I
)
_ANSWERS = re.compile(
    r"\b(?:response|reply|replies)s?\s+(?:of|from|by|to)\b|\b(?:executive|cabinet|council)(?:['’]s)? response\b"
    r"|\b(?:questions|requests|issues|points|recommendations)\b[^.]{0,80}\b(?:made|raised|asked)\b[^.]{0,80}\bscrutiny\b",
    re.I,
)
_RESPONDS = re.compile(r"\b(?:response|reply)s?\s+to\b[^.]{0,120}\b(?:scrutiny|recommendations?|review)\b", re.I)
_DASH_DAY = re.compile(r"\s*[-–—,:(]\s*$|\s+(?:on|of|held on|meeting)\s*$", re.I)
_SKIP = re.compile(
    r"(?:part (?:[1-9]|i{1,3}|[a-c])\b|open|public|exempt|confidential|not for publication|agenda item|item no"
    r"|appendi|page|(?:electoral )?divisions?\b|wards?\b|report\b|joint report|date\b|key decision"
    r"|for (?:decision|information|noting))",
    re.I,
)
_DEEP = 4_000


class _Top(msgspec.Struct, frozen=True):
    """What stands at the head of a report."""

    to: str | None
    body: str | None
    day: date | None
    title: str | None
    by: str | None
    end: int


def recognises(paper: Paper) -> float:
    """How surely this is a report: it says to whom and on what, by whom or for which meeting."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), _DEEP))[:40]
    if any(_NOTE.match(row.words) for row in rows[:6]) or any(_OTHER_FORM.search(row.words) for row in rows[:8]):
        return 0.0
    fields = _fields(paper)
    names = {field.name for field in fields if field.given}
    reports = any(_REPORT.match(row.words) for row in rows[:25])
    if "to" in names and "subject" in names:
        dated = Page(paper.text[:_DEEP]).days_in(*_span(first(fields, "to")))
        return 0.95 if reports or dated else 0.86 if "by" in names else 0.0
    if any(_RESPONDS.search(row.words) for row in rows[:12]) and find_answers(paper, Page(paper.text)):
        return 0.93
    if reports and find_section(paper.text, 0) is not None:
        return 0.8
    return 0.0


def read(paper: Paper) -> Document:
    """The report as a document with one item."""
    page = Page.of(paper)
    top = _top(paper, page)
    ref = title_ref(top.title) or _about(page, top)
    typed = frozenset(row.start for row in printed_rows(paper) if row.bold or row.heading)
    section = find_section(page.text, 0, typed)
    limbs = limbs_in(page, section) if section else []
    answers = find_answers(paper, page)
    own, by_body = _author(top)
    earlier, ambiguous = find_earlier(page, top.end, len(page.text), top.body)
    spans = [Span(limb.start, limb.end) for limb in limbs] if by_body else []
    promises, late = find_promises(page, top.end, len(page.text), limbs=spans, own=own or top.body, floor=None)
    told = find_told(page, 0, len(page.text), decision=ref) if ref or CALL_IN.search(page.text) else None
    responds = bool(answers) or (_is_response(page, top) and not limbs)
    item = Item(
        title=top.title,
        outcome=_outcome(bool(limbs), by_body, responds),
        reference=ref,
        body=own if by_body else None,
        resolutions=tuple(
            Resolution(
                limb.number, unjoined(page.words(limb.start, limb.end)), page.quote(limb.start, limb.end), top.body
            )
            for limb in limbs
        ),
        from_=own or top.by,
        to=top.body,
        made_by=("body" if by_body else "officers") if limbs or responds else None,
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, top.end, len(page.text))),
        consultation=tuple(find_consultations(page, top.end, len(page.text))),
        promises=tuple(_later(promises, top)),
        steps=told.steps if told else (),
        call_in=told.call_in if told else None,
        answers=tuple(answers),
    )
    doubts: list[Warning] = []
    if top.day is None:
        doubts.append(Warning("no_meeting_date", "The report does not say for which day's meeting it is."))
    if top.body is None:
        doubts.append(Warning("no_body", "The report does not say which body it is for."))
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="report",
        council=read_heading(page, 0, min(top.end, _DEEP)).council,
        body=top.body,
        date=top.day,
        meetings=(Meeting(top.body, top.day, None),) if top.body and top.day else (),
        items=(item,),
        warnings=(*doubts, *ambiguous, *late, *date_doubts(page)),
        authors=(top.by,) if top.by else (),
    )


def _fields(paper: Paper) -> list[Field]:
    """The labelled fields at the head of a report."""
    return find_fields(paper, _FIELDS, 0, min(len(paper.text), _DEEP))


def _span(field: Field | None) -> tuple[int, int]:
    """Where a field's value stands."""
    return (field.start, field.end) if field else (0, 0)


def _top(paper: Paper, page: Page) -> _Top:
    """Whom the report is for and when, its title, and who wrote it; from its labels, else from how it is set out."""
    fields = _fields(paper)
    rows = printed_rows(paper, 0, min(len(paper.text), _DEEP))[:40]
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
    responds = next((row for row in rows[:12] if _RESPONDS.search(row.words)), None)
    if body is None and responds:
        named = [b for b in find_bodies(page.text, responds.start, responds.end) if not b.generic]
        body = next((b.name for b in named if not is_executive(b.name)), None)
        title = title or fold(responds.words)
    if body is None:
        body, day = _unlabelled(page, rows, day)
    if title is None:
        title = _untitled(rows, body)
    end = max([field.end for field in fields if field.name in ("to", "subject", "by", "on")] + [0])
    return _Top(
        words, as_name(body) if body else None, day, clean_title(title) if title else None, author, min(end, _DEEP)
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


def _untitled(rows: list[Printed], body: str | None) -> str | None:
    """The title of a report that does not label it: the first line in bold or capitals that is no body, no label."""
    name = (body or "").lower()
    fit = [
        row
        for row in rows[:25]
        if 6 < len(row.words) < 200 and not _SKIP.match(row.words) and not row.words.lower().startswith(name or "\0")
        and not row.words.lower().endswith("council") and ":" not in row.words[:30]
    ]  # fmt: skip
    strong = [row for row in fit if row.bold or row.words.isupper()]
    chosen = (strong or fit)[:1]
    return chosen[0].words if chosen else None


def _author(top: _Top) -> tuple[str | None, bool]:
    """The body that reports, where a body does and not its officers; and whether that is so."""
    for body in find_bodies(top.by or ""):
        if (
            not body.generic
            and not is_executive(body.name)
            and not re.search(r"\b(?:officer|director|manager)\b", top.by or "", re.I)
        ):
            return body.name, True
    return None, False


def _is_response(page: Page, top: _Top) -> bool:
    """Whether the executive answers scrutiny here."""
    by_member = maker_kind(top.by) in ("cabinet_member", "executive")
    return _ANSWERS.search(top.title or "") is not None or (
        by_member and _ANSWERS.search(page.text, 0, _DEEP) is not None
    )


def _outcome(limbs: bool, by_body: bool, responds: bool) -> Outcome:
    """What the report is: an answer, a committee's recommendations, or what officers put forward."""
    if responds:
        return "response"
    return ("recommended" if by_body else "options") if limbs else "none"


def _about(page: Page, top: _Top) -> str | None:
    """The one decision that the first words of a report name."""
    refs = decision_refs(page.text, 0, min(len(page.text), top.end + 600))
    return refs[0] if len(refs) == 1 else None


def _later(promises: list[Promise], top: _Top) -> list[Promise]:
    """The promises of a report without the meeting it is written for, and without days that were past by then."""
    kept = []
    for promise in promises:
        if (
            promise.due
            and top.day
            and (promise.due < top.day or (promise.due == top.day and _same(promise.owner, top.body)))
        ):
            continue
        kept.append(promise)
    return kept


def _same(one: str | None, other: str | None) -> bool:
    """Whether two names are of one body, `full Council` and `County Council` too."""
    short = [
        re.sub(r"(?i)^(?:the |full |county |city |borough |district )+", "", name or "").lower()
        for name in (one, other)
    ]
    return short[0] == short[1]
