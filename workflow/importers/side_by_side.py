"""Labels that stand side by side on one line, as plain text keeps them that was made from a printed form.

    DECISION TO BE TAKEN BY:                 DECISION NO:
     Mrs Ash, Cabinet Member for                24/00012
     Transport

is put as the form was filled in: each label with its own words below it. No word is changed.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from workflow.importers.labels import label_of
from workflow.importers.reading import Paper

_CELL = re.compile(r"\S(?:.*?\S)??(?=\s{3,}|\s*$)")
_MOST = 6
"""So many lines the words below a row of labels can go on for."""

_DEEP = 6_000
"""How far down, in characters, labels are looked for."""


def set_apart(paper: Paper, names: Mapping[str, str]) -> Paper:
    """The paper with each label on a line of its own; only plain text has them side by side. `names` as for fields."""
    if paper.medium != "text":
        return paper
    label = label_of(names)
    rows = paper.text[:_DEEP].split("\n")
    made: list[str] = []
    at = 0
    while at < len(rows):
        cells = list(_CELL.finditer(rows[at]))
        heads = [cell for cell in cells if label.fullmatch(cell.group())]
        if len(heads) > 1 and len(heads) == len(cells) and (below := _below(rows, at + 1, label)) is not None:
            first, last = below
            made += _columns(heads, rows[first:last])
            at = last
            continue
        made.append(_broken(rows[at], cells, label))
        at += 1
    return replace(paper, text="\n".join(made) + paper.text[_DEEP:])


def _below(rows: list[str], at: int, label: re.Pattern[str]) -> tuple[int, int] | None:
    """The lines filled in below a row of labels, from the first to behind the last; None: there are none."""
    while at < len(rows) and not rows[at].strip():
        at += 1
    last = at
    while last < len(rows) and last < at + _MOST and rows[last].strip() and not label.match(rows[last].strip()):
        last += 1
    return (at, last) if last > at else None


def _columns(heads: list[re.Match[str]], rows: list[str]) -> list[str]:
    """Each label, then the words that stand nearest below it."""
    filled: list[list[str]] = [[] for _ in heads]
    for row in rows:
        for cell in _CELL.finditer(row):
            middle = cell.start() + cell.end()
            nearest = min(range(len(heads)), key=lambda n: abs(heads[n].start() + heads[n].end() - middle))
            filled[nearest].append(cell.group())
    made: list[str] = []
    for head, words in zip(heads, filled, strict=True):
        made += [head.group(), *words, ""]
    return made


def _broken(row: str, cells: list[re.Match[str]], label: re.Pattern[str]) -> str:
    """A line that begins with a label, broken before each further label that has a colon."""
    if len(cells) < 2 or label.match(cells[0].group()) is None:
        return row
    for cell in reversed(cells[1:]):
        found = label.match(cell.group())
        if found and ":" in found.group():
            row = f"{row[: cell.start()].rstrip()}\n{row[cell.start() :]}"
    return row
