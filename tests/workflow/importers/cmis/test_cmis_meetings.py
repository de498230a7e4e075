"""CMIS meeting pages in their two shapes, the list of meetings, and a council's own page of minutes."""

from datetime import date

import pytest
from modern_pages import document, limbs


def box(name: str, value: str) -> str:
    """A label and its value in boxes, as the newer sites have them."""
    return f'<div class="holder"><div class="DNNLabel {name}">{name}:</div><div class="Value Venue">{value}</div></div>'


def site(content: str) -> str:
    """A page of the newer shape."""
    return (
        '<!DOCTYPE html><html><head><title>Meetings</title></head><body id="Body"><form><div id="dnn_ContentPane">'
        f"<h2>Meeting Details</h2>{content}</div></form></body></html>"
    )


def test_the_newer_shape_has_labels_in_boxes_and_papers_by_item():
    papers = "".join(
        f'<li class="DocumentListItem"><a class="TitleLink" href="/Document.ashx?{n}">{title}</a></li>'
        for n, title in enumerate(["Agenda pack 9 July 2026.pdf", "Item 5 - Budget Monitoring", "6. Housing Strategy"])
    )
    summary = box("Committee", "Planning Committee") + box("Date", "Thursday 9 July 2026") + box("Status", "Scheduled")
    found = document(site(f"<fieldset>{summary}{box('Venue', 'Rooms 3 &amp; 4')}</fieldset><ul>{papers}</ul>"))
    assert (found.kind, found.body, found.date, found.status) == (
        "agenda",
        "Planning Committee",
        date(2026, 7, 9),
        "scheduled",
    )
    assert found.meetings[0].venue == "Rooms 3 & 4"
    assert [(item.agenda, item.title) for item in found.items] == [
        ("5", "Budget Monitoring"),
        ("6", "Housing Strategy"),
    ]


def test_a_cancelled_meeting_is_cancelled():
    found = document(site(box("Committee", "Cabinet") + box("Date", "3 Aug 2026") + box("Status", "Cancelled")))
    assert (found.body, found.date, found.status) == ("Cabinet", date(2026, 8, 3), "cancelled")


def test_the_older_shape_has_tables_with_what_was_resolved():
    found = document(
        "<html><body><h1>Meeting details</h1><table><tr><td>Committee:</td><td>Overview and Scrutiny Board</td></tr>"
        "<tr><td>Meeting date:</td><td>12 March 2024</td></tr><tr><td>Status:</td><td>Minutes Confirmed</td></tr>"
        "</table>"
        "<table><tr><th>Item No.</th><th>Agenda Item</th><th>Minutes</th></tr>"
        "<tr><td>12</td><td>Apologies</td><td>There were none.</td></tr>"
        "<tr><td>13</td><td>Leisure Strategy</td><td><p>The Board considered it.</p><p>RESOLVED that:</p>"
        "<p>(a) the strategy be noted; and</p><p>(b) Cabinet be recommended to fund it.</p></td></tr></table>"
        '<a href="/cmis5/Meetings.aspx">All meetings</a></body></html>'
    )
    assert (found.kind, found.body, found.date) == (
        "agenda_and_minutes",
        "Overview and Scrutiny Board",
        date(2024, 3, 12),
    )
    assert [(item.minute, item.title) for item in found.items] == [("12", "Apologies"), ("13", "Leisure Strategy")]
    assert limbs(found, 1) == [("a", "the strategy be noted;"), ("b", "Cabinet be recommended to fund it.")]
    assert found.items[1].to == "Cabinet"


def test_the_list_of_meetings_names_each_ones_body():
    def entry(number: int, words: str) -> str:
        address = f"/x/Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting/{number}/Committee/4/Default.aspx"
        return f'<tr class="rgRow"><td><a href="{address}">{words}</a></td><td>Room 3</td></tr>'

    rows = entry(15042, "09 Jul 2026 14:00 - Planning Committee") + entry(
        15043, "23 Jul 2026 10:00 - Standards Committee"
    )
    found = document(f"<html><body><h1>Meetings</h1><table>{rows}</table></body></html>")
    assert [(sat.reference, sat.body, sat.date) for sat in found.meetings] == [
        ("15042", "Planning Committee", date(2026, 7, 9)),
        ("15043", "Standards Committee", date(2026, 7, 23)),
    ]


def test_minutes_on_a_councils_own_page_are_read_as_the_text_they_are():
    found = document(
        "<html><body><nav>Home</nav><main><h1>Minutes</h1><p>Minutes of the meeting of the Highways Scrutiny Panel "
        "held on Tuesday 4 March 2025 at the Town Hall</p><p><b>1. Apologies</b></p><p>There were none.</p>"
        "<p><b>2. Potholes</b></p>"
        "<p>The Panel considered a report.</p><p>RESOLVED that:</p><ol type='a'><li>the report be noted; and</li>"
        "<li>an update be brought to the Panel on 2 September 2025.</li></ol></main></body></html>"
    )
    assert (found.body, found.date) == ("Highways Scrutiny Panel", date(2025, 3, 4))
    assert limbs(found, 1) == [
        ("a", "the report be noted;"),
        ("b", "an update be brought to the Panel on 2 September 2025."),
    ]
    assert [promise.due for promise in found.items[1].promises] == [date(2025, 9, 2)]


def held(content: str) -> str:
    """A page of a meeting that took place, with its labels in a table and a link of the system's."""
    labels = (("Committee", "Harbour Select Committee"), ("Date", "Tuesday 6 Oct 2026"), ("Status", "Occurred"))
    rows = "".join(f'<tr><td class="SubHead">{name}:</td><td>{value}</td></tr>' for name, value in labels)
    frame = f'<h1>Meeting Details</h1><table class="MeetingDetails">{rows}</table><h2>Agenda</h2>{content}'
    documents = '<h2>Documents</h2><ul><li><a href="/Document.ashx?x=1">Agenda pack</a></li></ul><h2>Attendance</h2>'
    return f"<html><body><form>{frame}{documents}<p>Cllr Ada Quill</p></form></body></html>"


FARES = (
    "<p>2.1 The Committee received the report.</p><p>2.2 The Select Committee <b>RESOLVED</b> to:</p>"
    '<ol type="a"><li>Support the fares; and</li><li>Ask for a report in May 2027.</li></ol>'
)
SKINS = {
    "headed blocks": (
        '<div class="AgendaItem"><h3 class="AgendaItemTitle"><span class="AgendaItemNumber">1.</span> '
        '<span>Apologies</span></h3><div><span class="SubHeading">Minutes</span><p>There were none.</p></div></div>'
        '<div class="AgendaItem"><h3 class="AgendaItemTitle"><span class="AgendaItemNumber">2.</span> '
        '<span>Ferry Fares</span></h3><ul><li><a href="/Document.ashx?y=2">Ferry Fares</a> (9 KB)</li></ul>'
        f'<div><span class="SubHeading">Minutes</span>{FARES}</div></div>'
    ),
    "headings that say Item": f"<h4>Item 1 - Apologies</h4><p>There were none.</p><h4>Item 2 - Ferry Fares</h4>{FARES}",
    "numbers and titles apart": (
        '<div class="item-number">1</div><div class="item-title">Apologies</div><div>There were none.</div>'
        f'<div class="item-number">2</div><div class="item-title">Ferry Fares</div><div>{FARES}</div>'
    ),
    "rows without headings": (
        "<table><tr><td>1.</td><td><b>Apologies</b><div>There were none.</div></td></tr>"
        f"<tr><td>2.</td><td><b>Ferry Fares</b><div><p>Minutes:</p>{FARES}</div></td></tr></table>"
    ),
    "a table in each row": (
        "<table><tr><td>1</td><td><table><tr><td>Apologies</td></tr><tr><td>There were none.</td></tr></table></td>"
        "</tr><tr><td>2</td><td><table><tr><td>Ferry Fares</td></tr>"
        f"<tr><td>{FARES}</td></tr></table></td></tr></table>"
    ),
}


@pytest.mark.parametrize("skin", SKINS)
def test_items_are_found_in_whatever_the_page_sets_them(skin: str):
    found = document(held(SKINS[skin]))
    assert (found.body, found.date, found.status) == ("Harbour Select Committee", date(2026, 10, 6), "held")
    assert [(item.minute or item.agenda, item.title) for item in found.items] == [
        ("1", "Apologies"),
        ("2", "Ferry Fares"),
    ]
    assert limbs(found, 1) == [("a", "Support the fares;"), ("b", "Ask for a report in May 2027.")]


def test_titles_without_numbers_are_items_where_the_page_calls_them_so():
    found = document(
        held(f'<p class="AgendaItemTitle">Ferry Fares</p>{FARES}<p class="AgendaItemTitle">Any other business</p>')
    )
    assert [(item.minute, item.title) for item in found.items] == [(None, "Ferry Fares"), (None, "Any other business")]
    assert len(limbs(found)) == 2
