"""Registers of decisions, forward plans, and the pages of one issue."""

from datetime import date

from modern_pages import decided, document, label, limbs, page, pasted, row, section


def entry(number: int, day: str, title: str, status: str, *parts: str) -> str:
    """One decision of a register."""
    head = f'<a class="mgPlanItemTitle" href="ieDecisionDetails.aspx?ID={number}">{day} - {title}</a> ref: {number} '
    return f'<p>{head}<span class="mgPlanItemInForce">{status}</span></p>{"".join(parts)}'


def test_a_register_of_decisions_is_read_one_by_one():
    found = document(
        page(
            "Decisions",
            "",
            "<p>Use the search options below.</p>"
            + entry(
                1249, "17/11/2020", "Highway Verges - Policy", "Item Deferred",
                label("Decision Maker", "Lead Member for Transport"), label("Decision published", "18/11/2020"),
                label("Effective from", "26/11/2020"),
                '<p class="mgLabel">Decision: </p>' + pasted("24.1 The Lead Member considered a report.", "DECISIONS",
                                                            "24.2 The Lead Member RESOLVED to defer the report."),
            )
            + entry(
                1248, "12/11/2020", "Delegations", "Recommendations Approved",
                label("Decision Maker", "Director of Place"), label("Decision published", "12/11/2020"),
                '<p class="mgLabel">Decision: </p>' + pasted("To agree the functions."),
            ),
        )
    )  # fmt: skip
    first, second = found.items
    assert found.kind == "decision_list"
    assert (first.title, first.date, first.outcome) == ("Highway Verges - Policy", date(2020, 11, 17), "deferred")
    assert (decided(found).reference, decided(found).in_force) == ("1249", date(2020, 11, 26))
    assert (second.title, second.body, second.outcome) == ("Delegations", "Director of Place", "decided")
    assert limbs(found, 1) == [(None, "To agree the functions.")]


def test_a_register_whose_titles_are_links_without_a_day_is_read():
    def linked(number: int, title: str, *parts: str) -> str:
        link = f'<a href="ieDecisionDetails.aspx?Id={number}">{title}</a> <span class="mgRef">ref: {number}</span>'
        status = '<span class="mgPlanItemInForce">Recommendations Approved</span>'
        return f'<li><p class="mgSubItemTitleTxt">{link} {status}</p>{"".join(parts)}</li>'

    found = document(
        page(
            "Decisions",
            "",
            "<p>Decisions published between 01/09/2026 and 14/10/2026</p><ul>"
            + linked(
                1204, "Opening Hours of Ferries", pasted("To seek agreement to longer hours."),
                label("Decision Maker", "Cabinet"), label("Made at meeting", "06/10/2026 - Cabinet"),
                label("Decision published", "08/10/2026"),
                '<p class="mgLabel">Decision: </p>' + pasted("Cabinet <b>RESOLVED</b> to:", "i)  agree the hours; and",
                                                            "ii)  note the report."),
            )
            + linked(
                1172, "Roof of the Boathouse", pasted("To award the contract."),
                label("Decision Maker", "Leader"), label("Decision published", "02/09/2026"),
            )
            + "</ul>",
        )
    )  # fmt: skip
    first, second = found.items
    assert (found.kind, decided(found).reference, first.date) == ("decision_list", "1204", date(2026, 10, 6))
    assert limbs(found) == [("i", "agree the hours;"), ("ii", "note the report.")]
    assert (second.title, second.resolutions) == ("Roof of the Boathouse", ())


def test_a_forward_plan_holds_what_is_proposed():
    found = document(
        page(
            "Forward plan items",
            "June 2026",
            '<p><a class="mgPlanItemTitle" href="mgIssueHistoryHome.aspx?IId=1">Waste contract</a> New!</p>'
            + label("Decision maker", "Cabinet Member for Place")
            + label("Decision due", "4 Jul 2026"),
        )
    )
    (item,) = found.items
    assert (item.title, item.outcome, item.date) == ("Waste contract", "proposed", None)
    assert decided(found).maker == "Cabinet Member for Place"


def test_an_issues_decisions_have_their_own_days_and_limbs():
    def heading(day: str, title: str) -> str:
        return f'<p class="mgSubItemTitleTxt"><a href="ieDecisionDetails.aspx?AIId=1">{day} - {title}</a></p>'

    found = document(
        page(
            "Issue - decisions",
            "Calendar of Meetings",
            heading("03/05/2019", "Calendar 2019/20")
            + pasted("(1) The dates be agreed.", "(2) The Head of Service may change them.")
            + heading("01/05/2018", "Calendar 2018/19")
            + pasted("That the calendar be agreed."),
        )
    )
    assert [(item.title, item.date) for item in found.items] == [
        ("Calendar 2019/20", date(2019, 5, 3)),
        ("Calendar 2018/19", date(2018, 5, 1)),
    ]
    assert limbs(found) == [(1, "The dates be agreed."), (2, "The Head of Service may change them.")]


def test_an_issues_meetings_are_items_of_their_own_bodies_and_days():
    found = document(
        page(
            "Issue - meetings",
            "Feedback from Chairs",
            '<p class="mgSubSubTitleTxt">Meeting: 22/01/2013 - Overview and Scrutiny Committee (Item 180)</p><table>'
            + row("180", "Panel reports", minutes=pasted("RESOLVED that the Chair write to Cabinet."))
            + '</table><p class="mgSubSubTitleTxt">Meeting: 11/12/2012 - Cabinet (Item 35)</p>'
            + '<p class="mgAiTitleTxt">Scrutiny feedback</p>',
        )
    )
    first, second = found.items
    assert (first.body, first.date, first.minute) == ("Overview and Scrutiny Committee", date(2013, 1, 22), "180")
    assert limbs(found) == [(None, "the Chair write to Cabinet.")]
    assert (second.title, second.body, second.date, second.minute) == (
        "Scrutiny feedback",
        "Cabinet",
        date(2012, 12, 11),
        None,
    )


def test_an_issues_history_tells_its_steps():
    events = [
        ("05/08/2026", "Decision made", "Cabinet Member for Highways"),
        ("07/08/2026", "Called in", "Councillors Reed, Stone and Hill"),
        ("19/08/2026", "Referred back to the decision maker", "Place Scrutiny Committee"),
        ("02/09/2026", "Decision reconsidered and confirmed", "Cabinet Member"),
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{words}</td>' for words in event)}</tr>" for event in events)
    found = document(
        page(
            "Issue history", "Parking Charges", f"<table><tr><th>Date</th><th>Event</th><th>By</th></tr>{cells}</table>"
        )
    )
    (item,) = found.items
    assert [(step.move, step.on, step.body, step.result) for step in item.steps] == [
        ("decide", date(2026, 8, 5), "Cabinet Member for Highways", None),
        ("call_in", date(2026, 8, 7), None, None),
        ("refer_back", date(2026, 8, 19), "Place Scrutiny Committee", None),
        ("reconsider", date(2026, 9, 2), "Cabinet Member", "confirmed"),
    ]
    assert item.call_in is not None
    assert item.call_in.callers == ("Reed", "Stone", "Hill")


def test_an_issues_own_page_tells_what_is_due_what_was_decided_and_where_it_was():
    found = document(
        page(
            "Issue details",
            "Northgate scheme",
            label("Decision type", "Key")
            + label("Decision status", "Recommendations Approved")
            + label("Decision due", "3 Jul 2017 by Cabinet")
            + section("Decisions").replace(pasted(), "")
            + '<ul><li><a href="ieDecisionDetails.aspx?ID=9">03/07/2017 - Northgate scheme</a></li></ul>'
            + section("Agenda items").replace(pasted(), "")
            + '<ul><li><a href="x">03/07/2017 - Cabinet&nbsp; Northgate scheme</a></li>'
            + '<li><a href="y">20/06/2017 - Place Scrutiny Committee&nbsp; Northgate scheme</a></li></ul>',
        )
    )
    (item,) = found.items
    told = decided(found)
    assert (told.maker, told.key, told.decided_on) == ("Cabinet", True, date(2017, 7, 3))
    assert (item.outcome, item.resolutions) == ("decided", ())
    assert {(sat.body, sat.date) for sat in found.meetings} == {
        ("Cabinet", date(2017, 7, 3)),
        ("Place Scrutiny Committee", date(2017, 6, 20)),
    }


def test_an_issue_that_is_still_to_be_decided_has_no_day_though_an_earlier_decision_is_listed():
    found = document(
        page(
            "Issue details",
            "Northgate masterplan",
            label("Decision status", "For Determination")
            + label("Notice of proposed decision first published", "22/05/2026")
            + label("Decision due", "9 Sep 2026 by Cabinet")
            + section("Decisions").replace(pasted(), "")
            + '<ul><li><a href="ieDecisionDetails.aspx?ID=9">04/06/2026 - Northgate: leave to consult</a></li></ul>',
        )
    )
    (item,) = found.items
    told = decided(found)
    assert (found.date, item.outcome, told.maker, told.decided_on) == (None, "proposed", "Cabinet", None)


def test_a_register_that_says_what_was_decided_above_who_decided_it_is_read():
    def entry_of(number: int, title: str, decided_so: str, maker: str) -> str:
        link = f'<a href="ieDecisionDetails.aspx?ID={number}">{title}</a> <span class="mgSubtle">ref: {number}</span>'
        head = f'<p class="mgPlanItemTitle">{link} <span class="mgPlanItemInForce">Recommendations Approved</span></p>'
        labels = label("Decision Maker", maker) + label("Made", "06/10/2026") + label("Effective from", "15/10/2026")
        return f"<tr><td>{head}{decided_so}{labels}</td></tr>"

    found = document(
        page(
            "Decisions",
            "",
            "<table>"
            + entry_of(811, "Ferry Fares", pasted("<b>RESOLVED:</b>", "That Cabinet:", "1. Approve the fares; and",
                                                "2. Receive a report in May 2027."), "Cabinet")
            + entry_of(812, "Sale of the Old Quay", pasted("That the quay be sold.",
                                                "Offers could be lodged until 2 September 2026."), "Director of Place")
            + "</table>",
        )
    )  # fmt: skip
    assert limbs(found) == [(1, "Approve the fares;"), (2, "Receive a report in May 2027.")]
    assert limbs(found, 1) == [(None, "That the quay be sold.")]
    assert [item.date for item in found.items] == [date(2026, 10, 6)] * 2
