"""The disk fills up in the middle of the day: a sentence, nothing changed, and it goes on once there is room.

Where disks may be mounted it is a real one of two megabytes; elsewhere a database that may not grow.
"""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from photographs import rows_of

from db import driver
from db.store import open_store
from db.verify import verify

ENTRY = 40_000
"""So many letters has each report with which the disk is filled."""


class Disk(NamedTuple):
    """A small disk: where, and how room is made on it again."""

    path: Path
    make_room: Callable[[], None]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """A disk with half a megabyte of other people's files on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    if mounted:
        (place / "others").write_bytes(b"x" * 500_000)
        try:
            yield Disk(place, (place / "others").unlink)
        finally:
            subprocess.run(["umount", "-l", str(place)], check=True)
        return
    real, pages = driver.sqlite_connection, [300]

    def small(path: Path | None, wait: float, **more: bool) -> object:
        connection = real(path, wait, **more)
        if path is not None and place in path.parents:
            connection.execute(f"PRAGMA max_page_count = {pages[0]}")
        return connection

    monkeypatch.setattr(driver, "sqlite_connection", small)
    yield Disk(place, lambda: pages.append(pages.pop() + 400))


def rows(path: Path):
    with open_store(str(path), create=False) as store, store.reading() as tx:
        return rows_of(tx)


def test_a_full_disk_is_a_sentence_nothing_is_changed_and_it_goes_on_once_there_is_room(matters, disk):
    path = disk.path / "matters.db"
    assert matters("body", "add", "Board", "--kind", "scrutiny", "--db", path).code == 0

    def begin(number: int):
        words = f"origin={number} " + "x" * ENTRY
        return matters("new", f"Libraries {number}", "--body", "Board", "--fact", words, "--db", path)

    called, confirmed = None, 0
    for number in range(60):
        before = rows(path)
        called = begin(number)
        if called.code:
            break
        confirmed += 1
    assert called is not None
    assert (called.code, called.out) == (1, "")
    assert f"The disk that holds {path} is full; nothing was changed." in called.err
    assert rows(path) == before, "what was refused is not there, not even by half"
    assert matters("show", "R1", "--db", path).code == 0, "what is there can be read"
    assert matters("db", "verify", "--db", path).code == 0
    disk.make_room()
    assert begin(99).code == 0
    with open_store(str(path), create=False) as store:
        assert verify(store).good
        with store.reading() as tx:
            assert tx.run("SELECT count(*) FROM report").fetchone() == (confirmed + 1,)


def test_no_database_is_left_behind_where_there_is_no_room_for_one(matters, disk):
    others = disk.path / "others"
    if not others.exists():
        return  # a database that may not grow is not a disk without room
    (disk.path / "more").write_bytes(b"x" * (1_400_000))
    path = disk.path / "matters.db"
    called = matters("body", "add", "Board", "--kind", "scrutiny", "--db", path)
    assert called.code == 1
    assert "full" in called.err
    disk.make_room()
    (disk.path / "more").unlink()
    assert matters("body", "add", "Board", "--kind", "scrutiny", "--db", path).code == 0
    assert matters("db", "verify", "--db", path).code == 0


def test_a_backup_that_does_not_fit_leaves_no_half_of_one(matters, disk, tmp_path):
    path = tmp_path / "matters.db"
    matters("body", "add", "Board", "--kind", "scrutiny", "--db", path)
    for number in range(30):
        words = f"origin={number} " + "x" * ENTRY
        assert matters("new", f"Libraries {number}", "--body", "Board", "--fact", words, "--db", path).code == 0
    if not (disk.path / "others").exists():
        return
    called = matters("db", "backup", disk.path / "copy.db", "--db", path)
    assert called.code == 1
    assert "full" in called.err
    assert [each.name for each in disk.path.iterdir()] == ["others"]
    assert matters("db", "verify", "--db", path).code == 0
