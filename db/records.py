"""Records that are not reports, in and out of their rows: values as the store keeps them, and as people read them."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from db.chain import canonical
from db.shaped import RECORDS
from db.shapes import Column, Shape
from states.errors import BadInput, NotFound

_TABLES = {table.name: table for table in RECORDS.values()}
OWN = ("ref", "version", "entry")
"""What a record's row has beside its values."""

_PLAIN = frozenset({str, int, type(None)})


def table_of(name: str) -> Shape:
    """The table of a kind of record, by its name.

    Raises:
        NotFound: there is no such kind of record.
    """
    try:
        return _TABLES[name]
    except KeyError:
        raise NotFound(f"There are no records called {name}: there are {', '.join(sorted(_TABLES))}.") from None


def stored(table: Shape, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the store keeps them: days as ISO text, words as text, everything deeper as canonical JSON.

    Raises:
        BadInput: a value has no column.
    """
    full = {}
    for name, value in values.items():
        column = table.column(name)
        if column is None or name in OWN:
            known = ", ".join(column.name for column in table.columns if column.name not in OWN)
            raise BadInput(f"A {table.name} has no {name}: it has {known}.")
        as_it_is = type(value) in _PLAIN and column.kind != "flag"
        full[name] = value if as_it_is else _stored(table, column, value)
    return full


def whole(table: Shape, former: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """A record's values after a change.

    Raises:
        BadInput: a value has no column, or a column that must say something says nothing.
    """
    full = {**former, **stored(table, values)}
    for name in _never_empty(table):
        if full[name] is None:
            raise BadInput(f"A {table.name} wants its {name}; nothing was changed. Say what it is.")
    return full


@cache
def _never_empty(table: Shape) -> tuple[str, ...]:
    """The columns that must say something."""
    return tuple(column.name for column in table.columns if not column.nullable and column.name not in OWN)


def _stored(table: Shape, column: Column, value: Any) -> Any:
    if column.kind == "json":
        return value if isinstance(value, str) else canonical(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if column.kind == "flag" and value is not None:
        return bool(value)
    if isinstance(value, dict | list | tuple | set | msgspec.Struct):
        raise BadInput(f"The {column.name} of a {table.name} cannot be {type(value).__name__}.")
    return value


def blank(table: Shape) -> dict[str, Any]:
    """A record's values before anything is said of it: each column's own beginning."""
    return {column.name: _beginning(column) for column in table.columns if column.name not in OWN}


def _beginning(column: Column) -> Any:
    if column.kind == "flag":
        return None if column.nullable else column.begins == "1"
    return "{}" if column.kind == "json" else column.begins


def told(table: Shape, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row as people read it: flags as yes or no, everything else as it is kept."""
    return {
        column.name: bool(value) if column.kind == "flag" and value is not None else value
        for column, value in zip(table.columns, row, strict=True)
    }
