"""What is wanted on a day, of what was asked already."""

from datetime import date

from states.reminders import wanted
from states.schedule import SCHEDULE, stages
from states.words import Clock
from states.working_days import Calendar

RESPONSE = stages(SCHEDULE[Clock.EXECUTIVE_RESPONSE], date(2026, 6, 30), Calendar())
WINDOW = stages(SCHEDULE[Clock.CALL_IN_WINDOW], date(2026, 8, 12), Calendar())


def on(month, day, *asked, since=None, found=RESPONSE):
    it = wanted(found, date(2026, month, day), asked, since)
    return it and (it.stage.name, it.passed_over)


def test_nothing_is_wanted_before_the_first_day():
    assert on(6, 1) is None
    assert on(6, 2) == ("before-28", ())


def test_what_was_asked_is_not_asked_again():
    assert on(6, 2, "before-28") is None
    assert on(6, 15, "before-28") is None
    assert on(6, 16, "before-28") == ("before-14", ())


def test_after_a_month_of_silence_only_the_newest_goes_and_the_older_ones_are_passed_over():
    assert on(7, 1) == ("late-1", ("before-28", "before-14", "before-5"))
    assert on(9, 9, "before-28", "before-14") == ("late-2", ("before-5", "late-1"))


def test_after_the_last_one_it_stands_on_the_tracker():
    assert on(12, 1, "late-2") is None


def test_nobody_is_asked_for_something_to_come_when_its_day_is_over():
    friday = stages(SCHEDULE[Clock.PROMISE], date(2026, 6, 26), Calendar())
    assert on(6, 27, found=friday) is None, "on the Saturday it is late, and the asking for that comes on Monday"
    assert on(6, 29, found=friday) == ("late-1", ("before-14", "before-5"))


def test_what_was_opened_since_is_not_asked_for_after_the_event():
    opened = date(2026, 6, 10)
    assert on(6, 11, since=opened) is None, "the asking of 2 June was before it was opened"
    assert on(6, 16, since=opened) == ("before-14", ())


def test_what_is_late_is_asked_about_however_late_that_became_known():
    assert on(9, 1, since=date(2026, 8, 30)) == ("late-2", ("late-1",))


def test_that_a_decision_is_in_force_is_no_news_after_four_weeks():
    assert on(8, 13, found=WINDOW) == ("in-force", ("window",))
    assert on(9, 10, found=WINDOW) == ("in-force", ("window",))
    assert on(9, 11, found=WINDOW) is None
