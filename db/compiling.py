"""Writes `db/compiled.py`: our tables' shapes, read once from the models, so that no command waits for SQLModel.

    python -m db.compiling

A test holds the file equal to the tables.
"""

import textwrap
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Table
from sqlalchemy.dialects import postgresql

from db.columns import is_json
from db.tables import CHILDREN, JOURNAL, RECORDS, REDACTION, REMINDER, REPORT, SWEEP

COMPILED = Path(__file__).with_name("compiled.py")
"""The file that is written."""

_DIALECT: Any = postgresql.dialect()  # type: ignore[no-untyped-call]


def column_shape(column: Column[Any]) -> tuple[str, str, bool, str | None, str]:
    """A column as it is written down: name, kind, whether it may be empty, how it begins, PostgreSQL's type."""
    if isinstance(column.type, Boolean):
        kind = "flag"
    elif isinstance(column.type, Date):
        kind = "day"
    elif isinstance(column.type, Integer):
        kind = "number"
    else:
        kind = "json" if is_json(column) else "text"
    begins = None if column.server_default is None else str(getattr(column.server_default, "arg", ""))
    return column.name, kind, bool(column.nullable), begins, column.type.compile(dialect=_DIALECT)


def _wrapped(words: str) -> str:
    lines = textwrap.wrap(words, 114, break_long_words=False, break_on_hyphens=False)
    return "".join(f"    {line}\n" for line in lines)


def table_shape(table: Table) -> str:
    """A table as it is written down."""
    columns = ", ".join(f"Column({', '.join(map(repr, column_shape(column)))})" for column in table.columns)
    key = tuple(column.name for column in table.primary_key.columns)
    return f'{table.name.upper()} = Shape("{table.name}", {key!r}, (\n{_wrapped(columns)}))\n'


def compiled() -> str:
    """What the file says."""
    tables = (JOURNAL, REDACTION, REPORT, *CHILDREN, *RECORDS.values(), REMINDER, SWEEP)
    children = _wrapped(", ".join(table.name.upper() for table in CHILDREN))
    records = _wrapped(", ".join(f'"{letter}": {table.name.upper()}' for letter, table in RECORDS.items()))
    return (
        '"""The tables in brief. `python -m db.compiling` writes them from the models: change those, not this."""\n'
        "\nfrom db.shapes import Column, Shape\n\n# fmt: off\n"
        + "\n".join(table_shape(table) for table in tables)
        + f"\nCHILDREN = (\n{children})\nRECORDS = {{\n{records}}}\n# fmt: on\n"
    )


if __name__ == "__main__":
    COMPILED.write_text(compiled(), encoding="utf-8")
