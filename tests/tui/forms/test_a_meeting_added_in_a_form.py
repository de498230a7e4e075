"""A meeting added from a form: it stands first in the list, it stays when the form is left, it is taken back."""

from at_a_screen import council, report, screens, until
from textual.widgets import Input

from states.words import Move, State
from tui.dialogs.move_form import MoveForm
from tui.dialogs.picker import Picker
from tui.dialogs.small import Small
from tui.keys import MOVES
from tui.screens.meetings import Meetings
from tui.screens.record import Record
from tui.widgets.asked import Pick
from tui.widgets.notice import Notice
from tui.widgets.rows import Rows


def stands(pilot, kind: type) -> bool:
    """Whether a form of that kind is on top, to be typed in."""
    return isinstance(pilot.app.screen, kind) and pilot.app.screen.focused is not None


async def test_a_meeting_made_in_a_form_stands_first_stays_when_it_is_left_and_is_taken_back(tmp_path):
    report(council(tmp_path / "m.db"), State.RECOMMENDED)
    async with screens(tmp_path / "m.db", (120, 45)) as pilot:
        pilot.app.record("R1")
        await until(lambda: isinstance(pilot.app.screen, Record) and pilot.app.screen.whole is not None)
        record = pilot.app.screen
        await pilot.pause()
        await pilot.press(MOVES[Move.UPDATE][0])
        await until(lambda: stands(pilot, MoveForm))
        form = pilot.app.screen
        form.query_one("#fact-meeting Pick", Pick).focus()
        await pilot.press("enter")
        await until(lambda: stands(pilot, Picker))
        picker = pilot.app.screen
        known = [choice.value for choice in picker.choices]
        picker.query_one(Rows).cursor = len(picker.query_one(Rows).rows) - 1
        await pilot.press("enter")
        await until(lambda: stands(pilot, Small) and pilot.app.screen.query("#ask-on"))
        pilot.app.screen.query_one("#ask-on", Input).value = "9 March 2017"
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is form)
        await pilot.pause()
        await pilot.press("enter")
        await until(lambda: stands(pilot, Picker))
        new = pilot.app.screen.choices[0].value
        assert new not in known
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is form)
        await pilot.press("backspace")
        await pilot.press("escape")
        await until(lambda: f"{new} was added and stays" in form.query_one(Notice).sentence)
        assert "x on Meetings" in form.query_one(Notice).sentence
        await pilot.press("escape")
        await until(lambda: pilot.app.screen is record)
        pilot.app.action_go("meetings")
        await until(lambda: isinstance(pilot.app.screen, Meetings) and pilot.app.screen.diary is not None)
        diary = pilot.app.screen
        rows = diary.query_one("#meetings", Rows)
        await until(lambda: any(row.key == new for row in rows.rows))
        rows.cursor = next(i for i, row in enumerate(rows.rows) if row.key == new)
        await pilot.press("x")
        await until(lambda: stands(pilot, Small))
        assert pilot.app.screen.heading.startswith(f"Take back · {new}")
        pilot.app.screen.query_one("#ask-why", Input).value = "added by mistake"
        await pilot.press("ctrl+s")
        await until(lambda: pilot.app.screen is diary)
        await until(lambda: next(m.status for m in diary.diary.past if m.meeting == new) == "cancelled")
