"""The schema's edition, and how a fresh database is made: from the tables as declared, stamped with the edition."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from db.quick import APPLICATION, EDITION
from db.revisions import REVISIONS, VERSION_TABLE
from db.statements import Kind
from db.tables import ALL
from db.triggers import postgres_triggers, sqlite_triggers
from db.views import views
from db.words_index import declared as words_index

HEAD = next(name for name, edition in REVISIONS.items() if edition == EDITION)
"""The revision this version of the software works with."""

OF_VERSIONS = (
    f"CREATE TABLE {VERSION_TABLE} (\n\tversion_num VARCHAR(32) NOT NULL, \n"
    f"\tCONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num)\n)"
)
"""The migrations' own table, as they make it."""


def declared(kind: Kind) -> list[str]:
    """Every statement that makes the schema as declared: tables, indexes, triggers, the index of words, views."""
    dialect: Any = sqlite.dialect() if kind == "sqlite" else postgresql.dialect()  # type: ignore[no-untyped-call]
    made: list[str] = []
    for table in ALL:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        for index in sorted(table.indexes, key=lambda index: (str(index.name), len(index.columns))):
            only = getattr(index, "_ddl_if", None)
            if only is None or only.dialect == kind:
                made.append(str(CreateIndex(index).compile(dialect=dialect)).strip())
    made += sqlite_triggers() if kind == "sqlite" else postgres_triggers()
    return made + words_index(kind) + views(kind)


def make(connection: Any, kind: Kind) -> None:
    """Makes the schema inside the transaction that is open on a driver's connection, and stamps it."""
    for statement in (*declared(kind), OF_VERSIONS, f"INSERT INTO {VERSION_TABLE} (version_num) VALUES ('{HEAD}')"):
        connection.execute(statement)
    if kind == "sqlite":
        stamp(connection, EDITION)


def made(connection: Any, kind: Kind) -> bool:
    """Whether a database has a schema of ours already."""
    if kind == "sqlite":
        return bool(connection.execute("PRAGMA application_id").fetchone()[0])
    return connection.execute(f"SELECT to_regclass('{VERSION_TABLE}')").fetchone()[0] is not None


def stamp(connection: Any, edition: int) -> None:
    """Writes our mark and the edition into a SQLite file's header."""
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {edition}")


def stamp_after(connection: Connection, edition: int) -> None:
    """The same for a migration, which has SQLAlchemy's connection."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version = {edition}")
