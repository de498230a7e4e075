"""The page of one report: what it shows, at both sizes and of hostile text; what is done from it besides moves."""

from datetime import date

import pytest
from at_a_screen import NOW, council, report, screens, text_of, until
from textual.widgets import Input

from states.acts import FollowUpAct
from states.words import Move, State
from tui.dialogs.picker import Picker
from tui.dialogs.reading import Reading
from tui.dialogs.small import Small
from tui.keys import MOVES
from tui.screens.record import Record
from tui.widgets.notice import Notice
from workflow import owed

HOSTILE = (
    "[bold]not markup[/bold] [/foo]",
    "\x1b]0;renamed\x07 \x1b[31mred",
    "\u202egnp.exe \u2066left\u2069",
    "A" * 10_000,
    "[@click=app.quit]press[/] {0} %s $accent",
    "two\nlines\tand \u200ba tab",
    "日本語 の 報告",
)


@pytest.fixture
def path(tmp_path):
    """Where the database is."""
    return tmp_path / "m.db"


async def opened(pilot, ref: int = 1) -> Record:
    """The page of a report, read and drawn."""
    pilot.app.record(f"R{ref}")
    await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
    await until(lambda: len(pilot.app.screen.query_one("#left").rows) > 3)
    await pilot.pause()
    return pilot.app.screen


async def small(pilot, **values: str) -> Small:
    """The small form that has opened, filled in."""
    await until(lambda: isinstance(pilot.app.screen, Small) and pilot.app.screen.query("Input, Choice"))
    for name, value in values.items():
        pilot.app.screen.query_one(f"#ask-{name}", Input).value = value
    await pilot.pause()
    return pilot.app.screen


def stand_on(record: Record, kind: str) -> None:
    """Puts the cursor on the first row of a kind."""
    for paper in record.query("Paper"):
        at = next((i for i, row in enumerate(paper.rows) if (row.key or "").startswith(f"{kind}/")), None)
        if at is not None:
            paper.focus()
            paper.cursor = at
            return
    raise AssertionError(f"there is no {kind}")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_page_shows_where_it_stands_what_is_owed_and_what_can_happen(path, size):
    report(council(path), State.RECOMMENDED)
    async with screens(path, size) as pilot:
        await opened(pilot)
        shown = text_of(pilot.app)
        assert "◉ recomm" in shown
        assert "○ " in shown
        assert "That libraries stay open." in shown
        assert "awaiting" in shown
        for key, name in (("p", "respond"), ("d", "decide"), ("w", "withdraw")):
            assert f"{key} {name}" in shown or f"{key}  {MOVES[name][1]}" in shown


async def test_every_move_stands_on_the_page_the_impossible_with_the_sentence_explain_gives(path):
    report(council(path), State.DRAFTED)
    async with screens(path, (200, 120)) as pilot:
        record = await opened(pilot)
        rows = {row.key: row for row in record.query_one("#right").rows if row.key}
        for move in record.whole.explained.moves:
            row = rows[f"move/{move.move}"]
            dim = {cell.kind for cell in row.cells} == {"faint"}
            assert dim is not move.possible
            if not move.possible:
                shown = "".join(cell.text for cell in row.cells)
                assert any(part in move.reasons[0] for part in (shown[-10:], shown.partition(": ")[2][:12]))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_hostile_text_is_text(path, size):
    desk = council(path)
    for title in HOSTILE:
        report(desk, State.DRAFTED, title=title)
    desk.close()
    async with screens(path, size) as pilot:
        for number in range(1, len(HOSTILE) + 1):
            await opened(pilot, number)
            shown = text_of(pilot.app)
            assert not {"\x1b", "\u202e", "\x07"} & set(shown)
            if number == 1:
                assert "[bold]not markup[/bold] [/foo]" in shown
            await pilot.press("w")
            await until(lambda: "Withdraw" in text_of(pilot.app))
            await pilot.press("escape")
            await until(lambda: isinstance(pilot.app.screen, Record))
            await pilot.press("escape")
            await until(lambda: not isinstance(pilot.app.screen, Record))


async def test_the_last_move_is_struck_with_a_reason_and_stays_in_what_happened(path):
    report(council(path), State.SCRUTINISED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        await pilot.press("u")
        await small(pilot, why="the wrong report")
        await pilot.press("ctrl+s")
        await until(lambda: record.whole.shown.state == "drafted")
        assert [p.struck for p in record.whole.timeline if p.move == Move.SCRUTINISE] == [True]


async def test_an_older_fact_is_changed(path):
    report(council(path), State.SCRUTINISED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        await pilot.press("e")
        await until(lambda: isinstance(pilot.app.screen, Picker) and pilot.app.screen.focused)
        pilot.app.screen.query_one(Input).value = "portfolio"
        await pilot.pause()
        await pilot.press("enter")
        await small(pilot, value="Education", why="the minutes say so")
        await pilot.press("ctrl+s")
        await until(lambda: record.whole.shown.portfolio == "Education")


async def test_a_gap_is_filled_in_or_settled_from_the_page(path):
    report(council(path), State.SCRUTINISED)
    async with screens(path, (200, 50)) as pilot:
        record = await opened(pilot)
        many = len([g for g in record.whole.shown.gaps if g.settled is None])
        stand_on(record, "gap")
        await pilot.press("enter")
        await small(pilot, why="not known")
        await pilot.press("ctrl+s")
        await until(lambda: len([g for g in record.whole.shown.gaps if g.settled is None]) == many - 1)


async def test_a_promise_is_added_explained_snoozed_and_done(path):
    report(council(path), State.SCRUTINISED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        await pilot.press("a")
        await small(pilot, quote="a report back", owner="Director of People", due="5 May 2017")
        await pilot.press("ctrl+s")
        await until(lambda: record.whole.shown.follow_ups)
        assert record.whole.shown.follow_ups[0].due == date(2017, 5, 5)
        await until(lambda: any((row.key or "").startswith("owed/") for row in record.query_one("#left").rows))
        stand_on(record, "owed")
        await pilot.press("x")
        await until(lambda: isinstance(pilot.app.screen, Reading))
        assert "Friday 5 May 2017" in pilot.app.screen.paragraphs[0][1]
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        await pilot.press("z")
        await small(pilot, until="in 2 weeks")
        await pilot.press("ctrl+s")
        await until(lambda: any("snoozed" in mark for s in record.whole.standing for mark in s.marks))
        await pilot.press("D")
        await small(pilot)
        await pilot.press("ctrl+s")
        await until(lambda: not record.whole.shown.follow_ups)


async def test_in_the_past_nothing_can_be_entered_and_the_page_says_so(path):
    report(council(path), State.RECOMMENDED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        pilot.app.look_at(date(2017, 3, 6))
        await until(lambda: record.whole.shown.state == "drafted")
        await pilot.press("d")
        await until(lambda: "looking at the past" in record.query_one(Notice).sentence)
        assert "AS IT STOOD ON 6 Mar 2017" in text_of(pilot.app)


async def test_what_somebody_else_enters_appears_and_the_cursor_stays(path):
    ref = report(council(path), State.RECOMMENDED)
    async with screens(path) as pilot:
        record = await opened(pilot, ref)
        before = record.query_one("#left").key
        desk = council(path, "ben")
        owed.do(desk, ref, FollowUpAct("add", quote="a plan by June", due=date(2017, 6, 1)))
        desk.close()
        await until(lambda: any(f.clock == "promise" for f in record.whole.shown.follow_ups))
        assert record.query_one("#left").key == before
        assert NOW.date() == record.today
