"""What a form needs to know: the facts a move needs and asks, each of which kind, and the lists to choose from."""

from datetime import date, timedelta
from typing import Any

import msgspec

from db import queries_records
from db.replay import rule_book
from states.acts import Entry, MoveAct
from states.case import Case, FollowUp, Recommendation
from states.days import said_day
from states.facts import Body, MakerKind, Proposal, Sitting, given
from states.moves import ROWS
from states.recommendation import IMPLEMENTATIONS, RESPONSES, SIGN_OFFS
from states.sharing import told
from states.standing import standing
from states.words import BodyKind, MeetingStatus, Move, said
from workflow.lookups import report_ref
from workflow.records import bodies
from workflow.views.fields import GROUPS, PROPOSALS, TEXTS, Choice, Field, field, fields, kind_of, words
from workflow.views.look import Look
from workflow.views.outcome import owed
from workflow.views.report import case_of
from workflow.views.walk import MAKERS

__all__ = ["Choice", "Field", "Form", "Known", "Line", "form", "known", "shut"]


class Line(msgspec.Struct, frozen=True):
    """A recommendation in a form: its words as made, how it stands, and the words each axis may take from there.

    `agreed` are its words as agreed, where they were changed.
    """

    number: int
    text: str
    responses: tuple[Choice, ...]
    implementations: tuple[Choice, ...]
    sign_offs: tuple[Choice, ...]
    stands: str
    agreed: str = ""


class Form(msgspec.Struct, frozen=True):
    """The form of one move of one report as it stands; `version` is what it looked at.

    `makers` says of each body that decides what kind of maker it is.
    """

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
    makers: tuple[tuple[str, str], ...] = ()

    @property
    def deciding(self) -> tuple[str, ...]:
        """Who may decide, the executive first: bodies that decide, then posts. Scrutiny bodies recommend."""
        order = list(MAKERS.values())
        makers = sorted(self.makers, key=lambda one: order.index(MakerKind(one[1])))
        return (*(name for name, _ in makers), *self.posts)


class Known(msgspec.Struct, frozen=True):
    """A fact of an entry that can be changed: the field it is, and the move it was entered with.

    Where it is a list, `each` has its texts, or `made` its recommendations.
    """

    entry: int
    move: str
    on: str
    field: Field
    each: tuple[str, ...] = ()
    made: tuple[Proposal, ...] = ()


def form(look: Look, ref: str | None, move: str) -> Form:
    """The form of a move: what it needs first, then what is asked; the lists its fields choose from."""
    its = Move(move)
    number, case = case_of(look, ref) if ref else (0, Case())
    row = look.tx.report(number) if number else None
    return Form(
        f"R{number}" if number else "", case.title, case.state, its, row.version if row else 0, fields(its, case),
        tuple(_line(r) for r in case.real),
        tuple(Choice(str(f.number), _owed(f)) for f in case.follow_ups if f.open_on(look.day) and not f.window),
        _bodies(look), _meetings(look, case, its),
        tuple(dict.fromkeys(h.title for h in look.tx.all(queries_records.HOLDERS, day=look.day))),
        case.body.name if case.body else "", _usually_to(look, case),
        tuple((b.name, MAKERS[BodyKind(b.kind)]) for b in bodies.listed(look.tx, look.day) if b.kind in MAKERS),
    )  # fmt: skip


def _line(r: Recommendation) -> Line:
    sign_offs = tuple(Choice(str(w), "discharge" if w == "discharged" else said(w)) for w in SIGN_OFFS[r.sign_off])
    agreed = r.words if r.words != r.text else ""
    return Line(r.number, r.text, words(RESPONSES[r.response]), words(IMPLEMENTATIONS[r.implementation]), sign_offs,
                f"{said(r.response)} · {said(r.implementation)} · {said(r.sign_off)}", agreed)  # fmt: skip


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
    for _, entry in standing(told(look.tx.entries(number))):
        if isinstance(entry.act, MoveAct):
            found[:0] = _of_entry(entry, entry.act)
    return tuple(found)


def _of_entry(entry: Entry, act: MoveAct) -> list[Known]:
    row = ROWS[Move(act.move)]
    names = [name for need in row.needs for name in need.split("|")] + list(row.asks)
    when = field("on", "", str(entry.on) if entry.on.last else "", Move(act.move))
    listed = [Known(entry.number, act.move, str(entry.on), when)]
    for name in dict.fromkeys(names):
        if name in ("on", "why") or (kind := kind_of(name)[0]) in GROUPS - {PROPOSALS}:
            continue
        fact = getattr(act.facts, name)
        value = _said(fact) if given(act.facts, name) else ""
        each = fact if kind == TEXTS else ()
        made = fact if kind == PROPOSALS else ()
        listed.append(Known(entry.number, act.move, str(entry.on), field(name, "", value), each, made))
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
    if isinstance(value, tuple):
        return "; ".join(one.text if isinstance(one, Proposal) else str(one) for one in value)
    return str(value)


def shut(look: Look, first: date, days: int) -> tuple[tuple[date, str], ...]:
    """The days of a stretch that are no working days other than weekends, each with its reason, for a calendar."""
    calendar = rule_book(look.tx).on(first).calendar()
    found = ((day, calendar.why_skipped(day)) for day in (first + timedelta(days=n) for n in range(days)))
    return tuple((day, why) for day, why in found if why and why not in ("Saturday", "Sunday"))
