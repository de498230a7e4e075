"""What a reader hands on: a `Document`, frozen, whose JSON is the shape that `matters import` prints.

Every `quote` is a piece of the paper, word for word, with its white space evened. What a paper does not say is None.
`msgspec.json.encode(document)` gives the JSON; days become ISO days.
"""

from collections.abc import Iterator
from datetime import date as Day
from typing import Any, Literal

import msgspec

from workflow.importers.media import Cell, Set

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
    "date_in_the_past",
    "hidden_characters",
    "implausible_year",
    "impossible_day",
    "no_body",
    "no_meeting_date",
    "truncated_minutes",
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
    """Something that is to come back. Without a day, `due` is None and `condition` may hold the words."""

    due: Day | None
    condition: str | None
    owner: str | None
    quote: str


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


class Decision(msgspec.Struct, frozen=True):
    """An executive decision's own facts. What was decided are the item's resolutions."""

    maker: str | None = None
    key: bool | None = None
    callable: bool | None = None
    published: Day | None = None
    in_force: Day | None = None
    reference: str | None = None
    """The reference papers use for it, such as 24/00093; never a minute number."""
    maker_kind: Literal["executive", "cabinet_member", "committee", "council", "officer"] | None = None
    decided_on: Day | None = None
    """The day it was taken; None on a proposed record, and where nobody signed and dated."""
    proposed: bool = False
    """Whether this is only put forward: nobody has decided yet."""
    why_not_callable: str | None = None
    window_closes: Day | None = None
    """The last day to call it in, where the paper says so."""
    quote: str | None = None
    """The words that say who decides, or decided, and when."""


class CallIn(msgspec.Struct, frozen=True):
    """A call-in's own facts, as one paper tells them: another paper may name other callers."""

    received: Day | None = None
    callers: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    decision: str | None = None
    """The reference of the decision that is called in."""
    groups: tuple[str, ...] = ()
    """The callers' political groups, where the paper says them."""
    ruled: Literal["valid", "invalid"] | None = None
    ruled_by: str | None = None
    ruled_on: Day | None = None
    asks: str | None = None
    """What the callers want to come of it."""
    quote: str | None = None
    """The words that name the callers."""


class Step(msgspec.Struct, frozen=True):
    """One thing that happened to a decision on its way, as a paper tells it (often a later one, looking back).

    `move` and `result` are the words of `states.words.Move`, `states.facts.Reconsidered` and `Released`.
    """

    move: Literal["decide", "call_in", "refer_back", "refer_to_council", "reconsider", "release"]
    on: Day | None
    body: str | None
    """Who did it: a body, or the Cabinet Member."""
    quote: str
    decision: str | None = None
    """The reference of the decision it happened to."""
    result: str | None = None


class Answered(msgspec.Struct, frozen=True):
    """What was answered to one recommendation, or to one question that was raised."""

    number: int | str | None
    asked: str
    """The recommendation or the question, in its own words."""
    answer: Literal["accepted", "accepted_in_part", "rejected", "deferred"] | None
    """None: the words do not say it in so many words."""
    words: str
    quote: str
    by: str | None = None
    due: Day | None = None
    """The day by which it will be done, where the paper says so."""


class Meeting(msgspec.Struct, frozen=True):
    """A meeting that the paper is of, or that it says considered the matter."""

    body: str | None
    date: Day | None
    status: Literal["held", "cancelled", "scheduled"] | None
    reference: str | None = None


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


def quotes(document: Document) -> Iterator[str]:
    """Every quote in a document."""
    for item in document.items:
        parts = (
            item.resolutions, item.earlier, item.consultation, item.promises, item.suggested, item.steps, item.answers
        )  # fmt: skip
        for part in parts:
            for each in part:
                yield each.quote
        for facts in (item.decision, item.call_in):
            if facts is not None and facts.quote is not None:
                yield facts.quote
    for warning in document.warnings:
        if warning.quote is not None:
            yield warning.quote
    for bound in (document.not_before, document.not_after):
        if bound is not None:
            yield bound.quote
    if document.considered_quote is not None:
        yield document.considered_quote
