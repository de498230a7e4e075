"""What a command that changes a report says it did: state, follow-ups started and ended, gaps, irregularities, next."""

from argparse import Namespace
from datetime import date
from typing import Any

from states.case import Case, FollowUp, Gap, Irregularity
from states.clocks import RULES
from states.days import said_long
from states.irregular import IRREGULAR
from states.report import in_the_way
from states.words import Clock, Move, said
from workflow.cli import out
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.records.resting import Shifted, shifted

_ANSWERS = (Clock.EXECUTIVE_RESPONSE, Clock.PARTNER_RESPONSE)
_REASONS = {name: fact for rows in IRREGULAR.values() for name, _, fact in rows}


def show(args: Namespace, desk: Desk, moved: Moved, done: str) -> int:
    """Prints what an act did, as sentences or as one JSON object; `done` says it in the past tense. The exit code."""
    if getattr(args, "format", "table") == "json":
        out.record(as_json(desk, moved, dry_run=getattr(args, "dry_run", False)))
        return 0
    if getattr(args, "dry_run", False):
        out.tell("This is what would happen; nothing was changed.")
    case = moved.after
    out.say(f"R{moved.ref} · {case.title} · {done}")
    for line in lines(desk, moved):
        out.say(line)
    return 0


def lines(desk: Desk, moved: Moved) -> list[str]:
    """Everything there is to say of an act, a line each."""
    case, ref = moved.after, f"R{moved.ref}"
    said_so = [f"State: {_state(moved)}."] if moved.before.state != case.state else []
    said_so += [f"Starts: {text}." for text in _grouped(desk, moved.opened)]
    said_so += [f"Ends: {_owed(f)} ({f.ended})." for f in moved.ended]
    said_so += [f"Moves: {moves(change)}." for change in _shifts(moved)]
    for gap in new_gaps(moved):
        said_so.append(f"Not known: {gap.says}.")
    if new_gaps(moved):
        said_so.append(f"  Fill in what you know: matters amend {ref} NAME=VALUE --entry {moved.entry} --why …")
    for odd in new_irregularities(moved):
        said_so.append(f"Irregular: {odd.says}{f' — {odd.why}' if odd.why else ''}.")
        if not odd.why:
            said_so.append(f"  Enter the reason with: {reason_hint(ref, odd)}")
    following = possible(case, desk.today)
    said_so.append(f"Next: {', '.join(map(said, following)) or 'nothing; it can be reopened'}.")
    return said_so


def reason_hint(ref: str, odd: Irregularity) -> str:
    """The command that enters the reason of an irregularity."""
    fact = _REASONS.get(odd.name, "why")
    if fact == "why":
        return f'matters settle {ref} {odd.key} --why "…"'
    return f'matters amend {ref} {fact}="…" --entry {odd.entry} --why "…"'


def possible(case: Case, today: date) -> list[Move]:
    """The moves that nothing stands in the way of today."""
    return [move for move in Move if move is not Move.DRAFT and not in_the_way(case, move, today)]


def new_gaps(moved: Moved) -> list[Gap]:
    """The gaps that are open now and were not before."""
    had = {gap.key for gap in moved.before.gaps if gap.settled is None}
    return [gap for gap in moved.after.gaps if gap.settled is None and gap.key not in had]


def new_irregularities(moved: Moved) -> list[Irregularity]:
    """The irregularities that are open now and were not before."""
    had = {odd.key for odd in moved.before.irregularities if odd.settled is None}
    return [odd for odd in moved.after.irregularities if odd.settled is None and odd.key not in had]


def moves(change: Shifted) -> str:
    """A date that moved, as a sentence without its stop."""
    was = said_long(change.was) if change.was else "no date"
    now = said_long(change.now) if change.now else "no date"
    return f"R{change.report}.{change.number} {named(change.clock)}, from {was} to {now}"


def named(clock: Clock) -> str:
    """What people call a clock: `call-in window`."""
    label = RULES[clock].label if clock in RULES else said(clock)
    return f"{label[0].lower()}{label[1:]}"


def _shifts(moved: Moved) -> list[Shifted]:
    fresh = {f.number for f in (*moved.opened, *moved.ended)}
    return [change for change in shifted(moved) if change.number not in fresh]


def _state(moved: Moved) -> str:
    was, now = moved.before.state, moved.after.state
    return f"{said(was) if was else 'not begun'} → {said(now) if now else 'not begun'}"


def _grouped(desk: Desk, opened: tuple[FollowUp, ...]) -> list[str]:
    """The follow-ups started; the same answer wanted to several recommendations by one day is said once."""
    groups: dict[tuple[object, ...], list[FollowUp]] = {}
    for f in opened:
        alike = (f.clock, f.owner, f.counts, f.condition, f.note) if f.clock in _ANSWERS else (f.number,)
        groups.setdefault(alike, []).append(f)
    return [_started(desk, group) for group in groups.values()]


def _started(desk: Desk, group: list[FollowUp]) -> str:
    f = group[0]
    words = _owed(f, [each.recommendation for each in group])
    note = f" ({f.note})" if f.note else ""
    if f.counts is None:
        return f"{words}, without a date: {f.condition or f.quote or 'not known yet'}{note}"
    if f.window:
        force = f"; in force on {said_long(f.in_force)}" if f.in_force else ""
        return f"{words} until {said_long(f.counts)}{force}{note}"
    day = practical(desk, f)
    in_practice = f" (practically {day:%A} {day.day} {day:%B})" if day and day != f.counts else ""
    return f"{words} by {said_long(f.counts)}{in_practice}{note}"


def _owed(f: FollowUp, numbers: list[int] | None = None) -> str:
    numbers = [number for number in (numbers or [f.recommendation]) if number]
    about = f" {_numbers(numbers)}" if numbers else ""
    if f.clock in _ANSWERS:
        return f"{f.owner}'s response to{about}" if about else f"{f.owner}'s response"
    about = f" on{about}" if about else ""
    return f"{named(f.clock)}{about}{f' ({f.owner})' if f.owner else ''}"


def _numbers(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"recommendation {numbers[0]}"
    return f"recommendations {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def practical(desk: Desk, f: FollowUp) -> date | None:
    """The last working day on which it can be done in practice."""
    if f.counts is None:
        return None
    with desk.reading() as tx:
        rules = desk.rules(tx).on(f.start or f.counts)
    rule = RULES.get(f.clock)
    return rules.calendar().practical(f.counts, own=rule is None or not rule.statutory)


def as_json(desk: Desk, moved: Moved, *, dry_run: bool = False) -> dict[str, Any]:
    """What an act did, in the shape scripts rely on."""
    case = moved.after
    return {
        "report": f"R{moved.ref}",
        "title": case.title,
        "entry": moved.entry,
        "from": moved.before.state,
        "state": case.state,
        "opened": [_follow_up(desk, moved, f) for f in moved.opened],
        "ended": [_follow_up(desk, moved, f) for f in moved.ended],
        "moved": [shift_as_json(change) for change in _shifts(moved)],
        "gaps": [{"key": g.key, "name": g.name, "says": g.says} for g in new_gaps(moved)],
        "irregularities": [
            {"key": i.key, "name": i.name, "says": i.says, "why": i.why} for i in new_irregularities(moved)
        ],
        "next": [move.value for move in possible(case, desk.today)],
        "dry_run": dry_run,
    }


def shift_as_json(change: Shifted) -> dict[str, Any]:
    """A date that moved, for scripts."""
    return {
        "report": f"R{change.report}",
        "title": change.title,
        "number": change.number,
        "clock": change.clock.value,
        "was": change.was,
        "now": change.now,
    }


def _follow_up(desk: Desk, moved: Moved, f: FollowUp) -> dict[str, Any]:
    day = practical(desk, f)
    return {
        "report": f"R{moved.ref}",
        "number": f.number,
        "title": moved.after.title,
        "clock": f.clock.value,
        "body": f.body,
        "owner": f.owner,
        "due": f.due,
        "agreed": f.agreed,
        "practical_day": day,
        "days_late": (desk.today - f.counts).days if f.counts else None,
        "recommendation": f.recommendation or None,
        "condition": f.condition,
        "note": f.note,
        "exempt": moved.after.exempt,
        "ended": f.ended,
    }
