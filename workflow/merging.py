"""Reports that turn out to be one: the second's entries are told of the first, and nothing is entered twice.

The journal keeps both. Struck, the merge has never been: both reports are as they were.
"""

import msgspec
from msgspec.structs import replace

from db.tx import Tx
from states.acts import AmendAct, CorrectAct, Entry, FollowUpAct, GiveAct, MoveAct, Source, TakeAct
from states.case import Case, FollowUp, Recommendation, decode_case
from states.days import said_day
from states.errors import BadInput, NotFound, Refused
from states.facts import NO_FACTS, Facts, Sitting, given
from states.sharing import told
from states.standing import standing, struck
from states.words import Clock, Move, State, said
from workflow.desk import Desk
from workflow.engine import Moved, act_on
from workflow.evened import evened
from workflow.records.words import reason


class Merged(msgspec.Struct, frozen=True):
    """A merge as it was done: what it made of the report that stays, and how much was on both."""

    moved: Moved
    gone: int
    told: int
    twice: int
    recommendations_twice: int

    @property
    def still_owed(self) -> str:
        """A sentence on what stays open although the report that stays is closed, by its number; else nothing."""
        case = self.moved.after
        owed = [f for f in case.follow_ups if f.ended is None and not f.window] if case.state is State.CLOSED else []
        if not owed:
            return ""
        named = "; ".join(f"{f.number} {said(f.clock)}{f', {said_day(f.due)}' if f.due else ''}" for f in owed)
        return (
            f"R{self.moved.ref} is closed, and what one of the two owed is still open: {named}. Say of each whether it "
            "was kept, overtaken or dropped (matters follow-up)."
        )


def merge(desk: Desk, ref: int, into: int, why: str | None) -> Merged:
    """Merges report `ref` into report `into`, with a reason. Refused when they are two decisions, or one already.

    What papers tell of either is then told of the one that stays.
    """
    from workflow.intake.following import follow  # which enters papers, and so rests on merging itself

    with desk.writing() as tx:
        one_matter(tx, ref, into)
        done = merge_in(desk, tx, ref, into, why)
        follow(desk, tx, into)
        return done


def one_matter(tx: Tx, ref: int, into: int) -> None:
    """Refuses two reports that papers or people call by references that differ: two decisions are not one."""
    there, here = standing_case(tx, ref), standing_case(tx, into)
    if ref == into or not there.reference or not here.reference or evened(there.reference) == evened(here.reference):
        return
    raise Refused(
        f"R{ref}", "merge",
        (f"It is {there.reference}, and R{into} is {here.reference}: two decisions, so two reports. Where one of the "
         f"references is wrong, amend it first: matters amend R{ref} reference={here.reference} --why …",),
    )  # fmt: skip


def merge_in(desk: Desk, tx: Tx, ref: int, into: int, why: str | None) -> Merged:
    """The same within a transaction that does more."""
    why = reason(why, f"R{ref}: say why it is the same as R{into} (--why).")
    if ref == into:
        raise BadInput(f"R{ref} cannot be merged into itself; say which report it is the same as.")
    for one, other in ((ref, into), (into, ref)):
        standing_case(tx, one)
        _unsplit(desk, tx, one, other, why)
    there, here = standing_case(tx, ref), standing_case(tx, into)
    theirs, ours = _events(tx, ref), _events(tx, into)
    twins = {e.number: t for e in theirs for t in ours if _same_event(e, t)}
    recommendations, same = _recommendations(there, here)
    leaves = [e.number for e in theirs if _left(e, twins, same)]
    give = act_on(desk, tx, ref, GiveAct(into, why, whole=True))
    act = TakeAct(
        ref, give.entry, why, whole=True, leaves=tuple(leaves), recommendations=tuple(sorted(recommendations.items())),
        same=tuple(sorted(same)), follow_ups=_follow_ups(there, here, leaves, recommendations),
        fills=_fills(theirs, ours, twins, leaves, recommendations, same),
        sources=_sources(theirs, leaves, recommendations),
    )  # fmt: skip
    moved = act_on(desk, tx, into, act)
    return Merged(moved, ref, len(theirs) - len(leaves), len(leaves) - 1, len(same))


def standing_case(tx: Tx, ref: int) -> Case:
    """The case of a report that is on the record. NotFound when there is none; Refused when it was merged."""
    row = tx.report(ref)
    if row is None:
        raise NotFound(f"There is no report R{ref}. List them with: matters reports")
    case = decode_case(row.folded)
    if case.merged_into:
        raise Refused(f"R{ref}", "merge", (f"It was merged into R{case.merged_into} already.",))
    if case.state is None:
        raise Refused(f"R{ref}", "merge", (f"It is not on the record any more. See: matters history R{ref}",))
    return case


def undo_in(desk: Desk, tx: Tx, ref: int, entry: Entry, why: str, *, papers: bool = False) -> Moved:
    """Strikes a merge or a split, asked for on either report: each tells its own entries again.

    A report that a split began leaves the record when nothing else was entered on it.
    """
    taker, taking, gift = _both(tx, ref, entry)
    both = (gift, (taker, taking.number))
    moved = {one: act_on(desk, tx, one, CorrectAct(number, why, papers)) for one, number in both}
    rest = _events(tx, taker)
    if not _whole(taking) and len(rest) == 1:
        moved[taker] = act_on(desk, tx, taker, CorrectAct(rest[0].number, why))
    return moved[ref]


def _both(tx: Tx, ref: int, entry: Entry) -> tuple[int, Entry, tuple[int, int]]:
    """The report that took, its entry, and the giver with its entry, from either of the two entries."""
    if isinstance(entry.act, TakeAct):
        return ref, entry, (entry.act.from_, entry.act.given)
    if not isinstance(entry.act, GiveAct):
        raise BadInput(f"Entry {entry.number} is no merge and no split.")
    taker = entry.act.to
    taking = next(e for e in tx.entries(taker) if isinstance(e.act, TakeAct) and e.act.given == entry.number)
    return taker, taking, (ref, entry.number)


def _unsplit(desk: Desk, tx: Tx, ref: int, other: int, why: str) -> None:
    """Takes back that `ref` was split from `other`, so that what they shared is not told twice."""
    stand = told(tx.entries(ref))
    gone = struck(stand)
    for entry in stand:
        act = entry.act
        if isinstance(act, TakeAct) and not act.whole and act.from_ == other and entry.number not in gone:
            act_on(desk, tx, other, CorrectAct(act.given, why))
            act_on(desk, tx, ref, CorrectAct(entry.number, why))


def _whole(entry: Entry) -> bool:
    return isinstance(entry.act, TakeAct) and entry.act.whole


def _events(tx: Tx, ref: int) -> list[Entry]:
    return [entry for _, entry in standing(told(tx.entries(ref)))]


def _same_event(one: Entry, other: Entry) -> bool:
    """Whether two entries tell one and the same event of two reports that are the same."""
    a, b = one.act, other.act
    if isinstance(a, FollowUpAct) and isinstance(b, FollowUpAct):
        return a.do == b.do == "add" and a.due == b.due and evened(a.quote) == evened(b.quote)
    if not isinstance(a, MoveAct) or not isinstance(b, MoveAct) or a.move != b.move:
        return False
    if a.move in (Move.DRAFT, Move.CALL_IN):
        return True
    if a.move == Move.CONSULT:
        return a.facts.consultation_closes == b.facts.consultation_closes
    if a.move == Move.LIST or (a.facts.meeting and b.facts.meeting):
        return _same_meeting(a.facts.meeting, b.facts.meeting)
    return one.on.exact is not None and one.on == other.on


def _same_meeting(one: Sitting | None, other: Sitting | None) -> bool:
    if one is None or other is None or one.on.exact is None or one.on != other.on:
        return False
    names = {evened(sitting.body.name) for sitting in (one, other) if sitting.body}
    return len(names) < 2


def _recommendations(there: Case, here: Case) -> tuple[dict[int, int], set[int]]:
    """The number each recommendation has here, and those (by their number there) whose words are here already."""
    taken = {r.number for r in here.recommendations}
    numbers: dict[int, int] = {}
    same: set[int] = set()
    for r in there.recommendations:
        twin = next((k for k in here.recommendations if _same_words(r, k) and k.number not in numbers.values()), None)
        if twin is not None:
            numbers[r.number] = twin.number
            same.add(r.number)
            continue
        number = r.number if r.number not in taken else max(taken, default=0) + 1
        taken.add(number)
        numbers[r.number] = number
    return numbers, same


def _same_words(one: Recommendation, other: Recommendation) -> bool:
    return (
        one.proposal == other.proposal
        and evened(one.text) == evened(other.text)
        and evened(one.from_.name) == evened(other.from_.name)
        and evened(one.to.name) == evened(other.to.name)
    )


def _left(entry: Entry, twins: dict[int, Entry], same: set[int]) -> bool:
    """Whether an entry is told here already: its twin is here, and every recommendation in it."""
    if isinstance(entry.act, MoveAct) and entry.act.move == Move.RECOMMEND:
        return all(p.number in same for p in entry.act.facts.recommendations)
    return entry.number in twins


def _follow_ups(
    there: Case, here: Case, leaves: list[int], recommendations: dict[int, int]
) -> tuple[tuple[int, int], ...]:
    """The number each follow-up has here: its twin's where what opened it is here already, else one of its own."""
    pairs = {number: here.numbered + number for number in range(1, there.numbered + 1)}
    for f in there.follow_ups:
        twin = next((k for k in here.follow_ups if _same_owed(f, k, recommendations)), None)
        if f.entry in leaves and twin is not None:
            pairs[f.number] = twin.number
    return tuple(pairs.items())


def _same_owed(one: FollowUp, other: FollowUp, recommendations: dict[int, int]) -> bool:
    if one.clock is not other.clock or recommendations.get(one.recommendation, 0) != other.recommendation:
        return False
    return one.clock is not Clock.PROMISE or evened(one.quote) == evened(other.quote)


def _fills(
    theirs: list[Entry], ours: list[Entry], twins: dict[int, Entry], leaves: list[int], numbers: dict[int, int],
    same: set[int],
) -> tuple[AmendAct, ...]:  # fmt: skip
    """What was known there and not here, of the events that are on both."""
    fills = []
    for entry in theirs:
        twin = twins.get(entry.number) or _recommended_here(entry, ours, numbers)
        if entry.number not in leaves or twin is None:
            continue
        if not isinstance(entry.act, MoveAct) or not isinstance(twin.act, MoveAct):
            continue
        news = _news(entry.act.facts, twin.act.facts)
        if entry.act.move == Move.DRAFT:
            proposals = [p for p in entry.act.facts.recommendations if p.number not in same]
            mine = tuple(replace(p, number=numbers[p.number]) for p in proposals)
            news = replace(news, recommendations=(*twin.act.facts.recommendations, *mine) if mine else ())
        if news != NO_FACTS:
            fills.append(AmendAct(twin.number, news))
    return tuple(fills)


def _recommended_here(entry: Entry, ours: list[Entry], numbers: dict[int, int]) -> Entry | None:
    """The entry here that made the recommendations of an entry there."""
    act = entry.act
    if not isinstance(act, MoveAct) or act.move != Move.RECOMMEND:
        return None
    wanted = {numbers.get(p.number) for p in act.facts.recommendations}
    return next(
        (e for e in ours if isinstance(e.act, MoveAct) and wanted & {p.number for p in e.act.facts.recommendations}),
        None,
    )


def _news(theirs: Facts, ours: Facts) -> Facts:
    """The facts known there and not here; lists stay whole."""
    names = [n for n in Facts.__struct_fields__ if given(theirs, n) and not given(ours, n) and n not in _NUMBERED]
    return replace(NO_FACTS, **{name: getattr(theirs, name) for name in names})


_NUMBERED = {"recommendations", "responses", "progress", "signs", "follow_ups", "title"}


def _sources(theirs: list[Entry], leaves: list[int], numbers: dict[int, int]) -> tuple[Source, ...]:
    """The papers' words of the entries that are not told again."""
    found: dict[tuple[str, str, str], Source] = {}
    for entry in theirs:
        if entry.number in leaves and isinstance(entry.act, MoveAct | FollowUpAct):
            for source in entry.act.sources:
                what, _, number = source.about.partition(" ")
                if what == "recommendation" and number.isdigit():
                    source = replace(source, about=f"recommendation {numbers.get(int(number), int(number))}")
                found.setdefault((source.path, source.quote, source.about), source)
    return tuple(found.values())
