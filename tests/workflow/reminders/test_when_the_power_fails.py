"""A kill leaves one letter in doubt; a loss of power, those the sweep had in hand; no other goes out a second time."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, timedelta

import pytest

from db.store import open_store
from db.verify import verify
from workflow.desk import Desk
from workflow.reminders import sending, sweeping
from workflow.reminders.sweeps import sweep
from workflow.views.history import history
from workflow.views.look import looking
from workflow.views.messages_past import in_words

DUE = date(2026, 6, 30)
DAY = date(2026, 6, 16)
PEOPLE = sending.HANDFUL + 5
LAST = sending.HANDFUL + 3
"""The letter that was on its way when it happened."""


class Killed(BaseException):
    """The process is no more."""


@pytest.fixture
def many(town):
    """More people than a handful who owe something each."""
    report = town.report()
    for at in range(PEOPLE):
        town.person(f"Officer {at:02d}", f"Post {at:02d}")
        town.promise(report, DUE, owner=f"Post {at:02d}")
    return town


def killed(town, monkeypatch, kept):
    """A sweep whose process ends in the middle; the file as the disk surely has it is kept at `kept`."""
    carry, real = town.post._carry, sending.Sender._next

    def dies(letter):
        told = carry(letter)
        if len(town.post.letters) == LAST:
            raise Killed
        return told

    def writes(sender, last, ref, coming):
        if ref is None:
            return None
        taken = real(sender, last, ref, coming)
        if sender._in_hand == coming:
            with closing(sqlite3.connect(town.desk.store.path)) as there, closing(sqlite3.connect(kept)) as disk:
                there.backup(disk)
        return taken

    town.clock.set(DAY)
    with monkeypatch.context() as patched:
        patched.setattr(sending.Sender, "_next", writes)
        patched.setattr(sweeping, "end", lambda *args, **more: None)
        patched.setattr(town.post, "_carry", dies)
        with pytest.raises(Killed):
            town.sweep()


def went(town):
    """How often each message went, by its Message-ID."""
    return Counter(letter.message_id for letter in town.post.letters)


def test_after_a_kill_only_the_letter_on_its_way_goes_again(many, monkeypatch, tmp_path):
    killed(many, monkeypatch, tmp_path / "disk.db")
    doubted = many.post.letters[-1].message_id
    many.clock.at += timedelta(minutes=11)
    assert many.sweep().many("sent") == PEOPLE - LAST + 1
    assert went(many) == Counter({letter.message_id: 1 for letter in many.post.letters} | {doubted: 2})


def test_after_a_loss_of_power_those_in_hand_go_again_under_the_same_name_and_it_is_said(many, monkeypatch, tmp_path):
    killed(many, monkeypatch, tmp_path / "disk.db")
    before = went(many)
    assert len(before) == LAST
    monkeypatch.setattr(sweeping, "_boot", lambda: "another start of the machine")
    with open_store(str(tmp_path / "disk.db"), create=False) as store:
        desk = Desk(store, "worker", many.clock)
        done = sweep(desk, many.settings, carrier=many.post)
        assert done.many("sent") == PEOPLE - sending.HANDFUL
        with desk.reading() as tx:
            rows = tx.run("SELECT message_id, status, said FROM message ORDER BY ref").fetchall()
        assert verify(store).good
        with looking(store, DAY) as look:
            told = list(in_words(history(look, record=f"L{PEOPLE}")).values())
        assert told[0] == "to go on 16 Jun 2026"
        assert told[1].startswith("not known whether it arrived: The sweep that began on 16 Jun 2026 at ")
        assert told[1].endswith(
            "was cut off with this in hand; whether it arrived is not known, so it goes out again under the same "
            "Message-ID."
        )
        assert told[2].startswith("sent: ")
    after = went(many)
    assert len(rows) == len(after) == PEOPLE
    assert {name for name, times in after.items() if times > 1} == set(list(before)[sending.HANDFUL :])
    for name, status, said in rows:
        assert status == "sent"
        in_hand = list(after).index(name) >= sending.HANDFUL
        assert ("went out again under the same Message-ID" in said) == in_hand


def test_what_is_in_hand_is_written_down_before_the_first_of_it_goes(many, monkeypatch):
    seen = []

    def looks(letter):
        seen.append(json.loads(many.rows("SELECT in_hand FROM sweep ORDER BY ref DESC LIMIT 1")[0][0]))
        return real(letter)

    real = many.post._carry
    monkeypatch.setattr(many.post, "_carry", looks)
    many.sweep(DAY)
    assert [len(hand) for hand in seen] == [sending.HANDFUL] * sending.HANDFUL + [5] * 5
    assert many.rows("SELECT in_hand, sending FROM sweep ORDER BY ref DESC LIMIT 1") == [("[]", None)]
    ids = [ref for (ref,) in many.rows("SELECT ref FROM message ORDER BY day, person, ref")]
    assert seen[0] + seen[-1] == ids


def test_a_slow_server_costs_a_letter_nothing_of_its_certainty(many, monkeypatch):
    real = many.post._carry

    def slowly(letter):
        many.clock.at += sending.SOON
        return real(letter)

    synced = []
    writing = many.desk.store.writing
    monkeypatch.setattr(many.desk.store, "writing", lambda synced=True: [seen(synced), writing(synced=synced)][1])
    monkeypatch.setattr(many.post, "_carry", slowly)

    def seen(kept):
        synced.append(kept)

    many.sweep(DAY)
    assert all(synced)
