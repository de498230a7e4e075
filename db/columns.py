"""The kinds of column our tables are made of, and the checks that hold each kind to its form.

Table models do not validate, so the database does: words from closed lists, days, instants, flags, JSON.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Integer, MetaData, Table, Text
from sqlmodel import Field, SQLModel

INSTANT = "____-__-__T__:__:__.______Z"
"""The form of an instant as text, in the language of LIKE: `2026-11-22T00:34:22.000001Z`."""


class Row(SQLModel):
    """The root of our tables, which keep their own company: no other package's models among them."""

    metadata = MetaData()


def number(**more: Any) -> Any:
    """A whole number that is always there."""
    return Field(sa_type=Integer, **more)


def entry_number(**more: Any) -> Any:
    """The number of an entry of the journal."""
    return Field(sa_type=BigInteger().with_variant(Integer, "sqlite"), **more)


def maybe_number(**more: Any) -> Any:
    """A whole number, or nothing."""
    return Field(default=None, sa_type=Integer, **more)


def text(**more: Any) -> Any:
    """Words that are always there."""
    return Field(sa_type=Text, **more)


def maybe_text(**more: Any) -> Any:
    """Words, or nothing."""
    return Field(default=None, sa_type=Text, **more)


def day(**more: Any) -> Any:
    """A calendar day that is always there."""
    return Field(sa_type=Date, **more)


def maybe_day(**more: Any) -> Any:
    """A calendar day, or nothing."""
    return Field(default=None, sa_type=Date, **more)


def flag(*, default: bool = False) -> Any:
    """Yes or no."""
    return Field(default=default, sa_type=Boolean, sa_column_kwargs={"server_default": "1" if default else "0"})


def maybe_flag() -> Any:
    """Yes, no, or not known."""
    return Field(default=None, sa_type=Boolean)


def json_text(empty: str = "{}") -> Any:
    """Canonical JSON, kept as text."""
    return Field(default=empty, sa_type=Text, sa_column_kwargs={"info": {"json": True}})


def words(table: str, column: str, allowed: Iterable[str]) -> CheckConstraint:
    """The check that a column holds a word of a closed list, or nothing where nothing is allowed.

    Written with OR: for an IN, SQLite builds a tree of the words at every write.
    """
    listed = " OR ".join(f"{column} = '{word}'" for word in allowed)
    return CheckConstraint(listed, name=f"{table}_{column}_word")


def instant(table: str, column: str) -> CheckConstraint:
    """The check that a column holds an instant of our fixed width."""
    return CheckConstraint(f"{column} LIKE '{INSTANT}'", name=f"{table}_{column}_instant")


def is_json(column: Column[Any]) -> bool:
    """Whether a column holds canonical JSON."""
    return bool(column.info.get("json"))


def hold_to_form(table: Table) -> None:
    """Give each column of a table the checks that SQLite needs, whose columns would else hold anything."""
    for column in table.columns:
        if isinstance(column.type, Date):
            rule = f"{column.name} IS date({column.name}, '+0 days')"
        elif isinstance(column.type, Boolean):
            rule = f"{column.name} IN (0, 1)"
        elif is_json(column):
            rule = f"substr(\"{column.name}\", 1, 1) IN ('{{', '[')"
        elif isinstance(column.type, Integer) and not (column.primary_key and len(table.primary_key.columns) == 1):
            kinds = "('integer', 'null')" if column.nullable else "('integer')"
            rule = f"typeof({column.name}) IN {kinds}"
        else:
            continue
        check = CheckConstraint(rule, name=f"{table.name}_{column.name}_form")
        check.ddl_if(dialect="sqlite")
        table.append_constraint(check)
