"""Several people at once, each in a process of their own: one succeeds, the others are told who did what."""

from contextlib import ExitStack

import pytest
from desks_at_work import at_work, begun, contend, heard, make_moves, race, whole

from db.store import open_store
from states.acts import MoveAct


def raced(url: str, version: int) -> list[tuple]:
    """Two processes that move report 1 at the same moment, as each saw it at that version."""
    with ExitStack() as stack:
        desks = [stack.enter_context(at_work(race, url, who, version)) for who in ("ann", "bob")]
        assert [connection.recv() for _, connection in desks] == ["ready", "ready"]
        for _, connection in desks:
            connection.send("go")
        return [connection.recv() for _, connection in desks]


def test_of_two_who_move_one_report_one_succeeds_and_the_other_is_told_who_and_what(store_url):
    begun(store_url)
    for version in range(2, 7):
        answers = raced(store_url, version)
        assert sorted(answer[0] for answer in answers) == ["conflict", "moved"], answers
        lost = next(answer for answer in answers if answer[0] == "conflict")
        won = "ann" if answers[0][0] == "moved" else "bob"
        assert lost == ("conflict", "R1", won, "entered the move “defer”")
    with open_store(store_url) as store:
        whole(store)
        with store.reading() as tx:
            assert tx.report(1).version == 7


@pytest.mark.parametrize("times", [12, pytest.param(150, marks=[pytest.mark.heavy, pytest.mark.timeout(300)])])
def test_every_try_of_four_writers_on_one_row_succeeds_or_is_told_and_history_equals_the_successes(store_url, times):
    begun(store_url)
    people = ("ann", "bob", "cem", "dee")
    with ExitStack() as stack:
        desks = [stack.enter_context(at_work(contend, store_url, who, times)) for who in people]
        assert [connection.recv() for _, connection in desks] == ["ready"] * 4
        for _, connection in desks:
            connection.send("go")
        tries = [said for _, connection in desks for said in heard(connection)]
    assert len(tries) == 4 * times
    assert [said for said in tries if said[0] == "error"] == []
    assert all(said[2] in people and said[2] != said[1] for said in tries if said[0] == "conflict"), tries
    moved = sorted((entry, who) for what, who, entry in tries if what == "moved")
    assert moved
    with open_store(store_url) as store:
        whole(store)
        with store.reading() as tx:
            entries = tx.entries(1)
            told = [(e.number, e.who) for e in entries if isinstance(e.act, MoveAct) and e.act.move == "defer"]
            assert told == moved
            assert tx.report(1).version == 2 + len(moved)
            instants = [e.at for e in entries]
            assert instants == sorted(set(instants))


def test_desks_that_work_on_different_things_at_once_make_one_chain(store_url):
    begun(store_url, reports=3)
    with ExitStack() as stack:
        desks = [
            stack.enter_context(at_work(make_moves, store_url, who, seed)) for who, seed in (("ann", 0), ("bob", 7))
        ]
        seals = [connection.recv() for _ in range(15) for _, connection in desks]
    with open_store(store_url) as store:
        whole(store, seals[-1][1])
        with store.reading() as tx:
            known = dict(tx.run("SELECT entry, hash FROM journal").fetchall())
            who = {name for (name,) in tx.run("SELECT DISTINCT who FROM journal").fetchall()}
    assert all(known[entry] == seal for entry, seal in seals)
    assert {"ann", "bob"} <= who
