"""What a co-ordinator does to one report by its forms, key by key: lists, corrections, refusals, leaving a form."""

import pytest
from at_a_screen import council, report, screens, text_of, until
from textual.widgets import Input

from states.words import State
from tui.dialogs.made_form import MadeForm
from tui.dialogs.move_form import MoveForm
from tui.dialogs.picker import Picker
from tui.dialogs.small import Ask, Small
from tui.screens.record import Record
from tui.widgets.notice import Notice
from tui.widgets.paper import Paper


@pytest.fixture
def path(tmp_path):
    """Where the database is."""
    return tmp_path / "m.db"


async def opened(pilot) -> Record:
    """The page of the first report, drawn."""
    pilot.app.record("R1")
    await until(lambda: isinstance(pilot.app.screen, Record) and len(pilot.app.screen.query_one("#left").rows) > 3)
    await pilot.pause()
    return pilot.app.screen


async def gives(pilot, key: str, kind: type):
    """The form that a key opens."""
    await pilot.pause()
    await pilot.press(key)
    await until(lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.focused is not None)
    await pilot.pause()
    return pilot.app.screen


async def write(pilot, words: str) -> None:
    """Types words."""
    for letter in words:
        await pilot.press("space" if letter == " " else letter)


def noticed(screen) -> str:
    """What the line under the page, or in the form, says."""
    return screen.query_one(Notice).sentence


async def test_a_refused_close_names_the_keys_that_clear_the_way_and_a_form_begun_is_left_only_when_asked_twice(path):
    report(council(path), State.UPDATED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        await pilot.press("C")
        await until(lambda: "not discharged; sign it off first. " in noticed(record))
        assert noticed(record).endswith("S signs off. D ends what is owed.")
        await pilot.press("j")
        await until(lambda: not noticed(record))
        await gives(pilot, "D", Small)
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        form = await gives(pilot, "D", Small)
        await pilot.press("down", "down", "x", "escape")
        await until(lambda: "esc again leaves it" in noticed(form))
        assert pilot.app.screen is form
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        assert record.whole.shown.follow_ups


async def test_recommendations_are_changed_and_added_to_in_one_form_and_their_numbers_stay(path):
    report(council(path), State.RECOMMENDED)
    async with screens(path) as pilot:
        record = await opened(pilot)
        await pilot.press("tab")
        await gives(pilot, "e", Picker)
        form = await gives(pilot, "enter", MadeForm)
        assert form.focused.value == "That libraries stay open."
        form.focused.value = "That every library stays open."
        await pilot.press("ctrl+n")
        await until(lambda: len(form.query("Proposed")) == 2)
        await write(pilot, "Publish the hours")
        await pilot.press("ctrl+s")
        await until(lambda: "why" in noticed(form))
        form.query_one("#fact-why Input", Input).focus()
        await write(pilot, "the minutes say so")
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is record and len(record.whole.shown.recommendations) == 2)
        made = [(r.number, r.text, r.to) for r in record.whole.shown.recommendations]
        assert made == [(1, "That every library stays open.", "Cabinet"), (2, "Publish the hours", "Cabinet")]


async def test_who_called_it_in_is_a_list_with_a_line_for_each(path):
    report(council(path), State.CALLED_IN)
    async with screens(path) as pilot:
        record = await opened(pilot)
        before = record.whole.shown.call_in["callers"]
        await gives(pilot, "e", Picker)
        await write(pilot, "who called")
        await pilot.press("enter")
        await until(lambda: isinstance(pilot.app.screen, Small))
        lines = list(pilot.app.screen.query(".several Input").results(Input))
        assert [line.value for line in lines] == [*before, ""]
        lines[-1].value = "Cllr Green; Labour"
        await pilot.pause()
        pilot.app.screen.query_one("#ask-why", Input).value = "one was forgotten"
        await pilot.press("ctrl+s")
        await until(lambda: record.whole.shown.call_in["callers"] == [*before, "Cllr Green", "Labour"])


async def test_a_correction_names_the_move_it_strikes_the_last_or_the_one_under_the_cursor(path):
    report(council(path), State.RECOMMENDED)
    async with screens(path, (120, 40)) as pilot:
        record = await opened(pilot)
        left = record.query_one("#left", Paper)
        entry = next(p.entry for p in record.whole.timeline if p.move == "scrutinise")
        left.cursor = next(at for at, row in enumerate(left.rows) if row.key == f"entry/{entry}")
        await gives(pilot, "u", Picker)
        await pilot.press("down", "enter")
        await until(lambda: isinstance(pilot.app.screen, Small))
        assert "Strikes this entry: scrutinise" in pilot.app.screen.says
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        left.cursor = 0
        form = await gives(pilot, "u", Small)
        assert "Strikes the last move: recommend, 8 Mar 2017" in form.says
        await write(pilot, "wrong")
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is record and record.whole.shown.state == "scrutinised")
        form = await gives(pilot, "u", Small)
        assert "Strikes the last move: scrutinise, 7 Mar 2017" in form.says


async def test_only_what_applies_is_asked_and_a_body_says_what_kind_of_maker_it_is(path):
    report(council(path), State.RECOMMENDED)
    async with screens(path) as pilot:
        await opened(pilot)
        form = await gives(pilot, "d", MoveForm)
        assert "Why not scrutinised" not in text_of(pilot.app)
        assert "Why it cannot be" not in text_of(pilot.app)
        await pilot.press("tab")
        await write(pilot, "cab")
        await until(lambda: "⇥ Tab" in text_of(pilot.app))
        await pilot.press("tab")
        await until(lambda: "● executive" in text_of(pilot.app))
        form.query_one("#fact-callable Choice").focus()
        await pilot.press("n", "o")
        await until(lambda: "Why it cannot be" in text_of(pilot.app))
        assert "q quit" not in text_of(pilot.app)
        assert form.answers()["maker_kind"] == "executive"


async def test_what_an_undated_duty_waits_for_is_said_once(path):
    report(council(path), State.CABINET_DECIDED)
    async with screens(path, (120, 50)) as pilot:
        record = await opened(pilot)
        assert [p.condition for p in record.whole.shown.undated] == ["the decision is published"]
        lines = ["".join(cell.text for cell in row.cells) for row in record.query_one("#left", Paper).rows]
        assert sum("the decision is published" in line for line in lines) == 1


async def test_a_number_that_is_filled_in_already_is_replaced_by_what_is_typed_and_words_are_gone_on_with(tmp_path):
    council(tmp_path / "m.db").close()
    async with screens(tmp_path / "m.db") as pilot:
        form = Small("Take", "", [Ask("ref", "Report", "R7"), Ask("title", "Title", "two words")], lambda *_: None)
        await pilot.app.push_screen(form)
        await until(lambda: form.ready)
        await pilot.press(*"R8", "down", *"!")
        assert form.values() == {"ref": "R8", "title": "two words!"}
