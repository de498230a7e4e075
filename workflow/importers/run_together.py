"""A text whose lines a copy has run together: its headings are set on lines of their own again, and no word changes.

Papers that were taken out of a PDF without their lines stand in one paragraph: `… 40. Minutes RESOLVED: … 41. …`.
"""

import re

import msgspec

from workflow.importers.reading import Paper
from workflow.importers.text import Line, lines
from workflow.importers.titles import procedural_start

_NUMBER = re.compile(
    r"(?<![/(])(?<!\b[Nn]o\.)(?<!\bitem)(?<!\bItem)(?<!inute)(?<!inutes)(?<!graph)(?<!ection)(?<!ppendix)\s"
    r"(?:[A-Z]{1,6}[./-]?\s?)?(?P<number>\d{1,4})(?:/\d{2,4})?\.?\s+(?=[A-Z‘“])"
    r"(?!(?i:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_THEN = re.compile(
    r"\s(?=(?:RESOLVED|AGREED|DECISION|(?:Resolved|Agreed|Decision|Recommended)\s?[:–-]|(?:The|There|It|An?|In|At|On|With|Further|Following|Having|Pursuant"
    r"|Councillors?|Cllrs?|Members|Apologies|No|None|Mrs?|Ms|Dr|That|Consideration|Arising|Upon|This|Each|All)"
    r"\s[a-zA-Z]))"
)
_CAPITALS = re.compile(r"[A-Z][A-Z’',()&/–-]+(?:\s[A-Z’',()&/–-]{2,}){0,14}(?=\s[A-Z][a-z]|\s[A-Z]\s[a-z])")
_OPENS = re.compile(r"(?<=[.?!)”])\s(?=(?:RESOLVED|AGREED|Resolved|Agreed|Recommended|Decision)\s?(?:[:–-]|that\b))")
_LABEL = re.compile(
    r"(?:(?<=\s)|^)(?:Name of meeting|Date and time|Date of meeting|Venue"
    r"|(?:Cabinet |Committee |Other |Also )?(?:Members|Councillors)"
    r"(?: of (?:the )?(?:Cabinet|Committee|Council|Panel|Board))?(?: (?:also )?(?:present|in attendance)\b:?)"
    r"|(?:Also |Officers? |Others? )?(?:Present|present|in attendance)\b:?|PRESENT\b:?|Apologies:|Officers:)"
)
_NAMES = re.compile(r"(?:Name of meeting|Date and time|Date of meeting|Venue)$")
_LONG = 600
_MOST_TITLE = 160
_MOST_NUMBERS = 2_000


def with_lines(paper: Paper) -> Paper:
    """The paper with its headings on lines of their own, where a copy ran them together; else the paper as it is."""
    if paper.medium != "text" or paper.lines or paper.cells or paper.seams or paper.unsaid:
        return paper
    text = paper.text
    breaks: dict[int, str] = {}
    for row in lines(text):
        if len(row.words) >= _LONG:
            breaks.update(_breaks(text, row))
    if not breaks:
        return paper
    pieces: list[str] = []
    at = 0
    for place, said in sorted(breaks.items()):
        pieces += [text[at:place], said]
        at = place
    return msgspec.structs.replace(paper, text="".join([*pieces, text[at:]]))


def _breaks(text: str, row: Line) -> dict[int, str]:
    """Where a long line is broken, and with what: around headings, before what is resolved and the labels above."""
    chain = _counted(_headings(text, row))
    if len(chain) < 2:
        return {}
    found: dict[int, str] = {}
    for _, start, end in chain:
        found[start], found[end] = "\n\n", "\n\n"
    found.update((opening.start(), "\n\n") for opening in _OPENS.finditer(text, chain[0][1], row.end))
    for label in _LABEL.finditer(text, row.start, chain[0][1]):
        found[label.start()] = "\n"
        if _NAMES.match(label.group()):
            found[label.end()] = "\n"
    return found


def _headings(text: str, row: Line) -> list[tuple[int, int, int]]:
    """What may be headings in a line: the number, where it begins, and where the title behind it ends."""
    found: list[tuple[int, int, int]] = []
    for number in _NUMBER.finditer(text, row.start, row.end):
        end = _title_end(text, number.end(), row.end)
        if end is not None:
            found.append((int(number["number"]), number.start(), end))
    return found[:_MOST_NUMBERS]


def _title_end(text: str, start: int, end: int) -> int | None:
    """Where a title ends and the first sentence behind it begins; None where no sentence does, or a full stop comes."""
    words = text[start : min(end, start + _MOST_TITLE)]
    known = procedural_start(words)
    capitals = _CAPITALS.match(words)
    then = _THEN.search(words, 3)
    ends = [place for place in (known, capitals and capitals.end(), then and then.start()) if place]
    upto = min(ends, default=0)
    return start + upto if upto and not re.search(r"[a-z]{2}[.;] ", words[:upto]) else None


def _counted(may: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest run of headings that count on from each other."""
    best: dict[int, list[tuple[int, int, int]]] = {}
    for each in may:
        chain = [*best.get(each[0] - 1, []), each]
        if len(chain) > len(best.get(each[0], [])):
            best[each[0]] = chain
    return max(best.values(), key=len, default=[])
