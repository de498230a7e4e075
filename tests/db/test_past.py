"""The store as it stood, by the days things happened and by what had been entered."""

from datetime import date, timedelta

import pytest

from db import queries
from db.past import stand
from states.errors import StoreError

TODAY = date(2026, 11, 22)


def test_without_a_cut_the_past_is_the_present(pen, store):
    pen.draft(on=date(2026, 3, 2))
    assert stand(store, as_of=None, known_at=None, today=TODAY) is store
    assert stand(store, as_of=TODAY, known_at=None, today=TODAY) is store
    assert stand(store, as_of=date(2026, 3, 2), known_at=None, today=TODAY) is store


def test_a_report_that_had_not_begun_is_not_there(pen, store):
    pen.draft("Libraries", on=date(2026, 3, 2))
    pen.draft("Hubs", on=date(2026, 5, 2))
    past = stand(store, as_of=date(2026, 4, 1), known_at=None, today=TODAY)
    with past, past.reading() as tx:
        assert [line.title for line in tx.all(queries.REPORTS)] == ["Libraries"]


def test_a_promise_made_later_is_not_there(pen, store):
    ref = pen.draft(on=date(2026, 3, 2))
    pen.promise(ref, date(2026, 4, 1), on=date(2026, 3, 10))
    past = stand(store, as_of=date(2026, 3, 9), known_at=None, today=TODAY)
    with past, past.reading() as tx:
        assert tx.all(queries.OVERDUE, day=date(2026, 5, 1)) == []
    with store.reading() as tx:
        assert len(tx.all(queries.OVERDUE, day=date(2026, 5, 1))) == 1


def test_what_was_known_at_an_instant_is_what_the_store_said_then(pen, store):
    ref = pen.draft()
    with store.reading() as tx:
        then = tx.head().at
        said = tx.all(queries.REPORTS)
    pen.now += timedelta(days=1)
    pen.promise(ref, date(2026, 4, 1))
    pen.draft("Hubs")
    past = stand(store, as_of=TODAY, known_at=then, today=TODAY)
    with past, past.reading() as tx:
        assert tx.all(queries.REPORTS) == said
        assert tx.head().at == then
        assert len(tx.all(queries.HISTORY)) == 1


def test_records_stand_as_they_stood(pen, store):
    from states.days import On

    pen.put("body", {"name": "Board"}, on=On.day(date(2020, 1, 1)))
    pen.put("body", {"name": "Committee"}, ref=1, on=On.day(date(2024, 1, 1)))
    pen.put("body", {"name": "Later"}, on=On.day(date(2025, 1, 1)))
    past = stand(store, as_of=date(2022, 1, 1), known_at=None, today=TODAY)
    with past, past.reading() as tx:
        assert [row["name"] for row in tx.find("body")] == ["Board"]


def test_what_is_entered_while_the_past_is_looked_at_does_not_come_into_it(pen, store):
    first = pen.draft("Libraries", on=date(2026, 3, 2))
    pen.promise(first, date(2026, 4, 1), on=date(2026, 3, 10))
    past = stand(store, as_of=date(2026, 3, 9), known_at=None, today=TODAY)
    with past:
        with past.reading() as tx:
            before = tx.all(queries.REPORTS)
        pen.draft("Hubs", on=date(2026, 3, 3))
        pen.put("body", {"name": "Board"})
        with past.reading() as tx:
            assert tx.all(queries.REPORTS) == before
            assert tx.find("body") == []
    with store.reading() as tx:
        assert len(tx.all(queries.REPORTS)) == 2


def test_how_far_it_has_come_is_told_and_whoever_is_told_can_give_it_up(pen, store):
    refs = [pen.draft(f"Report {n}", on=date(2026, 3, 2)) for n in range(4)]
    for ref in refs[:3]:
        pen.promise(ref, date(2026, 4, 1), on=date(2026, 3, 10))
    pen.draft("Later", on=date(2026, 3, 10))
    told = []
    asked = {"as_of": date(2026, 3, 9), "known_at": None, "today": TODAY}
    with stand(store, **asked, heed=lambda done, of: told.append((done, of))):
        assert told == [(0, 3), (3, 3)]

    def no_more(done, of):
        raise StoreError("enough")

    with pytest.raises(StoreError, match="enough"):
        stand(store, **asked, heed=no_more)
    with stand(store, **asked) as past, past.reading() as tx:
        assert len(tx.all(queries.REPORTS)) == 4


def test_nothing_of_the_past_is_left_in_the_store(pen, store):
    ref = pen.draft(on=date(2026, 3, 2))
    pen.promise(ref, date(2026, 4, 1), on=date(2026, 3, 10))
    before = pen.dump()
    with stand(store, as_of=date(2026, 3, 9), known_at=None, today=TODAY) as past, past.reading() as tx:
        assert tx.run("SELECT count(*) FROM follow_up").fetchone() == (0,)
    assert pen.dump() == before
    with store.connection() as connection:
        names = "SELECT name FROM sqlite_master" if store.kind == "sqlite" else "SELECT relname FROM pg_class"
        assert not [name for (name,) in connection.execute(names) if name.startswith("past_")]


def test_the_past_cannot_be_changed(pen, store):
    pen.draft(on=date(2026, 3, 2))
    past = stand(store, as_of=date(2026, 1, 1), known_at=None, today=TODAY)
    with past, pytest.raises(StoreError, match="the past cannot be changed"):
        past.writing()
