"""What each kind of paper enters: no more than it proves, with its quotations, and nothing that was not there."""

from datetime import date

from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    COUNCIL,
    agenda,
    answered,
    asks,
    called_in,
    decided,
    item,
    limbs,
    minutes,
    note,
    paper,
    step,
)

from states.facts import MakerKind, Reconsidered, Released
from states.words import Clock, MeetingStatus, Response, State
from workflow.importers.reading import Consultation, Earlier, Item, Listed, Meeting, Promise

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
HUBS = "Family hubs in the north"


def test_minutes_of_a_scrutiny_body_scrutinise_and_recommend(intake):
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.", "Publish a map.", minute="34")))
    case = intake.only
    assert (case.state, case.title, case.body.name) == (State.RECOMMENDED, HUBS, BOARD)
    assert [(r.number, r.text, r.from_.name, r.to.name) for r in case.recommendations] == [
        (1, "Keep the hubs open.", BOARD, CABINET), (2, "Publish a map.", BOARD, CABINET),
    ]  # fmt: skip
    assert [(x.meeting.on.exact, x.minute) for x in case.listings] == [(MARCH_3, "34/24")]
    assert all(f.quiet for f in case.follow_ups)
    assert [f.due for f in case.follow_ups] == [None, None], "no paper says when it was received"


def test_what_a_body_only_noted_is_noted_and_that_is_all(intake):
    intake.read(
        minutes(
            BOARD, MARCH_3, item("Community safety", "noted"), item("Parks", "resolved", "That the report be noted.")
        )
    )
    assert {case.state for case in intake.cases().values()} == {State.CLOSED}


def test_what_is_noted_and_decided_later_is_not_closed(intake):
    intake.read(
        minutes(BOARD, MARCH_3, item(HUBS, "noted", reference="24/00093")),
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
    )
    assert [r.state for r in intake.only.reached] == [State.DRAFTED, State.SCRUTINISED, State.CABINET_DECIDED]


def test_minutes_of_cabinet_decide(intake):
    intake.read(minutes(CABINET, APRIL_4, item(HUBS, "resolved", "To close two hubs.", "To keep one.", minute="12")))
    decision = intake.only.decision
    assert (decision.maker, decision.maker_kind, decision.on.exact) == (CABINET, MakerKind.EXECUTIVE, APRIL_4)
    assert decision.decided == "To close two hubs; To keep one"
    assert [x.minute for x in intake.only.listings] == ["12/24"]


def test_a_record_of_decision_decides_with_all_it_says(intake):
    record = decided(
        HUBS, "24/00093", APRIL_4, "To close two hubs.", maker="Mrs Rowan, Cabinet Member for Children", key=True,
        callable=True, published=APRIL_4, in_force=date(2025, 4, 14),
    )  # fmt: skip
    intake.read(record)
    case = intake.only
    assert (case.reference, case.key, case.state) == ("24/00093", True, State.CABINET_DECIDED)
    decision = case.decision
    assert decision.maker_kind is MakerKind.CABINET_MEMBER
    assert (decision.published_on, decision.in_force_on, decision.callable) == (APRIL_4, date(2025, 4, 14), True)
    assert {s.about for _, s in case.sources} == {"decision", "resolution 1"}


def test_a_proposed_record_decides_nothing_and_lists_it(intake):
    proposed = decided(HUBS, "24/00093", None, "To close two hubs.", proposed=True)
    intake.read(replace(proposed, meetings=(Meeting(CABINET, APRIL_4, "scheduled"),)))
    case = intake.only
    assert (case.state, case.reference, case.decisions) == (State.DRAFTED, "24/00093", ())
    assert [(x.meeting.body.name, x.meeting.on.exact) for x in case.listings] == [(CABINET, APRIL_4)]


def test_a_decision_of_full_council_is_not_one_that_could_be_called_in(intake):
    intake.read(minutes(COUNCIL, APRIL_4, item("Pay policy", "resolved", "To adopt the policy.")))
    case = intake.only
    assert case.decision.maker_kind is MakerKind.COUNCIL
    assert case.follow_ups == ()
    assert not {"callable", "key_notice_given_on", "why_not_scrutinised"} & {gap.name for gap in case.gaps}


def test_an_agenda_lists_and_a_meeting_to_come_is_scheduled(intake):
    to_come = date(2026, 12, 10)
    intake.read(agenda(CABINET, to_come, item(HUBS, agenda="5", to_follow=True), item("Minutes", procedural=True)))
    case = intake.only
    assert case.state is State.DRAFTED
    assert [(x.item_number, x.to_follow, x.meeting.status) for x in case.listings] == [
        ("5", True, MeetingStatus.SCHEDULED)
    ]
    assert all(f.quiet for f in case.follow_ups)


def test_an_agenda_of_a_meeting_that_is_over_leaves_nothing_owed(intake):
    intake.read(agenda(CABINET, APRIL_4, item(HUBS)))
    assert [f for f in intake.only.follow_ups if f.ended is None] == []


def test_an_agenda_and_the_minutes_of_its_meeting_are_one_story(intake):
    intake.read(
        agenda(BOARD, MARCH_3, item(HUBS, agenda="5"), issued=date(2025, 2, 21)),
        minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.", minute="34")),
    )
    case = intake.only
    assert [r.move for r in case.reached] == ["draft", "list", "scrutinise", "recommend"]
    assert [(x.item_number, x.minute, x.outcome) for x in case.listings] == [("5", "34/24", "scrutinised")]


def test_a_list_of_meetings_enters_them_with_what_became_of_them(intake):
    listed = (
        Meeting(BOARD, MARCH_3, "held", "101"), Meeting(BOARD, APRIL_4, "cancelled", "102"),
        Meeting(BOARD, date(2026, 12, 10), "scheduled", "103"),
    )  # fmt: skip
    intake.read(paper("meeting_list", body=BOARD, meetings=listed))
    assert [(r["day"], r["status"], r["reference"]) for r in intake.rows("meeting")] == [
        ("2025-03-03", "held", "101"), ("2025-04-04", "cancelled", "102"), ("2026-12-10", "scheduled", "103"),
    ]  # fmt: skip


def test_a_list_of_committees_enters_them(intake):
    intake.read(paper("committee_list", bodies=(Listed("Planning Committee"), Listed(BOARD))))
    assert {(r["name"], r["kind"]) for r in intake.rows("body")} == {
        ("Planning Committee", "regulatory"),
        (BOARD, "scrutiny"),
    }


def test_a_call_in_form_calls_in_what_was_decided(intake):
    intake.read(
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
        called_in("Call-in of 24/00093", "24/00093", "Ms Dale", "Mr Lowe"),
    )
    case = intake.only
    assert case.state is State.CALLED_IN
    assert case.call_in.callers == ("Ms Dale", "Mr Lowe")
    assert case.call_in.grounds == ("Best value", "Openness")
    assert {"received_on", "ruled", "ruled_on"} <= {gap.name for gap in case.gaps}
    assert case.irregularities == (), "the constitution's figure is not entered, so nobody is held to it"


def test_a_call_in_of_a_decision_no_paper_tells_of_waits_and_is_entered_when_one_does(intake):
    intake.read(called_in("Call-in of 24/00093", "24/00093", "Ms Dale", "Mr Lowe"))
    assert intake.only.state is State.DRAFTED
    assert intake.doubts("cannot_be_entered") == [
        "It was called in, and no paper that was read says who decided, and when."
    ]
    intake.read(decided(HUBS, "24/00093", APRIL_4, "To close two hubs."))
    assert intake.only.state is State.CALLED_IN
    assert intake.doubts("cannot_be_entered") == []


def test_a_decision_sent_back_is_confirmed_and_final(intake):
    back, again = date(2025, 4, 20), date(2025, 5, 6)
    intake.read(
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
        called_in("Call-in of 24/00093", "24/00093", "Ms Dale", "Mr Lowe"),
        minutes(BOARD, back, item(HUBS, "referred", "To ask Cabinet to think again.", minute="40",
                reference="24/00093", steps=(step("refer_back", back, BOARD, decision="24/00093"),))),
        minutes(CABINET, again, item(HUBS, "resolved", "To confirm the decision.", reference="24/00093",
                steps=(step("reconsider", again, CABINET, "confirmed", "24/00093"),))),
    )  # fmt: skip
    case = intake.only
    assert [r.move for r in case.reached] == ["draft", "decide", "call_in", "refer_back", "reconsider"]
    assert case.call_in.asked == "To ask Cabinet to think again."
    assert case.call_in.reconsidered is Reconsidered.CONFIRMED
    assert case.decision.final
    assert [(x.minute, x.outcome) for x in case.listings if x.minute] == [("40/24", "referred back")]


def test_a_call_in_that_scrutiny_let_go_is_released(intake):
    day = date(2025, 4, 20)
    intake.read(
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
        minutes(BOARD, day, item(HUBS, "resolved", "To take no further action.", reference="24/00093",
                steps=(step("release", day, BOARD, "no_comment", "24/00093"),))),
    )  # fmt: skip
    case = intake.only
    assert [r.move for r in case.reached] == ["draft", "decide", "call_in", "release"]
    assert case.call_in.outcome is Released.NO_COMMENT
    assert {"callers", "grounds"} <= {gap.name for gap in case.gaps}


def test_an_executive_response_answers_each_recommendation_by_its_words(intake):
    intake.read(
        minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.", "Publish a map.")),
        answered(HUBS, APRIL_4, ("Publish a map.", "accepted"), ("Keep the hubs open.", "rejected")),
    )
    # the answers name the recommendations, and a title alone proves nothing
    assert len(intake.cases()) == 2
    [suggestion] = intake.rows("suggestion")
    assert suggestion["kind"] == "same"


def test_an_answer_with_the_decisions_reference_is_of_that_report(intake):
    reply = answered(HUBS, APRIL_4, ("Publish a map.", "accepted"), ("Keep the hubs open.", "rejected"))
    reply = replace(reply, items=(replace(reply.items[0], reference="24/00093"),))
    intake.read(
        minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.", "Publish a map.", reference="24/00093")), reply
    )
    case = intake.only
    assert {r.text: r.response for r in case.recommendations} == {
        "Keep the hubs open.": Response.REJECTED, "Publish a map.": Response.ACCEPTED,
    }  # fmt: skip
    assert {a.on.exact for r in case.recommendations for a in r.answers} == {APRIL_4}
    assert not [f for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE and f.ended is None]


def test_what_a_board_hears_after_the_decision_is_an_update(intake):
    intake.read(
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
        minutes(BOARD, date(2025, 10, 6), item("Update on family hubs", "noted", reference="24/00093", minute="20")),
    )
    case = intake.only
    assert [r.move for r in case.reached] == ["draft", "decide", "update"]
    assert case.state is State.UPDATED


def test_a_note_dates_what_the_minutes_recommend(intake):
    intake.read(
        minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.")),
        note(MARCH_7, asks(HUBS, "Keep the hubs open."), met=MARCH_3),
    )
    case = intake.only
    assert [(r.number, r.on.exact) for r in case.recommendations] == [(1, MARCH_7)]
    assert len({s.path for _, s in case.sources if s.about == "recommendation 1"}) == 2
    assert [f.due for f in case.follow_ups] == [date(2025, 5, 6)]
    assert case.follow_ups[0].note == "if this paper counts as the notice"


def test_what_officers_put_forward_never_merges_with_what_a_committee_recommends(intake):
    officers = Item(HUBS, "options", resolutions=limbs("Keep the hubs open."), made_by="officers", to=BOARD)
    intake.read(
        paper(
            "briefing_note", officers, body=BOARD, date=date(2025, 2, 20), considered_by=BOARD, considered_on=MARCH_3
        ),
        minutes(BOARD, MARCH_3, asks(HUBS, "Keep the hubs open.")),
    )
    case = next(c for c in intake.cases().values() if c.real)
    assert [(r.text, r.proposal) for r in case.real] == [("Keep the hubs open.", False)]


def test_promises_links_and_consultations_are_kept_with_their_words(intake):
    told = item(
        HUBS, "resolved", "To hear again.", minute="34",
        promises=(Promise(None, "once the lease is signed", "Head of Assets", "a report once the lease is signed"),),
        earlier=(Earlier("12/23", CABINET, "further to Minute 12/23"),),
        consultation=(Consultation(date(2024, 11, 1), date(2025, 1, 10), "from 1 November to 10 January"),),
    )  # fmt: skip
    intake.read(minutes(BOARD, MARCH_3, told))
    case = intake.only
    assert [(f.quote, f.condition, f.owner, f.due) for f in case.follow_ups] == [
        ("a report once the lease is signed", "once the lease is signed", "Head of Assets", None)
    ]
    assert [(e.minute, e.body) for e in case.earlier] == [("12/23", CABINET)]
    assert [(c.opens, c.closes, c.over) for c in case.consultations] == [(date(2024, 11, 1), date(2025, 1, 10), True)]


def test_papers_of_another_council_are_said_once_and_not_when_they_were_meant(intake):
    ours, theirs = "Ashmere Borough Council", "Thornley County Council"
    intake.read(minutes(BOARD, MARCH_3, asks(HUBS, "Keep them."), council=ours))
    intake.read(minutes(BOARD, MARCH_7, item("Parks", "noted"), council=f"the {ours.upper()}"))
    assert intake.doubts() == []
    intake.read(minutes("Thornley Panel", MARCH_7, item("Buses", "noted"), council=theirs))
    [message] = intake.doubts("another_council")
    assert theirs in message
    assert ours in message
    intake.read(minutes("Thornley Panel", APRIL_4, item("Bus stops", "noted"), council=theirs))
    assert len(intake.doubts("another_council")) == 1
    intake.read(minutes("A Joint Panel", APRIL_4, item("Rail", "noted"), council="A Joint Council"), council="theirs")
    assert len(intake.doubts("another_council")) == 1


def test_a_paper_of_a_known_form_in_which_nothing_was_found_is_said(intake):
    [done] = intake.read(paper("call_in"))
    assert [w.code for w in done.warnings] == ["nothing_taken"]
    assert intake.read(paper("other"))[0].warnings == ()
    assert intake.read(minutes(BOARD, MARCH_3))[0].warnings == ()
