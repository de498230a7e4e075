"""Whatever happened to …? Where the words of a question stand, grouped by report, with where each report is now."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from db import finding
from db.words_index import stem, terms
from workflow.views.look import Look

SHOWN = 200
"""How many places are read at most."""

KINDS = {
    "report": "title", "recommendation": "recommendation", "promise": "promise", "quote": "paper", "minute": "minute",
    "earlier": "further to", "topic": "topic",
}  # fmt: skip
"""What the places where words stand are called."""

_WORD = re.compile(r"\w+")


class Hit(msgspec.Struct, frozen=True):
    """A place where the words stand: in what, and the whole text there."""

    kind: str
    words: str


class Group(msgspec.Struct, frozen=True):
    """A report in which the words stand (or a topic without one), where it is now, and the places."""

    report: str | None
    title: str
    state: str | None
    next_due: date | None
    last_on: date | None
    exempt: bool
    hits: tuple[Hit, ...]


class Answer(msgspec.Struct, frozen=True):
    """What was found; `words` are those that were searched for, `more` says that there is more than is shown."""

    words: tuple[str, ...]
    groups: tuple[Group, ...]
    more: bool


def whatever(look: Look, question: str, *, limit: int = SHOWN) -> Answer:
    """Whatever happened to …? Reports whose title or one text holds all the words come first, the latest first."""
    places = finding.find(look.tx, question, limit=limit)
    groups: dict[object, list[finding.Stands]] = {}
    for place in places:
        groups.setdefault(place.report or place.title, []).append(place)
    made = tuple(_group(found) for found in groups.values())
    return Answer(tuple(terms(question)), made, len(places) >= limit)


def _group(found: list[finding.Stands]) -> Group:
    first = found[0]
    told: dict[str, Hit] = {}
    for one in sorted(found, key=lambda place: list(KINDS).index(place.kind)):
        words = one.words.strip()
        if words != first.title or one.kind == "topic":
            told.setdefault(words, Hit(one.kind, words))
    return Group(
        f"R{first.report}" if first.report else None, first.title, first.state, _day(first.next_due),
        _day(first.last_on), first.exempt, tuple(told.values()),
    )  # fmt: skip


def pieces(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is one of the words, in any of their forms."""
    stems = tuple(stem(word) for word in words)
    at = 0
    for match in _WORD.finditer(text):
        if stems and match[0].lower().startswith(stems):
            if match.start() > at:
                yield text[at : match.start()], False
            yield match[0], True
            at = match.end()
    if at < len(text):
        yield text[at:], False


def around(text: str, words: tuple[str, ...], room: int) -> str:
    """As much of a text as there is room for, around the first of the words."""
    if len(text) <= room:
        return text
    begun = 0
    for piece, hit in pieces(text, words):
        if hit:
            break
        begun += len(piece)
    else:
        begun = 0
    start = max(0, min(begun - room // 3, len(text) - room))
    if start:
        start = text.find(" ", start) + 1 or start
    cut = text[start : start + room - 2].rstrip()
    return f"{'…' if start else ''}{cut}{'…' if start + room - 2 < len(text) else ''}"


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
