"""Reports and follow-ups: read page by page, filtered, sorted, marked, exported, kept in place."""

import csv
import json
from datetime import UTC, datetime

import pytest
from at_a_screen import until

from db.store import open_store
from states.days import On
from states.facts import Body, Facts
from states.words import BodyKind, Move
from tui.widgets.big_list import BigList
from tui.widgets.filter_input import FilterInput
from tui.widgets.filter_line import FilterLine
from tui.widgets.notice import Notice
from workflow.desk import Desk
from workflow.engine import make_move

NOW = datetime(2026, 1, 1, 10, tzinfo=UTC)
BOARD = Body("Scrutiny Board (2)", BodyKind.SCRUTINY, scrutiny=True)


def count(path, sql):
    with open_store(str(path)) as store, store.reading() as tx:
        return tx.run(sql).fetchone()[0]


def shown(pilot):
    """What is drawn of the list."""
    big = pilot.app.screen.query_one(BigList)
    return "\n".join(big.render_line(y).text for y in range(big.size.height))


def found(pilot):
    return pilot.app.screen.query_one(FilterLine).says


def notice(pilot):
    return pilot.app.screen.query_one(Notice).sentence


async def filtered(pilot, settled, text):
    pilot.app.screen.query_one(FilterLine).put(text)
    await settled(pilot)


async def test_every_report_is_in_the_list_and_only_pages_are_read(desk_open, settled, database):
    many = count(database, "SELECT count(*) FROM report WHERE state IS NOT NULL")
    async with desk_open() as pilot:
        big = pilot.app.screen.query_one(BigList)
        assert len(big.pages) == many
        assert f"1 of {many:,}" in found(pilot)
        assert "R1 " in shown(pilot)
        await pilot.press("G")
        await settled(pilot)
        assert big.key == f"R{many}"
        assert f"R{many} " in shown(pilot)
        assert "…" not in [line.strip() for line in shown(pilot).splitlines()]
        await pilot.press("g", "j", "j", "enter")
        await settled(pilot)
        assert pilot.app.screen.place == "record"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_both_lists_at_both_sizes(desk_open, size):
    for tab in ("reports", "follow_ups"):
        async with desk_open(tab, size) as pilot:
            assert pilot.app.screen.query_one(BigList).size.height >= size[1] - 10
            assert "in " in shown(pilot)


async def test_a_filter_narrows_the_list_and_says_what_is_wrong_in_place(desk_open, settled, database):
    closed = count(database, "SELECT count(*) FROM report WHERE state = 'closed'")
    async with desk_open() as pilot:
        await pilot.press("f", *"state:closed", "enter")
        await settled(pilot)
        big = pilot.app.screen.query_one(BigList)
        assert len(big.pages) == closed
        assert big.has_focus
        await filtered(pilot, settled, "boddy:x")
        assert "Did you mean “body:”" in notice(pilot)
        assert pilot.app.screen.query_one(FilterLine).text == "boddy:x"
        assert len(big.pages) == closed
        await pilot.press("c")
        await settled(pilot)
        assert notice(pilot) == ""
        assert len(big.pages) > closed


async def test_tab_completes_names_from_the_database(desk_open, settled):
    async with desk_open() as pilot:
        await pilot.press("f", *"offi", "tab")
        line = pilot.app.screen.query_one(FilterInput)
        assert line.value == "officer:"
        await settled(pilot)
        await pilot.press("tab")
        assert line.value.startswith('officer:"')
        await pilot.press("enter")
        await settled(pilot)
        officer = line.value.split('"')[1]
        big = pilot.app.screen.query_one(BigList)
        assert {big.pages.line(at).row.lead_officer for at in range(len(big.pages))} == {officer}


async def test_marks_by_key_and_mouse(desk_open, settled):
    async with desk_open() as pilot:
        big = pilot.app.screen.query_one(BigList)
        await pilot.press("space", "space")
        assert big.marks == {"R1", "R2"}
        await until(lambda: "2 marked" in found(pilot))
        await pilot.click(BigList, offset=(20, 6), control=True)
        assert big.marks == {"R1", "R2", "R7"}
        await pilot.press("asterisk")
        assert big.marked == 0
        await pilot.press("asterisk", "space")
        assert big.marked == len(big.pages) - 1
        await pilot.press("c")
        await settled(pilot)
        assert big.marked == 0


async def test_what_is_shown_is_exported_with_the_formula_guard(desk_open, settled, database, tmp_path):
    async with desk_open() as pilot:
        await filtered(pilot, settled, "state:closed")
        many = len(pilot.app.screen.query_one(BigList).pages)
        await pilot.press("E")
        await settled_dialog(pilot)
        await type_path(pilot, tmp_path / "shown.csv")
        await settled(pilot)
        with (tmp_path / "shown.csv").open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == many
        assert {row["state"] for row in rows} == {"closed"}
        await pilot.press("space", "E")
        await settled_dialog(pilot)
        await type_path(pilot, tmp_path / "marked.json")
        await settled(pilot)
        assert len(json.loads((tmp_path / "marked.json").read_text())) == 1
        assert "1 row written" in notice(pilot)
        await pilot.press("E")
        await settled_dialog(pilot)
        await type_path(pilot, tmp_path / "marked.json")
        assert "is there already" in notice(pilot)


async def settled_dialog(pilot):
    for _ in range(20):
        await pilot.pause()
        if pilot.app.screen.is_modal:
            return


async def type_path(pilot, path):
    from textual.widgets import Input

    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await pilot.pause()


def test_a_file_that_is_there_already_is_not_proposed_for_an_export(tmp_path, monkeypatch):
    from tui.dialogs.export import ask_file

    monkeypatch.chdir(tmp_path)
    (tmp_path / "follow-ups.csv").touch()
    (tmp_path / "follow-ups-2.csv").touch()
    assert ask_file("follow_ups", lambda: 3).value == "follow-ups-3.csv"


async def test_a_filter_is_kept_let_go_and_found_in_the_palette(desk_open, settled):
    from tui.palette import SavedFilters
    from tui.saved import kept

    async with desk_open() as pilot:
        await filtered(pilot, settled, "state:closed")
        await pilot.press("K")
        await settled_dialog(pilot)
        await type_path(pilot, "What is closed")
        await settled(pilot)
        assert kept() == [("reports", "What is closed", "state:closed")]
        pilot.app.action_go("today")
        await settled(pilot)
        provider = SavedFilters(pilot.app.screen)
        await provider.startup()
        hits = [hit async for hit in provider.search("closed")]
        begun = [hit async for hit in provider.search("what is")]
        assert begun[0].score > hits[0].score, "a name somebody begins to type is meant before what is only like it"
        await hits[0].command()
        await settled(pilot)
        assert pilot.app.screen.query_one(FilterLine).text == "state:closed"
        await pilot.press("K")
        await settled_dialog(pilot)
        assert "“What is closed”" in pilot.app.screen.says
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert kept() == []


async def test_the_cursor_keeps_its_row_when_somebody_enters_something(desk_open, settled, database):
    async with desk_open() as pilot:
        await pilot.press("s")
        await settled(pilot)
        await pilot.press(*("j" * 12))
        big = pilot.app.screen.query_one(BigList)
        key, many = big.key, len(big.pages)
        with open_store(str(database)) as store:
            make_move(
                Desk(store, "omar", lambda: NOW),
                None,
                Move.DRAFT,
                Facts(title="AAA", scrutiny_body=BOARD),
                on=On.day(NOW.date()),
            )
        await pilot.app.beat()
        await settled(pilot)
        assert len(big.pages) == many + 1
        assert (big.key, big.cursor) == (key, 13)


async def test_going_to_a_share_of_the_list(desk_open, settled):
    async with desk_open() as pilot:
        await pilot.press("percent_sign")
        await settled_dialog(pilot)
        await type_path(pilot, "50%")
        await settled(pilot)
        big = pilot.app.screen.query_one(BigList)
        assert big.cursor == round(len(big.pages) / 2)


HOSTILE = "[bold]x[/foo] \x1b]0;evil\x07 \u202eabc =1+1 " + "y" * 10_000


async def test_hostile_text_is_text(desk_open, settled, database):
    with open_store(str(database)) as store:
        desk = Desk(store, "omar", lambda: NOW)
        make_move(
            desk,
            None,
            Move.DRAFT,
            Facts(title=HOSTILE, lead_officer=HOSTILE, scrutiny_body=BOARD),
            on=On.day(NOW.date()),
        )
    async with desk_open(size=(200, 50)) as pilot:
        await pilot.press("G")
        await settled(pilot)
        assert "[bold]x[/foo]" in shown(pilot)
        assert "\x1b" not in shown(pilot)
        assert "\u202e" not in shown(pilot)
        await filtered(pilot, settled, "[/foo] evil")
        await pilot.press("f", "end", *' officer:"', "tab")
        await settled(pilot)
