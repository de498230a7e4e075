"""What papers claim: each event with what one paper says of it, in plain values, and the words that say it.

Nothing here is looked up: bodies are names, meetings are a body and a day. `workflow.intake.story` puts claims of
several papers together; only then is anything entered.
"""

from datetime import date
from typing import Any

import msgspec

from states.acts import Source
from states.days import On
from states.words import Move
from workflow.importers.reading import Asked, Earlier, Link, Promise

OFFICERS = "officers"
"""Who puts forward what a paper asks of a body when it names nobody."""


class Proposed(msgspec.Struct, frozen=True):
    """A recommendation as papers make it: its words, from whom, to whom, its number there, and the quotations."""

    text: str
    from_: str
    to: str
    number: int
    sources: tuple[Source, ...]
    officers: bool = False


class Replied(msgspec.Struct, frozen=True):
    """What a paper says was answered to a recommendation, which it names by its words, or else by its number.

    `every`: one answer is given to every recommendation. `of` is the body whose recommendations are answered, where
    the paper says it.
    """

    asked: str
    number: int | None
    answer: str
    by: str | None
    on: date | None
    reasons: str | None
    due: date | None
    owner: str | None
    source: Source
    every: bool = False
    of: str | None = None


class Told(msgspec.Struct, frozen=True):
    """How far a paper says a recommendation has come."""

    asked: str
    number: int | None
    implementation: str
    note: str | None
    source: Source


class Owed(msgspec.Struct, frozen=True):
    """Something owed for one recommendation, which a tracker names by its words."""

    asked: str
    promise: Promise


class Claim(msgspec.Struct, frozen=True):
    """One event as one paper tells it.

    `facts` are plain values by the names of `states.facts.Facts`. `body` and `on` are the meeting's where it was `met`,
    else who did it and when. `first_hand`: the paper is the thing itself (its minutes, its record, its form); another
    looks back. `edition`: it is the minutes of that meeting, so that what it leaves open another edition may fill.
    """

    move: Move
    on: On = On()
    body: str | None = None
    facts: dict[str, Any] = {}
    proposals: tuple[Proposed, ...] = ()
    replies: tuple[Replied, ...] = ()
    progress: tuple[Told, ...] = ()
    sources: tuple[Source, ...] = ()
    met: bool = False
    first_hand: bool = True
    edition: bool = False
    reference: str | None = None


class Finding(msgspec.Struct, frozen=True):
    """What one item of a paper says about one report.

    `body` and `on` are whose item it is and when; `minute` with its municipal year where that is certain. `rank` says
    how near the paper is to the thing: 0 its own minutes or record, more the further off. `day` is the paper's own.
    `unmade` counts recommendations it makes without saying who makes them. `single`: the item of a meeting, which
    other papers of that meeting call by the same title.
    """

    path: str
    sha256: str
    document: int
    place: int
    rank: int
    day: date | None
    title: str
    body: str | None = None
    on: On = On()
    minute: str | None = None
    reference: str | None = None
    scrutiny: str | None = None
    key: bool | None = None
    claims: tuple[Claim, ...] = ()
    proposals: tuple[Proposed, ...] = ()
    promises: tuple[Promise, ...] = ()
    owed: tuple[Owed, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    links: tuple[Link, ...] = ()
    unmade: int = 0
    unproved: tuple[tuple[str, str], ...] = ()
    """What it says that needs another proof: a sentence on it, and its words."""
    single: bool = False
    asked: Asked | None = None
    """Whose recommendations it answers."""
    proposed: tuple[Source, ...] = ()
    """The words of a decision that is only put forward: nobody has taken it yet."""

    @property
    def nearest(self) -> tuple[date, int, str, int]:
        """By which findings are put in order, whichever was read first: the earliest paper, then the nearest."""
        return self.day or date.max, self.rank, self.sha256, self.place

    @property
    def made(self) -> tuple[Proposed, ...]:
        """Every recommendation in it, officers' proposals too."""
        return (*self.proposals, *(p for claim in self.claims for p in claim.proposals))

    @property
    def answered(self) -> tuple[Replied, ...]:
        """Every answer in it."""
        return tuple(reply for claim in self.claims for reply in claim.replies)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing in it that a report could begin with; a name in a list of business is nothing."""
        told = any(claim.move is not Move.LIST or not claim.edition for claim in self.claims)
        return not (told or self.proposals or self.promises or self.earlier or self.reference)
