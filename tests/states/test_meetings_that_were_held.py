"""Once a meeting was held its agenda and its report are waited for no more, whatever became of the report there."""

from datetime import date
from itertools import permutations

import pytest
from making import NO_RULES, SCRUTINY, Desk, entry, moved, scheduled, sitting
from msgspec.structs import replace

from states.acts import Entry, FollowUpAct, MeetingAct
from states.fold import fold
from states.words import Ended, MeetingStatus

DAY = date(2017, 5, 8)
HELD = MeetingAct(sitting(SCRUTINY, DAY, ref=3))
AGENDA, DEADLINE = "agenda_publication", "report_deadline"


def listed() -> Desk:
    desk = Desk()
    desk.make("draft", date(2017, 3, 1), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("list", date(2017, 3, 20), meeting=scheduled(SCRUTINY, DAY, ref=3))
    return desk


def ends(entries: list[Entry], until: date | None = None) -> dict[str, tuple[Ended | None, date | None]]:
    return {f.clock.value: (f.ended, f.ended_on) for f in fold(entries, NO_RULES, until).case.follow_ups}


def test_a_report_that_was_not_reached_is_chased_for_that_meeting_no_more() -> None:
    desk = listed()
    assert desk.open().keys() == {AGENDA, DEADLINE}
    desk.enter(HELD, DAY)
    assert desk.open() == {}
    assert {(f.ended, f.ended_on, f.ended_why) for f in desk.case.follow_ups} == {
        (Ended.OVERTAKEN, DAY, "the meeting was held")
    }
    desk.make("list", date(2017, 5, 10), meeting=scheduled(SCRUTINY, date(2017, 6, 5), ref=4))
    assert desk.open() == {AGENDA: date(2017, 5, 25), DEADLINE: date(2017, 5, 18)}, "the next meeting wants its own"


def test_until_the_day_of_the_meeting_it_was_still_wanted() -> None:
    desk = listed()
    desk.enter(HELD, DAY)
    assert ends(desk.entries, date(2017, 5, 7)) == {AGENDA: (None, None), DEADLINE: (None, None)}
    assert ends(desk.entries[:2]) == {AGENDA: (None, None), DEADLINE: (None, None)}, "as was known before"
    assert ends(desk.entries, DAY)[AGENDA] == (Ended.OVERTAKEN, DAY)


def test_a_meeting_that_was_not_held_after_all_wants_it_again() -> None:
    desk = listed()
    desk.enter(HELD, DAY)
    desk.enter(MeetingAct(sitting(SCRUTINY, DAY, MeetingStatus.SCHEDULED, ref=3)))
    assert desk.open().keys() == {AGENDA, DEADLINE}


@pytest.mark.parametrize("late", [False, True])
def test_what_was_kept_stays_kept_also_where_that_is_heard_after_the_meeting(late) -> None:
    desk = listed()
    number = next(f.number for f in desk.case.follow_ups if f.clock == DEADLINE)
    kept = FollowUpAct("done", number, ended=Ended.KEPT)
    for act, on in [(HELD, DAY), (kept, date(2017, 4, 3))][:: 1 if late else -1]:
        desk.enter(act, on)
    assert ends(desk.entries) == {AGENDA: (Ended.OVERTAKEN, DAY), DEADLINE: (Ended.KEPT, date(2017, 4, 3))}
    desk.make("scrutinise", DAY, meeting=HELD.meeting, agenda_published_on=date(2017, 4, 20))
    assert ends(desk.entries)[AGENDA] == (Ended.KEPT, date(2017, 4, 20))
    assert desk.case == fold(desk.entries, NO_RULES).case


def test_any_order_of_entry_ends_the_same_and_one_more_entry_gives_what_folding_all_gives() -> None:
    numbered = {f.clock.value: f.number for f in listed().case.follow_ups}
    acts = [
        entry(3, FollowUpAct("done", numbered[DEADLINE], ended=Ended.KEPT), date(2017, 4, 10)),
        entry(4, HELD, DAY),
        moved(5, "scrutinise", DAY, meeting=HELD.meeting, agenda_published_on=date(2017, 4, 20)),
        moved(6, "defer", date(2017, 5, 9), "the roof", until_condition="the roof is mended"),
    ]
    found = []
    for order in permutations(acts):
        desk = listed()
        for one in order:
            desk.enter(replace(one.act, sets=()) if hasattr(one.act, "sets") else one.act, one.on, force=True)
            assert desk.case == fold(desk.entries, NO_RULES).case
        found.append(ends(desk.entries))
    assert found == [{AGENDA: (Ended.KEPT, date(2017, 4, 20)), DEADLINE: (Ended.KEPT, date(2017, 4, 10))}] * 24


def test_an_update_a_sign_off_or_a_report_heard_again_leaves_nothing_late() -> None:
    desk = listed()
    desk.enter(HELD, DAY)
    desk.make("scrutinise", DAY, meeting=HELD.meeting)
    desk.make("hear_again", DAY, until_day=date(2017, 9, 4))
    assert desk.open() == {"update_due": date(2017, 9, 4)}
    assert desk.case == fold(desk.entries, NO_RULES).case
