"""The server took it, or said later, or never, or nothing: each is written down, and the others go on."""

from datetime import date, timedelta

import pytest

from states.days import instant_text
from states.words import Ended
from workflow.reminders import sweeping
from workflow.reminders.standing import standing

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
DUE = date(2026, 6, 30)
DAY = date(2026, 6, 16)


@pytest.fixture
def two(town):
    """Jane and Lee owe something; Lee's number is told."""
    town.person("Lee Reed", "Head of Parks")
    report = town.report()
    town.promise(report, DUE)
    town.number = town.promise(report, DUE, owner="Head of Parks", quote="A new bench.")
    town.about = report
    return town


def states(town):
    return dict(town.rows("SELECT name, status FROM message AS m JOIN person AS p ON p.ref = m.person"))


def outcomes(done):
    return {went.name: went.outcome for went in done.went}


@ON_BOTH
def test_one_that_is_refused_stops_nobody_else_and_is_flagged(two):
    two.post.says("jane.doe@example.gov.uk", "refused", "550 no such mailbox")
    assert outcomes(two.sweep(DAY)) == {"Jane Doe": "refused", "Lee Reed": "sent"}
    assert two.sweep().went == ()
    with two.desk.reading() as tx:
        found = standing(tx, two.desk, two.settings)
    assert not found.healthy
    assert found.troubles == (
        "L1 to Jane Doe wants you: 550 no such mailbox. "
        "Then: matters remind review L1 --again, or --settle “what you did”.",
    )


def test_one_that_is_to_be_tried_later_rests_longer_each_time(two):
    for _ in range(6):
        two.post.says("jane.doe@example.gov.uk", "later", "451 try later")
    two.at(DAY, 8)
    assert outcomes(two.sweep(scheduled=True))["Jane Doe"] == "later"
    waits = []
    last = two.clock.at
    for _ in range(60):
        two.clock.at += timedelta(minutes=15)
        if two.sweep(scheduled=True).many("later"):
            waits.append(two.clock.at - last)
            last = two.clock.at
        if len(waits) == 4:
            break
    assert waits == [timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4)][: len(waits)]
    assert len(waits) == 3
    two.post.answers.clear()
    two.clock.at += timedelta(days=1)
    assert outcomes(two.sweep(scheduled=True)) == {"Jane Doe": "sent"}


def test_a_person_who_asks_does_not_wait(two):
    two.post.says("jane.doe@example.gov.uk", "later", "451 try later")
    two.sweep(DAY)
    assert outcomes(two.sweep()) == {"Jane Doe": "sent"}


@ON_BOTH
def test_after_silence_the_same_message_id_goes_out_again_and_the_log_says_so(two):
    two.post.says("jane.doe@example.gov.uk", "unknown", "the server fell silent after the letter")
    assert outcomes(two.sweep(DAY))["Jane Doe"] == "unknown"
    assert outcomes(two.sweep()) == {"Jane Doe": "sent"}
    first, again = two.post.to("Jane Doe")
    assert first.message_id == again.message_id
    assert "under the same Message-ID" in two.rows("SELECT said FROM message WHERE ref = 1")[0][0]


def test_what_stays_silent_again_and_again_is_given_to_a_person(two):
    for _ in range(5):
        two.post.says("jane.doe@example.gov.uk", "unknown")
    for _ in range(5):
        two.sweep(DAY)
    assert len(two.post.to("Jane Doe")) == 3
    assert states(two)["Jane Doe"] == "refused"


def test_while_the_server_is_away_one_letter_grows_and_no_flood_waits(two):
    for _ in range(40):
        two.post.says("jane.doe@example.gov.uk", "later", "nobody answers")
    two.every_day(DUE + timedelta(20))
    assert len(two.rows("SELECT ref FROM message WHERE person = 2 AND kind = 'reminder'")) == 1
    two.post.answers.clear()
    two.sweep()
    (letter,) = two.post.to("Jane Doe")
    assert letter.text.count("A map of all branches.") == 1
    left_out = two.rows("SELECT stage, left_out FROM reminder WHERE person = 2 ORDER BY left_out IS NULL, stage")
    assert left_out == [("before-14", "passed_over"), ("before-5", "passed_over"), ("late-1", "passed_over"),
                        ("late-2", None)]  # fmt: skip


@ON_BOTH
def test_what_was_answered_while_the_letter_waited_is_not_asked_for(two):
    two.post.says("lee.reed@example.gov.uk", "later")
    two.sweep(DAY)
    two.does(two.about, "done", two.number, ended=Ended.KEPT)
    done = two.sweep()
    assert outcomes(done) == {"Lee Reed": "withdrawn"}
    assert two.post.to("Lee Reed") == []
    assert "is not owed any more since 16 Jun 2026: kept" in done.went[0].said


def test_what_was_put_off_while_the_letter_waited_is_asked_for_at_its_new_day(two):
    two.post.says("lee.reed@example.gov.uk", "later")
    two.sweep(DAY)
    two.does(two.about, "extend", two.number, due=date(2026, 8, 31), why="the chair agreed")
    assert two.sweep().many("withdrawn") == 1
    assert two.sweep(date(2026, 8, 17)).many("sent") >= 1
    assert "31 August 2026" in two.post.to("Lee Reed")[-1].text


def test_what_was_handed_over_while_the_letter_waited_goes_to_who_holds_the_post_now(two):
    two.post.says("lee.reed@example.gov.uk", "later")
    two.sweep(DAY)
    from workflow.records import people

    new = two.person("Ann Other")
    with two.desk.writing() as tx:
        people.hand_over(two.desk, people.post_ref(tx, "Head of Parks"), new, since=DAY, tx=tx)
    done = [*two.sweep().went, *two.sweep().went]
    assert [(went.name, went.outcome) for went in done] == [("Lee Reed", "withdrawn"), ("Ann Other", "sent")]


def test_what_was_handed_over_goes_to_the_new_holder_on_the_next_day_too_though_no_digest_goes_then(two):
    from workflow.records import people

    two.post.says("lee.reed@example.gov.uk", "later")
    two.at(DAY, 8)
    two.sweep(scheduled=True)
    new = two.person("Ann Other")
    with two.desk.writing() as tx:
        people.hand_over(two.desk, people.post_ref(tx, "Head of Parks"), new, since=DAY, tx=tx)
    two.at(DAY + timedelta(1), 8)
    done = [*two.sweep(scheduled=True).went, *two.sweep(scheduled=True).went]
    assert [(went.name, went.outcome) for went in done] == [("Lee Reed", "withdrawn"), ("Ann Other", "sent")]


@ON_BOTH
def test_what_a_dead_sweep_had_on_its_way_goes_out_again_under_the_same_name(two):
    class Killed(BaseException):
        pass

    real = two.post._carry

    def dies(letter):
        real(letter)
        raise Killed

    two.post._carry = dies
    sweeping_end = sweeping.note
    with pytest.MonkeyPatch.context() as patched:  # nothing is written any more once the process is gone
        from workflow.reminders import sending

        patched.setattr(sweeping, "end", lambda *args, **more: None)
        patched.setattr(sending.Sender, "_next", _only_takes(sending.Sender._next))
        with pytest.raises(Killed):
            two.sweep(DAY)
    assert sweeping_end is sweeping.note
    two.post._carry = real
    assert two.sweep().went[-1].outcome == "sent", "while it may still be alive, only the others go"
    assert [letter.to[0] for letter in two.post.letters] == ["Jane Doe", "Lee Reed"]
    two.clock.at += timedelta(minutes=11)
    assert outcomes(two.sweep()) == {"Jane Doe": "sent"}
    first, again = two.post.to("Jane Doe")
    assert first.message_id == again.message_id
    said = two.rows("SELECT body FROM journal WHERE record = 'L1' ORDER BY entry")
    assert any("stopped while this was on its way" in body for (body,) in said)


def _only_takes(real):
    def taken(self, last, ref, coming):
        return real(self, last, ref, coming) if ref is not None else None

    return taken


def test_a_sweep_that_is_stopped_says_so_itself(two):
    real = two.post._carry

    def stopped(letter):
        real(letter)
        raise KeyboardInterrupt

    two.post._carry = stopped
    with pytest.raises(KeyboardInterrupt):
        two.sweep(DAY)
    two.post._carry = real
    assert two.rows("SELECT status, said FROM message WHERE ref = 1") == [
        ("unknown", "The sweep was stopped while this was on its way.")
    ]
    assert outcomes(two.sweep()) == {"Jane Doe": "sent", "Lee Reed": "sent"}
    assert len({letter.message_id for letter in two.post.to("Jane Doe")}) == 1


def test_a_process_that_is_gone_is_known_to_be_gone_at_once(town, monkeypatch):
    from db.rows_reminders import SweepLine

    now = town.clock.at
    at = instant_text(now)

    def line(worker):
        return SweepLine(1, worker, "once", "2026-06-01", at, at, None, 1, 0, 0, 0, 0, None, 0, "", "[]")

    assert sweeping.alive(line(sweeping.worker()), now)
    host, pid, began, _ = sweeping.worker().split(":")
    assert not sweeping.alive(line(f"{host}:{pid}:1"), now), "the number was given to another process since"
    again = line(f"{host}:{pid}:{began}:another-start")
    assert not sweeping.alive(again, now), "the machine was started anew since"
    assert sweeping.alive(again, now, "postgresql"), "or it is another machine of the same name"
    assert not sweeping.alive(again, now + timedelta(minutes=11), "postgresql")
    assert not sweeping.alive(line(f"{host}:4194999:"), now)
    assert sweeping.alive(line("elsewhere:1:1"), now)
    assert not sweeping.alive(line("elsewhere:1:1"), now + timedelta(minutes=11))


def test_a_template_that_cannot_be_used_leaves_the_letter_for_later(two, monkeypatch):
    from states.errors import BadInput
    from workflow.reminders import sending

    with monkeypatch.context() as patched:

        def broken(*args):
            raise BadInput("letter.txt, line 3: it is broken.")

        patched.setattr(sending, "letter_of", broken)
        done = two.sweep(DAY)
    assert outcomes(done) == {"Jane Doe": "later", "Lee Reed": "later"}
    assert "line 3" in done.went[0].said
    assert two.sweep().many("sent") == 2


def test_a_channel_that_cannot_be_opened_keeps_what_was_claimed(two):
    from contextlib import contextmanager

    from states.errors import BadInput

    @contextmanager
    def shut():
        raise BadInput("The password cannot be read.")
        yield

    real, two.post = two.post, shut
    with pytest.raises(BadInput):
        two.sweep(DAY)
    two.post = real
    with two.desk.reading() as tx:
        assert "The password cannot be read." in standing(tx, two.desk, two.settings).troubles[0]
    assert two.sweep().many("sent") == 2


@ON_BOTH
def test_the_journal_tells_it_all_again(two, tmp_path):
    from db.replay import replay
    from db.store import open_store

    two.post.says("jane.doe@example.gov.uk", "later")
    two.sweep(DAY)
    two.sweep()
    two.sweep(DUE + timedelta(40))
    with open_store(str(tmp_path / "again.db")) as again:
        replay(two.desk.store, again)
        for table in ("message", "reminder", "sending"):
            with again.reading() as tx, two.desk.reading() as old:
                sql = f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4"
                told = [tuple(map(str, row)) for row in old.run(sql).fetchall()]
                assert [tuple(map(str, row)) for row in tx.run(sql).fetchall()] == [
                    tuple("1" if value == "True" else "0" if value == "False" else value for value in row)
                    for row in told
                ]
