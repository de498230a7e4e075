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
    those used until they are entered.
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


class CorrectAct(_Act, frozen=True, tag="correct"):
    """Strikes the entry `strikes`. What replaces it follows as a move of its own that names it."""

    strikes: int
    why: str
    sets: tuple[Dated, ...] = ()


class AmendAct(_Act, frozen=True, tag="amend"):
    """Changes facts of entry `amends`; its day too, when `moves_day` is true. `clears` names facts struck out."""

    amends: int
    facts: Facts = NO_FACTS
    clears: tuple[str, ...] = ()
    moves_day: bool = False
    why: str | None = None
    sources: tuple[Source, ...] = ()
    sets: tuple[Dated, ...] = ()


class FollowUpAct(_Act, frozen=True, tag="follow_up"):
    """Something done to a follow-up: add, done, assign, extend, pause, resume, snooze, adopt.

    `due` is a promised day (add) or the agreed day (extend); `until` ends a pause or a snooze.
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


class MeetingAct(_Act, frozen=True, tag="meeting"):
    """A meeting the report is listed at, or that a follow-up waits for, was changed."""

    meeting: Sitting
    sets: tuple[Dated, ...] = ()


class RecountAct(_Act, frozen=True, tag="recount"):
    """The council's rules or holidays changed, and with them these dates."""

    why: str
    sets: tuple[Dated, ...] = ()


Act = MoveAct | CorrectAct | AmendAct | FollowUpAct | SettleAct | LinkAct | SourceAct | MeetingAct | RecountAct


class Entry(msgspec.Struct, frozen=True):
    """One entry of the journal about one report: its number, the instant it was entered (ISO UTC), who, when, what."""

    number: int
    at: str
    who: str
    on: On
    act: Act

    @property
    def entered_on(self) -> date:
        """The London day it was entered: the last day on which what is undated can have happened."""
        return london_day(instant_from(self.at))
