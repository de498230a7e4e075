"""A database of the fourth edition, in which something waits that papers say, is brought up to this one."""

from pathlib import Path

import pytest

from db.quick import EDITION
from db.store import Store, edition_of, open_store
from db.upgrade import upgrade
from db.verify import verify

_SAYS = "Papers tell answers to recommendations that are not on this report for certain: recommendation 1 accepted."


@pytest.fixture
def older(store_url, pen_for):
    """A store with the schema of the fourth edition and a doubt about a paper in it."""
    store = Store("postgresql", store_url, url=store_url) if "://" in store_url else None
    with store or Store("sqlite", store_url, path=Path(store_url)) as store:
        upgrade(store, to="0004")
        assert edition_of(store) == 4
        pen_for(store).put("warning", {"code": "cannot_be_entered", "message": _SAYS, "fact": "M3.day"})
    return store_url


def test_what_waits_is_found_by_its_code_and_by_what_it_is_about(older):
    with open_store(older, any_edition=True) as store:
        done = upgrade(store)
        assert (done.before, done.after) == (4, EDITION)
    with open_store(older, create=False) as store:
        assert verify(store).good
        with store.reading() as tx:
            for known in ({"code": "cannot_be_entered"}, {"fact": "M3.day"}):
                assert [row["message"] for row in tx.find("warning", **known)] == [_SAYS]
