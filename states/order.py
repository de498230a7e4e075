"""The order in which things happened, as far as it is known.

An event with a day has its place. One without is taken at the last day it can have happened: the last day of its
span, the day it was entered, or earlier when something that is dated could not have happened before it.

Within a day what papers say comes in the order of the table, whichever paper was read first, and what was entered at
the desk in the order it was entered; but never so that the table forbids what another order of that day allows.
"""

from collections.abc import Sequence
from datetime import date

import msgspec

from states.acts import Entry, FollowUpAct, MoveAct
from states.moves import ROWS, TABLE
from states.words import Move, State

_JOURNEY = {row.move: place for place, row in enumerate(TABLE)}
_MOST = 6
"""So many events of one day are tried in every order."""


class Event(msgspec.Struct, frozen=True):
    """An entry with the day it is taken to have happened."""

    entry: Entry
    day: date


class _Waiting(msgspec.Struct, frozen=True, eq=False):
    begun: int
    day: date
    live: int
    journey: int
    place: int
    entry: Entry

    @property
    def first(self) -> tuple[int, date, int, int, int]:
        return self.begun, self.day, self.live, self.journey, self.place


class _SoFar(msgspec.Struct, frozen=True):
    """The state reached, and the recommendations made."""

    state: State | None = None
    made: frozenset[int] = frozenset()

    def lets(self, entry: Entry) -> bool:
        """Whether the table lets it happen now, on recommendations that are there."""
        act = entry.act
        if not isinstance(act, MoveAct):
            return True
        row, f = ROWS[Move(act.move)], act.facts
        if not (self.state is None if row.move is Move.DRAFT else self.state in row.sources):
            return False
        named = [a.recommendation for a in f.responses], [p.recommendation for p in f.progress]
        return self.made.issuperset([*named[0], *named[1], *[s.recommendation for s in f.signs]])

    def after(self, entry: Entry) -> "_SoFar":
        act = entry.act
        if not isinstance(act, MoveAct):
            return self
        made = self.made.union(p.number for p in act.facts.recommendations) if act.facts.recommendations else self.made
        return _SoFar(ROWS[Move(act.move)].leads_to(self.state, act.facts), made)


def in_order(found: Sequence[tuple[int, Entry]]) -> list[Event]:
    """The events in the order they happened; each undated one at the last day it can have happened."""
    waiting = sorted((_waiting(place, entry) for place, entry in found), key=lambda row: row.first)
    if _plain(waiting):
        return _draft_bounded([Event(row.entry, row.day) for row in waiting])
    events: list[Event] = []
    so_far = _SoFar()
    while waiting:
        begun, day = waiting[0].begun, waiting[0].day
        same_day = [row for row in waiting if row.day == day and row.begun == begun]
        for row in _possible(so_far, same_day):
            if row not in waiting:
                continue
            waiting.remove(row)
            for one in (*_needed_first(so_far, row, waiting), row):
                if one is not row:
                    waiting.remove(one)
                events.append(Event(one.entry, day))
                so_far = so_far.after(one.entry)
    return _draft_bounded(events)


def _waiting(place: int, entry: Entry) -> _Waiting:
    act = entry.act
    move = Move(act.move) if isinstance(act, MoveAct) else None
    papers = isinstance(act, MoveAct | FollowUpAct) and act.papers
    journey = (_JOURNEY[move] if move else len(TABLE)) if papers else 0
    day = entry.on.last or entry.entered_on
    return _Waiting(0 if move is Move.DRAFT else 1, day, 0 if papers else 1, journey, place, entry)


def _plain(waiting: list[_Waiting]) -> bool:
    """Whether nothing is in doubt: it begins with a draft, and all else has its day, no two the same."""
    if not waiting or waiting[0].begun:
        return False
    rest = waiting[1:]
    return all(row.entry.on.exact for row in rest) and len({row.day for row in rest}) == len(rest)


def _draft_bounded(events: list[Event]) -> list[Event]:
    """A report was begun no later than the first thing that happened to it."""
    if len(events) > 1 and events[0].entry.on.exact is None:
        events[0] = Event(events[0].entry, min(event.day for event in events))
    return events


def _possible(so_far: _SoFar, rows: list[_Waiting]) -> list[_Waiting]:
    """These events of one day in the first order in which each can happen; as they are when there is none."""
    return (len(rows) <= _MOST and _tried(so_far, rows)) or rows


def _tried(so_far: _SoFar, rows: list[_Waiting]) -> list[_Waiting] | None:
    if not rows:
        return []
    for place, row in enumerate(rows):
        if so_far.lets(row.entry):
            rest = _tried(so_far.after(row.entry), rows[:place] + rows[place + 1 :])
            if rest is not None:
                return [row, *rest]
    return None


def _needed_first(so_far: _SoFar, row: _Waiting, waiting: list[_Waiting]) -> list[_Waiting]:
    """The undated moves without which this event could not have happened when it did."""
    if so_far.lets(row.entry):
        return []
    standing, first = so_far, []
    for one in sorted(waiting, key=lambda one: (one.live, one.journey, one.day, one.place)):
        if _undated_by(one.entry, row.day) and standing.lets(one.entry):
            first.append(one)
            standing = standing.after(one.entry)
            if standing.lets(row.entry):
                return first
    return []


def _undated_by(entry: Entry, day: date) -> bool:
    on = entry.on
    return isinstance(entry.act, MoveAct) and on.exact is None and (on.first is None or on.first <= day)
