"""The rows of spreadsheets, whatever they came in: harmless cells, and the text they make."""

from collections.abc import Iterable

from states.errors import BadInput
from workflow.importers.media import Opened
from workflow.importers.text import MAX_BYTES, clean, fold

MOST_ROWS = 50_000
"""The longest table that is read, in rows: a tracker of a large council has some thousands."""

MOST_COLUMNS = 256
"""How many columns of a table are looked at; what stands farther to the right is left out."""


def laid_out(sheets: Iterable[Iterable[Iterable[str]]]) -> Opened:
    """The rows of sheets with their cells cleaned, empty ones left out, and as text, a line each.

    Raises:
        BadInput: there is more than a tracker holds.
    """
    kept: list[tuple[str, ...]] = []
    lines: list[str] = []
    begins: list[int] = []
    letters = 0
    for sheet in sheets:
        begins.append(len(kept))
        letters = _sheet(sheet, kept, lines, letters)
    return Opened("\n".join(lines) + "\n", rows=tuple(kept), sheets=tuple(begins))


def _sheet(rows: Iterable[Iterable[str]], kept: list[tuple[str, ...]], lines: list[str], letters: int) -> int:
    """Lays one sheet's rows out behind those before; how many letters there are now."""
    for row in rows:
        cells = [clean(cell).text.strip() for _, cell in zip(range(MOST_COLUMNS), row, strict=False)]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        line = "   ".join(fold(cell) for cell in cells)
        letters += len(line)
        if len(kept) >= MOST_ROWS or letters > MAX_BYTES:
            raise BadInput(f"It holds more than {MOST_ROWS:,} rows, or more text than a paper has; split it.")
        kept.append(tuple(cells))
        lines.append(line)
    return letters
