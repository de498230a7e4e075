"""The machine as a graph: no state out of reach, no trap, no clock that cannot stop, no word in the table untrue."""

from collections import defaultdict
from datetime import date

import pytest
from making import BOARD, CABINET, COUNCIL, HOSPITAL, SCRUTINY, Desk, asked, facts_for, said_yes, scheduled, sitting

from states.clocks import RULES
from states.facts import Facts as AllFacts
from states.facts import Progress, Proposal, Reconsidered, Released, Signed
from states.gaps import ASKS
from states.irregular import IRREGULAR
from states.moves import ROWS, TABLE
from states.report import MACHINE, NOT_BEGUN
from states.words import OPEN_STATES, Clock, Ended, Implementation, Move, SignOff, State

NEVER_OWED = {Clock.GENERAL_EXCEPTION}
"""Only checked against; nobody owes it."""


def steps() -> dict[str, set[str]]:
    """From each state, where one move leads."""
    found: dict[str, set[str]] = defaultdict(set)
    for move in Move:
        for step in MACHINE.get_transitions(str(move)):
            found[step.source].add(step.dest)
    return found


def reachable(start: str) -> set[str]:
    """Every state a report can come to from here."""
    seen, pending = {start}, [start]
    while pending:
        for state in steps()[pending.pop()] - seen:
            seen.add(state)
            pending.append(state)
    return seen


def test_every_state_is_reached_from_a_report_not_begun() -> None:
    assert reachable(NOT_BEGUN) == {NOT_BEGUN, *map(str, State)}


@pytest.mark.parametrize("state", sorted(OPEN_STATES))
def test_no_open_state_is_a_trap(state) -> None:
    assert steps()[state] - {state}
    assert {"closed", "withdrawn"} <= reachable(state)


@pytest.mark.parametrize("state", ["closed", "withdrawn"])
def test_what_is_closed_or_withdrawn_is_left_only_by_reopening(state) -> None:
    ways = {move for move in Move if MACHINE.get_transitions(str(move), state)}
    assert ways == {Move.REOPEN}
    assert steps()[state] == {"updated"}


def test_every_fact_the_table_names_is_a_fact() -> None:
    facts = {*AllFacts.__struct_fields__, "on", "why"}
    for row in TABLE:
        named = {name for need in row.needs for name in need.split("|")} | set(row.asks)
        assert named <= facts, row.move


def test_every_fact_is_asked_by_some_move_or_needed_by_one() -> None:
    named = {name for row in TABLE for need in (*row.needs, *row.asks) for name in need.split("|")}
    assert set(AllFacts.__struct_fields__) - named == set()


def test_what_leaves_a_gap_is_asked_in_the_table() -> None:
    for move, asks in ASKS.items():
        row = ROWS[move]
        needed = {name for need in row.needs for name in need.split("|")}
        assert {ask.name for ask in asks} <= {*row.asks, *needed}, move
        assert len({ask.name for ask in asks}) == len(asks)


def test_the_reason_of_an_irregularity_is_a_fact_of_its_move() -> None:
    for move, checks in IRREGULAR.items():
        assert {reason for _, _, reason in checks} <= {"why", *ROWS[move].asks}
        assert len({name for name, _, _ in checks}) == len(checks)


def test_every_clock_that_starts_can_stop() -> None:
    starts = {clock for row in TABLE for clock in row.starts}
    stops = {clock for row in TABLE for clock in row.stops}
    assert starts == stops - {Clock.PROMISE}
    assert starts | NEVER_OWED == set(RULES)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row.move))
def test_a_clock_that_a_move_starts_can_be_stopped_from_where_it_leads(row) -> None:
    for source in row.sources or {None}:
        after = reachable(str(row.leads_to(source, AllFacts())))
        for clock in row.starts:
            enders = [r for r in TABLE if clock in r.stops and {str(s) for s in r.sources} & after]
            assert enders, f"{row.move} starts {clock} and nothing after it can stop it"


# What the table says of clocks is compared with what moves do, in these histories.

DAY = date(2017, 3, 6)


def _listed(desk: Desk, *, scrutiny: bool = True) -> None:
    if scrutiny:
        desk.make("list", date(2017, 1, 5), meeting=scheduled(SCRUTINY, DAY))
    desk.make("list", date(2017, 1, 6), meeting=scheduled(CABINET, date(2017, 3, 20)))


def _drafted() -> Desk:
    desk = Desk()
    desk.make("draft", date(2017, 1, 4), title="Hubs", scrutiny_body=SCRUTINY, key=True, exempt=True,
              consultation_closes=date(2017, 2, 1))  # fmt: skip
    _listed(desk)
    return desk


def _scrutinised() -> Desk:
    desk = _drafted()
    desk.make("consult", date(2017, 2, 1), consultation_closes=date(2017, 2, 1))
    desk.make("scrutinise", DAY, meeting=sitting(SCRUTINY, DAY))
    return desk


def _recommended() -> Desk:
    desk = _scrutinised()
    both = (*asked("One."), Proposal("Two.", SCRUTINY, HOSPITAL, 2), *asked("Three.", start=3))
    desk.make("recommend", date(2017, 3, 7), recommendations=both)
    return desk


def _decided(*, published: bool = False) -> Desk:
    desk = _recommended()
    desk.make("respond", date(2017, 3, 20), responses=said_yes(1))
    facts = facts_for(Move.DECIDE, DAY) | ({"published_on": date(2017, 3, 20)} if published else {})
    desk.make("decide", date(2017, 3, 20), **facts)
    return desk


def _called_in() -> Desk:
    desk = _decided(published=True)
    desk.make("respond", date(2017, 3, 21), responses=said_yes(2))
    desk.make("call_in", date(2017, 3, 22), **facts_for(Move.CALL_IN, date(2017, 3, 22)))
    desk.make("list", date(2017, 3, 23), meeting=scheduled(SCRUTINY, date(2017, 3, 31)))
    return desk


def _straight(desk: Desk) -> Desk:
    desk.make("withdraw", date(2017, 6, 1), "no longer wanted")
    return desk


def _noted_with_all_open() -> Desk:
    desk = _drafted()
    desk.make("list", date(2017, 1, 7), meeting=scheduled(BOARD, date(2017, 4, 3)))
    desk.make("scrutinise", DAY, meeting=sitting(SCRUTINY, DAY))
    desk.make("noted", DAY)
    return desk


def _heard_again() -> Desk:
    desk = _scrutinised()
    desk.make("hear_again", DAY, until_months=6)
    return desk


def _back_and_released() -> Desk:
    desk = _called_in()
    desk.make("refer_back", date(2017, 3, 31), referred_by="the committee", asked="Why?")
    desk.make("list", date(2017, 4, 1), meeting=scheduled(SCRUTINY, date(2017, 4, 10)))
    desk.make("release", date(2017, 4, 10), released_by="the committee", release_outcome=Released.OVERTAKEN)
    return desk


def _let_go() -> Desk:
    desk = _called_in()
    desk.make("release", date(2017, 3, 31), released_by="the committee", release_outcome=Released.NO_COMMENT)
    return desk


def _to_council_and_rescinded() -> Desk:
    desk = _called_in()
    desk.make("refer_to_council", date(2017, 3, 31), until_meeting=scheduled(COUNCIL, date(2017, 5, 5)))
    desk.make("refer_back", date(2017, 4, 1), referred_by="Council", asked="Why?")
    desk.make("list", date(2017, 4, 2), meeting=scheduled(CABINET, date(2017, 4, 4)))
    desk.make("list", date(2017, 4, 2), meeting=scheduled(SCRUTINY, date(2017, 6, 4)))
    desk.make("reconsider", date(2017, 4, 4), reconsidered=Reconsidered.RESCINDED)
    return desk


def _council_let_go() -> Desk:
    desk = _called_in()
    desk.make("refer_to_council", date(2017, 3, 31), until_meeting=scheduled(COUNCIL, date(2017, 5, 5)))
    desk.make("release", date(2017, 5, 5), released_by="Council", release_outcome=Released.COMMENTS)
    return desk


def _rescinded_with_all_open() -> Desk:
    desk = _drafted()
    desk.make("decide", date(2017, 3, 20), **facts_for(Move.DECIDE, DAY))
    desk.make("call_in", date(2017, 3, 22), **facts_for(Move.CALL_IN, date(2017, 3, 22)))
    desk.make("list", date(2017, 3, 23), meeting=scheduled(CABINET, date(2017, 8, 31)))
    desk.make("reconsider", date(2017, 4, 4), reconsidered=Reconsidered.RESCINDED)
    return desk


def _answered_late() -> Desk:
    desk = _recommended()
    desk.make("decide", date(2017, 3, 20), **facts_for(Move.DECIDE, DAY))
    desk.make("respond", date(2017, 3, 20), responses=said_yes(1))
    return desk


def _referred_back() -> Desk:
    desk = _called_in()
    desk.make("refer_back", date(2017, 3, 31), referred_by="the committee", asked="Why?")
    return desk


def _reported_complete() -> Desk:
    desk = _decided()
    meeting = sitting(SCRUTINY, date(2017, 6, 5))
    desk.make("update", date(2017, 6, 5), meeting=meeting, progress=(Progress(1, Implementation.COMPLETE),))
    return desk


def _to_the_end() -> Desk:
    desk = _decided()
    desk.make("publish", date(2017, 3, 22))
    desk.does("add", on=date(2017, 3, 23), quote="will report on libraries", recommendation=1)
    desk.make("list", date(2017, 3, 24), meeting=scheduled(SCRUTINY, date(2017, 6, 5)))
    desk.make("update", date(2017, 6, 5), meeting=sitting(SCRUTINY, date(2017, 6, 5)))
    desk.make("list", date(2017, 6, 6), meeting=scheduled(SCRUTINY, date(2017, 9, 4)))
    desk.make("sign_off", date(2017, 9, 4), meeting=sitting(SCRUTINY, date(2017, 9, 4)),
              signs=tuple(Signed(n, SignOff.DISCHARGED) for n in (1, 2, 3)))  # fmt: skip
    desk.make("close", date(2017, 9, 5))
    desk.make("reopen", date(2018, 1, 8), "asked again", until_months=3)
    return desk


HISTORIES = [
    lambda: _straight(_drafted()), lambda: _straight(_decided()), lambda: _straight(_to_the_end()),
    lambda: _straight(_called_in()), lambda: _straight(_decided(published=True)), _noted_with_all_open, _heard_again,
    _back_and_released, _let_go, _answered_late,
    lambda: _straight(_referred_back()), _to_council_and_rescinded, _council_let_go, _rescinded_with_all_open,
    _to_the_end, _reported_complete,
]  # fmt: skip


@pytest.fixture(scope="module")
def seen() -> tuple[dict[str, set[Clock]], dict[str, set[Clock]]]:
    """Which clocks each move was seen to start, and to stop."""
    started, stopped = defaultdict(set), defaultdict(set)
    for history in HISTORIES:
        desk = history()
        moves = {reached.entry: reached.move for reached in desk.case.reached}
        for owed in desk.case.follow_ups:
            if owed.entry in moves:
                started[moves[owed.entry]].add(owed.clock)
            if owed.ended:
                stopped[moves[owed.ended_entry]].add(owed.clock)
    return started, stopped


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row.move))
def test_a_move_starts_exactly_the_clocks_its_row_says(row, seen) -> None:
    assert seen[0][str(row.move)] == set(row.starts)


UNSEEN = {Move.RECONSIDER: {Clock.CALL_IN_WINDOW, Clock.AWAITING_PUBLICATION}}
"""The call-in itself has stopped both; the row names all that is the report's own."""


@pytest.mark.parametrize("row", TABLE, ids=lambda row: str(row.move))
def test_a_move_stops_exactly_the_clocks_its_row_says(row, seen) -> None:
    told = {*row.stops, *(clock for _, clocks in row.ends for clock in clocks)}
    assert seen[1][str(row.move)] <= told
    assert told - seen[1][str(row.move)] <= UNSEEN.get(row.move, set())


def test_a_window_lapses_when_the_report_is_closed() -> None:
    desk = _to_the_end()
    window = next(f for f in desk.case.follow_ups if f.clock is Clock.CALL_IN_WINDOW)
    assert (window.ended, window.due) == (Ended.LAPSED, date(2017, 3, 29))
