"""Bringing a SQLite file up to date with the log beside it, so that a copy of the file alone is whole."""

from db.store import Store


def gather(store: Store) -> None:
    """Brings what was written beside the file (its `-wal`) into the file, as far as nobody is reading it just now.

    It waits for nobody and changes nothing that is told. Where there is no file (PostgreSQL, memory) it does nothing.

    Raises:
        StoreError: the file cannot be written.
    """
    if store.kind != "sqlite" or store.path is None:
        return
    with store.connection() as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
