"""Whose recommendations a paper answers, for certain: told by their words, or by the meeting or minute that made them.

The title alone, or the committee alone, proves nothing: a committee comes back to a matter, year after year.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from db import queries
from states.errors import NotFound
from states.facts import Proposal
from states.words import BodyKind
from workflow.evened import evened
from workflow.intake.agreeing import same_minute
from workflow.intake.claims import Finding
from workflow.intake.library import Library, answers_to
from workflow.intake.titles import matter_of
from workflow.lookups import told_as

_TELLING = 20
"""From so many letters on, words inside other words are the same recommendation."""


def answers(one: Finding, other: Finding) -> bool:
    """Whether one paper proves to answer what another recommends."""
    asked = one.asked
    if asked is None or not one.answered:
        return False
    made = [p for p in other.made if not p.officers and evened(p.from_) == evened(asked.body)]
    if not made:
        return False
    same_body = evened(other.body) == evened(asked.body)
    met = same_body and asked.on is not None and asked.on == other.on.exact
    minuted = same_body and bool(asked.minute and other.minute and same_minute(asked.minute, other.minute))
    return _proved(one, other.title, [p.text for p in made], met=met, minuted=minuted)


def answer_together(one: Finding, other: Finding) -> bool:
    """Whether two papers tell the same answers: to the same committee, on the same matter, given on the same day."""
    if one.asked is None or other.asked is None or matter_of(one.title) != matter_of(other.title):
        return False
    days = [{claim.on.exact for claim in f.claims if claim.replies and claim.on.exact} for f in (one, other)]
    return evened(one.asked.body) == evened(other.asked.body) and bool(days[0] & days[1])


def answers_case(title: str, made: Iterable[Proposal], one: Finding) -> bool:
    """Whether a paper proves to answer what people entered as recommended."""
    asked = evened(one.asked.body if one.asked else None)
    texts = [p.text for p in made if p.from_.kind is not BodyKind.OFFICER and evened(p.from_.name) == asked]
    return bool(texts) and _proved(one, title, texts, met=False, minuted=False)


def _proved(one: Finding, title: str, texts: Sequence[str], *, met: bool, minuted: bool) -> bool:
    spoken = [reply.asked for reply in one.answered if reply.asked]
    found = [any(same_words(words, text) for text in texts) for words in spoken]
    if matter_of(one.title) == matter_of(title):
        return met or minuted or any(found)
    return minuted or (bool(found) and all(found))


def same_words(one: str, other: str) -> bool:
    """Whether two papers put one recommendation: in the same words, its joining word and stops apart, or in most."""
    return same_bare(bare_words(one), bare_words(other))


def same_bare(a: str, b: str) -> bool:
    """The same of bare words."""
    if a == b:
        return bool(a)
    return min(len(a), len(b)) > _TELLING and (a in b or b in a)


@lru_cache(maxsize=2048)
def bare_words(text: str) -> str:
    """The words of a recommendation without `that` before them, and `; and` or a full stop behind."""
    words = re.sub(r"^(?:that|to)\s+", "", evened(text))
    return re.sub(r"\s*(?:[;,.:]+\s*(?:and|or)?|\s+and)\s*$", "", re.sub(r"(?:…|\.\.\.)\s*$", "", words)).strip()


def answering(library: Library, one: Finding) -> set[int]:
    """The reports that a paper may answer, by who recommended, or that papers were entered on which may answer it."""
    found: set[int] = set()
    if one.asked is not None and one.asked.body and one.answered:
        lines = library.tx.all(queries.RECOMMENDATIONS, from_body=_on_file(library, one.asked.body))
        spoken = [reply.asked for reply in one.answered if reply.asked]
        found.update(k.report for k in lines if any(same_words(words, k.text) for words in spoken))
        if one.asked.minute:
            rows = library.tx.find("finding", kind="item", gone=None, minute=one.asked.minute)
            found.update(told_as(library.tx, int(row["report"])) for row in rows if row["report"])
    for body in {p.from_ for p in one.made if not p.officers}:
        found.update(library.rows(body=answers_to(body)[:300]))
    return {report for report in found if library.case(report).state is not None}


def _on_file(library: Library, body: str) -> str:
    """A body's name as it stands on the record."""
    try:
        return library.names.lookup.body(body).name
    except NotFound:
        return body
