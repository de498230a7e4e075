"""What papers promise, what trackers tell, what is no report, and what is told by looking back."""

from datetime import date

from msgspec.structs import replace
from papers_told import (
    BOARD,
    CABINET,
    COUNCIL,
    asks,
    decided,
    item,
    limbs,
    looks_back,
    minutes,
    paper,
    step,
)

from states.words import Clock
from workflow.importers.reading import Item, Progress, Promise, Resolution

MARCH_3, MARCH_7, APRIL_4 = date(2025, 3, 3), date(2025, 3, 7), date(2025, 4, 4)
HUBS = "Family hubs in the north"


def test_a_promise_that_a_body_would_take_it_up_is_kept_when_papers_tell_that_it_did(intake):
    promise = Promise(APRIL_4, None, CABINET, "Cabinet will consider it on 4 April")
    intake.read(
        minutes(BOARD, MARCH_3, replace(asks(HUBS, "Keep the hubs open.", reference="24/00093"), promises=(promise,))),
        decided(HUBS, "24/00093", APRIL_4, "To close two hubs."),
    )
    [kept] = [f for f in intake.only.follow_ups if f.clock is Clock.PROMISE]
    assert (kept.ended, kept.ended_on) == ("kept", APRIL_4)


def test_a_promise_is_kept_too_when_the_body_to_which_it_was_made_took_the_matter_up_that_day(intake):
    promise = Promise(APRIL_4, None, "Head of Hubs", "The Head of Hubs will report on 4 April", to=BOARD)
    intake.read(
        minutes(BOARD, MARCH_3, replace(asks(HUBS, "Keep the hubs open."), promises=(promise,))),
        minutes(BOARD, APRIL_4, asks(HUBS, "Keep the hubs open.")),
    )
    [kept] = [f for f in intake.only.follow_ups if f.clock is Clock.PROMISE]
    assert (kept.owner, kept.ended, kept.ended_on) == ("Head of Hubs", "kept", APRIL_4)


def test_an_action_that_its_paper_calls_complete_is_not_owed(intake):
    actions = (
        Promise(APRIL_4, None, "Head of Hubs", "Send the map to members", done=True),
        Promise(APRIL_4, None, "Head of Hubs", "Invite the bus company"),
    )
    intake.read(minutes(BOARD, MARCH_3, replace(asks(HUBS, "Keep the hubs open."), promises=actions)))
    owed = {f.quote: (f.due, f.ended, f.ended_on) for f in intake.only.follow_ups if f.clock is Clock.PROMISE}
    assert owed == {
        "Send the map to members": (APRIL_4, "kept", MARCH_3),
        "Invite the bus company": (APRIL_4, None, None),
    }


def test_a_tracker_tells_answers_progress_and_what_is_owed(intake):
    texts = ("Keep the hubs open.", "Publish a map.")
    row = Item(
        HUBS, "recommended", resolutions=limbs(*texts), from_=BOARD, to=CABINET, made_by="body", body=BOARD,
        date=MARCH_3, progress=(
            Progress(1, "on_track", "Two of three", owner="Head of Hubs", due=date(2026, 3, 1)),
            Progress(2, "complete", "Published", sign_off="discharged"),
        ),
    )  # fmt: skip
    intake.read(paper("report", row))
    case = intake.only
    assert {r.number: r.implementation for r in case.recommendations} == {1: "on_track", 2: "complete"}
    assert [(f.owner, f.due, f.recommendation) for f in case.follow_ups if f.clock is Clock.PROMISE] == [
        ("Head of Hubs", date(2026, 3, 1), 1)
    ]
    assert {r.sign_off for r in case.recommendations} == {"none"}, "an officer's tracker discharges nothing"
    assert intake.doubts("not_proved") != []


def test_a_recommendation_nobody_is_said_to_make_is_not_entered(intake):
    loose = Item(HUBS, "resolved", resolutions=(Resolution(1, "Keep them.", "Keep them.", CABINET),))
    intake.read(paper("briefing_note", loose, body=CABINET, date=MARCH_7))
    assert intake.doubts() == ["no_maker"]
    assert all(case.recommendations == () for case in intake.cases().values())


def test_procedure_and_what_only_the_list_of_business_names_is_no_report(intake):
    intake.read(
        minutes(COUNCIL, MARCH_3, item("Questions"), item("Apologies", procedural=True), item("Announcements", "noted"))
    )
    assert intake.cases() == {}


def test_a_report_that_looks_back_tells_the_decision_nobody_else_told(intake):
    rowan = "Mrs Rowan, Cabinet Member for Children"
    intake.read(looks_back(HUBS, "24/00093", date(2025, 5, 1), step("decide", APRIL_4, rowan, decision="24/00093")))
    case = intake.only
    assert (case.decision.maker, case.decision.on.exact, case.decision.decided) == (
        rowan, APRIL_4, "",
    )  # fmt: skip
    assert "decided" in {gap.name for gap in case.gaps}
