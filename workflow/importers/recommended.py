"""The section of a report or a note that holds its recommendations, and their limbs."""

import re

from workflow.importers.limbs import Limb, inline_limbs, read_limbs
from workflow.importers.page import Page
from workflow.importers.text import Line, Span, lines

_HEADING = re.compile(r"(?:[-•]\s+)?(?:(?P<number>\d{1,2})(?:\.0)?[.)]?\s+)?(?P<title>[A-Z][^\n.;]{2,90}):?$")
_RECOMMENDATIONS = re.compile(
    r"(?:summary of |the |officers?['’]? |proposed |draft )?recommendation(?:s|\(s\))?"
    r"(?: (?:to|for|from|of) .{2,80}| made)?:?$",
    re.I,
)
_INLINE = re.compile(
    r"(?:\d{1,2}(?:\.0)?[.)]?\s+)?(?:RECOMMENDATIONS?|Recommendation(?:s|\(s\))?(?: to [A-Z][\w ]{2,40})?)"
    r"\s*(?::|\s[–-])\s*(?=\S)"
)
_COUNTED = re.compile(r"Recommendation\s+(?P<number>\d{1,2})\s*[:.–-]\s+(?=\S)", re.I)
_ASKS = re.compile(
    r"\b(?:the|that the|this)\s+(?:[\w’'&,-]+\s+){0,8}?(?:committee|board|panel|cabinet|council|commission|forum"
    r"|executive|members|sub-committee|group)\s+(?:is|are|be)\s+(?:asked|recommended|requested|invited)"
    r"\s*(?:to|that)?\s*:[-–]?[^\S\n]*(?=\n)",
    re.I,
)
_LETTERED = re.compile(r"\((?:[a-z]|[ivx]{1,4})\)\s|[a-z]\)\s")
_KNOWN = re.compile(
    r"(?:purpose|introduction|information|background|context|summary|conclusion|report|appendi|next steps"
    r"|implications|financial"
    r"|legal|key issues|main report|discussion|consultation|equalit|reasons|options|scrutiny|author|contact"
    r"|officers?|attach|documents|list of|risk|climate|resource|policy|corporate|wards?|alternative|timetable"
    r"|(?:contact|report) (?:details|author)|signed|human rights|crime|environment)(?:\b|(?<=attach))",
    re.I,
)
_INTRO = re.compile(r"[:–—]\s*$|\b(?:recommended|asked|requested|invited)(?:\s+(?:to|that))?\s*:?\s*$", re.I)
_PARAGRAPH = re.compile(r"(?:[-•]\s+)?\d{1,2}\.\d{1,2}\.?\s+")


def counted(page: Page) -> list[Limb]:
    """The recommendations that stand each by itself among a report's paragraphs: `Recommendation 2: That …`.

    There are none unless they count from 1 to 2 at least.
    """
    rows = lines(page.text)
    found: list[Limb] = []
    for at, row in enumerate(rows):
        match = _COUNTED.match(row.words)
        if match is None or int(match["number"]) != len(found) + 1:
            continue
        last = next((below for below in range(at + 1, len(rows)) if rows[below].after_blank), len(rows)) - 1
        found.append(Limb(int(match["number"]), row.start + match.end(), rows[last].end))
    return found if len(found) > 1 else []


def put_to(page: Page, start: int, end: int) -> list[Limb]:
    """What officers ask of a body on its agenda: the list behind `The Sub-Committee is recommended to:`."""
    asks = _ASKS.search(page.text, start, end)
    if asks is None:
        return []
    rows = lines(page.text, asks.end(), end)
    limbs = read_limbs(page.text, rows[0].start, end) if rows else []
    return limbs if len(limbs) > 1 or (limbs and limbs[0].number is not None) else []


def find_section(text: str, start: int, typed: frozenset[int] = frozenset()) -> Span | None:
    """The section that holds the recommendations, without its heading.

    `typed` are the places of the lines that are headings by their type: bold, or a word processor's own style.
    """
    rows = lines(text, start)
    opened: int | None = None
    number = 0
    for at, row in enumerate(rows):
        if opened is None and (inline := _INLINE.match(row.words)):
            opened = row.start + inline.end()
            continue
        heading = _HEADING.match(row.words) if len(row.words) < 110 else None
        if heading is None:
            continue
        if opened is None and _RECOMMENDATIONS.match(heading["title"]):
            opened, number = row.end, int(heading["number"] or 0)
        elif opened is not None and at + 1 < len(rows) and _LETTERED.match(rows[at + 1].words):
            continue
        elif opened is not None and _closes(row, heading, number, row.start in typed and not _goes_on(rows, at)):
            return Span(opened, row.start)
    return Span(opened, len(text)) if opened is not None else None


def _goes_on(rows: list[Line], at: int) -> bool:
    """Whether the words of a line go on with the next."""
    return at + 1 < len(rows) and not rows[at + 1].after_blank and rows[at + 1].words[0].islower()


def _closes(row: Line, heading: re.Match[str], number: int, typed: bool) -> bool:
    """Whether a line is the heading of the next section, not a limb of the recommendations."""
    if row.words.startswith(("-", "•")):
        return False
    known = _KNOWN.match(heading["title"]) is not None
    if typed and row.after_blank and not _RECOMMENDATIONS.match(heading["title"]):
        return True
    if heading["number"]:
        return int(heading["number"]) == number + 1 and (known or row.after_blank)
    return known and row.after_blank


def limbs_in(page: Page, section: Span) -> list[Limb]:
    """The limbs of the recommendations, behind the words that introduce them."""
    text = page.text
    rows = lines(text, section.start, section.end)
    for at, row in enumerate(rows[:8]):
        if _INTRO.search(row.words[-200:]) and at + 1 < len(rows) and _begins(row, rows[at + 1]):
            return read_limbs(text, rows[at + 1].start, section.end)
        last = next((below for below in range(at + 1, len(rows)) if rows[below].after_blank), len(rows)) - 1
        if len(row.words) > 20 and not _marked(row) and (counted := inline_limbs(text, row.start, rows[last].end)):
            return counted
    if not rows:
        return []
    lead = _PARAGRAPH.match(rows[0].words)
    limbs = read_limbs(text, rows[0].start, section.end)
    if lead and len(limbs) == 1 and len(rows) > 1:
        return read_limbs(text, rows[0].start + lead.end(), section.end)
    return limbs


def _begins(row: Line, below: Line) -> bool:
    """Whether a list begins below words that may introduce it; without a colon a line may only have come to its end."""
    return row.words[-1] in ":–—" or below.after_blank or _marked(below)


def _marked(row: Line) -> bool:
    """Whether a line begins with the mark of a list."""
    return read_limbs(row.words, 0, len(row.words))[0].number is not None
