"""What a person says of the columns of a spreadsheet that was read before: it is not read again by itself.

What was entered from it stands as it was read; it is read anew once its import is taken back.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from db.tx import Tx
from workflow.importers.reading import Document
from workflow.importers.tracker_columns import evened
from workflow.intake.doubts import Doubt

_CODE = "unknown_columns"


def otherwise(document: Document, number: int, columns: Iterable[tuple[str, str]]) -> Iterator[Doubt]:
    """A sentence on each column that is asked for otherwise than paper `number` was read, and that it does not have."""
    if not document.columns:
        return
    known = {evened(column.heading): column for column in document.columns}
    name = Path(document.path).name
    for heading, field in columns:
        column = known.get(evened(heading))
        if column is None:
            headings = ", ".join(c.heading for c in document.columns)
            yield Doubt(_CODE, f"There is no column “{heading}” in {name}. Its columns: {headings}.")
        elif (column.means or "") != field:
            yield Doubt(
                _CODE,
                f"{name} was read with “{heading}” as {column.means or 'nothing'}, and stands so. To have it read "
                f"otherwise, take it back first: matters undo-import D{number} --why 'wrong column'",
            )


def read_otherwise(tx: Tx, number: int, columns: Iterable[tuple[str, str]]) -> tuple[Doubt, ...]:
    """The same of a paper that is on file, by its number."""
    row = tx.get("document", number)
    return tuple(otherwise(msgspec.json.decode(row["reading"], type=Document), number, columns)) if row else ()
