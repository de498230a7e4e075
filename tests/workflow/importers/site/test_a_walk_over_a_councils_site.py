"""A walk over a council's site: what it asks for, what it leaves alone, and how it behaves."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from html import escape
from pathlib import Path

import pytest
from council_site import NOW, QUICK, CouncilSite, asking, failing, open_site
from modern_pages import meeting, page, pasted, row

from states.errors import BadInput
from workflow.importers.pile import Unread
from workflow.importers.reader import Reader
from workflow.importers.reading import Listed
from workflow.importers.site.address import Site
from workflow.importers.site.answer import Manners
from workflow.importers.site.client import Client
from workflow.importers.site.kept import Kept
from workflow.importers.site.walk import Walk, Wanted, chosen

LIST = "/mgWebService.asmx/GetMeetings?lCommitteeId=7&sFromDate=01%2F09%2F2026&sToDate=31%2F12%2F2026"
PAPER = "<p>The Panel met.</p><p><b>RESOLVED</b> that the report be noted.</p>"
PANEL = "Children &amp;amp; Families Panel"


def committee(number: int, title: str, more: str = "") -> str:
    """A committee in the service's list."""
    return f"<committee><committeeid>{number}</committeeid><committeetitle>{title}</committeetitle>{more}</committee>"


COMMITTEES = (
    f"<?xml version='1.0'?><committees>{committee(7, PANEL)}{committee(8, 'Cabinet')}"
    f"{committee(9, 'Old Panel', '<committeeexpired>True</committeeexpired>')}</committees>"
).encode()


def sat(number: int, day: str, status: str = "Confirmed") -> str:
    """A meeting in the service's list."""
    said = f"<meetingid>{number}</meetingid><meetingdate>{day}</meetingdate><meetingstatus>{status}</meetingstatus>"
    return f"<meeting>{said}</meeting>"


def listed(*meetings: str) -> bytes:
    """The service's list of one committee's meetings."""
    inside = committee(7, PANEL, f"<committeemeetings>{''.join(meetings)}</committeemeetings>")
    return f"<?xml version='1.0'?><getmeetings>{inside}</getmeetings>".encode()


def minuted(number: int, day: str) -> bytes:
    """What the service says of one meeting."""
    item = (
        "<agendaitem><agendaitemtitle>Pools &amp;amp; Parks</agendaitemtitle><minutesitemnumber>1</minutesitemnumber>"
        f"<minutesnonemptyhtmlbody>{escape(PAPER)}</minutesnonemptyhtmlbody><refertocommittee>{PANEL}</refertocommittee>"
        "</agendaitem>"
    )
    said = f"<meetingid>{number}</meetingid><meetingdate>{day}</meetingdate><minutepublished>True</minutepublished>"
    return f"<?xml version='1.0'?><meeting>{said}<agendaitems>{item}</agendaitems></meeting>".encode()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """The process that reads papers, for all of these tests."""
    with Reader() as one:
        yield one


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    """A council's site with its web service open."""
    with open_site() as one:
        one.pages["/mgWebService.asmx/GetCommittees"] = COMMITTEES
        one.pages[LIST] = listed(sat(1, "08/09/2026"), sat(2, "06/10/2026", "Cancelled"), sat(3, "03/11/2026"))
        one.pages["/mgWebService.asmx/GetMeeting?lMeetingId=1"] = minuted(1, "08/09/2026")
        one.pages["/mgWebService.asmx/GetMeeting?lMeetingId=3"] = minuted(3, "03/11/2026")
        yield one


class Walked:
    """What came of one walk."""

    def __init__(
        self, site: CouncilSite, reader: Reader, folder: Path, now: datetime, manners: Manners, body: str
    ) -> None:
        wanted = Wanted((body,), date(2026, 9, 1), date(2026, 12, 31))
        kept = Kept(folder)
        with Client(
            Site.parse(site.address), kept, now=now, agent="matters-arising/0", manners=manners, sleep=self.slept
        ) as client:
            walk = Walk(client, reader, wanted, lambda line: None)
            found = list(walk.papers())
        self.papers = [one for one in found if isinstance(one, Path)]
        self.unread = [one.says for one in found if isinstance(one, Unread)]
        self.pages, self.asked = walk.pages, client.asked

    def slept(self, seconds: float) -> None:
        """Nobody waits here."""


@pytest.fixture
def walk(site: CouncilSite, reader: Reader, tmp_path: Path):
    """A walk over the site, at an instant."""

    def walked(now: datetime = NOW, manners: Manners = QUICK, body: str = "Children and Families Panel") -> Walked:
        return Walked(site, reader, tmp_path / "kept", now, manners, body)

    return walked


def test_the_service_gives_a_list_and_each_meeting_that_was_not_cancelled(site: CouncilSite, reader: Reader, walk):
    walked = walk()
    assert [paper.name for paper in walked.papers] == [
        "children-families-panel-meetings.xml",
        "2026-09-08-children-families-panel-1.xml",
        "2026-11-03-children-families-panel-3.xml",
    ]
    first = reader.read_file(walked.papers[1])
    assert (first.body, first.date, first.items[0].title) == (
        "Children & Families Panel",
        date(2026, 9, 8),
        "Pools & Parks",
    )
    assert site.count("lMeetingId=2") == 0
    assert (site.most_at_once, site.agents) == (1, {"matters-arising/0"})


def test_what_was_fetched_a_short_while_ago_is_not_asked_for_again(site: CouncilSite, walk):
    walk()
    asked = len(site.asked)
    again = walk(now=NOW + timedelta(hours=1))
    assert len(again.papers) == 3
    assert len(site.asked) == asked


def test_an_interrupted_walk_goes_on_where_it_stopped(site: CouncilSite, walk):
    third = site.pages.pop("/mgWebService.asmx/GetMeeting?lMeetingId=3")
    assert "does not have" in walk().unread[0]
    site.pages["/mgWebService.asmx/GetMeeting?lMeetingId=3"] = third
    assert walk().unread == []
    assert site.count("lMeetingId=1") == 1
    assert site.count("lMeetingId=3") == 2


def test_a_walk_stopped_by_hand_keeps_what_it_had(site: CouncilSite, reader: Reader, tmp_path: Path, walk):
    def stop(line: str) -> None:
        if "3 Nov 2026" in line:
            raise KeyboardInterrupt

    wanted = Wanted(("Children & Families Panel",), date(2026, 9, 1), date(2026, 12, 31))
    with asking(site, tmp_path / "kept") as client:
        papers = Walk(client, reader, wanted, stop).papers()
        with pytest.raises(KeyboardInterrupt):
            list(papers)
    assert len(walk().papers) == 3
    assert [site.count(f"lMeetingId={number}") for number in (1, 3)] == [1, 1]


def test_later_what_has_not_changed_is_not_sent_again(site: CouncilSite, walk):
    paper = minuted(1, "08/09/2026")

    def tagged(one: CouncilSite) -> tuple[int, dict[str, str], bytes]:
        same = one.headers[-1].get("If-None-Match") == '"a"'
        return (304, {}, b"") if same else (200, {"ETag": '"a"'}, paper)

    site.pages["/mgWebService.asmx/GetMeeting?lMeetingId=1"] = tagged
    walk()
    again = walk(now=NOW + timedelta(days=2))
    assert again.papers[1].read_bytes() == paper
    assert site.count("lMeetingId=1") == 2
    assert again.unread == []


def test_a_server_in_trouble_is_asked_again_and_then_left_alone(site: CouncilSite, walk):
    site.pages["/mgWebService.asmx/GetMeeting?lMeetingId=1"] = failing(2, minuted(1, "08/09/2026"), 503)
    site.pages["/mgWebService.asmx/GetMeeting?lMeetingId=3"] = failing(99, b"", 500)
    walked = walk()
    assert len(walked.papers) == 2
    assert "is in trouble (it answers 500). Try again later." in walked.unread[0]
    assert site.count("lMeetingId=3") == 3


def test_where_the_service_is_closed_the_pages_are_read(site: CouncilSite, reader: Reader, walk):
    closed = (500, {}, b"Request format is unrecognized for URL unexpectedly ending in '/GetCommittees'.")
    link = "<a href='mgAi.aspx?ID=55' title='x'>\nview the full minutes text for item 1.</a>"
    cut = f"<p>RESOLVED that the scheme &nbsp;...&nbsp; {link}</p>"
    names = [(7, "Children &amp; Families Panel"), (8, "Cabinet"), (9, "Council")]
    site.pages = {
        "/mgWebService.asmx/GetCommittees": closed,
        "/mgListCommittees.aspx?bcr=1": page(
            "Committees",
            "",
            "".join(f'<p><a href="mgCommitteeDetails.aspx?ID={n}">{name}</a></p>' for n, name in names),
        ).encode(),
        "/ieListMeetings.aspx?CId=7&Year=0": page(
            "Browse meetings",
            "Children &amp; Families Panel",
            '<p><a href="ieListMeetings.aspx?Act=earlier&amp;CId=7&amp;D=202609">Earlier meetings</a></p><ul>'
            '<li><a href="ieListDocuments.aspx?CId=7&amp;MId=3">3 Nov 2026 10.00 am</a></li>'
            '<li><a href="ieListDocuments.aspx?CId=7&amp;MId=2">6 Oct 2026 10.00 am CANCELLED</a></li></ul>',
        ).encode(),
        "/ieListMeetings.aspx?Act=earlier&CId=7&D=202609": page(
            "Browse meetings",
            "Children &amp; Families Panel",
            '<ul><li><a href="ieListDocuments.aspx?CId=7&amp;MId=1">8 Sep 2026 10.00 am</a></li>'
            '<li><a href="ieListDocuments.aspx?CId=7&amp;MId=0">3 Feb 2026 10.00 am</a></li></ul>',
        ).encode(),
        "/ieListDocuments.aspx?MId=3&Ver=4": meeting(
            "Children &amp; Families Panel - Tuesday 3 November 2026 10.00 am", row("1.", "Pools", minutes=pasted(cut))
        ).encode(),
        "/mgAi.aspx?ID=55": page("Agenda item", "Pools", pasted("x")).encode(),
        "/ieListDocuments.aspx?MId=1&Ver=4": meeting(
            "Children &amp; Families Panel - Tuesday 8 September 2026 10.00 am",
            row("1.", "Parks", minutes=pasted("Noted.")),
        ).encode(),
    }
    walked = walk()
    assert walked.pages
    assert [paper.name for paper in walked.papers] == [
        "children-families-panel-meetings-1.html",
        "2026-11-03-children-families-panel-3.html",
        "2026-11-03-children-families-panel-3-item-55.html",
        "children-families-panel-meetings-2.html",
        "2026-09-08-children-families-panel-1.html",
    ]
    assert site.count("GetCommittees") == 1
    assert reader.read_file(walked.papers[1]).body == "Children & Families Panel"


def test_bodies_are_chosen_by_name_by_part_of_one_or_all():
    found = [
        Listed("Scrutiny Board (1)", "1"),
        Listed("Scrutiny Board (2)", "2"),
        Listed("Cabinet", "3"),
        Listed("Old", "4", False),
    ]
    assert [body.reference for body in chosen(found, ("cabinet", "scrutiny board (2)"))] == ["3", "2"]
    assert [body.reference for body in chosen(found, ("all",))] == ["1", "2", "3"]
    assert [body.reference for body in chosen(found, ("old",))] == ["4"]
    for names, words in ((("Board",), "fits several"), (("Audit",), "has no body"), ((), "Say whose meetings")):
        with pytest.raises(BadInput, match=words):
            chosen(found, names)
