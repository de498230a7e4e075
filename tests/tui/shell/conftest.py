"""The demonstration as it stands on 22 November 2026, opened on the screens; and what a test asks of a screen."""

import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from at_a_screen import stand, text_of, until

from db.store import open_store
from tui.app import MattersApp
from workflow import demo
from workflow.desk import Desk

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)

SIZES = [(80, 24), (200, 50)]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration, built once."""
    path = tmp_path_factory.mktemp("shell") / "demonstration.db"
    with open_store(str(path)) as store:
        demo.build(Desk(store, "demonstration", lambda: NOW))
    return path


@pytest.fixture
def database(demonstration, tmp_path):
    """A copy of it that may be written to."""
    return shutil.copy(demonstration, tmp_path / "matters.db")


@pytest.fixture
def opened(database, tmp_path, monkeypatch):
    """Opens the screens on a database, once Today is shown."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)

    @asynccontextmanager
    async def at(path=database, size=(80, 24)):
        app = MattersApp(str(path), "rose", clock=lambda: NOW)
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(lambda: app.stamp != -1 and app.screen.loaded.is_set())
            await pilot.pause()
            yield Screen(pilot)

    return at


class Screen:
    """What is on the screen, and the keys."""

    def __init__(self, pilot):
        self.pilot, self.app = pilot, pilot.app

    @property
    def text(self):
        """What stands there."""
        return text_of(self.app)

    async def press(self, *keys):
        """Presses keys."""
        await self.pilot.press(*keys)

    async def write(self, words):
        """Types words."""
        for letter in words:
            await self.pilot.press("space" if letter == " " else letter)

    async def sees(self, *words):
        """Waits until all of these stand there."""
        try:
            await until(lambda: stand(self.text, words), 20)
        except AssertionError:
            missing = [one for one in words if one not in self.text]
            raise AssertionError(f"{missing} never stood in:\n{self.text}") from None

    async def until(self, holds):
        """Waits until something holds."""
        await until(holds, 20)

    async def no_longer_sees(self, words):
        """Waits until it is gone."""
        await until(lambda: words not in self.text, 20)
