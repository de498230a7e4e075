"""Pages that list meetings (`ieListMeetings`) or committees (`mgListCommittees`)."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

from states.days import said_day
from workflow.importers.bodies import find_bodies
from workflow.importers.moderngov.heading import read_sitting, status_of
from workflow.importers.moderngov.parts import Web
from workflow.importers.reading import Document, Listed, Meeting, Paper, Warning

_MEETING = re.compile(r"ieListDocuments\.aspx|mgAgenda\.aspx|/ViewMeetingPublic/", re.I)
_CMIS = re.compile(r"/Meeting/(\d{1,9})/", re.I)
_COMMITTEE = re.compile(r"(?:mgCommitteeDetails|ieListMeetings|mgCommitteeMembership)\.aspx", re.I)
_OF = re.compile(r"\blists? the (?:meetings|agendas)\b.{0,60}?\bfor\s+(?:the\s+)?(?P<body>[^.\n]{3,120})\.", re.I)
_INFORMATION = re.compile(r"information about (?:the )?(?P<body>[^.\n]{3,120})$", re.I)
_MINUTES = re.compile(r"\bminutes\b", re.I)
_WORDS = re.compile(
    r"(?:earlier|later|next|previous|back|view|search|calendar|browse|agenda|minutes|information)\b", re.I
)


def recognises_meetings(paper: Paper) -> float:
    """How surely the page lists meetings: several links to meetings, each with its day."""
    web = Web.of(paper)
    if web is None or web.first("mgItemNumberCell") is not None:
        return 0.0
    dated = sum(1 for _ in _meetings(web))
    if dated == 0:
        return 0.0
    return 0.9 if dated > 1 and re.search(r"\bmeetings?\b", web.title, re.I) else 0.8 if dated > 2 else 0.3


def read_meetings(paper: Paper) -> Document:
    """The page as a document with its meetings, none of which it says more of than day and status."""
    web = Web.of(paper) or Web(paper)
    body = _body(web)
    meetings: list[Meeting] = []
    doubts: list[Warning] = []
    for reference, day, named, words in _meetings(web):
        sitting = read_sitting(words)
        status = status_of(sitting, held=_MINUTES.search(words) is not None)
        if sitting.doubt:
            said = f"The meeting of {said_day(day)} was {sitting.doubt}; its status is left open."
            doubts.append(Warning("meeting_put_off", said))
        meetings.append(Meeting(named or body, day, status, reference))
    bodies = {meeting.body for meeting in meetings}
    return Document(
        path=paper.path, sha256=paper.sha256, kind="meeting_list",
        body=body or (bodies.pop() if len(bodies) == 1 else None), meetings=tuple(meetings), warnings=tuple(doubts),
    )  # fmt: skip


def recognises_committees(paper: Paper) -> float:
    """How surely the page lists committees: several links to committees and to no meeting."""
    web = Web.of(paper)
    if web is None or web.first("mgItemNumberCell") is not None:
        return 0.0
    count = len(list(_committees(web)))
    return (
        0.7
        if count >= 3 and not any(True for _ in _meetings(web)) and re.search(r"committee|bodies", web.title, re.I)
        else 0.0
    )


def read_committees(paper: Paper) -> Document:
    """The page as a document with the bodies it names."""
    web = Web.of(paper) or Web(paper)
    return Document(path=paper.path, sha256=paper.sha256, kind="committee_list", bodies=tuple(_committees(web)))


def _meetings(web: Web) -> Iterator[tuple[str | None, date, str | None, str]]:
    """Each meeting that the page links to: its number there, its day, the body if its line names one, the line."""
    seen: set[str] = set()
    whole = web.whole
    for link in web.laid.places:
        if link.tag != "a" or not _MEETING.search(link.get("href") or ""):
            continue
        place = web.place(link)
        row = web.row_at(place.start) or web.line_at(place.start)
        if row is None or not whole.start <= place.start < whole.end:
            continue
        days = [found.day for found in web.page.days_in(row.start, row.end) if found.day]
        reference = number_in(link.get("href"), "MId", "MeetingId")
        if reference is None and (numbered := _CMIS.search(link.get("href") or "")):
            reference = numbered[1]
        if not days or (reference or str(days[0])) in seen:
            continue
        seen.add(reference or str(days[0]))
        words = web.page.words(row.start, row.end)
        named = read_sitting(words).body
        first = next(iter(find_bodies(named or "")), None)
        yield (
            reference,
            days[0],
            first.name if first and first.start == 0 and not _WORDS.match(first.name) else None,
            words,
        )


def _committees(web: Web) -> Iterator[Listed]:
    """Each committee that the page links to, once."""
    seen: set[str] = set()
    whole = web.whole
    for link in web.laid.places:
        if link.tag != "a" or not _COMMITTEE.search(link.get("href") or ""):
            continue
        place, name = web.place(link), web.words(link).strip("• ")
        if whole.start <= place.start < whole.end and name and not _WORDS.match(name) and name not in seen:
            seen.add(name)
            yield Listed(name, number_in(link.get("href"), "ID", "CId", "CommitteeId"))


def number_in(address: str | None, *names: str) -> str | None:
    """The number that an address gives under one of some names, whatever their capitals; None where it gives none."""
    try:
        query = parse_qs(urlsplit(address or "").query)
    except ValueError:
        return None
    given = {name.lower(): values[0] for name, values in query.items()}
    return next((said for name in names if (said := given.get(name.lower(), "")).isdecimal()), None)


def _body(web: Web) -> str | None:
    """The body whose meetings the page lists."""
    if web.subtitle and not read_sitting(web.subtitle).day:
        return web.subtitle
    whole = web.whole
    for pattern in (_OF, _INFORMATION):
        for row in web.lines(whole.start, whole.end):
            found = pattern.search(web.page.words(row.start, row.end))
            if found:
                return found["body"].strip()
    return None
