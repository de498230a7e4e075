"""The command line, called at a place of one's own: for tests anywhere, which import these fixtures in a conftest."""

from collections.abc import Callable
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
    """No test sees the settings, the database, the name or the colours of whoever runs it."""
    for name in ("MATTERS_DB", "MATTERS_CONFIG", "MATTERS_DEBUG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MATTERS_WHO", "Ann Clerk")


@pytest.fixture
def matters(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Calls a command in this process: `matters("overdue", "--db", path)`."""
    return calling(capsys)


def calling(capsys: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """What calls a command in this process."""
    from workflow.cli.main import main

    def call(*words: object) -> Called:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Called(code, *capsys.readouterr())

    return call
