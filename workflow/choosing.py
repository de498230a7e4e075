"""Choosing between what papers say: the value a person takes is amended into the record, with the words it rests on.

From then on papers never change it.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from db.tx import Tx
from states.acts import AmendAct, Entry, MoveAct, Source
from states.days import On
from states.errors import BadInput, NotFound, Refused
from states.facts import NO_FACTS, Facts
from states.words import MeetingStatus, Move, said
from workflow.desk import Desk
from workflow.engine import act_on
from workflow.intake.doubts import CONFLICT, Offer, kept, offers_of
from workflow.intake.names import Names
from workflow.intake.stood import record_of
from workflow.lookups import told_as
from workflow.records import meetings

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
CHOSEN = "chosen from what papers say"
"""Why a fact is what it is, when a person took it from what papers say and gave no reason of their own."""


def ordinal(text: str) -> int:
    """Which of the choices `first`, `second`, `2` or `2nd` is, counted from 1. BadInput for anything else."""
    word = text.strip().casefold()
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    bare = word.rstrip("stndrh.")
    if bare.isdigit() and 0 < int(bare) < 100:
        return int(bare)
    raise BadInput(f"“{text}” is none of the choices; say first, second, …")


def take(desk: Desk, number: int, which: int, why: str | None = None) -> str:
    """Takes one of the choices of a warning, counted from 1; what was taken, in words."""
    with desk.writing() as tx:
        return take_in(desk, tx, number, which, why)


def take_many(desk: Desk, numbers: list[int], which: int, why: str | None = None) -> int:
    """Takes the same of the choices of several warnings, in one transaction; how many."""
    with desk.writing() as tx:
        for number in numbers:
            take_in(desk, tx, number, which, why)
        return len(numbers)


def take_in(desk: Desk, tx: Tx, number: int, which: int, why: str | None) -> str:
    """The same within a transaction that does more."""
    row = tx.get("warning", number)
    if row is None or row["settled"]:
        raise NotFound(f"There is no warning W{number} that waits. List them with: matters settle")
    offers = offers_of(row["choices"])
    if not offers:
        raise BadInput(f"W{number} offers nothing to choose from; settle it with what was made of it (--why).")
    if not 1 <= which <= len(offers):
        raise BadInput(f"W{number} offers {len(offers)} choices; there is no {_ordinal(which)} among them.")
    offer = offers[which - 1]
    place, _, name = str(row["fact"]).partition(".")
    if place[:1] == "M" and place[1:].isdigit():
        _of_meeting(desk, tx, int(place[1:]), name, offer, why)
    else:
        _of_report(desk, tx, told_as(tx, int(row["report"])), Move(place), name, offers, offer, why)
    settled = f"{_ordinal(which)}: {offer.words}"
    values = {"settled": f"{settled} ({why})" if why else settled, "taken": which}
    tx.put("warning", values, ref=number, who=desk.who, now=desk.now(), on=On.day(desk.today), why=why)
    return offer.words


def ask_again(desk: Desk, tx: Tx, report: int, gone: Entry) -> None:
    """Asks a contradiction again whose answer, an amendment of this report, was struck: papers still disagree."""
    act = gone.act
    amended = next((e.act for e in tx.entries(report) if isinstance(act, AmendAct) and e.number == act.amends), None)
    if not isinstance(act, AmendAct) or not isinstance(amended, MoveAct):
        return
    for row in tx.find("warning", code=CONFLICT):
        move, _, name = str(row["fact"]).partition(".")
        if not row["taken"] or not row["report"] or move != amended.move or told_as(tx, int(row["report"])) != report:
            continue
        value = gone.on if name == "on" else getattr(act.facts, name)
        if kept(value) == offers_of(row["choices"])[row["taken"] - 1].value:
            asked = {"settled": None, "taken": None}
            tx.put("warning", asked, ref=row["ref"], who=desk.who, now=desk.now(), why="what was chosen was struck")


def _ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else str(number)


def _of_meeting(desk: Desk, tx: Tx, meeting: int, name: str, offer: Offer, why: str | None) -> None:
    value = str(offer.value)
    if name == "day":
        meetings.put_right(desk, meeting, why or CHOSEN, day=date.fromisoformat(value), tx=tx)
    else:
        meetings.put_right(desk, meeting, why or CHOSEN, status=MeetingStatus(value), tx=tx)


def _of_report(
    desk: Desk, tx: Tx, report: int, move: Move, name: str, offers: Sequence[Offer], offer: Offer, why: str | None
) -> None:  # fmt: skip
    found = [s for s in record_of(tx, report).moves if isinstance(s.entry.act, MoveAct) and s.entry.act.move == move]
    if not found:
        raise Refused(
            f"R{report}", "settle", (f"There is no move “{said(move)}” on it any more; settle it with --why.",)
        )
    values = [each.value for each in offers]
    one_of = [s for s in found if kept(s.entry.on if name == "on" else getattr(s.facts, name)) in values]
    stood = next((s for s in one_of or found if _says(s.facts, s.entry.on, name)), found[-1])
    sources = tuple(Source(path, quote, name, sha) for path, quote, sha in offer.papers)
    if not offer.papers and isinstance(stood.entry.act, MoveAct) and not stood.entry.act.papers:
        return  # it is what a person entered, and stands
    facts, on = NO_FACTS, None
    if name == "on":
        on = On.day(date.fromisoformat(str(offer.value)))
    else:
        facts = _facts(desk, tx, name, offer.value)
    act = AmendAct(stood.entry.number, facts, (), on is not None, why or CHOSEN, sources)
    act_on(desk, tx, report, act, on=on if on is not None else On())


def _says(facts: Facts, on: On, name: str) -> bool:
    return on.exact is not None if name == "on" else getattr(facts, name) not in (None, ())


def _facts(desk: Desk, tx: Tx, name: str, value: Any) -> Facts:
    if name == "scrutiny_body":
        return msgspec.structs.replace(NO_FACTS, scrutiny_body=Names(desk, tx).body(str(value)))
    try:
        return msgspec.convert({name: value}, Facts)
    except msgspec.ValidationError as error:
        raise BadInput(f"“{value}” cannot be taken ({error}); amend it by hand.") from None
