"""The parts of a committee system's page: its title, its labels (`Decision Maker:`), its headings, its pasted text.

The page's own labels stand outside what somebody pasted into it (`mgWordPara`), so that a minute that says
"Decision:" by itself is no label. Where a council has set its pages in another way, a label is known by its words.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from workflow.importers.media import Set
from workflow.importers.media.markup import Laid
from workflow.importers.page import Page
from workflow.importers.reading import Paper
from workflow.importers.text import Span, fold

_HEADING_CLASSES = frozenset({"mgSubItemTitleTxt", "mgSubSubTitleTxt", "mgSectionTitle", "mgLabel"})
_PASTED_CLASSES = frozenset({"mgWordPara", "mgFormattedText", "WordSection1", "Section1"})
_SECTIONS = (
    r"decisions?(?: taken| made| published)?|minutes|cofnodion|penderfyniad(?:au)?"
    r"|resolutions?|outcome|recommendations?|purpose|content"
    r"|(?:additional|supporting|accompanying|background|related|other relevant)\s+(?:documents?|papers|information)"
    r"|documents?|reasons?(?: for| and)\b.{0,60}|(?:alternative|other|any alternative) options\b.{0,60}"
    r"|options considered.{0,30}"
    r"|interests?(?: and|\b).{0,60}|(?:record of )?conflicts? of interests?.{0,60}|dispensations?.{0,40}"
    r"|declarations?\b.{0,50}|recorded votes?|voting(?: record)?|consultations?(?: process| undertaken| period)?"
    r"|consultees"
    r"|financial implications|legal implications|agenda items|media|items|notes?"
)
_LABELS = (
    r"decision[- ]?makers?|decision taken by|decision status|decision type|status|is (?:it "
    r"|this )?(?:a )?key decision\s*\??"
    r"|key decision\s*\??|is (?:it |this |the decision )?subject to call[- ]?in\s*\??|subject to call[- ]?in\s*\??"
    r"|call[- ]?in (?:deadline|expires|expiry(?: date)?|period ends)|called[- ]?in(?: on| by)?|call[- ]?in(?: date"
    r"| received| by)"
    r"|grounds(?: for call[- ]?in)?"
    r"|(?:report |decision |issue )?ref(?:erence)?(?: no\.?| number)?|reason key|report authors?|authors?"
    r"|publication date|publish(?:ed)? date|date published|(?:decision )?published(?: on)?|date of publication"
    r"|date of decision|decision date|date decision (?:made|taken)|(?:decision )?made(?: on)?"
    r"|effective from|date effective(?: from)?|implementation date|(?:comes? )?into force(?: on)?|effective date"
    r"|decided at meeting|made at meeting|taken at meeting|meeting"
    r"|decision due(?: date)?(?: by)?|expected (?:date of )?decision(?: date)?|due date"
    r"|notice of (?:proposed|intended|forthcoming|this)?.{0,30}decision first published"
    r"|(?:first )?included in forward plan"
    r"|(?:wards?|divisions?|areas?|electoral divisions?)(?:\(s\))? affected|affected wards?|lead (?:officer|member"
    r"|director|cabinet member|department)"
    r"|portfolio(?: holder)?|cabinet member|department|directorate|contacts?(?: officer)?|venue|location|tel|email"
    r"|reasons? for urgency|urgency|(?:explanation of )?anticipated restriction|restriction|private meeting.{0,40}"
    r"|date comments must be submitted by|representations.{0,60}|this decision will be taken.{0,60}|webcast|link"
    r"|note|(?:meeting |scheduled |start |end )?(?:time|date)"
    r"|date of meeting|committee(?: name)?|body|(?:meeting )status|when"
)
_SECTION = re.compile(rf"(?:the |draft |printed )?(?:{_SECTIONS})\s*:?$", re.I)
_LABEL = re.compile(rf"(?P<name>{_LABELS})\s*(?::|(?<=\?))\s*", re.I)
_ANY_LABEL = re.compile(r"(?P<name>[A-Z][A-Za-z ’'/()&,?-]{1,60}?)\s*(?::|(?<=\?))\s*")


class Mark(msgspec.Struct, frozen=True):
    """A label or a heading: its name in small letters, where it begins, and where what it names begins and ends."""

    name: str
    start: int
    begin: int
    end: int


class Web:
    """A page with the places of its parts."""

    def __init__(self, paper: Paper) -> None:
        self.page = Page.of(paper)
        self.laid: Laid = paper.tree
        self._starts = [row.start for row in paper.lines]
        self._lines = paper.lines
        self.cells = paper.cells
        self._rows: list[tuple[int, int]] | None = None
        self._whole: Span | None = None
        self._by_class: dict[str, list[Any]] = {}
        for element in self.laid.places:
            for name in (element.get("class") or "").split():
                self._by_class.setdefault(name, []).append(element)
        headed = sorted(self.laid.places[each][0] for name in _HEADING_CLASSES for each in self.all(name))
        places = (self.laid.places[each] for name in _PASTED_CLASSES for each in self.all(name))
        self._pasted = _outermost([p for p in places if bisect_left(headed, p[0]) == bisect_left(headed, p[1])])

    @classmethod
    def of(cls, paper: Paper) -> "Web | None":
        """The page of a paper, if it is one: the same page each time it is asked for."""
        if not isinstance(paper.tree, Laid):
            return None
        if not isinstance(paper.tree.kept, Web):
            if paper.medium != "html":
                return None
            paper.tree.kept = cls(paper)
        return paper.tree.kept

    def all(self, *names: str) -> list[Any]:
        """The elements of any of some classes, in the order of the page."""
        found = [element for name in names for element in self._by_class.get(name, ())]
        return sorted(found, key=lambda each: self.laid.places[each]) if len(names) > 1 else found

    def first(self, *names: str) -> Any:
        """The first element of the first of some classes that the page has; None where it has none."""
        return next((found[0] for name in names if (found := self._by_class.get(name))), None)

    def place(self, element: Any) -> Span:
        """Where an element's words stand."""
        return Span(*self.laid.places[element])

    def words(self, element: Any) -> str:
        """An element's words on one line, without the sizes of files."""
        start, end = self.laid.places[element]
        for size in element.iter("span", "img"):
            if size in self.laid.places and "mgFileSize" in (size.get("class") or ""):
                end = min(end, self.laid.places[size][0])
        return self.page.words(start, end)

    @property
    def whole(self) -> Span:
        """The part of the page that the committee system made; without one, the page's main part, else all."""
        if self._whole is None:
            self._whole = self._found_whole()
        return self._whole

    def _found_whole(self) -> Span:
        for element in self.laid.places:
            if element.get("id") == "modgov":
                return self.place(element)
        for element in self.laid.places:
            if element.tag == "main" or element.get("role") == "main":
                return self.place(element)
        return Span(0, len(self.page.text))

    @property
    def title(self) -> str:
        """The page's own title: `Agenda item`, `Decision details`."""
        element = self.first("mgMainTitleTxt")
        if element is None:
            element = next((each for each in self.laid.places if each.tag == "h1"), None)
        return self.words(element) if element is not None else ""

    @property
    def subtitle(self) -> str:
        """What the page is about: a body and its meeting, or an item's or a decision's title."""
        element = self.first("mgSubTitleTxt")
        return self.words(element) if element is not None else ""

    @property
    def begin(self) -> int:
        """Where the page's own words begin, behind its title."""
        element = self.first("mgSubTitleTxt")
        return self.place(element).end if element is not None else self.whole.start

    def lines(self, start: int, end: int) -> Iterator[Set]:
        """The lines that begin between two places."""
        at = max(0, bisect_right(self._starts, start) - 1)
        for row in self._lines[at:]:
            if row.start >= end:
                return
            if row.end > start:
                yield row

    def line_at(self, place: int) -> Set | None:
        """The line in which a place is."""
        at = bisect_right(self._starts, place) - 1
        return self._lines[at] if at >= 0 and place < self._lines[at].end else None

    def row_at(self, place: int) -> Span | None:
        """Where the table's row stands in which a place is; None outside a table."""
        if self._rows is None:
            rows: dict[tuple[int, int], Span] = {}
            for cell in self.cells:
                row = rows.get((cell.table, cell.row), Span(cell.start, cell.end))
                rows[cell.table, cell.row] = Span(min(row.start, cell.start), max(row.end, cell.end))
            self._rows = _outermost(sorted((row.start, row.end) for row in rows.values()))
        at = bisect_right(self._rows, (place, len(self.page.text) + 1)) - 1
        return Span(*self._rows[at]) if at >= 0 and self._rows[at][0] <= place < self._rows[at][1] else None

    def pasted(self, place: int) -> bool:
        """Whether a place is in words that somebody pasted into the page."""
        at = bisect_right(self._pasted, (place, len(self.page.text) + 1)) - 1
        return at >= 0 and self._pasted[at][0] <= place < self._pasted[at][1]

    def marks(self, start: int, end: int) -> list[Mark]:
        """The labels and headings between two places, each with the stretch it names."""
        found: list[tuple[str, int, int]] = []
        for row in self.lines(start, end):
            words = self.page.text[row.start : row.end]
            first = row.start + len(words) - len(words.lstrip(" •\n"))
            if self.pasted(first) or not words.strip():
                continue
            cell = row.style[:2] in ("td", "th")
            styled = not _HEADING_CLASSES.isdisjoint(row.style.split()) or row.style[:2] in ("h3", "h4", "h5")
            label = _LABEL.match(self.page.text, first, row.end)
            if label is None and (styled or row.bold):
                label = _ANY_LABEL.match(self.page.text, first, row.end)
            said = self.page.text[first : row.end].strip()
            section = _SECTION.match(said) and (not cell or said.endswith(":"))
            if len(said) < 90 and (section or (styled and said.endswith(":"))):
                found.append((said.rstrip(": "), first, row.end))
            elif label:
                found.append((label["name"].strip(), first, label.end()))
            elif styled and len(said) < 120:
                found.append((said, first, row.end))
        ends = [begin for _, begin, _ in found[1:]] + [end]
        return [
            Mark(fold(name).lower().rstrip("? "), at, begin, max(begin, stop))
            for (name, at, begin), stop in zip(found, ends, strict=False)
        ]

    def value(self, mark: Mark) -> str | None:
        """The words of a label on its own line; None where it has none."""
        line = next((row for row in self.lines(mark.begin, mark.end) if row.end > mark.begin), None)
        stop = min(mark.end, line.end) if line else mark.end
        return self.page.words(mark.begin, stop).strip(" -–") or None

    def day(self, mark: Mark | None) -> date | None:
        """The first day behind a label."""
        days = self.page.days_in(mark.begin, mark.end) if mark else []
        return next((found.day for found in days if found.day), None)


def _outermost(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that lie in no other, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def named(marks: list[Mark], pattern: str) -> Mark | None:
    """The first of some marks whose name is as a pattern says."""
    return next((mark for mark in marks if re.fullmatch(pattern, mark.name)), None)
