"""Backups, restoring, checking, and the places where a database may not live."""

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest

from db import care, places
from db.store import open_store
from db.verify import verify
from states.errors import StoreDamaged, StoreUnreachable


def test_a_backup_is_the_store_and_verifies(pen, store, pen_for, tmp_path):
    ref = pen.draft()
    pen.promise(ref, date(2026, 4, 1))
    copy = care.backup(store, tmp_path / "copy.db")
    assert not list(tmp_path.glob("*.part*"))
    with open_store(str(copy), create=False) as other:
        assert verify(other).findings == ()
        assert care.check(other) == []
        assert pen_for(other).dump() == pen.dump()


def test_a_backup_never_overwrites(pen, store, tmp_path):
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(StoreUnreachable, match="there already"):
        care.backup(store, tmp_path / "copy.db")
    with pytest.raises(StoreUnreachable, match="no folder"):
        care.backup(store, tmp_path / "no" / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_backup_taken_while_others_write_is_whole(pen, store, tmp_path):
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            pen.draft()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for i in range(5):
            with open_store(str(care.backup(store, tmp_path / f"{i}.db")), create=False) as copy:
                assert verify(copy).findings == ()
    finally:
        stop.set()
        thread.join()
    assert verify(store, rows=False).findings == ()


def test_restoring_keeps_the_database_before(tmp_path, pen_for):
    path = tmp_path / "matters.db"
    with open_store(str(path)) as store:
        pen_for(store).draft("First")
        copy = care.backup(store, tmp_path / "copy.db")
        pen_for(store).draft("Second")
    done = care.restore(copy, path)
    assert done.verdict.entries == 1
    with open_store(str(path), create=False) as store, store.reading() as tx:
        assert tx.head().entry == 1
    assert done.kept is not None
    with open_store(str(done.kept), create=False) as store, store.reading() as tx:
        assert tx.head().entry == 2


def test_a_backup_that_does_not_verify_is_not_restored(tmp_path, pen_for):
    path = tmp_path / "matters.db"
    with open_store(str(path)) as store:
        pen_for(store).draft("First")
        copy = care.backup(store, tmp_path / "copy.db")
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TRIGGER report_told")
        connection.execute("UPDATE report SET title = 'Eve'")
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match="does not verify"):
        care.restore(copy, path)
    assert path.read_bytes() == before


def test_a_database_in_use_is_not_replaced(tmp_path, pen_for):
    path = tmp_path / "matters.db"
    with open_store(str(path)) as store:
        pen_for(store).draft("First")
        copy = care.backup(store, tmp_path / "copy.db")
        with store.writing(), pytest.raises(StoreUnreachable, match="in use"):
            care.restore(copy, path)
        with store.reading() as tx:
            assert tx.head().entry == 1


def test_checking_names_what_is_not_there(store):
    assert care.check(store) == []
    if store.kind == "sqlite":
        with store.connection() as connection:
            connection.execute("DROP TRIGGER journal_kept")
        assert care.check(store) == ["The trigger journal_kept is not there."]


@pytest.mark.parametrize(
    "folder",
    ["OneDrive - Coventry City Council", "Dropbox", "Google Drive", "iCloud Drive", "iCloudDrive", "OneDrive"],
)
def test_a_synced_folder_is_refused_with_a_sentence(tmp_path, folder):
    (tmp_path / folder).mkdir()
    with pytest.raises(StoreUnreachable, match="copies about"):
        open_store(str(tmp_path / folder / "matters.db"))
    assert not list((tmp_path / folder).iterdir())


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_share_is_refused_with_a_sentence(tmp_path, monkeypatch, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/x {tmp_path.as_posix()} {kind} rw 0 0\n")
    monkeypatch.setattr(places, "PROC_MOUNTS", mounts)
    with pytest.raises(StoreUnreachable, match="network share"):
        open_store(str(tmp_path / "matters.db"))
    assert not (tmp_path / "matters.db").exists()


def test_the_nearest_mount_decides():
    mounts = "/dev/sda / ext4 rw 0 0\nserver:/x /srv nfs4 rw 0 0\n/dev/sdb /srv/my\\040own ext4 rw 0 0\n"
    assert places.mounted_as(Path("/srv/a.db"), mounts) == "nfs4"
    assert places.mounted_as(Path("/srv/my own/a.db"), mounts) == "ext4"
    assert places.mounted_as(Path("/srvx/a.db"), mounts) == "ext4"
