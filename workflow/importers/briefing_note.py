"""A briefing note: `To:`, `Date:`, `Subject:`, then numbered sections, one of them the recommendations.

A note carries a body's recommendations when it says which body considered the matter or recommends; else what it puts
to its addressee comes from officers, and is `options`.
"""

import re
from datetime import date as Day

import msgspec

from workflow.importers.bodies import addressee, find_bodies
from workflow.importers.consultations import find_consultations
from workflow.importers.evidence import authors_in, date_doubts, read_heading
from workflow.importers.page import RUNNING, Page
from workflow.importers.promises import find_promises
from workflow.importers.reading import Document, Item, Meeting, Paper, Resolution, Warning
from workflow.importers.recommended import find_section, limbs_in
from workflow.importers.references import find_earlier, find_links
from workflow.importers.text import Span, lines, sentences
from workflow.importers.titles import clean_title

_LABEL = re.compile(
    r"(?P<label>report to|briefing note to|note to|to|for|from|date|date of meeting|meeting date|subject|title"
    r"|re|council)\s*:\s*(?P<value>.*)$",
    re.I,
)
_CONSIDER = re.compile(r"\b(?:consider|discuss|scrutinis|review|examin|receiv|look)(?:ed|ing|ation|y)?\b", re.I)
_WILL = re.compile(
    r"\b(?:will|(?:is|are) (?:due|to|expected to)) (?:be )?(?:consider|discuss|scrutinis|review|receiv)", re.I
)
_MEETING = re.compile(r"\bmeeting\b|\bmet\b|\bsession\b", re.I)
_FROM = re.compile(r"\brecommendations?\s+(?:\w+\s+){0,3}?(?:from|of|by)\s+(?:the\s+)?$", re.I)
_ACTS = re.compile(r",?\s+(?:has |had |have )?(?:considered|discussed|scrutinised|reviewed|examined|received|met)\b")
_DEMOCRATIC = re.compile(
    r"\b(?:scrutiny|democratic|governance|committee|member services|councillor|cllr|chair)\b", re.I
)
_HEAD_ROWS = 30


class _Labels(msgspec.Struct, frozen=True):
    """The lines above the first section."""

    to: str | None = None
    sender: str | None = None
    subject: str | None = None
    council: str | None = None
    dated: Span | None = None
    end: int = 0


def recognises(paper: Paper) -> float:
    """How surely this is a note: it says to whom it goes, and its subject or date."""
    if paper.medium not in RUNNING:
        return 0.0
    found = _labels(paper.text)
    if found.to is None or "@" in found.to:
        return 0.0
    return 0.9 if found.subject and found.dated else 0.6 if found.subject or found.dated else 0.0


def read(paper: Paper) -> Document:
    """The note as a document with one item."""
    page = Page.of(paper)
    text = page.text
    labels = _labels(text)
    dated = page.days_in(labels.dated.start, labels.dated.end) if labels.dated else []
    day = dated[0].day if dated else None
    body = addressee(labels.to or "")
    section = find_section(text, labels.end)
    sender = _sender(page, labels, section, body)
    considered, on, quote, doubts = considered_in(page, labels.end, body, sender)
    limbs = limbs_in(page, section) if section else []
    people, directorate = authors_in(page, section.end if section else labels.end, len(text))
    own = considered or sender
    sender = sender or (considered if _for_scrutiny(people, directorate) else None)
    by_body = sender is not None
    earlier, ambiguous = find_earlier(page, labels.end, len(text), own)
    spans = [Span(limb.start, limb.end) for limb in limbs]
    promises, late = find_promises(page, labels.end, len(text), limbs=spans, own=own, floor=day)
    words = [page.quote(limb.start, limb.end) for limb in limbs]
    to = body if limbs else None
    item = Item(
        title=labels.subject,
        outcome="none" if not limbs else "recommended" if by_body else "options",
        body=own,
        resolutions=tuple(Resolution(limb.number, said, said, to) for limb, said in zip(limbs, words, strict=True)),
        from_=(sender or directorate) if limbs else None,
        to=to,
        made_by=("body" if by_body else "officers") if limbs else None,
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, labels.end, len(text))),
        consultation=tuple(find_consultations(page, labels.end, len(text))),
        promises=tuple(promises),
    )
    for each in earlier:
        if each.body is None and not any(doubt.quote == each.quote for doubt in ambiguous):
            doubts.append(
                Warning("ambiguous_minute", f"The note does not say whose minute {each.minute} is.", each.quote)
            )
    if day is None:
        doubts.append(Warning("no_meeting_date", "The note does not say on which day it was written."))
    if body is None:
        doubts.append(Warning("no_body", "The note does not say which body it is for."))
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="briefing_note",
        council=labels.council or read_heading(page, 0, labels.end).council,
        body=body,
        date=day,
        meetings=(Meeting(considered, on, "held"),) if considered and on else (),
        items=(item,),
        warnings=(*doubts, *ambiguous, *late, *date_doubts(page)),
        considered_by=considered,
        considered_on=on,
        considered_quote=quote,
        authors=tuple(people),
    )


def _labels(text: str) -> _Labels:
    """The labelled lines at the head of a note; a label's value may stand on the next line."""
    rows = lines(text, 0, min(len(text), 6_000))[:_HEAD_ROWS]
    found = _Labels()
    for at, row in enumerate(rows):
        match = _LABEL.match(row.words)
        if match is None:
            if row.end <= found.end:
                continue
            if found.to and (found.subject or found.dated):
                break
            continue
        label, value, start, end = (
            match["label"].lower(),
            match["value"].strip(),
            row.start + match.start("value"),
            row.end,
        )
        if not value and at + 1 < len(rows) and not _LABEL.match(rows[at + 1].words):
            below = rows[at + 1]
            value, start, end = below.words, below.start, below.end
        if not value:
            continue
        if label.endswith("to") or label == "for":
            found = msgspec.structs.replace(found, to=found.to or value, end=end)
        elif label == "from":
            found = msgspec.structs.replace(found, sender=value, end=end)
        elif label in ("subject", "title", "re"):
            found = msgspec.structs.replace(found, subject=found.subject or clean_title(value), end=end)
        elif label == "council":
            found = msgspec.structs.replace(found, council=value, end=end)
        else:
            found = msgspec.structs.replace(found, dated=found.dated or Span(start, end), end=end)
    return found


def considered_in(
    page: Page, start: int, to: str | None, sender: str | None
) -> tuple[str | None, Day | None, str | None, list[Warning]]:
    """The body whose meeting considered the matter, the day, and the words that say so."""
    found: dict[tuple[str, Day], str] = {}
    for span in sentences(page.text, start):
        days = [when for when in page.days_in(span.start, span.end) if when.day and when.problem != "impossible_day"]
        spoken = _CONSIDER.search(page.text, span.start, span.end) and _MEETING.search(page.text, span.start, span.end)
        if len(days) != 1 or not spoken or _WILL.search(page.text, span.start, span.end):
            continue
        named = [body for body in find_bodies(page.text, span.start, span.end) if not body.generic and body.name != to]
        led = [body for body in named if _FROM.search(page.text, max(span.start, body.start - 80), body.start)]
        acts = [body for body in named if _ACTS.match(page.text, body.end, span.end)]
        names = {body.name for body in (led or acts or named)} or ({sender} if sender else set())
        if len(names) == 1 and days[0].day:
            found.setdefault((names.pop(), days[0].day), page.quote(span.start, span.end))
    if not found:
        return None, None, None, []
    (body, on), quote = next(iter(found.items()))
    if len(found) == 1:
        return body, on, quote, []
    doubts = [
        Warning("conflicting_source", "The note names more than one meeting that considered the matter.", said)
        for said in found.values()
    ]
    same = len({name for name, _ in found}) == 1
    return body if same else None, None, quote if same else None, doubts


def _sender(page: Page, labels: _Labels, section: Span | None, to: str | None) -> str | None:
    """The body whose recommendations the note carries, where no meeting is named."""
    for body in find_bodies(labels.sender or "")[:1]:
        if not body.generic:
            return body.name
    for body in find_bodies(page.text, labels.end, section.end if section else len(page.text)):
        before = _FROM.search(page.text, max(labels.end, body.start - 80), body.start)
        if before and not body.generic and body.name != to:
            return body.name
    return None


def _for_scrutiny(people: list[str], directorate: str | None) -> bool:
    """Whether a note is signed as scrutiny's own officers sign, or not signed by anybody with a service to run."""
    if directorate and not _DEMOCRATIC.search(directorate):
        return False
    return not people or any("," not in person or _DEMOCRATIC.search(person) for person in people)
