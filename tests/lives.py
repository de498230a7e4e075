"""Whole lives of a council at a desk, drawn at random, over the real engine and a real store.

Each step is three numbers: which verb, a number that chooses everything else, and how many days go by first. What is
refused changes nothing and is part of life. After every step the desk can be photographed: every row, every answer.
"""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st
from lives_facts import ONWARD, facts_of
from photographs import Photograph, answers_of, rows_of

from db.store import Store
from states.acts import FollowUpAct, LinkAct, Source, SourceAct
from states.case import Case, decode_case
from states.days import On, instant_text
from states.errors import MattersError
from states.facts import (
    Body,
    Facts,
    Sitting,
)
from states.report import allowed
from states.rules import rules_from
from states.words import BodyKind, Ended, MeetingStatus, Move
from workflow import owed, rules_change, settling
from workflow.corrections import amend, correct
from workflow.desk import Desk
from workflow.engine import act_on, make_move
from workflow.lookups import Lookup
from workflow.records import bodies, meetings, people, topics
from workflow.views.look import looking

BEGINS = datetime(2017, 1, 9, 10, tzinfo=UTC)
STEP = st.tuples(st.integers(0, 99), st.integers(0, 2**20), st.sampled_from([0, 0, 1, 2, 9, 40]))
STEPS = st.lists(STEP, min_size=4, max_size=40)
"""The steps of a life: a verb's number, a number that chooses the rest, the days that go by before it."""


class Life:
    """A desk with a clock of its own, a small council, and verbs that a number chooses.

    `daily`: everything is entered on the day it happens and nothing is ever put right; then what was known at the end
    of a day is what had happened by then.
    """

    def __init__(self, store: Store, *, daily: bool = False) -> None:
        self.at, self.daily = BEGINS, daily
        self.desk = Desk(store, "jane", lambda: self.at)
        self.board = bodies.add(self.desk, "Scrutiny Board (2)", BodyKind.SCRUTINY)
        self.cabinet = bodies.add(self.desk, "Cabinet", BodyKind.EXECUTIVE)
        self.council = bodies.add(self.desk, "Council", BodyKind.COUNCIL)
        self.post = people.add_post(self.desk, "Head of Libraries")
        self.person = people.add_person(self.desk, "Rose Marlow")
        self.done: list[str] = []
        self.refused: list[str] = []
        self._draft(4)

    # Looking

    @property
    def today(self) -> date:
        return self.desk.today

    def count(self, table: str) -> int:
        with self.desk.reading() as tx:
            return tx.next_ref(table) - 1

    def case(self, ref: int) -> Case:
        with self.desk.reading() as tx:
            row = tx.report(ref)
            assert row is not None
            return decode_case(row.folded)

    def body(self, ref: int) -> Body:
        with self.desk.reading() as tx:
            return Lookup(tx).frozen(ref)

    def sitting(self, ref: int) -> Sitting:
        with self.desk.reading() as tx:
            return Lookup(tx).sitting(f"M{ref}")

    def photograph(self) -> Photograph:
        """The store as it is now."""
        with looking(self.desk.store, self.today) as look:
            at = max(instant_text(self.at), look.tx.head().at)
            return Photograph(at, look.day, rows_of(look.tx), answers_of(look))

    # Living

    def step(self, which: int, pick: int, days: int) -> str | None:
        """One step; the verb's name when it was done, None when it was refused (and then no row has changed)."""
        self.at += timedelta(days=days, microseconds=1 + pick % 3)
        verbs = DAILY if self.daily else ALWAYS
        verb = verbs[which % len(verbs)]
        with self.desk.reading() as tx:
            before, head = rows_of(tx), tx.head()
        why_not = None
        try:
            getattr(self, f"_{verb}")(pick)
        except MattersError as error:
            why_not = f"{verb}: {error}"
        if why_not is None:
            self.done.append(verb)
            return verb
        self.refused.append(why_not)
        with self.desk.reading() as tx:
            assert tx.head() == head, why_not
            assert rows_of(tx) == before, why_not
        return None

    def _ref(self, pick: int) -> int:
        return 1 + pick % self.count("report")

    def _on(self, pick: int, *, exact: bool = False) -> On | None:
        """When: mostly as the engine takes it; unless life is daily also earlier, a span, or not known."""
        if self.daily or pick % 7 < 3:
            return On.day(self.today)
        earlier = self.today - timedelta(days=pick % 60)
        if exact or pick % 7 == 3:
            return On.day(earlier)
        month = On(earlier.replace(day=1), (earlier.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(1))
        return (month, On(), On(None, self.today + timedelta(days=pick % 5)))[pick % 3]

    def _draft(self, pick: int) -> int:
        facts = Facts(
            title=("Libraries", "Family hubs", "Start for Life")[pick % 3], scrutiny_body=self.body(self.board),
            consultation_closes=self.today + timedelta(days=pick % 40) if pick % 2 else None,
            key=(None, True, False)[pick % 3], exempt=(None, True, False)[pick % 5 % 3],
            lead_officer="Head of Libraries" if pick % 4 else None, reference=f"17/{pick % 5:05}" if pick % 3 else None,
        )  # fmt: skip
        return make_move(self.desk, None, Move.DRAFT, facts, on=self._on(pick // 7)).ref

    def _topic(self, pick: int) -> None:
        if pick % 3 == 0 or not self.count("topic"):
            topics.add(self.desk, f"Topic {pick % 9}", body=self.board if pick % 2 else None)
        elif pick % 3 == 1:
            topics.begin(self.desk, topic=1 + pick % self.count("topic"), on=self._on(pick // 7))
        else:
            topics.drop(self.desk, 1 + pick % self.count("topic"), "no time")

    def _move(self, pick: int) -> None:
        ref = self._ref(pick)
        case = self.case(ref)
        possible = [move for move in ONWARD if allowed(case.state, move)]
        move = possible[pick // 5 % len(possible)] if pick % 9 and possible else list(Move)[pick // 9 % len(Move)]
        facts = Facts(**facts_of(self, case, move, pick // 11))
        papers = not self.daily and pick % 6 == 0
        sources = (Source(f"{pick % 4}.pdf", "words of a paper", sha256="a" * 64),) if papers else ()
        expected = None
        if pick % 4 == 0:
            with self.desk.reading() as tx:
                expected = tx.report(ref).version  # type: ignore[union-attr]
        make_move(
            self.desk, ref, move, facts, on=self._on(pick // 13, exact=move is Move.PUBLISH), why="as agreed",
            papers=papers, sources=sources, expected=expected,
        )  # fmt: skip

    def _follow_up(self, pick: int) -> None:
        ref = self._ref(pick)
        numbers = [f.number for f in self.case(ref).follow_ups if f.ended is None or pick % 8 == 0] or [1]
        number, day = numbers[pick // 3 % len(numbers)], self.today + timedelta(days=pick % 50)
        act = (
            FollowUpAct("add", quote="a report will follow", due=day if pick % 2 else None, condition="once agreed",
                        papers=not self.daily and pick % 5 == 0, chase_on=day),
            FollowUpAct("done", number, ended=(Ended.KEPT, Ended.DROPPED)[pick % 2], why="as minuted"),
            FollowUpAct("assign", number, owner="Head of Libraries"),
            FollowUpAct("extend", number, due=day, why="agreed by the chair"),
            FollowUpAct("pause", number, until=day if pick % 2 else None, why="an election"),
            FollowUpAct("resume", number),
            FollowUpAct("snooze", number, until=day),
            FollowUpAct("adopt", number),
        )[pick // 16 % 8]  # fmt: skip
        owed.do(self.desk, ref, act, on=self._on(pick // 17))

    def _correct(self, pick: int) -> None:
        ref = self._ref(pick)
        replacement = None
        if pick % 3 == 0:
            case = self.case(ref)
            move = list(Move)[1 + pick // 3 % (len(Move) - 1)]
            replacement = (move, Facts(**facts_of(self, case, move, pick // 7)), self._on(pick // 5))
        entry = 0
        if pick % 2:
            with self.desk.reading() as tx:
                numbers = [e.number for e in tx.entries(ref)]
            entry = numbers[pick // 2 % len(numbers)]
        correct(self.desk, ref, "entered by mistake", entry=entry, replacement=replacement)

    def _amend(self, pick: int) -> None:
        ref = self._ref(pick)
        facts = (
            Facts(minute=f"{pick % 70}/17"), Facts(portfolio="Education"), Facts(received_on=self.today),
            Facts(published_on=self.today), Facts(title="Libraries and hubs"), Facts(exempt=True), Facts(),
        )[pick % 7]  # fmt: skip
        entry = 0
        if facts == Facts():
            with self.desk.reading() as tx:
                numbers = [e.number for e in tx.entries(ref)]
            entry = numbers[pick // 7 % len(numbers)]
        on = self._on(pick // 9) if entry else None
        amend(self.desk, ref, facts, why="the paper says so", entry=entry, on=on)

    def _aside(self, pick: int) -> None:
        ref = self._ref(pick)
        if pick % 3 == 0:
            settling.settle_report(self.desk, ref, (), "not known")
            return
        link = LinkAct(f"{pick % 60}/16", "Scrutiny Board (2)", pick // 3 % 3)
        with self.desk.writing() as tx:
            act_on(self.desk, tx, ref, link if pick % 3 == 1 else SourceAct((Source("b.pdf", "libraries stay open"),)))

    def _settle_all(self, pick: int) -> None:
        settling.settle_everywhere(self.desk, ("minute", "order", "key", "lead_officer")[pick % 4], "not known")

    def _meeting(self, pick: int) -> None:
        body = (self.board, self.cabinet, self.council)[pick % 3]
        day = self.today + timedelta(days=(pick // 3 % 60) - (0 if self.daily else 20))
        month = On(day.replace(day=1), (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        meetings.add(self.desk, body if pick % 11 else None, On.day(day) if pick % 5 else month, note="libraries")

    def _meeting_changes(self, pick: int) -> None:
        if not self.count("meeting"):
            self._meeting(pick)
            return
        ref, day = 1 + pick % self.count("meeting"), self.today + timedelta(days=pick // 5 % 30)
        verb = pick // 7 % (5 if self.daily else 7)
        if verb == 0:
            meetings.move(self.desk, ref, day, why="the room")
        elif verb == 1:
            meetings.cancel(self.desk, ref, "snow")
        elif verb == 2:
            meetings.adjourn(self.desk, ref, "the hour", to=day if pick % 2 else None)
        elif verb in (3, 4):
            held = self.sitting(ref).on.exact
            if self.daily and held != self.today:
                meetings.move(self.desk, ref, self.today)
            meetings.hold(self.desk, ref, day=None if held else self.today)
        elif verb == 5:
            status = (None, *MeetingStatus)[pick % 5]
            meetings.put_right(self.desk, ref, "misread", day=self.today - timedelta(days=pick % 9), status=status)
        else:
            meetings.minutes(self.desk, ref, ("draft", "corrected")[pick % 2], why="a name")

    def _body(self, pick: int) -> None:
        if pick % 4 == 0:
            since = self.today - timedelta(days=0 if self.daily else pick % 30)
            bodies.rename(self.desk, self.board, f"Scrutiny Board ({pick % 7})", since=since)
        elif pick % 4 == 1:
            bodies.change(self.desk, self.cabinet, note=f"sits {pick % 5} times", why="a word")
        elif pick % 4 == 2:
            ref = bodies.add(self.desk, f"Panel of {pick}", BodyKind.SCRUTINY)
            bodies.succeed(self.desk, self.board, ref)
            self.board = ref
        else:
            bodies.add(self.desk, f"Body of {pick}", None)

    def _people(self, pick: int) -> None:
        with self.desk.writing() as tx:
            person = people.add_person(self.desk, f"Ann {'Bcdefgh'[pick % 7]}ell", note="libraries", tx=tx)
            people.hand_over(self.desk, self.post, person, since=self.today, tx=tx)

    def _rules(self, pick: int) -> None:
        values = {"call_in": {"days": 3 + pick % 5}, "updates": {"months": 3 + pick % 6}}
        since = self.today + timedelta(days=pick % 40 - 20)
        rules_change.apply(self.desk, rules_from(values), since, "the constitution was read")

    def _nothing(self, pick: int) -> None:
        """A quiet day."""


ALWAYS = tuple(
    """draft move move move move move move move follow_up follow_up follow_up correct correct amend amend aside
    settle_all topic meeting meeting meeting_changes meeting_changes body people rules nothing""".split()
)
DAILY = tuple(
    "draft move move move move move move follow_up follow_up meeting meeting meeting_changes people nothing".split()
)
