"""Who resolves, and whom a resolution is for: `RESOLVED that the Health Panel recommend to Cabinet that …`."""

import re

from workflow.importers.bodies import as_name, find_bodies, find_posts, is_council, is_executive, recipient
from workflow.importers.text import Span

_HEAD = re.compile(r"\s*(?:\([^)\n]{0,60}\)|[:,–-])?\s*(?:[Tt]hat)?\s*(?:the|The)?\s*")
_RESOLVES = re.compile(
    r"\s*(?::|,|(?:recommend|note|agree|endorse|support|request|welcome|receive|ask|approve|thank)s?\b|advises?\b)"
)
_RECOMMEND = re.compile(
    r"\b(?:[Rr]ecommend(?:s|ed|ing|ations?)?|RECOMMEND(?:S|ED|ATIONS?)?)(?:\s{0,9}:?\s{0,9}\(|\s+)"
    r"(?:(?:be (?:made|sent|submitted)|as follows)\s+)?"
    r"(?:(?:to|TO|that|THAT)\s+)?(?:(?:the|THE)\s+)?(?:members of the\s+)?(?=[A-Zf])"
)
_BE_RECOMMENDED = re.compile(r"\s+(?:be|is|are)\s+(?:\w+ly\s+)?(?P<act>recommended|asked|requested|invited|urged)\b")
_ANOTHERS = re.compile(
    r"\b(?:approv|adopt|accept|endors|agree|not|support|consider|receiv|welcom)\w*\s+(?:the|these|all|its|their|any)\s+(?:(?!following)\w+\s+)?$",
    re.I,
)
_ASK = re.compile(
    r"\b(?:[Aa]sks?|[Rr]equests?|[Uu]rges?|[Ii]nvites?|[Cc]alls?\s+(?:up)?on|[Aa]grees? to (?:ask|urge|call on))\s+"
    r"(?:that\s+)?(?:the\s+)?(?=Cabinet|Executive|Leader|Portfolio|Lead Member)"
)
_KEEPS = re.compile(
    r"\s*(?:[Tt]hat\s+)?(?:[Tt]h(?:e|is)\s+)?(?:(?:Overview and |Overview & )?Scrutiny\s+|Select\s+|Sub-)?"
    r"(?:Committee|Panel|Board|Commission)\s+(?:itself\s+)?(?:(?:also|further|will|to)\s+)?"
    r"(?:reviews?|monitors?|revisits?|considers?|scrutinises?|notes?|endorses?|thanks?|welcomes?|writes?|commends?"
    r"|returns?\s+to|looks?\s+again)\b"
    r"|\s*(?:[Tt]hat\s+)?(?:(?:its|their|the)\s+)?(?:(?:Committee|Panel|Board|Commission)['’]s\s+)?(?i:thanks)\s+be\s+"
    r"|\s*(?:[Tt]hat\s+)?[^.;:]{3,120}\sbe\s+thanked\b"
)
_KEPT_BY = re.compile(r"Committee|Panel|Board|Commission")
_ASKED_TO = re.compile(r"[^.;]{0,160}?\bto\b")


def recommended_to(text: str, start: int, end: int) -> str | None:
    """The body, or Cabinet Member, that a stretch of words recommends something to."""
    for word in _RECOMMEND.finditer(text, start, end):
        if _ANOTHERS.search(text, max(start, word.start() - 40), word.start()):
            continue
        name = recipient(text, word.end(), end)
        if name:
            return as_name(name)
    for body in find_bodies(text, start, min(end, start + 400)):
        passive = _BE_RECOMMENDED.match(text, body.end, end)
        sure = passive is not None and (passive["act"] == "recommended" or is_executive(body.name))
        if sure and (not body.generic or is_council(body.name)):
            return body.name
    for post in find_posts(text, start, min(end, start + 400)):
        passive = _BE_RECOMMENDED.match(text, post.end, end)
        if passive is not None and passive["act"] == "recommended":
            return post.name
    return None


def is_own(text: str, limb: Span, to: str | None) -> bool:
    """Whether a limb among what is recommended `to` another binds its committee, or thanks: `that the Panel review …`.

    Where it is put to a committee, `the Committee` may be that one.
    """
    return not _KEPT_BY.search(to or "") and _KEEPS.match(text, limb.start, limb.end) is not None


def asked_of(text: str, start: int, end: int) -> str | None:
    """The executive, or the Cabinet Member, that a stretch of words asks to do something."""
    for word in _ASK.finditer(text, start, end):
        name = recipient(text, word.end(), end)
        if name and _ASKED_TO.match(text, word.end() + len(name) - 1, end):
            return name
    return None


def subject(text: str, opening: re.Match[str], intro: Span) -> str | None:
    """The body that resolves, where the words name it: `RESOLVED that the Health Panel recommend …`."""
    for body in find_bodies(text, max(0, opening.start() - 120), opening.start())[-1:]:
        if not body.generic and not text[body.end : opening.start()].strip():
            return body.name
    head = _HEAD.match(text, intro.start)
    place = head.end() if head else intro.start
    for body in find_bodies(text, place, place + 200)[:1]:
        named = body.start == place and not body.generic and not is_executive(body.name)
        if named and _RESOLVES.match(text, body.end):
            return body.name
    return None
