"""What a form needs to know: the facts a move needs and asks, each of which kind, and the lists to choose from."""

from datetime import date, timedelta
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from db import queries_records
from db.replay import rule_book
from states.acts import Entry, MoveAct
from states.case import Case, FollowUp, Recommendation
from states.days import said_day
from states.facts import Answer, Body, Facts, Progress, Proposal, Signed, Sitting, given
from states.moves import ROWS
from states.recommendation import IMPLEMENTATIONS, RESPONSES, SIGN_OFFS
from states.standing import standing
from states.words import MeetingStatus, Move, said
from workflow.lookups import report_ref
from workflow.records import bodies
from workflow.views.look import Look
from workflow.views.outcome import owed
from workflow.views.report import case_of

TEXT, DAY, ON, YES_NO, CHOICE, NAME, BODY, MEETING = "text", "day", "on", "yes_no", "choice", "name", "body", "meeting"
NUMBER, TEXTS, PROPOSALS, ANSWERS, PROGRESS, SIGNS, FOLLOW_UPS = (
    "number", "texts", "proposals", "answers", "progress", "signs", "follow_ups",
)  # fmt: skip
"""The kinds of fields."""

_KINDS: dict[Any, str] = {
    str: TEXT, date: DAY, bool: YES_NO, int: NUMBER, Body: BODY, Sitting: MEETING,
    Proposal: PROPOSALS, Answer: ANSWERS, Progress: PROGRESS, Signed: SIGNS,
}  # fmt: skip
_NAMED = frozenset({"maker", "referred_by", "released_by", "lead_officer"})
_LABELS = {
    "maker": "decision maker", "maker_kind": "kind of maker", "key": "key decision", "callable": "can be called in",
    "until_condition": "until, in words", "until_months": "months after", "until_event": "after which event",
    "exempt": "exempt (Sch. 12A)", "special_urgency_agreed_by": "special urgency by", "ruled": "ruled",
    "reconsidered": "outcome", "release_outcome": "how it ended", "to_follow": "report to follow",
    "general_exception_on": "general exception", "key_notice_given_on": "28 days' notice",
    "asked": "asked to reconsider",
    "outcome_cut_off": "outcome cut off", "written": "a written update", "next_update_on": "next update due",
    "why_not_scrutinised": "why not scrutinised", "item_number": "item number", "progress": "action",
}  # fmt: skip
_OVER = {MeetingStatus.HELD: 0, MeetingStatus.ADJOURNED: 1, MeetingStatus.SCHEDULED: 1, MeetingStatus.CANCELLED: 2}


class Choice(msgspec.Struct, frozen=True):
    """Something to choose: the value a fact takes, what people read, and a word beside it."""

    value: str
    says: str
    beside: str = ""


class Field(msgspec.Struct, frozen=True):
    """One fact a form asks for. `need` as the move's row has it: `a|b` is one of several; empty: it may stay open."""

    name: str
    label: str
    says: str
    kind: str
    need: str = ""
    choices: tuple[Choice, ...] = ()
    value: str = ""


class Line(msgspec.Struct, frozen=True):
    """A recommendation in a form: its words, how it stands, and the words each axis may take from there."""

    number: int
    text: str
    responses: tuple[Choice, ...]
    implementations: tuple[Choice, ...]
    sign_offs: tuple[Choice, ...]
    stands: str


class Form(msgspec.Struct, frozen=True):
    """The form of one move of one report as it stands; `version` is what it looked at."""

    report: str
    title: str
    state: str | None
    move: str
    version: int
    fields: tuple[Field, ...]
    recommendations: tuple[Line, ...] = ()
    follow_ups: tuple[Choice, ...] = ()
    bodies: tuple[Choice, ...] = ()
    meetings: tuple[Choice, ...] = ()
    posts: tuple[str, ...] = ()
    body: str = ""
    to: str = ""


class Known(msgspec.Struct, frozen=True):
    """A fact of an entry that can be changed: the field it is, and the move it was entered with."""

    entry: int
    move: str
    on: str
    field: Field


def form(look: Look, ref: str | None, move: str) -> Form:
    """The form of a move: what it needs first, then what is asked; the lists its fields choose from."""
    its = Move(move)
    number, case = case_of(look, ref) if ref else (0, Case())
    row = look.tx.report(number) if number else None
    return Form(
        f"R{number}" if number else "", case.title, case.state, its, row.version if row else 0, fields(its),
        tuple(_line(r) for r in case.real),
        tuple(Choice(str(f.number), _owed(f)) for f in case.follow_ups if f.open_on(look.day) and not f.window),
        _bodies(look), _meetings(look, case, its),
        tuple(dict.fromkeys(h.title for h in look.tx.all(queries_records.HOLDERS, day=look.day))),
        case.body.name if case.body else "", _usually_to(look, case),
    )  # fmt: skip


def fields(move: Move) -> tuple[Field, ...]:
    """The facts of a move as fields, those it needs first."""
    row = ROWS[move]
    found = [field(name, need) for need in row.needs for name in need.split("|")]
    have = {f.name for f in found}
    found += [field(name) for name in row.asks if name not in have]
    if "on" not in have:
        place = len([f for f in found if f.need])
        found.insert(place, field("on"))
    return (*found, *(() if "why" in have else (field("why"),)))


def field(name: str, need: str = "", value: str = "") -> Field:
    """One fact as a field."""
    if name == "on":
        return Field(name, "on", "when it happened: a day, a month, or not known", ON, need, (), value)
    if name == "why":
        says = "why; also the reason for what was irregular" if not need else "why"
        return Field(name, "why", says, TEXT, need, (), value)
    kind, choices = _kind(name)
    return Field(name, _LABELS.get(name, name.replace("_", " ")), _SAYS[name], kind, need, choices, value)


def _kind(name: str) -> tuple[str, tuple[Choice, ...]]:
    bare = _TYPES[name]
    if get_origin(bare) in (Union, UnionType):
        bare = next(arg for arg in get_args(bare) if arg is not type(None))
    if get_origin(bare) is tuple:
        inner = get_args(bare)[0]
        return (_KINDS[inner] if inner not in (str, int) else TEXTS if inner is str else FOLLOW_UPS), ()
    if isinstance(bare, type) and issubclass(bare, StrEnum):
        return CHOICE, _words(tuple(bare))
    return (NAME if name in _NAMED else _KINDS[bare]), ()


def _words(words: tuple[StrEnum, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(w), said(w)) for w in words)


def _line(r: Recommendation) -> Line:
    sign_offs = tuple(Choice(str(w), "discharge" if w == "discharged" else said(w)) for w in SIGN_OFFS[r.sign_off])
    return Line(r.number, r.words, _words(RESPONSES[r.response]), _words(IMPLEMENTATIONS[r.implementation]), sign_offs,
                f"{said(r.response)} · {said(r.implementation)} · {said(r.sign_off)}")  # fmt: skip


def _bodies(look: Look) -> tuple[Choice, ...]:
    found = [b for b in bodies.listed(look.tx, look.day) if b.succeeded_by is None]
    return tuple(Choice(b.body, b.name, said(b.kind) if b.kind else "kind not known") for b in found)


def _meetings(look: Look, case: Case, move: Move) -> tuple[Choice, ...]:
    """The meetings, those that fit the move best first: held and latest first, or for a listing the next to come."""
    own = case.body.ref if case.body else 0
    rows = look.tx.all(queries_records.MEETINGS, limit=5000)
    to_come = move in (Move.LIST, Move.HEAR_AGAIN, Move.DEFER, Move.REFER_TO_COUNCIL, Move.REOPEN)

    def order(m: Any) -> tuple[object, ...]:
        day = date.fromisoformat(str(m.day)) if m.day else date.min
        far = abs((day - look.day).days) if m.day else 10**6
        fits = (day >= look.day and m.status != MeetingStatus.CANCELLED) if to_come else m.status == MeetingStatus.HELD
        return (not fits, m.body_ref != own, far, m.meeting)

    return tuple(
        Choice(f"M{m.meeting}", f"{_when(m.day, m.day_last)} · {m.body or 'no body'}", f"M{m.meeting} {m.status}")
        for m in sorted(rows, key=order)
    )  # fmt: skip


def _when(first: str | None, last: str | None) -> str:
    if not first:
        return "day not known"
    day = date.fromisoformat(str(first))
    if last and str(last) != str(first):
        return f"{said_day(day)} to {said_day(date.fromisoformat(str(last)))}"
    return f"{day:%a} {said_day(day)}"


def _owed(f: FollowUp) -> str:
    return f"{owed(f)}{f', {said_day(f.counts)}' if f.counts else ', no date'}"


def _usually_to(look: Look, case: Case) -> str:
    """To whom its recommendations went; else the executive, where there is just one."""
    if case.real:
        return case.real[-1].to.name
    executive = [b.name for b in bodies.listed(look.tx, look.day) if b.kind == "executive"]
    return executive[0] if len(executive) == 1 else ""


def known(look: Look, ref: str) -> tuple[Known, ...]:
    """Every fact that can be changed, entry by entry, the latest first, with what it is now."""
    number = report_ref(look.tx, ref)
    found: list[Known] = []
    for _, entry in standing(look.tx.entries(number)):
        if isinstance(entry.act, MoveAct):
            found[:0] = _of_entry(entry, entry.act)
    return tuple(found)


def _of_entry(entry: Entry, act: MoveAct) -> list[Known]:
    row = ROWS[Move(act.move)]
    names = [name for need in row.needs for name in need.split("|")] + list(row.asks)
    listed = [Known(entry.number, act.move, str(entry.on), field("on", "", str(entry.on) if entry.on.last else ""))]
    for name in dict.fromkeys(names):
        if name in ("on", "why") or _kind(name)[0] in (PROPOSALS, ANSWERS, PROGRESS, SIGNS, FOLLOW_UPS):
            continue
        value = _said(getattr(act.facts, name)) if given(act.facts, name) else ""
        listed.append(Known(entry.number, act.move, str(entry.on), field(name, "", value)))
    return listed


def _said(value: object) -> str:
    """A fact's value as it would be typed."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return said_day(value)
    if isinstance(value, Body):
        return value.name
    if isinstance(value, Sitting):
        return f"M{value.ref}" if value.ref else str(value)
    return "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def shut(look: Look, first: date, days: int) -> tuple[tuple[date, str], ...]:
    """The days of a stretch that are no working days other than weekends, each with its reason, for a calendar."""
    calendar = rule_book(look.tx).on(first).calendar()
    found = ((day, calendar.why_skipped(day)) for day in (first + timedelta(days=n) for n in range(days)))
    return tuple((day, why) for day, why in found if why and why not in ("Saturday", "Sunday"))


_TYPES: dict[str, Any] = get_type_hints(Facts)
_SAYS: dict[str, str] = {
    name: next((str(m.description) for m in get_args(kind)[1:] if isinstance(m, msgspec.Meta)), name)
    for name, kind in get_type_hints(Facts, include_extras=True).items() if get_origin(kind) is Annotated
}  # fmt: skip
