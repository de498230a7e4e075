"""The demonstration: everything it promises is there, whatever day it is built on, and nobody's own work is lost."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from db.replay import rule_book
from db.store import open_store
from db.verify import verify
from states.case import decode_case
from states.errors import BadInput, StoreError
from states.words import Response
from workflow import demo
from workflow.desk import Desk
from workflow.views import lists
from workflow.views.board import board
from workflow.views.look import looking
from workflow.views.thread import thread

TODAY = date(2026, 11, 22)


def noon(day):
    return datetime.combine(day, time(12), UTC)


def built_on(day):
    store = open_store("sqlite://")
    demo.build(Desk(store, "ann", lambda: noon(day)))
    return store


@pytest.fixture(scope="module")
def store():
    with built_on(TODAY) as store:
        yield store


@pytest.fixture
def look(store):
    with looking(store, TODAY) as look:
        yield look


@pytest.fixture
def cases(look):
    found = look.tx.ask("SELECT title, folded FROM report ORDER BY ref").fetchall()
    return {title: decode_case(folded) for title, folded in found}


def open_of(case):
    return {(f.clock.value, f.recommendation): f for f in case.follow_ups if f.ended is None}


def test_every_state_has_a_report_on_the_board(look):
    assert [column.state for column in board(look) if column.many == 0] == []


def test_the_story_has_its_own_dates(cases):
    case = cases["Connecting Communities Phase 2"]
    consultation = case.consultations[0]
    assert (consultation.opens, consultation.closes) == (date(2016, 9, 12), date(2016, 12, 12))
    assert case.listings[0].meeting.on.exact == date(2017, 3, 3)
    assert len(case.recommendations) == 4
    assert {r.to.name for r in case.recommendations} == {"Cabinet"}
    assert {f.due for f in case.follow_ups if f.clock == "executive_response"} == {date(2017, 5, 6)}
    assert str(case.decisions[0].on) == "March 2017"
    assert str(case.listings[-1].meeting.on) == "January 2020"


def test_what_the_papers_do_not_say_is_left_unknown(cases, look):
    case = cases["Connecting Communities Phase 2"]
    assert {r.response for r in case.recommendations} == {Response.AWAITING}
    assert {"notice_given_on", "minute", "on"} <= {gap.name for gap in case.gaps}
    assert {"outcome", "on"} <= {gap.name for gap in cases["Libraries Update"].gaps}
    assert "body" in {gap.name for gap in cases["Family Hubs and the Start for Life Programme"].gaps}
    assert lists.gaps(look) != []


def test_the_story_is_one_thread_to_2024(look):
    tied = thread(look, "R1")
    assert {step.report for step in tied if step.report} == {"R1", "R2", "R3", "R4"}
    assert {step.minute for step in tied if not step.report} == {"34/16", "24/16", "41/18", "46/18"}
    assert tied[-1].title == "Family Hubs and the Start for Life Programme"


def test_its_words_are_not_those_of_the_papers(cases, shared):
    papers = " ".join(" ".join(path.read_text("utf-8").lower().split()) for path in (shared / "seeds").glob("*.txt"))
    said = [r.text for r in cases["Connecting Communities Phase 2"].recommendations]
    said += [f.quote or "" for f in cases["Family Hubs and the Start for Life Programme"].follow_ups]
    for text in said:
        words = text.lower().split()
        runs = (" ".join(words[at : at + 8]) for at in range(len(words) - 7))
        assert [run for run in runs if run in papers] == []


def test_a_response_is_late_and_another_day_was_agreed_for_another(look):
    late = {(o.title, o.clock): o for o in lists.overdue(look)}
    assert late["Home Care Commissioning", "executive_response"].days_late == 26
    assert ("Housing Repairs Backlog", "executive_response") not in late
    by_law = {o.title: o for o in lists.overdue(look, "statute")}
    repairs = by_law["Housing Repairs Backlog"]
    assert repairs.due < TODAY < repairs.agreed
    assert {"action_due", "update_due"} <= {clock for _, clock in late}


def test_windows_hearings_notices_and_partners_are_to_come(look):
    clocks = {o.clock for o in lists.due(look, 42)}
    wanted = "call_in_window call_in_hearing key_decision_notice private_meeting_notice partner_response promise"
    assert set(wanted.split()) | {"agenda_publication", "consultation_close", "executive_response"} <= clocks


def test_a_promise_without_a_day_is_to_be_chased(look):
    chased = [p for p in lists.promises(look) if p.chase_on]
    assert [p.condition for p in chased] == ["once the safety audit is in"]
    assert chased[0].chase_on < TODAY


def test_one_is_exempt_one_called_in_and_amended_one_discharged(cases):
    assert [title for title, case in cases.items() if case.exempt] == ["Lease of the Depot"]
    assert cases["Bus Lanes on the Ring Road"].decision.final
    assert cases["Flooding in the Sherbourne Valley"].recommendations[0].sign_off == "discharged"
    assert cases["Ambulances Waiting at the Door"].irregularities[0].why


def test_rules_people_meetings_and_topics_are_there(look):
    rules = rule_book(look.tx).on(TODAY)
    assert (rules.call_in.days, rules.call_in.callers) == (5, 3)
    addresses = [row["email"] for row in look.tx.find("person")]
    assert all(address.endswith("@example.gov.uk") for address in addresses)
    assert all(row["email_confirmed"] for row in look.tx.find("person"))
    assert any(row["to_day"] for row in look.tx.find("tenure"))
    assert {row["status"] for row in look.tx.find("meeting")} == {"held", "scheduled"}
    assert {row["status"] for row in look.tx.find("topic")} == {"open", "promoted", "dropped"}
    assert any(row["health"] for row in look.tx.find("body"))


def test_the_owners_of_open_follow_ups_are_posts_bodies_or_officers_of_the_old_story(look):
    known = {row["title"].lower() for row in look.tx.find("post")} | {
        row["name"].lower() for row in look.tx.find("body")
    }
    owed = look.tx.ask("SELECT DISTINCT owner FROM follow_up WHERE ended IS NULL AND owner IS NOT NULL AND report > 4")
    assert {owner.lower() for (owner,) in owed} - known == set()


def test_it_verifies(store):
    assert verify(store).findings == ()


def test_it_is_the_same_each_time():
    asked = "SELECT entry, at, who, record, move, body FROM journal ORDER BY entry"
    rows = []
    for _ in range(2):
        with built_on(TODAY) as store, store.reading() as tx:
            rows.append(tx.ask(asked).fetchall())
    assert rows[0] == rows[1]


@pytest.mark.parametrize("day", ["2025-01-01", "2025-04-21", "2026-02-28", "2027-12-27", "2028-02-29"])
def test_it_can_be_built_on_any_day(day):
    today = date.fromisoformat(day)
    with built_on(today) as store:
        assert verify(store).findings == ()
        with looking(store, today) as look:
            assert {o.days_late for o in lists.overdue(look) if o.title == "Home Care Commissioning"} <= {
                26,
                27,
                28,
                29,
            }
            assert {"call_in_window", "call_in_hearing"} <= {o.clock for o in lists.due(look, 30)}
            assert look.tx.head().at[:10] < day


def test_it_was_entered_through_the_year_and_can_be_asked_what_was_known(store):
    then = noon(TODAY - timedelta(100)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with looking(store, TODAY, known_at=then) as look:
        known = {r.title for r in lists.reports(look)}
    assert "Connecting Communities Phase 2" in known
    assert "Household Waste Rounds" not in known


def test_it_is_not_built_where_something_is(store):
    with pytest.raises(StoreError, match="is not empty"):
        demo.build(Desk(store, "ann", lambda: noon(TODAY)))


def test_it_cannot_be_told_before_its_story_was_over():
    with open_store("sqlite://") as store, pytest.raises(BadInput, match="ends in January 2024"):
        demo.build(Desk(store, "ann", lambda: noon(date(2024, 6, 1))))
