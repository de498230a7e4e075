"""Every table's shape, by the part it plays."""

from db.compiled import CHILDREN, JOURNAL, RECORDS, REDACTION, REPORT
from db.shapes import Shape

LETTERS: dict[str, str] = {table.name: letter for letter, table in RECORDS.items()} | {"report": "R"}
"""The letter of each table's keys, by the table's name."""

ALL: tuple[Shape, ...] = (JOURNAL, REDACTION, *RECORDS.values(), REPORT, *CHILDREN)
"""Every table of ours, in an order in which they can be filled."""

__all__ = ["ALL", "CHILDREN", "JOURNAL", "LETTERS", "RECORDS", "REDACTION", "REPORT"]
