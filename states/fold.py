"""The state is a fold: a report's entries, in the order things happened, add up to its case.

The order in which entries were made never changes what they add up to, beyond settling what has no day: that is
taken at the last day it can have happened. Nothing is looked up here; each entry carries all it needs.
"""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from states import follow_up_acts, report
from states.acts import (
    AmendAct,
    Dated,
    Entry,
    FollowUpAct,
    LinkAct,
    MeetingAct,
    MoveAct,
    RecountAct,
    SettleAct,
    SourceAct,
)
from states.case import Case, Earlier
from states.order import Event, in_order
from states.rule_book import DateBook, RuleBook
from states.standing import standing


class Folded(msgspec.Struct, frozen=True):
    """What the entries add up to; the dates counted just now, for the newest entry to carry; why it was refused."""

    case: Case
    sets: tuple[Dated, ...]
    reasons: tuple[str, ...]


def fold(entries: Sequence[Entry], rules: RuleBook, until: date | None = None, *, entering: int = 0) -> Folded:
    """The case after these entries; with `until`, as things stood at the end of that day.

    `entering` is the number of an entry that is only being tried: the sentences that refuse it come back in
    `reasons`. Any other entry whose guard fails stands, and becomes an irregularity.
    """
    if until is not None:
        entries = [e for e in entries if not (isinstance(e.act, MeetingAct) and e.on.last and e.on.last > until)]
    book = _book(entries, rules)
    events = in_order(standing(entries))
    case = Case()
    reasons: tuple[str, ...] = ()
    for event in events:
        if until is not None and event.day > until:
            continue
        case, why_not = _happen(case, event, book, entering)
        reasons = reasons or why_not
    case = _aside(case, entries)
    return Folded(replace(case, numbered=book.numbered), tuple(book.new), reasons)


def append(case: Case, entry: Entry, rules: RuleBook) -> Folded:
    """The case after one more event, when it is the latest and every event has its day: nothing is folded again."""
    book = DateBook(rules, case.numbered)
    day = entry.on.last or entry.entered_on
    case, reasons = _happen(case, Event(entry, day), book, entry.number)
    return Folded(replace(case, numbered=book.numbered), tuple(book.new), reasons)


def can_append(case: Case, entry: Entry) -> bool:
    """Whether `append` gives what `fold` would: the entry is an event with its day, and none later is entered."""
    return (
        isinstance(entry.act, MoveAct | FollowUpAct)
        and entry.on.exact is not None
        and case.exact
        and case.last_on is not None
        and entry.on.exact >= case.last_on
    )


def _book(entries: Sequence[Entry], rules: RuleBook) -> DateBook:
    """The dates the entries have set. What an entry makes doubtful is forgotten before its own word is learned."""
    book = DateBook(rules)
    for entry in entries:
        act = entry.act
        if isinstance(act, SettleAct | LinkAct | SourceAct):
            continue
        if isinstance(act, AmendAct):
            book.forget(act.amends)
        elif isinstance(act, RecountAct):
            book.forget_all()
        elif isinstance(act, MeetingAct):
            for number in _resting_on(entries, act.meeting.ref):
                book.forget(number)
        book.learn(act.sets)
    return book


def _resting_on(entries: Sequence[Entry], meeting: int) -> list[int]:
    return [
        e.number
        for e in entries
        if isinstance(e.act, MoveAct)
        and any(m is not None and m.ref == meeting for m in (e.act.facts.meeting, e.act.facts.until_meeting))
    ]


def _happen(case: Case, event: Event, book: DateBook, entering: int) -> tuple[Case, tuple[str, ...]]:
    entry, day = event.entry, event.day
    act = entry.act
    reasons: tuple[str, ...] = ()
    if isinstance(act, MoveAct):
        reasons = report.refusals(case, entry, act)
        case = report.take(case, entry, act, day, book, () if entry.number == entering else reasons)
    elif isinstance(act, FollowUpAct):
        reasons = follow_up_acts.refusals(case, act)
        case = follow_up_acts.apply(case, entry, act, day, book)
    case = replace(
        case,
        first_on=day if case.first_on is None else min(case.first_on, day),
        last_on=day if case.last_on is None else max(case.last_on, day),
        exact=case.exact and entry.on.exact is not None,
    )
    return case, reasons if entry.number == entering else ()


def _aside(case: Case, entries: Sequence[Entry]) -> Case:
    """What has no place in the order: links, sources, what was settled."""
    settled: dict[str, str] = {}
    earlier: dict[tuple[str | None, str | None], Earlier] = {}
    sources = list(case.sources)
    for entry in entries:
        act = entry.act
        if isinstance(act, SettleAct):
            settled.update(dict.fromkeys(act.keys, act.why))
        elif isinstance(act, LinkAct):
            key = (act.minute or str(act.report), act.body)
            old = earlier.get(key)
            earlier[key] = Earlier(
                act.minute,
                act.body,
                act.report or (old.report if old else 0),
                act.quote or (old.quote if old else None),
                act.path or (old.path if old else None),
            )  # fmt: skip
        elif isinstance(act, SourceAct):
            sources += [(entry.number, source) for source in act.sources]
    if settled:
        case = replace(
            case,
            gaps=tuple(replace(g, settled=settled.get(g.key)) for g in case.gaps),
            irregularities=tuple(replace(i, settled=settled.get(i.key)) for i in case.irregularities),
        )
    return replace(case, earlier=tuple(earlier.values()), sources=tuple(sources))
