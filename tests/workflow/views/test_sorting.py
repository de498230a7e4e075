"""Follow-ups sorted by a column that has no index, and the windows that close among what is owed; on both stores."""

from datetime import date

import pytest

from workflow.views import sorting
from workflow.views import window as w
from workflow.views.filters import wanted
from workflow.views.look import looking

DAY = date(2026, 1, 1)
MADE = [("title", ""), ("clock", ""), ("owner", ""), ("body", ""), ("owner", "all"), ("due", "all"), ("due", "ended"),
        ("owner", "libraries"), ("title", "overdue"), ("body", "clock:action_due due<2026-03-01")]  # fmt: skip


@pytest.fixture
def look(filled):
    with looking(filled, DAY) as look:
        yield look


def asked(order, text, falling=False):
    return w.Window("follow_ups", order, falling, wanted(text, "follow_ups", DAY))


VALUES = {
    "title": lambda row: row.title[:100].lower(),
    "clock": lambda row: said(row),
    "owner": lambda row: row.owner and row.owner.lower(),
    "body": lambda row: row.body and row.body.lower(),
    "due": lambda row: row.counts,
}


def said(row):
    """What is owed, as the list says it."""
    from tui.wording import what

    return what(row.clock, (), row.owner)


def in_order(look, order, rows):
    """The keys of rows as somebody would sort them by hand; values as the store spells their order."""
    value = VALUES[order]
    ranks = {one: one for one in {value(row) for row in rows}}
    if order in ("title", "owner", "body") and look.tx.kind == "postgresql":
        texts = [one for one in ranks if one is not None]
        found = look.tx.run("SELECT x FROM unnest(%(texts)s::text[]) AS x ORDER BY x", {"texts": texts})
        ranks |= {one: rank for rank, (one,) in enumerate(found.fetchall())}

    def by(row):
        return (
            value(row) is not None and ranks[value(row)],
            row.counts is None,
            row.counts or DAY,
            int(row.report[1:]),
            row.number,
        )

    there = sorted((row for row in rows if value(row) is not None), key=by)
    return there, sorted((row for row in rows if value(row) is None), key=by)


def key(row):
    return f"{row.report}/{row.number}"


@pytest.mark.parametrize(("order", "text"), MADE)
def test_a_list_is_sorted_by_any_column_both_ways_and_read_from_any_place(look, order, text):
    rows = [line.row for line in w.every(look, asked("report", text))]
    there, lacking = in_order(look, order, rows)
    if order == "owner" and text != "libraries":
        assert lacking
    for falling in (False, True):
        window = asked(order, text, falling)
        assert window.made
        keys = [key(row) for part in (there, lacking) for row in (part[::-1] if falling else part)]
        found = sorting.sort(look, window)
        assert len(found) == len(keys) > 0
        assert found.some(0, len(found)) == keys
        assert [line.key for line in w.every(look, window)] == keys
        assert [line.key for line in sorting.begin(look, window, limit=30)] == keys[:30]
        assert found.turned(not falling).turned(falling).some(0, 9) == keys[:9]
        for index in {0, len(there) - 1, len(there), len(keys) // 2, len(keys) - 1} - {len(keys)}:
            assert [line.key for line in sorting.page(look, found, index, limit=9)] == keys[index : index + 9]
            assert found.place(keys[index]) == index
        assert found.place("R999999/1") is None


@pytest.mark.parametrize("text", ["", "week", "due<2026-02-01", "due>2025-12-31", "undated", "libraries", "overdue"])
def test_by_day_an_open_window_stands_among_what_is_owed_and_one_that_is_over_behind(look, text):
    rows = [line.row for line in w.every(look, asked("report", text))]

    def owed(row):
        return row.counts is not None and not (row.clock == "call_in_window" and row.counts < DAY)

    there = sorted((r for r in rows if owed(r)), key=lambda r: (r.counts, int(r.report[1:]), r.number))
    behind = sorted((r for r in rows if not owed(r)), key=lambda r: (int(r.report[1:]), r.number))
    if text in ("", "due<2026-02-01"):
        assert any(r.clock == "call_in_window" for r in there)
        assert any(r.clock == "call_in_window" for r in behind)
    if text == "overdue":
        assert not any(r.clock == "call_in_window" for r in rows)
    for falling in (False, True):
        window = asked("due", text, falling)
        keys = [key(row) for part in (there, behind) for row in (part[::-1] if falling else part)]
        assert [line.key for line in w.every(look, window)] == keys
        counted = w.many(look, window)
        assert counted == (len(there), len(behind))
        back, found = [], w.last(look, window, limit=7)
        while found:
            back = [line.key for line in found] + back
            found = w.page(look, window, before=found[0].place, limit=7)
        assert back == keys
        for index in range(0, len(keys), 5):
            assert [line.key for line in w.at(look, window, index, counted, limit=6)] == keys[index : index + 6]
            assert w.position(look, window, w.place_of(look, window, keys[index]), counted) == index


@pytest.mark.parametrize("text", ["", "open", "state:updated", "libraries"])
def test_reports_by_next_day_go_by_their_window_where_that_closes_first(look, text):
    def wanted_by(order, falling=False):
        return w.Window("reports", order, falling, wanted(text, "reports", DAY))

    rows = [line.row for line in w.every(look, wanted_by("number"))]
    assert any(row.closes_first and row.next_due is None for row in rows) or text
    assert not any(row.closes and row.closes < DAY for row in rows)
    days = {row.report: row.closes if row.closes_first else row.next_due for row in rows}
    there = sorted((r for r in days if days[r]), key=lambda r: (days[r], int(r[1:])))
    behind = [r for r in days if not days[r]]
    for falling in (False, True):
        window = wanted_by("due", falling)
        keys = there[::-1] + behind[::-1] if falling else there + behind
        assert [line.key for line in w.every(look, window)] == keys
        counted = w.many(look, window)
        assert counted == (len(there), len(behind))
        for index in range(0, len(keys), 11):
            assert [line.key for line in w.at(look, window, index, counted, limit=6)] == keys[index : index + 6]
            assert w.position(look, window, w.place_of(look, window, keys[index]), counted) == index


def test_reports_by_state_go_by_the_procedure(look):
    from states.words import State

    for falling in (False, True):
        rows = [line.row for line in w.every(look, w.Window("reports", "state", falling))]
        turns = [list(State).index(row.state) for row in rows]
        assert turns == sorted(turns, reverse=falling)
        assert len(set(turns)) > 5


def test_a_past_day_is_sorted_as_it_stood(filled):
    with looking(filled, DAY, as_of=date(2025, 7, 1)) as past:
        for order in ("title", "owner", "body"):
            rows = [line.row for line in w.every(past, asked("report", ""))]
            there, lacking = in_order(past, order, rows)
            found = sorting.sort(past, asked(order, ""))
            assert found.some(0, len(found)) == [key(row) for row in (*there, *lacking)]
            assert [line.key for line in sorting.page(past, found, 50, limit=9)] == found.some(50, 9)
