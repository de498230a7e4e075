"""Long lists page by page: whatever the order and the filter, the pages together are the list, on both stores."""

from datetime import date

import pytest

from states.errors import BadInput
from workflow.views import window as w
from workflow.views import window_names as names
from workflow.views.filters import Wanted, quoted, wanted
from workflow.views.look import looking

DAY = date(2026, 1, 1)
FILTERS = {
    "reports": (
        "",
        "overdue",
        "open",
        "over",
        "state:closed",
        "libraries",
        "due<2026-03-01",
        "undated",
        "drainage ward",
    ),
    "follow_ups": (
        "",
        "overdue",
        "undated",
        "week",
        "clock:action_due",
        "owner:Cabinet",
        "libraries",
        "R12",
        "ref:R12",
    ),
}


@pytest.fixture
def look(filled):
    with looking(filled, DAY) as look:
        yield look


def pages(look, window, limit):
    """The keys of a list read forwards, page by page."""
    found = w.page(look, window, limit=limit)
    keys = [line.key for line in found]
    while found:
        found = w.page(look, window, after=found[-1].place, limit=limit)
        keys += [line.key for line in found]
    return keys


def pages_back(look, window, limit):
    """The keys read backwards from the end, in the list's order."""
    found = w.last(look, window, limit=limit)
    keys = [line.key for line in found]
    while found:
        found = w.page(look, window, before=found[0].place, limit=limit)
        keys = [line.key for line in found] + keys
    return keys


KEPT = [(what, order) for what in w.ORDERS for order in w.ORDERS[what] if not w.Window(what, order).made]
"""The orders that indexes keep."""

CASES = [(what, order, text) for what, order in KEPT for text in FILTERS[what]]


@pytest.mark.parametrize(("what", "order", "text"), CASES)
def test_the_pages_together_are_the_list(look, what, order, text):
    for falling in (False, True):
        window = w.Window(what, order, falling, names.resolved(look, wanted(text, what, DAY)))
        whole = [line.key for line in w.page(look, window, limit=100_000)]
        assert len(set(whole)) == len(whole)
        counted = w.many(look, window)
        assert sum(counted) == len(whole)
        if text == "" or falling:
            assert pages(look, window, 97) == whole
            assert pages_back(look, window, 97) == whole
        for index in {0, len(whole) // 3, len(whole) - 1} if whole else ():
            assert [line.key for line in w.at(look, window, index, counted, limit=9)] == whole[index : index + 9]
            place = w.place_of(look, window, whole[index])
            assert place is not None
            assert w.position(look, window, place, counted) == index


@pytest.fixture(scope="module")
def past(filled):
    """The same on a day in its past, with indexes as if that were many reports."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("db.past.MANY", 0)
        with looking(filled, DAY, as_of=date(2025, 7, 1)) as look:
            yield look


@pytest.mark.parametrize(("what", "order"), KEPT)
def test_the_pages_of_a_past_day_are_the_list_as_it_stood_in_the_same_order(past, what, order):
    count = "SELECT count(*) FROM " + ("report WHERE state IS NOT NULL" if what == "reports" else "follow_up")
    count += "" if what == "reports" else " WHERE ended IS NULL"
    for falling in (False, True):
        window = w.Window(what, order, falling)
        whole = list(w.every(past, window))
        keys = [line.key for line in whole]
        counted = w.many(past, window)
        assert len(set(keys)) == len(keys) == sum(counted) == past.tx.ask(count).fetchone()[0]
        if order != "title":
            for stretch in range(len(counted)):
                places = [line.place for line in whole if line.place.stretch == stretch]
                values = [(place.at or "", place.ref, place.part) for place in places]
                assert values == sorted(values, reverse=falling)
        assert pages(past, window, 97) == keys == pages_back(past, window, 97)
        middle = len(keys) // 2
        assert [line.key for line in w.at(past, window, middle, counted, limit=9)] == keys[middle : middle + 9]
        assert w.position(past, window, w.place_of(past, window, keys[middle]), counted) == middle


def test_words_are_found_in_the_reports_of_a_past_day_alone(look, past):
    now = [line.row for line in w.every(look, w.Window("reports", "number", wanted=Wanted(words="libraries")))]
    then = [line.row for line in w.every(past, w.Window("reports", "number", wanted=Wanted(words="libraries")))]
    stood = {line.key for line in w.every(past, w.Window("reports", "number"))}
    assert {row.report for row in then} == {row.report for row in now} & stood
    assert 0 < len(then) < len(now)


def test_all_reports_are_in_the_list_and_in_its_order(look):
    rows = [line.row for line in w.every(look, w.Window("reports", "due"))]
    assert len(rows) == look.tx.ask("SELECT count(*) FROM report WHERE state IS NOT NULL").fetchone()[0]
    next_days = [row.closes if row.closes_first else row.next_due for row in rows]
    days = [day for day in next_days if day]
    assert days == sorted(days)
    assert next_days[len(days) :] == [None] * (len(rows) - len(days))


def test_what_is_open_is_in_the_list_by_day_and_what_ended_on_request(look):
    count = "SELECT count(*) FROM follow_up WHERE ended IS {} NULL"
    rows = [line.row for line in w.every(look, w.Window("follow_ups", "due"))]
    assert len(rows) == look.tx.ask(count.format("")).fetchone()[0]
    ended = list(w.every(look, w.Window("follow_ups", "report", wanted=Wanted(flags=frozenset({"ended"})))))
    assert len(ended) == look.tx.ask(count.format("NOT")).fetchone()[0]
    assert all(line.ended for line in ended)


def test_an_order_that_no_column_has_is_refused_with_a_sentence(look):
    with pytest.raises(BadInput, match=r"cannot be sorted by colour\. It goes by due, report, title"):
        w.fitting(w.Window("follow_ups", "colour"))


def test_looking_again_finds_the_row_where_it_stands_now(look):
    window = w.Window("reports", "title")
    rows = list(w.every(look, window))
    _, at, number, lines = w.around(look, window, rows[200].key, 5)
    assert (at, number, lines[200 - 128].key) == (200, 1, rows[200].key)
    assert w.around(look, window, "R999999", 7)[1] == 7


def test_part_of_a_name_is_enough_if_it_is_the_only_one(look):
    known = names.known(look)
    assert all(known.values())
    name = known["officer"][0]
    assert names.resolved(look, Wanted(officer=name.upper())).officer == name
    with pytest.raises(BadInput, match="several have that"):
        names.resolved(look, Wanted(body="Scrutiny"))
    with pytest.raises(BadInput, match="nobody has that name"):
        names.resolved(look, Wanted(officer="Zebedee"))


def test_a_name_with_quotes_in_it_is_found_without_them(look, monkeypatch):
    title = 'Head of "Early Help" and Schools'
    monkeypatch.setattr(names, "values", lambda look, name: [title, "Head of Schools"])
    asked = wanted(f"owner:{quoted(title)}", "follow_ups", DAY)
    assert names.resolved(look, asked).owner == title
