"""The drivers' own connections, taken from SQLAlchemy's engine and set up: what is safe and what is alike on both."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from db.statements import Kind

WAIT = 10.0
"""How long a writer waits for another to finish, in seconds."""

LOCK = 0x4D41_5454
"""The number of the advisory lock that makes one journal of all desks on PostgreSQL."""

BEGIN_READ: dict[Kind, str] = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
"""Begins a consistent look at the whole store."""

BEGIN_WRITE: dict[Kind, str] = {
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": f"BEGIN; SET LOCAL lock_timeout = '{int(WAIT * 1000)}ms'; SELECT pg_advisory_xact_lock({LOCK})",
}
"""Begins a write: one writer at a time, so that the journal is one chain."""


def sqlite_engine(path: Path | None, *, wait: float = WAIT, read_only: bool = False) -> Engine:
    """An engine for a SQLite file, or for one in memory (None)."""

    def connect() -> sqlite3.Connection:
        if path is None:
            target = "file::memory:"
        else:
            target = f"{path.expanduser().absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = sqlite3.connect(
            target, uri=True, timeout=wait, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection

    return create_engine("sqlite+pysqlite://", creator=connect, poolclass=NullPool)


def postgres_engine(url: URL, *, wait: float = WAIT) -> Engine:
    """An engine for PostgreSQL, whose days come back as ISO text, as SQLite's do."""
    engine = create_engine(
        url,
        poolclass=NullPool,
        connect_args={
            "autocommit": True,
            "connect_timeout": int(wait),
            "options": "-c DateStyle=ISO,YMD -c TimeZone=UTC -c client_min_messages=warning",
        },
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, record: Any) -> None:
        from psycopg.types.string import TextLoader

        connection.adapters.register_loader("date", TextLoader)
        connection.autocommit = True

    return engine


def raw(engine: Engine) -> Any:
    """A driver's connection of our own: it is closed by whoever asked for it."""
    fairy = engine.raw_connection()
    connection = fairy.driver_connection
    fairy.detach()
    return connection
