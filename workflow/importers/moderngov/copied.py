"""A committee system's page copied as text: its title, its labels and its headings are known by their words alone."""

import re

from msgspec.structs import replace

from workflow.importers.decided import decrees
from workflow.importers.media import Set
from workflow.importers.media.markup import Laid
from workflow.importers.moderngov.parts import Mark, Web
from workflow.importers.reading import Paper
from workflow.importers.text import Line, Span, lines
from workflow.importers.unlabelled import DOCUMENTS

_TITLE = re.compile(
    r"(?:issue\s*[-–]?\s*(?:decisions|meetings|details|history|chronology)"
    r"|(?:officer |delegated |executive |cabinet )?decision(?: register| details| record)?|decisions(?: register)?)$",
    re.I,
)
_MAKER = re.compile(r"decision[- ]?makers?\s*:", re.I)
_STATUS = re.compile(r"(?:decision (?:status|type)|is key decision|is subject to call[- ]?in)\b.{0,40}[:?]", re.I)
_ABOUT = re.compile(
    r"(?:• )?(?:find out more|share|print|back|home|skip|menu|search|you are here|view|decisions?|minutes|purpose|"
    r"(?:meeting|date|decision maker|status|is|publication|report|ref|reference)\b[^:?]{0,40}[:?])",
    re.I,
)
_DATED = re.compile(r"(?:• )?\d{1,2}/\d{1,2}/\d{4}\b")
_ENTRY = re.compile(r"(?:• )?\d{1,2}/\d{1,2}/\d{4}\s*[-–]\s*\S.{0,400}?\bref(?:erence)?\s*:\s*[\w/.-]{1,24}", re.I)
_PURPOSE = re.compile(r"(?:to [a-z]|reports? (?:of|by|from|to)\b|this (?:report|decision)\b)", re.I)
_DECIDES = re.compile(
    r"(?:it was )?(?:RESOLVED|AGREED|APPROVED|(?:resolved|agreed|approved|decided|noted)\b|that\b|\(?(?:1|a|i)[.)]\s"
    r"|(?:the )?(?:cabinet|committee|leader|executive|council|director|deputy|portfolio|head|chief|decision)\b)",
    re.I,
)
_FIRST = re.compile(r"\(?(?:1|a|i)[.)]\s")
_DONE = re.compile(r"\b(?:agreed|approved|resolved|carried|accepted)\b|\bby a vote of\b")
_TOP = 10
_FAR = 40


class Copied(Web):
    """The page. It has no elements; a line is what a line of the text is."""

    def __init__(self, paper: Paper, rows: list[Line], title: Line | None, called: str = "Decision details") -> None:
        super().__init__(paper)
        self._lines = tuple(Set(row.start, row.end) for row in rows)
        self._starts = [row.start for row in rows]
        after = [row for row in rows if title is None or row.start > title.start]
        again = next((at for at, row in enumerate(after[:2]) if title and row.words == title.words), None)
        head = after[again + 1] if again is not None and again + 1 < len(after) else after[0] if after else None
        named = head is not None and not _ABOUT.match(head.words) and not _DATED.match(head.words)
        self._title = title.words if title else called
        self._subtitle = head if named else None
        self._whole = Span(title.end if title else 0, len(paper.text))

    @property
    def title(self) -> str:
        """The page's own title: `Issue - decisions`."""
        return self._title

    @property
    def subtitle(self) -> str:
        """The line below the title, where it is no label."""
        return self._subtitle.words if self._subtitle else ""

    @property
    def begin(self) -> int:
        """Where the page's own words begin, behind its title and subtitle."""
        return self._subtitle.end if self._subtitle else self.whole.start

    def foot(self, start: int, end: int) -> int:
        """Where the words between two places end, above the page's links to documents."""
        return next((row.start for row in lines(self.page.text, start, end) if DOCUMENTS.match(row.words)), end)

    def unlabelled(self, marks: list[Mark]) -> list[Mark]:
        """The words of a decision whose own label is lost: they stand between two labels, on lines of their own.

        What the decision was to be about (`To consider …`) is left out; so is a decision without a word of deciding.
        """
        for mark in marks:
            rows = lines(self.page.text, mark.begin, mark.end)
            told = [row for row in rows[1:] if not _PURPOSE.match(row.words)]
            listed = next((at for at, row in enumerate(told) if _FIRST.match(row.words)), 0)
            told = told[listed:] if listed and _DONE.search(told[listed - 1].words) else told
            if told and (_DECIDES.match(told[0].words) or decrees(told[0].words)):
                end = next(
                    (row.start for row in rows if row.start > told[0].start and _is_purpose(row.words)), mark.end
                )
                return [Mark("decision", told[0].start, told[0].start, end)]
        return []


def _is_purpose(words: str) -> bool:
    """Whether a line behind a decision says what it is for; in the middle of a sentence it says nothing of the kind."""
    return _PURPOSE.match(words) is not None and words[0].isupper()


def copied(paper: Paper) -> Copied | None:
    """The page that a plain text is a copy of; None for any other text."""
    if paper.medium != "text":
        return None
    begin = len(paper.text) - len(paper.text.lstrip())
    rows = lines(paper.text, begin, min(len(paper.text), begin + 6_000))
    if _is_register(rows):
        return Copied(paper, lines(paper.text), None, "Decisions published")
    top = rows[:_TOP]
    title = next((row for row in reversed(top) if _TITLE.match(row.words)), None)
    if title is None and not _is_decision(top):
        return None
    first = next((row for row in top if title and row.words == title.words), title)
    return Copied(paper, lines(paper.text), first)


def with_copy(paper: Paper) -> Paper:
    """The paper, ready to be read as a committee system's page where it is a copy of one."""
    if paper.medium != "text":
        return paper
    ready = replace(paper, tree=Laid())
    page = copied(ready)
    if page is None:
        return paper
    ready.tree.kept = page
    return ready


def _is_register(rows: list[Line]) -> bool:
    """Whether lines hold the first entries of a register: day, title and reference on one line, the labels below."""
    entry = next((at for at, row in enumerate(rows[:_FAR]) if _ENTRY.match(row.words)), None)
    return entry is not None and any(_MAKER.match(row.words) for row in rows[entry + 1 : entry + 9])


def _is_decision(rows: list[Line]) -> bool:
    """Whether lines without a page's title are the labels of a decision's page."""
    states = sum(_STATUS.match(row.words) is not None for row in rows)
    return states > 0 and (any(_MAKER.match(row.words) for row in rows) or states > 2)
