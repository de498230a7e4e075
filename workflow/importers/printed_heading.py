"""The heading of printed papers: whose meeting, and when. `Minutes of a meeting of the … held in … on Thursday, …`."""

import re
from datetime import date

import msgspec

from workflow.importers.bodies import Named, as_name, find_bodies, is_council
from workflow.importers.evidence import Heading, read_heading
from workflow.importers.page import Page
from workflow.importers.text import fold, lines

_PEOPLE = re.compile(
    r"(?:(?:committee |cabinet |council |board |panel |other |also |those )?(?:members?|councillors|officers)?\s*)?"
    r"(?:\(?(?:present|in attendance|also (?:present|in attendance|attending)|attendance|attending|apologies"
    r"|membership|voting members|quorum)\b)|to\s*:|members\s*:|councillors?\s*:?\s",
    re.I,
)
_OF = re.compile(
    r"\b(?:minutes|notes|records?|proceedings|decisions?(?: list| notice| sheet)?|summons|agenda|notice|meeting"
    r"|record of decisions)"
    r"(?:\s+(?:of|for|to|from|taken (?:by|at)|made (?:by|at)))(?:\s+(?:the|a|an|its))?"
    r"(?:\s+(?:[\w-]+\s+){0,3}?meetings?\s+of)?(?:\s+(?:the|a|an))?\s+",
    re.I,
)
_HELD = re.compile(r"\b(?:held|will be held|take place|taking place|convened|on|at|date)\b", re.I)
_NOT_THIS = re.compile(
    r"\b(?:published|issued|dated|despatch\w*|dispatch\w*|publication|circulated|deadline|previous meeting|last meeting"
    r"|minutes of the (?:previous |last )?meeting(?:s)? held on|call.?in|implement\w*|come into (?:force|effect)"
    r"|next meeting|substitut\w+|tel(?:ephone)?|contact)\b[^.\n]*$",
    re.I,
)
_NEXT_SENTENCE = re.compile(r"(?:[a-z]{4}|\b[ap]\.?m)\.\s+[A-Z][a-z]")
_COUNCIL = re.compile(r"[A-Z][\w’'&.\- ]{2,60}? (?:COUNCIL|Council)")
_KIND_OF_MEETING = re.compile(
    r"^(?:budget|extraordinary|annual|special|ordinary)\s+(?=(?:(?:county|city|borough|district)\s+)?council$)", re.I
)
_BOROUGH = re.compile(r"(?:(?:London|Royal|Metropolitan) Borough of|City of|Borough of) [A-Z][\w’'& -]{2,60}", re.I)
_CANCELLED = re.compile(r"\b(?:this )?meeting (?:has been|was|is) cancelled\b|^\W*cancelled\W*$", re.I | re.M)
_DEEP = 6_000


class Top(msgspec.Struct, frozen=True):
    """What a printed paper's heading says."""

    council: str | None
    body: str | None
    day: date | None
    cancelled: bool


def read_top(page: Page, end: int) -> Top:
    """Council, body and day from what stands above the first item; who was present says none of them."""
    rows = lines(page.text, 0, min(end, _DEEP))
    people = next((row.start for at, row in enumerate(rows) if at and _PEOPLE.match(row.words)), min(end, _DEEP))
    zone = max(people, rows[0].end if rows else 0)
    heading = read_heading(page, 0, zone)
    sentence = _sentence(page, min(end, _DEEP))
    body = _KIND_OF_MEETING.sub("", sentence.body or heading.body or _alone(page, zone) or "") or None
    day = sentence.day or heading.day or _first_day(page, zone) or _first_day(page, min(end, _DEEP))
    council = heading.council if heading.council != body else None
    if body and is_council(body) and council is None and not re.fullmatch(r"(?:the |full )?council", body, re.I):
        council = heading.council
    council = council or _borough(page, zone)
    return Top(
        as_name(council) if council else None,
        as_name(body) if body else None,
        day,
        heading.cancelled or _CANCELLED.search(page.text, 0, zone) is not None,
    )


def _sentence(page: Page, zone: int) -> Heading:
    """`Minutes of the meeting of the Health Panel held on …`, over the ends of lines."""
    text = page.text
    undated = Heading()
    for opening in _OF.finditer(text, 0, zone):
        near = find_bodies(text, opening.start(), min(zone, opening.end() + 200))
        named = next((body for body in near if _at(body, opening)), None)
        if named is None:
            continue
        stop = min(zone, named.end + 400)
        for when in page.days_in(named.end, stop):
            between = text[named.end : when.start]
            told = _NOT_THIS.search(between) or _NEXT_SENTENCE.search(between)
            if when.day and _HELD.search(between) and not told:
                return Heading(None, named.name, when.day)
        undated = undated if undated.body else Heading(None, named.name, None)
    return undated


def _at(body: Named, opening: re.Match[str]) -> bool:
    """Whether a body is named where the opening words end, or nearly."""
    return opening.start() <= body.start <= opening.end() + 12 and body.end > opening.end()


def _alone(page: Page, zone: int) -> str | None:
    """The body that stands alone on a line."""
    for row in lines(page.text, 0, zone)[:30]:
        for body in find_bodies(page.text, row.start, row.end):
            alone = fold(page.text[row.start : row.end]).strip(" .:-–") == body.name
            if alone and not _COUNCIL.fullmatch(row.words):
                return body.name
    return None


def _borough(page: Page, zone: int) -> str | None:
    """A council that calls itself a borough or a city: `London Borough of …`."""
    found = next((row for row in lines(page.text, 0, zone)[:12] if _BOROUGH.fullmatch(row.words)), None)
    return fold(found.words) if found else None


def _first_day(page: Page, zone: int) -> date | None:
    """The first day in a heading that is not said to be another's: published, issued, the last meeting's."""
    for when in page.days_in(0, zone):
        line = page.text.rfind("\n", 0, when.start) + 1
        if when.day and not _NOT_THIS.search(page.text, max(line, when.start - 100), when.start):
            return when.day
    return None
