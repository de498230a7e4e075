"""The reminders of a message, in and out of its items: what was asked of whom, as rows that cannot be twice.

An item is `[report, number, stage, due]`, and with a fifth word why it was left out. One that was let go (`free`) has
no row: what it asked about may be asked again.
"""

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

import msgspec

from db import statements
from db.shaped import REMINDER
from db.statements import Kind

FREE = "free"
"""The word of an item that holds nothing any more."""

_IN_ORDER = itemgetter(0, 1)

Row = tuple[int, int, str, str, int, int, str | None]
"""A reminder's row in the order of its columns: report, number, stage, due, person, message, why it was left out."""


def rows_of(message: int, values: Mapping[str, Any]) -> list[Row]:
    """The rows that a message's items make."""
    person = values["person"]
    items = msgspec.json.decode(values["items"]) if isinstance(values["items"], str) else values["items"]
    return [
        (item[0], item[1], item[2], item[3], person, message, item[4] if len(item) > 4 else None)
        for item in items
        if len(item) < 5 or item[4] != FREE
    ]


def follow(connection: Any, kind: Kind, message: int, values: Mapping[str, Any], *, anew: bool) -> None:
    """Writes the reminders of a message; with `anew` those it had before are taken away first."""
    if anew:
        connection.execute(statements.delete(REMINDER, kind, ("message",)), {"was_message": message})
    enter(connection, kind, rows_of(message, values))


def enter(connection: Any, kind: Kind, rows: Iterable[Row]) -> None:
    """Puts in reminders, in the order in which they are kept."""
    cursor = connection.cursor()
    cursor.executemany(insert(kind), sorted(rows, key=_IN_ORDER))
    cursor.close()


def insert(kind: Kind) -> str:
    """Puts in a reminder given as a tuple, in the order of the columns."""
    names = ", ".join(f'"{name}"' for name in REMINDER.names)
    values = (("?" if kind == "sqlite" else f"%s::{column.postgres}") for column in REMINDER.columns)
    return f"INSERT INTO {REMINDER.name} ({names}) VALUES ({', '.join(values)})"
