"""A form asks what its move needs and what may leave a gap, in people's words, and nothing that does not apply."""

from itertools import product

import pytest
from making import at
from msgspec.structs import replace

from states.facts import NO_FACTS
from states.gaps import ASKS
from states.moves import ROWS
from states.report import allowed
from states.words import Move, State
from workflow.views.fields import FOLLOWS, GROUPS, fields


def asked(move: Move, case) -> list[str]:
    return [f.name for f in fields(move, case)]


@pytest.mark.parametrize(("state", "move"), [(s, m) for s, m in product(State, Move) if allowed(s, m)])
def test_whatever_would_leave_a_gap_can_be_told_in_the_form(state, move):
    case = at(state).case
    gaps = {ask.name for ask in ASKS.get(move, ()) if ask.when is None or ask.when(case, NO_FACTS)}
    assert gaps <= set(asked(move, case))


@pytest.mark.parametrize("move", list(Move))
def test_what_follows_from_a_line_stands_after_it_in_the_same_form(move):
    names = asked(move, at(None if move is Move.DRAFT else State.DRAFTED).case)
    for name in names:
        other = FOLLOWS.get((move, name), ("",))[0]
        if other in names:
            assert names.index(other) < names.index(name)


@pytest.mark.parametrize("move", list(Move))
def test_every_line_has_words_and_no_name_of_the_code(move):
    for field in fields(move, at(State.DRAFTED).case):
        assert "_" not in field.label + field.empty
        assert field.kind in GROUPS or "_" not in field.says


def test_why_scrutiny_did_not_come_first_is_asked_only_where_it_did_not():
    assert "why_not_scrutinised" in asked(Move.DECIDE, at(State.CONSULTED).case)
    assert "why_not_scrutinised" not in asked(Move.DECIDE, at(State.RECOMMENDED).case)


def test_whether_it_is_a_key_decision_and_its_notices_are_asked_as_long_as_they_may_matter():
    unknown = at(State.SCRUTINISED).case
    assert {"key", "key_notice_given_on"} <= set(asked(Move.DECIDE, unknown))
    assert not {"key", "key_notice_given_on"} & set(asked(Move.DECIDE, replace(unknown, key=False)))
    assert "key_notice_given_on" in asked(Move.DECIDE, replace(unknown, key=True))


@pytest.mark.parametrize("move", [Move.RESPOND, Move.SIGN_OFF, Move.UPDATE])
def test_the_lines_for_each_recommendation_come_after_those_that_go_for_all(move):
    kinds = [(f.kind in GROUPS, bool(f.need)) for f in fields(move, at(State.RECOMMENDED).case)]
    needed = [group for group, need in kinds if need]
    assert needed == sorted(needed)
    assert ROWS[move].needs
