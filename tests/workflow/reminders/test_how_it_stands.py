"""`remind status`: whether all is well, what waits, what failed, and who is not written to."""

from datetime import date, timedelta

from msgspec.structs import replace

from states.words import Ended
from workflow.records import people
from workflow.reminders import sweeping
from workflow.reminders.enabling import snooze
from workflow.reminders.standing import standing

DUE = date(2026, 6, 30)
DAY = date(2026, 6, 16)


def stands(town, day=None):
    with town.desk.reading() as tx:
        return standing(tx, town.desk, town.settings, day=day)


def test_before_anything_was_enabled_all_is_well_and_nothing_leaves(idle):
    found = stands(idle)
    assert (found.enabled, found.last_sweep, found.healthy) == (False, None, True)


def test_who_enabled_it_and_what_the_last_sweep_did_are_told(town):
    town.promise(town.report(), DUE)
    town.sweep(DAY)
    found = stands(town)
    assert (found.enabled, found.since, found.who, found.mode) == (True, "2026-06-01", "jane", "send")
    assert found.last_did == "1 claimed, 1 sent, 0 to be tried again, 0 refused"
    assert found.next_digest == date(2026, 6, 23)
    assert found.healthy


def test_everybody_who_is_not_written_to_is_told_with_the_reason_as_long_as_it_is_so(town):
    ref = town.person("Lee Reed", "Head of Parks", confirmed=False)
    town.promise(town.report(), DUE, owner="Head of Parks")
    town.sweep(DAY)
    assert [(one.why, one.about) for one in stands(town).unsaid] == [
        (f"nobody has confirmed the address of Lee Reed (Head of Parks): matters people confirm P{ref}", ("R1.1",))
    ]
    people.confirm(town.desk, ref)
    assert stands(town).unsaid == ()


def test_who_is_not_written_to_is_told_also_after_the_last_asking_while_it_is_owed(town):
    town.person("Sam Smith", "Chair of the Friends", kind="councillor")
    report = town.report()
    town.promise(report, DUE, owner="Chair of the Friends")
    town.promise(report, None, owner="Chair of the Friends")
    town.every_day(DUE + timedelta(60), scheduled=True)
    (one,) = stands(town).unsaid
    assert one.why.startswith("Sam Smith (Chair of the Friends) is a councillor")
    assert one.about == ("R1.1",)
    town.does(report, "done", 1, ended=Ended.KEPT)
    assert stands(town).unsaid == ()


def test_who_is_left_alone_is_told(town):
    snooze(town.desk, town.jane, date(2026, 7, 1))
    assert stands(town).asleep == ("Jane Doe until 1 Jul 2026",)
    assert stands(town, day=date(2026, 7, 1)).asleep == ()


def test_what_could_not_go_again_and_again_wants_a_person(town):
    town.promise(town.report(), DUE)
    for _ in range(3):
        town.post.says("jane.doe@example.gov.uk", "later", "451 try later")
    for at in range(3):
        assert all("times" not in trouble for trouble in stands(town).troubles), at
        town.sweep(DAY)
    found = stands(town)
    assert found.troubles[1:] == ("L1 to Jane Doe could not go 3 times: 451 try later",)
    assert (found.on_their_way, found.failures[0].status) == (1, "later")


def test_a_mail_server_that_takes_nothing_is_told_at_once_until_it_takes_something(town):
    town.promise(town.report(), DUE)
    town.post.says("jane.doe@example.gov.uk", "later", "nobody answers at mail.example.gov.uk")
    town.at(DAY, 8)
    town.sweep(scheduled=True)
    away = ("The mail server took nothing in the last sweep: nobody answers at mail.example.gov.uk",)
    assert stands(town).troubles == away
    town.sweep(scheduled=True)
    assert stands(town).troubles == away, "while the letter rests nothing is tried"
    town.sweep()
    assert stands(town).healthy


def test_one_mailbox_that_is_full_is_no_server_that_is_away(town):
    town.person("Lee Reed", "Head of Parks")
    report = town.report()
    town.promise(report, DUE)
    town.promise(report, DUE, owner="Head of Parks")
    town.post.says("jane.doe@example.gov.uk", "later", "452 mailbox full")
    town.sweep(DAY)
    assert stands(town).healthy


def test_a_worker_that_gives_no_sign_is_missed_but_not_over_a_weekend(town):
    friday = date(2026, 6, 19)
    town.sweep(friday, scheduled=True, how="run")
    town.clock.set(date(2026, 6, 22))
    assert stands(town).healthy, "Saturday and Sunday it rests"
    town.clock.set(date(2026, 6, 24))
    assert stands(town).troubles == ("The worker gave its last sign on 19 Jun 2026 at 11:00.",)


def test_without_a_sender_nothing_can_be_mailed_and_that_is_said(town):
    town.settings = replace(town.settings, mail=replace(town.settings.mail, sender=None))
    assert stands(town).troubles == ("Nothing can be mailed: the settings name no sender ([mail] sender).",)


def test_the_last_thousand_sweeps_are_remembered(town, monkeypatch):
    from workflow.reminders import sweeping

    monkeypatch.setattr(sweeping, "KEPT", 3)
    for at in range(6):
        town.sweep(DAY + timedelta(at))
    assert [ref for (ref,) in town.rows("SELECT ref FROM sweep ORDER BY ref")] == [4, 5, 6]


def test_a_sweep_that_stopped_in_the_middle_is_told_until_the_next_goes_on_with_it(town):
    town.promise(town.report(), DUE)
    town.clock.set(DAY)
    with town.desk.writing() as tx:
        number = sweeping.begin(town.desk, tx, how="run", day=DAY.isoformat())
    assert stands(town).healthy, "it is at work"
    with town.desk.writing() as tx:
        sweeping.note(tx, number, worker="elsewhere:1:1:")
    town.clock.at += sweeping.LEASE + timedelta(minutes=1)
    (trouble,) = stands(town).troubles
    assert trouble.startswith("The sweep that began on 16 Jun 2026 at ")
    assert "stopped in the middle" in trouble
    town.sweep()
    assert stands(town).healthy
