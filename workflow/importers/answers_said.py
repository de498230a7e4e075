"""Answers in running words: `recommendation 1 be accepted`, `Recommendations 2 and 3 – rejected`, whose they are.

A Cabinet's minute, a letter or an e-mail often names recommendations by their numbers alone. The number counts only
where the paper says whose recommendations it speaks of: a report's own are numbered too.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from workflow.importers.bodies import find_bodies, is_council, is_executive
from workflow.importers.page import Page
from workflow.importers.reading import Answered, Asked, Document, Item, Paper
from workflow.importers.text import fold, sentences
from workflow.importers.tracker_words import answer_in

ALL = "all"
"""The number under which an answer to every recommendation stands."""

_ANSWER = (
    r"(?:partially|partly|part)[ -](?:accepted|agreed|supported)|(?:fully |not (?:to be |be |been )?)?"
    r"(?:accepted|agreed|approved|supported|rejected|declined|refused|deferred)"
    r"(?:\s+(?:in (?:part|full)|partially|partly|with amendments?))?"
)
_NUMBERS = (
    r"(?:(?:nos?\.?|numbers?)\s*)?\(?r?\d{1,2}[a-z]?\)?"
    r"(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|to|&)\s+|\s*[-–&]\s*)\(?r?\d{1,2}[a-z]?\)?(?![\w/]))*"
)
_IS = r"(?:should |to |has |have |had |is |are |was |were )?"
_BEHIND = re.compile(
    rf"\b(?:recommendations?|recs?\.?)\s+(?P<numbers>{_NUMBERS})(?![\w/])"
    r"(?:\s+(?:of|from|made by)\s+(?:the\s+)?[^.;:\n]{3,90}?)?"
    rf"\s*(?:[:–-]\s*|\s{_IS}(?:be |been )?(?:also )?)(?P<answer>{_ANSWER})\b",
    re.I,
)
_NOT = (
    r"(?:(?:not|never|cannot|can['’]t|don['’]t|doesn['’]t|didn['’]t|unable|unwilling|refused?s?|declined?s?|no longer)"
    r"(?: be)?(?: able| willing| minded| prepared)?(?: to)? (?:fully )?)"
)
_BEFORE = re.compile(
    rf"\b(?P<no>{_NOT})?(?P<answer>(?:partially |partly )?"
    rf"(?:accept|agree|approve|support|reject|decline|refuse|defer)(?:ed|d|s)?(?: in (?:part|full))?)\s+(?:the\s+)?"
    rf"(?:committee['’]s\s+|panel['’]s\s+|scrutiny\s+)?"
    rf"(?:recommendations?)\s+(?P<numbers>{_NUMBERS})(?![\w/])",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:(?P<count>\w+)\s+)?recommendations?\s+(?:of|from|made by)\s+(?:the\s+)?"
    rf"[^.;:\n]{{3,120}}?\s{_IS}(?:be |been )(?P<answer>{_ANSWER})\b"
    rf"|\ball\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?recommendations\s+{_IS}(?:be |been )?(?P<each>{_ANSWER})\b",
    re.I,
)
_MEMBER = re.compile(r"\b(?:Cabinet Member|Executive Member|Portfolio Holder|Leader of the Council)\b")
_ONE = re.compile(r"r?(\d{1,2}[a-z]?)", re.I)
_RANGE = re.compile(r"\(?r?(\d{1,2})\)?\s*(?:to|[-–])\s*\(?r?(\d{1,2})\)?", re.I)
_OWN = re.compile(r"\b(?:in|of|to|set out in)\s+(?:the|this)\s+(?:officers?['’]?\s+)?(?:report|paper|appendix)\b", re.I)
_RECOMMENDED = re.compile(r"\brecommendations?\b|\brecommended\b", re.I)
_MADE_BY = re.compile(r"\brecommendations?(?:\s+\S+){0,4}?\s+(?:of|from|made by|by|arising from)\s+(?:the\s+)?$", re.I)
_POSSESSIVE = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+){0,2}recommendations?\b", re.I)
_MADE_ON = re.compile(
    r"^['’]?s?,?\s*\(?(?:(?:at\s+(?:its|the)\s+)?meeting\s*)?(?:held\s+|made\s+|agreed\s+)?(?:on|of|dated)?\s*(?:the\s+)?\(?$",
    re.I,
)
_MINUTE = re.compile(r"\bmin(?:ute)?s?\.?\s*(?:no\.?\s*)?(\d{1,3}/\d{2})(?![\d/])", re.I)


def said_answers(words: str) -> Iterator[tuple[int | str, str]]:
    """Each recommendation that words answer by its number (`all`: every one), and the words of the answer."""
    seen: set[int | str] = set()
    for pattern in (_BEHIND, _BEFORE):
        for found in pattern.finditer(words):
            if _OWN.match(words, found.end() + 1):
                continue
            for number in numbers_in(found["numbers"]):
                if number not in seen:
                    seen.add(number)
                    yield number, _negated(found)
    every = None if seen else _EVERY.search(words)
    if every and not _OWN.search(words, every.start()):
        yield ALL, every["answer"] or every["each"]


def _negated(found: re.Match[str]) -> str:
    """The words of an answer, with `not` before them where they are denied: `does not accept`, `declined to agree`."""
    return f"not {found['answer']}" if found.groupdict().get("no") else found["answer"]


def numbers_in(words: str) -> list[int | str]:
    """The numbers in `1, 2 and 4`, `1 to 3` or `2a`, in their order."""
    span = _RANGE.fullmatch(words.strip())
    if span and 0 < int(span[2]) - int(span[1]) < 40:
        return list(range(int(span[1]), int(span[2]) + 1))
    return [int(one) if one.isdigit() else one.lower() for one in _ONE.findall(words)]


def meant(words: str) -> str | None:
    """The answer that such words are; None where they are none."""
    plain = re.sub(r"\bnot (?:to be|be|been) ", "not ", fold(words).lower())
    past = re.sub(r"^((?:not )?(?:partially |partly )?)(accept|reject|support)(?:s)?\b", r"\1\2ed", plain)
    past = re.sub(r"^((?:not )?(?:partially |partly )?)(agree|approve|decline|refuse)s?\b", r"\1\2d", past)
    return answer_in(re.sub(r"^defers?\b", "deferred", past), "")


def asked_in(page: Page, start: int, end: int, own: str | None) -> Asked | None:
    """Whose recommendations the words between two places speak of, made when and under which minute, as they say."""
    found = list(_asked(page, start, end, own))
    same = [asked for asked in found if asked.body == found[0].body]
    return max(same, key=lambda asked: (asked.on is not None, asked.minute is not None), default=None)


def _asked(page: Page, start: int, end: int, own: str | None) -> Iterator[Asked]:
    for span in sentences(page.text, start, end):
        if not _RECOMMENDED.search(page.text, span.start, span.end):
            continue
        for body in find_bodies(page.text, span.start, span.end):
            if body.generic or body.name == own or is_executive(body.name) or is_council(body.name):
                continue
            led = _MADE_BY.search(page.text, max(span.start, body.start - 90), body.start)
            if led is None and not _POSSESSIVE.match(page.text, body.end, span.end):
                continue
            day = _made_on(page, body.end, span.end)
            minute = _MINUTE.search(page.text, body.end, span.end)
            yield Asked(body.name, day, minute[1] if minute else None, page.quote(span.start, span.end))


def _made_on(page: Page, start: int, end: int) -> date | None:
    """The day that stands right behind the name of a body."""
    for when in page.days_in(start, min(end, start + 90))[:1]:
        if when.day and not when.problem and _MADE_ON.match(page.text[start : when.start]):
            return when.day
    return None


def with_answers(paper: Paper, document: Document) -> Document:
    """The document with what its executive answered to recommendations of others in its minutes, item by item."""
    items = tuple(_answering(paper, document, item) for item in document.items)
    return document if items == document.items else msgspec.structs.replace(document, items=items)


def _answering(paper: Paper, document: Document, item: Item) -> Item:
    own = item.body or document.body or (item.decision.maker if item.decision else None)
    if item.answers or item.made_by == "officers" or not (is_executive(own) or _MEMBER.search(own or "")):
        return item
    found: list[Answered] = []
    for limb in item.resolutions:
        for number, words in said_answers(limb.text):
            answer = meant(words)
            if answer is not None:
                found.append(Answered(number, "", answer, limb.text, limb.quote, by=own))  # type: ignore[arg-type]
    asked = _asked_above(paper, item, own) if found else None
    if asked is None:
        return item
    return msgspec.structs.replace(item, answers=tuple(found), asked=asked)


def _asked_above(paper: Paper, item: Item, own: str | None) -> Asked | None:
    """Whose recommendations a minute speaks of: in its title, in what it resolved, or in its words above that."""
    own_words = (item.title or "", *(limb.quote for limb in item.resolutions))
    named = next(filter(None, (asked_in(Page(words), 0, len(words), own) for words in own_words)), None)
    place = _place(paper.text, item.resolutions[0].quote)
    title = _place(paper.text, item.title or "", place)
    above = None
    if place is not None and title is not None:
        page = Page(paper.text[title:place])
        above = asked_in(page, 0, len(page.text), own)
    return above if above and (named is None or named.body == above.body) else named


def _place(text: str, words: str, before: int | None = None) -> int | None:
    """Where words stand in a text whose white space may differ: first, or last before a place."""
    parts = words.split()[:12]
    if not parts:
        return None
    found = [m.start() for m in re.finditer(r"\s+".join(map(re.escape, parts)), text[:before])]
    return (found[0] if before is None else found[-1]) if found else None
