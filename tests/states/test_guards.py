"""What refuses a move, with the very sentence; what is only odd, with its reason; what is only not known."""

from datetime import date

import pytest
from making import (
    BOARD,
    CABINET,
    MARCH_2017,
    OFFICERS,
    SCRUTINY,
    UNKNOWN,
    Desk,
    asked,
    at,
    facts_for,
    said_yes,
    scheduled,
    sitting,
)
from msgspec.structs import replace

from states.acts import Entry, MoveAct
from states.days import On
from states.facts import (
    Answer,
    Body,
    Facts,
    MakerKind,
    Progress,
    Reconsidered,
    Signed,
)
from states.report import missing, refusals
from states.words import BodyKind, Implementation, MeetingStatus, Move, Response, SignOff, State

DAY = date(2017, 4, 3)
DISCHARGED = (Signed(1, SignOff.DISCHARGED),)


# Order and identity refuse.


@pytest.mark.parametrize(
    ("state", "move", "facts", "sentence"),
    [
        (None, "draft", {"scrutiny_body": SCRUTINY}, "To draft, say what the report is called."),
        (None, "draft", {"title": "  ", "scrutiny_body": SCRUTINY}, "To draft, say what the report is called."),
        (None, "draft", {"title": "Hubs"}, "To draft, say which scrutiny body will consider it."),
        (State.DRAFTED, "list", {}, "To list, say at which meeting."),
        (State.DRAFTED, "list", {"meeting": sitting(SCRUTINY, date(2017, 5, 8), MeetingStatus.CANCELLED)},
         "The meeting (Scrutiny Co-ordination Committee, 8 May 2017) is cancelled."),
        (State.DRAFTED, "list", {"meeting": scheduled(SCRUTINY, date(2017, 3, 27))},
         "The meeting (Scrutiny Co-ordination Committee, 27 Mar 2017) was over by 3 Apr 2017; "
         "list it for one to come, or date the listing earlier."),
        (State.DRAFTED, "consult", {}, "To consult, say on which day the consultation closes."),
        (State.DRAFTED, "consult", {"consultation_closes": date(2017, 4, 4)},
         "The consultation closes on 4 Apr 2017; it is consulted on that day or later, not by 3 Apr 2017."),
        (State.DRAFTED, "consult", {"consultation_opens": date(2017, 4, 2), "consultation_closes": date(2017, 4, 1)},
         "The consultation cannot close on 1 Apr 2017: it opens on 2 Apr 2017."),
        (State.DRAFTED, "scrutinise", {}, "To scrutinise, say at which meeting."),
        (State.DRAFTED, "scrutinise", {"meeting": scheduled(SCRUTINY, DAY)},
         "The meeting (Scrutiny Co-ordination Committee, 3 Apr 2017) is scheduled; hold it first."),
        (State.DRAFTED, "scrutinise", {"meeting": sitting(SCRUTINY, DAY, None)},
         "The meeting (Scrutiny Co-ordination Committee, 3 Apr 2017) is not known to have been held; hold it first."),
        (State.DRAFTED, "scrutinise", {"meeting": sitting(SCRUTINY, date(2017, 3, 30))},
         "The meeting was on 30 Mar 2017, not on 3 Apr 2017."),
        (State.DRAFTED, "scrutinise", {"meeting": sitting(CABINET, DAY)},
         "Cabinet is an executive body; a report is scrutinised by a scrutiny or advisory body."),
        (State.SCRUTINISED, "hear_again", {},
         "To hear again, say until when: a day, a meeting, a number of months or a condition in words."),
        (State.SCRUTINISED, "recommend", {},
         "To recommend, say at least one recommendation: its words, from whom, to whom."),
        (State.SCRUTINISED, "recommend", {"recommendations": asked(" ")},
         "A recommendation has no words; give its text."),
        (State.SCRUTINISED, "recommend", {"recommendations": asked("That it stays.", to=Body(""))},
         "The recommendation “That it stays.” needs the body it is from and the body it is to."),
        (State.SCRUTINISED, "recommend", {"recommendations": asked("That it stays.", to=SCRUTINY)},
         "The recommendation “That it stays.” is from and to the same body, Scrutiny Co-ordination Committee."),
        (State.RECOMMENDED, "respond", {}, "To respond, say the answer to at least one recommendation."),
        (State.RECOMMENDED, "respond", {"responses": said_yes(7)}, "There is no recommendation 7."),
        (State.RECOMMENDED, "respond", {"responses": (Answer(1, Response.AWAITING, "Cabinet"),)},
         "Recommendation 1: awaiting is no answer."),
        (State.RECOMMENDED, "respond", {"responses": (Answer(1, Response.ACCEPTED),)},
         "Recommendation 1: say by whom it was answered."),
        (State.DRAFTED, "defer", {"until_day": date(2018, 1, 1), "why": " "}, "To defer, say why."),
        (State.DRAFTED, "defer", {"why": "ill"}, "To defer, say until when: a day, a meeting or a condition in words."),
        (State.DRAFTED, "defer", {"why": "ill", "until_day": date(2018, 1, 1), "follow_ups": (9,)},
         "There is no open follow-up 9."),
        (State.DRAFTED, "decide", {"maker_kind": MakerKind.EXECUTIVE, "decided": "Yes."},
         "To decide, say who decided."),
        (State.DRAFTED, "decide", {"maker": "Cabinet", "decided": "Yes."},
         "To decide, say what kind of maker decided."),
        (State.DRAFTED, "decide", {"maker": "Cabinet", "maker_kind": MakerKind.EXECUTIVE},
         "To decide, say what was decided."),
        (State.CABINET_DECIDED, "call_in", {},
         "To call in, say on which day it was received; who called it in; on which grounds; whether it was ruled "
         "valid; who ruled."),
        (State.CALLED_IN, "refer_back", {"asked": "Why?"}, "To refer back, say which body referred it back."),
        (State.CALLED_IN, "refer_back", {"referred_by": "the committee"},
         "To refer back, say what the maker is asked to reconsider."),
        (State.CALLED_IN, "refer_to_council", {},
         "To refer to council, say at which meeting of Council, or on which day, it will be heard."),
        (State.CALLED_IN, "reconsider", {}, "To reconsider, say what became of it."),
        (State.CALLED_IN, "reconsider", {"reconsidered": Reconsidered.AMENDED},
         "Say what was decided instead."),
        (State.CALLED_IN, "release", {"released_by": "Council"}, "To release, say how the call-in ended."),
        (State.RECOMMENDED, "update", {}, "To update, say at which meeting, or that it was in writing."),
        (State.RECOMMENDED, "update", {"written": False},
         "To update, say at which meeting, or that it was in writing."),
        (State.RECOMMENDED, "update", {"meeting": scheduled(BOARD, DAY)},
         "The meeting (Education and Children's Services Scrutiny Board, 3 Apr 2017) is scheduled; hold it first."),
        (State.RECOMMENDED, "update", {"written": True, "progress": (Progress(4, Implementation.COMPLETE),)},
         "There is no recommendation 4."),
        (State.RECOMMENDED, "sign_off", {"meeting": sitting(SCRUTINY, DAY)},
         "To sign off, say which recommendations are watched further, and which are discharged."),
        (State.RECOMMENDED, "sign_off", {"signs": DISCHARGED}, "To sign off, say at which meeting."),
        (State.RECOMMENDED, "sign_off", {"signs": (Signed(3, SignOff.DISCHARGED),), "meeting": sitting(SCRUTINY, DAY)},
         "There is no recommendation 3."),
        (State.RECOMMENDED, "sign_off", {"signs": DISCHARGED, "meeting": sitting(BOARD, DAY)},
         "Recommendation 1 is Scrutiny Co-ordination Committee's; "
         "Education and Children's Services Scrutiny Board is neither that body nor its successor. If it came "
         'after it, say so first: matters body succeed "Scrutiny Co-ordination Committee" '
         '--by "Education and Children\'s Services Scrutiny Board"'),
        (State.CLOSED, "reopen", {"until_months": 3}, "To reopen, say why."),
        (State.CLOSED, "reopen", {"why": "asked again"},
         "To reopen, say until when: a day, a meeting, a number of months or a condition in words."),
        (State.DRAFTED, "withdraw", {}, "To withdraw, say why."),
    ],
)  # fmt: skip
def test_a_move_is_refused_with_the_sentence_the_user_will_read(state, move, facts, sentence) -> None:
    facts = dict(facts)
    assert sentence in at(state).refused(move, DAY, facts.pop("why", None), **facts)


@pytest.mark.parametrize("move", ["decide", "reconsider"])
def test_what_was_decided_has_its_day_and_a_month_will_do(move) -> None:
    state = State.CALLED_IN if move == "reconsider" else State.SCRUTINISED
    sentence = "Say on which day it was decided; a month will do."
    assert at(state).refused(move, UNKNOWN, **facts_for(Move(move), DAY)) == (sentence,)
    assert at(state).refused(move, On(date(2017, 4, 1), date(2017, 4, 30)), **facts_for(Move(move), DAY)) == ()
    assert missing(Move(move), Facts(**facts_for(Move(move), DAY)), UNKNOWN, None) == ("on",)


def test_publication_has_its_very_day_and_happens_once() -> None:
    desk = at(State.CABINET_DECIDED)
    assert desk.refused("publish", MARCH_2017) == ("Say on which day it was published.",)
    desk.make("publish", date(2017, 3, 10))
    assert desk.refused("publish", DAY) == (
        "The decision was published on 10 Mar 2017; amend that entry if it is wrong.",
    )


def test_an_answer_has_its_day_from_itself_or_from_its_entry() -> None:
    sentence = "Recommendation 1: say on which day it was answered."
    assert at(State.RECOMMENDED).refused("respond", UNKNOWN, responses=said_yes(1)) == (sentence,)
    assert at(State.RECOMMENDED).refused("respond", UNKNOWN, responses=said_yes(1, on=DAY)) == ()


def test_papers_may_leave_out_the_day_of_an_answer_and_it_is_a_gap() -> None:
    desk = at(State.RECOMMENDED)
    act = MoveAct("respond", Facts(responses=said_yes(1)), papers=True)
    assert refusals(desk.case, Entry(99, "2026-11-22T00:00:00.000000Z", "me", UNKNOWN, act), act) == ()


def test_every_reason_is_told_at_once() -> None:
    assert at(State.RECOMMENDED).refused("close", DAY) == (
        "The report is recommended; close is possible once it is Cabinet decided or updated.",
    )
    assert at(State.UPDATED).refused("close", DAY) == (
        "Recommendation 1 is not discharged; sign it off first.",
        "2 follow-ups are still open: executive response by 7 May 2017; update due by 9 Sep 2017. "
        "Say of each whether it was kept, overtaken or dropped.",
    )
    assert at(State.RECOMMENDED).refused("sign_off", DAY) == (
        "To sign off, say which recommendations are watched further, and which are discharged; at which meeting.",
    )


def test_a_report_with_a_recommendation_open_is_not_merely_noted() -> None:
    desk = Desk()
    desk.make("draft", DAY, title="Hubs", scrutiny_body=SCRUTINY, recommendations=asked("That it stays.", "Two."))
    desk.make("scrutinise", DAY, meeting=sitting(SCRUTINY, DAY))
    assert desk.refused("noted", DAY) == ("Recommendations 1, 2 are not discharged; sign them off first.",)


def test_what_officers_propose_to_the_committee_does_not_keep_it_from_being_noted() -> None:
    desk = Desk()
    proposed = asked("That the Board notes it.", from_=OFFICERS, to=SCRUTINY)
    desk.make("draft", DAY, title="Hubs", scrutiny_body=SCRUTINY, recommendations=proposed)
    desk.make("scrutinise", DAY, meeting=sitting(SCRUTINY, DAY))
    assert desk.make("noted", DAY, minute="34/16").state == State.CLOSED
    assert desk.case.listings[0].minute == "34/16"


def test_there_is_nothing_to_answer_or_sign_off_without_a_recommendation() -> None:
    desk = at(State.SCRUTINISED)
    desk.make("hear_again", DAY, until_condition="once the hubs have opened")
    assert desk.refused("respond", DAY, responses=said_yes(1))[0] == "There is no recommendation."
    signs = desk.refused("sign_off", DAY, signs=DISCHARGED, meeting=sitting(SCRUTINY, DAY))
    assert signs[0] == "There is no recommendation."
    assert desk.refused("close", DAY) == (
        "1 follow-up is still open: update due without a date. Say of it whether it was kept, overtaken or dropped.",
    )


def test_a_report_is_not_closed_while_the_call_in_window_is_open_and_may_be_once_it_has_passed() -> None:
    desk = Desk()
    desk.make("draft", date(2017, 3, 1), title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("decide", date(2017, 3, 6), **facts_for(Move.DECIDE, DAY), published_on=date(2017, 3, 6))
    assert desk.refused("close", date(2017, 3, 13)) == ("The call-in window is open until 13 Mar 2017.",)
    assert desk.make("close", date(2017, 3, 14)).state == State.CLOSED


@pytest.mark.parametrize(
    "body",
    [
        replace(BOARD, formerly=(SCRUTINY.name,)),
        replace(SCRUTINY, name="Scrutiny Management Board", ref=4),
    ],
    ids=["its successor", "the same body under a new name"],
)
def test_a_successor_signs_off_what_the_body_before_it_asked_for(body) -> None:
    desk = at(State.SCRUTINISED)
    from_ = replace(SCRUTINY, ref=4)
    desk.make("recommend", DAY, recommendations=asked("That it stays.", from_=from_))
    meeting = sitting(body, date(2019, 1, 7))
    case = desk.make("sign_off", date(2019, 1, 7), signs=DISCHARGED, meeting=meeting, minute="12/18")
    assert case.recommendations[0].sign_off is SignOff.DISCHARGED
    assert case.recommendations[0].sign_minute == "12/18"


@pytest.mark.parametrize("kind", [BodyKind.SCRUTINY, BodyKind.TASK_GROUP, BodyKind.JOINT_SCRUTINY, BodyKind.ADVISORY])
def test_scrutiny_and_advisory_bodies_scrutinise(kind) -> None:
    assert at(State.DRAFTED).refused("scrutinise", DAY, meeting=sitting(Body("X", kind), DAY)) == ()


def test_a_report_may_be_listed_late_for_a_meeting_that_has_been_held() -> None:
    desk = at(State.DRAFTED)
    assert desk.refused("list", date(2017, 3, 20), meeting=sitting(SCRUTINY, date(2017, 3, 27))) == ()


def test_what_is_still_owed_is_told_whole_and_what_is_alike_together() -> None:
    desk = at(State.CABINET_DECIDED)
    for day in (1, 1, 2, 3, 4):
        desk.does("add", on=DAY, due=date(2017, 6, day), quote="a plan")
    sentence = next(s for s in desk.refused("close", DAY) if "still open" in s)
    for part in ("promise by 1 Jun 2017 (2 times)", "promise by 2 Jun 2017", "promise by 3 Jun", "promise by 4 Jun"):
        assert part in sentence


def test_an_agenda_keeps_its_meeting_when_a_paper_does_not_say_which_body_heard_the_matter() -> None:
    desk = Desk()
    desk.make("draft", DAY, title="Hubs", scrutiny_body=SCRUTINY)
    desk.make("list", DAY, meeting=sitting(SCRUTINY, DAY, MeetingStatus.SCHEDULED, 3))
    desk.make("scrutinise", DAY, meeting=sitting(None, DAY))
    [listing] = desk.case.listings
    assert (listing.meeting.ref, listing.meeting.body, listing.outcome) == (3, SCRUTINY, "scrutinised")
    assert listing.meeting.status is MeetingStatus.HELD
