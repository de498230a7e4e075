"""SQL put into words once: from our tables' shapes to the text each store understands, kept for the process's life.

A row's column is the parameter of its own name; what a row must be for a change to reach it is `was_…`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from db.shapes import Column, Shape
from states.words import Clock

Kind = Literal["sqlite", "postgresql"]
"""The two kinds of store."""

EVERYTHING = 2**62
"""The limit that is none."""


def _value(name: str, column: Column, kind: Kind) -> str:
    return f":{name}" if kind == "sqlite" else f"%({name})s::{column.postgres}"


def _held(table: Shape, kind: Kind, held: tuple[str, ...]) -> str:
    if not held:
        return ""
    columns = [column for column in table.columns if column.name in held]
    met = " AND ".join(f'"{column.name}" = {_value(f"was_{column.name}", column, kind)}' for column in columns)
    return f" WHERE {met}"


@lru_cache
def insert(table: Shape, kind: Kind) -> str:
    """Puts in a row; every column is a parameter."""
    names = ", ".join(f'"{name}"' for name in table.names)
    values = ", ".join(_value(column.name, column, kind) for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) VALUES ({values})"


@lru_cache(maxsize=1024)
def update(table: Shape, kind: Kind, columns: frozenset[str], held: tuple[str, ...]) -> str:
    """Changes some columns of the rows that are as held."""
    changed = [column for column in table.columns if column.name in columns]
    new = ", ".join(f'"{column.name}" = {_value(column.name, column, kind)}' for column in changed)
    return f"UPDATE {table.name} SET {new}{_held(table, kind, held)}"


@lru_cache
def delete(table: Shape, kind: Kind, held: tuple[str, ...]) -> str:
    """Takes out the rows that are as held."""
    return f"DELETE FROM {table.name}{_held(table, kind, held)}"


@lru_cache
def select(table: Shape, kind: Kind, held: tuple[str, ...], order: tuple[str, ...]) -> str:
    """Reads every column of the rows that are as held, in order."""
    names = ", ".join(f'"{name}"' for name in table.names)
    ordered = ", ".join(f'"{name}"' for name in order)
    return f"SELECT {names} FROM {table.name}{_held(table, kind, held)} ORDER BY {ordered}"


_DAYS = ("day", "today", "from_day", "to_day", "as_of", "until", "after_day", *(f"m{i}" for i in range(1, 12)),
         *(f"reach_{clock}" for clock in Clock))  # fmt: skip
_NUMBERS = ("ref", "limit", "body_ref", "meeting", "after_ref", "earlier", "report", "document", "entry", "after_entry",
            "after_part", "skipped", "number", "person_ref", "message", "sweep")  # fmt: skip

PARAMETERS: Mapping[str, str] = dict.fromkeys(_DAYS, "DATE") | dict.fromkeys(_NUMBERS, "BIGINT")
"""The kinds of the parameters of our named reads; every other one is words."""

_PARAMETER = re.compile(r":([a-z_0-9]+)")


@lru_cache(maxsize=1024)
def written(sql: str, kind: Kind) -> str:
    """The text of a read written by hand, with parameters as `:name`, for a kind of store."""
    if kind == "sqlite":
        return sql
    return _PARAMETER.sub(lambda m: f"%({m[1]})s::{PARAMETERS.get(m[1], 'TEXT')}", sql.replace("%", "%%"))
