"""A handful of screens as pictures: what nobody thought of testing is seen when it changes.

After a change that is meant: `PICTURES=new pytest -m heavy tests/tui/shell/test_pictures.py`, and look at them.
"""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from at_a_screen import until
from textual.widgets import Input

from tui.app import MattersApp
from tui.dialogs.move_form import MoveForm
from tui.screens.find import Answers
from tui.screens.record import Record

pytestmark = pytest.mark.heavy
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


KEPT = Path(__file__).with_name("pictures")


@pytest.fixture
def picture(database, tmp_path, monkeypatch, request):
    """Takes a picture of the screens on the demonstration and compares it with the one that is kept."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)

    async def taken(size, *keys, until_there=lambda app: True, theme="dark"):
        app = MattersApp(str(database), "rose", clock=lambda: NOW)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            await until(lambda: app.stamp != -1 and app.screen.loaded.is_set())
            for key in keys:
                await pilot.press(key)
                if key == "enter":
                    await until(lambda: a_report(app))
                await pilot.pause()
            await until(lambda: until_there(app))
            busy = {"look", "count", "foresee"}
            await until(lambda: all(w.is_finished for w in app.workers if w.group in busy))
            for line in app.screen.query(Input):
                line.cursor_blink = False
            await pilot.pause(0.2)
            drawn = re.sub(r"@font-face\s*{[^}]*}\s*", "", app.export_screenshot())
        compare(drawn, request.node.name.removeprefix("test_"), tmp_path)

    return taken


def compare(drawn: str, name: str, folder: Path) -> None:
    """Fails where a picture is not the one that is kept, and says where both are; with PICTURES=new it is kept."""
    kept = KEPT / f"{name}.svg"
    if os.environ.get("PICTURES") == "new":
        KEPT.mkdir(exist_ok=True)
        kept.write_text(drawn, "utf-8")
        return
    now = folder / kept.name
    now.write_text(drawn, "utf-8")
    assert kept.is_file(), f"There is no picture {kept} yet: take it with PICTURES=new, and look at it."
    if kept.read_text("utf-8") != drawn:
        pytest.fail(f"The screen looks otherwise now: see {now}; it was {kept}.", pytrace=False)


def a_report(app):
    """Whether a report stands there, drawn."""
    return isinstance(app.screen, Record) and len(app.screen.query_one("#left").rows) > 3


def a_form(app):
    """Whether the form of a move stands there, with what would happen."""
    return isinstance(app.screen, MoveForm) and "NOT YET" in str(app.screen.query_one(".outlook").content)


async def test_today(picture):
    await picture((80, 24))


async def test_today_in_high_contrast_with_its_charts(picture):
    await picture((200, 50), theme="high-contrast")


async def test_the_board(picture):
    await picture((120, 32), "2", until_there=lambda app: bool(getattr(app.screen, "many", None)))


async def test_one_report(picture):
    await picture((120, 32), "j", "enter", until_there=a_report)


async def test_the_form_of_a_move_in_light(picture):
    await picture((120, 32), "j", "enter", "d", until_there=a_form, theme="light")


async def test_the_list_of_reports(picture):
    await picture((200, 50), "3", until_there=lambda app: app.screen.place == "reports" and app.screen.loaded.is_set())


async def test_whatever_happened_to(picture):
    await picture((80, 24), "slash", *"libraries", until_there=found)


def found(app):
    """Whether something was found, and is drawn."""
    return app.screen.place == "find" and len(app.screen.query_one(Answers).rows) > 3
