"""The lines of a form: each fact with its label, what it takes when it is left empty, and when it is asked at all."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from states.case import Case
from states.facts import Answer, Body, Facts, Progress, Proposal, Signed, Sitting
from states.moves import ROWS
from states.words import Move, State, said

TEXT, DAY, ON, YES_NO, CHOICE, NAME, BODY, MEETING = "text", "day", "on", "yes_no", "choice", "name", "body", "meeting"
NUMBER, TEXTS, PROPOSALS, ANSWERS, PROGRESS, SIGNS, FOLLOW_UPS = (
    "number", "texts", "proposals", "answers", "progress", "signs", "follow_ups",
)  # fmt: skip
"""The kinds of fields."""

GROUPS = frozenset({PROPOSALS, ANSWERS, PROGRESS, SIGNS, FOLLOW_UPS})
"""The kinds that take a line for each recommendation or follow-up."""

M = Move
_KINDS: dict[Any, str] = {
    str: TEXT, date: DAY, bool: YES_NO, int: NUMBER, Body: BODY, Sitting: MEETING,
    Proposal: PROPOSALS, Answer: ANSWERS, Progress: PROGRESS, Signed: SIGNS,
}  # fmt: skip
_NAMED = frozenset({"maker", "referred_by", "released_by", "lead_officer"})
_LABELS = {
    "title": "title", "scrutiny_body": "scrutiny body", "maker": "decision maker", "maker_kind": "kind of maker",
    "decided": "what was decided", "key": "key decision", "callable": "can be called in",
    "why_not_callable": "why it cannot be", "waived_by": "call-in waived by", "meeting": "meeting",
    "until_day": "the day", "until_meeting": "the meeting", "until_condition": "when, in words",
    "until_months": "so many months", "until_event": "months after what", "exempt": "exempt (Sch. 12A)",
    "special_urgency_agreed_by": "special urgency by", "ruled": "ruling", "ruled_by": "ruled by",
    "ruled_on": "day of the ruling", "groups": "political groups", "callers": "who called it in",
    "reconsidered": "outcome", "release_outcome": "how it ended", "to_follow": "report to follow",
    "general_exception_on": "general exception on", "key_notice_given_on": "28 days' notice on",
    "asked": "asked to reconsider", "outcome_cut_off": "outcome cut off", "written": "in writing only",
    "next_update_on": "next update due", "why_not_scrutinised": "why not scrutinised", "why_unconsulted":
    "why not consulted on", "item_number": "item number", "progress": "how far each has come", "referred_by":
    "referred back by", "released_by": "body that let it go", "in_force_on": "in force from", "published_on":
    "published on", "agenda_published_on": "agenda published", "urgency_reason": "reason for urgency",
    "notice_given_on": "written notice on", "paper_dated": "the note is dated", "signs": "keep watching or discharge",
    "responses": "an answer", "recommendations": "a recommendation", "consultation_required": "must be consulted on",
    "referring_member": "referred by councillor", "follow_ups": "which follow-ups", "minute": "minute number",
}  # fmt: skip
_ON = {
    M.DRAFT: "begun on", M.LIST: "listed on", M.CONSULT: "day consulted", M.SCRUTINISE: "considered on",
    M.NOTED: "noted on", M.HEAR_AGAIN: "agreed on", M.RECOMMEND: "recommended on", M.RESPOND: "answered on",
    M.DEFER: "put off on", M.DECIDE: "decided on", M.PUBLISH: "published on", M.CALL_IN: "called in on",
    M.REFER_BACK: "referred back on", M.REFER_TO_COUNCIL: "referred on", M.RECONSIDER: "reconsidered on",
    M.RELEASE: "let go on", M.UPDATE: "heard on", M.SIGN_OFF: "said on", M.CLOSE: "closed on", M.REOPEN: "reopened on",
    M.WITHDRAW: "withdrawn on",
}  # fmt: skip

_OF_MOVE = {
    (M.LIST, "meeting"): "for the meeting", (M.SCRUTINISE, "meeting"): "considered at",
    (M.DECIDE, "meeting"): "decided at", (M.REFER_BACK, "meeting"): "referred back at",
    (M.REFER_TO_COUNCIL, "meeting"): "referred at", (M.REFER_TO_COUNCIL, "until_meeting"): "Council's meeting",
    (M.REFER_TO_COUNCIL, "until_day"): "Council's day", (M.RECONSIDER, "meeting"): "reconsidered at",
    (M.RELEASE, "meeting"): "let go at", (M.UPDATE, "meeting"): "heard at", (M.SIGN_OFF, "meeting"): "said at",
    (M.RECOMMEND, "received_on"): "received by them on", (M.CALL_IN, "received_on"): "received on",
}  # fmt: skip
"""Labels that say more where it is known which move it is."""

FOLLOWS: dict[tuple[Move, str], tuple[str, ...]] = {
    (M.DRAFT, "consultation_opens"): ("consultation_required", "yes"),
    (M.DRAFT, "consultation_closes"): ("consultation_required", "yes"),
    (M.DRAFT, "referring_member"): ("origin",),
    (M.SCRUTINISE, "urgency_reason"): ("agenda_published_on",),
    (M.HEAR_AGAIN, "until_event"): ("until_months",),
    (M.REOPEN, "until_event"): ("until_months",),
    (M.DECIDE, "key_notice_given_on"): ("key", "yes"),
    (M.DECIDE, "general_exception_on"): ("key", "yes"),
    (M.DECIDE, "special_urgency_agreed_by"): ("key", "yes"),
    (M.DECIDE, "why_not_callable"): ("callable", "no"),
    (M.DECIDE, "waived_by"): ("callable", "no"),
    (M.DECIDE, "in_force_on"): ("callable", "no", ""),
    (M.RECONSIDER, "decided"): ("reconsidered", "amended"),
    (M.RELEASE, "comments"): ("release_outcome", "comments"),
}
"""Facts that are asked only where another one of the form holds one of these; without any: where it holds something."""


def _unscrutinised(case: Case) -> bool:
    return case.state in (State.DRAFTED, State.CONSULTED)


def _unconsulted(case: Case) -> bool:
    return bool(case.consultation_required) and not any(c.over for c in case.consultations)


def _may_be_key(case: Case) -> bool:
    return case.key is not False


def _elsewhere(case: Case) -> bool:
    """Told by papers, or by the work programme when a topic is promoted there; nobody types it here."""
    return False


ONLY: dict[tuple[Move, str], Callable[[Case], bool]] = {
    (M.DRAFT, "topic"): _elsewhere,
    (M.DRAFT, "recommendations"): _elsewhere,
    (M.SCRUTINISE, "why_unconsulted"): _unconsulted,
    (M.DECIDE, "why_not_scrutinised"): _unscrutinised,
    (M.DECIDE, "key"): lambda case: case.key is None,
    (M.DECIDE, "key_notice_given_on"): _may_be_key,
    (M.DECIDE, "general_exception_on"): _may_be_key,
    (M.DECIDE, "special_urgency_agreed_by"): _may_be_key,
    (M.UPDATE, "progress"): lambda case: bool(case.real),
    (M.DEFER, "follow_ups"): lambda case: any(not f.window for f in case.follow_ups),
}
"""Facts that are asked of some reports only."""


class Choice(msgspec.Struct, frozen=True):
    """Something to choose: the value a fact takes, what people read, and a word beside it."""

    value: str
    says: str
    beside: str = ""


class Field(msgspec.Struct, frozen=True):
    """One fact a form asks for. `need` as the move's row has it: `a|b` is one of several; empty: it may stay open.

    `empty` says what is taken where it is left empty, `follows` what another field must hold for it to be asked.
    """

    name: str
    label: str
    says: str
    kind: str
    need: str = ""
    choices: tuple[Choice, ...] = ()
    value: str = ""
    empty: str = ""
    follows: tuple[str, ...] = ()


def fields(move: Move, case: Case) -> tuple[Field, ...]:
    """The facts of a move as fields: those it needs first, and the day; then what is asked, then why.

    What takes a line for each recommendation there is stands after the lines that go for all of them.
    """
    row = ROWS[move]
    needed = [field(name, need, move=move) for need in row.needs for name in need.split("|")]
    have = {f.name for f in needed}
    if "on" not in have:
        needed.append(field("on", move=move))
    needed.sort(key=lambda f: (f.kind in GROUPS - {PROPOSALS}, f.name == "on" if "on" not in have else f.name != "on"))
    found = needed + sorted(
        (field(name, move=move) for name in row.asks if name not in have), key=lambda f: f.kind in GROUPS
    )
    if "why" not in have:
        found.append(field("why", move=move))
    return _after_what_they_follow([f for f in found if f.need or _of_this(case, move, f.name)])


def _of_this(case: Case, move: Move, name: str) -> bool:
    return (move, name) not in ONLY or ONLY[move, name](case)


def _after_what_they_follow(found: list[Field]) -> tuple[Field, ...]:
    """What is asked only because of another line stands right under it."""
    there = {f.name for f in found}
    ordered: list[Field] = []
    for f in found:
        if not f.follows or f.follows[0] not in there:
            ordered += [f, *(other for other in found if other.follows[:1] == (f.name,))]
    return tuple(ordered)


def field(name: str, need: str = "", value: str = "", move: Move | None = None) -> Field:
    """One fact as a field."""
    if name == "on":
        label = _ON[move] if move else "on"
        return Field(name, label, "when it happened: a day, a month, or not known", ON, need, (), value, _empty(move))
    if name == "why":
        says = "why" if need else "why; also the reason for what was irregular"
        return Field(name, "why", says, TEXT, need, (), value)
    kind, choices = kind_of(name)
    if (move, name) == (M.CALL_IN, "received_on"):
        kind, says = ON, "the day it was received; its month, or not known, and the day it was called in stays open"
        return Field(name, _OF_MOVE[M.CALL_IN, name], says, kind, need, choices, value)
    its = _OF_MOVE.get((move, name), "") if move else ""
    label = its or _LABELS.get(name, name.replace("_", " "))
    follows = FOLLOWS.get((move, name), ()) if move else ()
    return Field(name, label, SAYS[name], kind, need, choices, value, "", follows)


def _empty(move: Move | None) -> str:
    """The day that is taken where none is given."""
    if move is None:
        return "not known"
    if move is Move.CALL_IN:
        return "the day it was received"
    row = ROWS[move]
    meets = any("meeting" in need.split("|") for need in row.needs) and move is not Move.LIST
    return "the day of the meeting" if meets else "today"


def kind_of(name: str) -> tuple[str, tuple[Choice, ...]]:
    """The kind of field a fact is, and the words to choose from."""
    bare = _TYPES[name]
    if get_origin(bare) in (Union, UnionType):
        bare = next(arg for arg in get_args(bare) if arg is not type(None))
    if get_origin(bare) is tuple:
        inner = get_args(bare)[0]
        return (_KINDS[inner] if inner not in (str, int) else TEXTS if inner is str else FOLLOW_UPS), ()
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return CHOICE, words(tuple(bare))
    return (NAME if name in _NAMED else _KINDS[bare]), ()


def words(of: tuple[StrEnum, ...]) -> tuple[Choice, ...]:
    """Words of ours as choices."""
    return tuple(Choice(str(w), said(w)) for w in of)


_TYPES: dict[str, Any] = get_type_hints(Facts)
SAYS: dict[str, str] = {
    name: next((str(m.description) for m in get_args(kind)[1:] if isinstance(m, msgspec.Meta)), name)
    for name, kind in get_type_hints(Facts, include_extras=True).items() if get_origin(kind) is Annotated
}  # fmt: skip
"""What is asked, fact by fact, in the words of `states.facts`."""
