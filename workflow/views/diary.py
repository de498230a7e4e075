"""The diary: meetings to come and past, what is on each agenda, and what could be."""

from datetime import date, timedelta

import msgspec

from db import queries, queries_diary, queries_records
from db.rows_records import MeetingLine
from states.days import On
from states.errors import NotFound
from states.words import SCRUTINISING, BodyKind, Clock, MeetingStatus, State, said
from workflow.records.meetings import version
from workflow.records.resting import Waiting, waiting
from workflow.views.fields import Choice
from workflow.views.lists import reports
from workflow.views.look import Look

SHOWN = 200
"""How many meetings to come, and how many past ones, are read out."""

LISTABLE = 2000
"""How many reports, and how many topics, may be chosen from for an agenda."""

COULD = 40
"""How many things that could go on an agenda are read out of each kind."""

AHEAD = 21
"""How many days after a meeting something may fall due and still be offered for it."""

_BROUGHT = (Clock.UPDATE_DUE, Clock.CALL_IN_HEARING, Clock.RECONSIDERATION)
"""The duties that a meeting fulfils."""


class Meets(msgspec.Struct, frozen=True):
    """A meeting. `on` is when it is or was; `past` says that its day is over, `items` how many reports it has.

    `version` is what was looked at, for `expected`; a meeting in a list has none (0).
    """

    meeting: str
    number: int
    body: str | None
    body_ref: int | None
    kind: str | None
    on: On
    time: str | None
    venue: str | None
    status: str
    minutes: str
    moved_from: date | None
    note: str | None
    items: int
    past: bool
    version: int = 0

    @property
    def to_come(self) -> bool:
        """Whether it can still be moved, cancelled, adjourned or held."""
        return self.status in {MeetingStatus.SCHEDULED, MeetingStatus.ADJOURNED}


class BodyThatMeets(msgspec.Struct, frozen=True):
    """A body that has meetings."""

    ref: int
    name: str


class Diary(msgspec.Struct, frozen=True):
    """The meetings from a day on, the next first, and those before it, the latest first."""

    day: date
    to_come: tuple[Meets, ...]
    past: tuple[Meets, ...]
    bodies: tuple[BodyThatMeets, ...]


class OnAgenda(msgspec.Struct, frozen=True):
    """A report on an agenda, and what became of it there. `entry` is the one that listed it."""

    report: str
    title: str
    state: str | None
    item: str | None
    minute: str | None
    outcome: str | None
    to_follow: bool
    exempt: bool
    entry: int


class Could(msgspec.Struct, frozen=True):
    """A report (`R3`) or a topic (`T4`) that could go on an agenda, and why: a clock, a state, or `topic`."""

    ref: str
    title: str
    why: str
    due: date | None = None


class Agenda(msgspec.Struct, frozen=True):
    """A meeting, what is on its agenda, and what could be; nothing could once it was held or cancelled.

    `waited` are the reports that wait for a meeting that will not be, and are not on its agenda.
    """

    meeting: Meets
    items: tuple[OnAgenda, ...]
    could: tuple[Could, ...]
    waited: tuple[Waiting, ...] = ()


class Coming(msgspec.Struct, frozen=True):
    """A report on the agenda of a meeting that is to come."""

    report: str
    title: str
    body: str | None
    on: On


def coming(look: Look) -> tuple[Coming, ...]:
    """What is on the agendas of the meetings to come, the next first: the dated part of a work programme."""
    meets = (_meets(m, look.day) for m in look.tx.all(queries_diary.MEETINGS_TO_COME, limit=SHOWN, day=look.day))
    return tuple(
        Coming(f"R{line.report}", line.title, m.body, m.on)
        for m in meets if m.items and m.to_come
        for line in look.tx.all(queries_records.AGENDA, meeting=m.number)
    )  # fmt: skip


def diary(look: Look, *, body: int | None = None) -> Diary:
    """The meetings of all bodies, or of one."""
    ahead = look.tx.all(queries_diary.MEETINGS_TO_COME, limit=SHOWN, day=look.day, body_ref=body)
    past = look.tx.all(queries_diary.MEETINGS_PAST, limit=SHOWN, day=look.day, body_ref=body)
    bodies = look.tx.all(queries_diary.BODIES_THAT_MEET)
    return Diary(
        look.day, tuple(_meets(m, look.day) for m in ahead), tuple(_meets(m, look.day) for m in past),
        tuple(BodyThatMeets(b.body, b.name) for b in bodies),
    )  # fmt: skip


def agenda(look: Look, meeting: int) -> Agenda:
    """A meeting's agenda. NotFound without the meeting."""
    row = next(iter(look.tx.all(queries_records.MEETINGS, ref=meeting)), None)
    if row is None:
        raise NotFound(f"There is no meeting M{meeting}. List them with: matters meetings")
    meets = msgspec.structs.replace(_meets(row, look.day), version=version(look.tx, meeting))
    items: dict[int, OnAgenda] = {}
    for line in look.tx.all(queries_records.AGENDA, meeting=meeting):
        before = items.get(line.report)
        if before is None or (line.outcome and not before.outcome):
            items[line.report] = OnAgenda(
                f"R{line.report}", line.title, line.state, line.item_number, line.minute, line.outcome,
                line.to_follow, line.exempt, line.entry,
            )  # fmt: skip
    could = _could(look, meets, {item.report for item in items.values()}) if meets.to_come else ()
    off = meets.status == MeetingStatus.CANCELLED
    waited = tuple(w for w in waiting(look.tx, meeting) if w.report not in items) if off else ()
    return Agenda(meets, tuple(sorted(items.values(), key=_place)), could, waited)


def listable(look: Look, meeting: int) -> tuple[Choice, ...]:
    """What may be put on a meeting's agenda: what could be on it first, then every open report and topic."""
    here = agenda(look, meeting)
    there = {item.report for item in here.items}
    found = {c.ref: Choice(c.ref, c.title, c.ref) for c in here.could}
    for r in reports(look, only_open=True, limit=LISTABLE):
        if r.report not in there:
            found.setdefault(r.report, Choice(r.report, r.title, f"{r.report} {said(r.state)}"))
    for topic in look.tx.all(queries_records.PROGRAMME, limit=LISTABLE, status="open"):
        found.setdefault(f"T{topic.topic}", Choice(f"T{topic.topic}", topic.title, f"T{topic.topic} topic"))
    return tuple(found.values())


def around(look: Look, meeting: int, step: int) -> Meets | None:
    """The next meeting of the same body that is to come, after (1) or before (-1) one; None without."""
    here = agenda(look, meeting).meeting
    if here.body_ref is None:
        return None
    ahead = look.tx.all(queries_diary.MEETINGS_TO_COME, limit=SHOWN, day=look.day, body_ref=here.body_ref)
    open_ones = [m for m in (_meets(row, look.day) for row in ahead) if m.to_come]
    mine = here.on.last or look.day
    if step > 0:
        return next((m for m in open_ones if m.number != meeting and (m.on.last or date.max) >= mine), None)
    return next((m for m in reversed(open_ones) if m.number != meeting and m.on.last and m.on.last <= mine), None)


def _could(look: Look, meets: Meets, on_it: set[str]) -> tuple[Could, ...]:
    found: dict[str, Could] = {}

    def offer(could: Could) -> None:
        if could.ref not in on_it:
            found.setdefault(could.ref, could)

    until = (meets.on.last or look.day) + timedelta(days=AHEAD)
    for clock in _BROUGHT:
        owed = look.tx.all(queries.OVERDUE, limit=COULD, day=until, body=meets.body, clock=clock.value)
        for row in owed if meets.body else ():
            offer(Could(f"R{row.report}", row.title, row.clock, date.fromisoformat(row.counts)))
    for state, body in _states(meets):
        for report in look.tx.all(queries_diary.UNLISTED, limit=COULD, state=state.value, body=body):
            due = date.fromisoformat(report.next_due) if report.next_due else None
            offer(Could(f"R{report.report}", report.title, report.state, due))
    for topic in look.tx.all(queries_records.PROGRAMME, limit=COULD, status="open", body_ref=meets.body_ref):
        offer(Could(f"T{topic.topic}", topic.title, "topic"))
    return tuple(found.values())


def _states(meets: Meets) -> tuple[tuple[State, str | None], ...]:
    """The states in which a report waits for a body of this kind; its own reports for a scrutiny body, else all."""
    if meets.kind in SCRUTINISING:
        return ((State.DRAFTED, meets.body), (State.CONSULTED, meets.body))
    if meets.kind == BodyKind.EXECUTIVE:
        return ((State.RECOMMENDED, None),)
    if meets.kind == BodyKind.COUNCIL:
        return ((State.CALLED_IN, None),)
    return ()


def _meets(row: MeetingLine, day: date) -> Meets:
    first, last = _day(row.day), _day(row.day_last)
    on = On(first, last or first)
    over = on.last is not None and on.last < day
    return Meets(
        f"M{row.meeting}", row.meeting, row.body, row.body_ref, row.kind, on, row.time, row.venue,
        row.status or "status not known", row.minutes, _day(row.moved_from), row.note, row.items,
        over or row.status == MeetingStatus.HELD,
    )  # fmt: skip


def _place(item: OnAgenda) -> tuple[int, str, int]:
    number = item.item or ""
    digits = "".join(c for c in number if c.isdigit())
    return (int(digits) if digits and len(digits) < 6 else 99999, number, int(item.report[1:]))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
