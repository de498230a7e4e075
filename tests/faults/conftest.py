"""A small database that a life was lived in, and the command line, called in this process at a place of one's own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest


class Called(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings, the database or the name of whoever runs it."""
    for name in ("MATTERS_DB", "MATTERS_CONFIG", "MATTERS_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MATTERS_WHO", "Ann Clerk")


@pytest.fixture
def matters(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Calls a command; that it went wrong in an unforeseen way is never an answer."""
    from workflow.cli.main import main

    def call(*words: object) -> Called:
        capsys.readouterr()
        code = main([str(word) for word in words])
        called = Called(code, *capsys.readouterr())
        assert "should not have" not in called.err, called.err
        assert "Traceback" not in called.err, called.err
        return called

    return call


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
