"""Bringing a database of an older version up to this one: a backup first, then the steps, all of them or none."""

from pathlib import Path
from typing import Any, NamedTuple

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError

from db import driver
from db.care import backup
from db.faults import in_words
from db.quick import EDITION
from db.refolding import refold
from db.shaped import ALL
from db.store import Store, edition_of
from db.tx import Tx
from states.errors import StoreDamaged

SCRIPTS = Path(__file__).with_name("migrations")
"""Where the steps are; they are part of the package."""


class Upgraded(NamedTuple):
    """What an upgrade did: from which edition to which, and where the backup is (None: nothing was there to keep)."""

    before: int
    after: int
    kept: Path | None


def upgrade(store: Store, *, to: str = "head") -> Upgraded:
    """Brings a store up to this version's schema; open it with `any_edition=True`.

    A SQLite file is first copied beside itself. The steps run in one transaction: when one fails, nothing changed.

    Raises:
        StoreDamaged: after the steps a row would lead nowhere, or is gone; nothing was changed.
    """
    before = edition_of(store)
    if before == EDITION and to == "head":
        return Upgraded(before, before, None)
    kept = None
    if store.path is not None and before:
        kept = backup(store, _beside(store.path, before))
    try:
        _run(store, to)
    except Exception as error:
        bare = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
        told = in_words(bare, store.place)
        if told is error:
            raise
        raise told from error
    return Upgraded(before, edition_of(store), kept)


def _beside(path: Path, edition: int) -> Path:
    number = 1
    while (free := path.with_name(f"{path.stem}.edition-{edition}-{number}{path.suffix}")).exists():
        number += 1
    return free


def _run(store: Store, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    engine = store.engine()
    sqlite = store.kind == "sqlite"

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if sqlite else "BEGIN")

    event.listen(engine, "begin", begin)
    try:
        with engine.connect() as connection:
            if sqlite:
                raw: Any = connection.connection.driver_connection
                raw.execute("PRAGMA foreign_keys = OFF")
                raw.execute("PRAGMA journal_mode = WAL")
            with connection.begin():
                if not sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({driver.LOCK})")
                counted = _counts(connection)
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                _see_whole(store, connection, counted)
                if counted and to == "head":
                    _read_anew(store, connection)
    finally:
        event.remove(engine, "begin", begin)


def _read_anew(store: Store, connection: Connection) -> None:
    """What this version reads differently in the journal is written into the rows."""
    raw: Any = connection.connection.driver_connection
    if store.kind == "postgresql":
        from psycopg.types.string import TextLoader

        raw.adapters.register_loader("date", TextLoader)
    refold(Tx(raw, store.kind, writes=True))


def _counts(connection: Connection) -> dict[str, int]:
    """How many rows the journal and every record's table have, before the steps."""
    wanted = ("journal", "report", *(table.name for table in ALL))
    if connection.dialect.name == "sqlite":
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    else:
        names = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
    there = {name for (name,) in names}
    return {
        name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
        for name in dict.fromkeys(wanted)
        if name in there
    }


def _see_whole(store: Store, connection: Connection, counted: dict[str, int]) -> None:
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise StoreDamaged(f"{store.place} was not upgraded: a row of {lost[0][0]} would lead nowhere.")
    for name, many in _counts(connection).items():
        if many < counted.get(name, 0):
            raise StoreDamaged(f"{store.place} was not upgraded: {name} would have {many} rows, not {counted[name]}.")
