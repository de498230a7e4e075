"""What a filled-in form does: its answers are read as a typed command's would be, and the same verbs are called.

Each verb tells its outcome in sentences. `tried` runs one and keeps nothing: what would happen.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from db.tx import Tx
from states.acts import FollowUpAct, SourceAct
from states.acts import Source as Words
from states.british_dates import parse_day, parse_on
from states.days import On, said_long
from states.errors import BadInput, NotFound
from states.facts import NO_FACTS
from states.words import Ended, MeetingStatus, Move
from workflow import corrections, engine, owed, settling
from workflow.desk import Desk
from workflow.facts_in import read_facts
from workflow.lookups import Lookup, known_kind, report_ref
from workflow.records import bodies, meetings, topics
from workflow.views.outcome import Outcome, Told, outcome

Answers = Mapping[str, object]
"""What a form holds: each fact by its name, days and names as they were typed. Nothing that was left open."""

Verb = Callable[[Desk], Outcome]
"""Something that is done at a desk."""


def tried(desk: Desk, verb: Verb) -> Outcome:
    """What a verb would do; nothing is kept."""
    with desk.trying():
        return verb(desk)


def day_taken(on: On, today: date) -> Told:
    """The day that is taken where none was filled in: `Sunday 22 November 2026, today`."""
    if on.exact is None:
        return Told("day", f"{on}.")
    return Told("day", f"{said_long(on.exact)}{', today' if on.exact == today else ''}.")


@dataclass(frozen=True)
class Moving:
    """A move with its answers; `ref` 0 begins a report. `version` is what the form looked at."""

    ref: int
    move: str
    answers: Answers
    version: int | None = None

    def __call__(self, desk: Desk) -> Outcome:
        """Makes the move."""
        answers = dict(self.answers)
        when, why = str(answers.pop("on", "") or ""), str(answers.pop("why", "") or "") or None
        unknown = _not_exact(answers, desk.today) if self.move == Move.CALL_IN else None
        with desk.reading() as tx:
            facts = read_facts(Move(self.move), answers, Lookup(tx), desk.today)
        taken = unknown or engine.happened(Move(self.move), facts, desk.now())
        on = parse_on(when, desk.today) if when else taken
        if self.ref:
            moved = engine.make_move(desk, self.ref, Move(self.move), facts, on=on, why=why, expected=self.version)
        else:
            moved = topics.begin(desk, facts, on=on, why=why)
        done = outcome(desk, moved)
        return done if when else replace(done, told=(day_taken(on, desk.today), *done.told))


def _not_exact(answers: dict[str, object], today: date) -> On | None:
    """Takes the day of a call-in's receipt out where it is not known, or only its month; that is its day then."""
    typed = str(answers.get("received_on") or "")
    received = parse_on(typed, today) if typed else None
    if received is None or received.exact:
        return None
    del answers["received_on"]
    return received


@dataclass(frozen=True)
class Correcting:
    """Strikes the latest move that stands, or one entry, with a reason."""

    ref: int
    why: str
    entry: int = 0
    version: int | None = None

    def __call__(self, desk: Desk) -> Outcome:
        """Corrects."""
        if not self.why.strip():
            raise BadInput("Say why it is corrected.")
        return outcome(desk, corrections.correct(desk, self.ref, self.why, entry=self.entry, expected=self.version))


@dataclass(frozen=True)
class Amending:
    """Changes one fact of an entry, or its day (`on`); an empty value strikes the fact out."""

    ref: int
    entry: int
    move: str
    name: str
    value: object
    why: str
    version: int | None = None

    def __call__(self, desk: Desk) -> Outcome:
        """Amends."""
        if not self.why.strip():
            raise BadInput("Say why it is amended.")
        on, facts = None, NO_FACTS
        clears: tuple[str, ...] = ()
        if self.name == "on":
            on = parse_on(str(self.value or ""), desk.today)
        elif self.value in ("", None):
            clears = (self.name,)
        else:
            with desk.reading() as tx:
                facts = read_facts(Move(self.move), {self.name: self.value}, Lookup(tx), desk.today)
        moved = corrections.amend(
            desk, self.ref, facts, why=self.why, on=on, entry=self.entry, clears=clears, expected=self.version
        )
        return outcome(desk, moved)


@dataclass(frozen=True)
class Settling:
    """Settles gaps and irregularities of a report, with what is made of them."""

    ref: int
    keys: tuple[str, ...]
    why: str

    def __call__(self, desk: Desk) -> Outcome:
        """Settles."""
        if not self.why.strip():
            raise BadInput("Say what is made of it, such as “not known”.")
        return outcome(desk, settling.settle_report(desk, self.ref, self.keys, self.why))


@dataclass(frozen=True)
class Acting:
    """Something done to one follow-up, or the same to several (number 0: a promise is added). Days are as typed."""

    ref: int
    numbers: tuple[int, ...]
    do: str
    answers: Mapping[str, str]
    version: int | None = None

    def __call__(self, desk: Desk) -> Outcome:
        """Does it."""
        with desk.writing() as tx:
            done = self.within(desk, tx)
        return outcome(desk, done)

    def within(self, desk: Desk, tx: Tx) -> engine.Moved:
        """The same within a transaction that does more."""
        given = {name: value.strip() for name, value in self.answers.items() if value.strip()}
        days = {name: parse_day(given.pop(name), desk.today) for name in ("due", "until", "chase_on") if name in given}
        on = parse_on(given.pop("on"), desk.today) if "on" in given else None
        about = given.pop("recommendation", "0")
        if not about.isdigit():
            raise BadInput(f"“{about}” is no number of a recommendation.")
        acts = [FollowUpAct(
            self.do, number, body=given.get("body"), owner=given.get("owner"), condition=given.get("condition"),
            quote=given.get("quote"), ended=Ended(given["ended"]) if "ended" in given else None,
            recommendation=int(about), why=given.get("why"), due=days.get("due"), until=days.get("until"),
            chase_on=days.get("chase_on"),
        ) for number in self.numbers]  # fmt: skip
        done = [
            owed.do(desk, self.ref, act, on=on, expected=self.version if at == 0 else None, tx=tx)
            for at, act in enumerate(acts)
        ]
        return engine.Moved(self.ref, done[-1].entry, done[0].before, done[-1].after)


@dataclass(frozen=True)
class ActingOnMany:
    """The same done to follow-ups of several reports: to all of them, or to none."""

    owed: tuple[tuple[int, int], ...]
    """Each report with the number of the follow-up."""
    do: str
    answers: Mapping[str, str]

    def __call__(self, desk: Desk) -> tuple[int, int]:
        """Does it; to how many follow-ups, in how many reports."""
        by_report: dict[int, list[int]] = {}
        for ref, number in self.owed:
            by_report.setdefault(ref, []).append(number)
        with desk.writing() as tx:
            for ref, numbers in by_report.items():
                Acting(ref, tuple(numbers), self.do, self.answers).within(desk, tx)
        return len(self.owed), len(by_report)


@dataclass(frozen=True)
class Attaching:
    """Attaches a paper's own words to a report."""

    ref: int
    path: str
    quote: str
    about: str = ""
    version: int | None = None

    def __call__(self, desk: Desk) -> Outcome:
        """Attaches."""
        if not self.path.strip() or not self.quote.strip():
            raise BadInput("Say which paper it is, and its own words.")
        act = SourceAct((Words(self.path.strip(), self.quote.strip(), self.about.strip()),))
        with desk.writing() as tx:
            return outcome(desk, engine.act_on(desk, tx, self.ref, act, expected=self.version))


@dataclass(frozen=True)
class Linking:
    """Answers a suggested link: yes, to which report; or no."""

    ref: int
    suggestion: int
    yes: bool
    to: str = ""

    def __call__(self, desk: Desk) -> Outcome:
        """Answers."""
        with desk.reading() as tx:
            to = report_ref(tx, self.to) if self.to.strip() else None
        moved = settling.answer(desk, self.suggestion, yes=self.yes, to=to)
        return outcome(desk, moved) if moved else Outcome(f"R{self.ref}", "", 0, None, ())


def add_body(desk: Desk, name: str, kind: str) -> tuple[str, str]:
    """Adds a body; its number and name."""
    ref = bodies.add(desk, name, known_kind(kind))
    return f"B{ref}", " ".join(name.split())


def body_ref(desk: Desk, tx: Tx, name: str, kind: str = "") -> int:
    """The number of a body by its name; one that nobody knows is added, where it is said of which kind it is."""
    try:
        return Lookup(tx).body_ref(name)
    except NotFound:
        if not kind:
            raise NotFound(f"There is no body “{name}” yet: say of which kind it is, and it is added.") from None
    return bodies.add(desk, name, known_kind(kind), tx=tx)


def add_meeting(desk: Desk, body: str, on: str, held: str, kind: str = "") -> tuple[str, str]:
    """Adds a meeting of a body, held already or to come; its number and what people read of it.

    With `kind` a body that nobody knows yet is added with it.
    """
    if not body or not on:
        raise BadInput("A meeting has a body." if not body else "Say on which day it is, or was.")
    with desk.writing() as tx:
        status = MeetingStatus(held or "scheduled")
        ref = meetings.add(desk, body_ref(desk, tx, body, kind), parse_on(on, desk.today), status=status, tx=tx)
        sitting = Lookup(tx).sitting(f"M{ref}")
    return f"M{ref}", f"{sitting.on} · {sitting.body.name if sitting.body else body}"
