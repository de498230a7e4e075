"""Every table's shape, by the part it plays."""

from db.compiled import CHILDREN, JOURNAL, RECORDS, REDACTION, REMINDER, REPORT, SWEEP
from db.shapes import Shape

LETTERS: dict[str, str] = {table.name: letter for letter, table in RECORDS.items()} | {"report": "R"}
"""The letter of each table's keys, by the table's name."""

ALL: tuple[Shape, ...] = (JOURNAL, REDACTION, *RECORDS.values(), REPORT, *CHILDREN, REMINDER, SWEEP)
"""Every table of ours, in an order in which they can be filled."""

__all__ = ["ALL", "CHILDREN", "JOURNAL", "LETTERS", "RECORDS", "REDACTION", "REMINDER", "REPORT", "SWEEP"]
