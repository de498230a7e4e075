"""The demonstration: everything it promises is there, whatever day it is built on, and nobody's own work is lost."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from db.quick import EDITION
from db.replay import rule_book
from db.store import edition_of, open_store
from db.verify import verify
from states.case import decode_case
from states.errors import BadInput, StoreError
from states.words import Move, Response
from workflow import demo
from workflow.cli.main import main
from workflow.desk import Desk
from workflow.engine import make_move
from workflow.facts_in import read_facts
from workflow.lookups import Lookup
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


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("MATTERS_DB", raising=False)
    return str(tmp_path / "try.db")


def entries(file):
    with open_store(file, create=False) as store, store.reading() as tx:
        return tx.head()


def work_in(file, day):
    with open_store(file, create=False) as store:
        desk = Desk(store, "ann", lambda: noon(day))
        with store.reading() as tx:
            facts = read_facts(Move.DRAFT, {"title": "Mine", "scrutiny_body": "Cabinet"}, Lookup(tx), day)
        make_move(desk, None, Move.DRAFT, facts)


def test_the_command_prints_the_board_what_is_overdue_and_due_and_what_to_try(file, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    with time_machine.travel(noon(TODAY), tick=False):
        assert main(["demo", "--db", file]) == 0
    printed = capsys.readouterr().out
    for words in ("Called in (1)", "Home Care Commissioning", "What is overdue", "What falls due"):
        assert words in printed
    assert printed.rstrip().splitlines()[-1].endswith(f"matters explain R1 --db {file}")


def test_the_command_without_a_place_leaves_the_own_database_alone(file, tmp_path, capsys):
    assert main(["demo"]) == 0
    assert [path.name for path in (tmp_path / "data" / "matters-arising").iterdir()] == ["demonstration.db"]


def test_a_demonstration_is_used_again_and_built_anew_on_another_day_or_when_asked(file, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        first = entries(file)
        main(["demo", "--db", file])
        assert entries(file) == first
        main(["demo", "--fresh", "--db", file])
        anew = entries(file)
        assert anew != first
    with time_machine.travel(noon(TODAY + timedelta(2)), tick=False):
        main(["demo", "--db", file])
    assert entries(file).at > anew.at


def test_what_somebody_tried_in_it_is_kept_until_they_ask_for_a_fresh_one(file, capsys):
    later = TODAY + timedelta(1)
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
    work_in(file, TODAY)
    worked = entries(file)
    with time_machine.travel(noon(later), tick=False):
        assert main(["demo", "--db", file]) == 0
        assert entries(file) == worked
        assert "worked in since" in capsys.readouterr().err
        main(["demo", "--fresh", "--db", file])
    assert entries(file).entry < worked.entry


def as_the_third_edition_had_it(file):
    """Makes the file one of an older version."""
    with closing(sqlite3.connect(file)) as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(sweep)") if row[1] != "in_hand"]
        raw.executescript(f"DROP TABLE sweep; CREATE TABLE sweep ({', '.join(columns)}); PRAGMA user_version = 3")
        raw.execute("UPDATE matters_schema SET version_num = '0003'")
        raw.commit()


def test_a_demonstration_of_an_older_version_is_built_anew(file, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        as_the_third_edition_had_it(file)
        assert main(["demo", "--db", file]) == 0
    with open_store(file, create=False) as store:
        assert edition_of(store) == EDITION


def test_a_demonstration_of_an_older_version_that_somebody_worked_in_is_upgraded(file, tmp_path, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        main(["demo", "--db", file])
        work_in(file, TODAY)
        worked = entries(file)
        as_the_third_edition_had_it(file)
        assert main(["demo", "--db", file]) == 0
    assert entries(file) == worked
    assert (tmp_path / "try.edition-3-1.db").exists()


def test_a_database_with_something_else_in_it_is_refused_and_kept(file, capsys):
    with open_store(file) as store, store.writing() as tx:
        tx.put("topic", {"title": "Parking"}, who="ann", now=noon(TODAY))
    kept = entries(file)
    for words in (["demo"], ["demo", "--fresh"], ["demo", "--follow-ups", "10"]):
        assert main([*words, "--db", file]) == 1
        assert "holds something else" in capsys.readouterr().err
    assert entries(file) == kept


def test_an_empty_database_is_filled(file, capsys):
    open_store(file).close()
    assert main(["demo", "--db", file]) == 0
    assert entries(file).entry > 200


def test_the_command_builds_on_a_server_too_and_takes_nothing_away_there(file, postgres_url, capsys):
    with time_machine.travel(noon(TODAY), tick=False):
        assert main(["demo", "--db", postgres_url]) == 0
        assert main(["demo", "--db", postgres_url]) == 0
        assert main(["demo", "--fresh", "--db", postgres_url]) == 1
    assert "empty that database" in capsys.readouterr().err
    with open_store(postgres_url, create=False) as store:
        assert verify(store).findings == ()


def test_a_database_in_memory_is_refused(file, capsys):
    assert main(["demo", "--db", "sqlite://"]) == 1
    assert "name a file" in capsys.readouterr().err


def test_on_a_terminal_the_screens_are_opened_on_it(file, monkeypatch, capsys):
    opened = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("workflow.cli.commands.board.quick", lambda words, given: opened.append(given["--db"]) or 0)
    assert main(["demo", "--db", file]) == 0
    assert opened == [file]
    assert "matters explain R1" in capsys.readouterr().out
