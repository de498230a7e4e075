"""SQL put into words once: from our tables to the text each store understands, kept for the life of the process."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import BigInteger, ClauseElement, Date, Table, Text, bindparam, text
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

Kind = Literal["sqlite", "postgresql"]
"""The two kinds of store."""

DIALECTS: dict[Kind, Any] = {
    "sqlite": SQLiteDialect_pysqlite(paramstyle="named"),
    "postgresql": PGDialect_psycopg(paramstyle="pyformat"),  # type: ignore[no-untyped-call]
}

EVERYTHING = 2**62
"""The limit that is none."""


def words_of(statement: ClauseElement, kind: Kind, columns: list[str] | None = None) -> str:
    """The text of a statement for a kind of store, its parameters by name."""
    return str(statement.compile(dialect=DIALECTS[kind], column_keys=columns))


@lru_cache
def insert(table: Table, kind: Kind) -> str:
    """Puts in a row; every column is a parameter of its own name."""
    return words_of(table.insert().inline(), kind)


@lru_cache(maxsize=1024)
def update(table: Table, kind: Kind, columns: frozenset[str], held: tuple[str, ...]) -> str:
    """Changes some columns of the row whose columns `held` are the parameters `was_…`."""
    statement = table.update()
    for name in held:
        statement = statement.where(table.c[name] == bindparam(f"was_{name}", type_=table.c[name].type))
    return words_of(statement, kind, sorted(columns))


@lru_cache
def delete(table: Table, kind: Kind, held: tuple[str, ...]) -> str:
    """Takes out the rows whose columns `held` are the parameters `was_…`."""
    statement = table.delete()
    for name in held:
        statement = statement.where(table.c[name] == bindparam(f"was_{name}", type_=table.c[name].type))
    return words_of(statement, kind)


@lru_cache
def select(table: Table, kind: Kind, held: tuple[str, ...], order: tuple[str, ...]) -> str:
    """Reads every column of the rows whose columns `held` are the parameters `was_…`, in order."""
    statement = table.select().order_by(*(table.c[name] for name in order))
    for name in held:
        statement = statement.where(table.c[name] == bindparam(f"was_{name}", type_=table.c[name].type))
    return words_of(statement, kind)


_DAYS = ("day", "from_day", "to_day", "as_of")
_NUMBERS = ("ref", "limit", "body_ref", "meeting", "after_ref", "earlier", "report", "document", "entry", "after_entry")

PARAMETERS: Mapping[str, Any] = dict.fromkeys(_DAYS, Date()) | dict.fromkeys(_NUMBERS, BigInteger())
"""The kinds of the parameters of our named reads; every other one is words."""


@lru_cache(maxsize=1024)
def written(sql: str, kind: Kind) -> str:
    """The text of a read written by hand, with parameters as `:name`, for a kind of store."""
    clause = text(sql)
    typed = [bindparam(name, type_=PARAMETERS.get(name, Text())) for name in clause.compile().params]
    return words_of(clause.bindparams(*typed), kind)
