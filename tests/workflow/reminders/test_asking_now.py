"""A person may ask about one thing now: of those whom the schedule would ask, once a day, and never past what protects
people."""

from datetime import date

import pytest

from states.errors import NotFound, Refused
from states.words import Ended
from workflow.records import people
from workflow.reminders.asking import ask_now, who_is_asked

TUESDAY = date(2026, 6, 2)
DUE = date(2026, 9, 30)


def ask(town, report, number):
    return ask_now(town.desk, town.settings, report, number, carrier=town.post)


def test_one_thing_is_asked_about_long_before_its_day_and_its_usual_reminders_come_all_the_same(town):
    report = town.report()
    number = town.promise(report, DUE)
    town.clock.set(TUESDAY)
    assert who_is_asked(town.desk, town.settings, report, number) == ("Jane Doe",)
    (went,) = ask(town, report, number)
    assert (went.name, went.outcome, went.lines) == ("Jane Doe", "sent", 1)
    (letter,) = town.post.to("Jane Doe")
    assert "A map of all branches." in letter.text
    town.every_day(date(2026, 9, 30))
    assert len(town.post.to("Jane Doe")) == 3, "14 and 5 days before, as always"


@pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)
def test_it_is_asked_once_a_day_and_again_another_day(town):
    report = town.report()
    number = town.promise(report, DUE)
    town.clock.set(TUESDAY)
    ask(town, report, number)
    for again in (ask, lambda town, *which: who_is_asked(town.desk, town.settings, *which)):
        with pytest.raises(Refused, match="Jane Doe was asked about it today already"):
            again(town, report, number)
    town.clock.set(date(2026, 6, 3))
    ask(town, report, number)
    assert len(town.post.to("Jane Doe")) == 2


def test_what_is_late_is_told_as_late_with_the_deputy_in_copy(town):
    report = town.report()
    number = town.promise(report, date(2026, 6, 3))
    town.person("Ben Okafor", "Head of Libraries", deputy=True)
    town.clock.set(date(2026, 6, 16))
    ask(town, report, number)
    (letter,) = town.post.to("Jane Doe")
    assert [name for name, _ in letter.copies] == ["Ben Okafor"]
    assert "13 days ago" in letter.text


def _nothing(town, report, number):
    """Nothing is done to it."""


def _done(town, report, number):
    town.does(report, "done", number, ended=Ended.KEPT)


def _snoozed(town, report, number):
    town.does(report, "snooze", number, until=date(2026, 8, 1), why="the election")


def _left(town, report, number):
    people.leave(town.desk, town.jane, last=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("happens", "owner", "says"),
    [
        (_done, "Head of Libraries", "not owed any more"),
        (_snoozed, "Head of Libraries", "left alone until 1 Aug 2026"),
        (_left, "Head of Libraries", "nobody holds the post Head of Libraries"),
        (_nothing, "Chief Executive", "for the post's sake; write yourself"),
        (_nothing, "Somebody Or Other", "no post is called Somebody Or Other"),
    ],
)
def test_whoever_may_not_be_written_to_is_not_asked_and_it_is_said_why(town, happens, owner, says):
    town.person("Sir Humphrey", "Chief Executive")
    report = town.report()
    number = town.promise(report, DUE, owner=owner)
    town.clock.set(TUESDAY)
    happens(town, report, number)
    with pytest.raises(Refused, match=says):
        ask(town, report, number)
    assert town.post.letters == []


def test_nothing_is_asked_before_reminders_are_enabled_nor_about_what_is_not_there(idle):
    report = idle.report()
    number = idle.promise(report, DUE)
    with pytest.raises(Refused, match="matters remind enable"):
        ask(idle, report, number)
    with pytest.raises(NotFound, match="has no follow-up 9"):
        ask(idle, report, 9)
    assert idle.post.letters == []
