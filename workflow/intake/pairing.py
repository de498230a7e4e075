"""Which entry of a report is which event of its story, and what an event adds to an entry that stands."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from states.acts import Entry, MoveAct
from states.days import On
from states.facts import NO_FACTS, Facts, Proposal, Sitting, given
from states.words import Move
from workflow.evened import evened
from workflow.intake.agreeing import AGREE, meets
from workflow.intake.stood import Stood

_ONCE = frozenset({Move.DRAFT, Move.CALL_IN, Move.REFER_BACK, Move.REFER_TO_COUNCIL, Move.RECONSIDER, Move.RELEASE})
"""Moves of which a report's papers tell one at most."""


class News(msgspec.Struct, frozen=True):
    """What an event adds to an entry: facts, facts to strike out, another day; and what people's words contradict."""

    facts: Facts = NO_FACTS
    clears: tuple[str, ...] = ()
    on: On | None = None
    against: tuple[tuple[str, Any, Any], ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the entry says all that already."""
        return self.facts == NO_FACTS and not self.clears and self.on is None


def same_event(move: Move, on: On, facts: Facts, entry: Entry, *, only: bool) -> bool:
    """Whether an entry is the event. `only`: there is but one such entry and one such event."""
    act = entry.act
    if not isinstance(act, MoveAct) or act.move != move:
        return False
    if move in _ONCE:
        return True
    if move is Move.CONSULT:
        return act.facts.consultation_closes == facts.consultation_closes
    if move is Move.RECOMMEND and _share(act.facts.recommendations, facts.recommendations):
        return True
    if move in (Move.SCRUTINISE, Move.UPDATE, Move.LIST) and not _one_body(act.facts.meeting, facts.meeting):
        return False
    if move is Move.LIST:
        return bool(act.facts.meeting and facts.meeting and act.facts.meeting.on == facts.meeting.on)
    if entry.on.exact and on.exact:
        return entry.on == on or (only and move is Move.DECIDE)
    return entry.on == on or (only and meets(entry.on, on))


def _share(ones: Sequence[Proposal], others: Sequence[Proposal]) -> bool:
    return bool({key(p) for p in ones} & {key(p) for p in others})


def key(one: Proposal) -> tuple[str, str, str]:
    """By what two recommendations of one report are the same."""
    return evened(one.text), evened(one.from_.name), evened(one.to.name)


def _one_body(one: Sitting | None, other: Sitting | None) -> bool:
    names = {evened(sitting.body.name) for sitting in (one, other) if sitting and sitting.body}
    return len(names) < 2


def news(stood: Stood, facts: Facts, on: On) -> News:
    """What an event adds to an entry. What a person said is never changed; where it is another thing, that is told."""
    entry = stood.entry
    act = entry.act
    if not isinstance(act, MoveAct):
        return News()
    fresh: dict[str, Any] = {}
    clears: list[str] = []
    against: list[tuple[str, Any, Any]] = []
    for name in Facts.__struct_fields__:
        have, want = getattr(act.facts, name), getattr(facts, name)
        persons = name in stood.fixed or not act.papers
        if name == "recommendations":
            fresh |= _recommended(have, want, persons) if want else {}
        elif not given(facts, name):
            if given(act.facts, name) and not persons and name not in _STAYS:
                clears.append(name)
        elif name == "meeting":
            fresh |= _sitting(have, want, persons)
        elif not given(act.facts, name):
            if name not in stood.fixed:
                fresh[name] = want
        elif have != want and not persons:
            fresh[name] = want
        elif have != want and name not in stood.fixed and not _agrees(name, have, want):
            against.append((name, have, want))
    moved, odd = _day(stood, on)
    return News(replace(NO_FACTS, **fresh) if fresh else NO_FACTS, tuple(clears), moved, (*against, *odd))


_STAYS = frozenset({
    "title", "recommendations", "consultation_closes", "reconsidered", "release_outcome", "released_by",
    "referred_by", "asked", "written",
})  # fmt: skip
"""What a move cannot be without; everything else goes again when the paper that said it is taken back."""


def _agrees(name: str, have: Any, want: Any) -> bool:
    agree = AGREE.get(name)
    if agree is not None:
        return bool(agree(have, want))
    if hasattr(have, "name") and hasattr(want, "name"):
        return bool(evened(have.name) == evened(want.name))
    return isinstance(have, str) and isinstance(want, str) and evened(have) == evened(want)


def _recommended(have: tuple[Proposal, ...], want: tuple[Proposal, ...], persons: bool) -> dict[str, Any]:
    """The recommendations as papers tell them now, under the numbers they have; what a person entered stays."""
    numbers = {key(p): p.number for p in have}
    told = tuple(replace(p, number=numbers.get(key(p), p.number)) for p in want)
    if persons:
        told = (*have, *(p for p in told if key(p) not in numbers))
    return {"recommendations": told} if told != have else {}


def _sitting(have: Sitting | None, want: Sitting, persons: bool) -> dict[str, Any]:
    """The meeting, where papers know it otherwise; of one that a person gave, only what was not known."""
    if have is None or have == want:
        return {} if have == want else {"meeting": want}
    if have.ref and have.ref == want.ref:
        return {}
    if not persons:
        return {"meeting": want}
    if want.on.exact and (have.on.exact is None or (want.ref and not have.ref and want.on == have.on)):
        return {"meeting": want}
    if want.body and not have.body:
        return {"meeting": replace(have, body=want.body)}
    return {}


def _day(stood: Stood, on: On) -> tuple[On | None, tuple[tuple[str, Any, Any], ...]]:
    """The day to move the entry to, or the contradiction with the day that a person gave."""
    act, had = stood.entry.act, stood.entry.on
    if on == had or not isinstance(act, MoveAct) or (act.move == Move.LIST and not on.exact):
        return None, ()
    if act.papers and "on" not in stood.fixed:
        return on, ()
    if on.exact and had.exact:
        return None, () if "on" in stood.fixed else (("on", had, on),)
    return (on if on.exact and not had.exact and meets(on, had) else None), ()
