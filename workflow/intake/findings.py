"""What one item of a paper proves about one report: the events, with their days as far as they are known."""

from collections.abc import Iterator
from datetime import date

import msgspec

from states.acts import Source
from states.days import On
from states.facts import Proposal
from states.minutes import municipal_year
from states.rules import CouncilRules
from states.words import SCRUTINISING, BodyKind
from workflow.evened import evened, straight
from workflow.importers.reading import Consultation, Document, Earlier, Item, Link, Promise
from workflow.intake.names import Names

_UNDATED = On()
OFFICERS = "officers"
"""Who puts forward what a note asks of a body when it names nobody."""


class Finding(msgspec.Struct, frozen=True):
    """What a paper proves about one report. `heard` says that a scrutiny or advisory body considered it.

    `meeting_on` is when that was, `made_on` when its recommendations were made; `noted_on` is a note's own day.
    """

    title: str
    body: str | None
    heard: bool
    meeting_on: On
    made_on: On
    noted_on: date | None
    minute: str | None
    reference: str | None
    proposals: tuple[Proposal, ...]
    cut_off: bool
    noted: bool
    consultations: tuple[Consultation, ...]
    promises: tuple[Promise, ...]
    earlier: tuple[Earlier, ...]
    links: tuple[Link, ...]
    sources: tuple[Source, ...]
    heard_sources: tuple[Source, ...]
    unmade: int
    """How many recommendations it makes to a body without saying who makes them: none of them is entered."""


def findings(document: Document, names: Names, rules: CouncilRules) -> Iterator[Finding]:
    """The findings of a paper, one for each item that is more than procedure."""
    for item in document.items:
        if not item.procedural and item.title:
            yield _finding(document, item, names, rules)


def _finding(document: Document, item: Item, names: Names, rules: CouncilRules) -> Finding:
    note = document.kind == "briefing_note"
    officers = item.made_by == "officers"
    met = item.body or document.considered_by or (None if note else document.body)
    body = met or (item.to if officers and item.to and names.kind(item.to) in SCRUTINISING else None)
    kind = names.kind(body) if body else None
    meeting_on = _meeting_on(document, note)
    proposals = _proposals(item, names, officers)
    return Finding(
        title=straight(item.title or ""),
        body=body,
        heard=not officers and (kind in SCRUTINISING if kind else True),
        meeting_on=meeting_on,
        made_on=On.day(document.date) if note and document.date else meeting_on,
        noted_on=document.date if note else None,
        minute=_whole_minute(item.minute, meeting_on, rules),
        reference=item.reference,
        proposals=proposals,
        unmade=0 if proposals or item.from_ or officers else sum(bool(r.to or item.to) for r in item.resolutions),
        cut_off=item.outcome == "truncated",
        noted=item.outcome == "noted" and not item.promises,
        consultations=item.consultation,
        promises=item.promises,
        earlier=item.earlier,
        links=item.suggested,
        sources=tuple(
            Source(document.path, r.quote, f"recommendation {place}" if proposals else f"resolution {place}",
                   document.sha256)
            for place, r in enumerate(item.resolutions, start=1)
        ),
        heard_sources=(
            (Source(document.path, document.considered_quote, "meeting", document.sha256),)
            if document.considered_quote else ()
        ),
    )  # fmt: skip


def _meeting_on(document: Document, note: bool) -> On:
    day = document.considered_on if note else document.date or document.considered_on
    if day:
        return On.day(day)
    if note:
        return _UNDATED
    first = document.not_before.day if document.not_before else None
    last = document.not_after.day if document.not_after else None
    return On(first, last) if last or first else _UNDATED


def _proposals(item: Item, names: Names, officers: bool) -> tuple[Proposal, ...]:
    """The recommendations, each from a body to another; what a body only resolved for itself is none."""
    made = []
    for place, limb in enumerate(item.resolutions, start=1):
        to = limb.to or item.to
        from_ = item.from_ or (OFFICERS if officers else None)
        if not to or not from_ or evened(to) == evened(from_):
            continue
        giver = names.body(from_, BodyKind.OFFICER if officers else None)
        number = limb.number if isinstance(limb.number, int) else place
        made.append(Proposal(straight(limb.text), giver, names.body(to), number))
    return tuple(made)


def _whole_minute(minute: str | None, on: On, rules: CouncilRules) -> str | None:
    """A bare minute number with its municipal year, when every day the meeting can have been is in one such year."""
    if minute is None or "/" in minute or not minute.isdigit():
        return minute
    if on.first is None or on.last is None or municipal_year(on.first, rules) != municipal_year(on.last, rules):
        return minute
    return f"{minute}/{municipal_year(on.last, rules) % 100:02d}"
