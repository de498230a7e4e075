"""Every state × every move. The expected table below was typed from the design, row by row, not from the code."""

from datetime import date

import pytest
from making import at, facts_for

from states.facts import NO_FACTS, Facts, Reconsidered, Ruling
from states.report import MACHINE, NOT_BEGUN, allowed, in_the_way, next_state
from states.words import Move, State, said

DAY = date(2017, 4, 3)
SAME = "same"
OPEN = "drafted consulted scrutinised recommended cabinet_decided called_in updated"
THE_DESIGN = {
    "draft": ("not_begun", "drafted"),
    "list": (OPEN, SAME),
    "consult": ("drafted scrutinised", "consulted"),
    "scrutinise": ("drafted consulted scrutinised", "scrutinised"),
    "noted": ("scrutinised", "closed"),
    "hear_again": ("scrutinised", "updated"),
    "recommend": ("scrutinised recommended cabinet_decided updated", {"scrutinised": "recommended"}),
    "respond": ("recommended called_in cabinet_decided updated", SAME),
    "defer": (OPEN, SAME),
    "decide": ("drafted consulted scrutinised recommended updated", "cabinet_decided"),
    "publish": ("cabinet_decided", SAME),
    "call_in": ("cabinet_decided", "called_in"),
    "refer_back": ("called_in", SAME),
    "refer_to_council": ("called_in", SAME),
    "reconsider": ("called_in", SAME),
    "release": ("called_in", "cabinet_decided"),
    "update": ("recommended cabinet_decided updated", "updated"),
    "sign_off": ("recommended cabinet_decided updated", SAME),
    "close": ("cabinet_decided updated", "closed"),
    "reopen": ("closed withdrawn", "updated"),
    "withdraw": (OPEN, "withdrawn"),
}
EVERYWHERE = [None, *State]
CELLS = [(state, move) for state in EVERYWHERE for move in Move]


def target(state, move):
    """Where the design says this leads; None: nowhere, it is refused."""
    sources, to = THE_DESIGN[move]
    name = "not_begun" if state is None else str(state)
    if name not in sources.split():
        return None
    if isinstance(to, dict):
        to = to.get(name, SAME)
    return state if to == SAME else State(to)


@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda s: str(s or "not begun"))
@pytest.mark.parametrize("move", Move)
def test_the_machine_goes_where_the_design_says_and_nowhere_else(state, move) -> None:
    expected = target(state, move)
    assert allowed(state, move) == (expected is not None)
    triggers = {t.dest for t in MACHINE.get_transitions(str(move), str(state or NOT_BEGUN))}
    assert bool(triggers) == (expected is not None)
    if expected is not None:
        assert next_state(state, move, NO_FACTS) == expected


@pytest.mark.parametrize(("state", "move"), [c for c in CELLS if target(*c) is not None], ids=str)
def test_a_move_the_table_allows_is_made(state, move) -> None:
    desk = at(state)
    facts = facts_for(move, DAY)
    sentences = desk.refused(move, DAY, "as agreed", **facts)
    if move in (Move.CLOSE, Move.NOTED, Move.RESPOND, Move.SIGN_OFF) or (state, move) == (
        State.CALLED_IN,
        Move.CALL_IN,
    ):
        assert not any("is possible once" in sentence for sentence in sentences)
        if sentences:
            return  # what the report holds is in the way, not where it stands: see test_guards
    assert sentences == ()
    assert desk.make(move, DAY, "as agreed", **facts).state == (target(state, move) if move != Move.RECONSIDER else
                                                               State.CABINET_DECIDED)  # fmt: skip


@pytest.mark.parametrize(("state", "move"), [c for c in CELLS if target(*c) is None], ids=str)
def test_a_move_the_table_does_not_allow_is_refused_with_its_sentence(state, move) -> None:
    desk = at(state)
    first, *_ = desk.refused(move, DAY, "as agreed", **facts_for(move, DAY))
    sources = [State(name) for name in THE_DESIGN[move][0].split() if name != "not_begun"]
    assert first == in_the_way(desk.case, move, DAY)[0]
    if state is None:
        assert first == "The report is not begun; draft it first."
    elif move is Move.DRAFT:
        assert first == "The report is begun already."
    elif len(sources) == 7:
        assert first == f"The report is {said(state)}; reopen it first."
    else:
        assert first.startswith(f"The report is {said(state)}; {said(move)} is possible once it is ")
        assert all(said(source) in first.partition("possible once it is")[2] for source in sources)


def test_the_sentence_lists_the_states_as_people_say_them() -> None:
    assert in_the_way(at(State.DRAFTED).case, Move.UPDATE, DAY) == (
        "The report is drafted; update is possible once it is recommended, Cabinet decided or updated.",
    )
    assert in_the_way(at(State.RECOMMENDED).case, Move.CALL_IN, DAY) == (
        "The report is recommended; call in is possible once it is Cabinet decided.",
    )
    assert in_the_way(at(State.CLOSED).case, Move.LIST, DAY) == ("The report is closed; reopen it first.",)


@pytest.mark.parametrize(
    ("outcome", "to"),
    [
        (Reconsidered.TO_COUNCIL, State.CALLED_IN),
        (Reconsidered.CONFIRMED, State.CABINET_DECIDED),
        (Reconsidered.AMENDED, State.CABINET_DECIDED),
        (Reconsidered.RESCINDED, State.WITHDRAWN),
    ],
)
def test_thinking_again_ends_where_its_outcome_says(outcome, to) -> None:
    assert next_state(State.CALLED_IN, Move.RECONSIDER, Facts(reconsidered=outcome)) == to
    assert at(State.CALLED_IN).make("reconsider", DAY, reconsidered=outcome, decided="Half of it.").state == to


@pytest.mark.parametrize(("ruled", "to"), [(Ruling.VALID, State.CALLED_IN), (Ruling.INVALID, State.CABINET_DECIDED)])
def test_a_call_in_changes_the_state_only_when_it_is_ruled_valid(ruled, to) -> None:
    assert next_state(State.CABINET_DECIDED, Move.CALL_IN, Facts(ruled=ruled)) == to


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", EVERYWHERE, ids=lambda s: str(s or "not begun"))
def test_a_move_that_stands_out_of_order_still_leads_somewhere(state, move) -> None:
    assert next_state(state, move, NO_FACTS) in set(State)


def test_the_design_and_the_code_name_the_same_moves_and_states() -> None:
    assert list(THE_DESIGN) == [str(move) for move in Move]
    assert set(MACHINE.states) == {NOT_BEGUN, *map(str, State)}
