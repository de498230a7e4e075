"""The whole of one move: in one transaction, or refused with sentences and not a row changed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from engine_asked import decided, entries, rows

from states.acts import FollowUpAct
from states.case import decode_case
from states.days import On
from states.errors import BadInput, Conflict, NotFound, Refused
from states.facts import Answer, Facts, Ruling
from states.guards import meeting_held
from states.report import in_the_way
from states.words import Clock, MeetingStatus, Move, Response, State
from workflow import owed
from workflow.corrections import amend
from workflow.engine import make_move, move_in
from workflow.records import bodies, meetings
from workflow.views.explain import explain
from workflow.views.look import looking

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


# One transaction


@ON_BOTH
@pytest.mark.parametrize(
    ("move", "facts", "more", "error"),
    [
        (Move.CLOSE, Facts(), {}, Refused),
        (Move.DRAFT, Facts(title="Again"), {}, Refused),
        (Move.RESPOND, Facts(responses=(Answer(7, Response.ACCEPTED, "Cabinet"),)), {}, Refused),
        (Move.WITHDRAW, Facts(), {"on": On.day(date(2031, 1, 1)), "why": "x"}, Refused),
        (Move.WITHDRAW, Facts(), {"expected": 99, "why": "x"}, Conflict),
        (Move.DECIDE, Facts(decided="x"), {}, Refused),
    ],
)
def test_a_refusal_changes_no_row(desk, council, move, facts, more, error):
    report, _ = council.recommended("Keep libraries")
    before = rows(desk)
    with pytest.raises(error):
        make_move(desk, report, move, facts, **more)
    assert rows(desk) == before


@ON_BOTH
def test_what_fails_halfway_through_a_larger_act_leaves_nothing_of_it(desk, council):
    report = council.draft()
    before = rows(desk)

    def several():
        with desk.writing() as tx:
            move_in(desk, tx, report, Move.WITHDRAW, why="overtaken")
            bodies.add(desk, "A panel", None, tx=tx)
            meetings.add(desk, council.board, On.day(date(2017, 4, 1)), tx=tx)
            move_in(desk, tx, report, Move.WITHDRAW, why="once more")

    with pytest.raises(Refused):
        several()
    assert rows(desk) == before
    make_move(desk, report, Move.WITHDRAW, why="overtaken")


@ON_BOTH
@pytest.mark.parametrize("fails", ["append_text", "save_case"])
def test_a_fault_in_the_middle_leaves_neither_entry_nor_row(desk, council, monkeypatch, fails):
    from db.tx import Tx

    report = council.draft()
    before = rows(desk)
    real = getattr(Tx, fails)

    def broken(self, *args, **more):
        real(self, *args, **more)
        raise OSError("the ceiling came down")

    monkeypatch.setattr(Tx, fails, broken)
    with pytest.raises(OSError, match="ceiling"):
        make_move(desk, report, Move.WITHDRAW, why="overtaken")
    monkeypatch.undo()
    assert rows(desk) == before
    make_move(desk, report, Move.WITHDRAW, why="overtaken")


@ON_BOTH
def test_a_move_writes_state_version_entry_and_follow_ups_together(desk, council):
    report, _ = council.recommended("Keep libraries", "Open hubs")
    with desk.reading() as tx:
        row, head = tx.report(report), tx.head()
        last = tx.entries(report)[-1]
    assert (row.state, row.entry, row.at) == ("recommended", head.entry, head.at)
    assert row.version == len(entries(desk, report))
    assert last.who == "jane"
    case = decode_case(row.folded)
    assert [f.due for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE] == [date(2017, 5, 6)] * 2
    assert {dated.number for dated in last.act.sets} == {
        f.number for f in case.follow_ups if f.clock is Clock.EXECUTIVE_RESPONSE
    }


# Sentences


def test_the_guards_own_sentences_reach_the_caller_all_of_them_and_explain_says_the_same(desk, council):
    report = council.draft()
    owed.do(desk, report, FollowUpAct("add", quote="a report will follow", due=date(2017, 2, 9)))
    decided(council, report)
    with pytest.raises(Refused) as caught:
        make_move(desk, report, Move.CLOSE)
    with looking(desk.store, desk.today) as look:
        said = next(m for m in explain(look, f"R{report}").moves if m.move == "close")
    assert caught.value.reasons == said.reasons == in_the_way(council.case(report), Move.CLOSE, desk.today)
    assert str(caught.value).startswith(f"R{report}: ")
    assert all(reason in str(caught.value) for reason in said.reasons)


def test_every_reason_is_told_at_once(desk, council):
    report, meeting = council.draft(), council.meeting(date(2017, 3, 3), council.cabinet)
    with pytest.raises(Refused) as caught:
        make_move(desk, report, Move.UPDATE, Facts(meeting=council.sitting(meeting)))
    to_come = meeting_held(council.case(report), Facts(meeting=council.sitting(meeting)), On.day(desk.today))
    assert to_come in caught.value.reasons
    assert any("is possible once it is" in reason for reason in caught.value.reasons)


def test_what_is_not_there_is_said(desk, council):
    with pytest.raises(NotFound, match="no report R9"):
        make_move(desk, 9, Move.WITHDRAW, why="x")
    with pytest.raises(BadInput, match="Say which report is to withdraw"):
        make_move(desk, None, Move.WITHDRAW, why="x")


# Versions


@ON_BOTH
def test_the_second_of_two_is_told_who_was_first_and_what_they_did(desk, other_desk, council):
    report = council.draft()
    with desk.reading() as tx:
        version = tx.report(report).version
    make_move(other_desk, report, Move.CONSULT, Facts(consultation_closes=desk.today), expected=version)
    before = rows(desk)
    with pytest.raises(Conflict) as caught:
        make_move(desk, report, Move.WITHDRAW, why="x", expected=version)
    assert (caught.value.record, caught.value.who) == (f"R{report}", "omar")
    assert "consult" in caught.value.what
    assert rows(desk) == before
    make_move(desk, report, Move.WITHDRAW, why="x", expected=version + 1)


def test_a_conflict_over_something_that_is_no_move_says_what_it_was(desk, other_desk, council):
    report = council.draft()
    with desk.reading() as tx:
        version = tx.report(report).version
    owed.do(other_desk, report, FollowUpAct("add", quote="soon"))
    with pytest.raises(Conflict, match=r"omar changed it \(follow up\)"):
        make_move(desk, report, Move.WITHDRAW, why="x", expected=version)


def test_without_an_expected_version_the_move_is_made_on_what_is_there(desk, other_desk, council):
    report = council.draft()
    make_move(other_desk, report, Move.CONSULT, Facts(consultation_closes=desk.today))
    assert make_move(desk, report, Move.WITHDRAW, why="x").before.state is State.CONSULTED


# Days


def test_what_is_dated_tomorrow_is_refused_and_today_is_not(desk, council):
    report = council.draft()
    with pytest.raises(Refused, match="2 Feb 2017 has not come yet"):
        make_move(desk, report, Move.WITHDRAW, on=On.day(date(2017, 2, 2)), why="x")
    with pytest.raises(Refused, match="has not come yet"):
        owed.do(desk, report, FollowUpAct("add", quote="soon"), on=On.day(date(2017, 2, 2)))
    with pytest.raises(Refused, match="has not come yet"):
        amend(desk, report, why="x", on=On.day(date(2017, 2, 2)), entry=entries(desk, report)[0].number)
    make_move(desk, report, Move.WITHDRAW, on=On.day(date(2017, 2, 1)), why="x")


def test_today_is_londons_day(desk, council, clock):
    report = council.draft()
    clock.at = datetime(2017, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight on 1 July in London
    make_move(desk, report, Move.WITHDRAW, on=On.day(date(2017, 7, 1)), why="x")
    assert desk.today == date(2017, 7, 1)


def test_a_span_that_is_not_over_ends_today(desk, council):
    report = council.draft()
    make_move(desk, report, Move.WITHDRAW, on=On(date(2017, 1, 20), date(2017, 2, 19)), why="x")
    assert entries(desk, report)[-1].on == On(date(2017, 1, 20), date(2017, 2, 1))
    make_move(desk, report, Move.REOPEN, Facts(until_months=2), on=On(None, date(2017, 2, 9)), why="x")
    assert entries(desk, report)[-1].on == On(None, date(2017, 2, 1))
    assert council.case(report).last_on == date(2017, 2, 1)


@pytest.mark.parametrize("status", [MeetingStatus.HELD, MeetingStatus.SCHEDULED])
def test_without_a_day_it_is_the_day_of_the_meeting_that_was_held_else_today(desk, council, clock, status):
    report = council.draft()
    meeting = council.held(date(2017, 3, 3), report) if status is MeetingStatus.HELD else None
    clock.set(date(2017, 3, 9))
    if meeting is None:
        meeting = council.meeting(date(2017, 4, 3))
        moved = make_move(desk, report, Move.LIST, Facts(meeting=council.sitting(meeting)))
    else:
        moved = make_move(desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting)))
    took_place = {r.entry: r.took_place for r in moved.after.reached}
    assert took_place[moved.entry] == (date(2017, 3, 3) if status is MeetingStatus.HELD else date(2017, 3, 9))


def test_a_call_in_is_dated_by_its_receipt(desk, council, clock):
    report = council.draft()
    decided(council, report, callable=True, published_on=date(2017, 2, 1))
    clock.set(date(2017, 2, 8))
    moved = make_move(desk, report, Move.CALL_IN, Facts(
        received_on=date(2017, 2, 6), callers=("Cllr A",), grounds=("haste",), ruled=Ruling.VALID, ruled_by="the MO",
    ))  # fmt: skip
    assert moved.after.reached[-1].took_place == date(2017, 2, 6)


def test_instants_are_strictly_later_though_the_clock_stands_still_or_runs_back(desk, council, clock):
    report = council.draft()
    clock.at -= timedelta(minutes=40)
    make_move(desk, report, Move.CONSULT, Facts(consultation_closes=date(2017, 2, 1)))
    make_move(desk, report, Move.WITHDRAW, why="x")
    instants = [e.at for e in entries(desk, report)]
    assert instants == sorted(set(instants))
