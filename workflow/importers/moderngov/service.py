"""ModernGov's web service: `GetMeeting`, `GetMeetings`, `GetAllMeetingsByDate`, `GetCommittees`, bare or in SOAP.

An item's number is its `minutesitemnumber`: what the agenda numbers it is another. A number without published minutes
is the agenda's.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from states.british_dates import find_days
from states.days import said_day
from workflow.importers.evidence import date_doubts, missing
from workflow.importers.media.markup import Laid, tag_of
from workflow.importers.moderngov.business import Business, read_business
from workflow.importers.moderngov.heading import Status
from workflow.importers.page import Page
from workflow.importers.reading import Document, Item, Listed, Meeting, Paper, Warning
from workflow.importers.text import Span
from workflow.importers.titles import clean_title

_CANCELLED = re.compile(r"cancel|abandon", re.I)
_PUT_OFF = re.compile(r"postpone|moved|reschedul|adjourn|inquorate", re.I)


class _File:
    """The XML with the words of its elements."""

    def __init__(self, paper: Paper) -> None:
        self.page = Page.of(paper)
        self.laid: Laid = paper.tree

    def all(self, name: str, within: Any = None) -> Iterator[Any]:
        """The elements of a name, in the order of the file."""
        root = self.laid.root if within is None else within
        return (each for each in root.iter() if isinstance(each.tag, str) and tag_of(each) == name)

    def one(self, within: Any, *names: str) -> Any:
        """The first child of one of some names."""
        for name in names:
            for each in within:
                if isinstance(each.tag, str) and tag_of(each) == name:
                    return each
        return None

    def words(self, within: Any, *names: str) -> str:
        """The words of the first child of one of some names that has any; else nothing."""
        for name in names:
            each = self.one(within, name)
            if each is not None and (said := self.page.words(*self.laid.places[each])):
                return said
        return ""

    def span(self, within: Any, *names: str) -> Span | None:
        """Where the words of such a child stand."""
        for name in names:
            each = self.one(within, name)
            if each is not None and self.page.words(*self.laid.places[each]):
                return Span(*self.laid.places[each])
        return None

    def true(self, within: Any, name: str) -> bool:
        """Whether such a child says True."""
        return self.words(within, name).lower() == "true"


def recognises(paper: Paper) -> float:
    """How surely this is an answer of the web service: it has the service's elements."""
    if paper.medium != "xml" or not isinstance(paper.tree, Laid):
        return 0.0
    file = _File(paper)
    return (
        0.97 if any(True for name in ("meetingid", "committeeid", "committeescount") for _ in file.all(name)) else 0.0
    )


def read(paper: Paper) -> Document:
    """The answer as a document: one meeting with its items, a list of meetings, or a list of committees."""
    file = _File(paper)
    meetings = list(file.all("meeting"))
    if any(True for _ in file.all("agendaitems")) or (
        len(meetings) == 1 and not any(True for _ in file.all("committee"))
    ):
        return _meeting(paper, file, meetings[0] if meetings else file.laid.root)
    if meetings or any(True for _ in file.all("meetingscount")):
        return _meetings(paper, file)
    return _committees(paper, file)


def _meeting(paper: Paper, file: _File, element: Any) -> Document:
    """One meeting with its items."""
    day = _day(file.words(element, "meetingdate"))
    elements = [each for each in file.all("agendaitem", element) if file.words(each, "agendaitemtitle")]
    body = _body(file, element, elements)
    minuted = file.true(element, "minutepublished") or any(
        file.span(each, "minutesnonemptyhtmlbody") for each in elements
    )
    decided = any(file.span(each, "decisionnonemptyhtmlbody") for each in elements)
    said = file.words(element, "meetingstatus")
    status = _status(said, minuted or decided)
    items: list[Item] = []
    doubts: list[Warning] = list(_put_off(said, day))
    for each in elements:
        parts = Business(
            file.span(each, "agendatext") or Span(0, 0),
            file.span(each, "decisionnonemptyhtmlbody"),
            file.span(each, "minutesnonemptyhtmlbody"),
        )
        item, late = read_business(
            file.page, parts, title=clean_title(file.words(each, "agendaitemtitle")),
            number=_number(file, each, minuted), minuted=minuted, own=body, on=day,
        )  # fmt: skip
        items.append(item)
        doubts += late
    return Document(
        path=paper.path,
        sha256=paper.sha256,
        kind="agenda_and_minutes" if minuted or decided else "agenda",
        body=body,
        date=day,
        meetings=(_met(file, element, body, day, status),) if day else (),
        status=status,
        items=tuple(items),
        warnings=(*missing(body, day), *doubts, *date_doubts(file.page)),
    )


def _number(file: _File, each: Any, minuted: bool) -> str | None:
    """An item's number: its minute's where minutes are published, as the council shows it; else the agenda's."""
    shown = file.words(each, "fulldisplaynumberformat").strip(" .:)")
    minute = file.words(each, "minutesitemnumber").strip(" .")
    if not minuted:
        return shown or file.words(each, "agendaitemnumber").strip(" .") or None
    if minute in ("", "0"):
        return None
    if re.match(rf"0*{re.escape(minute)}(?!\d)", shown):
        return shown
    sub = file.words(each, "minutesitemsubnumber").strip(" .")
    return f"{minute}.{sub}" if sub and sub != "0" else minute


def _body(file: _File, element: Any, elements: list[Any]) -> str | None:
    """Whose meeting it is: what most items are referred to, else what their documents are of."""
    said = file.words(element, "committeetitle", "committeename", "meetingtitle")
    if said:
        return said
    for name in ("refertocommittee", "committeetitle"):
        named = Counter(
            words
            for each in elements
            for one in file.all(name, each)
            if (words := file.page.words(*file.laid.places[one]))
        )
        if named:
            return named.most_common(1)[0][0]
    return None


def _meetings(paper: Paper, file: _File) -> Document:
    """A list of meetings, of one committee or of several."""
    found: list[Meeting] = []
    doubts: list[Warning] = []
    bodies: dict[str, None] = {}
    seen: set[Any] = set()
    for committee in file.all("committee"):
        body = file.words(committee, "committeetitle") or None
        if body:
            bodies.setdefault(body)
        for each in file.all("meeting", committee):
            seen.add(each)
            found.append(_listed(file, each, body, doubts))
    for each in file.all("meeting"):
        if each not in seen:
            body = file.words(each, "committeetitle", "committeename", "meetingtitle") or None
            bodies.setdefault(body or "")
            found.append(_listed(file, each, body, doubts))
    return Document(
        path=paper.path, sha256=paper.sha256, kind="meeting_list",
        body=(next(iter(bodies)) or None) if len(bodies) == 1 else None,
        meetings=tuple(found), warnings=(*doubts, *date_doubts(file.page)),
    )  # fmt: skip


def _listed(file: _File, each: Any, body: str | None, doubts: list[Warning]) -> Meeting:
    """One meeting of a list."""
    said, day = file.words(each, "meetingstatus"), _day(file.words(each, "meetingdate"))
    doubts.extend(_put_off(said, day))
    return _met(file, each, body, day, _status(said, file.true(each, "minutepublished")))


def _met(file: _File, each: Any, body: str | None, day: date | None, status: Status | None) -> Meeting:
    """A meeting as the service tells of it."""
    return Meeting(
        body, day, status, file.words(each, "meetingid") or None, time=file.words(each, "meetingtime") or None,
        venue=file.words(each, "meetinglocation") or None,
    )  # fmt: skip


def _committees(paper: Paper, file: _File) -> Document:
    """A list of committees; those that are no more say so."""
    return Document(
        path=paper.path, sha256=paper.sha256, kind="committee_list",
        bodies=tuple(
            Listed(
                name, file.words(each, "committeeid") or None,
                current=not (file.true(each, "committeedeleted") or file.true(each, "committeeexpired")),
                category=file.words(each, "committeecategory") or None,
            )
            for each in file.all("committee") if (name := file.words(each, "committeetitle"))
        ),
    )  # fmt: skip


def _day(words: str) -> date | None:
    days = [found.day for found in find_days(words) if found.day]
    return days[0] if days else None


def _status(said: str, held: bool) -> Status | None:
    """What became of a meeting: "Confirmed" says of its date that it stands, not that it was held."""
    if _CANCELLED.search(said):
        return "cancelled"
    if _PUT_OFF.search(said):
        return None
    return "held" if held or said.lower() in ("held", "occurred") else "scheduled" if said else None


def _put_off(said: str, day: date | None) -> Iterator[Warning]:
    if _PUT_OFF.search(said):
        when = f" of {said_day(day)}" if day else ""
        yield Warning(
            "meeting_put_off", f"The meeting{when} has the status “{said}”; whether it was held is left open."
        )
