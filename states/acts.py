"""What an entry of the journal says about a report: a move, or an act on moves, follow-ups, gaps and links.

Each act is a frozen struct with a tag; the journal keeps it as canonical JSON and the fold reads it back.
"""

from datetime import date

import msgspec

from states.days import On, instant_from, london_day
from states.facts import NO_FACTS, Facts, Sitting
from states.words import Clock, Ended


class Dated(msgspec.Struct, frozen=True, omit_defaults=True):
    """A date that an entry set, under the key of what it dates: a replay reads it and never counts again.

    `number` is the follow-up's number in its report (0: a date only checked against, not a follow-up).
    """

    key: str
    clock: Clock
    number: int = 0
    start: date | None = None
    due: date | None = None
    in_force: date | None = None
    note: str | None = None
    figure: int | None = None


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of a paper that an entry rests on. `about` says what they prove, such as `recommendation 2`."""

    path: str
    quote: str
    about: str = ""
    sha256: str = ""


class _Act(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="act"):
    pass


class MoveAct(_Act, frozen=True, tag="move"):
    """A move of the report.

    `callers_needed` and `groups_needed` are a call-in's figures on that day: the constitution's, or with `stand_in`
    those used until they are entered. `backdated`: something it starts was late when it was entered, and is quiet
    until somebody adopts it.
    """

    move: str
    facts: Facts = NO_FACTS
    why: str | None = None
    papers: bool = False
    sources: tuple[Source, ...] = ()
    replaces: int = 0
    callers_needed: int = 0
    groups_needed: int = 0
    stand_in: bool = False
    sets: tuple[Dated, ...] = ()
    backdated: bool = False


class CorrectAct(_Act, frozen=True, tag="correct"):
    """Strikes the entry `strikes`. What replaces it follows as a move of its own that names it.

    `papers`: not a person did so, but papers that are read together now say otherwise.
    """

    strikes: int
    why: str
    papers: bool = False
    sets: tuple[Dated, ...] = ()


class AmendAct(_Act, frozen=True, tag="amend"):
    """Changes facts of entry `amends`; its day too, when `moves_day` is true. `clears` names facts struck out.

    `papers`: it fills in what a paper says; what a person amended is never changed by papers.
    """

    amends: int
    facts: Facts = NO_FACTS
    clears: tuple[str, ...] = ()
    moves_day: bool = False
    why: str | None = None
    sources: tuple[Source, ...] = ()
    papers: bool = False
    sets: tuple[Dated, ...] = ()


class FollowUpAct(_Act, frozen=True, tag="follow_up"):
    """Something done to a follow-up: add, done, assign, extend, pause, resume, snooze, adopt.

    `due` is a promised day (add) or the agreed day (extend); `until` ends a pause or a snooze.
    `backdated`: it was late when it was entered, and is quiet until somebody adopts it.
    """

    do: str
    number: int = 0
    body: str | None = None
    owner: str | None = None
    due: date | None = None
    until: date | None = None
    condition: str | None = None
    quote: str | None = None
    chase_on: date | None = None
    ended: Ended | None = None
    recommendation: int = 0
    why: str | None = None
    papers: bool = False
    sources: tuple[Source, ...] = ()
    sets: tuple[Dated, ...] = ()
    backdated: bool = False


class SettleAct(_Act, frozen=True, tag="settle"):
    """Settles gaps or irregularities, each named `entry:name`, with what is to be said of them."""

    keys: tuple[str, ...]
    why: str


class LinkAct(_Act, frozen=True, tag="link"):
    """Ties the report to an earlier minute, and to the report it belongs to where that is known."""

    minute: str | None = None
    body: str | None = None
    report: int = 0
    quote: str | None = None
    path: str | None = None


class SourceAct(_Act, frozen=True, tag="source"):
    """Adds papers' words to what is already there."""

    sources: tuple[Source, ...]


class UnreadAct(_Act, frozen=True, tag="unread"):
    """The import of a paper was taken back: what it proved up to now, it proves no more."""

    sha256: str
    path: str
    why: str


class GiveAct(_Act, frozen=True, tag="give"):
    """From now on this report (`whole`), or a part of it, is told of report `to`.

    A part: the `entries`, and of all others what they say of these `recommendations` and `follow_ups`.
    """

    to: int
    why: str
    whole: bool = False
    entries: tuple[int, ...] = ()
    recommendations: tuple[int, ...] = ()
    follow_ups: tuple[int, ...] = ()


class TakeAct(_Act, frozen=True, tag="take", rename={"from_": "from"}):
    """What report `from_` gave by its entry `given` is told here from now on, in entries made before this one.

    Everything (`whole`), but for what it `leaves`; else the `entries`. `recommendations` and `follow_ups` are pairs,
    the number there and the number here. What is here already in the same words (`same`) is not made again. Of a part,
    what has no pair is not told here. What was left there and not known here `fills` entries that are here, and its
    `sources` are added to theirs.
    """

    from_: int
    given: int
    why: str
    whole: bool = False
    entries: tuple[int, ...] = ()
    leaves: tuple[int, ...] = ()
    recommendations: tuple[tuple[int, int], ...] = ()
    same: tuple[int, ...] = ()
    follow_ups: tuple[tuple[int, int], ...] = ()
    fills: tuple[AmendAct, ...] = ()
    sources: tuple[Source, ...] = ()
    sets: tuple[Dated, ...] = ()


class MeetingAct(_Act, frozen=True, tag="meeting"):
    """A meeting the report is listed at, or that a follow-up waits for, was changed."""

    meeting: Sitting
    sets: tuple[Dated, ...] = ()


class RecountAct(_Act, frozen=True, tag="recount"):
    """The council's rules or holidays changed, and with them these dates."""

    why: str
    sets: tuple[Dated, ...] = ()


Act = (
    MoveAct | CorrectAct | AmendAct | FollowUpAct | SettleAct | LinkAct | SourceAct | UnreadAct | GiveAct | TakeAct
    | MeetingAct | RecountAct
)  # fmt: skip


class Entry(msgspec.Struct, frozen=True):
    """One entry of the journal about one report: its number, the instant it was entered (ISO UTC), who, when, what.

    `through` holds the entries by which it came to be told of this report, when it was entered on another.
    """

    number: int
    at: str
    who: str
    on: On
    act: Act
    through: tuple[int, ...] = ()

    @property
    def entered_on(self) -> date:
        """The London day it was entered: the last day on which what is undated can have happened."""
        return london_day(instant_from(self.at))
