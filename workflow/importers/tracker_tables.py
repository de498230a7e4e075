"""Trackers that are a table in a Word document or a PDF: the table's rows, and whether it is one at all."""

from workflow.importers.page import Page
from workflow.importers.reading import Paper
from workflow.importers.text import lines
from workflow.importers.tracker_columns import guess, is_heading

_SHARE = 0.6
_TELLING = frozenset({"response", "status", "update", "owner", "due", "completed_on"})
_ABOVE = 12


def is_table_of_tracker(paper: Paper) -> bool:
    """Whether most of a paper is one table whose first row has headings: what was recommended, and what came of it."""
    table = [cell for cell in paper.cells if cell.table == paper.cells[0].table]
    if sum(cell.end - cell.start for cell in paper.cells) < _SHARE * len(paper.text):
        return False
    heads = tuple(" ".join(paper.text[c.start : c.end].split()) for c in table if c.row == table[0].row)
    means = {column.means for column in guess(heads, {})}
    return is_heading(heads, {}, first=False) and "recommendation" in means and len(means & _TELLING) >= 2


def tables_of(paper: Paper) -> tuple[tuple[str, ...], ...]:
    """The rows of all tables, each cell as a person reads it; the lines above the first stand above as rows."""
    page = Page.of(paper)
    first = min((cell.start for cell in paper.cells), default=0)
    found: list[tuple[str, ...]] = [(page.words(row.start, row.end),) for row in lines(paper.text, 0, first)[-_ABOVE:]]
    rows: dict[tuple[int, int], dict[int, str]] = {}
    for cell in paper.cells:
        rows.setdefault((cell.table, cell.row), {})[cell.column] = page.words(cell.start, cell.end)
    found += [tuple(cells.get(column, "") for column in range(min(max(cells), 255) + 1)) for cells in rows.values()]
    return tuple(found)
