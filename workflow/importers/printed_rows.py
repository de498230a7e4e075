"""The lines of a printed paper with how they are set: bold or not, how far from the left, how wide a line can be."""

from bisect import bisect_right

import msgspec

from workflow.importers.reading import Paper
from workflow.importers.text import Line, lines

_LETTER = 6.0
_NEARLY = 3
"""By so many letters a rule may be shorter or longer than the line it underlines."""


class Printed(msgspec.Struct, frozen=True):
    """A line, as `text.Line`, with its type: `left` in points, `narrow` where it ends well short of the full width."""

    start: int
    end: int
    words: str
    after_blank: bool
    bold: bool
    left: float
    narrow: bool
    before_blank: bool
    heading: bool = False
    """Whether a word processor's own style says that it is a heading."""


def printed_rows(paper: Paper, start: int = 0, end: int | None = None) -> list[Printed]:
    """The lines between two places. Where the medium does not say how they are set, indents stand for edges."""
    plain, underlined = _without_rules(lines(paper.text, start, end))
    starts = [line.start for line in paper.lines]
    lengths = sorted(len(row.words) for row in plain)
    full = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
    found: list[Printed] = []
    for at, row in enumerate(plain):
        place = bisect_right(starts, row.start) - 1
        line = paper.lines[place] if place >= 0 and paper.lines[place].end > row.start else None
        indent = row.start - (paper.text.rfind("\n", 0, row.start) + 1)
        after = at + 1 == len(plain) or plain[at + 1].after_blank
        found.append(
            Printed(
                row.start,
                row.end,
                row.words,
                row.after_blank,
                line.bold if line else False,
                line.left if line else indent * _LETTER,
                len(row.words) < 0.75 * full,
                after,
                row.start in underlined or bool(line and line.style.lower().startswith(("heading", "title"))),
            )
        )
    return found


def _without_rules(rows: list[Line]) -> tuple[list[Line], set[int]]:
    """The lines without those that underline the one above (`-----`), and where the underlined ones begin."""
    kept: list[Line] = []
    underlined: set[int] = set()
    for row in rows:
        rule = kept and len(set(row.words)) == 1 and row.words[0] in "-=" and not row.after_blank
        if rule and abs(len(row.words) - len(kept[-1].words)) <= _NEARLY:
            underlined.add(kept[-1].start)
        else:
            kept.append(row)
    return kept, underlined
