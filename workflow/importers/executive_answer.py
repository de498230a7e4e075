"""An executive's answer to a committee's recommendations: a report, a letter or an e-mail, as a table or in turn.

What it answers stays the committee's: nothing in it is a recommendation of its own.
"""

import re
from datetime import date

import msgspec

from states.british_dates import find_days
from workflow.importers.answers import find_answers, find_progress
from workflow.importers.answers_said import asked_in, meant, said_answers
from workflow.importers.bodies import addressee, as_name, find_bodies, is_executive
from workflow.importers.consultations import find_consultations
from workflow.importers.evidence import authors_in, date_doubts, read_heading
from workflow.importers.labels import first, first_line
from workflow.importers.page import RUNNING, Page
from workflow.importers.promises import find_promises
from workflow.importers.reading import Answered, Asked, Document, Item, Meeting, Paper, Warning
from workflow.importers.references import find_earlier, find_links
from workflow.importers.report_top import DEEP, Top, fields_of, read_top
from workflow.importers.text import Line, fold, lines, sentences, stands
from workflow.importers.titles import clean_title
from workflow.importers.tracker_columns import guess

_ANSWERS = re.compile(
    r"\b(?:response|reply|replies|answer)s?\b|\b(?:considered|considers|received)\b.{0,40}\brecommendations?\b", re.I
)
_TO_RECOMMENDATIONS = re.compile(r"\brecommendations?\b", re.I)
_OTHER_FORM = re.compile(
    r"\bminutes\b.{0,12}\bof\b|\bRESOLVED\b|\bagenda\b|\b(?:record of|proposed)\b.{0,40}\bdecision\b|\btracker\b"
    r"|\b(?:cabinet|executive|council) decisions\s*$",
    re.I,
)
_GENERIC = re.compile(
    r"(?:the )?(?:cabinet|executive|council)?(?:['’]s)? ?(?:member )?(?:response|reply|answer)s? (?:to|on|regarding)\b",
    re.I,
)
_NO_TITLE = re.compile(
    r"(?:to|from|date|cc|subject|re|report (?:of|by|to|from)|part \d|appendix|classification|hi|dear|recommendation"
    r"|(?:wards?|(?:electoral )?divisions?)(?:\(s\))?(?: affected|\s*:))\b",
    re.I,
)
_OF_WHAT = re.compile(
    r"(?P<what>[A-Z][^.;@:]{4,90}?)\s*[-–—:]\s*(?:scrutiny\s+)?(?:recommendations?\b|(?:cabinet|executive|council)(?:['’]s)?\s+response\b)"
    r"[^.;]{0,120}$",
    re.I,
)
_BEHIND = re.compile(r"\s*[-–—:]\s*(?P<what>(?!recommendation|response)[A-Z][^.;:@]{4,90})$", re.I)
_ON_WHAT = re.compile(rf"{_GENERIC.pattern}[^:.;@]{{4,120}}:\s+[A-Z][^.;:@]{{4,110}}$", re.I)
_MEMBER = re.compile(r"\b(?:Cabinet Member|Executive Member|Portfolio Holder|Leader of the Council)\b[^<\n]{0,80}")
_ACTED = re.compile(r"\b(?:met|considered|agreed|decided|resolved|answered|responded|discussed|accepted)\b", re.I)
_MARK = re.compile(r"^(?:re|fw|fwd)\s*:\s*", re.I)
_ADDRESS = re.compile(r"<[^>]*>|\S+@\S+")


def recognises(paper: Paper) -> float:
    """How surely this answers recommendations: it says so at its head, and gives answers in so many words."""
    if paper.medium not in RUNNING:
        return 0.0
    rows = lines(paper.text, 0, min(len(paper.text), DEEP))[:16]
    if any(_OTHER_FORM.search(row.words) for row in rows[:4]) or (paper.cells and _keeps_track(paper)):
        return 0.0
    head = " ".join(row.words for row in rows)
    if not (paper.cells or _ANSWERS.search(head)) or not _TO_RECOMMENDATIONS.search(paper.text):
        return 0.0
    return 0.97 if any(answer.answer for answer in _answers(paper, Page.of(paper))) else 0.0


def _keeps_track(paper: Paper) -> bool:
    """Whether a table is a tracker: its rows say of which report, or of which meeting, each recommendation is."""
    heads: dict[int, dict[int, str]] = {}
    for cell in paper.cells:
        if cell.row == 0:
            heads.setdefault(cell.table, {})[cell.column] = fold(paper.text[cell.start : cell.end])
    means = {column.means for head in heads.values() for column in guess(head.values(), {})}
    return bool(means & {"title", "meeting_date", "minute"})


def read(paper: Paper) -> Document:
    """The answers as a document with one item."""
    page = Page.of(paper)
    top = read_top(paper, page)
    rows = lines(page.text, 0, min(len(page.text), DEEP))[:16]
    asked = asked_in(page, 0, len(page.text), None)
    for_body = _body(top, asked, rows)
    by, on = _by(page, top, rows, asked)
    answers = _answers(paper, page)
    given = tuple(msgspec.structs.replace(a, by=by, on=on, due=None, asked=a.asked) if a.answer else a for a in answers)
    owed = tuple(find_progress(paper, page, answers))
    earlier, ambiguous = find_earlier(page, 0, len(page.text), by or for_body, kept=False)
    day = top.day or on
    promises, late = find_promises(page, 0, len(page.text), limbs=[], own=by, floor=day)
    said = {answer.quote for answer in answers}
    item = Item(
        title=_title(paper, top, [row for row in rows if row.start < _table(paper)]),
        outcome="response",
        from_=by or top.by,
        to=for_body,
        made_by="officers",
        earlier=tuple(earlier),
        suggested=tuple(find_links(page, 0, len(page.text))),
        consultation=tuple(find_consultations(page, 0, len(page.text))),
        promises=tuple(p for p in promises if not any(p.quote in words for words in said)),
        answers=given,
        progress=owed,
        asked=asked or _named(page, top, for_body),
    )
    doubts = []
    if for_body is None:
        doubts.append(Warning("no_body", "The paper does not say whose recommendations it answers."))
    return Document(
        path=paper.path, sha256=paper.sha256, kind="report", council=read_heading(page, 0, rows[-1].end).council,
        body=_sits(page, rows) or for_body, date=day,
        meetings=(Meeting(by, on, "held"),) if by and on and is_executive(by) else (),
        items=(item,), warnings=(*doubts, *ambiguous, *late, *date_doubts(page)),
        authors=tuple(authors_in(page, 0, len(page.text))[0]),
    )  # fmt: skip


def _answers(paper: Paper, page: Page) -> list[Answered]:
    """The answers, from tables or in turn; else what its sentences say of recommendations by their numbers."""
    found = find_answers(paper, page)
    if any(answer.answer for answer in found):
        return found
    said = []
    for row in lines(page.text):
        for number, words in said_answers(row.words):
            quote = page.quote(row.start, row.end)
            said.append(Answered(number, "", meant(words), quote, quote))  # type: ignore[arg-type]
    return said or found


def _body(top: Top, asked: Asked | None, rows: list[Line]) -> str | None:
    """The committee that is answered: whose recommendations they are, else whom the paper is for. No address is."""
    if asked is not None:
        return asked.body
    named = addressee(_ADDRESS.sub("", top.to or "")) if top.to and "@" not in top.to else top.body
    head = "\n\n".join(row.words for row in rows)
    found = (*find_bodies(named or ""), *find_bodies(head))
    bodies = [b.name for b in found if not (b.generic or is_executive(b.name) or b.name.lower().endswith("council"))]
    return bodies[0] if bodies else None


def _by(page: Page, top: Top, rows: list[Line], asked: Asked | None) -> tuple[str | None, date | None]:
    """Who answers, and on which day: Cabinet at its meeting, else the Cabinet Member whose paper it is."""
    for span in sentences(page.text):
        for body in find_bodies(page.text, span.start, span.end):
            if not is_executive(body.name) or not _ACTED.search(page.text, body.end, min(body.end + 80, span.end)):
                continue
            told = {when.day for when in page.days_in(body.end, span.end) if when.day and not when.problem}
            told -= {asked.on} if asked else set()
            if len(told) == 1:
                return body.name, told.pop()
    for row in rows:
        named = find_bodies(page.text, row.start, row.end)[:1]
        days = [when.day for when in page.days_in(row.start, row.end) if when.day and not when.problem]
        if named and is_executive(named[0].name) and days and len(row.words) < 90:
            return named[0].name, days[0]
    member = _MEMBER.search(_ADDRESS.sub("", top.by or ""))
    if member:
        return fold(member.group()), top.day
    head = " ".join(row.words for row in rows)
    return ("Cabinet" if re.search(r"\bCabinet\b", head) else None), None


def _sits(page: Page, rows: list[Line]) -> str | None:
    """The executive whose meeting the paper is for, where its head says nothing else: `CABINET – 17 MAY 2026`."""
    for row in rows[:6]:
        named = next(iter(find_bodies(page.text, row.start, row.end)), None)
        when = next((day for day in page.days_in(row.start, row.end) if day.day and not day.problem), None)
        if named and when and is_executive(named.name) and named.start == row.start and when.end >= row.end - 1:
            between = page.text[named.end : when.start].strip(" ,:–—-")
            return as_name(named.name) if len(between) < 12 else None
    return None


def _table(paper: Paper) -> int:
    """Where the first table of a paper begins."""
    return min((cell.start for cell in paper.cells), default=len(paper.text))


def _title(paper: Paper, top: Top, rows: list[Line]) -> str | None:
    """What the answers are about: the subject; where that only says that it answers, the line that says on what."""
    subject = _MARK.sub("", first_line(paper, first(fields_of(paper), "subject")) or "")
    if subject and not _GENERIC.match(subject):
        return clean_title(subject)
    for row in rows[:8]:
        words = row.words
        if _ON_WHAT.match(words):
            return clean_title(words)
        of_what = None if _NO_TITLE.match(words) else _OF_WHAT.match(words)
        if of_what and not any(not body.generic for body in find_bodies(of_what["what"])):
            return clean_title(words)
        theirs = next((body for body in find_bodies(words) if not body.generic and body.start == 0), None)
        if theirs and (told := _BEHIND.match(words, theirs.end)):
            return clean_title(told["what"])
        alone = re.fullmatch(r"[A-Z][^.:;@]{5,110}", words) is not None and not words.endswith(",")
        bodies = [body for body in find_bodies(words) if not is_executive(body.name) or body.name == fold(words)]
        dated = any(day.day for day in find_days(words))
        if alone and not (dated or bodies or _GENERIC.match(words) or _NO_TITLE.match(words)):
            return clean_title(words)
    title = subject or _MARK.sub("", top.title or "")
    return clean_title(title) if title else None


def _named(page: Page, top: Top, body: str | None) -> Asked | None:
    """The committee as the paper names it, where it does not say in so many words that the recommendations are its."""
    if body is None:
        return None
    return Asked(body, None, None, body if stands(body, page.text) else fold(top.to or top.title or body))
