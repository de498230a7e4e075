"""As of a day things stand as they had happened by then, corrections included; known at an instant, as was known."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from lives import Life
from photographs import rows_of

from db.store import open_store
from db.verify import verify
from states.acts import FollowUpAct
from states.days import On, instant_text
from states.errors import StoreError
from states.facts import Facts, Proposal
from states.words import Ended, MeetingStatus, Move
from workflow import owed
from workflow.corrections import amend, correct
from workflow.engine import make_move
from workflow.records import bodies, meetings
from workflow.redaction import REDACTED, redact
from workflow.views import lists
from workflow.views.look import looking
from workflow.views.report import show


@pytest.fixture
def life() -> Iterator[Life]:
    with open_store("sqlite://") as store:
        yield Life(store)


def told(life: Life, view: Callable, *, as_of: date | None = None, known_at: str | None = None, **more):
    with looking(life.desk.store, life.today, as_of=as_of, known_at=known_at) as look:
        return view(look, **more)


def state(life: Life, **when) -> str:
    return str(told(life, show, ref="R1", **when).state)


def at(life: Life) -> str:
    """The instant of the last entry: several made at once are a microsecond apart."""
    with life.desk.reading() as tx:
        return tx.head().at


def later(life: Life, days: int) -> date:
    life.at += timedelta(days=days)
    return life.today


def scrutinised(life: Life, day: date) -> int:
    meeting = meetings.add(life.desk, life.board, On.day(day))
    make_move(life.desk, 1, Move.LIST, Facts(meeting=life.sitting(meeting)), on=On.day(life.today))
    life.at += timedelta(days=(day - life.today).days)
    meetings.hold(life.desk, meeting)
    make_move(life.desk, 1, Move.SCRUTINISE, Facts(meeting=life.sitting(meeting)))
    return meeting


def test_a_correction_counts_as_of_every_day_but_was_not_known_before_it_was_entered(life) -> None:
    held = later(life, 20)
    scrutinised(life, held)
    before = at(life)
    later(life, 30)
    correct(life.desk, 1, "another report was heard")
    assert state(life, as_of=held) == "drafted"
    assert state(life, as_of=life.today) == "drafted"
    assert state(life, known_at=before) == "scrutinised"
    assert state(life, known_at=before, as_of=held - timedelta(days=1)) == "drafted"
    assert state(life, known_at=at(life)) == "drafted"


def test_what_was_entered_late_counts_from_the_day_it_happened(life) -> None:
    first = life.today
    later(life, 50)
    make_move(life.desk, 1, Move.CONSULT, Facts(consultation_closes=first), on=On.day(first + timedelta(days=3)))
    assert state(life, as_of=first + timedelta(days=2)) == "drafted"
    assert state(life, as_of=first + timedelta(days=3)) == "consulted"
    assert state(life, known_at=instant_text(life.at - timedelta(days=1))) == "drafted"


def test_a_day_that_is_amended_moves_the_event(life) -> None:
    day = later(life, 20)
    entry = make_move(life.desk, 1, Move.WITHDRAW, why="overtaken").entry
    entered = at(life)
    later(life, 5)
    amend(life.desk, 1, why="the paper says so", entry=entry, on=On.day(day - timedelta(days=4)))
    assert state(life, as_of=day - timedelta(days=4)) == "withdrawn"
    assert state(life, known_at=entered, as_of=day - timedelta(days=4)) == "drafted"


def test_a_meeting_is_held_only_as_of_days_from_then_on_whatever_is_said_of_it_later(life) -> None:
    meeting = scrutinised(life, life.today + timedelta(days=20))
    held = life.today
    later(life, 10)
    meetings.minutes(life.desk, meeting, "draft")
    bodies.change(life.desk, life.board, note="sits on Wednesdays", why="a word")

    def status(look):
        return [(line.status, line.minutes) for line in lists.meetings(look)]

    assert told(life, status, as_of=held) == [("held", "draft")]
    assert told(life, status, as_of=held - timedelta(days=1)) == [("scheduled", "draft")]
    shown = told(life, show, ref="R1", as_of=held - timedelta(days=1))
    assert [m.status for m in shown.meetings] == ["scheduled"]


def test_a_meeting_that_moved_was_on_its_former_day_as_of_the_days_before_it_did(life) -> None:
    planned = life.today + timedelta(days=40)
    meeting = meetings.add(life.desk, life.board, On.day(planned))
    make_move(life.desk, 1, Move.LIST, Facts(meeting=life.sitting(meeting)))
    before, moved = life.today, later(life, 9)
    meetings.move(life.desk, meeting, planned + timedelta(days=30), why="the room")

    def when(look):
        return [m.date for m in show(look, "R1").meetings], [owed.agreed or owed.due for owed in lists.due(look, 90)]

    was, now = told(life, when, as_of=before), told(life, when, as_of=moved)
    assert was[0] == [str(planned)]
    assert now[0] == [str(planned + timedelta(days=30))]
    assert was[1] != now[1]


def test_a_meeting_put_right_later_was_still_to_come_before_it_was_held(life) -> None:
    meeting = scrutinised(life, life.today + timedelta(days=20))
    held = life.today
    later(life, 10)
    meetings.put_right(life.desk, meeting, "misread", day=held + timedelta(days=1), status=MeetingStatus.HELD)
    shown = told(life, show, ref="R1", as_of=held - timedelta(days=1))
    assert [(m.status, m.date) for m in shown.meetings] == [("scheduled", str(held + timedelta(days=1)))]


def test_a_renamed_body_has_its_former_name_as_of_former_days(life) -> None:
    first = life.today
    since = later(life, 30)
    bodies.rename(life.desk, life.board, "Communities Board", since=since)
    later(life, 3)
    bodies.change(life.desk, life.board, note="meets at ten", why="a word")

    def names(look):
        return next(each.name for each in bodies.listed(look.tx, look.day))

    assert told(life, names, as_of=first) == "Scrutiny Board (2)"
    assert told(life, names, as_of=since) == "Communities Board"


def test_a_month_that_is_not_over_has_happened_by_today_and_shows_everywhere(life) -> None:
    day = later(life, 3)
    month = On(day.replace(day=1), day.replace(day=28))
    make_move(life.desk, 1, Move.WITHDRAW, on=month, why="overtaken")
    assert state(life) == "withdrawn"
    assert state(life, known_at=at(life)) == "withdrawn"
    assert [line.move for line in told(life, show, ref="R1").timeline] == ["draft", "withdraw"]


def test_what_was_owed_on_a_day_is_overdue_as_of_that_day_though_it_was_kept_since(life) -> None:
    promised = FollowUpAct("add", quote="a report will follow", due=life.today + timedelta(days=5))
    owed.do(life.desk, 1, promised)
    late = later(life, 10)
    number = life.case(1).follow_ups[-1].number
    later(life, 10)
    owed.do(life.desk, 1, FollowUpAct("done", number, ended=Ended.KEPT))

    def days_late(look):
        return [row.days_late for row in lists.overdue(look)]

    assert told(life, days_late) == []
    assert told(life, days_late, as_of=late) == [5]
    assert told(life, days_late, known_at=at(life)) == []
    assert told(life, days_late, known_at=instant_text(life.at - timedelta(microseconds=1))) == [15]


def test_before_anything_was_entered_there_is_nothing(life) -> None:
    assert told(life, lists.reports, known_at="2001-01-01T00:00:00.000000Z") == []
    assert told(life, lists.reports, as_of=date(2001, 1, 1)) == []


def test_the_past_is_only_looked_at(life) -> None:
    then = at(life)
    later(life, 1)
    life._draft(7)
    with looking(life.desk.store, life.today, known_at=then) as look, pytest.raises(StoreError):
        look.tx.append(number=1, at=then, who="eve", record="R1", act={"act": "move"})


def test_words_that_were_taken_out_are_out_of_the_past_too_and_nothing_else_is(life) -> None:
    board, cabinet = life.body(life.board), life.body(life.cabinet)
    scrutinised(life, life.today + timedelta(days=2))
    made = (Proposal("That Mr Lamb of 3 Hill Lane be heard.", board, cabinet),)
    make_move(life.desk, 1, Move.RECOMMEND, Facts(recommendations=made, received_on=life.today))
    then = life.photograph()
    later(life, 4)
    with life.desk.reading() as tx:
        entry = tx.entries(1)[-1].number
    redact(life.desk, "R1", entry, "Mr Lamb of 3 Hill Lane", why="personal data", by="the Monitoring Officer")
    later(life, 4)
    owed.do(life.desk, 1, FollowUpAct("add", quote="more", due=life.today))
    with looking(life.desk.store, life.today, known_at=then.known_at) as look:
        rows = rows_of(look.tx)
        assert "Lamb" not in str(rows)
    for name in then.rows.keys() - {"journal"}:
        assert str(then.rows[name]).replace("Mr Lamb of 3 Hill Lane", REDACTED) == str(rows[name]), name
    with life.desk.reading() as tx:
        (by,) = tx.run("SELECT max(entry) FROM redaction").fetchone()
        (when,) = tx.ask("SELECT at FROM journal WHERE entry = :entry", entry=by).fetchone()
    between = told(life, lambda look: look.tx.report(1), known_at=when)
    assert between.entry == by
    assert verify(life.desk.store).good
