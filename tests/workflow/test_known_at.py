"""What a desk knew at an instant it can be asked for ever after, to the row and to the answer, whatever came later.

Whole lives are drawn at random and photographed after every step: moves, corrections, amendments, what is done to
follow-ups, meetings that move, bodies that are renamed, rules that change, links, what is settled.
"""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lives import STEPS, Life
from photographs import Photograph, answers_of, differing, rows_of

from db.replay import replay, rule_book
from db.store import Store, open_store
from db.verify import verify
from states.case import decode_case
from states.fold import fold
from workflow.views.look import looking

AGAIN = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def whole_fold_agrees(life: Life) -> None:
    """What the engine added to each case step by step is what all its entries add up to."""
    with life.desk.reading() as tx:
        rules = rule_book(tx)
        for ref in range(1, tx.next_ref("report")):
            assert decode_case(tx.report(ref).folded) == fold(tx.entries(ref), rules).case, (ref, life.done)


def lived(store: Store, steps: list[tuple[int, int, int]], every: int = 1) -> tuple[Life, list[Photograph]]:
    """A life of these steps, photographed after every so many of them."""
    life = Life(store)
    photographs = [life.photograph()]
    for at, step in enumerate(steps):
        if life.step(*step):
            whole_fold_agrees(life)
        if at % every == 0:
            photographs.append(life.photograph())
    return life, photographs


def is_remembered(life: Life, photographs: list[Photograph]) -> None:
    """Everything the store held and answered at each instant it holds and answers again."""
    store = life.desk.store
    for then in photographs:
        with looking(store, life.today, known_at=then.known_at) as look:
            assert look.day == then.day
            assert differing(then.rows, rows_of(look.tx)) == {}, (then.known_at, life.done)
            assert differing(then.answers, answers_of(look)) == {}, (then.known_at, life.done)


def replays(store: Store, target: str) -> None:
    """The journal alone gives every row again, in an empty store, and both verify."""
    with open_store(target) as again:
        replay(store, again)
        with store.reading() as old, again.reading() as new:
            assert differing(rows_of(old), rows_of(new)) == {}
        assert verify(again).findings == ()
    assert verify(store).findings == ()


@settings(max_examples=60, deadline=None, suppress_health_check=AGAIN)
@given(steps=STEPS)
def test_a_life_is_remembered_at_every_instant_and_replays(steps) -> None:
    with open_store("sqlite://") as store:
        life, photographs = lived(store, steps)
        is_remembered(life, photographs)
        replays(store, "sqlite://")


@pytest.mark.heavy
@pytest.mark.timeout(600)
@settings(max_examples=400, deadline=None, suppress_health_check=AGAIN)
@given(steps=st.lists(STEPS, min_size=2, max_size=3).map(lambda parts: [step for part in parts for step in part]))
def test_many_long_lives_are_remembered_at_every_instant_and_replay(steps) -> None:
    with open_store("sqlite://") as store:
        life, photographs = lived(store, steps, every=3)
        is_remembered(life, photographs)
        replays(store, "sqlite://")


LONG_LIFE = [(n * 7 % 100, n * n * 7919 % 2**20, (0, 1, 9)[n % 3]) for n in range(60)]
"""One life with every verb in it."""


def test_one_long_life_is_remembered_on_both_kinds_of_store(store: Store) -> None:
    life, photographs = lived(store, LONG_LIFE, every=4)
    assert len(set(life.done)) >= 12, set(life.done)
    is_remembered(life, photographs)
    replays(store, "sqlite://")


def test_a_life_from_sqlite_replays_on_postgresql(postgres_url: str) -> None:
    with open_store("sqlite://") as store:
        lived(store, LONG_LIFE[:40], every=100)
        replays(store, postgres_url)


@settings(max_examples=30, deadline=None, suppress_health_check=AGAIN)
@given(steps=STEPS)
def test_as_of_a_day_is_what_was_known_that_evening_when_all_was_entered_on_its_day(steps) -> None:
    """The days things happened and the days they were entered are the same days here: so are the answers."""
    with open_store("sqlite://") as store:
        life = Life(store, daily=True)
        evenings: dict[date, Photograph] = {}
        for step in steps:
            life.step(*step)
            evenings[life.today] = life.photograph()
        for day, then in evenings.items():
            with looking(store, life.today + timedelta(days=1), as_of=day) as look:
                now = {name: said for name, said in answers_of(look).items() if name not in UNDATED}
            before = {name: said for name, said in then.answers.items() if name not in UNDATED}
            assert differing(before, now) == {}, (day, life.done)


UNDATED = {"history", "meetings", "bodies", "programme", "find"}
"""Answers that tell of records too: a meeting is added on no day, and is there as of any."""
