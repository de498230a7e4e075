"""A small database that a life was lived in, and the command line, called in this process at a place of one's own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from at_the_command import Called, calling, surroundings  # noqa: F401


@pytest.fixture
def matters(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Calls a command; that it went wrong in an unforeseen way is never an answer."""
    call = calling(capsys)

    def foreseen(*words: object) -> Called:
        called = call(*words)
        assert "should not have" not in called.err, called.err
        assert "Traceback" not in called.err, called.err
        return called

    return foreseen


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a database file in which every kind of thing was done."""
    from lives import Life

    from db.store import open_store

    path = tmp_path_factory.mktemp("lived") / "matters.db"
    with open_store(str(path)) as store:
        life = Life(store)
        for n in range(60):
            life.step(n * 7 % 100, n * n * 7919 % 2**20, (0, 1, 9)[n % 3])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()
