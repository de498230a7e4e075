"""Killed at any instant: nothing that was confirmed is lost, nothing is there by half, and the store verifies."""

import random
import time

import pytest
from desks_at_work import at_work, begun, heard, killed, make_moves, whole

from db.store import open_store

LONGEST = 0.12
"""Seconds within which a process that makes moves is killed, at any instant of them."""


def kill(url: str, seed: int) -> int:
    """Starts a desk that makes moves, kills it at some instant, looks at what is there; how many were confirmed."""
    with at_work(make_moves, url, "ann", seed) as (process, connection):
        said = [connection.recv()]
        time.sleep(random.Random(seed).uniform(0, LONGEST))
        killed(process)
        said += heard(connection)
    with open_store(url, create=False) as store:
        with store.reading() as tx:
            known = dict(tx.run("SELECT entry, hash FROM journal").fetchall())
        lost = [entry for entry, seal in said if known.get(entry) != seal]
        assert lost == [], f"confirmed, and lost: {lost}"
        whole(store, said[-1][1])
    return len(said)


def kill_often(url: str, times: int) -> None:
    begun(url, reports=3)
    confirmed = sum(kill(url, 1000 + 7 * time_) for time_ in range(times))
    assert confirmed > times


def test_a_desk_that_is_killed_loses_nothing_confirmed_and_leaves_nothing_half_done(tmp_path):
    kill_often(str(tmp_path / "matters.db"), 8)


def test_a_desk_at_postgresql_that_is_killed_loses_nothing_confirmed_and_holds_nobody_up(postgres_url):
    kill_often(postgres_url, 4)


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_a_hundred_kills(tmp_path):
    kill_often(str(tmp_path / "matters.db"), 100)


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_forty_kills_of_a_desk_at_postgresql(postgres_url):
    kill_often(postgres_url, 40)


def test_the_others_work_on_while_one_is_killed(store_url):
    begun(store_url, reports=3)
    with at_work(make_moves, store_url, "bob", 3) as (_, bob):
        said = [bob.recv()]
        with at_work(make_moves, store_url, "ann", 0) as (process, ann):
            said += [ann.recv() for _ in range(3)]
            killed(process)
            said += heard(ann)
        while bob.poll():
            said.append(bob.recv())
        said += [bob.recv() for _ in range(5)]
    with open_store(store_url, create=False) as store:
        whole(store, said[-1][1])
        with store.reading() as tx:
            known = dict(tx.run("SELECT entry, hash FROM journal").fetchall())
    assert [entry for entry, seal in said if known.get(entry) != seal] == []


def test_a_desk_whose_idle_connections_the_server_ended_works_on(postgres_url):
    """The server was restarted over lunch, or a firewall dropped what was quiet."""
    from states.facts import Facts
    from states.words import Move
    from workflow.desk import Desk
    from workflow.engine import make_move

    begun(postgres_url)
    with open_store(postgres_url) as store, open_store(postgres_url) as other:
        with store.reading(), store.reading(), store.writing():
            pass  # three connections lie idle now
        with other.connection() as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        time.sleep(0.2)
        make_move(Desk(store, "ann"), 1, Move.DEFER, Facts(until_condition="lunch is over"), why="x")
        whole(store)


@pytest.mark.parametrize("at", ["BEGIN", "COMMIT"])
def test_a_connection_that_postgresql_ends_in_the_middle_leaves_nothing_and_the_desk_says_so(postgres_url, at):
    """The server restarts, or an administrator ends the session: a sentence, nothing changed, and it goes on after."""
    from states.errors import StoreUnreachable
    from states.facts import Facts
    from states.words import Move
    from workflow.desk import Desk
    from workflow.engine import make_move, move_in

    begun(postgres_url)
    with open_store(postgres_url) as store, open_store(postgres_url) as other:
        desk = Desk(store, "ann")

        def ended() -> None:
            with desk.writing() as tx:
                (pid,) = tx.run("SELECT pg_backend_pid()").fetchone()
                if at == "COMMIT":
                    move_in(desk, tx, 1, Move.WITHDRAW, why="x")
                with other.connection() as connection:
                    connection.execute("SELECT pg_terminate_backend(%(pid)s)", {"pid": pid})
                    time.sleep(0.2)
                if at == "BEGIN":
                    move_in(desk, tx, 1, Move.WITHDRAW, why="x")

        with pytest.raises(StoreUnreachable, match="does not answer"):
            ended()
        make_move(desk, 1, Move.DEFER, Facts(until_condition="the server is back"), why="x")
        whole(store)
