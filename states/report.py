"""The report machine: may a move be made, and what does it make of the case.

The library `transitions` holds the graph and takes the step; our table collects every sentence first, because the
library stops at the first guard that says no. One machine is shared by all reports.
"""

from datetime import date
from functools import cache

from msgspec.structs import replace
from transitions import Machine

from states import gaps, irregular
from states.acts import Entry, MoveAct
from states.case import Case, Reached
from states.days import On
from states.effects import EFFECTS
from states.facts import NO_FACTS, Facts, Reconsidered, Ruling
from states.follow_ups import suspend
from states.guards import answers_dated
from states.moves import ROWS, TABLE, Row
from states.rule_book import DateBook
from states.words import OPEN_STATES, Move, State, said

NOT_BEGUN = "not_begun"


class _Standing:
    """The plain object the machine moves: a word, and the facts its outcome may hang on."""

    __slots__ = ("facts", "state")

    def __init__(self, state: str, facts: Facts) -> None:
        self.state = state
        self.facts = facts


def _machine() -> Machine:
    steps: list[dict[str, object]] = []
    for row in TABLE:
        for source in sorted(row.sources) if row.move is not Move.DRAFT else [NOT_BEGUN]:
            standing = None if source == NOT_BEGUN else State(source)
            for outcome, turn in row.turns:
                steps.append(_step(row, source, turn or source, outcome))
            steps.append(_step(row, source, row.leads_to(standing, NO_FACTS), None))
    states = [NOT_BEGUN, *map(str, State)]
    return Machine(model=None, states=states, transitions=steps, initial=None, auto_transitions=False, send_event=True)


def _step(row: Row, source: str, dest: str, outcome: str | None) -> dict[str, object]:
    step: dict[str, object] = {"trigger": str(row.move), "source": str(source), "dest": str(dest)}
    if outcome is not None:
        step["conditions"] = lambda event: outcome in (event.model.facts.ruled, event.model.facts.reconsidered)
    return step


MACHINE = _machine()
"""The graph of the report, shared by all reports; it is never given a model to keep."""


def allowed(state: State | None, move: Move) -> bool:
    """Whether the table lets this move be made from this state."""
    return state is None if move is Move.DRAFT else state in ROWS[move].sources


def next_state(state: State | None, move: Move, facts: Facts) -> State:
    """The state the machine comes to. A move that stands out of its order leads where it says all the same."""
    if not allowed(state, move):
        return ROWS[move].leads_to(state, facts)
    return _step_taken(state, move, facts.ruled, facts.reconsidered)


@cache
def _step_taken(state: State | None, move: Move, ruled: Ruling | None, reconsidered: Reconsidered | None) -> State:
    """The machine's own step: the same from the same, so it is asked once for each."""
    standing = _Standing(str(state or NOT_BEGUN), Facts(ruled=ruled, reconsidered=reconsidered))
    MACHINE.events[str(move)].trigger(standing)
    return State(standing.state)


def in_the_way(case: Case, move: Move, day: date | None) -> tuple[str, ...]:
    """Every sentence why a move cannot be made now, whatever facts are given: the state first, then each guard."""
    row = ROWS[move]
    if not allowed(case.state, move):
        return (_wrong_state(case, row),)
    return tuple(sentence for guard in row.guards if (sentence := guard(case, day)))


def _wrong_state(case: Case, row: Row) -> str:
    if case.state is None:
        return "The report is not begun; draft it first."
    if row.move is Move.DRAFT:
        return "The report is begun already."
    if row.sources == OPEN_STATES:
        return f"The report is {said(case.state)}; reopen it first."
    states = [said(state) for state in State if state in row.sources]
    listed = states[0] if len(states) == 1 else f"{', '.join(states[:-1])} or {states[-1]}"
    return f"The report is {said(case.state)}; {said(row.move)} is possible once it is {listed}."


def missing(move: Move, facts: Facts, on: On, why: str | None) -> tuple[str, ...]:
    """The needs of a move that these facts leave open, each as the table names it."""
    return tuple(need for need, names in _needs(move) if not any(_has(name, facts, on, why) for name in names))


@cache
def _needs(move: Move) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((need, tuple(need.split("|"))) for need in ROWS[move].needs)


def _has(name: str, facts: Facts, on: On, why: str | None) -> bool:
    if name == "on":
        return on.last is not None
    value = why if name == "why" else getattr(facts, name)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not False and value is not None and value != ()


def wanting(entry: Entry, act: MoveAct) -> tuple[str, ...]:
    """The needs without which an entry is refused, each as the table names it.

    Who says that the day of a call-in is not known, or only its month, has said so of its receipt too.
    """
    return tuple(
        need
        for need in missing(Move(act.move), act.facts, entry.on, act.why)
        if need != "on"  # its check has a better sentence
        and not (act.papers and need in MAY_BE_SILENT)
        and not (need == "received_on" and entry.on.exact is None)
    )


MAY_BE_SILENT = frozenset({
    "scrutiny_body", "maker", "maker_kind", "decided", "received_on", "callers", "grounds", "ruled", "ruled_by",
    "until_meeting|until_day",
})  # fmt: skip
"""What is asked for at a desk and papers may leave out: that it happened is proved all the same, and this is a gap."""

AT_A_DESK = frozenset({answers_dated})
"""The checks that papers need not pass, for the same reason."""


def refusals(case: Case, entry: Entry, act: MoveAct) -> tuple[str, ...]:
    """Every sentence why this entry cannot be made on this case; empty: it can."""
    move, row = Move(act.move), ROWS[Move(act.move)]
    reasons = list(in_the_way(case, move, entry.on.last or entry.entered_on))
    if missed := wanting(entry, act):
        from states.wanted import sentence as wanted

        reasons.append(wanted(move, missed))
    if act.papers and move is Move.LIST:
        return tuple(reasons)  # an agenda proves that it was listed, whatever became of the meeting
    checks = [check for check in row.checks if not (act.papers and check in AT_A_DESK)]
    reasons += [sentence for check in checks if (sentence := check(case, act.facts, entry.on))]
    return tuple(reasons)


def take(case: Case, entry: Entry, act: MoveAct, day: date, book: DateBook, reasons: tuple[str, ...]) -> Case:
    """The case after the move. `reasons` are those for which it should not have come here: an irregularity."""
    move = Move(act.move)
    state = next_state(case.state, move, act.facts)
    odd = irregular.of_move(case, entry, act, book)
    if reasons:
        odd = (*odd, irregular.out_of_order(entry, reasons, act.why))
    unknown = gaps.of_move(case, entry, act)
    before = case.state
    case = EFFECTS[move](case, entry, act, day, book)
    case = replace(
        case,
        state=state,
        gaps=(*gaps.closed(case), *unknown),
        irregularities=(*case.irregularities, *odd) if odd else case.irregularities,
        reached=(*case.reached, Reached(entry.number, move, state, entry.on, day)),
        sources=(*case.sources, *((entry.number, s) for s in act.sources)) if act.sources else case.sources,
    )
    if State.CALLED_IN in (before, state):
        case = suspend(case, state is State.CALLED_IN)
    return case
