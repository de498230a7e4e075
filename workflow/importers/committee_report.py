"""Reports to a committee, Cabinet or Council: by whom, on what, what they ask for; and answers to scrutiny.

What a report asks of its body comes from officers and is `options`; a report of a scrutiny committee carries the
committee's own recommendations. A report that answers recommendations or questions is a `response`. What it tells of a
decision that was called in becomes steps and a call-in.
"""

import re

from workflow.importers.answers import find_answers
from workflow.importers.bodies import find_bodies, is_executive
from workflow.importers.briefing_note import considered_in
from workflow.importers.consultations import find_consultations
from workflow.importers.decision_refs import decision_refs, title_ref
from workflow.importers.evidence import date_doubts, read_heading
from workflow.importers.labels import Field, first, first_line
from workflow.importers.makers import maker_kind
from workflow.importers.page import RUNNING, Page
from workflow.importers.printed_rows import printed_rows
from workflow.importers.promises import find_promises
from workflow.importers.reading import Document, Item, Meeting, Outcome, Paper, Promise, Resolution, Warning
from workflow.importers.recommended import counted, find_section, limbs_in
from workflow.importers.references import find_earlier, find_links
from workflow.importers.report_top import DEEP, RESPONDS, Top, fields_of, read_top
from workflow.importers.resolutions import unjoined
from workflow.importers.signed_report import signed
from workflow.importers.steps import CALL_IN, find_told
from workflow.importers.text import Span, lines

_REPORT = re.compile(
    r"(?:joint )?reports? (?:of|by|from|to)\b|.{0,60}\breport(?: for (?:decision|information|resolution))?$", re.I
)
_NOTE = re.compile(r"briefing note|note to\b", re.I)
_OTHER_FORM = re.compile(
    r"\b(?:record of|proposed)\b.{0,40}\bdecision\b|\bcall[- ]?in (?:request|form|notice)\b|\bminutes of\b", re.I
)
_ANSWERS = re.compile(
    r"\b(?:response|reply|replies)s?\s+(?:of|from|by|to)\b|\b(?:executive|cabinet|council)(?:['’]s)? response\b"
    r"|\b(?:questions|requests|issues|points|recommendations)\b[^.]{0,80}\b(?:made|raised|asked)\b[^.]{0,80}\bscrutiny\b",
    re.I,
)
_RECOMMENDS = re.compile(r"\s+(?:therefore\s+|also\s+|unanimously\s+)?(?:recommends?|recommended|asks?|requests?)\b")


def recognises(paper: Paper) -> float:
    """How surely this is a report: it says to whom and on what, by whom or for which meeting."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), DEEP))[:40]
    if any(_NOTE.match(row.words) for row in rows[:6]) or any(_OTHER_FORM.search(row.words) for row in rows[:8]):
        return 0.0
    fields = fields_of(paper)
    names = {field.name for field in fields if field.given}
    if "@" in (first_line(paper, first(fields, "to")) or ""):
        return 0.0  # an e-mail: its address is no body
    reports = any(_REPORT.match(row.words) for row in rows[:25])
    if _by_committee(first_line(paper, first(fields, "by"))) and counted(Page(paper.text)):
        return 0.98
    if "to" in names and "subject" in names:
        dated = Page(paper.text[:DEEP]).days_in(*_span(first(fields, "to")))
        return 0.95 if reports or dated else 0.86 if "by" in names else 0.0
    if any(RESPONDS.search(row.words) for row in rows[:12]) and find_answers(paper, Page(paper.text)):
        return 0.93
    if reports and find_section(paper.text, 0) is not None:
        return 0.8
    return 0.0


def read(paper: Paper) -> Document:
    """The report as a document with one item."""
    page = Page.of(paper)
    top = read_top(paper, page)
    ref = title_ref(top.title) or _about(page, top)
    typed = frozenset(row.start for row in printed_rows(paper) if row.bold or row.heading)
    section = find_section(page.text, 0, typed)
    apart = counted(page)
    limbs = apart or (limbs_in(page, section) if section else [])
    answers = [] if apart else find_answers(paper, page)
    own, by_body = _author(top, page, section)
    earlier, ambiguous = find_earlier(page, top.end, len(page.text), top.body, kept=False)
    spans = [Span(limb.start, limb.end) for limb in limbs] if by_body else []
    promises, late = find_promises(page, top.end, len(page.text), limbs=spans, own=own or top.body, floor=None)
    considered, considered_on, words, unsure = (
        considered_in(page, top.end, top.body, own) if by_body else (None, None, None, [])
    )
    told = find_told(page, 0, len(page.text), decision=ref) if ref or CALL_IN.search(page.text) else None
    responds = bool(answers) or (_is_response(page, top) and not limbs)
    approved = signed(page, top.body, top.day) if limbs and not (by_body or responds) else None
    item = Item(
        title=top.title,
        outcome="decided" if approved else _outcome(bool(limbs), by_body, responds),
        reference=ref,
        body=own if by_body else None,
        resolutions=tuple(
            Resolution(
                limb.number,
                unjoined(page.words(limb.start, limb.end)),
                page.quote(limb.start, limb.end),
                None if approved else top.body,
            )
            for limb in limbs
        ),
        from_=None if approved else own or top.by,
        to=None if approved else top.body,
        made_by=("body" if by_body or approved else "officers") if limbs or responds else None,
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, top.end, len(page.text))),
        consultation=tuple(find_consultations(page, top.end, len(page.text))),
        promises=tuple(_later(promises, top)),
        steps=told.steps if told else (),
        call_in=told.call_in if told else None,
        answers=tuple(answers),
        decision=approved.decision if approved else None,
    )
    doubts: list[Warning] = []
    if top.day is None:
        doubts.append(Warning("no_meeting_date", "The report does not say for which day's meeting it is."))
    if top.body is None:
        doubts.append(Warning("no_body", "The report does not say which body it is for."))
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="decision" if approved else "report",
        council=read_heading(page, 0, min(top.end, DEEP)).council,
        body=top.body,
        date=approved.on if approved else top.day,
        meetings=(Meeting(top.body, top.day, None),) if top.body and top.day and not approved else (),
        items=(item,),
        warnings=(*doubts, *unsure, *ambiguous, *late, *date_doubts(page)),
        considered_by=considered,
        considered_on=considered_on,
        considered_quote=words,
        authors=(top.by,) if top.by else (),
    )


def _span(field: Field | None) -> tuple[int, int]:
    """Where a field's value stands."""
    return (field.start, field.end) if field else (0, 0)


def _author(top: Top, page: Page, section: Span | None) -> tuple[str | None, bool]:
    """The body that reports or recommends, where a body does and not its officers; and whether that is so."""
    if section:
        for body in find_bodies(page.text, section.start, min(section.end, section.start + 300)):
            if not body.generic and body.name != top.body and _RECOMMENDS.match(page.text, body.end):
                return body.name, True
    if _by_committee(top.by):
        return top.by, True
    for body in find_bodies(top.by or ""):
        if (
            not body.generic
            and not is_executive(body.name)
            and not re.search(r"\b(?:officer|director|manager)\b", top.by or "", re.I)
        ):
            return body.name, True
    return None, False


def _by_committee(author: str | None) -> bool:
    """Whether a committee alone is the author: `Report of: Scrutiny Committee`."""
    named = find_bodies(author or "")
    return len(named) == 1 and named[0].name == author and " " in author and not is_executive(author)


def _is_response(page: Page, top: Top) -> bool:
    """Whether the executive answers scrutiny here."""
    by_member = maker_kind(top.by) in ("cabinet_member", "executive")
    return _ANSWERS.search(top.title or "") is not None or (
        by_member and _ANSWERS.search(page.text, 0, DEEP) is not None
    )


def _outcome(limbs: bool, by_body: bool, responds: bool) -> Outcome:
    """What the report is: an answer, a committee's recommendations, or what officers put forward."""
    if responds:
        return "response"
    return ("recommended" if by_body else "options") if limbs else "none"


def _about(page: Page, top: Top) -> str | None:
    """The one decision that the first words of a report name."""
    refs = decision_refs(page.text, 0, min(len(page.text), top.end + 600))
    return refs[0] if len(refs) == 1 else None


def _later(promises: list[Promise], top: Top) -> list[Promise]:
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
