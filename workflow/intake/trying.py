"""Which events of a story can be entered, tried on paper from the beginning: the same whatever was entered before."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from states.acts import Entry, MoveAct
from states.case import Case
from states.days import On, instant_text
from states.facts import Facts
from states.fold import fold
from states.guards import nothing_ahead
from states.rule_book import RuleBook
from states.words import Move
from workflow.desk import Desk
from workflow.intake.story import Event

FactsOf = Callable[[int, Case], Facts]
"""The facts of an event by its place in the story, on a case as it then is."""


class Tried(msgspec.Struct, frozen=True):
    """The places of the events that can be entered, and why each of the others cannot."""

    can: tuple[int, ...]
    cannot: dict[int, tuple[str, ...]]


def empty(event: Event, facts: Facts) -> bool:
    """Whether nothing is left of an event: what it recommends is made already, what it answers nobody asked."""
    if event.move is Move.RECOMMEND:
        return not facts.recommendations
    if event.move is Move.RESPOND:
        return not facts.responses
    return bool(event.progress) and not facts.progress


def tried(
    desk: Desk,
    rules: RuleBook,
    base: Sequence[Entry],
    events: Sequence[Event],
    places: Sequence[int],
    facts_of: FactsOf,
) -> Tried:
    """Enters events, by their places and in their order, on what people entered (`base`); nothing is written.

    Of what cannot be entered when its turn comes, everything is tried again after the rest: on one day the order of
    things is not known.
    """
    left = list(places)
    odd: dict[int, tuple[str, ...]] = {}
    while True:
        numbers, can, cannot, case = _once(desk, rules, base, events, left, facts_of)
        late = next((i for i in case.irregularities if i.name == "order" and i.entry in numbers), None)
        if late is None:
            return Tried(can, odd | cannot)
        left.remove(numbers[late.entry])
        odd[numbers[late.entry]] = (late.says,)


def _once(
    desk: Desk, rules: RuleBook, base: Sequence[Entry], events: Sequence[Event], places: Sequence[int],
    facts_of: FactsOf,
) -> tuple[dict[int, int], tuple[int, ...], dict[int, tuple[str, ...]], Case]:  # fmt: skip
    """One go: the place of each entry that was made, what could be entered, what could not, and what it adds up to."""
    entries = list(base)
    number = max((entry.number for entry in base), default=0)
    case = fold(entries, rules).case
    waiting, numbers = list(places), dict[int, int]()
    cannot: dict[int, tuple[str, ...]] = {}
    while waiting:
        cannot = {}
        for place in waiting:
            event = events[place]
            facts = facts_of(place, case)
            if empty(event, facts):
                continue
            number += 1
            act = MoveAct(event.move.value, facts, papers=True)
            entry = Entry(number, instant_text(desk.now()), desk.who, by_today(event.on, desk.today), act)
            folded = fold([*entries, entry], rules, entering=number)
            reasons = folded.reasons or ahead(event, facts, desk.today)
            if reasons:
                cannot[place] = reasons
            else:
                numbers[number] = place
                entries.append(entry)
                case = folded.case
        if len(cannot) == len(waiting):
            break
        waiting = list(cannot)
    return numbers, tuple(numbers.values()), cannot, case


def by_today(on: On, today: date) -> On:
    """A span that what has happened has happened in: not beyond today."""
    return On(on.first, today) if on.last and on.last > today and not (on.first and on.first > today) else on


def ahead(event: Event, facts: Facts, today: date) -> tuple[str, ...]:
    """Why an event has not happened yet, as papers date it."""
    if event.on.first is not None and event.on.first > today:
        return (f"{event.on} has not come yet; what happens is entered once it has happened.",)
    return nothing_ahead(facts, today)
