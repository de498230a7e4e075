"""Earlier minutes that a paper refers to by number, and whose they are.

`34/16` is minute 34 of the municipal year that began in 2016, counted per body; "minute 34 of 2016/17" is it too. A
number is this body's own unless the words give it away: "their minute 24/16" is the body named in that sentence,
"minute 24/16 of Cabinet" is Cabinet's. Where another body is named before it, or the paper's own is a person, who keeps
no minutes, it stays open.
`24/00093` is a decision, never a minute.
"""

import re
from collections.abc import Iterator
from typing import Literal

from workflow.importers.bodies import Named, find_bodies
from workflow.importers.page import Page
from workflow.importers.reading import Earlier, Link, Warning
from workflow.importers.text import Span, sentences

_WORD = re.compile(
    r"\b[Mm]in(?:ute)?s?\b\.?\s*(?:[Nn]o\.?s?\.?\s*|[Nn]umbers?\s+|[Rr]ef(?:erence)?\.?\s+)?(?=\(?\d)", re.ASCII
)
_NUMBER = re.compile(r"\(?(?<![\d/])(\d{1,3}/\d{2})(?![\d/])\)?")
_OF_YEAR = re.compile(
    r"\(?(\d{1,3})\s+of\s+(?:the\s+)?(?:municipal year\s+)?20(\d{2})[/–-](?:20)?\d{2}(?!\d)", re.ASCII
)
_MANY = re.compile(
    r"\(?(?P<numbers>\d{1,3}(?:\s*(?:,\s*and|,|and|&)\s*\d{1,3})+)(?![\d/]|\s*(?:,|and|&)\s*\d)", re.ASCII
)
_YEAR = re.compile(r"\s+of\s+(?:the\s+)?(?:municipal year\s+)?20(\d{2})[/–-](?:20)?\d{2}(?!\d)", re.ASCII)
_PLAIN = re.compile(r"(\d{1,3})(?![\d/]|\s+(?:of|seconds?|silence|past|to))\b")
_LED = re.compile(r"(?:further to|refers? to|see)\s*$", re.I)
_NEXT = re.compile(r"\s*(?:,|and|&|,\s*and)\s*(?:[Mm]in(?:ute)?s?\.?\s*)?")
_THEIRS = re.compile(r"\b(?:their|its|whose)\s+(?:own\s+)?$", re.I)
_OWN = re.compile(r"\b(?:our|this\s+(?:committee|board|panel|body)['’]s)\s+$", re.I)
_POSSESSIVE = re.compile(
    r"^(?:['’]s?)?(?:\s+(?:on\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4})?\s*(?:[(,–-]\s*)?$"
)
_OF = re.compile(r"^\)?,?\s+of\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?$")
_REFERS = re.compile(r"\)?\s*(?:also\s+)?refers?\b")
_FOLLOWING = re.compile(
    r"\b(?:following|since|after|pursuant to|in line with|in accordance with|arising from|as a result of)\s+"
    r"(?:(?:the|a|an|its|their)\s+)?",
    re.I,
)
_DECIDED = re.compile(
    r"^(?:['’]s?)?\s+(?P<what>decision|approval|agreement|resolution|meeting)\b"
    r"[^.;:\n]{0,40}?\b(?:in|on|of|held on)\s+$"
)
_SMALL = re.compile(
    r"\b(?P<kind>panel|committee|board|commission|forum|cabinet|executive(?!\s+(?:director|summary|officer|member)))\b"
)
_ITS_SMALL = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|scrutiny|area|select)\s+" + _SMALL.pattern)
_OF_SMALL = re.compile(r"\)?,?\s+of\s+(?:the|that)\s+(?:\w+\s+){0,4}?" + _SMALL.pattern)
_PERSON = re.compile(
    r"\b(?:Cabinet Members?|Portfolio Holder|(?<!of the )Leader|Deputy Leader|Director|Officer|Head of|Mayor)\b"
)
_CUT = re.compile(r"[,.;:]|\bwhich\b|\n\s*\n")


def find_earlier(
    page: Page, start: int, end: int, own: str | None, *, kept: bool = True
) -> tuple[list[Earlier], list[Warning]]:
    """The minutes referred to between two places; `own` is the body whose paper this is.

    `kept`: it is that body's own minutes, so that a bare number is its. A report to a body leaves such a number open.
    """
    found: dict[tuple[str, str | None], Earlier] = {}
    doubts: dict[str, Warning] = {}
    if _WORD.search(page.text, start, end) is None:
        return [], []
    for span in sentences(page.text, start, end):
        if not _WORD.search(page.text, span.start, span.end):
            continue
        named = find_bodies(page.text, span.start, span.end)
        quote = page.quote(span.start, span.end)
        for number, word, place in _numbers(page.text, span):
            if number is None:
                doubts.setdefault(
                    quote, Warning("ambiguous_minute", "A minute is referred to without its year.", quote)
                )
                continue
            body, doubt = _whose(page.text, span, word, place, named, own)
            if body == own and own and not kept and not _says(page.text, span, word, named, own):
                body, doubt = None, True
            if doubt:
                message = f"Whose minute {number} is, the words do not settle."
                doubts.setdefault(number + quote, Warning("ambiguous_minute", message, quote))
            found.setdefault((number, body), Earlier(number, body, quote))
    return list(found.values()), list(doubts.values())


def _numbers(text: str, span: Span) -> Iterator[tuple[str | None, int, int]]:
    """Each minute number of a sentence, where its word "minute" stands, and where the number ends; None: no year."""
    at = span.start
    while word := _WORD.search(text, at, span.end):
        at = word.end()
        if many := _MANY.match(text, at, span.end):
            at = many.end()
            year = _YEAR.match(text, at, span.end)
            if year:
                for each in re.findall(r"\d+", many["numbers"]):
                    yield f"{each}/{year[1]}", word.start(), year.end()
            elif _REFERS.match(text, at, span.end) or _led(text, span, word.start()):
                yield None, word.start(), at
            continue
        number = _NUMBER.match(text, at, span.end)
        if of_year := _OF_YEAR.match(text, at, span.end):
            at = of_year.end()
            yield f"{of_year[1]}/{of_year[2]}", word.start(), at
            continue
        plain = _PLAIN.match(text, at, span.end) if number is None else None
        if plain and (_led(text, span, word.start()) or _REFERS.match(text, plain.end(), span.end)):
            yield None, word.start(), at
        while number is not None:
            at = number.end()
            yield number[1], word.start(), at
            joined = _NEXT.match(text, at, span.end)
            number = _NUMBER.match(text, joined.end(), span.end) if joined else None


def _led(text: str, span: Span, word: int) -> bool:
    """Whether words before "minute" lead to it: `further to`, `see`."""
    return _LED.search(text, max(span.start, word - 20), word) is not None


def _whose(
    text: str, span: Span, word: int, number: int, named: list[Named], own: str | None
) -> tuple[str | None, bool]:
    """The body a minute number belongs to, and whether that is in doubt."""
    keeper = None if own and _PERSON.search(own) else own
    before = [body for body in named if body.end <= word and not body.generic]
    after = next((body for body in named if body.start >= number), None)
    if after and _OF.match(text[number : after.start]):
        if not after.generic:
            return after.name, False
        return (keeper, keeper is None) if _fits(after.name, own) else (None, True)
    others = [body.name for body in before if body.name != own]
    if _THEIRS.search(text, max(span.start, word - 12), word):
        return (others[-1], False) if others else (None, True)
    if _OWN.search(text, max(span.start, word - 24), word):
        return own, False
    if before and _POSSESSIVE.match(text[before[-1].end : word]):
        return before[-1].name, False
    if _another(text, span, word, number, named, own):
        return None, True
    return keeper, own is not None and keeper is None


def _says(text: str, span: Span, word: int, named: list[Named], own: str) -> bool:
    """Whether a sentence names the body whose paper this is, or says "our"."""
    told = any(body.name == own or (body.generic and _fits(body.name, own)) for body in named)
    return told or _OWN.search(text, max(span.start, word - 24), word) is not None


def _another(text: str, span: Span, word: int, number: int, named: list[Named], own: str | None) -> bool:
    """Whether words before a minute number, or just behind it, name a body that is not, or may not be, the paper's."""
    small = _OF_SMALL.match(text, number, span.end)
    kinds = [body.name for body in named if body.end <= word and body.generic]
    kinds += [each["kind"] for each in _ITS_SMALL.finditer(text, span.start, word)] + ([small["kind"]] if small else [])
    others = any(body.end <= word and not body.generic and body.name != own for body in named)
    return others or any(not _fits(kind, own) for kind in kinds)


def _fits(kind: str, own: str | None) -> bool:
    """Whether `the Scrutiny Panel` may be the body whose paper this is; `the Council` may be the authority."""
    words = set(re.findall(r"[a-z]+", kind.lower())) - {"the", "this", "full"}
    return own is None or "council" in words or words <= set(re.findall(r"[a-z]+", own.lower()))


def find_links(page: Page, start: int, end: int) -> list[Link]:
    """Links the words suggest: "following the Cabinet decision in May 2019 to …". No minute number proves them."""
    found: list[Link] = []
    for opening in _FOLLOWING.finditer(page.text, start, end):
        upto = min(end, opening.end() + 400)
        named = find_bodies(page.text, opening.end(), min(upto, opening.end() + 200))
        if not named or named[0].start != opening.end():
            continue
        link = _link(page, opening.start(), named[0], upto)
        if link:
            found.append(link)
    return found


def _link(page: Page, start: int, body: Named, upto: int) -> Link | None:
    """The link whose body is named at the start, if a decision and a day or month follow."""
    for when in page.days_in(body.end, min(upto, body.end + 100))[:1]:
        said = _DECIDED.match(page.text[body.end : when.start])
        if said is None or when.problem:
            return None
        cut = _CUT.search(page.text, when.end, upto)
        stop = cut.start() if cut else upto
        quote = page.quote(start, stop)
        first, last = (when.span.first, when.span.last) if when.span else (when.day, when.day)
        name = None if body.generic else body.name
        kind: Literal["decision", "meeting"] = "meeting" if said["what"] == "meeting" else "decision"
        return Link(page.quote(when.end, stop) or quote, quote, kind, name, first, last)
    return None
