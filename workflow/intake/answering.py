"""From one item of a paper to what it says was answered to recommendations, how far they have come and what is owed."""

import re
from collections.abc import Iterator
from datetime import date

from states.days import On
from states.words import Move
from workflow.evened import straight
from workflow.importers.answers_said import ALL
from workflow.importers.reading import Answered, Promise
from workflow.importers.text import fold
from workflow.importers.tracker_words import is_hedged
from workflow.intake.claiming import Setting
from workflow.intake.claims import Claim, Owed, Replied, Told

_ONLY_AN_ANSWER = frozenset(
    "accepted rejected deferred agreed approved supported declined refused yes no y n accept agree".split()
) | {
    "accepted in part", "partially accepted", "partly accepted", "part accepted", "agreed in part", "partially agreed",
    "partly agreed", "not accepted", "not agreed", "accepted in full", "fully accepted", "agreed in full",
    "not supported",
}  # fmt: skip

_SAYS_NOTHING = frozenset(("", "-", "–", "n/a", "na", "none", "tbc", "tba", "tbd", "to be confirmed", "not applicable"))


def owed(at: Setting) -> Iterator[Owed]:
    """What is to be done for a recommendation, by whom and when, where no answer says it or can hold it.

    An answer holds a day and an owner; "Summer 2026" it does not. Where a tracker leaves it
    open what was answered ("Agreed in principle"), nothing is owed.
    """
    tracker = bool(at.document.columns)
    answers = {a.number: a.answer for a in at.item.answers if a.answer is not None or (tracker and is_hedged(a.words))}
    texts = _texts(at)
    for p in at.item.progress:
        in_words = p.condition is not None and _plain(p.condition) not in _SAYS_NOTHING
        wanted = bool(p.due) or in_words
        if p.number in answers:
            wanted = in_words and p.due is None and answers[p.number] in ("accepted", "accepted_in_part")
        if wanted and p.implementation != "complete":
            words = texts.get(p.number, "")
            yield Owed(words, Promise(p.due, p.condition, p.owner, p.action or words or p.quote))


def _texts(at: Setting) -> dict[int | str | None, str]:
    """The recommendations in a paper's own words, by the numbers it gives them."""
    return {a.number: a.asked for a in at.item.answers} | {r.number: r.text for r in at.item.resolutions}


def _plain(words: str) -> str:
    return fold(words).strip(" .;").casefold()


def _answered_by(at: Setting) -> On:
    """When an answer was given that has no day of its own: at the meeting whose minutes tell it, else by its paper."""
    if at.minuted:
        return at.on
    return On(None, at.document.date) if at.document.date else On()


def _reasons(answer: Answered) -> str | None:
    """What was said with an answer; nothing where the cell or the limb is no more than the answer."""
    said = re.sub(r"^(?:that\s+)?recommendation\s+\S+\s+be\s+", "", fold(answer.words), flags=re.I)
    return None if _plain(said) in _ONLY_AN_ANSWER else straight(answer.words) or None


def answered(at: Setting) -> Iterator[Claim]:
    """What was answered to recommendations, and how far they have come, each with its day where one is given."""
    by_day: dict[tuple[date | None, str | None], list[Replied]] = {}
    tracked = {p.number: p for p in at.item.progress}
    for a in at.item.answers:
        if a.answer is not None:
            number, p = a.number if isinstance(a.number, int) else None, tracked.get(a.number)
            reply = Replied(
                a.asked, number, a.answer, a.by, a.on, _reasons(a), a.due or (p.due if p else None),
                p.owner if p else None, at.source(a.quote, "answer"), every=a.number == ALL,
                of=at.item.asked.body if at.item.asked else None,
            )  # fmt: skip
            by_day.setdefault((a.on, a.by), []).append(reply)
    for (day, by), replies in by_day.items():
        on = On.day(day) if day else _answered_by(at)
        yield Claim(Move.RESPOND, on, by, replies=tuple(replies), sources=tuple(r.source for r in replies))
    told: dict[date | None, list[Told]] = {}
    texts = _texts(at)
    for p in at.item.progress:
        if p.implementation is not None:
            number = p.number if isinstance(p.number, int) else None
            one = Told(texts.get(p.number, ""), number, p.implementation, p.words, at.source(p.quote, "progress"))
            told.setdefault(p.on, []).append(one)
    for day, progress in told.items():
        yield Claim(Move.UPDATE, On.day(day) if day else On(), None, {"written": True}, progress=tuple(progress))
