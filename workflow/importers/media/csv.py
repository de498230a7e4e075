"""Tables as comma-separated values, or with semicolons, tabs or bars. A formula in a cell is its text and no more."""

import csv
import io
import re
from collections import Counter

from states.errors import BadInput
from workflow.importers.media import Opened
from workflow.importers.media.rows import laid_out
from workflow.importers.text import MAX_BYTES, decode

_SIGNS = (",", ";", "\t", "|")
_TRIED = 60
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def read(data: bytes, name: str) -> Opened:
    """The rows of a table. BadInput where it is no text, or larger than a tracker is."""
    text = decode(data)
    sign = _sign(text)
    first, _, rest = text.partition("\n")
    if first.strip().lower() == f"sep={sign}".strip():
        text = rest
    csv.field_size_limit(MAX_BYTES)
    try:
        return laid_out([csv.reader(io.StringIO(text, newline=""), delimiter=sign)])
    except csv.Error:
        raise BadInput("It is no table that can be read: save it as CSV (UTF-8) again.") from None


def _sign(text: str) -> str:
    """The sign between cells: the one by which most rows have the same number of cells, and more than one."""
    said = text[:6].lower()
    if said.startswith("sep=") and said[4:5] in _SIGNS:
        return said[4]
    bare = _QUOTED.sub('""', text[:200_000])
    lines = [line for line in bare.splitlines() if line.strip()][:_TRIED]
    return max(_SIGNS, key=lambda sign: (_evenness(lines, sign), -_SIGNS.index(sign)))


def _evenness(lines: list[str], sign: str) -> int:
    """How many cells stand in lines that are as wide as most lines are; 0 where there is one column only."""
    widths = Counter(line.count(sign) + 1 for line in lines)
    width, times = widths.most_common(1)[0] if widths else (1, 0)
    return width * times if width > 1 else 0
