"""What is laid out and then belongs to another, or was laid out for a far day: nobody misses it, and it is found."""

from datetime import date

import pytest

from workflow.records import people
from workflow.reminders import review
from workflow.reminders.sweeps import sweep
from workflow.views.reminded import stage

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
DUE = date(2026, 6, 30)
TUESDAY = date(2026, 6, 16)
MONDAY = date(2026, 6, 15)


def waits(town):
    with town.desk.reading() as tx:
        return review.waiting(tx, town.desk, town.settings)


def test_a_draft_does_not_speak_of_letters_that_only_the_co_ordinator_had(town):
    town.person("Sam Smith", "Chair of the Friends", kind="councillor")
    town.promise(town.report(), DUE, owner="Chair of the Friends")
    town.sweep(date(2026, 8, 3))
    assert "I asked" not in town.post.letters[0].text
    assert town.rows("SELECT stage FROM reminder WHERE left_out IS NULL") == [("chase-late-2",)]
    town.sweep(date(2026, 8, 4))
    (draft,) = waits(town)
    assert "I have no answer on file" in draft.text
    assert "I asked" not in draft.text


def test_a_stage_in_words_does_not_say_how_often_something_was_asked():
    assert [stage(name) for name in ("late-2", "chase-2", "chase-late-2")] == [
        "late", "to be chased", "late, at the co-ordinator's desk",
    ]  # fmt: skip


@pytest.fixture
def laid_out(reviewing):
    """Two promises of Jane's, laid out on the Monday for the Tuesday."""
    report = reviewing.report()
    reviewing.promise(report, DUE)
    reviewing.promise(report, DUE, quote="A bench at every branch.")
    assert reviewing.sweep(MONDAY, scheduled=True).laid_out == ("L1",)
    return reviewing


@ON_BOTH
@pytest.mark.parametrize("scheduled", [True, False])
def test_what_was_handed_over_after_it_was_laid_out_waits_for_who_holds_the_post_now_the_same_day(laid_out, scheduled):
    review.release(laid_out.desk, 1)
    laid_out.clock.set(TUESDAY)
    new = laid_out.person("Ann Other")
    with laid_out.desk.writing() as tx:
        people.hand_over(laid_out.desk, people.post_ref(tx, "Head of Libraries"), new, since=TUESDAY, tx=tx)
    assert [went.outcome for went in laid_out.sweep(scheduled=scheduled).went] == ["withdrawn"]
    laid_out.sweep(scheduled=scheduled)
    (message,) = waits(laid_out)
    assert (message.name, message.day, [line.stage for line in message.lines]) == (
        "Ann Other", TUESDAY, ["before-14", "before-14"],
    )  # fmt: skip
    review.release(laid_out.desk, 2)
    assert [(went.name, went.outcome, went.lines) for went in laid_out.sweep(scheduled=scheduled).went] == [
        ("Ann Other", "sent", 2)
    ]
    assert laid_out.sweep(scheduled=scheduled).went == ()


def test_what_is_laid_out_for_a_far_day_is_brought_back_to_the_next_morning_once_it_is_held(reviewing):
    reviewing.promise(reviewing.report(), DUE)
    reviewing.clock.set(MONDAY)
    sweep(reviewing.desk, reviewing.settings, day=date(2026, 7, 14), carrier=reviewing.post)
    review.release(reviewing.desk, 1)
    assert reviewing.sweep().went == ()
    review.hold(reviewing.desk, 1)
    reviewing.sweep(scheduled=True)
    assert [message.day for message in waits(reviewing)] == [TUESDAY]
    review.release(reviewing.desk, 1)
    assert reviewing.sweep(TUESDAY).many("sent") == 1
