"""Where each item of printed minutes, or of a printed agenda, begins.

A heading is known by what councils print beside it: `(Item 5)` or `[Item 5]` below or behind the title; a number that
counts on from the heading before (`76.`, `45/24`, `CC/24/55`, `HOSC.12`); bold type; capitals. Paragraphs and limbs
are numbered too, but they end as sentences do, stand elsewhere on the line, or begin again from one.
"""

import re
from itertools import pairwise

import msgspec

from workflow.importers.printed_heads import Head, numbered_heads, typed_heads
from workflow.importers.printed_rows import Printed, printed_rows
from workflow.importers.reading import Paper
from workflow.importers.text import fold
from workflow.importers.titles import clean_title

_MARK = (
    r"[(\[]\s*(?:agenda\s+)?(?:item|no|report)\s*(?:no\.?\s*|number\s*)?\.?\s*"
    r"(?P<item>\d{1,3}[a-z]?(?:\.\d{1,2})?)\s*[)\]]"
)
_ALONE = re.compile(rf"{_MARK}\s*$", re.I)
_BEHIND = re.compile(
    rf"(?P<title>.{{3,300}}?)\s*(?:{_MARK}|[-–]\s*agenda item\s*(?:no\.?\s*)?(?P<plain>\d{{1,3}}[a-z]?))\s*$", re.I
)
_NUMBER = re.compile(
    r"(?:\*\s*)?(?:(?:minute|item)\s+(?:no\.?\s*)?)?(?P<number>(?:[A-Z][A-Z&]{0,7}[/.\- ]?)?\d{1,4}[A-Z]?"
    r"(?:/\d{1,4}){0,2})\s*[.:)–-]?\s+(?=\S)"
)
_ENDED = re.compile(r"[.;:]$")
_TITLE_ROWS = 4
_NEAR = 600
"""So many letters behind a heading its title may stand again."""
_LONGEST = 240


class PrintedItem(msgspec.Struct, frozen=True):
    """One item: its minute number and its number on the agenda as printed, its title, and its words behind the title.

    `head` is where its heading begins.
    """

    number: str | None
    agenda: str | None
    title: str
    head: int
    start: int
    end: int


def find_printed_items(paper: Paper, start: int, end: int) -> list[PrintedItem]:
    """The items between two places, in the order of the page; an empty list where none is headed."""
    rows = printed_rows(paper, start, end)
    heads = _marked_heads(rows)
    if len(heads) < 2:
        heads = numbered_heads(rows) or heads
    items: list[PrintedItem] = []
    for place, head in enumerate(heads):
        stop = rows[heads[place + 1].first].start if place + 1 < len(heads) else end
        begin = min(rows[head.last].end if not head.behind else head.behind, stop)
        title = _in_full(clean_title(head.title), paper.text[begin : min(stop, begin + _NEAR)])
        items.append(PrintedItem(head.number, head.agenda, title, rows[head.first].start, begin, stop))
    return items


def _in_full(title: str, below: str) -> str:
    """A title as it stands below its heading once more, with its matter behind it: `Motion` and `Motion – Buses`."""
    again = re.search(rf"^[ \t]*{re.escape(title)}\s*[-–—:]\s+(?=\w)", below, re.M)
    if again is None:
        return title
    rest = re.split(r"\n[ \t]*(?:\n|\(?\w{1,3}[.)])", below[again.end() :], maxsplit=1)
    words = fold(rest[0])
    whole = len(rest) == 2 and len(title) + len(words) < _LONGEST and not words.endswith((".", ":", ";", ","))
    return clean_title(f"{title} – {words}") if whole else title


def _marked_heads(rows: list[Printed]) -> list[Head]:
    """The headings that say which item of the agenda they are: `(Item 5)`, on the title's line or below it."""
    heads: list[Head] = []
    floor = 0
    for at, row in enumerate(rows):
        alone = _ALONE.match(row.words)
        behind = None if alone else _BEHIND.match(row.words)
        if alone is None and (behind is None or _ENDED.search(behind["title"])):
            continue
        first = _title_above(rows, at - 1 if alone else at, floor)
        if first is None:
            continue
        lines = [row.words for row in rows[first : at + 1]]
        lines = lines[:-1] if alone else [*lines[:-1], behind["title"] if behind else ""]
        title = fold(" ".join(lines))
        number = _NUMBER.match(title)
        mark = alone or behind
        heads.append(
            Head(
                first,
                at,
                number["number"] if number else None,
                title[number.end() :] if number else title,
                (mark["item"] or mark.groupdict().get("plain")) if mark else None,
            )
        )
        floor = at + 1
    return _completed(rows, heads)


def _completed(rows: list[Printed], heads: list[Head]) -> list[Head]:
    """The headings with those whose mark is missing: lines set as the others are, where the agenda's numbers skip."""
    bold = [rows[head.first].bold for head in heads]
    if len(heads) < 2 or not all(bold):
        return heads
    typed = [head for head in typed_heads(rows) if rows[head.first].bold]
    skips = any(_gap(head, following) for head, following in pairwise(heads))
    whole: list[Head] = []
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        whole.append(head)
        upto = following.first if following else len(rows)
        between = [other for other in typed if head.last < other.first and other.last < upto]
        missing = _gap(head, following)
        if missing is None:
            whole += between if skips else []
        elif len(between) == missing:
            number = int(head.agenda or 0)
            whole += [msgspec.structs.replace(b, agenda=str(number + n)) for n, b in enumerate(between, start=1)]
        elif missing:
            whole += between
    return whole


def _gap(head: Head, following: Head | None) -> int | None:
    """How many of the agenda's numbers are skipped between two headings; None behind the last."""
    if following is None:
        return None
    first, last = head.agenda or "", following.agenda or ""
    return max(0, int(last) - int(first) - 1) if first.isdigit() and last.isdigit() else 0


def _title_above(rows: list[Printed], last: int, floor: int) -> int | None:
    """Where the title that ends at a row begins: its lines stand together and none ends as a sentence does."""
    if last < floor or _ENDED.search(rows[last].words) or len(rows[last].words) > 240:
        return None
    first = last
    while first > floor and last - first < _TITLE_ROWS - 1:
        above, row = rows[first - 1], rows[first]
        if row.after_blank or _ENDED.search(above.words) or above.bold != row.bold or _NUMBER.match(row.words):
            break
        first -= 1
    return first
