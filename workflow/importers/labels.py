"""Labelled fields of a form: `Decision No: 24/00093`, a label over its value, a label in the cell beside it."""

import re
from collections.abc import Mapping

import msgspec

from workflow.importers.reading import Paper
from workflow.importers.text import Line, fold, lines

_BEFORE = r"(?:(?:\d{1,2}(?:\.\d{1,2})?[.)]?|\(?[a-z][.)]|q\d{1,2}\.?|[-•*])\s+)?(?:the\s+)?"
_NOTE = r"(?:\s*(?:\([^()\n]{0,160}\)|\[[^\[\]]{0,240}\]|\*))*"
_END = r"\s*(?:[:?]+\s*[–-]*|[–-]+(?=\s|$)|\s{3,}|$)\s*"
_TICK = re.compile(r"[☒☑✓✔✗✘■🗹]|\[\s*[xX✓]\s*\]|\(\s*[xX✓]\s*\)|(?<![\w’'])[xX](?![\w’'])")
_BOX = re.compile(r"[☐□○❏❑]|\[\s*\]|\(\s*\)|_{2,}")
_ANSWER = re.compile(r"\b(?:(?P<yes>yes|key)|(?P<no>no|non[- ]key|not (?:a )?key|not key|n/a))\b", re.I)


class Field(msgspec.Struct, frozen=True):
    """A field of a form: which it is, its label as printed, and where its value stands (empty: start is end)."""

    name: str
    label: str
    start: int
    end: int
    at: int
    """Where the label stands."""

    @property
    def given(self) -> bool:
        """Whether there is a value."""
        return self.end > self.start


def label_of(names: Mapping[str, str]) -> re.Pattern[str]:
    """The pattern of a label at the head of a line, for the fields in `names`."""
    words = "|".join(f"(?P<{name}>{words})" for name, words in names.items())
    return re.compile(f"{_BEFORE}(?P<label>{words}){_NOTE}{_END}", re.I)


def find_fields(paper: Paper, names: Mapping[str, str], start: int = 0, end: int | None = None) -> list[Field]:
    """The labelled fields between two places, in the order of the page.

    `names` gives for each field the words of its label, as a pattern. A value goes on to the next label, or to the end
    of its cell.
    """
    stop = len(paper.text) if end is None else end
    label = label_of(names)
    celled, taken = _in_cells(paper, label, start, stop)
    marks = [(row, match) for row in lines(paper.text, start, stop) if (match := _labelled(label, row, taken, celled))]
    found = list(celled)
    for place, (row, match) in enumerate(marks):
        begin = row.start + match.end()
        last = marks[place + 1][0].start if place + 1 < len(marks) else stop
        last = min([last, *(field.at for field in celled if field.at > row.start)])
        found.append(_field(paper.text, match, begin, last, row.start))
    return sorted(found, key=lambda field: field.at)


def first(fields: list[Field], *names: str) -> Field | None:
    """The first field of one of some names that has a value; the names in order of preference."""
    for name in names:
        for field in fields:
            if field.name == name and field.given:
                return field
    return None


def value(paper: Paper, field: Field | None) -> str | None:
    """A field's value on one line."""
    return fold(paper.text[field.start : field.end]) or None if field else None


def first_line(paper: Paper, field: Field | None) -> str | None:
    """A field's value up to the first empty line."""
    if field is None:
        return None
    return fold(re.split(r"\n[^\S\n]*\n", paper.text[field.start : field.end].strip(), maxsplit=1)[0]) or None


def yes_or_no(words: str | None) -> bool | None:
    """What a form answers: `Yes`, `☒ Yes ☐ No`, `Non-key`; None where both are printed and none is ticked."""
    if not words:
        return None
    answers = list(_ANSWER.finditer(words))
    kinds = {bool(answer["yes"]) for answer in answers}
    if len(kinds) == 1:
        return answers[0]["yes"] is not None if answers[0].start() < 40 else None
    ticks = list(_TICK.finditer(words))
    if not answers or len(ticks) != 1:
        return None
    ahead = words[: answers[0].start()]
    before = _BOX.search(ahead) is not None or _TICK.search(ahead) is not None
    if before:
        return next((bool(a["yes"]) for a in answers if a.start() >= ticks[0].end()), None)
    return next((bool(a["yes"]) for a in reversed(answers) if a.end() <= ticks[0].start()), None)


def ticked(words: str) -> bool:
    """Whether a box on a line is ticked."""
    return _TICK.search(words) is not None


def boxed(words: str) -> bool:
    """Whether a line has a box to tick, ticked or not."""
    return ticked(words) or _BOX.search(words) is not None


def _labelled(
    label: re.Pattern[str], row: Line, taken: list[tuple[int, int]], celled: list[Field]
) -> re.Match[str] | None:
    """The label with which a line begins, outside the cells that are read already."""
    match = label.match(row.words)
    if match is None or any(low <= row.start < high for low, high in taken):
        return None
    return match


def _field(text: str, match: re.Match[str], begin: int, last: int, at: int) -> Field:
    """The field whose label a match is, its value without white space at its ends."""
    raw = text[begin:last]
    left = begin + len(raw) - len(raw.lstrip())
    right = begin + len(raw.rstrip())
    name = next(key for key, found in match.groupdict().items() if found is not None and key != "label")
    return Field(name, fold(match["label"]), left, max(left, right), at)


def _in_cells(paper: Paper, label: re.Pattern[str], start: int, stop: int) -> tuple[list[Field], list[tuple[int, int]]]:
    """The fields whose label is a whole cell, and the cells that are read with them."""
    cells = [cell for cell in paper.cells if start <= cell.start and cell.end <= stop]
    labels = {}
    for cell in cells:
        match = label.fullmatch(fold(paper.text[cell.start : cell.end]))
        if match:
            labels[(cell.table, cell.row, cell.column)] = match
    found: list[Field] = []
    taken: list[tuple[int, int]] = []
    for cell in cells:
        match = labels.get((cell.table, cell.row, cell.column))
        if match is None:
            continue
        beside = [c for c in cells if (c.table, c.row) == (cell.table, cell.row) and c.column > cell.column]
        below = [c for c in cells if (c.table, c.column, c.row) == (cell.table, cell.column, cell.row + 1)]
        for other in [*beside[:1], *below[:1]]:
            if (other.table, other.row, other.column) not in labels:
                found.append(_field(paper.text, match, other.start, other.end, cell.start))
                taken += [(cell.start, cell.end), (other.start, other.end)]
                break
    return found, taken
