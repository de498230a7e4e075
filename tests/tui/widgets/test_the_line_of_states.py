"""The line of states fits into any width, on one line, and shows wherever a report has been."""

from itertools import combinations

import pytest

from states.words import State
from tui.widgets.track import JOURNEY, line_of_states
from workflow.views.records import Happened

PAST = (*JOURNEY, State.CALLED_IN, State.CLOSED, State.WITHDRAWN)


class Standing:
    """A report that has been in some states, the last of them the one it is in."""

    def __init__(self, *states: State, on: str | None = "2017-03-07") -> None:
        self.shown = self
        self.state = states[-1]
        self.track = [Happened("move", state, on) for state in states]


@pytest.mark.parametrize("on", ["2017-11-27", "November 2016", "2016 or 2017", None])
def test_wherever_it_has_been_the_line_fits_whatever_the_width(on):
    for many in (3, 6, 7, 8, 9):
        for states in combinations(PAST, many):
            for width in (36, 44, 58, 78, 98, 118, 198):
                upper, lower = line_of_states(Standing(*states, on=on), width)
                assert upper.cell_length <= width
                assert lower.cell_length <= width
                assert "\n" not in upper.plain + lower.plain


def test_at_eighty_columns_every_state_of_a_call_in_that_is_closed_has_its_name():
    upper, lower = line_of_states(Standing(*JOURNEY, State.CALLED_IN, State.CLOSED), 78)
    for name in ("drafted", "consult", "scrutin", "recomm", "decided", "called in", "updated", "◉closed"):
        assert name in upper.plain
    assert lower.plain.count("Mar 17") == 8


def test_a_decision_that_stands_after_its_call_in_stands_behind_it():
    upper, lower = line_of_states(Standing(*JOURNEY[:5], State.CALLED_IN, State.CABINET_DECIDED), 118)
    line = upper.plain
    assert line.index("decided") < line.index("● called in") < line.index("◉") < line.rindex("decided")
    assert line.count("◉") == 1
    assert lower.plain.count("Mar") == 7


def test_updated_is_the_day_the_body_heard_of_it_not_that_of_the_sign_off():
    standing = Standing(*JOURNEY)
    standing.track[-1] = Happened("update", State.UPDATED, "2018-06-01")
    standing.track.append(Happened("sign_off", State.UPDATED, "2018-07-05"))
    _, lower = line_of_states(standing, 118)
    assert "1 Jun 2018" in lower.plain
    assert "5 Jul 2018" not in lower.plain


@pytest.mark.parametrize("state", [State.CLOSED, State.WITHDRAWN])
def test_what_was_closed_or_withdrawn_and_taken_up_again_shows_both(state):
    upper, _ = line_of_states(Standing(State.DRAFTED, state, State.UPDATED), 118)
    assert f"● {state}" in upper.plain
    assert "◉ updated" in upper.plain


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("1 Oct 2023 to 15 Jan 2024", "2023–24"),
        ("28 Nov 2019 to 30 Dec 2019", "2019"),
        ("November 2016", "Nov 16"),
        ("2017-03-07", "7 Mar 17"),
        (None, "?"),
    ],
)
def test_a_day_that_is_not_exact_says_as_much_as_is_known(on, shown):
    _, lower = line_of_states(Standing(*JOURNEY, on=on), 78)
    assert shown in lower.plain
    assert "…" not in lower.plain
