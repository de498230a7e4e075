"""Acts on the journal itself: `correct` strikes (and may replace), `amend` changes a fact. Nothing is erased."""

from itertools import chain, count

from msgspec.structs import replace

from db.tx import Tx
from states.acts import AmendAct, CorrectAct, Entry, GiveAct, MoveAct, Source, TakeAct
from states.case import decode_case
from states.days import On
from states.errors import BadInput, NotFound, Refused
from states.facts import NO_FACTS, Facts, Proposal, given
from states.moves import ROWS
from states.order import in_order
from states.sharing import given_whole, told
from states.standing import standing, struck
from states.wanted import words
from states.words import Move, said
from workflow.desk import Desk
from workflow.engine import Moved, act_on, move_in
from workflow.merging import undo_in


def correct(
    desk: Desk, ref: int, why: str, *, entry: int = 0, replacement: tuple[Move, Facts, On | None] | None = None,
    expected: int | None = None,
) -> Moved:  # fmt: skip
    """Strikes the move that happened last (or entry `entry`), with a reason; repeated, it strikes the one before.

    A replacement takes the struck move's place. The first entry, which began the report, is replaced or the
    report withdrawn: it is never just struck.
    """
    if not why or not why.strip():
        raise BadInput(f"R{ref}: say why it is corrected (--why).")
    with desk.writing() as tx:
        gone = _to_strike(tx, ref, entry)
        if isinstance(gone.act, TakeAct | GiveAct):
            return _apart(desk, tx, ref, gone, why)
        if isinstance(gone.act, MoveAct) and gone.act.move == Move.DRAFT:
            raise Refused(
                f"R{ref}", "correct",
                (f"Entry {gone.number} began the report and is not struck; amend its facts, or withdraw it.",),
            )  # fmt: skip
        moved = act_on(desk, tx, ref, CorrectAct(gone.number, why), on=On(), expected=expected)
        if isinstance(gone.act, AmendAct):
            from workflow.choosing import ask_again

            ask_again(desk, tx, ref, gone)
        if replacement is None:
            return moved
        move, facts, on = replacement
        after = move_in(desk, tx, ref, move, facts, on=on or gone.on, why=why, replaces=gone.number)
        return replace(after, before=moved.before)


def _apart(desk: Desk, tx: Tx, ref: int, gone: Entry, why: str) -> Moved:
    """Strikes a merge or a split; of a merge, what papers said meanwhile goes to the report it is of."""
    from workflow.intake.parting import unmerged_by_hand

    moved = undo_in(desk, tx, ref, gone, why)
    if isinstance(gone.act, TakeAct) and gone.act.whole:
        unmerged_by_hand(desk, tx, ref, gone.act.from_, gone.number)
    elif isinstance(gone.act, GiveAct) and gone.act.whole:
        unmerged_by_hand(desk, tx, gone.act.to, ref, gone.number)
    return moved


def _to_strike(tx: Tx, ref: int, number: int) -> Entry:
    """The entry asked for, unless it is struck already; without a number the move that happened last."""
    entries = told(tx.entries(ref))
    if not entries:
        raise NotFound(f"There is no report R{ref}. List them with: matters reports")
    away = given_whole(entries)
    if away is not None and not number:
        raise Refused(f"R{ref}", "correct", (f"It was merged into R{away.to}; correct that one, or strike the merge.",))
    if number:
        gone = struck(entries)
        found = next((e for e in entries if e.number == number and e.number not in gone), None)
        if found is None:
            raise NotFound(f"R{ref} has no standing entry {number}. See: matters history R{ref}")
        return found
    moves = [event.entry for event in in_order(standing(entries)) if isinstance(event.entry.act, MoveAct)]
    if not moves:
        raise Refused(f"R{ref}", "correct", ("It is not on the record any more; nothing of it stands.",))
    return moves[-1]


def amend(
    desk: Desk, ref: int, facts: Facts = NO_FACTS, *, why: str | None, on: On | None = None, entry: int = 0,
    clears: tuple[str, ...] = (), expected: int | None = None, sources: tuple[Source, ...] = (),
) -> Moved:  # fmt: skip
    """Changes facts, or the day, of an older entry, or fills a gap: the latest move that knows these facts.

    Raises:
        BadInput: no reason is given, or nothing would change.
    """
    if not why or not why.strip():
        raise BadInput(f"R{ref}: say why it is amended (--why).")
    with desk.writing() as tx:
        names = [name for name in Facts.__struct_fields__ if given(facts, name)]
        if not sources and _says_so_already(to_amend(tx, ref, entry, [*names, *clears]), facts, names, on, clears):
            raise BadInput(f"R{ref}: it says so already; nothing would change, and nothing is entered.")
        return amend_in(desk, tx, ref, facts, why=why, on=on, entry=entry, clears=clears, expected=expected,
                        sources=sources)  # fmt: skip


def _says_so_already(entry: Entry, facts: Facts, names: list[str], on: On | None, clears: tuple[str, ...]) -> bool:
    """Whether an entry has just these facts and this day, and nothing of what would be struck out."""
    if not isinstance(entry.act, MoveAct):
        return on is not None and not names and not clears and on == entry.on
    known = entry.act.facts
    same = all(given(known, name) and getattr(known, name) == getattr(facts, name) for name in names)
    return same and not any(given(known, name) for name in clears) and on in (None, entry.on)


def amend_in(
    desk: Desk, tx: Tx, ref: int, facts: Facts = NO_FACTS, *, why: str | None, on: On | None = None, entry: int = 0,
    clears: tuple[str, ...] = (), expected: int | None = None, sources: tuple[Source, ...] = (),
) -> Moved:  # fmt: skip
    """The same within a transaction that does more."""
    names = [name for name in Facts.__struct_fields__ if given(facts, name)] + list(clears)
    amended = to_amend(tx, ref, entry, names)
    _known_and_needed(ref, amended, names, clears)
    if facts.recommendations and isinstance(amended.act, MoveAct):
        facts = replace(facts, recommendations=_as_numbered(tx, ref, amended, facts.recommendations))
    act = AmendAct(amended.number, facts, clears, on is not None, why, sources)
    return act_on(desk, tx, ref, act, on=on if on is not None else On(), expected=expected)


def to_amend(tx: Tx, ref: int, number: int, names: list[str]) -> Entry:
    """The entry that is meant: of that number, else the latest move that knows all these facts. NotFound else."""
    stand = [e for _, e in standing(told(tx.entries(ref)))]
    if not stand:
        raise NotFound(f"There is no report R{ref}. List them with: matters reports")
    if number:
        found = [e for e in stand if e.number == number]
    else:
        found = [e for e in stand if isinstance(e.act, MoveAct) and set(names) <= facts_of(Move(e.act.move))]
    if not found:
        asked = f"entry {number}" if number else f"move with {', '.join(names)}"
        raise NotFound(f"R{ref}: there is no {asked} that stands. See: matters history R{ref}")
    return found[-1]


def _as_numbered(tx: Tx, ref: int, amended: Entry, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Recommendations that replace those of an entry keep its numbers: those they name, else in their order.

    Further ones get new numbers.
    """
    row = tx.report(ref)
    made = decode_case(row.folded).recommendations if row else ()
    own = [r.number for r in made if r.entry == amended.number]
    named = [p.number for p in proposals if p.number in own]
    free = chain((number for number in own if number not in named) if not named else (),
                 count(max((r.number for r in made), default=0) + 1))  # fmt: skip
    return tuple(p if p.number in own else replace(p, number=next(free)) for p in proposals)


def _known_and_needed(ref: int, amended: Entry, names: list[str], clears: tuple[str, ...]) -> None:
    if not isinstance(amended.act, MoveAct):
        if names:
            raise BadInput(f"R{ref}: entry {amended.number} has no such facts; only its day can be amended.")
        return
    move = Move(amended.act.move)
    strange = [name for name in names if name not in facts_of(move)]
    if strange:
        known = ", ".join(sorted(facts_of(move)))
        raise BadInput(f"R{ref}: {said(move)} has no fact {', '.join(strange)}. It has: {known}.")
    needed = {name for need in ROWS[move].needs for name in need.split("|")} & set(clears)
    if needed:
        told = "; ".join(words(name) for name in sorted(needed))
        raise BadInput(f"R{ref}: what was entered with “{said(move)}” has to say {told}. Give another value instead.")


def facts_of(move: Move) -> set[str]:
    """The names of the facts a move knows, needed or asked."""
    row = ROWS[move]
    return ({name for need in row.needs for name in need.split("|")} | set(row.asks)) - {"on", "why"}
