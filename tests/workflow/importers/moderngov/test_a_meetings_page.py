"""A meeting's page: heading, table of items, decisions and minutes, in the manner of many councils."""

import re
from datetime import date

import pytest
from modern_pages import document, limbs, meeting, page, pasted, row

HEADING = "Place and Leisure Scrutiny Board - Tuesday, 14th October, 2025 6.30 pm"


def minuted(*paragraphs: str) -> str:
    """A meeting's page with one item whose minutes are these paragraphs."""
    return meeting(
        HEADING, row("22.", "Leisure Strategy", agenda="To consider the strategy.", minutes=pasted(*paragraphs))
    )


def test_the_heading_gives_body_day_time_and_place():
    found = document(minuted("The Board noted the report."))
    (sitting,) = found.meetings
    assert (found.kind, found.body, found.date, found.status) == (
        "agenda_and_minutes", "Place and Leisure Scrutiny Board", date(2025, 10, 14), "held",
    )  # fmt: skip
    assert (sitting.time, sitting.venue) == ("6.30 pm", "Town Hall, Westmarsh")


def test_an_item_has_its_minute_number_and_its_title_without_the_size_of_a_file():
    (item,) = document(minuted("The Board noted the report.")).items
    assert (item.minute, item.agenda, item.title, item.outcome) == ("22", None, "Leisure Strategy", "noted")


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["RESOLVED that the strategy be noted."], [(None, "the strategy be noted.")]),
        (["<p><b>RESOLVED:</b>That the strategy be noted.</p>"], [(None, "the strategy be noted.")]),
        (["RESOLVED – That the strategy be noted."], [(None, "the strategy be noted.")]),
        (["<p><b><u>Resolved</u></b></p>", "That the strategy be noted."], [(None, "the strategy be noted.")]),
        (["It was AGREED that the strategy be noted."], [(None, "the strategy be noted.")]),
        (["It was agreed that the strategy be noted."], [(None, "the strategy be noted.")]),
        (["<p><b>Decision</b></p>", "To note the strategy."], [(None, "To note the strategy.")]),
        (["To note the strategy."], [(None, "To note the strategy.")]),
        (["RESOLVED: That the strategy be noted", "Councillor Reed left the room"], [(None, "the strategy be noted")]),
        (
            ["RESOLVED that:", "1.&nbsp;&nbsp; the strategy be noted; and", "2.&nbsp; the pool stay open."],
            [(1, "the strategy be noted;"), (2, "the pool stay open.")],
        ),
        (
            ["RESOLVED: That the Board:-", "(a) notes the strategy; and", "(b) asks that the pool stay open."],
            [("a", "notes the strategy;"), ("b", "asks that the pool stay open.")],
        ),
        (
            ["Resolved –", "(i) that the strategy be noted;", "(ii) that the pool stay open."],
            [("i", "that the strategy be noted;"), ("ii", "that the pool stay open.")],
        ),
        (
            ["The Board RESOLVED to (1) note the strategy; and", "(2) keep the pool open."],
            [(1, "note the strategy;"), (2, "keep the pool open.")],
        ),
        (
            ["Cabinet then:-", "(1) Noted the strategy.", "(2) Agreed that the pool stay open."],
            [(1, "Noted the strategy."), (2, "Agreed that the pool stay open.")],
        ),
        (
            ["RESOLVED that:", "<p><b>A</b>&nbsp; Subject to funds, it be noted.</p>", "B The pool stay open."],
            [("A", "Subject to funds, it be noted."), ("B", "The pool stay open.")],
        ),
        (
            ["<p><b>RESOLVED:</b></p><ol><li>That the strategy be noted.</li><li>That the pool:<ol type='a'>"
             "<li>stay open; and</li><li>be heated.</li></ol></li></ol>"],
            [(1, "That the strategy be noted."), (2, "That the pool: stay open; and be heated.")],
        ),
        (
            ["RESOLVED that:", "1. the strategy be noted; and", "Voting: unanimous", "2. the pool stay open.",
             "Voting: For 5, Against 2", "Councillors Reed and Stone were not present."],
            [(1, "the strategy be noted;"), (2, "the pool stay open.")],
        ),
        (
            ["RESOLVED that –", "(a) the following be appointed –", "Councillor Reed", "Councillor Stone",
             "(b) the pool stay open.",
             "The meeting ended at 8 pm."],
            [("a", "the following be appointed – Councillor Reed Councillor Stone"), ("b", "the pool stay open.")],
        ),
    ],
)  # fmt: skip
def test_what_is_resolved_is_read_limb_by_limb(paragraphs: list[str], said: list[tuple[int | str | None, str]]):
    assert limbs(document(minuted(*paragraphs))) == said


def test_a_recommendation_has_its_direction():
    found = document(minuted("RECOMMENDED TO CABINET that", "(i) the pool stay open;", "(ii) it be heated."))
    (item,) = found.items
    assert (item.outcome, item.from_, item.to) == ("recommended", "Place and Leisure Scrutiny Board", "Cabinet")


def test_a_resolution_in_decision_and_minutes_is_one():
    both = ["RESOLVED that:", "1. the strategy be noted; and", "2. the pool stay open."]
    found = document(
        meeting(HEADING, row("22.", "Strategy", decision=pasted(*both), minutes=pasted("The Board met.", *both)))
    )
    assert limbs(found) == [(1, "the strategy be noted;"), (2, "the pool stay open.")]


def test_a_decision_in_prose_is_what_was_decided_and_procedure_is_none():
    found = document(
        meeting(
            "Cabinet - Monday 6 October 2025 10.00 am",
            row("4.", "Apologies for Absence", decision=pasted("Apologies were received from Councillor Reed.")),
            row(
                "5.",
                "District Heating",
                decision=pasted("Cabinet approved further spending of £1.2m."),
                minutes=pasted("Talk."),
            ),
            row("6.", "Petitions and questions", decision=pasted("None."), minutes=pasted("None.")),
        )
    )
    assert [item.outcome for item in found.items] == ["none", "decided", "none"]
    assert limbs(found, 1) == [(None, "Cabinet approved further spending of £1.2m.")]


def test_words_that_mark_up_parts_are_read_whole_and_quoted_as_they_stand():
    text = (
        "<p><b>RE</b><b>SOLVED</b> th<span>at the Coun</span>cil&nbsp;note the 8<sup>th</sup>&nbsp;re<i>port</i>.</p>"
    )
    (limb,) = document(minuted(text)).items[0].resolutions
    assert limb.text == "the Council note the 8th report."
    assert limb.quote == "the Coun cil note the 8 th re port."


def test_a_table_in_the_minutes_does_not_end_them():
    table = "<table><tr><td><p>Fund</p></td><td>Sum</td></tr><tr><td><p>Parks</p></td><td>£5,000</td></tr></table>"
    assert limbs(document(minuted("Members saw:", table, "RESOLVED: That the sums be approved."))) == [
        (None, "the sums be approved.")
    ]


def test_a_recorded_vote_below_the_minutes_adds_no_resolution():
    vote = (
        "<table><caption class='mgSectionTitle'>Recorded Vote</caption><tr><th>Title</th><th>Result</th></tr>"
        "<tr><td>RESOLVED: That the strategy be noted</td><td>Carried</td></tr></table>"
    )
    found = document(
        meeting(HEADING, row("22.", "Strategy", minutes=pasted("RESOLVED: That the strategy be noted."), after=vote))
    )
    assert limbs(found) == [(None, "the strategy be noted.")]


def test_minutes_that_the_page_cuts_off_are_truncated_and_the_limb_that_is_cut_is_not_read():
    link = "<a href='mgAi.aspx?ID=1'>view the full minutes text for item 22.</a>"
    cut = f"<p>RESOLVED that the scheme as shown &nbsp;...&nbsp; {link}</p>"
    found = document(minuted("The Board considered the scheme.", cut))
    assert found.items[0].outcome == "truncated"
    assert limbs(found) == []
    assert [doubt.code for doubt in found.warnings] == ["truncated_minutes"]


def test_promises_consultations_and_earlier_minutes_are_read_from_the_minutes():
    found = document(
        minuted(
            "Further to Minute 11/25 and Cabinet minute 45/24, the Board considered a report. Consultation ran from "
            "1 May 2025 to 12 June 2025.",
            "The plan would be considered by Cabinet on 4 November 2025.",
            "RESOLVED that a further report be brought to the Board six months after implementation of the plan.",
        )
    )
    (item,) = found.items
    assert {(each.minute, each.body) for each in item.earlier} == {
        ("11/25", "Place and Leisure Scrutiny Board"),
        ("45/24", "Cabinet"),
    }
    assert [(window.opens, window.closes) for window in item.consultation] == [(date(2025, 5, 1), date(2025, 6, 12))]
    assert [promise.due for promise in item.promises] == [date(2025, 11, 4), None]
    assert item.promises[1].condition == "six months after implementation of the plan"


def test_a_minute_number_may_carry_its_year_or_a_letter():
    found = document(
        meeting(HEADING, row("77/21", "One", minutes=pasted("Noted.")), row("5a)", "Two", minutes=pasted("Noted.")))
    )
    assert [item.minute for item in found.items] == ["77/21", "5a"]


def test_without_minutes_a_number_is_the_agendas_and_what_is_announced_is_not_minuted():
    found = document(
        meeting(
            HEADING,
            row("", "PART 1 - Items open to the public"),
            row("5a", "Strategy", agenda="RECOMMENDED that the report be noted. Further to Minute 12/25."),
            title="Agenda",
        )
    )
    (item,) = found.items
    assert (found.kind, found.status) == ("agenda", "scheduled")
    assert (item.minute, item.agenda, item.outcome, item.resolutions) == (None, "5a", "none", ())
    assert [each.minute for each in item.earlier] == ["12/25"]


@pytest.mark.parametrize(
    ("heading", "content"),
    [
        (
            "Cabinet - Thursday, 28th April, 2016 7.00 pm, CANCELLED",
            "<p>No documents are available for this meeting</p>",
        ),
        ("Cabinet - Thursday 28 April 2016 7.00 pm", "<p>This meeting has been cancelled.</p>"),
    ],
)
def test_a_cancelled_meeting_is_cancelled_and_has_no_items(heading: str, content: str):
    found = document(page("Agenda", heading, content))
    assert (found.body, found.date, found.status, found.items) == ("Cabinet", date(2016, 4, 28), "cancelled", ())
    assert found.meetings[0].status == "cancelled"


def test_a_meeting_that_was_put_off_has_no_status_and_a_warning():
    found = document(
        meeting("Cabinet - Thursday 28 April 2016 7.00 pm - Postponed", row("1.", "Budget"), title="Agenda")
    )
    assert found.status is None
    assert [doubt.code for doubt in found.warnings] == ["meeting_put_off"]


def test_who_called_a_decision_in_and_why_is_read_from_the_item():
    asked = (
        "Councillors Cal Reed, Jean Stone (Labour) and Tom Hill have asked that the decision taken by the Cabinet on "
        "6 October 2025 be called in for scrutiny on the grounds that there was no consultation."
    )
    found = document(
        meeting(
            HEADING,
            row(
                "4.",
                "Call-in: Pool Hours",
                agenda=asked,
                minutes=pasted("RESOLVED that the decision be referred back to Cabinet."),
            ),
        )
    )
    (item,) = found.items
    assert item.call_in is not None
    assert item.call_in.callers == ("Cal Reed", "Jean Stone", "Tom Hill")
    assert item.call_in.grounds == ("there was no consultation",)
    assert [(step.move, step.on) for step in item.steps] == [("refer_back", date(2025, 10, 14))]


def test_a_decision_that_may_be_called_in_is_not_called_in():
    found = document(
        meeting(HEADING, row("4.", "Call-ins", agenda="Decisions may be called in by three members."), title="Agenda")
    )
    assert found.items[0].call_in is None


def test_a_decision_that_is_whole_counts_where_only_the_minutes_are_cut():
    link = "<a href='mgAi.aspx?ID=1'>view the full minutes text for item 22.</a>"
    said = "RESOLVED that the decision be deferred to the meeting in March 2026."
    cut = pasted("The Board met.", f"<p>It was RESOLVED that the decision &nbsp;...&nbsp; {link}</p>")
    found = document(meeting(HEADING, row("22.", "Crossing", decision=pasted(said), minutes=cut)))
    assert found.items[0].outcome == "deferred"
    assert limbs(found) == [(None, "the decision be deferred to the meeting in March 2026.")]


def test_a_page_that_a_council_has_set_in_its_own_way_is_read_by_its_words():
    plain = re.sub(r' (?:class|id)="[^"]*"', "", minuted("The Board met.", "RESOLVED that the strategy be noted."))
    found = document(plain)
    assert (found.body, found.date, found.status) == ("Place and Leisure Scrutiny Board", date(2025, 10, 14), "held")
    assert [(item.minute, item.title) for item in found.items] == [("22", "Leisure Strategy")]
    assert limbs(found) == [(None, "the strategy be noted.")]


def test_what_officers_ask_of_a_body_on_its_agenda_is_theirs():
    asks = row(
        "6.",
        "Home First",
        agenda="<p>Report of the Director.</p><p>The Board is recommended to:</p><p>1. Note the progress; and</p>"
        "<p>2. Comment on the plan.</p>",
    )
    (item,) = document(meeting("Place Scrutiny Board - Tuesday, 14th October, 2025", asks, title="Agenda")).items
    assert (item.outcome, item.made_by, item.to) == ("options", "officers", "Place Scrutiny Board")
    assert [limb.text for limb in item.resolutions] == ["Note the progress;", "Comment on the plan."]
