"""What is promised without a body that takes it up on a day: a reply, a report back, a word given, a time in words.

`The Head of Street Scene undertook to publish it with the final report`, `That the scheme be reviewed after twelve
months`, `A written reply would be sent`.
"""

import re
from datetime import date

from msgspec.structs import replace

from states.british_dates import Found
from workflow.importers.bodies import Named, find_bodies
from workflow.importers.event_words import BIDS, OWNS
from workflow.importers.page import Page
from workflow.importers.promise_words import (
    AFTERWARDS,
    ARRANGED,
    ASKED,
    BACK,
    BARE,
    BY,
    COMING,
    DELEGATED,
    DUE,
    FIRST,
    FUTURE,
    LATER,
    LISTED,
    NOW,
    ONCE,
    OUGHT,
    OUTWARD,
    PASSED_ON,
    PUT_TO,
    RECEIVES,
    REPLY,
    SENT,
    SENT_BACK,
    SUBJECT_OF,
    TIMED,
    TO_MEMBERS,
    UPDATED,
    WANTED,
    WANTS,
    WHETHER,
    WITH,
)
from workflow.importers.promisers import TO_BODY, Promiser, agent, is_somebody
from workflow.importers.reading import Promise
from workflow.importers.text import Span, fold

_BEGIN = re.compile(r"(?:that\s+)?(?:the\s+)?", re.I)
_WORD = re.compile(r"\w+(?:\s+back\b)?")
_IS = re.compile(r"\s*,?\s*(?:(?:is|was|are|were)\s+)?")
_PURPOSE = re.compile(r"\b(?:purpose|aim|role|function|remit|objective|point)s?\s+of\b[^.;]*$", re.I)
_CALLED_ON = re.compile(
    r"\b(?:members|councillors|residents|attendees|parishes|those\s+present|everyone)\s+(?:were|are)\s+(?:asked|requested)\s+to\b",
    re.I,
)
_HAD = re.compile(r"\b(?:had|has|have)\s+$", re.I)
_GRANTED = re.compile(r"\b(?:approved|ratified)\s|\bmade\s+(?=until)", re.I)
_REACH = 240
_NEAR = 45


def find_undertaking(
    page: Page,
    span: Span,
    days: list[Found],
    held: list[Found],
    who: Promiser | None,
    floor: date | None,
    *,
    resolved: bool,
    asked: bool,
) -> Promise | None:
    """The promise of a sentence, or of a limb of what was resolved, that names no body and day.

    `days` are its days, `held` those on which a meeting was held, `who` promises, `floor` is as in `find_promises`;
    what is `asked` of somebody else is not promised by its verb alone.
    """
    if not days and (laid_on := _laid_on(page, span) or _word(page, span, who, resolved)):
        return laid_on
    act = _act(page.text, span, resolved, None if asked else who)
    if act is None or NOW.search(page.text, act.end(), span.end):
        return None
    bodies = find_bodies(page.text, span.start, min(span.end, act.end() + _REACH))
    bodies = [body for body in bodies if not OWNS.match(page.text, body.end)]
    bodies = [body for body in bodies if not any(0 < day.start - body.end <= _NEAR for day in held)]
    ahead = [day for day in days if day.start > act.start()]
    promise = None
    if not any(day.day for day in ahead):
        promise = _undated(page, span, act, bodies, resolved) or _timed(page, span, who, resolved)
    elif act.re is not DUE and (when := _deadline(page.text, ahead, floor)):
        promise = _by_day(page, span, act, bodies, resolved, when)
    if promise and who and who.verb >= act.start() and who.verb <= act.end():
        promise = replace(promise, owner=who.who, to=promise.owner if promise.owner != who.who else None)
    return promise


def _laid_on(page: Page, span: Span) -> Promise | None:
    """A reply that will be sent, a visit that will be arranged."""
    said = REPLY.search(page.text, span.start, span.end) or ARRANGED.search(page.text, span.start, span.end)
    wants = WANTS.search(page.text, span.start, span.end)
    said = said or (wants if wants and _later(page.text, wants.end(), span.end) else None)
    if said is None or WHETHER.search(page.text, span.start, said.start()):
        return None
    return Promise(None, _later(page.text, span.start, span.end), None, page.quote(span.start, span.end))


def _word(page: Page, span: Span, who: Promiser | None, resolved: bool) -> Promise | None:
    """What a post or a person says in a sentence that they will do: they agreed to, said so, or it is for another."""
    if who is None or resolved or who.ought or not is_somebody(who.who):
        return None
    outward = (
        OUTWARD.match(page.text, who.verb)
        or AFTERWARDS.search(page.text, who.end, span.end)
        or WANTED.search(page.text, span.start, who.verb)
    )
    if not (who.given or who.says or (who.will and outward)) or WHETHER.search(page.text, span.start, who.verb):
        return None
    later = _later(page.text, who.verb, span.end)
    return Promise(None, later, who.who, page.quote(span.start, span.end))


def _later(text: str, start: int, end: int) -> str | None:
    """The time, or the condition, that words name without a day."""
    later = LATER.search(text, start, end) or TIMED.search(text, start, end)
    return fold(later.group()).rstrip(",") if later else None


def _act(text: str, span: Span, resolved: bool, who: Promiser | None) -> re.Match[str] | None:
    """The words that promise to take a matter up; where nothing else does, the verb of whoever promises it."""
    act = _ours(FUTURE, text, span) or PUT_TO.search(text, span.start, span.end)
    if act is None:
        due = DUE.search(text, span.start, span.end)
        sure = due is not None and (due["ahead"] or due["first"] or COMING.search(text, due.end(), span.end))
        act = due if sure else None
    act = act or _asked(text, span, who) or SENT.search(text, span.start, span.end)
    if act is None and resolved and ONCE.search(text, span.start, span.end):
        act = DELEGATED.match(text, span.start, span.end)
    if act is None and resolved:
        act = (
            RECEIVES.match(text, span.start, span.end)
            or FIRST.match(text, span.start, span.end)
            or _ours(BARE, text, span)
            or _of_subject(text, span)
        )
    if act is None and who is not None and (resolved or who.sworn):
        act = _WORD.match(text, who.verb)
    return act


def _asked(text: str, span: Span, who: Promiser | None) -> re.Match[str] | None:
    """The words that ask for something; not what members themselves were asked to do, nor what one of them asked."""
    asked = ASKED.search(text, span.start, span.end)
    if asked is None or _CALLED_ON.search(text, span.start, asked.end()):
        return None
    earlier = who is None and _HAD.search(text, span.start, asked.start())
    return None if earlier else asked


def _ours(pattern: re.Pattern[str], text: str, span: Span) -> re.Match[str] | None:
    """The first words that promise something: not comments passed on, not a question, not what others were to do."""
    for act in pattern.finditer(text, span.start, span.end):
        before = text[max(span.start, act.start() - 140) : act.start()]
        said = before + act.group()
        if not (
            BIDS.search(said)
            or _PURPOSE.search(before)
            or PASSED_ON.search(before)
            or WHETHER.search(before)
            or LISTED.search(said)
        ):
            return act
    return None


def _of_subject(text: str, span: Span) -> re.Match[str] | None:
    """The verb right behind a body, where what was resolved begins with it: `that the Task Group report in spring`."""
    begin = _BEGIN.match(text, span.start, span.end)
    start = begin.end() if begin else span.start
    body = next((body for body in find_bodies(text, start, min(span.end, start + 120)) if body.start == start), None)
    return SUBJECT_OF.match(text, body.end, span.end) if body else None


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
    asked = resolved or act.re is ASKED or act.re is SENT
    back = resolved and later is not None and BACK.search(text, act.start(), span.end) is not None
    taken = later is not None and _by_body(text, span, act)
    taken = taken or (later is not None and later.group().endswith("meeting") and FUTURE.match(act.group()) is not None)
    if not (to_body or received or back or taken or (asked and TO_MEMBERS.search(text, act.start(), span.end))):
        return None
    if not resolved and (OUGHT.match(act.group()) or not UPDATED.search(text, span.start, span.end)):
        return None
    return Promise(None, fold(later.group()).rstrip(",") if later else None, None, page.quote(span.start, span.end))


def _by_body(text: str, span: Span, act: re.Match[str]) -> bool:
    """Whether a body stands right before an act: `The Panel would receive …`."""
    return any(_IS.fullmatch(text, body.end, act.start()) for body in find_bodies(text, span.start, act.start()))


def _deadline(text: str, days: list[Found], floor: date | None) -> Found | None:
    """The day of `by 1 June 2025`, where words have a day and name no body."""
    for when in days:
        if when.day and not (floor and when.day < floor) and BY.search(text, max(0, when.start - 20), when.start):
            return when
    return None


def _by_day(
    page: Page, span: Span, act: re.Match[str], bodies: list[Named], resolved: bool, when: Found
) -> Promise | None:
    """What is to be given by a day that names no body: whoever is to do it, where a post is named."""
    text, quote = page.text, page.quote(span.start, span.end)
    to_somebody = any(TO_BODY.search(text, max(span.start, body.start - 60), body.start) for body in bodies)
    members = TO_MEMBERS.search(text, act.start(), span.end) is not None
    if not (resolved or act.re is ASKED or to_somebody or members) or OUGHT.match(act.group()):
        return None
    lead = BY.search(text, max(0, when.start - 20), when.start)
    if _GRANTED.search(f"{act.group()} {lead.group() if lead else ''}"):
        return None
    return Promise(when.day, None, agent(text, act.end(), span.end), quote)
