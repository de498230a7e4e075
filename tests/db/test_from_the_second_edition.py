"""A database of the second edition, with papers read, is brought up to this one: bodies, meetings and papers stay."""

from pathlib import Path

import pytest

from db.quick import EDITION
from db.store import Store, edition_of, open_store
from db.upgrade import upgrade
from db.verify import verify

WRITTEN = (
    ("body", {"name": "Cabinet", "kind": "executive", "scrutiny": False, "health": False}),
    ("meeting", {"body": 1, "day": "2025-03-04", "day_last": "2025-03-04", "status": "held", "minutes": "none"}),
    ("document", {"path": "note.txt", "sha256": "a" * 64, "kind": "briefing_note", "reading": "{}"}),
    ("warning", {"document": 1, "code": "no_body", "message": "It does not say whose meeting it was."}),
)


def of_the_second_edition(url, pen_for):
    """A store with the schema of the second edition, and a record of each kind that has changed since."""
    store = Store("postgresql", url, url=url) if "://" in url else Store("sqlite", url, path=Path(url))
    upgrade(store, to="0002")
    assert edition_of(store) == 2
    pen = pen_for(store)
    with store.writing() as tx:
        for letter, (table, values) in zip("BMDW", WRITTEN, strict=True):
            number, at = tx.next_entry(pen.now)
            act = {"act": "record", "table": table, "ref": 1, "values": values, "why": None}
            tx.append(number=number, at=at, who="Ann", record=f"{letter}1", act=act)
            row = {"ref": 1, "version": 1, "entry": number, **values}
            tx.run(_insert(table, row, store.kind), row)
    return store


def _insert(table, row, kind):
    names = ", ".join(row)
    places = ", ".join(f"%({name})s" if kind == "postgresql" else f":{name}" for name in row)
    return f"INSERT INTO {table} ({names}) VALUES ({places})"


@pytest.fixture
def old(store_url, pen_for):
    with of_the_second_edition(store_url, pen_for):
        return store_url


def test_every_row_stays_and_the_store_verifies(old):
    with open_store(old, any_edition=True) as store:
        done = upgrade(store)
        assert (done.before, done.after) == (2, EDITION)
    with open_store(old, create=False) as store:
        assert verify(store).good
        with store.reading() as tx:
            for table, values in WRITTEN:
                row = tx.get(table, 1)
                assert {name: row[name] for name in values} == values
                assert not row.get("gone")


def test_after_the_upgrade_they_are_written_and_guarded_as_any_other(old, pen_for):
    with open_store(old, any_edition=True) as store:
        upgrade(store)
        pen = pen_for(store)
        pen.put("meeting", {"gone": True}, ref=1)
        pen.put("finding", {"document": 1, "kind": "item", "place": 0, "title": "hubs"})
        assert verify(store).good
        with pytest.raises(Exception, match="journal"), store.writing() as tx:
            tx.run("UPDATE body SET name = 'Other' WHERE ref = 1")
