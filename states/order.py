"""The order in which things happened, as far as it is known.

An event with a day has its place. One without is taken at the last day it can have happened: the last day of its
span, the day it was entered, or earlier when something that is dated could not have happened before it.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from states.acts import Entry, MoveAct
from states.report import allowed, next_state
from states.words import Move, State


class Event(msgspec.Struct, frozen=True):
    """An entry with the day it is taken to have happened."""

    entry: Entry
    day: date


def in_order(found: Sequence[tuple[int, Entry]]) -> list[Event]:
    """The events in the order they happened; each undated one at the last day it can have happened."""
    queue = sorted(((_begun(e), e.on.last or e.entered_on, place, e) for place, e in found), key=lambda row: row[:3])
    if all(entry.on.exact for _, _, _, entry in queue[1:]) and _draft_first(queue):
        return _draft_bounded([Event(entry, day) for _, day, _, entry in queue])
    events: list[Event] = []
    state: State | None = None
    waiting = [(day, place, entry) for _, day, place, entry in queue]
    while waiting:
        day, place, entry = waiting.pop(0)
        for earlier in _needed_first(state, entry, day, place, waiting):
            waiting.remove(earlier)
            events.append(Event(earlier[2], day))
            state = _after(state, earlier[2])
        events.append(Event(entry, day))
        state = _after(state, entry)
    return _draft_bounded(events)


def _begun(entry: Entry) -> int:
    return 0 if isinstance(entry.act, MoveAct) and entry.act.move == Move.DRAFT else 1


def _draft_first(queue: list[tuple[int, date, int, Entry]]) -> bool:
    return bool(queue) and queue[0][0] == 0


def _draft_bounded(events: list[Event]) -> list[Event]:
    """A report was begun no later than the first thing that happened to it."""
    if len(events) > 1 and events[0].entry.on.exact is None:
        events[0] = Event(events[0].entry, min(event.day for event in events))
    return events


def _after(state: State | None, entry: Entry) -> State | None:
    act = entry.act
    return next_state(state, Move(act.move), act.facts) if isinstance(act, MoveAct) else state


def _needed_first(
    state: State | None, entry: Entry, day: date, place: int, waiting: list[tuple[date, int, Entry]]
) -> list[tuple[date, int, Entry]]:
    """The undated moves, entered before this one, without which the table would not let it happen here."""
    act = entry.act
    if not isinstance(act, MoveAct) or allowed(state, Move(act.move)):
        return []
    could = sorted(
        (row for row in waiting if row[1] < place and row[2].on.exact is None and _may_be_by(row[2], day)),
        key=lambda row: row[1],
    )
    standing = state
    for count, row in enumerate(could, start=1):
        standing = _after(standing, row[2])
        if allowed(standing, Move(act.move)):
            return could[:count]
    return []


def _may_be_by(entry: Entry, day: date) -> bool:
    return entry.on.first is None or entry.on.first <= day
