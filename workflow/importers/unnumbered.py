"""A meeting's page copied as text whose items have lost their numbers: each title alone on its line.

A title is known by what a page puts beside or below it: the size of a file (`pdf icon PDF 135 KB`), `To receive …`,
`Report of …`, "Minutes:", two empty lines above; or it is one of procedure that every meeting has.
"""

import re

import msgspec

from workflow.importers import agenda_and_minutes
from workflow.importers.agenda_and_minutes import COLUMNS, TITLE
from workflow.importers.items import SECTION, Section, numbers_item
from workflow.importers.page import Page
from workflow.importers.reading import Document, Paper
from workflow.importers.sitting_line import find_sitting
from workflow.importers.text import Line, lines
from workflow.importers.titles import clean_title, is_procedural
from workflow.importers.unlabelled import DOCUMENTS, decreed_from, minuted_from

_FILE = re.compile(r"(?:\bpdf e?icon)?\s*\bPDF \d+(?:\.\d+)? ?[KM]B\b.*$|\bpdf icon\s*$", re.I)
_BELOW = re.compile(
    r"(?:to (?:receive|consider|note|approve|agree|confirm|review|discuss|invite|declare|sign|elect|appoint|take|hear"
    r"|scrutinise|provide|seek|report|update|ask|move|answer|set|determine|accept|give)\b|reports? (?:of|by|from) "
    r"|(?:verbal|oral) (?:report|update))",
    re.I,
)
_AGENDA = re.compile(r"(?:to|the|this|that|reports?|verbal|oral|in|a|members|please)\s", re.I)
_NO_TITLE = re.compile(
    r"[-•·*▪–(\[|“\"]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s|(?:councillors?|cllrs?|mr|mrs|ms|dr|officers?|members?"
    r"|contact|venue|media|items?|note|links?|agenda|minutes:|decision|(?:view|skip|home|share)\b.{0,20}$|reasons?|action|present"
    r"|in attendance"
    r"|additional|supporting|reports? (?:of|by|from)|the (?:committee|panel|board|cabinet|council|chair|meeting)"
    r"|resolved|agreed|recommended|to (?!approve|sign|confirm|receive|declare|consider|elect|agree|note)[a-z]"
    r"|appendix|please|if)\b(?![- ]in\b)(?!.*\bPDF \d)",
    re.I,
)
_PERSON = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}\s*[-–,(]\s*(?P<role>.{3,100})$")
_ROLE = re.compile(
    r"\b(?:leader|executive|officer|director|manager|head|member|chair(?:man)?|councillor|co-?ordinator|lead|trust"
    r"|president|secretary)\b",
    re.I,
)
_ENDED = re.compile(r"[.,;:!?][-–—]*$|\b(?:and|or|the|of|to)$")
_VERB = re.compile(r"\b(?:was|were|had|has|have|is|are|will|would|should|could|advised|noted|agreed|stated|asked)\b")
_TOLD = re.compile(r"\b(?:was|were|had|advised|noted|agreed|stated|asked)\b")
_NUMBER = re.compile(r"(?:item\s+)?\d{1,4}(?:/\d{2})?\.?$", re.I)
_WITHIN = re.compile(r"\s(?:Minutes|Decision)\s*:\s")
_MOST = 220


def recognises(paper: Paper) -> float:
    """How surely this is one: a page's heading or columns, and titles without numbers below it."""
    if paper.medium != "text":
        return 0.0
    text = paper.text[:60_000]
    rows = lines(text)
    columns = _columns(rows)
    if columns is not None and columns + 1 < len(rows) and numbers_item(rows[columns + 1].words):
        return 0.0
    if sum(_NUMBER.match(row.words) is not None for row in rows) > 1:
        return 0.0
    sitting = find_sitting(text)
    titled = any(TITLE.match(row.words) and len(row.words) < 200 for row in rows[:8])
    found = _titles(rows)
    files = sum(_FILE.search(rows[at].words) is not None and not numbers_item(rows[at].words) for at in found)
    if not found:
        return 0.6 if sitting and sitting.cancelled else 0.0
    if columns is not None and (titled or sitting):
        return 0.88
    if columns is not None or (sitting and (titled or files)):
        return 0.8
    sure = sum(_is_sure(rows[at], rows[at + 1].words if at + 1 < len(rows) else "") for at in found)
    if files >= 2 or (files and sure >= 2):
        return 0.65
    if titled and sure >= 2:
        return 0.6
    procedural = sum(is_procedural(clean_title(rows[at].words)) for at in found)
    return 0.6 if procedural >= 3 and found[0] < 4 else 0.0


def read(paper: Paper) -> Document:
    """The page as a document with its items in the order of the page; none of them has a number."""
    return agenda_and_minutes.read_sections(paper, Page.of(paper), find_unnumbered(paper.text))


def find_unnumbered(text: str) -> list[Section]:
    """The items of a page without numbers, in order."""
    rows = lines(text)
    heads = _titles(rows)
    sections: list[Section] = []
    for at, following in zip(heads, [*heads[1:], None], strict=False):
        stop = rows[following].start if following is not None else len(text)
        upto = following if following is not None else len(rows)
        inside = next((row for row in rows[at + 1 : upto] if SECTION.match(row.words)), None)
        begin = inside.end if inside else minuted_from(text, rows[at].end, stop)
        title = clean_title(_FILE.sub("", rows[at].words)).rstrip(".")
        sections.append(Section(None, title, rows[at].end, stop, begin))
    return [_decreed(text, section) for section in sections] if any(s.minutes for s in sections) else sections


def _decreed(text: str, section: Section) -> Section:
    """An item of a page that tells what was done, with where it decrees something without telling of it."""
    if section.minutes is not None:
        return section
    return msgspec.structs.replace(section, minutes=decreed_from(text, section.start, section.end))


def _titles(rows: list[Line]) -> list[int]:
    """The lines that title an item."""
    columns = _columns(rows)
    begin = columns + 1 if columns is not None else _below_heading(rows)
    found: list[int] = []
    for at in range(begin, len(rows)):
        row = rows[at]
        below = rows[at + 1].words if at + 1 < len(rows) else ""
        file = _FILE.search(row.words) is not None
        if len(row.words) > _MOST or not (row.after_blank or at == begin or file) or _not_a_title(row.words, file):
            continue
        if found and found[-1] == at - 1 and not file and _AGENDA.match(row.words):
            continue
        sure = _is_sure(row, below)
        if (
            sure
            or (at == begin and columns is not None)
            or (row.gap > 1 and len(row.words) < 120 and not _VERB.search(row.words))
        ):
            found.append(at)
    return found


def _is_sure(row: Line, below: str) -> bool:
    """Whether a line and the one below it leave no doubt that it is a title."""
    if _FILE.search(row.words) or is_procedural(clean_title(row.words)):
        return True
    return any(pattern.match(below) for pattern in (_BELOW, SECTION, DOCUMENTS))


def _columns(rows: list[Line]) -> int | None:
    """The last of the lines that head the columns."""
    found = [at for at, row in enumerate(rows[:40]) if COLUMNS.match(row.words)]
    return max((at for at in found if at - found[0] < 3), default=None)


def _not_a_title(words: str, file: bool) -> bool:
    """Whether a line cannot be a title, whatever stands around it."""
    if _WITHIN.search(words):
        return True
    if file:
        return words[0].islower() or words[0] in "•·-"
    ended = _ENDED.search(words) and (_TOLD.search(words) or not is_procedural(words.rstrip(".")))
    if ended or not words[0].isupper() or _NO_TITLE.match(words):
        return True
    person = _PERSON.match(words)
    return person is not None and _ROLE.search(person["role"]) is not None


def _below_heading(rows: list[Line]) -> int:
    """The first line below what the page says of its meeting."""
    at = 0
    for place, row in enumerate(rows[:14]):
        if TITLE.match(row.words) or find_sitting(row.words) or _ABOUT.match(row.words):
            at = place + 1
    return at


_ABOUT = re.compile(r"(?:venue|contact|media|items|link|note|webcast)\b\s*(?::|$)", re.I)
