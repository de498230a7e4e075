"""Workers that are killed at any instant, or work beside each other: no reminder is lost, and none goes twice."""

import random
import time

import pytest
from desks_at_work import at_work, killed
from workers_at_work import everything_went_once, owing, shares, sweeps


def kill_sweeps(url: str, mail_server, *, many: int, kills: int, seed: int = 1) -> None:
    """Kills sweeps at random instants, then lets one come to its end.

    The mail server takes its time over each letter, so that however fast the machine is there is work for the most.
    """
    owing(url, many)
    chance, in_the_midst = random.Random(seed), 0
    mail_server.meets("end", 0.01)
    for _ in range(kills):
        with at_work(sweeps, url, mail_server.port) as (process, pipe):
            assert pipe.recv() == "begun"
            time.sleep(chance.uniform(0, 0.15))
            in_the_midst += killed(process)
    assert in_the_midst > kills / 2
    mail_server.recovers()
    with at_work(sweeps, url, mail_server.port) as (_, pipe):
        assert pipe.recv() == "begun"
        assert set(pipe.recv()) <= {"sent"}
    everything_went_once(url, mail_server.taken, many, kills)


def test_sweeps_that_are_killed_lose_no_reminder_and_send_none_twice(tmp_path, mail_server):
    kill_sweeps(str(tmp_path / "matters.db"), mail_server, many=60, kills=6)


@pytest.mark.heavy
@pytest.mark.timeout(900)
def test_two_hundred_kills(tmp_path, mail_server):
    kill_sweeps(str(tmp_path / "matters.db"), mail_server, many=1500, kills=200)


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_sixty_kills_at_postgresql(postgres_url, mail_server):
    kill_sweeps(postgres_url, mail_server, many=600, kills=60)


def test_three_workers_at_once_send_each_letter_once(store_url, mail_server):
    owing(store_url, 30)
    mail_server.meets("end", 0.005)
    with (
        at_work(sweeps, store_url, mail_server.port) as (_, ann),
        at_work(sweeps, store_url, mail_server.port) as (_, bob),
        at_work(sweeps, store_url, mail_server.port) as (_, cyd),
    ):
        assert {pipe.recv() for pipe in (ann, bob, cyd)} == {"begun"}
        went = [*ann.recv(), *bob.recv(), *cyd.recv()]
    assert went.count("sent") == 30
    everything_went_once(store_url, mail_server.taken, 30, 0)


@pytest.mark.timeout(180)
def test_one_of_three_machines_that_share_the_work_is_killed_and_nothing_is_lost_or_doubled(postgres_url, mail_server):
    many = 120
    owing(postgres_url, many)
    mail_server.meets("end", 0.02)
    with (
        at_work(shares, postgres_url, mail_server.port, 2.0) as (ann, _),
        at_work(shares, postgres_url, mail_server.port, 2.0) as (_, _),
        at_work(shares, postgres_url, mail_server.port, 2.0) as (_, _),
    ):
        _until(lambda: len(mail_server.taken) >= 15)
        killed(ann)
        _until(lambda: len({one.message["Message-ID"] for one in mail_server.taken}) == many)
        _until(lambda: _all_sent(postgres_url, many))
    everything_went_once(postgres_url, mail_server.taken, many, 1)


@pytest.mark.timeout(180)
def test_a_night_that_was_missed_while_no_machine_ran_is_made_up_for_by_one_of_them(postgres_url, mail_server):
    owing(postgres_url, 1)
    with (
        at_work(shares, postgres_url, mail_server.port, 2.0) as (_, _),
        at_work(shares, postgres_url, mail_server.port, 2.0) as (_, _),
    ):
        _until(lambda: [ended for ended, _ in _nights(postgres_url) if ended])
        _until(lambda: _all_sent(postgres_url, 1))
    ((ended, trouble),) = _nights(postgres_url)
    assert ended
    assert trouble is None


def _nights(url: str) -> list[tuple[str | None, str | None]]:
    from db.store import open_store

    with open_store(url, create=False) as store, store.reading() as tx:
        return tx.run("SELECT ended, trouble FROM sweep WHERE how = 'night'").fetchall()


def _all_sent(url: str, many: int) -> bool:
    from db.store import open_store

    with open_store(url, create=False) as store, store.reading() as tx:
        return tx.run("SELECT count(*) FROM message WHERE status = 'sent'").fetchone()[0] == many


def _until(so, seconds: float = 120) -> None:
    """Waits until it is so; a test that waits too long says what it waited for."""
    ends = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < ends, "it never came to that"
        time.sleep(0.05)
