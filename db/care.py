"""The care of a database: backups while it is in use, restoring them, checking, moving from one store to another."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from db import words_index
from db.copying import copy_all
from db.faults import in_words
from db.quick import EDITION
from db.revisions import VERSION_TABLE
from db.shaped import ALL
from db.store import Store, open_store
from db.verify import Verdict, verify
from states.errors import StoreDamaged, StoreError, StoreUnreachable

PAGES = 2000
"""How many pages of a SQLite file are copied before others may write again."""

Progress = Callable[[int, int], None]
"""Told how many pages are done, of how many."""


class Restored(NamedTuple):
    """What restoring did: where the database is, and where the one before is kept (None: there was none)."""

    path: Path
    kept: Path | None
    verdict: Verdict


def backup(store: Store, target: Path, *, progress: Progress | None = None) -> Path:
    """Copies a store, while it is in use, into a new SQLite file, as it was at one instant; the file's path.

    Raises:
        StoreUnreachable: there is something at that place already, or it cannot be written to.
    """
    target = target.expanduser().absolute()
    if target.exists():
        raise StoreUnreachable(f"{target} is there already, and was left as it is. Name another file for the backup.")
    if not target.parent.is_dir():
        raise StoreUnreachable(f"There is no folder {target.parent}. Create it, or name another place for the backup.")
    part = target.with_name(f"{target.name}.{os.urandom(4).hex()}.part")
    try:
        if store.kind == "sqlite":
            _pages(store, part, progress)
        else:
            with open_store(str(part)) as copy:
                move(store, copy)
                with copy.connection() as connection:
                    connection.execute("PRAGMA journal_mode = DELETE")
        part.rename(target)
    except BaseException as error:
        _gone(part)
        told = in_words(error, str(target))
        if told is error:
            raise
        raise told from error
    return target


def _gone(part: Path) -> None:
    """Takes away what a backup that failed leaves, what SQLite wrote beside it included."""
    for rest in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + rest).unlink(missing_ok=True)


def _pages(store: Store, part: Path, progress: Progress | None) -> None:
    """SQLite's own way: pages in steps, begun again when another process wrote meanwhile."""

    def tell(status: int, left: int, total: int) -> None:
        if progress is not None:
            progress(total - left, total)

    with closing(sqlite3.connect(part, isolation_level=None)) as copy, store.connection() as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        try:
            source.backup(copy, pages=PAGES, progress=tell)
        finally:
            source.execute("COMMIT")
        copy.execute("PRAGMA journal_mode = DELETE")


def move(source: Store, target: Store) -> dict[str, int]:
    """Copies every row into an empty store of either kind; how many there are of each table.

    Raises:
        StoreError: the target is not empty, or does not hold as many rows afterwards.
    """
    with source.reading() as old, target.writing() as new:
        if new.head().entry:
            raise StoreError(f"{target.place} is not empty; nothing was changed. Name a new database.")
        counts = copy_all(old, new)
        for table in ALL:
            there = new.run(f"SELECT count(*) FROM {table.name}").fetchone()[0]
            if there != counts[table.name]:
                raise StoreError(f"{target.place}: {table.name} has {there} rows, not {counts[table.name]}.")
    return counts


def restore(copy: Path, target: Path) -> Restored:
    """Puts a backup in the place of a database, once it verifies; the database before is kept beside it.

    Raises:
        StoreDamaged: the backup does not verify; nothing was changed.
        StoreUnreachable: the database is in use, or a place cannot be written to.
    """
    copy, target = copy.expanduser().absolute(), target.expanduser().absolute()
    with open_store(str(copy), create=False) as store:
        verdict = verify(store)
        faults = check(store)
    if faults or not verdict.good:
        first = faults[0] if faults else verdict.findings[0].says
        raise StoreDamaged(f"{copy} does not verify, and nothing was changed: {first} Restore an earlier backup.")
    fresh = target.with_name(f"{target.name}.restoring")
    fresh.unlink(missing_ok=True)
    with open_store(str(copy), create=False) as store:
        backup(store, fresh)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as restored:
        restored.execute("PRAGMA journal_mode = WAL")
    kept = None
    if target.exists():
        _alone(target)
        kept = _free_name(target)
        target.rename(kept)
        for more in ("-wal", "-shm"):
            rest = target.with_name(target.name + more)
            if rest.exists():
                rest.rename(kept.with_name(kept.name + more))
    fresh.rename(target)
    return Restored(target, kept, verdict)


def _schema(connection: sqlite3.Connection) -> list[str]:
    """What is missing from a schema, or was changed in it by hand. Of an older edition only the tables are known."""
    there = _declared(connection)
    if connection.execute("PRAGMA user_version").fetchone() != (EDITION,):
        wanted = {("table", name): "" for name in (*(table.name for table in ALL), VERSION_TABLE)}
        return [f"The table {name} is not there." for _, name in sorted(wanted.keys() - there.keys())]
    from db.schema import make

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        make(fresh, "sqlite")
        wanted = _declared(fresh)
    faults = [f"The {kind} {name} is not there." for kind, name in sorted(wanted.keys() - there.keys())]
    faults += [f"The trigger {name} is none of ours." for kind, name in sorted(there.keys() - wanted.keys())
               if kind == "trigger"]  # fmt: skip
    return faults + [
        f"The {kind} {name} was changed: it is not as this version makes it."
        for kind, name in sorted(wanted.keys() & there.keys())
        if wanted[kind, name] != there[kind, name]
    ]


def _words(connection: sqlite3.Connection) -> list[str]:
    """Whether the index of words holds what the rows say, word by word: it is made again, aside, and compared."""
    if connection.execute("PRAGMA user_version").fetchone() != (EDITION,):
        return []
    again = "CREATE VIRTUAL TABLE temp.words_again USING"
    (made,) = words_index.declared("sqlite")
    connection.execute(f"{again} {made.partition(' USING ')[2]}")
    try:
        for statement in words_index.filled()[1:]:
            connection.execute(statement.replace("INTO words ", "INTO temp.words_again ", 1))
        connection.execute("CREATE VIRTUAL TABLE temp.words_told USING fts5vocab(main, words, instance)")
        connection.execute("CREATE VIRTUAL TABLE temp.words_wanted USING fts5vocab(temp, words_again, instance)")
        told, wanted = (f'SELECT term, doc, "offset" FROM temp.words_{name}' for name in ("told", "wanted"))
        apart = f"SELECT 1 FROM ({told} EXCEPT {wanted}) UNION ALL SELECT 1 FROM ({wanted} EXCEPT {told}) LIMIT 1"
        if connection.execute(apart).fetchone() is None:
            return []
    finally:
        for name in ("wanted", "told", "again"):
            connection.execute(f"DROP TABLE IF EXISTS temp.words_{name}")
    return ["The index of words does not say what the rows say: make the database anew with `matters db replay`."]


def _declared(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Everything a schema declares, by kind and name, as it was written."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return {(str(kind), str(name)): str(sql) for kind, name, sql in rows}


def _alone(path: Path) -> None:
    """Sees that nobody else has a database open for writing, and empties its log into it."""
    try:
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise StoreUnreachable(f"{path} is in use; nothing was changed. Close the other windows first.") from error


def _free_name(path: Path) -> Path:
    """A name beside a file that nothing has yet."""
    number = 1
    while (free := path.with_name(f"{path.stem}.before-{number}{path.suffix}")).exists():
        number += 1
    return free


def check(store: Store) -> list[str]:
    """Looks a database over for damage: SQLite's integrity, keys that lead nowhere; each fault as a sentence."""
    if store.kind == "postgresql":
        with store.reading() as tx:
            return [
                f"{table.name} cannot be counted."
                for table in ALL
                if tx.run(f"SELECT count(*) FROM {table.name}").fetchone() is None
            ]
    faults = []
    try:
        with store.connection() as connection:
            for (line,) in connection.execute("PRAGMA integrity_check").fetchall():
                if line != "ok":
                    faults.append(f"Integrity: {line}.")
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
                faults.append(f"Row {row} of {table} names a row of {parent} that is not there.")
            faults += _schema(connection) or _words(connection)
    except StoreDamaged as error:
        faults.append(str(error))
    return faults
