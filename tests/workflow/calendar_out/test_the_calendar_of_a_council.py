"""`matters calendar`: what is in it, for whom, as it changes, and what is never in it."""

import json
import os
import stat
from datetime import date, timedelta

import pytest
from reading_calendars import strictly

from states.acts import FollowUpAct
from states.days import On
from states.errors import NotFound
from states.facts import Answer, Facts, Proposal
from states.words import Move, Response
from workflow import owed
from workflow.engine import make_move
from workflow.records import bodies, meetings, people
from workflow.views.calendar import calendar
from workflow.views.look import looking

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
FROM = date(2017, 1, 1)


@pytest.fixture
def days(council):
    """The days in the calendar, by UID without what tells the database."""

    def look(first=FROM, as_of=None, known_at=None, **of):
        with looking(council.desk.store, council.desk.today, as_of=as_of, known_at=known_at) as at:
            return {day.uid.partition("@")[0]: day for day in calendar(at, first, **of)}

    return look


def test_meetings_and_what_is_due_stand_in_it_with_the_instant_of_their_last_entry(council, days):
    report, meeting = council.recommended("Do it.", "And that.")
    found = days()
    held = found[f"M{meeting}.meeting"]
    assert (held.summary, held.first, held.time) == ("Scrutiny Board (2)", date(2017, 3, 3), None)
    assert held.description == f"Held.\nR{report}: Libraries"
    answer = found[f"R{report}-3.follow-up"]
    assert answer.summary == f"R{report}: executive response – Libraries"
    assert answer.first == date(2017, 5, 6)
    assert "Recommendation 1." in answer.description
    with council.desk.reading() as tx:
        assert answer.changed.isoformat().startswith(tx.head().at[:19])
        first_hash = tx.ask("SELECT hash FROM journal WHERE entry = 1").fetchone()[0]
    assert answer.uid == f"R{report}-3.follow-up@{first_hash[:12]}.matters-arising"


def test_the_name_stays_the_sequence_grows_and_what_ended_is_taken_back(council, days):
    report, _ = council.recommended("Do it.")
    key = f"R{report}-3.follow-up"
    before = days()[key]
    council.clock.set(date(2017, 4, 3))
    owed.do(council.desk, report, FollowUpAct("extend", 3, due=date(2017, 6, 30), why="the election"))
    extended = days()[key]
    assert (extended.first, extended.uid) == (date(2017, 6, 30), before.uid)
    assert extended.sequence > before.sequence
    assert extended.changed > before.changed
    assert "The day first set was Saturday 6 May 2017." in extended.description
    council.clock.set(date(2017, 5, 3))
    make_move(
        council.desk, report, Move.RESPOND,
        Facts(responses=(Answer(1, Response.ACCEPTED, "Cabinet"),)), on=On.day(date(2017, 5, 2)),
    )  # fmt: skip
    answered = days()[key]
    assert (answered.cancelled, answered.uid) == (True, before.uid)
    assert answered.sequence > extended.sequence
    assert "Kept on 2 May 2017." in answered.description


@ON_BOTH
def test_a_meeting_moved_and_cancelled_keeps_its_name(council, days):
    meeting = council.meeting(date(2017, 5, 9))
    before = days()[f"M{meeting}.meeting"]
    meetings.move(council.desk, meeting, date(2017, 5, 16), time="2.00 pm", venue="Room 1")
    moved = days()[f"M{meeting}.meeting"]
    assert (moved.first, moved.time, moved.place) == (date(2017, 5, 16), "14:00", "Room 1")
    assert "Moved from Tuesday 9 May 2017." in moved.description
    meetings.cancel(council.desk, meeting, "the election")
    gone = days()[f"M{meeting}.meeting"]
    assert (gone.cancelled, gone.summary) == (True, "Cancelled: Scrutiny Board (2)")
    assert before.uid == moved.uid == gone.uid
    assert before.sequence < moved.sequence < gone.sequence


def test_an_exempt_report_is_its_reference_and_its_day(council, days):
    report = council.draft("The secret sale", exempt=True, reference="16/00077")
    meeting = council.held(date(2017, 3, 3), report)
    make_move(council.desk, report, Move.SCRUTINISE, Facts(meeting=council.sitting(meeting), minute="34/16"))
    made = (Proposal("Sell it quietly.", council.body(council.board), council.body(council.cabinet)),)
    make_move(council.desk, report, Move.RECOMMEND, Facts(recommendations=made, received_on=date(2017, 3, 3)))
    found = days()
    assert found[f"M{meeting}.meeting"].description == f"Held.\nR{report}: 16/00077"
    answer = found[f"R{report}-3.follow-up"]
    assert (answer.summary, answer.description) == (f"R{report} (16/00077): due", None)
    assert "quietly" not in str(found)
    assert "secret" not in str(found)


def test_a_body_has_its_own_also_under_a_name_it_had(council, days):
    report, meeting = council.recommended("Do it.")
    other = council.meeting(date(2017, 5, 1), council.cabinet)
    bodies.rename(council.desk, council.board, "Scrutiny Board (3)", since=date(2017, 3, 7))
    for name in ("Scrutiny Board (2)", "Scrutiny Board (3)"):
        assert set(days(body=name)) == {f"M{meeting}.meeting", *(f"R{report}-{n}.follow-up" for n in (1, 2, 3))}
    assert set(days(body="Cabinet")) == {f"M{other}.meeting"}


def test_an_officer_has_what_they_owe_by_their_posts_and_the_meetings_of_what_they_lead(council, days):
    report = council.draft(lead_officer="Director of Place")
    led = council.meeting(date(2017, 5, 1))
    council.listed(report, led)
    council.meeting(date(2017, 5, 2))
    post = people.add_post(council.desk, "Director of Place")
    ann = people.add_person(council.desk, "Ann Lyle", kind="officer")
    people.hold(council.desk, post, ann, since=date(2017, 1, 1))
    by_post, by_person = days(officer="Director of Place"), days(officer="ann lyle")
    assert set(by_post) == set(by_person)
    assert f"M{led}.meeting" in by_post
    assert sum(day.kind == "meeting" for day in by_post.values()) == 1
    assert all(day.report == f"R{report}" for day in by_post.values() if day.kind == "due")
    with pytest.raises(NotFound, match="Nobody called “Anne Lyle”"):
        days(officer="Anne Lyle")


def test_it_can_be_asked_as_it_was(council, days):
    meeting = council.meeting(date(2017, 5, 9))
    with council.desk.reading() as tx:
        then = tx.head().at
    council.clock.set(date(2017, 2, 9))
    meetings.cancel(council.desk, meeting, "the election")
    assert days()[f"M{meeting}.meeting"].cancelled
    assert not days(known_at=then)[f"M{meeting}.meeting"].cancelled
    assert not days(as_of=date(2017, 2, 8))[f"M{meeting}.meeting"].cancelled


def test_only_the_days_asked_for_are_in_it(council, days):
    for day in (1, 8, 15):
        council.meeting(date(2017, 5, day))
    assert [day.first.day for day in days(date(2017, 5, 8)).values()] == [8, 15]
    assert [day.first.day for day in days(date(2017, 5, 1), last=date(2017, 5, 8)).values()] == [1, 8]


def test_the_command_writes_a_file_that_others_read_and_the_same_again(council, matters, tmp_path):
    council.recommended("Do it, please; now.")
    file = tmp_path / "scrutiny.ics"
    called = matters("calendar", "--out", str(file), day=date(2017, 3, 8))
    assert (called.code, called.out) == (0, "")
    assert "4 entries written to" in called.err
    events = strictly(file.read_bytes())
    assert [(event["SUMMARY"], event["STATUS"]) for event in events] == [
        ("R1: report deadline – Libraries", "CANCELLED"), ("R1: agenda publication – Libraries", "CANCELLED"),
        ("Scrutiny Board (2)", "CONFIRMED"), ("R1: executive response – Libraries", "CONFIRMED"),
    ]  # fmt: skip
    before = file.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o644
        file.chmod(0o640)
    matters("calendar", "--out", str(file), day=date(2017, 3, 20))
    assert file.read_bytes() == before
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.glob("*.ics*")] == ["scrutiny.ics"]


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(council, matters, tmp_path, monkeypatch):
    council.meeting(date(2017, 5, 9))
    file = tmp_path / "scrutiny.ics"
    file.write_text("the old one")
    from workflow import filed

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filed.os, "fsync", full)
    called = matters("calendar", "--out", str(file))
    assert called.code == 1
    assert "No space left on device. Nothing was changed there." in called.err
    assert file.read_text() == "the old one"
    monkeypatch.undo()
    assert [path.name for path in tmp_path.glob("*.ics*")] == ["scrutiny.ics"]


def test_the_same_days_can_be_had_as_json(council, matters):
    council.recommended("Do it.")
    called = matters("calendar", "--format", "json", "--from", "2017-01-01", day=date(2017, 3, 8))
    rows = json.loads(called.out)
    assert [row["kind"] for row in rows] == ["due", "due", "meeting", "due"]
    assert (rows[3]["first"], rows[3]["cancelled"]) == ("2017-05-06", False)
    wrong = matters("calendar", "--format", "json", "--out", "x.ics")
    assert wrong.code == 2


def test_what_is_long_past_is_left_out_by_itself(council, matters):
    council.meeting(date(2017, 5, 9))
    called = matters("calendar", "--format", "json", day=date(2017, 5, 9) + timedelta(93))
    assert json.loads(called.out) == []
    called = matters("calendar", "--format", "json", day=date(2017, 5, 9) + timedelta(92))
    assert len(json.loads(called.out)) == 1


def test_a_calendar_that_would_end_before_it_begins_is_refused_with_a_sentence(council, matters):
    called = matters("calendar", "--from", "2026-05-02", "--to", "2026-05-01")
    assert called.code == 1
    assert "1 May 2026 (--to) is before 2 May 2026 (--from)." in called.err
