"""Where each item of an agenda or a set of minutes begins: its number, its title, and where it ends.

A page numbers its items in one manner: the number alone on its line, or before the title. A resolution's own limbs are
numbered too; they count again from one, end as sentences do, and have no "Minutes:" below them.
"""

import re
from collections import Counter

import msgspec

from workflow.importers.text import Line, Span, lines
from workflow.importers.titles import clean_title

_ALONE = re.compile(
    r"(?:item\s+)?(?P<number>(?P<prefix>(?-i:[A-Z]{1,6})[ ./-]?)?\d{1,4}[a-z]?(?:/\d{2}(?:\d{2})?)?)\s*[.:)]?$", re.I
)
_BEFORE = re.compile(
    r"(?:item\s+)?(?P<number>\d{1,4}[a-z]?(?:/\d{2})?)\s*[.:)]?\s+(?:pdf\s+)?(?P<title>[A-Z‘“\"'(][^\n]*)$"
)
SECTION = re.compile(r"(?:minutes|decision|decisions|resolution|outcome|cofnodion|penderfyniad(?:au)?)\s*:$", re.I)
"""The line above what was minuted or decided, in English or Welsh."""

_SENTENCE = re.compile(r"[.;,]$|;\s*(?:and|or)$|:$")
_GROWN = re.compile(r"(?P<number>[1-9]\d?)(?P<title>[A-Z][a-z][^\n]*)$")
_WITHIN = re.compile(r"(?P<number>\d{1,3})\.(?P<part>\d{1,2})\.?$")
_RECOMMENDATION = re.compile(r"RECOMMENDATION\s+[IVXLC\d]{1,6}\s*[-–—:]\s+(?P<title>\S.{2,200})$", re.I)
_MAX_TITLE = 300
_LONG_TITLE = 160


class Section(msgspec.Struct, frozen=True):
    """One item: its number as printed (None: it has lost it), its title, and the stretch of text behind the title."""

    number: str | None
    title: str | None
    start: int
    end: int
    minutes: int | None
    """Where the words behind "Minutes:" or "Decision:" begin; None where the page has none."""
    decision: Span | None = None
    """What stands under "Decision:", up to the minutes."""


class _Head(msgspec.Struct, frozen=True):
    """A line that numbers an item, and the line that titles it."""

    row: int
    number: str
    value: int
    title: str
    title_row: int


def find_items(text: str, start: int, end: int) -> list[Section]:
    """The items between two places, in the order of the page. No numbered items: an empty list."""
    rows = lines(text, start, end)
    alone = _heads_alone(rows)
    heads = alone if len(alone) >= 1 else _heads_before(rows) or _heads_grown(rows)
    heads = sorted([*heads, *_recommended(rows)], key=lambda head: head.row) if heads else heads
    sections: list[Section] = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        last = following.row if following else len(rows)
        stop = rows[following.row].start if following else end
        inside = next((row for row in rows[head.title_row + 1 : last] if SECTION.match(row.words)), None)
        begin = rows[head.title_row].end
        decision = _decision(rows[head.title_row + 1 : last], stop)
        minutes = inside.end if inside else None
        sections.append(Section(head.number or None, clean_title(head.title), begin, stop, minutes, decision))
    return sections


def _recommended(rows: list[Line]) -> list[_Head]:
    """Items that stand above the numbered ones, for what they recommend: `RECOMMENDATION I - Terms of Reference`."""
    found = [(at, _RECOMMENDATION.match(row.words)) for at, row in enumerate(rows)]
    return [_Head(at, "", 0, head["title"], at) for at, head in found if head and _has_section(rows, at + 1, at + 4)]


def _decision(rows: list[Line], stop: int) -> Span | None:
    """What stands under a line "Decision:" among some lines, up to the next such line."""
    marks = [row for row in rows if SECTION.match(row.words)]
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if mark.words.lower().startswith(("decision", "penderfyniad")):
            return Span(mark.end, following.start if following else stop)
    return None


def numbers_item(words: str) -> bool:
    """Whether a line begins with an item's number, or is one."""
    return _ALONE.match(words[:16]) is not None or _BEFORE.match(words) is not None


def _heads_alone(rows: list[Line]) -> list[_Head]:
    """Items whose number stands alone on its line, the title below it; `OV1/23` and `C.15` where others are like it."""
    heads: list[_Head] = []
    prefixes = Counter(found["prefix"] for row in rows if len(row.words) < 16 and (found := _ALONE.match(row.words)))
    seen: set[int] = set()
    for at, row in enumerate(rows[:-1]):
        match = _ALONE.match(row.words) if len(row.words) < 16 else None
        if match is None or (match["prefix"] and prefixes[match["prefix"]] < 2):
            continue
        value, title = _value(match["number"]), rows[at + 1].words
        if value in seen or _ALONE.match(title[:16]) or not title[:1].isalpha() or len(title) > _MAX_TITLE:
            continue
        stopped = _SENTENCE.search(title[-6:]) is not None and not title.isupper()
        if stopped and title.endswith(".") and len(title) < _LONG_TITLE:
            stopped = not _has_section(rows, at + 2, at + 5)
        if heads and (abs(value - heads[-1].value) > 10 or stopped):
            continue
        seen.add(value)
        heads.append(_Head(at, match["number"], value, title, at + 1))
    return _with_parts(rows, heads)


def _with_parts(rows: list[Line], heads: list[_Head]) -> list[_Head]:
    """The heads with those of an item's own parts, `5.1` and `5.2`: titled, and with minutes of their own."""
    found = list(heads)
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        part = 0
        for at in range(head.title_row + 1, (following.row if following else len(rows)) - 2):
            match = _WITHIN.match(rows[at].words) if len(rows[at].words) < 8 else None
            if match is None or int(match["number"]) != head.value or int(match["part"]) != part + 1:
                continue
            title = rows[at + 1].words
            if len(title) < _MAX_TITLE and not _heads_paragraph(title) and _has_section(rows, at + 2, at + 5):
                part += 1
                found.append(_Head(at, match.group().rstrip("."), head.value, title, at + 1))
    return sorted(found, key=lambda head: head.row)


def _heads_paragraph(words: str) -> bool:
    """Whether a line is a numbered paragraph's, not a title."""
    return len(words) > 120 and _SENTENCE.search(words[-6:]) is not None


def _heads_before(rows: list[Line]) -> list[_Head]:
    """Items whose number stands before the title on one line."""
    marks: list[_Head] = []
    for at, row in enumerate(rows):
        match = _BEFORE.match(row.words) if len(row.words) < _MAX_TITLE and row.words[0] not in "-•·*" else None
        if match and not _SENTENCE.search(row.words[-6:]):
            marks.append(_Head(at, match["number"], _value(match["number"]), match["title"], at))
    heads: list[_Head] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        if not heads:
            heads.append(mark)
            continue
        upto = following.row if following else len(rows)
        step = mark.value - heads[-1].value
        if 1 <= step <= (5 if _has_section(rows, mark.row + 1, min(upto, mark.row + 12)) else 1):
            heads.append(mark)
    return heads


def _heads_grown(rows: list[Line]) -> list[_Head]:
    """Items whose number has grown together with the title in a copy: `1Apologies`, counting on from one."""
    heads: list[_Head] = []
    for at, row in enumerate(rows):
        match = _GROWN.match(row.words)
        if match and int(match["number"]) == len(heads) + 1 and len(row.words) < _MAX_TITLE:
            heads.append(_Head(at, match["number"], len(heads) + 1, match["title"], at))
    return heads if len(heads) > 2 else []


def _has_section(rows: list[Line], first: int, last: int) -> bool:
    """Whether "Minutes:" or "Decision:" stands among some lines."""
    return any(SECTION.match(row.words) for row in rows[first:last])


def _value(number: str) -> int:
    """What an item's number counts: `12a`, `12/24` and `OV12/24` count as 12."""
    found = re.search(r"\d+", number)
    return int(found.group()) if found else 0
