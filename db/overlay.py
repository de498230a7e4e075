"""Rows laid over a store for one connection alone: tables and views of its own, which hide those of their names.

Nothing of the store is copied or changed. A view that hides a table shows its rows without those of the reports that
are `past_gone`, and with those of `past_…`, which has the same columns. Every read that is written for the
tables reads the views instead. What is laid over it is kept in a temporary file, and gone with the connection.
"""

import re
from functools import lru_cache
from typing import Any

from db.driver import HEAD
from db.shaped import CHILDREN, REPORT
from db.shapes import Shape
from db.statements import Kind
from db.words_index import IN_INDEX, PLACE, declared

GONE = "past_gone"
"""The reports whose rows do not show."""

OVER = {table: Shape(f"past_{table.name}", table.key, table.columns) for table in (REPORT, *CHILDREN)}
"""The tables of a report's rows, each with the one whose rows show instead."""

WORDS = "past_words"
"""What SQLite's index of words says of those rows."""

_NAME = r'(?:"[^"]+"|\w+)'

_KEEP = 8192
"""How many KiB of the temporary file SQLite keeps in memory."""


def begin(connection: Any, kind: Kind) -> None:
    """Begins the one look that everything is laid over: from now on nothing others write is seen."""
    if kind == "postgresql":
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
    else:
        for setting in ("foreign_keys = OFF", "temp_store = FILE", f"temp.cache_size = -{_KEEP}"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")
    connection.execute(HEAD).fetchone()
    connection.execute(f"CREATE TEMPORARY TABLE {GONE} (ref INTEGER PRIMARY KEY)")
    for table, over in OVER.items():
        _like(connection, kind, table.name, over.name)
    if kind == "sqlite":
        connection.execute(declared(kind)[0].replace(" words ", f" temp.{WORDS} ", 1))


def hide(connection: Any, kind: Kind, table: Shape) -> None:
    """Hides a table behind an empty one of the same name, which is written to and read instead."""
    _like(connection, kind, table.name, table.name)


def cut(connection: Any, kind: Kind, table: Shape, entry: int) -> None:
    """Hides the rows of a table of entries that came after one."""
    _view(
        connection, table, f"SELECT {_columns(table)} FROM {_its(connection, kind)}.{table.name} WHERE entry <= {entry}"
    )


def show(connection: Any, kind: Kind, *, many: bool) -> None:
    """Lays the views over the tables of a report's rows, once all is written; where that is much, with indexes."""
    its = _its(connection, kind)
    for table, over in OVER.items():
        if many:
            _index(connection, kind, table.name, over.name)
        if kind == "postgresql":
            if many:
                connection.execute(f"ANALYZE {over.name}")
            gone = f"NOT EXISTS (SELECT 1 FROM {GONE} AS g WHERE g.ref = x.{table.key[0]})"
        else:
            gone = f"x.{table.key[0]} NOT IN (SELECT ref FROM {GONE})"
        live = f"SELECT {_columns(table)} FROM {its}.{table.name} AS x WHERE {gone}"
        _view(connection, table, f"{live} UNION ALL SELECT {_columns(table)} FROM {over.name}")


@lru_cache(maxsize=256)
def over_index(sql: str) -> str:
    """A read of SQLite's index of words, as one of what shows: the index cannot be hidden behind a view."""
    return IN_INDEX.sub(
        lambda found: (
            f"FROM (SELECT rowid AS rowid FROM main.words WHERE words MATCH {found[1]} "
            f"AND rowid / {PLACE * 8} NOT IN (SELECT ref FROM {GONE}) "
            f"UNION ALL SELECT rowid FROM temp.{WORDS} WHERE {WORDS} MATCH {found[1]}) AS words WHERE rowid > 0"
        ),
        sql,
    )


def _like(connection: Any, kind: Kind, name: str, new: str) -> None:
    """Makes an empty temporary table with the columns of another."""
    if kind == "postgresql":
        connection.execute(f"CREATE TEMPORARY TABLE {new} (LIKE {_its(connection, kind)}.{name} INCLUDING DEFAULTS)")
        return
    declared_as = "SELECT sql FROM main.sqlite_master WHERE name = ? AND type = 'table'"
    (table,) = connection.execute(declared_as, (name,)).fetchone()
    connection.execute(re.sub(rf"^CREATE TABLE {_NAME}", f"CREATE TEMPORARY TABLE {new}", table))


def _index(connection: Any, kind: Kind, name: str, new: str) -> None:
    """Gives a temporary table the indexes of another."""
    if kind == "postgresql":
        there = "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = %s"
        made = r"\1 past_\2"
    else:
        there = "SELECT sql FROM main.sqlite_master WHERE tbl_name = ? AND type = 'index' AND sql IS NOT NULL"
        made = r"\1 temp.past_\2"
    for (index,) in connection.execute(there, (name,)).fetchall():
        named = re.sub(rf"^(CREATE (?:UNIQUE )?INDEX) ({_NAME})", made, index)
        connection.execute(re.sub(rf" ON (?:{_NAME}\.)?{_NAME} ", f" ON {new} ", named, count=1))


def _view(connection: Any, table: Shape, select: str) -> None:
    connection.execute(f"CREATE TEMPORARY VIEW {table.name} AS {select}")


def _columns(table: Shape) -> str:
    return ", ".join(f'"{name}"' for name in table.names)


def _its(connection: Any, kind: Kind) -> str:
    """The name of the schema that holds the store's own tables."""
    return "main" if kind == "sqlite" else str(connection.execute("SELECT quote_ident(current_schema())").fetchone()[0])
