"""What is done with a long list: sorted by a click, filtered by a long line, the same done to all that are marked."""

import re

from at_a_screen import text_of, until
from textual.widgets import Input

from db.store import open_store
from tui.widgets.big_list import BigList
from tui.widgets.filter_input import FilterInput
from tui.widgets.notice import Notice


def notice(pilot):
    return pilot.app.screen.query_one(Notice).sentence


async def test_a_heading_is_clicked_to_sort_and_a_long_filter_stands_there_once(desk_open, settled):
    async with desk_open(size=(80, 24)) as pilot:
        place = pilot.app.screen.query_one("Headings")
        at = "".join(segment.text for segment in place.render_line(0)).index("Title")
        for falling in (False, True):
            await pilot.click("Headings", offset=(at + 1, 0))
            await settled(pilot)
            assert (pilot.app.screen.order, pilot.app.screen.falling) == ("title", falling)
        await pilot.press("f")
        await settled(pilot)
        assert "tab complete" in text_of(pilot.app)
        assert "q quit" not in text_of(pilot.app)
        pilot.app.screen.query_one(FilterInput).value = f"state:closed {'zebra ' * 14}".strip()
        await pilot.press("enter")
        await settled(pilot)
        line = text_of(pilot.app).splitlines()[3]
        assert line.count("state:closed") == 1
        assert "…" in line
        assert "q quit" in text_of(pilot.app)
        assert "Nothing is found" in text_of(pilot.app)
        await pilot.press("E")
        await until(lambda: "nothing to write" in notice(pilot))


async def test_shift_marks_as_one_goes_and_takes_the_marks_away_on_the_way_back(desk_open, settled):
    async with desk_open() as pilot:
        big = pilot.app.screen.query_one(BigList)
        keys = [big.pages.line(at).key for at in range(6)]
        await pilot.press("j", "shift+down", "shift+down")
        assert big.marks == set(keys[1:4])
        await pilot.press("shift+up")
        assert big.marks == set(keys[1:3])
        await pilot.press("shift+up", "shift+up")
        assert big.marks == set(keys[0:2]), "on the other side of where it began it marks again"
        await pilot.press("j", "j", "j", "shift+down")
        assert big.marks == {*keys[0:2], *keys[3:5]}
        await pilot.press("ctrl+a", "ctrl+a")
        assert big.all_marked


async def test_the_same_is_done_to_all_that_are_marked_or_to_none(desk_open, settled, database):
    async with desk_open("follow_ups") as pilot:
        big = pilot.app.screen.query_one(BigList)
        keys = [big.pages.line(at).key for at in range(2)]
        await pilot.press("space", "space")
        await until(lambda: "E export" in text_of(pilot.app))
        await pilot.press("z")
        await until(lambda: pilot.app.screen.query("#ask-until"))
        pilot.app.screen.query_one("#ask-until", Input).value = "1 February 2026"
        await pilot.press("ctrl+s")
        await until(lambda: "2 follow-ups are snoozed" in notice(pilot))
        assert big.marked == 0
    refs = " OR ".join(f"(report = {k[1:].partition('/')[0]} AND number = {k.partition('/')[2]})" for k in keys)
    with open_store(str(database)) as store, store.reading() as tx:
        found = tx.run(f"SELECT count(*) FROM follow_up WHERE snoozed_until = '2026-02-01' AND ({refs})").fetchone()
    assert found[0] == 2


async def test_an_export_says_how_many_rows_once_they_are_counted_and_when_they_are_written(
    desk_open, settled, tmp_path
):
    async with desk_open("follow_ups") as pilot:
        big = pilot.app.screen.query_one(BigList)
        many, big.pages.counted = big.pages.counted, None
        await pilot.press("E")
        await until(lambda: "all rows shown (counting" in text_of(pilot.app))
        big.pages.counted = many
        await until(lambda: f"A new file for {sum(many):,} rows" in text_of(pilot.app))
        pilot.app.screen.query_one(Input).value = str(tmp_path / "owed.csv")
        await pilot.press("enter")
        await until(lambda: f"{sum(many):,} rows written" in notice(pilot))
    assert len((tmp_path / "owed.csv").read_text().splitlines()) > sum(many)


async def test_only_what_is_open_is_counted_as_open_and_narrow_tabs_keep_their_keys(desk_open, settled):
    async with desk_open("follow_ups", size=(40, 24)) as pilot:
        head = text_of(pilot.app).splitlines()[1]
        assert all(key in head for key in ("1", "2", "3", "4 Follow-ups", "5", "6", "7"))
    async with desk_open("follow_ups") as pilot:
        await until(lambda: f"of {len(pilot.app.screen.query_one(BigList).pages):,} open" in text_of(pilot.app))
        pilot.app.screen.show_filter("all")
        await until(lambda: pilot.app.screen.window.wanted.flags == {"all"})
        await settled(pilot)
        assert re.search(r"of [\d,]+ *$", text_of(pilot.app).splitlines()[3])
