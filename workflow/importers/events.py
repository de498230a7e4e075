"""Events: a named body will take a matter up on a day, or in a month, as a sentence or a limb tells it.

Read is: what happens (`be considered`, `its consideration`, `bring`), who takes it up (the body to which, at which or
by which it happens; else the one that does it), and the day that belongs to the two. A day binds to the nearest act
before it with which it shares a body, and no other clause may stand between them.
"""

import re
from collections.abc import Iterator

import msgspec

from states.british_dates import Found
from workflow.importers.bodies import Named, find_bodies
from workflow.importers.event_words import (
    A_MEETING,
    ACT,
    AFTER,
    AT_DAY,
    BARE,
    BIDS,
    BREAK,
    DOES,
    ELSE,
    GAP,
    GIVEN,
    HELD_CLAUSE,
    ITS_MEETING,
    JOINED,
    LED,
    MATTER,
    MEETING,
    NOT_SO,
    NOT_THEN,
    OWNS,
    PERSON_OF,
    PROGRAMMED,
    PUT_OFF,
    S_MEETING,
    SLIGHT,
    THEN,
    TOLD,
)
from workflow.importers.text import Span

_REACH = 240
_NEAR = 120


class Event(msgspec.Struct, frozen=True):
    """A body takes a matter up on a day: from `start` to `end` the words that say so; `doer`: the body does it itself.

    `body` is None where they say `the meeting on 3 March 2027` alone, or name one by no noun of a body.
    """

    when: Found
    body: Named | None
    start: int
    end: int
    doer: bool
    noun: bool = False
    """Whether they say it by a noun: `for decision by Cabinet on …`."""
    theirs: bool = False
    """Whether it is `their meeting`: of no named body, and not of the body whose paper it is."""


def find_events(
    text: str, span: Span, days: list[Found], *, resolved: bool, verb: int | None = None
) -> Iterator[Event]:
    """The events in a sentence, or in a limb of what was resolved (`resolved`), in the order of their days.

    `verb` is where somebody named is told what to do: `that the Director bring to this Committee …`.
    """
    if not days:
        return
    bodies = [body for body in find_bodies(text, span.start, span.end) if not OWNS.match(text, body.end)]
    acts = _acts(text, span, resolved, verb, bodies)
    for when in days:
        made = [event for act in acts if (event := _event(text, span, act, when, bodies))]
        named = [event for event in made if event.body]
        yield from named[:1] or made[:1]


class _Act(msgspec.Struct, frozen=True):
    """Words that take a matter up: `does`, whoever stands before them; `passive`, `be heard`; `noun`, `its debate`."""

    start: int
    end: int
    does: bool = False
    passive: bool = False
    noun: bool = False


def _acts(text: str, span: Span, resolved: bool, verb: int | None, bodies: list[Named]) -> list[_Act]:
    """The acts of a sentence, the last first."""
    found = [
        _Act(
            match.start(),
            match.end(),
            bool(match["active"] or match["going"]),
            match["passive"] is not None,
            match["noun"] is not None,
        )
        for match in ACT.finditer(text, span.start, span.end)
        if not NOT_SO.search(text[max(span.start, match.start() - 30) : match.start()])
        and not (match["passive"] and BIDS.search(text[max(span.start, match.start() - 40) : match.end()]))
    ]
    if resolved:
        found += [
            _Act(match.start(), match.end(), passive=True)
            for match in BARE.finditer(text, span.start, span.end)
            if not any(act.start <= match.start() < act.end for act in found)
        ]
        places = {span.start, verb, *(_behind(text, body) for body in bodies)} - {None}
        places |= {led.end() for led in TOLD.finditer(text, span.start, span.end)}
        found += [
            _Act(at, did.end(), True) for at in places if at is not None and (did := DOES.match(text, at, span.end))
        ]
    return sorted(found, key=lambda act: act.start, reverse=True)


def _act(match: re.Match[str]) -> _Act:
    """The act that one match of the words is."""
    does = bool(match["active"] or match["going"])
    return _Act(match.start(), match.end(), does, bool(match["passive"] or match["asked"]), match["noun"] is not None)


def _behind(text: str, body: Named) -> int:
    """Where the verb stands whose subject a body may be."""
    gap = GAP.match(text, body.end)
    return gap.end() if gap else body.end


def _event(text: str, span: Span, act: _Act, when: Found, bodies: list[Named]) -> Event | None:
    """The event that one act and one day make, or None."""
    subject = _subject(text, span, act, bodies)
    if when.end <= act.start:
        return _said_first(text, span, act, when, bodies, subject)
    gap = text[act.end : when.start]
    if when.start < act.end or len(gap) > _REACH or BREAK.search(HELD_CLAUSE.sub(" ", gap)):
        return None
    behind = [b for b in bodies if when.end <= b.start < when.end + 60 and AFTER.fullmatch(text, when.end, b.start)]
    at_meeting = MEETING.search(gap) is not None or S_MEETING.match(text, when.end, span.end) is not None
    if PROGRAMMED.search(gap):
        return Event(when, None, act.start, act.end, False)
    if not behind and gap.strip() and not at_meeting and NOT_THEN.search(gap):
        return None
    led = [
        body
        for body in bodies
        if act.start <= body.start < when.start
        and when.start - body.end <= _NEAR
        and (_led(text, act, body) or JOINED.search(text, max(act.start, body.start - 40), body.start))
    ]
    if subject and (ITS_MEETING.search(gap) or not led):
        lead = THEN.search(text[max(act.start, when.start - 20) : when.start])
        until = lead is not None and lead.group().lower().startswith(("by", "before", "no later"))
        sure = at_meeting or (lead and (not until or GIVEN.search(text[act.start : act.end])))
        does = at_meeting or not SLIGHT.search(text, act.start, act.end) or MATTER.search(gap)
        return Event(when, subject, act.start, act.end, True) if sure and does else None
    for body in [*led[-1:], *behind]:
        return Event(when, body, act.start, act.end, False, act.noun)
    if PUT_OFF.search(text, act.start, when.start) and not gap.strip():
        return Event(when, None, act.start, act.end, False)
    unnamed = A_MEETING.search(text, act.start, when.start) if at_meeting and not act.noun else None
    if unnamed is None:
        return None
    return Event(when, None, act.start, act.end, False, theirs=unnamed["whose"].lower() in ("its", "their"))


def _subject(text: str, span: Span, act: _Act, bodies: list[Named]) -> Named | None:
    """The body that stands right before an act and does it itself; the chair of one is not one."""
    for body in bodies:
        if act.does and body.end <= act.start and GAP.fullmatch(text, body.end, act.start):
            return None if PERSON_OF.search(text[max(span.start, body.start - 40) : body.start]) else body
    return None


def _led(text: str, act: _Act, body: Named) -> bool:
    """Whether a matter goes to a body, or is taken up at it or by it."""
    if act.noun and text[act.end : body.start].strip().lower() in ("", "the"):
        return True
    return LED.search(text, max(act.start, body.start - 90), body.start) is not None


def _said_first(
    text: str, span: Span, act: _Act, when: Found, bodies: list[Named], subject: Named | None
) -> Event | None:
    """The event whose day is said before it: `On 3 March 2027 Cabinet would consider …`, `Cabinet on 3 March will`."""
    between = text[when.end : subject.start if subject and subject.start >= when.end else act.start]
    if len(between) > _NEAR or BREAK.search(between) or ELSE.search(between):
        return None
    lead = text[max(span.start, when.start - 40) : when.start]
    if not (THEN.search(lead) or MEETING.search(lead)):
        return None
    if subject and subject.start >= when.end:
        return Event(when, subject, act.start, act.end, True)
    if not act.does and not act.passive:
        return None
    at = next(
        (b for b in reversed(bodies) if act.does and b.end <= when.start and AT_DAY.fullmatch(text, b.end, when.start)),
        None,
    )
    if at and GAP.fullmatch(text, when.end, act.start):
        return Event(when, at, act.start, act.end, True)
    later = [
        body
        for body in bodies
        if act.end <= body.start < act.end + 60 and LED.search(text[max(act.start, body.start - 60) : body.start])
    ]
    clause = text[span.start : when.start].strip()
    if later and len(clause) < 60 and not BREAK.search(text[act.end : later[0].start]):
        return Event(when, later[0], act.start, act.end, False)
    return None
