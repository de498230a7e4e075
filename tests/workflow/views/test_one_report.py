"""One report: shown whole, explained, with its history and its thread."""

from datetime import date

import msgspec
import pytest

from states.acts import LinkAct
from states.days import On
from states.errors import NotFound
from states.facts import Answer, Facts
from states.words import Move, Response
from workflow.corrections import correct
from workflow.engine import act_on, make_move
from workflow.views.explain import explain
from workflow.views.history import history
from workflow.views.look import looking
from workflow.views.report import show
from workflow.views.thread import thread


def test_show_has_the_fixed_names(desk):
    with looking(desk.store, desk.today) as look:
        shown = msgspec.to_builtins(show(look, "R1"))
    assert {
        "report", "title", "state", "recommendations", "follow_ups", "consultation", "meetings", "earlier", "timeline",
    } <= shown.keys()  # fmt: skip
    (recommendation,) = shown["recommendations"]
    assert recommendation["from"] == "Scrutiny Board (2)"
    assert recommendation["to"] == "Cabinet"
    assert (recommendation["response"], recommendation["implementation"], recommendation["sign_off"]) == (
        "awaiting", "not_started", "none",
    )  # fmt: skip
    assert [t["move"] for t in shown["timeline"]] == ["draft", "scrutinise", "recommend"]


def test_a_report_is_found_by_the_reference_the_papers_use(desk):
    with looking(desk.store, desk.today) as look:
        assert show(look, "26/00001").report == "R1"
        with pytest.raises(NotFound, match="There is no report R99"):
            show(look, "R99")


def test_every_move_is_explained_as_possible_or_with_every_sentence_why_not(desk):
    with looking(desk.store, desk.today) as look:
        explained = explain(look, "R1")
    moves = {m.move: m for m in explained.moves}
    assert len(moves) == 20
    assert moves["respond"].possible
    assert moves["respond"].needs == ("responses",)
    assert moves["respond"].reasons == ()
    assert not moves["close"].possible
    assert moves["close"].reasons == (
        "The report is recommended; close is possible once it is Cabinet decided or updated.",
    )


def test_every_open_date_says_its_rule_its_start_and_its_authority(desk):
    with looking(desk.store, desk.today) as look:
        (dated,) = explain(look, "R1").dates
    assert {"clock", "from", "last_day", "in_force", "practical_day", "counts", "skipped", "authority"} <= dated.keys()
    assert (dated["clock"], dated["from"], dated["last_day"]) == ("executive_response", "2026-09-10", "2026-11-09")
    assert dated["authority"] == "Local Government Act 2000 s.9FE"


def test_a_date_that_was_given_is_explained_as_the_date_itself(desk):
    with looking(desk.store, desk.today) as look:
        (dated,) = explain(look, "R3").dates
    assert (dated["clock"], dated["counts"]) == ("update_due", "the date itself")


def test_history_shows_a_struck_move_as_struck_and_the_correction_with_its_reason(desk):
    answer = Facts(responses=(Answer(1, Response.ACCEPTED, "Cabinet"),))
    make_move(desk, 1, Move.RESPOND, answer, on=On.day(date(2026, 11, 3)))
    correct(desk, 1, "it was another report")
    with looking(desk.store, desk.today) as look:
        past = history(look, record="R1")
    assert [(p.move, p.struck) for p in past][-2:] == [("respond", True), ("correct", False)]
    assert past[-1].why == "it was another report"
    assert past[-2].facts["responses"] == [{"recommendation": 1, "answer": "accepted", "by": "Cabinet"}]


def test_a_minute_number_ties_reports_of_the_same_body_into_one_thread(desk):
    with desk.writing() as tx:
        act_on(desk, tx, 3, LinkAct("12/26", "Scrutiny Board (2)", quote="Further to minute 12/26"))
        act_on(desk, tx, 2, LinkAct("12/26", "Cabinet"))
    with looking(desk.store, desk.today) as look:
        assert [t.report for t in thread(look, "R1")] == ["R1", "R3"]
        assert [(t.report, t.minute) for t in thread(look, "R2")] == [(None, "12/26"), ("R2", None)]
