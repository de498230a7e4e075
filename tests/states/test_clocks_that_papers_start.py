"""What a move from papers starts: dates that law, or the paper itself, gives. A figure nobody entered gives none."""

from datetime import date, timedelta

import pytest
from making import CABINET, COUNCIL, HOSPITAL, NO_RULES, POLICE, Desk, asked, facts_for, sitting

from states.clocks import RULES
from states.facts import Answer, Progress
from states.moves import TABLE
from states.rule_book import RuleBook
from states.rules import CallIn, CouncilRules
from states.words import Clock, Implementation, MeetingStatus, Move, Response

DAY = date(2026, 11, 16)
AHEAD, TOLD = DAY + timedelta(60), date(2027, 3, 1)
YES = Answer(1, Response.ACCEPTED, "Cabinet", action_by=TOLD)
ENTERED = RuleBook(((date(2017, 1, 1), CouncilRules(call_in=CallIn(days=5, hearing_days=8, reconsideration_days=9))),))
NOT_KNOWN = "your constitution's figure is not entered"

STORIES: dict[str, list[tuple[str, dict[str, object]]]] = {
    "an agenda": [("draft", {"consultation_closes": TOLD, "exempt": True, "key": True}),
                  ("list", {"meeting": sitting(CABINET, AHEAD, MeetingStatus.SCHEDULED)})],
    "a note": [("scrutinise", {}), ("recommend", {"paper_dated": DAY})],
    "minutes alone": [("scrutinise", {}), ("recommend", {})],
    "partners": [("scrutinise", {}), ("recommend", {"paper_dated": DAY, "recommendations": (
        *asked("One.", to=HOSPITAL), *asked("Two.", to=POLICE, start=2))})],
    "an answer": [("scrutinise", {}), ("recommend", {}), ("respond", {"responses": (YES,)}), ("decide", {})],
    "progress": [("scrutinise", {}), ("recommend", {}), ("update", {"progress": (Progress(
        1, Implementation.ON_TRACK),)}), ("update", {"next_update_on": TOLD})],
    "to be heard again": [("scrutinise", {}), ("hear_again", {"until_months": 6})],
    "a record": [("decide", {"published_on": DAY})],
    "published later": [("decide", {}), ("publish", {})],
    "sent back": [("decide", {"published_on": DAY}), ("call_in", {}), ("refer_back", {})],
    "sent to Council": [("decide", {"published_on": DAY}), ("call_in", {}), ("refer_to_council", {
        "until_meeting": sitting(COUNCIL, AHEAD, MeetingStatus.SCHEDULED)})],
}  # fmt: skip
"""What papers tell, move by move, after a draft; the usual facts where nothing else is said."""


def read(story: str, rules: RuleBook = NO_RULES) -> Desk:
    """A report as one story's papers tell it, all on one day."""
    desk = Desk(rules)
    steps = STORIES[story] if STORIES[story][0][0] == "draft" else [("draft", {}), *STORIES[story]]
    for move, facts in steps:
        desk.make(move, DAY, papers=True, **(facts_for(Move(move), DAY) | facts))
    return desk


@pytest.mark.parametrize("story", STORIES)
def test_a_date_that_papers_start_is_the_law_s_or_their_own(story):
    for follow_up in read(story).case.follow_ups:
        given = follow_up.due in (None, TOLD, AHEAD) or follow_up.figure is not None
        assert given or RULES[follow_up.clock].statutory, follow_up
        assert "using" not in (follow_up.note or "")
        assert follow_up.quiet


def test_every_clock_of_the_table_is_started_by_some_paper_but_the_council_s_own():
    started = {follow_up.clock for story in STORIES for follow_up in read(story).case.follow_ups}
    assert {clock for row in TABLE for clock in row.starts} - started == {Clock.REPORT_DEADLINE, Clock.CALL_IN_WINDOW}


@pytest.mark.parametrize(
    ("story", "clock"),
    [("a record", "call_in_window"), ("published later", "call_in_window"), ("sent back", "reconsideration"),
     ("sent back", "call_in_hearing"), ("sent to Council", "call_in_hearing")],
)  # fmt: skip
def test_what_the_constitution_measures_is_a_gap_until_its_figure_is_entered(story, clock):
    desk = read(story)
    [gap] = [gap for gap in desk.case.gaps if gap.name == clock]
    assert gap.says.endswith(f"is not known: {NOT_KNOWN}")
    assert [f.due for f in desk.case.follow_ups if f.clock == clock] in ([], [None])
    entered = read(story, ENTERED)
    assert clock not in entered.gaps()
    [counted] = [f for f in entered.case.follow_ups if f.clock == clock]
    assert (counted.due is not None, counted.note, counted.condition) == (True, None, None)


def test_what_is_owed_without_a_date_says_why_and_ends_as_it_would_with_one():
    desk = read("sent back")
    [again] = [f for f in desk.case.follow_ups if f.clock is Clock.RECONSIDERATION]
    assert (again.start, again.due, again.condition, again.ended) == (DAY, None, NOT_KNOWN, None)
    desk.make("reconsider", DAY, papers=True, **facts_for(Move.RECONSIDER, DAY))
    assert "reconsideration" not in desk.open()


def test_no_paper_is_late_by_a_figure_that_nobody_entered():
    desk = Desk()
    for move, facts in (("draft", {}), ("decide", {"published_on": DAY, "callable": None})):
        desk.make(move, DAY, papers=True, **(facts_for(Move(move), DAY) | facts))
    late = DAY + timedelta(40)
    desk.make("call_in", late, papers=True, **facts_for(Move.CALL_IN, late))
    assert "called_in_late" not in desk.odd()


def test_at_a_desk_a_figure_stands_in_and_says_so():
    desk = Desk()
    desk.make("draft", DAY, **facts_for(Move.DRAFT, DAY))
    desk.make("decide", DAY, **(facts_for(Move.DECIDE, DAY) | {"published_on": DAY}))
    [window] = [f for f in desk.case.follow_ups if f.clock is Clock.CALL_IN_WINDOW]
    assert window.note == f"{NOT_KNOWN}; using 5"
