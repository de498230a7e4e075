"""Whole lives of reports, entered with nothing but the keyboard at eighty columns, key by key."""

from datetime import UTC, datetime

import at_a_screen
import pytest
from at_a_screen import council, report, screens, stand, text_of, until

from db.store import open_store
from states.words import State
from tui.dialogs.dialog import Dialog
from tui.screens.record import Record
from workflow.desk import Desk

pytestmark = pytest.mark.heavy


class Typist:
    """Fingers on the keys: `'words` are typed, anything else is a key; `…` waits until all is still."""

    def __init__(self, pilot) -> None:
        self.pilot, self.app = pilot, pilot.app

    async def __call__(self, *keys: str) -> None:
        for key in keys:
            if key.startswith("'"):
                for letter in key[1:]:
                    await self.pilot.press("space" if letter == " " else letter)
            else:
                await self.pilot.press(key)
            await self.still()

    async def still(self) -> None:
        """Waits until nothing is being done."""
        await self.pilot.pause()
        busy = {"look", "do", "foresee", "try"}
        await until(lambda: not any(w.group in busy and not w.is_finished for w in self.app.workers))
        await self.pilot.pause()

    async def form(self, key: str, *keys: str) -> None:
        """Opens a form, fills it in, and does what it says."""
        await self.pilot.press(key)
        await until(lambda: isinstance(self.app.screen, Dialog) and self.app.screen.focused is not None)
        await self(*keys)
        await self.pilot.press("ctrl+s")
        try:
            await until(lambda: isinstance(self.app.screen, Record))
        except AssertionError:
            raise AssertionError(f"the form stayed:\n{text_of(self.app)}") from None
        await self.still()

    async def sees(self, *words: str) -> None:
        try:
            await until(lambda: stand(text_of(self.app), words))
        except AssertionError:
            raise AssertionError(f"{words} never stood in:\n{text_of(self.app)}") from None


async def test_from_recommended_to_closed(tmp_path):
    report(council(tmp_path / "m.db"), State.RECOMMENDED)
    async with screens(tmp_path / "m.db") as pilot:
        types = Typist(pilot)
        await types("3")
        await types.sees("Connecting Communities")
        await types("enter")
        await types.sees("R1 · Connecting Communities")
        await types.form("p", "'20 march 2017", "down", "down", "down", "a")
        await types.sees("answers entered", "accepted")
        await types.form(
            "d", "'21 march 2017", "down", "'cab", "tab", "down", "'To go ahead", "down", "n", "o", "down", "n", "o",
        )  # fmt: skip
        await types.sees("◉ decided")
        await types.form("U", "enter", "enter", "down", "down", "down", "down", "down", "c")
        await types.sees("◉ updated", "complete")
        await types.form("S", "enter", "enter", "down", "down", "d")
        await types.sees("discharged")
        await types("C")
        if "still open" in text_of(pilot.app):
            await types.form("D")
        await types.form("C")
        await types.sees("◉ closed", "updated → closed")
    store = open_store(str(tmp_path / "m.db"))
    with store.reading() as tx:
        assert tx.ask("SELECT state FROM report WHERE ref = 1").fetchone()[0] == "closed"
    store.close()


async def test_a_call_in_that_goes_to_full_council_and_is_let_go(tmp_path, monkeypatch):
    later = datetime(2025, 4, 1, 9, 0, tzinfo=UTC)
    monkeypatch.setattr(at_a_screen, "NOW", later)
    Desk(open_store(str(tmp_path / "m.db")), "ann", lambda: later).close()
    async with screens(tmp_path / "m.db") as pilot:
        types = Typist(pilot)
        await types.sees("There is nothing here yet")
        await types("n")
        await until(lambda: isinstance(pilot.app.screen, Dialog))
        await types("'Family hub services", "down", "'Scrutiny Committee", "enter", "enter")
        await types.sees("R1 · Family hub services")
        await types.form("e", "'begun", "enter", "ctrl+u", "'10 dec 2024", "down", "'the paper says so")
        await types.form(
            "d", "'17 jan 2025", "down", "'Cabinet Member for Children", "down", "down", "'Two contracts end", "down",
            "down", "y", "down", "down", "down", "down", "y",
        )  # fmt: skip
        await types.sees("◉ decided")
        await types.form("P", "'17 jan 2025")
        await types.sees("publication entered")
        await types.form(
            "i", "'23 jan 2025", "enter", "'Mrs Meade", "enter", "'Mr Lewis", "enter", "'Mr Ash", "enter", "enter",
            "'best value", "enter", "enter", "v", "down", "'Democratic Services",
        )  # fmt: skip
        await types.sees("◉ called in")
        await pilot.press("B")
        await until(lambda: isinstance(pilot.app.screen, Dialog))
        await types("enter", "'13 mar 2025", "enter", "'County Council", "ctrl+s")
        await types("down", "down", "'29 jan 2025", "ctrl+s")
        await types.sees("referred to Council")
        await types.form("o", "'4 mar 2025", "down", "t")
        await types.form("R", "'county", "tab", "c", "down", "'13 mar 2025")
        record = pilot.app.screen
        await until(lambda: record.whole.shown.state == "cabinet_decided")
        await types.sees("called in")
        assert record.whole.shown.call_in["released_by"] == "County Council"
        assert record.whole.shown.call_in["callers"] == ["Mrs Meade", "Mr Lewis", "Mr Ash"]
        assert not record.whole.shown.follow_ups
