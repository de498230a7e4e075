"""What an act did to a report, in sentences: state, follow-ups started and ended, gaps, irregularities, what is next.

The command line prints them, the terminal UI shows them before an act is done and after it.
"""

from datetime import date

import msgspec

from states.case import Case, FollowUp, Gap, Irregularity, Recommendation
from states.clocks import RULES
from states.days import said_long
from states.irregular import IRREGULAR
from states.report import in_the_way
from states.words import Clock, Implementation, Move, Response, SignOff, council_hears, said
from workflow.desk import Desk
from workflow.engine import Moved
from workflow.records.resting import Shifted, shifted
from workflow.views.second_look import second_look

_NOTHING_SAID = (Response.AWAITING, Implementation.NOT_STARTED, SignOff.NONE)
_ANSWERS = (Clock.EXECUTIVE_RESPONSE, Clock.PARTNER_RESPONSE)
_REASONS = {name: fact for rows in IRREGULAR.values() for name, _, fact in rows}


class Told(msgspec.Struct, frozen=True):
    """One sentence of an outcome. `kind` is state, changes, starts, ends, moves, gap, irregular, note or next.

    A form that was left without a day has another before them, `day`: the day that was taken.

    `key` settles a gap or an irregularity; `fact` names, for an irregularity without a reason, the fact its
    reason belongs in (`why`: the entry's own).
    """

    kind: str
    says: str
    key: str = ""
    fact: str = ""


class Outcome(msgspec.Struct, frozen=True):
    """An act as it was done, or would be."""

    report: str
    title: str
    entry: int
    state: str | None
    told: tuple[Told, ...]


def outcome(desk: Desk, moved: Moved) -> Outcome:
    """What an act did, as sentences."""
    case = moved.after
    return Outcome(f"R{moved.ref}", case.title, moved.entry, case.state, tuple(tell(desk, moved)))


def tell(desk: Desk, moved: Moved) -> list[Told]:
    """Everything there is to say of an act, each without the word it begins with."""
    told = [Told("state", f"{state_change(moved)}.")] if moved.before.state != moved.after.state else []
    told += [Told("changes", f"{text}.") for text in _said_otherwise(moved)]
    begun = tuple(f for f in moved.opened if not (f.window and f.counts and f.counts < desk.today))
    told += [Told("starts", f"{text}.") for text in started(desk, begun)]
    told += [Told("ends", f"{text}.") for text in _ended(moved.ended)]
    told += [Told("moves", f"{moves(change)}.") for change in shifts(moved)]
    told += [Told("gap", f"{gap.says.rstrip('.')}.", gap.key) for gap in new_gaps(moved)]
    for odd in new_irregularities(moved):
        why = f" — {odd.why}" if odd.why else ""
        told.append(Told("irregular", f"{odd.says.rstrip('.')}{why}.", odd.key, "" if odd.why else reason_fact(odd)))
    told += [Told("note", words) for words in second_look(desk, moved)]
    following = possible(moved.after, desk.today)
    return [*told, Told("next", f"{', '.join(map(said, following)) or 'nothing; it can be reopened'}.")]


def _said_otherwise(moved: Moved) -> list[str]:
    """What had been said of a recommendation and is now said otherwise: `recommendation 1, rejected → accepted`."""
    had = {r.number: r for r in moved.before.real}
    return [
        f"recommendation {r.number}, {said(was)} → {said(now)}"
        for r in moved.after.real
        if r.number in had
        for was, now in zip(_axes(had[r.number]), _axes(r), strict=True)
        if was != now and was not in _NOTHING_SAID
    ]


def _axes(r: Recommendation) -> tuple[Response, Implementation, SignOff]:
    return r.response, r.implementation, r.sign_off


def _ended(ended: tuple[FollowUp, ...]) -> list[str]:
    """The follow-ups that ended; the same answer to several recommendations is said once."""
    groups: dict[tuple[object, ...], list[FollowUp]] = {}
    for f in ended:
        groups.setdefault((f.clock, f.owner, f.ended) if f.recommendation else (f.number,), []).append(f)
    return [f"{owed(same[0], [f.recommendation for f in same])} ({same[0].ended})" for same in groups.values()]


def reason_fact(odd: Irregularity) -> str:
    """The fact that holds the reason of an irregularity; `why` is the entry's own."""
    return _REASONS.get(odd.name, "why")


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


def shift_line(change: Shifted) -> str:
    """What became of a follow-up when a meeting changed, as a line: it moves, or it ends with the meeting."""
    if change.over:
        return f"Ends: R{change.report}.{change.number} {named(change.clock)}; it is waited for no more."
    return f"Moves: {moves(change)}."


def named(clock: Clock) -> str:
    """What people call a clock: `call-in window`."""
    label = RULES[clock].label if clock in RULES else said(clock)
    return f"{label[0].lower()}{label[1:]}"


def shifts(moved: Moved) -> list[Shifted]:
    """The dates that moved, of follow-ups that were there before and still are."""
    fresh = {f.number for f in (*moved.opened, *moved.ended)}
    return [change for change in shifted(moved) if change.number not in fresh]


def state_change(moved: Moved) -> str:
    """The state before and after."""
    was, now = moved.before.state, moved.after.state
    return f"{said(was) if was else 'not begun'} → {said(now) if now else 'not begun'}"


def started(desk: Desk, opened: tuple[FollowUp, ...]) -> list[str]:
    """The follow-ups started; the same that is owed on several recommendations by one day is said once."""
    groups: dict[tuple[object, ...], list[FollowUp]] = {}
    for f in opened:
        alike = (f.clock, f.owner, f.counts, f.condition, f.note, f.quote if f.clock is Clock.PROMISE else None)
        groups.setdefault(alike if f.recommendation else (f.number,), []).append(f)
    return [_started(desk, group) for group in groups.values()]


def _started(desk: Desk, group: list[FollowUp]) -> str:
    f = group[0]
    words = owed(f, [each.recommendation for each in group])
    note = f" ({f.note})" if f.note else ""
    if f.quiet:
        note += "; it is entered late or comes from a paper: nobody is reminded of it until somebody adopts it"
    if f.counts is None:
        asked = f"; asked after on {said_long(f.chase_on)}" if f.chase_on else ""
        return f"{words}, without a date: {' '.join((f.condition or f.quote or 'not known yet').split())}{asked}{note}"
    if f.window:
        force = f"; in force on {said_long(f.in_force)}" if f.in_force else ""
        return f"{words} until {said_long(f.counts)}{force}{note}"
    day = practical(desk, f)
    in_practice = f" (practically {day:%A} {day.day} {day:%B})" if day and day != f.counts else ""
    return f"{words} by {said_long(f.counts)}{in_practice}{note}"


def owed(f: FollowUp, numbers: list[int] | None = None) -> str:
    """What a follow-up waits for and from whom, with the recommendations it is about."""
    numbers = [number for number in (numbers or [f.recommendation]) if number]
    about = f" {_numbers(numbers)}" if numbers else ""
    if f.clock in _ANSWERS:
        return f"{f.owner}'s response to{about}" if about else f"{f.owner}'s response"
    if council_hears(f.clock, f.owner):
        return "Council's hearing of the call-in"
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
