"""Lists of meetings and committees, and the answers of the web service."""

from datetime import date
from html import escape

from modern_pages import document, limbs, page


def test_a_list_of_meetings_has_their_days_and_what_became_of_them():
    said = [
        (1, "10 Jun 2026 10.00 am", " - Agenda"),
        (2, "12 May 2026 10.00 am CANCELLED", ""),
        (3, "13 Apr 2026 10.00 am", " - Agenda, Minutes"),
        (4, "2 Mar 2026 10.00 am", " - Postponed"),
    ]
    entries = "".join(
        f'<li><a href="ieListDocuments.aspx?CId=137&amp;MId={number}&amp;Ver=4">{when}</a>{more}</li>'
        for number, when, more in said
    )
    found = document(
        page("Browse meetings", "Scrutiny Commission", f"<p>This page lists meetings.</p><ul>{entries}</ul>")
    )
    assert (found.kind, found.body, found.date) == ("meeting_list", "Scrutiny Commission", None)
    assert [(sat.reference, sat.date, sat.status) for sat in found.meetings] == [
        ("1", date(2026, 6, 10), "scheduled"),
        ("2", date(2026, 5, 12), "cancelled"),
        ("3", date(2026, 4, 13), "held"),
        ("4", date(2026, 3, 2), None),
    ]
    assert {sat.body for sat in found.meetings} == {"Scrutiny Commission"}
    assert [doubt.code for doubt in found.warnings] == ["meeting_put_off"]


def test_a_list_without_a_heading_says_whose_meetings_it_lists():
    entries = "".join(
        f'<li><a href="ieListDocuments.aspx?CId=1&amp;MId={n}">{n} Jun 2026 10.00 am</a></li>' for n in range(1, 4)
    )
    found = document(
        page("Browse meetings", "", f"<p>This page lists the meetings for Health Panel.</p><ul>{entries}</ul>")
    )
    assert found.body == "Health Panel"


def test_a_list_of_committees_names_each_once():
    names = ["Cabinet", "Full Council", "Health Scrutiny Panel", "Cabinet"]
    entries = "".join(
        f'<li><a href="mgCommitteeDetails.aspx?ID={n}">{name}</a></li>' for n, name in enumerate(names, 1)
    )
    found = document(page("Committees", "", f"<ul>{entries}</ul>"))
    assert found.kind == "committee_list"
    assert [(body.name, body.reference) for body in found.bodies] == [
        ("Cabinet", "1"),
        ("Full Council", "2"),
        ("Health Scrutiny Panel", "3"),
    ]


def agenda_item(
    title: str, *, agenda: str = "4", shown: str = "1.", minute: str = "1", minutes: str = "", decision: str = ""
) -> str:
    """One item of the web service: pieces of a page escaped inside XML, entities twice."""
    return (
        f"<agendaitem><agendaitemid>9</agendaitemid><agendaitemtitle>{title}</agendaitemtitle><agendatext>"
        f"{escape('<p>RECOMMENDED that nothing be done.</p>')}</agendatext>"
        f"<agendaitemnumber>{agenda}</agendaitemnumber><fulldisplaynumberformat>{shown}</fulldisplaynumberformat>"
        f"<decisionnonemptyhtmlbody>{escape(decision)}</decisionnonemptyhtmlbody>"
        f"<minutesnonemptyhtmlbody>\n{escape(minutes)}\n</minutesnonemptyhtmlbody>"
        f"<minutesitemnumber>{minute}</minutesitemnumber><minutesitemsubnumber>\n  </minutesitemsubnumber>"
        "<refertocommittee>Children &amp;amp; Families Panel</refertocommittee></agendaitem>"
    )


def service(*items: str, status: str = "Confirmed", minutes: str = "True") -> str:
    """What the service says of one meeting."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<meeting><meetingid>4967</meetingid>'
        f"<meetingdate>10/02/2026</meetingdate><meetingstatus>{status}</meetingstatus>"
        "<meetingtime>10.00 am</meetingtime><meetinglocation>Town Hall</meetinglocation>"
        f"<minutepublished>{minutes}</minutepublished><agendaitems>{''.join(items)}</agendaitems></meeting>"
    )


def test_the_services_meeting_is_unescaped_twice_and_takes_the_minutes_number():
    found = document(
        service(
            agenda_item(
                "Pools &amp;amp; Parks", minutes="<p>The Panel&rsquo;s view &nbsp; was heard.</p>"
                "<p><b>RESOLVED</b> that:</p><p>(a) the report be noted; and</p><p>(b) an update come back.</p>",
            ),
            agenda_item("Work Programme", agenda="12", shown="9a.", minute="9", minutes="<p>The Panel noted it.</p>"),
        ),
        "meeting.xml",
    )  # fmt: skip
    (sat,) = found.meetings
    assert (found.body, found.date, found.status) == ("Children & Families Panel", date(2026, 2, 10), "held")
    assert (sat.reference, sat.time, sat.venue) == ("4967", "10.00 am", "Town Hall")
    assert [(item.minute, item.title) for item in found.items] == [("1", "Pools & Parks"), ("9a", "Work Programme")]
    assert limbs(found) == [("a", "the report be noted;"), ("b", "an update come back.")]
    assert found.items[1].outcome == "noted"


def test_before_minutes_are_published_the_services_numbers_are_the_agendas():
    found = document(service(agenda_item("Budget", shown="7.", minute="0"), minutes="False"), "meeting.xml")
    (item,) = found.items
    assert (found.kind, found.status) == ("agenda", "scheduled")
    assert (item.minute, item.agenda, item.outcome, item.resolutions) == (None, "7", "none", ())


def test_a_meeting_cancelled_in_the_service_is_cancelled():
    assert document(service(status="Cancelled", minutes="False"), "meeting.xml").status == "cancelled"


def test_the_services_lists_have_bodies_days_and_statuses():
    def sat(number: int, day: str, status: str) -> str:
        return (
            f"<meeting><meetingid>{number}</meetingid><meetingdate>{day}</meetingdate>"
            f"<meetingstatus>{status}</meetingstatus></meeting>"
        )

    def committee(title: str, *meetings: str) -> str:
        return (
            f"<committee><committeeid>1</committeeid><committeetitle>{title}</committeetitle>"
            f"<committeemeetings>{''.join(meetings)}</committeemeetings></committee>"
        )

    first = committee("Cabinet", sat(1, "13/01/2026", "Cancelled"), sat(2, "10/02/2026", "Confirmed"))
    one = document(f'<?xml version="1.0"?><getmeetings><meetingscount> 2</meetingscount>{first}</getmeetings>', "m.xml")
    assert (one.kind, one.body, one.date) == ("meeting_list", "Cabinet", None)
    assert [(m.reference, m.date, m.status) for m in one.meetings] == [
        ("1", date(2026, 1, 13), "cancelled"),
        ("2", date(2026, 2, 10), "scheduled"),
    ]
    second = committee("Audit Committee", sat(3, "11/02/2026", "Moved"))
    both = document(f'<?xml version="1.0"?><getallmeetingsbydate>{first}{second}</getallmeetingsbydate>', "m.xml")
    assert both.body is None
    assert [(m.body, m.status) for m in both.meetings][1:] == [("Cabinet", "scheduled"), ("Audit Committee", None)]
    assert [doubt.code for doubt in both.warnings] == ["meeting_put_off"]


def test_the_services_committees_are_named_also_inside_soap():
    inside = (
        "<committees><committeescount> 2</committeescount><committee><committeeid>7</committeeid><committeetitle>"
        "Children &amp;amp; "
        "Families</committeetitle><committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired>"
        "<committeecategory>Scrutiny</committeecategory></committee><committee><committeeid>8</committeeid>"
        "<committeetitle>Cabinet</committeetitle></committee></committees>"
    )
    soap = (
        '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>'
        f'<GetCommitteesResponse xmlns="http://moderngov.co.uk/namespaces">{inside}</GetCommitteesResponse>'
        "</soap:Body></soap:Envelope>"
    )
    for text in (f'<?xml version="1.0" encoding="utf-16"?>{inside}', soap):
        found = document(text, "committees.xml")
        assert found.kind == "committee_list"
        assert [(body.name, body.reference, body.current) for body in found.bodies] == [
            ("Children & Families", "7", False),
            ("Cabinet", "8", True),
        ]
