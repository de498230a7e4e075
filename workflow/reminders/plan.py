"""What is to go on a day, person by person: the stages that are wanted, of those who may be asked.

Everything due is walked through once, in the order of the days it is owed by, and only what is wanted is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from db import queries_reminders as reads
from db.query import Query
from db.rows_reminders import Near
from db.statements import EVERYTHING
from db.tx import Tx
from states import schedule
from states.reminders import reach, report_deadline, wanted
from states.rules import CouncilRules
from states.schedule import SCHEDULE, Row, Stage, Whom
from states.words import Clock
from workflow.reminders.owners import Owners
from workflow.reminders.roll import Roll
from workflow.settings_reminders import ReminderSettings

AT_DESK = "chase-"
"""What stands before a stage that is put to the co-ordinator instead of those who owe."""


ALIKE = 2000
"""So many kinds of follow-up, by clock, days, body and owner, are looked at once for all that are alike."""


class Item(NamedTuple):
    """One thing to ask of one person: the stage's name and the older ones it passes over."""

    report: int
    number: int
    stage: str
    due: str
    passed_over: tuple[str, ...] = ()


class _Asking(NamedTuple):
    """What is asked about a follow-up, and of whom: the same for all that are alike."""

    name: str
    due: str
    passed_over: tuple[str, ...]
    people: tuple[int, ...]
    why: tuple[str, ...]
    stage: Stage


class Plan(msgspec.Struct):
    """What is to go: items by person, drafts by person and stage, and who is not written to, by the sentence why."""

    items: dict[int, list[Item]] = msgspec.field(default_factory=dict)
    drafts: dict[tuple[int, str], list[Item]] = msgspec.field(default_factory=dict)
    unsaid: dict[str, list[str]] = msgspec.field(default_factory=dict)

    @property
    def many(self) -> int:
        """How many askings there are, drafts left out."""
        return sum(map(len, self.items.values()))


class Planner:
    """Plans one day, with the schedule as the settings have it and the calendar of the council's rules."""

    def __init__(self, tx: Tx, day: date, settings: ReminderSettings, rules: CouncilRules, roll: Roll) -> None:
        self.tx, self.day, self.settings, self.rules = tx, day, settings, rules
        self.calendar = rules.calendar()
        self.owners = Owners(tx, roll)
        self.rows = {clock: row_of(clock, settings) for clock in SCHEDULE}
        self.most = settings.overdue_max
        self._stages: dict[tuple[str, str, bool], tuple[Stage, ...]] = {}
        self._meetings: frozenset[tuple[int, str]] | None = None

    def plan(self, *, scheduled: bool = False, anew: bool = False) -> Plan:
        """Everything wanted. `scheduled` leaves to the next digest what can wait for it, person by person.

        `anew` plans as if nothing had been asked, to say who would not be written to.
        """
        made = Plan(items=defaultdict(list))
        urgent: set[int] = set()
        digest = not scheduled or schedule.digest_day(self.calendar, self.settings.weekdays, self.day)
        then = schedule.next_digest_day(self.calendar, self.settings.weekdays, self.day)
        for near, it in self._wanted(anew=anew):
            for sentence in it.why:
                made.unsaid.setdefault(sentence, []).append(f"R{near.report}.{near.number}")
            item = Item(near.report, near.number, it.name, it.due, it.passed_over)
            for person in it.people:
                made.items[person].append(item)
            if not digest and schedule.cannot_wait(it.stage, self.day, then):
                urgent.update(it.people)
        made.items = {person: items for person, items in made.items.items() if digest or person in urgent}
        return made

    def _wanted(self, *, anew: bool = False) -> Iterator[tuple[Near, "_Asking"]]:
        """Every follow-up that is to be asked about, with who is asked at which stage."""
        day = self.day
        last, chased = ("", "") if anew else (f"late-{self.most}", f"chase-{max(self.most, 1)}")
        figures = {f"reach_{clock}": self._reach(clock) for clock in Clock}
        latest = max(figures.values())
        wide = {"until": latest, "last": last, "last_at_desk": AT_DESK + last, **figures}
        windows = {"from_day": day - timedelta(schedule.FRESH + 14), "to_day": figures["reach_call_in_window"]}
        asked: list[tuple[Query[Near], dict[str, Any], Callable[[Near], tuple[Stage, ...]]]] = [
            (reads.NEAR, wide, self._of_dated),
            (reads.WINDOWS, windows, self._of_dated),
            (reads.UNDATED, {"last": chased}, self._of_undated),
        ]
        for query, params, stages in asked:
            known: dict[tuple[object, ...], _Asking | None] = {}
            for near, asked_at in each(self.tx, query, day=day, **params):
                if asked_at and not anew:
                    it = self._asking(near, stages(near), {plain_stage(stage) for stage in asked_at})
                elif (like := near[2:10]) in known:
                    it = known[like]
                else:
                    if len(known) >= ALIKE:
                        known.clear()
                    it = known[like] = self._asking(near, stages(near), ())
                if it is not None:
                    yield near, it

    def _asking(self, near: Near, stages: tuple[Stage, ...], already: Container[str]) -> "_Asking | None":
        """Who is asked about a follow-up, and at which stage; None: nothing is wanted."""
        it = wanted(stages, self.day, already, date.fromisoformat(near.opened_on))
        if it is None:
            return None
        found = self.owners.of(it.stage.to, near.owner, near.lead_officer)
        at_desk = found.at_desk and it.stage.to is not Whom.CO_ORDINATOR
        people = tuple(asked.holder.person for asked in found.asked)
        return _Asking(f"{AT_DESK * at_desk}{it.stage.name}", near.due, it.passed_over, people, found.why, it.stage)

    def drafts(self, made: Plan) -> None:
        """Adds the drafts that take further what was asked about for the last time on an earlier day."""
        from workflow.reminders.escalating import addressee

        last = f"late-{self.most}"
        params = {"last": last, "last_at_desk": AT_DESK + last, "last_draft": "escalate-3"}
        for near, asked_at in each(self.tx, reads.LATE, day=self.day, **params):
            row = self.rows[Clock(near.clock)]
            stages = schedule.escalations(row, date.fromisoformat(near.due), self.calendar)
            it = wanted(stages, self.day, asked_at)
            if it is not None and (holder := addressee(self.owners, it.stage.to, near)) is not None:
                item = Item(near.report, near.number, it.stage.name, near.due, it.passed_over)
                made.drafts.setdefault((holder.person, it.stage.name), []).append(item)

    def _reach(self, clock: Clock) -> date:
        return reach(self.rows[clock], self.day, self.rules.updates.report_deadline_days)

    def _of_dated(self, near: Near) -> tuple[Stage, ...]:
        row = self.rows[Clock(near.clock)]
        meets = bool(row.before_deadline) and near.body is not None and (near.body, near.due) in self.meetings
        key = (near.clock, near.due, meets)
        found = self._stages.get(key)
        if found is None:
            due = date.fromisoformat(near.due)
            deadline = report_deadline(due, self.rules) if meets else None
            found = self._stages[key] = schedule.stages(row, due, self.calendar, self.most, deadline)
        return found

    def _of_undated(self, near: Near) -> tuple[Stage, ...]:
        chase_on = date.fromisoformat(near.chase_on) if near.chase_on else None
        row = self.rows[Clock(near.clock)]
        return schedule.chases(row, chase_on, date.fromisoformat(near.opened_on), self.calendar, self.most)

    @property
    def meetings(self) -> frozenset[tuple[int, str]]:
        """The bodies and days of the meetings for which something may be wanted."""
        if self._meetings is None:
            found = self.tx.all(reads.MEETING_DAYS, from_day=self.day, to_day=self.day + timedelta(120))
            self._meetings = frozenset((line.body, line.day) for line in found)
        return self._meetings


def row_of(clock: Clock, settings: ReminderSettings) -> Row:
    """The schedule's row of a clock, with what the settings say."""
    said = settings.of(clock)
    return schedule.with_figures(
        clock, before=said.before, before_deadline=said.before_deadline, overdue_every=said.overdue_every,
        after=said.after,
    )  # fmt: skip


def plain_stage(name: str) -> str:
    """A stage's own name, whoever was asked."""
    plain = name.removeprefix(AT_DESK)
    return name if plain.isdigit() else plain


def each(tx: Tx, query: Query[Near], **params: Any) -> Iterator[tuple[Near, Sequence[str]]]:
    """The follow-ups of a read, each with the stages it was asked at; never all of them at once.

    One that was never asked about has one row; the others stand together, a row for each stage.
    """
    given = {name: value.isoformat() if isinstance(value, date) else value for name, value in params.items()}
    near: Near | None = None
    asked_at: list[str] = []
    for row in tx.ask(query.sql, limit=EVERYTHING, **given):
        if near is not None and (row[-1] is None or row[1] != near.number or row[0] != near.report):
            yield near, asked_at
            near = None
        if row[-1] is None:
            yield Near._make(row), ()
        elif near is None:
            near, asked_at = Near._make(row), [row[-1]]
        else:
            asked_at.append(row[-1])
    if near is not None:
        yield near, asked_at
