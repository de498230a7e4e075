"""One report as a desk looks at it: what `show`, `explain` and `thread` say, read at one moment."""

import msgspec

from db import queries_records
from db.replay import rule_book
from states.british_dates import parse_on
from states.case import Case, FollowUp
from states.days import said_day
from states.errors import NotFound
from states.rule_book import RuleBook
from states.words import Clock
from workflow.settling import candidates
from workflow.views.explain import explain, paragraph
from workflow.views.look import Look
from workflow.views.records import Explained, Past, Shown
from workflow.views.report import case_of, show
from workflow.views.thread import Tied, thread

AT_THE_DESK = frozenset({"correct", "amend", "settle", "follow_up", "recount"})
"""Acts that happen when they are entered, unless a day is given."""


class Quoted(msgspec.Struct, frozen=True):
    """Words of a paper, what they prove, and the entry that rests on them."""

    path: str
    quote: str
    about: str
    entry: int


class Offered(msgspec.Struct, frozen=True):
    """A link that was suggested and waits for a yes or a no; `candidates` are the reports it may mean."""

    suggestion: int
    words: str
    quote: str | None
    path: str | None
    candidates: tuple[str, ...]


class Standing(msgspec.Struct, frozen=True):
    """What is open under a number: how it stands beside its date, and the paragraph that explains the date.

    `acts` names what can be done to it: done, assign, extend, pause or resume, snooze, adopt.
    """

    number: int
    marks: tuple[str, ...]
    paragraph: str
    acts: tuple[str, ...]
    owner: str | None = None
    quote: str | None = None
    about: str = ""
    """The recommendation it is owed on, by its number and in its words."""


class Whole(msgspec.Struct, frozen=True):
    """One report, whole. `timeline` is in the order in which things happened, `version` the one that was looked at.

    `last` is the entry of the move that happened last: the one a correction strikes.
    """

    shown: Shown
    explained: Explained
    thread: tuple[Tied, ...]
    sources: tuple[Quoted, ...]
    offered: tuple[Offered, ...]
    timeline: tuple[Past, ...]
    standing: tuple[Standing, ...]
    version: int
    key: bool | None
    last: int = 0


def whole(look: Look, ref: str) -> Whole:
    """Everything there is to see of one report."""
    number, case = case_of(look, ref)
    row, rules = look.tx.report(number), rule_book(look.tx)
    shown = show(look, f"R{number}")
    return Whole(
        shown, explain(look, f"R{number}"), tuple(thread(look, f"R{number}")), _sources(case),
        tuple(
            Offered(s.suggestion, s.words, s.quote, s.path, tuple(f"R{n}" for n in candidates(look.tx, s)))
            for s in look.tx.all(queries_records.SUGGESTIONS, report=number)
        ),
        tuple(sorted(shown.timeline, key=_happened)),
        tuple(_standing(f, look, rules) for f in case.follow_ups if f.open_on(look.day)),
        row.version if row else 0, case.key, case.reached[-1].entry if case.reached else 0,
    )  # fmt: skip


def _sources(case: Case) -> tuple[Quoted, ...]:
    found: dict[tuple[str, str, str], Quoted] = {}
    for entry, source in case.sources:
        found.setdefault(
            (source.path, source.quote, source.about), Quoted(source.path, source.quote, source.about, entry)
        )
    return tuple(found.values())


def _happened(past: Past) -> tuple[str, int]:
    last = parse_on(past.on).last if past.on else None
    return (last.isoformat() if last else past.at[:10] if past.move in AT_THE_DESK else ""), past.entry


def _standing(f: FollowUp, look: Look, rules: RuleBook) -> Standing:
    marks = []
    if f.suspended:
        marks.append("waits while the decision is called in")
    if f.paused:
        marks.append(f"paused until {said_day(f.paused_until)}" if f.paused_until else "paused")
    if f.snoozed_until and f.snoozed_until > look.day:
        marks.append(f"snoozed until {said_day(f.snoozed_until)}")
    if f.quiet:
        marks.append("entered late or from a paper: no reminder until somebody adopts it")
    if f.condition:
        marks.append(f"until {f.condition}" if f.clock is not Clock.PROMISE else f.condition)
    if f.chase_on:
        marks.append(f"ask after it on {said_day(f.chase_on)}")
    acts = ("done", "assign", "extend", "resume" if f.paused else "pause", "snooze", *(("adopt",) if f.quiet else ()))
    quote = f.quote if f.clock is Clock.PROMISE else None
    about = f"recommendation {f.recommendation}{f': {f.quote}' if f.quote else ''}" if f.recommendation else ""
    return Standing(f.number, tuple(marks), paragraph(f, rules), acts, f.owner, quote, about)


def follow_up(look: Look, ref: str, number: int) -> tuple[Standing, int]:
    """What can be done to one open follow-up, and the version of its report that was looked at. NotFound without it."""
    report, case = case_of(look, ref)
    found = case.follow_up(number)
    row = look.tx.report(report)
    if found is None or not found.open_on(look.day):
        raise NotFound(f"R{report} has no open follow-up {number}.")
    return _standing(found, look, rule_book(look.tx)), row.version if row else 0
