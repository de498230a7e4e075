"""The journal alone gives back every row, whatever happened, on either kind of store."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.care import move
from db.past import stand
from db.replay import replay
from db.store import open_store
from db.verify import verify
from states.days import On

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DAYS = st.dates(date(2016, 1, 1), date(2026, 11, 22))
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
RECORDS = st.one_of(
    st.tuples(st.just("body"), st.fixed_dictionaries({"name": st.just("B")}, optional={
        "note": WORDS, "scrutiny": st.booleans(), "kind": st.sampled_from(["executive", "council", None])})),
    st.tuples(st.just("meeting"), st.fixed_dictionaries({"day": DAYS}, optional={
        "venue": WORDS, "status": st.sampled_from(["held", "scheduled"]), "moved_from": DAYS})),
    st.tuples(st.just("person"), st.fixed_dictionaries({"name": WORDS}, optional={
        "email_confirmed": st.booleans(), "email": st.none() | WORDS})),
    st.tuples(st.just("rules"), st.fixed_dictionaries({"from_day": DAYS, "values": st.just({})})),
)  # fmt: skip
HISTORIES = st.lists(st.tuples(RECORDS, st.integers(0, 4), st.none() | DAYS), max_size=12)


def write(store, history):
    """Writes a history of records: the number chooses which one is changed, or that it is a new one."""
    instants = []
    for i, ((table, values), which, on) in enumerate(history):
        with store.writing() as tx:
            known = len(tx.find(table))
            ref = which if 0 < which <= known else None
            tx.put(table, values, ref=ref, who="Ann", now=NOW + timedelta(seconds=i), on=On(on, on))
            instants.append(tx.head().at)
    return instants


def rows(pen_for, store):
    return pen_for(store).dump()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES)
def test_any_history_of_records_replays_to_the_same_rows(pen_for, history):
    with open_store("sqlite://") as store, open_store("sqlite://") as again:
        write(store, history)
        replay(store, again)
        assert rows(pen_for, store) == rows(pen_for, again)
        assert verify(store).findings == ()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=HISTORIES, cut=st.integers(0, 11))
def test_known_at_any_instant_is_the_store_as_it_was_then(pen_for, history, cut):
    with open_store("sqlite://") as store, open_store("sqlite://") as then:
        instants = write(store, history)
        write(then, history[: cut + 1])
        if not instants:
            return
        known_at = instants[min(cut, len(instants) - 1)]
        past = stand(store, as_of=date(2026, 11, 22), known_at=known_at, today=date(2026, 11, 22))
        seals = {"journal", "redaction"}
        old, new = rows(pen_for, then), rows(pen_for, past)
        assert {name: old[name] for name in old.keys() - seals} == {name: new[name] for name in new.keys() - seals}
        assert [row[:2] for row in old["journal"]] == [row[:2] for row in new["journal"]]
        if past is not store:
            past.close()


def test_reports_replay_to_the_same_rows(pen, store, pen_for):
    for title in ("Libraries", "Hubs", "Start for Life"):
        ref = pen.draft(title)
        pen.promise(ref, date(2026, 4, ref))
        pen.promise(ref, None, quote="once Medway have agreed", condition="once Medway have agreed")
    pen.put("body", {"name": "Cabinet"})
    with open_store("sqlite://") as again:
        assert replay(store, again) == 3
        new, old = rows(pen_for, again), pen.dump()
        version = 1
        assert [row[:version] + row[version + 1 :] for row in new.pop("report")] == [
            row[:version] + row[version + 1 :] for row in old.pop("report")
        ]
        assert new == old
        assert verify(again).findings == ()
        with pytest.raises(Exception, match="not empty"):
            replay(store, again)


def test_a_store_moves_to_the_other_kind_and_back_unchanged(pen, store, pen_for, postgres_url, tmp_path):
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    pen.put("person", {"name": "Rose", "email_confirmed": True})
    other = postgres_url if store.kind == "sqlite" else str(tmp_path / "other.db")
    with open_store(other) as target:
        if target.kind != store.kind:
            move(store, target)
            assert rows(pen_for, target) == pen.dump()
            assert verify(target).findings == ()
            pen_for(target).draft("One more")
            with pytest.raises(Exception, match="not empty"):
                move(store, target)
