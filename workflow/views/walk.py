"""A held meeting's agenda for its round: each item with what can have become of it, and what each outcome asks."""

from enum import StrEnum
from typing import Any, get_args, get_type_hints

import msgspec

from states.case import Recommendation, decode_case
from states.facts import Facts, MakerKind
from states.moves import ROWS
from states.report import allowed
from states.words import BodyKind, Implementation, Move, Response, SignOff, State, said
from workflow.round import OUTCOMES, Item, agenda
from workflow.views.look import Look

_HINTS = get_type_hints(Facts, include_extras=True)
_TYPES = get_type_hints(Facts)
_OWN = {"meeting", "minute", "recommendations", "responses", "progress", "why", "referred_by", "released_by", "maker"}
_ASKED_TOO = {
    Move.DECIDE: ("key", "callable", "published_on", "why_not_scrutinised"),
    Move.RECONSIDER: ("decided",),
    Move.RELEASE: ("comments",),
    Move.UPDATE: ("next_update_on",),
}
_ALWAYS_KNOWN = {"on"}


class Asked(msgspec.Struct, frozen=True):
    """One thing an outcome asks. `kind` is text, day, word, until, months (until, or so many months) or why."""

    name: str
    says: str
    kind: str
    words: tuple[tuple[str, str], ...] = ()
    needed: bool = False


class Made(msgspec.Struct, frozen=True):
    """A recommendation that is answered, reported on or signed off."""

    number: int
    words: str


class Outcome(msgspec.Struct, frozen=True):
    """What can have become of an item, and what it asks. The flags say which lists belong to it."""

    name: str
    asks: tuple[Asked, ...]
    recommends: bool = False
    answers: bool = False
    reports: bool = False
    signs: bool = False


class Stop(msgspec.Struct, frozen=True):
    """One item of the round."""

    report: str
    title: str
    state: str
    version: int
    item: str | None
    done: bool
    outcomes: tuple[Outcome, ...]
    watched: tuple[Made, ...]
    awaiting: tuple[Made, ...]


class Walk(msgspec.Struct, frozen=True):
    """The round of a meeting.

    `executive` is the body that is usually recommended to, `maker` what the body that met is when it decides.
    """

    meeting: str
    name: str
    stops: tuple[Stop, ...]
    executive: str | None = None
    maker: str = MakerKind.EXECUTIVE.value


MAKERS = {
    BodyKind.EXECUTIVE: MakerKind.EXECUTIVE, BodyKind.COUNCIL: MakerKind.COUNCIL, BodyKind.OFFICER: MakerKind.OFFICER,
    BodyKind.REGULATORY: MakerKind.COMMITTEE, BodyKind.AREA: MakerKind.COMMITTEE,
}  # fmt: skip
"""What kind of maker a body is when it decides; those that are not named recommend, and are committees if they do."""


RESPONSES = tuple((word.value, said(word)) for word in Response if word is not Response.AWAITING)
"""What can be answered to a recommendation."""

PROGRESS = tuple((word.value, said(word)) for word in Implementation)
"""How far an action can have come."""

SIGNS = ((SignOff.KEEP_WATCHING.value, "keep watching"), (SignOff.DISCHARGED.value, "discharge"))
"""What a committee can say of a recommendation."""


def walk(look: Look, meeting: int) -> Walk:
    """The round of a meeting. NotFound without it; Refused, with the reason, before it was held."""
    sitting, items = agenda(look.tx, meeting)
    executives = [row for row in look.tx.find("body", kind=BodyKind.EXECUTIVE, gone=False) if not row["succeeded_by"]]
    usual = str(executives[0]["name"]) if len(executives) == 1 else None
    kind = sitting.body.kind if sitting.body else None
    maker = MAKERS.get(kind, MakerKind.COMMITTEE) if kind else MakerKind.EXECUTIVE
    return Walk(f"M{meeting}", str(sitting), tuple(_stop(look, item) for item in items), usual, maker.value)


def _stop(look: Look, item: Item) -> Stop:
    row = look.tx.report(item.report)
    real = decode_case(row.folded).real if row else ()
    waits = tuple(_made(r) for r in real if r.response in (Response.AWAITING, Response.DEFERRED))
    outcomes = tuple(_outcome(name, item.state) for name in item.outcomes)
    return Stop(
        f"R{item.report}", item.title, item.state.value, item.version, item.item_number, item.done, outcomes,
        tuple(_made(r) for r in item.watched), waits,
    )  # fmt: skip


def _made(recommendation: Recommendation) -> Made:
    return Made(recommendation.number, recommendation.words)


def _outcome(name: str, state: State) -> Outcome:
    moves = OUTCOMES[name]
    if len(moves) > 1 and not allowed(state, moves[0]):
        moves = moves[1:]
    asks: dict[str, Asked] = {}
    for move in moves:
        needs = [need for need in ROWS[move].needs if need not in _ALWAYS_KNOWN]
        if any(need.startswith("until_") for need in needs):
            kind = "until" if move in {Move.DEFER, Move.REFER_TO_COUNCIL} else "months"
            asks["until"] = Asked("until", "Until when", kind, needed=True)
        for name_ in (*(need.partition("|")[0] for need in needs), *_ASKED_TOO.get(move, ())):
            if name_ not in _OWN and not name_.startswith("until_"):
                asks[name_] = _asked(name_, needed=name_ in needs)
        if "why" in needs:
            asks["why"] = Asked("why", "Why", "why", needed=True)
    signs = allowed(state, Move.SIGN_OFF) and name not in {"deferred", "not reached"}
    return Outcome(
        name, tuple(asks.values()), Move.RECOMMEND in moves, Move.RESPOND in moves, Move.UPDATE in moves, signs
    )


def _asked(name: str, *, needed: bool) -> Asked:
    says = str(_HINTS[name].__metadata__[0].description)
    kind = _bare(_TYPES[name])
    if kind is bool:
        return Asked(name, says, "word", (("", "not known"), ("yes", "yes"), ("no", "no")), needed)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        words = tuple((word.value, said(word)) for word in kind)
        return Asked(name, says, "word", words if kind is MakerKind else (("", "not said"), *words), needed)
    return Asked(name, says, "day" if getattr(kind, "__name__", "") == "date" else "text", (), needed)


def _bare(kind: Any) -> Any:
    """`T | None` as T."""
    found = [arg for arg in get_args(kind) if arg is not type(None)]
    return found[0] if len(found) == 1 and type(None) in get_args(kind) else kind
