"""The drivers' own connections, set up alike: what is safe, and what reads the same on both kinds of store.

SQLAlchemy is not asked for one: a command that only reads or moves must not wait for it. `Store.engine` is there for
the migrations.
"""

import re
import sqlite3
from pathlib import Path
from typing import Any

from db.statements import Kind

WAIT = 10.0
"""How long a writer waits for another to finish, in seconds."""

LOCK = 0x4D41_5454
"""The number of the advisory lock that makes one journal of all desks on PostgreSQL."""

HEAD = "SELECT entry, at, hash FROM journal ORDER BY entry DESC LIMIT 1"
"""Reads the last entry of the journal."""

BEGIN_READ: dict[Kind, str] = {"sqlite": "BEGIN", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
"""Begins a consistent look at the whole store."""

BEGIN_WRITE: dict[Kind, str] = {
    "sqlite": "BEGIN IMMEDIATE",
    "postgresql": f"BEGIN; SELECT pg_advisory_xact_lock({LOCK}); {HEAD}",
}
"""Begins a write: one writer at a time, so that the journal is one chain. PostgreSQL says the last entry with it."""

SYNCED, LAZY = "PRAGMA synchronous = FULL", "PRAGMA synchronous = NORMAL"
"""Whether SQLite waits at a commit until the disk has it; said between two transactions."""

SETTINGS = "-c DateStyle=ISO,YMD -c TimeZone=UTC -c client_min_messages=warning"
"""How a session on PostgreSQL reads days and instants."""


def sqlite_connection(
    path: Path | None, wait: float, *, read_only: bool = False, cache: int | None = None
) -> sqlite3.Connection:
    """A connection to a SQLite file, or to one in memory (None). `cache`: how many KiB of the file it keeps at hand."""
    target = "file::memory:" if path is None else f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(
        target, uri=True, timeout=wait, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(SYNCED)
    connection.execute("PRAGMA trusted_schema = OFF")
    if cache is not None:
        connection.execute(f"PRAGMA cache_size = -{cache}")
    return connection


def postgres_connection(url: str, wait: float) -> Any:
    """A connection to PostgreSQL, whose days come back as ISO text, as SQLite's do."""
    import psycopg
    from psycopg.types.string import TextLoader

    connection = psycopg.connect(
        plain(url),
        autocommit=True,
        connect_timeout=max(2, int(wait)),
        options=f"{SETTINGS} -c lock_timeout={int(wait * 1000)}",
        application_name="matters",
    )
    connection.adapters.register_loader("date", TextLoader)
    return connection


def last_of(begun: Any) -> Any:
    """The last entry of the journal, which came with the beginning of a write on PostgreSQL, or None."""
    while begun.nextset():
        pass
    return begun.fetchone()


def plain(url: str) -> str:
    """A URL as PostgreSQL's own library reads it."""
    return "postgresql://" + url.partition("://")[2]


def without_password(url: str) -> str:
    """A URL that can be shown."""
    hidden = re.sub(r"^([^:/]+://[^:/@]*):[^/]*@", r"\1:***@", url)
    return re.sub(r"([?&](?:password|sslpassword)=)[^&]*", r"\1***", hidden)
