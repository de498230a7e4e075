"""After a meeting: its agenda, item by item. What became of each item is entered in one transaction, or refused whole.

The round can be left and taken up again: an item is dealt with once a move of the meeting's day is entered on it.
"""

import re
from collections.abc import Mapping
from datetime import date

import msgspec

from db import queries_records
from db.tx import Tx
from states.acts import FollowUpAct
from states.british_dates import parse_day
from states.case import Case, Recommendation, decode_case
from states.days import On
from states.errors import BadInput, NotFound, Refused
from states.facts import Facts, Sitting
from states.report import allowed
from states.words import MeetingStatus, Move, SignOff, State
from workflow.corrections import facts_of
from workflow.desk import Desk
from workflow.engine import Moved, act_on, move_in
from workflow.facts_in import read_facts
from workflow.lookups import Lookup, report_ref

OUTCOMES: dict[str, tuple[Move, ...]] = {
    "considered": (Move.SCRUTINISE,),
    "recommended": (Move.SCRUTINISE, Move.RECOMMEND),
    "noted": (Move.SCRUTINISE, Move.NOTED),
    "hear again": (Move.SCRUTINISE, Move.HEAR_AGAIN),
    "updated": (Move.UPDATE,),
    "decided": (Move.DECIDE,),
    "answered": (Move.RESPOND,),
    "referred back": (Move.REFER_BACK,),
    "referred to Council": (Move.REFER_TO_COUNCIL,),
    "reconsidered": (Move.RECONSIDER,),
    "released": (Move.RELEASE,),
    "signed off": (),
    "deferred": (Move.DEFER,),
    "not reached": (),
}
"""What can become of an item, and the moves that say so. A first move that is made already is left out.

Promises and sign-offs may come with each of them; `signed off` is for an item with nothing else.
"""


class Item(msgspec.Struct, frozen=True):
    """A report on the agenda: its number there, where it stands, and whether it is dealt with."""

    report: int
    title: str
    state: State
    version: int
    item_number: str | None
    done: bool
    outcomes: tuple[str, ...]
    watched: tuple[Recommendation, ...]


class Promise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody promised at the meeting: words, who, by when (a day, or a condition in its own words)."""

    quote: str
    owner: str | None = None
    due: date | None = None
    condition: str | None = None


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What became of one item. `facts` are those of its moves by name; `signs` such as `{"1": "discharged"}`."""

    outcome: str
    minute: str | None = None
    facts: dict[str, object] = {}
    promises: tuple[Promise, ...] = ()
    signs: dict[str, str] = {}
    why: str | None = None


def agenda(tx: Tx, meeting: int) -> tuple[Sitting, list[Item]]:
    """A held meeting and the reports on its agenda. NotFound without it; refused before it was held."""
    sitting = Lookup(tx).sitting(f"M{meeting}")
    if sitting.status is not MeetingStatus.HELD:
        raise Refused(
            f"M{meeting}", "round",
            (f"The meeting ({sitting}) is {sitting.status}; hold it first: matters meeting hold M{meeting}",),
        )  # fmt: skip
    items: list[Item] = []
    for line in tx.all(queries_records.AGENDA, meeting=meeting):
        row = tx.report(line.report)
        if row is None or row.state is None or any(item.report == line.report for item in items):
            continue
        case = decode_case(row.folded)
        done = line.outcome is not None or _met(case, sitting.on, line.entry)
        items.append(
            Item(line.report, line.title, State(row.state), row.version, line.item_number, done, _possible(case),
                 _watched(case, sitting))
        )  # fmt: skip
    return sitting, sorted(items, key=_place)


def enter(desk: Desk, meeting: int, report: int, said: Said, *, expected: int | None = None) -> list[Moved]:
    """Enters what became of one item: its moves, promises and sign-offs, all or none."""
    moves = OUTCOMES.get(said.outcome.strip().replace("_", " ").replace("council", "Council"))
    if moves is None:
        raise BadInput(f"“{said.outcome}” is no outcome; it is one of {', '.join(OUTCOMES)}.")
    with desk.writing() as tx:
        sitting, items = agenda(tx, meeting)
        item = next((item for item in items if item.report == report), None)
        if item is None:
            raise NotFound(f"R{report} is not on the agenda of M{meeting} ({sitting}).")
        moves = _still_to_make(item, moves)
        _no_strangers(report, said, moves)
        done = [_move(desk, tx, sitting, report, move, said, expected if not at else None)
                for at, move in enumerate(moves)]  # fmt: skip
        for promise in said.promises:
            act = FollowUpAct(
                "add", body=sitting.body.name if sitting.body else None, owner=promise.owner, due=promise.due,
                condition=promise.condition, quote=promise.quote, chase_on=_chased(promise, sitting),
            )  # fmt: skip
            done.append(act_on(desk, tx, report, act, on=sitting.on))
        if said.signs:
            facts = read_facts(Move.SIGN_OFF, _signs(said, sitting), Lookup(tx), desk.today)
            done.append(move_in(desk, tx, report, Move.SIGN_OFF, facts, on=sitting.on))
        return done


_STRETCH = re.compile(
    r"(?:(?:with)?in\s+)?(?:the\s+next\s+)?([a-z]+|\d{1,3})\s+((?:day|week|month|year)s?)(?:['’]s?\s+time)?", re.I
)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


_FAR = 10
"""So many years ahead a stretch is still a time at which somebody asks."""


def stretch_after(words: str, day: date) -> date | None:
    """The day a stretch of time such as `in three months` or `6 weeks` reaches from a day; None for other words."""
    match = _STRETCH.fullmatch(words.strip())
    if match is None:
        return None
    count = match[1].lower()
    number = str(_NUMBERS.index(count) + 1) if count in _NUMBERS else "1" if count in ("a", "an") else count
    try:
        reached = parse_day(f"in {number} {match[2].lower()}", day)
    except BadInput:
        return None
    return reached if day.year <= reached.year <= day.year + _FAR else None


def _chased(promise: Promise, sitting: Sitting) -> date | None:
    """When to ask after a promise whose only time is a stretch: it counts from the meeting at which it was made."""
    if promise.due or not promise.condition or sitting.on.exact is None:
        return None
    return stretch_after(promise.condition, sitting.on.exact)


def sayings(values: list[object], tx: Tx) -> list[tuple[int, Said]]:
    """The answers a file holds: a list of objects, each with its report. BadInput for what is not understood."""
    found = []
    for value in values:
        if not isinstance(value, dict) or not isinstance(value.get("report"), str):
            raise BadInput('Each item is an object such as {"report": "R7", "outcome": "noted", "minute": "12/24"}.')
        ref = report_ref(tx, value["report"])
        rest = {name: item for name, item in value.items() if name != "report"}
        try:
            found.append((ref, msgspec.convert(rest, Said)))
        except msgspec.ValidationError as error:
            raise BadInput(f"R{ref}: {error}.") from None
    return found


def _move(desk: Desk, tx: Tx, sitting: Sitting, report: int, move: Move, said: Said, expected: int | None) -> Moved:
    knows = facts_of(move)
    found = {name: value for name, value in said.facts.items() if name in knows}
    if "meeting" in knows:
        found["meeting"] = f"M{sitting.ref}"
    if "minute" in knows and said.minute:
        found["minute"] = said.minute
    if sitting.body and move is Move.DECIDE:
        found.setdefault("maker", sitting.body.name)
    if sitting.body and move in _BY_BODY:
        found.setdefault(_BY_BODY[move], sitting.body.name)
    if move is Move.RECOMMEND:
        found["recommendations"] = [_from(proposal, sitting) for proposal in _list(found.get("recommendations"))]
    facts: Facts = read_facts(move, found, Lookup(tx), desk.today)
    return move_in(desk, tx, report, move, facts, on=sitting.on, why=said.why, expected=expected)


_BY_BODY = {Move.REFER_BACK: "referred_by", Move.RELEASE: "released_by"}


def _list(value: object) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    return [] if value is None else [value]


def _from(proposal: object, sitting: Sitting) -> object:
    """A recommendation is from the body that met, unless it says another."""
    if isinstance(proposal, Mapping) and not proposal.get("from") and sitting.body:
        return {**proposal, "from": f"B{sitting.body.ref}" if sitting.body.ref else sitting.body.name}
    return proposal


def _signs(said: Said, sitting: Sitting) -> dict[str, object]:
    words = {number: word for number, word in said.signs.items() if word}
    found: dict[str, object] = {"signs": [f"{number}={word}" for number, word in words.items()]}
    return found | {"meeting": f"M{sitting.ref}", "minute": said.minute}


def _still_to_make(item: Item, moves: tuple[Move, ...]) -> tuple[Move, ...]:
    if len(moves) > 1 and not allowed(item.state, moves[0]) and allowed(item.state, moves[1]):
        return moves[1:]
    return moves


def _no_strangers(report: int, said: Said, moves: tuple[Move, ...]) -> None:
    known = {name for move in moves for name in facts_of(move)}
    strange = [name for name in said.facts if name not in known]
    if strange:
        listed = ", ".join(sorted(known)) or "none"
        raise BadInput(f"R{report}: “{said.outcome}” has no fact {', '.join(strange)}. It has: {listed}.")


def _met(case: Case, on: On, listed: int) -> bool:
    """Whether a move of the meeting's day was entered after the report was listed."""
    return any(r.on == on and r.entry > listed and r.move != Move.LIST for r in case.reached)


def _possible(case: Case) -> tuple[str, ...]:
    def could(moves: tuple[Move, ...]) -> bool:
        return not moves or allowed(case.state, moves[0]) or (len(moves) > 1 and allowed(case.state, moves[1]))

    signs = allowed(case.state, Move.SIGN_OFF)
    return tuple(name for name, moves in OUTCOMES.items() if could(moves) and (signs or name != "signed off"))


def _watched(case: Case, sitting: Sitting) -> tuple[Recommendation, ...]:
    """The recommendations that this body, or one it came after, made and has not discharged."""
    body = sitting.body
    names = {body.name, *body.formerly} if body else set()
    return tuple(r for r in case.real if r.sign_off is not SignOff.DISCHARGED and r.from_.name in names)


def _place(item: Item) -> tuple[int, str, int]:
    number = item.item_number or ""
    digits = "".join(c for c in number if c.isdigit())
    return (int(digits) if digits and len(digits) < 6 else 99999, number, item.report)
