"""How one site is asked: the pause, robots.txt, trouble, redirects, slow and huge answers, addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from council_site import NOW, CouncilSite, asking, open_site
from mail_server import certificates

from states.errors import BadInput
from workflow.importers.site.address import Site
from workflow.importers.site.answer import Manners
from workflow.importers.site.client import Client
from workflow.importers.site.kept import Kept


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    """A site with nothing on it yet."""
    with open_site() as one:
        yield one


def test_waits_grow_and_the_site_may_ask_for_longer(site: CouncilSite, tmp_path: Path):
    slept: list[float] = []
    site.pages["/a"] = (503, {"Retry-After": "40"}, b"")
    manners = Manners(pause=0.0, waits=(2.0, 10.0, 45.0))
    with asking(site, tmp_path, manners, slept.append) as client, pytest.raises(BadInput, match="in trouble"):
        client.get("/a", "a")
    assert [seconds for seconds in slept if seconds] == [40.0, 40.0, 45.0]


def test_between_two_requests_there_is_a_pause_and_robots_may_want_a_longer_one(site: CouncilSite, tmp_path: Path):
    slept: list[float] = []
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 7\nDisallow: /private/\n"
    site.pages["/a"] = site.pages["/b"] = b"x"
    with asking(site, tmp_path, Manners(), slept.append) as client:
        client.get("/a", "a")
        client.get("/b", "b")
        with pytest.raises(BadInput, match="asks programs not to read"):
            client.get("/private/c", "c")
    assert 6.5 < max(slept) <= 7.0
    assert site.count("/private/c") == 0
    assert site.count("robots") == 1


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/x", "http://127.0.0.1:9/x", "//elsewhere.example/x", "file:///etc/passwd"]
)
def test_redirects_to_elsewhere_are_refused(site: CouncilSite, tmp_path: Path, where: str):
    site.pages["/a"] = (302, {"Location": where}, b"")
    with asking(site, tmp_path) as client, pytest.raises(BadInput, match="which was not named"):
        client.get("/a", "a")


def test_redirects_within_the_site_are_followed_and_circles_are_not(site: CouncilSite, tmp_path: Path):
    site.pages["/a"] = (301, {"Location": "/b"}, b"")
    site.pages["/b"] = b"here"
    site.pages["/c"] = (302, {"Location": "/c"}, b"")
    with asking(site, tmp_path) as client:
        assert client.get("/a", "a").read_bytes() == b"here"
        with pytest.raises(BadInput, match="round in circles"):
            client.get("/c", "c")


def test_an_answer_that_drips_is_given_up(site: CouncilSite, tmp_path: Path):
    site.drip = 0.05
    site.pages["/a"] = b"x" * 1_000
    slow = Manners(pause=0.0, patience=2.0, whole=0.4, waits=(0.0, 0.0))
    with asking(site, tmp_path, slow) as client, pytest.raises(BadInput, match=r"not whole after 0\.4 seconds"):
        client.get("/a", "a")
    assert not (tmp_path / "a").exists()
    assert site.count("robots") == 1, "what was too slow once is not asked for again"


def test_an_answer_of_which_not_even_the_first_line_ends_is_given_up_and_the_waiting_is_told(
    site: CouncilSite, tmp_path: Path
):
    site.drip, site.drips_from_the_first = 0.05, True
    told: list[str] = []
    slow = Manners(pause=0.0, patience=5.0, whole=0.4, waits=(0.0,))
    where, kept = Site.parse(site.address), Kept(tmp_path)
    with (
        Client(where, kept, now=NOW, agent="x", manners=slow, waiting=lambda words, seconds: told.append(words)) as one,
        pytest.raises(BadInput, match=r"127\.0\.0\.1 does not answer: it takes too long"),
    ):
        one.get("/a", "a")
    assert set(told) == {"127.0.0.1 is slow to answer"}
    assert not one.heard
    assert len(site.asked) == 1


def test_an_answer_larger_than_any_paper_is_refused_packed_or_not(site: CouncilSite, tmp_path: Path):
    import gzip

    small = Manners(pause=0.0, waits=(), most=100_000)
    site.pages["/robots.txt"] = b""
    site.pages["/a"] = b"x" * 200_000
    site.pages["/b"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 50_000_000))
    site.pages["/c"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"small"))
    site.pages["/d"] = (200, {"Content-Encoding": "br"}, b"?")
    with asking(site, tmp_path, small) as client:
        for name in ("a", "b"):
            with pytest.raises(BadInput, match="larger than"):
                client.get(f"/{name}", name)
        assert client.get("/c", "c").read_bytes() == b"small"
        with pytest.raises(BadInput, match="packed in a way"):
            client.get("/d", "d")


def test_a_name_that_came_to_mean_a_private_address_is_left_alone(
    site: CouncilSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Site, "inside", lambda self: False)
    with asking(site, tmp_path) as client, pytest.raises(BadInput, match="into a private network"):
        client.get("/a", "a")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://democracy.example.gov.uk", "not encrypted"),
        ("ftp://democracy.example.gov.uk", "not a site's address"),
        ("https://", "not a site's address"),
        ("https://name:word@example.gov.uk", "without a name and a password"),
        ("https://example.gov.uk:99999", "not a site's address"),
    ],
)
def test_what_is_no_sites_address_is_refused(address: str, words: str):
    with pytest.raises(BadInput, match=words):
        Site.parse(address)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://democracy.example.gov.uk", "https://democracy.example.gov.uk/a.aspx"),
        ("democracy.example.gov.uk/", "https://democracy.example.gov.uk/a.aspx"),
        (
            "https://www.example.gov.uk/modernGov/mgListCommittees.aspx?bcr=1",
            "https://www.example.gov.uk/modernGov/a.aspx",
        ),
        ("https://www.example.gov.uk:8443/modernGov", "https://www.example.gov.uk:8443/modernGov/a.aspx"),
    ],
)
def test_any_page_of_the_system_says_where_it_is(address: str, page: str):
    assert Site.parse(address).at("a.aspx") == page


def test_what_is_kept_is_whole_or_not_there(tmp_path: Path):
    kept = Kept(tmp_path / "kept")
    (tmp_path / "kept" / "a.xml").write_bytes(b"half a pap")
    assert kept.about("a.xml") is None
    for name in ("../a", "", "A", ".hidden", "a/b"):
        with pytest.raises(BadInput, match="no name for a paper"):
            kept.path(name)


def test_a_site_of_https_is_asked_when_this_machine_trusts_its_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    server, authority = certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", authority)
    with open_site(server) as site:
        site.pages["/a"] = b"here"
        with asking(site, tmp_path) as client:
            assert client.get("/a", "a").read_bytes() == b"here"


def test_a_certificate_nobody_vouches_for_is_a_sentence_and_nothing_is_asked(tmp_path: Path):
    server, _ = certificates(tmp_path)
    never = Manners(pause=0.0, waits=())
    with open_site(server) as site:
        site.pages["/a"] = b"here"
        with asking(site, tmp_path, never) as client, pytest.raises(BadInput, match="not one that this machine trusts"):
            client.get("/a", "a")
        assert site.asked == []
    assert not (tmp_path / "a").exists()


def test_a_site_of_https_does_not_send_us_on_unprotected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    server, authority = certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", authority)
    with open_site(server) as site:
        site.pages["/a"] = (302, {"Location": site.address.replace("https", "http") + "/b"}, b"")
        with asking(site, tmp_path) as client, pytest.raises(BadInput, match="which was not named"):
            client.get("/a", "a")
