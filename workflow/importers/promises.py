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
from workflow.importers.promisers import TO_BODY, agent, given_by, promiser
from workflow.importers.reading import Promise, Warning
from workflow.importers.text import Span, fold, sentences

_TAKEN = (
    r"(?:considered|presented|reported|submitted|brought|taken|referred|discussed|reviewed|re-?considered"
    r"|determined|decided"
    r"|scrutinised|consulted|received|shared|provided|circulated|heard|approved|ratified|put|made|returned|deferred"
    r"|tabled)"
)
_TAKES = r"(?:consider|determine|decide|discuss|receive|review|scrutinise|hear|approve|reconsider)"
_GIVES = r"(?:report|provide|bring|submit|present|return|come|go|share|circulate|update|feed|give|attend)"
_MODAL = r"(?:will|would|shall|should|must|is to|are to|was to|were to|due to|scheduled to|expected to|going to)"
_SOON = r"(?:(?:then|also|further|subsequently|next|now|again|first|\w+ly)\s+)?"
_FUTURE = re.compile(rf"\b{_MODAL}\s+{_SOON}be\s+{_SOON}{_TAKEN}\b|\b{_MODAL}\s+{_SOON}(?:{_TAKES}|{_GIVES})\b", re.I)
_DUE = re.compile(
    r"\b(?:prior to|before|ahead of|pending|for)?\s*(?:its |their |the |further )?(?:consideration|decision"
    r"|determination|approval)"
    r"\s+(?:at|by|of)\b",
    re.I,
)
_COMING = re.compile(
    r"\b(?:(?:is|was|are|were)\s+(?:due|scheduled|to be|to take)|due (?:to|on|at)|scheduled (?:to|for|on)|will"
    r"|would)\b",
    re.I,
)
_BARE = re.compile(
    rf"(?<!could )(?<!may )(?<!might )(?<!can )\b(?:be|and)\s+{_SOON}{_TAKEN}\b"
    rf"|\b(?:is|are)\s+{_SOON}(?:brought|reported|submitted|presented|returned)\b"
    rf"|\b(?:that|to|and)\s+{_SOON}{_GIVES}s?\b|\breport back\b"
    r"|\b(?:brings|provides|reports|presents|submits|returns|circulates|shares)\b",
    re.I,
)
_FIRST = re.compile(rf"{_GIVES}s?\b", re.I)
_UPDATED = re.compile(
    r"\b(?:update|report|briefing|progress|information|paper|proposal|outcome|detail|result|finding|matter"
    r"|response|cop(?:y|ie)|note|figure|data|breakdown|statement|polic(?:y|ie)|plan|list|link|presentation"
    r"|survey|statistic)s?\b",
    re.I,
)
_NOT_DONE = re.compile(r"\b(?:would|could|should) have\b", re.I)
_FUTURE_DAY = re.compile(r"\b(?:will|would|next|due|scheduled|to be)\b", re.I)
_LATER = re.compile(
    r"\b(?:once|when|after|(?<!the )following|subject to|as soon as|upon|on completion of"
    r"|at the conclusion of)\s+[^.;:]{3,160}"
    r"|\b(?:at|to|for|attend)\s+(?:the|a|its|their)\s+(?:next|future|later|following"
    r"|subsequent)\s+(?:[\w’'-]+\s+){0,8}?(?:meeting|date|time|stage)\b"
    r"|\b(?:with)?in\s+(?:\d{1,3}|an?|one|two|three|four|six|nine|twelve|eighteen)\s+(?:day|week|month"
    r"|year)s?(?:['’]s?)?(?:\s+time)?\b"
    r"|\b(?:\d{1,3}|one|two|three|four|six|nine|twelve|eighteen)\s+(?:weeks|months|years)\s+(?:after|from"
    r"|following)\s+[^.;:]{3,120}"
    r"|\bin due course\b|\b(?:quarterly|annually|every\s+\w+\s+months)\b|\bin (?:the )?(?:new municipal year"
    r"|new year|autumn|spring|summer|winter)\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|before|on|until|no later than)\s+(?:the\s+)?$", re.I)
_SENT = re.compile(rf"\b(?:will|would|shall)\s+{_SOON}be\s+{_SOON}(?:sent|supplied|forwarded|e-?mailed)\b", re.I)
_TO_BODY = re.compile(
    r"\b(?:to|with)\s+(?:(?:all|the|this|other)\s+)*(?:(?:members|councillors|chair)\s+of\s+(?:the\s+)?)?$", re.I
)
_BY_DAY = re.compile(r"\b(?:by|before|no later than)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
_ASKED = re.compile(
    rf"\b(?:request(?:ed|s)?|asked)\s+(?:that|for|if)\b[^.;]{{0,200}}?\b(?:be|to be|could be)\s+{_SOON}"
    rf"(?:{_TAKEN}|sent|supplied|forwarded|e-?mailed)\b"
    rf"|\b(?:intention|intends?|intended|undertook|promised|offered|committed|agreed|happy|asked"
    rf"|requested)\s+to\s+{_SOON}"
    rf"(?:{_GIVES}|send|write|supply|arrange|look into|investigate)\b",
    re.I,
)
_RECEIVES = re.compile(
    r"(?:that\s+)?(?:the\s+\w+\s+)?(?:to\s+)?(?:receives?|requests?|asks?\s+for|seeks?)\s+(?:(?:an?|regular|further"
    r"|quarterly|annual)"
    r"\s+)(?:[\w’'-]+\s+){0,4}?(?:report|update|briefing|note|paper|breakdown|response|progress)s?\b",
    re.I,
)
_TO_MEMBERS = re.compile(
    r"\b(?:to|with|for|amongst|at)\s+(?:(?:all|the|other|an?|its|our)\s+)*(?:(?:next|future|later|following"
    r"|subsequent)\s+)?"
    r"(?:[\w’'-]+\s+)?(?:members|councillors|minutes|panel|committee|board|commission|meeting)\b",
    re.I,
)
_DELEGATED = re.compile(
    r"(?:that\s+)?(?:to\s+)?(?:delegates?|authorises?|instructs?|authority\s+(?:be"
    r"|is)\s+delegated)\b[^.;]{0,60}?\bto\s+(?:the\s+)?"
    r"(?P<post>(?-i:[A-Z][\w’'&-]*(?:\s+(?:[A-Z][\w’'&-]*|for|of|and|the))*))",
    re.I,
)
_ONCE = re.compile(r"\b(?:once|as soon as|upon|on completion of)\s+[^.;:]{3,160}")
_BACK = re.compile(
    r"\b(?:report|bring|brought|come|return|feed)(?:ed|s|ing)?\s+back\b"
    r"|\battend\s+(?:the|a|its)\s+(?:next|future|following|subsequent)\s+(?:\w+\s+)?meeting\b",
    re.I,
)
_WITH = re.compile(r"\b(?:shar|discuss|circulat|review)", re.I)
_HELD = re.compile(r"(?<!\bbe )(?<!\bis )(?<!\bbeing )\bheld\s+on\s+(?:the\s+)?$", re.I)
_OUGHT = re.compile(r"(?:should|must)\b", re.I)
_SENT_BACK = re.compile(r"\breferred\b", re.I)
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
        if _NOT_DONE.search(page.text, span.start, span.end):
            continue
        who = promiser(page.text, span, own=own, plain=resolved)
        given = None if who is None or span.start in others else given_by(page, span, who, days, floor)
        act = _act(page.text, span, resolved)
        if act is None or given is not None:
            found += [given] if given and given not in found else []
            continue
        bodies = find_bodies(page.text, span.start, min(span.end, act.end() + _REACH))
        bodies = [body for body in bodies if not any(0 < day.start - body.end <= _NEAR for day in held)]
        ahead = [day for day in days if day.start > act.start()]
        promise = None if act.re is _DELEGATED else _dated(page, span, act, ahead, bodies, own, floor)
        if promise is None and not any(day.day for day in ahead):
            promise = _undated(page, span, act, bodies, resolved)
        elif promise is None and (when := _deadline(page.text, ahead, floor)):
            promise = _in_words(page, span, act, bodies, resolved, when, ahead)
        if promise and who and who.verb >= act.start() and who.verb <= act.end():
            promise = replace(promise, owner=who.who, to=promise.owner)
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


def _act(text: str, span: Span, resolved: bool) -> re.Match[str] | None:
    """The words that promise to take a matter up."""
    act = _FUTURE.search(text, span.start, span.end)
    if act is None:
        due = _DUE.search(text, span.start, span.end)
        act = due if due and _COMING.search(text, due.end(), span.end) else None
    act = act or _ASKED.search(text, span.start, span.end) or _SENT.search(text, span.start, span.end)
    if act is None and resolved and _ONCE.search(text, span.start, span.end):
        act = _DELEGATED.match(text, span.start, span.end)
    if act is None and resolved:
        act = (
            _RECEIVES.match(text, span.start, span.end)
            or _FIRST.match(text, span.start, span.end)
            or _BARE.search(text, span.start, span.end)
        )
    return act


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
        owner = own if body.generic and not is_council(body.name) else body.name
        quote = page.quote(span.start, span.end)
        given = _TO_BODY.search(page.text[act.end() : body.start]) and _BY_DAY.search(
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
    before = [body for body in bodies if body.end <= act.start() and text[body.end : act.start()].strip(" ,\n") == ""]
    nearest = between or before
    return nearest[-1] if nearest else None


def _undated(page: Page, span: Span, act: re.Match[str], bodies: list[Named], resolved: bool) -> Promise | None:
    """A promise to come back to a body that names no day."""
    text = page.text
    later = _LATER.search(text, act.start(), span.end)
    leads = [
        TO_BODY.search(text, max(span.start, body.start - 60), body.start)
        for body in bodies
        if body.start > act.start()
    ]
    to_body = any(lead and (lead.group()[:4].lower() != "with" or _WITH.search(act.group())) for lead in leads)
    if _SENT_BACK.search(act.group()):
        return None
    if resolved and act.re is _DELEGATED:
        once = _ONCE.search(text, act.end(), span.end)
        return Promise(None, fold(once.group()), fold(act["post"]), page.quote(span.start, span.end)) if once else None
    received = resolved and _RECEIVES.match(text, span.start, span.end) is not None
    asked = resolved or act.re is _ASKED
    back = resolved and later is not None and _BACK.search(text, act.start(), span.end) is not None
    if not (to_body or received or back or (asked and _TO_MEMBERS.search(text, act.start(), span.end))):
        return None
    if not resolved and (_OUGHT.match(act.group()) or not _UPDATED.search(text, span.start, span.end)):
        return None
    return Promise(None, fold(later.group()).rstrip(",") if later else None, None, page.quote(span.start, span.end))


def _deadline(text: str, days: list[Found], floor: date | None) -> str | None:
    """`by 1 June 2025`, where what was resolved has a day and names no body: kept in its words."""
    for when in days:
        if when.day and not (floor and when.day < floor):
            lead = _BY.search(text, max(0, when.start - 20), when.start)
            if lead:
                return fold(text[lead.start() : when.end])
    return None


def _in_words(
    page: Page, span: Span, act: re.Match[str], bodies: list[Named], resolved: bool, when: str, ahead: list[Found]
) -> Promise | None:
    """What is to be given by a day that names no body: with the day where a post is to do it, else in its words."""
    text, quote = page.text, page.quote(span.start, span.end)
    to_somebody = any(TO_BODY.search(text, max(span.start, body.start - 60), body.start) for body in bodies)
    members = _TO_MEMBERS.search(text, act.start(), span.end) is not None
    if not (resolved or act.re is _ASKED or to_somebody or members) or _OUGHT.match(act.group()):
        return None
    owner = agent(text, act.end(), span.end)
    day = next((found.day for found in ahead if found.day), None)
    return Promise(day, None, owner, quote) if owner else Promise(None, when, None, quote)


def _held(text: str, when: Found, floor: date | None) -> bool:
    """Whether a day is when a meeting was held ("the Cabinet meeting held on 3 September"), and not still to come."""
    if when.day and floor and when.day > floor:
        return False
    return _HELD.search(text, max(0, when.start - 20), when.start) is not None


def _past(page: Page, span: Span, when: Found, floor: date | None) -> Warning | None:
    """The warning for a day that is spoken of as still to come and is already past."""
    if when.day is None or floor is None or when.day >= floor:
        return None
    if not _FUTURE_DAY.search(page.text, max(span.start, when.start - _NEAR), when.start):
        return None
    message = f"{fold(when.quote)} is spoken of as still to come, but it is before {said_day(floor)}."
    return Warning("date_in_the_past", message, page.quote(span.start, span.end))
