"""The pages of one item, one decision, several decisions, and one issue."""

from datetime import date

from modern_pages import decided, document, label, limbs, page, pasted, section

LINKS = (
    '<li><a href="ieListDocuments.aspx?CId=1&amp;MId=2">Meeting of Place and Leisure Scrutiny Board, '
    "Tuesday, 14th October, 2025 6.30 pm (Item 22.)</a></li>"
    '<li><a href="mgIssueHistoryHome.aspx?IId=3">View the background to item 22.</a></li>'
)


def test_an_items_page_has_its_meeting_its_number_and_what_was_resolved():
    found = document(
        page(
            "Agenda item",
            "Leisure Centres Review",
            pasted("Report of the Director of Place")
            + section(
                "Minutes",
                "The Board met.",
                "It was RESOLVED to recommend to Cabinet that:-",
                "i) it stays;",
                "ii) it goes.",
            )
            + '<p class="mgLabel">Supporting documents:</p><ul><li><a href="x.pdf">Report, item 22.</a></li></ul>',
            links=LINKS,
        )
    )
    (item,) = found.items
    assert (found.kind, found.body, found.date) == (
        "agenda_item",
        "Place and Leisure Scrutiny Board",
        date(2025, 10, 14),
    )
    assert (item.minute, item.title, item.outcome, item.to) == (
        "22",
        "Leisure Centres Review",
        "recommended",
        "Cabinet",
    )
    assert limbs(found) == [("i", "it stays;"), ("ii", "it goes.")]


def test_an_items_page_before_the_meeting_has_an_agenda_number_only():
    found = document(page("Agenda item", "Budget", pasted("To consider the budget."), links=LINKS))
    assert (found.status, found.items[0].minute, found.items[0].agenda) == ("scheduled", None, "22")


def decision(*parts: str, title: str = "Parking Charges 2026/27") -> str:
    """A decision's page."""
    return page("Decision details", title, "".join(parts))


def test_a_members_key_decision_has_maker_days_and_call_in():
    found = document(
        decision(
            label("Decision Maker", "Cabinet Member for Highways"),
            label("Decision status", '<span class="mgPlanItemInForce">Recommendations Approved</span>'),
            label("Is Key decision?", "Yes"),
            label("Is subject to call in?", "Yes"),
            section("Purpose", "To agree charges after consultation from 1 May 2026 to 12 June 2026."),
            section(
                "Decision", "The Cabinet Member agreed to:", "1. raise charges; and", "2. report back by 31 March 2027."
            ),
            section("Reasons for the decision", "Costs have risen."),
            label("Publication date", "29/07/2026"),
            label("Date of decision", "28/07/2026"),
            label("Effective from", "06/08/2026"),
        )
    )
    (item,) = found.items
    told = item.decision
    assert told is not None
    assert (found.kind, found.body, found.date) == ("decision", "Cabinet Member for Highways", date(2026, 7, 28))
    assert (told.maker, told.maker_kind, told.key, told.callable) == (
        "Cabinet Member for Highways",
        "cabinet_member",
        True,
        True,
    )
    assert (told.decided_on, told.published, told.in_force) == (date(2026, 7, 28), date(2026, 7, 29), date(2026, 8, 6))
    assert told.quote == "Decision Maker: Cabinet Member for Highways"
    assert limbs(found) == [(1, "raise charges;"), (2, "report back by 31 March 2027.")]
    assert [(window.opens, window.closes) for window in item.consultation] == [(date(2026, 5, 1), date(2026, 6, 12))]
    assert found.warnings == ()


def test_a_decision_in_paragraphs_is_a_limb_for_each_up_to_its_reasons():
    found = document(
        decision(
            label("Decision Maker", "Director of Homes &#38; Neighbourhoods"),
            label("Is Key decision?", "No"),
            label("Date of decision", "27/07/2021"),
            section(
                "Decision",
                "The contract is let.",
                "The work begins at once.",
                "Reasons for the decision",
                "It is needed.",
            ),
        )
    )
    assert limbs(found) == [(None, "The contract is let."), (None, "The work begins at once.")]
    assert decided(found).maker_kind == "officer"


def test_a_decision_at_a_meeting_is_that_bodys_and_silence_stays_null():
    found = document(
        decision(
            label("Is Key decision?", "No"),
            section("Decision", "The minutes were approved."),
            label(
                "Decided at meeting", '<a href="ieListDocuments.aspx?CId=1&amp;MID=2">19/10/2015 - Policy Committee</a>'
            ),
        )
    )
    told = decided(found)
    assert (found.body, found.date) == ("Policy Committee", date(2015, 10, 19))
    assert [(sat.body, sat.date, sat.status) for sat in found.meetings] == [
        ("Policy Committee", date(2015, 10, 19), "held")
    ]
    assert (told.callable, told.published, told.in_force) == (None, None, None)


def test_a_decision_that_was_called_in_says_who_and_when():
    found = document(
        decision(
            label("Decision Maker", "Cabinet"),
            label("Decision status", "Called In"),
            label("Is subject to call in?", "Yes"),
            section("Decision", "RESOLVED – That the hours be changed."),
            label("Publication date", "05/08/2026"),
            label("Date of decision", "04/08/2026"),
            label("Called in by", "Councillors A Reed (Labour), B Stone and C Hill"),
            label("Call-in date", "07/08/2026"),
        )
    )
    called = found.items[0].call_in
    assert called is not None
    assert (called.received, called.callers, called.groups) == (
        date(2026, 8, 7),
        ("A Reed", "B Stone", "C Hill"),
        ("Labour",),
    )


def test_a_decision_still_to_be_made_is_proposed_and_has_no_day():
    found = document(
        decision(
            label("Decision Maker", "Cabinet"),
            label("Decision status", "For Determination"),
            label("Is Key decision?", "Yes"),
            label("Expected decision date", "15/09/2026"),
        )
    )
    assert (found.date, found.items[0].outcome) == (None, "proposed")
    assert decided(found).proposed


def test_days_that_no_clock_should_be_set_by_are_doubted():
    found = document(
        decision(
            label("Decision Maker", "Director of Homes"),
            label("Is Key decision?", "No"),
            section("Decision", "Agreed."),
            label("Publication date", "10/12/2025"),
            label("Date of decision", "27/07/2021"),
            label("Effective from", "01/12/2025"),
        )
    )
    assert {doubt.code for doubt in found.warnings} == {"published_late", "dates_out_of_order"}


def test_a_decision_whose_words_begin_with_its_day_was_made_on_that_day():
    found = document(
        page(
            "Decision details",
            "Harbour Delegations",
            label("Decision Maker", "Portfolio Holder - Leader")
            + label("Decision status", "Recommendations Approved")
            + section("Decision", "On 12 March 2025, Cllr Jill Fenn, Leader made the following decision:",
                      "1. That the Deputy Leader be appointed.", "2.That the scheme be approved.")
            + label("Publication date", "14/03/2025"),
        )
    )  # fmt: skip
    assert (found.date, decided(found).decided_on) == (date(2025, 3, 12), date(2025, 3, 12))
    assert [number for number, _ in limbs(found)] == [1, 2]
