"""Promises: what a paper says is to come back, to which body, and when.

An event with a day is a promise only if a named body will take this matter up then, and the day is not already past in
the paper. A month alone stays words. What names no day stands without one; its condition is kept in its own words.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from states.british_dates import Found
from states.days import said_day
from workflow.importers.bodies import Named, find_bodies, is_council
from workflow.importers.page import Page
from workflow.importers.promise_words import (
    ASKED,
    BACK,
    BARE,
    BY,
    BY_DAY,
    COMING,
    DELEGATED,
    DUE,
    FIRST,
    FUTURE,
    FUTURE_DAY,
    GIVEN_TO,
    HELD,
    LATER,
    NOT_DONE,
    ONCE,
    OUGHT,
    PUT_TO,
    RECEIVES,
    REPLY,
    SENT,
    SENT_BACK,
    SUBJECT_OF,
    TIMED,
    TO_MEMBERS,
    UPDATED,
    WITH,
)
from workflow.importers.promisers import TO_BODY, Promiser, agent, given_by, promiser
from workflow.importers.reading import Promise, Warning
from workflow.importers.text import Span, fold, sentences

_THAT = re.compile(r"(?:that\s+)?(?:the\s+)?", re.I)
_WORD = re.compile(r"\w+(?:\s+back\b)?")
_IS = re.compile(r"\s*,?\s*(?:(?:is|was|are|were)\s+)?")
_ITSELF = re.compile(r"\bat\s+(?:its|their)\s+(?:next\s+)?meeting\b", re.I)
_GROUP = re.compile(r"\b(?:Group|Party)$")
_REACH = 240
_NEAR = 45


def find_promises(
    page: Page,
    start: int,
    end: int,
    *,
    limbs: Iterable[Span],
    own: str | None,
    floor: date | None,
    asked: Iterable[Span] = (),
) -> tuple[list[Promise], list[Warning]]:
    """The promises between two places, and the days spoken of as still to come that are already past.

    In `limbs` (what was resolved) a plain "be brought back" is a promise too. `own` is the body whose paper this is;
    `floor` is the latest day that the paper shows to be past. `asked` are the limbs that recommend something to
    somebody else, who has promised nothing yet.
    """
    found: list[Promise] = []
    doubts: list[Warning] = []
    others = frozenset(span.start for span in asked)
    for span, resolved in _pieces(page, start, end, limbs):
        held = [day for day in page.days_in(span.start, span.end) if _held(page.text, day, floor)]
        days = [day for day in page.days_in(span.start, span.end) if day not in held]
        doubts += [doubt for day in days if (doubt := _past(page, span, day, floor))]
        if NOT_DONE.search(page.text, span.start, span.end):
            continue
        if REPLY.search(page.text, span.start, span.end) and not days:
            found.append(Promise(None, None, None, page.quote(span.start, span.end)))
            continue
        who = promiser(page.text, span, own=own, plain=resolved)
        given = None if who is None or span.start in others else given_by(page, span, who, days, floor)
        act = _act(page.text, span, resolved, None if span.start in others else who)
        if act is None or given is not None:
            found += [given] if given and given not in found else []
            continue
        bodies = find_bodies(page.text, span.start, min(span.end, act.end() + _REACH))
        bodies = [body for body in bodies if not any(0 < day.start - body.end <= _NEAR for day in held)]
        ahead = [day for day in days if day.start > act.start()]
        promise = None if act.re is DELEGATED else _dated(page, span, act, ahead, bodies, own, floor)
        if promise is None and not any(day.day for day in ahead):
            promise = _undated(page, span, act, bodies, resolved) or _timed(page, span, who, resolved)
        elif promise is None and act.re is not DUE and (when := _deadline(page.text, ahead, floor)):
            promise = _in_words(page, span, act, bodies, resolved, when, ahead)
        if promise and who and who.verb >= act.start() and who.verb <= act.end():
            promise = replace(promise, owner=who.who, to=promise.owner if promise.owner != who.who else None)
        if promise and promise not in found:
            found.append(promise)
    return found, doubts


def _pieces(page: Page, start: int, end: int, limbs: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """The limbs of what was resolved, whole, and the sentences of all the rest, in order."""
    at = start
    for limb in sorted(limbs, key=lambda span: span.start):
        for span in sentences(page.text, at, max(at, limb.start)):
            yield span, False
        yield limb, True
        at = max(at, limb.end)
    for span in sentences(page.text, at, end):
        yield span, False


def _act(text: str, span: Span, resolved: bool, who: Promiser | None) -> re.Match[str] | None:
    """The words that promise to take a matter up; where nothing else does, the verb of whoever promises it."""
    act = FUTURE.search(text, span.start, span.end) or PUT_TO.search(text, span.start, span.end)
    if act is None:
        due = DUE.search(text, span.start, span.end)
        sure = due is not None and (due["ahead"] or due["first"] or COMING.search(text, due.end(), span.end))
        act = due if sure else None
    act = act or ASKED.search(text, span.start, span.end) or SENT.search(text, span.start, span.end)
    if act is None and resolved and ONCE.search(text, span.start, span.end):
        act = DELEGATED.match(text, span.start, span.end)
    if act is None and resolved:
        act = (
            RECEIVES.match(text, span.start, span.end)
            or FIRST.match(text, span.start, span.end)
            or BARE.search(text, span.start, span.end)
            or _of_subject(text, span)
        )
    if act is None and who is not None and (resolved or who.sworn):
        act = _WORD.match(text, who.verb)
    return act


def _of_subject(text: str, span: Span) -> re.Match[str] | None:
    """The verb right behind a body, where what was resolved begins with it: `that the Task Group report in spring`."""
    begin = _THAT.match(text, span.start, span.end)
    start = begin.end() if begin else span.start
    body = next((body for body in find_bodies(text, start, min(span.end, start + 120)) if body.start == start), None)
    return SUBJECT_OF.match(text, body.end, span.end) if body else None


def _dated(
    page: Page,
    span: Span,
    act: re.Match[str],
    days: list[Found],
    bodies: list[Named],
    own: str | None,
    floor: date | None,
) -> Promise | None:
    """A promise whose words name the body that takes the matter up, and the day or the month."""
    for when in days:
        body = _takes_up(page.text, act, when, bodies)
        if body is None or (when.day and floor and when.day < floor):
            continue
        owner = body.name if not body.generic or is_council(body.name) or _GROUP.search(body.name) else own
        if act.re is DUE and owner == own:
            continue
        quote = page.quote(span.start, span.end)
        given = GIVEN_TO.search(page.text[act.end() : body.start]) and BY_DAY.search(
            page.text[max(0, when.start - 30) : when.start]
        )
        if when.day:
            post = agent(page.text, act.end(), span.end) if given else None
            return Promise(when.day, None, post if given else owner, quote, to=owner if given else None)
        if when.span:
            return Promise(None, fold(when.quote), owner, quote)
    return None


def _takes_up(text: str, act: re.Match[str], when: Found, bodies: list[Named]) -> Named | None:
    """The body between the act and the day, the nearest to the day first; else the one just before the act."""
    if when.start > act.end() + _REACH:
        return None
    between = [body for body in bodies if act.start() <= body.start < when.start]
    before = [body for body in bodies if body.end <= act.start() and _IS.fullmatch(text, body.end, act.start())]
    nearest = before if before and _ITSELF.search(text, act.end(), when.start) else between or before
    return nearest[-1] if nearest else None


def _timed(page: Page, span: Span, who: Promiser | None, resolved: bool) -> Promise | None:
    """What is to be done in, within or after a time: of what was resolved, and what somebody gives their word for."""
    timed = TIMED.search(page.text, span.start, span.end)
    if not ((resolved and timed) or (who and who.given and (timed or who.sworn))):
        return None
    later = LATER.search(page.text, who.verb if who else span.start, span.end)
    condition = fold((later or timed).group()).rstrip(",") if later or timed else None  # type: ignore[union-attr]
    owner = who.who if who else agent(page.text, span.start, span.end)
    return Promise(None, condition, owner, page.quote(span.start, span.end))


def _undated(page: Page, span: Span, act: re.Match[str], bodies: list[Named], resolved: bool) -> Promise | None:
    """A promise to come back to a body that names no day."""
    text = page.text
    later = LATER.search(text, act.start(), span.end)
    leads = [
        TO_BODY.search(text, max(span.start, body.start - 60), body.start)
        for body in bodies
        if body.start > act.start()
    ]
    to_body = any(lead and (lead.group()[:4].lower() != "with" or WITH.search(act.group())) for lead in leads)
    if SENT_BACK.search(act.group()):
        return None
    if resolved and act.re is DELEGATED:
        once = ONCE.search(text, act.end(), span.end)
        return Promise(None, fold(once.group()), fold(act["post"]), page.quote(span.start, span.end)) if once else None
    received = resolved and RECEIVES.match(text, span.start, span.end) is not None
    asked = resolved or act.re is ASKED
    back = resolved and later is not None and BACK.search(text, act.start(), span.end) is not None
    if not (to_body or received or back or (asked and TO_MEMBERS.search(text, act.start(), span.end))):
        return None
    if not resolved and (OUGHT.match(act.group()) or not UPDATED.search(text, span.start, span.end)):
        return None
    return Promise(None, fold(later.group()).rstrip(",") if later else None, None, page.quote(span.start, span.end))


def _deadline(text: str, days: list[Found], floor: date | None) -> str | None:
    """`by 1 June 2025`, where what was resolved has a day and names no body: kept in its words."""
    for when in days:
        if when.day and not (floor and when.day < floor):
            lead = BY.search(text, max(0, when.start - 20), when.start)
            if lead:
                return fold(text[lead.start() : when.end])
    return None


def _in_words(
    page: Page, span: Span, act: re.Match[str], bodies: list[Named], resolved: bool, when: str, ahead: list[Found]
) -> Promise | None:
    """What is to be given by a day that names no body: with the day where a post is to do it, else in its words."""
    text, quote = page.text, page.quote(span.start, span.end)
    to_somebody = any(TO_BODY.search(text, max(span.start, body.start - 60), body.start) for body in bodies)
    members = TO_MEMBERS.search(text, act.start(), span.end) is not None
    if not (resolved or act.re is ASKED or to_somebody or members) or OUGHT.match(act.group()):
        return None
    owner = agent(text, act.end(), span.end)
    day = next((found.day for found in ahead if found.day), None)
    return Promise(day, None, owner, quote) if owner else Promise(None, when, None, quote)


def _held(text: str, when: Found, floor: date | None) -> bool:
    """Whether a day is when a meeting was held ("the Cabinet meeting held on 3 September"), and not still to come."""
    if when.day and floor and when.day > floor:
        return False
    return HELD.search(text, max(0, when.start - 20), when.start) is not None


def _past(page: Page, span: Span, when: Found, floor: date | None) -> Warning | None:
    """The warning for a day that is spoken of as still to come and is already past."""
    if when.day is None or floor is None or when.day >= floor:
        return None
    if not FUTURE_DAY.search(page.text, max(span.start, when.start - _NEAR), when.start):
        return None
    message = f"{fold(when.quote)} is spoken of as still to come, but it is before {said_day(floor)}."
    return Warning("date_in_the_past", message, page.quote(span.start, span.end))
