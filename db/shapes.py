"""What a table is to those who read and write rows: its name, its key, its columns."""

from typing import NamedTuple


class Column(NamedTuple):
    """A column: `kind` is text, json, day, flag or number; `begins` its value before anything is said of it."""

    name: str
    kind: str
    nullable: bool
    begins: str | None
    postgres: str


class Shape:
    """A table; two shapes are the same only when they are one thing, so that it is a quick key to what is compiled."""

    __slots__ = ("_by_name", "columns", "key", "name", "names")

    def __init__(self, name: str, key: tuple[str, ...], columns: tuple[Column, ...]) -> None:
        self.name, self.key, self.columns = name, key, columns
        self.names: tuple[str, ...] = tuple(column.name for column in columns)
        self._by_name = {column.name: column for column in columns}

    def __repr__(self) -> str:
        return f"Shape({self.name})"

    def column(self, name: str) -> Column | None:
        """The column of a name, or None."""
        return self._by_name.get(name)
