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
    CorrectAct,
    Dated,
    Entry,
    FollowUpAct,
    GiveAct,
    LinkAct,
    MeetingAct,
    MoveAct,
    RecountAct,
    SettleAct,
    Source,
    SourceAct,
    TakeAct,
    UnreadAct,
)
from states.case import Case, Earlier
from states.listings import held_over, not_yet_over
from states.order import Event, in_order
from states.rule_book import DateBook, RuleBook
from states.sharing import given_whole, told
from states.standing import standing, struck
from states.words import Clock, MeetingStatus, Move


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
    entries = told(entries)
    away = given_whole(entries)
    if away is not None:
        return Folded(Case(merged_into=away.to), (), ())
    if until is not None:
        entries = [then for e in entries if (then := _by(e, until)) is not None]
    book = _book(entries, rules)
    events = _after_their_promise(in_order(standing(entries)), book)
    case = Case()
    reasons: tuple[str, ...] = ()
    for event in events:
        if until is not None and event.day > until:
            continue
        case, why_not = _happen(held_over(case, event.day), event, book, entering)
        reasons = reasons or why_not
    case = _aside(held_over(case), entries)
    return Folded(replace(case, numbered=book.numbered), tuple(book.new), reasons)


def _by(entry: Entry, until: date) -> Entry | None:
    """An entry as it is told of a day: a meeting that changed later had not, one held later was still to come."""
    act = entry.act
    if not isinstance(act, MeetingAct):
        return entry
    if entry.on.last and entry.on.last > until:
        return None
    meeting = act.meeting
    if meeting.status is MeetingStatus.HELD and meeting.on.last and meeting.on.last > until:
        return replace(entry, act=replace(act, meeting=replace(meeting, status=MeetingStatus.SCHEDULED)))
    return entry


def append(case: Case, entry: Entry, rules: RuleBook) -> Folded:
    """The case after one more event, when it is the latest and every event has its day: nothing is folded again."""
    book = DateBook(rules, case.numbered)
    day = entry.on.last or entry.entered_on
    case, reasons = _happen(not_yet_over(case, day), Event(entry, day), book, entry.number)
    return Folded(replace(held_over(case), numbered=book.numbered), tuple(book.new), reasons)


def can_append(case: Case, entry: Entry) -> bool:
    """Whether `append` gives what `fold` would: the entry is an event with its day, and none later is entered."""
    act, day = entry.act, entry.on.exact
    if not isinstance(act, MoveAct | FollowUpAct) or day is None or not case.exact or case.last_on is None:
        return False
    if isinstance(act, MoveAct) and (act.replaces or act.move == Move.DRAFT):
        return False
    return day > case.last_on or (day == case.last_on and _comes_last(case, act))


def _comes_last(case: Case, act: MoveAct | FollowUpAct) -> bool:
    """Whether nothing can put it before another event of its day: see `states.order`."""
    possible = isinstance(act, FollowUpAct) or report.allowed(case.state, Move(act.move))
    return possible and not act.papers and not any(i.name == "order" for i in case.irregularities)


def _book(entries: Sequence[Entry], rules: RuleBook) -> DateBook:
    """The dates the entries have set. What an entry makes doubtful is forgotten before its own word is learned."""
    book = DateBook(rules)
    by_number = {entry.number: entry.act for entry in entries if isinstance(entry.act, MoveAct | AmendAct)}
    for entry in entries:
        act = entry.act
        if isinstance(act, SettleAct | LinkAct | SourceAct | UnreadAct | GiveAct):
            continue
        if isinstance(act, AmendAct | CorrectAct):
            _doubt(book, by_number, act.amends if isinstance(act, AmendAct) else act.strikes)
        elif isinstance(act, TakeAct):
            for fill in act.fills:
                _doubt(book, by_number, fill.amends)
        elif isinstance(act, RecountAct):
            book.forget_all()
        elif isinstance(act, MeetingAct):
            for number in _resting_on(entries, act.meeting.ref):
                book.forget(number)
        book.learn(act.sets)
    return book


def _after_their_promise(events: list[Event], book: DateBook) -> list[Event]:
    """The events with what ended a promise before the day of the paper that tells of it right behind that promise.

    A paper has a day of its own, and tells what was promised before; a desk says on which day it was promised.
    """
    papers: dict[int, int] = {}
    for place, event in enumerate(events):
        act = event.entry.act
        if isinstance(act, FollowUpAct) and act.do == "add" and act.papers:
            papers[event.entry.number] = place
    behind: dict[int, list[Event]] = {}
    stay = []
    for place, event in enumerate(events):
        act = event.entry.act
        told = 0
        if papers and isinstance(act, FollowUpAct) and act.do == "done":
            told = papers.get(book.opener(act.number), 0)
        if told > place:
            behind.setdefault(told, []).append(event)
        else:
            stay.append((place, event))
    return [one for place, event in stay for one in (event, *behind.get(place, ()))] if behind else events


def _doubt(book: DateBook, by_number: dict[int, MoveAct | AmendAct], number: int) -> None:
    """Forgets the dates that rest on an entry; an action's day rests on the answer, whichever entry opened it."""
    act = by_number.get(number)
    if isinstance(act, AmendAct):  # an amendment that is struck: what it had changed is counted again
        number, act = act.amends, by_number.get(act.amends)
    book.forget(number)
    if isinstance(act, MoveAct) and act.move == Move.RESPOND:
        book.forget_clock(Clock.ACTION_DUE)


def _resting_on(entries: Sequence[Entry], meeting: int) -> list[int]:
    return [
        e.number
        for e in entries
        if meeting
        and isinstance(e.act, MoveAct)
        and any(m is not None and m.ref == meeting for m in (e.act.facts.meeting, e.act.facts.until_meeting))
    ]


def _happen(case: Case, event: Event, book: DateBook, entering: int) -> tuple[Case, tuple[str, ...]]:
    entry, day = event.entry, event.day
    act = entry.act
    reasons: tuple[str, ...] = ()
    if isinstance(act, MoveAct):
        reasons = report.refusals(case, entry, act)
        if reasons and act.move == Move.LIST and entry.number != entering:
            # what has become of the meeting since is no fault of the listing
            reasons = report.in_the_way(case, Move.LIST, day)
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
    """What has no place in the order: links, sources, what was settled, the days on which meetings changed."""
    settled: dict[str, str] = {}
    last_on = case.last_on
    earlier: dict[tuple[str | None, str | None], Earlier] = {}
    sources = list(case.sources)
    took: list[int] = []
    gone = struck(entries)
    for entry in entries:
        act = entry.act
        if entry.number in gone:
            continue
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
        elif isinstance(act, UnreadAct):
            sources = [(number, s) for number, s in sources if number > entry.number or not _of(s, act)]
        elif isinstance(act, TakeAct):
            sources += [(entry.number, source) for source in act.sources]
            took += [act.from_] if act.whole else []
        elif isinstance(act, MeetingAct) and last_on and entry.on.last:
            last_on = max(last_on, entry.on.last)
    if settled:
        case = replace(
            case,
            gaps=tuple(replace(g, settled=settled.get(g.key)) for g in case.gaps),
            irregularities=tuple(replace(i, settled=settled.get(i.key)) for i in case.irregularities),
        )
    sources.sort(key=lambda found: found[0])
    return replace(case, earlier=tuple(earlier.values()), sources=tuple(sources), last_on=last_on, took=tuple(took))


def _of(source: Source, act: UnreadAct) -> bool:
    """Whether words are of the paper whose import was taken back."""
    return source.sha256 == act.sha256 if source.sha256 else source.path == act.path
