"""What is told of which report: entries given away by a merge or a split, and those taken from another report.

Entries stay where they were entered, and keep their numbers. Told of another report, the numbers of recommendations
and follow-ups in them are that report's. Struck, a giving or a taking has never been.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from states.acts import (
    AmendAct,
    CorrectAct,
    Dated,
    Entry,
    FollowUpAct,
    GiveAct,
    MoveAct,
    SettleAct,
    Source,
    SourceAct,
    TakeAct,
)
from states.facts import NO_FACTS, Facts
from states.standing import struck
from states.words import Move

Number = Callable[[int], int | None]
"""A number as it is here; None: what speaks of it is not told here."""

_SPEAKS_OF_NOTHING = {Move.RECOMMEND: "recommendations", Move.RESPOND: "responses", Move.SIGN_OFF: "signs"}
"""Moves that say nothing once what they speak of is told elsewhere."""


def told(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries that are told of a report: without what it gave away, and what came by a taking that is struck."""
    if not any(entry.through or isinstance(entry.act, GiveAct) for entry in entries):
        return entries
    gone = struck(entries)
    stay: list[Entry] = [entry for entry in entries if not any(way in gone for way in entry.through)]
    gone = struck(stay)
    for gift in [entry for entry in stay if isinstance(entry.act, GiveAct) and entry.number not in gone]:
        stay = _without(stay, gift)
    return stay


def given_whole(entries: Sequence[Entry]) -> GiveAct | None:
    """The act by which the whole report was given to another, if it stands."""
    gone = struck(entries)
    found = [e.act for e in entries if isinstance(e.act, GiveAct) and e.act.whole and e.number not in gone]
    return found[-1] if found else None


def taken(others: Sequence[Entry], taking: Entry) -> list[Entry]:
    """The entries of another report as they are told of the one that took them; `others` are all of that report."""
    act = taking.act
    if not isinstance(act, TakeAct):
        return []
    found = told([e for e in others if e.number != act.given and e.number < taking.number])
    recommendations, follow_ups = dict(act.recommendations), dict(act.follow_ups)

    def number(numbers: dict[int, int]) -> Number:
        return (lambda n: numbers.get(n, n)) if act.whole else numbers.get

    here = []
    for entry in found:
        if isinstance(entry.act, GiveAct) or not (_all_of_it(act, entry) or _speaks_of(act, entry)):
            continue
        other = _retold(entry, number(recommendations), number(follow_ups), frozenset(act.same))
        if other is not None:
            here.append(replace(other, through=(taking.number, *entry.through)))
    return here


def _all_of_it(act: TakeAct, entry: Entry) -> bool:
    if act.whole:
        return entry.number not in act.leaves
    return _about(entry) in act.entries or entry.number in act.entries


def _speaks_of(act: TakeAct, entry: Entry) -> bool:
    """Whether an entry that is not taken itself speaks of a recommendation or a follow-up that is."""
    if act.whole:
        return False
    recommendations, follow_ups = dict(act.recommendations), dict(act.follow_ups)
    if isinstance(entry.act, SourceAct):
        return any(_recommended(source) in recommendations for source in entry.act.sources)
    if isinstance(entry.act, SettleAct):
        return any(key.partition(":")[0] in map(str, act.entries) for key in entry.act.keys)
    return isinstance(entry.act, FollowUpAct) and entry.act.do != "add" and entry.act.number in follow_ups


def _about(entry: Entry) -> int:
    """The entry that an amendment or a correction is about; else 0."""
    if isinstance(entry.act, AmendAct):
        return entry.act.amends
    return entry.act.strikes if isinstance(entry.act, CorrectAct) else 0


def _without(entries: Sequence[Entry], gift: Entry) -> list[Entry]:
    """What a report keeps after it gave something away; of a whole report, the giving itself and what came after."""
    act = gift.act
    if not isinstance(act, GiveAct):
        return list(entries)
    if act.whole:
        return [entry for entry in entries if entry.number >= gift.number]
    recommendations, follow_ups = frozenset(act.recommendations), frozenset(act.follow_ups)
    kept: list[Entry] = []
    for entry in entries:
        own = not (entry.through and entry.through[0] > gift.number)
        if own and (entry.number in act.entries or (_about(entry) in act.entries and entry.number < gift.number)):
            continue
        if entry.number > gift.number or not own:
            kept.append(entry)
            continue
        rest = _retold(
            entry,
            lambda n: None if n in recommendations else n,
            lambda n: None if n in follow_ups else n,
            frozenset(),
        )
        if rest is not None:
            kept.append(rest)
    return kept


def _retold(entry: Entry, recommendation: Number, follow_up: Number, same: frozenset[int]) -> Entry | None:
    """An entry with the numbers it has here; None when it then says nothing."""
    act = entry.act
    if isinstance(act, MoveAct):
        facts = _facts(act.facts, recommendation, follow_up, same)
        needed = _SPEAKS_OF_NOTHING.get(Move(act.move))
        if needed and getattr(act.facts, needed) and not getattr(facts, needed):
            return None
        if act.facts.follow_ups and not facts.follow_ups:
            return None
        sets = _sets(act.sets, recommendation, follow_up)
        act = replace(act, facts=facts, sources=_sources(act.sources, recommendation), sets=sets)
    elif isinstance(act, AmendAct):
        facts = _facts(act.facts, recommendation, follow_up, same)
        if facts == NO_FACTS and act.facts != NO_FACTS and not act.clears and not act.moves_day:
            return None
        act = replace(act, facts=facts, sets=_sets(act.sets, recommendation, follow_up))
    elif isinstance(act, TakeAct):
        fills = tuple(replace(f, facts=_facts(f.facts, recommendation, follow_up, same)) for f in act.fills)
        sets = _sets(act.sets, recommendation, follow_up)
        act = replace(act, fills=fills, sources=_sources(act.sources, recommendation), sets=sets)
    elif isinstance(act, FollowUpAct):
        number, about = follow_up(act.number) if act.number else 0, recommendation(act.recommendation or 0)
        if number is None or (act.recommendation and about is None):
            return None
        sources = _sources(act.sources, recommendation)
        sets = _sets(act.sets, recommendation, follow_up)
        act = replace(act, number=number, recommendation=about or 0, sources=sources, sets=sets)
    elif isinstance(act, SourceAct):
        act = SourceAct(_sources(act.sources, recommendation))
        if not act.sources:
            return None
    elif hasattr(act, "sets"):
        act = replace(act, sets=_sets(act.sets, recommendation, follow_up))
    return entry if act == entry.act else replace(entry, act=act)


def _facts(facts: Facts, recommendation: Number, follow_up: Number, same: frozenset[int]) -> Facts:
    if not (facts.recommendations or facts.responses or facts.progress or facts.signs or facts.follow_ups):
        return facts

    def kept(name: str) -> tuple[object, ...]:
        pairs = ((each, recommendation(each.recommendation)) for each in getattr(facts, name))
        return tuple(replace(each, recommendation=number) for each, number in pairs if number is not None)

    made = ((p, recommendation(p.number)) for p in facts.recommendations if p.number not in same)
    return replace(
        facts,
        recommendations=tuple(replace(p, number=number) for p, number in made if number is not None),
        responses=kept("responses"), progress=kept("progress"), signs=kept("signs"),
        follow_ups=tuple(number for f in facts.follow_ups if (number := follow_up(f)) is not None),
    )  # fmt: skip


def _recommended(source: Source) -> int:
    """The recommendation that a source proves; 0 for anything else."""
    what, _, number = source.about.partition(" ")
    return int(number) if what == "recommendation" and number.isdigit() else 0


def _sources(sources: tuple[Source, ...], recommendation: Number) -> tuple[Source, ...]:
    kept = []
    for source in sources:
        number = _recommended(source)
        if number:
            here = recommendation(number)
            if here is None:
                continue
            source = replace(source, about=f"recommendation {here}")
        kept.append(source)
    return tuple(kept)


def _sets(sets: tuple[Dated, ...], recommendation: Number, follow_up: Number) -> tuple[Dated, ...]:
    """The dates an entry set, under the keys and numbers they have here; see `rule_book` for how a key is made."""
    kept = []
    for dated in sets:
        clock, entry, about = dated.key.split("/", 2)
        bare, stroke, tag = about.partition("/")
        number = int(bare) if bare.isdigit() else 0
        here = recommendation(number) if number else 0
        owed = follow_up(dated.number) if dated.number else 0
        if here is not None and owed is not None:
            kept.append(replace(dated, key=f"{clock}/{entry}/{here}{stroke}{tag}", number=owed))
    return tuple(kept)
