"""The names of bodies in running text: committees, boards, panels, the Cabinet, the Council.

A name is the run of capitalised words that ends in a body's noun. "The Committee" and "the Scrutiny Board" say no more
than which kind of body is meant, so they name nobody: such a name is `generic`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

import msgspec

from workflow.importers.text import fold

_NOUN = re.compile(
    r"\b(?:(?:Sub-|Sub |Select |Joint )?Committee|Board|Panel|Cabinet|Commission|Forum|Assembly|Partnership"
    r"|(?<!Chief\s)(?<!CHIEF\s)(?:Executive|EXECUTIVE)|Council|COMMITTEE|BOARD|PANEL|CABINET|COUNCIL|COMMISSION"
    r"|FORUM|(?:TASK|WORKING|TASK AND FINISH|TASK & FINISH) (?:GROUP|PARTY)|(?:Task|Working|Task and Finish"
    r"|Task & Finish) (?:Group|Party|and Finish Group))\b"
    r"(?:\s+\(\d{1,2}\))?"
)
_OF_WHAT = re.compile(
    r"\s+\((?!(?:The|Chair|Vice|Item|Minute|See|As|Or|And|If|In)\b)(?P<what>[A-Z][A-Za-z’'&,\- ]{3,60})\)"
)
_FOR_WHAT = re.compile(
    r"\s+for\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w’'&-]+(?:(?:,\s+(?:and\s+)?|\s+(?:and|&)\s+|[^\S\n])[A-Z][\w’'&-]+)*"
)
_TITLE = re.compile(r"[A-Z]{2,}(?:['’][A-Z]+)?")
_TOKEN = re.compile(r"[^\s]+")
_CAPITALISED = re.compile(r"[(‘'\"“]?[A-Z][\w'’&/.-]*,?$")
_JOINERS = frozenset({"and", "of", "for", "the", "&", "on", "in", "to"})
_MORE = re.compile(
    r"(?!\s*\n[^\S\n]*\n)\s+(?:Members?|Directors?|Officers?|Leads?|Portfolio|Assistants?|Committee|Group|Board|House|Tax"
    r"|Panel|COMMITTEE|PANEL|BOARD)\b"
)
_NO_PART = frozenset(
    "the a an in at to on by that this their its his her our following further when where if for from with and of as "
    "response responses reply "
    "members member officers officer councillor councillors cllr cllrs resolved agreed recommended recommendations "
    "recommendation report minutes minute meeting meetings chair chairman before after prior subject date re venue "
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec since once both each all any "
    "most many some note notes contact agenda item items decision decisions was is were are it".split()
)
_GENERIC = frozenset(
    "the this that full scrutiny overview select sub and committee board panel cabinet council commission forum "
    "executive assembly partnership city county borough district town joint task finish working group party "
    "members of".split()
)
_PROPER_ALONE = frozenset(
    {"cabinet", "executive", "full council", "county council", "council", "the cabinet", "executive board"}
)
_EXECUTIVE = re.compile(r"(?:the )?(?:cabinet|executive(?: board)?)", re.I)
_POST = re.compile(
    r"(?:(?:Deputy )?(?:Cabinet|Executive|Lead)\s+(?:Members?|Councillors?)|Portfolio\s+Holders?|Leader)\b"
    r"(?P<of>\s+(?:for|of)\b)?"
)
_DEPUTY = re.compile(r"\bDeputy\s+$")
_OWN_MINUTES = re.compile(
    r"(?:to (?:approve|confirm|receive) )?(?:the )?minutes of (?:the )?(?:(?:last )?meeting of )?(?:the )?", re.I
)
_REACH = 14
_KINDS_OF_MEETING = frozenset({"extraordinary", "special", "annual", "ordinary", "budget"})


class Named(msgspec.Struct, frozen=True):
    """A body named in a text. `generic`: "the Board", which could be any."""

    name: str
    start: int
    end: int
    generic: bool


def find_bodies(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Every body named between two places of a text, in order, none inside another."""
    stop = len(text) if end is None else end
    found: list[Named] = []
    floor = start
    for noun in _NOUN.finditer(text, start, stop):
        if noun.start() < floor or _MORE.match(text, noun.end()):
            continue
        caps = noun.group().isupper()
        left = _leftmost(text, floor, noun.start(), caps) if noun.group().capitalize() != "Cabinet" else noun.start()
        if noun.group() == "Council" and text[max(floor, left - 5) : left].lower() == "full ":
            left -= 5
        last = noun.end()
        if left < noun.start() and is_generic(fold(text[left:last])):
            last = _field_of(text, last, stop)
        name = fold(text[left:last])
        found.append(Named(name, left, last, is_generic(name)))
        floor = last
    return found


def _field_of(text: str, last: int, stop: int) -> int:
    """Where the field ends that is told behind a name made of kind words: `(Places)`, `for Policies and Place`."""
    of = _OF_WHAT.match(text, last, stop)
    if of and not (of["what"].isupper() and " " not in of["what"]):
        return of.end()
    what = _FOR_WHAT.match(text, last, stop)
    return what.end() if what else last


def recipient(text: str, place: int, end: int) -> str | None:
    """The body, or the Cabinet Member with the portfolio, whose name begins at a place."""
    post = _POST.match(text, place, end)
    if post is None:
        return next((n.name for n in find_bodies(text, place, min(end, place + 200)) if n.start == place), None)
    return fold(text[place : _post_end(text, post, end)]).rstrip(".,;:")


def find_posts(text: str, start: int, end: int) -> list[Named]:
    """Every Cabinet Member, portfolio holder or Leader named between two places, with the portfolio."""
    found = []
    for post in _POST.finditer(text, start, end):
        deputy = _DEPUTY.search(text, max(start, post.start() - 8), post.start())
        first, last = deputy.start() if deputy else post.start(), _post_end(text, post, end)
        found.append(Named(fold(text[first:last]).rstrip(".,;:"), first, last, False))
    return found


def _post_end(text: str, post: re.Match[str], end: int) -> int:
    """Where the name of a post ends, with its portfolio."""
    last = post.end()
    if post["of"] is not None:
        for token in _TOKEN.finditer(text, post.end(), min(end, post.end() + 160)):
            word = token.group()
            if word.strip("(),").lower() in _JOINERS and word[-1] != ",":
                continue
            if not _CAPITALISED.match(word.rstrip(".;:")) or "\n\n" in text[last : token.start()]:
                break
            last = token.end()
            if word[-1] in ".;:":
                break
    return last


def as_name(words: str) -> str:
    """A name printed in capitals as it is written elsewhere: `HEALTH AND CARE PANEL` is the Health and Care Panel."""
    if not words.isupper():
        return words
    said = [part if part.lower() in _JOINERS else _TITLE.sub(_capital, part) for part in words.split(" ")]
    said = [part.lower() if part.lower() in _JOINERS and at else part for at, part in enumerate(said)]
    return " ".join(said)


def _capital(match: re.Match[str]) -> str:
    """A word with a capital first letter and small ones after it."""
    return match.group().capitalize()


@lru_cache(maxsize=4_096)
def is_generic(name: str) -> bool:
    """Whether a name could be any body's: made of kind words only. Cabinet and full Council are one each."""
    words = re.sub(r"[^a-z ]", " ", name.lower()).split()
    if " ".join(words) in _PROPER_ALONE - {"council", "executive"} or name in {"Executive"}:
        return False
    return all(word in _GENERIC for word in words)


def whose_minutes(titles: Iterable[str | None]) -> str | None:
    """The body whose last minutes one of the first items is: `Minutes of the Cabinet meeting held on …`."""
    for title in islice(titles, 6):
        own = _OWN_MINUTES.match(title) if title else None
        if title and own:
            return next((as_name(body.name) for body in find_bodies(title, own.end() - 1) if not body.generic), None)
    return None


def is_executive(name: str | None) -> bool:
    """Whether a name is the executive's: Cabinet, the Executive, the Executive Board."""
    return name is not None and _EXECUTIVE.fullmatch(name.strip()) is not None


def is_council(name: str | None) -> bool:
    """Whether a name is full Council's."""
    return (
        name is not None and re.fullmatch(r"(?:the )?(?:(?:full|county|city|borough) )*council", name, re.I) is not None
    )


def addressee(words: str) -> str | None:
    """The body a line such as `To: Members of the Health Panel` is for; a line that names none stands as it is."""
    named = [n for n in find_bodies(words) if not n.generic] or find_bodies(words)
    plain = re.sub(r"^(?:(?:the )?(?:chair(?:man)? (?:and|&) )?members of )?(?:the )?", "", fold(words), flags=re.I)
    if len(named) == 1 and plain.startswith(named[0].name):
        return named[0].name
    return plain or None


def _leftmost(text: str, floor: int, noun: int, caps: bool) -> int:
    """Where the name that ends in the noun begins. `caps`: it is printed in capitals, its small words too."""
    left = noun
    tokens = list(_TOKEN.finditer(text, max(floor, noun - 160), noun))[-_REACH:]
    for token in reversed(tokens):
        word = token.group()
        bare = word.strip("(‘'\"“”’,").lower()
        if bare in _JOINERS and (word[0].islower() or word == "&" or caps):
            if "\n\n" in text[token.end() : left]:
                break
            continue
        if not _CAPITALISED.match(word) or bare in _NO_PART or "\n\n" in text[token.end() : left]:
            break
        if (word.endswith(".") and len(bare) > 3) or (word.endswith(",") and bare in _KINDS_OF_MEETING):
            break
        left = token.start()
    if left < noun and text[left] in "(‘'\"“":
        left += 1
    return left
