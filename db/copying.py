"""Rows carried from one store to another as they are, in batches, whatever kind each store is of."""

from typing import Any

from db import statements
from db.shaped import ALL
from db.shapes import Shape
from db.tx import Tx
from db.words_index import filled

BATCH = 2000
"""How many rows are held in memory at a time."""


def copy_table(table: Shape, source: Tx, target: Tx) -> int:
    """Copies every row of a table, in the order of its key; how many there were."""
    names = table.names
    flags = [column.name for column in table.columns if column.kind == "flag"]
    sql, count = statements.insert(table, target.kind), 0
    batch: list[dict[str, Any]] = []
    for row in source.stream(statements.select(table, source.kind, (), table.key)):
        values = dict(zip(names, row, strict=True))
        for name in flags:
            if values[name] is not None:
                values[name] = bool(values[name])
        batch.append(values)
        count += 1
        if len(batch) == BATCH:
            target.run_many(sql, batch)
            batch = []
    target.run_many(sql, batch)
    return count


def copy_all(source: Tx, target: Tx) -> dict[str, int]:
    """Copies every row of every table; how many there were of each.

    The target's triggers are off meanwhile: a damaged store can be copied too, so that nothing of it is lost.
    """
    if target.kind == "postgresql":
        for table in ALL:
            target.run(f"ALTER TABLE {table.name} DISABLE TRIGGER USER")
        counts = {table.name: copy_table(table, source, target) for table in ALL}
        for table in ALL:
            target.run(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")
        return counts
    triggers = target.run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        target.run(f"DROP TRIGGER {name}")
    counts = {table.name: copy_table(table, source, target) for table in ALL}
    for sql in filled():
        target.run(sql)
    for _, sql in triggers:
        target.run(sql)
    return counts
