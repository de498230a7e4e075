"""What is due goes once, to who owes it: today, tomorrow, and after a month in which nobody asked."""

from datetime import date, timedelta

import pytest

from states.words import Move
from workflow import owed
from workflow.engine import make_move
from workflow.facts_in import read_facts
from workflow.lookups import Lookup
from workflow.reminders.enabling import enable, snooze
from workflow.settings_reminders import ReminderSettings

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
DUE = date(2026, 6, 30)
FOURTEEN_BEFORE = date(2026, 6, 16)


@ON_BOTH
def test_what_is_due_goes_once(town):
    town.promise(town.report(), DUE)
    assert town.sweep(date(2026, 6, 15)).went == ()
    first = town.sweep(FOURTEEN_BEFORE)
    assert [(went.name, went.outcome, went.lines) for went in first.went] == [("Jane Doe", "sent", 1)]
    assert town.sweep().went == ()
    assert town.sweep(FOURTEEN_BEFORE + timedelta(1)).went == ()
    letter = town.post.letters[0]
    assert letter.to == ("Jane Doe", "jane.doe@example.gov.uk")
    assert letter.reply_to == ("Priya Nair", "priya.nair@example.gov.uk")
    assert "A map of all branches." in letter.text
    assert len(town.post.letters) == 1


def test_a_new_installation_sends_nothing_until_somebody_enables_it(idle):
    idle.promise(idle.report(), DUE)
    assert "remind enable" in idle.sweep(FOURTEEN_BEFORE).resting
    enable(idle.desk, why="agreed with the chair")
    assert len(idle.sweep().went) == 1
    enable(idle.desk, on=False)
    assert idle.sweep(DUE + timedelta(1)).went == ()
    entries = idle.rows("SELECT who, record FROM journal WHERE record = 'E1' ORDER BY entry")
    assert entries == [("jane", "E1"), ("jane", "E1")]


def test_everything_of_one_person_is_one_letter(town):
    libraries, youth = town.report(), town.report("Youth work")
    for report in (libraries, youth, youth):
        town.promise(report, DUE)
    done = town.sweep(FOURTEEN_BEFORE)
    assert [(went.name, went.lines) for went in done.went] == [("Jane Doe", 3)]


@ON_BOTH
def test_after_thirty_days_off_there_is_one_letter_with_the_newest_stage_of_each(town):
    report = town.report()
    first, second = town.promise(report, DUE), town.promise(report, date(2026, 7, 20))
    done = town.sweep(date(2026, 7, 16))
    assert [(went.name, went.lines) for went in done.went] == [("Jane Doe", 2)]
    rows = town.rows("SELECT number, stage, left_out FROM reminder ORDER BY number, due, stage")
    assert rows == [
        (first, "before-14", "passed_over"),
        (first, "before-5", "passed_over"),
        (first, "late-1", "passed_over"),
        (first, "late-2", None),
        (second, "before-14", "passed_over"),
        (second, "before-5", None),
    ]


def test_after_the_last_asking_it_stands_on_the_tracker_and_not_in_the_inbox(town):
    town.promise(town.report(), DUE)
    town.every_day(date(2027, 1, 31), scheduled=True)
    stages = [
        row[0] for row in town.rows("SELECT stage FROM reminder WHERE stage NOT LIKE 'escalate%' ORDER BY message")
    ]
    assert stages == ["before-14", "before-5", "late-1", "late-2"]
    assert len(town.post.letters) == 4


def test_the_agreed_day_counts_where_there_is_one(town):
    report = town.report()
    number = town.promise(report, DUE)
    town.sweep(FOURTEEN_BEFORE)
    town.does(report, "extend", number, due=date(2026, 9, 30), why="the chair agreed")
    assert town.every_day(date(2026, 9, 15))[-1].went == ()
    assert len(town.post.letters) == 1
    assert town.sweep(date(2026, 9, 16)).many("sent") == 1


@pytest.mark.parametrize(
    "act",
    [
        {"act": "done", "ended": "kept"},
        {"act": "pause", "why": "the audit is out"},
        {"act": "snooze", "until": date(2026, 12, 1)},
    ],
)
def test_what_is_answered_paused_or_left_alone_is_not_asked_for(town, act):
    from states.words import Ended

    report = town.report()
    number = town.promise(report, DUE)
    if "ended" in act:
        act = {**act, "ended": Ended(act["ended"])}
    town.does(report, act.pop("act"), number, **act)
    assert town.sweep(DUE + timedelta(20)).went == ()


def test_a_person_who_is_left_alone_hears_of_it_afterwards(town):
    town.promise(town.report(), DUE)
    snooze(town.desk, town.jane, date(2026, 6, 24), why="on leave")
    done = town.sweep(FOURTEEN_BEFORE)
    assert done.went == ()
    assert [one.why for one in done.unsaid] == ["Jane Doe is left alone until 24 Jun 2026"]
    assert town.sweep(date(2026, 6, 23)).went == ()
    assert town.sweep(date(2026, 6, 24)).many("sent") == 1
    snooze(town.desk, town.jane, date(2026, 7, 24))
    snooze(town.desk, town.jane, None)
    assert town.sweep(DUE + timedelta(1)).many("sent") == 1


def test_what_came_from_papers_is_quiet_until_somebody_adopts_it(town):
    report = town.report()
    number = town.promise(report, DUE, papers=True)
    assert town.sweep(FOURTEEN_BEFORE).went == ()
    owed.adopt(town.desk, report, (number,))
    assert town.sweep().many("sent") == 1


def test_a_window_is_told_to_the_co_ordinator_and_then_to_the_lead_officer(town):
    report = town.report()
    facts = {
        "maker": "Cabinet", "maker_kind": "executive", "decided": "To close the branch.", "callable": True,
        "published_on": "2026-06-03",
    }  # fmt: skip
    town.clock.set(date(2026, 6, 3))
    with town.desk.reading() as tx:
        read = read_facts(Move.DECIDE, facts, Lookup(tx), town.desk.today)
    make_move(town.desk, report, Move.DECIDE, read)
    closes = date.fromisoformat(town.rows("SELECT due FROM follow_up WHERE clock = 'call_in_window'")[0][0])
    assert closes == date(2026, 6, 10)
    assert town.sweep(date(2026, 6, 8)).went == ()
    assert [went.name for went in town.sweep(date(2026, 6, 9)).went] == ["Priya Nair"]
    assert town.sweep(date(2026, 6, 10)).went == ()
    assert [(went.name, went.kind) for went in town.sweep(date(2026, 6, 11)).went] == [("Jane Doe", "in_force")]
    assert town.every_day(date(2026, 8, 1))[-1].went == ()


def test_what_has_no_day_is_put_to_the_co_ordinator_when_it_is_to_be_chased(town):
    report = town.report()
    town.promise(report, None, condition="once Medway have agreed", chase_on=date(2026, 7, 1))
    town.promise(report, None, quote="Figures for every branch.")
    names = [(went.name, went.lines) for went in town.sweep(date(2026, 6, 15)).went]
    assert names == [("Priya Nair", 1)], "asked for on 1 June: ten working days"
    assert [went.lines for went in town.sweep(date(2026, 7, 1)).went] == [1]
    assert "once Medway have agreed" in town.post.to("Priya Nair")[-1].text


def test_of_an_exempt_report_only_the_reference_leaves(town):
    report = town.report("Lease of the Depot", exempt=True, reference="26/00110")
    town.promise(report, DUE, quote="The price per square metre.")
    town.sweep(FOURTEEN_BEFORE)
    letter = town.post.letters[0]
    for words in ("Lease", "Depot", "square metre"):
        assert words not in letter.text + letter.subject + letter.html
        assert words.encode() not in (letter.ics or b"")
    assert "26/00110" in letter.text


def test_a_deputy_is_in_copy_once_something_is_late(town):
    town.person("Dan Deputy", "Head of Libraries", deputy=True)
    town.promise(town.report(), DUE)
    town.sweep(FOURTEEN_BEFORE)
    town.sweep(DUE + timedelta(1))
    assert [letter.copies for letter in town.post.letters] == [(), (("Dan Deputy", "dan.deputy@example.gov.uk"),)]


def test_an_executive_response_goes_to_the_lead_officer_and_cabinets_clerk(town):
    from states.facts import Facts, Proposal

    report = town.report()
    made = (Proposal("Sunday hours are kept.", town.council.body(town.board), town.council.body(town.cabinet)),)
    meeting = town.council.meeting(date(2026, 6, 1))
    make_move(town.desk, report, Move.LIST, Facts(meeting=town.council.sitting(meeting)))
    from workflow.records import meetings

    meetings.hold(town.desk, meeting)
    make_move(town.desk, report, Move.SCRUTINISE, Facts(meeting=town.council.sitting(meeting)))
    facts = Facts(recommendations=made, received_on=date(2026, 6, 1), notice_given_on=date(2026, 6, 1))
    make_move(town.desk, report, Move.RECOMMEND, facts)
    went = [went.name for done in town.every_day(date(2026, 7, 3)) for went in done.went]
    assert went == ["Jane Doe", "Owen Pryce"], "31 July, less 28 days, is 3 July"
    assert "Local Government Act 2000" in " ".join(town.post.letters[-1].text.split())


def test_the_worker_rests_on_weekends_and_a_person_who_asks_does_not(town):
    town.promise(town.report(), date(2026, 7, 4))
    saturday = date(2026, 6, 20)
    assert town.sweep(saturday, scheduled=True).resting == "it is no working day"
    assert town.sweep(saturday).went == (), "its own day moved to the Monday"
    assert town.sweep(date(2026, 6, 27)).many("sent") == 1


def test_the_worker_leaves_for_the_weekly_digest_what_can_wait(town):
    report = town.report()
    town.promise(report, date(2026, 7, 2))
    sent = {done.day: done.many("sent") for done in town.every_day(date(2026, 7, 10), scheduled=True) if done.went}
    assert sent == {
        date(2026, 6, 23): 1,  # its day was Thursday the 18th; the next Tuesday is soon enough
        date(2026, 6, 30): 1,  # five days before was Saturday
        date(2026, 7, 3): 1,  # late, and that does not wait
    }


def test_who_is_written_to_anyway_hears_everything_at_once(town):
    report = town.report()
    town.promise(report, date(2026, 6, 3))
    town.promise(report, date(2026, 6, 18))
    done = town.sweep(date(2026, 6, 4), scheduled=True)
    assert [went.lines for went in done.went] == [2], "one is late; the other could have waited until Tuesday"


def test_nothing_is_looked_through_twice_while_nothing_happened(town, monkeypatch):
    report = town.report()
    number = town.promise(report, DUE)
    town.sweep(FOURTEEN_BEFORE)
    from workflow.reminders import sweeps

    def never(*args, **more):
        raise AssertionError("planned again")

    with monkeypatch.context() as patched:
        patched.setattr(sweeps, "Planner", never)
        assert town.sweep().went == ()
    town.does(report, "extend", number, due=FOURTEEN_BEFORE + timedelta(14), why="a typing error")
    assert town.sweep().went == (), "the same day, asked already"
    with monkeypatch.context() as patched:
        patched.setattr(sweeps, "Planner", never)
        with pytest.raises(AssertionError):
            town.sweep(FOURTEEN_BEFORE + timedelta(1))


def test_other_figures_in_the_settings_are_planned_by(town):
    town.promise(town.report(), DUE)
    from msgspec.structs import replace

    from states.words import Clock
    from workflow.settings_reminders import ClockReminders

    own = ReminderSettings(mode="send", overdue_max=0, clocks={Clock.PROMISE: ClockReminders(before=(21,))})
    town.settings = replace(town.settings, reminders=own)
    assert town.sweep(date(2026, 6, 9)).many("sent") == 1
    town.every_day(date(2026, 8, 1))
    assert len(town.post.letters) == 1


def test_a_look_at_a_day_past_knows_no_reminder_of_later_and_costs_no_more_for_it(town):
    from db.past import stand
    from workflow.views.history import history
    from workflow.views.look import Look

    report, store, before = town.report(), town.desk.store, FOURTEEN_BEFORE - timedelta(1)
    town.promise(report, DUE)
    town.sweep(FOURTEEN_BEFORE)
    assert stand(store, as_of=before, known_at=None, today=DUE) is store, "it is no copy of the whole"
    with store.reading() as tx:
        then, now = (history(Look(tx, day), f"R{report}") for day in (before, DUE))
    assert "reminded" not in {past.move for past in then}
    assert now[-1].move == "reminded"


def test_a_letter_says_when_it_was_asked_before_and_never_that_it_was_asked_with_another_today(town):
    report = town.report()
    town.promise(report, DUE, owner="Cabinet")
    town.sweep(FOURTEEN_BEFORE)
    first = {letter.to[0]: letter.text for letter in town.post.letters}
    assert set(first) == {"Jane Doe", "Owen Pryce"}
    assert not any("I asked" in text for text in first.values())
    town.post.letters.clear()
    town.sweep(date(2026, 6, 25))
    for letter in town.post.letters:
        assert "I asked on Tuesday 16 June 2026" in " ".join(letter.text.split())
    assert len(town.post.letters) == 2
