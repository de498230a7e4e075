"""What stands on a report, entry by entry: what papers brought, what people entered or touched, what is struck."""

from collections.abc import Sequence
from typing import Any

import msgspec

from db.tx import Tx
from states.acts import (
    Act,
    AmendAct,
    CorrectAct,
    Entry,
    FollowUpAct,
    GiveAct,
    LinkAct,
    MoveAct,
    SettleAct,
    SourceAct,
    TakeAct,
)
from states.facts import Facts, given
from states.sharing import told
from states.standing import standing, struck
from workflow.intake.names import FROM_A_PAPER


class Stood(msgspec.Struct, frozen=True):
    """An entry as it stands. `fixed` are the facts a person gave it (`on` among them), which papers never change.

    `ours`: papers brought it to this report and nobody has touched it, so that papers may strike it.
    """

    entry: Entry
    ours: bool
    fixed: frozenset[str]

    @property
    def facts(self) -> Facts:
        """Its facts, as amended; of what is no move, none."""
        return self.entry.act.facts if isinstance(self.entry.act, MoveAct) else Facts()


class Record(msgspec.Struct, frozen=True):
    """Everything entered on a report: what stands, what a person struck, what was given to another report.

    `sources` are the acts that add papers' words and that papers may strike, `links` the earlier minutes they name.
    """

    stood: tuple[Stood, ...]
    sources: tuple[Entry, ...]
    links: tuple[Entry, ...]
    refused: tuple[Entry, ...]
    raw: tuple[Entry, ...]
    untouched: bool

    @property
    def moves(self) -> tuple[Stood, ...]:
        """The moves that stand."""
        return tuple(s for s in self.stood if isinstance(s.entry.act, MoveAct))

    @property
    def promises(self) -> tuple[Stood, ...]:
        """The follow-ups that were added, by hand or by papers."""
        return tuple(s for s in self.stood if isinstance(s.entry.act, FollowUpAct) and s.entry.act.do == "add")


def by_papers(act: Act) -> bool:
    """Whether papers made an act, and no person."""
    if isinstance(act, MoveAct | FollowUpAct):
        return act.papers
    if isinstance(act, AmendAct):
        return act.papers or act.why == FROM_A_PAPER
    if isinstance(act, CorrectAct):
        return act.papers
    if isinstance(act, LinkAct):
        return not act.report
    if isinstance(act, GiveAct | TakeAct):
        return act.why == FROM_A_PAPER
    return not isinstance(act, SettleAct)


def record_of(tx: Tx, report: int) -> Record:
    """What stands on a report. A report that is not there has nothing."""
    raw = tx.entries(report) if report else []
    stay = told(raw)
    gone = struck(stay)
    acts = [e for e in stay if e.number not in gone]
    people = people_of(stay)
    strikes = [e for e in stay if isinstance(e.act, CorrectAct) and e.number not in gone]
    by_people = {e.act.strikes for e in strikes if isinstance(e.act, CorrectAct) and not by_papers(e.act)}
    fixed = _fixed(people)
    touched = _touched(people, acts) | set(fixed)
    ways = {e.number for e in acts if isinstance(e.act, TakeAct) and by_papers(e.act)}
    stood = tuple(
        Stood(
            entry,
            by_papers(entry.act) and ways.issuperset(entry.through) and entry.number not in touched,
            fixed.get(entry.number, frozenset()),
        )
        for _, entry in standing(stay)
    )
    kept = {e.number for e in stay}
    away = [e for e in raw if e.number not in kept and not e.through and isinstance(e.act, MoveAct | FollowUpAct)]
    refused = [e for e in stay if e.number in by_people and isinstance(e.act, MoveAct | FollowUpAct)]
    sources = tuple(e for e in acts if isinstance(e.act, SourceAct) and ways.issuperset(e.through))
    links = tuple(e for e in acts if _from_a_paper(e.act) and ways.issuperset(e.through))
    return Record(stood, sources, links, (*refused, *away), tuple(raw), not people and not away)


def _from_a_paper(act: Act) -> bool:
    return isinstance(act, LinkAct) and bool(act.minute and act.path)


def people_of(entries: Sequence[Entry]) -> list[Entry]:
    """What people entered and nobody struck. What a person entered and struck again is nothing; so is the strike."""
    gone = struck(entries)
    made = {e.number: e for e in entries}
    found = []
    for entry in entries:
        act = entry.act
        if entry.number in gone or by_papers(act):
            continue
        strikes = made.get(act.strikes) if isinstance(act, CorrectAct) else None
        if strikes is None or by_papers(strikes.act):
            found.append(entry)
    return found


def _fixed(people: Sequence[Entry]) -> dict[int, frozenset[str]]:
    """The facts that people amended, by entry; a day that was moved is `on`."""
    found: dict[int, set[str]] = {}
    for entry in people:
        act = entry.act
        if isinstance(act, AmendAct):
            names = {name for name in Facts.__struct_fields__ if given(act.facts, name)} | set(act.clears)
            found.setdefault(act.amends, set()).update(names, {"on"} if act.moves_day else ())
    return {number: frozenset(names) for number, names in found.items()}


def _touched(people: Sequence[Entry], acts: Sequence[Entry]) -> set[int]:
    """The entries that people built on: settled gaps of, or did something to a follow-up that it opened."""
    found: set[int] = set()
    worked = {e.act.number for e in people if isinstance(e.act, FollowUpAct) and e.act.number}
    for entry in people:
        if isinstance(entry.act, SettleAct):
            found |= {int(key.partition(":")[0]) for key in entry.act.keys if key.partition(":")[0].isdigit()}
    for entry in acts:
        sets: Any = getattr(entry.act, "sets", ())
        if any(dated.number in worked for dated in sets):
            found.add(entry.number)
    return found
