"""What was resolved: `RESOLVED that …`, `It was resolved`, `The Committee RESOLVED to recommend to Cabinet that:`.

The words before a colon say who resolves and to whom; the limbs behind it are what. Where a page cuts the text off, the
limb that is cut is not read.
"""

import re

import msgspec

from workflow.importers.addressed import asked_of, is_own, recommended_to, subject
from workflow.importers.cuts import ended, finished, section_within, told_after
from workflow.importers.limbs import Limb, inline_limbs, looks_like_limb, read_limbs
from workflow.importers.openings import BELIEF, BODY_LINE, CARRIED, HEADING, LEAD, MOTION, ONLY_WHO, STRONG, THEN, WEAK
from workflow.importers.page import Page
from workflow.importers.reading import Outcome, Resolution
from workflow.importers.text import Span, fold, sentences

_THAT = re.compile(r"(?:that|That)\b[\s:,–-]*")
_COLON = re.compile(r"[:–—][^\S\n]*[–—-]?[^\S\n]*(?=\n|\(?(?:1|a|i|A)[).]\s|$)")
_BLANK = re.compile(r"\s*")
_LISTED = re.compile(r"(?:[-•·*▪]\s|\(?(?:1|a|i|A|I)[).]\s|\d{1,2}\.\d)")
_LED_LIST = re.compile(r"(?:that|to)[\s:–-]+(?=\(?(?:1|a|i)\)\s)", re.I)
_OPEN_INTRO = re.compile(r"[^\n:]{0,300}\b(?:that|to)[\s,–-]*\n\s*(?=(?:[-•·▪]\s|\(?(?:1|a|i|A|I)[).]\s))", re.I)
_ASKS_LIST = re.compile(
    r"(?:[^\n:.;]|\n(?=[^\S\n]{0,9}[A-Za-z]{2})){0,300}?\b(?i:recommend(?:ed|s)?|ask(?:ed|s)?|request(?:ed|s)?|invite[ds]?"
    r"|urge[ds]?|advise[ds]?)(?:\s+(?:to|that|the)){0,3}(?:[^\S\n]+(?:[A-Z][\w’'&]*|of|for|and|the)){0,12}"
    r"(?:\s+(?:to|that))?[ \t,–-]*\n\s*(?=(?:[-•·▪]\s|\(?(?:1|a|i|A|I)[).]\s))"
)
_CUT = re.compile(r"(?:\.\s?){3}\s*view the full\b|…\s*view the full\b|\bview the full minutes\b", re.I)
_PARAGRAPH = re.compile(
    r"\n[^\S\n]*\n|\n[^\S\n]*(?=(?:(?:Draft )?Minutes|Decisions?"
    r"|(?:Supporting|Additional|Accompanying|Background) (?:documents|papers))\s*:[^\S\n]*(?:\n|$))"
)
_DEFERRED = re.compile(r"\b(?:be|is|are|was|were)\s+deferred\b|^defer(?:s|red)?\b|^to defer\b", re.I)
_REFERRED = re.compile(r"\b(?:be|is|are|was|were)\s+referred\s+(?:back\s+)?to\b|^refers?\b|^to refer\b", re.I)
_NUMBERED = re.compile(r"[^\S\n]*\(?(?P<number>\d{1,2}|[a-z])(?P<sign>[.)])\s")
_JOINING = re.compile(r"\s+(?:and|or)\s*[,;]?$", re.I)
_FOLLOWING = re.compile(r"\b(?:the following|as follows|below)\W*$")
_TELLS = re.compile(
    r"(?:the\s+)?(?:cabinet|committee|board|panel|council|executive|members|commission|forum)\s+(?:\w+ly\s+)?"
    r"(?:voted|considered|received|discussed|debated|took|had|heard|was|were)\b",
    re.I,
)
_SENTENCE_ABOVE = re.compile(r"[a-z)]\.[^\S\n]*\n")
_LEADS_ON = re.compile(r"\b(?:to|that|by|on|for)\W*\Z|\b(?:recommend|ask|request|invite)(?:ed|s)?\b")
_DONE_TO = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:re-?)?(?:appointed|elected|signed|confirmed|received|nominated|approved)\b"
)
_THING = re.compile(
    r"(?![Tt](?:o|hat)\b)[A-Z0-9£](?:(?!\b(?:be|is|are|was|were|will|has|have|would|should|to|that)\b)[^.;\n]){1,140}[.;,]?"
    r"(?:\s+and)?"
)
_MAX_INTRO = 600
_LONG_INTRO = 150
_AT_LINE = re.compile(r"\n[^\S\n]*\(?\w{1,4}[.)]\s*$")
_QUOTES = ("“", "‘")


class Resolved(msgspec.Struct, frozen=True):
    """What was resolved between two places of a paper."""

    limbs: tuple[Resolution, ...] = ()
    spans: tuple[Span, ...] = ()
    """Where each limb stands."""
    outcome: Outcome = "none"
    to: str | None = None
    """The body that something is recommended to; where `outcome` is not so, that is asked to do something."""
    by: str | None = None
    """The body that the words say resolves."""


def find_resolved(page: Page, start: int, end: int) -> Resolved:
    """Everything resolved between two places. The same limb printed twice (decision and minutes) counts once."""
    opening = WEAK if STRONG.search(page.text, start, end) is None else STRONG
    motion = MOTION.search(page.text, start, end) if opening is WEAK else None
    if motion and CARRIED.search(page.text, motion.end(), end):
        opening = MOTION
    return _resolved(page, start, end, opening)


def _resolved(page: Page, start: int, end: int, openings: re.Pattern[str]) -> Resolved:
    """Everything that openings of one kind open."""
    cut = _CUT.search(page.text, start, end)
    stop = cut.start() if cut else end
    limbs: dict[str, tuple[Resolution, Span]] = {}
    by = to = None
    opened = lost = recommended = False
    edge = len(page.text[start:stop].rstrip(" .…\n")) + start
    at = start
    while opening := openings.search(page.text, at, stop):
        if page.text[max(0, opening.start() - 1) : opening.start()] in _QUOTES:
            at = max(page.text.find("”", opening.end(), stop), opening.end())
            continue
        opened = True
        bound = _next(page.text, opening.end(), stop, openings)
        bound = section_within(page.text, opening.end(), bound)
        if bound < stop and _opens_later(page.text, opening, bound):
            at = bound
            continue
        intro, found = _one(page.text, opening.end(), bound, openings is WEAK)
        by = by or subject(page.text, opening, intro)
        reach = recommended_to(page.text, opening.start(), intro.end)
        for limb in found:
            if cut and bound == stop and limb.end >= edge and not ended(page.text, limb.end, stop):
                lost = True
                continue
            kept = is_own(page.text, Span(limb.start, limb.end), reach)
            own = recommended_to(page.text, limb.start, limb.end) or (None if kept else reach)
            recommended = recommended or own is not None
            own = own or asked_of(page.text, limb.start, limb.end)
            own = own or (None if kept else asked_of(page.text, intro.start, intro.end))
            to = to or own
            quote = page.quote(limb.start, limb.end)
            words = page.words(limb.start, limb.end)
            words = _JOINING.sub("", words) if limb is not found[-1] else words
            limbs.setdefault(
                _same(_JOINING.sub("", words)), (Resolution(limb.number, words, quote, own), Span(limb.start, limb.end))
            )
        at = max(bound if bound < stop else (found[-1].end if found else opening.end()), opening.end())
    _without_repeat(page.text, limbs, stop)
    resolutions = tuple(limb for limb, _ in limbs.values())
    whole = opened and bool(resolutions)
    outcome = outcome_of(resolutions, to if recommended else None) if whole else "truncated" if cut else "none"
    if cut and (lost or not finished(page.text, edge, [span for _, span in limbs.values()])):
        outcome = "truncated"
    return Resolved(resolutions, tuple(span for _, span in limbs.values()), outcome, to, by)


def _opens_later(text: str, opening: re.Match[str], bound: int) -> bool:
    """Whether the words up to the next opening only lead to it: who resolves, or how a decision came about."""
    if ONLY_WHO.fullmatch(text, opening.end(), bound):
        return True
    first = _BLANK.match(text, opening.end(), bound)
    return (
        HEADING.fullmatch(opening.group()) is not None
        and first is not None
        and _TELLS.match(text, first.end(), bound) is not None
        and _LISTED.search(text, first.end(), bound) is None
    )


def unjoined(words: str) -> str:
    """A limb's words without the `and` or `or` that leads to the next limb."""
    return _JOINING.sub("", words)


def truncation(page: Page, start: int, end: int) -> str | None:
    """The words with which a page says that it cuts the minutes off, or None."""
    cut = _CUT.search(page.text, start, end)
    if cut is None:
        return None
    stop = page.text.find("\n", cut.end(), end)
    return page.quote(page.text.find("view", cut.start()), stop if stop >= 0 else end)


def outcome_of(resolutions: tuple[Resolution, ...], to: str | None) -> Outcome:
    """What came of an item whose limbs are whole."""
    if to is not None:
        return "recommended"
    if all(_DEFERRED.search(limb.text) for limb in resolutions):
        return "deferred"
    if all(_REFERRED.search(limb.text) for limb in resolutions):
        return "referred"
    return "resolved"


def _one(text: str, start: int, end: int, weak: bool) -> tuple[Span, list[Limb]]:
    """The introduction and the limbs of one resolution whose opening word ends at `start`.

    A motion says first what a council believes and then, in a list of its own, what is to be done: that counts.
    """
    intro, limbs = _first(text, start, end, weak)
    if limbs and BELIEF.search(text, max(intro.start, intro.end - 200), intro.end):
        then = THEN.match(text, limbs[-1].end, min(end, limbs[-1].end + 700))
        if then:
            after = _BLANK.match(text, then.end(), end)
            further = _listed(text, after.end() if after else then.end(), end, True)
            if further:
                return Span(then.start("intro"), then.end()), further
    return intro, limbs


def _first(text: str, start: int, end: int, weak: bool) -> tuple[Span, list[Limb]]:
    """The introduction and the limbs of the first list, or the one limb, of a resolution."""
    lead = LEAD.match(text, start, min(end, start + 300))
    begin = lead.end() if lead else start
    below = "\n" in text[start:begin]
    if _LISTED.match(text, begin, end):
        return Span(start, begin), _listed(text, begin, end, below)
    led = _LED_LIST.match(text, begin, end)
    if led:
        return Span(start, led.end()), _listed(text, led.end(), end, below)
    open_ = _OPEN_INTRO.match(text, begin, end) or _ASKS_LIST.match(text, begin, end)
    if open_:
        return Span(start, open_.end()), _listed(text, open_.end(), end, True)
    whose = BODY_LINE.match(text, begin, end)
    if whose:
        return Span(start, whose.end()), _listed(text, whose.end(), end, True)
    close = _paragraph_end(text, begin, end)
    colon = _COLON.search(text, begin, min(close, begin + _MAX_INTRO))
    if colon:
        after = _BLANK.match(text, colon.end(), end)
        rest = after.end() if after else colon.end()
        listed = _listed(text, rest, end, "\n" in text[colon.end() : rest])
        if _THAT.match(text, begin, colon.start()) and _is_whole(text, begin, colon.start(), listed):
            return Span(start, begin), _trimmed(text, [Limb(None, begin, colon.start())])
        if _THAT.match(text, begin, colon.start()) and _names_things(text, begin, colon.start(), listed):
            return Span(start, begin), _trimmed(text, [Limb(None, begin, listed[-1].end)])
        return Span(start, colon.start()), listed
    counted = inline_limbs(text, begin, close)
    if counted and not _SENTENCE_ABOVE.search(text, begin, counted[0].start):
        return Span(start, counted[0].start), counted
    if weak:
        sentence = next(iter(sentences(text, begin, close)), None)
        return Span(start, begin), _trimmed(text, [Limb(None, sentence.start, sentence.end)] if sentence else [])
    limbs = read_limbs(text, begin, end)
    return Span(start, begin), _trimmed(text, limbs if below else limbs[:1])


def _is_whole(text: str, begin: int, end: int, listed: list[Limb]) -> bool:
    """Whether words before a colon are all that was resolved: no list stands behind it, perhaps other text."""
    if not listed:
        return _FOLLOWING.search(text[begin:end]) is not None
    words = text[listed[0].start : listed[0].end]
    return end - begin > _LONG_INTRO and listed[0].number is None and not looks_like_limb(words)


def _names_things(text: str, begin: int, end: int, listed: list[Limb]) -> bool:
    """Whether a list only names what the words before its colon resolve about: `that these be appointed: 1. Ash …`."""
    if not listed or _LEADS_ON.search(text, begin, end) or not _DONE_TO.search(text, begin, end):
        return False
    return all(_THING.fullmatch(text, limb.start, limb.end) is not None for limb in listed)


def _listed(text: str, begin: int, end: int, below: bool) -> list[Limb]:
    """The limbs of a list; one that is not below its opening words may count within the line."""
    counted = [] if below else inline_limbs(text, max(begin - 1, 0), _paragraph_end(text, begin, end))
    if counted and all(_AT_LINE.search(text[begin : limb.start]) for limb in counted[1:]):
        counted = []
    return _trimmed(text, counted or read_limbs(text, begin, end))


def _next(text: str, place: int, stop: int, openings: re.Pattern[str]) -> int:
    """Where the next resolution opens on a later line, else `stop`. A limb that says AGREED opens none."""
    at = text.find("\n", place, stop)
    while at >= 0 and (later := openings.search(text, at, stop)):
        if not _is_limb(text, place, later.start()):
            return later.start()
        at = later.end()
    return stop


def _is_limb(text: str, place: int, later: int) -> bool:
    """Whether the words at a later place are a limb of the list that began behind `place`: `1. …`, then `2. AGREED`."""
    mark = _NUMBERED.match(text, text.rfind("\n", 0, later) + 1)
    if mark is None or mark["number"] in ("1", "a"):
        return False
    number = mark["number"]
    above = int(number) - 1 if number.isdigit() else chr(ord(number) - 1)
    before = rf"\n[^\S\n]*\(?{above}{re.escape(mark['sign'])}\s"
    return re.search(before, text[place:later]) is not None


def _paragraph_end(text: str, begin: int, end: int) -> int:
    """Where the paragraph around a place ends."""
    paragraph = _PARAGRAPH.search(text, begin, end)
    return paragraph.start() if paragraph else end


def _trimmed(text: str, limbs: list[Limb]) -> list[Limb]:
    """The limbs without a leading `that`, where there is one limb alone and no number."""
    if len(limbs) == 1 and limbs[0].number is None:
        that = _THAT.match(text, limbs[0].start, limbs[0].end)
        begin = that.end() if that and that.end() < limbs[0].end else limbs[0].start
        return [Limb(None, begin, told_after(text, begin, limbs[0].end))]
    return limbs


def _without_repeat(text: str, limbs: dict[str, tuple[Resolution, Span]], stop: int) -> None:
    """Takes out a last limb with which the text breaks off, where it began to say again what stands above it whole."""
    *above, last = limbs or [""]
    broken = bool(above) and not text[limbs[last][1].end : stop].strip() and last not in above
    if broken and any(each.startswith(last) for each in above):
        del limbs[last]


def _same(text: str) -> str:
    """A limb's words with quotes, spaces, case and end marks evened."""
    return re.sub(r"[\W_]+", " ", fold(text).lower()).strip()
