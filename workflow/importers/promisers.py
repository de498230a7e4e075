"""Who promises to do something by a day: `the Head of Repairs undertook to circulate the figures by 31 October 2025`.

The one who promises stands before the verb: a post, a person, a named body. To whom it is promised stands behind it.
"""

import re
from datetime import date
from itertools import islice

import msgspec

from states.british_dates import Found
from workflow.importers.bodies import find_bodies, is_council, is_generic
from workflow.importers.page import Page
from workflow.importers.reading import Promise
from workflow.importers.text import Span, fold

_VERB = re.compile(
    r"\b(?:sends?|writes?|e-?mails?|circulates?|shares?|suppl(?:y|ies)|provides?|forwards?|distributes?|responds?|repl(?:y|ies)"
    r"|contacts?|arranges?|invites?|checks?|confirms?|clarif(?:y|ies)|prepares?|produces?|publish(?:es)?|investigates?"
    r"|looks? into|follows? up|raises?|liaises?|drafts?|obtains?|submits?|presents?|reports?|brings?|returns?|updates?"
    r"|briefs?|feeds? back|comes? back|gives?|issues?|meets?|speaks? (?:to|with)|asks?"
    r"|finds? out|takes? (?:[\w’']+ ){1,4}?up|attends?|passes on|pass on|chases?)\b",
    re.I,
)
_ADVERB = r"(?:(?:then|also|further|subsequently|now|again|first|either|both|\w+ly)\s+)*"
_BE = r"(?:(?:be|is|are|was|were|has been|had been|have been)\s+)"
_MODAL = r"(?:will|would|shall|should|must|(?:is|are|was|were)\s+(?:due\s+|going\s+)?to)"
_GAVE_WORD = (
    rf"(?:(?:{_MODAL}\s+)?(?:{_BE}|had\s+|has\s+|have\s+)?(?:undertaken|undertook|undertakes?|agree[ds]?|promise[ds]?|offer(?:ed|s)?|commit(?:ted|s)?(?:\s+himself|"
    r"\s+herself|\s+themselves)?|pledge[ds]?|volunteered|happy|intends?|intended"
    r"|g(?:ave|ives?|iven) (?:an? |his |her |their )?(?:undertaking|assurance|commitment))\s+to)"
)
_THE = re.compile(r"the\s+", re.I)
_WILL = re.compile(r"will|would", re.I)
_OUGHT = re.compile(r"must|should", re.I)
_BEFORE_NOW = re.compile(r"(?:had|has|have)\b", re.I)
_IS_ASKED = re.compile(r"(?:is|are)\b", re.I)
_SWORN = re.compile(r"\b(?:undert|promis|pledg|commit|assurance)", re.I)
_WAS_ASKED = rf"(?:(?:{_MODAL}\s+)?{_BE}(?:asked|requested|invited|instructed|tasked|required)\s+to)"
_LINK = re.compile(
    rf"(?:^|\s)(?:(?P<word>{_GAVE_WORD})|(?P<asked>{_WAS_ASKED})|(?P<modal>{_MODAL})|(?P<to>to))\s+{_ADVERB}$", re.I
)
_HE = re.compile(
    r"\s+(?:advised|said|confirmed|explained|agreed|stated|noted|reported|replied|responded|added|indicated|commented"
    r"|undertook|promised|suggested|informed (?:the )?\w+|assured (?:the )?\w+)(?:\s+[\w’']+){0,4}?(?:\s+that)?"
    r"\s+(?:he|she|they|s/he|he/she)$",
    re.I,
)
_ASIDE = re.compile(r"\s*\([^()]{1,60}\)$|,$")
_THEN = re.compile(
    r"^(?:the\s+)?(?P<who>[^,.;:]{3,90}?)\s+(?:[a-z]+(?:ed|ew|ave|old|aid)|had|was)\b[^.;:]{0,200}\band$", re.I
)
_ASKS = re.compile(r"\b(?:ask|request|invite|instruct|task|require|urge)(?:ed|d|s)?\s+(?:that\s+)?(?:the\s+)?$", re.I)
_TITLE = re.compile(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Professor|Prof)s?\b\.?")
_POST = re.compile(
    r"\b(?:Director|Head|Officer|Manager|Leader|Cabinet Member|Portfolio Holder|Chair|Chairman|Chairperson|Vice-Chair"
    r"|Solicitor|Treasurer|Chief Executive|Secretary|Clerk|Lead|Co-?ordinator|Engineer|Surveyor|Planner|Accountant"
    r"|Auditor|Advis[eo]r|Commissioner|Superintendent|Inspector|Registrar|Librarian|Architect|Executive Member"
    r"|Lead Member|Mayor|Team|Service|Services)s?\b"
)
_PLAIN = re.compile(
    r"\b(?:officers?|(?:vice-)?chair(?:man|person|woman)?|(?:\w+\s+)?director|leader|clerk|(?:monitoring|scrutiny|lead|chief"
    r"|finance|proper)\s+officer|head\s+of\s+\w+(?:\s+\w+)?|democratic services|cabinet member|portfolio holder"
    r"|chief executive)$",
    re.I,
)
_STAFF = re.compile(r"\b(?:Team|Service)s?$")
_HEADED = re.compile(r"\b(?:Head|Director|Manager|Chief|Officer|Member|Holder|Lead)\b")
_AGENT = re.compile(r"\b(?:by|from)\s+(?:the\s+)?(?=[A-Z])")
_AGENT_NAME = re.compile(r"[A-Z][\w’'&/.-]*(?:\s+(?:(?:of|for|and|the|&|in)\s+){0,3}[A-Z][\w’'&/-]*){0,8}")
TO_BODY = re.compile(
    r"\b(?:to|with|at|before|by)\s+(?:(?:the|this|a|an|its|their|full)\s+)?(?:(?:next|future|later|following"
    r"|first|subsequent|appropriate)\s+)?(?:meetings?\s+of\s+(?:the\s+)?)?$",
    re.I,
)
"""What leads to the body that is given something, or takes it up."""

_TOKEN = re.compile(r"\S+")
_NAME = re.compile(r"[(‘'\"“]?[A-Z][\w'’&/.-]*$")
_JOINERS = frozenset({"and", "of", "for", "&", "to", "with", "in"})
_NO_PART = frozenset(
    "a an that this which he she they it we following after before when if in on at by as further resolved agreed "
    "action members councillors "
    "january february march april may june july august september october november december".split()
)
_UNTIL = re.compile(
    r"\b(?:by|before|prior to|ahead of|in time for|(?:and\s+)?no(?:t)? later than|due|deadline:?)\s+"
    r"(?:(?:the|its|their|our|no later than|end|close|noon|of|business|play|next|on|meeting|panel|committee|board"
    r"|council|cabinet|at|latest)\s+){0,7}$",
    re.I,
)
_IN = re.compile(rf"{_UNTIL.pattern}|\b(?:in|during)\s+(?:early\s+|late\s+|mid-?\s?)?$", re.I)
_MEMBERS = re.compile(
    r"\b(?:to|with|for|amongst)\s+(?:(?:all|the|other|its)\s+)*(?:[\w’'-]+\s+)?(?:members|councillors)\b", re.I
)


_MOST = 12
"""So many verbs of giving and telling a sentence is searched for."""


class Promiser(msgspec.Struct, frozen=True):
    """Who promises, and where the verb of what is promised stands.

    `given`: there are words of promise (`agreed to`); `sworn`: words that can be nothing else (`undertook to`).
    """

    who: str
    verb: int
    end: int
    given: bool = False
    sworn: bool = False
    says: bool = False
    """Whether they say so of themselves: `the Director said that she would …`."""
    ought: bool = False
    """Whether it is no more than what they must or should do."""
    will: bool = False
    """Whether it is told as what they will do."""


def promiser(text: str, span: Span, *, own: str | None, plain: bool) -> Promiser | None:
    """Who promises something in a sentence or a limb, or None. `own` is the body whose paper it is.

    With `plain` the verb alone will do, as a body says it of its officers: `that the Head of Legal write …`.
    """
    for verb in islice(_VERB.finditer(text, span.start, span.end), _MOST):
        head = text[max(span.start, verb.start() - 400) : verb.start()]
        link = _LINK.search(head[-90:])
        if link is None:
            if not plain or not head[-1:].isspace():
                continue
            before = head.rstrip()
        else:
            before = head[: len(head) - len(head[-90:]) + link.start()].rstrip()
        given = link is not None and bool(link["word"])
        first = link is not None and bool(link["to"]) and bool(before) and _THE.sub("", fold(before)) == _run(before)
        given = given or first
        if link is not None and link["to"] and not (plain or first or _asked(before)):
            continue
        told = given or _MEMBERS.search(text, verb.end(), span.end) is not None
        who = _who(before, own, told)
        if link and _IS_ASKED.match(link["asked"] or "") and not (plain or (who and is_somebody(who))):
            continue
        if who and not (link and _BEFORE_NOW.match(link["word"] or "") and not (is_somebody(who) or find_bodies(who))):
            sworn = link is not None and _SWORN.search(link["word"] or "") is not None
            says = _HE.search(before) is not None
            ought = link is not None and _OUGHT.match(link["modal"] or "") is not None
            will = link is not None and _WILL.match(link["modal"] or "") is not None
            return Promiser(who, verb.start(), verb.end(), given, sworn, says and will, ought, will)
    return None


def given_by(page: Page, span: Span, who: Promiser, days: list[Found], floor: date | None) -> Promise | None:
    """What somebody promises to do by a day; by a month, in its words."""
    when = promised_by(page.text, [day for day in days if day.start > who.end], floor)
    if when is None:
        return None
    bodies = [
        body
        for body in find_bodies(page.text, who.end, when.start)
        if TO_BODY.search(page.text[max(0, body.start - 60) : body.start])
    ]
    to = next((body.name for body in bodies if not body.generic), None)
    quote = page.quote(span.start, span.end)
    return Promise(when.day, None if when.day else fold(when.quote), who.who, quote, to=to)


def is_post(name: str) -> bool:
    """Whether a name is a post's, or a person's with a title."""
    return _POST.search(name) is not None or _TITLE.match(name) is not None


def is_somebody(name: str) -> bool:
    """Whether a name is a post's, a person's, or plainly the officers'; not a body's."""
    staff = _STAFF.search(name) is not None and _HEADED.search(name) is None
    return (is_post(name) or _PLAIN.search(name) is not None) and not staff


def promised_by(text: str, days: list[Found], floor: date | None) -> Found | None:
    """The first day by which, or month in which, something is to be done, that is not already past."""
    for when in days:
        led = (_UNTIL if when.day else _IN).search(text[max(0, when.start - 70) : when.start])
        if led and not when.problem and not (when.day and floor and when.day < floor):
            return when
    return None


def agent(text: str, start: int, end: int) -> str | None:
    """The post, or the person, by whom something is to be done: `be sent to members by the Head of Finance`."""
    for by in islice(_AGENT.finditer(text, start, end), _MOST):
        name = _AGENT_NAME.match(text, by.end(), min(end, by.end() + 120))
        if name and (_POST.search(name.group()) or _TITLE.match(name.group())):
            return fold(name.group())
    return None


def _asked(before: str) -> bool:
    """Whether somebody is asked to do it: `the Panel asked the Director of Housing to …`."""
    name = _run(before)
    return bool(name) and _ASKS.search(before[: len(before) - len(name)]) is not None


def who_before(before: str, own: str | None) -> str | None:
    """The one whose name ends some words, where what follows is a promise whoever it is."""
    return _who(before, own, told=True)


def _who(before: str, own: str | None, told: bool) -> str | None:
    """The one whose name ends the words before a verb. `told`: whoever it is, the words are a promise."""
    before = before[: aside.start()].rstrip() if (aside := _ASIDE.search(before)) else before
    said = _HE.search(before)
    before = before[: said.start()].rstrip().removesuffix(",") if said else before
    name = _run(before)
    if not name and (then := _THEN.match(before)):
        name = _run(then["who"])
        before = then["who"]
    if not name:
        plain = _PLAIN.search(before)
        return fold(plain.group()) if plain else None
    bodies = find_bodies(name)
    if bodies and bodies[-1].end == len(name) and not _POST.search(name[: bodies[-1].start]):
        body = bodies[-1].name
        return body if not is_generic(body) or is_council(body) or body.endswith("Group") else own
    if _POST.search(name) or _TITLE.match(name):
        return name
    return name if told and " " in name and "and" not in name.split() else None


def _of_a_post(name: str, before: str) -> bool:
    """Whether a name is the end of a post's field: `Climate Change, Environment and Transport`."""
    listed = " and " in name or " & " in name
    return listed and _NAME.match(before[:-1]) is not None and not (_POST.search(name) or _TITLE.match(name))


def _run(words: str) -> str:
    """The name that ends some words: `… that the Head of Legal` ends in Head of Legal. Empty: no name."""
    tokens = list(_TOKEN.finditer(words[-160:]))
    left = stop = len(words[-160:])
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at].group()
        bare = word.strip("(‘'\"“”’").lower()
        if word[-1] == "," and left < stop and _of_a_post(words[-160:][left:stop], word):
            left = tokens[at].start()
            continue
        initial = word == "A" and at > 0 and _NAME.match(tokens[at - 1].group()) is not None
        if word[-1] in ",;:" or (bare in _NO_PART and not initial):
            break
        if (bare in _JOINERS and word.islower()) or word == "&":
            continue
        if bare == "the" and at and tokens[at - 1].group().lower() in _JOINERS:
            continue
        if not _NAME.match(word) or bare == "the":
            break
        left = tokens[at].start()
    return fold(words[-160:][left:stop]).strip("(‘'\"“")
