"""The history of a message says what happened to it, in words."""

from datetime import date, timedelta

import pytest

from workflow.reminders import review
from workflow.views.history import history
from workflow.views.look import looking
from workflow.views.messages_past import in_words

TUESDAY = date(2026, 6, 16)


@pytest.fixture
def told(reviewing):
    """Calls what was done to L1, in words; it asks Jane for two things."""
    report = reviewing.report()
    for quote in ("A map of all branches.", "A bench at every branch."):
        reviewing.promise(report, date(2026, 6, 30), quote=quote)
    reviewing.sweep(TUESDAY - timedelta(1), scheduled=True)

    def words():
        with looking(reviewing.desk.store, reviewing.desk.today) as look:
            return list(in_words(history(look, record="L1")).values())

    return words


def test_what_a_person_did_to_a_letter_is_told(reviewing, told):
    desk = reviewing.desk
    review.strike(desk, 1, (1, 2))
    review.edit(desk, 1, note="Thank you.")
    review.edit(desk, 1, note="", words="My own.")
    review.release(desk, 1)
    review.hold(desk, 1)
    review.withdraw(desk, 1, why="asked in person")
    assert told() == [
        "laid out for 16 Jun 2026", "R1.2: struck", "a note was put before it",
        "its note was taken out; words of a person's own", "released by jane", "held: its release was taken back",
        "withdrawn: asked in person",
    ]  # fmt: skip


def test_what_became_of_it_at_the_server_is_told(reviewing, told):
    desk, jane = reviewing.desk, "jane.doe@example.gov.uk"
    reviewing.post.says(jane, "later", "451 busy")
    reviewing.post.says(jane, "refused", "550 no such mailbox")
    review.release(desk, 1)
    reviewing.sweep(TUESDAY)
    reviewing.sweep(TUESDAY + timedelta(1))
    review.again(desk, 1)
    reviewing.sweep()
    assert told() == [
        "laid out for 16 Jun 2026", "released by jane", "not taken yet, to be tried again: 451 busy",
        "refused for good (try 2, under the same Message-ID): 550 no such mailbox", "to be tried once more, by jane",
        "sent (try 3, under the same Message-ID): 250 OK",
    ]  # fmt: skip


def test_a_person_is_no_message(reviewing, told):
    with looking(reviewing.desk.store, reviewing.desk.today) as look:
        assert in_words(history(look, record=f"P{reviewing.jane}")) == {}
