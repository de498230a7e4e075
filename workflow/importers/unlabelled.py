"""Minutes copied without their headings: where they begin behind an agenda's words, and what was resolved at their end.

Whoever copies a page as text may lose what it sets apart: the number before an item, "Minutes:", a bold RESOLVED. What
an agenda announces (`To consider …`, `Report of …`) is told from what was done by the words themselves.
"""

import re

from workflow.importers.decided import resolved_by
from workflow.importers.limbs import Limb, read_limbs
from workflow.importers.openings import STRONG
from workflow.importers.page import Page
from workflow.importers.reading import Warning
from workflow.importers.resolutions import Resolved, find_resolved
from workflow.importers.text import Line, fold, lines

DOCUMENTS = re.compile(
    r"(?:(?:supporting|additional|accompanying|background) documents?|dogfennau (?:ychwanegol|ategol))\s*:?$", re.I
)
"""The line above a page's links to its documents: in a copy nothing of them is left."""

_ANNOUNCES = re.compile(
    r"(?:to\s+[a-z]|[(*•·]|[a-z]\)|reports? (?:of|by|from)\b|(?:verbal|oral|written) (?:report|update)"
    r"|(?:supporting|additional) documents"
    r"|contact|members are\b|the (?:\w+ ){1,6}(?:is|are) (?:asked|recommended|invited|requested|reminded)\b"
    r"|note\s*:|please\b|if you\b|appendi|this (?:report|item|paper) (?!was)|\d{1,2}[.:]\d{2})",
    re.I,
)
_DONE = re.compile(
    r"\b(?:RESOLVED|AGREED|UNANIMOUSLY)\b|\bResolved\b"
    r"|\b(?:was|were|had been|had)\s+(?:\w+ly\s+|also\s+|no\s+)?[a-z]{3,}"
    r"|\b(?:there (?:was|were|being) (?:no|none))\b|^(?:none|nil)\b"
    r"|(?<!be )(?<!being )(?<!been )\b(?:submitted|presented|introduced|considered|received|noted|welcomed|advised"
    r"|explained|outlined|informed|invited|reported|raised|referred|updated|thanked|asked|gave|declared|discussed"
    r"|reviewed|highlighted|stated|apologised|commented|provided|requested|agreed|arrived|left|enquired|queried|questioned|responded|replied|spoke|suggested"
    r"|expressed)\b",
)
_FIRST = re.compile(r"\(?(?:1|a|A|i)[.)]\s|\(?(?:1|a|A|i)\)\s")
_RESOLVES = re.compile(
    r"that\b|(?:[^.;]{3,400}\s)?be\s+(?:\w+ly\s+)?(?:not\s+)?[a-z]+(?:ed|en|wn|ne|de|ken|ght|ld|nt|pt)\b", re.I
)
_DOES = re.compile(
    r"to\s+(?:approve|agree|note|endorse|adopt|support|delegate|authorise|recommend|request|receive|confirm|accept"
    r"|appoint|refer|defer)\b",
    re.I,
)
_PUT = re.compile(
    r"\brecommend(?:ations?|ed|s)?(?:\(s\))?\W*$|\b(?:is|are|was|were) (?:asked|recommended|invited|requested)\b[^.]*$"
    r"|^(?:officers?['’]? )?recommendations?\b(?!.*\b(?:agreed|approved|carried|accepted)\b)",
    re.I,
)
_WHO = re.compile(r"That (?:the )?(?:[A-Z][\w’'&]* ){0,4}(?:Cabinet|Committee|Council|Board|Panel|Executive)\s*:[-–]?$")
_ALONE = re.compile(
    r"That (?:[a-z]|(?:Mrs?|Ms|Miss|Dr|Sir|Cllr|Councillor)\b(?=.{0,80}\bbe [a-z]+ed\b)).{8,600}\.$"
    r"|That,? (?=.{8,600}\bbe (?:\w+ly )?[a-z]+(?:ed|en)\b).*[a-z,.]$"
)
"""What was resolved, in one sentence; a copy that breaks off there may have lost its end."""

_ELECTED = re.compile(r"\bbe (?:re-?)?(?:elected|appointed)\b")
_CLOSED = re.compile(
    r"(?:\(?the )?meeting (?:concluded|closed|ended|finished|rose)\b.{0,60}$|\(?(?:the )?(?:vote|voting)\b.{0,80}$"
    r"|councillor\b.{0,120}\b(?:left|arrived|returned)\b.{0,80}$",
    re.I,
)
_BARE_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]$")
_MOVED = re.compile(r"\brecommendations?\b[^.]{0,120}\b(?:moved|agreed|approved|seconded|supported)\b", re.I)


def minuted_from(text: str, start: int, end: int) -> int | None:
    """Where the minute begins among the words of an item; None where they only announce it.

    Links to documents stand between the two where a page has any.
    """
    rows = lines(text, start, end)
    links = next((at for at, row in enumerate(rows) if DOCUMENTS.match(row.words)), None)
    if links is not None and links + 1 < len(rows) and any(_DONE.search(row.words) for row in rows[links + 1 :]):
        return rows[links + 1].start
    for row in rows:
        if not _ANNOUNCES.match(row.words) and _DONE.search(row.words):
            return row.start
    last = next((row for row in reversed(rows) if not DOCUMENTS.match(row.words)), None)
    if last is None or not _ALONE.match(last.words):
        return None
    return last.start if last is not rows[0] or _ELECTED.search(last.words) else None


def decreed_from(text: str, start: int, end: int) -> int | None:
    """Where an item of which nothing is told begins to decree: at a list `1. To approve …`, or at `That …`, its end.

    It is what was resolved only where the page tells of other items what was done there.
    """
    rows = _rows(text, start, end)
    first = next((at for at in range(len(rows) - 1, -1, -1) if _FIRST.match(rows[at].words)), None)
    if first is None:
        return rows[-1].start if rows and _ALONE.match(rows[-1].words) else None
    limbs = read_limbs(text, rows[first].start, rows[-1].end)
    whole = bool(limbs) and limbs[-1].end >= rows[-1].end
    put = first > 0 and _PUT.search(rows[first - 1].words) is not None
    does = all(_DOES.match(text, limb.start) or _RESOLVES.match(text, limb.start) for limb in limbs)
    return rows[first].start if whole and does and not put else None


def find_lost(page: Page, start: int, end: int) -> Resolved:
    """What was resolved by a minute that ends with a list, or with `That …`, and has no word of resolving left.

    Only what stands at the very end, behind words that tell what was done, is taken for it.
    """
    if STRONG.search(page.text, start, end):
        return Resolved()
    rows = _rows(page.text, start, end)
    first = next((at for at in range(len(rows) - 1, -1, -1) if _FIRST.match(rows[at].words)), None)
    if first is None:
        last = rows[-1] if rows else None
        if last is None or not _ALONE.match(last.words):
            return Resolved()
        flat = not any(row.after_blank for row in rows[1:]) and rows[-2:][0].words.endswith((".", ")"))
        if len(rows) > 1 and not ((last.after_blank or flat) and _minuted(rows[:-1])):
            return Resolved()
        return resolved_by(page, [Limb(None, last.start + len("That "), last.end)])
    limbs = read_limbs(page.text, rows[first].start, rows[-1].end)
    first_words = page.text[limbs[0].start : limbs[0].end] if limbs else ""
    led = first > 0 and _WHO.match(rows[first - 1].words) is not None
    above = rows[: first - 1] if led else rows[:first]
    whole = (
        bool(limbs)
        and limbs[-1].end >= rows[-1].end
        and (len(limbs) > 1 or _ALONE.match(fold(first_words)) or _DOES.match(first_words))
    )
    if not whole or (above and (not _minuted(above) or _PUT.search(above[-1].words))):
        return Resolved()
    done = led or all(_DOES.match(page.text, limb.start) for limb in limbs)
    return resolved_by(page, limbs) if done or _RESOLVES.match(first_words) else Resolved()


def lost_resolution(page: Page, start: int, end: int) -> tuple[Resolved | None, list[Warning]]:
    """What `find_lost` finds where nothing else says what was resolved, with the warning for it; None: nothing."""
    if find_resolved(page, start, end).limbs:
        return None, []
    lost = find_lost(page, start, end)
    if not lost.spans:
        return None, []
    quote = page.quote(lost.spans[0].start, lost.spans[0].end)
    says = "The page does not say RESOLVED; what stands at the end of the minute was taken for what was resolved."
    return lost, [Warning("no_resolving_word", says, quote)]


def _rows(text: str, start: int, end: int) -> list[Line]:
    """The lines of a minute, without what stands below it: documents, the end of the meeting, a vote."""
    rows = lines(text, start, end)
    while rows and any(foot.match(rows[-1].words) for foot in (DOCUMENTS, _CLOSED, _BARE_MARK)):
        rows.pop()
    return rows


def _minuted(rows: list[Line]) -> bool:
    """Whether the words above what may have been resolved tell what was done."""
    return any(
        (not _ANNOUNCES.match(row.words) and _DONE.search(row.words)) or _MOVED.search(row.words) for row in rows
    )
