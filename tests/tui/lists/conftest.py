"""The screens on a made-up database of some hundred reports, on 1 January 2026, and a hostile one."""

import shutil
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from db.store import open_store
from tui.app import MattersApp
from workflow.synthetic import build_large

NOW = datetime(2026, 1, 1, 10, tzinfo=UTC)


@pytest.fixture(scope="session")
def made_up(tmp_path_factory):
    """A database with 1,200 follow-ups."""
    path = tmp_path_factory.mktemp("lists") / "lists.db"
    with open_store(str(path)) as store:
        build_large(store, 1200, 3)
    return path


@pytest.fixture
def database(made_up, tmp_path):
    """A copy of it that may be written to."""
    path = tmp_path / "matters.db"
    shutil.copy(made_up, path)
    return path


@pytest.fixture
def desk_open(database, monkeypatch, tmp_path):
    """Opens the screens on a database, at a tab."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)

    @asynccontextmanager
    async def opened(tab="reports", size=(100, 30), path=database):
        app = MattersApp(str(path), "jane", clock=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            app.action_go(tab)
            await quiet(pilot)
            yield pilot

    return opened


async def quiet(pilot):
    """Waits until nothing is being asked any more."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.fixture
def settled():
    return quiet
