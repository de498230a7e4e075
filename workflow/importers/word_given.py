"""A word given by somebody, whatever it is that they will do: `Officers undertook to include a table of …`.

Read last, where a sentence names no body and day. Words that can be nothing else (`undertook`, `promised`) promise any
act; those that may (`agreed`, `offered`) all but the business of a meeting and the giving of money; what somebody only
says will be done is a promise where it answers members (`would be checked`).
"""

import re
from datetime import date

from states.british_dates import Found
from workflow.importers.page import Page
from workflow.importers.promise_words import LATER, TIMED
from workflow.importers.promisers import agent, is_post, is_somebody, promised_by, who_before
from workflow.importers.reading import Promise
from workflow.importers.text import Span, fold

_SOON = r"(?:(?:also|then|further|therefore|subsequently|again|now|\w+ly)\s+)?"
_WERE = r"(?:is|are|was|were|be|been)"
_MEETING = (
    r"(?:take\s+(?!(?:\w+\s+){1,3}(?:up|away|back|forward)\b)|chair|sponsor|second|pay|fund|fully\s+fund|contribut|match|meet\s+the\s+cost"
    r"|extend|withdraw|amend|approv|not(?:e|ing)\b|accept|defer|serv|act\b|acting|stand|support|waiv|adjourn|vary|varying"
    r"|allow|hear|move|moving|propos|adopt|grant|delegat|endors|appoint|elect|be\b|become|disagree|differ|abstain|recommend"
    r"|proceed|continu|sign|sell|buy|lease|enter|join|host|increas|reduc|set\s+(?:aside|the)|award|not\b|deal|suspend"
    r"|hold|consider|receiv|resign|step|leave|work\s+together|build|deliver|implement|introduc|cease|stop|close\s+the"
    r"|(?:a|an|the|this|that|these|his|her|their|its|all|any|each)\s|permit|settle|vote|stay|apologi)"
)
_AGREED = re.compile(
    rf"\s{_SOON}(?:agreed|offered|agrees)\s+(?:that\s+(?:he|she|they)\s+would\s+|to\s+){_SOON}(?!{_MEETING})(?=[a-z])",
    re.I,
)
_SWORE = re.compile(
    rf"\s{_SOON}(?:(?:undertook|undertakes|promised|pledged|volunteered|committed(?:\s+(?:him|her|them)sel(?:f|ves))?"
    r"|gave\s+(?:an?|his|her|their)\s+(?:firm\s+)?(?:undertaking|assurance|commitment))\s+"
    rf"(?:that\s+(?:he|she|they)\s+would\s+|to\s+){_SOON}(?!vot|resign|consider\b|continu|bear|do\s+(?:his|her|their|its|the)\b|keep\s+an\s+open|be\b)(?=[a-z])"
    rf"|(?:will|would|to)\s+take\s+(?:this|that|it|the\s+[\w\s’'-]{{3,60}}?)\s+(?:away|back)\b"
    r"|took\s+away\s+(?:this|that|the)\s|took\s+(?:this|that|it|the\s+[\w\s’'-]{3,60}?)\s+away\b)",
    re.I,
)
_TASKED = re.compile(
    rf"\s(?:{_WERE}\s+(?:tasked\s+(?:with|to)|instructed\s+to|charged\s+with|actioned\s+to)|{_WERE}\s+(?:asked|requested)\s+to)\s+{_SOON}(?=[a-z])",
    re.I,
)
_GIVES = re.compile(
    r"(?:provid|suppl|circulat|send|shar|forward|respond|repl|report|bring|submit|present|prepar|produc|publish|investigat"
    r"|look|explor|obtain|seek|check|clarif|confirm|review|arrang|updat|brief|feed|draft|draw)",
    re.I,
)
"""The acts by which somebody whom a body asks gives something back."""

_REDONE = (
    r"(?:checked|corrected|amended|clarified|looked\s+(?:into|at)|investigated|followed\s+up|pursued|chased(?:\s+up)?|updated"
    r"|circulated|supplied|taken\s+(?:up|away|back)|fed\s+back|passed\s+on|re-?examined|re-?checked|sought|obtained)"
)
_HABIT = r"\s+(?:daily|weekly|monthly|annually|regularly|routinely|each|every|in\s+order\s+of|as\s+a\s+matter\s+of)\b"
_ONE = r"(?:(?!\b(?:where|when|whenever|if|any|all|every|each|once)\b)[^.;]){0,120}?"
_SAID = re.compile(
    r"\s(?:advised|said|stated|confirmed|responded|replied|answered|promised|undertook|agreed|assured\s+(?:the\s+)?\w+"
    r"|informed\s+(?:the\s+)?\w+|reassured\s+(?:the\s+)?\w+|gave\s+an?\s+(?:assurance|undertaking))\s+(?:\w+\s+)?that\s+"
    rf"(?:the|this|that|these|those|it|they|his|her|their|an?|further|more|details?|figures|information)\b{_ONE}"
    rf"\s+(?:would|will)\s+{_SOON}be\s+{_SOON}"
    rf"(?:{_REDONE}(?!{_HABIT})|(?:reported|brought|presented|submitted|provided|sent)\s+(?:back\s+)?to\s+(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?"
    r"(?:Members?|Portfolio\s+Holder|Leader|Mayor|Chair(?:man|person)?|Councillors?)\b)",
    re.I,
)
_HE_WOULD = re.compile(
    r"\s(?:advised|said|stated|confirmed|responded|replied|answered|indicated|assured\s+(?:the\s+)?\w+)\s+(?:that\s+)?"
    rf"(?:he|she|they)\s+(?:would|will)\s+{_SOON}(?:look\s+(?:at|into)|pursue|seek|check|find\s+out|take\s+(?:this|that|it|the)"
    r"\s[^.;]{0,60}?(?:up|away|back)\b|chase|raise|explore|see\s+(?:what|if|whether)|speak\s+(?:to|with)|ask\s+(?!for\b)|liaise)",
    re.I,
)
_OWED = re.compile(
    r"\s(?:promised|undertook|offered|pledged)\s+(?:[\w’' -]{2,40}?\s+)?(?:an?|the)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:answer|reply|response|note|briefing|report|list|breakdown|update|paper|explanation)\b"
    rf"|\s(?:promised|undertook|pledged|gave\s+(?:an?|his|her|their)\s+(?:assurance|undertaking|commitment))\s+that\s+{_ONE}"
    r"\s(?:would|will)\s+be\s+\w+(?=[^.;]{0,80}?\b(?:by|before|no\s+later\s+than)\s)"
    r"|\s(?:would|will)\s+(?:add|include|place|put)\s+[^.;]{2,60}?\s(?:to|on|in)\s+the\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:work\s+programme|agenda|forward\s+plan)\b",
    re.I,
)
"""An answer promised, what is promised to be done by a time, and what somebody will put on a programme."""

_KEPT_TOLD = re.compile(
    r"\b(?:members|councillors|the\s+(?:panel|committee|board|commission|forum))\s+(?:would|will)\s+(?:then\s+|also\s+)?be\s+"
    r"(?:given|provided\s+with|sent|updated|briefed|informed|notified)\b",
    re.I,
)
_SAID_HIMSELF = re.compile(
    r"\s(?:responded|replied|said|explained|advised|stated)\b[^.;]{3,200}?\s(?:and\s+)?(?:said|advised|confirmed|added)\s+"
    rf"(?:that\s+)?(?:he|she|they)\s+would\s+{_SOON}(?:look\s+(?:at|into)|pursue|seek|check|find\s+out|chase|raise|explore)",
    re.I,
)
_IT_WAS = re.compile(
    r"\bit\s+was\s+(?:therefore\s+|also\s+|further\s+)?(?:agreed|requested|confirmed)\s+that\s+(?:[^.;]{3,120}?)\s+"
    rf"(?:would|should|will|to)?\s*be\s+{_SOON}(?:{_REDONE}|provided|sent|arranged|shared)\b",
    re.I,
)
_ON_AGENDA = re.compile(
    r"\b(?:an?|the|this|that|these)\s+(?:[\w-]+\s+){0,2}(?:item|matter|topic|report|update|issue|subject)s?\s+(?:on\s+[^.;]{2,60}?\s+)?"
    r"(?:will|would)\s+(?:then\s+|also\s+)?be\s+(?:included|placed|put|added|listed|kept)\s+(?:on|to|in)\s+(?:an?\s+|the\s+|its\s+|all\s+)?"
    r"(?:future|forthcoming|next|subsequent)\s+(?:[\w-]+\s+)?(?:agendas?|work\s+programmes?)\b",
    re.I,
)
_IN_FUTURE = re.compile(
    r"\b(?:asked|requested)\s+that\s+[^.;]{3,100}?\bbe\s+(?:provided|included|added|shown|set\s+out|supplied)\s+(?:with|in|to)\s+"
    r"(?:all\s+)?(?:the\s+)?(?:future|next|subsequent)\s+(?:[\w-]+\s+)?(?:reports?|agendas?|papers|updates?)\b"
    r"|\b(?:follow-up|further)\s+(?:\w+\s+)?(?:session|meeting|workshop|briefing|visit)\s+(?:would|will)\s+be\s+(?:held|organised)\b",
    re.I,
)
_DECIDES = re.compile(
    r"\bdecision\s+(?:on\s+[^.;]{3,60}?\s+)?(?:(?:would|will|was\s+to|is\s+to)\s+be|(?:is|was)\s+(?:due|expected)\s+to\s+be)\s+"
    r"(?:taken|made)\b",
    re.I,
)
_AT = re.compile(r"\b(?:on|by|before)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
_ANSWER = re.compile(
    r"\b(?:request(?:ing)?|asking|call(?:ing)?)\s+(?:for\s+)?(?:an?\s+)?(?:\w+\s+)?(?:response|reply|answer)s?\b", re.I
)
_UNSURE = re.compile(r"\b(?:had|has|have|not|if|whether|could|might|would)\s*$", re.I)
_SINGLY = re.compile(r"\b(?:he|she)\s+(?:would|will)\b", re.I)
_PERSON = re.compile(r"[A-Z][a-z’'-]+(?:\s+[A-Z]\.?)?\s+[A-Z][A-Za-z’'-]+")
_ASIDE = re.compile(
    r",\s+(?:whilst|while|having|after|in\s+(?:reply|response))\b[^,]*,$|,\s+in\s+(?:reply|response),?$", re.I
)


def find_word_given(
    page: Page, span: Span, days: list[Found], floor: date | None, own: str | None, *, resolved: bool
) -> Promise | None:
    """The word that a sentence, or a limb of what was resolved, gives: who gave it, and by when."""
    text = page.text
    if resolved:
        return _tasked(page, span, days, floor, own) or _answer_within(page, span)
    for pattern in (_SWORE, _AGREED, _OWED, _SAID, _HE_WOULD, _TASKED):
        said = pattern.search(text, span.start, span.end)
        if said is None or _UNSURE.search(text[span.start : said.start()]):
            continue
        who = _who(
            text[span.start : said.start()], own, pattern is _HE_WOULD and _SINGLY.search(said.group()) is not None
        )
        who = who or (_service(text[span.start : said.start()], own) if pattern is not _SAID else None)
        if who and (pattern is not _TASKED or _GIVES.match(text, said.end()) or _until(text, said.end(), days, floor)):
            return _promise(page, span, said, who, days, floor)
    himself = _SAID_HIMSELF.search(text, span.start, span.end)
    if himself and (who := _who(text[span.start : himself.start()], own, _SINGLY.search(himself.group()) is not None)):
        return _promise(page, span, himself, who, days, floor)
    if decides := _decides(page, span, days, floor):
        return decides
    agreed = next(
        (m for said in (_IT_WAS, _ON_AGENDA, _IN_FUTURE) if (m := said.search(text, span.start, span.end))), None
    )
    told = _KEPT_TOLD.search(text, span.start, span.end)
    if (
        agreed is None
        and told
        and (LATER.search(text, told.end(), span.end) or TIMED.search(text, told.end(), span.end))
    ):
        agreed = told
    return _promise(page, span, agreed, None, days, floor) if agreed else None


def _decides(page: Page, span: Span, days: list[Found], floor: date | None) -> Promise | None:
    """The decision that a post or a member alone will take on a day, or by one."""
    said = _DECIDES.search(page.text, span.start, span.end)
    who = agent(page.text, said.end(), span.end) if said else None
    if said is None or who is None:
        return None
    for when in days:
        late = when.day is None or when.problem or (floor and when.day < floor)
        if when.start > said.end() and not late and _AT.search(page.text[when.start - 30 : when.start]):
            return Promise(when.day, None, who, page.quote(span.start, span.end))
    return None


def _who(before: str, own: str | None, alone: bool = False) -> str | None:
    """The post or the person whose name ends the words before a verb. `alone`: a name without title is a person's."""
    who = who_before(_ASIDE.sub("", before.rstrip()), own)
    return who if who and (is_somebody(who) or (alone and _PERSON.fullmatch(who))) else None


def _service(before: str, own: str | None) -> str | None:
    """The service or the team whose name ends the words before a verb."""
    who = who_before(before.rstrip(), own)
    return who if who and is_post(who) else None


def _tasked(page: Page, span: Span, days: list[Found], floor: date | None, own: str | None) -> Promise | None:
    """What a post is asked or told to do by what was resolved: to give something, or by a day."""
    told = _TASKED.search(page.text, span.start, span.end)
    who = _who(page.text[span.start : told.start()], own) if told else None
    if told is None or who is None:
        return None
    if not (_GIVES.match(page.text, told.end()) or _until(page.text, told.end(), days, floor)):
        return None
    return _promise(page, span, told, who, days, floor)


def _answer_within(page: Page, span: Span) -> Promise | None:
    """An answer asked of another body within a time: `with a request for a response within 28 days`."""
    asked = _ANSWER.search(page.text, span.start, span.end)
    timed = TIMED.search(page.text, asked.end(), span.end) if asked else None
    return Promise(None, fold(timed.group()), None, page.quote(span.start, span.end)) if timed else None


def _until(text: str, start: int, days: list[Found], floor: date | None) -> Found | None:
    """The day by which something is to be done."""
    return promised_by(text, [day for day in days if day.start > start], floor)


def _promise(
    page: Page, span: Span, said: re.Match[str], who: str | None, days: list[Found], floor: date | None
) -> Promise:
    """The promise, with the day by which, or the time in which, it is to be kept."""
    when = _until(page.text, said.end(), days, floor)
    quote = page.quote(span.start, span.end)
    if when:
        return Promise(when.day, None if when.day else fold(when.quote), who, quote)
    later = LATER.search(page.text, said.start(), span.end) or TIMED.search(page.text, said.start(), span.end)
    return Promise(None, fold(later.group()).rstrip(",") if later else None, who, quote)
