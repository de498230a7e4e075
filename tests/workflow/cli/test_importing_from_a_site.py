"""`matters import --from`: a council's papers fetched from its site and entered like files."""

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from council_site import CouncilSite, open_site

COMMITTEES = (
    b"<?xml version='1.0'?><committees><committee><committeeid>144</committeeid><committeetitle>Audit Committee"
    b"</committeetitle></committee><committee><committeeid>7</committeeid><committeetitle>Place Scrutiny Panel"
    b"</committeetitle></committee></committees>"
)
MINUTES = "<p>RESOLVED to recommend to Cabinet that:</p><p>1. the map be made; and</p><p>2. it be kept.</p>"


@pytest.fixture
def council() -> Iterator[CouncilSite]:
    """A site with one panel's one meeting."""
    listed = "<meeting><meetingid>1</meetingid><meetingdate>03/03/2026</meetingdate></meeting>"
    item = (
        "<agendaitem><agendaitemtitle>Bus Stops &amp;amp; Maps</agendaitemtitle>"
        "<minutesitemnumber>31</minutesitemnumber>"
        f"<minutesnonemptyhtmlbody>{escape(MINUTES)}</minutesnonemptyhtmlbody>"
        "<refertocommittee>Place Scrutiny Panel</refertocommittee></agendaitem>"
    )
    with open_site() as site:
        site.pages["/mgWebService.asmx/GetCommittees"] = COMMITTEES
        site.pages["/mgWebService.asmx/GetMeetings?*"] = (
            "<?xml version='1.0'?><getmeetings><committee><committeeid>7</committeeid><committeetitle>Place Scrutiny "
            f"Panel</committeetitle><committeemeetings>{listed}</committeemeetings></committee></getmeetings>"
        ).encode()
        site.pages["/mgWebService.asmx/GetMeeting?*"] = (
            "<?xml version='1.0'?><meeting><meetingid>1</meetingid><meetingdate>03/03/2026</meetingdate>"
            f"<minutepublished>True</minutepublished><agendaitems>{item}</agendaitems></meeting>"
        ).encode()
        yield site


def test_what_is_fetched_is_entered_and_the_council_is_named_to_the_site(
    council: CouncilSite, matters: Callable, tmp_path: Path
):
    settings = tmp_path / "settings.toml"
    settings.write_text('[council]\nname = "Westmarsh Borough Council"\n')
    db = tmp_path / "matters.db"
    assert matters("config", "apply", "--config", settings, "--db", db, "--yes").code == 0
    words = (
        "import",
        "--from",
        council.address,
        "--body",
        "Place",
        "--since",
        "2026-01-01",
        "--pause",
        "0",
        "--db",
        db,
    )
    done = matters(*words)
    assert done.code == 0, done.err
    assert "Bus Stops & Maps" in done.out
    (agent,) = council.agents
    assert agent.startswith("matters-arising/")
    assert agent.endswith("(+Westmarsh Borough Council)")
    (report,) = json.loads(matters("reports", "--format", "json", "--db", db).out)
    shown = json.loads(matters("show", report["report"], "--format", "json", "--db", db).out)
    assert [(each["text"], each["from"], each["to"]) for each in shown["recommendations"]] == [
        ("the map be made;", "Place Scrutiny Panel", "Cabinet"),
        ("it be kept.", "Place Scrutiny Panel", "Cabinet"),
    ]
    asked = len(council.asked)
    assert "read before" in matters(*words).out
    assert len(council.asked) == asked


def test_a_body_the_site_has_not_is_refused_with_those_it_has(council: CouncilSite, matters: Callable):
    done = matters("import", "--from", council.address, "--body", "Health", "--pause", "0", "--dry-run")
    assert (done.code, done.out) == (1, "")
    assert "no body “Health”. There are: Audit Committee; Place Scrutiny Panel" in done.err


def test_a_meeting_that_cannot_be_had_costs_a_sentence_and_the_exit_code(council: CouncilSite, matters: Callable):
    del council.pages["/mgWebService.asmx/GetMeeting?*"]
    done = matters(
        "import", "--from", council.address, "--body", "Place", "--since", "2026-01-01", "--pause", "0", "--dry-run"
    )
    assert done.code == 1
    assert "does not have GetMeeting" in done.err


def test_nothing_to_import_is_said_and_an_address_that_is_none_too(matters: Callable):
    assert "Say which papers" in matters("import").err
    assert "not encrypted" in matters("import", "--from", "http://democracy.example.gov.uk").err


def test_a_real_councils_answers_are_walked_and_read(shared: Path, council: CouncilSite, matters: Callable):
    corpus = shared / "corpus"
    council.pages["/mgWebService.asmx/GetMeetings?*"] = (corpus / "06_manchester_getmeetings.xml").read_bytes()
    council.pages["/mgWebService.asmx/GetMeeting?*"] = (corpus / "05_manchester_getmeeting_4967.xml").read_bytes()
    words = ("--from", council.address, "--body", "Audit Committee", "--since", "2026-01-01", "--pause", "0")
    done = matters("import", *words, "--dry-run", "--format", "json")
    assert done.code == 0, done.err
    listed, meeting = json.loads(done.out)["documents"]
    assert [(each["date"], each["status"]) for each in listed["meetings"]] == [
        ("2026-01-13", "cancelled"),
        ("2026-02-10", "scheduled"),
    ]
    assert (meeting["body"], meeting["date"], [item["minute"] for item in meeting["items"]]) == (
        "Audit Committee", "2026-02-10", ["1", "9"],
    )  # fmt: skip
    assert council.count("lMeetingId=4966") == 0
