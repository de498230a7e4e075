"""Sorting the long lists: by every column, both ways, by key and by a click, and where one lands."""

import pytest
from at_a_screen import until

from db.store import open_store
from tui.widgets.big_list import BigList
from tui.widgets.filter_line import FilterLine
from tui.widgets.headings import Headings
from tui.widgets.notice import Notice
from tui.wording import what

COLUMNS = {
    "reports": {"number", "title", "state", "body", "officer", "portfolio", "changed", "due"},
    "follow_ups": {"due", "title", "clock", "owner", "body", "report"},
}


def lines(big):
    return [big.pages.line(at) for at in range(len(big.pages))]


def heads(pilot):
    return str(pilot.app.screen.query_one(Headings).render())


def notice(pilot):
    return pilot.app.screen.query_one(Notice).sentence


async def shown_by(pilot, settled, order, *, falling=False):
    pilot.app.screen.sort(order, falling=falling)
    await settled(pilot)
    return pilot.app.screen.query_one(BigList)


@pytest.mark.heavy
@pytest.mark.parametrize("tab", list(COLUMNS))
async def test_the_key_goes_round_every_column_and_comes_back(desk_open, settled, tab):
    async with desk_open(tab, (200, 50)) as pilot:
        first, gone = pilot.app.screen.order, set()
        for _ in COLUMNS[tab]:
            gone.add(pilot.app.screen.order)
            assert heads(pilot).count("↑") == 1
            await pilot.press("s")
            await settled(pilot)
            assert notice(pilot) == ""
        assert gone == COLUMNS[tab]
        assert pilot.app.screen.order == first
        named = {order for _, order in pilot.app.screen.names}
        assert named == COLUMNS[tab], "a column that is seen cannot be sorted by"


async def test_follow_ups_by_who_owes_them_each_by_its_day_and_the_other_way_round(desk_open, settled):
    async with desk_open("follow_ups", (200, 50)) as pilot:
        big = await shown_by(pilot, settled, "owner")
        for number in range(len(big.pages) // 128 + 1):
            big.go_to(min(number * 128, len(big.pages) - 1))
            await settled(pilot)
        rows = [line.row for line in lines(big)]
        known = [(row.owner.lower(), row.counts is None, row.counts) for row in rows if row.owner]
        assert known == sorted(known)
        assert len({owner for owner, _, _ in known}) > 3
        assert "Who↑" in heads(pilot)
        assert "by who owes it ↑" in pilot.app.screen.query_one(FilterLine).says
        keys = [line.key for line in lines(big)][: len(known)]
        await pilot.press("g", "S")
        await settled(pilot)
        assert "Who↓" in heads(pilot)
        assert [line.key for line in lines(big)[:100]] == keys[::-1][:100]


async def test_a_click_on_a_heading_sorts_and_a_second_one_turns(desk_open, settled):
    async with desk_open("follow_ups", (100, 30)) as pilot:
        at = heads(pilot).index("Who")
        await pilot.click(Headings, offset=(at + 1, 0))
        await settled(pilot)
        assert (pilot.app.screen.order, pilot.app.screen.falling) == ("owner", False)
        await pilot.click(Headings, offset=(at + 1, 0))
        await settled(pilot)
        assert (pilot.app.screen.order, pilot.app.screen.falling) == ("owner", True)
        assert "Who↓" in heads(pilot)


@pytest.mark.parametrize(("tab", "order"), [("reports", "body"), ("follow_ups", "owner")])
async def test_one_lands_on_the_row_one_stood_on_with_ones_marks(desk_open, settled, tab, order):
    async with desk_open(tab) as pilot:
        big = pilot.app.screen.query_one(BigList)
        big.go_to(30)
        await pilot.press("space")
        key, down, marks = big.key, big.cursor - big.top, set(big.marks)
        for falling in (False, True):
            await shown_by(pilot, settled, order, falling=falling)
            assert big.key == key
            assert big.marks == marks
            assert big.cursor - big.top in (down, big.cursor, big.cursor - max(0, len(big.pages) - big.size.height))
        await pilot.press("g")
        first = await shown_by(pilot, settled, order)
        assert first.cursor == 0, "at the head of the list one stays at its head"


async def test_a_sorted_list_follows_what_is_entered_and_keeps_its_filter(desk_open, settled, database):
    async with desk_open("follow_ups") as pilot:
        pilot.app.screen.query_one(FilterLine).put("clock:action_due")
        await settled(pilot)
        big = await shown_by(pilot, settled, "owner")
        many = len(big.pages)
        assert {line.row.clock for line in lines(big)[:128]} == {"action_due"}
        await pilot.press("j", "j")
        key, gone = big.key, big.pages.line(0).key
        report, _, number = gone.removeprefix("R").partition("/")
        with open_store(str(database)) as store, store.writing() as tx:
            tx.ask(
                "UPDATE follow_up SET ended = 'kept', ended_on = :day, owed_by = NULL, statute_by = NULL "
                "WHERE report = :report AND number = :number",
                day="2026-01-01", report=int(report), number=int(number),
            )  # fmt: skip
        await pilot.press("ctrl+r")
        await until(lambda: len(big.pages) == many - 1)
        await settled(pilot)
        assert (big.key, big.cursor) == (key, 1)
        pilot.app.screen.query_one(FilterLine).put("clock:action_due all")
        await settled(pilot)
        assert len(big.pages) > many
        assert pilot.app.screen.order == "owner"


async def test_what_has_ended_is_sorted_by_its_day_too(desk_open, settled):
    async with desk_open("follow_ups") as pilot:
        pilot.app.screen.query_one(FilterLine).put("ended")
        await settled(pilot)
        assert pilot.app.screen.order == "due"
        big = pilot.app.screen.query_one(BigList)
        days = [line.row.counts for line in lines(big)[:100]]
        assert days == sorted(days)
        await pilot.press("S")
        await settled(pilot)
        assert big.pages.line(0).row.counts >= days[-1]


async def test_a_list_that_cannot_be_sorted_so_says_it_and_stays_as_it_was(desk_open, settled):
    async with desk_open("follow_ups") as pilot:
        pilot.app.screen.sort("colour")
        await settled(pilot)
        assert "cannot be sorted by colour" in notice(pilot)
        assert pilot.app.screen.order == "due"


async def test_a_column_without_room_is_sorted_by_from_the_palette(desk_open, settled):
    from tui.palette import Orders

    async with desk_open("reports", (80, 24)) as pilot:
        gone = []
        for _ in range(4):
            await pilot.press("s")
            await settled(pilot)
            gone.append(pilot.app.screen.order)
        assert gone == ["title", "state", "due", "number"], "the key goes through what is seen"
        offered = Orders(pilot.app.screen)
        assert "Sort by portfolio" in [hit.text async for hit in offered.discover()]
        hits = [hit async for hit in offered.search("lead officer")]
        hits[0].command()
        await settled(pilot)
        assert pilot.app.screen.order == "officer"
        await pilot.press("s")
        await settled(pilot)
        assert pilot.app.screen.order == "number"


async def test_an_open_window_stands_by_its_last_day_in_both_lists(desk_open, settled, database):
    with open_store(str(database)) as store, store.writing() as tx:
        (report, number) = tx.ask(
            "SELECT report, number FROM follow_up WHERE clock = 'call_in_window' AND report IN "
            "(SELECT ref FROM report WHERE next_due IS NULL) ORDER BY 1 LIMIT 1"
        ).fetchone()
        tx.ask(
            "UPDATE follow_up SET ended = NULL, ended_on = NULL, due = :day "
            "WHERE report = :report AND number = :number",
            day="2026-01-02", report=report, number=number,
        )  # fmt: skip
    async with desk_open("follow_ups") as pilot:
        big = pilot.app.screen.query_one(BigList)
        rows = [line.row for line in lines(big)[:128]]
        at = next(i for i, row in enumerate(rows) if row.clock == "call_in_window")
        assert rows[at - 1].counts <= rows[at].counts <= rows[at + 1].counts
        big.go_to(at)
        await settled(pilot)
        assert "W  " in big.render_line(big.cursor - big.top).text
    async with desk_open("reports") as pilot:
        big = await shown_by(pilot, settled, "due")
        at = next(i for i, line in enumerate(lines(big)[:128]) if line.key == f"R{report}")
        assert lines(big)[at - 1].row.next_due <= lines(big)[at].row.closes
        big.go_to(at)
        await settled(pilot)
        assert "W   2 Jan 2026" in big.render_line(big.cursor - big.top).text


async def test_of_keys_pressed_one_after_the_other_the_last_order_counts(desk_open, settled):
    async with desk_open("follow_ups", (200, 50)) as pilot:
        await pilot.press("s", "s", "s", "S")
        await settled(pilot)
        big = pilot.app.screen.query_one(BigList)
        assert (pilot.app.screen.order, pilot.app.screen.falling) == ("clock", True)
        said = [what(line.row.clock, (), line.row.owner) for line in lines(big)[:128]]
        assert said == sorted(said, reverse=True)
        assert said[0] > "response"
        assert "What↓" in heads(pilot)


async def test_keys_are_heard_while_a_list_is_sorted_and_one_lands_where_one_stands_then(
    desk_open, settled, monkeypatch
):
    from threading import Event

    from workflow.views import sorting

    may, sort = Event(), sorting.sort

    def slowly(look, window):
        assert may.wait(20)
        return sort(look, window)

    monkeypatch.setattr(sorting, "sort", slowly)
    async with desk_open("follow_ups", (200, 50)) as pilot:
        big = pilot.app.screen.query_one(BigList)
        big.go_to(30)
        pilot.app.screen.sort("owner")
        await until(lambda: "sorting by who owes it" in pilot.app.screen.query_one(FilterLine).says)
        await pilot.press("j")
        key = big.key
        assert big.cursor == 31
        await pilot.press("3")
        await until(lambda: pilot.app.screen.place == "reports")
        await pilot.press("4")
        await until(lambda: pilot.app.screen.place == "follow_ups")
        assert "Day↑" in heads(pilot), "the sign stands where the rows are sorted"
        may.set()
        await settled(pilot)
        assert "Who↑" in heads(pilot)
        assert big.key == key


async def test_a_sort_nobody_waits_for_any_more_is_given_up(desk_open, settled, monkeypatch):
    from threading import Event

    from workflow.views import sorting

    begun, given_up, sort = Event(), Event(), sorting.sort

    def for_ever(look, window):
        if window.order != "owner":
            return sort(look, window)
        begun.set()
        try:
            many = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
            return look.tx.run(many).fetchone()
        finally:
            given_up.set()

    monkeypatch.setattr(sorting, "sort", for_ever)
    async with desk_open("follow_ups") as pilot:
        pilot.app.screen.query_one(BigList).go_to(30)
        pilot.app.screen.sort("owner")
        await until(begun.is_set)
        pilot.app.screen.sort("body")
        await until(given_up.is_set)
        await settled(pilot)
        assert pilot.app.screen.order == "body"
        assert notice(pilot) == ""
