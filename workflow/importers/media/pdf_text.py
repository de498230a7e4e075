"""The lines of all pages as one text: words that were broken at a line's end joined, paragraphs apart."""

import re
from collections import Counter
from itertools import pairwise

from workflow.importers.media import Cell, Opened, Set
from workflow.importers.media.pdf_lines import Row

_BROKEN = re.compile(r"(?<=\w)-$")
_FIRST = re.compile(r"\w+")
_LAST = re.compile(r"[\w’']+-$")
_ENDED = re.compile(r"[.:;!?][”’\"')\]]*$")
_FEW = 4
_USUAL = 1.2
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.I)


def set_out(pages: list[list[Row]]) -> Opened:
    """The text of pages, with how each line is set and the cells of their tables."""
    known = Counter(word.lower() for page in pages for row in page for word in _WORD.findall(row.text))
    pitch = _pitch(pages)
    parts: list[str] = []
    sets: list[Set] = []
    cells: list[list[int]] = []
    at = 0
    last: Row | None = None
    _number_tables(pages)
    for number, page in enumerate(pages, start=1):
        for place, row in enumerate(page):
            glued = last is not None and _broken(last, row)
            gap = _between(last, row, place == 0, pitch) if last is not None else ""
            if glued:
                gap = ""
                if _undone(parts[-1], row.text, known):
                    parts[-1] = parts[-1][:-1]
                    at -= 1
            parts += [gap, row.text] if gap else [row.text]
            at += len(gap)
            if glued:
                sets[-1] = _longer(sets[-1], at + len(row.text))
            else:
                sets.append(Set(at, at + len(row.text), number, round(row.size, 1), row.bold, round(row.left, 1)))
            if row.table >= 0:
                _cell(cells, row, at)
            at += len(row.text)
            last = row
    text = "".join(parts)
    return Opened(text + "\n", tuple(sets), cells=tuple(Cell(*cell) for cell in cells))


def _longer(line: Set, end: int) -> Set:
    """A line whose last word goes on below."""
    return Set(line.start, end, line.page, line.size, line.bold, line.left)


def _broken(last: Row, row: Row) -> bool:
    """Whether a word is broken at the end of a line and goes on with the next."""
    same = (last.table, last.row, last.column) == (row.table, row.row, row.column)
    return same and _BROKEN.search(last.text) is not None and row.text[:1].isalnum()


def _undone(above: str, below: str, known: Counter[str]) -> bool:
    """Whether the hyphen at a line's end is not the word's own: the paper has the word whole elsewhere."""
    head, tail = _LAST.search(above), _FIRST.match(below)
    if head is None or tail is None or not tail.group().islower():
        return False
    whole = (head.group()[:-1] + tail.group()).lower()
    return known[whole] > 0 and known[(head.group() + tail.group()).lower()] == 0


def _pitch(pages: list[list[Row]]) -> float:
    """How far apart the lines of a paragraph stand, as a share of their size.

    Lines that go on in the middle of a sentence tell it; where there are few, a paper is set as most are.
    """
    steps: list[float] = []
    for page in pages:
        for above, below in pairwise(page):
            step = (above.base - below.base) / max(below.size, 1.0)
            if 0.8 < step < 2.6 and abs(above.size - below.size) < 0.6 and below.text[0].islower():
                steps.append(step)
    return sorted(steps)[len(steps) // 2] if len(steps) >= _FEW else _USUAL


def _between(last: Row, row: Row, turned: bool, pitch: float) -> str:
    """What stands between two lines: a line's end, or an empty line where a paragraph ends."""
    if (last.table, last.row) != (row.table, row.row):
        return "\n\n" if not turned or last.table < 0 or row.table < 0 else "\n"
    if last.column != row.column:
        return "\n"
    if turned:
        return "\n\n" if _ENDED.search(last.text) else "\n"
    step = (last.base - row.base) / max(row.size, 1.0)
    return "\n\n" if step > pitch * 1.22 + 0.05 or step < -0.5 else "\n"


def _cell(cells: list[list[int]], row: Row, at: int) -> None:
    """Adds a line to the cell it stands in."""
    end = at + len(row.text)
    if cells and cells[-1][:3] == [row.table, row.row, row.column]:
        cells[-1][4] = end
    else:
        cells.append([row.table, row.row, row.column, at, end])


def _number_tables(pages: list[list[Row]]) -> None:
    """Numbers the tables through all pages. One that goes on at the top of the next page keeps its number.

    So does its last row, where the page's first words begin in a later column, or in the middle of a sentence.
    """
    count = 0
    last: Row | None = None
    for page in pages:
        numbers: dict[int, tuple[int, int]] = {}
        if last is not None and page and last.table >= 0 and page[0].table >= 0:
            first = page[0]
            same_row = first.column > 0 or first.text[:1].islower()
            numbers[first.table] = (last.table, last.row - first.row + (0 if same_row else 1))
        for row in page:
            if row.table < 0:
                continue
            if row.table not in numbers:
                numbers[row.table] = (count, 0)
                count += 1
            table, down = numbers[row.table]
            row.table, row.row = table, row.row + down
        last = page[-1] if page else last
