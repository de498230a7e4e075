"""What is done to follow-ups besides moves: add a promise, settle, assign, extend, pause, snooze, adopt, defer.

An extension or a pause is a dated event with who and why; the rule's own date stays visible beside the agreed one.
"""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from states.acts import Entry, FollowUpAct
from states.case import Case, Change, FollowUp
from states.days import On, said_day
from states.follow_ups import start
from states.rule_book import DateBook
from states.words import Clock, Ended, State

DOES = ("add", "done", "assign", "extend", "pause", "resume", "snooze", "adopt")
"""What can be done to a follow-up."""

_PUT_OFF = frozenset(
    {Clock.EXECUTIVE_RESPONSE, Clock.PARTNER_RESPONSE, Clock.ACTION_DUE, Clock.UPDATE_DUE, Clock.PROMISE}
)


def refusals(case: Case, act: FollowUpAct) -> tuple[str, ...]:
    """Every sentence why this cannot be done; empty: it can."""
    if act.do not in DOES:
        return (f"“{act.do}” is not something done to a follow-up; it is one of {', '.join(DOES)}.",)
    if act.do == "add":
        if case.state is State.CLOSED:
            return ("The report is closed; reopen it first.",)
        return () if act.quote or act.condition else ("Say what was promised.",)
    found = case.follow_up(act.number)
    if found is None:
        return (f"There is no follow-up {act.number}.",)
    if found.ended is not None:
        ended = f" on {said_day(found.ended_on)}" if found.ended_on else ""
        return (f"Follow-up {act.number} ended{ended}: {found.ended}.",)
    return tuple(_missing(found, act))


def _missing(found: FollowUp, act: FollowUpAct) -> list[str]:
    needs: dict[str, list[tuple[bool, str]]] = {
        "done": [
            (
                act.ended in (Ended.KEPT, Ended.OVERTAKEN, Ended.DROPPED),
                "Say how it ended: kept, overtaken or dropped.",
            ),
            (act.ended is Ended.KEPT or bool(act.why), "Say why it is no longer owed."),
        ],
        "assign": [(bool(act.owner), "Say which post owes it now.")],
        "extend": [
            (act.due is not None or bool(act.condition), "Say until which day, or on which condition."),
            (bool(act.why), "Say who agreed and why."),
        ],
        "pause": [(bool(act.why), "Say why it is paused.")],
        "resume": [(found.paused, f"Follow-up {found.number} is not paused.")],
        "snooze": [(act.until is not None, "Say until which day to leave it.")],
        "adopt": [(found.quiet, f"Follow-up {found.number} is adopted already.")],
    }
    return [says for holds, says in needs.get(act.do, []) if not holds]


def apply(case: Case, entry: Entry, act: FollowUpAct, day: date, book: DateBook) -> Case:
    """The case after the act. On a follow-up that is not there (any more) it changes nothing."""
    if act.do == "add":
        return _add(case, entry, act, day, book)
    found = case.follow_up(act.number)
    if found is None or found.ended is not None or act.do not in _CHANGES:
        return case
    changed = _CHANGES[act.do](found, entry, act, day)
    follow_ups = tuple(changed if f is found else f for f in case.follow_ups)
    return replace(case, follow_ups=follow_ups)


def _add(case: Case, entry: Entry, act: FollowUpAct, day: date, book: DateBook) -> Case:
    case = start(
        case, book, entry, day, Clock.PROMISE, None, due=act.due, about=act.recommendation, owner=act.owner,
        condition=act.condition, quote=act.quote, quiet=act.papers,
    )  # fmt: skip
    added = replace(case.follow_ups[-1], chase_on=act.chase_on, body=act.body or case.follow_ups[-1].body)
    sources = (*case.sources, *((entry.number, s) for s in act.sources))
    return replace(case, follow_ups=(*case.follow_ups[:-1], added), sources=sources)


def _change(entry: Entry, do: str, on: On, why: str | None, agreed: date | None = None) -> Change:
    return Change(entry.number, do, on, entry.who, why, agreed)


def _done(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    return replace(
        found, ended=act.ended or Ended.KEPT, ended_on=day, ended_entry=entry.number, ended_why=act.why,
        suspended=False,
    )  # fmt: skip


def _assign(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    return replace(found, owner=act.owner, changes=(*found.changes, _change(entry, "assign", entry.on, act.why)))


def _extend(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    change = replace(_change(entry, "extend", entry.on, act.why, act.due), condition=act.condition)
    return replace(
        found, agreed=act.due or found.agreed, condition=act.condition or found.condition,
        chase_on=act.chase_on or found.chase_on, changes=(*found.changes, change),
    )  # fmt: skip


def _pause(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    change = _change(entry, "pause", entry.on, act.why, act.until)
    return replace(found, paused=True, paused_until=act.until, changes=(*found.changes, change))


def _resume(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    change = _change(entry, "resume", entry.on, act.why)
    return replace(found, paused=False, paused_until=None, changes=(*found.changes, change))


def _snooze(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    return replace(found, snoozed_until=act.until)


def _adopt(found: FollowUp, entry: Entry, act: FollowUpAct, day: date) -> FollowUp:
    return replace(found, quiet=False)


_CHANGES: dict[str, Callable[[FollowUp, Entry, FollowUpAct, date], FollowUp]] = {
    "done": _done, "assign": _assign, "extend": _extend, "pause": _pause, "resume": _resume, "snooze": _snooze,
    "adopt": _adopt,
}  # fmt: skip


def _meant(found: FollowUp) -> bool:
    """Whether putting off a report, naming no follow-up, means this one; a promise without a day stays without."""
    return found.clock in _PUT_OFF and (found.clock is not Clock.PROMISE or found.counts is not None)


def put_off(
    case: Case, entry: Entry, numbers: tuple[int, ...], agreed: date | None, condition: str | None, why: str | None
) -> Case:
    """What the move `defer` does: the follow-ups meant (none named: all that wait for somebody) get an agreed day."""
    change = Change(entry.number, "defer", entry.on, entry.who, why, agreed, condition)
    follow_ups = tuple(
        replace(f, agreed=agreed or f.agreed, condition=condition or f.condition, changes=(*f.changes, change))
        if f.ended is None and (f.number in numbers if numbers else _meant(f))
        else f
        for f in case.follow_ups
    )
    return replace(case, follow_ups=follow_ups)
