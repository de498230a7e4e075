"""What a reader hands on: a `Document`, frozen, whose JSON is the shape that `matters import` prints.

Every `quote` is a piece of the paper, word for word, with its white space evened. What a paper does not say is None.
`msgspec.json.encode(document)` gives the JSON; days become ISO days.
"""

from collections.abc import Iterator
from datetime import date as Day
from typing import Any, Literal

import msgspec

from workflow.importers.media import Cell, Set
from workflow.importers.telling import Answered, Asked, CallIn, Column, Decision, Progress, Step

__all__ = [
    "Answered", "Asked", "Bound", "CallIn", "Code", "Column", "Consultation", "Decision", "Document", "Earlier", "Item",
    "Kind", "Link", "Listed", "Meeting", "Outcome", "Paper", "Progress", "Promise", "Resolution", "Step", "Warning",
    "quotes",
]  # fmt: skip

Kind = Literal[
    "briefing_note",
    "agenda_and_minutes",
    "agenda_item",
    "agenda",
    "decision",
    "decision_list",
    "minute",
    "meeting_list",
    "committee_list",
    "call_in",
    "report",
    "other",
]
"""The forms a paper can have."""

Outcome = Literal[
    "recommended",
    "resolved",
    "decided",
    "noted",
    "deferred",
    "referred",
    "proposed",
    "response",
    "request",
    "actions",
    "options",
    "truncated",
    "none",
]
"""What came of an item. `options` is what officers put to a body; `truncated` is cut off on the page."""

Code = Literal[
    "ambiguous_minute",
    "conflicting_source",
    "dates_out_of_order",
    "date_in_the_past",
    "hidden_characters",
    "implausible_year",
    "impossible_day",
    "meeting_put_off",
    "no_addressee",
    "no_body",
    "no_meeting_date",
    "no_resolving_word",
    "published_late",
    "no_title",
    "taken_from_above",
    "truncated_minutes",
    "unclear_answer",
    "unclear_date",
    "unknown_columns",
    "unknown_form",
    "unreadable_characters",
    "weekday_mismatch",
]
"""The doubts a reader can have. Nothing doubtful is repaired in silence: each raises one of these."""


class Resolution(msgspec.Struct, frozen=True):
    """One limb of what was resolved or recommended, as the paper numbers and words it."""

    number: int | str | None
    text: str
    quote: str
    to: str | None = None
    """The body this limb recommends something to."""


class Earlier(msgspec.Struct, frozen=True):
    """An earlier minute the paper refers to by number, and whose minute it is (None: not said)."""

    minute: str
    body: str | None
    quote: str


class Consultation(msgspec.Struct, frozen=True):
    """A consultation's window, as far as the paper gives it."""

    opens: Day | None
    closes: Day | None
    quote: str


class Promise(msgspec.Struct, frozen=True):
    """Something that is to come back. Without a day, `due` is None and `condition` may hold the words.

    `owner` is who promises it, or the body that will take it up; `to` is the body it is promised to, where both are
    named. `done`: the paper says itself that it is complete.
    """

    due: Day | None
    condition: str | None
    owner: str | None
    quote: str
    to: str | None = None
    done: bool = False


class Link(msgspec.Struct, frozen=True):
    """A link that words suggest and no minute number proves; a person says yes or no to it."""

    words: str
    quote: str
    kind: Literal["decision", "meeting"]
    body: str | None
    first: Day | None
    last: Day | None


class Bound(msgspec.Struct, frozen=True):
    """A day that an undated meeting cannot be before, or after, and the words that say so."""

    day: Day
    quote: str


class Meeting(msgspec.Struct, frozen=True):
    """A meeting that the paper is of, or that it says considered the matter."""

    body: str | None
    date: Day | None
    status: Literal["held", "cancelled", "scheduled"] | None
    reference: str | None = None
    moved_from: Day | None = None
    """The day it was first to be, where the paper says that it was moved."""
    time: str | None = None
    venue: str | None = None


class Listed(msgspec.Struct, frozen=True):
    """A body that a list of bodies names, with its number there. `current`: the list says nothing of its end."""

    name: str
    reference: str | None = None
    current: bool = True
    category: str | None = None


class Item(msgspec.Struct, frozen=True):
    """One item of business."""

    title: str | None
    outcome: Outcome
    minute: str | None = None
    reference: str | None = None
    body: str | None = None
    procedural: bool = False
    """Pure procedure (declarations, minutes, any other business): there is no report in it."""
    resolutions: tuple[Resolution, ...] = ()
    from_: str | None = msgspec.field(default=None, name="from")
    to: str | None = None
    made_by: Literal["body", "officers"] | None = None
    """Whether a body resolved this or officers put it forward; the two never merge."""
    earlier: tuple[Earlier, ...] = ()
    suggested: tuple[Link, ...] = ()
    decision: Decision | None = None
    call_in: CallIn | None = None
    consultation: tuple[Consultation, ...] = ()
    promises: tuple[Promise, ...] = ()
    steps: tuple[Step, ...] = ()
    answers: tuple[Answered, ...] = ()
    asked: Asked | None = None
    """Whose recommendations the answers are to."""
    progress: tuple[Progress, ...] = ()
    date: Day | None = None
    """The day of the meeting this item was at, where a document holds the items of several; else the document's."""
    agenda: str | None = None
    """Its number on the agenda, which is no minute number."""
    to_follow: bool = False
    """Whether an agenda says that the report will follow."""


class Warning(msgspec.Struct, frozen=True):
    """A doubt, said in one sentence. `quote` is None where the doubt is that something is missing."""

    code: Code
    message: str
    quote: str | None = None


class Document(msgspec.Struct, frozen=True):
    """A paper as it was read. `date` is the day of its meeting, or a note's own date."""

    path: str
    sha256: str
    kind: Kind
    council: str | None = None
    body: str | None = None
    date: Day | None = None
    meetings: tuple[Meeting, ...] = ()
    status: Literal["held", "cancelled", "scheduled"] | None = None
    items: tuple[Item, ...] = ()
    warnings: tuple[Warning, ...] = ()
    considered_by: str | None = None
    considered_on: Day | None = None
    """The body whose meeting considered the matter, and the day, where a note says so."""
    considered_quote: str | None = None
    authors: tuple[str, ...] = ()
    not_before: Bound | None = None
    not_after: Bound | None = None
    """What the words say of when an undated meeting was."""
    issued: Day | None = None
    """The day an agenda was issued, where it says so."""
    columns: tuple[Column, ...] = ()
    """The columns of a spreadsheet, and what they were taken for."""
    bodies: tuple[Listed, ...] = ()
    """The bodies that a list of committees names."""


class Paper(msgspec.Struct, frozen=True):
    """What a form is given to read: a file's name and digest, its medium, its bytes and its clean text.

    A form for one medium alone looks at `medium` first. `lines`, `tree`, `rows` and `cells` are as in `media.Opened`;
    places in `lines` and `cells` are places in `text` where a medium's own text is clean already.
    """

    path: str
    sha256: str
    medium: str
    data: bytes
    text: str
    lines: tuple[Set, ...] = ()
    tree: Any = None
    rows: tuple[tuple[str, ...], ...] = ()
    cells: tuple[Cell, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """What a person said a spreadsheet's columns mean: heading and field (empty: nothing)."""
    seams: tuple[int, ...] = ()
    unsaid: tuple[tuple[int, int], ...] = ()
    """As in `media.Opened`: places in `text`."""
    sheets: tuple[int, ...] = ()
    """As in `media.Opened`: places in `rows`."""


def quotes(document: Document) -> Iterator[str]:
    """Every quote in a document."""
    for item in document.items:
        parts = (
            item.resolutions, item.earlier, item.consultation, item.promises, item.suggested, item.steps, item.answers,
            item.progress,
        )  # fmt: skip
        for part in parts:
            for each in part:
                yield each.quote
        for facts in (item.decision, item.call_in):
            if facts is not None and facts.quote is not None:
                yield facts.quote
        if item.call_in is not None and item.call_in.ruling is not None:
            yield item.call_in.ruling
    for warning in document.warnings:
        if warning.quote is not None:
            yield warning.quote
    for bound in (document.not_before, document.not_after):
        if bound is not None:
            yield bound.quote
    for item in document.items:
        if item.asked is not None:
            yield item.asked.quote
    if document.considered_quote is not None:
        yield document.considered_quote
