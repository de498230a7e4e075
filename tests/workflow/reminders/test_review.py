"""The batch is laid out the working day before; a person reads it, strikes lines, adds words and releases it."""

from datetime import date, timedelta

import pytest

from states.errors import BadInput, NotFound, Refused
from workflow.reminders import review
from workflow.reminders.sweeps import sweep

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
DUE = date(2026, 6, 30)
TUESDAY = date(2026, 6, 16)
MONDAY = date(2026, 6, 15)


def waits(town, message=None):
    with town.desk.reading() as tx:
        return review.waiting(tx, town.desk, town.settings, only=message)


@pytest.fixture
def laid_out(reviewing):
    """Two promises of Jane's, laid out on the Monday for the Tuesday."""
    report = reviewing.report()
    reviewing.first = reviewing.promise(report, DUE)
    reviewing.second = reviewing.promise(report, DUE, quote="A bench at every branch.")
    reviewing.about = report
    done = reviewing.sweep(MONDAY, scheduled=True)
    assert (done.laid_out, done.morning, done.went) == (("L1",), TUESDAY, ())
    return reviewing


@ON_BOTH
def test_what_is_laid_out_waits_until_a_person_releases_it(laid_out):
    assert laid_out.sweep(TUESDAY, scheduled=True).went == ()
    (message,) = waits(laid_out)
    assert (message.name, message.day, message.status) == ("Jane Doe", TUESDAY, "laid_out")
    assert [line.about for line in message.lines] == ["R1.1", "R1.2"]
    assert "A bench at every branch." in message.text
    review.release(laid_out.desk, 1)
    assert waits(laid_out)[0].released_by == "jane"
    assert laid_out.sweep().many("sent") == 1
    assert laid_out.sweep().went == ()
    assert waits(laid_out) == []


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


def test_what_is_released_the_day_before_goes_on_its_morning(laid_out):
    review.release(laid_out.desk, 1)
    assert laid_out.sweep(scheduled=True).went == ()
    assert laid_out.sweep(TUESDAY, scheduled=True).many("sent") == 1


def test_a_friday_lays_out_monday(reviewing):
    reviewing.promise(reviewing.report(), date(2026, 6, 8))
    done = reviewing.sweep(date(2026, 6, 5), scheduled=True)
    assert done.morning == date(2026, 6, 8)
    assert reviewing.sweep(date(2026, 6, 6), scheduled=True).resting


def test_a_person_who_asks_gets_the_batch_of_today(reviewing):
    reviewing.promise(reviewing.report(), DUE)
    sunday = date(2026, 6, 21)
    assert reviewing.sweep(sunday).morning == sunday
    review.release(reviewing.desk, 1)
    assert reviewing.sweep().many("sent") == 1


def test_a_line_that_is_struck_does_not_go_and_does_not_come_back_at_its_stage(laid_out):
    review.strike(laid_out.desk, 1, (laid_out.about, laid_out.second), why="he told me on the telephone")
    review.release(laid_out.desk, 1)
    laid_out.sweep(TUESDAY)
    assert "bench" not in laid_out.post.letters[0].text
    assert laid_out.sweep(TUESDAY + timedelta(2)).laid_out == ()
    assert laid_out.sweep(date(2026, 6, 25)).claimed == 2, "five days before, it is asked for again"


def test_a_message_of_which_every_line_is_struck_is_withdrawn(laid_out):
    review.strike(laid_out.desk, 1, (laid_out.about, laid_out.first))
    review.strike(laid_out.desk, 1, (laid_out.about, laid_out.second))
    assert waits(laid_out) == []
    with pytest.raises(Refused, match="withdrawn"):
        review.release(laid_out.desk, 1)


def test_a_note_stands_before_everything_else(laid_out):
    review.edit(laid_out.desk, 1, note="With thanks for the figures.")
    assert "With thanks for the figures." in waits(laid_out)[0].text
    review.edit(laid_out.desk, 1, note="")
    assert waits(laid_out)[0].note is None


def test_a_persons_own_words_go_instead_of_the_templates(laid_out):
    review.edit(laid_out.desk, 1, subject="The branches", words="Dear Jane,\n\nmay I ask <b>once</b> more?\n\nPriya")
    review.release(laid_out.desk, 1)
    laid_out.sweep(TUESDAY)
    (letter,) = laid_out.post.letters
    assert (letter.subject, letter.text) == ("The branches", "Dear Jane,\n\nmay I ask <b>once</b> more?\n\nPriya")
    assert "&lt;b&gt;once&lt;/b&gt;" in letter.html


@pytest.mark.parametrize(
    "given",
    [{"subject": "two\nlines"}, {"note": "a bell \x07"}, {"words": "x" * 20_001}, {"subject": "y" * 201}, {}],
)
def test_words_that_are_none_are_refused(laid_out, given):
    with pytest.raises(BadInput):
        review.edit(laid_out.desk, 1, **given)
    assert waits(laid_out)[0].version == 1


def test_a_release_can_be_taken_back_until_it_went(laid_out):
    review.release(laid_out.desk, 1)
    with pytest.raises(Refused, match="Take its release back first"):
        review.edit(laid_out.desk, 1, note="One more thing.")
    review.hold(laid_out.desk, 1)
    assert laid_out.sweep(TUESDAY).went == ()
    review.release(laid_out.desk, 1)
    laid_out.sweep()
    with pytest.raises(Refused, match="It was sent on 16 Jun 2026"):
        review.hold(laid_out.desk, 1)


def test_what_is_withdrawn_comes_again_at_its_next_stage(laid_out):
    review.withdraw(laid_out.desk, 1, why="not this week")
    assert laid_out.sweep(TUESDAY).went == ()
    assert laid_out.sweep(date(2026, 6, 25)).laid_out == ("L2",)


def test_a_batch_nobody_released_grows_and_no_second_one_waits_beside_it(laid_out):
    laid_out.promise(laid_out.about, date(2026, 7, 7), quote="Opening hours on Sundays.")
    done = laid_out.sweep(date(2026, 7, 1))
    assert done.laid_out == ("L1",)
    (message,) = waits(laid_out)
    assert message.day == date(2026, 7, 1)
    going = [(line.about, line.stage) for line in message.lines if line.left_out is None]
    assert going == [("R1.1", "late-1"), ("R1.2", "late-1"), ("R1.3", "before-14")]


def test_what_was_answered_while_the_batch_waited_does_not_go(laid_out):
    from states.words import Ended

    laid_out.does(laid_out.about, "done", laid_out.second, ended=Ended.KEPT)
    review.release(laid_out.desk, 1)
    assert laid_out.sweep(TUESDAY).went[0].lines == 1
    assert "bench" not in laid_out.post.letters[0].text


def test_a_batch_released_after_its_day_asks_for_nothing_that_is_over(laid_out):
    review.release(laid_out.desk, 1)
    done = laid_out.sweep(date(2026, 7, 2))
    assert done.many("withdrawn") == 1
    assert laid_out.post.letters == []


def test_what_is_not_there_or_not_waiting_is_said(laid_out):
    with pytest.raises(NotFound, match="There is no message L9"):
        review.release(laid_out.desk, 9)
    with pytest.raises(NotFound, match=r"no line about R1\.7"):
        review.strike(laid_out.desk, 1, (1, 7))
    with pytest.raises(Refused):
        review.settle(laid_out.desk, 1, "telephoned")


def test_one_that_was_refused_is_settled_or_tried_once_more(laid_out):
    laid_out.post.says("jane.doe@example.gov.uk", "refused", "550 no such mailbox")
    review.release(laid_out.desk, 1)
    laid_out.sweep(TUESDAY)
    review.again(laid_out.desk, 1)
    laid_out.post.says("jane.doe@example.gov.uk", "refused", "550 no such mailbox")
    laid_out.sweep()
    review.settle(laid_out.desk, 1, "telephoned her")
    with pytest.raises(Refused, match="It is settled already: telephoned her"):
        review.settle(laid_out.desk, 1, "telephoned her twice")
    from workflow.reminders.standing import standing

    with laid_out.desk.reading() as tx:
        assert standing(tx, laid_out.desk, laid_out.settings).healthy


def test_every_act_is_in_the_journal_with_who_did_it(laid_out):
    laid_out.desk.who = "priya"
    review.edit(laid_out.desk, 1, note="With thanks.")
    review.release(laid_out.desk, 1)
    told = laid_out.rows("SELECT who FROM journal WHERE record = 'L1' ORDER BY entry")
    assert [who for (who,) in told] == ["jane", "priya", "priya"]


# Taking something further.


@pytest.fixture
def late(reviewing):
    """A response that is late, and was asked for as often as it will be."""
    from msgspec.structs import replace

    reviewing.settings = replace(reviewing.settings, reminders=replace(reviewing.settings.reminders, mode="send"))
    reviewing.about = reviewing.report(portfolio="Culture")
    reviewing.number = reviewing.promise(reviewing.about, DUE)
    reviewing.sweep(date(2026, 7, 15))
    assert len(reviewing.post.letters) == 1
    return reviewing


def test_what_stands_on_the_tracker_becomes_a_draft_that_only_a_person_releases(late):
    done = late.sweep(date(2026, 7, 16))
    assert (done.drafts, done.went) == (("L2",), ())
    (draft,) = waits(late)
    assert (draft.kind, draft.name, draft.lines[0].stage) == ("escalation", "Jane Doe", "escalate-1")
    late.every_day(date(2026, 7, 28))
    assert len(late.post.letters) == 1, "in send mode too it waits"
    review.release(late.desk, 2)
    assert late.sweep().many("sent") == 1
    assert late.sweep().went == ()


def test_the_next_step_takes_the_place_of_a_draft_nobody_released(late):
    late.person("Councillor Bell", "Cabinet Member for Culture", kind="councillor", role="cabinet_member")
    chair = late.person("Councillor Lane", "Chair of the Board", kind="councillor", role="chair", body=late.board)
    late.every_day(date(2026, 8, 20))
    (draft,) = waits(late)
    assert (draft.name, [line.stage for line in draft.lines if not line.left_out]) == (
        "Councillor Bell",
        ["escalate-3"],
    )
    assert late.rows(f"SELECT signs FROM message WHERE ref = {draft.message[1:]}") == [(chair,)]
    assert "I write as chair." in draft.text
    assert "Councillor Lane" in draft.text
    states = late.rows("SELECT status FROM message WHERE kind = 'escalation' ORDER BY ref")
    assert states == [("withdrawn",), ("withdrawn",), ("laid_out",)]


def test_where_no_chair_is_on_file_nobody_writes_as_one(late):
    late.person("Councillor Bell", "Cabinet Member for Culture", kind="councillor", role="cabinet_member")
    late.every_day(date(2026, 8, 20))
    (draft,) = waits(late)
    assert (draft.name, draft.lines[-1].stage) == ("Councillor Bell", "escalate-3")
    assert "as chair" not in draft.text
    assert "May I ask for your help? I have written about what follows" in " ".join(draft.text.split())
    assert draft.text.rstrip().endswith("Priya Nair")


def test_who_cannot_be_told_from_the_record_is_left_to_the_co_ordinator_to_say(late):
    late.every_day(date(2026, 7, 29))
    (draft,) = waits(late)
    assert (draft.name, draft.lines[0].stage) == ("Priya Nair", "escalate-2"), "Jane is no director"
    assert draft.trouble == "Nobody is on file to whom it should go. Say who: matters remind review L3 --to NAME"
    boss = late.person("Kit Hale", "Director of Place", role="director")
    review.give(late.desk, int(draft.message[1:]), boss)
    assert (waits(late)[0].name, waits(late)[0].trouble) == ("Kit Hale", None)
    review.release(late.desk, int(draft.message[1:]))
    late.sweep()
    assert late.post.letters[-1].to == ("Kit Hale", "kit.hale@example.gov.uk")


def test_a_draft_about_something_answered_since_does_not_go(late):
    from states.words import Ended

    late.sweep(date(2026, 7, 16))
    review.release(late.desk, 2)
    late.does(late.about, "done", late.number, ended=Ended.KEPT)
    assert late.sweep().many("withdrawn") == 1
    assert len(late.post.letters) == 1


def test_only_a_draft_can_be_given_to_another(laid_out):
    with pytest.raises(Refused, match="Only a draft"):
        review.give(laid_out.desk, 1, laid_out.priya)
