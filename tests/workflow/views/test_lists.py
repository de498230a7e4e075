"""The lists people ask for, each in its fixed shape."""

from datetime import date, timedelta

import msgspec

from states.acts import FollowUpAct
from states.days import On
from workflow.engine import act_on
from workflow.views import lists
from workflow.views.board import board
from workflow.views.look import looking


def test_overdue_names_who_owes_what_and_by_how_many_days(desk):
    with looking(desk.store, desk.today) as look:
        (late,) = lists.overdue(look)
    shape = msgspec.to_builtins(late)
    assert shape["report"] == "R1"
    assert (shape["clock"], shape["body"], shape["owner"]) == ("executive_response", "Scrutiny Board (2)", "Cabinet")
    assert (shape["due"], shape["agreed"], shape["days_late"]) == ("2026-11-09", None, 12)
    assert (shape["recommendation"], shape["exempt"]) == (1, False)


def test_an_agreed_day_counts_and_the_statutory_one_stays_to_be_asked_for(desk):
    with desk.writing() as tx:
        act = FollowUpAct("extend", number=1, due=date(2026, 12, 20), why="the chair agreed")
        act_on(desk, tx, 1, act, on=On.day(date(2026, 11, 5)))
    with looking(desk.store, desk.today) as look:
        assert lists.overdue(look, "agreed") == []
        (late,) = lists.overdue(look, "statute")
    assert (late.due, late.agreed, late.days_late) == (date(2026, 11, 9), date(2026, 12, 20), 12)


def test_due_lists_what_falls_within_the_days_asked_for_and_no_more(desk):
    with looking(desk.store, desk.today) as look:
        assert [(d.report, d.clock, d.days_late) for d in lists.due(look, 14)] == [("R3", "update_due", -10)]
        assert lists.due(look, 9) == []


def test_a_promise_without_a_day_stands_on_a_list_of_its_own(desk):
    with looking(desk.store, desk.today) as look:
        (promise,) = lists.promises(look)
    assert (promise.report, promise.quote, promise.condition) == (
        "R2", "to come back once partners agree", "partners agree",
    )  # fmt: skip


def test_reports_are_filtered_by_state_body_words_and_officer(desk):
    with looking(desk.store, desk.today) as look:
        assert [r.report for r in lists.reports(look)] == ["R1", "R2", "R3"]
        assert [r.report for r in lists.reports(look, state="recommended")] == ["R1"]
        assert [r.report for r in lists.reports(look, words="YOUTH")] == ["R2"]
        assert [r.report for r in lists.reports(look, words="26/00001")] == ["R1"]
        assert lists.reports(look, body="Cabinet") == []
        assert len(lists.reports(look, officer="Head of Service", limit=2)) == 2


def test_the_board_counts_every_state_in_the_order_of_the_journey(desk):
    with looking(desk.store, desk.today) as look:
        columns = board(look)
    assert [c.state for c in columns][:3] == ["drafted", "consulted", "scrutinised"]
    assert {c.state: c.many for c in columns if c.many} == {"drafted": 1, "recommended": 1, "updated": 1}


def test_gaps_are_listed_with_the_key_that_settles_them(desk):
    with looking(desk.store, desk.today) as look:
        found = {(g.report, g.name) for g in lists.gaps(look)}
        assert all(g.key.endswith(f":{g.name}") for g in lists.gaps(look))
    assert {("R1", "portfolio"), ("R3", "minute")} <= found


def test_what_is_looked_for_is_found_in_titles_recommendations_and_promises(desk):
    with looking(desk.store, desk.today) as look:
        assert {(f.kind, f.report) for f in lists.find(look, "libraries")} == {("report", 1)}
        assert {(f.kind, f.report) for f in lists.find(look, "Opening  Hours")} >= {("recommendation", 1)}
        assert {(f.kind, f.report) for f in lists.find(look, "partners agree")} == {("promise", 2)}
        assert lists.find(look, "100%") == []


def test_as_of_a_day_only_what_had_happened_by_then_is_there(desk):
    with looking(desk.store, desk.today, as_of=date(2026, 9, 9)) as look:
        assert {r.report: r.state for r in lists.reports(look)} == {
            "R1": "scrutinised", "R2": "drafted", "R3": "drafted",
        }  # fmt: skip
        assert lists.overdue(look) == []


def test_lateness_is_counted_on_the_day_that_is_looked_at(desk):
    for days, late in ((0, 12), (3, 15)):
        with looking(desk.store, desk.today + timedelta(days=days)) as look:
            assert [o.days_late for o in lists.overdue(look)] == [late]
