"""A walk over a council's committee system: its bodies, their meetings since a day, and each meeting's paper.

The web service is asked first. Where it is off, the pages are read instead: the list of committees, each one's list of
meetings, each meeting, and the items whose minutes a meeting's page cuts off. What is fetched is data: it is read by
the process that reads papers.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from states.days import said_day
from states.errors import BadInput
from workflow.importers.pile import Unread
from workflow.importers.reader import Reader
from workflow.importers.reading import Document, Listed, Meeting
from workflow.importers.site.client import Client
from workflow.importers.text import printable

ALL = "all"
"""The word for every body of the site."""

_SERVICE = "mgWebService.asmx/"
_EARLIER = re.compile(rb"href\s*=\s*[\"'](ieListMeetings\.aspx\?[^\"']{0,200}\bAct=earlier\b[^\"']{0,200})[\"']", re.I)
_CUT = re.compile(
    rb"href\s*=\s*[\"'](?:mgAi\.aspx\?(?:[^\"']{0,60}&(?:amp;)?)?ID=)(\d{1,9})[^>]{0,400}>\s*view the full", re.I
)
_MOST_PAGES = 30
_MOST_FAILURES = 5


class Wanted(msgspec.Struct, frozen=True):
    """What is wanted of a site: the meetings of some bodies between two days, both included."""

    bodies: tuple[str, ...]
    since: date
    until: date


class Walk:
    """One walk. `told` is given a line before each request."""

    def __init__(self, client: Client, reader: Reader, wanted: Wanted, told: Callable[[str], None]) -> None:
        self._client, self._reader, self._wanted, self._told = client, reader, wanted, told
        self.pages = False
        """Whether the pages are read because the web service is off."""

    def papers(self) -> Iterator[Path | Unread]:
        """The papers, each as soon as it is fetched, and a sentence for each that was not.

        Raises:
            BadInput: the site cannot be read at all, has no such body, or fails again and again.
        """
        failures = 0
        for body in self._bodies():
            for one in self._of(body):
                yield one
                failures = failures + 1 if isinstance(one, Unread) else 0
                if failures >= _MOST_FAILURES:
                    raise BadInput(f"{self._client.site.host} gave {failures} papers in a row not. Try again later.")

    def _bodies(self) -> list[Listed]:
        """The bodies that are wanted, by the site's own list."""
        self._told("the list of committees")
        try:
            listed = self._document(f"{_SERVICE}GetCommittees", "committees.xml")
        except BadInput:
            if not self._client.heard:
                raise
            self.pages = True
            listed = None
        if listed is None or not listed.bodies:
            self.pages = True
            listed = self._document("mgListCommittees.aspx?bcr=1", "committees.html")
        found = [body for body in listed.bodies if body.reference]
        if not found:
            raise BadInput(
                f"No list of committees was found at {self._client.site.at('')}. Is it the committee system?"
            )
        return chosen(found, self._wanted.bodies)

    def _of(self, body: Listed) -> Iterator[Path | Unread]:
        """The papers of one body: the list of its meetings, then each meeting that was not cancelled."""
        self._told(f"the meetings of {body.name}")
        slug = _slug(body.name)
        try:
            lists = list(self._page_lists(body, slug) if self.pages else self._service_list(body, slug))
        except BadInput as error:
            yield Unread(f"{slug}-meetings", str(error))
            return
        seen: set[str] = set()
        for path, document in lists:
            yield path
            for meeting in document.meetings:
                if not meeting.reference or meeting.reference in seen or not self._is_wanted(meeting):
                    continue
                seen.add(meeting.reference)
                if meeting.status != "cancelled":
                    yield from self._meeting(body, slug, meeting)

    def _is_wanted(self, meeting: Meeting) -> bool:
        return meeting.date is not None and self._wanted.since <= meeting.date <= self._wanted.until

    def _service_list(self, body: Listed, slug: str) -> Iterator[tuple[Path, Document]]:
        asked = {
            "lCommitteeId": body.reference or "",
            "sFromDate": self._wanted.since.strftime("%d/%m/%Y"),
            "sToDate": self._wanted.until.strftime("%d/%m/%Y"),
        }
        yield self._both(f"{_SERVICE}GetMeetings?{urlencode(asked)}", f"{slug}-meetings.xml")

    def _page_lists(self, body: Listed, slug: str) -> Iterator[tuple[Path, Document]]:
        """The pages that list a body's meetings, back to the first day that is wanted."""
        page: str | None = f"ieListMeetings.aspx?CId={body.reference}&Year=0"
        for number in range(1, _MOST_PAGES + 1):
            path, document = self._both(page or "", f"{slug}-meetings-{number}.html")
            yield path, document
            days = [meeting.date for meeting in document.meetings if meeting.date]
            earlier = _EARLIER.search(path.read_bytes())
            if earlier is None or not days or min(days) < self._wanted.since:
                return
            page = earlier[1].decode("utf-8", "replace").replace("&amp;", "&")

    def _meeting(self, body: Listed, slug: str, meeting: Meeting) -> Iterator[Path | Unread]:
        """One meeting's paper; of a page that cuts minutes off also the items it cuts."""
        when = meeting.date.isoformat() if meeting.date else "undated"
        name = f"{when}-{slug}-{meeting.reference}"
        self._told(f"{body.name}, {said_day(meeting.date) if meeting.date else 'no day'}")
        try:
            if not self.pages:
                yield self._client.get(f"{_SERVICE}GetMeeting?lMeetingId={meeting.reference}", f"{name}.xml")
                return
            path = self._client.get(f"ieListDocuments.aspx?MId={meeting.reference}&Ver=4", f"{name}.html")
            yield path
            for item in dict.fromkeys(_CUT.findall(path.read_bytes())):
                number = item.decode("ascii")
                yield self._client.get(f"mgAi.aspx?ID={number}", f"{name}-item-{number}.html")
        except BadInput as error:
            yield Unread(name, str(error))

    def _document(self, page: str, name: str) -> Document:
        return self._both(page, name)[1]

    def _both(self, page: str, name: str) -> tuple[Path, Document]:
        """What stands at an address, as a file and as it is read."""
        path = self._client.get(page, name)
        return path, self._reader.read_file(path)


def chosen(found: list[Listed], names: tuple[str, ...]) -> list[Listed]:
    """The bodies of some names: the very name counts before one that contains the words; `all` is all that there are.

    BadInput where a name fits none or several, with those there are.
    """
    if ALL in (_even(name) for name in names):
        return [body for body in found if body.current]
    if not names:
        raise BadInput(f"Say whose meetings with --body (or --body all). There are: {_names(found)}.")
    picked: dict[str | None, Listed] = {}
    for name in names:
        exact = [body for body in found if _even(body.name) == _even(name)]
        near = exact or [body for body in found if _even(name) in _even(body.name)]
        current = [body for body in near if body.current] or near
        if not current:
            raise BadInput(f"The site has no body “{printable(name)}”. There are: {_names(found)}.")
        if len(current) > 1 and not exact:
            raise BadInput(f"“{printable(name)}” fits several bodies: {_names(current)}. Say which.")
        for body in current:
            picked.setdefault(body.reference, body)
    return list(picked.values())


def _names(bodies: list[Listed]) -> str:
    return "; ".join(printable(body.name) for body in bodies[:60]) + ("; and more" if len(bodies) > 60 else "")


def _even(name: str) -> str:
    return " ".join(name.replace("&", "and").split()).casefold()


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "body"
