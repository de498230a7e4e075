"""What papers say together of one report: a story, the same whichever paper was read first.

Claims of one event become one event; what is told of it twice is told once, with every paper's words. Nothing is
looked up and nothing is entered here.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from states.acts import Source
from states.days import On
from states.words import Move
from workflow.evened import evened
from workflow.importers.reading import Earlier, Promise
from workflow.intake.agreeing import Choice, Settled, narrowed, said, settled
from workflow.intake.claims import Claim, Finding, Proposed, Replied, Told

Spoken = tuple[Claim, Finding]
"""A claim, and the finding it stands in."""


class Event(msgspec.Struct, frozen=True):
    """One event as all papers tell it. `choices` are what they say of its day, where they contradict one another."""

    move: Move
    on: On = On()
    body: str | None = None
    facts: dict[str, Settled] = {}
    proposals: tuple[Proposed, ...] = ()
    replies: tuple[Replied, ...] = ()
    progress: tuple[Told, ...] = ()
    sources: tuple[Source, ...] = ()
    met: bool = False
    choices: tuple[Choice, ...] = ()
    held: On = On()
    """The day of the meeting on whose agenda it is, which may be to come."""

    def says(self, name: str) -> Any:
        """The value of a fact, or None."""
        found = self.facts.get(name)
        return found.value if found else None

    def saying(self, **facts: Any) -> "Event":
        """The same event with facts put in, or, as None, left out."""
        news = {name: Settled(value) for name, value in facts.items() if value is not None}
        rest = {name: value for name, value in self.facts.items() if name not in facts}
        return replace(self, facts=rest | news)


class Promised(msgspec.Struct, frozen=True):
    """A promise as papers make it; `made_on` is when it was made, as far as that is known.

    `asked` are the words of the recommendation it is for, where it is for one. `done` is when a paper says that it is
    complete, None where none does.
    """

    promise: Promise
    sources: tuple[Source, ...]
    made_on: On
    asked: str = ""
    done: On | None = None


class Tie(msgspec.Struct, frozen=True):
    """An earlier minute the papers refer to, and the paper that does."""

    earlier: Earlier
    path: str


class Story(msgspec.Struct, frozen=True):
    """All that papers say of one report. `events` are in the order they happened; the first begins the report."""

    events: tuple[Event, ...] = ()
    promises: tuple[Promised, ...] = ()
    ties: tuple[Tie, ...] = ()
    waits: tuple[str, ...] = ()
    """Sentences on what papers claim and what cannot be entered before another paper is read."""
    differs: tuple[str, ...] = ()
    """Sentences on where the papers of one minute differ."""


def merged(move: Move, spoken: Sequence[Spoken]) -> Event:
    """One event of all claims of it: each fact as it agrees, every paper's words, the day as narrow as it is known."""
    ordered = sorted(spoken, key=_nearest)
    names = dict.fromkeys(name for claim, _ in ordered for name in claim.facts)
    facts = {}
    for name in names:
        values = (said(c, f, c.facts[name]) for c, f in ordered if name in c.facts)
        found = settled(name, values)
        if found is not None:
            facts[name] = found
    days = settled("on", (said(c, f, c.on.exact) for c, f in ordered if c.on.exact))
    on = On.day(days.value) if days else narrowed(c.on for c, _ in ordered)
    return Event(
        move=move, on=on, body=next((c.body for c, _ in ordered if c.body), None), facts=facts,
        proposals=_once(p for c, _ in ordered for p in c.proposals),
        replies=tuple(dict.fromkeys(r for c, _ in ordered for r in c.replies)),
        progress=tuple(dict.fromkeys(p for c, _ in ordered for p in c.progress)),
        sources=tuple(dict.fromkeys(s for c, _ in ordered for s in c.sources)),
        met=any(c.met for c, _ in ordered), choices=days.choices if days else (),
    )  # fmt: skip


def _nearest(one: Spoken) -> tuple[Any, ...]:
    claim, finding = one
    return (*finding.nearest, not claim.first_hand, claim.on.last or date.max, claim.move)


def proposal_key(one: Proposed) -> tuple[object, ...]:
    """By what two recommendations of one report are the same."""
    return one.officers, evened(one.text), evened(one.from_), evened(one.to)


def _once(proposals: Iterable[Proposed]) -> tuple[Proposed, ...]:
    """Recommendations, each once, in the order of the nearest paper, with the words of every paper."""
    found: dict[tuple[object, ...], Proposed] = {}
    for one in proposals:
        known = found.setdefault(proposal_key(one), one)
        if known is not one:
            sources = tuple(dict.fromkeys((*known.sources, *one.sources)))
            found[proposal_key(one)] = replace(known, sources=sources)
    return tuple(found.values())


def numbered(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with every recommendation numbered: as its paper numbers it where that is free, else the next.

    Officers' proposals come after what committees recommend.
    """
    told = list(events)
    taken: set[int] = set()
    for officers in (False, True):
        for place, event in enumerate(told):
            if any(p.officers is officers for p in event.proposals):
                told[place] = replace(event, proposals=_numbers(event.proposals, taken))
    return tuple(told)


def _numbers(proposals: tuple[Proposed, ...], taken: set[int]) -> tuple[Proposed, ...]:
    found = []
    for one in proposals:
        number = one.number if one.number > 0 and one.number not in taken else max(taken, default=0) + 1
        taken.add(number)
        found.append(replace(one, number=number))
    return tuple(found)


def promised(findings: Sequence[Finding]) -> tuple[Promised, ...]:
    """The promises, each once: the same words, or some of them with the same day, are one promise."""
    made = [
        Promised(p, (Source(f.path, p.quote, "promise", f.sha256),), _made_on(f.on, p.due), done=_done_on(f, p))
        for f in findings for p in f.promises
    ]  # fmt: skip
    for f in findings:
        for o in f.owed:
            source = Source(f.path, o.promise.quote, "promise", f.sha256)
            made.append(Promised(o.promise, (source,), _made_on(f.on, o.promise.due), o.asked))
    made.sort(key=_fullest)
    kept: list[Promised] = []
    for one in made:
        at = next(
            (n for n, k in enumerate(kept) if k.asked == one.asked and same_promise(one.promise, k.promise)), None
        )
        if at is None:
            kept.append(one)
        else:
            days = narrowed((kept[at].made_on, one.made_on))
            done = min(filter(None, (kept[at].done, one.done)), key=_earliest, default=None)
            sources = (*kept[at].sources, *one.sources)
            kept[at] = replace(kept[at], sources=sources, made_on=days, done=done)
    return tuple(kept)


def _done_on(finding: Finding, promise: Promise) -> On | None:
    """When a paper says that a promise is complete: at its meeting, as far as that day is known."""
    return finding.on if promise.done else None


def _earliest(on: On) -> tuple[date, date]:
    return on.last or date.max, on.first or date.max


def _fullest(one: Promised) -> tuple[object, ...]:
    """By which promises are put in order: the one that says most first."""
    p = one.promise
    told = p.due is None, p.owner is None, p.to is None, p.condition is None
    return -len(evened(p.quote)), *told, p.quote, one.sources[0].sha256


def same_promise(one: Promise, other: Promise) -> bool:
    """Whether two papers make the same promise: in the same words, or in some of them and for the same day."""
    words, others = evened(one.quote), evened(other.quote)
    return words == others or (one.due == other.due and len(words) > _TELLING and words in others)


_TELLING = 25
"""From so many letters on, words inside other words are the same promise and no accident."""


def _made_on(on: On, due: date | None) -> On:
    """A promise was made when the matter was heard; where that day is not known, no later than it is due."""
    if on.exact or due is None:
        return on
    return On(None, min(due, on.last or due))


def ties(findings: Iterable[Finding]) -> tuple[Tie, ...]:
    """The earlier minutes referred to, each once."""
    found: dict[tuple[str, str | None], Tie] = {}
    for finding in findings:
        for earlier in finding.earlier:
            found.setdefault((earlier.minute, earlier.body), Tie(earlier, finding.path))
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], key[1] or "")))
