"""A database of the first edition, with a year's work in it, is brought up to this one and loses nothing."""

from datetime import date

import pytest

from db.quick import EDITION
from db.store import Store, edition_of, open_store
from db.upgrade import upgrade
from db.verify import verify
from states.errors import StoreError


def of_the_first_edition(url):
    """An empty store with the schema as it was in the first edition."""
    store = Store("postgresql", url, url=url) if "://" in url else Store("sqlite", url, path=_path(url))
    upgrade(store, to="0001")
    assert edition_of(store) == 1
    return store


def _path(url):
    from pathlib import Path

    return Path(url)


@pytest.fixture
def old(store_url, pen_for):
    """A store of the first edition in which somebody has worked."""
    with of_the_first_edition(store_url) as store:
        pen = pen_for(store)
        ref = pen.draft("Libraries")
        pen.promise(ref, date(2026, 4, 1))
        pen.promise(ref, None, chase_on=date(2026, 5, 1), quote="Once Medway have agreed.")
        post = pen.put("post", {"title": "Head of Libraries"})
        person = pen.put("person", {"name": "Jane Doe", "kind": "officer"})
        pen.put("tenure", {"post": post, "person": person})
    return store_url


def rows(store):
    with store.reading() as tx:
        return {
            table: tx.run(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("journal", "report", "follow_up", "person", "post", "tenure")
        }


def test_an_older_database_is_refused_with_what_to_do(old):
    with pytest.raises(StoreError, match=f"edition 1; this version wants {EDITION}.*matters db upgrade"):
        open_store(old, create=False)


def test_the_upgrade_keeps_every_row_and_the_store_verifies(old):
    with open_store(old, any_edition=True) as store:
        before = rows(store)
        done = upgrade(store)
        assert (done.before, done.after) == (1, EDITION)
        assert (done.kept is not None) == (store.kind == "sqlite")
        assert rows(store) == before
    with open_store(old, create=False) as store:
        assert verify(store).good


def test_after_the_upgrade_nothing_is_enabled_and_messages_can_be_kept(old, pen_for):
    with open_store(old, any_edition=True) as store:
        upgrade(store)
        pen = pen_for(store)
        with store.reading() as tx:
            assert tx.find("sending") == []
        pen.put(
            "message",
            {
                "person": 1, "kind": "reminder", "day": date(2026, 3, 25), "status": "claimed",
                "message_id": "<1@example.gov.uk>", "items": [[1, 1, "before-7", "2026-04-01"]], "tries": 0,
            },
        )  # fmt: skip
        with store.reading() as tx:
            assert tx.run("SELECT count(*) FROM reminder").fetchone()[0] == 1
        assert verify(store).good
