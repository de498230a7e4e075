"""Reports on agendas: listed, moved from one meeting to another, begun there from a topic."""

from datetime import date

import pytest

from db import queries_records
from states.errors import NotFound, Refused
from states.words import Clock
from workflow.records import agendas, meetings, topics


def on_agenda(desk, meeting):
    with desk.reading() as tx:
        return [line.report for line in tx.all(queries_records.AGENDA, meeting=meeting)]


def due(case, clock):
    return [f.due for f in case.follow_ups if f.clock is clock and f.ended is None]


def test_a_report_moves_to_another_meeting_and_the_dates_before_it_move_too(desk, council):
    report, first, second = council.draft(), council.meeting(date(2017, 3, 3)), council.meeting(date(2017, 4, 7))
    agendas.take(desk, first, report)
    assert due(council.case(report), Clock.AGENDA_PUBLICATION) == [date(2017, 2, 23)]
    agendas.move(desk, report, first, second)
    assert (on_agenda(desk, first), on_agenda(desk, second)) == ([], [report])
    assert due(council.case(report), Clock.AGENDA_PUBLICATION) == [date(2017, 3, 30)]


def test_what_a_held_meeting_did_not_reach_is_listed_again_and_stays_on_the_old_agenda(desk, council):
    report = council.draft()
    held = council.held(date(2017, 3, 3), report)
    later = council.meeting(date(2017, 4, 7))
    agendas.move(desk, report, held, later)
    assert (on_agenda(desk, held), on_agenda(desk, later)) == ([report], [report])


def test_a_report_is_not_put_twice_on_one_agenda_nor_on_one_that_takes_nothing_more(desk, council):
    report, first, second = council.draft(), council.meeting(date(2017, 3, 3)), council.meeting(date(2017, 4, 7))
    agendas.take(desk, first, report)
    with pytest.raises(Refused, match="on that agenda already"):
        agendas.take(desk, first, report)
    meetings.cancel(desk, second, "no room")
    with pytest.raises(Refused, match="it takes nothing more"):
        agendas.move(desk, report, first, second)
    with pytest.raises(NotFound, match="is not on the agenda"):
        agendas.move(desk, report, second, first)


def test_at_a_meeting_whose_day_is_over_it_was_listed_no_later_than_that_day(desk, council, clock):
    report, meeting = council.draft(), council.meeting(date(2017, 2, 3))
    clock.set(date(2017, 2, 6))
    agendas.take(desk, meeting, report)
    assert on_agenda(desk, meeting) == [report]


def test_a_topic_becomes_a_report_on_the_agenda_in_one_go_or_not_at_all(desk, council):
    topic, meeting = topics.add(desk, "Dental appointments", body=council.board), council.meeting(date(2017, 3, 3))
    before = council.entries()
    with pytest.raises(NotFound):
        agendas.take_topic(desk, 99, topic)
    assert council.entries() == before
    moved = agendas.take_topic(desk, meeting, topic)
    assert on_agenda(desk, meeting) == [moved.ref]
