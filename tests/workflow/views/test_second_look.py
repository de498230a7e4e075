"""What is more often a slip than meant is said before it is entered, and refused by nobody."""

from datetime import date

from states.days import On
from states.facts import Facts, MakerKind
from states.words import BodyKind, Move
from workflow.engine import make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings
from workflow.views.forms import form
from workflow.views.look import Look
from workflow.views.outcome import outcome

OTHER = "Scrutiny Board (4)"


def notes(desk, moved):
    """What is worth a second look."""
    return [told.says for told in outcome(desk, moved).told if told.kind == "note"]


def listed(desk, body):
    """The second report, put on the agenda of a meeting of a body."""
    meeting = meetings.add(desk, body, On.day(date(2026, 12, 8)))
    with desk.reading() as tx:
        sitting = Lookup(tx).sitting(f"M{meeting}")
    return make_move(desk, 2, Move.LIST, Facts(meeting=sitting))


def test_a_report_on_another_scrutiny_bodys_agenda_is_said(desk):
    said = notes(desk, listed(desk, bodies.add(desk, OTHER, BodyKind.SCRUTINY)))
    assert said == [f"that is a meeting of {OTHER}; the report is Scrutiny Board (2)'s."]


def test_its_own_body_and_cabinet_are_nothing_to_say_of(desk):
    with desk.reading() as tx:
        own, cabinet = Lookup(tx).body_ref("Scrutiny Board (2)"), Lookup(tx).body_ref("Cabinet")
    assert notes(desk, listed(desk, own)) == []
    assert notes(desk, listed(desk, cabinet)) == []


def test_a_scrutiny_body_that_is_said_to_have_decided_is_said(desk):
    decided = Facts(maker=OTHER, maker_kind=MakerKind.EXECUTIVE, decided="To go ahead", callable=False)
    bodies.add(desk, OTHER, BodyKind.SCRUTINY)
    said = notes(desk, make_move(desk, 2, Move.DECIDE, decided, on=On.day(desk.today)))
    assert said == [f"{OTHER} is a scrutiny body: it recommends, and others decide."]


def test_those_who_decide_are_offered_the_executive_first_and_no_scrutiny_body(desk):
    bodies.add(desk, "Area Committee", BodyKind.AREA)
    with desk.reading() as tx:
        offered = form(Look(tx, desk.today), "R2", "decide").deciding
    assert offered[:2] == ("Cabinet", "Area Committee")
    assert "Scrutiny Board (2)" not in offered
