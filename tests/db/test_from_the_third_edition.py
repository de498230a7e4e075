"""A database of the third edition, in which a sweep stopped in the middle, is brought up to this one and goes on."""

from pathlib import Path

import pytest

from db import queries_reminders as reads
from db.quick import EDITION
from db.store import Store, edition_of, open_store
from db.upgrade import upgrade
from db.verify import verify

SWEEP = {
    "ref": 7, "worker": "desk:4711:99", "how": "run", "day": "2026-06-02", "began": "2026-06-02T07:00:00.000000Z",
    "beat": "2026-06-02T07:00:01.000000Z", "ended": None, "sending": 3, "claimed": 5, "sent": 2, "failed": 1,
    "waiting": 0, "trouble": None, "head": 12, "plan": "as it was",
}  # fmt: skip


@pytest.fixture
def older(store_url, pen_for):
    """A store with the schema of the third edition, something in its journal, and a sweep that has not ended."""
    store = Store("postgresql", store_url, url=store_url) if "://" in store_url else None
    with store or Store("sqlite", store_url, path=Path(store_url)) as store:
        upgrade(store, to="0003")
        assert edition_of(store) == 3
        pen_for(store).put("person", {"name": "Jane Doe", "kind": "officer"})
        names = ", ".join(SWEEP)
        places = ", ".join(f"%({name})s" if store.kind == "postgresql" else f":{name}" for name in SWEEP)
        with store.writing() as tx:
            tx.run(f"INSERT INTO sweep ({names}) VALUES ({places})", SWEEP)
    return store_url


def test_a_sweep_that_had_not_ended_stays_as_it_was_with_nothing_in_hand(older):
    with open_store(older, any_edition=True) as store:
        done = upgrade(store)
        assert (done.before, done.after) == (3, EDITION)
    with open_store(older, create=False) as store:
        assert verify(store).good
        with store.reading() as tx:
            line = tx.one(reads.AT_WORK)
        assert line._asdict() == {"sweep" if name == "ref" else name: value for name, value in SWEEP.items()} | {
            "in_hand": "[]"
        }
