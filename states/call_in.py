"""What the moves of a call-in do to the case: called in, referred back or to Council, thought over, let go."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from states.acts import Entry, MoveAct
from states.case import CallIn, Case, FollowUp
from states.clocks_started import until
from states.days import On
from states.facts import Reconsidered, Released, Ruling
from states.follow_ups import OWED_STILL, start_by_constitution, stop, stop_clocks
from states.listings import agendas_over, heard, past
from states.rule_book import DateBook
from states.words import COUNCIL, Clock, Ended

_UNHEARD = frozenset({Released.WITHDRAWN_BY_CALLERS, Released.NOT_HEARD_IN_TIME, Released.OVERTAKEN})
"""Ways in which a call-in ends without having been heard."""


def call_in(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The decision is called in. Ruled invalid it is kept and changes nothing; valid, its hearing is due."""
    f = act.facts
    received = f.received_on
    called = CallIn(
        entry.number, case.decision.entry if case.decision else 0, received, f.callers, f.groups, f.grounds, f.ruled,
        f.ruled_by, f.ruled_on,
    )  # fmt: skip
    case = replace(case, call_ins=(*case.call_ins, called))
    if f.ruled is Ruling.INVALID:
        return case
    case = stop_clocks(case, entry.number, day, Clock.CALL_IN_WINDOW, Clock.AWAITING_PUBLICATION, ended=Ended.OVERTAKEN)
    ruling = book.rules.on(received).call_in.hearing_from == "validity"
    begins = f.ruled_on if ruling else received
    condition = None if begins else f"the day of {'the ruling' if ruling else 'receipt'} is not known"
    owner = case.body.name if case.body else None
    return start_by_constitution(
        case, book, entry, day, Clock.CALL_IN_HEARING, begins, papers=act.papers, owner=owner, condition=condition
    )


def _called(case: Case, **changes: object) -> Case:
    if not case.call_ins:
        return case
    return replace(case, call_ins=(*case.call_ins[:-1], replace(case.call_ins[-1], **changes)))


def _decision(case: Case, **changes: object) -> Case:
    if not case.decisions:
        return case
    return replace(case, decisions=(*case.decisions[:-1], replace(case.decisions[-1], **changes)))


def _heard(case: Case, entry: Entry, day: date, ended: Ended = Ended.KEPT) -> Case:
    case = stop_clocks(case, entry.number, day, Clock.CALL_IN_HEARING, ended=ended)
    return agendas_over(case, entry, day, past(day))


def refer_back(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The maker is asked to think again, by the council's own limit."""
    case = heard(case, entry, act, day, "referred back")
    case = _called(case, referred_back_by=act.facts.referred_by, asked=act.facts.asked)
    case = _heard(case, entry, day)
    owner = case.decision.maker if case.decision else None
    begins = entry.on.exact
    condition = None if begins else "the day it was referred back is not known"
    return start_by_constitution(
        case, book, entry, day, Clock.RECONSIDERATION, begins, papers=act.papers, owner=owner, condition=condition
    )


def refer_to_council(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """It is referred to full Council: to that meeting, or by that day."""
    f = act.facts
    when = f.until_meeting.on if f.until_meeting else On.day(f.until_day) if f.until_day else On()
    case = heard(case, entry, act, day, "referred to Council")
    case = _called(case, referred_to_council=when, referred_entry=entry.number)
    case = _heard(case, entry, day)
    return until(case, entry, act, day, book, owner=COUNCIL)


def reconsider(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The maker has thought again: on to Council, confirmed, amended (both final), or rescinded."""
    f = act.facts
    case = heard(case, entry, act, day, "reconsidered")
    case = _called(case, reconsidered=f.reconsidered, thought_again=f.decided)
    case = stop_clocks(case, entry.number, day, Clock.RECONSIDERATION)
    case = agendas_over(case, entry, day, past(day))
    if f.reconsidered is Reconsidered.TO_COUNCIL:
        return case
    case = _decision(case, final=True, **({"decided": f.decided} if f.decided else {}))
    case = _council_over(case, entry, day, kept=lambda x: x.counts is not None and x.counts <= day)
    if f.reconsidered is Reconsidered.RESCINDED:
        return stop(case, entry.number, day, lambda x: x.clock not in OWED_STILL, ended=Ended.OVERTAKEN)
    return case


def _council_over(case: Case, entry: Entry, day: date, *, kept: Callable[[FollowUp], bool]) -> Case:
    """Council's hearing is owed no more: kept, or overtaken by what came before it."""
    referred = case.call_in.referred_entry if case.call_in else 0

    def hearing(f: FollowUp) -> bool:
        return f.clock is Clock.UPDATE_DUE and f.entry == referred

    case = stop(case, entry.number, day, lambda f: hearing(f) and kept(f))
    return stop(case, entry.number, day, hearing, ended=Ended.OVERTAKEN)


def release(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook) -> Case:
    """The call-in is over and the decision stands. What was not heard, or not thought over, is overtaken, not kept."""
    f = act.facts
    case = heard(case, entry, act, day, "released")
    case = _called(case, released_by=f.released_by, outcome=f.release_outcome, comments=f.comments)
    case = _decision(case, final=True, in_force_on=f.in_force_on)
    case = stop_clocks(case, entry.number, day, Clock.RECONSIDERATION, ended=Ended.OVERTAKEN)
    unheard = f.release_outcome in _UNHEARD
    case = _heard(case, entry, day, Ended.OVERTAKEN if unheard else Ended.KEPT)
    return _council_over(case, entry, day, kept=lambda x: not unheard and (x.counts is None or x.counts <= day))
