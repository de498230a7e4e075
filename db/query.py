"""What a named read is: what it answers, the row it gives, its SQL for both kinds of store, the filters it takes."""

from typing import Any, Generic, TypeVar

RowT = TypeVar("RowT")


class Query(Generic[RowT]):
    """A named read. Where its SQL says `{where}`, the conditions of the filters that are given are put in."""

    __slots__ = ("_flags", "_make", "filters", "row", "says", "sql")

    def __init__(self, says: str, row: type[RowT], sql: str, filters: dict[str, str] | None = None) -> None:
        self.says, self.row, self.sql, self.filters = says, row, sql, filters or {}
        made: Any = row
        self._make = made._make
        kinds = list(row.__annotations__.values())
        self._flags = tuple(i for i, kind in enumerate(kinds) if kind is bool or kind == (bool | None))

    def with_filters(self, given: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """The SQL for the filters given, and the parameters it then wants; a filter that is None is left out."""
        if not self.filters:
            return self.sql, given
        wanted = [condition for name, condition in self.filters.items() if given.get(name) is not None]
        params = {name: value for name, value in given.items() if value is not None or name not in self.filters}
        return self.sql.replace("{where}", "".join(f" AND {condition}" for condition in wanted)), params

    def rows(self, found: list[tuple[Any, ...]]) -> list[RowT]:
        """The driver's rows as ours."""
        if not self._flags:
            return [self._make(row) for row in found]
        made = []
        for row in found:
            values = list(row)
            for i in self._flags:
                if values[i] is not None:
                    values[i] = bool(values[i])
            made.append(self._make(values))
        return made


def like(words: str) -> str:
    """Words as a pattern that finds them anywhere: what LIKE would read as a sign stands for itself."""
    plain = words.lower().replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{plain}%"
