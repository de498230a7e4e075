"""The answers of a story, each told once: one day, one answer, with all that any paper says of it.

A tracker that says "accepted" tells nothing new where minutes say when; its dates and owners are kept with the answer.
Answers that fit no recommendation are said by name.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from states.case import Case
from states.days import On
from states.words import Move, said
from workflow.evened import evened
from workflow.intake.agreeing import meets
from workflow.intake.answers_proved import same_words
from workflow.intake.claims import Proposed, Replied, Told
from workflow.intake.facts import recommendation_meant
from workflow.intake.story import Event

_STAGES = ("not_started", "slipping", "paused", "on_track", "not_feasible", "superseded", "complete")
"""In which order things stand that no paper dates: what is furthest comes last."""


def told_once(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with one answer given to all taken apart, and answers that are told twice put together."""
    made = [p for event in events for p in event.proposals if not p.officers]
    told = [_each(event, made) if event.replies else event for event in events]
    dated = [n for n, event in enumerate(told) if event.move is Move.RESPOND]
    dated.sort(key=lambda n: (told[n].on.exact is None, told[n].on.last or date.max, n))
    for place, n in enumerate(dated):
        kept = []
        for reply in told[n].replies:
            home = _home(told, dated[:place], told[n].on, reply, made)
            if home is None:
                kept.append(reply)
            else:
                at, known = home
                whole = tuple(_whole(r, reply) if r is known else r for r in told[at].replies)
                sources = tuple(dict.fromkeys((*told[at].sources, reply.source)))
                told[at] = replace(told[at], replies=whole, sources=sources)
        told[n] = replace(told[n], replies=tuple(kept))
    return tuple(e for e in told if e.move is not Move.RESPOND or e.replies)


def _each(event: Event, made: Sequence[Proposed]) -> Event:
    """An answer to every recommendation as an answer to each."""
    replies: list[Replied] = []
    for reply in event.replies:
        theirs = [p for p in made if reply.of and evened(p.from_) == evened(reply.of)] or made
        if reply.every and theirs:
            replies += [replace(reply, asked=p.text, number=p.number, every=False) for p in theirs]
        else:
            replies.append(reply)
    return replace(event, replies=tuple(replies))


def _home(
    told: Sequence[Event], places: Iterable[int], on: On, reply: Replied, made: Sequence[Proposed]
) -> tuple[int, Replied] | None:
    """Where the same answer to the same recommendation stands already, given on a day that this one can mean."""
    if on.exact:
        return None
    for at in places:
        for known in told[at].replies:
            if known.answer == reply.answer and _one(known, reply, made) and meets(told[at].on, on):
                return at, known
    return None


def _one(one: Replied, other: Replied, made: Sequence[Proposed]) -> bool:
    """Whether two answers are to one recommendation; words tell it, or else numbers."""
    if one.asked and other.asked:
        return same_words(one.asked, other.asked)
    numbers = []
    for reply in (one, other):
        named = [p.number for p in made if reply.asked and same_words(reply.asked, p.text)]
        numbers.append(named[0] if len(named) == 1 else reply.number)
    return numbers[0] is not None and numbers[0] == numbers[1]


def _whole(known: Replied, more: Replied) -> Replied:
    """An answer with what another paper adds to it."""
    return replace(
        known, due=known.due or more.due, owner=known.owner or more.owner, reasons=known.reasons or more.reasons
    )  # fmt: skip


def unmatched(events: Iterable[Event], case: Case) -> Iterator[str]:
    """A sentence on the answers of each event that fit no recommendation on the report, all of them by name."""
    for event in events:
        left = [
            reply for reply in event.replies
            if recommendation_meant(case, reply.asked, reply.number, event.on.last, reply.of) is None
        ]  # fmt: skip
        if left:
            said_so = "; ".join(_named(reply) for reply in left)
            yield f"{UNMATCHED}: {said_so}."


UNMATCHED = "Papers tell answers to recommendations that are not on this report for certain"
"""How the sentence begins on answers that fit no recommendation."""


def _named(reply: Replied) -> str:
    """`recommendation 2 (“that a helpline …”) accepted`."""
    name = "every recommendation" if reply.every else f"recommendation {reply.number or ''}".strip()
    words = f" (“{reply.asked[:80]}{'…' if len(reply.asked) > 80 else ''}”)" if reply.asked else ""
    return f"{name}{words} {said(reply.answer)}"


def editions(progress: Sequence[Told]) -> list[tuple[Told, ...]]:
    """How things stand without a day, told by several editions of a tracker: one report after another.

    Of one recommendation the same is told once, what is furthest last.
    """
    rows: dict[object, list[Told]] = {}
    for told in progress:
        rows.setdefault(told.asked or told.number, []).append(told)
    layers: list[list[Told]] = []
    for found in rows.values():
        ordered = sorted(found, key=lambda t: _STAGES.index(t.implementation) if t.implementation in _STAGES else 0)
        stages: dict[tuple[str, str], Told] = {}
        for told in ordered:
            stages.setdefault((told.implementation, evened(told.note)), told)
        for place, told in enumerate(reversed(stages.values())):
            if place >= len(layers):
                layers.append([])
            layers[place].append(told)
    return [tuple(layer) for layer in reversed(layers)]
