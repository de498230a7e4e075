"""The whole of one move, in one transaction: read, freeze, ask the machine, write, journal, reconcile follow-ups.

This is the only way a report's state changes. A refusal changes no row.
"""

from datetime import date, datetime
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from db.tx import ReportRow, Tx
from states.acts import (
    Act,
    AmendAct,
    CorrectAct,
    Entry,
    FollowUpAct,
    MeetingAct,
    MoveAct,
    RecountAct,
    SettleAct,
    Source,
    TakeAct,
)
from states.case import Case, FollowUp, decode_case
from states.days import On, instant_from, london_day, said_day
from states.errors import BadInput, NotFound, Refused
from states.facts import NO_FACTS, Facts, Proposal
from states.fold import Folded, append, can_append, fold
from states.follow_ups import old_already
from states.guards import nothing_ahead
from states.report import wanting
from states.words import Move, State, said
from workflow.desk import Desk

EMPTY = Case()


class Moved(msgspec.Struct, frozen=True):
    """What an act did: the entry it made, the state before and after, and the follow-ups opened and ended by it."""

    ref: int
    entry: int
    before: Case
    after: Case

    @property
    def state(self) -> State | None:
        """The state the report is in now."""
        return self.after.state

    @property
    def opened(self) -> tuple[FollowUp, ...]:
        """The follow-ups that are open now and were not before."""
        had = {f.key for f in self.before.follow_ups if f.ended is None}
        return tuple(f for f in self.after.follow_ups if f.ended is None and f.key not in had)

    @property
    def ended(self) -> tuple[FollowUp, ...]:
        """The follow-ups that were open before and are not now."""
        had = {f.key for f in self.before.follow_ups if f.ended is None}
        return tuple(f for f in self.after.follow_ups if f.ended is not None and f.key in had)


def make_move(
    desk: Desk,
    ref: int | None,
    move: Move,
    facts: Facts = NO_FACTS,
    *,
    on: On | None = None,
    why: str | None = None,
    expected: int | None = None,
    papers: bool = False,
    sources: tuple[Source, ...] = (),
    replaces: int = 0,
) -> Moved:
    """Makes one move, or refuses it with every sentence why not (Refused) and changes nothing.

    `ref` None begins a report. `on` is when it happened: left out, the day of its meeting or of its receipt, else
    today. `expected` is the version the caller looked at: if somebody was faster, Conflict says who and what.
    """
    with desk.writing() as tx:
        return move_in(desk, tx, ref, move, facts, on=on, why=why, expected=expected, papers=papers,
                       sources=sources, replaces=replaces)  # fmt: skip


def move_in(
    desk: Desk,
    tx: Tx,
    ref: int | None,
    move: Move,
    facts: Facts = NO_FACTS,
    *,
    on: On | None = None,
    why: str | None = None,
    expected: int | None = None,
    papers: bool = False,
    sources: tuple[Source, ...] = (),
    replaces: int = 0,
) -> Moved:
    """The same within a transaction that does more."""
    now = desk.now()
    row = _row(tx, ref, expected) if ref is not None else None
    if row is None and move is not Move.DRAFT:
        raise BadInput(f"Say which report is to {said(move)}.")
    case = decode_case(row.folded) if row else EMPTY
    callers: tuple[int, str | None] = (0, None)
    groups: tuple[int, str | None] = (0, None)
    if move is Move.CALL_IN:
        then = desk.rules(tx).on(facts.received_on)
        callers, groups = then.figure("call_in.callers"), then.figure("call_in.groups")
    if facts.recommendations:
        facts = replace(facts, recommendations=_numbered(case, facts.recommendations))
    act = MoveAct(
        move.value, facts, why, papers, sources, replaces, callers[0], groups[0], bool(callers[1] or groups[1])
    )
    return enter(desk, tx, ref, row, case, act, on if on is not None else happened(move, facts, now), now)


def enter(
    desk: Desk, tx: Tx, ref: int | None, row: ReportRow | None, case: Case, act: Act, on: On, now: datetime
) -> Moved:
    """Enters one act on a report: folds, refuses or writes. Shared by moves and all other acts."""
    number, at = tx.next_entry(now)
    entry = Entry(number, at, desk.who, on, act)
    record = f"R{ref}" if ref is not None else "The new report"
    if case.merged_into and not isinstance(act, CorrectAct):
        raise Refused(record, _name(act), (f"It was merged into R{case.merged_into}; work there.",))
    today = london_day(instant_from(at))
    if on.first is not None and on.first > today:
        raise Refused(record, _name(act), (f"{on} has not come yet; what happens is entered once it has happened.",))
    if on.last is not None and on.last > today:  # what has happened, happened by today
        entry = replace(entry, on=(on := On(on.first, today)))
    if isinstance(act, MoveAct | AmendAct) and (ahead := nothing_ahead(act.facts, today)):
        raise Refused(record, _name(act), ahead)
    folded = _fold(desk, tx, ref, case, entry)
    if isinstance(act, MoveAct | FollowUpAct) and not act.papers and _old(folded.case, number, today):
        act = replace(act, backdated=True)
        entry = replace(entry, act=act)
        folded = _fold(desk, tx, ref, case, entry)
    if folded.reasons:
        earlier = on.last is not None and case.last_on is not None and on.last < case.last_on
        then = (f"That is how it stood on {on}; it has moved since.",) if earlier else ()
        if isinstance(act, FollowUpAct) and (known := case.follow_up(act.number)) and _began_after(known, on):
            began = f"Follow-up {act.number} is owed since {said_day(known.opened_on)}; give that day or a later one."
            raise Refused(record, _name(act), (began,))
        needs = wanting(entry, act) if isinstance(act, MoveAct) else ()
        raise Refused(record, _name(act), (*folded.reasons, *then), needs)
    if isinstance(act, FollowUpAct) and act.do == "done" and on.last and case.first_on and on.last < case.first_on:
        began = f"The report begins on {said_day(case.first_on)}; give that day or a later one."
        raise Refused(record, _name(act), (began,))
    if ref is None:
        ref = tx.next_ref("report")
    after = folded.case
    if isinstance(act, _DATING):
        act = replace(act, sets=folded.sets)
    before_state, after_state = _states(case, after, number)
    tx.append(
        number=number, at=at, who=desk.who, record=f"R{ref}", act=act, on=on,
        move=act.move if isinstance(act, MoveAct) else None, from_state=before_state, to_state=after_state,
    )  # fmt: skip
    tx.save_case(ref, case if row else None, after, entry=number, at=at, version=row.version if row else 0)
    return Moved(ref, number, case, after)


_DATING = (MoveAct, FollowUpAct, CorrectAct, AmendAct, MeetingAct, RecountAct, TakeAct)
_number = attrgetter("number")


def _old(case: Case, entry: int, today: date) -> bool:
    """Whether an entry starts something that is late already: nobody is reminded of it until somebody adopts it."""
    return any(f.entry == entry and f.ended is None and old_already(f.due, f.opened_on, today) for f in case.follow_ups)


def _fold(desk: Desk, tx: Tx, ref: int | None, case: Case, entry: Entry) -> Folded:
    rules = desk.rules(tx)
    if ref is None:
        return fold([entry], rules, entering=entry.number)
    if can_append(case, entry):
        return append(case, entry, rules)
    came = tx.taken(entry)
    entering = entry.act.amends if isinstance(entry.act, AmendAct) else entry.number
    if any(i.entry == entering and i.name == "order" for i in case.irregularities):
        entering = 0
    return fold(sorted([*tx.entries(ref), *came, entry], key=_number), rules, entering=entering)


def _states(case: Case, after: Case, number: int) -> tuple[str | None, str | None]:
    """The states before and after the entry at its own place in the order, which need not be the last."""
    before: State | None = None
    for reached in after.reached:
        if reached.entry == number:
            return before, reached.state
        before = reached.state
    return case.state, after.state


def _began_after(known: FollowUp, on: On) -> bool:
    """Whether a follow-up was not owed yet on a day, or on the last day of a span."""
    return on.last is not None and known.opened_on > on.last


def _name(act: Act) -> str:
    return act.move if isinstance(act, MoveAct) else type(act).__name__.removesuffix("Act").lower()


def _row(tx: Tx, ref: int, expected: int | None) -> ReportRow:
    row = tx.report(ref)
    if row is None:
        raise NotFound(f"There is no report R{ref}. List them with: matters reports")
    if expected is not None and row.version != expected:
        raise tx.conflict(f"R{ref}")
    return row


def act_on(desk: Desk, tx: Tx, ref: int, act: Act, *, on: On | None = None, expected: int | None = None) -> Moved:
    """Enters an act that is no move: a correction, an amendment, something done to a follow-up, a link, a source."""
    now = desk.now()
    row = _row(tx, ref, expected)
    return enter(desk, tx, ref, row, decode_case(row.folded), act, on if on is not None else On(), now)


def happened(move: Move, facts: Facts, now: datetime) -> On:
    """When a move happened, where nothing is said: the day of its meeting or of its receipt; else today."""
    listed = move is Move.LIST
    if not listed and facts.meeting is not None and facts.meeting.on.last and facts.meeting.status == "held":
        return facts.meeting.on
    if facts.received_on is not None and facts.callers:
        return On.day(facts.received_on)
    return On.day(london_day(now))


def _numbered(case: Case, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Gives each recommendation its number: the paper's own where it is free, else the next."""
    taken = {r.number for r in case.recommendations}
    numbered = []
    for proposal in proposals:
        number = proposal.number if proposal.number > 0 and proposal.number not in taken else max(taken, default=0) + 1
        taken.add(number)
        numbered.append(replace(proposal, number=number))
    return tuple(numbered)


def settle(desk: Desk, tx: Tx, ref: int, keys: tuple[str, ...], why: str) -> Moved:
    """Settles gaps or irregularities of a report, each by its key `entry:name`, also as `not known`."""
    row = _row(tx, ref, None)
    case = decode_case(row.folded)
    known = {g.key for g in case.gaps} | {i.key for i in case.irregularities}
    strange = [key for key in keys if key not in known]
    if strange:
        raise NotFound(f"R{ref} has no gap or irregularity {', '.join(strange)}. List them with: matters gaps")
    return act_on(desk, tx, ref, SettleAct(keys, why))
