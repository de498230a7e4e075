"""Web pages and XML as text: what a browser would show, nothing fetched, nothing that hangs."""

import contextlib
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from states.errors import BadInput
from workflow.importers.files import read_bytes
from workflow.importers.media import html, markup, xml
from workflow.importers.page import Page
from workflow.importers.reading import quotes
from workflow.importers.text import clean

TAGS = "p div span b table tr td th ul ol li h1 h2 h3 a br sup title script main nav section".split()
CLASSES = (
    "mgItemTable mgItemNumberCell mgAiTitleTxt mgSubItemTitleTxt mgWordPara mgMainTitleTxt mgSubTitleTxt mgLabel "
    "mgHide mgSubSubTitleTxt mgPlanItemTitle DNNLabel TitleLink"
).split()
WORDS = (
    "Agenda item|Agenda and minutes|Decision details|Issue - meetings|Browse meetings|Minutes:|Decision:|"
    "Cabinet - Thursday 6 March 2025 10 am|1. to note|(a) note it|Decision Maker: Cabinet|Is Key decision?: Yes|"
    "RESOLVED that|12.|54.|Committee:|03/07/2017 - Title ref: 9|Meeting: 22/01/2013 - Cabinet (Item 3)|"
    "further to minute 3/24|8<sup>th</sup> May|called in by Councillors A Reed and B Stone|&nbsp;|&amp;amp;|&#8203;|"
    "view the full minutes text for item 3.|\u202e|\x1b[31m|]]>|<!--|&#0;"
).split("|")
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.builds(lambda tag, name: f'<{tag} class="{name}">', st.sampled_from(TAGS), st.sampled_from(CLASSES)),
    st.builds(lambda tag: f"</{tag}>", st.sampled_from(TAGS)),
    st.sampled_from(
        ['<a href="ieListDocuments.aspx?MId=1">', '<a href="ieDecisionDetails.aspx?ID=1">', '<div id="modgov">']
    ),
    st.text(max_size=12),
)


def shown(text: str) -> str:
    """The text of a page."""
    return html.read(text.encode(), "a.html").text


def test_blocks_stand_on_lines_of_their_own_and_white_space_is_evened():
    assert (
        shown("<p>One\n  two&nbsp;<b>three</b></p><p>&nbsp;</p><div>four<br>five</div>")
        == "One two three\n\nfour\nfive"
    )


def test_what_is_hidden_is_not_shown():
    assert shown(
        "<head><title>T</title><style>x</style></head><p>a<span class='mgHide'>b</span>"
        "<span style='display:none'>c</span>"
        "<script>d</script><i hidden>e</i>f</p><nav>g</nav>"
    ) == "af"  # fmt: skip


def test_a_list_shows_its_numbers_and_they_are_not_quoted():
    opened = html.read(
        b"<ol type='a' start='3'><li>one<ol type='i'><li><p>x</p></li></ol><li value='9'>two</ol><ul><li>k</ul>", "a"
    )
    assert opened.text == "c. one\ni. x\n\ni. two\n• k"
    page = Page(opened.text, opened.seams, opened.unsaid)
    assert page.quote(0, len(opened.text)) == "one x two k"


def test_a_tables_cells_know_their_places():
    opened = html.read(b"<table><tr><th>A<td>B<tr><td colspan=2><p>c</p><p>d</p></table>after", "a.html")
    said = [(c.row, c.column, opened.text[c.start : c.end]) for c in opened.cells]
    assert said == [
        (0, 0, "A"),
        (0, 1, "B"),
        (1, 0, "c\n\nd"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<p>caf\u00e9</p>".encode(), "caf\u00e9"),
        ("<meta charset='iso-8859-1'><p>caf\u00e9</p>".encode("latin-1"), "caf\u00e9"),
        ("<p>\u2018caf\u00e9\u2019</p>".encode("cp1252"), "\u2018caf\u00e9\u2019"),
        ("\ufeff<p>caf\u00e9</p>".encode("utf-16"), "caf\u00e9"),
        ("<meta charset='nonsense'><p>caf\u00e9</p>".encode(), "caf\u00e9"),
        (b"<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html><p>x</p></html>", "x"),
    ],
)
def test_a_page_is_read_in_the_letters_it_is_written_in(data: bytes, said: str):
    assert html.read(data, "a.html").text == said


def test_xml_is_unescaped_twice_and_takes_nothing_from_outside():
    text = "<?xml version='1.0' encoding='utf-16'?><a><b>x &amp;amp; y</b><c>&lt;p&gt;q &amp;nbsp; r&lt;/p&gt;</c></a>"
    assert xml.read(text.encode(), "a.xml").text == "x & y\n\nq r"
    for hostile in (
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>",
    ):
        with pytest.raises(BadInput, match="entities of its own"):
            xml.read(hostile.encode(), "a.xml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<div>" * 100_000, "nested more deeply"),
        ("<p " + " ".join(f'a{n}="x"' for n in range(50_000)) + ">x", "more attributes"),
        ("<!--" * 10, "no page"),
    ],
)
def test_a_page_beyond_what_any_page_needs_is_refused(text: str, words: str):
    with pytest.raises(BadInput, match=words):
        html.read(text.encode(), "a.html")


def test_a_page_of_more_parts_than_any_paper_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 1_000)
    assert html.read(b"<p>x" * 990, "a.html").text
    with pytest.raises(BadInput, match="more parts than any paper"):
        html.read(b"<p>x" * 1_010, "a.html")


@pytest.mark.parametrize(
    "text", ["<?xml version='1.0'?><a>", "<?xml version='1.0'?>" + "<a>" * 400, "<?xml version='1.0'?>"]
)
def test_broken_xml_is_refused(text: str):
    with pytest.raises(BadInput, match="broken or cut off"):
        xml.read(text.encode(), "a.xml")


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150)
def test_whatever_a_page_holds_every_quote_stands_in_it(text: str):
    try:
        found = read_bytes(text.encode("utf-8", "replace"), "a.html")
    except BadInput:
        return
    opened = html.read(text.encode("utf-8", "replace"), "a.html")
    assert len(clean(opened.text).text) == len(opened.text)
    said = clean(opened.text).text
    for start, end in opened.unsaid:
        said = said[:start] + " " * (end - start) + said[end:]
    whole = "".join(said.split())
    assert all("".join(quote.split()) in whole for quote in quotes(found))


@given(
    st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["meeting", "committees", "getmeetings", "agendaitem"])
)
@settings(max_examples=60)
def test_whatever_the_service_answers_is_read_or_refused_in_a_sentence(text: str, name: str):
    body = (
        f"<{name}><meetingid>1</meetingid><meetingdate>{escape(text[:40])}</meetingdate><agendaitems><agendaitem>"
        f"<agendaitemtitle>{escape(text)}</agendaitemtitle><minutesnonemptyhtmlbody>{escape(text)}"
        f"</minutesnonemptyhtmlbody></agendaitem></agendaitems></{name}>"
    )
    with contextlib.suppress(BadInput):
        found = read_bytes(f"<?xml version='1.0'?>{body}".encode("utf-8", "replace"), "a.xml")
        assert found.kind in ("agenda_and_minutes", "agenda", "meeting_list", "committee_list")
