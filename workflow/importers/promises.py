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
from workflow.importers.bodies import is_council
from workflow.importers.event_words import MATTER
from workflow.importers.events import Event, find_events
from workflow.importers.next_dealing import find_also, find_next_dealings
from workflow.importers.page import Page
from workflow.importers.promise_words import (
    BY_DAY,
    DUTY,
    FUTURE_DAY,
    GIVEN_TO,
    HELD,
    LOST,
    MOVED,
    NEXT,
    NOT_DONE,
    REPORT_DUE,
)
from workflow.importers.promisers import Promiser, agent, given_by, is_somebody, promiser
from workflow.importers.reading import Promise, Warning
from workflow.importers.text import Span, fold, sentences
from workflow.importers.undertakings import find_undertaking
from workflow.importers.word_given import find_word_given

_THAT = re.compile(r"That\s+(?:a|an|the|any|all|[A-Z]\w+)\s")
_GROUP = re.compile(r"\b(?:Group|Party)$")
_BEGINS = re.compile(r"(?:that\s+)?(?:to\s+)?", re.I)
_THIS = re.compile(
    r"\b(?:this|the)\s+(?:Committee|Panel|Board|Commission|Cabinet|Executive)\b"
    r"(?![^.;]*[A-Z]\w+ (?:Committee|Panel|Board)\b)"
)
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
    said: dict[tuple[date | None, str | None], list[str]] = {}
    others = frozenset(span.start for span in asked)
    for span, resolved in _pieces(page, start, end, limbs):
        held = [day for day in page.days_in(span.start, span.end) if _held(page.text, day, floor)]
        days = [day for day in page.days_in(span.start, span.end) if day not in held]
        doubts += [doubt for day in days if (doubt := _past(page, span, day, floor))]
        if NOT_DONE.search(page.text, span.start, span.end) or (not resolved and _empty(page.text, span)):
            continue
        who = promiser(page.text, span, own=own, plain=resolved)
        silent = who is None or span.start in others or not (resolved or _gives(page.text, span, who))
        given = None if who is None or silent else given_by(page, span, who, days, floor)
        told = [given] if given else []
        told += [event for event in _events(page, span, days, who, resolved, own, floor) if not _same(event, given)]
        told = told + find_also(page, span, own) if told else find_next_dealings(page, span, days, floor, own)
        if not told:
            theirs = span.start in others
            other = find_undertaking(page, span, days, held, who, floor, resolved=resolved, asked=theirs)
            other = other or find_word_given(page, span, days, floor, own, resolved=resolved)
            told = [other] if other else []
        for promise in told:
            alike = said.setdefault((promise.due, promise.condition), [])
            if not any(promise.quote in quote or quote in promise.quote for quote in alike):
                found.append(promise)
                alike.append(promise.quote)
    return found, doubts


def find_events_told(page: Page, start: int, end: int, *, own: str | None, floor: date | None) -> list[Promise]:
    """The events alone between two places, as an agenda or a tracker tells them: who takes a matter up, and when."""
    found: list[Promise] = []
    for span in sentences(page.text, start, end):
        days = [day for day in page.days_in(span.start, span.end) if not _held(page.text, day, floor)]
        found += _events(page, span, days, None, False, own, floor)
    return list(dict.fromkeys(found))


def find_reports_due(page: Page, *, owner: str | None) -> list[Promise]:
    """What a tracker says is due in a month, and to no named body: `First report due in June 2027`."""
    return [
        Promise(None, fold(when.quote), owner, page.quote(span.start, span.end))
        for span in sentences(page.text)
        for when in page.days_in(span.start, span.end)
        if when.span and REPORT_DUE.search(page.text, span.start, when.start)
    ]


def _empty(text: str, span: Span) -> bool:
    """Whether a sentence says what a rule always asks, or what was moved and, by the words behind it, voted down."""
    if DUTY.search(text, span.start, span.end):
        return True
    moved = MOVED.search(text, span.start, span.end)
    return moved is not None and LOST.search(text, moved.end(), span.end + 260) is not None


def _gives(text: str, span: Span, who: Promiser) -> bool:
    """Whether what is told in a sentence is promised to somebody: a body would do much that is no promise."""
    if who.ought:
        return False
    return who.given or is_somebody(who.who) or MATTER.search(text, who.verb, span.end) is not None


def _same(event: Promise, given: Promise | None) -> bool:
    """Whether an event is what somebody promises by the same day."""
    return given is not None and (event.due, event.condition) == (given.due, given.condition)


def _events(
    page: Page,
    span: Span,
    days: list[Found],
    who: Promiser | None,
    resolved: bool,
    own: str | None,
    floor: date | None,
) -> list[Promise]:
    """The promises whose words name the body that takes the matter up, and the day or the month."""
    ahead = [day for day in days if not _over(day, floor)]
    plain = resolved or _THAT.match(page.text, span.start, span.end) is not None
    found: list[Promise] = []
    for event in find_events(page.text, span, ahead, resolved=plain, verb=who.verb if who and resolved else None):
        ours = event.theirs and _of_own(page.text, span, event, resolved)
        body = own if ours else _body(event, own)
        if body == own and event.when.day and (event.when.day == floor or (floor is None and event.noun)):
            continue
        if event.theirs and who is None and not ours:
            continue
        promise = _promise(page, span, event, body)
        if who and event.start <= who.verb <= event.end and not event.doer:
            promise = replace(promise, owner=who.who, to=body if body != who.who else None)
        found.append(promise)
    return found


def _of_own(text: str, span: Span, event: Event, resolved: bool) -> bool:
    """Whether `its meeting` is that of the body whose paper it is: it resolves so of itself, or is named before."""
    if resolved and event.start <= span.start + 8 and _BEGINS.fullmatch(text, span.start, event.start):
        return True
    return _THIS.search(text, span.start, event.start) is not None


def _over(when: Found, floor: date | None) -> bool:
    """Whether a day, or the whole of a month, is past, or cannot be."""
    last = when.day or (when.span.last if when.span else None)
    return last is None or (floor is not None and last < floor)


def _body(event: Event, own: str | None) -> str | None:
    """The name of the body that takes a matter up: its own, or that of the body whose paper it is."""
    body = event.body
    if body is None:
        return None if event.theirs else own
    named = not body.generic or is_council(body.name) or _GROUP.search(body.name)
    return body.name if named else own


def _promise(page: Page, span: Span, event: Event, body: str | None) -> Promise:
    """What an event promises: the body takes it up, or is given it by a day."""
    when, quote = event.when, page.quote(span.start, span.end)
    if when.day is None:
        return Promise(None, fold(when.quote), body, quote)
    until = BY_DAY.search(page.text[max(0, when.start - 30) : when.start])
    if until and event.body and not event.doer and GIVEN_TO.search(page.text[event.end : event.body.start]):
        return Promise(when.day, None, agent(page.text, event.end, span.end), quote, to=body)
    return Promise(when.day, None, body, quote)


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


def _held(text: str, when: Found, floor: date | None) -> bool:
    """Whether a day is when a meeting was held ("the Cabinet meeting held on 3 September"), and not still to come."""
    if when.day and floor and when.day > floor:
        return False
    held = HELD.search(text, max(0, when.start - 40), when.start)
    return held is not None and NEXT.search(text, max(0, held.start() - 80), held.start()) is None


def _past(page: Page, span: Span, when: Found, floor: date | None) -> Warning | None:
    """The warning for a day that is spoken of as still to come and is already past."""
    if when.day is None or floor is None or when.day >= floor:
        return None
    if not FUTURE_DAY.search(page.text, max(span.start, when.start - _NEAR), when.start):
        return None
    message = f"{fold(when.quote)} is spoken of as still to come, but it is before {said_day(floor)}."
    return Warning("date_in_the_past", message, page.quote(span.start, span.end))
