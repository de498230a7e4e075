"""What was decided where nothing says RESOLVED: the words under "Decision:", paragraph by paragraph or as a list.

Where minutes hold nothing but "To approve …" or "That …", those words are what was resolved.
"""

import re

import msgspec

from workflow.importers.addressed import recommended_to
from workflow.importers.limbs import Limb, read_limbs
from workflow.importers.openings import STRONG, WEAK
from workflow.importers.page import Page
from workflow.importers.reading import Outcome, Resolution
from workflow.importers.resolutions import Resolved, find_resolved, outcome_of, truncation, unjoined
from workflow.importers.text import Line, Span, lines

_BARE = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s*|[-•·▪]\s*)?"
    r"(?:to (?:agree|approve|note|receive|endorse|recommend|adopt|accept|request|confirm|delegate|defer|refer|grant"
    r"|appoint|authorise|support|invite|ask|welcome|thank|consider further|take no further|uphold|release|allow"
    r"|hold)\b|that\b)",
    re.I,
)
_STOP = re.compile(
    r"(?:the\s+)?reasons?(?:\s+(?:for|why|are|is|and)\b|\s*:|$)|(?:any\s+)?(?:alternative|other)\s+options?\b"
    r"|options considered"
    r"|(?:conflicts?|declarations?) of interests?|dispensations?|votes?(?:\s+for)?\s*:|voting|recorded vote"
    r"|background papers"
    r"|(?:supporting|additional|accompanying) documents|next steps\b|note\s*:|implications\s*:|signed\b"
    r"|scrutiny considerations"
    r"|(?:this|the) decision (?:will come into|comes into|may be|is (?:not )?subject|was not subject|is exempt)"
    r"|call[- ]in\b"
    r"|(?:proposed|moved|seconded) by\b|legal (?:comments|implications)|financial (?:comments|implications)",
    re.I,
)
_NOTHING = re.compile(
    r"(?:none|nil|n/a|not applicable|there (?:were|was) (?:no|none)\b.{0,120}|no (?:declarations|apologies|questions"
    r"|petitions"
    r"|items|interests)\b.{0,120}|apolog(?:y|ies)\b.{0,300})\.?$",
    re.I,
)
_TELLS = re.compile(
    r"(?:the\s+)?(?:[\w&]+\s+){0,4}?(?:committee|cabinet|panel|board|commission|council|members|mayor|chair(?:man)?)\s+"
    r"(?:received|considered|heard|asked|thanked|discussed|debated|questioned|welcomed|was informed|were informed)\b",
    re.I,
)
_SPEAKS = re.compile(
    r"(?:(?:the\s+)?(?:leader|chair(?:man|person)?|mayor|director|portfolio holder|(?:cabinet|lead|executive) member)\b"
    r"|councillors?\b|cllrs?\b|mrs?\b|ms\b|dr\b|officers?\b|members?\b)[^.]{0,160}?"
    r"\b(?:presented|introduced|stated|questioned|asked|moved|seconded|commented|reported|explained|thanked|highlighted"
    r"|suggested|raised|expressed|welcomed|spoke|felt|queried|informed|outlined|enquired|declared)\b",
    re.I,
)
_LEADS = re.compile(
    r"(?:the\s+)?(?:[\w&’'-]+\s+){0,5}(?:was\s+)?(?:agreed|resolved|decided|approved)(?:\s+(?:that|to))?\W*$"
    r"|\w+\W*$",
    re.I,
)
_DECREES = re.compile(
    r"(?:that\s+|it\s+)?(?:[^.;]{0,200}\s)?(?<!could )(?<!would )be\s+(?:\w+ly\s+)?"
    r"[a-z]+(?:ed|en|wn|ne|de|ken|ght|ld|nt|pt)\b"
    r"|[^.;]{3,120}\s(?:is|are)\s+(?:requested|asked|authorised|instructed|required|invited)\s+to\b"
    r"|the\s+(?:committee|cabinet|panel|board|commission|council)\s+(?!was\b|has\b|is\b)[a-z]+s\s",
    re.I,
)
_TELLS_LIST = re.compile(
    r"\b(?:suggested|highlighted|raised|commented|discussed|explained|questioned|reported)\b[^.]{0,40}:[-–—]?$", re.I
)
_RESOLVES = re.compile(
    r"\b(?:agree|approve|resolve|decide|endorse|accept|recommend|adopt|authorise|delegate|grant|note)[ds]?\b|\bbe\b",
    re.I,
)
_THAT = re.compile(r"that\s+(?=\S)", re.I)
_INTRO = re.compile(r":[-–—]?\s*$")
_LISTS = re.compile(r"\(?[1aAi][.)]\s")
_MOST = 12


def find_decided(page: Page, start: int, end: int) -> Resolved:
    """What the words of a decision decide: what they resolve, else their list, else each paragraph."""
    resolved = find_resolved(page, start, end)
    rows = _rows(page.text, start, end)
    whole = _whole_list(page.text, rows)
    if whole:
        return resolved_by(page, whole, "decided")
    if resolved.limbs and (opened := STRONG.search(page.text, start, end)):
        return _with_above(page, resolved, [row for row in rows if row.end <= opened.start()])
    if not rows or truncation(page, start, end):
        return resolved
    told = next((at for at, row in enumerate(rows) if _TELLS_LIST.search(row.words)), len(rows))
    rows = [row for row in rows[:told] if not _tells(row.words)] if told < len(rows) else rows
    if not rows:
        return resolved
    at = next((place for place, row in enumerate(rows[:-1]) if _INTRO.search(row.words) and len(row.words) < 400), -1)
    limbs = _list_behind(page.text, rows) if at < 0 else []
    limbs = limbs or read_limbs(page.text, rows[at + 1].start, rows[-1].end)
    if at < 0 and (len(limbs) < 2 or limbs[0].number is None):
        limbs = [_without_opening(page.text, row) for row in _deciding(rows)]
    if len(limbs) > _MOST and all(limb.number is None for limb in limbs):
        return resolved
    decided = resolved_by(page, limbs, "decided")
    to = recommended_to(page.text, rows[at].start, rows[at].end) if at > 0 else None
    if to and at > 0:
        own = tuple(msgspec.structs.replace(limb, to=to) for limb in decided.limbs)
        decided = msgspec.structs.replace(decided, limbs=own, outcome="recommended", to=to)
    return _with_above(page, decided, rows[:at] if at > 0 else [])


def _with_above(page: Page, resolved: Resolved, rows: list[Line]) -> Resolved:
    """What was resolved, with the paragraphs above the words that open it, where each of them decrees something."""
    if not rows or not all(decrees(row.words) for row in rows):
        return resolved
    above = resolved_by(page, [Limb(None, row.start, row.end) for row in rows])
    return msgspec.structs.replace(
        resolved, limbs=(*above.limbs, *resolved.limbs), spans=(*above.spans, *resolved.spans)
    )


def plain_decision(page: Page, decision: Span, start: int, end: int) -> Resolved | None:
    """What stands under "Decision:" where no word of resolving stands between two places; None where one does."""
    if find_resolved(page, start, end).limbs:
        return None
    found = find_decided(page, decision.start, decision.end)
    return found if found.limbs else None


def find_bare(page: Page, start: int, end: int) -> Resolved:
    """What was resolved by minutes that hold nothing but `To approve …` or `That …`; else nothing."""
    rows = _rows(page.text, start, end)
    if not rows or len(rows) > _MOST or truncation(page, start, end):
        return Resolved()
    if not _BARE.match(rows[0].words):
        return Resolved()
    limbs = read_limbs(page.text, rows[0].start, rows[-1].end)
    if not limbs or limbs[-1].end < rows[-1].end:
        return Resolved()
    return resolved_by(page, limbs, None)


def decrees(words: str) -> bool:
    """Whether a paragraph decrees something without a word of resolving, as in `The notice be published`."""
    return _DECREES.match(words) is not None and not _tells(words)


def _tells(words: str) -> bool:
    """Whether a paragraph of a decision tells how it came about, and decides nothing."""
    told = _TELLS.match(words) is not None and _RESOLVES.search(words.split(". ")[0]) is None
    return told or _SPEAKS.match(words) is not None or _LEADS.fullmatch(words) is not None


def _deciding(rows: list[Line]) -> list[Line]:
    """The paragraphs that decide something: where the first begins `That …` or `To …`, none that decrees nothing."""
    own = [row for row in rows if not _tells(row.words)]
    if not own or not _BARE.match(own[0].words):
        return own
    return [
        row for row in own if row is own[0] or _BARE.match(row.words) or decrees(row.words) or _LISTS.match(row.words)
    ]


def _whole_list(text: str, rows: list[Line]) -> list[Limb]:
    """The list that a decision is, from its first line (or the one below who decides) to its last; else nothing."""
    first = next((at for at, row in enumerate(rows[:2]) if _LISTS.match(row.words)), None)
    if first is None or (first and (len(rows[0].words) > 60 or STRONG.search(rows[0].words))):
        return []
    limbs = read_limbs(text, rows[first].start, rows[-1].end)
    return limbs if len(limbs) > 1 and limbs[-1].end >= rows[-1].end else []


def _list_behind(text: str, rows: list[Line]) -> list[Limb]:
    """The list with which a decision ends that first tells how it came about; nothing where it is no such list."""
    first = next((at for at, row in enumerate(rows) if at and _LISTS.match(row.words)), None)
    limbs = read_limbs(text, rows[first].start, rows[-1].end) if first else []
    return limbs if len(limbs) > 1 and limbs[-1].end >= rows[-1].end else []


def _without_opening(text: str, row: Line) -> Limb:
    """A paragraph as a limb, without `It was agreed that` at its beginning."""
    opening = WEAK.match(text, row.start, row.end)
    that = _THAT.match(text, opening.end(), row.end) if opening else None
    return Limb(None, that.end() if that else opening.end() if opening else row.start, row.end)


def _rows(text: str, start: int, end: int) -> list[Line]:
    """The paragraphs of a decision up to its reasons; nothing where it says that there was nothing."""
    found: list[Line] = []
    for row in lines(text, start, end):
        if _STOP.match(row.words):
            break
        found.append(row)
    return [] if all(_NOTHING.match(row.words) for row in found) else found


def resolved_by(page: Page, limbs: list[Limb], outcome: Outcome | None = None) -> Resolved:
    """The limbs as resolutions, each once; `outcome` where they do not say what came of the item."""
    made: dict[str, tuple[Resolution, Span]] = {}
    for limb in limbs:
        words = page.words(limb.start, limb.end)
        if words:
            words = unjoined(words) if limb is not limbs[-1] else words
            kept = Resolution(limb.number, words, page.quote(limb.start, limb.end))
            made.setdefault(re.sub(r"[\W_]+", " ", words.lower()).strip(), (kept, Span(limb.start, limb.end)))
    resolutions = tuple(kept for kept, _ in made.values())
    said = outcome_of(resolutions, None) if resolutions else "none"
    return Resolved(
        resolutions, tuple(span for _, span in made.values()), outcome if outcome and said == "resolved" else said
    )
