"""Which moves a life at a desk makes, and with which facts, each chosen by a number."""

from datetime import date, timedelta
from typing import Any

from making import facts_for

from states.case import Case
from states.days import On
from states.facts import Answer, Body, MakerKind, Progress, Proposal, Reconsidered, Ruling, Signed, Sitting
from states.words import Implementation, MeetingStatus, Move, Response, SignOff


def facts_of(life: Any, case: Case, move: Move, pick: int) -> dict[str, Any]:
    """Facts for a move, of the bodies and meetings of that life's own store."""
    told = facts_for(move, life.today)
    board, cabinet = life.body(life.board), life.body(life.cabinet)
    numbers = [r.number for r in case.real] or [1]
    number = numbers[pick % len(numbers)]
    every = [life.sitting(ref) for ref in range(1, life.count("meeting") + 1)]
    meeting = every[pick % len(every)] if every else None
    if "meeting" in told and move is not Move.LIST:
        held = [m for m in every if m.status is MeetingStatus.HELD and m.body and m.body.ref == life.board]
        told["meeting"] = held[pick % len(held)] if held and pick % 5 else _today(board, life.today)
        told["meeting"] = meeting if meeting and pick % 7 == 0 else told["meeting"]
    elif move is Move.LIST:
        to_come = [m for m in every if m.status is MeetingStatus.SCHEDULED]
        told["meeting"] = to_come[pick % len(to_come)] if to_come else meeting or _today(board, life.today)
    if "meeting" in told and pick % 3:
        told["minute"] = f"{pick % 60}/16"
    if move is Move.DRAFT:
        told["scrutiny_body"] = board
    elif move is Move.RECOMMEND:
        told["recommendations"] = tuple(
            Proposal(text, board, cabinet) for text in ("That hubs open.", "That libraries stay.")[: 1 + pick % 2]
        )
        told |= {"received_on": life.today} if pick % 3 else {}
    elif move is Move.RESPOND:
        word = (Response.ACCEPTED, Response.REJECTED, Response.DEFERRED)[pick % 3]
        due = life.today + timedelta(days=pick % 90) if pick % 2 else None
        told["responses"] = (Answer(number, word, "Cabinet", On.day(life.today), action_by=due),)
    elif move is Move.SIGN_OFF:
        told["signs"] = (Signed(number, SignOff.DISCHARGED if pick % 3 else SignOff.KEEP_WATCHING),)
    elif move is Move.UPDATE and case.real:
        told["progress"] = (Progress(number, (Implementation.ON_TRACK, Implementation.COMPLETE)[pick % 2]),)
    elif move is Move.DEFER:
        told = {"until_meeting": meeting} if meeting and pick % 2 else {"until_condition": "once Medway agreed"}
    elif move in (Move.HEAR_AGAIN, Move.REOPEN) and meeting and pick % 2:
        told = {"until_meeting": meeting}
    elif move is Move.RECONSIDER:
        told = {"reconsidered": list(Reconsidered)[pick % 4], "decided": "Half of it."}
    elif move is Move.CALL_IN and pick % 4 == 0:
        told |= {"ruled": Ruling.INVALID}
    elif move is Move.REFER_TO_COUNCIL:
        told = {"until_meeting": meeting} if meeting else {"until_day": life.today + timedelta(days=30)}
    elif move is Move.DECIDE:
        told |= {"maker_kind": MakerKind.EXECUTIVE}
        if pick % 2:
            told |= {"published_on": life.today, "key": bool(pick % 3)}
    return told


def _today(body: Body, day: date) -> Sitting:
    return Sitting(body, On.day(day), MeetingStatus.HELD)


ONWARD = tuple(
    Move(name)
    for name in """list list consult scrutinise scrutinise recommend recommend respond respond defer decide decide
    publish call_in call_in refer_back refer_to_council reconsider release update update sign_off sign_off hear_again
    close noted reopen reopen withdraw""".split()
)
"""The moves a life makes, those that lead on more often."""
