"""The items of a CMIS meeting page that are set in no table with headings: a headed block, or a row, for each item."""

import re
from bisect import bisect_left
from itertools import zip_longest
from typing import Any

from workflow.importers.moderngov.business import Business, find_business, item_number
from workflow.importers.moderngov.parts import Web
from workflow.importers.text import Span
from workflow.importers.titles import clean_title
from workflow.importers.unlabelled import minuted_from

_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TITLE = re.compile(r"item[-_]?(?:title|head(?:ing|er)?|name|subject|text)$", re.I)
_NUMBER = re.compile(r"item[-_]?(?:no|num|number|ref|index)$", re.I)
_COUNTED = re.compile(
    r"(?:agenda\s+)?(?:item\s*)?(?:no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\s*[.:)–-]*\s+(?:[-–]\s*)?"
    r"(?P<title>[A-Z‘“].*\w.*)$",
    re.I,
)
_STEP = 5
_LEVEL = 3
_LONGEST = 300

Found = tuple[str | None, str | None, Business]
"""An item's number, its title and its parts."""


def from_blocks(web: Web) -> list[Found]:
    """The items that stand below a title of their own: a heading that counts, or an element that is called one."""
    titles = _titles(web)
    heads = sorted(
        (web.place(each).start, int(each.tag[1])) for each in web.laid.places if each.tag in _HEADS or each.tag == "h1"
    )
    found: list[Found] = []
    for (element, begin, number, words), following in zip_longest(titles, titles[1:]):
        upto = web.place(following[0]).start if following else web.whole.end
        level = int(element.tag[1]) if element.tag in _HEADS else _LEVEL
        stop = next((at for at, deep in heads[bisect_left(heads, (begin, 0)) :] if at >= upto or deep <= level), upto)
        found.append((number, clean_title(words), _parts(web, begin, min(stop, upto))))
    return found


def from_rows(web: Web) -> list[Found]:
    """The items of tables without headings: a row for each, its number in one cell and all else in the next."""
    found: list[Found] = []
    last = 0
    for cell in web.laid.places:
        if cell.tag != "td" or (number := item_number(web.words(cell))) is None or not number[:1].isdigit():
            continue
        beside = _beside(web, cell)
        place = web.place(beside) if beside is not None else Span(0, 0)
        first = next(web.lines(place.start, place.end), None)
        words = web.page.words(first.start, min(first.end, place.end)) if first else ""
        if first is None or not _follows(last, number) or not _is_title(words):
            continue
        last = _count(number)
        found.append((number, clean_title(words), _parts(web, min(first.end, place.end), place.end)))
    return found if len(found) > 1 else []


def _titles(web: Web) -> list[tuple[Any, int, str | None, str]]:
    """The elements that are an item's title, each with where it ends, the number and the title."""
    whole = web.whole
    found: list[tuple[Any, int, str | None, str]] = []
    number: str | None = None
    last, upto = 0, -1
    for element in sorted(web.laid.places, key=lambda each: (web.laid.places[each][0], -web.laid.places[each][1])):
        place, called = web.place(element), _called(element, _TITLE)
        if not whole.start <= place.start < place.end <= whole.end:
            continue
        if _called(element, _NUMBER):
            number = item_number(web.words(element)) or number
        if place.start < upto or not (called or element.tag in _HEADS):
            continue
        words = web.words(element)
        counted = _COUNTED.match(words)
        own = counted["number"] if counted else number if called else None
        title = counted["title"] if counted else words
        if not _is_title(title) or not (_follows(last, own) if own else called):
            continue
        last, upto, number = _count(own) if own else last, place.end, None
        found.append((element, place.end, own, title))
    return found if len(found) > 1 else []


def _parts(web: Web, begin: int, end: int) -> Business:
    """An item's parts: below their headings where it has any, else from where its words tell of a meeting."""
    parts = find_business(web, begin, end)
    if parts.words is not None:
        return parts
    told = minuted_from(web.page.text, begin, end)
    return parts if told is None else Business(Span(begin, told), None, Span(told, end), copied=True)


def _called(element: Any, pattern: re.Pattern[str]) -> bool:
    """Whether one of an element's classes is as a pattern says."""
    return any(pattern.search(name) for name in (element.get("class") or "").split())


def _is_title(words: str) -> bool:
    """Whether words could be an item's title."""
    return len(words) < _LONGEST and re.search(r"[A-Za-z]{3}", words) is not None


def _count(number: str) -> int:
    """What a number counts: 5 for `5a`."""
    return int(re.sub(r"\D.*$", "", number))


def _follows(last: int, number: str) -> bool:
    """Whether a number is the next of its list, or the first."""
    return last <= _count(number) and (not last or _count(number) <= last + _STEP)


def _beside(web: Web, cell: Any) -> Any:
    """The cell beside another."""
    beside = cell.getnext()
    while beside is not None and beside not in web.laid.places:
        beside = beside.getnext()
    return beside
