"""A report brought to what its papers tell together: what is new is entered, what is known better is amended.

What people entered, amended or struck is never changed. What papers had entered and papers now tell otherwise is struck
by papers. Done twice, the second time changes nothing; whichever paper came first, it ends the same.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from db.tx import Tx
from states.acts import AmendAct, CorrectAct, MoveAct, SourceAct
from states.case import Case, decode_case
from states.days import On
from states.errors import Refused
from states.facts import Facts
from states.sharing import told
from states.words import Move, said
from workflow.desk import Desk
from workflow.engine import Moved, act_on, move_in
from workflow.evened import evened
from workflow.intake.answers_told import unmatched
from workflow.intake.claims import Finding
from workflow.intake.facts import facts_of
from workflow.intake.names import FROM_A_PAPER, Names
from workflow.intake.owing import owe
from workflow.intake.pairing import News, key, news, same_event
from workflow.intake.proving import prove
from workflow.intake.stood import Record, Stood, record_of
from workflow.intake.story import Event, Story
from workflow.intake.telling import Known, story
from workflow.intake.trying import empty, tried


class Against(msgspec.Struct, frozen=True):
    """A fact that papers tell otherwise than a person entered it."""

    move: Move
    name: str
    have: object
    want: object
    event: Event


class Told(msgspec.Struct, frozen=True):
    """What came of it: the report, what was done, what cannot be entered yet, and where people said otherwise."""

    report: int
    did: tuple[str, ...]
    waits: tuple[str, ...]
    against: tuple[Against, ...]
    story: Story


def reconcile(desk: Desk, tx: Tx, names: Names, report: int, findings: Iterable[Finding]) -> Told:
    """Brings a report (0: a new one) to what these findings, all there are of it, tell together."""
    found = tuple(findings)
    record = record_of(tx, report)
    return _Reconciling(desk, tx, names, report, story(found, _known(record), desk.today), record).run()


def _known(record: Record) -> Known:
    """The days of what people decided and recommended at a desk."""

    def days(move: Move) -> tuple[date, ...]:
        return tuple(
            s.entry.on.exact
            for s in record.moves
            if isinstance(s.entry.act, MoveAct) and not s.entry.act.papers and s.entry.act.move == move
            and s.entry.on.exact
        )  # fmt: skip

    return Known(days(Move.DECIDE), days(Move.RECOMMEND))


class _Reconciling:
    def __init__(self, desk: Desk, tx: Tx, names: Names, report: int, told: Story, record: Record) -> None:
        self.desk, self.tx, self.names, self.report, self.story = desk, tx, names, report, told
        self.record = record
        self.did: list[str] = []
        self.waits: list[str] = list(told.waits)
        self.against: list[Against] = []
        self._known_facts: dict[int, Facts] = {}

    def run(self) -> Told:
        if self.story.events and self.case.state is None:
            self._enter(self.story.events[0], self._facts(0))
            self.record = record_of(self.tx, self.report)
        if not self.report:
            return Told(0, (), tuple(self.waits), (), self.story)
        self._renumbered()
        pairs = self._pairs()
        wanted = self._possible(pairs)
        self._in_turn(pairs, wanted)
        self._strike_others({s.entry.number for place, s in pairs.items() if s and place in wanted})
        self._enter_all([place for place in wanted if place not in pairs or pairs[place]], pairs)
        self.waits += unmatched(self.story.events, self.case)
        self.did += owe(self.desk, self.tx, self.report, self.story)
        made = [self._facts(place).recommendations for place in range(len(self.story.events))]
        self.did += ["source"] * prove(self.desk, self.tx, self.report, self.story, made)
        return Told(self.report, tuple(self.did), tuple(self.waits), tuple(self.against), self.story)

    @property
    def case(self) -> Case:
        """The report's case as it is now."""
        row = self.tx.report(self.report) if self.report else None
        return decode_case(row.folded) if row else Case()

    def _facts(self, place: int) -> Facts:
        """The facts of an event; an answer's are looked for anew, since it names what is on the report by then."""
        event = self.story.events[place]
        if event.replies or event.progress or place not in self._known_facts:
            self._known_facts[place] = facts_of(event, self.names, self.case)
        return self._known_facts[place]

    def _pairs(self) -> dict[int, Stood | None]:
        """The entry that each event of the story is; None for one that a person struck or gave to another report."""
        free = list(self.record.moves)
        pairs: dict[int, Stood | None] = {}
        for strictly in (True, False):
            for place, event in enumerate(self.story.events):
                if place in pairs:
                    continue
                facts = self._facts(place)
                only = not strictly and self._only(event.move, free)
                stood = next((s for s in free if same_event(event.move, event.on, facts, s.entry, only=only)), None)
                if stood is not None:
                    free.remove(stood)
                    pairs[place] = stood
                elif any(same_event(event.move, event.on, facts, e, only=only) for e in self.record.refused):
                    pairs[place] = None
        return pairs

    def _only(self, move: Move, free: Sequence[Stood]) -> bool:
        stand = [s for s in free if isinstance(s.entry.act, MoveAct) and s.entry.act.move == move]
        return len(stand) == 1 and sum(e.move is move for e in self.story.events) == 1

    def _renumbered(self) -> None:
        """Where nobody has worked on a report, its recommendations are counted anew when an earlier paper comes."""
        wanted = {
            key(p): p.number for e in self.story.events for p in facts_of(e, self.names, self.case).recommendations
        }
        have = {key(p): p.number for s in self.record.moves for p in s.facts.recommendations}
        if not self.record.untouched or all(wanted.get(words, number) == number for words, number in have.items()):
            return
        for stood in self.record.moves:
            facts = stood.facts
            if facts.recommendations or facts.responses or facts.progress:
                if isinstance(stood.entry.act, MoveAct) and stood.entry.act.move == Move.DRAFT:
                    act = AmendAct(stood.entry.number, clears=("recommendations",), why=FROM_A_PAPER, papers=True)
                    act_on(self.desk, self.tx, self.report, act)
                else:
                    self._strike(stood.entry.number)
        for entry in self.record.sources:
            if isinstance(entry.act, SourceAct) and any("recommendation" in s.about for s in entry.act.sources):
                self._strike(entry.number)
        self.record = record_of(self.tx, self.report)

    def _strike(self, number: int) -> None:
        act_on(self.desk, self.tx, self.report, CorrectAct(number, FROM_A_PAPER, papers=True))

    def _strike_others(self, paired: set[int]) -> None:
        """Strikes what papers brought and no longer tell."""
        for stood in self.record.moves:
            act = stood.entry.act
            begins = isinstance(act, MoveAct) and act.move == Move.DRAFT
            if stood.ours and stood.entry.number not in paired and not begins:
                self._strike(stood.entry.number)
                self.did.append("correct")

    def _possible(self, pairs: dict[int, Stood | None]) -> list[int]:
        """The events that stand or can be entered, in their order; what cannot waits. People's own stand anyway."""
        ours = {s.entry.number for s in self.record.moves if s.ours}
        kept = [p for p, s in pairs.items() if s is None or s.entry.number not in ours]
        rest = [p for p in range(len(self.story.events)) if p not in kept]
        base = [e for e in told(self.tx.entries(self.report)) if e.number not in ours]
        found = tried(self.desk, self.desk.rules(self.tx), base, self.story.events, rest, self._facts_on)
        self.waits += [_waiting(self.story.events[p], why) for p, why in found.cannot.items()]
        return sorted([*kept, *found.can])

    def _in_turn(self, pairs: dict[int, Stood | None], wanted: list[int]) -> None:
        """Lets go of entries before which another of their kind and day comes in: those stand as they were entered."""
        begun: set[tuple[Move, date | None]] = set()
        last: dict[tuple[Move, date | None], int] = {}
        for place in wanted:
            event, stood = self.story.events[place], pairs.get(place)
            kind = event.move, event.on.last
            if stood is None:
                begun |= {kind} if place not in pairs else set()
            elif stood.ours and (kind in begun or stood.entry.number < last.get(kind, 0)):
                del pairs[place]
                begun.add(kind)
            else:
                last[kind] = stood.entry.number

    def _facts_on(self, place: int, case: Case) -> Facts:
        event = self.story.events[place]
        facts = facts_of(event, self.names, case) if event.replies or event.progress else self._facts(place)
        return _without(facts, case)

    def _enter_all(self, places: list[int], pairs: dict[int, Stood | None]) -> None:
        """Enters or amends the events in the order they happened; of one day in any order that can be."""
        refused: dict[int, tuple[str, ...]] = {}
        while places:
            refused = {place: why for place in places if (why := self._bring(place, pairs.get(place)))}
            if len(refused) == len(places):
                break
            places = list(refused)
        self.waits += [_waiting(self.story.events[place], why) for place, why in refused.items()]

    def _bring(self, place: int, stood: Stood | None) -> tuple[str, ...]:
        event, facts = self.story.events[place], self._facts(place)
        return self._enter(event, facts) if stood is None else self._amend(event, facts, stood)

    def _enter(self, event: Event, facts: Facts) -> tuple[str, ...]:
        """Enters one event; the sentences that refuse it, where it cannot be."""
        facts = _without(facts, self.case)
        if empty(event, facts):
            return ()
        try:
            moved = move_in(
                self.desk, self.tx, self.report or None, event.move, facts, on=event.on, why=None, papers=True,
                sources=event.sources,
            )  # fmt: skip
        except Refused as refused:
            return refused.reasons
        self._done(moved, event.move)
        return ()

    def _done(self, moved: Moved, move: Move) -> None:
        self.report = moved.ref
        self.did.append(move.value)

    def _amend(self, event: Event, facts: Facts, stood: Stood) -> tuple[str, ...]:
        """Amends the entry of an event with what is known better; the sentences that refuse it."""
        what: News = news(stood, facts, event.on)
        against = [Against(event.move, name, have, want, event) for name, have, want in what.against]
        self.against += [one for one in against if one not in self.against]
        if what.nothing:
            return ()
        act = AmendAct(stood.entry.number, what.facts, what.clears, what.on is not None, FROM_A_PAPER, papers=True)
        try:
            act_on(self.desk, self.tx, self.report, act, on=what.on if what.on is not None else On())
        except Refused as refused:
            return refused.reasons
        self.did.append("amend")
        return ()


def _made(text: str, from_: str, to: str) -> tuple[str, str, str]:
    return evened(text), evened(from_), evened(to)


def _without(facts: Facts, case: Case) -> Facts:
    """The facts without the recommendations that are made already."""
    if not case.recommendations or not facts.recommendations:
        return facts
    known = {_made(r.text, r.from_.name, r.to.name) for r in case.recommendations}
    return replace(facts, recommendations=tuple(p for p in facts.recommendations if key(p) not in known))


def _waiting(event: Event, reasons: tuple[str, ...]) -> str:
    """Why an event waits; that a report has moved on since is no reason that another paper could mend."""
    reasons = tuple(sentence for sentence in reasons if not sentence.startswith("That is how it stood"))
    order = any(_TOO_SOON in sentence for sentence in reasons)
    then = " It is entered by itself once a paper tells what came before it, or somebody enters that." if order else ""
    return f"{said(event.move).capitalize()} ({event.on}): {' '.join(reasons)}{then}"


_TOO_SOON = " is possible once it is "
"""What a sentence says where it is only the order that stands in the way."""
