"""Which entries stand, and what they say: struck ones gone, amended ones as amended, replaced ones in their place."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from states.acts import AmendAct, CorrectAct, Entry, FollowUpAct, MeetingAct, MoveAct, TakeAct
from states.days import On
from states.facts import Facts, Sitting, given


def struck(entries: Sequence[Entry]) -> set[int]:
    """The numbers of the entries that are struck. A correction that is itself struck strikes nothing."""
    gone: set[int] = set()
    for entry in reversed(entries):
        if isinstance(entry.act, CorrectAct) and entry.number not in gone:
            gone.add(entry.act.strikes)
    return gone


def standing(entries: Sequence[Entry]) -> list[tuple[int, Entry]]:
    """The events that stand (moves, and what was done to follow-ups), each with its place in the order of entry.

    A move that replaces a struck one takes that one's place. A meeting that changed is as it is now, everywhere.
    """
    gone = struck(entries)
    amended: dict[int, list[tuple[On, AmendAct]]] = {}
    for entry in entries:
        if entry.number in gone:
            continue
        if isinstance(entry.act, AmendAct):
            amended.setdefault(entry.act.amends, []).append((entry.on, entry.act))
        elif isinstance(entry.act, TakeAct):
            for fill in entry.act.fills:
                amended.setdefault(fill.amends, []).append((entry.on, fill))
    meetings = {
        e.act.meeting.ref: e.act.meeting for e in entries if isinstance(e.act, MeetingAct) and e.number not in gone
    }
    found = []
    places: dict[int, int] = {}
    for entry in entries:
        if isinstance(entry.act, MoveAct) and entry.act.replaces:
            places[entry.number] = places.get(entry.act.replaces, entry.act.replaces)
        if entry.number in gone or not isinstance(entry.act, MoveAct | FollowUpAct):
            continue
        for on, amendment in amended.get(entry.number, ()):
            entry = _amend(entry, on, amendment)
        if meetings and isinstance(entry.act, MoveAct):
            entry = _with_meetings(entry, entry.act, meetings)
        found.append((places.get(entry.number, entry.number), entry))
    return found


def _amend(entry: Entry, moved_to: On, act: AmendAct) -> Entry:
    on = moved_to if act.moves_day else entry.on
    changed = entry.act
    if isinstance(changed, MoveAct):
        news = {name: getattr(act.facts, name) for name in Facts.__struct_fields__ if given(act.facts, name)}
        blank = {name: msgspec.structs.fields(Facts)[_PLACE[name]].default for name in act.clears if name in _PLACE}
        facts = replace(changed.facts, **(blank | news))
        meeting = facts.meeting
        if act.moves_day and meeting is not None and not meeting.ref and "meeting" not in news:
            facts = replace(facts, meeting=replace(meeting, on=on))
        changed = replace(changed, facts=facts)
    return replace(entry, on=on, act=changed)


_PLACE = {name: place for place, name in enumerate(Facts.__struct_fields__)}


def _with_meetings(entry: Entry, act: MoveAct, meetings: dict[int, Sitting]) -> Entry:
    facts = act.facts
    for name in ("meeting", "until_meeting"):
        sitting: Sitting | None = getattr(facts, name)
        if sitting is not None and sitting.ref and sitting.ref in meetings:
            facts = replace(facts, **{name: meetings[sitting.ref]})
    return entry if facts is act.facts else replace(entry, act=replace(act, facts=facts))
