"""What an act does to what was there: earlier moves entered later, corrections, amendments, follow-ups, settling."""

from datetime import date

import pytest
from engine_asked import decided, entries, open_days
from msgspec.structs import replace

from states.acts import FollowUpAct, MoveAct, SettleAct
from states.days import On
from states.errors import NotFound, Refused, StoreError
from states.facts import Answer, Facts, Progress, Proposal, Signed
from states.fold import fold
from states.words import Clock, Ended, Implementation, Move, Response, SignOff, State
from workflow import owed
from workflow.corrections import amend, correct
from workflow.engine import act_on, make_move, move_in, settle

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


# What was earlier, entered later


@ON_BOTH
def test_an_earlier_move_entered_later_makes_a_later_one_irregular_and_is_no_error(desk, council, clock):
    report, _ = council.recommended("Keep libraries")
    make_move(desk, report, Move.WITHDRAW, on=On.day(date(2017, 2, 10)), why="it was withdrawn before all this")
    case = council.case(report)
    assert [(i.name, "withdrawn" in i.says) for i in case.irregularities] == [("order", True)]
    assert (case.state, len(case.recommendations)) == (State.RECOMMENDED, 1)
    entry = entries(desk, report)[-1].number
    assert correct(desk, report, "another report", entry=entry).after.irregularities == ()


def test_what_is_out_of_order_itself_is_refused(desk, council, clock):
    report, _ = council.recommended("Keep libraries")
    with pytest.raises(Refused):
        make_move(desk, report, Move.PUBLISH, on=On.day(date(2017, 2, 2)))


@pytest.mark.parametrize("pick", range(8))
def test_what_is_added_to_a_case_step_by_step_is_what_all_its_entries_add_up_to(desk, pick):
    from lives import Life

    life = Life(desk.store)
    for n in range(40):
        life.step((n * 31 + pick * 17) % 100, (n * n * 104_729 + pick * 7919) % 2**20, (0, 1, 9, 40)[(n + pick) % 4])
        for ref in range(1, life.count("report") + 1):
            with desk.reading() as tx:
                folded = fold(tx.entries(ref), life.desk.rules(tx))
            assert life.case(ref) == folded.case, life.done
            assert folded.sets == (), "every date stands in an entry"


# Correcting and amending


@ON_BOTH
def test_a_struck_move_takes_its_clocks_along_and_nothing_is_erased(desk, council):
    report, _ = council.recommended("Keep libraries")
    before = entries(desk, report)
    moved = correct(desk, report, "the note was never sent")
    assert moved.state is State.SCRUTINISED
    assert Clock.EXECUTIVE_RESPONSE not in open_days(moved.after)
    assert entries(desk, report)[: len(before)] == before


def test_numbers_of_follow_ups_are_never_given_twice(desk, council):
    report, _ = council.recommended("Keep libraries")
    gone = {f.number for f in council.case(report).follow_ups}
    correct(desk, report, "the note was never sent")
    made = (Proposal("Open hubs", council.body(council.board), council.body(council.cabinet)),)
    moved = make_move(desk, report, Move.RECOMMEND, Facts(recommendations=made, received_on=date(2017, 3, 7)))
    fresh = {f.number for f in moved.after.follow_ups} - {f.number for f in moved.before.follow_ups}
    assert fresh
    assert not fresh & gone


@ON_BOTH
def test_a_replacement_stands_where_the_struck_move_stood(desk, council, clock):
    report, _ = council.recommended("Keep libraries")
    response = Facts(responses=(Answer(1, Response.ACCEPTED, "Cabinet", On.day(date(2017, 3, 20))),))
    clock.set(date(2017, 3, 21))
    make_move(desk, report, Move.RESPOND, response, on=On.day(date(2017, 3, 20)))
    board, cabinet = council.body(council.board), council.body(council.cabinet)
    facts = Facts(recommendations=(Proposal("Keep every library", board, cabinet, 1),), received_on=date(2017, 3, 9))
    entry = council.case(report).recommendations[0].entry
    moved = correct(desk, report, "other words", entry=entry, replacement=(Move.RECOMMEND, facts, None))
    (recommendation,) = moved.after.recommendations
    assert (recommendation.text, recommendation.number, recommendation.response) == (
        "Keep every library", 1, Response.ACCEPTED,
    )  # fmt: skip
    assert moved.after.irregularities == ()
    assert moved.state is State.RECOMMENDED


@ON_BOTH
def test_an_amended_day_of_receipt_moves_the_clock(desk, council):
    report, _ = council.recommended("Keep libraries")
    moved = amend(desk, report, Facts(received_on=date(2017, 3, 1)), why="the envelope was stamped")
    assert open_days(moved.after)[Clock.EXECUTIVE_RESPONSE] == date(2017, 4, 30)


# Follow-ups


@ON_BOTH
def test_an_extension_stands_beside_the_statutory_day_with_who_and_why(desk, council):
    report, _ = council.recommended("Keep libraries")
    number = next(f.number for f in council.case(report).follow_ups if f.ended is None)
    moved = owed.do(desk, report, FollowUpAct("extend", number, due=date(2017, 6, 1), why="agreed by the chair"))
    found = moved.after.follow_up(number)
    assert (found.due, found.agreed, found.counts) == (date(2017, 5, 6), date(2017, 6, 1), date(2017, 6, 1))
    assert [(c.do, c.who, c.why, c.agreed) for c in found.changes] == [
        ("extend", "jane", "agreed by the chair", date(2017, 6, 1))
    ]


def test_a_pause_is_not_late_and_a_resumed_one_is_again(desk, council, clock):
    report, _ = council.recommended("Keep libraries")
    number = next(f.number for f in council.case(report).follow_ups if f.ended is None)
    clock.set(date(2017, 6, 1))
    late = "SELECT number FROM follow_up WHERE owed_by < '2017-06-01'"
    for do, numbers in (("pause", []), ("resume", [(number,)])):
        owed.do(desk, report, FollowUpAct(do, number, why="an election"))
        with desk.reading() as tx:
            assert tx.run(late).fetchall() == numbers
    with pytest.raises(Refused, match="is not paused"):
        owed.do(desk, report, FollowUpAct("resume", number))


def test_a_promise_ends_kept_overtaken_or_dropped_with_its_reason(desk, council):
    report = council.draft()
    for ended in (Ended.KEPT, Ended.OVERTAKEN, Ended.DROPPED):
        owed.do(desk, report, FollowUpAct("add", quote=f"will be {ended}", condition="once Medway have agreed"))
        number = council.case(report).numbered
        if ended is not Ended.KEPT:
            with pytest.raises(Refused, match="Say why it is no longer owed"):
                owed.do(desk, report, FollowUpAct("done", number, ended=ended))
        moved = owed.do(desk, report, FollowUpAct("done", number, ended=ended, why="minute 4"))
        found = moved.after.follow_up(number)
        assert (found.ended, found.ended_why, found.ended_on) == (ended, "minute 4", desk.today)
    owed.do(desk, report, FollowUpAct("add", quote="a map"))
    with pytest.raises(Refused, match=r"Follow-up 4 is owed since 1 Feb 2017; give that day or a later one\.$"):
        owed.do(desk, report, FollowUpAct("done", 4, ended=Ended.KEPT), on=On.day(date(2017, 1, 20)))
    with pytest.raises(Refused, match="ended on 1 Feb 2017"):
        owed.do(desk, report, FollowUpAct("done", 1, ended=Ended.KEPT))


@pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
def test_a_promise_that_a_paper_tells_of_may_have_been_kept_before_that_papers_day(desk, council, clock):
    report = council.draft()
    clock.set(date(2017, 3, 20))
    promised = FollowUpAct("add", quote="the outcome before Cabinet", due=date(2017, 3, 7), papers=True)
    by_hand = FollowUpAct("add", quote="a map")
    for act in (promised, by_hand):
        owed.do(desk, report, act, on=On.day(date(2017, 3, 7)))
    kept, early = FollowUpAct("done", 1, ended=Ended.KEPT), On.day(date(2017, 3, 3))
    for number, on, says in (
        (2, early, "Follow-up 2 is owed since 7 Mar 2017; give that day or a later one."),
        (1, On.day(date(2017, 1, 30)), "The report begins on 1 Feb 2017; give that day or a later one."),
        (1, On.day(date(2017, 3, 21)), "21 Mar 2017 has not come yet; what happens is entered once it has happened."),
    ):
        with pytest.raises(Refused) as refused:
            owed.do(desk, report, replace(kept, number=number), on=on)
        assert refused.value.reasons == (says,)
    moved = owed.do(desk, report, kept, on=early)
    assert [(f.number, f.ended, f.ended_on) for f in moved.after.follow_ups] == [
        (1, Ended.KEPT, date(2017, 3, 3)), (2, None, None),
    ]  # fmt: skip
    with pytest.raises(Refused, match=r"ended on 3 Mar 2017: kept"):
        owed.do(desk, report, kept)


def test_follow_ups_wanted_and_stored_are_the_same_after_every_move(desk, council, clock):
    report, _ = council.recommended("Keep libraries", "Open hubs")
    clock.set(date(2017, 3, 21))
    answers = tuple(Answer(n, Response.ACCEPTED, "Cabinet", action_by=date(2017, 9, 1)) for n in (1, 2))
    responded = make_move(desk, report, Move.RESPOND, Facts(responses=answers))
    assert {f.clock for f in responded.ended} == {Clock.EXECUTIVE_RESPONSE}
    assert {f.clock for f in responded.opened} == {Clock.ACTION_DUE}, "what is promised with a day is owed at once"
    carried = decided(council, report, published_on=desk.today)
    assert Clock.UPDATE_DUE in {f.clock for f in carried.opened}
    told = make_move(desk, report, Move.UPDATE, Facts(written=True, progress=(Progress(1, Implementation.COMPLETE),)))
    assert open_days(told.after)[Clock.ACTION_DUE] == date(2017, 9, 1), "an officer's complete discharges nothing"
    meeting = council.held(date(2017, 4, 5))
    signs = tuple(Signed(n, SignOff.DISCHARGED) for n in (1, 2))
    signed = make_move(desk, report, Move.SIGN_OFF, Facts(signs=signs, meeting=council.sitting(meeting)))
    assert open_days(signed.after) == {}
    with desk.reading() as tx:
        stored = tx.ask("SELECT number, ended FROM follow_up WHERE report = :ref ORDER BY number", ref=report)
        assert stored.fetchall() == [(f.number, f.ended) for f in signed.after.follow_ups]
    assert make_move(desk, report, Move.CLOSE).state is State.CLOSED


# Settling, and the desk itself


def test_a_gap_is_settled_also_as_not_known_and_a_strange_one_is_not(desk, council):
    report = council.draft()
    (gap, *_) = council.case(report).gaps
    with desk.writing() as tx:
        moved = settle(desk, tx, report, (gap.key,), "not known")
    assert moved.after.gaps[0].settled == "not known"
    with pytest.raises(NotFound, match="no gap or irregularity 9:nothing"), desk.writing() as tx:
        settle(desk, tx, report, ("9:nothing",), "x")


def test_an_act_is_kept_as_it_was_given_with_the_dates_it_set(desk, council):
    report = council.draft(consultation_closes=date(2017, 3, 1))
    (entry,) = entries(desk, report)
    assert isinstance(entry.act, MoveAct)
    assert [(d.key, d.due, d.number) for d in entry.act.sets] == [
        (f"consultation_close/{entry.number}/0", date(2017, 3, 1), 1)
    ]
    with desk.writing() as tx:
        act_on(desk, tx, report, SettleAct((), "nothing"))
    assert replace(entry.act, sets=()).facts.title == "Libraries"


def test_a_look_cannot_write(desk, council):
    report = council.draft()
    with desk.reading() as tx, pytest.raises(StoreError, match="not a write"):
        move_in(desk, tx, report, Move.WITHDRAW, why="x")
