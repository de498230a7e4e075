"""The way of a decision, from what papers claim: decided, called in, referred, thought over, let go."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from states.days import On
from states.facts import Reconsidered
from states.words import Move
from workflow.intake.agreeing import Settled, meets, same_maker
from workflow.intake.story import Event, Spoken, merged

_LATER = (Move.REFER_BACK, Move.REFER_TO_COUNCIL, Move.RECONSIDER, Move.RELEASE)


def chain(
    by_move: dict[Move, list[Spoken]], reference: str | None, *, first: bool = True
) -> tuple[list[Event], tuple[str, ...]]:
    """The decisions and what became of them, in no order; and a sentence on each thing that another paper must bring.

    Only what is said of the decision of this reference, and of the `first` also what names none.
    """
    named = (None, reference) if first else (reference,)
    ours = {
        move: [one for one in by_move.get(move, []) if one[0].reference in named]
        for move in (Move.DECIDE, Move.CALL_IN, *_LATER)
    }
    decided = [merged(Move.DECIDE, group) for group in _decisions(ours[Move.DECIDE], reference)]
    steps = {move: merged(move, ours[move]) for move in _LATER if ours[move]}
    if not steps and not ours[Move.CALL_IN]:
        return decided, ()
    if not decided:
        return [], ("It was called in, and no paper that was read says who decided, and when.",)
    decision = min(decided, key=lambda e: e.on.last or date.max)
    again = steps.get(Move.RECONSIDER)
    if again is not None:  # what was decided on that day is the decision thought over, not another
        same = [e for e in decided if e is not decision and e.on == again.on]
        decided = [e for e in decided if e not in same]
        words = dict.fromkeys((*again.sources, *(s for e in same for s in e.sources)))
        steps[Move.RECONSIDER] = replace(again, sources=tuple(words))
    if decision.on.last is None:  # it was decided before anything could follow
        days = [e.on.exact for e in steps.values() if e.on.exact]
        dated = replace(decision, on=On(decision.on.first, min(days))) if days else decision
        decided = [dated if e is decision else e for e in decided]
        decision = dated
    called = merged(Move.CALL_IN, ours[Move.CALL_IN]) if ours[Move.CALL_IN] else Event(Move.CALL_IN)
    events = [*decided, _dated(called, decision, list(steps.values()))]
    waits = []
    for event in _onward(steps):
        need = _NEEDS.get(event.move)
        if need and event.says(need[0]) is None:
            waits.append(need[1])
        else:
            events.append(event)
    return events, tuple(waits)


_NEEDS = {
    Move.RECONSIDER: ("reconsidered", "Papers say that the decision was reconsidered, and not what came of it."),
    Move.RELEASE: ("release_outcome", "Papers say that the call-in was over, and not how it ended."),
}


def _decisions(spoken: Sequence[Spoken], reference: str | None) -> list[list[Spoken]]:
    """The claims of each decision: one reference is one decision; without it the day tells, or the maker."""
    ordered = sorted(spoken, key=lambda s: (s[0].reference is None, s[0].on.exact is None, s[1].nearest))
    groups: list[list[Spoken]] = []
    for one in ordered:
        home = next((group for group in groups if any(_one_decision(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _one_decision(one: Spoken, other: Spoken) -> bool:
    a, b = one[0], other[0]
    if a.reference and a.reference == b.reference:
        return True
    if a.on.exact and b.on.exact:
        return a.on == b.on
    makers = a.facts.get("maker"), b.facts.get("maker")
    return meets(a.on, b.on) and (None in makers or same_maker(str(makers[0]), str(makers[1])))


def _dated(called: Event, decision: Event, steps: list[Event]) -> Event:
    """The call-in with its day; where no paper says it, between the decision and the first thing that followed."""
    if called.on.exact:
        return called
    first = decision.on.first
    last = min((e.on.exact for e in steps if e.on.exact), default=None)
    between = On(first, last) if not (first and last) or first <= last else On()
    return replace(called, on=between)


def _onward(steps: dict[Move, Event]) -> list[Event]:
    """What followed a call-in: until which meeting it was referred, and whether a confirmed decision went on to it."""
    found = dict(steps)
    referred, again, let_go = (found.get(m) for m in (Move.REFER_TO_COUNCIL, Move.RECONSIDER, Move.RELEASE))
    if referred is not None and let_go is not None and _after(let_go, referred):
        found[Move.REFER_TO_COUNCIL] = referred.saying(until_day=let_go.on.exact)
    if again is not None and referred is not None and _after(again, referred):
        result = again.facts.get("reconsidered")
        if result is not None and result.value in (Reconsidered.CONFIRMED, Reconsidered.AMENDED):
            onward = Settled(Reconsidered.TO_COUNCIL.value, result.choices)
            found[Move.RECONSIDER] = replace(again, facts=again.facts | {"reconsidered": onward})
    return list(found.values())


def _after(one: Event, other: Event) -> bool:
    return one.on.last is not None and (other.on.last is None or one.on.last >= other.on.last)
