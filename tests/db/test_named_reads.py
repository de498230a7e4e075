"""Every named read and every view answers on both kinds of store."""

from datetime import date

import pytest

from db import queries, queries_calendar, queries_diary, queries_records, queries_reminders, statements
from db.query import Query, like


@pytest.mark.parametrize("module", [queries, queries_calendar, queries_diary, queries_records, queries_reminders])
def test_every_named_read_runs_with_all_its_filters_and_with_none(store, pen, module):
    import re

    pen.draft()
    known = {name: date(2026, 3, 1) for name, kind in statements.PARAMETERS.items() if kind == "DATE"}
    known |= dict.fromkeys((name for name, kind in statements.PARAMETERS.items() if kind == "BIGINT"), 1)
    reads = [query for query in vars(module).values() if isinstance(query, Query)]
    assert reads
    with store.reading() as tx:
        for query in reads:
            assert query.says
            wanted = {name for name in re.findall(r":([a-z_0-9]+)", query.sql) if name != "limit"}
            bare = {name: known.get(name, "x") for name in wanted if name not in query.filters}
            tx.all(query, **bare)
            tx.all(query, limit=3, **bare, **{name: known.get(name, "x") for name in query.filters})


def test_words_are_found_in_any_case_and_signs_stand_for_themselves(pen, store):
    pen.draft("100% of Libraries_now")
    pen.draft("1000 libraries")
    with store.reading() as tx:
        assert [found.report for found in tx.all(queries.FIND, text=like("LIBRARIES"))] == [1, 2]
        assert [found.report for found in tx.all(queries.FIND, text=like("100%"))] == [1]
        assert [found.report for found in tx.all(queries.FIND, text=like("s_n"))] == [1]
        assert [line.report for line in tx.all(queries.REPORTS, text=like("1000"))] == [2]


def test_views_tell_the_same_as_the_named_reads(pen, store):
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    with store.reading() as tx:
        assert tx.run("SELECT report, title, state FROM board").fetchall() == [("R1", "Libraries", "drafted")]
        assert tx.run("SELECT report, due, owed_by, statute_by FROM follow_ups WHERE ended IS NULL").fetchall() == [
            ("R1", "2026-04-01", "2026-04-01", "2026-04-01")
        ]
        assert tx.run("SELECT report, days_late > 0 FROM overdue_follow_ups").fetchall() == [("R1", True)]


def test_a_store_in_memory_serves_like_any_other(pen_for):
    from db.store import open_store

    with open_store("sqlite://") as store:
        pen = pen_for(store)
        pen.draft()
        with store.reading() as tx, store.reading() as again:
            assert tx is again
            assert tx.head().entry == 1
