"""Call-in forms: which decision, who calls it in, on which grounds, what they want, and how it was ruled."""

import re
from datetime import date
from typing import Literal

from workflow.importers.bodies import as_name, find_bodies
from workflow.importers.call_in_fields import FIELDS
from workflow.importers.consultations import find_consultations
from workflow.importers.decision_facts import reference_in
from workflow.importers.decision_refs import decision_refs
from workflow.importers.evidence import date_doubts, read_heading
from workflow.importers.labels import Field, boxed, find_fields, first, first_line, ticked, value, yes_or_no
from workflow.importers.limbs import Limb, read_limbs
from workflow.importers.page import RUNNING, Page
from workflow.importers.people import group_of, people_at
from workflow.importers.promises import find_events_told
from workflow.importers.reading import CallIn, Document, Item, Paper, Promise, Resolution, Warning
from workflow.importers.resolutions import unjoined
from workflow.importers.text import Line, fold, lines
from workflow.importers.titles import clean_title

_HEADING = re.compile(
    r"\bcall(?:ing)?[- ]?in\s+(?:request|form|notice|pro[- ]?forma|requisition|submission|of (?:an? "
    r"|the )?(?:executive |cabinet |key )?decision)|"
    r"\b(?:request|requisition|notice|notification)\s+(?:to|for|of|form for)\s+(?:a\s+"
    r"|an?\s+)?(?:scrutiny\s+)?call(?:ing)?[- ]?in\b"
    r"|\bscrutiny call[- ]?in\b(?:\s+(?:form|request))?\s*$|\brequest for (?:a )?decision to be called[- ]?in\b"
    r"|\bexecutive decision\b.{0,40}\bcall[- ]?in\b|^call[- ]?in$",
    re.I,
)
_NOT = re.compile(r"\b(?:guide|guidance|procedure|protocol|constitution|minutes|agenda|report|rules)\b", re.I)
_FORM = re.compile(
    r"^(?:[\w’'& ]{0,60}council\s*[-–—:]?\s*)?(?:scrutiny\s+"
    r"|overview and scrutiny\s+)?(?:executive decision[s]?\s*[-–:]?\s*)?(?:notice of |request for |requisition for )?"
    r"(?:a\s+)?call[- ]?in(?:\s+(?:request|form|notice|pro[- ]?forma|requisition|submission))*(?:\s+form)?"
    r"(?:\s+of (?:an? |the )?(?:executive |cabinet |key )*decisions?)?\W*$",
    re.I,
)
_REASON = re.compile(
    r"(?:call[- ]?in\s+)?(?:reason|ground)s?\s*(?:no\.?\s*)?(?P<number>\d{1,2}|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|[a-h])\b\s*[:.)–-]*\s*"
    r"(?P<words>.*)$",
    re.I,
)
_MARK = re.compile(r"^\W*(?:\(?\d{1,2}[.)]|\(?[a-h][.)]|[-•*])?\s*")
_NO_NAME = re.compile(
    r"\b(?:signature|signed|date|name|group|party|ward|print|yes|no|councillor"
    r"|member)s?\b\s*[:.]?$",
    re.I,
)
_VALID = re.compile(
    r"\b(?P<no>in|not\s+(?:a\s+)?)?valid\b|\b(?P<accepted>accepted|upheld|agreed)\b"
    r"|\b(?P<refused>rejected|refused|declined)\b",
    re.I,
)
_WILL = re.compile(r"\bwill\b", re.I)
_MOST = 40


def recognises(paper: Paper) -> float:
    """How surely this is a call-in form: its heading says so, and somebody calls in on some ground."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), 3_000))[:8]
    head = " ".join(row.words for row in rows[:3])
    headed = any(_HEADING.search(row.words) and not _NOT.search(row.words) for row in rows) or _HEADING.search(head)
    if not headed or _NOT.match(rows[0].words):
        return 0.0
    names = {field.name for field in find_fields(paper, FIELDS) if field.given}
    return 0.97 if {"callers", "grounds"} <= names else 0.9 if names & {"callers", "grounds"} else 0.0


def read(paper: Paper) -> Document:
    """The form as a document with one item."""
    page = Page.of(paper)
    fields = find_fields(paper, FIELDS)
    heading, end = _heading(paper)
    ref = reference_in(paper, fields) or next(iter(decision_refs(page.text, 0, max(end, 600))), None)
    callers, groups, quote = _callers(paper, page, fields)
    asks = first(fields, "asks")
    limbs = _asked(page, asks) if asks else []
    received = _day(page, first(fields, "received"))
    to = next((b.name for limb in limbs for b in find_bodies(page.text, limb.start, limb.end) if " " in b.name), None)
    titled = first_line(paper, first(fields, "decision"))
    title = heading if heading and not _FORM.match(heading) else titled or heading
    call_in = CallIn(
        received=received,
        callers=callers,
        grounds=_grounds(page, fields),
        decision=ref,
        groups=groups,
        ruled=_ruled(paper, fields),
        ruled_by=_ruler(paper, fields),
        ruled_on=_day(page, first(fields, "ruled_on")),
        asks=value(paper, asks),
        quote=quote,
    )
    item = Item(
        title=clean_title(title) if title else None,
        outcome="request",
        reference=ref,
        resolutions=tuple(
            Resolution(limb.number, unjoined(page.words(limb.start, limb.end)), page.quote(limb.start, limb.end))
            for limb in limbs
        ),
        to=as_name(to) if to else None,
        call_in=call_in,
        consultation=tuple(find_consultations(page, 0, len(page.text))),
        promises=_heard(page, received),
    )
    doubts: list[Warning] = []
    if not callers:
        doubts.append(Warning("no_body", "The form does not say who calls the decision in."))
    if received is None:
        doubts.append(Warning("no_meeting_date", "The form does not say on which day it was received."))
    council = read_heading(page, 0, 1_500).council
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="call_in",
        council=as_name(council) if council else None,
        body=item.to,
        date=received,
        items=(item,),
        warnings=(*doubts, *date_doubts(page)),
    )


def _heard(page: Page, received: date | None) -> tuple[Promise, ...]:
    """Who is to hear the call-in, and when; a form that does not say when it came says `will`."""
    told = find_events_told(page, 0, len(page.text), own=None, floor=received)
    return tuple(one for one in told if received or _WILL.search(one.quote))


def _heading(paper: Paper) -> tuple[str | None, int]:
    """The form's own heading, all its lines, and where it ends."""
    rows = lines(paper.text, 0, min(len(paper.text), 3_000))[:8]
    at = next((place for place, row in enumerate(rows) if _HEADING.search(row.words)), None)
    if at is None:
        return None, 0
    last = at
    while last + 1 < len(rows) and not rows[last + 1].after_blank and ":" not in rows[last + 1].words and last - at < 3:
        last += 1
    return fold(" ".join(row.words for row in rows[at : last + 1])), rows[last].end


def _callers(paper: Paper, page: Page, fields: list[Field]) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
    """Who calls in, their groups, and the words that name the first two."""
    names: dict[str, None] = {}
    groups: dict[str, None] = {}
    quote = None
    for field in fields:
        if field.name != "callers" or not field.given or len(names) >= _MOST:
            continue
        for row in lines(page.text, field.start, field.end)[:_MOST]:
            mark = _MARK.match(row.words)
            begin = row.start + (mark.end() if mark else 0)
            if (
                _NO_NAME.search(row.words[:40])
                and len(row.words.split()) < 4
                and not row.words.startswith(("Cllr", "Councillor "))
            ):
                continue
            if len(row.words) > 160 or row.words[-1:] == "?":
                break
            for person in people_at(page.text, begin, row.end):
                if " " in person.name or field.label.lower().startswith(("propos", "second", "councillor")):
                    names.setdefault(person.name)
                    quote = quote or page.quote(field.start, min(field.end, row.end))
                    if group := group_of(person.group):
                        groups.setdefault(group)
    for name, group in _listed(paper, page):
        if name not in names:
            names.setdefault(name)
        if group:
            groups.setdefault(group)
        quote = quote or name
    return tuple(names), tuple(groups), quote


def _listed(paper: Paper, page: Page) -> list[tuple[str, str | None]]:
    """The people in a table with a column of names, and the groups in the column beside."""
    found: list[tuple[str, str | None]] = []
    heads = [cell for cell in paper.cells if cell.row == 0]
    for head in heads:
        words = fold(page.text[head.start : head.end])
        if not re.fullmatch(
            r"(?:print(?:ed)? )?(?:(?:councillor|member)s?(?:['’]s?)?\s*)?(?:names?|councillors?"
            r"|members?)(?:\s*\(.*\))?",
            words,
            re.I,
        ):
            continue
        group = next(
            (
                c.column
                for c in heads
                if c.table == head.table
                and re.match(
                    r"(?:political )?(?:group"
                    r"|party)",
                    fold(page.text[c.start : c.end]),
                    re.I,
                )
            ),
            None,
        )
        for cell in paper.cells:
            if cell.table != head.table or cell.column != head.column or cell.row == 0:
                continue
            beside = next((c for c in paper.cells if (c.table, c.row, c.column) == (cell.table, cell.row, group)), None)
            said = fold(page.text[beside.start : beside.end]) if beside else None
            found += [(person.name, said) for person in people_at(page.text, cell.start, cell.end)[:1]]
    return found


def _grounds(page: Page, fields: list[Field]) -> tuple[str, ...]:
    """The grounds: those that are ticked where there are boxes; `Reason one: …`; the limbs of a list; the paragraph."""
    found: dict[str, None] = {}
    for field in fields:
        if field.name != "grounds" or not field.given:
            continue
        rows = lines(page.text, field.start, field.end)
        boxes = [row for row in rows if boxed(row.words)]
        if len(boxes) >= 2:
            for row in boxes:
                if ticked(row.words):
                    found.setdefault(_unboxed(row.words))
            continue
        reasons = _reasons(page, rows)
        limbs = [] if reasons else read_limbs(page.text, rows[0].start, field.end)
        for words in reasons or [page.quote(limb.start, limb.end) for limb in limbs]:
            found.setdefault(words)
    reasons = _reasons(page, lines(page.text))
    return tuple(reasons) if len(reasons) >= 2 else tuple(found)


def _reasons(page: Page, rows: list[Line]) -> list[str]:
    """`Reason one: the decision is not in line with …`, each to the end of its heading."""
    found: list[str] = []
    for at, row in enumerate(rows):
        match = _REASON.match(row.words)
        if match is None or len(row.words) > 400:
            continue
        last = at
        while last + 1 < len(rows) and not rows[last + 1].after_blank and not rows[last].words.endswith((".", ":")):
            last += 1
        words = page.quote(row.start + match.start("words"), rows[last].end)
        if words and words not in found:
            found.append(words)
    return found


def _unboxed(words: str) -> str:
    """A ticked line without its box."""
    return fold(re.sub(r"[☒☑✓✔✗✘■🗹☐□○❏❑]|[\[(]\s*[xX✓]\s*[\])]|(?<![\w’'])[xX](?![\w’'])", " ", words)).strip(" :-–")


def _asked(page: Page, field: Field) -> list[Limb]:
    """What the callers want to come of it, limb by limb, or the paragraph."""
    rows = lines(page.text, field.start, field.end)
    return read_limbs(page.text, rows[0].start, field.end) if rows else []


def _day(page: Page, field: Field | None) -> date | None:
    """The day in a field."""
    if field is None:
        return None
    return next((when.day for when in page.days_in(field.start, field.end) if when.day and not when.problem), None)


def _ruled(paper: Paper, fields: list[Field]) -> Literal["valid", "invalid"] | None:
    """Whether the call-in was ruled valid, where the form has the ruling."""
    for field in fields:
        if field.name != "valid" or not field.given:
            continue
        said = value(paper, field) or ""
        answer = yes_or_no(said[:60])
        if answer is not None:
            return "valid" if answer else "invalid"
        words = _VALID.search(said)
        if words:
            return "invalid" if words["no"] or words["refused"] else "valid"
    return None


def _ruler(paper: Paper, fields: list[Field]) -> str | None:
    """Who ruled: as the form names them, else the officer whose ruling its label says it is."""
    named = first_line(paper, first(fields, "ruler"))
    if named and len(named) < 100:
        return named
    for field in fields:
        officer = re.search(r"(?:monitoring|proper|statutory scrutiny) officer", field.label, re.I)
        if field.name == "valid" and field.given and officer:
            return officer.group().title()
    return None
