"""Lawful histories of reports, drawn at random: each step is a move that the machine lets be made then."""

from datetime import date, timedelta

from hypothesis import strategies as st
from making import BOARD, CABINET, COUNCIL, NO_RULES, SCRUTINY, Desk, asked, facts_for, scheduled, sitting

from states.acts import CorrectAct, FollowUpAct, LinkAct, MoveAct, SettleAct, Source, SourceAct
from states.facts import Answer, Facts, Progress, Reconsidered, Ruling, Signed
from states.report import allowed
from states.rule_book import RuleBook
from states.words import Implementation, MeetingStatus, Move, Response, SignOff

FIRST = date(2017, 1, 9)
BODIES = (SCRUTINY, BOARD, CABINET)
STEPS = st.lists(st.tuples(st.integers(0, 250), st.integers(0, 2**16), st.integers(0, 40)), min_size=1, max_size=14)
"""Each: which of the moves possible, a number that chooses its facts, the days since the step before."""


def facts(desk: Desk, move: Move, day: date, pick: int) -> dict[str, object]:
    """Facts for a move now, chosen by a number."""
    told = facts_for(move, day)
    numbers = [r.number for r in desk.case.real]
    number = numbers[pick % len(numbers)] if numbers else 1
    if move is Move.RECOMMEND:
        texts = ["One."] if pick % 2 else ["One.", "Two."]
        told = {"recommendations": asked(*texts, start=len(desk.case.recommendations) + 1)}
    elif move is Move.RESPOND:
        answer = (Response.ACCEPTED, Response.REJECTED, Response.DEFERRED)[pick % 3]
        told = {"responses": (Answer(number, answer, "Cabinet", action_by=date(2018, 5, 1) if pick % 5 else None),)}
    elif move is Move.SIGN_OFF:
        word = SignOff.DISCHARGED if pick % 3 else SignOff.KEEP_WATCHING
        told |= {"signs": (Signed(number, word),)}
    elif move is Move.UPDATE and numbers:
        told |= {"progress": (Progress(number, (Implementation.ON_TRACK, Implementation.COMPLETE)[pick % 2]),)}
    elif move is Move.LIST:
        told = {"meeting": scheduled(BODIES[pick % 3], day + timedelta(days=40 + pick % 30))}
    elif move is Move.RECONSIDER:
        told = {"reconsidered": list(Reconsidered)[pick % 4], "decided": "Half of it."}
    elif move is Move.CALL_IN and pick % 4 == 0:
        told |= {"ruled": Ruling.INVALID}
    elif move is Move.REFER_TO_COUNCIL:
        told = {"until_meeting": sitting(COUNCIL, day + timedelta(days=30), MeetingStatus.SCHEDULED)}
    elif move is Move.DECIDE and pick % 2:
        told |= {"published_on": day, "key": bool(pick % 3), "key_notice_given_on": day - timedelta(days=pick % 60)}
    return told


def lived(steps: list[tuple[int, int, int]], rules: RuleBook = NO_RULES, *, apart: bool, aside: bool = False) -> Desk:
    """A desk that took these steps, as far as each was possible.

    `apart`: no two on one day. `aside`: follow-up acts, corrections, settled gaps, links and sources come between.
    """
    desk, day = Desk(rules), FIRST
    desk.make("draft", day, title="Hubs", scrutiny_body=SCRUTINY, consultation_closes=date(2017, 2, 6), key=True)
    for which, pick, days in steps:
        day += timedelta(days=days + apart)
        possible = [move for move in Move if allowed(desk.case.state, move)]
        move = possible[which % len(possible)]
        act = MoveAct(move.value, Facts(**facts(desk, move, day, pick)), "as agreed")
        if not desk.tries(act, day).reasons:
            desk.enter(act, day)
        if aside:
            between(desk, pick, day)
    return desk


def between(desk: Desk, pick: int, day: date) -> None:
    """One act that is no move, chosen by a number; most numbers choose none."""
    acts = {
        1: FollowUpAct("add", quote="a report will follow", due=date(2018, 1, 8),
                       sources=(Source("a.pdf", "will follow"),)),
        2: FollowUpAct("extend", 1 + pick % 5, due=date(2018, 6, 4), why="agreed"),
        3: SettleAct(tuple(gap.key for gap in desk.case.gaps[:2]), "not known"),
        4: LinkAct("34/16", SCRUTINY.name),
        5: SourceAct((Source("b.pdf", "words"),)),
        6: CorrectAct(2 + pick % max(1, desk.next - 2), "by mistake"),
    }  # fmt: skip
    act = acts.get(pick % 11)
    if act and not (isinstance(act, FollowUpAct) and desk.tries(act, day).reasons):
        desk.enter(act, day)
