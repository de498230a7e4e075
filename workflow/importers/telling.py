"""What papers tell beside the business of a meeting: a decision, a call-in and its steps, answers, progress.

Parts of `reading.Item` and `reading.Document`, and to be had from `reading`, as all the others.
"""

from datetime import date as Day
from typing import Literal

import msgspec


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
    ruling: str | None = None
    """The words that say which of the grounds were valid, where not all were."""


class Step(msgspec.Struct, frozen=True):
    """One thing that happened to a decision on its way, as a paper tells it (often a later one, looking back).

    `move` and `result` are the words of `states.words.Move`, `states.facts.Reconsidered` and `Released`.
    """

    move: Literal["scrutinise", "decide", "call_in", "refer_back", "refer_to_council", "reconsider", "release"]
    on: Day | None
    body: str | None
    """Who did it: a body, or the Cabinet Member."""
    quote: str
    decision: str | None = None
    """The reference of the decision it happened to."""
    result: str | None = None


class Asked(msgspec.Struct, frozen=True):
    """Whose recommendations a paper answers: the body that made them, on which day, under which minute, as it says."""

    body: str | None
    on: Day | None
    minute: str | None
    quote: str
    """The words that say so."""


class Answered(msgspec.Struct, frozen=True):
    """What was answered to one recommendation, or to one question that was raised."""

    number: int | str | None
    """`all` where one answer is given to every recommendation."""
    asked: str
    """The recommendation or the question, in its own words; empty where the paper names it by its number alone."""
    answer: Literal["accepted", "accepted_in_part", "rejected", "deferred"] | None
    """None: the words do not say it in so many words."""
    words: str
    quote: str
    by: str | None = None
    due: Day | None = None
    """The day by which it will be done, where the paper says so."""
    on: Day | None = None
    """The day it was answered, where the paper says so."""


class Progress(msgspec.Struct, frozen=True):
    """How far one recommendation has come, as a tracker tells it. It discharges nothing."""

    number: int | str | None
    """The recommendation's, as in the item's resolutions."""
    implementation: (
        Literal["not_started", "on_track", "slipping", "complete", "paused", "not_feasible", "superseded"] | None
    )
    """A word of `states.words.Implementation`; None: the tracker does not say it in so many words."""
    quote: str
    """The words that tell it: the update, else the status, else who or when."""
    words: str | None = None
    """The update, in its own words."""
    action: str | None = None
    """What was agreed to be done about it, in the tracker's own words."""
    status: str | None = None
    """The status as the tracker has it, such as `Amber` or `Closed`."""
    owner: str | None = None
    """The officer or post that is to do it."""
    due: Day | None = None
    condition: str | None = None
    """When it is due, in words, where no day is given (`ongoing`, `Spring 2027`)."""
    on: Day | None = None
    """The day of the update, where the tracker says so."""
    sign_off: Literal["keep_watching", "discharged"] | None = None
    """What the committee said of it, only where a column is about that."""


class Column(msgspec.Struct, frozen=True):
    """One column of a tracker: its heading, and what it was taken for (a name of `tracker_columns.FIELDS`, or None)."""

    heading: str
    means: str | None
    chosen: bool = False
    """Whether a person said so; else its heading did."""
