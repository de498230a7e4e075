"""What happened to a decision on its way: taken, called in, referred on, reconsidered, let go; as papers tell it.

A later paper looks back ("On 4 June the Committee considered a call-in made by …"); what a body resolves itself is read
from its own limbs.
"""

import re
from datetime import date
from itertools import islice

import msgspec

from workflow.importers.bodies import find_bodies, is_council, is_executive, recipient
from workflow.importers.decision_refs import decision_refs
from workflow.importers.page import Page
from workflow.importers.people import Person, group_of, people_at
from workflow.importers.reading import CallIn, Resolution, Step
from workflow.importers.text import Span, fold, sentences

CALL_IN = re.compile(r"\bcall(?:ed|ing)?[- ]?in\b", re.I)
_TAKEN = re.compile(
    r"\bdecisions?\b(?:[^.;]{0,220}?\b(?:was|were|been)\s+)?\s*[^.;]{0,40}?\b(?:taken|made)\b"
    r"|\btook\b[^.;]{0,60}\bdecision\b",
    re.I,
)
_BY = re.compile(r"\b(?:taken|made)\s+(?:by|at)\s+(?:(?:a|the)\s+)?(?:meeting\s+of\s+(?:the\s+)?)?", re.I)
_CALLERS = re.compile(
    r"\bcall(?:ed)?[- ]?in\b(?:[^.;]{0,80}?\b(?:submitted|made|lodged|signed|requested|received|supported"
    r"|initiated)\b)?[^.;]{0,30}?\b(?:by|from)\s+",
    re.I,
)
_CALLING = re.compile(
    r"\b(?:have|had|has)\s+(?:asked|requested|called|exercised)\b(?=[^.;]{0,300}?\bcall(?:ed)?[- ]?(?:it[- ])?in\b)",
    re.I,
)
_GROUND = re.compile(
    r"\b(?:on the (?:grounds?|basis) (?:that|of)|because)\s+(?P<ground>[^;]{8,600}?)\s*(?=[.;]\s|[.;]?$)", re.I
)
_VALID = re.compile(
    r"\bcall[- ]?in(?:\s+request)?\b[^.;]{0,40}?\b(?:was|is|has been|had been|were)\s+(?:\w+ly\s+)?"
    r"(?:(?:determined|deemed|ruled|accepted|considered|declared|found|judged|assessed)\s+"
    r"(?:to be\s+|as\s+(?:being\s+)?(?:a\s+)?)?(?P<not>not\s+|in)?valid\b|validated\b)"
    r"|\brul(?:ed|ing)\s+(?:that\s+)?the\s+call[- ]?in\b[^.;]{0,30}?\b(?P<no>in)?valid\b",
    re.I,
)
_PARTLY = re.compile(
    r"\b(?:reasons?|grounds?)\s+\(?(?:\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six)\b[^.;]{0,120}?\b(?:was|were)\s+"
    r"(?:\w+\s+){0,4}?(?:in)?valid\b",
    re.I,
)
_RULER = re.compile(
    r"\b(?:assessed|ruled|determined|validated|accepted|deemed valid|considered|declared)\b[^.;]{0,30}?\bby\s+"
    r"(?:the\s+)?"
    r"(?P<who>(?:[A-Z][\w’'-]+\s+)*(?:Officer|Services|Solicitor|Executive|Director|Secretary))",
)
_TO_COUNCIL = re.compile(
    r"\brefer(?:red|ring|ral|s)?\b[^.;]{0,60}?\bto\s+(?:the\s+)?(?:next\s+)?(?:meeting\s+of\s+)?(?:the\s+)?(?:full\s+|county\s+"
    r"|city\s+|borough\s+|district\s+)*council\b|\bpending\s+(?:a\s+)?(?:review|scrutiny"
    r"|consideration)[^.;]{0,60}?\bby\s+"
    r"(?:the\s+)?full\s+council\b",
    re.I,
)
_REFERRAL = re.compile(r"\breferral\s+of\s+(?:the|this)\s+(?:decision|matter)\s+by\s+(?:the\s+)?", re.I)
_BACK = re.compile(
    r"\brefer(?:red|s)?\b[^.;]{0,60}?\bback\s+to\b|\bbe\s+reconsidered\s+by\b|\b(?:ask|request"
    r"|requir)\w*\s+(?:the\s+)?(?:cabinet"
    r"|executive|decision[- ]maker|cabinet member)\b[^.;]{0,40}?\bto\s+reconsider\b",
    re.I,
)
_RECONSIDERED = re.compile(r"\breconsider(?:ed|ation)\b", re.I)
_DONE = re.compile(r"\b(?:agreed|resolved|referred|decided|voted|recommended|upheld|determined|carried)\b", re.I)
_NOT_DONE = re.compile(r"\b(?:may|can|could|might|shall|if|whether|either|options?|would|must|should|allows?)\b", re.I)
_HEARD = re.compile(r"\b(?:considered|met|heard|discussed|reviewed)\b", re.I)
_RESULTS = (
    ("rescinded", re.compile(r"\b(?:rescind(?:ed|s)?|withdr[ae]wn?|not proceed)\b", re.I)),
    (
        "to_council",
        re.compile(
            r"\b(?:confirm|progress|proceed|submit|refer)\w*\b[^.;]{0,60}\bto\s+(?:the\s+)?full\s+council\b", re.I
        ),
    ),
    ("amended", re.compile(r"\bamend(?:ed|s)\b(?! by)", re.I)),
    ("confirmed", re.compile(r"\b(?:confirm|uphold|upheld|reaffirm|re-affirm|stand by|stood by)\w*\b", re.I)),
)
_LET_GO = re.compile(
    r"\bnot\s+require\s+reconsideration\b|\bno\s+further\s+action\b|\b(?:take|takes"
    r"|took)\s+no\s+(?:further\s+)?action\b"
    r"|\bdecision\b[^.;]{0,60}?\b(?:be\s+(?:implemented|released|endorsed|upheld|confirmed)|stands?\b|take\s+effect"
    r"|come\s+into"
    r"|proceed)|\bcall[- ]?in\b[^.;]{0,40}?\b(?:be\s+)?(?:rejected|dismissed|not\s+(?:be\s+)?upheld|withdrawn)\b"
    r"|\b(?:uphold|upholds|upheld|endorse|endorses|confirm|confirms|support|supports|agree with)\s+the\s+"
    r"(?:original\s+)?(?:\w+\s+){0,3}decision\b",
    re.I,
)
_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?been\b", re.I)
_SOON = 8
_ON = re.compile(r"\s*,?\s*(?:and\s+|was\s+|were\s+|dated\s+|received\s+|lodged\s+|submitted\s+)*(?:on\s+)?(?:the\s+)?")
_COMMENTS = re.compile(r"\b(?:comments?|urges?|recommend\w*|asks?|requests?)\b", re.I)


class Told(msgspec.Struct, frozen=True):
    """What a stretch of words tells of a decision on its way."""

    steps: tuple[Step, ...] = ()
    call_in: CallIn | None = None


def find_told(page: Page, start: int, end: int, *, decision: str | None, alone: bool = False) -> Told:
    """What a paper that looks back tells between two places. `decision` is the one it is about.

    `alone`: the words are about one call-in and nothing else, so that its decision need not be named in each sentence.
    """
    steps: list[Step] = []
    call_in: CallIn | None = None
    heard: tuple[str, date] | None = None
    ruler: str | None = None
    reconsidering: int | None = None
    since = 0
    for span in sentences(page.text, start, end):
        words = page.text[span.start : span.end]
        refs = decision_refs(words)
        if decision and refs and decision not in refs:
            continue
        day = next((when.day for when in page.days_in(span.start, span.end) if when.day and not when.problem), None)
        body = _body(page, span)
        if body and day and _HEARD.search(words) and not _NOT_DONE.search(words):
            heard = (body, day)
        taken = _decided(page, span, decision, alone and CALL_IN.search(words) is not None)
        if taken:
            steps.append(taken)
        made = _called_in(page, span, decision)
        if made and (call_in is None or not call_in.callers):
            known = call_in or made
            call_in = msgspec.structs.replace(made, ruling=known.ruling)
        who = _RULER.search(words)
        ruler = fold(who["who"]) if who and CALL_IN.search(words) else ruler
        valid = _VALID.search(words)
        if valid and not re.search(r"\b(?:all|some|any)\b", words[: valid.start()], re.I):
            ruled = "invalid" if valid["not"] or valid["no"] else "valid"
            call_in = msgspec.structs.replace(call_in or CallIn(decision=decision), ruled=ruled, ruled_by=ruler)
        if call_in and call_in.ruling is None and _PARTLY.search(words):
            call_in = msgspec.structs.replace(call_in, ruling=page.quote(span.start, span.end))
        step = _referred(page, span, decision, body, day, heard)
        if step and not any(step.move == known.move and known.on in (step.on, None) for known in steps):
            steps.append(step)
        again = _reconsidered(page, span, decision, body, day)
        if again:
            steps.append(again)
            reconsidering, since = len(steps) - 1, 0
        elif reconsidering is not None and steps[reconsidering].result is None and since < _SOON:
            since += 1
            result = None if _HAD.search(words) else _result(words)
            if result and (body is None or is_council(body) or body == steps[reconsidering].body):
                steps[reconsidering] = msgspec.structs.replace(steps[reconsidering], result=result)
    return Told(tuple(_once(steps)), call_in)


def find_acts(
    limbs: tuple[Resolution, ...], *, own: str | None, on: date | None, decision: str | None, called_in: bool
) -> tuple[Step, ...]:
    """What a body's own limbs do to a decision that was called in: refer it, reconsider it, let it go."""
    if not called_in:
        return ()
    found: list[Step] = []
    for limb in limbs:
        ref = next(iter(decision_refs(limb.text)), decision)
        if is_executive(own):
            result = _result(limb.text)
            if result and not any(step.move == "reconsider" for step in found):
                found.append(Step("reconsider", on, own, limb.quote, ref, result))
        elif _LET_GO.search(limb.text):
            how = "comments" if any(_COMMENTS.search(other.text) for other in limbs) else "no_comment"
            found.append(Step("release", on, own, limb.quote, ref, how))
        elif _TO_COUNCIL.search(limb.text) and not is_council(own):
            found.append(Step("refer_to_council", on, own, limb.quote, ref))
        elif _BACK.search(limb.text):
            found.append(Step("refer_back", on, own, limb.quote, ref))
    return tuple(found[:1] if not is_executive(own) else found)


def _body(page: Page, span: Span) -> str | None:
    """The first body a sentence names by more than its kind: the Scrutiny Committee, not the Committee."""
    named = find_bodies(page.text, span.start, span.end)
    return next((body.name for body in named if not body.generic or " " in body.name), None)


def _decided(page: Page, span: Span, decision: str | None, sure: bool) -> Step | None:
    """`Decision 24/00093 … was taken on 17 January 2025`, with its day; `sure`: it need not be named."""
    taken = _TAKEN.search(page.text, span.start, span.end)
    named = decision is not None and decision in decision_refs(page.text, span.start, span.end)
    if taken is None or not (named or sure):
        return None
    for when in page.days_in(taken.end(), min(span.end, taken.end() + 90)):
        if when.day and not when.problem:
            by = _BY.search(page.text, taken.start(), when.start)
            who = recipient(page.text, by.end(), when.start) if by else None
            return Step("decide", when.day, who, page.quote(span.start, span.end), decision)
    return None


def _called_in(page: Page, span: Span, decision: str | None) -> CallIn | None:
    """`a call-in made by … and …`: who called it in, as this paper says it."""
    asking = _CALLING.search(page.text, span.start, span.end)
    opening, people = None, list[Person]()
    for opening in islice(_CALLERS.finditer(page.text, span.start, span.end), 3):
        people = people_at(page.text, opening.end(), span.end)
        if people:
            break
    if not people and asking:
        people = [each for each in people_at(page.text, span.start, asking.start()) if each.end <= asking.start()]
    if not people:
        return None
    groups = tuple(dict.fromkeys(group for each in people if (group := group_of(each.group))))
    ref = next(iter(decision_refs(page.text, span.start, span.end)), decision)
    ground = _GROUND.search(page.text, (asking or opening or re.match("", "")).end(), span.end)  # type: ignore[union-attr]
    return CallIn(
        received=_received(page, people[-1].end, span.end) if opening else None,
        callers=tuple(each.name for each in people),
        grounds=(page.words(ground.start("ground"), ground.end("ground")),) if ground else (),
        decision=ref,
        groups=groups,
        quote=page.quote(span.start, span.end),
    )


def _received(page: Page, start: int, end: int) -> date | None:
    """The day that stands behind the callers' names: `called in by Councillors Ash and Elm on 4 March 2025`."""
    for when in page.days_in(start, min(end, start + 90)):
        return when.day if not when.problem and _ON.fullmatch(page.text, start, when.start) else None
    return None


def _referred(
    page: Page, span: Span, decision: str | None, body: str | None, day: date | None, heard: tuple[str, date] | None
) -> Step | None:
    """`the Committee resolved to refer the matter to full Council`, or back to its maker."""
    words = page.text[span.start : span.end]
    quote = page.quote(span.start, span.end)
    referral = _REFERRAL.search(page.text, span.start, span.end)
    if referral and day:
        by = recipient(page.text, referral.end(), span.end)
        if by:
            return Step("refer_to_council", day, by, quote, decision)
    to_council, back = _TO_COUNCIL.search(words), _BACK.search(words)
    if not (to_council or back):
        return None
    before = words[: (to_council or back or re.match("", words)).end()]  # type: ignore[union-attr]
    if _NOT_DONE.search(before) or not (_DONE.search(words) or words.startswith("That ")):
        return None
    who = body if body and not is_council(body) and not is_executive(body) else heard[0] if heard else None
    when = day or (heard[1] if heard and (who is None or who == heard[0]) else None)
    return Step("refer_to_council" if to_council else "refer_back", when, who, quote, decision)


def _reconsidered(page: Page, span: Span, decision: str | None, body: str | None, day: date | None) -> Step | None:
    """`Cabinet met on 4 March 2025 where the decision was formally reconsidered`."""
    words = page.text[span.start : span.end]
    if not day or not _RECONSIDERED.search(words) or not is_executive(body) or _NOT_DONE.search(words):
        return None
    return Step("reconsider", day, body, page.quote(span.start, span.end), decision, _result(words))


def _result(words: str) -> str | None:
    """What became of a decision that was reconsidered, where the words say it."""
    return next((name for name, pattern in _RESULTS if pattern.search(words)), None)


def _once(steps: list[Step]) -> list[Step]:
    """Each step once; the telling with a day before the one without."""
    found: dict[tuple[str, date | None], Step] = {}
    for step in steps:
        known = found.get((step.move, step.on))
        if known is None or (known.body is None and step.body):
            found[(step.move, step.on)] = step
    dated = {move for move, on in found if on}
    return [step for (move, on), step in found.items() if on or move not in dated]
