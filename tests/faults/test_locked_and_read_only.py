"""A database somebody else holds, or that may only be read: exit code 1, a sentence, and nothing is touched."""

import functools
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import db.store

NOBODY = 65534
WRITING = (
    ("body", "add", "A panel", "--kind", "scrutiny"),
    ("new", "Hubs", "--body", "B1"),
    ("advance", "R1", "reopen", "--fact", "until_months=3", "--why", "once more"),
    ("follow-up", "add", "R1", "--quote", "soon"),
    ("correct", "R1", "--why", "by mistake"),
    ("meeting", "add", "B1", "--on", "2026-05-01"),
    ("settle", "R1", "--why", "not known"),
)
READING = (("reports",), ("show", "R1"), ("overdue",), ("gaps",), ("history", "R1"), ("db", "verify"))


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may reach, whoever runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="matters-faults-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def path(place: Path, lived: bytes) -> Path:
    path = place / "matters.db"
    path.write_bytes(lived)
    path.chmod(0o666)
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits ten seconds for another's write."""
    monkeypatch.setattr(db.store, "open_store", functools.partial(db.store.open_store, wait=0.05))


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights that let root write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def content(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def every(matters: Callable, path: Path, commands: tuple) -> list:
    """Calls each command; those that were not, are for want of a module, loaded before as root."""
    return [(words, matters(*words, "--db", path)) for words in commands]


@pytest.mark.usefixtures("impatient")
def test_while_somebody_else_writes_writing_is_refused_in_a_sentence_and_reading_goes_on(matters, path):
    matters("reports", "--db", path)
    before = content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        for words, called in every(matters, path, WRITING):
            assert called.code == 1, (words, called)
            assert "is being written to by another program just now; nothing was changed" in called.err, words
            assert called.out == "", words
        for words, called in every(matters, path, READING):
            assert called.code == 0, (words, called)
        other.execute("ROLLBACK")
    assert content(path) == before
    assert matters("body", "add", "A panel", "--kind", "scrutiny", "--db", path).code == 0


@pytest.mark.usefixtures("impatient")
def test_a_database_that_is_held_whole_is_a_sentence_for_every_command(matters, path):
    before = content(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        for words, called in every(matters, path, (*WRITING, *READING[:2])):
            assert called.code == 1, (words, called)
            assert "Try again in a moment" in called.err, (words, called.err)
    assert content(path) == before


def test_a_file_that_may_only_be_read_is_read_and_never_written(matters, path, place):
    every(matters, path, READING)  # everything is loaded while it may be
    before = path.read_bytes()
    for words in WRITING:
        assert matters(*words, "--help").code == 0
    path.chmod(0o444)
    with as_nobody():
        read, written = every(matters, path, READING), every(matters, path, WRITING)
    for words, called in read:
        assert called.code == 0, (words, called)
    for words, called in written:
        assert called.code == 1, (words, called)
        assert "nothing was changed" in called.err, (words, called.err)
    assert path.read_bytes() == before


def test_a_folder_that_may_only_be_read_is_a_sentence(matters, path, place):
    every(matters, path, READING)
    before = path.read_bytes()
    names = {each.name for each in place.iterdir()}
    path.chmod(0o444)
    place.chmod(0o555)
    with as_nobody():
        called = every(matters, path, (*READING, *WRITING))
    for words, answer in called:
        assert answer.code in ((0, 1) if words in READING else (1,)), (words, answer)
        assert answer.code == 0 or str(path) in answer.err, (words, answer.err)
    assert path.read_bytes() == before
    assert {each.name for each in place.iterdir()} <= names


def test_a_new_database_where_nothing_may_be_written_is_a_sentence(matters, place):
    matters("body", "add", "Board", "--kind", "scrutiny", "--db", place / "first.db")
    (place / "closed").mkdir(mode=0o555)
    with as_nobody():
        called = matters("body", "add", "Board", "--kind", "scrutiny", "--db", place / "closed" / "matters.db")
    assert called.code == 1
    assert "cannot be opened" in called.err
    assert list((place / "closed").iterdir()) == []


def test_postgresql_that_lets_one_only_read_is_a_sentence(matters, postgres_url):
    import psycopg

    assert matters("body", "add", "Board", "--kind", "scrutiny", "--db", postgres_url).code == 0
    assert matters("new", "Libraries", "--body", "Board", "--db", postgres_url).code == 0
    name = postgres_url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    called = matters("advance", "R1", "withdraw", "--why", "x", "--db", postgres_url)
    assert called.code == 1
    assert "does not let you write; nothing was changed" in called.err
    assert matters("reports", "--db", postgres_url).code == 0


def test_postgresql_on_which_another_desk_holds_the_journal_is_a_sentence(matters, postgres_url, monkeypatch):
    from db.store import open_store

    assert matters("body", "add", "Board", "--kind", "scrutiny", "--db", postgres_url).code == 0
    monkeypatch.setattr(db.store, "open_store", functools.partial(open_store, wait=0.1))
    with open_store(postgres_url) as store, store.writing():
        called = matters("body", "add", "Panel", "--kind", "scrutiny", "--db", postgres_url)
        assert matters("body", "list", "--db", postgres_url).code == 0
    assert called.code == 1
    assert "is being written to by others just now; nothing was changed" in called.err
    assert matters("body", "add", "Panel", "--kind", "scrutiny", "--db", postgres_url).code == 0
