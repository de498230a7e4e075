"""Records that are not reports, in and out of their rows: values as the store keeps them, and as people read them."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

import msgspec
from sqlalchemy import Boolean, Table

from db.chain import canonical
from db.columns import is_json
from db.tables import RECORDS
from states.errors import BadInput, NotFound

_TABLES = {table.name: table for table in RECORDS.values()}
OWN = ("ref", "version", "entry")
"""What a record's row has beside its values."""


def table_of(name: str) -> Table:
    """The table of a kind of record, by its name.

    Raises:
        NotFound: there is no such kind of record.
    """
    try:
        return _TABLES[name]
    except KeyError:
        raise NotFound(f"There are no records called {name}: there are {', '.join(sorted(_TABLES))}.") from None


def stored(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the store keeps them: days as ISO text, words as text, everything deeper as canonical JSON.

    Raises:
        BadInput: a value has no column.
    """
    for name in values:
        if name not in table.c or name in OWN:
            known = ", ".join(column.name for column in table.columns if column.name not in OWN)
            raise BadInput(f"A {table.name} has no {name}: it has {known}.")
    return {name: _stored(table, name, value) for name, value in values.items()}


def _stored(table: Table, name: str, value: Any) -> Any:
    column = table.c[name]
    if is_json(column):
        return value if isinstance(value, str) else canonical(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(column.type, Boolean) and value is not None:
        return bool(value)
    if isinstance(value, dict | list | tuple | set | msgspec.Struct):
        raise BadInput(f"The {name} of a {table.name} cannot be {type(value).__name__}.")
    return value


def blank(table: Table) -> dict[str, Any]:
    """A record's values before anything is said of it: each column's own beginning."""
    values: dict[str, Any] = {}
    for column in table.columns:
        if column.name in OWN:
            continue
        if isinstance(column.type, Boolean) and not column.nullable:
            values[column.name] = False
        elif is_json(column):
            values[column.name] = "{}"
        elif column.server_default is not None:
            values[column.name] = str(getattr(column.server_default, "arg", ""))
        else:
            values[column.name] = None
    return values


def told(table: Table, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row as people read it: flags as yes or no, everything else as it is kept."""
    return {
        column.name: bool(value) if isinstance(column.type, Boolean) and value is not None else value
        for column, value in zip(table.columns, row, strict=True)
    }
