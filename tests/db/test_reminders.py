"""A message and its reminders: kept together, never twice, and found out when somebody edits them by hand."""

from datetime import date

import pytest

from db import queries_reminders as reads
from db.past import stand
from db.replay import replay
from db.store import open_store
from db.verify import verify
from states.errors import MattersError

MESSAGE = {
    "person": 1, "kind": "reminder", "day": date(2026, 6, 16), "status": "claimed", "tries": 0,
    "message_id": "<1@example.gov.uk>",
    "items": [[1, 1, "before-14", "2026-06-30"], [1, 2, "late-1", "2026-06-15"],
              [1, 2, "before-5", "2026-06-15", "passed_over"]],
}  # fmt: skip


@pytest.fixture
def sent(pen):
    """A message about two promises of a report."""
    pen.put("person", {"name": "Jane Doe", "kind": "officer"})
    ref = pen.draft()
    pen.promise(ref, date(2026, 6, 30))
    pen.promise(ref, date(2026, 6, 15))
    pen.put("message", MESSAGE)
    return pen


def reminders(store):
    with store.reading() as tx:
        return tx.run("SELECT number, stage, person, message, left_out FROM reminder ORDER BY number, stage").fetchall()


def test_the_reminders_are_what_the_message_says(sent, store):
    assert reminders(store) == [
        (1, "before-14", 1, 1, None),
        (2, "before-5", 1, 1, "passed_over"),
        (2, "late-1", 1, 1, None),
    ]
    assert verify(store).good


def test_the_same_asking_cannot_be_claimed_twice(sent, store):
    other = {**MESSAGE, "message_id": "<2@example.gov.uk>", "items": [[1, 1, "before-14", "2026-06-30"]]}
    with pytest.raises(MattersError):
        sent.put("message", other)
    with store.reading() as tx:
        assert tx.head().entry == 5, "the entry went with it"
    sent.put("message", {**other, "items": [[1, 1, "before-5", "2026-06-30"]]})
    assert verify(store).good


def test_many_messages_claimed_at_once_have_an_entry_each_or_none_has(sent, store):
    def message(number, items):
        return {**MESSAGE, "message_id": f"<{number}@example.gov.uk>", "items": items}

    new = [message(2, [[1, 1, "before-5", "2026-06-30"]]), message(3, [[1, 2, "late-2", "2026-06-15"]])]
    with store.writing() as tx:
        assert tx.put_new("message", new, who="Ann", now=sent.now) == [2, 3]
        assert tx.head().entry == 7
        assert tx.put_new("person", [{"name": "Lee Reed", "kind": "officer"}], who="Ann", now=sent.now) == [2]
    assert verify(store).good
    with store.reading() as tx:
        asked = tx.run("SELECT entry, at, record FROM journal WHERE entry > 5 ORDER BY entry").fetchall()
    assert [(entry, record) for entry, _, record in asked] == [(6, "L2"), (7, "L3"), (8, "P2")]
    assert len({at for _, at, _ in asked}) == 3
    taken = message(5, [[1, 1, "before-14", "2026-06-30"]])
    for bad in (taken, message(3, []), {**taken, "colour": "red"}, {**taken, "items": [], "person": None}):
        with pytest.raises(MattersError), store.writing() as tx:
            tx.put_new("message", [message(4, []), bad], who="Ann", now=sent.now)
    with store.reading() as tx:
        assert tx.head().entry == 8, "the entries went with them"
    assert verify(store).good


def test_an_item_let_go_may_be_claimed_again(sent, store):
    sent.put("message", {"items": [[1, 1, "before-14", "2026-06-30", "free"]], "status": "withdrawn"}, ref=1)
    assert reminders(store) == []
    sent.put("message", {**MESSAGE, "message_id": "<2@example.gov.uk>"})
    assert len(reminders(store)) == 3
    assert verify(store).good


def test_a_message_that_goes_to_another_takes_its_reminders_along(sent, store):
    sent.put("person", {"name": "Ann Other", "kind": "officer"})
    sent.put("message", {"person": 2}, ref=1)
    assert {row[2] for row in reminders(store)} == {2}


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("UPDATE reminder SET left_out = 'struck' WHERE stage = 'late-1'", "extra_row"),
        ("DELETE FROM reminder WHERE stage = 'late-1'", "lost_row"),
        ("INSERT INTO reminder VALUES (1, 1, 'late-9', '2026-06-30', 1, 1, NULL)", "extra_row"),
    ],
)
def test_a_reminder_changed_behind_the_journals_back_is_found(sent, store, sql, kind):
    with store.connection() as connection:
        connection.execute(sql)
    found = verify(store).findings
    assert kind in {finding.kind for finding in found}
    assert {finding.table for finding in found} == {"reminder"}


def test_the_journal_makes_the_same_reminders_again(sent, store, tmp_path):
    sent.put("message", {"status": "sent", "sent_at": "2026-06-16T08:00:00.000000Z"}, ref=1)
    with open_store(str(tmp_path / "again.db")) as again:
        replay(store, again)
        assert reminders(again) == reminders(store)
        assert verify(again).good


def test_before_it_was_claimed_nothing_was_known_of_it(sent, store, now):
    with store.reading() as tx:
        known_at = tx.ask("SELECT at FROM journal WHERE entry = 4").fetchone()[0]
    past = stand(store, as_of=None, known_at=known_at, today=now.date())
    assert reminders(past) == []
    with past.reading() as tx:
        assert tx.all(reads.WENT, ref=1) == []
    past.close()


@pytest.mark.parametrize(
    ("query", "index"),
    [(reads.NEAR, "follow_up_owed"), (reads.LATE, "follow_up_owed"), (reads.WINDOWS, "follow_up_windows"),
     (reads.UNDATED, "follow_up_chase"), (reads.TO_SEND, "message_waits"), (reads.FAILED_MESSAGES, "message_refused")],
)  # fmt: skip
def test_what_is_asked_at_every_sweep_uses_its_index(tmp_path, query, index):
    import re

    with open_store(str(tmp_path / "matters.db")) as store, store.reading() as tx:
        sql = query.sql.replace("{where}", "")
        given = dict.fromkeys(re.findall(r":([a-z_0-9]+)", sql), "2026-06-01")
        plan = tx.run(f"EXPLAIN QUERY PLAN {sql}", given).fetchall()
    assert index in str(plan)


def test_words_that_no_message_has_are_refused(sent, store):
    for values in (
        {"status": "lost"},
        {"kind": "threat"},
        {"status": "sent"},
        {"items": [[1, 1, "", "2026-06-30"]]},
        {"items": [[1, 1, "before-5", "2026-06-30", "because"]]},
    ):
        with pytest.raises(MattersError):
            sent.put("message", values, ref=1)
    assert verify(store).good
