"""What goes wrong around a database: each time a sentence, nothing changed, and it works again afterwards."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import closing

import pytest

from db import queries
from db.store import Store, open_store
from db.verify import verify
from states.errors import Conflict, StoreDamaged, StoreError, StoreTooNew, StoreUnreachable


@pytest.fixture
def path(tmp_path):
    return tmp_path / "matters.db"


def refused(url, error, words, **more):
    with pytest.raises(error, match=words) as caught:
        open_store(str(url), **more)
    return str(caught.value)


def test_a_file_that_is_no_database_is_not_touched(path):
    path.write_text("Dear all, please find attached " * 500)
    before = path.read_bytes()
    refused(path, StoreUnreachable, "is not a database")
    assert path.read_bytes() == before


def test_some_other_programs_database_is_not_touched(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE photos (name)")
    before = path.read_bytes()
    refused(path, StoreUnreachable, "some other program")
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_another_programs_tables_on_postgresql_are_not_touched(postgres_url):
    import psycopg

    with psycopg.connect(postgres_url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE TABLE photos (name text)")
    refused(postgres_url, StoreUnreachable, "some other program")


def test_a_newer_database_is_not_touched(path):
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    refused(path, StoreTooNew, "newer version")


def test_a_newer_database_on_postgresql_is_not_touched(postgres_url):
    with open_store(postgres_url) as store, store.connection() as connection:
        connection.execute("UPDATE matters_schema SET version_num = '9999'")
    refused(postgres_url, StoreTooNew, "newer version")


def test_a_missing_folder_a_missing_file_and_a_folder_are_sentences(path, tmp_path):
    refused(tmp_path / "no" / "matters.db", StoreUnreachable, "There is no folder")
    refused(path, StoreUnreachable, "There is no database", create=False)
    refused(tmp_path, StoreUnreachable, "is a folder")
    assert not path.exists()


def test_what_is_no_url_of_ours_is_a_sentence():
    refused("mysql://u:secret@h/d", StoreUnreachable, "no store we know")
    refused("://", StoreUnreachable, "no store we know")


def test_a_server_that_is_down_is_a_sentence_without_the_password():
    says = refused("postgresql+psycopg://ann:sesame@127.0.0.1:1/matters", StoreUnreachable, "does not answer", wait=2)
    assert "sesame" not in says


def test_a_database_that_does_not_exist_on_the_server_is_a_sentence(postgres):
    refused(postgres.format("nowhere"), StoreUnreachable, "no database of that name")


def test_a_wrong_password_is_a_sentence_without_it(postgres):
    import psycopg

    with psycopg.connect(postgres.format("postgres").replace("+psycopg", ""), autocommit=True) as connection:
        (port,) = connection.execute("SHOW port").fetchone()
    host = postgres.partition("host=")[2]
    says = refused(
        f"postgresql+psycopg://nobody:sesame@/postgres?host={host}&port={port}",
        StoreUnreachable,
        "name or the password",
    )
    assert "sesame" not in says


def test_a_database_locked_by_another_process_is_a_sentence_and_works_again(path, pen_for):
    open_store(str(path)).close()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],isolation_level=None); c.execute('BEGIN IMMEDIATE');"
            "print('held',flush=True); sys.stdin.read()",
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holder.stdout is not None
    holder.stdout.readline()
    with open_store(str(path), wait=0.2) as store:
        with pytest.raises(StoreUnreachable, match="another program just now"):
            pen_for(store).draft()
        with store.reading() as tx:
            assert tx.head().entry == 0
        holder.communicate()
        pen_for(store).draft()
        assert verify(store).good


def test_a_full_disk_is_a_sentence_and_works_again(path, pen_for):
    with open_store(str(path)) as store:
        pen = pen_for(store)
        pen.draft()
        with store.connection() as connection:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        before = pen.dump()
        with pytest.raises(StoreUnreachable, match="full"):
            pen.put("document", {"path": "x" * 100_000, "sha256": "a" * 64, "kind": "minute"})
        assert pen.dump() == before
        with store.connection() as connection:
            connection.execute(f"PRAGMA max_page_count = {pages + 10_000}")
        pen.draft()
        assert verify(store).good


def fill(pen):
    for i in range(200):
        pen.put("document", {"path": "x" * 50_000, "sha256": f"{i:064}", "kind": "minute"})


@pytest.mark.heavy
@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="mounts a small disk")
def test_a_really_full_disk_is_a_sentence_and_works_again(tmp_path, pen_for):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("may not mount")
    try:
        with open_store(str(disk / "matters.db")) as store:
            pen = pen_for(store)
            pen.draft()
            (disk / "filler").write_bytes(b"x" * 400_000)
            with pytest.raises(StoreError, match="full"):
                fill(pen)
            (disk / "filler").unlink()
            pen.draft()
            assert verify(store).good
    finally:
        subprocess.run(["umount", str(disk)], check=False)


def test_a_file_that_may_only_be_read_is_read_and_not_written(path, pen_for):
    with open_store(str(path)) as store:
        pen_for(store).draft()
    with Store("sqlite", str(path), path=path, read_only=True) as store:
        with store.reading() as tx:
            assert len(tx.all(queries.REPORTS)) == 1
        with pytest.raises(StoreUnreachable, match="cannot be written to"):
            pen_for(store).draft()


def test_a_damaged_file_is_a_sentence(path, pen_for):
    with open_store(str(path)) as store:
        for _ in range(50):
            pen_for(store).draft()
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data), 4096):
        data[at : at + 200] = b"\xff" * 200
    path.write_bytes(data)
    with pytest.raises((StoreDamaged, StoreUnreachable)), open_store(str(path)) as store:
        verify(store)


def test_two_writers_each_succeed_or_are_told(store, pen, pen_for):
    ref = pen.draft()
    told, done = [], []

    def write(who: str) -> None:
        from datetime import date

        mine = pen_for(store)
        mine.who = who
        for i in range(20):
            try:
                mine.promise(ref, date(2027, 1, 1 + i))
                done.append(who)
            except Conflict as error:
                told.append(error)

    threads = [threading.Thread(target=write, args=(who,)) for who in ("Ann", "Bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) + len(told) == 40
    with store.reading() as tx:
        assert tx.head().entry == 1 + len(done)
    assert verify(store).findings == ()


WRITER = textwrap.dedent(
    """
    import sys
    from datetime import UTC, datetime
    from db.store import open_store
    store = open_store(sys.argv[1])
    while True:
        with store.writing() as tx:
            ref = tx.put("body", {"name": "Body"}, who="Ann", now=datetime.now(UTC))
            tx.put("body_name", {"body": ref, "name": "Body"}, who="Ann", now=datetime.now(UTC))
        print(ref, flush=True)
    """
)


def kill_once(url, moments):
    """Starts a writer, kills it after so many writes; the last write it confirmed."""
    process = subprocess.Popen([sys.executable, "-c", WRITER, url], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    last = 0
    for _ in range(moments):
        last = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.wait()
    process.stdout.close()
    return int(rest[-1]) if rest else last


def kill_often(url, times):
    open_store(url).close()
    for i in range(times):
        confirmed = kill_once(url, 5 + i % 7)
        with open_store(url, create=False) as store:
            with store.reading() as tx:
                bodies, names = len(tx.find("body")), len(tx.find("body_name"))
            assert bodies == names
            assert bodies >= confirmed
            assert verify(store).findings == ()


def test_a_process_killed_loses_nothing_confirmed_and_leaves_nothing_half(store_url):
    kill_often(store_url, 2)


@pytest.mark.heavy
@pytest.mark.timeout(600)
def test_a_process_killed_often_loses_nothing_confirmed(store_url):
    kill_often(store_url, 40)


def test_writers_in_two_processes_make_one_chain(store_url):
    open_store(store_url).close()
    code = WRITER.replace("while True:", "for _ in range(15):")
    processes = [subprocess.Popen([sys.executable, "-c", code, store_url], stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    with open_store(store_url, create=False) as store:
        verdict = verify(store)
        assert verdict.findings == ()
        assert verdict.entries == 60
